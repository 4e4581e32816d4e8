//! Places that are out of reach for now: a share without its network, a disk that was unplugged, a
//! synchronised folder whose files are elsewhere while nothing fetches them.

use std::io;

/// Whether an error says that the place may be there again later.
pub(super) fn is_away(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    let told = error.raw_os_error();
    matches!(
        error.kind(),
        Kind::HostUnreachable
            | Kind::NetworkUnreachable
            | Kind::NetworkDown
            | Kind::StaleNetworkFileHandle
            | Kind::TimedOut
    ) || (cfg!(windows) && told.is_some_and(means_away))
}

/// Whether a number of Windows says so. Some of these are told as "not found" otherwise.
const fn means_away(number: i32) -> bool {
    matches!(
        number,
        // No such drive, no such unit, not ready; not connected.
        15 | 20 | 21 | 1167
        // Of networks: the other machine does not listen, path, busy, gone, failed, deleted, name;
        // no connection, no provider for the path, no network.
        | 51 | 53 | 54 | 55 | 59 | 64 | 67 | 1201 | 1203 | 1222
        // Of clouds: not running, not signed in, no network, no success, given up, ended, too late.
        | 362 | 386 | 388 | 389 | 393 | 398 | 404 | 426
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_windows_for_places_out_of_reach_are_known() {
        for number in [21, 53, 67, 362, 388] {
            assert!(means_away(number), "{number}");
        }
        // No file, no path, no rights, in use, no room, a bad name, a cloud's file in use.
        for number in [2, 3, 5, 32, 112, 123, 391] {
            assert!(!means_away(number), "{number}");
        }
        assert!(is_away(&io::ErrorKind::NetworkUnreachable.into()));
        assert!(!is_away(&io::ErrorKind::NotFound.into()));
    }
}
