//! How a measure is read from the sliders of its factor: what it means, which sliders it reads, and
//! where it bends as one of them moves.

use super::ids::{OptionId, QuantityId};
use crate::model::list::List;

/// How a measure is read from the sliders of its factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// The slider itself.
    Level(QuantityId),
    /// `a · b / 100 …`; silent unless the factor's choice is `only`, or while it is `unless`.
    Product {
        /// The sliders, none of them twice, the one that matters most first.
        quantities: Vec<QuantityId>,
        /// The choice under which alone the measure speaks.
        only: Option<OptionId>,
        /// The choice under which it is silent.
        unless: Option<OptionId>,
    },
    /// The slider's share of the factor's sum, in per cent; silent when the sum is zero.
    Share(QuantityId),
    /// Hill number of order 1 of the shares (M. O. Hill, 1973), scaled so that one theme alone
    /// gives 0 and all equal give 1, `(exp H - 1) / (n - 1)`, times the mean of the themes: many themes
    /// of no importance are not diverse. The users' own themes count like the others, also in `n`.
    /// Silent when the sum is zero.
    Diversity,
}

/// The sliders of one factor as plain numbers, so that they can be moved without a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// In the order of the factor's sliders, 0 to 100.
    pub quantities: List<QuantityId, f64>,
    /// The users' own themes, 0 to 100.
    pub extra: Vec<f64>,
    /// What is chosen; `None` where the factor has no choice.
    pub choice: Option<OptionId>,
}

/// How a measure moves with one slider of its factor, all others staying where they are. With the
/// measures at which something bends, it says at which levels of the slider that happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Along {
    /// Not at all.
    Still,
    /// In a straight line: the measure is `x` times this.
    Straight(f64),
    /// As `100 · x / (x + rest)`: the slider's own share.
    Share {
        /// The sum of the factor's other sliders.
        rest: f64,
    },
    /// As `100 · level / (x + rest)`: the share of another slider.
    OtherShare {
        /// Where the other slider stands.
        level: f64,
        /// The sum of the factor's sliders but for the one that moves.
        rest: f64,
    },
    /// In no straight line, nor one of the inverse sum: it has to be followed step by step.
    Curved,
}

impl Reading {
    /// The measure, 0 to 100; `None` where it has nothing to say.
    #[inline]
    pub fn of(&self, levels: &Levels) -> Option<f64> {
        match self {
            Self::Level(quantity) => Some(levels.quantities[*quantity]),
            Self::Product { quantities, .. } => {
                let silent = self.is_silent_under(levels.choice);
                let parts = quantities.iter().map(|&at| levels.quantities[at] / 100.0);
                (!silent).then(|| 100.0 * parts.product::<f64>())
            }
            Self::Share(quantity) => {
                let total: f64 = levels.quantities.iter().sum();
                (total > 0.0).then(|| 100.0 * levels.quantities[*quantity] / total)
            }
            Self::Diversity => diversity(levels.quantities.iter().chain(&levels.extra)),
        }
    }

    /// Whether it says nothing while this option is chosen.
    #[inline]
    pub fn is_silent_under(&self, chosen: Option<OptionId>) -> bool {
        let Self::Product { only, unless, .. } = self else {
            return false;
        };
        only.is_some_and(|only| chosen != Some(only))
            || unless.is_some_and(|unless| chosen == Some(unless))
    }

    /// The sliders that it reads by themselves. Diversity moves with every theme, and names none.
    pub fn sliders(&self) -> &[QuantityId] {
        match self {
            Self::Level(quantity) | Self::Share(quantity) => std::slice::from_ref(quantity),
            Self::Product { quantities, .. } => quantities,
            Self::Diversity => &[],
        }
    }

    /// The slider to which a reason drawn from the measure leads.
    pub fn leading_slider(&self) -> Option<QuantityId> {
        self.sliders().first().copied()
    }

    /// From where on the measure stands high rather than low, where the factor has this many sliders:
    /// 50 for a slider, 25 for a product of two, an equal part for a share.
    pub fn middle(&self, sliders: usize) -> f64 {
        match self {
            Self::Level(_) | Self::Diversity => 50.0,
            Self::Product { quantities, .. } => {
                100.0 * quantities.iter().map(|_| 0.5).product::<f64>()
            }
            Self::Share(_) => 100.0 / sliders.max(1) as f64,
        }
    }

    /// Whether it is a slider's share of all.
    pub fn is_share(&self) -> bool {
        matches!(self, Self::Share(_))
    }

    /// Whether it is the diversity of all.
    pub fn is_diversity(&self) -> bool {
        matches!(self, Self::Diversity)
    }

    /// How the measure moves with one slider.
    pub fn along(&self, moved: QuantityId, levels: &Levels) -> Along {
        let at = |quantity: QuantityId| levels.quantities[quantity];
        match self {
            Self::Level(read) if *read == moved => Along::Straight(1.0),
            Self::Product { quantities, .. } if quantities.contains(&moved) => {
                let others = quantities.iter().filter(|&&other| other != moved);
                Along::Straight(others.map(|&other| at(other) / 100.0).product())
            }
            Self::Level(_) | Self::Product { .. } => Along::Still,
            Self::Share(read) => {
                let rest = levels.quantities.iter().sum::<f64>() - at(moved);
                if *read == moved {
                    Along::Share { rest }
                } else {
                    let level = at(*read);
                    Along::OtherShare { level, rest }
                }
            }
            Self::Diversity => Along::Curved,
        }
    }
}

impl Along {
    /// The level of the slider, in or out of its range, at which the measure is `measure`, which is
    /// above 0 and below 100; `None` where no level or no single one gives it.
    pub fn reaches(self, measure: f64) -> Option<f64> {
        match self {
            Self::Still | Self::Curved => None,
            Self::Straight(slope) => Some(measure / slope),
            Self::Share { rest } => Some(measure * rest / (100.0 - measure)),
            Self::OtherShare { level, rest } => Some(100.0 * level / measure - rest),
        }
    }
}

/// Hill number of order 1 of the shares of `levels`, from 0 (one alone) to 1 (all equal), times
/// their mean.
///
/// With logarithms of our own: those of the system differ from one machine to the next.
fn diversity<'a>(levels: impl Iterator<Item = &'a f64> + Clone) -> Option<f64> {
    let total: f64 = levels.clone().sum();
    let count = levels.clone().count() as f64;
    if total <= 0.0 || count < 2.0 {
        return None;
    }
    let entropy: f64 = levels
        .map(|level| level / total)
        .filter(|share| *share > 0.0)
        .map(|share| -share * libm::log(share))
        .sum();
    let evenness = (libm::exp(entropy) - 1.0) / (count - 1.0);
    Some(evenness.clamp(0.0, 1.0) * total / count)
}

#[cfg(test)]
mod tests {
    use super::diversity;

    #[test]
    fn diversity_runs_from_one_theme_to_all_at_their_most() {
        let of = |levels: &[f64]| diversity(levels.iter());
        assert_eq!(of(&[0.0, 0.0]), None);
        assert_eq!(of(&[30.0, 0.0, 0.0]), Some(0.0));
        // Equal themes are as diverse as they are important.
        for level in [1.0, 7.0, 50.0, 100.0] {
            assert!((of(&[level; 5]).unwrap() - level).abs() < 1e-9);
        }
        // To the last bit, on every machine.
        let bits = |levels: &[f64]| of(levels).unwrap().to_bits();
        assert_eq!(bits(&[5.0, 5.0, 15.0, 37.0]), 0x4023_6acc_7d65_05a4);
        assert_eq!(bits(&[3.0, 41.0, 59.0, 26.0, 53.0]), 0x403c_04e6_9eaf_3fdd);
        // Two equal themes out of three: exp(ln 2) = 2 effective themes, half of the way.
        assert!((of(&[60.0, 60.0, 0.0]).unwrap() - 20.0).abs() < 1e-9);
    }
}
