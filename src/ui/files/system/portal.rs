//! The desktop portal: a service of the session that shows the dialogs of whatever desktop runs.

use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Message;
use zbus::names::MemberName;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, message};

use crate::ui::files::errand::{Picked, Purpose, Request};
use crate::ui::files::recall::Recall;

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const REQUEST: &str = "org.freedesktop.portal.Request";
const BUS: &str = "org.freedesktop.DBus";

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

/// Asks for a file, for a window of X11 if it is one, and waits for the answer, however slow the portal
/// and the person are; `None` where the portal fails, however late.
pub fn ask(request: &Request, parent: Option<u32>, recall: &Recall) -> Option<Picked> {
    let bus = Builder::session().and_then(Builder::build).ok()?;
    // Listen before asking, so that no answer is missed.
    let coming = MessageIterator::from(&bus);
    let parent = parent.map_or_else(String::new, |number| format!("x11:{number:x}"));
    let listened = listen(&bus)
        .and_then(|()| call(&bus, request, &parent))
        .ok()?;
    // The portal takes away the dialogs of whoever leaves the bus.
    recall.by(move || drop(bus.close()));
    for message in coming {
        let message = message.ok()?;
        let header = message.header();
        let member = header.member().map(MemberName::as_str);
        if member == Some("Response") && header.path().is_some_and(|at| **at == **listened) {
            return answer(&message, request.purpose);
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
    let place = "/org/freedesktop/portal/desktop";
    let body = (parent, &request.title, options);
    let reply = bus.call_method(Some(PORTAL), place, Some(CHOOSER), method, &body)?;
    reply.body().deserialize()
}

/// Whether the message says that the portal has left the bus.
fn is_gone(message: &Message) -> bool {
    let owners: zbus::Result<(String, String, String)> = message.body().deserialize();
    owners.is_ok_and(|(name, _, new)| name == PORTAL && new.is_empty())
}

fn answer(message: &Message, purpose: Purpose) -> Option<Picked> {
    let (code, mut results): (u32, HashMap<String, OwnedValue>) =
        message.body().deserialize().ok()?;
    match code {
        0 => {
            let files: Vec<String> = results.remove("uris")?.try_into().ok()?;
            let mut paths: Vec<PathBuf> = files.iter().map(|it| path(it)).collect::<Option<_>>()?;
            if purpose.takes_several() {
                return Some(Picked::Paths(paths));
            }
            paths.pop().map(Picked::Path)
        }
        CANCELLED => Some(Picked::Cancelled),
        _ => None,
    }
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
