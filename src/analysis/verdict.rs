//! How sure each answer is, by how often it comes first: settled, fragile or open.

use crate::model::{AlternativeId, Knowledge, List, QuestionId, Scenario};

use super::answer::Answers;
use super::estimate::Estimate;
use super::robustness::{QuestionSurvey, Survey};
use super::whole::Coherence;

/// How sure an answer is; the thresholds are those of the knowledge base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Several remain in the running.
    Open,
    /// One comes first in most cases.
    Fragile,
    /// One comes first in nearly all cases.
    Settled,
}

/// What can be said of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What remains in the running, first most often first: one alternative unless the answer is
    /// open; none where nothing is possible.
    pub kept: Vec<AlternativeId>,
    /// How sure it is.
    pub certainty: Certainty,
    /// In what share of the cases the first of them comes first, 0 to 1, among what goes with the
    /// other answers.
    pub share: Estimate,
    /// Whether even the best fits less than neutrally.
    pub none_fits: bool,
}

/// What can be said of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdicts {
    /// One for each question, in the order of the knowledge base.
    pub questions: List<QuestionId, Verdict>,
    /// How many more factors have to be described before there is an answer; 0 once there is one.
    pub wanting: usize,
}

impl Verdict {
    /// Whether one alternative is answered.
    pub fn is_decided(&self) -> bool {
        self.certainty > Certainty::Open && !self.kept.is_empty()
    }

    /// Whether the company has nothing that any alternative needs.
    pub fn is_impossible(&self) -> bool {
        self.kept.is_empty()
    }
}

impl Verdicts {
    /// What the cases counted so far allow to say. Nothing that is kept contradicts anything else that
    /// is.
    pub fn new(
        knowledge: &Knowledge,
        scenario: &Scenario,
        answers: &Answers,
        survey: &Survey,
    ) -> Self {
        let coherence = Coherence {
            knowledge,
            beside: answers.inputs.beside,
        };
        let count = answers.answers.len();
        let mut questions: Vec<(QuestionId, Verdict)> = Vec::with_capacity(count);
        for (at, answer) in answers.answers.pairs() {
            let mut verdict = verdict_on(knowledge, answers, at, &survey.questions()[at]);
            // Contenders of two questions may contradict each other: those of the first stay.
            verdict.kept.retain(|&a| {
                let before = questions.iter();
                answer.chosen == Some(a)
                    || before
                        .flat_map(|(q, verdict)| verdict.kept.iter().map(move |&b| (*q, b)))
                        .all(|other| coherence.clash((at, a), other).is_none())
            });
            questions.push((at, verdict));
        }
        let described = scenario.described(knowledge);
        Self {
            questions: questions.into_iter().map(|(_, verdict)| verdict).collect(),
            wanting: knowledge
                .certainty
                .least_described
                .saturating_sub(described),
        }
    }
}

/// The fit of what neither suits nor harms a company.
const NEUTRAL: f64 = 50.0;

/// What can be said of one question, whatever remains in the running of the others.
pub(super) fn verdict_on(
    knowledge: &Knowledge,
    answers: &Answers,
    at: QuestionId,
    survey: &QuestionSurvey,
) -> Verdict {
    let answer = &answers.answers[at];
    let Some(best) = answer.chosen else {
        return Verdict {
            kept: Vec::new(),
            certainty: Certainty::Open,
            share: Estimate::default(),
            none_fits: false,
        };
    };
    let coherence = Coherence {
        knowledge,
        beside: answers.inputs.beside,
    };
    let chosen: List<QuestionId, _> = answers.answers.iter().map(|answer| answer.chosen).collect();
    let coherent: Vec<AlternativeId> = answer
        .ranking
        .iter()
        .copied()
        .filter(|&a| coherence.clash_with((at, a), &chosen).is_none())
        .collect();
    Verdict {
        none_fits: answer.fit(best) < NEUTRAL,
        ..judge(knowledge, survey, best, &coherent)
    }
}

/// Judges what goes with the other answers; `coherent` holds `best` and comes best first.
fn judge(
    knowledge: &Knowledge,
    survey: &QuestionSurvey,
    best: AlternativeId,
    coherent: &[AlternativeId],
) -> Verdict {
    let thresholds = knowledge.certainty;
    let first = |a: AlternativeId| survey.acceptability(a, 0).unwrap_or_default();
    let all: f64 = coherent.iter().map(|&a| first(a).value).sum();
    let share = |a: AlternativeId| {
        let Estimate { value, error } = first(a);
        match coherent {
            [_] => Estimate {
                value: 1.0,
                error: 0.0,
            },
            _ if all > 0.0 => Estimate {
                value: value / all,
                error: error / all,
            },
            _ => Estimate::default(),
        }
    };
    let mine = share(best);
    let certainty = if mine.value >= thresholds.settled {
        Certainty::Settled
    } else if mine.value >= thresholds.fragile {
        Certainty::Fragile
    } else {
        Certainty::Open
    };
    let (mut kept, mut told) = (vec![best], mine);
    if certainty == Certainty::Open {
        let mut ranked = coherent.to_vec();
        ranked.sort_by(|&a, &b| share(b).value.total_cmp(&share(a).value));
        told = share(ranked[0]);
        let least = thresholds.contender * told.value;
        ranked.retain(|&a| a == best || share(a).value >= least);
        kept = ranked;
    }
    Verdict {
        kept,
        certainty,
        share: told,
        none_fits: false,
    }
}
