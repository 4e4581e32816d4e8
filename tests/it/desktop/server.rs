//! The X server asked directly: how often a window is painted, and files dropped on it as another
//! program does (the XDND protocol, version 5).

#![allow(dead_code, reason = "the monkey only drops")]

use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{
    Atom, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// How long another program has to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often the window is painted in a time.
pub fn paints(window: Window, time: Duration) -> usize {
    let (server, _) = x11rb::connect(None).expect("an X display");
    server.damage_query_version(1, 1).unwrap().reply().unwrap();
    let damage = server.generate_id().unwrap();
    server
        .damage_create(damage, window, ReportLevel::RAW_RECTANGLES)
        .unwrap();
    server.flush().unwrap();
    // What the window holds already is told at once, as one paint.
    std::thread::sleep(Duration::from_millis(50));
    while server.poll_for_event().unwrap().is_some() {}
    let started = Instant::now();
    let mut paints = 0;
    while started.elapsed() < time {
        match server.poll_for_event().unwrap() {
            Some(Event::DamageNotify(_)) => paints += 1,
            Some(_) => {}
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
    paints
}

/// Drops files on the window, and waits until it has taken them.
pub fn drop_files(window: Window, files: &[&Path]) {
    let (server, screen) = x11rb::connect(None).expect("an X display");
    let root = server.setup().roots[screen].root;
    let source = server.generate_id().unwrap();
    let aux = CreateWindowAux::new();
    server
        .create_window(
            0,
            source,
            root,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_ONLY,
            0,
            &aux,
        )
        .unwrap();
    let drag = Drag {
        uris: files.iter().map(|file| uri(file)).collect(),
        server: &server,
        source,
        window,
    };
    drag.run();
}

/// A path as text/uri-list has it.
fn uri(file: &Path) -> String {
    let path: String = file
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .map(|&byte| match byte {
            b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    format!("file://{path}\r\n")
}

struct Drag<'a> {
    server: &'a RustConnection,
    source: Window,
    window: Window,
    uris: String,
}

impl Drag<'_> {
    fn run(&self) {
        let list = self.atom("text/uri-list");
        let selection = self.atom("XdndSelection");
        self.server
            .set_selection_owner(self.source, selection, x11rb::CURRENT_TIME)
            .unwrap();
        self.tell("XdndEnter", [self.source, 5 << 24, list, 0, 0]);
        let copy = self.atom("XdndActionCopy");
        self.tell("XdndPosition", [self.source, 0, 0, 0, copy]);
        self.wait_for("XdndStatus", true);
        self.tell("XdndDrop", [self.source, 0, 0, 0, 0]);
        self.wait_for("XdndFinished", false);
    }

    fn atom(&self, name: &str) -> Atom {
        let asked = self.server.intern_atom(false, name.as_bytes()).unwrap();
        asked.reply().unwrap().atom
    }

    fn tell(&self, what: &str, data: [u32; 5]) {
        let event = ClientMessageEvent::new(32, self.window, self.atom(what), data);
        self.server
            .send_event(false, self.window, EventMask::NO_EVENT, event)
            .unwrap();
        self.server.flush().unwrap();
    }

    /// Answers the window's questions until it has said this, and has asked for the files if it
    /// `asks`.
    fn wait_for(&self, what: &str, asks: bool) {
        let wanted = self.atom(what);
        let started = Instant::now();
        let (mut told, mut asked) = (false, !asks);
        while !(told && asked) {
            assert!(started.elapsed() < PATIENCE, "no {what}");
            match self.server.poll_for_event().unwrap() {
                Some(Event::ClientMessage(message)) => told |= message.type_ == wanted,
                Some(Event::SelectionRequest(request)) => {
                    self.answer(&request);
                    asked = true;
                }
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        }
    }

    fn answer(&self, request: &SelectionRequestEvent) {
        self.server
            .change_property8(
                PropMode::REPLACE,
                request.requestor,
                request.property,
                request.target,
                self.uris.as_bytes(),
            )
            .unwrap();
        let event = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property: request.property,
        };
        self.server
            .send_event(false, request.requestor, EventMask::NO_EVENT, event)
            .unwrap();
        self.server.flush().unwrap();
    }
}
