//! How organisation and strategy move each other over time: the rule of the knowledge base, and
//! what a company plans.

use serde::{Deserialize, Serialize};

use super::knowledge::{Basis, Evidence};
use super::text::Text;

/// The longest course, in quarters: five years.
pub const MAX_QUARTERS: usize = 20;
/// The fastest pace, in per cent of the usual one.
pub const MAX_PACE: f64 = 200.0;
/// The most events that a plan can hold.
pub const MAX_EVENTS: usize = 40;

/// The evolution section of the knowledge base.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvolutionRule {
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
    /// How much of what is left of a shock fades in a quarter, in per cent.
    pub fading: f64,
    pub effects: Vec<Effect>,
    pub events: Vec<EventKind>,
    pub stages: Vec<Stage>,
}

/// What an organisation in place does to a slider, quarter after quarter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Question and alternative; `None` for what happens whatever the organisation.
    pub of: Option<(String, String)>,
    pub quantity: String,
    /// Points a quarter, at the usual pace, where the whole way is left; less as the end of the
    /// slider comes near: `points · (100 - x) / 100` upwards, `points · x / 100` downwards.
    pub points: f64,
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
    /// Question and alternative by position; resolved at load.
    #[serde(skip)]
    pub source: Option<(usize, usize)>,
    /// Factor and quantity by position; resolved at load.
    #[serde(skip)]
    pub target: (usize, usize),
}

/// Something that can be put on the timeline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventKind {
    pub id: String,
    pub label: Text,
    pub changes: Vec<EventChange>,
}

/// What an event changes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum EventChange {
    /// Moves a slider by some points, for good.
    Add(String, f64),
    /// Moves a slider by some points, which then fade.
    Shock(String, f64),
    /// Puts a slider at a value.
    Set(String, f64),
    /// Makes a factor's choice.
    Choose(String, String),
    /// Creates a department.
    Create(String),
    /// Closes a department.
    Close(String),
}

/// A stage of maturity: a form in place, and what was published about it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    pub form: String,
    pub label: Text,
    pub evidence: Vec<Evidence>,
}

/// What the company plans: its pace, and events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The company's own pace, in per cent of the usual one, 0 to 200.
    #[serde(default = "usual_pace", skip_serializing_if = "is_usual_pace")]
    pub pace: f64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<PlannedEvent>,
}

/// An event on the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedEvent {
    /// 1 to 20.
    pub quarter: usize,
    /// Id of an event of the knowledge base.
    pub event: String,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            pace: usual_pace(),
            events: Vec::new(),
        }
    }
}

impl Plan {
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

fn usual_pace() -> f64 {
    100.0
}

fn is_usual_pace(pace: &f64) -> bool {
    *pace == usual_pace()
}
