//! What is worth knowing: by how much the chance of choosing the best alternative would rise if the
//! sliders of one factor were known exactly.
//!
//! The draws of the survey are recombined: the factor as in one draw, all else as in another, with
//! the same others and the same weights for each, so that only the factor makes a difference.

use pulp::{Arch, Simd, WithSimd};

use crate::model::MAX_ALTERNATIVES;

use super::estimate::Estimate;

/// Draws of the factor that becomes known, draws of all else, and weight samples for each pair of
/// them.
const OUTER: usize = 20;
const INNER: usize = 8;
const WEIGHTS: usize = 128;
/// The draws and the weights that it takes.
pub(super) const DRAWS: usize = OUTER + INNER;
pub(super) const SAMPLES: usize = INNER * WEIGHTS;

/// A first place, in parts that as many as can be equal share without a rest: the counts are whole
/// and the same on every machine.
const PLACE: f32 = 60.0;

/// Per factor, the expected value of partial perfect information for the loss "right or wrong", 0
/// to 1; exactly 0 for a factor in no doubt.
///
/// `draws` are at least `DRAWS`, each with `v_f,a` at `[a · factors + f]`; `weights` are `SAMPLES`
/// per factor.
pub(super) fn value_of_information(draws: &[Vec<f32>], weights: &[Vec<f32>]) -> Vec<Estimate> {
    let (outer, rest) = draws.split_at(OUTER);
    let arch = Arch::new();
    (0..weights.len())
        .map(|factor| {
            let of = |draw: &Vec<f32>| -> Vec<f32> {
                let mine = draw.iter().skip(factor).step_by(weights.len());
                mine.copied().collect()
            };
            let known: Vec<Vec<f32>> = outer.iter().map(of).collect();
            if known.iter().all(|values| *values == known[0]) {
                return Estimate::default();
            }
            macro_rules! shares {
                ($count:expr) => {
                    arch.dispatch(Knowing::<'_, { $count }> {
                        factor,
                        known: &known,
                        others: &rest[..INNER],
                        weights,
                    })
                };
            }
            worth(&match known[0].len() {
                2 => shares!(2),
                3 => shares!(3),
                4 => shares!(4),
                5 => shares!(5),
                // Validation allows no more.
                _ => shares!(MAX_ALTERNATIVES),
            })
        })
        .collect()
}

/// What it is worth to choose once the factor is known: `shares` are, per draw of the factor and draw
/// of all else, those of the samples in which each alternative then comes first.
///
/// The standard error is that of both kinds of draws, each left out in turn (the jackknife of Tukey).
fn worth(shares: &[Vec<Vec<f64>>]) -> Estimate {
    let means = means(shares, None);
    let all = Gain::of(&means, None);
    let outer = (0..means.len()).map(|left_out| Gain::of(&means, Some(left_out)));
    let outer: Vec<f64> = if all.value > 0.0 {
        outer.map(|gain| gain.value).collect()
    } else {
        // None of these draws changes the choice; another might. A gain, the part of the lead below
        // zero, spreads no more than the lead.
        outer.map(|gain| gain.lead).collect()
    };
    let inner = (0..shares[0].len()).map(|left_out| {
        let means = self::means(shares, Some(left_out));
        Gain::of(&means, None).value
    });
    let inner: Vec<f64> = inner.collect();
    Estimate {
        value: all.value,
        error: (jackknife(&outer) + jackknife(&inner)).sqrt(),
    }
}

/// Per draw of the factor and alternative: the mean share over the draws of all else but the one left
/// out.
fn means(shares: &[Vec<Vec<f64>>], left_out: Option<usize>) -> Vec<Vec<f64>> {
    let mean = |shares: &Vec<Vec<f64>>| {
        let kept = shares.len() - usize::from(left_out.is_some());
        let mut mean = vec![0.0; shares[0].len()];
        for (_, shares) in shares
            .iter()
            .enumerate()
            .filter(|(at, _)| Some(*at) != left_out)
        {
            for (mean, share) in mean.iter_mut().zip(shares) {
                *mean += share / kept as f64;
            }
        }
        mean
    };
    shares.iter().map(mean).collect()
}

/// The variance of a figure, from what it is with each draw left out in turn.
fn jackknife(without: &[f64]) -> f64 {
    let count = without.len() as f64;
    let mean = without.iter().sum::<f64>() / count;
    let squares: f64 = without.iter().map(|figure| (figure - mean).powi(2)).sum();
    squares * (count - 1.0) / count
}

/// What is gained by choosing once the factor is known.
struct Gain {
    /// By how much the chance of choosing right rises.
    value: f64,
    /// By how much the choice made without knowing leads the best other one, on average.
    lead: f64,
}

impl Gain {
    /// The gain over the draws of the factor but the one left out, from the shares for each.
    fn of(shares: &[Vec<f64>], left_out: Option<usize>) -> Self {
        let kept = || {
            let shares = shares.iter().enumerate();
            let kept = shares.filter(|(at, _)| Some(*at) != left_out);
            kept.map(|(_, shares)| shares)
        };
        let count = kept().count() as f64;
        let mean = |a: usize| kept().map(|shares| shares[a]).sum::<f64>();
        let blind = (0..shares[0].len())
            .max_by(|&a, &b| mean(a).total_cmp(&mean(b)))
            .unwrap_or_default();
        let lead = |shares: &Vec<f64>| {
            let others = (0..shares.len()).filter(|&a| a != blind);
            shares[blind] - others.map(|a| shares[a]).fold(0.0, f64::max)
        };
        Self {
            value: kept().map(|shares| (-lead(shares)).max(0.0)).sum::<f64>() / count,
            lead: kept().map(lead).sum::<f64>() / count,
        }
    }
}

/// Counts the first places of `A` alternatives for each draw of a factor and each of all else.
struct Knowing<'a, const A: usize> {
    factor: usize,
    /// Per draw and alternative: the value of the factor.
    known: &'a [Vec<f32>],
    /// The draws of all else.
    others: &'a [Vec<f32>],
    /// Per factor: its weight in each sample.
    weights: &'a [Vec<f32>],
}

impl<const A: usize> WithSimd for Knowing<'_, A> {
    type Output = Vec<Vec<Vec<f64>>>;

    // Products and sums are kept apart: a fused operation would round otherwise, and the same seed
    // must give the same ranks on every machine.
    #[allow(clippy::needless_range_loop, reason = "one index walks several arrays")]
    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Self::Output {
        let zero = simd.splat_f32s(0.0);
        let (one, place) = (simd.splat_f32s(1.0), simd.splat_f32s(PLACE));
        let share = |lanes: S::f32s| {
            f64::from(simd.reduce_sum_f32s(lanes)) / (f64::from(PLACE) * WEIGHTS as f64)
        };
        let mut shares = vec![Vec::new(); OUTER];
        for (index, draw) in self.others.iter().enumerate() {
            let mut counts = [[zero; A]; OUTER];
            let range = index * WEIGHTS..(index + 1) * WEIGHTS;
            let column = |factor: usize| S::as_simd_f32s(&self.weights[factor][range.clone()]).0;
            let mine = column(self.factor);
            for at in 0..mine.len() {
                let mut rest = [zero; A];
                for factor in (0..self.weights.len()).filter(|&factor| factor != self.factor) {
                    let weights = column(factor)[at];
                    for a in 0..A {
                        let value = simd.splat_f32s(draw[a * self.weights.len() + factor]);
                        rest[a] = simd.add_f32s(rest[a], simd.mul_f32s(value, weights));
                    }
                }
                for (counts, known) in counts.iter_mut().zip(self.known) {
                    let mut scores = rest;
                    for a in 0..A {
                        let value = simd.splat_f32s(known[a]);
                        scores[a] = simd.add_f32s(rest[a], simd.mul_f32s(value, mine[at]));
                    }
                    let best = scores.into_iter().reduce(|a, b| simd.max_f32s(a, b));
                    let best = best.unwrap_or(zero);
                    let mut equal = zero;
                    for a in 0..A {
                        let first = simd.equal_f32s(scores[a], best);
                        scores[a] = simd.select_f32s(first, one, zero);
                        equal = simd.add_f32s(equal, scores[a]);
                    }
                    let part = simd.div_f32s(place, equal);
                    for a in 0..A {
                        counts[a] = simd.add_f32s(counts[a], simd.mul_f32s(scores[a], part));
                    }
                }
            }
            for (shares, counts) in shares.iter_mut().zip(counts) {
                shares.push(counts.map(share).to_vec());
            }
        }
        shares
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::{RngExt, SeedableRng};
    use rand_pcg::Pcg64Mcg;

    use super::*;

    /// Sample by sample, as it is defined.
    fn one_by_one(draws: &[Vec<f32>], weights: &[Vec<f32>], factor: usize) -> f64 {
        let factors = weights.len();
        let count = draws[0].len() / factors;
        let mut known = 0.0;
        let mut blind = vec![0.0; count];
        for outer in &draws[..OUTER] {
            let mut shares = vec![0.0; count];
            for sample in 0..SAMPLES {
                let inner = &draws[OUTER + sample / WEIGHTS];
                let score = |a: usize| -> f64 {
                    let of = |f: usize| {
                        let draw = if f == factor { outer } else { inner };
                        f64::from(weights[f][sample]) * f64::from(draw[a * factors + f])
                    };
                    (0..factors).map(of).sum()
                };
                let scores: Vec<f64> = (0..count).map(score).collect();
                let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let equal: Vec<usize> = (0..count).filter(|&a| scores[a] == best).collect();
                for &a in &equal {
                    shares[a] += 1.0 / (equal.len() * SAMPLES) as f64;
                }
            }
            known += shares.iter().copied().fold(0.0, f64::max) / OUTER as f64;
            for (blind, share) in blind.iter_mut().zip(shares) {
                *blind += share / OUTER as f64;
            }
        }
        known - blind.into_iter().fold(0.0, f64::max)
    }

    fn columns(
        count: usize,
        length: usize,
        values: std::ops::Range<f32>,
    ) -> impl Strategy<Value = Vec<Vec<f32>>> {
        prop::collection::vec(prop::collection::vec(values, length), count)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

        #[test]
        fn it_is_worth_what_its_definition_says(
            (draws, weights) in (2..=MAX_ALTERNATIVES, 1..8_usize).prop_flat_map(|(a, f)| {
                (columns(DRAWS, a * f, -1.0..1.0), columns(f, SAMPLES, 0.0..1.0))
            }),
        ) {
            let found = value_of_information(&draws, &weights);
            prop_assert_eq!(found.len(), weights.len());
            for (factor, found) in found.into_iter().enumerate() {
                let exact = one_by_one(&draws, &weights, factor);
                // Rounded otherwise, two scores may change places in a sample or two.
                let error = (found.value - exact).abs();
                prop_assert!(error <= 2.0 / SAMPLES as f64, "{:?} {}", found, exact);
                prop_assert!(found.error > 0.0, "{:?}", found);
            }
        }
    }

    /// Two factors that weigh the same in every sample.
    fn sure() -> Vec<Vec<f32>> {
        vec![vec![0.5; SAMPLES]; 2]
    }

    #[test]
    fn the_error_is_that_of_what_is_gained() {
        // The second alternative is as good as known: the first is better or worse in full, and so
        // the chance of choosing right, once it is known, is 1 in every draw.
        let draws: Vec<Vec<f32>> = (0..DRAWS)
            .map(|draw| vec![if draw % 20 < 6 { 0.9 } else { -0.9 }, 0.0, 0.0, 0.0])
            .collect();
        let found = value_of_information(&draws, &sure());
        let binomial = (0.3 * 0.7 / 19.0_f64).sqrt();
        assert!((found[0].value - 0.3).abs() < 1e-12, "{found:?}");
        assert!((found[0].error - binomial).abs() < 1e-12, "{found:?}");
        // Nothing is in doubt about the other factor.
        assert_eq!(found[1], Estimate::default());
    }

    #[test]
    fn no_gain_seen_is_not_a_gain_excluded() {
        // The factor favours the first alternative by 0.45 to 0.64, all else the second by up to
        // 0.7: the first is better more often than not, whatever becomes known.
        let draws: Vec<Vec<f32>> = (0..DRAWS)
            .map(|draw| {
                let known = 0.45 + 0.01 * draw as f32;
                vec![known, 0.0, 0.0, 0.1 * draw.saturating_sub(OUTER) as f32]
            })
            .collect();
        let found = value_of_information(&draws, &sure());
        assert_eq!(found[0].value, 0.0);
        assert!(found[0].error > 0.0, "{found:?}");
    }

    #[test]
    fn the_error_counts_the_draws_of_all_else_too() {
        // Once the factor is known one of two wins for sure, so that the draws of all else alone say
        // how often that is the choice made without knowing. Another set of them says otherwise.
        let mut random = Pcg64Mcg::seed_from_u64(7);
        let (mut values, mut squares) = (Vec::new(), 0.0);
        const SETS: usize = 200;
        for _ in 0..SETS {
            let draws: Vec<Vec<f32>> = (0..DRAWS)
                .map(|draw| {
                    let known = if draw % 2 == 0 { 0.3 } else { -0.5 };
                    vec![known, 0.0, 0.0, random.random_range(-1.0..1.0)]
                })
                .collect();
            let found = value_of_information(&draws, &sure())[0];
            values.push(found.value);
            squares += found.error.powi(2);
        }
        let mean = values.iter().sum::<f64>() / SETS as f64;
        let spread = values
            .iter()
            .map(|value| (value - mean).powi(2))
            .sum::<f64>();
        let (spread, told) = (
            (spread / SETS as f64).sqrt(),
            (squares / SETS as f64).sqrt(),
        );
        assert!((0.7..1.6).contains(&(told / spread)), "{told} {spread}");
    }

    #[test]
    fn equal_alternatives_share_every_first_place() {
        for alternatives in 2..=MAX_ALTERNATIVES {
            let draws: Vec<Vec<f32>> = (0..DRAWS)
                .map(|draw| vec![draw as f32 / DRAWS as f32; alternatives * 2])
                .collect();
            for found in value_of_information(&draws, &sure()) {
                assert_eq!(found, Estimate::default());
            }
        }
    }
}
