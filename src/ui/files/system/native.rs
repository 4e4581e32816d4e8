//! Dialogs of systems that have one kind of them.

use crate::ui::files::errand::{Picked, Request};

/// Whether anything can show a dialog.
pub fn has_dialogs() -> bool {
    true
}

/// Asks for a file and waits for the answer.
pub fn ask(request: &Request, _wanted: impl Fn() -> bool) -> Picked {
    let mut dialog = rfd::AsyncFileDialog::new()
        .set_title(&request.title)
        .add_filter(&request.filter, request.purpose.extensions());
    if let Some(folder) = &request.folder {
        dialog = dialog.set_directory(folder);
    }
    let picked = if request.purpose.opens() {
        pollster::block_on(dialog.pick_file())
    } else {
        pollster::block_on(dialog.set_file_name(&request.name).save_file())
    };
    picked.map_or(Picked::Cancelled, |file| {
        Picked::Path(file.path().to_owned())
    })
}

/// Tells of something grave.
pub fn alert(text: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Attache")
        .set_description(text)
        .show();
}
