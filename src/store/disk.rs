//! Writing that is whole or not at all: a temporary file beside the target, flushed and renamed.

use std::fmt;
use std::fs::{self, DirBuilder, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{away, held, name, rights, synced};
use crate::model::{Problem, ProblemKind};

/// The steps of a write, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteStep {
    /// An empty file is made beside the target.
    Create,
    /// The bytes go into it.
    Write,
    /// It gets the rights of the file that it is to replace.
    Rights,
    /// Its bytes reach the disk.
    Sync,
    /// It takes the place of the target.
    Rename,
    /// The new name reaches the disk.
    SyncFolder,
}

impl WriteStep {
    /// In their order. Before [`Self::Rename`] is done the target is as it was, afterwards it is new.
    pub const ALL: [Self; 6] = [
        Self::Create,
        Self::Write,
        Self::Rights,
        Self::Sync,
        Self::Rename,
        Self::SyncFolder,
    ];
}

/// What to do with a file that the user may not write to, or has marked as read-only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protected {
    /// Leave it as it is.
    Refuse,
    /// Replace it all the same: the user has said so.
    Replace,
}

/// Who may read a file that was not there before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Readers {
    /// Whoever may read other new files.
    Usual,
    Owner,
}

type Watch = dyn Fn(WriteStep) -> io::Result<()> + Send + Sync;

/// Where files are written.
#[derive(Clone, Default)]
pub struct Disk {
    watch: Option<Arc<Watch>>,
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disk").finish_non_exhaustive()
    }
}

impl Disk {
    /// A disk that calls `watch` before each step; where that fails, so does the write. Tests try a
    /// full disk, a read-only one, or the end of the program with it, each at a chosen step.
    pub fn watched(watch: impl Fn(WriteStep) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self {
            watch: Some(Arc::new(watch)),
        }
    }

    /// Writes a whole file. A link is followed, a file that is replaced keeps its rights.
    ///
    /// # Errors
    /// The reason why the file could not be written; the old file is then untouched.
    pub fn write(&self, path: &Path, bytes: &[u8], protected: Protected) -> Result<(), Problem> {
        self.replace(path, bytes, protected, Readers::Usual)
    }

    /// Writes a whole file of the program's own, which only the user may read.
    pub(super) fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        self.replace(path, bytes, Protected::Refuse, Readers::Owner)
    }

    /// Writes a whole file of the program's own under a name that the program has given, which only the
    /// user may read.
    pub(super) fn write_own(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.take_steps(path, None, bytes, Readers::Owner)
    }

    fn replace(
        &self,
        path: &Path,
        bytes: &[u8],
        protected: Protected,
        readers: Readers,
    ) -> Result<(), Problem> {
        let replaced = self.try_replace(path, bytes, protected, readers);
        replaced.map_err(|kind| Problem::whole(&path.display().to_string(), kind))
    }

    fn try_replace(
        &self,
        path: &Path,
        bytes: &[u8],
        protected: Protected,
        readers: Readers,
    ) -> Result<(), ProblemKind> {
        if let Some(why) = name::refused(path) {
            return Err(why);
        }
        let target = in_full(followed(path).map_err(|error| failed(&error))?);
        let old = match fs::metadata(&target) {
            Ok(old) if old.is_dir() => return Err(ProblemKind::IsFolder),
            // A pipe or a device is no place for a document, and must not become a file.
            Ok(old) if !old.is_file() => return Err(ProblemKind::NotAFile),
            Ok(old) if protected == Protected::Refuse && rights::is_protected(&target, &old) => {
                return Err(ProblemKind::WriteProtected);
            }
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(&error)),
        };
        self.take_steps(&target, old.as_ref(), bytes, readers)
            .map_err(|error| match failed(&error) {
                // So answers a Windows that shields the folder from programs it does not know.
                ProblemKind::NoFolder if folder_of(&target).is_dir() => ProblemKind::Shielded,
                kind => kind,
            })
    }

    fn take_steps(
        &self,
        target: &Path,
        old: Option<&Metadata>,
        bytes: &[u8],
        readers: Readers,
    ) -> io::Result<()> {
        let folder = folder_of(target);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".attache-").suffix(".tmp");
        if old.is_none() && readers == Readers::Usual {
            rights::of_new_file(&mut builder);
        }
        self.before(WriteStep::Create)?;
        let mut file = builder.tempfile_in(folder)?;
        self.before(WriteStep::Write)?;
        file.write_all(bytes)?;
        self.before(WriteStep::Rights)?;
        if let Some(old) = old {
            rights::copy(target, old, file.as_file());
        }
        let reached = self.before(WriteStep::Sync);
        let reached = reached.and_then(|()| file.as_file().sync_all());
        synced::as_far_as_can_be(file.as_file(), reached)?;
        let marked = rights::unmark(target, old);
        let mut unplaced = Some(file);
        let placed = held::patiently(|| {
            self.before(WriteStep::Rename)?;
            let file = unplaced.take().ok_or(io::ErrorKind::NotFound)?;
            file.persist(target).map_err(|failed| {
                unplaced = Some(failed.file);
                held::why_not_replaced(target, failed.error)
            })
        });
        rights::mark(target, marked);
        placed?;
        // A folder that cannot be synced is no failure: the file is there.
        let _ = self
            .before(WriteStep::SyncFolder)
            .and_then(|()| File::open(folder)?.sync_all());
        Ok(())
    }

    fn before(&self, step: WriteStep) -> io::Result<()> {
        self.watch.as_ref().map_or(Ok(()), |watch| watch(step))
    }
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A path in the form in which Windows takes any length, where it is long: the temporary file is put
/// in its place by a call that otherwise takes 260 characters, unless someone has set the computer to
/// take more.
fn in_full(target: PathBuf) -> PathBuf {
    /// Leaves room for the name of the temporary file.
    const SHORT: usize = 200;
    let is_long = |path: &Path| {
        let whole = std::path::absolute(path);
        whole.is_ok_and(|whole| whole.as_os_str().len() > SHORT)
    };
    if !cfg!(windows) || !is_long(&target) {
        return target;
    }
    let folder = fs::canonicalize(folder_of(&target)).ok();
    let full = folder.zip(target.file_name());
    full.map_or(target.clone(), |(folder, name)| folder.join(name))
}

/// The file that a path leads to, whether it is there yet or not.
fn followed(path: &Path) -> io::Result<PathBuf> {
    /// As many as the system follows.
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = path.parent().map_or(to.clone(), |folder| folder.join(&to)),
            // It is no link. If something else is wrong with it, writing it will tell.
            Err(_) => return Ok(path),
        }
    }
    // The system's own words for a circle of links.
    fs::metadata(&path).map(|_| path)
}

pub(super) fn failed(error: &io::Error) -> ProblemKind {
    if held::is_held(error) {
        return ProblemKind::InUse;
    }
    if away::is_away(error) {
        return ProblemKind::Away;
    }
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            ProblemKind::WritePermission
        }
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ProblemKind::NoFolder,
        io::ErrorKind::InvalidFilename => ProblemKind::BadName,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ProblemKind::DiskFull,
        _ => ProblemKind::WriteFailed {
            why: error.to_string(),
        },
    }
}

/// Makes a folder of the program's own, which only the user may enter.
pub(super) fn own_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
