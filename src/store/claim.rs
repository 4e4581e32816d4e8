//! Which files are open in a window, so that a second window on one of them can say so; and where
//! windows opened, so that none hides another.

use std::fs::{self, File, TryLockError};
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher13;

use super::disk::own_folder;

/// The folder with the locks of all windows; none in tests, and where the system has no folder for
/// data of programs. Then no window knows of another.
#[derive(Clone, Debug, Default)]
pub struct Claims(Option<PathBuf>);

/// Says that a window has a file open, or opened at a place. It ends when it is dropped, or with the program, even if that
/// is killed.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    /// The lock lasts as long as this stays open.
    _lock: File,
}

/// Who has a file open, or opened at a place.
#[derive(Debug)]
pub enum Hold {
    Ours(Claim),
    /// Another window.
    Elsewhere,
    /// There is no folder for locks, or it cannot be used.
    Unknown,
}

impl Hold {
    pub fn ours(self) -> Option<Claim> {
        match self {
            Self::Ours(claim) => Some(claim),
            Self::Elsewhere | Self::Unknown => None,
        }
    }
}

impl Claims {
    /// In the user's folder for data of programs.
    pub fn of_user() -> Self {
        let folder = directories::ProjectDirs::from("", "", "attache")
            .map(|dirs| dirs.data_local_dir().join("open"));
        Self(folder)
    }

    pub fn at(folder: PathBuf) -> Self {
        Self(Some(folder))
    }

    /// The path of a file's lock, the same for every name that the file has.
    fn lock_of(&self, file: &Path) -> Option<PathBuf> {
        let file = fs::canonicalize(file).ok()?;
        let mut hash = SipHasher13::new();
        hash.write(file.as_os_str().as_encoded_bytes());
        let folder = self.0.as_ref()?;
        Some(folder.join(format!("{:016x}.lock", hash.finish())))
    }

    /// Whether a claim is on this file, by whatever name it was claimed.
    pub fn is_of(&self, claim: &Claim, file: &Path) -> bool {
        self.lock_of(file).is_some_and(|lock| lock == claim.path)
    }

    /// Claims a file for one window.
    pub fn claim(&self, file: &Path) -> Hold {
        self.lock_of(file)
            .map_or(Hold::Unknown, |lock| self.take(lock))
    }

    /// Claims a place on the screens, the left and the top in pixels, for a window that opens there.
    pub fn claim_spot(&self, (left, top): (i32, i32)) -> Hold {
        let lock = |folder: &PathBuf| folder.join(format!("at {left} {top}.lock"));
        self.0
            .as_ref()
            .map_or(Hold::Unknown, |folder| self.take(lock(folder)))
    }

    fn take(&self, path: PathBuf) -> Hold {
        let Some(folder) = &self.0 else {
            return Hold::Unknown;
        };
        #[expect(clippy::disallowed_methods, reason = "a lock is always empty")]
        let opened = own_folder(folder).and_then(|()| File::create(&path));
        let Ok(lock) = opened else {
            return Hold::Unknown;
        };
        match lock.try_lock() {
            Ok(()) => Hold::Ours(Claim { path, _lock: lock }),
            Err(TryLockError::WouldBlock) => Hold::Elsewhere,
            Err(TryLockError::Error(_)) => Hold::Unknown,
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // Should the file stay, its lock is free, so that it claims nothing.
        let _ = fs::remove_file(&self.path);
    }
}
