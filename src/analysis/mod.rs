//! Pure functions from a knowledge base and a scenario to answers. One engine serves all questions.

#![warn(missing_docs)]

mod answer;
mod bounds;
mod comparable;
mod comparison;
mod coverage;
mod decisive;
mod dominance;
mod elicitation;
mod estimate;
mod evolution;
mod field;
mod findings;
mod group;
mod information;
mod inputs;
mod joint;
mod line;
mod reasons;
mod robustness;
mod scale;
mod sensitivity;
pub mod smaa;
mod together;
mod values;
mod verdict;
mod warnings;
mod whole;

pub use answer::{Answer, Answers};
pub use comparable::{Comparable, Comparables};
pub(crate) use comparison::answer_differences;
pub use coverage::{ContactPoint, Coverage, Shut, Theme};
pub use decisive::{TOLD_TURNS, Turn, Turns};
pub use dominance::{apart, dominances};
pub use elicitation::rank_order_centroid;
pub use estimate::Estimate;
pub use evolution::{
    Change, Course, Drift, Driver, Evolution, Freeze, Moment, Opening, Openings, Paths, Place,
    Rest, Reviewed, SliderDrift, Term, Wish, schedule,
};
pub use findings::Findings;
pub use group::{Choices, Group, Shares, Spread, Tally, counted, heard_in, tally};
pub use inputs::Inputs;
pub use joint::{JointFlip, smallest_joint};
pub(crate) use reasons::pull_of_measures;
pub use reasons::{Reason, for_and_against};
pub use robustness::{QuestionSurvey, SLICE, Sampler, Survey, USUAL_SEED};
pub use scale::{FAINT, TOLD, points};
pub use sensitivity::{Flip, Hold, Holds, Lever, Sensitivity};
pub use verdict::{Certainty, Verdict, Verdicts};
pub use warnings::warnings;
pub use whole::Clash;
