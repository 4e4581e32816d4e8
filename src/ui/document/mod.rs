//! The open profile: what it is, where it lives, what was saved, and what can be undone.

mod history;

use std::path::{Path, PathBuf};

use crate::analysis::Lever;
use crate::model::{Knowledge, MAX_SCENARIOS, Problems, Profile};
use crate::store::{Example, Stamp};
use history::History;

pub struct Document {
    /// What the window works on: the active scenario stands in the place of the first.
    pub profile: Profile,
    /// The active scenario; 0 is the first.
    active: usize,
    /// Where it is saved; `None` until it is.
    pub path: Option<PathBuf>,
    /// What the file held when it was last read or written here.
    pub stamp: Stamp,
    /// As it is on disk, or as it was opened or made.
    saved: Profile,
    history: History,
}

impl Document {
    pub fn new(profile: Profile, path: Option<PathBuf>) -> Self {
        Self {
            saved: profile.clone(),
            history: History::new(profile.clone()),
            profile,
            active: 0,
            stamp: Stamp::default(),
            path,
        }
    }

    /// Work that was never saved: it differs from `saved`, what is on disk, or from nothing at all.
    pub fn recovered(profile: Profile, path: Option<PathBuf>, saved: Profile) -> Self {
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

    /// The profile as it is written: every scenario in its own place.
    pub fn whole(&self) -> Profile {
        let mut whole = self.profile.clone();
        if let Some(place) = self.active.checked_sub(1) {
            whole.swap_scenario(place);
        }
        whole
    }

    /// The file that it was read from or written to, and what that held.
    pub fn original(&self) -> Option<(&Path, Stamp)> {
        self.path.as_deref().map(|path| (path, self.stamp))
    }

    pub fn is_changed(&self) -> bool {
        if self.active == 0 {
            self.profile != self.saved
        } else {
            self.whole() != self.saved
        }
    }

    pub fn mark_saved(&mut self, path: PathBuf, stamp: Stamp) {
        self.stamp = stamp;
        self.path = Some(path);
        self.saved = self.whole();
    }

    /// Back to what was saved; can be undone.
    pub fn revert(&mut self) {
        self.turn_to(self.saved.clone());
    }

    /// Takes what someone else has saved meanwhile; can be undone.
    pub fn take(&mut self, theirs: Profile, stamp: Stamp) {
        self.stamp = stamp;
        self.saved = theirs.clone();
        self.turn_to(theirs);
    }

    fn turn_to(&mut self, profile: Profile) {
        let before = self.whole();
        self.history.keep(&before);
        self.history.keep(&profile);
        self.put(profile);
    }

    /// The active scenario; 0 is the first.
    pub fn active(&self) -> usize {
        self.active
    }

    /// Looks at another scenario; alters nothing.
    pub fn activate(&mut self, scenario: usize) {
        let whole = self.whole();
        self.active = scenario;
        self.put(whole);
    }

    /// Adds a copy of the active scenario under a name, and looks at it.
    pub fn add_scenario(&mut self, name: &str) {
        if self.profile.scenarios.len() >= MAX_SCENARIOS {
            return;
        }
        let copy = self.profile.as_scenario(name);
        let mut whole = self.whole();
        whole.scenarios.push(copy);
        self.active = whole.scenarios.len();
        self.put(whole);
    }

    /// Removes the active scenario, unless it is the first; can be undone.
    pub fn remove_scenario(&mut self) {
        let Some(place) = self.active.checked_sub(1) else {
            return;
        };
        let mut whole = self.whole();
        whole.scenarios.remove(place);
        self.active = 0;
        self.put(whole);
    }

    /// Takes a whole profile, with the active scenario put first for the window.
    fn put(&mut self, whole: Profile) {
        self.profile = whole;
        self.active = self.active.min(self.profile.scenarios.len());
        if let Some(place) = self.active.checked_sub(1) {
            self.profile.swap_scenario(place);
        }
    }

    /// Moves one slider or weight.
    pub fn move_lever(&mut self, knowledge: &Knowledge, lever: Lever, value: f64) {
        let (Lever::Quantity { factor, .. } | Lever::Weight { factor }) = lever;
        let factor = &knowledge.factors[factor];
        let Some(input) = self.profile.factors.get_mut(&factor.id) else {
            return;
        };
        match lever {
            Lever::Weight { .. } => input.weight = value,
            Lever::Quantity { quantity, .. } => {
                let id = &factor.quantities[quantity].id;
                if let Some(setting) = input.quantities.get_mut(id) {
                    setting.value = value;
                }
            }
        }
    }

    /// Lets the history see the profile; changes close in time become one step.
    pub fn remember(&mut self, time: f64) {
        let whole = self.whole();
        self.history.see(time, &whole);
    }

    /// What an undo would lead to, and what a redo would; `None` where there is nothing to do.
    pub fn neighbours(&self) -> (Option<&Profile>, Option<&Profile>) {
        let whole = self.whole();
        (self.history.before(&whole), self.history.after(&whole))
    }

    pub fn can_undo(&self) -> bool {
        self.neighbours().0.is_some()
    }

    pub fn can_redo(&self) -> bool {
        self.neighbours().1.is_some()
    }

    pub fn undo(&mut self) {
        let whole = self.whole();
        if let Some(before) = self.history.undo(&whole) {
            self.put(before);
        }
    }

    pub fn redo(&mut self) {
        let whole = self.whole();
        if let Some(after) = self.history.redo(&whole) {
            self.put(after);
        }
    }
}
