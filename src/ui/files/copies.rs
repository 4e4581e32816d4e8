//! Copies of unsaved work: one is kept while the work differs from what is saved, and goes once it is
//! saved, or given up by someone who was asked.

use std::time::Duration;

use crate::model::{Problem, Profile};
use crate::store::{Lost, Recovery};
use crate::ui::document::Document;

/// How often unsaved work is copied at most, in seconds.
const EVERY: f64 = 1.0;

pub struct Copies {
    recovery: Recovery,
    /// Unsaved work of a window that died, until it is spoken of.
    lost: Option<Lost>,
    /// When the open work was last copied, and as what.
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

    /// Work to offer, once.
    pub fn take_lost(&mut self) -> Option<Lost> {
        self.lost.take()
    }

    /// Work that was offered and not answered for.
    pub fn offer_again(&mut self, lost: Lost) {
        self.lost = Some(lost);
    }

    /// Why the open work has no copy, where one could not be written.
    pub fn trouble(&mut self) -> Option<&Problem> {
        self.recovery.trouble()
    }

    /// Keeps a copy of unsaved work, about a second after it changed at the latest. Tells when to
    /// look again.
    pub fn follow(&mut self, time: f64, document: &Document) -> Option<Duration> {
        if !document.is_changed() {
            if self.kept.take().is_some() {
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

    /// Keeps a copy of the open work, which came from one that is discarded then.
    pub fn take_over(&mut self, document: &Document, lost: Lost) {
        let (original, profile) = (document.original(), &document.profile);
        self.recovery.take_over(original, profile, Some(lost));
    }

    /// Keeps a copy of unsaved work before anything else happens.
    pub fn keep_now(&mut self, document: &Document) {
        if document.is_changed() {
            let (original, profile) = (document.original(), &document.profile);
            self.recovery.keep_now(original, profile);
        }
    }

    /// The window ends. Where nobody was asked about unsaved work, its copy stays.
    pub fn finish(&mut self, document: &Document, answered: bool) {
        if answered || !document.is_changed() {
            self.recovery.finish();
        } else {
            self.keep_now(document);
        }
    }
}
