//! A table of values separated by signs, as spreadsheets and forms write it: with commas, semicolons or
//! tabs, in UTF-8 or, as Excel on Windows does, in the letters of Western Europe.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::size::MOST;
use crate::model::{Cell, ProblemKind, Sheet};

/// What may stand between two values; of equally frequent ones, the first.
const SIGNS: [u8; 3] = *b";\t,";

pub fn read(bytes: &[u8]) -> Result<Sheet, ProblemKind> {
    let text = text(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign(&text))
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    // Lines that are no rows of their own, for they stand within a value.
    let mut within = 0;
    for record in reader.records() {
        let record = record.map_err(|_broken| ProblemKind::NotATable)?;
        // Empty lines are no records, and still are rows; they stand before the next record.
        let (line, byte) = record
            .position()
            .map_or((1, 0), |at| (at.line(), at.byte()));
        let [line, byte] = [line, byte].map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        let ahead = text.as_bytes().get(byte..).unwrap_or_default().iter();
        let ahead = ahead.take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let empty = ahead.filter(|&&byte| byte == b'\n').count();
        let row = line.saturating_add(empty).saturating_sub(1 + within);
        let row = row.max(rows.len());
        within += record
            .iter()
            .flat_map(str::bytes)
            .filter(|&byte| byte == b'\n')
            .count();
        for (column, value) in record.iter().enumerate() {
            let cell = MOST.cell(&mut rows, (row, column))?;
            if !value.trim().is_empty() {
                *cell = Cell::Text(value.to_owned());
            }
        }
    }
    Ok(Sheet {
        rows,
        ..Sheet::default()
    })
}

/// The text in the bytes of a file: as its mark says, as UTF-8 where it is that, or else in the letters
/// that Windows uses in Western Europe, which know every byte.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ProblemKind> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0,
        None => std::str::from_utf8(bytes).map_or_else(
            |_other| WINDOWS_1252.decode_without_bom_handling(bytes).0,
            Cow::Borrowed,
        ),
    };
    if text.contains('\0') {
        return Err(ProblemKind::NotATable);
    }
    Ok(text)
}

/// The sign that stands most often between the values of the first line that says anything.
fn sign(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let mut quoted = false;
    let mut counts = [0_usize; SIGNS.len()];
    for byte in first.unwrap_or_default().bytes() {
        quoted ^= byte == b'"';
        let place = SIGNS.iter().position(|&sign| sign == byte);
        if let (Some(place), false) = (place, quoted) {
            counts[place] += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let place = counts.iter().position(|&count| count == most);
    SIGNS[place.unwrap_or_default()]
}
