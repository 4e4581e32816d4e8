//! Dialogs of the desktops of Linux and its like: a portal on the session bus, or zenity. Each says
//! apart that someone cancelled and that it failed.

use super::{portal, zenity};
use crate::ui::files::errand::{Picked, Request};

/// Whether anything can show a dialog.
pub fn has_dialogs() -> bool {
    portal::is_there() || zenity::is_there()
}

/// What this gives opens a dialog and waits for the answer; a second dialog is opened in place of one
/// that failed only while it is wanted.
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

/// Tells of something grave, where it can.
pub fn alert(text: &str) {
    zenity::alert(text);
}
