//! Dominance: an alternative that does at least as well on every factor needs no weights to win.

use crate::model::{AlternativeId, FactorId};

use super::answer::Answer;
use super::scale::{EPSILON, points};

/// Pairs `(better, worse)` of available alternatives such that the first does at least as well as
/// the second on every factor, and better on one: no weights can put the second ahead.
pub fn dominances(answer: &Answer) -> Vec<(AlternativeId, AlternativeId)> {
    let mut pairs = Vec::new();
    for &better in &answer.ranking {
        for &worse in &answer.ranking {
            let (a, b) = (&answer.factor_values[better], &answer.factor_values[worse]);
            let never_less = a.iter().zip(b).all(|(a, b)| *a >= *b - EPSILON);
            let once_more = a.iter().zip(b).any(|(a, b)| *a > *b + EPSILON);
            if never_less && once_more {
                pairs.push((better, worse));
            }
        }
    }
    pairs
}

/// What sets two alternatives apart: factors with the lead that each gives to `a` over
/// `b`, in points of fit, the strongest first.
pub fn apart(answer: &Answer, a: AlternativeId, b: AlternativeId) -> Vec<(FactorId, f64)> {
    let factors = answer.contributions[a].ids();
    let mut leads: Vec<(FactorId, f64)> = factors
        .map(|factor| {
            let lead = answer.contributions[a][factor] - answer.contributions[b][factor];
            (factor, points(lead))
        })
        .collect();
    leads.sort_by(|x, y| y.1.abs().total_cmp(&x.1.abs()));
    leads
}
