//! How sure the answers are: SMAA over the weights and over each slider's doubt, advanced in
//! slices so that a window can show a first figure at once and a sharper one when it rests.

use std::ops::Range;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::model::{
    AlternativeId, FactorId, Id, Knowledge, List, MAX_EXTRA_THEMES, QuestionId, Scenario,
};

use super::bounds::Bounds;
use super::estimate::Estimate;
use super::information;
use super::inputs::Inputs;
use super::smaa::{Scoring, Tally, WeightSamples};
use super::values::{ABREAST, Abreast, add_factor_values};

/// Weight samples that share one draw of the quantities.
pub(super) const BLOCK: usize = 256;

/// The kept samples: weights in columns, and uniform numbers for the sliders of each block.
#[derive(Debug)]
pub struct Sampler {
    pub(super) weights: WeightSamples,
    /// `[block][slot]`, each in [0, 1).
    pub(super) draws: Vec<Vec<f64>>,
}

/// Blocks that are counted together: a first figure at once, without holding up a drag.
pub const SLICE: usize = 32;
/// Blocks of the usual sampler: 262,144 weight vectors, 1,024 draws of the sliders.
const USUAL_BLOCKS: usize = 1024;
/// The same samples everywhere, so that the window and the command line say the same.
pub const USUAL_SEED: u64 = 2026;

impl Sampler {
    /// The samples that the window, the reports and the command line share.
    pub fn usual(knowledge: &Knowledge) -> Self {
        Self::new(knowledge, USUAL_BLOCKS, USUAL_SEED)
    }

    /// The first of the usual samples, which take no time to draw.
    pub fn usual_start(knowledge: &Knowledge, blocks: usize) -> Self {
        Self::new(knowledge, blocks.min(USUAL_BLOCKS), USUAL_SEED)
    }

    /// Draws everything once; fewer blocks are the first of more with
    /// the same seed, which gives the same figures for ever.
    pub fn new(knowledge: &Knowledge, blocks: usize, seed: u64) -> Self {
        let slots: usize = knowledge
            .factors
            .iter()
            .map(|factor| factor.quantities.len() + MAX_EXTRA_THEMES)
            .sum();
        let mut random = Pcg64Mcg::seed_from_u64(seed ^ 0x005e_ed0f_d7a5);
        Self {
            weights: WeightSamples::uniform(knowledge.factors.len(), blocks * BLOCK, seed),
            draws: (0..blocks)
                .map(|_| (0..slots).map(|_| random.random::<f64>()).collect())
                .collect(),
        }
    }

    /// How many blocks of samples there are.
    pub fn blocks(&self) -> usize {
        self.draws.len()
    }
}

/// The figures for one scenario so far: a run of SMAA-2.
#[derive(Clone, Debug)]
pub struct Survey {
    /// How many blocks are counted.
    done: usize,
    preference: Preference,
    questions: List<QuestionId, QuestionSurvey>,
}

/// The figures for one question.
#[derive(Clone, Debug)]
pub struct QuestionSurvey {
    /// The available alternatives; the tally counts these only, in this order.
    pub alternatives: Vec<AlternativeId>,
    tally: Tally,
    /// Per block: `v_f,a` at `[position · factors + f]`.
    values: Vec<Vec<f32>>,
    preference: Preference,
}

/// The users' weights, and how far they are in doubt, from 0 to 1. Even wholly in doubt, a factor that
/// counts twice as much as another does so on average: see [`WeightSamples::around`].
#[derive(Clone, Debug)]
pub(super) struct Preference {
    weights: Vec<f64>,
    doubt: f64,
    /// Whether only their order is known.
    by_order: bool,
}

impl Preference {
    pub fn of(scenario: &Scenario, inputs: &Inputs) -> Self {
        Self {
            weights: inputs.weights.plain().to_vec(),
            doubt: scenario.weight_doubt / 100.0,
            by_order: scenario.by_order,
        }
    }

    /// The samples of a range as the users' weights bend them.
    pub fn draw(&self, samples: &WeightSamples, range: Range<usize>, out: &mut WeightSamples) {
        if self.by_order {
            samples.in_order(&self.weights, range, out);
        } else {
            samples.around(&self.weights, range, out);
        }
    }

    /// Weights in doubt lie between the users' and any, `(1 - d) w + d W`: the score of each
    /// alternative under the first part, and what the weight samples multiply for the second.
    pub fn split(&self, values: &[f32]) -> (Vec<f32>, Vec<f32>) {
        let rows = values.chunks(self.weights.len());
        let base = rows.map(|row| ((1.0 - self.doubt) * dot(row, &self.weights)) as f32);
        let free = values.iter().map(|v| self.doubt as f32 * v);
        (base.collect(), free.collect())
    }

    /// The same for companies side by side, to the last bit.
    #[inline(always)]
    pub fn split_abreast(&self, values: &[Abreast], out: &mut Scoring) {
        let rows = values.chunks_exact(self.weights.len());
        for ((base, free), row) in out.base.iter_mut().zip(&mut out.free).zip(rows) {
            let mut sums = [0.0; ABREAST];
            for ((free, values), weight) in free.iter_mut().zip(row).zip(&self.weights) {
                for lane in 0..ABREAST {
                    let value = values[lane] as f32;
                    sums[lane] += f64::from(value) * weight;
                    free[lane] = self.doubt as f32 * value;
                }
            }
            for lane in 0..ABREAST {
                base[lane] = ((1.0 - self.doubt) * sums[lane]) as f32;
            }
        }
    }

    /// The first samples of the weights in doubt, one column per factor.
    fn mix(&self, samples: &WeightSamples, count: usize) -> Vec<Vec<f32>> {
        let mut drawn = WeightSamples::default();
        self.draw(samples, 0..count, &mut drawn);
        let mix = |(given, drawn): (&f64, &Vec<f32>)| {
            let given = ((1.0 - self.doubt) * given) as f32;
            drawn
                .iter()
                .map(|drawn| given + self.doubt as f32 * drawn)
                .collect()
        };
        self.weights.iter().zip(&drawn.columns).map(mix).collect()
    }
}

impl Survey {
    /// A survey of a scenario, of which nothing is counted yet.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario) -> Self {
        let inputs = Inputs::read(knowledge, scenario);
        Self {
            done: 0,
            preference: Preference::of(scenario, &inputs),
            questions: knowledge
                .questions
                .ids()
                .map(|question| QuestionSurvey::new(scenario, &inputs, question))
                .collect(),
        }
    }

    /// A survey of all the sampler's blocks.
    pub fn complete(knowledge: &Knowledge, scenario: &Scenario, sampler: &Sampler) -> Self {
        let mut survey = Self::new(knowledge, scenario);
        survey.advance(knowledge, scenario, sampler, sampler.blocks());
        survey
    }

    /// Whether all the sampler’s blocks are counted.
    pub fn is_complete(&self, sampler: &Sampler) -> bool {
        self.done >= sampler.blocks()
    }

    /// In the order of the knowledge base.
    pub fn questions(&self) -> &List<QuestionId, QuestionSurvey> {
        &self.questions
    }

    /// Counts up to `blocks` more blocks.
    pub fn advance(
        &mut self,
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        blocks: usize,
    ) {
        let end = (self.done + blocks).min(sampler.blocks());
        let surveys: Vec<_> = knowledge.questions.ids().zip(&mut self.questions).collect();
        let range = self.done..end;
        count(
            knowledge,
            scenario,
            &self.preference,
            sampler,
            range,
            surveys,
        );
        self.done = end;
    }
}

/// Counts some blocks for some questions.
pub(super) fn count<'a>(
    knowledge: &Knowledge,
    scenario: &Scenario,
    preference: &Preference,
    sampler: &Sampler,
    blocks: Range<usize>,
    mut surveys: impl AsMut<[(QuestionId, &'a mut QuestionSurvey)]>,
) {
    let factors = knowledge.factors.len();
    let bounds = Bounds::of(knowledge, scenario);
    let mut weights = WeightSamples::default();
    for block in blocks {
        let measures = bounds.draw(knowledge, &sampler.draws[block]);
        let range = block * BLOCK..(block + 1) * BLOCK;
        preference.draw(&sampler.weights, range, &mut weights);
        for (asked, survey) in surveys.as_mut() {
            let question = &knowledge.questions[*asked];
            let mut all = vec![0.0; question.alternatives.len() * factors];
            add_factor_values(question, &measures, &mut all);
            let values: Vec<f32> = survey
                .alternatives
                .iter()
                .flat_map(|a| &all[a.place() * factors..(a.place() + 1) * factors])
                .map(|&value| value as f32)
                .collect();
            let (base, free) = survey.preference.split(&values);
            if !survey.alternatives.is_empty() {
                survey.tally.score(&weights, 0..BLOCK, &base, &free);
            }
            survey.values.push(values);
        }
    }
}

impl QuestionSurvey {
    /// Nothing is counted yet.
    pub(super) fn new(scenario: &Scenario, inputs: &Inputs, question: QuestionId) -> Self {
        let available = &inputs.available[question];
        let possible = available.ids().filter(|&a| available[a]);
        let alternatives: Vec<AlternativeId> = possible.collect();
        Self {
            tally: Tally::new(alternatives.len(), inputs.weights.len()),
            alternatives,
            values: Vec::new(),
            preference: Preference::of(scenario, inputs),
        }
    }

    fn position(&self, alternative: AlternativeId) -> Option<usize> {
        self.alternatives.iter().position(|&a| a == alternative)
    }

    /// How many samples are counted.
    pub fn samples(&self) -> f64 {
        self.tally.samples()
    }

    /// Share of the samples, 0 to 1, in which an alternative has a rank (0 best); equal ones share
    /// their ranks. `None` for one that is not possible.
    pub fn acceptability(&self, alternative: AlternativeId, rank: usize) -> Option<Estimate> {
        let position = self.position(alternative)?;
        (rank < self.alternatives.len()).then(|| self.tally.acceptability(position, rank))
    }

    /// Share of the samples in which `a` scores more than `b`; half of those in which they are equal.
    pub fn pairwise(&self, a: AlternativeId, b: AlternativeId) -> Option<f64> {
        Some(self.tally.pairwise(self.position(a)?, self.position(b)?))
    }

    /// The weights that typically put an alternative first; `None` if none does.
    pub fn central_weights(&self, alternative: AlternativeId) -> Option<List<FactorId, f64>> {
        let drawn = self.tally.central_weights(self.position(alternative)?)?;
        let mixed = self.preference.weights.iter().zip(drawn);
        Some(
            mixed
                .map(|(given, drawn)| {
                    (1.0 - self.preference.doubt) * given + self.preference.doubt * drawn
                })
                .collect(),
        )
    }

    /// Share of the draws of the quantities in which an alternative comes first, alone or not, under
    /// its own central weights.
    pub fn confidence(&self, alternative: AlternativeId) -> Option<f64> {
        let position = self.position(alternative)?;
        let weights = self.central_weights(alternative)?;
        let first = self
            .values
            .iter()
            .filter(|values| {
                let rows = values.chunks(weights.len());
                let scores: Vec<f64> = rows.map(|row| dot(row, weights.plain())).collect();
                scores.iter().all(|&other| other <= scores[position])
            })
            .count();
        Some(first as f64 / self.values.len().max(1) as f64)
    }

    /// Whether enough blocks are counted for the value of information.
    pub fn can_inform(&self) -> bool {
        self.values.len() >= information::DRAWS
    }

    /// By how much knowing each factor's sliders exactly would raise the chance of choosing the
    /// alternative that is best, 0 to 1 (expected value of partial perfect information, for the
    /// loss "right or wrong"). The error is 0 only where nothing that could be known would change
    /// how often each alternative comes first.
    pub fn value_of_information(&self, sampler: &Sampler) -> List<FactorId, Estimate> {
        if self.alternatives.len() < 2 || !self.can_inform() {
            return vec![Estimate::default(); self.preference.weights.len()].into();
        }
        let weights = self.preference.mix(&sampler.weights, information::SAMPLES);
        information::value_of_information(&self.values, &weights).into()
    }
}

fn dot(row: &[f32], weights: &[f64]) -> f64 {
    row.iter()
        .zip(weights)
        .map(|(&value, weight)| f64::from(value) * weight)
        .sum()
}
