//! Dialogs of the desktops of Linux and its like: a portal on the session bus, or zenity. With both it
//! can be told whether someone cancelled or the dialog failed.

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use super::{portal, reveal, zenity};
use crate::ui::files::errand::{Deed, Handed, Picked, Request};

/// That no program opens a file is said within this time; on some desktops the answer comes only when
/// the program that opened it ends.
const OPENS_WITHIN: Duration = Duration::from_secs(4);

/// Whether anything can show a dialog.
pub fn has_dialogs() -> bool {
    portal::is_there() || zenity::is_there()
}

/// Gives a function that opens the portal's dialog and waits for the answer; where that fails, it opens
/// zenity's, if an answer is still wanted.
pub fn open(request: Request) -> impl FnOnce(&dyn Fn() -> bool) -> Picked + Send {
    move |wanted| {
        if portal::is_there()
            && let Some(picked) = portal::ask(&request)
        {
            return picked;
        }
        if zenity::is_there() && wanted() {
            return zenity::ask(&request);
        }
        Picked::Unavailable
    }
}

/// Shows a message about something grave, where that is possible.
pub fn alert(text: &str) {
    zenity::alert(text);
}

/// Does something with a document; waits for the answer.
pub fn hand(deed: Deed, path: &Path) -> Handed {
    match deed {
        Deed::Open if opens(path) || portal::open(path) => Handed::Done,
        Deed::Reveal if reveal::by_file_manager(path) || portal::reveal(path) => Handed::Done,
        // Without the file in it, the folder is better than nothing.
        Deed::Reveal if path.parent().is_some_and(opens) => Handed::Done,
        Deed::Open | Deed::Reveal => Handed::Unable,
        Deed::Print => portal::print(path).unwrap_or_else(|| {
            if opens(path) || portal::open(path) {
                Handed::InViewer
            } else {
                Handed::Unable
            }
        }),
    }
}

/// Opens a file or a folder with the program that the desktop has for it.
fn opens(path: &Path) -> bool {
    let (tell, told) = channel();
    let path = path.to_owned();
    std::thread::spawn(move || {
        // After a while nobody waits any more.
        let _ = tell.send(::open::that(path).is_ok());
    });
    told.recv_timeout(OPENS_WITHIN).unwrap_or(true)
}
