//! What is known of organisations: what they did, and how their sliders were read.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::model::knowledge::Knowledge;
use crate::model::profile::{Department, Scenario};
use crate::model::read::{one_or_both, unique};
use crate::model::text::Text;

/// Known organisations. See `assets/cases.ron` for the format.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// The version of the format.
    pub format: u32,
    /// What is to be said wherever the sliders of a case are shown: whose reading they are.
    pub note: Text,
    /// When a company is like one of them.
    pub near: Near,
    /// At least one.
    pub cases: Vec<Case>,
}

/// When a company is like a known one.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The largest distance, in points of fit; see `analysis::Comparables`.
    pub within: f64,
    /// The least share of the company's importances for which both are known, in per cent.
    pub known: f64,
}

/// One organisation at one time: what it did, and how its sliders were read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name, as it writes it.
    pub organisation: String,
    /// What part of it this is about, or what kind it is, where its name alone would mislead.
    #[serde(default)]
    pub part: Option<Text>,
    /// A year or years, such as `2012` or `2011–2013`.
    pub year: String,
    /// Whether the source gives the year only roughly.
    #[serde(default)]
    pub about: bool,
    /// Where it is told.
    #[serde(deserialize_with = "one_or_both::text")]
    pub source: Text,
    /// How sure the reading of the source is.
    pub sure: Sure,
    /// What it did, by question id; questions of which nothing is known are left out.
    #[serde(deserialize_with = "unique::map")]
    pub answers: IndexMap<String, Known>,
    /// Ids of the departments that it had.
    pub departments: Vec<String>,
    /// Its sliders as each rater read them; at least one.
    pub raters: Vec<Rating>,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Sure {
    /// Little more than a hint.
    Low,
    /// Told, with gaps.
    Medium,
    /// Told plainly.
    High,
}

/// What an organisation did, on one question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Id of the alternative.
    pub is: String,
    /// Another alternative that the source can be read as.
    #[serde(default)]
    pub or: Option<String>,
    /// Whether the source tells it; otherwise we read it from what the source tells.
    #[serde(default = "yes")]
    pub told: bool,
}

/// The sliders of an organisation as one rater read them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Option ids by factor id, for every factor that has a choice.
    #[serde(deserialize_with = "unique::map")]
    pub choices: IndexMap<String, String>,
    /// 0 to 100 by quantity id, for every quantity.
    #[serde(deserialize_with = "unique::map")]
    pub sliders: IndexMap<String, f64>,
}

impl Case {
    /// Where a slider stands, 0 to 100: the mean of its raters; `None` for one that they did not rate.
    pub fn level(&self, quantity: &str) -> Option<f64> {
        mean(&self.raters, quantity)
    }

    /// The option of a factor's choice, as the first rater read it.
    pub fn option(&self, factor: &str) -> Option<&str> {
        option(&self.raters, factor)
    }

    /// The organisation as a scenario at equal importances, its sliders as one rater read them or,
    /// with `None`, the mean of all; where raters differ on a choice, the first one's counts. A factor
    /// that is not rated whole is not known: a base of the user's own can ask what nobody rated.
    pub fn scenario(&self, knowledge: &Knowledge, rater: Option<usize>) -> Scenario {
        let raters = match rater {
            Some(rater) => self.raters.get(rater..=rater).unwrap_or_default(),
            None => &self.raters,
        };
        let mut scenario = Scenario::new(knowledge);
        scenario.departments = self
            .departments
            .iter()
            .map(|id| Department::new(id))
            .collect();
        for factor in &knowledge.factors {
            let Some(input) = scenario.factors.get_mut(&factor.id) else {
                continue;
            };
            if let Some(choice) = &factor.choice {
                match option(raters, &factor.id).filter(|read| choice.option(read).is_some()) {
                    Some(read) => read.clone_into(&mut input.choice),
                    None => input.unknown = true,
                }
            }
            for (quantity, setting) in &mut input.quantities {
                match mean(raters, quantity) {
                    Some(read) => setting.value = read,
                    None => input.unknown = true,
                }
            }
        }
        scenario
    }
}

/// The mean of what raters read.
fn mean(raters: &[Rating], quantity: &str) -> Option<f64> {
    let read = raters
        .iter()
        .filter_map(|rating| rating.sliders.get(quantity));
    let count = read.clone().count();
    (count > 0).then(|| read.sum::<f64>() / count as f64)
}

/// What the first of the raters read.
fn option<'a>(raters: &'a [Rating], factor: &str) -> Option<&'a str> {
    raters.first()?.choices.get(factor).map(String::as_str)
}

fn yes() -> bool {
    true
}
