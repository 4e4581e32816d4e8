//! Why an alternative leads or lags: the parts of its value that set it apart from the others.

use crate::model::Knowledge;

use super::answer::Answer;
use super::scale::{FAINT, points};

/// One measure's word on one alternative, against the mean of the available alternatives.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Position of the measure.
    pub measure: usize,
    /// Position of the response in the question.
    pub response: usize,
    /// In points of fit; positive speaks for the alternative.
    pub points: f64,
}

/// Where a set of measures pulls the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Pull {
    /// The alternative that gains most.
    pub alternative: usize,
    /// Lead over the mean of the available alternatives, in points of fit; positive.
    pub points: f64,
}

/// The reasons for and against an alternative that are worth a word, each list strongest first.
///
/// With those too faint to tell, each under [`FAINT`], they sum to the alternative's lead over the
/// mean of the available alternatives.
pub fn for_and_against(
    knowledge: &Knowledge,
    answer: &Answer,
    alternative: usize,
) -> (Vec<Reason>, Vec<Reason>) {
    let question = &knowledge.questions[answer.question];
    let mut reasons: Vec<Reason> = answer
        .parts
        .iter()
        .enumerate()
        .map(|(response, part)| Reason {
            measure: question.responses[response].measure,
            response,
            points: points(answer.over_mean(alternative, |a| part[a])),
        })
        .filter(|reason| reason.points.abs() >= FAINT)
        .collect();
    reasons.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    reasons.into_iter().partition(|reason| reason.points > 0.0)
}

/// The alternative that these measures favour, or `None` when they favour nothing in particular.
pub fn pull_of_measures(
    knowledge: &Knowledge,
    answer: &Answer,
    measures: &[usize],
) -> Option<Pull> {
    let question = &knowledge.questions[answer.question];
    let mut sums = vec![0.0; question.alternatives.len()];
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
