//! SMAA-2: what can be said without exact weights (Lahdelma & Salminen, *Operations Research*
//! 49(3), 2001; ranks and confidence factors as in the `smaa` package of G. van Valkenhoef).
//!
//! Weight samples are drawn once and kept in columns, so that scoring a block of them is a few
//! straight loops. Samples come in blocks: within a block the partial values are the same, from one
//! block to the next they may be another draw of uncertain quantities. Standard errors are those
//! of the block means, and so count both sources of doubt.

use std::ops::Range;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Samples scored side by side.
const LANES: usize = 16;
/// Most alternatives that a question can have.
pub const MAX_ALTERNATIVES: usize = 6;

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

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
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
        let block = match self.alternatives {
            1 => block::<1>(weights, range, base, values),
            2 => block::<2>(weights, range, base, values),
            3 => block::<3>(weights, range, base, values),
            4 => block::<4>(weights, range, base, values),
            5 => block::<5>(weights, range, base, values),
            _ => block::<MAX_ALTERNATIVES>(weights, range, base, values),
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

    /// Joins the counts of other blocks.
    pub fn merge(&mut self, other: &Self) {
        self.samples += other.samples;
        self.blocks += other.blocks;
        for a in 0..self.alternatives {
            for b in 0..self.alternatives {
                self.ranks[a][b].0 += other.ranks[a][b].0;
                self.ranks[a][b].1 += other.ranks[a][b].1;
                self.wins[a][b] += other.wins[a][b];
            }
            for factor in 0..self.factors {
                self.first_weights[a][factor] += other.first_weights[a][factor];
            }
        }
    }

    /// How many samples are counted.
    pub fn samples(&self) -> f64 {
        self.samples
    }

    /// Rank acceptability of an alternative at a rank (0 the best), with its standard error.
    pub fn acceptability(&self, alternative: usize, rank: usize) -> (f64, f64) {
        let (count, squares) = self.ranks[alternative][rank];
        if self.samples == 0.0 {
            return (0.0, 0.0);
        }
        let mean = count / self.samples;
        if self.blocks < 2.0 {
            return (mean, (mean * (1.0 - mean) / self.samples).sqrt());
        }
        // Blocks are alike in size: their mean share is the share.
        let spread = (squares - self.blocks * mean * mean).max(0.0) / (self.blocks - 1.0);
        (mean, (spread / self.blocks).sqrt())
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
    ranks: [[f64; MAX_ALTERNATIVES]; MAX_ALTERNATIVES],
    wins: [[f64; MAX_ALTERNATIVES]; MAX_ALTERNATIVES],
    first_weights: Vec<Vec<f64>>,
}

type Lanes = [f32; LANES];

fn block<const A: usize>(
    weights: &WeightSamples,
    range: Range<usize>,
    base: &[f32],
    values: &[f32],
) -> Block {
    let factors = weights.columns.len();
    let mut out = Block {
        samples: range.len() as f64,
        ranks: Default::default(),
        wins: Default::default(),
        first_weights: vec![vec![0.0; factors]; A],
    };
    let mut rank_counts = [[[0.0_f32; LANES]; A]; A];
    let mut win_counts = [[[0.0_f32; LANES]; A]; A];
    let mut first = vec![[[0.0_f32; LANES]; A]; factors];
    for start in range.step_by(LANES) {
        let scores = scores::<A>(weights, start, base, values);
        let (ranks, tied) = rank::<A>(&scores, &mut win_counts);
        if tied {
            share_ties::<A>(weights, start, &scores, &mut out);
            continue;
        }
        for a in 0..A {
            for (rank, counts) in rank_counts[a].iter_mut().enumerate() {
                for lane in 0..LANES {
                    counts[lane] += f32::from(u8::from(ranks[a][lane] == rank as f32));
                }
            }
        }
        for (column, first) in weights.columns.iter().zip(&mut first) {
            let weight: &Lanes = lanes(column, start);
            for a in 0..A {
                for lane in 0..LANES {
                    let leads = f32::from(u8::from(ranks[a][lane] == 0.0));
                    first[a][lane] += leads * weight[lane];
                }
            }
        }
    }
    let total = |lanes: &Lanes| lanes.iter().copied().map(f64::from).sum::<f64>();
    for a in 0..A {
        for b in 0..A {
            out.ranks[a][b] += total(&rank_counts[a][b]);
            out.wins[a][b] += total(&win_counts[a][b]);
        }
        for (factor, first) in first.iter().enumerate() {
            out.first_weights[a][factor] += total(&first[a]);
        }
    }
    out
}

#[inline(always)]
fn lanes(column: &[f32], start: usize) -> &Lanes {
    match column[start..start + LANES].first_chunk() {
        Some(lanes) => lanes,
        None => &[0.0; LANES],
    }
}

#[inline(always)]
fn scores<const A: usize>(
    weights: &WeightSamples,
    start: usize,
    base: &[f32],
    values: &[f32],
) -> [Lanes; A] {
    let factors = weights.columns.len();
    let mut scores = [[0.0; LANES]; A];
    for a in 0..A {
        scores[a] = [base[a]; LANES];
    }
    for (factor, column) in weights.columns.iter().enumerate() {
        let weight = lanes(column, start);
        for a in 0..A {
            let value = values[a * factors + factor];
            for lane in 0..LANES {
                scores[a][lane] += value * weight[lane];
            }
        }
    }
    scores
}

/// Ranks by counting who scores more, and counts the wins; `true` if any two scores are equal, in
/// which case nothing was counted.
#[inline(always)]
fn rank<const A: usize>(
    scores: &[Lanes; A],
    win_counts: &mut [[Lanes; A]; A],
) -> ([Lanes; A], bool) {
    let mut tied = 0_u32;
    for a in 0..A {
        for b in a + 1..A {
            for lane in 0..LANES {
                tied |= u32::from(scores[a][lane] == scores[b][lane]);
            }
        }
    }
    let mut ranks = [[0.0; LANES]; A];
    if tied != 0 {
        return (ranks, true);
    }
    for a in 0..A {
        for b in a + 1..A {
            for lane in 0..LANES {
                let wins = f32::from(u8::from(scores[a][lane] > scores[b][lane]));
                win_counts[a][b][lane] += wins;
                win_counts[b][a][lane] += 1.0 - wins;
                ranks[b][lane] += wins;
                ranks[a][lane] += 1.0 - wins;
            }
        }
    }
    (ranks, false)
}

/// Samples with equal scores: each of the equal alternatives gets each of their ranks in part.
#[cold]
fn share_ties<const A: usize>(
    weights: &WeightSamples,
    start: usize,
    scores: &[Lanes; A],
    out: &mut Block,
) {
    for lane in 0..LANES {
        for a in 0..A {
            let (mut above, mut equal) = (0, 0);
            for b in 0..A {
                let (mine, other) = (scores[a][lane], scores[b][lane]);
                if other > mine {
                    above += 1;
                } else if other == mine {
                    equal += 1;
                }
                if a != b {
                    out.wins[a][b] += if mine > other {
                        1.0
                    } else if mine == other {
                        0.5
                    } else {
                        0.0
                    };
                }
            }
            let part = 1.0 / f64::from(equal);
            for rank in above..above + equal as usize {
                out.ranks[a][rank] += part;
            }
            if above == 0 {
                for (factor, column) in weights.columns.iter().enumerate() {
                    out.first_weights[a][factor] += part * f64::from(column[start + lane]);
                }
            }
        }
    }
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
            let (share, error) = tally.acceptability(0, 0);
            let exact = 1.0 - f64::from(t);
            assert!(
                error > 0.0 && (share - exact).abs() < 3.0 * error,
                "{share} {exact} {error}"
            );
            assert!((tally.pairwise(0, 1) - share).abs() < 1e-12);
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
                assert!((equal.acceptability(a, rank).0 - 1.0 / 3.0).abs() < 1e-9);
            }
        }
        let dominated = tally(4096, 2, &[0.5, 0.9, 0.4, 0.8]);
        assert_eq!(dominated.acceptability(0, 0).0, 1.0);
        assert_eq!(dominated.acceptability(1, 1).0, 1.0);
        assert_eq!(dominated.central_weights(1), None);
    }

    #[test]
    fn ranks_of_every_sample_add_up() {
        let values: Vec<f32> = (0..20).map(|i| ((i * 7) % 11) as f32 / 11.0).collect();
        let tally = tally(16_384, 5, &values);
        for rank in 0..5 {
            let all: f64 = (0..5).map(|a| tally.acceptability(a, rank).0).sum();
            assert!((all - 1.0).abs() < 1e-9);
        }
        for a in 0..5 {
            let all: f64 = (0..5).map(|rank| tally.acceptability(a, rank).0).sum();
            assert!((all - 1.0).abs() < 1e-9);
            // The mean rank is the number of pairwise defeats.
            let mean: f64 = (0..5).map(|r| r as f64 * tally.acceptability(a, r).0).sum();
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
