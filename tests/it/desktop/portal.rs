//! A desktop portal that answers as a test wants, on a session bus of its own; and what the program
//! makes of its answers.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::sleep;
use std::time::Duration;

use super::bus::Bus;
use super::{Window, program, until, xdotool};
use attache::model::Knowledge;
use attache::store::{examples, read_profile};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue, Value};

/// From where answers come.
const REQUEST: &str = "/org/freedesktop/portal/desktop/request/1_1/test";
const NAME: &str = "org.freedesktop.portal.Desktop";

enum Answer {
    File(String),
    Cancelled,
    /// The dialog was shown, and went wrong later.
    Broken,
    /// No dialog is shown.
    Refused,
    /// The portal ends while its dialog is open.
    Gone,
}

/// Answers each question in turn, after a while.
struct Chooser(Mutex<VecDeque<Answer>>);

#[zbus::interface(name = "org.freedesktop.portal.FileChooser")]
impl Chooser {
    fn save_file(
        &self,
        #[zbus(connection)] bus: &zbus::Connection,
        _parent: String,
        _title: String,
        _options: HashMap<String, OwnedValue>,
    ) -> zbus::fdo::Result<OwnedObjectPath> {
        let bus = Connection::from(bus.clone());
        match self.0.lock().unwrap().pop_front().unwrap() {
            Answer::File(path) => later(move || respond(&bus, 0, &[format!("file://{path}")])),
            Answer::Cancelled => later(move || respond(&bus, 1, &[])),
            Answer::Broken => later(move || respond(&bus, 2, &[])),
            Answer::Refused => return Err(zbus::fdo::Error::Failed("no backend".into())),
            Answer::Gone => later(move || {
                bus.release_name(NAME).unwrap();
                bus.request_name(NAME).unwrap();
            }),
        }
        Ok(OwnedObjectPath::try_from(REQUEST).unwrap())
    }
}

/// Takes documents to print, and tells their titles and what they hold.
struct Printer(Sender<(String, Vec<u8>)>);

#[zbus::interface(name = "org.freedesktop.portal.Print")]
impl Printer {
    fn print(
        &self,
        #[zbus(connection)] bus: &zbus::Connection,
        _parent: String,
        title: String,
        document: OwnedFd,
        _options: HashMap<String, OwnedValue>,
    ) -> OwnedObjectPath {
        let mut bytes = Vec::new();
        let mut file = File::from(std::os::fd::OwnedFd::from(document));
        file.read_to_end(&mut bytes).unwrap();
        self.0.send((title, bytes)).unwrap();
        let bus = Connection::from(bus.clone());
        later(move || respond(&bus, 0, &[]));
        OwnedObjectPath::try_from(REQUEST).unwrap()
    }
}

/// A while after the portal has said where its answer will come from.
fn later(what: impl FnOnce() + Send + 'static) {
    std::thread::spawn(move || {
        sleep(Duration::from_millis(800));
        what();
    });
}

fn respond(bus: &Connection, code: u32, uris: &[String]) {
    let interface = "org.freedesktop.portal.Request";
    let results = HashMap::from([("uris", Value::new(uris))]);
    bus.emit_signal(None::<()>, REQUEST, interface, "Response", &(code, results))
        .unwrap();
}

/// A session bus with a portal on it.
struct Session {
    bus: Bus,
    _portal: Connection,
    /// What was printed.
    printed: Receiver<(String, Vec<u8>)>,
}

impl Session {
    fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let bus = Bus::new();
        let chooser = Chooser(Mutex::new(answers.into_iter().collect()));
        let (tell, printed) = channel();
        let place = "/org/freedesktop/portal/desktop";
        let portal = Builder::address(bus.address.as_str())
            .and_then(|bus| bus.serve_at(place, chooser))
            .and_then(|bus| bus.serve_at(place, Printer(tell)))
            .and_then(|bus| bus.name(NAME))
            .and_then(Builder::build)
            .unwrap();
        Self {
            bus,
            _portal: portal,
            printed,
        }
    }

    /// A window that knows of this session.
    fn window(&self, profile: &Path, folder: &Path) -> Window {
        let services = folder.join("share/dbus-1/services");
        std::fs::create_dir_all(&services).unwrap();
        std::fs::write(services.join(format!("{NAME}.service")), "").unwrap();
        let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
        let mut command = program::at_home(attache, profile, folder);
        command
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address)
            .env("XDG_DATA_DIRS", folder.join("share"));
        Window::run(command)
    }
}

#[test]
#[ignore = "needs an X display and dbus-daemon"]
fn a_portal_is_obeyed_and_its_failures_are_no_cancels() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let chosen = folder.path().join("choisi.ron");
    let session = Session::new([
        Answer::File(chosen.display().to_string()),
        Answer::Cancelled,
        Answer::Broken,
        Answer::Refused,
        Answer::Gone,
    ]);
    let window = session.window(&path, folder.path());
    let ask = || {
        window.key(&["ctrl+shift+s"]);
        sleep(Duration::from_secs(2));
    };
    let saved = |path: &Path| {
        until("not saved", || {
            read_profile(&Knowledge::builtin(), path).ok()
        })
    };
    ask();
    let profile = saved(&chosen);
    // Cancelled, nothing is asked: what is typed goes nowhere.
    ask();
    let typed = |name: &str| {
        let path = folder.path().join(name);
        window.key(&["ctrl+a"]);
        xdotool(&["type", "--delay", "20", &path.display().to_string()]);
        window.key(&["Return"]);
        path
    };
    let nowhere = typed("nulle-part.ron");
    for name in ["brise.ron", "refuse.ron", "parti.ron"] {
        ask();
        assert_eq!(saved(&typed(name)), profile);
    }
    assert!(!nowhere.exists());
}

#[test]
#[ignore = "needs an X display and dbus-daemon"]
fn the_page_is_printed_by_the_portal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let session = Session::new([]);
    let window = session.window(&path, folder.path());
    window.key(&["ctrl+p"]);
    let (title, bytes) = until("nothing is printed", || session.printed.try_recv().ok());
    assert!(title.starts_with("banque"), "{title}");
    assert!(bytes.starts_with(b"%PDF"));
}
