//! A desktop portal that answers as a test wants, on a session bus of its own; and what the program
//! makes of its answers.

use std::collections::{HashMap, VecDeque};
use std::path::Path;
use std::sync::Mutex;
use std::thread::sleep;
use std::time::Duration;

use super::bus::Bus;
use super::{Window, program, until, xdotool};
use attache::model::Knowledge;
use attache::store::{examples, read_profile};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

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
        options: HashMap<String, OwnedValue>,
    ) -> zbus::fdo::Result<OwnedObjectPath> {
        // Profiles under their own extension are listed first.
        let told: Vec<_> = options.into_iter().collect();
        let told = format!("{told:?}");
        let [own, former] = ["*.attache\"", "*.ron\""].map(|end| told.find(end));
        if own.is_none() || own > former {
            return Err(zbus::fdo::Error::InvalidArgs(told));
        }
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
}

impl Session {
    fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let bus = Bus::new();
        let chooser = Chooser(Mutex::new(answers.into_iter().collect()));
        let portal = Builder::address(bus.address.as_str())
            .and_then(|bus| bus.serve_at("/org/freedesktop/portal/desktop", chooser))
            .and_then(|bus| bus.name(NAME))
            .and_then(Builder::build)
            .unwrap();
        Self {
            bus,
            _portal: portal,
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
