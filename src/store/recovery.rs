//! Copies of unsaved work, for the day the program or the machine stops without warning. Each
//! running window holds a lock beside its copy: a copy whose lock is free was left by one that died.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::file::{Stamp, read_text, write_atomically};
use crate::model::Profile;

const COPY: &str = "ron";
const LOCK: &str = "lock";

/// Unsaved work that was left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Lost {
    copy: PathBuf,
    /// The file that was open, and what it held when it was last read or written; `None` for work
    /// that had no file yet.
    pub original: Option<(PathBuf, Stamp)>,
    /// The profile as a file.
    pub text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Copy {
    original: Option<(PathBuf, Stamp)>,
    text: String,
}

/// Where copies are kept; nowhere, in tests and where the system has no such folder.
#[derive(Default)]
pub struct Recovery {
    folder: Option<PathBuf>,
    writer: Option<Writer>,
}

/// The file that is open, if there is one, and what it held when it was last read or written.
type Original<'a> = Option<(&'a Path, Stamp)>;

/// What to keep, if anything, and what to discard once that is done.
type Message = (Option<Copy>, Option<Lost>);

/// Writes the copy of this window, in a thread of its own: flushing to a disk takes its time.
struct Writer {
    copy: PathBuf,
    /// Held while the window lives.
    lock: NamedTempFile,
    send: Sender<Message>,
    thread: JoinHandle<()>,
}

impl Recovery {
    /// The usual place of the system.
    pub fn of_user() -> Self {
        let folder = directories::ProjectDirs::from("", "", "attache")
            .map(|dirs| dirs.data_local_dir().join("recovery"));
        Self {
            folder,
            writer: None,
        }
    }

    pub fn at(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            writer: None,
        }
    }

    /// What windows that died have left, the oldest first.
    pub fn lost(&self) -> Vec<Lost> {
        let Some(entries) = self.folder.as_ref().and_then(|f| fs::read_dir(f).ok()) else {
            return Vec::new();
        };
        let mut copies: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == COPY))
            .filter(|path| !is_held(&path.with_extension(LOCK)))
            .collect();
        copies.sort_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok());
        copies
            .into_iter()
            .filter_map(|copy| {
                let found: Copy = ron::from_str(&read_text(&copy).ok()?).ok()?;
                Some(Lost {
                    copy,
                    original: found.original,
                    text: found.text,
                })
            })
            .collect()
    }

    /// Keeps a copy of the open work, soon.
    pub fn keep(&mut self, original: Original<'_>, profile: &Profile) {
        self.take_over(original, profile, None);
    }

    /// Keeps a copy of the open work, then discards the one that it came from.
    pub fn take_over(&mut self, original: Original<'_>, profile: &Profile, lost: Option<Lost>) {
        let Ok(text) = profile.to_text() else { return };
        if self.writer.is_none() {
            self.writer = self.folder.as_deref().and_then(Writer::new);
        }
        if let Some(writer) = &self.writer {
            let original = original.map(|(path, stamp)| (path.to_owned(), stamp));
            // The thread ends with the window.
            let _ = writer.send.send((Some(Copy { original, text }), lost));
        }
    }

    /// Keeps a copy before anything else happens.
    pub fn keep_now(&mut self, original: Original<'_>, profile: &Profile) {
        self.keep(original, profile);
        if let Some(writer) = self.writer.take() {
            drop(writer.send);
            let _ = writer.thread.join();
            // The copy stays; its lock goes, so that it is found.
        }
    }

    /// Nothing is unsaved any more.
    pub fn forget(&mut self) {
        if let Some(writer) = &self.writer {
            let _ = writer.send.send((None, None));
        }
    }

    /// The window closes as it should: nothing is left behind.
    pub fn finish(&mut self) {
        if let Some(writer) = self.writer.take() {
            let _ = writer.send.send((None, None));
            drop(writer.send);
            let _ = writer.thread.join();
            let _ = fs::remove_file(&writer.copy);
            drop(writer.lock);
        }
    }
}

impl Lost {
    /// Removes the copy.
    pub fn discard(&self) {
        let _ = fs::remove_file(&self.copy);
        let _ = fs::remove_file(self.copy.with_extension(LOCK));
    }
}

impl Writer {
    fn new(folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).ok()?;
        let suffix = format!(".{LOCK}");
        let mut builder = tempfile::Builder::new();
        let lock = builder
            .prefix("work-")
            .suffix(&suffix)
            .tempfile_in(folder)
            .ok()?;
        lock.as_file().try_lock().ok()?;
        let copy = lock.path().with_extension(COPY);
        let (send, coming) = channel();
        let to = copy.clone();
        Some(Self {
            copy,
            lock,
            send,
            thread: std::thread::spawn(move || write(&to, &coming)),
        })
    }
}

/// Writes the newest of what comes, and removes the copy where nothing is to be kept.
fn write(to: &Path, coming: &Receiver<Message>) {
    while let Ok((mut newest, lost)) = coming.recv() {
        let mut outdated: Vec<Lost> = lost.into_iter().collect();
        while let Ok((newer, lost)) = coming.try_recv() {
            newest = newer;
            outdated.extend(lost);
        }
        let written = match newest.map(|copy| ron::to_string(&copy)) {
            // A copy that cannot be written is no reason to interrupt anyone.
            Some(Ok(text)) => write_atomically(to, text.as_bytes()).is_ok(),
            Some(Err(_)) => false,
            None => fs::remove_file(to).is_ok(),
        };
        if written {
            outdated.iter().for_each(Lost::discard);
        }
    }
}

/// Whether a living window holds the lock.
fn is_held(lock: &Path) -> bool {
    match File::open(lock) {
        Ok(file) => file.try_lock().is_err(),
        Err(_) => false,
    }
}
