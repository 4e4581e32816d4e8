//! The desktop portal: a service of the session that shows the dialogs of whatever desktop runs, opens
//! documents and prints them.

use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Message;
use zbus::names::MemberName;
use zbus::zvariant::{Fd, OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, message};

use crate::store::address::path_of;
use crate::ui::files::errand::{Handed, Picked, Purpose, Request};
use crate::ui::files::recall::Recall;

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PLACE: &str = "/org/freedesktop/portal/desktop";
const OPENER: &str = "org.freedesktop.portal.OpenURI";
const PRINTER: &str = "org.freedesktop.portal.Print";
const CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const REQUEST: &str = "org.freedesktop.portal.Request";
const BUS: &str = "org.freedesktop.DBus";

/// How long a service may take to answer that it does what it was asked.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the portal answers in place of a file: 0 is a file, anything else a failure.
const CANCELLED: u32 = 1;

/// Whether there is a session bus and a portal that it can start. Out of a sandbox of Flatpak there is
/// no other way, and the portal's files are not seen from inside.
pub fn is_there() -> bool {
    if Path::new("/.flatpak-info").exists() {
        return true;
    }
    let bus = env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| Path::new(&dir).join("bus").exists());
    let usual = || OsString::from("/usr/local/share:/usr/share");
    let shared = env::var_os("XDG_DATA_DIRS").unwrap_or_else(usual);
    bus && env::split_paths(&shared).any(|dir| {
        dir.join("dbus-1/services/org.freedesktop.portal.Desktop.service")
            .exists()
    })
}

/// The session bus, if there is one.
pub fn session() -> Option<Connection> {
    let bus = Builder::session().and_then(|bus| bus.method_timeout(PATIENCE).build());
    bus.ok()
}

/// Asks for a file, for a window of X11 if it is one, and waits for the answer, however slow the portal
/// and the person are; `None` where the portal fails, however late.
pub fn ask(request: &Request, parent: Option<u32>, recall: &Recall) -> Option<Picked> {
    let bus = Builder::session().and_then(Builder::build).ok()?;
    let parent = parent.map_or_else(String::new, |number| format!("x11:{number:x}"));
    let begun = |listened| {
        // The portal takes away the dialogs of whoever leaves the bus.
        let bus = bus.clone();
        recall.by(move || drop(bus.close()));
        listened
    };
    let response = respond(&bus, |bus| call(bus, request, &parent).map(begun))?;
    answer(response, request.purpose)
}

/// Opens a document with the program that the desktop has for it; whether it did.
pub fn open(path: &Path) -> bool {
    hand(path, OPENER, "OpenFile", None) == Some(0)
}

/// Shows a document in its folder; whether the portal does.
pub fn reveal(path: &Path) -> bool {
    hand(path, OPENER, "OpenDirectory", None) == Some(0)
}

/// Prints a document: the portal shows the desktop's own dialog. `None` where it cannot.
pub fn print(path: &Path) -> Option<Handed> {
    let title = path.file_stem()?.to_string_lossy();
    match hand(path, PRINTER, "Print", Some(&title))? {
        0 => Some(Handed::Done),
        CANCELLED => Some(Handed::Cancelled),
        _ => None,
    }
}

/// Gives a document to the portal and waits; the code of its response.
fn hand(path: &Path, interface: &str, method: &str, title: Option<&str>) -> Option<u32> {
    let bus = is_there().then(session)??;
    let (code, _) = respond(&bus, |bus| give(bus, path, interface, method, title))?;
    Some(code)
}

/// Gives an open document to the portal, under a title where it wants one.
fn give(
    bus: &Connection,
    path: &Path,
    interface: &str,
    method: &str,
    title: Option<&str>,
) -> zbus::Result<OwnedObjectPath> {
    let file = File::open(path).map_err(zbus::Error::from)?;
    let options: HashMap<&str, Value<'_>> = HashMap::new();
    let fd = Fd::from(&file);
    let reply = match title {
        Some(title) => {
            let body = ("", title, fd, options);
            bus.call_method(Some(PORTAL), PLACE, Some(interface), method, &body)?
        }
        None => {
            let body = ("", fd, options);
            bus.call_method(Some(PORTAL), PLACE, Some(interface), method, &body)?
        }
    };
    reply.body().deserialize()
}

/// What a response holds: its code, and more.
type Response = (u32, HashMap<String, OwnedValue>);

/// Asks the portal for something and waits for its response; `None` where it fails, however late.
fn respond(
    bus: &Connection,
    call: impl FnOnce(&Connection) -> zbus::Result<OwnedObjectPath>,
) -> Option<Response> {
    // Listen before asking, so that no answer is missed.
    let coming = MessageIterator::from(bus);
    let listened = listen(bus).and_then(|()| call(bus)).ok()?;
    for message in coming {
        let message = message.ok()?;
        let header = message.header();
        let member = header.member().map(MemberName::as_str);
        if member == Some("Response") && header.path().is_some_and(|at| **at == **listened) {
            return message.body().deserialize().ok();
        }
        if member == Some("NameOwnerChanged") && is_gone(&message) {
            return None;
        }
    }
    None
}

/// Listens for the portal's answers, and for its end.
fn listen(bus: &Connection) -> zbus::Result<()> {
    let signals = || MatchRule::builder().msg_type(message::Type::Signal);
    let answers = signals()
        .sender(PORTAL)?
        .interface(REQUEST)?
        .member("Response")?
        .build();
    let owners = signals()
        .sender(BUS)?
        .member("NameOwnerChanged")?
        .arg(0, PORTAL)?
        .build();
    let proxy = DBusProxy::new(bus)?;
    proxy.add_match_rule(answers)?;
    proxy.add_match_rule(owners)?;
    Ok(())
}

/// Opens the dialog; gives the object path whose signal will bring the answer.
fn call(bus: &Connection, request: &Request, parent: &str) -> zbus::Result<OwnedObjectPath> {
    let pattern = |end: &&str| (0_u32, format!("*.{end}"));
    let filters: Vec<(&str, Vec<(u32, String)>)> = request
        .filters
        .iter()
        .map(|(name, ends)| (name.as_str(), ends.iter().map(pattern).collect()))
        .collect();
    let mut options: HashMap<&str, Value<'_>> = HashMap::new();
    options.insert("filters", Value::new(filters));
    if let Some(folder) = &request.folder {
        let mut bytes = folder.as_os_str().as_bytes().to_vec();
        bytes.push(0);
        options.insert("current_folder", Value::new(bytes));
    }
    let method = if request.purpose.opens() {
        options.insert("multiple", request.purpose.takes_several().into());
        "OpenFile"
    } else {
        options.insert("current_name", Value::new(&request.name));
        "SaveFile"
    };
    let body = (parent, &request.title, options);
    let reply = bus.call_method(Some(PORTAL), PLACE, Some(CHOOSER), method, &body)?;
    reply.body().deserialize()
}

/// Whether the message says that the portal has left the bus.
fn is_gone(message: &Message) -> bool {
    let owners: zbus::Result<(String, String, String)> = message.body().deserialize();
    owners.is_ok_and(|(name, _, new)| name == PORTAL && new.is_empty())
}

fn answer((code, mut results): Response, purpose: Purpose) -> Option<Picked> {
    match code {
        0 => {
            let files: Vec<String> = results.remove("uris")?.try_into().ok()?;
            let mut paths: Vec<PathBuf> =
                files.iter().map(|it| path_of(it)).collect::<Option<_>>()?;
            if purpose.takes_several() {
                return Some(Picked::Paths(paths));
            }
            paths.pop().map(Picked::Path)
        }
        CANCELLED => Some(Picked::Cancelled),
        _ => None,
    }
}
