//! Addresses of files, as desktops, browsers and terminals write them: `file:///tmp/a%20b`.

use std::path::PathBuf;

/// The path that is meant by what may be the address of a file, or a path already.
pub(crate) fn meant(text: &str) -> PathBuf {
    path_of(text).unwrap_or_else(|| PathBuf::from(text))
}

/// The path in the address of a file; `None` where it is none.
pub(crate) fn path_of(address: &str) -> Option<PathBuf> {
    const SCHEME: &str = "file:";
    let (scheme, rest) = address.split_at_checked(SCHEME.len())?;
    if !scheme.eq_ignore_ascii_case(SCHEME) {
        return None;
    }
    let (host, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/')?),
        None => ("", rest),
    };
    path.starts_with('/')
        .then(|| place(host, unescaped(path)))
        .flatten()
}

/// What an address escapes stands there as bytes: `%C3%A9` for `é`.
fn unescaped(path: &str) -> Vec<u8> {
    let mut left = path.as_bytes();
    let mut bytes = Vec::with_capacity(left.len());
    while let Some((&first, rest)) = left.split_first() {
        let digit = |at: usize| char::from(*rest.get(at)?).to_digit(16);
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                left = &rest[2..];
            }
            _ => {
                bytes.push(first);
                left = rest;
            }
        }
    }
    bytes
}

/// Whatever computer is named, it is this one.
#[cfg(unix)]
fn place(_host: &str, path: Vec<u8>) -> Option<PathBuf> {
    let name: std::ffi::OsString = std::os::unix::ffi::OsStringExt::from_vec(path);
    Some(name.into())
}

#[cfg(not(unix))]
fn place(host: &str, path: Vec<u8>) -> Option<PathBuf> {
    let path = String::from_utf8(path).ok()?;
    Some(windows(host, &path).into())
}

/// With a drive, or a share of another computer.
#[cfg(any(not(unix), test))]
fn windows(host: &str, path: &str) -> String {
    let path = path.replace('/', "\\");
    let drive = path.as_bytes().get(2) == Some(&b':');
    match host {
        "" | "localhost" if drive => path[1..].to_owned(),
        "" | "localhost" => path,
        host => format!("\\\\{host}{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn an_address_is_read_as_a_path() {
        for (address, path) in [
            ("file:///tmp/profil.ron", Some("/tmp/profil.ron")),
            ("file:///tmp/a%20b%C3%A9.ron", Some("/tmp/a bé.ron")),
            ("file:///tmp/n%231%3F%26%25.ron", Some("/tmp/n#1?&%.ron")),
            (
                "file:///run/user/1000/doc/5a/p.ron",
                Some("/run/user/1000/doc/5a/p.ron"),
            ),
            ("file://localhost/tmp/a.ron", Some("/tmp/a.ron")),
            ("file:/tmp/a.ron", Some("/tmp/a.ron")),
            ("FILE:///tmp/a.ron", Some("/tmp/a.ron")),
            // What escapes nothing stands for itself.
            ("file:///tmp/100%.ron", Some("/tmp/100%.ron")),
            ("file:///tmp/100%+5.ron", Some("/tmp/100%+5.ron")),
            ("file:///tmp/é%2", Some("/tmp/é%2")),
            ("file:///tmp/%é", Some("/tmp/%é")),
            ("https://example.org/a.ron", None),
            ("file:a.ron", None),
            ("file://", None),
            ("fil", None),
            ("été:a", None),
            ("/tmp/a%20b.ron", None),
            ("", None),
        ] {
            assert_eq!(path_of(address), path.map(PathBuf::from), "{address}");
            assert_eq!(meant(address), PathBuf::from(path.unwrap_or(address)));
        }
        let raw = path_of("file:///tmp/%FF").unwrap();
        assert_eq!(raw.as_os_str().as_encoded_bytes(), b"/tmp/\xff");
    }

    #[test]
    fn an_address_of_windows_has_a_drive_or_a_computer() {
        assert_eq!(windows("", "/C:/Été/a b.ron"), "C:\\Été\\a b.ron");
        assert_eq!(windows("localhost", "/c:/a.ron"), "c:\\a.ron");
        assert_eq!(windows("nas", "/partage/a.ron"), "\\\\nas\\partage\\a.ron");
        assert_eq!(windows("", "/a.ron"), "\\a.ron");
    }
}
