//! Dialogs of Windows and macOS, which have one kind each.

use std::pin::Pin;

use crate::ui::files::errand::{Picked, Request};

/// Whether anything can show a dialog.
pub fn has_dialogs() -> bool {
    true
}

/// Opens a dialog, for which some systems want the thread of the window; gives a function that waits
/// for the answer, in any thread.
pub fn open(request: Request) -> impl FnOnce(&dyn Fn() -> bool) -> Picked + Send {
    let mut dialog = rfd::AsyncFileDialog::new().set_title(request.title);
    for (name, extensions) in request.filters {
        dialog = dialog.add_filter(name, extensions);
    }
    if let Some(folder) = request.folder {
        dialog = dialog.set_directory(folder);
    }
    let picking: Pin<Box<dyn Future<Output = _> + Send>> = if request.purpose.opens() {
        Box::pin(dialog.pick_file())
    } else {
        Box::pin(dialog.set_file_name(request.name).save_file())
    };
    move |_wanted| match pollster::block_on(picking) {
        Some(file) => Picked::Path(file.path().to_owned()),
        None => Picked::Cancelled,
    }
}

/// Shows a message about something grave.
pub fn alert(text: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Attache")
        .set_description(text)
        .show();
}
