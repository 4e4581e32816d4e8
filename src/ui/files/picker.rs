//! Asks for a file with the system's dialog; says so where there is none.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::errand::{Errand, Picked, Request, Wake};
use super::system;

/// Asks for files, one question at a time.
pub struct Picker {
    way: Way,
    waiting: Option<Waiting>,
}

/// A question that is not answered yet.
struct Waiting {
    errand: Errand,
    told: Receiver<Picked>,
    /// Dropped when nobody waits for the answer any more, which the thread can tell.
    _wanted: Arc<()>,
}

enum Way {
    System,
    InApp,
    /// Answers from a test, one for each question.
    Scripted(Receiver<Picked>),
}

impl Picker {
    /// Asks with the system's dialogs.
    pub fn native() -> Self {
        Self::by(Way::System)
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

    /// Whether a question is not answered yet.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Asks; `poll` gives the answer once there is one. A question that still waits is given up.
    pub fn ask(&mut self, errand: Errand, request: Request, wake: Wake) {
        let impatient = self.give_up().is_some();
        let (tell, told) = channel();
        let wanted = Arc::new(());
        match &self.way {
            // Who asks again while a dialog is to be open does not see it: the window asks itself.
            Way::System if !impatient && system::has_dialogs() => {
                let answer = system::open(request);
                let wanted = Arc::downgrade(&wanted);
                std::thread::spawn(move || {
                    let picked = answer(&|| wanted.strong_count() > 0);
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
            _wanted: wanted,
        });
    }

    /// Waits for no answer any more; gives what was asked for.
    pub fn give_up(&mut self) -> Option<Errand> {
        self.waiting.take().map(|waiting| waiting.errand)
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
            (Err(TryRecvError::Disconnected), Way::System | Way::InApp) => Picked::Unavailable,
            (Err(_), _) => return None,
        };
        Some((self.give_up()?, picked))
    }
}
