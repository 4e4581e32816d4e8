//! A profile: one company at one time. Its types, the file that holds it, and what is checked on the way.

mod check;
mod contacts;
mod content;
mod decide;
mod file;
mod journal;
mod kept;
mod load;
mod opinion;
mod plan;
mod review;
mod said;
mod scenario;
mod subject;

pub use contacts::{Contact, ContactState, ContactTheme, Means, Owner};
pub use content::{Header, Profile, Scenarios};
pub use journal::{Entry, Journal, Subject};
pub use opinion::Opinion;
pub use plan::{Plan, PlannedEvent};
pub use review::Review;
pub use said::Said;
pub use scenario::{Department, ExtraTheme, FactorInput, Part, Scenario, Setting};
