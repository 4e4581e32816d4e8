//! Copies of unsaved work, for the day the program or the machine stops without warning. Each
//! running window holds a lock beside its copy: a copy whose lock is free was left by one that died.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::disk::{self, Disk};
use super::file::{Stamp, read_text, within_bounds};
use super::path::Written;
use super::rights;
use super::urn::Spent;
use crate::model::{Problem, ProblemKind, Profile};

const COPY: &str = "ron";
const LOCK: &str = "lock";

/// Unsaved work of a window that ended without saving or being told to give it up.
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
    original: Option<(Written, Stamp)>,
    text: String,
}

type Wake = dyn Fn() + Send + Sync;

/// Keeps copies of the unsaved work of one window. Without a folder, in tests and where the system has
/// none for data of programs, it keeps none.
#[derive(Default)]
pub struct Recovery {
    folder: Option<PathBuf>,
    disk: Disk,
    wake: Option<Arc<Wake>>,
    writer: Option<Writer>,
    trouble: Option<Problem>,
    /// What waits for a copy to be discarded.
    former: Vec<Former>,
}

/// The file that is open, if there is one, and what it held when it was last read or written.
type Original<'a> = Option<(&'a Path, Stamp)>;

/// The copy to write, or `None` to remove it; then what is to be discarded once that is done.
type Message = (Option<Copy>, Vec<Former>);

/// Where the work was kept before it is in the copy of this window.
pub enum Former {
    /// In the copy of a window that died.
    Lost(Lost),
    /// In an urn, as ballots that were not counted.
    Urn(Spent),
}

/// Writes the copy of this window, in a thread of its own: flushing to a disk takes its time.
struct Writer {
    /// Locked as long as the window is open: a copy whose lock is free was left behind.
    _lock: NamedTempFile,
    send: Sender<Message>,
    /// Why the newest copy could not be written; `None` once one could.
    told: Receiver<Option<Problem>>,
    thread: JoinHandle<()>,
}

impl Recovery {
    /// In the user's folder for data of programs.
    pub fn of_user() -> Self {
        let dirs = directories::ProjectDirs::from("", "", "attache");
        let folder = dirs.map(|dirs| dirs.data_local_dir().join("recovery"));
        Self::new(folder, Disk::default())
    }

    pub fn at(folder: PathBuf, disk: Disk) -> Self {
        Self::new(Some(folder), disk)
    }

    fn new(folder: Option<PathBuf>, disk: Disk) -> Self {
        Self {
            folder,
            disk,
            wake: None,
            writer: None,
            trouble: None,
            former: Vec::new(),
        }
    }

    /// The folder for the ballots of a ballot that runs, beside the copies; `None` where there are none.
    pub fn urns(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join("ballots"))
    }

    /// Where it is written.
    pub fn disk(&self) -> Disk {
        self.disk.clone()
    }

    /// From now on `wake` is called, from another thread, when what [`Self::trouble`] says may have
    /// changed.
    pub fn wake_by(&mut self, wake: impl Fn() + Send + Sync + 'static) {
        self.wake = Some(Arc::new(wake));
    }

    /// Why the open work has no copy, if one could not be written.
    pub fn trouble(&mut self) -> Option<&Problem> {
        if let Some(newest) = self.writer.as_ref().and_then(|w| w.told.try_iter().last()) {
            self.trouble = newest;
        }
        self.trouble.as_ref()
    }

    /// The unsaved work of windows that ended unexpectedly, the oldest first.
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
                    original: found.original.map(|(path, stamp)| (path.into(), stamp)),
                    text: found.text,
                })
            })
            .collect()
    }

    /// Has what is in the open work by now discarded, once there is a copy of that or nothing is unsaved
    /// any more: with the next [`Self::keep`], [`Self::forget`] or [`Self::finish`].
    pub fn supersede(&mut self, former: Former) {
        self.former.push(former);
    }

    /// Whether something waits to be discarded.
    pub fn supersedes(&self) -> bool {
        !self.former.is_empty()
    }

    /// Has a copy of the open work written, in another thread.
    pub fn keep(&mut self, original: Original<'_>, profile: &Profile) {
        let Ok(text) = profile.to_text() else { return };
        let Some(folder) = &self.folder else { return };
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => match Writer::new(folder, self.disk.clone(), self.wake.clone()) {
                Ok(writer) => writer,
                Err(error) => {
                    let folder = folder.display().to_string();
                    self.trouble = Some(Problem::whole(&folder, disk::failed(&error)));
                    return;
                }
            },
        };
        let original = original.map(|(path, stamp)| (path.into(), stamp));
        let former = std::mem::take(&mut self.former);
        // The thread ends with the window.
        let _ = writer.send.send((Some(Copy { original, text }), former));
        self.writer = Some(writer);
    }

    /// Writes a copy and waits until it is written.
    pub fn keep_now(&mut self, original: Original<'_>, profile: &Profile) {
        self.keep(original, profile);
        self.close();
    }

    /// Removes the copy: nothing is unsaved any more.
    pub fn forget(&mut self) {
        let former = std::mem::take(&mut self.former);
        if let Some(writer) = &self.writer {
            let _ = writer.send.send((None, former));
        } else {
            self.trouble = None;
            former.into_iter().for_each(Former::discard);
        }
    }

    /// Removes the copy and waits until it is gone: the window closes with nothing unsaved.
    pub fn finish(&mut self) {
        self.forget();
        self.close();
    }

    /// Waits for the thread and ends it. The copy stays, if there is one; its lock is let go, so that
    /// the next start finds it.
    fn close(&mut self) {
        if let Some(writer) = self.writer.take() {
            drop(writer.send);
            let _ = writer.thread.join();
        }
    }
}

/// However a window ends, its last copy is written first.
impl Drop for Recovery {
    fn drop(&mut self) {
        self.close();
    }
}

impl Former {
    fn discard(self) {
        match self {
            Self::Lost(lost) => lost.discard(),
            Self::Urn(spent) => spent.discard(),
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
    fn new(folder: &Path, disk: Disk, wake: Option<Arc<Wake>>) -> io::Result<Self> {
        disk::own_folder(folder)?;
        rights::for_owner_alone(folder);
        let suffix = format!(".{LOCK}");
        let mut builder = tempfile::Builder::new();
        let lock = builder
            .prefix("work-")
            .suffix(&suffix)
            .tempfile_in(folder)?;
        lock.as_file().try_lock()?;
        let to = lock.path().with_extension(COPY);
        let (send, coming) = channel();
        let (tell, told) = channel();
        let tell = move |trouble| {
            // The window may be gone by now.
            let _ = tell.send(trouble);
            if let Some(wake) = &wake {
                wake();
            }
        };
        Ok(Self {
            _lock: lock,
            send,
            told,
            thread: std::thread::spawn(move || write(&disk, &to, &coming, tell)),
        })
    }
}

/// Does what the newest message says: writes the copy or removes it. Once that is done, discards what
/// came with the messages.
fn write(disk: &Disk, to: &Path, coming: &Receiver<Message>, tell: impl Fn(Option<Problem>)) {
    let mut outdated: Vec<Former> = Vec::new();
    let mut in_trouble = false;
    while let Ok((mut newest, former)) = coming.recv() {
        outdated.extend(former);
        while let Ok((newer, former)) = coming.try_recv() {
            newest = newer;
            outdated.extend(former);
        }
        let trouble = newest.as_ref().and_then(|copy| copy.write(disk, to).err());
        let gone = newest.is_some() || is_gone(fs::remove_file(to));
        if trouble.is_none() && gone {
            outdated.drain(..).for_each(Former::discard);
        }
        if in_trouble || trouble.is_some() {
            in_trouble = trouble.is_some();
            tell(trouble);
        }
    }
}

/// Whether a file is gone after its removal, or was never there.
fn is_gone(removed: io::Result<()>) -> bool {
    removed.map_or_else(|error| error.kind() == io::ErrorKind::NotFound, |()| true)
}

impl Copy {
    fn write(&self, disk: &Disk, to: &Path) -> Result<(), Problem> {
        let file = to.display().to_string();
        let text = ron::to_string(self).map_err(|error| {
            let why = error.to_string();
            Problem::whole(&file, ProblemKind::WriteFailed { why })
        })?;
        within_bounds(&file, &text)?;
        disk.write_private(to, text.as_bytes())
    }
}

/// Whether a window that is still open holds the lock.
fn is_held(lock: &Path) -> bool {
    match File::open(lock) {
        Ok(file) => file.try_lock().is_err(),
        Err(_) => false,
    }
}
