//! What can be wrong with a file, as data: where it is and what it is. `i18n` puts it into words.

use std::borrow::Cow;

use ron::error::{Error as RonError, SpannedError};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::FORMAT;
use super::locate::{self, Place, Step};
use super::migrate::{self, Upgrade};

/// Problems told of one file: a person mends a few at a time, and each takes a walk through the text.
const MOST_TOLD: usize = 20;

/// One problem in one file. Lines and columns count from 1; 0 means the file as a whole.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{file}:{line}:{column}: {field} {kind:?}")]
pub struct Problem {
    /// The name of the file, as it was given.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The path of the field, such as `factors.exposure.risk`; empty when the syntax is at fault.
    pub field: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// All the problems of one file; never empty in an `Err`.
pub type Problems = Vec<Problem>;

/// What is wrong, with what a sentence about it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    // The writing.
    /// The file was written by a later version of the program.
    NewerFormat {
        /// What stands there.
        found: u32,
        /// The latest format that this version knows.
        known: u32,
    },
    /// No version of the program ever wrote such a format.
    UnknownFormat {
        /// What stands there.
        found: u32,
        /// The latest format that this version knows.
        known: u32,
    },
    /// A bracket or a quotation mark is never closed.
    EndsTooSoon,
    /// Something else stands where a number belongs.
    ExpectedNumber,
    /// A number whose decimal mark is a comma, such as `3,5`.
    DecimalComma {
        /// What stands there.
        found: String,
    },
    /// Something else stands where a text belongs.
    ExpectedText,
    /// Something else stands where this sign belongs.
    ExpectedSymbol {
        /// The sign.
        symbol: char,
    },
    /// Neither `None` nor `Some`.
    ExpectedOption,
    /// A field that does not exist here.
    UnknownField {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// A name that is none of those expected.
    UnknownVariant {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// A field that must be given.
    MissingField {
        /// Its name.
        name: String,
    },
    /// A value of another kind than expected.
    WrongType {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: String,
    },
    /// A sign that does not belong here.
    Unexpected {
        /// What stands there.
        found: String,
    },
    /// Something follows what should be the end.
    Trailing,
    /// More brackets within each other than are read.
    TooDeep,
    /// Bytes that are no text.
    NotUtf8,
    /// Wrong in a way for which there are no better words.
    Syntax,

    // What is written.
    /// A key, or an id of a list, given twice.
    Duplicate {
        /// What stands there.
        found: String,
    },
    /// Not a calendar date.
    BadDate {
        /// What stands there.
        found: String,
    },
    /// An id of nothing in the knowledge base.
    UnknownId {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// An id that the knowledge base has and the file lacks.
    MissingId {
        /// The id.
        id: String,
    },
    /// A question without which there is no answer.
    MissingQuestion {
        /// The id.
        id: String,
    },
    /// A department that the knowledge base does not know and that has no name of its own.
    UnnamedDepartment {
        /// The id.
        id: String,
    },
    /// A number outside its range, ends included.
    OutOfRange {
        /// What stands there.
        found: f64,
        /// The least.
        low: f64,
        /// The greatest.
        high: f64,
    },
    /// A list of more items than it can hold.
    TooMany {
        /// What stands there.
        found: usize,
        /// How many there can be.
        most: usize,
    },
    /// A text of more characters than these.
    TooLong {
        /// How many there can be.
        most: usize,
    },
    /// A text that must say something, in both languages.
    EmptyText,
    /// A list that must have an item.
    EmptyList,
    /// A curve that does not run from 0 to 100.
    CurveEnds,
    /// A point outside -1 to 1.
    CurveValue {
        /// What stands there.
        found: f64,
    },
    /// A point that is not to the right of the one before.
    CurveOrder,
    /// A curve that turns against its declared direction.
    NotMonotone {
        /// The alternative of the curve.
        to: String,
    },
    /// Further problems, not told one by one.
    Others {
        /// How many.
        count: usize,
    },

    // The file itself.
    /// There is no such file.
    NotFound,
    /// The file may not be read.
    ReadPermission,
    /// The file could not be read.
    ReadFailed {
        /// What the system says of it.
        why: String,
    },
    /// A folder.
    IsFolder,
    /// A pipe or a device.
    NotAFile,
    /// More bytes than are read.
    TooLarge {
        /// In MiB.
        most: u64,
    },
    /// The place may not be written.
    WritePermission,
    /// The file is marked as read-only, or is someone else's.
    WriteProtected,
    /// The folder does not exist.
    NoFolder,
    /// There is no room.
    DiskFull,
    /// The file could not be written.
    WriteFailed {
        /// What the system says of it.
        why: String,
    },
}

impl Problem {
    /// A problem of the file as a whole.
    pub fn whole(file: &str, kind: ProblemKind) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            field: String::new(),
            kind,
        }
    }
}

/// A problem found after reading, not yet placed in its file.
#[derive(Clone, Debug)]
pub(super) struct Flaw {
    pub path: Vec<Step>,
    pub kind: ProblemKind,
}

impl Flaw {
    pub fn new(path: impl IntoIterator<Item = Step>, kind: ProblemKind) -> Self {
        Self {
            path: path.into_iter().collect(),
            kind,
        }
    }

    fn at(self, file: &str, place: Place) -> Problem {
        Problem {
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            field: Step::join(&self.path),
            kind: self.kind,
        }
    }
}

/// What was found wrong. A hostile file can hold any number of flaws: the first few are kept, the
/// others counted.
#[derive(Debug, Default)]
pub(super) struct Flaws {
    kept: Vec<Flaw>,
    others: usize,
}

impl Flaws {
    pub fn push(&mut self, flaw: Flaw) {
        if self.are_enough() {
            self.others += 1;
        } else {
            self.kept.push(flaw);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether another flaw would only be counted, so that no words need be found for it.
    pub fn are_enough(&self) -> bool {
        self.kept.len() >= MOST_TOLD
    }

    /// Finds each flaw in its text.
    pub fn place(self, file: &str, text: &str) -> Result<(), Problems> {
        let others = self.others;
        let mut problems: Problems = self
            .kept
            .into_iter()
            .map(|flaw| {
                let place = locate::position(text, &flaw.path);
                flaw.at(file, place)
            })
            .collect();
        if others > 0 {
            problems.push(Problem::whole(file, ProblemKind::Others { count: others }));
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }
}

/// Refuses a text that no window could show; its path is asked for only then.
pub(super) fn length(path: impl FnOnce() -> Vec<Step>, text: &str, most: usize, flaws: &mut Flaws) {
    // A character is at least a byte.
    if text.len() > most && text.chars().count() > most {
        flaws.push(Flaw::new(path(), ProblemKind::TooLong { most }));
    }
}

pub(super) fn too_many(path: Vec<Step>, found: usize, most: usize) -> Flaw {
    Flaw::new(path, ProblemKind::TooMany { found, most })
}

/// Only the version, so that a newer file is refused by its version and not by its first new field.
#[derive(Deserialize)]
struct Header {
    format: u32,
}

/// Reads a file of any known format, by the steps that lead to the current one; gives the text as
/// it was read as well. A newer file is refused by its format, whatever else is new in it.
pub(super) fn read<'a, T: DeserializeOwned>(
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
