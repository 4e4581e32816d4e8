//! What makes two answers to the same question differ.

use super::answer::Answer;
use super::scale::{FAINT, points};

/// Per factor, by how many points of fit it moves the lead of the second answer's best alternative
/// over the first answer's best, from the first to the second; the strongest first. With the faint
/// ones, which are left out, they sum to the change of that lead.
pub fn answer_differences(first: &Answer, second: &Answer) -> Vec<(usize, f64)> {
    let (Some(&from), Some(&to)) = (first.ranking.first(), second.ranking.first()) else {
        return Vec::new();
    };
    let lead = |answer: &Answer, factor: usize| {
        points(answer.contributions[to][factor] - answer.contributions[from][factor])
    };
    let factors = first.contributions.first().map_or(0, Vec::len);
    let mut found: Vec<(usize, f64)> = (0..factors)
        .map(|factor| (factor, lead(second, factor) - lead(first, factor)))
        .filter(|(_, points)| points.abs() >= FAINT)
        .collect();
    found.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    found
}
