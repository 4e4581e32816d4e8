//! The journal of the sessions as the minutes of what was decided, the same in the window and in
//! documents.

use jiff::civil::DateTime;

use super::{Teller, capital};
use crate::model::{Entry, Journal, Subject};

/// What was decided on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinutesDay {
    /// « 25 novembre 2026 ».
    pub day: String,
    /// In the order of time.
    pub lines: Vec<Minute>,
}

/// One change, as minutes tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minute {
    /// The place of the entry in the journal.
    pub place: usize,
    /// « 9 h 30 ».
    pub time: String,
    /// What changed.
    pub what: String,
    /// Who was at the keyboard; empty where nobody has said so.
    pub who: String,
    /// Why; empty where nobody has said so.
    pub why: String,
}

impl Teller<'_> {
    /// The minutes of all sessions, the first day first; none where nothing was noted.
    pub fn minutes(self, journal: &Journal) -> Vec<MinutesDay> {
        let mut days: Vec<MinutesDay> = Vec::new();
        let mut last = None;
        for (place, entry) in journal.entries.iter().enumerate() {
            let date = entry.at.date();
            if last != Some(date) {
                last = Some(date);
                let day = self.words.date(date);
                let lines = Vec::new();
                days.push(MinutesDay { day, lines });
            }
            if let Some(day) = days.last_mut() {
                day.lines.push(self.minute(place, entry));
            }
        }
        days
    }

    fn minute(self, place: usize, entry: &Entry) -> Minute {
        Minute {
            place,
            time: self.time_of_day(entry.at),
            what: capital(entry.what.get(self.words.lang())),
            who: entry.who.trim().to_owned(),
            why: entry.why.trim().to_owned(),
        }
    }

    /// « 9 h 30 ».
    pub fn time_of_day(self, at: DateTime) -> String {
        let args = [
            ("hours", at.hour().to_string()),
            ("minutes", format!("{:02}", at.minute())),
        ];
        self.words.with("time-of-day", &args)
    }

    /// A minute on one line: « 9 h 30 : Niveau de risque 40 → 60 (A. Martin). Motif : … ».
    pub fn minute_line(self, minute: &Minute) -> String {
        let Minute {
            time,
            what,
            who,
            why,
            ..
        } = minute;
        let what = match who.as_str() {
            "" => what.clone(),
            who => self
                .words
                .with("minute-by", &[("what", what.as_str()), ("who", who)]),
        };
        let args = [("time", time.as_str()), ("what", what.as_str())];
        let told = self.words.with("minute", &args);
        match why.as_str() {
            "" => told,
            why => {
                let args = [("minute", told.as_str()), ("why", why)];
                self.words.with("minute-why", &args)
            }
        }
    }

    /// How many older changes are no longer in the minutes; `None` where all are.
    pub fn minutes_left_out(self, journal: &Journal) -> Option<String> {
        let count = journal.left_out;
        (count > 0).then(|| self.words.with("minutes-left-out", &[("count", count)]))
    }

    /// The minutes as a text, to be put into a message or a document.
    pub fn minutes_text(self, title: &str, journal: &Journal) -> String {
        let mut text = format!("{}\n{title}\n", self.words.get("minutes-title"));
        if let Some(told) = self.minutes_left_out(journal) {
            text.push_str(&format!("\n{told}\n"));
        }
        for day in self.minutes(journal) {
            text.push_str(&format!("\n{}\n", day.day));
            for minute in &day.lines {
                text.push_str(&format!("– {}\n", self.minute_line(minute)));
            }
        }
        text
    }

    /// What a change was about, in a few words; a factor that the knowledge base does not have keeps
    /// its id.
    pub fn subject(self, subject: &Subject) -> String {
        let about = match subject {
            Subject::Factor(id) => {
                let factor = self.knowledge.factor(id);
                let label = factor.map(|factor| factor.label.get(self.words.lang()));
                return label.unwrap_or(id).to_owned();
            }
            Subject::Company => "company",
            Subject::Importances => "importances",
            Subject::Contacts => "contacts",
            Subject::Plan => "plan",
            Subject::Scenarios => "scenarios",
            Subject::Room => "room",
        };
        self.words.with("journal-about", &[("subject", about)])
    }
}
