//! The journal of the sessions: what was changed in the profile, when, by whom and why. It is a record
//! of the past: no answer depends on it, and it names things as they were called then.

use std::sync::Arc;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::model::limits::MAX_JOURNAL;
use crate::model::text::Text;

/// What was changed, in the order of time. What was undone is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Whether nothing is noted: somebody does not want it in the file.
    pub off: bool,
    /// At most [`MAX_JOURNAL`], the oldest first.
    pub entries: Vec<Arc<Entry>>,
    /// How many older ones were left out since, for want of room.
    pub left_out: usize,
}

/// One change: a step of the undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// To the minute, as the clock on the wall showed it.
    pub at: DateTime,
    /// Who was at the keyboard; may be empty.
    pub who: String,
    /// What it was about.
    pub about: Subject,
    /// What changed, in both languages.
    pub what: Text,
    /// Why; may be empty.
    pub why: String,
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// What the profile says of itself, or the departments.
    Company,
    /// The id of a factor, of the knowledge base that was then in use.
    Factor(String),
    /// How much factors count.
    Importances,
    /// The contact points, and the means for them.
    Contacts,
    /// What is planned.
    Plan,
    /// Which scenarios there are.
    Scenarios,
    /// What the people in the room think, and how much a named voice counts. Never what was said in a
    /// ballot, nor who cast one.
    Room,
}

impl Journal {
    /// Whether a file need not speak of it.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Adds a change; the oldest gives way where there is no room.
    pub fn add(&mut self, entry: Entry) {
        self.entries.push(Arc::new(entry));
        if self.entries.len() > MAX_JOURNAL {
            self.entries.remove(0);
            self.left_out += 1;
        }
    }

    /// Notes changes from now on, or not; without it nothing that was noted stays.
    pub fn keep(&mut self, kept: bool) {
        *self = Self {
            off: !kept,
            ..Self::default()
        };
    }

    /// Says why the entry at this place was made.
    pub fn explain(&mut self, place: usize, why: String) {
        if let Some(entry) = self.entries.get_mut(place) {
            Arc::make_mut(entry).why = why;
        }
    }
}
