//! What makes two answers to the same question differ.

use crate::model::FactorId;

use super::answer::Answer;
use super::scale::{FAINT, points};

/// Per factor, by how many points of fit it moves the lead of the second answer's best alternative
/// over the first answer's best, from the first to the second; the strongest first. With the faint
/// ones, which are left out, they sum to the change of that lead.
pub fn answer_differences(first: &Answer, second: &Answer) -> Vec<(FactorId, f64)> {
    let (Some(&from), Some(&to)) = (first.ranking.first(), second.ranking.first()) else {
        return Vec::new();
    };
    let lead = |answer: &Answer, factor: FactorId| {
        points(answer.contributions[to][factor] - answer.contributions[from][factor])
    };
    let mut found: Vec<(FactorId, f64)> = first.contributions[from]
        .ids()
        .map(|factor| (factor, lead(second, factor) - lead(first, factor)))
        .filter(|(_, points)| points.abs() >= FAINT)
        .collect();
    found.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    found
}
