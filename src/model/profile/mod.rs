//! A profile: one company at one time, as set by the people in the room.

mod check;
mod file;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::evolution::Plan;
use super::knowledge::{Factor, Knowledge};
use super::problem::{self, Problems};
use super::text::Lang;
use super::{migrate, unique};
use file::File;

/// How far a slider may be off unless it is said otherwise, in points.
pub const USUAL_DOUBT: f64 = 10.0;
/// How many departments a chart can have, the general management included.
pub const MAX_DEPARTMENTS: usize = 41;
/// How many scenarios can stand beside the first.
pub const MAX_SCENARIOS: usize = 7;
/// How many opinions a profile can gather.
pub const MAX_OPINIONS: usize = 40;
/// How many themes of their own the users can add.
pub const MAX_EXTRA_THEMES: usize = 8;

/// A company, the ways in which it is or could be, and what people think of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// What the profile says of itself.
    pub header: Header,
    /// The ways in which the company is or could be.
    pub scenarios: Scenarios,
    /// What the people in the room think, each under a name or none.
    pub opinions: Vec<Scenario>,
}

/// What a profile says of itself; no answer depends on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The company’s name; may be empty.
    pub company: String,
    /// ISO 8601 calendar date, such as `2026-11-24`.
    pub date: String,
    /// Who made the profile; may be empty.
    pub author: String,
    /// What kind of company it is and why its answer is right, by language code.
    pub description: IndexMap<String, String>,
    /// For the report; may be empty.
    pub notes: String,
}

/// The scenarios of a profile: one at least.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenarios {
    /// The one that is answered where nobody chooses.
    pub first: Scenario,
    /// At most [`MAX_SCENARIOS`].
    pub others: Vec<Scenario>,
}

/// A way in which the company is, could be, or is seen by someone: all that an answer depends on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Empty for the usual name.
    pub name: String,
    /// How far the weights are in doubt, 0 to 100: 0 takes them as they are, 100 takes any weights.
    #[serde(default = "any_weights", skip_serializing_if = "are_any_weights")]
    pub weight_doubt: f64,
    /// The departments that exist, in the order of the chart; general management is always there.
    pub departments: Vec<Department>,
    /// By factor id.
    #[serde(deserialize_with = "unique::map")]
    pub factors: IndexMap<String, FactorInput>,
    /// The company's own pace, and what is planned.
    #[serde(default, skip_serializing_if = "Plan::is_usual")]
    pub plan: Plan,
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
}

impl Department {
    /// A department under its usual name, which may host the function.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: String::new(),
            hosts: true,
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
    /// Nobody in the room knows: the factor then says nothing, and may be anything.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unknown: bool,
    /// By quantity id.
    #[serde(deserialize_with = "unique::map")]
    pub quantities: IndexMap<String, Setting>,
    /// Themes that the users added; they count in the diversity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<ExtraTheme>,
}

/// One slider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// 0 to 100.
    pub value: f64,
    /// How far the value may be off on either side, 0 to 100.
    #[serde(default = "usual_doubt", skip_serializing_if = "is_usual_doubt")]
    pub plus_minus: f64,
    /// What justifies the value; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A theme of the company's own; its value is taken to be off by the usual doubt at most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraTheme {
    /// As the users wrote it.
    pub name: String,
    /// 0 to 100.
    pub value: f64,
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

impl FactorInput {
    /// The factor with every slider at its default.
    pub fn new(factor: &Factor) -> Self {
        Self {
            weight: 50.0,
            choice: factor
                .choice
                .as_ref()
                .map(|choice| choice.default.clone())
                .unwrap_or_default(),
            unknown: false,
            quantities: factor
                .quantities
                .iter()
                .map(|quantity| (quantity.id.clone(), Setting::new(quantity.default)))
                .collect(),
            extra: Vec::new(),
        }
    }

    /// The value of a quantity; 0 for one that does not exist.
    pub fn value(&self, quantity: &str) -> f64 {
        self.quantities
            .get(quantity)
            .map_or(0.0, |setting| setting.value)
    }
}

impl Profile {
    /// A profile at the defaults, with every usual department.
    pub fn new(knowledge: &Knowledge, date: &str) -> Self {
        Self {
            header: Header {
                company: String::new(),
                date: date.to_owned(),
                author: String::new(),
                description: IndexMap::new(),
                notes: String::new(),
            },
            scenarios: Scenarios {
                first: Scenario::new(knowledge),
                others: Vec::new(),
            },
            opinions: Vec::new(),
        }
    }

    /// Reads and validates a profile.
    ///
    /// # Errors
    /// Every problem found, each with `file`, line, column and field.
    pub fn parse(knowledge: &Knowledge, file: &str, text: &str) -> Result<Self, Problems> {
        let (read, text) = problem::read(file, text, &migrate::PROFILE, |read: &File| read.format)?;
        let mut profile = Self::from(read);
        check::check(knowledge, &profile).place(file, &text)?;
        for scenario in profile.scenarios.iter_mut().chain(&mut profile.opinions) {
            put_in_order(knowledge, &mut scenario.factors);
        }
        Ok(profile)
    }

    /// The profile as a file: readable, stable, one value a line.
    ///
    /// # Errors
    /// Only where RON cannot hold a value, which validation excludes.
    pub fn to_text(&self) -> Result<String, ron::Error> {
        file::to_text(self)
    }
}

impl Header {
    /// The description in `lang`, or in the other language where only that one is written.
    pub fn description(&self, lang: Lang) -> &str {
        [lang, lang.other()]
            .iter()
            .find_map(|lang| self.description.get(lang.code()))
            .map_or("", String::as_str)
    }
}

impl Scenarios {
    /// How many there are; 1 or more.
    pub fn count(&self) -> usize {
        1 + self.others.len()
    }

    /// The scenario at a place, of which 0 is the first; the first where there is none.
    pub fn at(&self, place: usize) -> &Scenario {
        let other = place
            .checked_sub(1)
            .and_then(|place| self.others.get(place));
        other.unwrap_or(&self.first)
    }

    /// As [`Scenarios::at`].
    pub fn at_mut(&mut self, place: usize) -> &mut Scenario {
        let other = place.checked_sub(1);
        other
            .and_then(|place| self.others.get_mut(place))
            .unwrap_or(&mut self.first)
    }

    /// All of them, the first one first.
    pub fn iter(&self) -> impl Iterator<Item = &Scenario> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// As [`Scenarios::iter`].
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Scenario> {
        std::iter::once(&mut self.first).chain(&mut self.others)
    }
}

impl Scenario {
    /// A scenario at the defaults, with every usual department.
    pub fn new(knowledge: &Knowledge) -> Self {
        Self {
            name: String::new(),
            weight_doubt: any_weights(),
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
        }
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

fn put_in_order(knowledge: &Knowledge, factors: &mut IndexMap<String, FactorInput>) {
    let position = |id: &str| knowledge.factors.iter().position(|f| f.id == id);
    factors.sort_by(|a, _, b, _| position(a).cmp(&position(b)));
    for factor in &knowledge.factors {
        let Some(input) = factors.get_mut(&factor.id) else {
            continue;
        };
        let position = |id: &str| factor.quantities.iter().position(|q| q.id == id);
        input
            .quantities
            .sort_by(|a, _, b, _| position(a).cmp(&position(b)));
    }
}

// What is not written in a file where it is as usual.

fn any_weights() -> f64 {
    100.0
}

fn are_any_weights(doubt: &f64) -> bool {
    *doubt == any_weights()
}

fn usual_doubt() -> f64 {
    USUAL_DOUBT
}

fn is_usual_doubt(doubt: &f64) -> bool {
    *doubt == USUAL_DOUBT
}

fn is_false(value: &bool) -> bool {
    !value
}

fn yes() -> bool {
    true
}

fn is_true(value: &bool) -> bool {
    *value
}
