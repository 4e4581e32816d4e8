//! What one person in the room thinks of the company, how much their voice counts, and its form in a file.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::contacts::{Contact, Means};
use super::plan::Plan;
use super::scenario::{Department, FactorInput, Scenario, any_weights, are_any_weights, is_false};
use crate::model::read::unique;

/// What one person thinks of the company.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    /// The company as this person sees it, under their name, or none where they gave none. Factors that
    /// are not in it they leave to the others.
    pub view: Scenario,
    /// How much the voice counts beside the others: from [`MIN_VOICE`] to [`MAX_VOICE`]; 1 as usual.
    ///
    /// [`MIN_VOICE`]: crate::model::MIN_VOICE
    /// [`MAX_VOICE`]: crate::model::MAX_VOICE
    pub voice: f64,
    /// The ballot that it was cast in, from 1 on; 0 where it was gathered in another way.
    pub round: u32,
}

impl Opinion {
    /// With the usual voice, gathered otherwise than in a ballot.
    pub fn new(view: Scenario) -> Self {
        Self {
            view,
            voice: 1.0,
            round: 0,
        }
    }

    /// Whose it is; empty where nobody said.
    pub fn name(&self) -> &str {
        self.view.name.trim()
    }

    /// Whether the person says anything of a factor, if only that they do not know.
    pub fn answers(&self, factor: &str) -> bool {
        self.view.factors.contains_key(factor)
    }
}

/// An opinion of a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpinionFile {
    // The fields of the scenario stand here again: see those of the first scenario of a file.
    name: String,
    #[serde(default = "any_weights", skip_serializing_if = "are_any_weights")]
    weight_doubt: f64,
    #[serde(default, skip_serializing_if = "is_false")]
    by_order: bool,
    departments: Vec<Department>,
    #[serde(deserialize_with = "unique::map")]
    factors: IndexMap<String, FactorInput>,
    #[serde(default, skip_serializing_if = "Plan::is_usual")]
    plan: Plan,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contacts: Vec<Contact>,
    #[serde(default, skip_serializing_if = "Means::is_usual")]
    means: Means,
    #[serde(default = "usual_voice", skip_serializing_if = "is_usual_voice")]
    voice: f64,
    #[serde(default, skip_serializing_if = "is_no_round")]
    round: u32,
}

fn usual_voice() -> f64 {
    1.0
}

fn is_usual_voice(voice: &f64) -> bool {
    *voice == usual_voice()
}

fn is_no_round(round: &u32) -> bool {
    *round == 0
}

impl From<OpinionFile> for Opinion {
    fn from(file: OpinionFile) -> Self {
        Self {
            view: Scenario {
                name: file.name,
                weight_doubt: file.weight_doubt,
                by_order: file.by_order,
                departments: file.departments,
                factors: file.factors,
                plan: file.plan,
                contacts: file.contacts,
                means: file.means,
            },
            voice: file.voice,
            round: file.round,
        }
    }
}

impl From<Opinion> for OpinionFile {
    fn from(opinion: Opinion) -> Self {
        let Opinion { view, voice, round } = opinion;
        Self {
            name: view.name,
            weight_doubt: view.weight_doubt,
            by_order: view.by_order,
            departments: view.departments,
            factors: view.factors,
            plan: view.plan,
            contacts: view.contacts,
            means: view.means,
            voice,
            round,
        }
    }
}
