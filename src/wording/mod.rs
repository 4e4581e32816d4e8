//! Answers put into words, the same in the window, on the command line and in the reports.

mod difference;
mod evolution;

pub use difference::*;
pub use evolution::*;

use crate::analysis::{
    Answer, Answers, ContactPoint, Coverage, Estimate, Flip, JointFlip, Lever, Reason, Theme,
    Verdict, apart, dominances, for_and_against,
};
use crate::i18n::{Value, Words};
use crate::model::{Basis, Evidence, Header, Knowledge, Question, Scenario, Source};

/// How many reasons are told for and against.
pub const TOLD_REASONS: usize = 3;

/// The whole answer in one sentence, or that there is none.
pub fn headline(knowledge: &Knowledge, answers: &Answers, words: &Words) -> String {
    let mut verdicts = answers.answers.iter().map(|answer| &answer.verdict);
    if verdicts.any(|verdict| *verdict == Verdict::Impossible) {
        return words.get("answer-impossible");
    }
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

/// The labels that the answer keeps: one, or those too close to call; that there are none, where
/// nothing is possible.
pub fn kept(question: &Question, answer: &Answer, words: &Words) -> String {
    if answer.verdict == Verdict::Impossible {
        return words.get("verdict-impossible-short");
    }
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
                ("margin", words.points(margin, 1)),
            ],
        ),
        (Verdict::TooClose(close), _) if close.len() > 2 => words.with(
            "verdict-close-many",
            &[
                ("choices", kept(question, answer, words)),
                ("limit", words.points(question.too_close, 1)),
            ],
        ),
        (Verdict::TooClose(close), margin) => words.with(
            "verdict-close",
            &[
                ("best", name(close[0])),
                ("second", name(close[1])),
                ("margin", words.points(margin.unwrap_or(0.0), 1)),
                ("limit", words.number(question.too_close, 1)),
            ],
        ),
    }
}

/// The strongest reasons that speak for an alternative, or against it.
pub struct Side {
    pub title: String,
    pub speaks_for: bool,
    pub reasons: Vec<Reason>,
}

/// The strongest reasons about an alternative; a side on which nothing speaks is left out.
pub fn sides(
    knowledge: &Knowledge,
    answer: &Answer,
    alternative: usize,
    words: &Words,
) -> Vec<Side> {
    let question = &knowledge.questions[answer.question];
    let name = label(question, alternative, words);
    let (pros, cons) = for_and_against(knowledge, answer, alternative);
    let mut sides = vec![
        Side {
            title: words.with("reasons-for", &[("name", name.as_str())]),
            speaks_for: true,
            reasons: pros,
        },
        Side {
            title: words.with("reasons-against", &[("name", name.as_str())]),
            speaks_for: false,
            reasons: cons,
        },
    ];
    sides.retain(|side| !side.reasons.is_empty());
    for side in &mut sides {
        side.reasons.truncate(TOLD_REASONS);
    }
    sides
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

/// Where a published finding comes from, in words.
pub fn evidence_source(knowledge: &Knowledge, evidence: &Evidence, words: &Words) -> String {
    basis(knowledge, &Basis::Evidence(evidence.source.clone()), words)
}

/// The company's name, or words for one that has none.
pub fn company_name(header: &Header, words: &Words) -> String {
    match header.company.trim() {
        "" => words.get("untitled"),
        company => company.to_owned(),
    }
}

/// The knowledge base by its name and fingerprint.
pub fn knowledge_name(knowledge: &Knowledge, words: &Words) -> String {
    let name = knowledge.name.get(words.lang());
    format!("{name} ({})", knowledge.fingerprint)
}

/// A source, with its year where it is known.
pub fn citation(source: &Source) -> String {
    match source.year {
        Some(year) => format!("{} ({year})", source.citation),
        None => source.citation.clone(),
    }
}

/// The department names of a scenario, in its order.
pub fn departments(knowledge: &Knowledge, scenario: &Scenario, words: &Words) -> Vec<String> {
    scenario
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

/// In how many cases an alternative comes first.
pub fn leads(share: Estimate, words: &Words) -> String {
    words.with(
        "leads",
        &[
            ("share", words.number(100.0 * share.value, 0)),
            ("error", words.number(100.0 * share.error, 1)),
        ],
    )
}

/// The factor that it is most worth asking about, if any is worth it.
pub fn next_question(knowledge: &Knowledge, gains: &[Estimate], words: &Words) -> Option<String> {
    let best = (0..gains.len()).max_by(|&a, &b| gains[a].value.total_cmp(&gains[b].value))?;
    let Estimate { value: gain, error } = gains[best];
    // A gain within its own error is none.
    (gain > 0.005 && gain > 2.0 * error).then(|| {
        words.with(
            "next-question",
            &[
                (
                    "factor",
                    knowledge.factors[best].label.get(words.lang()).to_owned(),
                ),
                ("gain", words.points(100.0 * gain, 0)),
                ("error", words.number(100.0 * error, 1)),
            ],
        )
    })
}

/// A contact point in words.
pub fn contact_point(knowledge: &Knowledge, point: &ContactPoint, words: &Words) -> String {
    theme_in_posture(knowledge, &point.theme, point.posture, words)
}

/// A theme in a posture, such as « Service client : répondre ».
pub fn theme_in_posture(
    knowledge: &Knowledge,
    theme: &Theme,
    posture: usize,
    words: &Words,
) -> String {
    let lang = words.lang();
    let theme = match theme {
        Theme::Usual { factor, quantity } => knowledge.factors[*factor].quantities[*quantity]
            .label
            .get(lang)
            .to_owned(),
        Theme::Own(name) if name.trim().is_empty() => words.get("theme-unnamed"),
        Theme::Own(name) => name.clone(),
    };
    let posture = knowledge.coverage.postures[posture].label.get(lang);
    words.with(
        "contact-point",
        &[("theme", theme), ("posture", posture.to_owned())],
    )
}

/// The names of the contact points that would be left unattended.
pub fn unattended(knowledge: &Knowledge, coverage: &Coverage, words: &Words) -> String {
    let names: Vec<String> = coverage
        .unattended()
        .map(|point| contact_point(knowledge, point, words))
        .collect();
    names.join(", ")
}

/// What is moved: a slider's name, or the importance of a factor.
pub fn lever(knowledge: &Knowledge, lever: Lever, words: &Words) -> String {
    let lang = words.lang();
    match lever {
        Lever::Quantity { factor, quantity } => knowledge.factors[factor].quantities[quantity]
            .label
            .get(lang)
            .to_owned(),
        Lever::Weight { factor } => {
            let factor = knowledge.factors[factor].label.get(lang);
            words.with("weight-of", &[("factor", factor)])
        }
    }
}

/// A single change that unseats the leader, in one sentence.
pub fn flip(knowledge: &Knowledge, question: &Question, flip: &Flip, words: &Words) -> String {
    words.with(
        "flip",
        &[
            ("lever", lever(knowledge, flip.lever, words)),
            ("from", words.number(flip.from, 0)),
            ("to", words.number(flip.to, 0)),
            ("name", label(question, flip.alternative, words)),
        ],
    )
}

/// Several changes together, in one sentence.
pub fn joint_flip(question: &Question, joint: &JointFlip, words: &Words) -> String {
    words.with(
        "flip-joint",
        &[
            ("count", Value::from(joint.moves.len())),
            ("radius", words.points(joint.radius, 1).into()),
            ("name", label(question, joint.alternative, words).into()),
        ],
    )
}

/// Which alternatives no weights can put ahead of which.
pub fn dominance(question: &Question, answer: &Answer, words: &Words) -> Vec<String> {
    let pairs = dominances(answer);
    let mut sentences = Vec::new();
    for &better in &answer.ranking {
        let worse: Vec<&str> = pairs
            .iter()
            .filter(|(over, _)| *over == better)
            .map(|(_, under)| question.alternatives[*under].label.get(words.lang()))
            .collect();
        if !worse.is_empty() {
            sentences.push(words.with(
                "dominates",
                &[
                    ("better", label(question, better, words)),
                    ("worse", words.all(&worse)),
                ],
            ));
        }
    }
    sentences
}

/// What sets the first two apart, in one sentence; `None` where there is only one.
pub fn set_apart(
    knowledge: &Knowledge,
    question: &Question,
    answer: &Answer,
    words: &Words,
) -> Option<String> {
    let [first, second, ..] = answer.ranking[..] else {
        return None;
    };
    let lang = words.lang();
    let leads = apart(answer, first, second);
    let side = |wanted: f64| {
        let told: Vec<String> = leads
            .iter()
            .filter(|(_, lead)| lead * wanted > 0.05)
            .take(TOLD_REASONS)
            .map(|(factor, lead)| {
                let name = knowledge.factors[*factor].label.get(lang);
                format!("{name} ({})", words.signed(*lead, 1))
            })
            .collect();
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        if told.is_empty() {
            words.get("nothing")
        } else {
            words.all(&told)
        }
    };
    Some(words.with(
        "set-apart",
        &[
            ("first", label(question, first, words)),
            ("second", label(question, second, words)),
            ("pros", side(1.0)),
            ("cons", side(-1.0)),
        ],
    ))
}
