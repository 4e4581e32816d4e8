//! Reads and writes profiles and knowledge bases, up to a size, and tells whether a file has changed.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::disk::{Disk, Protected};
use super::{away, held, name};
use crate::model::{Comments, Knowledge, Logo, Problem, ProblemKind, Problems, Profile};

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
    open_profile(knowledge, path).map(|opened| opened.profile)
}

/// A profile that is to be saved again.
pub(crate) struct Opened {
    pub profile: Profile,
    /// What a person wrote beside its values.
    pub comments: Comments,
    /// What the file held.
    pub stamp: Stamp,
}

/// Reads a profile that is to be saved again.
///
/// # Errors
/// As [`read_profile`].
pub(crate) fn open_profile(knowledge: &Knowledge, path: &Path) -> Result<Opened, Problems> {
    let file = path.display().to_string();
    let bytes = read_bytes(path).map_err(|problem| vec![problem])?;
    let stamp = Stamp::of_bytes(&bytes);
    let text = decode(&file, bytes).map_err(|problem| vec![problem])?;
    let profile = Profile::parse(knowledge, &file, &text)?;
    let comments = Comments::of(&text);
    Ok(Opened {
        profile,
        comments,
        stamp,
    })
}

/// Reads a knowledge base.
///
/// # Errors
/// Every problem found in the file, or the one that kept it from being read.
pub fn read_knowledge(path: &Path) -> Result<Knowledge, Problems> {
    let text = read_text(path).map_err(|problem| vec![problem])?;
    Knowledge::parse(&path.display().to_string(), &text)
}

/// Reads a logo.
///
/// # Errors
/// The reason why it could not be read, or why it is none.
pub fn read_logo(path: &Path) -> Result<Logo, Problem> {
    let bytes = read_bytes(path)?;
    Logo::of_file(&bytes).map_err(|flaw| {
        let file = path.display().to_string();
        Problem::whole(&file, ProblemKind::BadLogo(flaw))
    })
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
        self.write_commented(path, profile, &Comments::default(), protected)
    }

    /// As [`Self::write_profile`], with what a person wrote beside the values.
    ///
    /// # Errors
    /// As [`Self::write_profile`].
    pub fn write_commented(
        &self,
        path: &Path,
        profile: &Profile,
        comments: &Comments,
        protected: Protected,
    ) -> Result<Stamp, Problem> {
        let file = path.display().to_string();
        let text = profile.to_text().map_err(|error| {
            let why = error.to_string();
            Problem::whole(&file, ProblemKind::WriteFailed { why })
        })?;
        let text = comments.put_into(text);
        within_bounds(&file, &text)?;
        self.write(path, text.as_bytes(), protected)?;
        Ok(Stamp::of_bytes(text.as_bytes()))
    }
}

/// Refuses bytes that are too many to be read.
pub(super) fn bounded(file: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(file, MAX_BYTES));
    }
    Ok(bytes)
}

/// Refuses a text that is too long to be read again.
pub(super) fn within_bounds(file: &str, text: &str) -> Result<(), Problem> {
    if text.len() as u64 > MAX_BYTES {
        return Err(too_large(file, MAX_BYTES));
    }
    Ok(())
}

fn too_large(file: &str, bytes: u64) -> Problem {
    let most = bytes / 1024 / 1024;
    Problem::whole(file, ProblemKind::TooLarge { most })
}

pub(super) fn read_text(path: &Path) -> Result<String, Problem> {
    decode(&path.display().to_string(), read_bytes(path)?)
}

/// Reads a file of up to so many bytes.
///
/// # Errors
/// Where it cannot be read, or is larger.
pub fn read_up_to(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let bytes = read_at_most(path, most + 1)?;
    if bytes.len() as u64 > most {
        return Err(too_large(&path.display().to_string(), most));
    }
    Ok(bytes)
}

/// Reads a file, but no more of it than shows that it is too large.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    read_at_most(path, MAX_BYTES + 1)
}

fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let whole = |kind| Problem::whole(&path.display().to_string(), kind);
    let failed = |error: io::Error| {
        whole(match error.kind() {
            _ if held::is_held(&error) => ProblemKind::InUse,
            _ if away::is_away(&error) => ProblemKind::Away,
            // A name that no file can have, or a file where a folder would have to be.
            io::ErrorKind::NotFound
            | io::ErrorKind::InvalidFilename
            | io::ErrorKind::NotADirectory => ProblemKind::NotFound,
            io::ErrorKind::PermissionDenied => ProblemKind::ReadPermission,
            _ => ProblemKind::ReadFailed {
                why: error.to_string(),
            },
        })
    };
    // A pipe or a device would block the reading: only plain files are opened.
    if name::leads_to_device(path) {
        return Err(whole(ProblemKind::NotAFile));
    }
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
        file.take(most).read_to_end(&mut bytes)?;
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
