//! The dialogs of the desktop portal itself, with the backend of GTK, on a session bus of a test's own.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::bus::Bus;
use super::{Window, program, until, xdotool};
use attache::model::Knowledge;
use attache::store::{examples, read_profile};
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt};
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;

/// The dialog with this title, once it is shown and has the keyboard.
pub fn dialog(title: &str) -> String {
    let name = format!("^{title}$");
    let id = until("no dialog", || {
        let found = xdotool(&["search", "--onlyvisible", "--name", &name]);
        found.lines().last().map(str::to_owned)
    });
    until("no focus", || {
        xdotool(&["windowfocus", "--sync", &id]);
        (xdotool(&["getwindowfocus"]) == id).then_some(())
    });
    id
}

fn is_gone(id: &str) {
    until("the dialog stays", || (!is_shown(id)).then_some(()));
}

/// The window that this one belongs to.
fn parent(id: &str) -> Option<u32> {
    let (server, _) = x11rb::connect(None).unwrap();
    let (window, atom) = (id.parse().unwrap(), AtomEnum::WM_TRANSIENT_FOR);
    let asked = server.get_property(false, window, atom, AtomEnum::WINDOW, 0, 1);
    let reply = asked.unwrap().reply().unwrap();
    reply.value32()?.next()
}

/// Types a path where the dialog takes one, and accepts it.
pub fn choose(dialog: &str, path: &Path) {
    let path = path.display().to_string();
    until("the dialog takes no path", || {
        // One that is shown but not whole yet loses what is typed.
        xdotool(&["key", "ctrl+a"]);
        xdotool(&["type", "--delay", "30", &path]);
        xdotool(&["key", "Return"]);
        let typed = Instant::now();
        while is_shown(dialog) {
            if typed.elapsed() > Duration::from_secs(5) {
                return None;
            }
            sleep(Duration::from_millis(100));
        }
        Some(())
    });
}

fn is_shown(id: &str) -> bool {
    let shown = xdotool(&["search", "--onlyvisible", "--name", "."]);
    shown.lines().any(|line| line == id)
}

/// A session has the portal running; to start it takes its time on a busy machine.
pub fn start(bus: &Bus) {
    let session = Builder::address(bus.address.as_str())
        .and_then(Builder::build)
        .unwrap();
    let services = DBusProxy::new(&session).unwrap();
    for name in ["impl.portal.desktop.gtk", "portal.Desktop"] {
        let name = format!("org.freedesktop.{name}");
        services
            .start_service_by_name(name.try_into().unwrap(), 0)
            .unwrap();
    }
}

#[test]
#[ignore = "needs an X display, dbus-daemon, xdg-desktop-portal and xdg-desktop-portal-gtk"]
fn the_portals_own_dialogs_save_and_open_and_go_when_they_are_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let other = folder.path().join("autre.ron");
    std::fs::write(&other, examples()[5].text).unwrap();
    let bus = Bus::at_home(folder.path());
    start(&bus);
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let mut command = program::at_home(attache, &path, folder.path());
    command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    let window = Window::run(command);

    window.key(&["ctrl+shift+s"]);
    let shown = dialog("Enregistrer le profil");
    assert_eq!(parent(&shown), Some(window.id.parse().unwrap()));
    let chosen = folder.path().join("choisi.ron");
    choose(&shown, &chosen);
    let saved = until("not saved", || {
        read_profile(&Knowledge::builtin(), &chosen).ok()
    });
    assert_eq!(saved.header.company, "Banque Delorme");
    is_gone(&shown);

    window.focus();
    window.key(&["ctrl+o"]);
    let shown = dialog("Ouvrir un profil");
    choose(&shown, &other);
    window.titled(|title| title == "Ville de Saint-Aubin — Attache");
    is_gone(&shown);

    // Asked for again, the window takes the path itself; cancelled there, the dialog goes as well.
    window.focus();
    window.key(&["ctrl+shift+s"]);
    let shown = dialog("Enregistrer le profil");
    window.focus();
    window.key(&["ctrl+shift+s", "Escape"]);
    is_gone(&shown);
}
