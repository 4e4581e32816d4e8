//! Dialogs of Windows and macOS, which have one kind each.

use std::pin::Pin;

use eframe::CreationContext;

use crate::ui::files::errand::{Picked, Request};
use crate::ui::files::recall::Recall;

/// The window that dialogs belong to: a dialog of it, of which others are made.
#[derive(Default)]
pub struct Parent(rfd::AsyncFileDialog);

impl Parent {
    pub fn of(window: &CreationContext<'_>) -> Self {
        Self(rfd::AsyncFileDialog::new().set_parent(window))
    }
}

/// Whether anything can show a dialog.
pub fn has_dialogs() -> bool {
    true
}

/// Opens a dialog, for which some systems want the thread of the window; gives a function that waits
/// for the answer, in any thread. Such a dialog cannot be taken back.
pub fn open(
    request: Request,
    Parent(parent): &Parent,
) -> impl FnOnce(&Recall) -> Picked + Send + use<> {
    let mut dialog = parent.clone().set_title(request.title);
    for (name, extensions) in request.filters {
        dialog = dialog.add_filter(name, extensions);
    }
    if let Some(folder) = request.folder {
        dialog = dialog.set_directory(folder);
    }
    let path = |file: rfd::FileHandle| file.path().to_owned();
    let picking: Pin<Box<dyn Future<Output = Option<Picked>> + Send>> =
        if request.purpose.takes_several() {
            let picking = dialog.pick_files();
            Box::pin(async move {
                let files = picking.await?;
                Some(Picked::Paths(files.into_iter().map(path).collect()))
            })
        } else if request.purpose.opens() {
            let picking = dialog.pick_file();
            Box::pin(async move { picking.await.map(path).map(Picked::Path) })
        } else {
            let picking = dialog.set_file_name(request.name).save_file();
            Box::pin(async move { picking.await.map(path).map(Picked::Path) })
        };
    move |_recall| pollster::block_on(picking).unwrap_or(Picked::Cancelled)
}

/// Shows a message about something grave.
pub fn alert(text: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Attache")
        .set_description(text)
        .show();
}
