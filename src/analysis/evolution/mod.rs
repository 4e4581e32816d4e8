//! Organisation and strategy move each other: the company's course, quarter by quarter, where it
//! comes to rest, what is lost by freezing it, and when its contact points can open.
//!
//! "l’organisation à mettre en place découle à la fois de la stratégie, stratégie qui elle même
//! dépend de l’organisation" (C. Deniaud).

mod course;
mod engine;
mod freeze;
mod openings;
mod paths;
mod rest;
mod review;

pub use course::{Change, Course, Driver, Moment};
pub use freeze::Freeze;
pub use openings::{Opening, Openings, Place, Term, Wish, schedule};
pub use paths::Paths;
pub use rest::Rest;
pub use review::{Drift, Reviewed, SliderDrift};

use crate::model::{Knowledge, Scenario};

/// Everything that is said of a scenario over time, but for the uncertainty of its paths.
#[derive(Clone, Debug)]
pub struct Evolution {
    /// What becomes of the company, quarter by quarter.
    pub course: Course,
    /// Where that ends.
    pub rest: Rest,
    /// What keeping today’s organisation would cost.
    pub freeze: Freeze,
    /// When its contact points can open.
    pub openings: Openings,
}

impl Evolution {
    /// The course over `quarters` quarters.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, quarters: usize) -> Self {
        let course = Course::new(knowledge, scenario, quarters, false);
        let freeze = Freeze::new(knowledge, scenario, &course);
        let openings = Openings::new(&course);
        Self {
            rest: Rest::of(knowledge, scenario),
            course,
            freeze,
            openings,
        }
    }
}
