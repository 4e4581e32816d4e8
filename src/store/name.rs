//! Names of files as Windows sees them: which it gives to no file, and which two are one.

use std::path::{Component, Path, Prefix};

use crate::model::ProblemKind;

/// Why Windows gives this name to no file, or to none that another program can open.
pub(super) fn refused(path: &Path) -> Option<ProblemKind> {
    if !cfg!(windows) {
        return None;
    }
    // Made absolute, the name of a device is no longer in its folder but a prefix: `\\.\CON`.
    let device = || match path.components().next()? {
        Component::Prefix(prefix) => match prefix.kind() {
            Prefix::DeviceNS(device) => Some(device),
            _ => None,
        },
        _ => None,
    };
    let name = path.file_name().or_else(device)?;
    flaw(&name.to_string_lossy())
}

/// Whether a path means a device here, such as the console.
pub(super) fn leads_to_device(path: &Path) -> bool {
    matches!(refused(path), Some(ProblemKind::ReservedName { .. }))
}

/// Whether a name stands for a device under Windows, whatever its extension.
pub(crate) fn is_device(name: &str) -> bool {
    device(name).is_some()
}

/// What is wrong with a name, were it to be that of a file under Windows.
fn flaw(name: &str) -> Option<ProblemKind> {
    if let Some(device) = device(name) {
        let found = device.to_owned();
        return Some(ProblemKind::ReservedName { found });
    }
    let sign = |c: &char| c.is_ascii_control() || "<>:\"|?*".contains(*c);
    if let Some(sign) = name.chars().find(sign) {
        let found = sign.to_string();
        return Some(ProblemKind::NameSign { found });
    }
    if name.ends_with(['.', ' ']) {
        return Some(ProblemKind::NameEnd);
    }
    /// In 16-bit units, on every disk that Windows writes to.
    const LONGEST: usize = 255;
    (name.encode_utf16().count() > LONGEST).then_some(ProblemKind::BadName)
}

/// The device that a name stands for, whatever its extension.
fn device(name: &str) -> Option<&str> {
    let stem = name.split(['.', ':']).next()?.trim_end_matches(' ');
    let told = stem.to_ascii_uppercase();
    let numbered = told.strip_prefix("COM").or(told.strip_prefix("LPT"));
    let numbers = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"];
    let is_device = matches!(
        told.as_str(),
        "AUX" | "CON" | "CONIN$" | "CONOUT$" | "NUL" | "PRN"
    );
    (is_device || numbered.is_some_and(|end| numbers.contains(&end))).then_some(stem)
}

/// Whether two paths are those of one file, as far as paths can tell: Windows and macOS make no
/// difference between capitals and small letters.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    one == other || (cfg!(any(windows, target_os = "macos")) && differ_by_case(one, other))
}

fn differ_by_case(one: &Path, other: &Path) -> bool {
    let texts = one.to_str().zip(other.to_str());
    texts.is_some_and(|(one, other)| one.to_lowercase() == other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_windows_keeps_for_itself_are_known() {
        for name in [
            "CON",
            "nul",
            "aux.attache",
            "Prn.attache.ron",
            "COM1",
            "com9.pdf",
            "LPT2.md",
            "lpt³",
            "CONIN$",
            "con .ron",
            "nul:",
        ] {
            let found = flaw(name);
            let stem = device(name).unwrap_or_default();
            assert!(
                !stem.is_empty() && name.starts_with(stem) && !stem.ends_with(' '),
                "{name}"
            );
            let found_stem = ProblemKind::ReservedName {
                found: stem.to_owned(),
            };
            assert_eq!(found, Some(found_stem), "{name}");
        }
        for name in [
            "Conseil.attache",
            "console",
            "com.ron",
            "com10.ron",
            "COM0",
            "auxiliaire",
            "nul part.ron",
            "Été 2026 (n° 1).attache",
            ".attache",
        ] {
            assert_eq!(flaw(name), None, "{name}");
        }
    }

    #[test]
    fn what_no_name_can_have_under_windows_is_known() {
        for (name, sign) in [
            ("plan : 2027.attache", ":"),
            ("où ?.attache", "?"),
            ("a*b", "*"),
            ("a|b", "|"),
            ("\"a\".md", "\""),
            ("<a>", "<"),
            ("a\tb", "\t"),
        ] {
            let found = sign.to_owned();
            assert_eq!(flaw(name), Some(ProblemKind::NameSign { found }), "{name}");
        }
        for name in ["profil.", "profil.attache ", "…\u{a0}.", "..."] {
            assert_eq!(flaw(name), Some(ProblemKind::NameEnd), "{name}");
        }
        assert_eq!(flaw(&"é".repeat(255)), None);
        assert_eq!(flaw(&"é".repeat(256)), Some(ProblemKind::BadName));
    }

    #[test]
    fn names_that_differ_by_case_are_told_from_others() {
        let same = |one: &str, other: &str| differ_by_case(Path::new(one), Path::new(other));
        assert!(same("C:\\Été\\Profil.RON", "c:\\ÉTÉ\\profil.ron"));
        assert!(!same("C:\\Été\\profil.ron", "C:\\Ete\\profil.ron"));
    }
}
