//! Why an alternative leads or lags: the parts of its value that set it apart from the others.

use crate::model::{AlternativeId, Knowledge, List, MeasureId, ResponseId, Standing};

use super::answer::{Answer, Answers};
use super::scale::{FAINT, TOLD, points};

/// One measure's word on one alternative, against the mean of the available alternatives.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What is measured.
    pub measure: MeasureId,
    /// The response of the question that reads it.
    pub response: ResponseId,
    /// Whether the measure stands high or low, which its sentence says.
    pub standing: Standing,
    /// In points of fit; positive speaks for the alternative.
    pub points: f64,
}

/// Where a set of measures pulls the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Pull {
    /// The alternative that gains most.
    pub alternative: AlternativeId,
    /// Lead over the mean of the available alternatives, in points of fit; positive.
    pub points: f64,
}

/// The reasons for and against an alternative that are worth a word, each list strongest first.
///
/// A reason speaks for the side on which it stands: the alternative's own curve argues that way where
/// the measure stands, high or low as its sentence says, and sets it apart from the mean of the
/// available alternatives the same way, by [`TOLD`] points or more. What does not is no reason, so that
/// reasons do not sum to the lead.
pub fn for_and_against(
    knowledge: &Knowledge,
    answers: &Answers,
    answer: &Answer,
    alternative: AlternativeId,
) -> (Vec<Reason>, Vec<Reason>) {
    let question = &knowledge.questions[answer.question];
    let responses = question.responses.pairs().zip(&answer.parts);
    let mut reasons: Vec<Reason> = responses
        .filter_map(|((at, response), part)| {
            let x = answers.inputs.measures[response.measure]?;
            let curve = response.curves.iter().find(|c| c.to == alternative)?;
            let own = part[alternative];
            let points = points(answer.over_mean(alternative, |a| part[a]));
            let standing = curve.direction.standing(own > 0.0);
            let measure = &knowledge.measures[response.measure];
            let sliders = knowledge.factors[measure.factor].quantities.len();
            let middle = measure.reading.middle(sliders);
            let is_true = match standing {
                Standing::High => x >= middle,
                Standing::Low => x <= middle,
            };
            (is_true && own * points > 0.0 && points.abs() >= TOLD).then_some(Reason {
                measure: response.measure,
                response: at,
                standing,
                points,
            })
        })
        .collect();
    reasons.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    reasons.into_iter().partition(|reason| reason.points > 0.0)
}

/// The alternative that these measures favour, or `None` when they favour nothing in particular.
pub fn pull_of_measures(
    knowledge: &Knowledge,
    answer: &Answer,
    measures: &[MeasureId],
) -> Option<Pull> {
    let question = &knowledge.questions[answer.question];
    let mut sums = List::like(&question.alternatives, 0.0);
    for (response, part) in question.responses.iter().zip(&answer.parts) {
        if measures.contains(&response.measure) {
            for (sum, part) in sums.iter_mut().zip(part) {
                *sum += part;
            }
        }
    }
    let mut best: Vec<Pull> = answer
        .ranking
        .iter()
        .map(|&alternative| Pull {
            alternative,
            points: points(answer.over_mean(alternative, |a| sums[a])),
        })
        .collect();
    best.sort_by(|a, b| b.points.total_cmp(&a.points));
    let second = best.get(1).map_or(f64::NEG_INFINITY, |pull| pull.points);
    best.into_iter()
        .next()
        .filter(|first| first.points >= FAINT && first.points - second >= FAINT)
}
