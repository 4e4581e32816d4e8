//! Scores and ranks a block of samples, the widest instructions at a time.

use std::cmp::Ordering;
use std::ops::Range;

use pulp::{Arch, Simd, WithSimd};

use super::samples::WeightSamples;
use crate::model::{MAX_ALTERNATIVES, MAX_FACTORS};

/// The counts of one block.
pub(super) struct Block {
    pub samples: f64,
    /// `[alternative][rank]`: samples.
    pub ranks: [[f64; MAX_ALTERNATIVES]; MAX_ALTERNATIVES],
    /// `[a][b]`: samples in which `a` scores more than `b`, ties counting for half.
    pub wins: [[f64; MAX_ALTERNATIVES]; MAX_ALTERNATIVES],
    /// `[alternative][factor]`: sum of the weights that put the alternative first.
    pub first_weights: [[f64; MAX_FACTORS]; MAX_ALTERNATIVES],
}

impl Block {
    fn new(samples: usize) -> Self {
        Self {
            samples: samples as f64,
            ranks: Default::default(),
            wins: Default::default(),
            first_weights: Default::default(),
        }
    }
}

/// Scores one block: `value(a) = base_a + Σ_f w_f · values[a · factors + f]`.
pub(super) fn block(
    weights: &WeightSamples,
    range: Range<usize>,
    base: &[f32],
    values: &[f32],
) -> Block {
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
    match base.len() {
        1 => score!(1),
        2 => score!(2),
        3 => score!(3),
        4 => score!(4),
        5 => score!(5),
        // Validation allows no more.
        _ => score!(MAX_ALTERNATIVES),
    }
}

/// The scoring of one block, for the widest instructions that the processor has.
struct Scoring<'a, const A: usize> {
    weights: &'a WeightSamples,
    range: Range<usize>,
    base: &'a [f32],
    values: &'a [f32],
}

/// Vectors of samples that are ranked before their weights are summed: each of the two loops then
/// keeps what it counts in registers. Small enough for the fields below, and for the first cache.
const RUN: usize = 31;

impl<const A: usize> Scoring<'_, A> {
    /// How often an alternative has each rank is counted in fields of one word, of this many bits.
    const FIELD: u32 = {
        let bits = u32::BITS / A as u32;
        assert!(bits == 32 || RUN < 1 << bits);
        bits
    };
}

impl<const A: usize> WithSimd for Scoring<'_, A> {
    type Output = Block;

    // Products and sums are kept apart: a fused operation would round otherwise, and the same seed
    // must give the same ranks on every machine.
    #[allow(clippy::needless_range_loop, reason = "one index walks several arrays")]
    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Block {
        let (zero, none) = (simd.splat_f32s(0.0), simd.splat_u32s(0));
        let factors = self.weights.columns.len();
        let mut columns: [&[S::f32s]; MAX_FACTORS] = [&[]; MAX_FACTORS];
        let mut values = [[zero; A]; MAX_FACTORS];
        for (factor, column) in self.weights.columns.iter().enumerate() {
            columns[factor] = S::as_simd_f32s(&column[self.range.clone()]).0;
            for a in 0..A {
                values[factor][a] = simd.splat_f32s(self.values[a * factors + factor]);
            }
        }
        let mut base = [zero; A];
        let mut before = [none; A];
        for a in 0..A {
            base[a] = simd.splat_f32s(self.base[a]);
            before[a] = simd.splat_u32s(Self::FIELD * (A - 1 - a) as u32);
        }
        let (one, field) = (simd.splat_u32s(1), simd.splat_u32s(Self::FIELD));
        let all = simd.splat_u32s(u32::MAX);
        let mut tied = simd.greater_than_f32s(zero, zero);
        // All bits where an alternative comes first.
        let mut firsts = [[none; A]; RUN];
        let mut win_counts = [[none; A]; A];
        // The last rank and the defeats follow from the rest.
        let mut rank_counts = [[none; A]; A];
        let mut first_weights = [[zero; A]; MAX_FACTORS];
        let length = columns[0].len();
        for start in (0..length).step_by(RUN) {
            let run = start..(start + RUN).min(length);
            let mut rank_fields = [none; A];
            for at in run.clone() {
                let mut scores = base;
                for factor in 0..factors {
                    for a in 0..A {
                        let product = simd.mul_f32s(values[factor][a], columns[factor][at]);
                        scores[a] = simd.add_f32s(scores[a], product);
                    }
                }
                // The rank of each, in bits of a word. As if each lost to all that come after it;
                // every win takes one defeat back.
                let mut ranks = before;
                for a in 0..A {
                    for b in a + 1..A {
                        let wins = simd.greater_than_f32s(scores[a], scores[b]);
                        let wins = simd.select_u32s(wins, field, none);
                        win_counts[a][b] = simd.add_u32s(win_counts[a][b], wins);
                        ranks[b] = simd.add_u32s(ranks[b], wins);
                        ranks[a] = simd.sub_u32s(ranks[a], wins);
                        tied = simd.or_m32s(tied, simd.equal_f32s(scores[a], scores[b]));
                    }
                }
                for a in 0..A {
                    let here = simd.wrapping_dyn_shl_u32s(one, ranks[a]);
                    rank_fields[a] = simd.add_u32s(rank_fields[a], here);
                    let first = simd.equal_u32s(ranks[a], none);
                    firsts[at - start][a] = simd.select_u32s(first, all, none);
                }
            }
            for a in 0..A {
                for rank in 0..A - 1 {
                    let shift = simd.splat_u32s(Self::FIELD * rank as u32);
                    let count = simd.wrapping_dyn_shr_u32s(rank_fields[a], shift);
                    let count = simd.and_u32s(count, simd.splat_u32s((1 << Self::FIELD) - 1));
                    rank_counts[a][rank] = simd.add_u32s(rank_counts[a][rank], count);
                }
            }
            for (column, sums) in columns.iter().zip(&mut first_weights).take(factors) {
                let mut mine = *sums;
                for (weights, first) in column[run.clone()].iter().zip(&firsts) {
                    let weights = simd.transmute_u32s_f32s(*weights);
                    for a in 0..A {
                        let weights = simd.and_u32s(weights, first[a]);
                        mine[a] = simd.add_f32s(mine[a], simd.transmute_f32s_u32s(weights));
                    }
                }
                *sums = mine;
            }
        }
        if simd.first_true_m32s(tied) < S::F32_LANES {
            return with_ties(self.weights, self.range, self.base, self.values);
        }
        let total = |lanes: S::u32s| -> f64 {
            let lanes: &[u32] = pulp::bytemuck::cast_slice(std::slice::from_ref(&lanes));
            lanes.iter().copied().map(f64::from).sum()
        };
        let mut out = Block::new(self.range.len());
        for a in 0..A {
            let mut last = out.samples;
            for rank in 0..A - 1 {
                out.ranks[a][rank] = total(rank_counts[a][rank]);
                last -= out.ranks[a][rank];
            }
            out.ranks[a][A - 1] = last;
            for b in a + 1..A {
                out.wins[a][b] = total(win_counts[a][b]) / f64::from(Self::FIELD);
                out.wins[b][a] = out.samples - out.wins[a][b];
            }
            for factor in 0..factors {
                let sum = simd.reduce_sum_f32s(first_weights[factor][a]);
                out.first_weights[a][factor] = f64::from(sum);
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
    let mut out = Block::new(range.len());
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

    #[test]
    fn a_block_counts_what_its_samples_say_one_by_one() {
        let weights = WeightSamples::uniform(7, 4096, 3);
        for alternatives in 1..=MAX_ALTERNATIVES {
            let values: Vec<f32> = (0..alternatives * 7)
                .map(|i| ((i * 37) % 41) as f32 / 41.0)
                .collect();
            let base: Vec<f32> = (0..alternatives).map(|a| a as f32 / 50.0).collect();
            // Shorter than a run, a run and a little, and many.
            for samples in [16, 256, 272, 4096] {
                let range = 4096 - samples..4096;
                let counted = block(&weights, range.clone(), &base, &values);
                let one_by_one = with_ties(&weights, range, &base, &values);
                assert_eq!(counted.samples, one_by_one.samples);
                assert_eq!(counted.ranks, one_by_one.ranks);
                assert_eq!(counted.wins, one_by_one.wins);
                let sums = counted.first_weights.as_flattened().iter();
                for (a, b) in sums.zip(one_by_one.first_weights.as_flattened()) {
                    assert!((a - b).abs() <= 1e-4 * b.abs(), "{a} {b}");
                }
            }
        }
    }
}
