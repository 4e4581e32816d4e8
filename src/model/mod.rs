//! The vocabulary: knowledge base, profile, response curves, and what can be wrong with them.
//! Plain data, read and checked; nothing here knows of windows, files or time.

#![warn(missing_docs)]

mod article;
pub mod ballot;
pub mod ballot_code;
mod brand;
mod cases;
mod knowledge;
mod limits;
mod list;
mod opinions;
mod problem;
mod profile;
mod read;
mod text;

pub use article::{Paragraph, ParagraphKind, Passage, article, passage};
pub use brand::{Accent, Brand, BrandText, Logo, LogoFlaw, MAX_LOGO};
pub use cases::{Case, Cases, Known, Near, Rating, Sure};
pub use knowledge::{
    Along, Alternative, AlternativeId, Basis, Choice, ChoiceOption, Condition, Content,
    CoverageRule, Curve, DepartmentId, DepartmentKind, Direction, Effect, EventChange, EventKind,
    Evidence, EvolutionRule, Factor, FactorId, FourQuestions, Hours, Incompatible, Knowledge,
    Levels, Measure, MeasureId, Members, Moderator, OptionId, Posture, PostureId, Quantity,
    QuantityId, Question, QuestionId, Reach, Reading, Reasons, Response, ResponseId, STEPS,
    SliderAt, Source, SourceId, Stage, StageId, Standing, Steps, Thresholds, Warning, WarningId,
};
pub use limits::{
    FORMAT, GENERAL_MANAGEMENT, MAX_ALTERNATIVES, MAX_CONTACTS, MAX_DEPARTMENTS, MAX_EVENTS,
    MAX_EXTRA_THEMES, MAX_FACTORS, MAX_HOURS, MAX_ITEMS, MAX_JOURNAL, MAX_NAME, MAX_OPINIONS,
    MAX_PACE, MAX_PEOPLE, MAX_QUARTERS, MAX_SCENARIOS, MAX_TEXT, MAX_VOICE, MIN_BALLOTS, MIN_VOICE,
    USUAL_DOUBT,
};
pub use list::{Id, List};
pub use opinions::{Cell, Sheet, opinions};
pub use problem::{CellAt, CellProblem, Problem, ProblemKind, Problems};
pub use profile::{
    Contact, ContactState, ContactTheme, Department, Entry, ExtraTheme, FactorInput, Header,
    Journal, Means, Opinion, Owner, Part, Plan, PlannedEvent, Profile, Review, Said, Scenario,
    Scenarios, Setting, Subject,
};
pub use read::comments::Comments;
pub use text::{Lang, Text, calendar_date};
