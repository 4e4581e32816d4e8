//! Which screens there are and where they lead.

use crate::model::{FactorId, Knowledge};

/// One screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The first start: the ways in.
    Welcome,
    /// The examples, to start from one of them.
    Like,
    #[default]
    Company,
    Departments,
    Factor(FactorId),
    Last,
}

/// Where a screen leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Next,
    Back,
    To(Screen),
    /// To the sliders.
    Leave,
}

impl Screen {
    /// Every screen that counts as a step, in order.
    pub fn steps(knowledge: &Knowledge) -> Vec<Self> {
        let factors = knowledge.factors.ids().map(Self::Factor);
        [Self::Company, Self::Departments]
            .into_iter()
            .chain(factors)
            .collect()
    }
}
