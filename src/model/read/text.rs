//! Reads a file of any known format, and says in our own terms what the reader of the text says.

use std::borrow::Cow;

use ron::error::{Error as RonError, SpannedError};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::flaw::Flaw;
use super::locate::{self, Step};
use super::migrate::{self, Upgrade};
use crate::model::limits::FORMAT;
use crate::model::problem::{Problem, ProblemKind, Problems};

/// Only the version, so that a newer file is refused by its version and not by its first new field.
#[derive(Deserialize)]
struct Header {
    format: u32,
}

/// Reads a file of any known format, by the steps that lead to the current one; gives the text as
/// it was read as well. A newer file is refused by its format, whatever else is new in it.
pub fn read<'a, T: DeserializeOwned>(
    file: &str,
    text: &'a str,
    steps: &[Upgrade],
    format_of: impl Fn(&T) -> u32,
) -> Result<(T, Cow<'a, str>), Problems> {
    let failed = match ron::from_str::<T>(text) {
        Ok(read) if format_of(&read) == FORMAT => return Ok((read, Cow::Borrowed(text))),
        Ok(_) => None,
        Err(error) => Some(error),
    };
    let format = match ron::from_str::<Header>(text) {
        Ok(header) => header.format,
        // The full reading words any other error better.
        Err(_) => FORMAT,
    };
    if !(1..=FORMAT).contains(&format) {
        return Err(unknown_format(file, text, format));
    }
    match failed {
        Some(error) if format == FORMAT => Err(from_ron(file, text, &error)),
        _ => {
            let text = migrate::to_current(text, format, steps);
            let read = ron::from_str(&text).map_err(|error| from_ron(file, &text, &error))?;
            Ok((read, text))
        }
    }
}

fn unknown_format(file: &str, text: &str, format: u32) -> Problems {
    let path = [Step::key("format")];
    let place = locate::position(text, &path);
    let (found, known) = (format, FORMAT);
    let kind = if found > known {
        ProblemKind::NewerFormat { found, known }
    } else {
        ProblemKind::UnknownFormat { found, known }
    };
    vec![Flaw::new(path, kind).at(file, place)]
}

/// A reading error, at its place.
fn from_ron(file: &str, text: &str, error: &SpannedError) -> Problems {
    let (line, column) = (error.span.start.line, error.span.start.col);
    let kind = match decimal_comma(text, line, column) {
        Some(found) => ProblemKind::DecimalComma { found },
        None => kind_of(&error.code),
    };
    vec![Problem {
        file: file.to_owned(),
        line,
        column,
        field: String::new(),
        kind,
    }]
}

/// The number that a decimal comma makes of two, where the reader gave up at the second.
fn decimal_comma(text: &str, line: usize, column: usize) -> Option<String> {
    let line = text.lines().nth(line.checked_sub(1)?)?;
    let (at, _) = line.char_indices().nth(column.checked_sub(1)?)?;
    let is_digit = |c: char| c.is_ascii_digit();
    let before = &line[..at];
    // In a point of a curve the reader gives up after what follows the second.
    let before = match before.strip_suffix(", ") {
        Some(second) => second.trim_end_matches(is_digit),
        None => before,
    };
    let rest = &line[before.len()..];
    let part = &rest[..rest.len() - rest.trim_start_matches(is_digit).len()];
    let whole = before.strip_suffix(',')?;
    let whole = &whole[whole.trim_end_matches(is_digit).len()..];
    (!whole.is_empty() && !part.is_empty()).then(|| format!("{whole},{part}"))
}

fn kind_of(error: &RonError) -> ProblemKind {
    let owned = |names: &[&'static str]| names.iter().map(|name| (*name).to_owned()).collect();
    match error {
        RonError::Message(found) => ProblemKind::Duplicate {
            found: found.clone(),
        },
        RonError::DuplicateStructField { field, .. } => ProblemKind::Duplicate {
            found: (*field).to_owned(),
        },
        RonError::Eof | RonError::ExpectedStringEnd | RonError::UnclosedBlockComment => {
            ProblemKind::EndsTooSoon
        }
        RonError::ExpectedFloat
        | RonError::ExpectedInteger
        | RonError::FloatUnderscore
        | RonError::IntegerOutOfBounds
        | RonError::InvalidIntegerDigit { .. }
        | RonError::UnderscoreAtBeginning => ProblemKind::ExpectedNumber,
        RonError::ExpectedString | RonError::InvalidEscape(_) => ProblemKind::ExpectedText,
        RonError::ExpectedArray => ProblemKind::ExpectedSymbol { symbol: '[' },
        RonError::ExpectedArrayEnd => ProblemKind::ExpectedSymbol { symbol: ']' },
        RonError::ExpectedMap => ProblemKind::ExpectedSymbol { symbol: '{' },
        RonError::ExpectedMapEnd => ProblemKind::ExpectedSymbol { symbol: '}' },
        RonError::ExpectedMapColon => ProblemKind::ExpectedSymbol { symbol: ':' },
        RonError::ExpectedComma => ProblemKind::ExpectedSymbol { symbol: ',' },
        RonError::ExpectedStructLike | RonError::ExpectedNamedStructLike(_) => {
            ProblemKind::ExpectedSymbol { symbol: '(' }
        }
        RonError::ExpectedStructLikeEnd => ProblemKind::ExpectedSymbol { symbol: ')' },
        RonError::ExpectedOption | RonError::ExpectedOptionEnd => ProblemKind::ExpectedOption,
        RonError::NoSuchStructField {
            expected, found, ..
        } => ProblemKind::UnknownField {
            found: found.clone(),
            expected: owned(expected),
        },
        RonError::NoSuchEnumVariant {
            expected, found, ..
        } => ProblemKind::UnknownVariant {
            found: found.clone(),
            expected: owned(expected),
        },
        RonError::MissingStructField { field, .. } => ProblemKind::MissingField {
            name: (*field).to_owned(),
        },
        RonError::InvalidValueForType {
            expected, found, ..
        } => ProblemKind::WrongType {
            found: found.clone(),
            expected: expected.clone(),
        },
        RonError::TrailingCharacters => ProblemKind::Trailing,
        RonError::Utf8Error(_) => ProblemKind::NotUtf8,
        RonError::ExceededRecursionLimit => ProblemKind::TooDeep,
        RonError::UnexpectedChar(found) => ProblemKind::Unexpected {
            found: found.to_string(),
        },
        RonError::InvalidIdentifier(found) | RonError::SuggestRawIdentifier(found) => {
            ProblemKind::Unexpected {
                found: found.clone(),
            }
        }
        _ => ProblemKind::Syntax,
    }
}
