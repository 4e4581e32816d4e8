//! Asks for a file with the system's dialog; says so where there is none, and where none appears.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use super::errand::{Errand, Picked, Request, Wake};
use super::recall::Recall;
use super::system::{self, Parent};

/// How long a dialog may take to appear, in seconds.
const PATIENCE: f64 = 3.0;

/// Asks for files, one question at a time.
pub struct Picker {
    way: Way,
    waiting: Option<Waiting>,
}

/// A question that is not answered yet.
struct Waiting {
    errand: Errand,
    told: Receiver<Picked>,
    recall: Recall,
    looked: Looked,
}

/// What was seen of a dialog since it was asked for.
enum Looked {
    NotYet,
    /// Nothing since then, in seconds.
    Since(f64),
    /// It took the keyboard from the window, or was looked for long enough.
    Enough,
}

enum Way {
    System(Parent),
    InApp,
    /// Answers from a test, one for each question.
    Scripted(Receiver<Picked>),
}

impl Picker {
    /// Asks with the system's dialogs.
    pub fn native() -> Self {
        Self::by(Way::System(Parent::default()))
    }

    /// Always answers that there is no dialog, so that the window shows its own path field.
    pub fn in_app() -> Self {
        Self::by(Way::InApp)
    }

    /// Stands in for the system's dialogs in tests: each question gets the next of these answers, and
    /// waits until there is one.
    pub fn scripted(answers: Receiver<Picked>) -> Self {
        Self::by(Way::Scripted(answers))
    }

    fn by(way: Way) -> Self {
        Self { way, waiting: None }
    }

    /// From now on dialogs of the system belong to this window.
    pub fn belong_to(&mut self, window: Parent) {
        if let Way::System(parent) = &mut self.way {
            *parent = window;
        }
    }

    /// What is asked for and not answered yet.
    pub fn waits_for(&self) -> Option<&Errand> {
        self.waiting.as_ref().map(|waiting| &waiting.errand)
    }

    /// Asks; `poll` gives the answer once there is one. Where a question still waits it is given up,
    /// and the window asks itself: whoever asks again does not see the dialog.
    pub fn ask(&mut self, errand: Errand, request: Request, wake: Wake) {
        let impatient = self.give_up().is_some();
        let (tell, told) = channel();
        let recall = Recall::default();
        match &self.way {
            Way::System(parent) if !impatient && system::has_dialogs() => {
                let answer = system::open(request, parent);
                let recall = recall.clone();
                std::thread::spawn(move || {
                    let picked = answer(&recall);
                    // The window may be gone by now.
                    let _ = tell.send(picked);
                    wake();
                });
            }
            Way::Scripted(_) if !impatient => {}
            _ => {
                let _ = tell.send(Picked::Unavailable);
            }
        }
        self.waiting = Some(Waiting {
            errand,
            told,
            recall,
            looked: Looked::NotYet,
        });
    }

    /// Looks for a dialog: one that appears takes the keyboard from the window, which `focused` says it
    /// has. Gives after what time to look again; none is left, once, where no dialog appears.
    pub fn look(&mut self, time: f64, focused: bool) -> Option<Duration> {
        let looked = &mut self.waiting.as_mut()?.looked;
        let since = match *looked {
            Looked::Enough => return None,
            _ if !focused => {
                *looked = Looked::Enough;
                return None;
            }
            Looked::NotYet => time,
            Looked::Since(since) => since,
        };
        let left = (since + PATIENCE - time).max(0.0);
        *looked = if left > 0.0 {
            Looked::Since(since)
        } else {
            Looked::Enough
        };
        Some(Duration::from_secs_f64(left))
    }

    /// Waits for no answer any more, and takes the dialog away where that is possible; gives what was
    /// asked for.
    pub fn give_up(&mut self) -> Option<Errand> {
        let waiting = self.waiting.take()?;
        waiting.recall.take_back();
        Some(waiting.errand)
    }

    /// The answer, once there is one; it is given only once.
    pub fn poll(&mut self) -> Option<(Errand, Picked)> {
        let waiting = self.waiting.as_ref()?;
        let answer = match (waiting.told.try_recv(), &self.way) {
            (Err(TryRecvError::Disconnected), Way::Scripted(answers)) => answers.try_recv(),
            (answer, _) => answer,
        };
        let picked = match (answer, &self.way) {
            (Ok(picked), _) => picked,
            (Err(TryRecvError::Disconnected), Way::System(_) | Way::InApp) => Picked::Unavailable,
            (Err(_), _) => return None,
        };
        let waiting = self.waiting.take()?;
        Some((waiting.errand, picked))
    }
}
