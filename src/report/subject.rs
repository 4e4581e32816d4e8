//! What a document is about.

use crate::model::{Profile, Scenario};

/// What a document tells of: a profile, looked at by one of its scenarios.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub profile: &'a Profile,
    /// The place of the scenario that is looked at; 0 is the first.
    pub shown: usize,
}

impl<'a> Subject<'a> {
    /// A profile, by the scenario that is answered where nobody chooses.
    pub fn first(profile: &'a Profile) -> Self {
        Self { profile, shown: 0 }
    }

    /// The scenario that is looked at.
    pub fn scenario(self) -> &'a Scenario {
        self.profile.scenarios.at(self.shown)
    }
}
