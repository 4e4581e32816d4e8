//! The desktop portal: a service of the session that shows the dialogs of whatever desktop runs, opens
//! documents and prints them.

use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Message;
use zbus::names::MemberName;
use zbus::zvariant::{Fd, OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, message};

use crate::ui::files::errand::{Handed, Picked, Request};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PLACE: &str = "/org/freedesktop/portal/desktop";
const OPENER: &str = "org.freedesktop.portal.OpenURI";
const PRINTER: &str = "org.freedesktop.portal.Print";
const CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const REQUEST: &str = "org.freedesktop.portal.Request";
const BUS: &str = "org.freedesktop.DBus";

/// How long the portal may take until it says that it shows a dialog. After that there is no limit:
/// a person takes their time.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the portal answers in place of a file: 0 is a file, anything else a failure.
const CANCELLED: u32 = 1;

/// Whether there is a session bus and a portal that it can start.
pub fn is_there() -> bool {
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

/// Asks for a file and waits for the answer; `None` where the portal fails, however late.
pub fn ask(request: &Request) -> Option<Picked> {
    let (code, mut results) = respond(|bus| call(bus, request))?;
    match code {
        0 => {
            let files: Vec<String> = results.remove("uris")?.try_into().ok()?;
            Some(Picked::Path(path(files.first()?)?))
        }
        CANCELLED => Some(Picked::Cancelled),
        _ => None,
    }
}

/// Opens a document with the program that the desktop has for it; whether it did.
pub fn open(path: &Path) -> bool {
    is_there()
        && respond(|bus| give(bus, path, OPENER, "OpenFile", None)).is_some_and(|of| of.0 == 0)
}

/// Shows a document in its folder; whether the portal does.
pub fn reveal(path: &Path) -> bool {
    is_there()
        && respond(|bus| give(bus, path, OPENER, "OpenDirectory", None)).is_some_and(|of| of.0 == 0)
}

/// Prints a document: the portal shows the desktop's own dialog. `None` where it cannot.
pub fn print(path: &Path) -> Option<Handed> {
    let title = path.file_stem()?.to_string_lossy();
    let asked = is_there().then(|| respond(|bus| give(bus, path, PRINTER, "Print", Some(&title))));
    match asked??.0 {
        0 => Some(Handed::Done),
        CANCELLED => Some(Handed::Cancelled),
        _ => None,
    }
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
fn respond(call: impl FnOnce(&Connection) -> zbus::Result<OwnedObjectPath>) -> Option<Response> {
    let bus = session()?;
    // Listen before asking, so that no answer is missed.
    let coming = MessageIterator::from(&bus);
    let listened = listen(&bus).ok().and_then(|()| call(&bus).ok())?;
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
fn call(bus: &Connection, request: &Request) -> zbus::Result<OwnedObjectPath> {
    let patterns: Vec<(u32, String)> = request
        .purpose
        .extensions()
        .iter()
        .map(|end| (0, format!("*.{end}")))
        .collect();
    let mut options: HashMap<&str, Value<'_>> = HashMap::new();
    options.insert("filters", Value::new(vec![(&request.filter, patterns)]));
    if let Some(folder) = &request.folder {
        let mut bytes = folder.as_os_str().as_bytes().to_vec();
        bytes.push(0);
        options.insert("current_folder", Value::new(bytes));
    }
    let method = if request.purpose.opens() {
        "OpenFile"
    } else {
        options.insert("current_name", Value::new(&request.name));
        "SaveFile"
    };
    let body = ("", &request.title, options);
    let reply = bus.call_method(Some(PORTAL), PLACE, Some(CHOOSER), method, &body)?;
    reply.body().deserialize()
}

/// Whether the message says that the portal has left the bus.
fn is_gone(message: &Message) -> bool {
    let owners: zbus::Result<(String, String, String)> = message.body().deserialize();
    owners.is_ok_and(|(name, _, new)| name == PORTAL && new.is_empty())
}

/// The path in an address such as `file:///tmp/a%20b.ron`.
fn path(address: &str) -> Option<PathBuf> {
    let rest = address.strip_prefix("file://")?;
    let written = &rest.as_bytes()[rest.find('/')?..];
    let mut bytes = Vec::new();
    let mut at = 0;
    while at < written.len() {
        let escaped = (written[at] == b'%')
            .then(|| std::str::from_utf8(written.get(at + 1..at + 3)?).ok())
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(written[at]));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    Some(OsString::from_vec(bytes).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_a_path() {
        for (address, meant) in [
            ("file:///tmp/profil.ron", Some("/tmp/profil.ron")),
            ("file:///tmp/a%20b%C3%A9.ron", Some("/tmp/a bé.ron")),
            ("file://localhost/tmp/100%.ron", Some("/tmp/100%.ron")),
            ("https://example.org/a.ron", None),
        ] {
            assert_eq!(path(address), meant.map(PathBuf::from), "{address}");
        }
        let raw = path("file:///tmp/%FF").unwrap();
        assert_eq!(raw.as_os_str().as_bytes(), b"/tmp/\xff");
    }
}
