//! Files that another program holds: a virus scanner or a synchronised folder for a moment, a viewer
//! for as long as it shows the file.

use std::fs::File;
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// Between one attempt and the next, in milliseconds: 200 in all.
const WAITS: [u64; 5] = [10, 20, 40, 60, 70];

/// Tries again for a moment while another program holds the file.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in WAITS {
        match attempt() {
            Err(error) if is_held(&error) => sleep(Duration::from_millis(wait)),
            done => return done,
        }
    }
    attempt()
}

/// Whether an error says that another program holds the file.
pub(super) fn is_held(error: &io::Error) -> bool {
    let told = error.raw_os_error();
    error.kind() == io::ErrorKind::ResourceBusy || (cfg!(windows) && told.is_some_and(is_sharing))
}

/// Whether a number of Windows says that a file is not shared, that a part of it is locked, or that
/// a synchronised folder is at work on it.
const fn is_sharing(number: i32) -> bool {
    matches!(number, 32 | 33 | 391)
}

/// What an error says that came when a file was to be replaced. Windows speaks of rights both where
/// there are none and where a program holds the file; opening it tells which.
pub(super) fn why_not_replaced(target: &Path, error: io::Error) -> io::Error {
    let refused = error.kind() == io::ErrorKind::PermissionDenied;
    if !cfg!(windows) || !refused {
        return error;
    }
    match File::options().write(true).open(target) {
        Err(why) if why.kind() == io::ErrorKind::PermissionDenied => error,
        // It may be written to, and yet not be moved.
        _ => io::ErrorKind::ResourceBusy.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_windows_for_files_in_use_are_known() {
        assert!([32, 33, 391].into_iter().all(is_sharing));
        // Not found, no rights, no room.
        assert!(![2, 5, 112].into_iter().any(is_sharing));
        assert!(is_held(&io::ErrorKind::ResourceBusy.into()));
        assert!(!is_held(&io::ErrorKind::PermissionDenied.into()));
    }
}
