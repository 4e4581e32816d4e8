//! What the curves of each factor are divided by, so that equal importances reach equally far
//! however many measures a factor has.

use super::curve::Response;
use super::factor::{Factor, Measure};
use super::question::Reach;
use super::reading::Levels;

/// Most sliders of a factor of which every corner is looked at.
const SLIDERS: usize = 6;

/// Per factor: what its sum of curves is multiplied by in a question, its reach over its swing.
///
/// The swing is the widest that the lead of one alternative over another moves while the factor's
/// sliders and its choice go from one end to the other; at a reach of 1 no partial value then
/// leaves [-1, 1], whatever the curves.
pub fn scales(
    factors: &[Factor],
    measures: &[Measure],
    alternatives: usize,
    responses: &[Response],
    reach: &[Reach],
) -> Vec<f64> {
    let scale = |(at, factor): (usize, &Factor)| {
        let swing = swing(factor, measures, alternatives, responses);
        let own = reach.iter().find(|reach| reach.factor == at);
        let reach = own.map_or(1.0, |reach| reach.times);
        if swing > 0.0 { reach / swing } else { 0.0 }
    };
    factors.iter().enumerate().map(scale).collect()
}

fn swing(
    factor: &Factor,
    measures: &[Measure],
    alternatives: usize,
    responses: &[Response],
) -> f64 {
    let mine = |response: &&Response| factor.measures.contains(&response.measure);
    let responses: Vec<&Response> = responses.iter().filter(mine).collect();
    let mut leads = vec![(f64::INFINITY, f64::NEG_INFINITY); alternatives * alternatives];
    let mut values = vec![0.0_f64; alternatives];
    let mut most = 0.0_f64;
    if responses.is_empty() {
        return most;
    }
    for levels in factor.corners() {
        values.fill(0.0);
        for response in &responses {
            if let Some(x) = measures[response.measure].reading.of(&levels) {
                for curve in &response.curves {
                    values[curve.to] += curve.at(x);
                }
            }
        }
        most = values.iter().map(|value| value.abs()).fold(most, f64::max);
        let pairs = values
            .iter()
            .flat_map(|a| values.iter().map(move |b| a - b));
        for ((low, high), lead) in leads.iter_mut().zip(pairs) {
            (*low, *high) = (low.min(lead), high.max(lead));
        }
    }
    leads
        .iter()
        .map(|(low, high)| high - low)
        .fold(most, f64::max)
}

impl Factor {
    /// Its sliders at every corner: each at 0 or at 100, under each option of its choice.
    ///
    /// With many sliders only the corners at which one slider stands apart from all others.
    pub fn corners(&self) -> impl Iterator<Item = Levels> {
        let options: Vec<Option<usize>> = match &self.choice {
            Some(choice) => (0..choice.options.len()).map(Some).collect(),
            None => vec![None],
        };
        options.into_iter().flat_map(|choice| {
            corners(self.quantities.len()).map(move |quantities| Levels {
                quantities,
                extra: Vec::new(),
                choice,
            })
        })
    }
}

/// The corners of a box of so many sides.
fn corners(sliders: usize) -> impl Iterator<Item = Vec<f64>> {
    let all = sliders <= SLIDERS;
    let corners = if all { 1 << sliders } else { 2 * sliders };
    (0..corners).map(move |corner| {
        let high = |slider: usize| {
            if all {
                corner >> slider & 1 == 1
            } else {
                (corner / 2 == slider) != (corner % 2 == 1)
            }
        };
        let level = |slider| if high(slider) { 100.0 } else { 0.0 };
        (0..sliders).map(level).collect()
    })
}
