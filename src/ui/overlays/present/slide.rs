//! The slides, in the order of the story: the answer, why, one factor at a time, how solid it is, what it
//! asks of the company, how it goes on, and what to do.

use crate::model::{FactorId, Knowledge};
use crate::wording::Teller;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    Answer,
    Because,
    Factor(FactorId),
    Solid,
    Contacts,
    Evolution,
    Turns,
    Next,
}

impl Slide {
    pub fn all(knowledge: &Knowledge) -> Vec<Self> {
        let factors = knowledge.factors.ids().map(Self::Factor);
        [Self::Answer, Self::Because]
            .into_iter()
            .chain(factors)
            .chain([
                Self::Solid,
                Self::Contacts,
                Self::Evolution,
                Self::Turns,
                Self::Next,
            ])
            .collect()
    }

    /// What the slide is about; nothing of the answer, so that it may stand over a hidden one.
    pub fn title(self, teller: Teller<'_>) -> String {
        teller.words.get(match self {
            Self::Factor(factor) => {
                let label = &teller.knowledge.factors[factor].label;
                return label.get(teller.words.lang()).to_owned();
            }
            Self::Answer => "present-slide-answer",
            Self::Because => "present-slide-because",
            Self::Solid => "present-slide-solid",
            Self::Contacts => "present-slide-contacts",
            Self::Evolution => "present-slide-evolution",
            Self::Turns => "present-slide-turns",
            Self::Next => "present-slide-next",
        })
    }

    /// Whether it tells of the years to come.
    pub fn looks_ahead(self) -> bool {
        matches!(self, Self::Evolution | Self::Next)
    }

    /// Whether it shows the chart, under the answer in full.
    pub fn has_chart(self) -> bool {
        matches!(self, Self::Answer | Self::Factor(_))
    }
}
