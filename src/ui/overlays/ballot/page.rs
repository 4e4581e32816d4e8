//! What the screens of a ballot are given, and what somebody does on one.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::turn::Step;
use crate::store::{Poll, Urn};
use crate::ui::asking::Measures;
use crate::wording::Teller;

/// What the invitation says beside what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invitation {
    Open {
        /// Whether a ballot was just cast.
        thanks: bool,
        /// Whether the focus is to be put on its first button.
        begins: bool,
    },
    /// The end of the ballot is asked for; `begins` as above.
    Ending { how: Outcome, begins: bool },
}

/// How a ballot ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is counted.
    Count,
    /// Nothing of it is kept.
    Cancel,
}

/// What somebody does on a screen.
pub enum Deed {
    Begin,
    Phones,
    Ask(Outcome),
    Stay,
    End(Outcome),
    Next,
    Back,
    /// Leaves the factor to the others, and goes on.
    Skip,
    To(Step),
    Leave,
    /// Gives the turn up.
    GiveUp,
    Cast,
}

/// The screen while it is shown.
pub struct Page<'a> {
    pub teller: Teller<'a>,
    pub measures: Measures,
    pub poll: &'a Poll,
    pub count: usize,
    /// Whether phones can vote.
    pub open: bool,
    pub deed: Option<Deed>,
}

impl Invitation {
    pub fn open(thanks: bool) -> Self {
        Self::Open {
            thanks,
            begins: true,
        }
    }
}

/// The urn of a ballot, which those who vote on other devices share.
pub type SharedUrn = Arc<Mutex<Urn>>;

/// Whoever panicked with the urn in hand has left it whole: it changes in one step.
pub fn at_hand(urn: &SharedUrn) -> MutexGuard<'_, Urn> {
    urn.lock().unwrap_or_else(PoisonError::into_inner)
}
