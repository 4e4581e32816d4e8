//! The room's opinions: where they differ, and which differences matter to the answer.

use crate::model::{Knowledge, Profile, Scenario};

use super::answer::Answers;
use super::estimate::Estimate;
use super::inputs::Inputs;
use super::robustness::{Sampler, Survey};

/// Blocks of samples counted for each opinion.
const BLOCKS: usize = 64;
const SEED: u64 = 2026;
/// An opinion this far from the median, in points, is far from it.
const FAR: f64 = 25.0;

/// What a group of opinions says together.
#[derive(Clone, Debug)]
pub struct Group {
    /// The answers of each opinion.
    pub answers: Vec<Answers>,
    /// The company with each slider at its median: a place to look from, not the group's answer.
    pub median: Profile,
    /// Per slider on which opinions differ: first those that change the attachment, then those
    /// that move its lead most.
    pub spreads: Vec<Spread>,
    /// Per question and alternative: share of the cases, 0 to 1, in which it comes first. A case is
    /// any opinion, any weights within its doubt, any sliders within theirs.
    pub acceptability: Vec<Vec<Estimate>>,
}

/// One slider across the opinions.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    pub factor: usize,
    pub quantity: usize,
    /// 0 to 100.
    pub least: f64,
    pub median: f64,
    pub most: f64,
    /// Opinions far from the median, by position.
    pub far: Vec<usize>,
    /// The largest move of the attachment's lead when this slider alone goes from its median to
    /// any opinion's value, in points of fit.
    pub effect: f64,
    /// Whether the leading attachment changes on the way.
    pub decides: bool,
}

impl Group {
    /// Reads the opinions of a profile; `None` for less than two.
    pub fn new(knowledge: &Knowledge, profile: &Profile) -> Option<Self> {
        if profile.opinions.len() < 2 {
            return None;
        }
        let people: Vec<Profile> = profile
            .opinions
            .iter()
            .map(|opinion| with_opinion(profile, opinion))
            .collect();
        let answers: Vec<Answers> = people
            .iter()
            .map(|person| Answers::new(knowledge, Inputs::read(knowledge, person)))
            .collect();
        let median = median(knowledge, profile, &people);
        Some(Self {
            spreads: spreads(knowledge, &median, &people),
            acceptability: acceptability(knowledge, &people),
            answers,
            median,
        })
    }
}

/// The company as an opinion sees it.
fn with_opinion(profile: &Profile, opinion: &Scenario) -> Profile {
    let mut person = profile.clone();
    person.scenarios.clear();
    person.opinions.clear();
    person.weight_doubt = opinion.weight_doubt;
    person.departments.clone_from(&opinion.departments);
    person.factors.clone_from(&opinion.factors);
    person
}

/// The value of a slider in each opinion that knows it, with the opinion's position.
fn values(people: &[Profile], factor: &str, quantity: &str) -> Vec<(usize, f64)> {
    let known = |(index, person): (usize, &Profile)| {
        let input = person.factors.get(factor)?;
        (!input.unknown).then(|| (index, input.value(quantity)))
    };
    people.iter().enumerate().filter_map(known).collect()
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

fn median(knowledge: &Knowledge, profile: &Profile, people: &[Profile]) -> Profile {
    let mut median = profile.clone();
    for factor in &knowledge.factors {
        let Some(input) = median.factors.get_mut(&factor.id) else {
            continue;
        };
        let weights: Vec<(usize, f64)> = people
            .iter()
            .enumerate()
            .filter_map(|(index, person)| Some((index, person.factors.get(&factor.id)?.weight)))
            .collect();
        if let Some(weight) = middle(&weights) {
            input.weight = weight;
        }
        for quantity in &factor.quantities {
            let found = values(people, &factor.id, &quantity.id);
            if let (Some(value), Some(setting)) =
                (middle(&found), input.quantities.get_mut(&quantity.id))
            {
                setting.value = value;
                input.unknown = false;
            }
        }
    }
    median
}

fn spreads(knowledge: &Knowledge, median: &Profile, people: &[Profile]) -> Vec<Spread> {
    let mut spreads = Vec::new();
    for (f, factor) in knowledge.factors.iter().enumerate() {
        for (q, quantity) in factor.quantities.iter().enumerate() {
            let found = values(people, &factor.id, &quantity.id);
            let Some(middle) = middle(&found) else {
                continue;
            };
            let of = |fold: fn(f64, f64) -> f64| found.iter().map(|(_, v)| *v).fold(middle, fold);
            let (least, most) = (of(f64::min), of(f64::max));
            if most - least < 1.0 {
                continue;
            }
            let (effect, decides) = effect(knowledge, median, (f, q), &found);
            spreads.push(Spread {
                factor: f,
                quantity: q,
                least,
                median: middle,
                most,
                far: found
                    .iter()
                    .filter(|(_, value)| (value - middle).abs() >= FAR)
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
    median: &Profile,
    (factor, quantity): (usize, usize),
    values: &[(usize, f64)],
) -> (f64, bool) {
    let mut moved = median.clone();
    let factor = &knowledge.factors[factor];
    let quantity = &factor.quantities[quantity].id;
    let mut at = |value: Option<f64>| {
        let input = moved.factors.get_mut(&factor.id)?;
        if let (Some(value), Some(setting)) = (value, input.quantities.get_mut(quantity)) {
            setting.value = value;
        }
        let answers = Answers::new(knowledge, Inputs::read(knowledge, &moved));
        let (_, answer) = answers.get(knowledge, "attachment")?;
        Some(answer.clone())
    };
    let Some(before) = at(None) else {
        return (0.0, false);
    };
    let [first, second, ..] = before.ranking[..] else {
        return (0.0, false);
    };
    let lead = |answer: &super::Answer| answer.fit(first) - answer.fit(second);
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

fn acceptability(knowledge: &Knowledge, people: &[Profile]) -> Vec<Vec<Estimate>> {
    let sampler = Sampler::new(knowledge, BLOCKS, SEED);
    let surveys: Vec<Survey> = people
        .iter()
        .map(|person| Survey::complete(knowledge, person, &sampler))
        .collect();
    let count = people.len() as f64;
    let questions = knowledge.questions.iter().enumerate();
    questions
        .map(|(index, question)| {
            (0..question.alternatives.len())
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
