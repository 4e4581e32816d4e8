//! Reads a scenario into dense numbers: normalised weights and measures.

use crate::model::{
    Alternative, Department, Factor, FactorInput, Knowledge, Measure, Reading, Scenario,
};

/// What the engine needs of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// One per factor, non-negative, summing to 1, or all 0 when every weight is 0.
    pub weights: Vec<f64>,
    /// One per measure, 0-100; `None` where the measure has nothing to say.
    pub measures: Vec<Option<f64>>,
    /// Per question and alternative: whether the company has what the alternative needs.
    pub available: Vec<Vec<bool>>,
}

impl Inputs {
    /// Reads a scenario; what it does not say of a factor leaves the factor’s measures silent.
    pub fn read(knowledge: &Knowledge, scenario: &Scenario) -> Self {
        let raw: Vec<f64> = knowledge
            .factors
            .iter()
            .map(|factor| scenario.factors.get(&factor.id).map_or(0.0, |f| f.weight))
            .collect();
        let mut measures = Vec::with_capacity(knowledge.measure_count());
        for factor in &knowledge.factors {
            match scenario.factors.get(&factor.id) {
                Some(input) if !input.unknown => {
                    Levels::of(factor, input).measures(factor, &mut measures);
                }
                _ => measures.extend(factor.measures.iter().map(|_| None)),
            }
        }
        Self {
            weights: normalise(&raw),
            measures,
            available: available(knowledge, &scenario.departments),
        }
    }
}

/// Per question and alternative: whether a company with these departments has what the alternative
/// needs.
pub(super) fn available(knowledge: &Knowledge, departments: &[Department]) -> Vec<Vec<bool>> {
    let hosts = |id: &String| departments.iter().any(|d| d.id == *id && d.hosts);
    let possible = |alternative: &Alternative| alternative.department.as_ref().is_none_or(hosts);
    let questions = knowledge.questions.iter();
    questions
        .map(|question| question.alternatives.iter().map(possible).collect())
        .collect()
}

/// Weights over their sum; all 0 when the sum is.
pub(super) fn normalise(raw: &[f64]) -> Vec<f64> {
    let total: f64 = raw.iter().sum();
    let scale = if total > 0.0 { 1.0 / total } else { 0.0 };
    raw.iter().map(|weight| weight * scale).collect()
}

/// The sliders of one factor as plain numbers, so that they can be moved without a scenario.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Levels {
    /// In the order of the factor's quantities.
    pub quantities: Vec<f64>,
    /// The users' own themes.
    pub extra: Vec<f64>,
    pub choice: String,
}

impl Levels {
    pub fn of(factor: &Factor, input: &FactorInput) -> Self {
        Self {
            quantities: factor
                .quantities
                .iter()
                .map(|quantity| input.value(&quantity.id))
                .collect(),
            extra: input.extra.iter().map(|theme| theme.value).collect(),
            choice: input.choice.clone(),
        }
    }

    /// Appends the factor's measures.
    #[inline]
    pub fn measures(&self, factor: &Factor, out: &mut Vec<Option<f64>>) {
        out.extend(factor.measures.iter().map(|measure| self.read(measure)));
    }

    #[inline]
    fn read(&self, measure: &Measure) -> Option<f64> {
        let mut levels = measure.reads.iter().map(|&at| self.quantities[at]);
        match &measure.reading {
            Reading::Level(_) => levels.next(),
            Reading::Product { only, unless, .. } => {
                let silent = only.as_ref().is_some_and(|only| *only != self.choice)
                    || unless.as_ref().is_some_and(|unless| *unless == self.choice);
                (!silent).then(|| 100.0 * levels.map(|level| level / 100.0).product::<f64>())
            }
            Reading::Share(_) => {
                let total: f64 = self.quantities.iter().sum();
                levels
                    .next()
                    .filter(|_| total > 0.0)
                    .map(|level| 100.0 * level / total)
            }
            Reading::Diversity => diversity(self.quantities.iter().chain(&self.extra)),
        }
    }
}

/// Hill number of order 1 of the shares of `levels`, from 0 (one alone) to 100 (all equal).
///
/// With logarithms of our own: those of the system differ from one machine to the next.
fn diversity<'a>(levels: impl Iterator<Item = &'a f64> + Clone) -> Option<f64> {
    let total: f64 = levels.clone().sum();
    let count = levels.clone().count();
    if total <= 0.0 || count < 2 {
        return None;
    }
    let entropy: f64 = levels
        .map(|level| level / total)
        .filter(|share| *share > 0.0)
        .map(|share| -share * libm::log(share))
        .sum();
    let scaled = 100.0 * (libm::exp(entropy) - 1.0) / (count as f64 - 1.0);
    Some(scaled.clamp(0.0, 100.0))
}

#[cfg(test)]
mod tests {
    use super::diversity;

    #[test]
    fn diversity_runs_from_one_theme_to_all_equal() {
        let of = |levels: &[f64]| diversity(levels.iter());
        assert_eq!(of(&[0.0, 0.0]), None);
        assert_eq!(of(&[30.0, 0.0, 0.0]), Some(0.0));
        assert!((of(&[7.0; 5]).unwrap() - 100.0).abs() < 1e-9);
        // To the last bit, on every machine.
        let bits = |levels: &[f64]| of(levels).unwrap().to_bits();
        assert_eq!(bits(&[5.0, 5.0, 15.0, 37.0]), 0x404f_516a_dac3_f894);
        assert_eq!(bits(&[3.0, 41.0, 59.0, 26.0, 53.0]), 0x4053_3e71_61bb_e150);
        // Two equal themes out of three: exp(ln 2) = 2 effective themes, half of the way.
        assert!((of(&[40.0, 40.0, 0.0]).unwrap() - 50.0).abs() < 1e-9);
    }
}
