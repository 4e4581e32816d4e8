//! What the curves of each factor are divided by, so that equal importances reach equally far
//! however many measures a factor has.

use super::curve::Response;
use super::factor::{Factor, Measure};
use super::ids::{FactorId, MeasureId, OptionId, QuantityId};
use super::question::Question;
use super::reading::Levels;
use crate::model::list::List;

/// Most sliders of a factor of which every corner is looked at.
const SLIDERS: usize = 6;

/// Per factor: what its sum of curves is multiplied by in a question, its reach over its swing.
///
/// The swing is the widest that the lead of one alternative over another moves while the factor's
/// sliders and its choice go from one end to the other; at a reach of 1 no partial value then
/// leaves [-1, 1], whatever the curves.
pub fn scales(
    question: &Question,
    factors: &List<FactorId, Factor>,
    measures: &List<MeasureId, Measure>,
) -> List<FactorId, f64> {
    let scale = |(at, factor): (FactorId, &Factor)| {
        let swing = swing(question, factor, measures);
        let own = question.reach.iter().find(|reach| reach.factor == at);
        let reach = own.map_or(1.0, |reach| reach.times);
        if swing > 0.0 { reach / swing } else { 0.0 }
    };
    factors.pairs().map(scale).collect()
}

fn swing(question: &Question, factor: &Factor, measures: &List<MeasureId, Measure>) -> f64 {
    let alternatives = &question.alternatives;
    let mine = |response: &&Response| factor.measures.contains(&response.measure);
    let responses: Vec<&Response> = question.responses.iter().filter(mine).collect();
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    let mut leads = vec![none; alternatives.len() * alternatives.len()];
    let mut most = 0.0_f64;
    if responses.is_empty() {
        return most;
    }
    for levels in factor.corners() {
        let mut values = List::like(alternatives, 0.0_f64);
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
        let options: Vec<Option<OptionId>> = match &self.choice {
            Some(choice) => choice.options.ids().map(Some).collect(),
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
fn corners(sliders: usize) -> impl Iterator<Item = List<QuantityId, f64>> {
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
