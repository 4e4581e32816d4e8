//! The open profile: its contents, its file, what was saved of it, and what can be undone.

mod done;
mod history;

use std::path::Path;
use std::time::Duration;

use indexmap::IndexMap;
use jiff::civil::{Date, DateTime};

use crate::model::{
    Brand, Comments, Entry, Header, Journal, Knowledge, MAX_SCENARIOS, Problems, Profile, Review,
    Scenario,
};
use crate::store::{Example, Opened, Place, Poll, Stamp};
pub use done::done;
use history::{History, Ripe};

pub struct Document {
    pub profile: Profile,
    /// The scenario that is looked at; 0 is the first.
    active: usize,
    /// The file that it is saved in; `None` before the first save.
    pub path: Option<Place>,
    /// What the file held when it was last read or written here.
    pub stamp: Stamp,
    /// What a person wrote beside the values of the file.
    pub comments: Comments,
    /// Whether the file is known to be there no more, so that the work is nowhere but here.
    pub lost: bool,
    /// The profile as it was last saved, or else as it was opened or made.
    saved: Profile,
    history: History,
}

impl Document {
    pub fn new(profile: Profile, path: Option<Place>) -> Self {
        Self {
            saved: profile.clone(),
            history: History::new(profile.clone()),
            profile,
            active: 0,
            stamp: Stamp::default(),
            comments: Comments::default(),
            lost: false,
            path,
        }
    }

    /// What was read from a file.
    pub fn opened(opened: Opened, path: Place) -> Self {
        Self {
            stamp: opened.stamp,
            comments: opened.comments,
            ..Self::new(opened.profile, Some(path))
        }
    }

    /// Unsaved work that was found after a crash; `saved` is what its file holds, or a new profile
    /// where there is no file. It counts as changed.
    pub fn recovered(profile: Profile, path: Option<Place>, saved: Profile) -> Self {
        Self {
            saved,
            ..Self::new(profile, path)
        }
    }

    /// An example opens as a copy without a place, so that it cannot be overwritten.
    ///
    /// # Errors
    /// The example's problems; a test holds every example to have none.
    pub fn example(knowledge: &Knowledge, example: &Example) -> Result<Self, Problems> {
        let profile = Profile::parse(knowledge, example.name, example.text)?;
        Ok(Self::new(profile, None))
    }

    /// As it describes some company today, without saying which: what it says of itself is left out.
    #[must_use]
    pub fn of_nobody(self) -> Self {
        let header = Header {
            company: String::new(),
            date: today(),
            author: String::new(),
            description: IndexMap::new(),
            notes: String::new(),
            brand: Brand::default(),
            journal: Journal::default(),
            review: None,
        };
        Self::new(
            Profile {
                header,
                ..self.profile
            },
            None,
        )
    }

    /// The scenario that is looked at.
    pub fn scenario(&self) -> &Scenario {
        self.profile.scenarios.at(self.active)
    }

    /// The scenario that is looked at, to be changed.
    pub fn scenario_mut(&mut self) -> &mut Scenario {
        self.profile.scenarios.at_mut(self.active)
    }

    /// The header and the scenario that is looked at, both to be changed.
    pub fn parts_mut(&mut self) -> (&mut Header, &mut Scenario) {
        let Profile {
            header, scenarios, ..
        } = &mut self.profile;
        (header, scenarios.at_mut(self.active))
    }

    /// The file that it was read from or written to, and what that held.
    pub fn original(&self) -> Option<(&Path, Stamp)> {
        self.path.as_deref().map(|path| (path, self.stamp))
    }

    /// The folder of its file.
    pub fn folder(&self) -> Option<&Path> {
        self.path.as_deref().and_then(Path::parent)
    }

    pub fn is_changed(&self) -> bool {
        self.lost || self.profile != self.saved
    }

    pub fn mark_saved(&mut self, path: Place, stamp: Stamp) {
        self.stamp = stamp;
        self.path = Some(path);
        self.lost = false;
        self.saved = self.profile.clone();
    }

    /// Says that the file, which someone else has written, holds what is here.
    pub fn agree(&mut self, comments: Comments, stamp: Stamp) {
        self.comments = comments;
        self.stamp = stamp;
        self.saved = self.profile.clone();
    }

    /// Back to what was saved; can be undone.
    pub fn revert(&mut self, clerk: &impl Clerk) {
        self.keep(clerk);
        self.turn_to(self.saved.clone());
    }

    /// Takes what someone else has saved meanwhile; can be undone.
    pub fn take(&mut self, theirs: Opened, clerk: &impl Clerk) {
        self.keep(clerk);
        self.stamp = theirs.stamp;
        self.comments = theirs.comments;
        self.lost = false;
        self.saved = theirs.profile.clone();
        self.turn_to(theirs.profile);
    }

    /// What a ballot is about that would begin now.
    pub fn poll(&self, knowledge: &Knowledge) -> Poll {
        let rounds = self.profile.opinions.iter().map(|opinion| opinion.round);
        Poll {
            company: self.profile.header.company.clone(),
            knowledge: knowledge.fingerprint.clone(),
            round: rounds.max().unwrap_or_default() + 1,
            scenario: self.active,
        }
    }

    /// Whether a ballot is about what is open here, and would be the next.
    pub fn fits(&self, knowledge: &Knowledge, poll: &Poll) -> bool {
        let own = Poll {
            scenario: poll.scenario,
            ..self.poll(knowledge)
        };
        own == *poll && poll.scenario < self.profile.scenarios.count()
    }

    fn turn_to(&mut self, profile: Profile) {
        self.history.keep(&profile);
        self.put(profile);
    }

    /// The scenario that is looked at, by its place; 0 is the first.
    pub fn active(&self) -> usize {
        self.active
    }

    /// Looks at another scenario; alters nothing.
    pub fn activate(&mut self, scenario: usize) {
        if scenario < self.profile.scenarios.count() {
            self.active = scenario;
        }
    }

    /// Adds a copy of the active scenario under a name, and looks at it.
    pub fn add_scenario(&mut self, name: &str) {
        if self.profile.scenarios.others.len() >= MAX_SCENARIOS {
            return;
        }
        let copy = self.scenario().named(name);
        self.profile.scenarios.others.push(copy);
        self.active = self.profile.scenarios.others.len();
    }

    /// Removes the active scenario, unless it is the first; can be undone.
    pub fn remove_scenario(&mut self) {
        if let Some(place) = self.active.checked_sub(1) {
            self.profile.scenarios.others.remove(place);
            self.active = 0;
        }
    }

    /// Takes another state of the profile; looks at the same scenario where it is there.
    fn put(&mut self, profile: Profile) {
        self.active = self.active.min(profile.scenarios.others.len());
        self.profile = profile;
    }

    /// Gives the profile to the history; changes close in time become one step, but for what is `done` at
    /// once, by a click or a key. How long until the present change does.
    pub fn remember(&mut self, time: f64, done: bool, clerk: &impl Clerk) -> Option<Duration> {
        if done && let Some(before) = self.history.moved_before(&self.profile) {
            // What moved before it is a step of its own.
            let before = before.clone();
            let present = std::mem::replace(&mut self.profile, before);
            self.keep(clerk);
            let journal = self.profile.header.journal.clone();
            self.profile = present;
            self.profile.header.journal = journal;
        }
        match self.history.see(time, &self.profile, done) {
            Ripe::Same => None,
            Ripe::In(seconds) => Some(Duration::from_secs_f64(seconds)),
            Ripe::Now => {
                self.keep(clerk);
                None
            }
        }
    }

    /// Makes what is there now a step of its own, so that what comes next is undone by itself. A step
    /// is an entry of the journal too, so that an undo takes that one back with it.
    pub fn keep(&mut self, clerk: &impl Clerk) {
        let before = self.history.last();
        if *before == self.profile {
            return;
        }
        if !self.profile.header.journal.off
            && let Some(entry) = clerk.note(before, &self.profile)
        {
            match self.history.former() {
                // What is taken back by hand is no change, as what is undone is none.
                Some(former) if same_but_for_journal(former, &self.profile) => {
                    self.profile.header.journal = former.header.journal.clone();
                }
                _ => self.profile.header.journal.add(entry),
            }
        }
        self.history.keep(&self.profile);
    }

    /// Plans to look again on a day, and keeps what is foreseen from here; `None` for no such day.
    pub fn review_on(&mut self, day: Option<Date>) {
        let foreseen = self.scenario().clone();
        let header = &mut self.profile.header;
        header.review = day.map(|on| {
            Box::new(Review {
                on,
                from: header.date,
                foreseen,
            })
        });
    }

    /// The states to which an undo and a redo would lead; `None` where there is none.
    pub fn neighbours(&self) -> (Option<&Profile>, Option<&Profile>) {
        let history = &self.history;
        (history.before(&self.profile), history.after(&self.profile))
    }

    pub fn can_undo(&self) -> bool {
        self.history.before(&self.profile).is_some()
    }

    pub fn can_redo(&self) -> bool {
        self.history.after(&self.profile).is_some()
    }

    pub fn undo(&mut self, clerk: &impl Clerk) {
        self.keep(clerk);
        if let Some(before) = self.history.undo(&self.profile) {
            self.put(before);
        }
    }

    pub fn redo(&mut self) {
        if let Some(after) = self.history.redo(&self.profile) {
            self.put(after);
        }
    }
}

/// Whether two states differ in their journals at most.
fn same_but_for_journal(one: &Profile, other: &Profile) -> bool {
    let journal = &other.header.journal;
    let header = Header {
        journal: journal.clone(),
        ..one.header.clone()
    };
    header == other.header && one.scenarios == other.scenarios && one.opinions == other.opinions
}

/// Writes the journal.
pub trait Clerk {
    /// The entry for the step from one state to another; `None` where it is not to be noted.
    fn note(&self, before: &Profile, after: &Profile) -> Option<Entry>;
}

/// Today's date.
pub fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// What the clock on the wall shows, to the minute.
pub fn now() -> DateTime {
    let now = jiff::ZonedDateTime::now().datetime();
    now.with()
        .second(0)
        .subsec_nanosecond(0)
        .build()
        .unwrap_or(now)
}
