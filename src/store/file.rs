//! One file in, one file out: bounded reading, and writing that is whole or not at all.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use crate::model::{Knowledge, Problem, ProblemKind, Problems, Profile};

/// No honest profile or knowledge base is larger; a larger file is refused unread.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// What a file held at one time, to tell whether someone has changed it since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(Option<u64>);

impl Stamp {
    /// Of the file as it is now; the same for every file that is not there or cannot be read.
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

    /// Of these bytes, the whole of a file.
    fn of_bytes(bytes: &[u8]) -> Self {
        Self::of_part(bytes.len() as u64, bytes)
    }

    /// Of a file of this length that begins so.
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

/// Reads a profile that is to be saved again; tells what the file held.
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

/// Writes a profile, atomically; tells what the file then holds.
///
/// # Errors
/// The reason why the file could not be written; the old file is then untouched.
pub fn write_profile(path: &Path, profile: &Profile) -> Result<Stamp, Problem> {
    let text = profile.to_text().map_err(|error| {
        let why = error.to_string();
        Problem::whole(
            &path.display().to_string(),
            ProblemKind::WriteFailed { why },
        )
    })?;
    if text.len() as u64 > MAX_BYTES {
        // What could not be read again is not written.
        return Err(too_large(&path.display().to_string()));
    }
    write_atomically(path, text.as_bytes())?;
    Ok(Stamp::of_bytes(text.as_bytes()))
}

/// Writes a whole file: temporary file beside it, flush to disk, rename.
///
/// # Errors
/// The reason why the file could not be written; the old file is then untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    // Follow a link to the file it names, so that the link survives.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    replace(&target, bytes).map_err(|error| {
        let kind = match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                ProblemKind::WritePermission
            }
            io::ErrorKind::NotFound => ProblemKind::NoFolder,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ProblemKind::DiskFull,
            io::ErrorKind::IsADirectory => ProblemKind::IsFolder,
            _ => ProblemKind::WriteFailed {
                why: error.to_string(),
            },
        };
        Problem::whole(&path.display().to_string(), kind)
    })
}

fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    if target.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".attache-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Keep the rights of the file that is replaced; a new one gets the usual ones.
        let mode = fs::metadata(target).map_or(0o666, |data| data.permissions().mode());
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    let mut file = builder.tempfile_in(&folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|failed| failed.error)?;
    // The rename itself must reach the disk; a folder that cannot be synced is no failure.
    if let Ok(folder) = File::open(&folder) {
        let _ = folder.sync_all();
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

/// No more of a file than tells that it is too large.
fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let whole = |kind| Problem::whole(&path.display().to_string(), kind);
    let failed = |error: io::Error| {
        whole(match error.kind() {
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
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    Ok(bytes)
}

/// The text in the bytes of a file.
///
/// # Errors
/// Where there are more than 4 MiB of them, or they are not UTF-8.
pub fn decode(file: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(file));
    }
    let text = String::from_utf8(bytes).map_err(|_| Problem::whole(file, ProblemKind::NotUtf8))?;
    // Some editors begin a file with a byte order mark.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
