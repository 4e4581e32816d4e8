//! Paths in text files, without loss: one that is not Unicode is written as numbers.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How a path is written in such a file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Written {
    Text(String),
    /// Its bytes, or on Windows its 16-bit units.
    Units(Vec<u16>),
}

impl From<&Path> for Written {
    fn from(path: &Path) -> Self {
        match path.to_str() {
            Some(text) => Self::Text(text.to_owned()),
            None => Self::Units(units(path)),
        }
    }
}

impl From<Written> for PathBuf {
    fn from(written: Written) -> Self {
        match written {
            Written::Text(text) => text.into(),
            Written::Units(units) => name(units).into(),
        }
    }
}

#[cfg(not(windows))]
fn units(path: &Path) -> Vec<u16> {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes.iter().copied().map(u16::from).collect()
}

#[cfg(unix)]
fn name(units: Vec<u16>) -> OsString {
    let bytes = units.into_iter().map(|unit| unit as u8).collect();
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(windows)]
fn units(path: &Path) -> Vec<u16> {
    std::os::windows::ffi::OsStrExt::encode_wide(path.as_os_str()).collect()
}

#[cfg(windows)]
fn name(units: Vec<u16>) -> OsString {
    std::os::windows::ffi::OsStringExt::from_wide(&units)
}

pub(super) fn write_list<S: Serializer>(paths: &[PathBuf], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(paths.iter().map(|path| Written::from(path.as_path())))
}

pub(super) fn read_list<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<PathBuf>, D::Error> {
    let written = Vec::<Written>::deserialize(from)?;
    Ok(written.into_iter().map(PathBuf::from).collect())
}

pub(super) fn write_option<S: Serializer>(
    path: &Option<PathBuf>,
    to: S,
) -> Result<S::Ok, S::Error> {
    path.as_deref().map(Written::from).serialize(to)
}

pub(super) fn read_option<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
    let written = Option::<Written>::deserialize(from)?;
    Ok(written.map(PathBuf::from))
}
