//! The vocabulary: knowledge base, profile, response curves, and what can be wrong with them.
//! Plain data and validation; nothing here knows of windows, files or time.

mod curve;
mod evolution;
mod knowledge;
mod locate;
mod migrate;
mod problem;
mod profile;
mod text;
mod unique;
mod validate;
mod validate_evolution;

pub use curve::{Curve, CurveTable, Direction};
pub use evolution::{
    Effect, EventChange, EventKind, EvolutionRule, MAX_EVENTS, MAX_PACE, MAX_QUARTERS, Plan,
    PlannedEvent, Stage,
};
pub use knowledge::{
    Alternative, Basis, Choice, ChoiceOption, Condition, CoverageRule, DepartmentKind, Evidence,
    Factor, Knowledge, Measure, Members, Posture, Quantity, Question, Reading, Response, Source,
    Warning,
};
pub use problem::{Problem, ProblemKind, Problems};
pub use profile::{
    Department, ExtraTheme, FactorInput, Header, MAX_DEPARTMENTS, MAX_EXTRA_THEMES, MAX_OPINIONS,
    MAX_SCENARIOS, Profile, Scenario, Scenarios, Setting, USUAL_DOUBT,
};
pub use text::{Lang, Text, calendar_date};

/// The version of the profile and knowledge formats that this program reads and writes.
pub const FORMAT: u32 = 1;

/// Most alternatives that a question can have: the ranking of samples is written for up to this many.
pub const MAX_ALTERNATIVES: usize = 6;

/// Most characters of a name: of a company, a person, a department, a theme, a scenario.
pub const MAX_NAME: usize = 200;

/// Most characters of a longer text: notes, descriptions, the wording of a knowledge base.
pub const MAX_TEXT: usize = 10_000;

/// Most items of any list of a knowledge base that others refer to.
pub const MAX_ITEMS: usize = 200;

/// Most factors that a knowledge base can have.
pub const MAX_FACTORS: usize = 16;

/// Id of the department that every company has.
pub const GENERAL_MANAGEMENT: &str = "general_management";
