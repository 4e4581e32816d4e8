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

    /// Claims a file for one window.
    pub fn claim(&self, file: &Path) -> Hold {
        let Some(folder) = &self.0 else {
            return Hold::Unknown;
        };
        // Two names of one file are one file.
        let Ok(file) = fs::canonicalize(file) else {
            return Hold::Unknown;
        };
        let mut hash = SipHasher13::new();
        hash.write(file.as_os_str().as_encoded_bytes());
        let path = folder.join(format!("{:016x}.lock", hash.finish()));
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
