//! Dialogs of the desktops of Linux and its like: a portal on the session bus, or zenity. With both it
//! can be told whether someone cancelled or the dialog failed.

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use eframe::CreationContext;
use raw_window_handle::{HasWindowHandle, RawWindowHandle};

use super::{portal, reveal, zenity};
use crate::ui::files::errand::{Deed, Handed, Picked, Request};
use crate::ui::files::recall::Recall;

/// The window that dialogs belong to, as X11 numbers it. To name a window of Wayland to another program
/// (xdg-foreign) takes unsafe code, or another library of portals for that alone: there dialogs stand
/// alone.
#[derive(Clone, Copy, Default)]
pub struct Parent(Option<u32>);

impl Parent {
    pub fn of(window: &CreationContext<'_>) -> Self {
        let handle = window.window_handle().map(|handle| handle.as_raw());
        Self(match handle {
            Ok(RawWindowHandle::Xlib(handle)) => u32::try_from(handle.window).ok(),
            Ok(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
            _ => None,
        })
    }

    /// The window's number there.
    pub fn number(self) -> Option<u32> {
        self.0
    }
}

/// For how long zenity stands in for a portal that fails: later, the window has offered its own path
/// field, and nobody waits for another dialog.
const STAND_IN: Duration = Duration::from_secs(3);

/// That no program opens a file is said within this time; on some desktops the answer comes only when
/// the program that opened it ends.
const OPENS_WITHIN: Duration = Duration::from_secs(4);

/// Whether anything can show a dialog.
pub fn has_dialogs() -> bool {
    portal::is_there() || zenity::is_there()
}

/// Gives a function that opens the portal's dialog and waits for the answer; where that fails, it opens
/// zenity's, if an answer is still wanted.
pub fn open(
    request: Request,
    &Parent(parent): &Parent,
) -> impl FnOnce(&Recall) -> Picked + Send + use<> {
    move |recall| {
        let asked = Instant::now();
        if portal::is_there()
            && let Some(picked) = portal::ask(&request, parent, recall)
        {
            return picked;
        }
        if zenity::is_there() && recall.is_wanted() && asked.elapsed() < STAND_IN {
            return zenity::ask(&request, parent, recall);
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
