//! What can be wrong with a file, as data: where it is, a message key and its arguments.
//! The translation files hold the sentences.

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
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {key} {args:?}")]
pub struct Problem {
    pub file: String,
    pub line: usize,
    pub column: usize,
    /// The path of the field, such as `factors.exposure.risk`; empty when the syntax is at fault.
    pub field: String,
    /// Message key in the translation files.
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

/// All the problems of one file; never empty in an `Err`.
pub type Problems = Vec<Problem>;

impl Problem {
    /// A problem of the file as a whole.
    pub fn whole(file: &str, key: &'static str, args: Vec<(&'static str, String)>) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            field: String::new(),
            key,
            args,
        }
    }
}

/// A problem found after reading, not yet placed in its file.
#[derive(Clone, Debug)]
pub(super) struct Flaw {
    pub path: Vec<Step>,
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Flaw {
    pub fn new(
        path: impl IntoIterator<Item = Step>,
        key: &'static str,
        args: Vec<(&'static str, String)>,
    ) -> Self {
        Self {
            path: path.into_iter().collect(),
            key,
            args,
        }
    }

    fn at(self, file: &str, place: Place) -> Problem {
        Problem {
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            field: Step::join(&self.path),
            key: self.key,
            args: self.args,
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
            let args = vec![("found", others.to_string())];
            problems.push(Problem::whole(file, "problem-others", args));
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
        let args = vec![("high", most.to_string())];
        flaws.push(Flaw::new(path(), "problem-too-long", args));
    }
}

pub(super) fn too_many(path: Vec<Step>, found: usize, most: usize) -> Flaw {
    let args = vec![("found", found.to_string()), ("high", most.to_string())];
    Flaw::new(path, "problem-too-many", args)
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
        Some(error) if format == FORMAT => Err(from_ron(file, &error)),
        _ => {
            let text = migrate::to_current(text, format, steps);
            let read = ron::from_str(&text).map_err(|error| from_ron(file, &error))?;
            Ok((read, text))
        }
    }
}

fn unknown_format(file: &str, text: &str, format: u32) -> Problems {
    let path = [Step::key("format")];
    let place = locate::position(text, &path);
    let key = if format > FORMAT {
        "problem-newer-format"
    } else {
        "problem-unknown-format"
    };
    let args = vec![("found", format.to_string()), ("known", FORMAT.to_string())];
    vec![Flaw::new(path, key, args).at(file, place)]
}

/// Turns a reading error into a message key, keeping its position.
fn from_ron(file: &str, error: &SpannedError) -> Problems {
    let (key, args) = describe(&error.code);
    vec![Problem {
        file: file.to_owned(),
        line: error.span.start.line,
        column: error.span.start.col,
        field: String::new(),
        key,
        args,
    }]
}

fn describe(error: &RonError) -> (&'static str, Vec<(&'static str, String)>) {
    let found = |text: &str| vec![("found", text.to_owned())];
    match error {
        RonError::Message(duplicate) => ("problem-duplicate", found(duplicate)),
        RonError::DuplicateStructField { field, .. } => ("problem-duplicate", found(field)),
        RonError::Eof | RonError::ExpectedStringEnd | RonError::UnclosedBlockComment => {
            ("problem-ends-too-soon", vec![])
        }
        RonError::ExpectedFloat
        | RonError::ExpectedInteger
        | RonError::FloatUnderscore
        | RonError::IntegerOutOfBounds
        | RonError::InvalidIntegerDigit { .. }
        | RonError::UnderscoreAtBeginning => ("problem-expected-number", vec![]),
        RonError::ExpectedString | RonError::InvalidEscape(_) => ("problem-expected-text", vec![]),
        RonError::ExpectedArray => ("problem-expected-symbol", vec![("symbol", "[".into())]),
        RonError::ExpectedArrayEnd => ("problem-expected-symbol", vec![("symbol", "]".into())]),
        RonError::ExpectedMap => ("problem-expected-symbol", vec![("symbol", "{".into())]),
        RonError::ExpectedMapEnd => ("problem-expected-symbol", vec![("symbol", "}".into())]),
        RonError::ExpectedMapColon => ("problem-expected-symbol", vec![("symbol", ":".into())]),
        RonError::ExpectedComma => ("problem-expected-symbol", vec![("symbol", ",".into())]),
        RonError::ExpectedStructLike | RonError::ExpectedNamedStructLike(_) => {
            ("problem-expected-symbol", vec![("symbol", "(".into())])
        }
        RonError::ExpectedStructLikeEnd => {
            ("problem-expected-symbol", vec![("symbol", ")".into())])
        }
        RonError::ExpectedOption | RonError::ExpectedOptionEnd => {
            ("problem-expected-option", vec![])
        }
        RonError::NoSuchStructField {
            expected, found, ..
        } => (
            "problem-unknown-field",
            vec![("found", found.clone()), ("expected", expected.join(", "))],
        ),
        RonError::NoSuchEnumVariant {
            expected, found, ..
        } => (
            "problem-unknown-variant",
            vec![("found", found.clone()), ("expected", expected.join(", "))],
        ),
        RonError::MissingStructField { field, .. } => ("problem-missing-field", found(field)),
        RonError::InvalidValueForType {
            expected, found, ..
        } => (
            "problem-wrong-type",
            vec![("found", found.clone()), ("expected", expected.clone())],
        ),
        RonError::TrailingCharacters => ("problem-trailing", vec![]),
        RonError::Utf8Error(_) => ("problem-not-utf8", vec![]),
        RonError::ExceededRecursionLimit => ("problem-too-deep", vec![]),
        RonError::UnexpectedChar(c) => ("problem-unexpected", found(&c.to_string())),
        RonError::InvalidIdentifier(name) | RonError::SuggestRawIdentifier(name) => {
            ("problem-unexpected", found(name))
        }
        _ => ("problem-syntax", vec![]),
    }
}
