//! Absolute paths of files: what they mean does not depend on the folder in which the program was
//! started.

use std::ops::Deref;
use std::path::{Path, PathBuf};

use super::name;

/// The absolute path of a file. Every path becomes one where it enters the program.
#[derive(Clone, Debug)]
pub struct Place(PathBuf);

impl Place {
    /// A relative path is taken from the present folder; links and `..` stay as they are written.
    pub fn new(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        // Only an empty path, or one where there is no present folder, stays relative.
        Self(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
    }
}

/// Two places are one where the system makes no difference between their names.
impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        name::is_same(&self.0, &other.0)
    }
}

impl Eq for Place {}

impl Deref for Place {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl AsRef<Path> for Place {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

impl From<Place> for PathBuf {
    fn from(place: Place) -> Self {
        place.0
    }
}
