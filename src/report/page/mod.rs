//! The answer on one page: a sheet of paper that says all of it, or a slide that says the three things
//! that a room has to know.

mod a4;
mod chart;
mod column;
mod parts;
mod slide;
mod told;

pub use chart::titled;

use parts::Source;
pub(super) use parts::joined;

use crate::analysis::{Evolution, Findings, Paths};
use crate::model::{Header, MAX_QUARTERS, Scenario};
use crate::report::sheet::Sheet;
use crate::wording::Teller;

/// The size and shape of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, upright.
    Sheet,
    /// 16:9, for a projector.
    Slide,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::Sheet, Self::Slide];

    /// What [`Paper::from_name`] knows.
    pub const NAMES: [&'static str; 2] = ["a4", "16x9"];

    /// By its name on the command line: `a4` or `16x9`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "a4" => Some(Self::Sheet),
            "16x9" => Some(Self::Slide),
            _ => None,
        }
    }
}

/// Composes the page, in the largest type in which everything fits.
pub fn page(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    paths: &Paths,
    paper: Paper,
) -> Sheet {
    let evolution = Evolution::new(teller.knowledge, scenario, MAX_QUARTERS);
    let source = Source {
        teller,
        header,
        scenario,
        findings,
        evolution: &evolution,
        paths,
    };
    match paper {
        Paper::Sheet => a4::compose(source),
        Paper::Slide => slide::compose(source),
    }
}
