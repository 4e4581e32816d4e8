//! What contact points weigh and who holds them, and the article's warnings.

use super::ids::{AlternativeId, MeasureId, PostureId, QuestionId, SliderAt};
use super::source::Basis;
use crate::model::list::List;
use crate::model::text::Text;

/// How heavy contact points are, and what holds them.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageRule {
    /// A contact point is open from `theme · posture / 100` of this on, both sliders 0 to 100; what is
    /// not known opens none.
    pub opens_from: f64,
    /// The ways of being there.
    pub postures: List<PostureId, Posture>,
    /// Capacity of any company, in the points in which loads are counted.
    pub base: f64,
    /// Capacity gained per point of a measure; a silent one gains nothing.
    pub gains: Vec<(MeasureId, f64)>,
    /// What each form multiplies the capacity by; 1 where it is not listed.
    pub forms: Vec<(AlternativeId, f64)>,
    /// What the points of the rule are in hours.
    pub hours: Hours,
    /// What justifies the rule.
    pub why: Text,
    /// What the rule rests on.
    pub basis: Basis,
}

/// What loads and capacities are in hours of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// Hours a week for each point of a load or a capacity.
    pub per_point: f64,
    /// Hours of one person in a week.
    pub per_person: f64,
    /// What justifies the two; `None` where the base does not say them.
    pub why: Option<Text>,
    /// What they rest on.
    pub basis: Basis,
}

impl Default for Hours {
    fn default() -> Self {
        Self {
            per_point: 0.2,
            per_person: 35.0,
            why: None,
            basis: Basis::Judgement,
        }
    }
}

/// A way of being there: a slider of the strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct Posture {
    /// The slider that says how much the company is there in this way.
    pub slider: SliderAt,
    /// The posture in a few words, after the name of a theme.
    pub label: Text,
    /// Load per point of `theme · posture / 100`.
    pub effort: f64,
    /// A measure that makes it heavier: the load counts `1 + measure / 100` times, once while the
    /// measure is silent.
    pub grows_with: Option<MeasureId>,
}

/// A warning and when it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// Its name in the file.
    pub id: String,
    /// When it holds.
    pub when: Condition,
    /// What is said.
    pub text: Text,
    /// What it rests on.
    pub basis: Basis,
}

/// When a warning holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// All of these hold.
    All(Vec<Self>),
    /// One of these holds, or more.
    Any(Vec<Self>),
    /// The measure is above a limit, 0 to 100.
    Above(MeasureId, f64),
    /// The measure is below a limit, 0 to 100.
    Below(MeasureId, f64),
    /// The first measure is above the second.
    Exceeds(MeasureId, MeasureId),
    /// The measure has nothing to say.
    Silent(MeasureId),
    /// The question's leading answer is this alternative.
    Leads(QuestionId, AlternativeId),
    /// A contact point would be open without anyone to hold it.
    Unattended,
}
