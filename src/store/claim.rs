//! Which files are open in a window, so that a second window on one of them can say so.

use std::fs::{self, File, TryLockError};
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher13;

use super::disk::own_folder;

/// Where the claims of all windows are kept; nowhere, in tests and where the system has no such folder.
#[derive(Clone, Debug, Default)]
pub struct Claims(Option<PathBuf>);

/// A window's hold on a file, until it is dropped or the program ends, however it ends.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    /// The lock lasts as long as this stays open.
    _lock: File,
}

/// Who has a file open.
#[derive(Debug)]
pub enum Hold {
    Ours(Claim),
    /// Another window.
    Elsewhere,
    /// The system cannot tell.
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
    /// The usual place of the system.
    pub fn of_user() -> Self {
        let folder = directories::ProjectDirs::from("", "", "attache")
            .map(|dirs| dirs.data_local_dir().join("open"));
        Self(folder)
    }

    pub fn at(folder: PathBuf) -> Self {
        Self(Some(folder))
    }

    /// The lock of a file; two names of one file are one file.
    fn lock_of(&self, file: &Path) -> Option<PathBuf> {
        let file = fs::canonicalize(file).ok()?;
        let mut hash = SipHasher13::new();
        hash.write(file.as_os_str().as_encoded_bytes());
        let folder = self.0.as_ref()?;
        Some(folder.join(format!("{:016x}.lock", hash.finish())))
    }

    /// Whether a claim is on this file, under whatever name.
    pub fn is_of(&self, claim: &Claim, file: &Path) -> bool {
        self.lock_of(file).is_some_and(|lock| lock == claim.path)
    }

    /// Claims a file for one window.
    pub fn claim(&self, file: &Path) -> Hold {
        let (Some(folder), Some(path)) = (&self.0, self.lock_of(file)) else {
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
        // A file that stays behind claims nothing: its lock is free.
        let _ = fs::remove_file(&self.path);
    }
}
