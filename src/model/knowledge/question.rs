//! Questions, what can be answered to them, and the curves that say which answer fits.

use super::curve::{CurveTable, Response};
use super::ids::{AlternativeId, DepartmentId, FactorId, ResponseId};
use super::source::{Basis, Evidence};
use crate::model::list::List;
use crate::model::text::Text;

/// One of the questions that the engine answers.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name in files.
    pub id: String,
    /// Its name on screen.
    pub label: Text,
    /// The same in one word, where there is little room.
    pub short: Text,
    /// Margin, in points of fit, by which another alternative must lead before a company changes what it
    /// has in place: an indifference threshold.
    pub too_close: f64,
    /// How many known organisations the strength of its curves was fitted on; 0 for none.
    pub cases: u32,
    /// What can be answered; one or more, at most [`MAX_ALTERNATIVES`](crate::model::MAX_ALTERNATIVES).
    pub alternatives: List<AlternativeId, Alternative>,
    /// Factors that reach farther or less far than the others at equal importance.
    pub reach: Vec<Reach>,
    /// Which measures speak; one or more, none of them twice.
    pub responses: List<ResponseId, Response>,
    /// Per factor: what the sum of its curves is multiplied by, its reach over its swing, so that
    /// equal importances reach equally far however many measures a factor has.
    pub scales: List<FactorId, f64>,
    /// The curves of the responses, for those who read them a million times.
    pub(crate) table: CurveTable,
}

/// A factor whose reach differs from that of the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// Which factor.
    pub factor: FactorId,
    /// How many times as far as the others it reaches at equal importance.
    pub times: f64,
    /// One sentence that justifies it.
    pub why: Text,
    /// What it rests on.
    pub basis: Basis,
}

/// Something that can be answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Its name in files.
    pub id: String,
    /// Its value before anything is known of the company, from how often others chose it.
    pub base: f64,
    /// Its name on screen.
    pub label: Text,
    /// The alternative as part of the answer's sentence.
    pub phrase: Text,
    /// Department without which the alternative is impossible.
    pub department: Option<DepartmentId>,
    /// A published finding to show beside it.
    pub evidence: Option<Evidence>,
    /// What the alternative puts in the departments of the chart.
    pub draws: Option<Members>,
    /// The title that the alternative gives to the function on the chart.
    pub title: Option<Text>,
    /// The body outside the company that the alternative adds to the chart.
    pub outside: Option<Text>,
}

/// Who takes part beside the function itself, on the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub enum Members {
    /// Uncoordinated initiatives in the departments.
    Initiatives,
    /// One team under the function.
    Team,
    /// A correspondent in each department, tied to the function.
    Correspondents,
    /// Hubs in the departments whose themes matter most, tied to the function.
    Hubs,
    /// Every department takes part, tied to the function.
    Everyone,
}

impl Members {
    /// How many departments, beside general management and the one that hosts the function, there
    /// must be for anyone to take part.
    pub fn least_departments(self) -> usize {
        match self {
            Self::Initiatives | Self::Team => 0,
            Self::Correspondents | Self::Everyone => 1,
            Self::Hubs => 2,
        }
    }
}

impl Question {
    /// Whether what is asked is a department of the company.
    pub fn hosts(&self) -> bool {
        let mut alternatives = self.alternatives.iter();
        alternatives.any(|alternative| alternative.department.is_some())
    }

    /// The alternative of this id, and where it stands.
    pub fn alternative(&self, id: &str) -> Option<(AlternativeId, &Alternative)> {
        self.alternatives
            .pairs()
            .find(|(_, alternative)| alternative.id == id)
    }
}
