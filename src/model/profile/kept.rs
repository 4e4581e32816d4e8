//! Format 1 of the journal and of the review, as a profile file holds them.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::journal::{Entry, Journal, Subject};
use super::review::Review;
use super::scenario::{Scenario, is_false};
use crate::model::problem::ProblemKind;
use crate::model::read::locate::Step;
use crate::model::read::{Flaw, Flaws};
use crate::model::text::{Text, calendar_date};

/// The journal of a file.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct JournalFile {
    #[serde(default, skip_serializing_if = "is_false")]
    off: bool,
    #[serde(default, skip_serializing_if = "is_zero")]
    left_out: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    entries: Vec<EntryFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryFile {
    /// As `2026-11-24T09:30`.
    at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    who: String,
    about: Subject,
    what: Text,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
}

/// The review of a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewFile {
    /// Both as [`calendar_date`] reads them.
    on: String,
    from: String,
    foreseen: Scenario,
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// A time written as `2026-11-24T09:30`, and in no other of the forms that ISO 8601 has.
fn clock_time(text: &str) -> Option<DateTime> {
    let time: DateTime = text.parse().ok()?;
    (written(time) == text).then_some(time)
}

fn written(time: DateTime) -> String {
    format!("{}T{:02}:{:02}", time.date(), time.hour(), time.minute())
}

impl JournalFile {
    /// Whether a file need not speak of it.
    pub fn is_usual(&self) -> bool {
        !self.off && self.left_out == 0 && self.entries.is_empty()
    }

    /// The journal of the file; times that are none are told.
    pub fn into_journal(self, flaws: &mut Flaws) -> Journal {
        let entry = |(place, entry): (usize, EntryFile)| {
            let at = clock_time(&entry.at).unwrap_or_else(|| {
                let steps = ["journal", "entries"].map(Step::key).into_iter();
                let path = steps.chain([Step::Index(place), Step::key("at")]);
                let found = entry.at.clone();
                flaws.push(Flaw::new(path, ProblemKind::BadTime { found }));
                DateTime::default()
            });
            Arc::new(Entry {
                at,
                who: entry.who,
                about: entry.about,
                what: entry.what,
                why: entry.why,
            })
        };
        Journal {
            off: self.off,
            left_out: self.left_out,
            entries: self.entries.into_iter().enumerate().map(entry).collect(),
        }
    }
}

impl From<Journal> for JournalFile {
    fn from(journal: Journal) -> Self {
        let entry = |entry: Arc<Entry>| {
            let Entry {
                at,
                who,
                about,
                what,
                why,
            } = Arc::unwrap_or_clone(entry);
            EntryFile {
                at: written(at),
                who,
                about,
                what,
                why,
            }
        };
        Self {
            off: journal.off,
            left_out: journal.left_out,
            entries: journal.entries.into_iter().map(entry).collect(),
        }
    }
}

impl ReviewFile {
    /// The review of the file; days that are none are told.
    pub fn into_review(self, flaws: &mut Flaws) -> Review {
        let mut date = |field, found: String| -> Date {
            calendar_date(&found).unwrap_or_else(|| {
                let path = ["review", field].map(Step::key);
                flaws.push(Flaw::new(path, ProblemKind::BadDate { found }));
                Date::default()
            })
        };
        Review {
            on: date("on", self.on),
            from: date("from", self.from),
            foreseen: self.foreseen,
        }
    }
}

impl From<Review> for ReviewFile {
    fn from(review: Review) -> Self {
        Self {
            on: review.on.to_string(),
            from: review.from.to_string(),
            foreseen: review.foreseen,
        }
    }
}
