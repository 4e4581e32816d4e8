//! Format 1 of a knowledge base, as its file holds it: what refers to something does so by its id.
//! See `assets/knowledge.ron`.

use serde::Deserialize;

use super::direction::Direction;
use super::ids::{
    AlternativeId, DepartmentId, FactorId, MeasureId, OptionId, QuantityId, QuestionId, SourceId,
};
use super::question::Members;
use crate::model::list::Id;
use crate::model::read::one_or_both;
use crate::model::text::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub format: u32,
    pub name: Text,
    pub sources: Vec<Source>,
    pub departments: Vec<Department>,
    pub factors: Vec<Factor>,
    pub questions: Vec<Question>,
    #[serde(default)]
    pub certainty: Option<Certainty>,
    #[serde(default)]
    pub steps: Option<Steps>,
    #[serde(default)]
    pub incompatible: Vec<Incompatible>,
    pub coverage: Coverage,
    pub warnings: Vec<Warning>,
    pub evolution: Evolution,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub year: Option<i32>,
    #[serde(deserialize_with = "one_or_both::text")]
    pub citation: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    pub id: String,
    pub label: Text,
    #[serde(default)]
    pub named: Option<Text>,
    /// Quantity ids of the extensible factor.
    pub themes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    pub id: String,
    pub label: Text,
    pub help: Text,
    pub quote: String,
    #[serde(default)]
    pub ask: Option<Text>,
    #[serde(default)]
    pub choice: Option<Choice>,
    #[serde(default)]
    pub extensible: bool,
    pub quantities: Vec<Quantity>,
    pub measures: Vec<Measure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    pub id: String,
    pub label: Text,
    pub low: Text,
    pub high: Text,
    pub default: f64,
    #[serde(default)]
    pub better: Option<Direction>,
    #[serde(default)]
    pub ask: Option<Text>,
    #[serde(default)]
    pub steps: Option<Vec<Text>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub label: Text,
    pub default: String,
    pub options: Vec<ChoiceOption>,
    #[serde(default)]
    pub weight: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    pub id: String,
    pub label: Text,
    pub outside: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub id: String,
    pub label: Text,
    pub reading: Reading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Reading {
    Level(String),
    Product {
        quantities: Vec<String>,
        #[serde(default)]
        only: Option<String>,
        #[serde(default)]
        unless: Option<String>,
    },
    Share(String),
    Diversity,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub label: Text,
    #[serde(default)]
    pub short: Option<Text>,
    pub too_close: f64,
    #[serde(default)]
    pub cases: u32,
    pub alternatives: Vec<Alternative>,
    #[serde(default)]
    pub reach: Vec<Reach>,
    pub responses: Vec<Response>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certainty {
    pub settled: f64,
    pub fragile: f64,
    pub contender: f64,
    pub least_described: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    pub values: Vec<f64>,
    pub plus_minus: f64,
    #[serde(default)]
    pub words: Option<Vec<Text>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incompatible {
    /// Question and alternative.
    pub one: (String, String),
    /// The same of another question.
    pub other: (String, String),
    pub why: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    pub factor: String,
    pub times: f64,
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub id: String,
    #[serde(default)]
    pub base: f64,
    pub label: Text,
    pub phrase: Text,
    pub department: Option<String>,
    pub evidence: Option<Evidence>,
    #[serde(default)]
    pub draws: Option<Members>,
    #[serde(default)]
    pub title: Option<Text>,
    #[serde(default)]
    pub outside: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub source: String,
    pub text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub measure: String,
    pub curves: Vec<Curve>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Curve {
    pub to: String,
    pub direction: Direction,
    pub points: Vec<(f64, f64)>,
    #[serde(default = "once")]
    pub times: f64,
    pub why: Text,
    #[serde(default)]
    pub reasons: Option<Reasons>,
    #[serde(default)]
    pub basis: Basis,
}

fn once() -> f64 {
    1.0
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    pub high: Text,
    pub low: Text,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Basis {
    #[default]
    Judgement,
    Article(String),
    Evidence(String),
    Cases(u32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    pub opens_from: f64,
    pub postures: Vec<Posture>,
    pub base: f64,
    pub gains: Vec<(String, f64)>,
    pub forms: Vec<(String, f64)>,
    #[serde(default)]
    pub hours: Option<Hours>,
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    pub per_point: f64,
    pub per_person: f64,
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posture {
    pub quantity: String,
    pub label: Text,
    pub effort: f64,
    #[serde(default)]
    pub grows_with: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    pub id: String,
    pub when: Condition,
    pub text: Text,
    #[serde(default)]
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Above(String, f64),
    Below(String, f64),
    Exceeds(String, String),
    Silent(String),
    Leads(String, String),
    Unattended,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evolution {
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
    pub fading: f64,
    pub effects: Vec<Effect>,
    pub events: Vec<Event>,
    pub stages: Vec<Stage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Question and alternative.
    pub of: Option<(String, String)>,
    pub quantity: String,
    pub points: f64,
    #[serde(default)]
    pub moderator: Option<Moderator>,
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Moderator {
    With(String),
    Against(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: String,
    pub label: Text,
    pub changes: Vec<EventChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub enum EventChange {
    Add(String, f64),
    Shock(String, f64),
    Set(String, f64),
    Choose(String, String),
    Create(String),
    Close(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    pub form: String,
    pub label: Text,
    pub evidence: Vec<Evidence>,
}

/// What has a name in the file that no other of its list has.
pub trait Named {
    /// What the program refers to it by.
    type Id: Id;

    /// Its name.
    fn id(&self) -> &str;
}

macro_rules! named {
    ($($of:ty => $id:ty),*) => {$(
        impl Named for $of {
            type Id = $id;

            fn id(&self) -> &str {
                &self.id
            }
        }
    )*};
}

named!(
    Source => SourceId,
    Department => DepartmentId,
    Factor => FactorId,
    Quantity => QuantityId,
    ChoiceOption => OptionId,
    Measure => MeasureId,
    Question => QuestionId,
    Alternative => AlternativeId
);
