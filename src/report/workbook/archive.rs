//! The bytes of a workbook, the same on every system: its library notes in the archive's directory on which
//! one it ran.

use rust_xlsxwriter::{Workbook, XlsxError};

/// The system whose rights the archive's entries have anyway.
const UNIX: u8 = 3;

/// What stands at the end of an archive, and before the names of each entry of its directory, in bytes.
const END: usize = 22;
const ENTRY: usize = 46;

pub fn written(workbook: &mut Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut archive = workbook.save_to_buffer()?;
    // What is no archive has no directory.
    let _ = settle(&mut archive);
    Ok(archive)
}

/// Goes through the directory, which the record at the end tells of.
fn settle(archive: &mut [u8]) -> Option<()> {
    let number = |archive: &[u8], at: usize, width: usize| {
        let bytes = archive.get(at..at + width)?;
        let digits = bytes.iter().rev();
        Some(digits.fold(0, |sum, &digit| (sum << 8) | usize::from(digit)))
    };
    let end = archive.len().checked_sub(END)?;
    let entries = number(archive, end + 10, 2)?;
    let mut at = number(archive, end + 16, 4)?;
    for _ in 0..entries {
        *archive.get_mut(at + 5)? = UNIX;
        let name = number(archive, at + 28, 2)?;
        let more = number(archive, at + 30, 2)?;
        let comment = number(archive, at + 32, 2)?;
        at += ENTRY + name + more + comment;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_workbook_says_on_which_system_it_was_made() {
        let mut workbook = Workbook::new();
        workbook.add_worksheet();
        let bytes = written(&mut workbook).unwrap();
        let is_entry = |at: &usize| bytes[*at..].starts_with(b"PK\x01\x02");
        let entries: Vec<usize> = (0..bytes.len()).filter(is_entry).collect();
        assert!(entries.len() > 5, "{entries:?}");
        assert!(entries.iter().all(|at| bytes[at + 5] == UNIX));
        // As Windows has it.
        let mut other = bytes.clone();
        for at in entries {
            other[at + 5] = 0;
        }
        settle(&mut other).unwrap();
        assert!(other == bytes);
        assert_eq!(settle(&mut []), None);
    }
}
