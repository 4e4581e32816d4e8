//! A profile: one company at one time, as set by the people in the room.

use indexmap::IndexMap;
use jiff::civil::Date;

use super::journal::Journal;
use super::opinion::Opinion;
use super::review::Review;
use super::scenario::Scenario;
use crate::model::brand::Brand;
use crate::model::knowledge::Knowledge;
use crate::model::text::Lang;

/// A company, the ways in which it is or could be, and what people think of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// What the profile says of itself.
    pub header: Header,
    /// The ways in which the company is or could be.
    pub scenarios: Scenarios,
    /// What the people in the room think, each under a name or none.
    pub opinions: Vec<Opinion>,
}

/// What a profile says of itself; no answer depends on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The company’s name; may be empty.
    pub company: String,
    /// The day on which it describes the company.
    pub date: Date,
    /// Who made the profile; may be empty.
    pub author: String,
    /// What kind of company it is and why its answer is right, by language code.
    pub description: IndexMap<String, String>,
    /// For the report; may be empty.
    pub notes: String,
    /// The company's own marks, in the place of those of the settings.
    pub brand: Brand,
    /// What was changed in the sessions.
    pub journal: Journal,
    /// When the answer is to be looked at again, if anyone has said so.
    pub review: Option<Box<Review>>,
}

/// The scenarios of a profile: one at least.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenarios {
    /// The one that is answered where nobody chooses.
    pub first: Scenario,
    /// At most [`MAX_SCENARIOS`].
    pub others: Vec<Scenario>,
}

impl Profile {
    /// A profile at the defaults, with every usual department.
    pub fn new(knowledge: &Knowledge, date: Date) -> Self {
        Self {
            header: Header {
                company: String::new(),
                date,
                author: String::new(),
                description: IndexMap::new(),
                notes: String::new(),
                brand: Brand::default(),
                journal: Journal::default(),
                review: None,
            },
            scenarios: Scenarios {
                first: Scenario::new(knowledge),
                others: Vec::new(),
            },
            opinions: Vec::new(),
        }
    }
}

impl Header {
    /// The description in `lang`, or in the other language where only that one is written.
    pub fn description(&self, lang: Lang) -> &str {
        [lang, lang.other()]
            .iter()
            .find_map(|lang| self.description.get(lang.code()))
            .map_or("", String::as_str)
    }
}

impl Scenarios {
    /// How many there are; 1 or more.
    pub fn count(&self) -> usize {
        1 + self.others.len()
    }

    /// The scenario at a place, of which 0 is the first; the first where there is none.
    pub fn at(&self, place: usize) -> &Scenario {
        let other = place
            .checked_sub(1)
            .and_then(|place| self.others.get(place));
        other.unwrap_or(&self.first)
    }

    /// As [`Scenarios::at`].
    pub fn at_mut(&mut self, place: usize) -> &mut Scenario {
        let other = place.checked_sub(1);
        other
            .and_then(|place| self.others.get_mut(place))
            .unwrap_or(&mut self.first)
    }

    /// All of them, the first one first.
    pub fn iter(&self) -> impl Iterator<Item = &Scenario> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// As [`Scenarios::iter`].
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Scenario> {
        std::iter::once(&mut self.first).chain(&mut self.others)
    }
}
