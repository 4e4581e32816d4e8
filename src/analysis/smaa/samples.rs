//! The weight samples, and their word on one state of a company.

use std::ops::Range;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::super::values::ABREAST;
use crate::model::{MAX_ALTERNATIVES, MAX_FACTORS};

/// Samples scored side by side, on the widest processors.
const LANES: usize = 16;

/// Weight vectors drawn uniformly from the simplex, one column per factor.
#[derive(Clone, Debug, Default)]
pub struct WeightSamples {
    pub(in super::super) columns: Vec<Vec<f32>>,
    len: usize,
}

impl WeightSamples {
    /// Draws at least `samples` vectors (a whole number of lanes) of `factors` weights.
    pub fn uniform(factors: usize, samples: usize, seed: u64) -> Self {
        let len = samples.next_multiple_of(LANES);
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut columns = vec![vec![0.0_f32; len]; factors];
        let mut one = vec![0.0_f64; factors];
        for sample in 0..len {
            // Exponential variates over their sum are uniform on the simplex.
            for weight in &mut one {
                // Not the system's logarithm, which differs from one machine to the next.
                *weight = -libm::log(1.0 - random.random::<f64>());
            }
            let sum: f64 = one.iter().sum();
            for (column, weight) in columns.iter_mut().zip(&one) {
                column[sample] = (weight / sum) as f32;
            }
        }
        Self { columns, len }
    }

    /// The samples of a range around given weights, non-negative and summing to 1, into `out`: each
    /// weight is multiplied by the one given, and all are brought back to a sum of 1. Uniform samples
    /// are exponential variates over their sum, and so stay uniform around equal weights; else they
    /// lean to what counts more, and what does not count gets no weight. All 0 where all given are.
    pub fn around(&self, given: &[f64], range: Range<usize>, out: &mut Self) {
        out.len = range.len();
        out.columns.resize_with(self.columns.len(), Vec::new);
        let equal = given.iter().all(|weight| *weight == given[0]) && given[0] > 0.0;
        let mut scale = vec![1.0_f32; out.len];
        if !equal {
            let mut sum = vec![0.0_f32; out.len];
            for (column, given) in self.columns.iter().zip(given) {
                for (sum, weight) in sum.iter_mut().zip(&column[range.clone()]) {
                    *sum += weight * *given as f32;
                }
            }
            for (scale, sum) in scale.iter_mut().zip(&sum) {
                *scale = if *sum > 0.0 { 1.0 / sum } else { 0.0 };
            }
        }
        for ((column, given), out) in self.columns.iter().zip(given).zip(&mut out.columns) {
            let factor = if equal { 1.0 } else { *given as f32 };
            out.clear();
            let weights = column[range.clone()].iter().zip(&scale);
            out.extend(weights.map(|(weight, scale)| weight * factor * scale));
        }
    }

    /// The samples of a range in the order of given weights, into `out`: uniform on the weights that
    /// stand in that order (a ranking alone, as in SMAA-2 with ordinal preferences). Equal weights stay
    /// equal, and what does not count gets no weight. All 0 where all given are.
    pub fn in_order(&self, given: &[f64], range: Range<usize>, out: &mut Self) {
        let counts = |factor: &usize| given[*factor] > 0.0;
        let mut order: Vec<usize> = (0..given.len()).filter(counts).collect();
        order.sort_by(|&a, &b| given[b].total_cmp(&given[a]));
        out.len = range.len();
        out.columns.clear();
        out.columns.resize(given.len(), vec![0.0; range.len()]);
        let mut one: Vec<f32> = Vec::with_capacity(order.len());
        for (place, sample) in range.enumerate() {
            one.clear();
            one.extend(order.iter().map(|&factor| self.columns[factor][sample]));
            one.sort_by(|a, b| b.total_cmp(a));
            let sum: f32 = one.iter().sum();
            let mut rest = (order.as_slice(), one.as_slice());
            while let [first, ..] = rest.0 {
                let equal = |factor: &&usize| given[**factor] == given[*first];
                let (tied, others) = rest.0.split_at(rest.0.iter().take_while(equal).count());
                let (mine, theirs) = rest.1.split_at(tied.len());
                let share = mine.iter().sum::<f32>() / tied.len() as f32 / sum;
                for &factor in tied {
                    out.columns[factor][place] = share;
                }
                rest = (others, theirs);
            }
        }
    }

    /// One vector, a weight per factor.
    pub fn get(&self, sample: usize) -> Vec<f64> {
        let weights = self.columns.iter().map(|column| column[sample]);
        weights.map(f64::from).collect()
    }

    /// How many vectors there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// What weight samples score, for companies side by side: per alternative and lane, `base_a`, and per
/// factor what its weight multiplies.
#[derive(Default)]
pub(in super::super) struct Scoring {
    pub base: [[f32; ABREAST]; MAX_ALTERNATIVES],
    pub free: [[[f32; ABREAST]; MAX_FACTORS]; MAX_ALTERNATIVES],
}

/// Samples that judge one state of the company.
pub(in super::super) const JUDGES: usize = 8;

impl WeightSamples {
    /// Adds, per alternative, the share of the first [`JUDGES`] samples in which it comes first; equal
    /// ones share. Values as in [`Tally::score`], of the company in one lane.
    #[inline(always)]
    pub(in super::super) fn first_shares(&self, values: &Scoring, lane: usize, out: &mut [f64]) {
        let mut weights = [[0.0_f32; JUDGES]; MAX_FACTORS];
        for (weights, column) in weights.iter_mut().zip(&self.columns) {
            if let Some((first, _)) = column.split_first_chunk::<JUDGES>() {
                *weights = *first;
            }
        }
        let weights = &weights[..self.columns.len()];
        let mut scores = [[0.0_f32; JUDGES]; MAX_ALTERNATIVES];
        let scores = &mut scores[..out.len()];
        let mut best = [f32::NEG_INFINITY; JUDGES];
        for (a, scores) in scores.iter_mut().enumerate() {
            let mut sum = [values.base[a][lane]; JUDGES];
            for (value, weights) in values.free[a].iter().zip(weights) {
                for judge in 0..JUDGES {
                    sum[judge] += value[lane] * weights[judge];
                }
            }
            for judge in 0..JUDGES {
                best[judge] = if sum[judge] > best[judge] {
                    sum[judge]
                } else {
                    best[judge]
                };
            }
            *scores = sum;
        }
        // How many come first with each judge; whole numbers are added in any order.
        let mut equal = [0_u32; JUDGES];
        for scores in scores.iter() {
            for judge in 0..JUDGES {
                equal[judge] += u32::from(scores[judge] == best[judge]);
            }
        }
        let alone = equal == [1; JUDGES];
        for (out, scores) in out.iter_mut().zip(scores) {
            let first = |judge: usize| scores[judge] == best[judge];
            *out += if alone {
                let firsts: u32 = (0..JUDGES).map(|judge| u32::from(first(judge))).sum();
                f64::from(firsts) / JUDGES as f64
            } else {
                let shares = (0..JUDGES).filter(|&judge| first(judge));
                let shares = shares.map(|judge| 1.0 / equal[judge] as f32);
                f64::from(shares.sum::<f32>()) / JUDGES as f64
            };
        }
    }
}
