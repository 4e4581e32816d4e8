//! Pure functions from a knowledge base and a profile to answers. One engine serves all questions.

mod answer;
mod inputs;
mod reasons;
pub mod smaa;

pub use answer::{Answer, Answers, Verdict, fit};
pub use inputs::Inputs;
pub use reasons::{Pull, Reason, for_and_against, pull_of_measures};
