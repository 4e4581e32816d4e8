//! Many companies that could be this one: the band of its sliders, and how often each alternative
//! comes first, quarter by quarter. The draws are those of the survey, so that both agree today.

use std::ops::Range;

use pulp::{Arch, Simd, WithSimd};

use crate::model::{
    AlternativeId, Id, Knowledge, MAX_ALTERNATIVES, QuestionId, Scenario, SliderAt,
};

use super::super::bounds::Bounds;
use super::super::estimate::Estimate;
use super::super::inputs::Inputs;
use super::super::robustness::{BLOCK, Preference, Sampler};
use super::super::smaa::{JUDGES, Scoring, WeightSamples};
use super::super::together::together;
use super::super::values::{ABREAST, Abreast};
use super::engine::{Engine, Scratch};

/// Paths in a slice; slices are joined in order, whoever counts them.
const SLICE: usize = 32;
/// Paths in a slice where nobody waits for the next frame.
const LONG_SLICE: usize = 128;
/// A score that no possible alternative can have.
const IMPOSSIBLE: f32 = -1e6;
/// The ends of the band, as shares of the paths.
const BAND: (f64, f64) = (0.1, 0.9);

/// What the paths counted so far say.
#[derive(Clone, Debug)]
pub struct Paths {
    quarters: usize,
    /// How many are counted.
    count: usize,
    /// Per quarter and slider, each path's value.
    levels: Vec<Vec<f32>>,
    /// Per quarter and slider: the ends of the band.
    bands: Vec<(f32, f32)>,
    sliders: usize,
    /// Per quarter and judged question.
    firsts: Vec<Vec<Firsts>>,
    /// The positions of those questions.
    judged: Vec<QuestionId>,
}

/// Per alternative: sum over the paths of the share of weight samples in which it comes first, and
/// of its square.
type Firsts = [(f64, f64); MAX_ALTERNATIVES];

impl Paths {
    /// No path yet; each will be followed for so many quarters.
    pub fn new(knowledge: &Knowledge, quarters: usize) -> Self {
        let sliders = knowledge.factors.iter().map(|f| f.quantities.len()).sum();
        let judged = vec![knowledge.always.attachment, knowledge.always.form];
        let firsts = vec![Firsts::default(); judged.len()];
        Self {
            quarters,
            count: 0,
            levels: vec![Vec::new(); (quarters + 1) * sliders],
            bands: Vec::new(),
            sliders,
            firsts: vec![firsts; quarters + 1],
            judged,
        }
    }

    /// All the paths that the sampler has draws for, on as many threads as there are processors.
    pub fn complete(
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        quarters: usize,
    ) -> Self {
        let mut paths = Self::new(knowledge, quarters);
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        paths.count_to(knowledge, scenario, sampler, sampler.blocks(), threads);
        paths
    }

    /// Whether every draw of the sampler has its path.
    pub fn is_complete(&self, sampler: &Sampler) -> bool {
        self.count >= sampler.blocks()
    }

    /// The positions of the questions whose acceptability is followed over time.
    pub fn judged(&self) -> &[QuestionId] {
        &self.judged
    }

    /// How many paths are counted.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The length of each path, in quarters.
    pub fn quarters(&self) -> usize {
        self.quarters
    }

    /// Counts one more slice.
    pub fn advance(&mut self, knowledge: &Knowledge, scenario: &Scenario, sampler: &Sampler) {
        let end = (self.count + SLICE).min(sampler.blocks());
        self.count_to(knowledge, scenario, sampler, end, 1);
    }

    fn count_to(
        &mut self,
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        end: usize,
        threads: usize,
    ) {
        let quarters = self.quarters;
        let length = if threads < 2 { SLICE } else { LONG_SLICE };
        let slices: Vec<Range<usize>> = (self.count..end)
            .step_by(length)
            .map(|start| start..(start + length).min(end))
            .collect();
        let run = |slice: &Range<usize>| {
            Slice::run(knowledge, scenario, sampler, quarters, slice.clone())
        };
        for slice in together(threads.min(slices.len()), slices.iter(), run) {
            self.join(&slice);
        }
        // Percentiles cost more than a slice: they are taken again each time the paths double.
        if !self.count.is_power_of_two() && self.count < sampler.blocks() {
            return;
        }
        self.bands.resize(self.levels.len(), (0.0, 0.0));
        let share = self.levels.len().div_ceil(threads).max(1);
        let mine = self.levels.chunks(share).zip(self.bands.chunks_mut(share));
        together(threads, mine, |(levels, bands)| {
            for (band, values) in bands.iter_mut().zip(levels) {
                *band = ends(values);
            }
        });
    }

    fn join(&mut self, slice: &Slice) {
        self.count += slice.count;
        let mine = slice.levels.chunks_exact(slice.count);
        for (all, mine) in self.levels.iter_mut().zip(mine) {
            all.extend_from_slice(mine);
        }
        let all = self.firsts.iter_mut().flatten().flatten();
        for (all, mine) in all.zip(slice.firsts.iter().flatten().flatten()) {
            all.0 += mine.0;
            all.1 += mine.1;
        }
    }

    /// The 10th and 90th percentiles of a slider in a quarter, 0 to 100; `None` before any path is
    /// counted.
    pub fn band(
        &self,
        knowledge: &Knowledge,
        slider: SliderAt,
        quarter: usize,
    ) -> Option<(f64, f64)> {
        let factors = knowledge.factors.iter().take(slider.factor.place());
        let before: usize = factors.map(|factor| factor.quantities.len()).sum();
        let place = before + slider.quantity.place();
        let (low, high) = *self.bands.get(quarter * self.sliders + place)?;
        (self.count > 0).then(|| (f64::from(low), f64::from(high)))
    }

    /// Share of the cases, 0 to 1, in which an alternative comes first in a quarter: 0 while it is not
    /// possible; `None` for a question that is not judged, or before two paths are counted.
    pub fn acceptability(
        &self,
        question: QuestionId,
        alternative: AlternativeId,
        quarter: usize,
    ) -> Option<Estimate> {
        let position = self.judged.iter().position(|&judged| judged == question)?;
        let (sum, squares) = self.firsts.get(quarter)?[position][alternative.place()];
        let count = self.count as f64;
        let value = sum / count;
        let spread = (squares / count - value * value).max(0.0);
        (count >= 2.0).then(|| Estimate {
            value,
            error: (spread / (count - 1.0)).sqrt(),
        })
    }

    /// In how many cases an alternative comes first, quarter by quarter, from 0 to 1; 0 where
    /// nothing is counted.
    pub fn shares(&self, question: QuestionId, alternative: AlternativeId) -> Vec<f64> {
        (0..=self.quarters)
            .map(|quarter| {
                let found = self.acceptability(question, alternative, quarter);
                found.map_or(0.0, |share| share.value)
            })
            .collect()
    }
}

/// Some of the paths.
struct Slice {
    count: usize,
    /// Per quarter and slider, each path's value, one after another.
    levels: Vec<f32>,
    firsts: Vec<Vec<Firsts>>,
}

impl Slice {
    fn run(
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        quarters: usize,
        paths: Range<usize>,
    ) -> Self {
        let Paths {
            mut firsts,
            judged,
            sliders,
            ..
        } = Paths::new(knowledge, quarters);
        let count = paths.len();
        let mut levels = vec![0.0; (quarters + 1) * sliders * count];
        let engine = Engine::new(knowledge, scenario, false);
        let preference = Preference::of(scenario, &Inputs::read(knowledge, scenario));
        let bounds = Bounds::of(knowledge, scenario);
        let mut scratch = Scratch::default();
        let mut judges: [WeightSamples; ABREAST] = Default::default();
        for first in paths.clone().step_by(ABREAST) {
            let mine = first..(first + ABREAST).min(paths.end);
            for (path, judges) in mine.clone().zip(&mut judges) {
                let judged_by = path * BLOCK..path * BLOCK + JUDGES;
                preference.draw(&sampler.weights, judged_by, judges);
            }
            let drawn = mine.map(|path| {
                let drawn = bounds.levels(&sampler.draws[path]);
                drawn.into_iter().map(Some).collect()
            });
            let mut states = engine.start_from(drawn, &mut scratch);
            for quarter in 0..=quarters {
                if quarter > 0 {
                    engine.advance_all(&mut states, quarter, &mut scratch);
                }
                for (path, state) in (first - paths.start..).zip(&states) {
                    let mut columns = levels[quarter * sliders * count..].chunks_exact_mut(count);
                    for levels in state.levels.iter().flatten() {
                        for (level, column) in levels.quantities.iter().zip(columns.by_ref()) {
                            column[path] = *level as f32;
                        }
                    }
                }
                let available = &engine.era(quarter).available;
                for (&question, firsts) in judged.iter().zip(&mut firsts[quarter]) {
                    let available = available[question].plain();
                    // Nothing comes first where nothing is possible.
                    if available.contains(&true) {
                        Arch::new().dispatch(Judging {
                            judges: &judges[..states.len()],
                            preference: &preference,
                            values: &scratch.rows.factor_values[question],
                            available,
                            firsts,
                        });
                    }
                }
            }
        }
        Self {
            count,
            levels,
            firsts,
        }
    }
}

/// Adds how often each alternative comes first for each company, and the square of it.
struct Judging<'a> {
    /// One for each company.
    judges: &'a [WeightSamples],
    preference: &'a Preference,
    values: &'a [Abreast],
    available: &'a [bool],
    firsts: &'a mut Firsts,
}

// In plain loops: inlined here, they are compiled for the widest instructions.
impl WithSimd for Judging<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let mut scoring = Scoring::default();
        self.preference.split_abreast(self.values, &mut scoring);
        for (a, _) in (0..)
            .zip(self.available)
            .filter(|(_, possible)| !**possible)
        {
            // What is not possible comes last, and never on a par.
            scoring.base[a] = [IMPOSSIBLE * (a + 1) as f32; ABREAST];
        }
        for (lane, judges) in self.judges.iter().enumerate() {
            let mut shares = [0.0; MAX_ALTERNATIVES];
            judges.first_shares(&scoring, lane, &mut shares[..self.available.len()]);
            for (firsts, share) in self.firsts.iter_mut().zip(shares) {
                firsts.0 += share;
                firsts.1 += share * share;
            }
        }
    }
}

/// The ends of the band of one slider in one quarter.
fn ends(values: &[f32]) -> (f32, f32) {
    if values.is_empty() {
        return (0.0, 0.0);
    }
    let mut values = values.to_vec();
    let at = |share: f64| ((values.len() - 1) as f64 * share).round() as usize;
    let (low, high) = (at(BAND.0), at(BAND.1));
    let (below, &mut top, _) = values.select_nth_unstable_by(high, f32::total_cmp);
    if low >= below.len() {
        return (top, top);
    }
    (*below.select_nth_unstable_by(low, f32::total_cmp).1, top)
}
