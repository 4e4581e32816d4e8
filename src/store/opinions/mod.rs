//! Opinions from files: profiles, tables of values separated by signs, workbooks.

mod delimited;
mod size;
mod workbook;

use std::path::Path;

use super::file::{bounded, read_bytes, read_profile};
use crate::model::{Knowledge, Opinion, Problem, ProblemKind, Problems, Scenario, Sheet, opinions};

/// What the names of tables of opinions end with. Every other file is taken for a profile.
pub const TABLE_ENDS: [&str; 5] = ["xlsx", "xlsm", "csv", "tsv", "txt"];

/// Spreadsheets that have to be saved as another kind first.
const OTHER_ENDS: [&str; 5] = ["ods", "xls", "xlsb", "fods", "numbers"];

/// Whether a file is a table of opinions, by the end of its name.
pub fn is_table(path: &Path) -> bool {
    end_of(path).is_some_and(|end| {
        let end = end.as_str();
        TABLE_ENDS.contains(&end) || OTHER_ENDS.contains(&end)
    })
}

fn end_of(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_lowercase())
}

/// Reads the opinions in a file on a company, for which there is `room`: that of a profile, under the
/// name of its author, or every row of a table.
///
/// # Errors
/// Every problem found in the file, or the one that kept it from being read; nothing is read in part.
pub fn read_opinions(
    knowledge: &Knowledge,
    path: &Path,
    company: &Scenario,
    room: usize,
) -> Result<Vec<Opinion>, Problems> {
    let file = path.display().to_string();
    if !is_table(path) {
        let profile = read_profile(knowledge, path)?;
        let author = profile.header.author.trim();
        return Ok(vec![Opinion::new(profile.scenarios.first.named(author))]);
    }
    let bytes = read_bytes(path).map_err(|problem| vec![problem])?;
    let end = end_of(path).unwrap_or_default();
    parse_opinions(knowledge, &file, &end, bytes, company, room)
}

/// Reads a table of opinions from the bytes of a file whose name has this end, in small letters.
///
/// # Errors
/// As [`read_opinions`].
pub fn parse_opinions(
    knowledge: &Knowledge,
    file: &str,
    end: &str,
    bytes: Vec<u8>,
    company: &Scenario,
    room: usize,
) -> Result<Vec<Opinion>, Problems> {
    let bytes = bounded(file, bytes).map_err(|problem| vec![problem])?;
    let sheet = match end {
        "xlsx" | "xlsm" => workbook::read(bytes),
        "csv" | "tsv" | "txt" => delimited::read(&bytes),
        _ => Err(ProblemKind::OtherTable),
    };
    let sheet: Sheet = sheet.map_err(|kind| vec![Problem::whole(file, kind)])?;
    opinions(knowledge, file, &sheet, company, room)
}
