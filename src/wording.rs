//! Answers put into words, the same in the window, on the command line and in the reports.

use crate::analysis::{Answer, Answers, Reason, Verdict};
use crate::i18n::Words;
use crate::model::{Basis, Knowledge, Profile, Question, Source};

/// How many reasons are told for and against.
pub const TOLD_REASONS: usize = 3;

/// The whole answer in one sentence.
pub fn headline(knowledge: &Knowledge, answers: &Answers, words: &Words) -> String {
    let phrase = |id: &str| {
        answers
            .get(knowledge, id)
            .map(|(question, answer)| phrase(question, answer, words))
            .unwrap_or_default()
    };
    words.with(
        "answer-sentence",
        &[
            ("attachment", phrase("attachment")),
            ("form", phrase("form")),
            ("role", phrase("role")),
            ("sourcing", phrase("sourcing")),
        ],
    )
}

fn phrase(question: &Question, answer: &Answer, words: &Words) -> String {
    let phrases: Vec<&str> = answer
        .kept()
        .iter()
        .map(|&a| question.alternatives[a].phrase.get(words.lang()))
        .collect();
    let joined = words.either(&phrases);
    if answer.decided() {
        joined
    } else {
        words.with("answer-pending", &[("choices", joined)])
    }
}

/// The label of an alternative.
pub fn label(question: &Question, alternative: usize, words: &Words) -> String {
    question.alternatives[alternative]
        .label
        .get(words.lang())
        .to_owned()
}

/// The labels that the answer keeps: one, or those too close to call.
pub fn kept(question: &Question, answer: &Answer, words: &Words) -> String {
    let labels: Vec<&str> = answer
        .kept()
        .iter()
        .map(|&a| question.alternatives[a].label.get(words.lang()))
        .collect();
    words.either(&labels)
}

/// Who leads and by how much, in one sentence.
pub fn verdict(question: &Question, answer: &Answer, words: &Words) -> String {
    let name = |alternative: usize| label(question, alternative, words);
    match (&answer.verdict, answer.margin()) {
        (Verdict::Impossible, _) => words.get("verdict-impossible"),
        (Verdict::Decided(best), None) => words.with("verdict-alone", &[("best", name(*best))]),
        (Verdict::Decided(best), Some(margin)) => words.with(
            "verdict-decided",
            &[
                ("best", name(*best)),
                ("second", name(answer.ranking[1])),
                ("margin", words.number(margin, 1)),
            ],
        ),
        (Verdict::TooClose(close), _) if close.len() > 2 => words.with(
            "verdict-close-many",
            &[
                ("choices", kept(question, answer, words)),
                ("limit", words.number(question.too_close, 1)),
            ],
        ),
        (Verdict::TooClose(close), margin) => words.with(
            "verdict-close",
            &[
                ("best", name(close[0])),
                ("second", name(close[1])),
                ("margin", words.number(margin.unwrap_or(0.0), 1)),
                ("limit", words.number(question.too_close, 1)),
            ],
        ),
    }
}

/// What a reason says: the measure and where it stands, then the justification of its curve.
pub struct ReasonWords {
    pub measure: String,
    /// The measure's value, 0 to 100.
    pub value: f64,
    pub why: String,
    /// Article, published evidence or judgement.
    pub basis: String,
}

/// Words for a reason about `alternative`; where it has no curve of its own for the measure, the
/// curve of the alternative that the measure favours or harms most explains the difference.
pub fn reason(
    knowledge: &Knowledge,
    answers: &Answers,
    answer: &Answer,
    alternative: usize,
    reason: &Reason,
    words: &Words,
) -> ReasonWords {
    let lang = words.lang();
    let response = &knowledge.questions[answer.question].responses[reason.response];
    let part = &answer.parts[reason.response];
    let curve = response
        .curves
        .iter()
        .find(|curve| curve.alternative == alternative && part[alternative].abs() > f64::EPSILON)
        .or_else(|| {
            response
                .curves
                .iter()
                .filter(|curve| answer.available[curve.alternative])
                .max_by(|a, b| {
                    part[a.alternative]
                        .abs()
                        .total_cmp(&part[b.alternative].abs())
                })
        });
    ReasonWords {
        measure: knowledge.measure(reason.measure).label.get(lang).to_owned(),
        value: answers.inputs.measures[reason.measure].unwrap_or(0.0),
        why: curve.map_or(String::new(), |curve| curve.why.get(lang).to_owned()),
        basis: curve.map_or(String::new(), |curve| basis(knowledge, &curve.basis, words)),
    }
}

/// What a curve rests on, in words.
pub fn basis(knowledge: &Knowledge, basis: &Basis, words: &Words) -> String {
    match basis {
        Basis::Judgement => words.get("basis-judgement"),
        Basis::Article(quote) => words.with("basis-article", &[("quote", quote.as_str())]),
        Basis::Evidence(id) => match knowledge.source(id) {
            Some(source) => words.with("basis-evidence", &[("citation", citation(source))]),
            None => words.get("basis-judgement"),
        },
    }
}

/// A source, with its year where it is known.
pub fn citation(source: &Source) -> String {
    match source.year {
        Some(year) => format!("{} ({year})", source.citation),
        None => source.citation.clone(),
    }
}

/// The department names of a profile, in its order.
pub fn departments(knowledge: &Knowledge, profile: &Profile, words: &Words) -> Vec<String> {
    profile
        .departments
        .iter()
        .map(|department| department_name(knowledge, &department.id, &department.name, words))
        .collect()
}

/// A department's own name, or the usual one.
pub fn department_name(knowledge: &Knowledge, id: &str, name: &str, words: &Words) -> String {
    if name.trim().is_empty() {
        knowledge.department(id).map_or_else(
            || id.to_owned(),
            |kind| kind.label.get(words.lang()).to_owned(),
        )
    } else {
        name.to_owned()
    }
}
