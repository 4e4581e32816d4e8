//! Disks that cannot say when a file has reached them: shares and some synchronised folders know less than
//! what is asked of a disk in the computer.

use std::fs::File;
use std::io;

/// Has the bytes of a file reach its disk, as far as that disk knows how to. A save that fails for that
/// alone would keep nothing at all.
pub(super) fn as_far_as_can_be(file: &File, synced: io::Result<()>) -> io::Result<()> {
    match synced {
        Err(error) if is_unable(&error) => less(file),
        done => done,
    }
}

/// On a Mac, more than to write is asked of a disk first: to have its own store written. A share takes
/// the plain order.
#[cfg(unix)]
fn less(file: &File) -> io::Result<()> {
    match rustix::fs::fsync(file).map_err(io::Error::from) {
        Err(error) if is_unable(&error) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
fn less(_: &File) -> io::Result<()> {
    Ok(())
}

/// Whether an error says that the disk does not know what it is asked for.
fn is_unable(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    ) || error.raw_os_error().is_some_and(means_unable)
}

#[cfg(unix)]
fn means_unable(number: i32) -> bool {
    use rustix::io::Errno;
    [Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOTTY]
        .iter()
        .any(|errno| errno.raw_os_error() == number)
}

/// Of Windows: no such function, not supported.
#[cfg(not(unix))]
const fn means_unable(number: i32) -> bool {
    cfg!(windows) && matches!(number, 1 | 50)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_cannot_is_told_from_one_that_fails() {
        let file = tempfile::tempfile().unwrap();
        let after = |error: io::Error| as_far_as_can_be(&file, Err(error));
        assert!(as_far_as_can_be(&file, Ok(())).is_ok());
        for kind in [io::ErrorKind::Unsupported, io::ErrorKind::InvalidInput] {
            assert!(after(kind.into()).is_ok(), "{kind:?}");
        }
        for kind in [
            io::ErrorKind::StorageFull,
            io::ErrorKind::QuotaExceeded,
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::Other,
        ] {
            assert_eq!(after(kind.into()).unwrap_err().kind(), kind);
        }
        #[cfg(unix)]
        for errno in [
            rustix::io::Errno::NOTSUP,
            rustix::io::Errno::OPNOTSUPP,
            rustix::io::Errno::INVAL,
            rustix::io::Errno::NOSYS,
        ] {
            assert!(after(errno.into()).is_ok(), "{errno:?}");
        }
        #[cfg(unix)]
        assert!(after(rustix::io::Errno::IO.into()).is_err());
    }
}
