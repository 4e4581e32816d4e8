//! A desktop portal that answers as a test wants, on a session bus of its own; and what the program
//! makes of its answers.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
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
    /// As [`Self::File`], by a portal that is slow to say that it shows a dialog.
    Late(String),
    /// Several files.
    Files(Vec<String>),
    /// The portal says that it shows a dialog, and that is all.
    Silence,
    Cancelled,
    /// The dialog was shown, and went wrong later.
    Broken,
    /// No dialog is shown.
    Refused,
    /// The portal ends while its dialog is open.
    Gone,
}

/// Answers each question in turn, after a while, and keeps who asks for which window.
struct Chooser {
    answers: Mutex<VecDeque<Answer>>,
    parents: Arc<Mutex<Vec<String>>>,
}

impl Chooser {
    fn asked(&self, parent: String) -> Answer {
        self.parents.lock().unwrap().push(parent);
        self.answers.lock().unwrap().pop_front().unwrap()
    }
}

#[zbus::interface(name = "org.freedesktop.portal.FileChooser")]
impl Chooser {
    fn save_file(
        &self,
        #[zbus(connection)] bus: &zbus::Connection,
        parent: String,
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
        match self.asked(parent) {
            Answer::File(path) => later(move || respond(&bus, 0, &[path])),
            Answer::Late(path) => {
                sleep(Duration::from_secs(7));
                later(move || respond(&bus, 0, &[path]));
            }
            Answer::Files(_) => return Err(zbus::fdo::Error::Failed("one file".into())),
            Answer::Silence => {}
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

    fn open_file(
        &self,
        #[zbus(connection)] bus: &zbus::Connection,
        parent: String,
        _title: String,
        mut options: HashMap<String, OwnedValue>,
    ) -> zbus::fdo::Result<OwnedObjectPath> {
        let bus = Connection::from(bus.clone());
        let several = bool::try_from(options.remove("multiple").unwrap()).unwrap();
        match self.asked(parent) {
            Answer::Files(paths) if several => later(move || respond(&bus, 0, &paths)),
            _ => return Err(zbus::fdo::Error::Failed("not wanted".into())),
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

fn respond(bus: &Connection, code: u32, paths: &[String]) {
    let uris: Vec<String> = paths.iter().map(|path| format!("file://{path}")).collect();
    let interface = "org.freedesktop.portal.Request";
    let results = HashMap::from([("uris", Value::new(uris))]);
    bus.emit_signal(None::<()>, REQUEST, interface, "Response", &(code, results))
        .unwrap();
}

/// A session bus with a portal on it.
struct Session {
    bus: Bus,
    _portal: Connection,
    parents: Arc<Mutex<Vec<String>>>,
    /// What was printed.
    printed: Receiver<(String, Vec<u8>)>,
}

impl Session {
    fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let bus = Bus::new();
        let parents = Arc::default();
        let chooser = Chooser {
            answers: Mutex::new(answers.into_iter().collect()),
            parents: Arc::clone(&parents),
        };
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
            parents,
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
    // Each belonged to the window.
    let number: u32 = window.id.parse().unwrap();
    let parents = session.parents.lock().unwrap();
    assert_eq!(*parents, vec![format!("x11:{number:x}"); 5]);
}

#[test]
#[ignore = "needs an X display and dbus-daemon"]
fn a_portal_that_is_silent_or_late_keeps_nobody_from_saving() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let late = folder.path().join("tard.ron");
    let session = Session::new([Answer::Silence, Answer::Late(late.display().to_string())]);
    let window = session.window(&path, folder.path());
    let saved = |path: &Path| {
        until("not saved", || {
            read_profile(&Knowledge::builtin(), path).ok()
        })
    };
    // Asked for again, the path can be typed at once.
    window.key(&["ctrl+shift+s", "ctrl+shift+s"]);
    sleep(Duration::from_millis(500));
    let typed = folder.path().join("tape.ron");
    window.key(&["ctrl+a"]);
    xdotool(&["type", "--delay", "20", &typed.display().to_string()]);
    window.key(&["Return"]);
    let profile = saved(&typed);
    // Seven seconds later than anyone expects it, an answer is one.
    window.key(&["ctrl+shift+s"]);
    assert_eq!(saved(&late), profile);
}

#[test]
#[ignore = "needs an X display and dbus-daemon"]
fn opinions_are_gathered_by_a_dialog_that_takes_several_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let others = [1, 2].map(|number| {
        let other = folder.path().join(format!("avis-{number}.ron"));
        std::fs::write(&other, examples()[number].text).unwrap();
        other.display().to_string()
    });
    let session = Session::new([Answer::Files(others.to_vec())]);
    let window = session.window(&path, folder.path());
    window.key(&["ctrl+shift+o"]);
    window.titled(|title| title.starts_with("• "));
    window.key(&["ctrl+s"]);
    window.titled(|title| !title.starts_with("• "));
    let saved = read_profile(&Knowledge::builtin(), &path).unwrap();
    assert_eq!(saved.opinions.len(), 2);
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
