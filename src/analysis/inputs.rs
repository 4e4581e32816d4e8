//! Reads a profile into dense numbers: normalised weights and measures.

use crate::model::{Factor, FactorInput, Knowledge, Profile, Reading};

/// What the engine needs of a profile.
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
    pub fn read(knowledge: &Knowledge, profile: &Profile) -> Self {
        let raw: Vec<f64> = knowledge
            .factors
            .iter()
            .map(|factor| profile.factors.get(&factor.id).map_or(0.0, |f| f.weight))
            .collect();
        let total: f64 = raw.iter().sum();
        let scale = if total > 0.0 { 1.0 / total } else { 0.0 };
        Self {
            weights: raw.iter().map(|weight| weight * scale).collect(),
            measures: knowledge
                .factors
                .iter()
                .flat_map(|factor| {
                    let input = profile.factors.get(&factor.id);
                    factor
                        .measures
                        .iter()
                        .map(move |measure| input.and_then(|i| read(factor, &measure.reading, i)))
                })
                .collect(),
            available: knowledge
                .questions
                .iter()
                .map(|question| {
                    question
                        .alternatives
                        .iter()
                        .map(|alternative| match &alternative.department {
                            Some(department) => profile.has_department(department),
                            None => true,
                        })
                        .collect()
                })
                .collect(),
        }
    }
}

fn read(factor: &Factor, reading: &Reading, input: &FactorInput) -> Option<f64> {
    match reading {
        Reading::Level(quantity) => Some(input.value(quantity)),
        Reading::Product {
            quantities,
            only,
            unless,
        } => {
            let silent = only.as_ref().is_some_and(|only| *only != input.choice)
                || unless
                    .as_ref()
                    .is_some_and(|unless| *unless == input.choice);
            (!silent).then(|| {
                100.0
                    * quantities
                        .iter()
                        .map(|quantity| input.value(quantity) / 100.0)
                        .product::<f64>()
            })
        }
        Reading::Share(quantity) => {
            let total: f64 = factor.quantities.iter().map(|q| input.value(&q.id)).sum();
            (total > 0.0).then(|| 100.0 * input.value(quantity) / total)
        }
        Reading::Diversity => {
            let levels: Vec<f64> = factor
                .quantities
                .iter()
                .map(|quantity| input.value(&quantity.id))
                .chain(input.extra.iter().map(|theme| theme.value))
                .collect();
            diversity(&levels)
        }
    }
}

/// Hill number of order 1 of the shares of `levels`, from 0 (one alone) to 100 (all equal).
fn diversity(levels: &[f64]) -> Option<f64> {
    let total: f64 = levels.iter().sum();
    if total <= 0.0 || levels.len() < 2 {
        return None;
    }
    let entropy: f64 = levels
        .iter()
        .map(|level| level / total)
        .filter(|share| *share > 0.0)
        .map(|share| -share * share.ln())
        .sum();
    let scaled = 100.0 * (entropy.exp() - 1.0) / (levels.len() as f64 - 1.0);
    Some(scaled.clamp(0.0, 100.0))
}

#[cfg(test)]
mod tests {
    use super::diversity;

    #[test]
    fn diversity_runs_from_one_theme_to_all_equal() {
        assert_eq!(diversity(&[0.0, 0.0]), None);
        assert_eq!(diversity(&[30.0, 0.0, 0.0]), Some(0.0));
        let equal = diversity(&[7.0; 5]).unwrap();
        assert!((equal - 100.0).abs() < 1e-9);
        // Two equal themes out of three: exp(ln 2) = 2 effective themes, half of the way.
        let two = diversity(&[40.0, 40.0, 0.0]).unwrap();
        assert!((two - 50.0).abs() < 1e-9);
    }
}
