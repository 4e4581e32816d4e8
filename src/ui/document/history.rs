//! What can be undone: whole profiles. egui's `Undoer` would not do: it cannot tell what an undo would
//! lead to, which the menu names.

use crate::model::Profile;

/// A change becomes a step of the history once it has rested for this long, in seconds.
const STEP: f64 = 1.0;
/// A change that does not rest becomes a step after this long, in seconds.
const LONGEST: f64 = 15.0;
const MOST_STEPS: usize = 200;

/// Whether a state is to become a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ripe {
    /// It is the latest step.
    Same,
    /// After so many seconds, unless it changes.
    In(f64),
    Now,
}

pub struct History {
    /// The steps, the oldest first; never empty.
    past: Vec<Profile>,
    /// States that were undone, the next one last.
    future: Vec<Profile>,
    /// A change that is no step yet: when it began, when it last moved, and the state then.
    moving: Option<(f64, f64, Profile)>,
}

impl History {
    pub fn new(state: Profile) -> Self {
        Self {
            past: vec![state],
            future: Vec::new(),
            moving: None,
        }
    }

    /// The latest step.
    pub fn last(&self) -> &Profile {
        &self.past[self.past.len() - 1]
    }

    /// The step before the latest.
    pub fn former(&self) -> Option<&Profile> {
        self.past.len().checked_sub(2).map(|at| &self.past[at])
    }

    /// Adds a state as a step at once.
    pub fn keep(&mut self, state: &Profile) {
        self.moving = None;
        if self.last() != state {
            self.past.push(state.clone());
            self.future.clear();
            if self.past.len() > MOST_STEPS {
                self.past.remove(0);
            }
        }
    }

    /// What had moved, and was no step yet, before the present state came to be.
    pub fn moved_before(&self, state: &Profile) -> Option<&Profile> {
        let (.., latest) = self.moving.as_ref()?;
        (latest != state && latest != self.last()).then_some(latest)
    }

    /// Is given the present state in every frame: whether it is to become a step now, for it has rested
    /// or what changed it was `done` at once, as a box that was ticked is; or how long that still takes,
    /// in seconds, where it differs from the latest step.
    pub fn see(&mut self, time: f64, state: &Profile, done: bool) -> Ripe {
        if self.last() == state {
            self.moving = None;
            return Ripe::Same;
        }
        let moves = self.moving.as_ref();
        if done && moves.is_none_or(|(.., latest)| latest != state) {
            return Ripe::Now;
        }
        let (began, rested) = match &mut self.moving {
            Some((began, moved, latest)) => {
                if latest != state {
                    (*moved, *latest) = (time, state.clone());
                }
                (*began, time - *moved)
            }
            None => {
                self.future.clear();
                self.moving = Some((time, time, state.clone()));
                (time, 0.0)
            }
        };
        if rested >= STEP || time - began >= LONGEST {
            Ripe::Now
        } else {
            Ripe::In(STEP - rested)
        }
    }

    /// The state to which an undo would lead.
    pub fn before(&self, state: &Profile) -> Option<&Profile> {
        if self.last() == state {
            self.former()
        } else {
            Some(self.last())
        }
    }

    /// The state to which a redo would lead.
    pub fn after(&self, state: &Profile) -> Option<&Profile> {
        self.future.last().filter(|_| self.last() == state)
    }

    pub fn undo(&mut self, state: &Profile) -> Option<Profile> {
        self.before(state)?;
        self.moving = None;
        self.future.push(state.clone());
        if self.last() == state {
            self.past.pop();
        }
        Some(self.last().clone())
    }

    pub fn redo(&mut self, state: &Profile) -> Option<Profile> {
        self.after(state)?;
        let after = self.future.pop()?;
        self.past.push(after.clone());
        Some(after)
    }
}
