//! The open profile: what it is, where it lives, what was saved, and what can be undone.

use std::path::PathBuf;

use eframe::egui::util::undoer::Undoer;

use crate::analysis::Lever;
use crate::model::{Knowledge, Problems, Profile};
use crate::store::Example;

pub struct Document {
    pub profile: Profile,
    /// Where it is saved; `None` until it is.
    pub path: Option<PathBuf>,
    /// As it is on disk, or as it was opened or made.
    saved: Profile,
    undoer: Undoer<Profile>,
}

impl Document {
    pub fn new(profile: Profile, path: Option<PathBuf>) -> Self {
        let mut undoer = Undoer::default();
        undoer.add_undo(&profile);
        Self {
            saved: profile.clone(),
            profile,
            path,
            undoer,
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

    pub fn is_changed(&self) -> bool {
        self.profile != self.saved
    }

    pub fn mark_saved(&mut self, path: PathBuf) {
        self.path = Some(path);
        self.saved = self.profile.clone();
    }

    /// Back to what was saved; can be undone.
    pub fn revert(&mut self) {
        self.undoer.add_undo(&self.profile);
        self.profile = self.saved.clone();
        self.undoer.add_undo(&self.profile);
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
        self.undoer.feed_state(time, &self.profile);
    }

    pub fn can_undo(&self) -> bool {
        self.undoer.has_undo(&self.profile)
    }

    pub fn can_redo(&self) -> bool {
        self.undoer.has_redo(&self.profile)
    }

    pub fn undo(&mut self) {
        if let Some(before) = self.undoer.undo(&self.profile) {
            self.profile = before.clone();
        }
    }

    pub fn redo(&mut self) {
        if let Some(after) = self.undoer.redo(&self.profile) {
            self.profile = after.clone();
        }
    }
}
