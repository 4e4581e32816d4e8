//! How far a batch is, on a line of the terminal that its results take the place of.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::i18n::Words;

/// Often enough to be alive, seldom enough to cost nothing.
const EVERY: Duration = Duration::from_millis(100);
/// Back to the beginning of the line, which is emptied.
const ERASE: &str = "\r\x1b[K";

/// The progress of a batch of some size.
pub(super) struct Progress {
    total: usize,
    done: usize,
    said: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    /// Of nothing, or of a single profile, there is nothing to say.
    pub fn of(total: usize) -> Option<Self> {
        (total > 1).then_some(Self {
            total,
            done: 0,
            said: None,
            is_shown: false,
        })
    }

    pub fn step(&mut self) {
        self.done += 1;
    }

    /// Says how far it is, if it has not just been said.
    pub fn say(&mut self, to: &mut dyn Write, words: &Words) {
        if self.said.is_some_and(|said| said.elapsed() < EVERY) {
            return;
        }
        let args = [("done", self.done), ("total", self.total)];
        let line = words.with("cli-progress", &args);
        // The terminal may be gone: then nobody misses it.
        let _ = write!(to, "{ERASE}{line}").and_then(|()| to.flush());
        self.said = Some(Instant::now());
        self.is_shown = true;
    }

    /// Gives the line back.
    pub fn erase(&mut self, to: &mut dyn Write) {
        if std::mem::take(&mut self.is_shown) {
            let _ = write!(to, "{ERASE}").and_then(|()| to.flush());
        }
    }
}
