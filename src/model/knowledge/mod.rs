//! The knowledge base: the model as data, read from a file. What the file holds (`file`) is checked
//! and resolved in one walk (`resolve`) into what the program works with.

mod base;
mod check;
mod coverage;
mod curve;
mod direction;
mod factor;
mod file;
mod ids;
mod load;
mod names;
mod question;
mod reading;
mod resolve;
mod resolve_question;
mod resolve_rules;
mod resolve_steps;
mod rule;
mod source;
mod steps;
mod swing;
mod whole;

pub use base::{Content, FourQuestions, Knowledge};
pub use coverage::{Condition, CoverageRule, Hours, Posture, Warning};
pub use curve::{Curve, Reasons, Response, Standing};
pub use direction::Direction;
pub use factor::{Choice, ChoiceOption, DepartmentKind, Factor, Measure, Quantity};
pub use ids::{
    AlternativeId, DepartmentId, FactorId, MeasureId, OptionId, PostureId, QuantityId, QuestionId,
    ResponseId, SliderAt, SourceId, StageId, WarningId,
};
pub use question::{Alternative, Members, Question, Reach};
pub use reading::{Along, Levels, Reading};
pub use rule::{Effect, EventChange, EventKind, EvolutionRule, Moderator, Stage};
pub use source::{Basis, Evidence, Source};
pub use steps::{STEPS, Steps};
pub use whole::{Incompatible, Thresholds};
