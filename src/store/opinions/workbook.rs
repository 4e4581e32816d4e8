//! A sheet of a workbook. A workbook is a folded folder of XML: what it unfolds to is measured before
//! anything is read of it, cells are read one by one, and nothing is allotted by what it says of itself.

use std::io::{Cursor, Read};

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::size::MOST;
use crate::model::{Cell, CellAt, ProblemKind, Sheet};

/// Bytes that a workbook may unfold to.
const MAX_UNFOLDED: u64 = 32 * 1024 * 1024;

/// What the sheet of opinions is called in the workbooks and questionnaires that we write.
const SHEETS: [&str; 2] = ["Avis", "Opinions"];

pub fn read(bytes: Vec<u8>) -> Result<Sheet, ProblemKind> {
    sound(&bytes)?;
    let broken = |_why| ProblemKind::NotATable;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut shown = workbook.sheets_metadata().iter().filter(|sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    });
    let ours = shown
        .clone()
        .find(|sheet| SHEETS.contains(&sheet.name.as_str()));
    let name = ours
        .or_else(|| shown.next())
        .map(|sheet| sheet.name.clone());
    let name = name.ok_or(ProblemKind::NotATable)?;
    let merged = workbook.merge_cells_by_sheet_name(&name).map_err(broken)?;
    let first = |region: Dimensions| CellAt {
        row: region.start.0 as usize,
        column: region.start.1 as usize,
    };
    let mut sheet = Sheet {
        name,
        merged: merged.into_iter().map(first).collect(),
        ..Sheet::default()
    };
    let mut cells = workbook
        .worksheet_cells_reader(&sheet.name)
        .map_err(broken)?;
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(broken)? {
        let (row, column) = cell.get_position();
        let format = cells
            .styles()
            .get(style)
            .and_then(|style| style.number_format.as_ref());
        let in_per_cent = format.is_some_and(|format| format.format_code.contains('%'));
        let found = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Int(number) => Cell::Number(*number as f64),
            DataRef::Float(share) if in_per_cent => Cell::Number(100.0 * share),
            DataRef::Float(number) => Cell::Number(*number),
            DataRef::String(text) => Cell::Text(text.clone()),
            DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
            DataRef::Bool(truth) => Cell::Other(truth.to_string()),
            DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => Cell::Day,
            DataRef::Error(error) => Cell::Other(error.to_string()),
        };
        *MOST.cell(&mut sheet.rows, (row as usize, column as usize))? = found;
    }
    Ok(sheet)
}

/// Refuses what unfolds to too much, is no XML in UTF-8, refers to what lies outside, or says that it
/// holds more texts than it can.
fn sound(bytes: &[u8]) -> Result<(), ProblemKind> {
    let broken = |_why| ProblemKind::NotATable;
    let mut folder = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut left = MAX_UNFOLDED;
    for place in 0..folder.len() {
        let file = folder.by_index(place).map_err(broken)?;
        let name = file.name().map_err(broken)?.to_lowercase();
        let is_xml = [".xml", ".rels"].iter().any(|end| name.ends_with(end));
        let mut part = Vec::new();
        let read = file.take(left + 1).read_to_end(&mut part);
        read.map_err(|_why| ProblemKind::NotATable)?;
        let unfolds = ProblemKind::Unfolds {
            most: MAX_UNFOLDED / 1024 / 1024,
        };
        left = left.checked_sub(part.len() as u64).ok_or(unfolds)?;
        if is_xml && !is_sound(part) {
            return Err(ProblemKind::NotATable);
        }
    }
    Ok(())
}

/// Whether a part is XML that can be read safely.
fn is_sound(part: Vec<u8>) -> bool {
    let Ok(text) = String::from_utf8(part) else {
        return false;
    };
    let refers = text.contains('\0') || text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    // As many places are made for texts as this says.
    let counts = text.match_indices("uniqueCount").all(|(at, name)| {
        let rest =
            text[at + name.len()..].trim_start_matches(['=', '"', '\'', ' ', '\t', '\r', '\n']);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        rest[..digits]
            .parse::<usize>()
            .is_ok_and(|count| count <= text.len())
            || digits == 0
    });
    !refers && counts && is_counted(&text)
}

/// Whether every place that a part names can be counted: calamine counts the corners of a range from the
/// first on, however far they are.
fn is_counted(text: &str) -> bool {
    text.match_indices('=').all(|(at, _)| {
        let name = text[..at].trim_end().rsplit(char::is_whitespace).next();
        let value = text[at + 1..].trim_start();
        let quoted = ['"', '\''].into_iter().find_map(|quote| {
            let rest = value.strip_prefix(quote)?;
            rest.split(quote).next()
        });
        !matches!(name, Some("r" | "ref")) || quoted.is_none_or(runs_forward)
    })
}

/// Whether a range such as `A1:C5` goes down and to the right, and no further than any sheet; anything
/// else is no range.
fn runs_forward(range: &str) -> bool {
    let mut before = (0, 0);
    range.split(':').all(|corner| {
        let row = corner.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let column = &corner[..corner.len() - row.len()];
        if !row.bytes().all(|byte| byte.is_ascii_digit()) {
            return true;
        }
        if column.len() > 3 || row.len() > 7 {
            return false;
        }
        let letters = column
            .bytes()
            .map(|byte| u32::from(byte.to_ascii_uppercase() - b'A'));
        let column = letters.fold(0, |sum, letter| 26 * sum + letter + 1);
        let here = (row.parse().unwrap_or(0_u32), column);
        let is_forward = here.0 >= before.0 && here.1 >= before.1;
        before = here;
        is_forward
    })
}
