//! Copies of unsaved work: there is one while the work differs from what is saved. It is removed once
//! the work is saved, or once someone was asked and gave it up.

use std::path::PathBuf;
use std::time::Duration;

use crate::model::{Problem, Profile};
use crate::store::{Disk, Former, Lost, Recovery, Spent};
use crate::ui::document::Document;

/// How often unsaved work is copied at most, in seconds.
const EVERY: f64 = 1.0;

pub struct Copies {
    recovery: Recovery,
    /// Unsaved work of a window that ended unexpectedly, until it is offered to the user.
    lost: Option<Lost>,
    /// When the open work was last copied, and the copy.
    kept: Option<(f64, Profile)>,
}

impl Copies {
    pub fn new(recovery: Recovery) -> Self {
        Self {
            lost: recovery.lost().into_iter().next(),
            recovery,
            kept: None,
        }
    }

    /// From now on `wake` is called when there may be something new to tell.
    pub fn wake_by(&mut self, wake: impl Fn() + Send + Sync + 'static) {
        self.recovery.wake_by(wake);
    }

    /// The folder for the ballots of a ballot that runs, and the disk that it is on.
    pub fn urns(&self) -> (Option<PathBuf>, Disk) {
        (self.recovery.urns(), self.recovery.disk())
    }

    /// The work to offer to the user; it is given only once.
    pub fn take_lost(&mut self) -> Option<Lost> {
        self.lost.take()
    }

    /// Takes back work that was offered without an answer, to be offered again.
    pub fn offer_again(&mut self, lost: Lost) {
        self.lost = Some(lost);
    }

    /// Why the open work has no copy, where one could not be written.
    pub fn trouble(&mut self) -> Option<&Problem> {
        self.recovery.trouble()
    }

    /// Copies unsaved work that has changed, at most once a second. Gives the time after which this is
    /// to be called again, if a change still waits.
    pub fn follow(&mut self, time: f64, document: &Document) -> Option<Duration> {
        if !document.is_changed() {
            if self.kept.take().is_some() || self.recovery.supersedes() {
                self.recovery.forget();
            }
            return None;
        }
        match &self.kept {
            Some((_, kept)) if *kept == document.profile => None,
            Some((when, _)) if time - when < EVERY => {
                Some(Duration::from_secs_f64(EVERY - (time - when)))
            }
            _ => {
                self.recovery.keep(document.original(), &document.profile);
                self.kept = Some((time, document.profile.clone()));
                None
            }
        }
    }

    /// Copies the open work, then discards the copy that it came from.
    pub fn take_over(&mut self, document: &Document, lost: Lost) {
        self.recovery.supersede(Former::Lost(lost));
        let (original, profile) = (document.original(), &document.profile);
        self.recovery.keep(original, profile);
    }

    /// Keeps an urn until what was in it, which is in the open work now, is copied or saved.
    pub fn supersede(&mut self, spent: Spent) {
        self.recovery.supersede(Former::Urn(spent));
        // At once.
        if let Some((when, _)) = &mut self.kept {
            *when = f64::NEG_INFINITY;
        }
    }

    /// Copies unsaved work and waits until the copy is written.
    pub fn keep_now(&mut self, document: &Document) {
        if document.is_changed() {
            let (original, profile) = (document.original(), &document.profile);
            self.recovery.keep_now(original, profile);
        }
    }

    /// To be called when the window ends. The copy is removed unless there is unsaved work that nobody
    /// was asked about (`answered`).
    pub fn finish(&mut self, document: &Document, answered: bool) {
        if answered || !document.is_changed() {
            self.recovery.finish();
        } else {
            self.keep_now(document);
        }
    }
}
