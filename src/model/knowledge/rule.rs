//! How organisation and strategy move each other over time: the rule of evolution.

use super::factor::Factor;
use super::ids::{
    AlternativeId, DepartmentId, FactorId, OptionId, QuantityId, QuestionId, SliderAt, StageId,
};
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
    /// What the company has that carries the effect or holds it back; `None` where nothing does.
    pub moderator: Option<Moderator>,
    /// What justifies the effect.
    pub why: Text,
    /// What the effect rests on.
    pub basis: Basis,
}

/// A slider `x` that carries an effect, or holds it back: no company goes at the pace of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moderator {
    /// The effect counts `x / 100`: whole where the slider is at 100, not at all at 0.
    With(SliderAt),
    /// The effect counts `1 - x / 100`.
    Against(SliderAt),
}

impl Moderator {
    /// How much of the effect counts, in per cent, with the slider told by `level`; what is not known
    /// is taken in the middle.
    #[inline]
    pub fn per_cent(self, level: impl Fn(SliderAt) -> Option<f64>) -> f64 {
        match self {
            Self::With(slider) => level(slider).unwrap_or(50.0),
            Self::Against(slider) => 100.0 - level(slider).unwrap_or(50.0),
        }
    }
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

impl EventKind {
    /// Whether it says everything of a factor: its choice, if it has one, and where each slider is.
    /// Of themes that users added no event says anything.
    pub fn tells_all(&self, id: FactorId, factor: &Factor) -> bool {
        let sets = |quantity: QuantityId| {
            let slider = SliderAt {
                factor: id,
                quantity,
            };
            let mut changes = self.changes.iter();
            changes.any(|change| matches!(change, EventChange::Set(set, _) if *set == slider))
        };
        let chooses =
            |change: &EventChange| matches!(change, EventChange::Choose(of, _) if *of == id);
        !factor.extensible
            && factor.quantities.ids().all(sets)
            && (factor.choice.is_none() || self.changes.iter().any(chooses))
    }
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
    /// Creates a department, which may host the function; one that is there already stays as it is,
    /// whether it hosts or not.
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
