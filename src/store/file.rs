//! Reads and writes profiles and knowledge bases, up to a size, and tells whether a file has changed.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::disk::{Disk, Protected};
use super::held;
use crate::model::{Knowledge, Problem, ProblemKind, Problems, Profile};

/// Bytes of the largest file that is read. A profile or knowledge base that someone wrote is far
/// smaller.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// A fingerprint of what a file held at one time, to tell whether someone has changed it since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(Option<u64>);

impl Stamp {
    /// The stamp of a file as it is now; the default one where it is not there or cannot be read.
    pub fn of(path: &Path) -> Self {
        let read = || {
            let file = File::open(path)?;
            let length = file.metadata()?.len();
            let mut bytes = Vec::new();
            file.take(MAX_BYTES).read_to_end(&mut bytes)?;
            io::Result::Ok(Self::of_part(length, &bytes))
        };
        // A pipe would block.
        let plain = fs::metadata(path).is_ok_and(|data| data.is_file());
        plain.then(read).and_then(Result::ok).unwrap_or_default()
    }

    /// The stamp of a file that holds these bytes and no others.
    fn of_bytes(bytes: &[u8]) -> Self {
        Self::of_part(bytes.len() as u64, bytes)
    }

    /// The stamp of a file of this length that begins with these bytes.
    fn of_part(length: u64, bytes: &[u8]) -> Self {
        let mut hash = SipHasher13::new();
        hash.write_u64(length);
        hash.write(bytes);
        Self(Some(hash.finish()))
    }

    /// Whether writing over the file would lose what someone else has put there.
    pub fn is_overtaken(self, path: &Path) -> bool {
        let now = Self::of(path);
        now.0.is_some() && now != self
    }
}

/// Reads a profile.
///
/// # Errors
/// Every problem found in the file, or the one that kept it from being read.
pub fn read_profile(knowledge: &Knowledge, path: &Path) -> Result<Profile, Problems> {
    open_profile(knowledge, path).map(|(profile, _)| profile)
}

/// Reads a profile that is to be saved again, with the stamp of what the file held.
///
/// # Errors
/// As [`read_profile`].
pub fn open_profile(knowledge: &Knowledge, path: &Path) -> Result<(Profile, Stamp), Problems> {
    let file = path.display().to_string();
    let bytes = read_bytes(path).map_err(|problem| vec![problem])?;
    let stamp = Stamp::of_bytes(&bytes);
    let text = decode(&file, bytes).map_err(|problem| vec![problem])?;
    Ok((Profile::parse(knowledge, &file, &text)?, stamp))
}

/// Reads a knowledge base.
///
/// # Errors
/// Every problem found in the file, or the one that kept it from being read.
pub fn read_knowledge(path: &Path) -> Result<Knowledge, Problems> {
    let text = read_text(path).map_err(|problem| vec![problem])?;
    Knowledge::parse(&path.display().to_string(), &text)
}

impl Disk {
    /// Writes a profile as [`Disk::write`] does; gives the stamp of what the file then holds.
    ///
    /// # Errors
    /// The reason why the file could not be written; the old file is then untouched.
    pub fn write_profile(
        &self,
        path: &Path,
        profile: &Profile,
        protected: Protected,
    ) -> Result<Stamp, Problem> {
        let file = path.display().to_string();
        let text = profile.to_text().map_err(|error| {
            let why = error.to_string();
            Problem::whole(&file, ProblemKind::WriteFailed { why })
        })?;
        within_bounds(&file, &text)?;
        self.write(path, text.as_bytes(), protected)?;
        Ok(Stamp::of_bytes(text.as_bytes()))
    }
}

/// Refuses bytes that are too many to be read.
pub(super) fn bounded(file: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(file));
    }
    Ok(bytes)
}

/// Refuses a text that is too long to be read again.
pub(super) fn within_bounds(file: &str, text: &str) -> Result<(), Problem> {
    if text.len() as u64 > MAX_BYTES {
        return Err(too_large(file));
    }
    Ok(())
}

fn too_large(file: &str) -> Problem {
    let most = MAX_BYTES / 1024 / 1024;
    Problem::whole(file, ProblemKind::TooLarge { most })
}

pub(super) fn read_text(path: &Path) -> Result<String, Problem> {
    decode(&path.display().to_string(), read_bytes(path)?)
}

/// Reads a file, but no more of it than shows that it is too large.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let whole = |kind| Problem::whole(&path.display().to_string(), kind);
    let failed = |error: io::Error| {
        whole(match error.kind() {
            _ if held::is_held(&error) => ProblemKind::InUse,
            io::ErrorKind::NotFound => ProblemKind::NotFound,
            io::ErrorKind::PermissionDenied => ProblemKind::ReadPermission,
            _ => ProblemKind::ReadFailed {
                why: error.to_string(),
            },
        })
    };
    // A pipe or a device would block the reading: only plain files are opened.
    let data = fs::metadata(path).map_err(failed)?;
    if data.is_dir() {
        return Err(whole(ProblemKind::IsFolder));
    }
    if !data.is_file() {
        return Err(whole(ProblemKind::NotAFile));
    }
    held::patiently(|| {
        let mut bytes = Vec::new();
        let file = File::open(path)?;
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    })
    .map_err(failed)
}

/// The text in the bytes of a file.
///
/// # Errors
/// Where there are more than 4 MiB of them, or they are not UTF-8.
pub fn decode(file: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    let text = String::from_utf8(bounded(file, bytes)?)
        .map_err(|_not_utf8| Problem::whole(file, ProblemKind::NotUtf8))?;
    // Some editors begin a file with a byte order mark.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
