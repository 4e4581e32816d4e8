//! Dialogs of Windows and macOS, which have one kind each.

use std::path::Path;
use std::pin::Pin;

use eframe::CreationContext;

use crate::ui::files::errand::{Deed, Handed, Picked, Request};
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

/// Does something with a document; waits for the answer.
pub fn hand(deed: Deed, path: &Path) -> Handed {
    match deed {
        Deed::Open if ::open::that(path).is_ok() => Handed::Done,
        Deed::Reveal if reveals(path) => Handed::Done,
        Deed::Print if prints(path) => Handed::Done,
        Deed::Print if ::open::that(path).is_ok() => Handed::InViewer,
        _ => Handed::Unable,
    }
}

/// Shows a file in its folder; Explorer never says whether it does.
#[cfg(windows)]
fn reveals(path: &Path) -> bool {
    use std::os::windows::process::CommandExt;

    // Explorer reads its line by itself: quotation marks, which no path has, go round the path alone.
    let mut line = std::ffi::OsString::from("/select,\"");
    line.push(path);
    line.push("\"");
    let mut explorer = std::process::Command::new("explorer.exe");
    explorer.raw_arg(line).spawn().is_ok()
}

/// Shows a file in its folder.
#[cfg(not(windows))]
fn reveals(path: &Path) -> bool {
    let mut finder = std::process::Command::new("/usr/bin/open");
    let shown = finder.arg("-R").arg("--").arg(path).status();
    shown.is_ok_and(|status| status.success())
}

/// Asks the program that Windows has for a document to print it; `false` where that one cannot.
#[cfg(windows)]
fn prints(path: &Path) -> bool {
    use std::os::windows::process::CommandExt;
    use std::process::{Command, Stdio};

    /// No console is shown for it.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    let mut shell = Command::new("powershell.exe");
    let quiet = shell
        .args(["-NoProfile", "-NonInteractive", "-Command"])
        // The path is no part of what is read as a program.
        .arg("Start-Process -FilePath $env:ATTACHE_PRINTED -Verb Print -ErrorAction Stop")
        .env("ATTACHE_PRINTED", path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .creation_flags(CREATE_NO_WINDOW);
    quiet.status().is_ok_and(|status| status.success())
}

/// Preview prints, and asks how: what prints without it would not ask.
#[cfg(not(windows))]
fn prints(_path: &Path) -> bool {
    false
}
