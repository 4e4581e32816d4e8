//! Asks for a file with the system's dialog, off the window's thread, or says that there is none.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::report::Paper;
use crate::store::PROFILE_EXTENSION;

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Save,
    ExportChart,
    ExportPage(Paper),
    ExportReport,
    OpenKnowledge,
    ExportKnowledge,
}

impl Purpose {
    pub fn title_key(self) -> &'static str {
        match self {
            Self::Open => "picker-open",
            Self::Save => "picker-save",
            Self::ExportChart => "picker-export-chart",
            Self::ExportPage(_) => "picker-export-page",
            Self::ExportReport => "picker-export-report",
            Self::OpenKnowledge => "picker-open-knowledge",
            Self::ExportKnowledge => "picker-export-knowledge",
        }
    }

    /// Whether the file is to be read.
    pub fn opens(self) -> bool {
        matches!(self, Self::Open | Self::OpenKnowledge)
    }

    /// The usual end of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Open | Self::Save => PROFILE_EXTENSION,
            _ => self.extensions()[0],
        }
    }

    /// The ends that are understood.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Open | Self::Save | Self::OpenKnowledge | Self::ExportKnowledge => &["ron"],
            Self::ExportChart => &["svg", "png", "pdf"],
            Self::ExportPage(_) => &["pdf", "png", "svg"],
            Self::ExportReport => &["md"],
        }
    }
}

/// What became of a request.
pub enum Picked {
    Path(PathBuf),
    Cancelled,
    /// No dialog could be shown: ask within the window.
    Unavailable,
}

/// What a dialog starts from.
pub struct Request {
    pub purpose: Purpose,
    pub title: String,
    pub filter: String,
    pub folder: Option<PathBuf>,
    pub name: String,
}

/// Where files are asked for.
pub struct Picker {
    native: bool,
    waiting: Option<(Purpose, Receiver<Picked>)>,
}

/// A person takes longer than this to close a dialog; a dialog that failed does not.
const FASTEST_PERSON: Duration = Duration::from_millis(300);

impl Picker {
    /// The system's dialogs.
    pub fn native() -> Self {
        Self {
            native: true,
            waiting: None,
        }
    }

    /// Never a system dialog: always the window's own path field.
    pub fn in_app() -> Self {
        Self {
            native: false,
            waiting: None,
        }
    }

    /// Whether a dialog is open.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Opens a dialog; `poll` tells what became of it.
    pub fn ask(&mut self, ctx: &Context, request: Request) {
        let (tell, told) = channel();
        self.waiting = Some((request.purpose, told));
        if !self.native || !dialogs_exist() {
            let _ = tell.send(Picked::Unavailable);
            return;
        }
        let ctx = ctx.clone();
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(request.title)
            .add_filter(request.filter, request.purpose.extensions());
        if let Some(folder) = request.folder {
            dialog = dialog.set_directory(folder);
        }
        let picking: std::pin::Pin<Box<dyn Future<Output = _> + Send>> = if request.purpose.opens()
        {
            Box::pin(dialog.pick_file())
        } else {
            Box::pin(dialog.set_file_name(request.name).save_file())
        };
        std::thread::spawn(move || {
            let asked = Instant::now();
            let picked = match pollster::block_on(picking) {
                Some(file) => Picked::Path(file.path().to_owned()),
                None if asked.elapsed() < FASTEST_PERSON => Picked::Unavailable,
                None => Picked::Cancelled,
            };
            // The window may be gone by now.
            let _ = tell.send(picked);
            ctx.request_repaint();
        });
    }

    /// The end of the open dialog, once.
    pub fn poll(&mut self) -> Option<(Purpose, Picked)> {
        let (purpose, told) = self.waiting.as_ref()?;
        let purpose = *purpose;
        let picked = match told.try_recv() {
            Ok(picked) => picked,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Picked::Unavailable,
        };
        self.waiting = None;
        Some((purpose, picked))
    }
}

/// Whether the system can show a file dialog: a portal on the session bus, or zenity.
#[cfg(all(unix, not(target_os = "macos")))]
fn dialogs_exist() -> bool {
    use std::env;
    use std::path::Path;

    let search = |variable: &str, usual: &str| {
        let paths = env::var_os(variable).unwrap_or_else(|| usual.into());
        env::split_paths(&paths).collect::<Vec<_>>()
    };
    let bus = env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| Path::new(&dir).join("bus").exists());
    let portal = search("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
        .iter()
        .any(|dir| {
            dir.join("dbus-1/services/org.freedesktop.portal.Desktop.service")
                .exists()
        });
    let zenity = search("PATH", "")
        .iter()
        .any(|dir| dir.join("zenity").exists());
    bus && portal || zenity
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn dialogs_exist() -> bool {
    true
}
