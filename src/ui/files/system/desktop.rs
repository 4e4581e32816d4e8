//! Dialogs of the desktops of Linux and its like: a portal on the session bus, or zenity. With both it
//! can be told whether someone cancelled or the dialog failed.

use super::{portal, zenity};
use crate::ui::files::errand::{Picked, Request};

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
