//! The room's opinions: where they differ, and which differences matter to the answer.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::model::{
    AlternativeId, Factor, FactorId, Knowledge, List, Opinion, QuantityId, QuestionId, Scenario,
    SliderAt,
};

use super::answer::{Answer, Answers};
use super::estimate::Estimate;
use super::inputs::Inputs;
use super::robustness::{Sampler, Survey};

/// Blocks of samples counted for each opinion.
const BLOCKS: usize = 64;
const SEED: u64 = 2026;
/// From more opinions than this on, each is surveyed with fewer blocks.
const MANY: usize = 40;
/// The least blocks of an opinion.
const LEAST: usize = 8;
/// In how many ways the others complete an opinion that leaves factors to them.
const COMPLETIONS: usize = 8;
/// An opinion this far from the median, in points, is far from it.
const FAR: f64 = 25.0;

/// Per question and alternative, a share from 0 to 1.
pub type Shares = List<QuestionId, List<AlternativeId, Estimate>>;

/// What a group of opinions says together.
#[derive(Clone, Debug)]
pub struct Group {
    /// The answers of each opinion; the factors that it leaves to the others are at their medians.
    pub answers: Vec<Answers>,
    medians: Medians,
    /// The company with each slider at its median: a place to look from, not the group's answer.
    pub median: Scenario,
    /// Per slider on which opinions differ: first those that change the attachment, then those
    /// that move its lead most.
    pub spreads: Vec<Spread>,
    /// Per question and alternative: share of the cases, 0 to 1, in which it comes first. A case is
    /// any opinion, each as often as its voice counts, any weights within its doubt, any sliders within
    /// theirs. For a factor that an opinion leaves to the others, a case takes what any of those who
    /// answer it says, again by their voices; the company's own sliders where nobody does.
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

/// The opinions that count: those of the last ballot, and all that were gathered otherwise.
pub fn counted(opinions: &[Opinion]) -> Vec<Opinion> {
    let last = opinions.iter().map(|opinion| opinion.round).max();
    let counts = |opinion: &&Opinion| opinion.round == 0 || Some(opinion.round) == last;
    opinions.iter().filter(counts).cloned().collect()
}

impl Group {
    /// Reads opinions on a company; `None` for less than two.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, opinions: &[Opinion]) -> Option<Self> {
        if opinions.len() < 2 {
            return None;
        }
        let medians = Medians::of(knowledge, opinions);
        let median = medians.put_in(knowledge, scenario);
        let answers: Vec<Answers> = opinions
            .iter()
            .map(|opinion| {
                let whole = completed(knowledge, &opinion.view, |_| Some(&median));
                Answers::new(knowledge, Inputs::read(knowledge, &whole))
            })
            .collect();
        Some(Self {
            spreads: spreads(knowledge, &median, opinions),
            acceptability: acceptability(knowledge, scenario, opinions),
            answers,
            medians,
            median,
        })
    }

    /// Looks from what the company has become, with the same opinions.
    pub fn look_from(&mut self, knowledge: &Knowledge, scenario: &Scenario, opinions: &[Opinion]) {
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

/// A view with the factors that it leaves out as another has them.
fn completed<'a>(
    knowledge: &Knowledge,
    view: &Scenario,
    mut from: impl FnMut(&str) -> Option<&'a Scenario>,
) -> Scenario {
    let mut whole = view.clone();
    for factor in &knowledge.factors {
        if whole.factors.contains_key(&factor.id) {
            continue;
        }
        let other = from(&factor.id).and_then(|other| other.factors.get(&factor.id));
        if let Some(input) = other {
            whole.factors.insert(factor.id.clone(), input.clone());
        }
    }
    whole
}

impl Medians {
    fn of(knowledge: &Knowledge, opinions: &[Opinion]) -> Self {
        let weight = |factor: &Factor| {
            let weights = opinions.iter().enumerate();
            let weights: Vec<Said> = weights
                .filter_map(|(person, opinion)| {
                    Some(Said {
                        person,
                        voice: opinion.voice,
                        value: opinion.view.factors.get(&factor.id)?.weight,
                    })
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

/// What one person says of a slider or of a weight.
struct Said {
    /// By position.
    person: usize,
    voice: f64,
    value: f64,
}

/// The value of a slider in each opinion that knows it.
fn values(opinions: &[Opinion], factor: &str, quantity: &str) -> Vec<Said> {
    let known = |(person, opinion): (usize, &Opinion)| {
        let input = opinion.view.factors.get(factor)?;
        (!input.unknown).then(|| Said {
            person,
            voice: opinion.voice,
            value: input.value(quantity),
        })
    };
    opinions.iter().enumerate().filter_map(known).collect()
}

/// The value with half of the voices on either side, or the mean of the two between which the half is.
fn middle(said: &[Said]) -> Option<f64> {
    let mut sorted: Vec<(f64, f64)> = said.iter().map(|said| (said.value, said.voice)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: f64 = sorted.iter().map(|(_, voice)| voice).sum();
    // Sums of equal voices are a half to the last digit only where rounding allows.
    let close = 1e-9 * all;
    let mut below = 0.0;
    for (place, (value, voice)) in sorted.iter().enumerate() {
        below += voice;
        if below > all / 2.0 + close {
            return Some(*value);
        }
        if below >= all / 2.0 - close {
            let next = sorted.get(place + 1).map_or(*value, |(next, _)| *next);
            return Some(f64::midpoint(*value, next));
        }
    }
    None
}

fn spreads(knowledge: &Knowledge, median: &Scenario, opinions: &[Opinion]) -> Vec<Spread> {
    let mut spreads = Vec::new();
    for (at, factor) in knowledge.factors.pairs() {
        for (quantity, of) in factor.quantities.pairs() {
            let found = values(opinions, &factor.id, &of.id);
            let Some(middle) = middle(&found) else {
                continue;
            };
            let of =
                |fold: fn(f64, f64) -> f64| found.iter().map(|said| said.value).fold(middle, fold);
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
                    .filter(|said| told_apart && (said.value - middle).abs() >= FAR)
                    .map(|said| said.person)
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
    values: &[Said],
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
    for said in values {
        if let Some(after) = at(Some(said.value)) {
            largest = largest.max((lead(&after) - lead(&before)).abs());
            decides |= after.leader() != before.leader();
        }
    }
    (largest, decides)
}

/// The surveys of one opinion: one if it answers every factor, else one for each way in which the others
/// complete it.
fn surveys(
    knowledge: &Knowledge,
    company: &Scenario,
    opinions: &[Opinion],
    of: &Opinion,
    samplers: &Samplers,
    random: &mut Pcg64Mcg,
) -> Vec<Survey> {
    if knowledge
        .factors
        .iter()
        .all(|factor| of.answers(&factor.id))
    {
        return vec![Survey::complete(knowledge, &of.view, &samplers.whole)];
    }
    let completions = 0..COMPLETIONS;
    completions
        .map(|_| {
            let whole = completed(knowledge, &of.view, |factor| {
                Some(drawn(opinions, factor, random).map_or(company, |other| &other.view))
            });
            Survey::complete(knowledge, &whole, &samplers.part)
        })
        .collect()
}

/// One of those who answer a factor, each as often as their voice counts.
fn drawn<'a>(opinions: &'a [Opinion], factor: &str, random: &mut Pcg64Mcg) -> Option<&'a Opinion> {
    let who = || opinions.iter().filter(|opinion| opinion.answers(factor));
    let all: f64 = who().map(|opinion| opinion.voice).sum();
    let mut left = all * random.random::<f64>();
    let found = who().find(|opinion| {
        left -= opinion.voice;
        left < 0.0
    });
    // What rounding leaves over is the last one's.
    found.or_else(|| who().last())
}

/// The samples that opinions are surveyed with.
struct Samplers {
    /// For an opinion.
    whole: Sampler,
    /// For one of the ways in which others complete it.
    part: Sampler,
}

fn acceptability(knowledge: &Knowledge, company: &Scenario, opinions: &[Opinion]) -> Shares {
    // Many opinions together need fewer samples of each.
    let blocks = (MANY * BLOCKS / opinions.len()).clamp(LEAST, BLOCKS);
    let samplers = Samplers {
        whole: Sampler::new(knowledge, blocks, SEED),
        part: Sampler::new(knowledge, (blocks / COMPLETIONS).max(1), SEED),
    };
    let mut random = Pcg64Mcg::seed_from_u64(SEED);
    let all: f64 = opinions.iter().map(|opinion| opinion.voice).sum();
    let surveyed: Vec<(f64, Vec<Survey>)> = opinions
        .iter()
        .map(|of| {
            let found = surveys(knowledge, company, opinions, of, &samplers, &mut random);
            (of.voice / all, found)
        })
        .collect();
    let questions = knowledge.questions.pairs();
    questions
        .map(|(index, question)| {
            question
                .alternatives
                .ids()
                .map(|alternative| {
                    let (mut sum, mut squares) = (0.0, 0.0);
                    for (share, surveys) in &surveyed {
                        let firsts = surveys.iter().map(|survey| {
                            // What an opinion holds impossible is never first in it.
                            let found = survey.questions()[index].acceptability(alternative, 0);
                            found.unwrap_or_default()
                        });
                        let Estimate { value, error } = mean(&firsts.collect::<Vec<_>>());
                        sum += share * value;
                        squares += (share * error).powi(2);
                    }
                    Estimate {
                        value: sum,
                        error: squares.sqrt(),
                    }
                })
                .collect()
        })
        .collect()
}

/// The mean of one estimate or more; of more than one, what they differ by is part of its error.
fn mean(estimates: &[Estimate]) -> Estimate {
    let count = estimates.len().max(1) as f64;
    let value = estimates.iter().map(|one| one.value).sum::<f64>() / count;
    if let [one] = estimates {
        return *one;
    }
    let apart = estimates.iter().map(|one| (one.value - value).powi(2));
    let variance = apart.sum::<f64>() / (count - 1.0).max(1.0);
    Estimate {
        value,
        error: (variance / count).sqrt(),
    }
}
