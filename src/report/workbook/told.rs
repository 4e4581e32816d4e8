//! What every sheet is made from.

use super::super::subject::Subject;
use crate::analysis::Findings;
use crate::wording::Teller;

/// A scenario, what was found of it, and who tells it.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub teller: Teller<'a>,
    pub subject: Subject<'a>,
    pub findings: &'a Findings,
}
