//! SMAA-2: what can be said without exact weights (Lahdelma & Salminen, *Operations Research*
//! 49(3), 2001; ranks and confidence factors as in the `smaa` package of G. van Valkenhoef).
//!
//! Weight samples are drawn once and kept in columns, so that scoring a block of them is a few
//! straight loops. Samples come in blocks: within a block the partial values are the same, from one
//! block to the next they may be another draw of uncertain quantities. Standard errors are those
//! of the block means, and so count both sources of doubt.

use std::cmp::Ordering;
use std::ops::Range;

use pulp::{Arch, Simd, WithSimd};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::estimate::Estimate;
use crate::model::MAX_ALTERNATIVES;

/// Samples scored side by side, on the widest processors.
const LANES: usize = 16;

/// Weight vectors drawn uniformly from the simplex, one column per factor.
#[derive(Clone, Debug)]
pub struct WeightSamples {
    columns: Vec<Vec<f32>>,
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
                *weight = -(1.0 - random.random::<f64>()).ln();
            }
            let sum: f64 = one.iter().sum();
            for (column, weight) in columns.iter_mut().zip(&one) {
                column[sample] = (weight / sum) as f32;
            }
        }
        Self { columns, len }
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

/// Samples that judge one state of the company.
const JUDGES: usize = 8;

impl WeightSamples {
    /// Adds, per alternative, the share of the `JUDGES` samples from `start` on in which it comes
    /// first; equal ones share. Values as in [`Tally::score`].
    #[inline]
    pub(super) fn first_shares(&self, start: usize, base: &[f32], values: &[f32], out: &mut [f64]) {
        let factors = self.columns.len();
        let mut scores = [[0.0_f32; JUDGES]; MAX_ALTERNATIVES];
        let mut best = [f32::NEG_INFINITY; JUDGES];
        for (a, (scores, base)) in scores.iter_mut().zip(base).enumerate() {
            let mut sum = [*base; JUDGES];
            let row = &values[a * factors..(a + 1) * factors];
            for (value, column) in row.iter().zip(&self.columns) {
                let Some((weights, _)) = column[start..].split_first_chunk::<JUDGES>() else {
                    continue;
                };
                for lane in 0..JUDGES {
                    sum[lane] += value * weights[lane];
                }
            }
            for lane in 0..JUDGES {
                best[lane] = if sum[lane] > best[lane] {
                    sum[lane]
                } else {
                    best[lane]
                };
            }
            *scores = sum;
        }
        let mut equal = [0.0_f32; JUDGES];
        for scores in &mut scores[..base.len()] {
            for lane in 0..JUDGES {
                scores[lane] = if scores[lane] == best[lane] { 1.0 } else { 0.0 };
                equal[lane] += scores[lane];
            }
        }
        for (out, first) in out.iter_mut().zip(&scores[..base.len()]) {
            let mut share = [0.0; JUDGES];
            for lane in 0..JUDGES {
                share[lane] = first[lane] / equal[lane];
            }
            *out += f64::from(share.iter().sum::<f32>()) / JUDGES as f64;
        }
    }
}

/// Counts over the samples scored so far, for one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    alternatives: usize,
    factors: usize,
    samples: f64,
    blocks: f64,
    /// `[alternative][rank]`: samples, and sum of squares of the block shares.
    ranks: Vec<Vec<(f64, f64)>>,
    /// `[a][b]`: samples in which `a` scores more than `b`, ties counting for half.
    wins: Vec<Vec<f64>>,
    /// `[alternative][factor]`: sum of the weights that put the alternative first.
    first_weights: Vec<Vec<f64>>,
}

impl Tally {
    /// Nothing is counted yet.
    pub fn new(alternatives: usize, factors: usize) -> Self {
        Self {
            alternatives,
            factors,
            samples: 0.0,
            blocks: 0.0,
            ranks: vec![vec![(0.0, 0.0); alternatives]; alternatives],
            wins: vec![vec![0.0; alternatives]; alternatives],
            first_weights: vec![vec![0.0; factors]; alternatives],
        }
    }

    /// Scores one block of samples: `value(a) = base_a + Σ_f w_f · values[a · factors + f]`.
    ///
    /// `range` must lie within the samples and hold a whole number of lanes.
    pub fn score(
        &mut self,
        weights: &WeightSamples,
        range: Range<usize>,
        base: &[f32],
        values: &[f32],
    ) {
        let arch = Arch::new();
        macro_rules! score {
            ($count:expr) => {
                arch.dispatch(Scoring::<'_, { $count }> {
                    weights,
                    range,
                    base,
                    values,
                })
            };
        }
        let block = match self.alternatives {
            1 => score!(1),
            2 => score!(2),
            3 => score!(3),
            4 => score!(4),
            5 => score!(5),
            // Validation allows no more.
            _ => score!(MAX_ALTERNATIVES),
        };
        self.add(&block);
    }

    fn add(&mut self, block: &Block) {
        self.samples += block.samples;
        self.blocks += 1.0;
        for a in 0..self.alternatives {
            for rank in 0..self.alternatives {
                let count = block.ranks[a][rank];
                let share = count / block.samples;
                self.ranks[a][rank].0 += count;
                self.ranks[a][rank].1 += share * share;
            }
            for b in 0..self.alternatives {
                self.wins[a][b] += block.wins[a][b];
            }
            for factor in 0..self.factors {
                self.first_weights[a][factor] += block.first_weights[a][factor];
            }
        }
    }

    /// How many samples are counted.
    pub fn samples(&self) -> f64 {
        self.samples
    }

    /// Rank acceptability of an alternative at a rank (0 the best): the share of the samples, 0 to
    /// 1, in which it has that rank.
    pub fn acceptability(&self, alternative: usize, rank: usize) -> Estimate {
        let (count, squares) = self.ranks[alternative][rank];
        if self.samples == 0.0 {
            return Estimate::default();
        }
        let value = count / self.samples;
        let variance = if self.blocks < 2.0 {
            value * (1.0 - value) / self.samples
        } else {
            // Blocks are alike in size: their mean share is the share.
            let spread = (squares - self.blocks * value * value).max(0.0) / (self.blocks - 1.0);
            spread / self.blocks
        };
        Estimate {
            value,
            error: variance.sqrt(),
        }
    }

    /// Share of the samples in which `a` scores more than `b`, ties counting for half.
    pub fn pairwise(&self, a: usize, b: usize) -> f64 {
        if self.samples == 0.0 {
            0.0
        } else {
            self.wins[a][b] / self.samples
        }
    }

    /// Mean of the weights that put an alternative first; `None` if none does.
    pub fn central_weights(&self, alternative: usize) -> Option<Vec<f64>> {
        let sum: f64 = self.first_weights[alternative].iter().sum();
        (sum > 0.0).then(|| {
            self.first_weights[alternative]
                .iter()
                .map(|weight| weight / sum)
                .collect()
        })
    }
}

/// The counts of one block.
struct Block {
    samples: f64,
    ranks: Vec<Vec<f64>>,
    wins: Vec<Vec<f64>>,
    first_weights: Vec<Vec<f64>>,
}

impl Block {
    fn new(samples: usize, alternatives: usize, factors: usize) -> Self {
        Self {
            samples: samples as f64,
            ranks: vec![vec![0.0; alternatives]; alternatives],
            wins: vec![vec![0.0; alternatives]; alternatives],
            first_weights: vec![vec![0.0; factors]; alternatives],
        }
    }
}

/// The scoring of one block, for the widest instructions that the processor has.
struct Scoring<'a, const A: usize> {
    weights: &'a WeightSamples,
    range: Range<usize>,
    base: &'a [f32],
    values: &'a [f32],
}

impl<const A: usize> WithSimd for Scoring<'_, A> {
    type Output = Block;

    // Products and sums are kept apart: a fused operation would round otherwise, and the same seed
    // must give the same ranks on every machine.
    #[allow(clippy::needless_range_loop, reason = "one index walks several arrays")]
    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Block {
        let factors = self.weights.columns.len();
        let columns: Vec<&[S::f32s]> = self
            .weights
            .columns
            .iter()
            .map(|column| S::as_simd_f32s(&column[self.range.clone()]).0)
            .collect();
        let values: Vec<S::f32s> = self.values.iter().map(|&v| simd.splat_f32s(v)).collect();
        let (zero, one) = (simd.splat_f32s(0.0), simd.splat_f32s(1.0));
        let mut base = [zero; A];
        let mut rank_names = [zero; A];
        for a in 0..A {
            base[a] = simd.splat_f32s(self.base[a]);
            rank_names[a] = simd.splat_f32s(a as f32);
        }
        // The last rank and the defeats follow from the rest.
        let mut rank_counts = [[zero; A]; A];
        let mut win_counts = [[zero; A]; A];
        let mut first = vec![[zero; A]; factors];
        let mut tied = simd.greater_than_f32s(zero, one);
        for at in 0..columns.first().map_or(0, |column| column.len()) {
            let mut scores = base;
            for (factor, column) in columns.iter().enumerate() {
                for a in 0..A {
                    let product = simd.mul_f32s(values[a * factors + factor], column[at]);
                    scores[a] = simd.add_f32s(scores[a], product);
                }
            }
            // As if each lost to all that come after it; every win takes one defeat back.
            let mut ranks = [zero; A];
            for a in 0..A {
                ranks[a] = rank_names[A - 1 - a];
            }
            for a in 0..A {
                for b in a + 1..A {
                    let wins = simd.greater_than_f32s(scores[a], scores[b]);
                    let wins = simd.select_f32s(wins, one, zero);
                    win_counts[a][b] = simd.add_f32s(win_counts[a][b], wins);
                    ranks[b] = simd.add_f32s(ranks[b], wins);
                    ranks[a] = simd.sub_f32s(ranks[a], wins);
                    tied = simd.or_m32s(tied, simd.equal_f32s(scores[a], scores[b]));
                }
            }
            for a in 0..A {
                for rank in 0..A - 1 {
                    let here = simd.equal_f32s(ranks[a], rank_names[rank]);
                    let here = simd.select_f32s(here, one, zero);
                    rank_counts[a][rank] = simd.add_f32s(rank_counts[a][rank], here);
                }
                let leads = simd.equal_f32s(ranks[a], zero);
                for (column, first) in columns.iter().zip(&mut first) {
                    let weight = simd.select_f32s(leads, column[at], zero);
                    first[a] = simd.add_f32s(first[a], weight);
                }
            }
        }
        if simd.first_true_m32s(tied) < S::F32_LANES {
            return with_ties(self.weights, self.range, self.base, self.values);
        }
        let total = |lanes: S::f32s| f64::from(simd.reduce_sum_f32s(lanes));
        let mut out = Block::new(self.range.len(), A, factors);
        for a in 0..A {
            let mut last = out.samples;
            for rank in 0..A - 1 {
                out.ranks[a][rank] = total(rank_counts[a][rank]);
                last -= out.ranks[a][rank];
            }
            out.ranks[a][A - 1] = last;
            for b in a + 1..A {
                out.wins[a][b] = total(win_counts[a][b]);
                out.wins[b][a] = out.samples - out.wins[a][b];
            }
            for (factor, first) in first.iter().enumerate() {
                out.first_weights[a][factor] = total(first[a]);
            }
        }
        out
    }
}

/// A block with equal scores, sample by sample: each of the equal alternatives gets each of their
/// ranks in part.
#[cold]
fn with_ties(weights: &WeightSamples, range: Range<usize>, base: &[f32], values: &[f32]) -> Block {
    let factors = weights.columns.len();
    let count = base.len();
    let mut out = Block::new(range.len(), count, factors);
    for sample in range {
        let scores: Vec<f32> = (0..count)
            .map(|a| {
                let mut score = base[a];
                for (factor, column) in weights.columns.iter().enumerate() {
                    score += values[a * factors + factor] * column[sample];
                }
                score
            })
            .collect();
        for a in 0..count {
            let above = scores.iter().filter(|&&other| other > scores[a]).count();
            let equal = scores.iter().filter(|&&other| other == scores[a]).count();
            for b in (0..count).filter(|&b| b != a) {
                out.wins[a][b] += match scores[a].partial_cmp(&scores[b]) {
                    Some(Ordering::Greater) => 1.0,
                    Some(Ordering::Equal) => 0.5,
                    _ => 0.0,
                };
            }
            let part = 1.0 / equal as f64;
            for rank in above..above + equal {
                out.ranks[a][rank] += part;
            }
            if above == 0 {
                for (factor, column) in weights.columns.iter().enumerate() {
                    out.first_weights[a][factor] += part * f64::from(column[sample]);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(samples: usize, alternatives: usize, values: &[f32]) -> Tally {
        let factors = values.len() / alternatives;
        let weights = WeightSamples::uniform(factors, samples, 7);
        let mut tally = Tally::new(alternatives, factors);
        let base = vec![0.0; alternatives];
        for start in (0..weights.len()).step_by(1024) {
            tally.score(&weights, start..start + 1024, &base, values);
        }
        tally
    }

    #[test]
    fn weights_are_uniform_on_the_simplex() {
        let weights = WeightSamples::uniform(4, 65_536, 1);
        for column in &weights.columns {
            let mean = column.iter().map(|&w| f64::from(w)).sum::<f64>() / column.len() as f64;
            // Mean 1/4, variance 3/80 (a Dirichlet of ones).
            let error = (3.0 / 80.0 / column.len() as f64).sqrt();
            assert!((mean - 0.25).abs() < 4.0 * error, "{mean}");
            // P(w > t) = (1 - t)^3.
            let above = column.iter().filter(|&&w| w > 0.5).count() as f64 / column.len() as f64;
            assert!((above - 0.125).abs() < 4.0 * (0.125 * 0.875 / column.len() as f64).sqrt());
        }
    }

    #[test]
    fn two_alternatives_agree_with_the_closed_form() {
        // a scores w0, b scores t · (w0 + w1) = t: a leads when w0 > t, with probability 1 - t.
        for t in [0.1_f32, 0.35, 0.8] {
            let tally = tally(262_144, 2, &[1.0, 0.0, t, t]);
            let Estimate { value, error } = tally.acceptability(0, 0);
            let exact = 1.0 - f64::from(t);
            assert!(
                error > 0.0 && (value - exact).abs() < 3.0 * error,
                "{value} {exact} {error}"
            );
            assert!((tally.pairwise(0, 1) - value).abs() < 1e-12);
            // Given w0 > t its mean is half-way between t and 1.
            let central = tally.central_weights(0).unwrap();
            let middle = f64::from(1.0 + t) / 2.0;
            assert!((central[0] - middle).abs() < 0.003, "{central:?} {middle}");
        }
    }

    #[test]
    fn equal_alternatives_share_and_dominated_ones_never_lead() {
        let equal = tally(4096, 3, &[0.5, 0.2, 0.5, 0.2, 0.5, 0.2]);
        for a in 0..3 {
            for rank in 0..3 {
                assert!((equal.acceptability(a, rank).value - 1.0 / 3.0).abs() < 1e-9);
            }
        }
        let dominated = tally(4096, 2, &[0.5, 0.9, 0.4, 0.8]);
        assert_eq!(dominated.acceptability(0, 0).value, 1.0);
        assert_eq!(dominated.acceptability(1, 1).value, 1.0);
        assert_eq!(dominated.central_weights(1), None);
    }

    #[test]
    fn ranks_of_every_sample_add_up() {
        let values: Vec<f32> = (0..20).map(|i| ((i * 7) % 11) as f32 / 11.0).collect();
        let tally = tally(16_384, 5, &values);
        for rank in 0..5 {
            let all: f64 = (0..5).map(|a| tally.acceptability(a, rank).value).sum();
            assert!((all - 1.0).abs() < 1e-9);
        }
        for a in 0..5 {
            let all: f64 = (0..5).map(|rank| tally.acceptability(a, rank).value).sum();
            assert!((all - 1.0).abs() < 1e-9);
            // The mean rank is the number of pairwise defeats.
            let mean: f64 = (0..5)
                .map(|r| r as f64 * tally.acceptability(a, r).value)
                .sum();
            let lost: f64 = (0..5)
                .filter(|&b| b != a)
                .map(|b| tally.pairwise(b, a))
                .sum();
            assert!((mean - lost).abs() < 1e-9);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_figures() {
        let values = [0.9, 0.1, 0.4, 0.5];
        assert_eq!(tally(8192, 2, &values), tally(8192, 2, &values));
    }
}
