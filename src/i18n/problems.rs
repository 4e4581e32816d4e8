//! What is wrong with a file, in words: the only place where problems meet the keys of sentences.

use super::Words;
use crate::color::Rgb;
use crate::model::{CellProblem, LogoFlaw, MAX_VOICE, MIN_VOICE, Problem, ProblemKind, Reasons};

impl Words {
    /// A problem in one sentence: where, what, and what to do.
    pub fn problem(&self, problem: &Problem) -> String {
        let what = self.what(&problem.kind);
        let file = problem.file.clone();
        if problem.line == 0 {
            return self.with("problem-in-file", &[("file", file), ("what", what)]);
        }
        let (line, column) = (problem.line.to_string(), problem.column.to_string());
        if problem.field.is_empty() {
            return self.with(
                "problem-at-line",
                &[
                    ("file", file),
                    ("line", line),
                    ("column", column),
                    ("what", what),
                ],
            );
        }
        self.with(
            "problem-at-field",
            &[
                ("file", file),
                ("line", line),
                ("column", column),
                ("field", brief(&problem.field)),
                ("what", what),
            ],
        )
    }

    /// What is wrong, and what to do.
    pub fn what(&self, kind: &ProblemKind) -> String {
        use ProblemKind as Kind;
        match kind {
            Kind::NewerFormat { found, known } => self.with(
                "problem-newer-format",
                &[("found", *found), ("known", *known)],
            ),
            Kind::UnknownFormat { found, known } => self.with(
                "problem-unknown-format",
                &[("found", *found), ("known", *known)],
            ),
            Kind::EndsTooSoon => self.get("problem-ends-too-soon"),
            Kind::ExpectedNumber => self.get("problem-expected-number"),
            Kind::DecimalComma { found } => self.with(
                "problem-decimal-comma",
                &[
                    ("found", found.clone()),
                    ("dotted", found.replace(',', ".")),
                ],
            ),
            Kind::ExpectedText => self.get("problem-expected-text"),
            Kind::ExpectedSymbol { symbol } => {
                self.with("problem-expected-symbol", &[("symbol", symbol.to_string())])
            }
            Kind::ExpectedOption => self.get("problem-expected-option"),
            Kind::UnknownField { found, expected } => self.with(
                "problem-unknown-field",
                &[("found", brief(found)), ("expected", all(expected))],
            ),
            Kind::UnknownVariant { found, expected } => self.with(
                "problem-unknown-variant",
                &[("found", brief(found)), ("expected", all(expected))],
            ),
            Kind::MissingField { name } => {
                self.with("problem-missing-field", &[("found", brief(name))])
            }
            Kind::WrongType { found, expected } => self.with(
                "problem-wrong-type",
                &[("found", brief(found)), ("expected", brief(expected))],
            ),
            Kind::Unexpected { found } => {
                self.with("problem-unexpected", &[("found", brief(found))])
            }
            Kind::Trailing => self.get("problem-trailing"),
            Kind::TooDeep => self.get("problem-too-deep"),
            Kind::NotUtf8 => self.get("problem-not-utf8"),
            Kind::Syntax => self.get("problem-syntax"),
            Kind::Duplicate { found } => self.with("problem-duplicate", &[("found", brief(found))]),
            Kind::BadDate { found } => self.with("problem-bad-date", &[("found", brief(found))]),
            Kind::BadTime { found } => self.with("problem-bad-time", &[("found", brief(found))]),
            Kind::UnknownId { found, expected } => self.with(
                "problem-unknown-id",
                &[("found", brief(found)), ("expected", all(expected))],
            ),
            Kind::MissingId { id } => self.with("problem-missing-id", &[("found", brief(id))]),
            Kind::MissingQuestion { id } => {
                self.with("problem-missing-question", &[("found", brief(id))])
            }
            Kind::UnnamedDepartment { id } => {
                self.with("problem-unnamed-department", &[("found", brief(id))])
            }
            Kind::OutOfRange { found, low, high } => self.with(
                "problem-out-of-range",
                &[
                    ("found", brief(&found.to_string())),
                    ("low", low.to_string()),
                    ("high", high.to_string()),
                ],
            ),
            Kind::TooMany { found, most } => {
                self.with("problem-too-many", &[("found", *found), ("high", *most)])
            }
            Kind::WrongCount { found, wanted } => self.with(
                "problem-wrong-count",
                &[("found", *found), ("wanted", *wanted)],
            ),
            Kind::TooLong { most } => self.with("problem-too-long", &[("high", *most)]),
            Kind::EmptyText => self.get("problem-empty-text"),
            Kind::EmptyList => self.get("problem-empty-list"),
            Kind::CurveEnds => self.get("problem-curve-ends"),
            Kind::CurveValue { found } => self.with(
                "problem-curve-value",
                &[("found", brief(&found.to_string()))],
            ),
            Kind::CurveOrder => self.get("problem-curve-order"),
            Kind::NotMonotone { to } => self.with("problem-not-monotone", &[("to", brief(to))]),
            Kind::Sentence => self.with(
                "problem-sentence",
                &[("value", Reasons::VALUE), ("host", Reasons::HOST)],
            ),
            Kind::BadColor { found } => self.with("problem-bad-color", &[("found", brief(found))]),
            Kind::PaleColor { found, contrast } => {
                // Never told as enough, however near it is.
                let shown = (contrast * 10.0).floor() / 10.0;
                self.with(
                    "problem-pale-color",
                    &[
                        ("found", brief(found)),
                        ("contrast", self.number(shown, 1)),
                        ("least", self.number(Rgb::LEAST_FOR_TEXT, 1)),
                    ],
                )
            }
            Kind::BadLogo(flaw) => self.get(match flaw {
                LogoFlaw::NotAPicture => "problem-logo-not-a-picture",
                LogoFlaw::TooLarge => "problem-logo-too-large",
                LogoFlaw::HasText => "problem-logo-text",
                LogoFlaw::HasPicture => "problem-logo-picture",
                LogoFlaw::HasEffects => "problem-logo-effects",
                LogoFlaw::IsEmpty => "problem-logo-empty",
                LogoFlaw::NotPlain => "problem-logo-not-plain",
            }),
            Kind::Cell { sheet, at, what } => {
                let (cell, what) = (at.name(), self.in_cell(what));
                if sheet.is_empty() {
                    return self.with("problem-cell", &[("cell", cell), ("what", what)]);
                }
                let args = [("sheet", brief(sheet)), ("cell", cell), ("what", what)];
                self.with("problem-sheet-cell", &args)
            }
            Kind::NoSliders { expected } => {
                self.with("problem-no-sliders", &[("expected", all(expected))])
            }
            Kind::NoOpinions => self.get("problem-no-opinions"),
            Kind::NoUrn => self.get("problem-no-urn"),
            Kind::OpinionsFull { found, room } => self.with(
                "problem-opinions-full",
                &[("found", *found), ("room", *room)],
            ),
            Kind::NotATable => self.get("problem-not-a-table"),
            Kind::OtherTable => self.get("problem-other-table"),
            Kind::LargeTable { rows, columns } => self.with(
                "problem-large-table",
                &[("rows", rows.to_string()), ("columns", columns.to_string())],
            ),
            Kind::Unfolds { most } => self.with("problem-unfolds", &[("high", most.to_string())]),
            Kind::Others { count } => self.with("problem-others", &[("found", *count)]),
            Kind::NotFound => self.get("problem-not-found"),
            Kind::ReadPermission => self.get("problem-read-permission"),
            Kind::ReadFailed { why } => self.with("problem-read", &[("found", brief(why))]),
            Kind::IsFolder => self.get("problem-is-folder"),
            Kind::Away => self.get("problem-away"),
            Kind::InUse => self.get("problem-in-use"),
            Kind::NotAFile => self.get("problem-not-a-file"),
            Kind::TooLarge { most } => self.with("problem-too-large", &[("found", *most)]),
            Kind::NotADeck => self.get("problem-not-a-deck"),
            Kind::DeckName { found } => self.with("problem-deck-name", &[("found", brief(found))]),
            Kind::DeckInflates { most } => self.with("problem-deck-inflates", &[("found", *most)]),
            Kind::DeckEntities { found } => {
                self.with("problem-deck-entities", &[("found", brief(found))])
            }
            Kind::DeckBroken { found } => {
                self.with("problem-deck-broken", &[("found", brief(found))])
            }
            Kind::WritePermission => self.get("problem-write-permission"),
            Kind::Shielded => self.get("problem-write-shielded"),
            Kind::ReservedName { found } => {
                self.with("problem-name-reserved", &[("found", brief(found))])
            }
            Kind::NameSign { found } => self.with("problem-name-sign", &[("found", brief(found))]),
            Kind::NameEnd => self.get("problem-name-end"),
            Kind::BadName => self.get("problem-name-bad"),
            Kind::NoFolder => self.get("problem-write-no-folder"),
            Kind::WriteProtected => self.get("problem-write-protected"),
            Kind::DiskFull => self.get("problem-write-full"),
            Kind::WriteFailed { why } => self.with("problem-write", &[("found", brief(why))]),
        }
    }

    /// What is wrong in a cell of a table of opinions, and what to do.
    fn in_cell(&self, what: &CellProblem) -> String {
        use CellProblem as Wrong;
        match what {
            Wrong::UnknownColumn { found } => {
                self.with("problem-unknown-column", &[("found", brief(found))])
            }
            Wrong::NoVoice { found } => {
                let (least, most) = (self.number(MIN_VOICE, 1), self.number(MAX_VOICE, 0));
                let args = [("found", brief(found)), ("least", least), ("most", most)];
                self.with("problem-no-voice", &args)
            }
            Wrong::NoRound { found } => self.with("problem-no-round", &[("found", brief(found))]),
            Wrong::ColumnTwice { found } => {
                self.with("problem-column-twice", &[("found", brief(found))])
            }
            Wrong::NoHeader => self.get("problem-no-header"),
            Wrong::NotANumber { found } => {
                self.with("problem-not-a-number", &[("found", brief(found))])
            }
            Wrong::OutOfRange { found } => {
                self.with("problem-not-to-100", &[("found", brief(found))])
            }
            Wrong::Day => self.get("problem-a-day"),
            Wrong::Merged => self.get("problem-merged"),
            Wrong::LongName { most } => self.with("problem-long-name", &[("high", *most)]),
        }
    }
}

/// Names that were expected.
fn all(names: &[String]) -> String {
    brief(&names.join(", "))
}

/// What a file holds, short enough to be told in a sentence.
fn brief(text: &str) -> String {
    const MOST: usize = 300;
    let mut brief: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(MOST)
        .collect();
    if text.chars().nth(MOST).is_some() {
        brief.push('…');
    }
    brief
}
