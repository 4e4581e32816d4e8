//! The room's opinions: where they differ, and which differences matter to the answer.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::model::ballot::Item;
use crate::model::{
    AlternativeId, Factor, FactorId, Knowledge, List, Opinion, QuantityId, QuestionId, Scenario,
    SliderAt,
};

use super::answer::{Answer, Answers};
use super::estimate::Estimate;
use super::inputs::Inputs;
use super::robustness::{Sampler, Survey};
use super::verdict::Certainty;

/// Blocks of samples counted for each opinion.
const BLOCKS: usize = 64;
const SEED: u64 = 2026;
/// From more opinions than this on, each is surveyed with fewer blocks.
const MANY: usize = 40;
/// The least blocks of an opinion.
const LEAST: usize = 8;
/// In how many ways the others complete an opinion that leaves factors to them.
const COMPLETIONS: usize = 8;
/// So many standard errors are left on the safe side where a share is held to a threshold.
const SAFE: f64 = 2.0;

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
    /// Per factor of which opinions choose different options; in the same order.
    pub choices: Vec<Choices>,
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
    /// Each value that was said, from the lowest, and what attachment leads there while all else is at
    /// the medians.
    pub leaders: Vec<(f64, Option<AlternativeId>)>,
    /// The largest move of the attachment's lead when this slider alone goes from its median to
    /// any opinion's value, in points of fit.
    pub effect: f64,
    /// Whether the leading attachment changes on the way.
    pub decides: bool,
}

/// A factor of which opinions choose different options.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// The factor.
    pub factor: FactorId,
    /// Each option that was chosen, by its place, and what attachment leads with it while all else is at
    /// the medians.
    pub leaders: Vec<(usize, Option<AlternativeId>)>,
    /// As of a [`Spread`].
    pub effect: f64,
    /// As of a [`Spread`].
    pub decides: bool,
}

/// How many opinions answer what a ballot asks, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Per step of a slider, or per option; a value between two steps is counted at the nearest.
    pub steps: Vec<usize>,
    /// How many do not know.
    pub unknown: usize,
    /// How many leave it to the others.
    pub left: usize,
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
    heard_in(opinions, last.unwrap_or_default())
}

/// The opinions that counted once a ballot was: those of its round, and all that were gathered
/// otherwise.
pub fn heard_in(opinions: &[Opinion], round: u32) -> Vec<Opinion> {
    let counts = |opinion: &&Opinion| opinion.round == 0 || opinion.round == round;
    opinions.iter().filter(counts).cloned().collect()
}

/// How an item is answered in all opinions.
pub fn tally(knowledge: &Knowledge, opinions: &[Opinion], item: Item) -> Tally {
    let factor = &knowledge.factors[item.factor()];
    let mut found = Tally {
        steps: vec![0; item.steps(knowledge)],
        ..Tally::default()
    };
    for opinion in opinions {
        let Some(input) = opinion.view.factors.get(&factor.id) else {
            found.left += 1;
            continue;
        };
        let place = match item {
            _ if input.unknown => None,
            Item::Choice(_) => {
                let options = factor.choice.iter().flat_map(|choice| &choice.options);
                options
                    .map(|option| &option.id)
                    .position(|id| *id == input.choice)
            }
            Item::Slider(slider) => {
                let mut speaking = knowledge.speaking(slider.factor, &input.choice);
                if !speaking.any(|quantity| quantity == slider.quantity) {
                    // What they have chosen leaves nothing to say here.
                    found.left += 1;
                    continue;
                }
                let setting = input.quantities.get(&knowledge.quantity(slider).id);
                let known = setting.filter(|setting| !setting.is_anything());
                known.map(|setting| knowledge.steps.nearest(setting.value))
            }
        };
        match place.and_then(|place| found.steps.get_mut(place)) {
            Some(step) => *step += 1,
            None => found.unknown += 1,
        }
    }
    found
}

impl Group {
    /// Reads opinions on a company; `None` for less than two.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, opinions: &[Opinion]) -> Option<Self> {
        Self::drawn(knowledge, scenario, opinions, SEED)
    }

    /// As [`Self::new`], with the samples of another seed.
    pub fn drawn(
        knowledge: &Knowledge,
        scenario: &Scenario,
        opinions: &[Opinion],
        seed: u64,
    ) -> Option<Self> {
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
            choices: choices(knowledge, &median, opinions),
            acceptability: acceptability(knowledge, scenario, opinions, seed),
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
            self.choices = choices(knowledge, &median, opinions);
            self.median = median;
        }
    }

    /// What comes first most often for a question, and how sure that is by the thresholds of the base;
    /// a share that may be under one for its sampling error alone is held to be under it. `None` where
    /// nothing ever comes first.
    pub fn leader(
        &self,
        knowledge: &Knowledge,
        question: QuestionId,
    ) -> Option<(AlternativeId, Certainty)> {
        let shares = &self.acceptability[question];
        let first = shares
            .ids()
            .max_by(|&a, &b| shares[a].value.total_cmp(&shares[b].value))
            .filter(|&first| shares[first].value > 0.0)?;
        let Estimate { value, error } = shares[first];
        let (surely, thresholds) = (value - SAFE * error, knowledge.certainty);
        let certainty = if surely >= thresholds.settled {
            Certainty::Settled
        } else if surely >= thresholds.fragile {
            Certainty::Fragile
        } else {
            Certainty::Open
        };
        Some((first, certainty))
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
            let weight = |opinion: &Opinion| {
                Some(Said {
                    voice: opinion.voice,
                    value: opinion.view.factors.get(&factor.id)?.weight,
                })
            };
            let weights: Vec<Said> = opinions.iter().filter_map(weight).collect();
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
    voice: f64,
    value: f64,
}

/// The value of a slider in each opinion that knows it.
fn values(opinions: &[Opinion], factor: &str, quantity: &str) -> Vec<Said> {
    let known = |opinion: &Opinion| {
        let input = opinion.view.factors.get(factor)?;
        let setting = input.quantities.get(quantity)?;
        (!input.unknown && !setting.is_anything()).then_some(Said {
            voice: opinion.voice,
            value: setting.value,
        })
    };
    opinions.iter().filter_map(known).collect()
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
            let end =
                |fold: fn(f64, f64) -> f64| found.iter().map(|said| said.value).fold(middle, fold);
            let (least, most) = (end(f64::min), end(f64::max));
            if most - least < 1.0 {
                continue;
            }
            let slider = SliderAt {
                factor: at,
                quantity,
            };
            let mut said: Vec<f64> = found.iter().map(|said| said.value).collect();
            said.sort_by(f64::total_cmp);
            said.dedup();
            let Effect {
                leaders,
                effect,
                decides,
            } = effect(knowledge, median, &said, |moved, value| {
                let input = moved.factors.get_mut(&factor.id);
                let setting = input.and_then(|input| input.quantities.get_mut(&of.id));
                if let Some(setting) = setting {
                    setting.value = *value;
                }
            });
            spreads.push(Spread {
                slider,
                least,
                median: middle,
                most,
                leaders: said.into_iter().zip(leaders).collect(),
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

fn choices(knowledge: &Knowledge, median: &Scenario, opinions: &[Opinion]) -> Vec<Choices> {
    let mut found = Vec::new();
    for (at, factor) in knowledge.factors.pairs() {
        let Some(choice) = &factor.choice else {
            continue;
        };
        let chosen = tally(knowledge, opinions, Item::Choice(at)).steps;
        let said: Vec<usize> = (0..chosen.len())
            .filter(|&place| chosen[place] > 0)
            .collect();
        if said.len() < 2 {
            continue;
        }
        let ids: Vec<&str> = choice
            .options
            .iter()
            .map(|option| option.id.as_str())
            .collect();
        let Effect {
            leaders,
            effect,
            decides,
        } = effect(knowledge, median, &said, |moved, &place| {
            if let Some(input) = moved.factors.get_mut(&factor.id) {
                input.choose(factor, ids[place]);
            }
        });
        found.push(Choices {
            factor: at,
            leaders: said.into_iter().zip(leaders).collect(),
            effect,
            decides,
        });
    }
    found.sort_by(|a, b| {
        (b.decides, b.effect)
            .partial_cmp(&(a.decides, a.effect))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    found
}

/// What comes of moving one thing alone.
struct Effect {
    /// What attachment leads, one for each of what was said.
    leaders: Vec<Option<AlternativeId>>,
    /// The largest move of its lead over its best rival, in points of fit.
    effect: f64,
    /// Whether another leads on the way.
    decides: bool,
}

/// What comes of setting one thing of a company to each of what was said.
fn effect<T>(
    knowledge: &Knowledge,
    median: &Scenario,
    said: &[T],
    set: impl Fn(&mut Scenario, &T),
) -> Effect {
    let answer = |scenario: &Scenario| {
        let inputs = Inputs::read(knowledge, scenario);
        Answer::new(knowledge, knowledge.always.attachment, &inputs)
    };
    let before = answer(median);
    let mut found = Effect {
        leaders: Vec::new(),
        effect: 0.0,
        decides: false,
    };
    let rivals = before.ranking.first().zip(before.ranking.get(1));
    let lead = |answer: &Answer| rivals.map_or(0.0, |(&a, &b)| answer.fit(a) - answer.fit(b));
    for value in said {
        let mut moved = median.clone();
        set(&mut moved, value);
        let after = answer(&moved);
        found.effect = found.effect.max((lead(&after) - lead(&before)).abs());
        found.decides |= after.leader() != before.leader();
        found.leaders.push(after.leader());
    }
    found
}

/// The surveys of one opinion: one if it answers every factor, else one for each way in which the others
/// complete it. Each has samples of its own, so that their errors are independent.
fn surveys(
    knowledge: &Knowledge,
    company: &Scenario,
    opinions: &[Opinion],
    of: &Opinion,
    blocks: usize,
    random: &mut Pcg64Mcg,
) -> Vec<Survey> {
    if knowledge
        .factors
        .iter()
        .all(|factor| of.answers(&factor.id))
    {
        let sampler = Sampler::new(knowledge, blocks, random.random());
        return vec![Survey::complete(knowledge, &of.view, &sampler)];
    }
    let blocks = (blocks / COMPLETIONS).max(1);
    let completions = 0..COMPLETIONS;
    completions
        .map(|_| {
            let whole = completed(knowledge, &of.view, |factor| {
                Some(drawn(opinions, factor, random).map_or(company, |other| &other.view))
            });
            let sampler = Sampler::new(knowledge, blocks, random.random());
            Survey::complete(knowledge, &whole, &sampler)
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
    found.or_else(|| who().next_back())
}

fn acceptability(
    knowledge: &Knowledge,
    company: &Scenario,
    opinions: &[Opinion],
    seed: u64,
) -> Shares {
    // Many opinions together need fewer samples of each.
    let blocks = (MANY * BLOCKS / opinions.len()).clamp(LEAST, BLOCKS);
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let all: f64 = opinions.iter().map(|opinion| opinion.voice).sum();
    let surveyed: Vec<(f64, Vec<Survey>)> = opinions
        .iter()
        .map(|of| {
            let found = surveys(knowledge, company, opinions, of, blocks, &mut random);
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
