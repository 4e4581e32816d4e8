//! The room's opinions: where they differ, and which differences matter to the answer.

use crate::model::{
    AlternativeId, Factor, FactorId, Knowledge, List, QuantityId, QuestionId, Scenario, SliderAt,
};

use super::answer::{Answer, Answers};
use super::estimate::Estimate;
use super::inputs::Inputs;
use super::robustness::{Sampler, Survey};

/// Blocks of samples counted for each opinion.
const BLOCKS: usize = 64;
const SEED: u64 = 2026;
/// An opinion this far from the median, in points, is far from it.
const FAR: f64 = 25.0;

/// Per question and alternative, a share from 0 to 1.
pub type Shares = List<QuestionId, List<AlternativeId, Estimate>>;

/// What a group of opinions says together.
#[derive(Clone, Debug)]
pub struct Group {
    /// The answers of each opinion.
    pub answers: Vec<Answers>,
    medians: Medians,
    /// The company with each slider at its median: a place to look from, not the group's answer.
    pub median: Scenario,
    /// Per slider on which opinions differ: first those that change the attachment, then those
    /// that move its lead most.
    pub spreads: Vec<Spread>,
    /// Per question and alternative: share of the cases, 0 to 1, in which it comes first. A case is
    /// any opinion, any weights within its doubt, any sliders within theirs.
    pub acceptability: Shares,
}

/// One slider across the opinions.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The slider.
    pub slider: SliderAt,
    /// 0 to 100.
    pub least: f64,
    /// 0 to 100; of an even number of opinions, the middle of the two.
    pub median: f64,
    /// 0 to 100.
    pub most: f64,
    /// Opinions far from the median, by position; none of two.
    pub far: Vec<usize>,
    /// The largest move of the attachment's lead when this slider alone goes from its median to
    /// any opinion's value, in points of fit.
    pub effect: f64,
    /// Whether the leading attachment changes on the way.
    pub decides: bool,
}

/// The middle of what the opinions say.
#[derive(Clone, Debug, PartialEq)]
struct Medians {
    /// Per factor.
    weights: List<FactorId, Option<f64>>,
    /// Per factor and quantity; `None` where no opinion knows.
    values: List<FactorId, List<QuantityId, Option<f64>>>,
}

impl Group {
    /// Reads opinions on a company; `None` for less than two.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, opinions: &[Scenario]) -> Option<Self> {
        if opinions.len() < 2 {
            return None;
        }
        let answers: Vec<Answers> = opinions
            .iter()
            .map(|opinion| Answers::new(knowledge, Inputs::read(knowledge, opinion)))
            .collect();
        let medians = Medians::of(knowledge, opinions);
        let median = medians.put_in(knowledge, scenario);
        Some(Self {
            spreads: spreads(knowledge, &median, opinions),
            acceptability: acceptability(knowledge, opinions),
            answers,
            medians,
            median,
        })
    }

    /// Looks from what the company has become, with the same opinions.
    pub fn look_from(&mut self, knowledge: &Knowledge, scenario: &Scenario, opinions: &[Scenario]) {
        let median = self.at_medians(knowledge, scenario);
        if median != self.median {
            self.spreads = spreads(knowledge, &median, opinions);
            self.median = median;
        }
    }

    /// A scenario with its sliders and weights at the medians. Nothing else of it changes, but that
    /// what some opinion knows is known.
    pub fn at_medians(&self, knowledge: &Knowledge, scenario: &Scenario) -> Scenario {
        self.medians.put_in(knowledge, scenario)
    }
}

impl Medians {
    fn of(knowledge: &Knowledge, opinions: &[Scenario]) -> Self {
        let weight = |factor: &Factor| {
            let weights = opinions.iter().enumerate();
            let weights: Vec<(usize, f64)> = weights
                .filter_map(|(index, opinion)| {
                    Some((index, opinion.factors.get(&factor.id)?.weight))
                })
                .collect();
            middle(&weights)
        };
        let levels = |factor: &Factor| {
            let quantities = factor.quantities.iter();
            quantities
                .map(|quantity| middle(&values(opinions, &factor.id, &quantity.id)))
                .collect()
        };
        Self {
            weights: knowledge.factors.iter().map(weight).collect(),
            values: knowledge.factors.iter().map(levels).collect(),
        }
    }

    fn put_in(&self, knowledge: &Knowledge, scenario: &Scenario) -> Scenario {
        let mut median = scenario.clone();
        let found = self.weights.iter().zip(&self.values);
        for (factor, (weight, values)) in knowledge.factors.iter().zip(found) {
            let Some(input) = median.factors.get_mut(&factor.id) else {
                continue;
            };
            if let Some(weight) = weight {
                input.weight = *weight;
            }
            for (quantity, value) in factor.quantities.iter().zip(values) {
                if let (Some(value), Some(setting)) =
                    (value, input.quantities.get_mut(&quantity.id))
                {
                    setting.value = *value;
                    input.unknown = false;
                }
            }
        }
        median
    }
}

/// The value of a slider in each opinion that knows it, with the opinion's position.
fn values(opinions: &[Scenario], factor: &str, quantity: &str) -> Vec<(usize, f64)> {
    let known = |(index, opinion): (usize, &Scenario)| {
        let input = opinion.factors.get(factor)?;
        (!input.unknown).then(|| (index, input.value(quantity)))
    };
    opinions.iter().enumerate().filter_map(known).collect()
}

/// The middle value, or the mean of the two in the middle.
fn middle(values: &[(usize, f64)]) -> Option<f64> {
    let mut sorted: Vec<f64> = values.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    Some(if sorted.len() % 2 == 1 {
        upper
    } else {
        f64::midpoint(sorted[half - 1], upper)
    })
}

fn spreads(knowledge: &Knowledge, median: &Scenario, opinions: &[Scenario]) -> Vec<Spread> {
    let mut spreads = Vec::new();
    for (at, factor) in knowledge.factors.pairs() {
        for (quantity, of) in factor.quantities.pairs() {
            let found = values(opinions, &factor.id, &of.id);
            let Some(middle) = middle(&found) else {
                continue;
            };
            let of = |fold: fn(f64, f64) -> f64| found.iter().map(|(_, v)| *v).fold(middle, fold);
            let (least, most) = (of(f64::min), of(f64::max));
            if most - least < 1.0 {
                continue;
            }
            let slider = SliderAt {
                factor: at,
                quantity,
            };
            let (effect, decides) = effect(knowledge, median, slider, &found);
            // Of two opinions neither is nearer the middle.
            let told_apart = found.len() > 2;
            spreads.push(Spread {
                slider,
                least,
                median: middle,
                most,
                far: found
                    .iter()
                    .filter(|(_, value)| told_apart && (value - middle).abs() >= FAR)
                    .map(|(index, _)| *index)
                    .collect(),
                effect,
                decides,
            });
        }
    }
    spreads.sort_by(|a, b| {
        (b.decides, b.effect)
            .partial_cmp(&(a.decides, a.effect))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    spreads
}

/// How far a slider alone moves the lead of the attachment over its best rival, and whether it
/// makes another lead.
fn effect(
    knowledge: &Knowledge,
    median: &Scenario,
    slider: SliderAt,
    values: &[(usize, f64)],
) -> (f64, bool) {
    let mut moved = median.clone();
    let factor = &knowledge.factors[slider.factor];
    let quantity = &knowledge.quantity(slider).id;
    let mut at = |value: Option<f64>| {
        let input = moved.factors.get_mut(&factor.id)?;
        if let (Some(value), Some(setting)) = (value, input.quantities.get_mut(quantity)) {
            setting.value = value;
        }
        let inputs = Inputs::read(knowledge, &moved);
        Some(Answer::new(knowledge, knowledge.always.attachment, &inputs))
    };
    let Some(before) = at(None) else {
        return (0.0, false);
    };
    let [first, second, ..] = before.ranking[..] else {
        return (0.0, false);
    };
    let lead = |answer: &Answer| answer.fit(first) - answer.fit(second);
    let mut largest: f64 = 0.0;
    let mut decides = false;
    for (_, value) in values {
        if let Some(after) = at(Some(*value)) {
            largest = largest.max((lead(&after) - lead(&before)).abs());
            decides |= after.leader() != before.leader();
        }
    }
    (largest, decides)
}

fn acceptability(knowledge: &Knowledge, opinions: &[Scenario]) -> Shares {
    let sampler = Sampler::new(knowledge, BLOCKS, SEED);
    let surveys: Vec<Survey> = opinions
        .iter()
        .map(|opinion| Survey::complete(knowledge, opinion, &sampler))
        .collect();
    let count = opinions.len() as f64;
    let questions = knowledge.questions.pairs();
    questions
        .map(|(index, question)| {
            question
                .alternatives
                .ids()
                .map(|alternative| {
                    let (mut sum, mut squares) = (0.0, 0.0);
                    for survey in &surveys {
                        // What an opinion holds impossible is never first in it.
                        let found = survey.questions()[index].acceptability(alternative, 0);
                        let Estimate { value, error } = found.unwrap_or_default();
                        sum += value;
                        squares += error * error;
                    }
                    Estimate {
                        value: sum / count,
                        error: f64::sqrt(squares) / count,
                    }
                })
                .collect()
        })
        .collect()
}
