//! How organisation and strategy move each other over time: the rule of evolution.

use super::ids::{AlternativeId, DepartmentId, FactorId, OptionId, QuestionId, SliderAt, StageId};
use super::source::{Basis, Evidence};
use crate::model::list::List;
use crate::model::text::Text;

/// The rule by which companies evolve.
#[derive(Clone, Debug, PartialEq)]
pub struct EvolutionRule {
    /// What justifies the rule.
    pub why: Text,
    /// What the rule rests on.
    pub basis: Basis,
    /// How much of what is left of a shock fades in a quarter, in per cent.
    pub fading: f64,
    /// What organisations do to sliders.
    pub effects: Vec<Effect>,
    /// What can be planned.
    pub events: Vec<EventKind>,
    /// The stages of maturity.
    pub stages: List<StageId, Stage>,
}

/// What an organisation in place does to a slider, quarter after quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The alternative in place; `None` for what happens whatever the organisation.
    pub of: Option<(QuestionId, AlternativeId)>,
    /// The slider that is moved.
    pub slider: SliderAt,
    /// Points a quarter, at the usual pace, where the whole way is left; less as the end of the
    /// slider comes near: `points · (100 - x) / 100` upwards, `points · x / 100` downwards.
    pub points: f64,
    /// What justifies the effect.
    pub why: Text,
    /// What the effect rests on.
    pub basis: Basis,
}

/// Something that can be put on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct EventKind {
    /// Its name in files.
    pub id: String,
    /// Its name on screen.
    pub label: Text,
    /// What it changes, in this order.
    pub changes: Vec<EventChange>,
}

/// What an event changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EventChange {
    /// Moves a slider by some points, for good.
    Add(SliderAt, f64),
    /// Moves a slider by some points, which then fade.
    Shock(SliderAt, f64),
    /// Puts a slider at a value, 0 to 100.
    Set(SliderAt, f64),
    /// Makes a factor's choice.
    Choose(FactorId, OptionId),
    /// Creates a department.
    Create(DepartmentId),
    /// Closes a department.
    Close(DepartmentId),
}

/// A stage of maturity: a form in place, and what was published about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The alternative of the form.
    pub form: AlternativeId,
    /// Its name on screen.
    pub label: Text,
    /// What was published about it.
    pub evidence: Vec<Evidence>,
}
