//! What is known of organisations: what they did, and how their sliders were read.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::model::knowledge::Knowledge;
use crate::model::profile::{Department, Scenario};
use crate::model::read::unique;
use crate::model::text::Text;

/// Known organisations. See `assets/cases.ron` for the format.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// The version of the format.
    pub format: u32,
    /// What is to be said wherever the sliders of a case are shown: whose reading they are.
    pub note: Text,
    /// At least one.
    pub cases: Vec<Case>,
}

/// One organisation at one time: what it did, and how its sliders were read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name.
    pub organisation: String,
    /// A year or years, as the source gives them, such as `2011-2013`.
    pub year: String,
    /// Where it is told.
    pub source: String,
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
    /// The organisation as a scenario at equal importances, its sliders as one rater read them or,
    /// with `None`, the mean of all; where raters differ on a choice, the first one's counts.
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
        for (factor, input) in &mut scenario.factors {
            if let Some(choice) = raters.first().and_then(|first| first.choices.get(factor)) {
                input.choice.clone_from(choice);
            }
            for (quantity, setting) in &mut input.quantities {
                let read = raters
                    .iter()
                    .filter_map(|rating| rating.sliders.get(quantity));
                let count = read.clone().count();
                if count > 0 {
                    setting.value = read.sum::<f64>() / count as f64;
                }
            }
        }
        scenario
    }
}

fn yes() -> bool {
    true
}
