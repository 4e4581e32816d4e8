//! A scenario: all that an answer depends on, by the ids of the knowledge base.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::contacts::{Contact, Means};
use super::plan::Plan;
use crate::model::knowledge::{Factor, Knowledge, SliderAt};
use crate::model::limits::USUAL_DOUBT;
use crate::model::read::unique;

/// A way in which the company is, could be, or is seen by someone: all that an answer depends on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Empty for the usual name.
    pub name: String,
    /// How far the weights are in doubt, 0 to 100: 0 takes them as they are, 100 takes any around them.
    #[serde(default = "any_weights", skip_serializing_if = "are_any_weights")]
    pub weight_doubt: f64,
    /// Whether only the order of the weights is known: those in doubt are then any in that order.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_order: bool,
    /// The departments that exist, in the order of the chart; general management is always there.
    /// [`Scenario::remove_department`] takes one away.
    pub departments: Vec<Department>,
    /// By factor id.
    #[serde(deserialize_with = "unique::map")]
    pub factors: IndexMap<String, FactorInput>,
    /// The company's own pace, and what is planned.
    #[serde(default, skip_serializing_if = "Plan::is_usual")]
    pub plan: Plan,
    /// The contact points of which something is decided by hand, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// The company's own means for its contact points.
    #[serde(default, skip_serializing_if = "Means::is_usual")]
    pub means: Means,
}

/// A department of the company; `name` replaces the usual label where it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// An id of the knowledge base, or one of the company’s own.
    pub id: String,
    /// Empty for the usual name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it may host the function, where the knowledge base has it as a possible place.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub hosts: bool,
    /// Whether it takes part beside the function, where the form has departments do so.
    #[serde(default, skip_serializing_if = "Part::is_usual")]
    pub part: Part,
}

/// Whether a department takes part beside the function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// As far as the themes that are its own matter.
    #[default]
    ByThemes,
    /// Whatever its themes.
    Always,
    /// Never.
    Never,
}

impl Part {
    /// Every one, as they are offered.
    pub const ALL: [Self; 3] = [Self::ByThemes, Self::Always, Self::Never];

    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl Department {
    /// A department under its usual name, which may host the function.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: String::new(),
            hosts: true,
            part: Part::default(),
        }
    }
}

/// One card: its weight and its sliders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorInput {
    /// Importance of the factor, 0 to 100; only the proportions between factors count.
    pub weight: f64,
    /// Option id; empty where the factor has no choice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub choice: String,
    /// Whether someone chose the option that a new profile has, so that it counts as said.
    #[serde(default, skip_serializing_if = "is_false")]
    pub chosen: bool,
    /// Nobody in the room knows: the factor then says nothing in an answer, and its sliders may be
    /// anything from 0 to 100 in the survey and on the paths; a choice stays as it is set.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unknown: bool,
    /// By quantity id.
    #[serde(deserialize_with = "unique::map")]
    pub quantities: IndexMap<String, Setting>,
    /// Themes that the users added; they count in the diversity. [`Scenario::remove_theme`] takes one
    /// away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<ExtraTheme>,
}

/// One slider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// 0 to 100.
    pub value: f64,
    /// How far the value may be off on either side, 0 to 100; any value in between, within 0 to 100, is
    /// as likely.
    #[serde(default = "usual_doubt", skip_serializing_if = "is_usual_doubt")]
    pub plus_minus: f64,
    /// What justifies the value; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A theme of the company's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraTheme {
    /// As the users wrote it.
    pub name: String,
    /// 0 to 100.
    pub value: f64,
    /// As of a slider.
    #[serde(default = "usual_doubt", skip_serializing_if = "is_usual_doubt")]
    pub plus_minus: f64,
    /// What justifies the value; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Setting {
    /// A value with the usual doubt, and no note.
    pub fn new(value: f64) -> Self {
        Self {
            value,
            plus_minus: USUAL_DOUBT,
            note: String::new(),
        }
    }
}

impl ExtraTheme {
    /// A theme of which nothing is said yet but its name.
    pub fn named(name: &str) -> Self {
        let Setting {
            value,
            plus_minus,
            note,
        } = Setting::new(50.0);
        Self {
            name: name.to_owned(),
            value,
            plus_minus,
            note,
        }
    }
}

impl FactorInput {
    /// The factor with every slider at its default.
    pub fn new(factor: &Factor) -> Self {
        Self {
            weight: 50.0,
            choice: factor
                .choice
                .as_ref()
                .map(|choice| choice.options[choice.default].id.clone())
                .unwrap_or_default(),
            chosen: false,
            unknown: false,
            quantities: factor
                .quantities
                .iter()
                .map(|quantity| (quantity.id.clone(), Setting::new(quantity.default)))
                .collect(),
            extra: Vec::new(),
        }
    }

    /// Whether someone has said anything of it: moved a slider, chosen, noted or doubted something. That
    /// a slider may be anything says nothing of it.
    pub fn is_described(&self, factor: &Factor) -> bool {
        let usual = Self::new(factor);
        let mut untouched = Self {
            weight: usual.weight,
            ..self.clone()
        };
        for (id, setting) in &mut untouched.quantities {
            if let Some(usual) = usual.quantities.get(id)
                && setting.is_anything()
            {
                (setting.value, setting.plus_minus) = (usual.value, usual.plus_minus);
            }
        }
        !self.unknown && untouched != usual
    }

    /// The value of a quantity; 0 for one that does not exist.
    pub fn value(&self, quantity: &str) -> f64 {
        self.quantities
            .get(quantity)
            .map_or(0.0, |setting| setting.value)
    }
}

impl Scenario {
    /// A scenario at the defaults, with every usual department.
    pub fn new(knowledge: &Knowledge) -> Self {
        Self {
            name: String::new(),
            weight_doubt: any_weights(),
            by_order: false,
            departments: knowledge
                .departments
                .iter()
                .map(|kind| Department::new(&kind.id))
                .collect(),
            factors: knowledge
                .factors
                .iter()
                .map(|factor| (factor.id.clone(), FactorInput::new(factor)))
                .collect(),
            plan: Plan::default(),
            contacts: Vec::new(),
            means: Means::default(),
        }
    }

    /// How many factors someone has described: those that are known, and not just as they come.
    pub fn described(&self, knowledge: &Knowledge) -> usize {
        let factors = knowledge.factors.iter();
        factors
            .filter_map(|factor| Some((factor, self.factors.get(&factor.id)?)))
            .filter(|(factor, input)| input.is_described(factor))
            .count()
    }

    /// A slider as it is set; `None` where the scenario lacks it.
    pub fn setting(&self, knowledge: &Knowledge, slider: SliderAt) -> Option<&Setting> {
        let factor = &knowledge.factors[slider.factor];
        let input = self.factors.get(&factor.id)?;
        input.quantities.get(&factor.quantities[slider.quantity].id)
    }

    /// A copy under another name.
    pub fn named(&self, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..self.clone()
        }
    }

    /// Whether the company has a department of this id.
    pub fn has_department(&self, id: &str) -> bool {
        self.departments
            .iter()
            .any(|department| department.id == id)
    }

    /// Whether the function may be attached to a department.
    pub fn can_host(&self, id: &str) -> bool {
        self.departments
            .iter()
            .any(|department| department.id == id && department.hosts)
    }
}

// What is not written in a file where it is as usual.

pub(super) fn any_weights() -> f64 {
    100.0
}

pub(super) fn are_any_weights(doubt: &f64) -> bool {
    *doubt == any_weights()
}

fn usual_doubt() -> f64 {
    USUAL_DOUBT
}

fn is_usual_doubt(doubt: &f64) -> bool {
    *doubt == USUAL_DOUBT
}

pub(super) fn is_false(value: &bool) -> bool {
    !value
}

fn yes() -> bool {
    true
}

fn is_true(value: &bool) -> bool {
    *value
}
