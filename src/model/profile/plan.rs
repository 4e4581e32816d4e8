//! What a company plans: its own pace, and events.

use serde::{Deserialize, Serialize};

/// What the company plans: its pace, and events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The company's own pace, in per cent of the usual one, 0 to 200.
    #[serde(default = "usual_pace", skip_serializing_if = "is_usual_pace")]
    pub pace: f64,
    /// What is planned, in any order; at most [`MAX_EVENTS`](crate::model::MAX_EVENTS).
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
    /// Whether nothing is planned, at the usual pace.
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
