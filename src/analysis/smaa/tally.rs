//! What is counted over the samples.

use std::ops::Range;

use super::super::estimate::Estimate;
use super::samples::WeightSamples;
use super::score::{self, Block};

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
        self.add(&score::block(weights, range, base, values));
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
    fn the_same_seed_gives_the_same_samples_on_every_machine() {
        let weights = WeightSamples::uniform(7, 65_536, 2026);
        let sum = weights.columns.iter().flatten().fold(0_u64, |sum, weight| {
            sum.rotate_left(5) ^ u64::from(weight.to_bits())
        });
        assert_eq!(sum, 0xfcc4_08cf_d9f3_593d);
    }

    #[test]
    fn the_same_seed_gives_the_same_figures() {
        let values = [0.9, 0.1, 0.4, 0.5];
        assert_eq!(tally(8192, 2, &values), tally(8192, 2, &values));
    }
}
