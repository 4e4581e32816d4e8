//! The desktop's program for files, asked over the session bus to show one in its folder.

use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::portal;

const FILES: &str = "org.freedesktop.FileManager1";

/// Shows a file in its folder; `false` where no program of the desktop does.
pub fn by_file_manager(path: &Path) -> bool {
    let Some(bus) = portal::session() else {
        return false;
    };
    let place = "/org/freedesktop/FileManager1";
    let body = (vec![address(path)], "");
    let shown = bus.call_method(Some(FILES), place, Some(FILES), "ShowItems", &body);
    shown.is_ok()
}

/// A path as an address: `file:///tmp/a%20b`.
fn address(path: &Path) -> String {
    let mut address = "file://".to_owned();
    for &byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                address.push(char::from(byte));
            }
            _ => {
                // A text takes whatever is written to it.
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    #[test]
    fn a_path_is_written_as_an_address() {
        let raw = Path::new(OsStr::from_bytes(b"/tmp/\xff"));
        for (path, meant) in [
            (Path::new("/tmp/profil-1.pdf"), "file:///tmp/profil-1.pdf"),
            (
                Path::new("/tmp/a b\u{e9}#1.pdf"),
                "file:///tmp/a%20b%C3%A9%231.pdf",
            ),
            (raw, "file:///tmp/%FF"),
        ] {
            assert_eq!(address(path), meant);
        }
    }
}
