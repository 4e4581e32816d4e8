//! What a deck tells.

use crate::analysis::{Evolution, Findings};
use crate::model::{Header, Scenario};
use crate::wording::Teller;

/// A company, what was found of it, and who puts that into words.
#[derive(Clone, Copy)]
pub struct Story<'a> {
    pub teller: Teller<'a>,
    pub header: &'a Header,
    pub scenario: &'a Scenario,
    pub findings: &'a Findings,
    pub evolution: &'a Evolution,
}
