//! Presenting on two screens: an X server of its own, whose outputs are plugged in and out.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};

use super::{Window, program, until};
use attache::store::examples;

/// A graphics card with two outputs, and none of that in reality.
const CARD: &str = r#"
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2560 1440
  EndSubSection
EndSection
"#;

/// An X server and a window manager, ended with the test.
struct Desk {
    server: Child,
    manager: Child,
    display: String,
}

impl Drop for Desk {
    fn drop(&mut self) {
        for program in [&mut self.manager, &mut self.server] {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}

impl Desk {
    fn new(folder: &Path) -> Self {
        let config = folder.join("xorg.conf");
        std::fs::write(&config, CARD).unwrap();
        let mut server = Command::new("Xorg")
            .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp"])
            .args(["-novtswitch", "-sharevts", "-logfile"])
            .arg(folder.join("xorg.log"))
            .arg("-config")
            .arg(&config)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xorg");
        let mut number = String::new();
        let told = server.stdout.take().unwrap();
        BufReader::new(told).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xorg does not start");
        let display = format!(":{}", number.trim());
        let manager = Command::new("openbox").env("DISPLAY", &display).spawn();
        let desk = Self {
            server,
            manager: manager.expect("openbox"),
            display,
        };
        desk.xrandr(&["--output", "DUMMY0", "--mode", "1280x720"]);
        desk.xrandr(&["--addmode", "DUMMY1", "1280x720"]);
        desk.plug_in();
        desk
    }

    fn xrandr(&self, args: &[&str]) {
        let mut command = Command::new("xrandr");
        let done = command.env("DISPLAY", &self.display).args(args).status();
        assert!(done.unwrap().success(), "{args:?}");
    }

    fn plug_in(&self) {
        let place = ["--mode", "1280x720", "--right-of", "DUMMY0"];
        self.xrandr(&[&["--output", "DUMMY1"], &place[..]].concat());
    }

    fn unplug(&self) {
        self.xrandr(&["--output", "DUMMY1", "--off"]);
    }

    /// What is painted between these edges of all screens.
    fn picture(&self, left: i16, width: u16) -> Vec<u8> {
        let (server, screen) = x11rb::connect(Some(&self.display)).unwrap();
        let root = server.setup().roots[screen].root;
        let (format, all) = (ImageFormat::Z_PIXMAP, u32::MAX);
        let image = server.get_image(format, root, left, 0, width, 720, all);
        image.unwrap().reply().unwrap().data
    }
}

/// Left, top, width and height of the room's window, and what it is called by the server.
fn room(window: &Window) -> Option<(String, [i32; 4])> {
    let id = window.xdotool(&["search", "--onlyvisible", "--name", "la salle$"]);
    let id = id.lines().last()?.to_owned();
    let told = window.xdotool(&["getwindowgeometry", "--shell", &id]);
    let numbers = ["X=", "Y=", "WIDTH=", "HEIGHT="].map(|name| {
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.parse().ok()).unwrap_or(-1)
    });
    Some((id, numbers))
}

/// The program on the first screen.
fn open(desk: &Desk, profile: &Path, folder: &Path) -> Window {
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let command = program::at_home(attache, profile, folder);
    let window = Window::run_on(Some(&desk.display), command);
    // A new window opens where the pointer is, and that may be on the second.
    window.xdotool(&["windowmove", &window.id, "0", "0"]);
    window.settle();
    window
}

/// Waits until the room's window fills the second screen.
fn fills_the_second(window: &Window) -> String {
    until("the room is not on the second screen", || {
        let (id, place) = room(window)?;
        (place == [1280, 0, 1280, 720]).then_some(id)
    })
}

#[test]
#[ignore = "needs Xorg with its dummy driver, xrandr, xdotool and openbox"]
fn the_room_has_the_second_screen_until_that_is_unplugged_and_again_once_it_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.attache");
    std::fs::write(&path, examples()[0].text).unwrap();
    let desk = Desk::new(folder.path());
    let window = open(&desk, &path, folder.path());
    window.key(&["F5"]);
    let id = fills_the_second(&window);

    // A remote leads in both, whichever has the keyboard.
    for focused in [&window.id, &id] {
        window.xdotool(&["windowfocus", "--sync", focused]);
        window.settle();
        let (here, there) = (desk.picture(0, 1280), desk.picture(1280, 1280));
        window.key(&["Next"]);
        until("a slide stays", || {
            let moved = desk.picture(0, 1280) != here && desk.picture(1280, 1280) != there;
            moved.then_some(())
        });
    }

    // They change their screens, and change back.
    window.key(&["s"]);
    until("they do not change", || {
        let (_, place) = room(&window)?;
        (place == [0, 0, 1280, 720]).then_some(())
    });
    window.key(&["s"]);
    fills_the_second(&window);

    desk.unplug();
    until("the room has no window", || {
        let (_, [_, _, width, height]) = room(&window)?;
        ([width, height] == [960, 540]).then_some(())
    });
    desk.plug_in();
    fills_the_second(&window);

    window.focus();
    window.key(&["Escape"]);
    until("the room's window stays", || {
        room(&window).is_none().then_some(())
    });
    window.titled(|title| title == "Banque Delorme — Attache");
}

#[test]
#[ignore = "needs Xorg with its dummy driver, xrandr, xdotool and openbox"]
fn a_projector_that_is_plugged_in_later_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.attache");
    std::fs::write(&path, examples()[0].text).unwrap();
    let desk = Desk::new(folder.path());
    desk.unplug();
    let window = open(&desk, &path, folder.path());
    desk.plug_in();
    window.settle();
    window.key(&["F5"]);
    fills_the_second(&window);
}
