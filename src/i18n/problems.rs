//! What is wrong with a file, in words: the only place where problems meet the keys of sentences.

use super::Words;
use crate::model::{Problem, ProblemKind};

impl Words {
    /// A problem in one sentence: where, what, and what to do.
    pub fn problem(&self, problem: &Problem) -> String {
        let (key, args) = sentence(&problem.kind);
        let args: Vec<(&str, String)> = args
            .into_iter()
            .map(|(name, value)| (name, brief(&value)))
            .collect();
        let place = [
            ("file", problem.file.clone()),
            ("line", problem.line.to_string()),
            ("column", problem.column.to_string()),
            ("field", brief(&problem.field)),
            ("what", self.with(key, &args)),
        ];
        let key = match (problem.line, problem.field.is_empty()) {
            (0, _) => "problem-in-file",
            (_, true) => "problem-at-line",
            (_, false) => "problem-at-field",
        };
        self.with(key, &place)
    }
}

type Args = Vec<(&'static str, String)>;

/// The key of a kind of problem, and its arguments.
fn sentence(kind: &ProblemKind) -> (&'static str, Args) {
    use ProblemKind as Kind;
    let found = |value: &dyn ToString| vec![("found", value.to_string())];
    let high = |value: &usize| vec![("high", value.to_string())];
    let known =
        |found: &u32, known: &u32| vec![("found", found.to_string()), ("known", known.to_string())];
    let expected =
        |found: &str, expected: String| vec![("found", found.to_owned()), ("expected", expected)];
    match kind {
        Kind::NewerFormat { found, known: own } => ("problem-newer-format", known(found, own)),
        Kind::UnknownFormat { found, known: own } => ("problem-unknown-format", known(found, own)),
        Kind::EndsTooSoon => ("problem-ends-too-soon", vec![]),
        Kind::ExpectedNumber => ("problem-expected-number", vec![]),
        Kind::ExpectedText => ("problem-expected-text", vec![]),
        Kind::ExpectedSymbol { symbol } => (
            "problem-expected-symbol",
            vec![("symbol", symbol.to_string())],
        ),
        Kind::ExpectedOption => ("problem-expected-option", vec![]),
        Kind::UnknownField {
            found,
            expected: names,
        } => ("problem-unknown-field", expected(found, names.join(", "))),
        Kind::UnknownVariant {
            found,
            expected: names,
        } => ("problem-unknown-variant", expected(found, names.join(", "))),
        Kind::MissingField { name } => ("problem-missing-field", found(name)),
        Kind::WrongType {
            found,
            expected: wanted,
        } => ("problem-wrong-type", expected(found, wanted.clone())),
        Kind::Unexpected { found: sign } => ("problem-unexpected", found(sign)),
        Kind::Trailing => ("problem-trailing", vec![]),
        Kind::TooDeep => ("problem-too-deep", vec![]),
        Kind::NotUtf8 => ("problem-not-utf8", vec![]),
        Kind::Syntax => ("problem-syntax", vec![]),
        Kind::Duplicate { found: id } => ("problem-duplicate", found(id)),
        Kind::BadDate { found: date } => ("problem-bad-date", found(date)),
        Kind::UnknownId {
            found,
            expected: ids,
        } => ("problem-unknown-id", expected(found, ids.join(", "))),
        Kind::MissingId { id } => ("problem-missing-id", found(id)),
        Kind::MissingQuestion { id } => ("problem-missing-question", found(id)),
        Kind::UnnamedDepartment { id } => ("problem-unnamed-department", found(id)),
        Kind::OutOfRange { found, low, high } => {
            let args = [("found", found), ("low", low), ("high", high)];
            let args = args.map(|(name, value)| (name, value.to_string()));
            ("problem-out-of-range", args.to_vec())
        }
        Kind::TooMany { found: many, most } => {
            ("problem-too-many", [found(many), high(most)].concat())
        }
        Kind::TooLong { most } => ("problem-too-long", high(most)),
        Kind::EmptyText => ("problem-empty-text", vec![]),
        Kind::EmptyList => ("problem-empty-list", vec![]),
        Kind::CurveEnds => ("problem-curve-ends", vec![]),
        Kind::CurveValue { found: value } => ("problem-curve-value", found(value)),
        Kind::CurveOrder => ("problem-curve-order", vec![]),
        Kind::NotMonotone { to } => ("problem-not-monotone", vec![("to", to.clone())]),
        Kind::Others { count } => ("problem-others", found(count)),
        Kind::NotFound => ("problem-not-found", vec![]),
        Kind::ReadPermission => ("problem-read-permission", vec![]),
        Kind::ReadFailed { why } => ("problem-read", found(why)),
        Kind::IsFolder => ("problem-is-folder", vec![]),
        Kind::NotAFile => ("problem-not-a-file", vec![]),
        Kind::TooLarge { most } => ("problem-too-large", found(most)),
        Kind::WritePermission => ("problem-write-permission", vec![]),
        Kind::WriteProtected => ("problem-write-protected", vec![]),
        Kind::NoFolder => ("problem-write-no-folder", vec![]),
        Kind::DiskFull => ("problem-write-full", vec![]),
        Kind::WriteFailed { why } => ("problem-write", found(why)),
    }
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::Lang;

    fn every_kind() -> Vec<ProblemKind> {
        use ProblemKind as Kind;
        let text = || "x".to_owned();
        let list = || vec!["y".to_owned(), "z".to_owned()];
        vec![
            Kind::NewerFormat { found: 2, known: 1 },
            Kind::UnknownFormat { found: 0, known: 1 },
            Kind::EndsTooSoon,
            Kind::ExpectedNumber,
            Kind::ExpectedText,
            Kind::ExpectedSymbol { symbol: '[' },
            Kind::ExpectedOption,
            Kind::UnknownField {
                found: text(),
                expected: list(),
            },
            Kind::UnknownVariant {
                found: text(),
                expected: list(),
            },
            Kind::MissingField { name: text() },
            Kind::WrongType {
                found: text(),
                expected: text(),
            },
            Kind::Unexpected { found: text() },
            Kind::Trailing,
            Kind::TooDeep,
            Kind::NotUtf8,
            Kind::Syntax,
            Kind::Duplicate { found: text() },
            Kind::BadDate { found: text() },
            Kind::UnknownId {
                found: text(),
                expected: list(),
            },
            Kind::MissingId { id: text() },
            Kind::MissingQuestion { id: text() },
            Kind::UnnamedDepartment { id: text() },
            Kind::OutOfRange {
                found: 1e9,
                low: 0.0,
                high: 100.0,
            },
            Kind::TooMany { found: 9, most: 8 },
            Kind::TooLong { most: 200 },
            Kind::EmptyText,
            Kind::EmptyList,
            Kind::CurveEnds,
            Kind::CurveValue { found: 2.0 },
            Kind::CurveOrder,
            Kind::NotMonotone { to: text() },
            Kind::Others { count: 3 },
            Kind::NotFound,
            Kind::ReadPermission,
            Kind::ReadFailed { why: text() },
            Kind::IsFolder,
            Kind::NotAFile,
            Kind::TooLarge { most: 4 },
            Kind::WritePermission,
            Kind::WriteProtected,
            Kind::NoFolder,
            Kind::DiskFull,
            Kind::WriteFailed { why: text() },
        ]
    }

    #[test]
    fn every_kind_of_problem_has_its_sentence_with_all_its_arguments() {
        let kinds = every_kind();
        let told: BTreeSet<&str> = kinds.iter().map(|kind| sentence(kind).0).collect();
        let source = include_str!("problems.rs").split("#[cfg(test)]").next();
        let written = source.unwrap_or_default().split('"').skip(1).step_by(2);
        let written: BTreeSet<&str> = written
            .filter(|text| text.starts_with("problem"))
            .filter(|key| !["problem-in-file", "problem-at-line", "problem-at-field"].contains(key))
            .collect();
        assert_eq!(told, written, "a kind is missing above");
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for kind in &kinds {
                let sentence = words.problem(&Problem::whole("p.ron", kind.clone()));
                assert!(!sentence.contains("{$"), "{sentence}");
                assert!(!sentence.contains(super::sentence(kind).0), "{sentence}");
            }
        }
    }
}
