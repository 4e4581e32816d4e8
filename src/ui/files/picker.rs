//! Asks for a file, with the system's dialog where there is one; or says that there is none.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::errand::{Errand, Picked, Request, Wake};
use super::system;

/// Where files are asked for.
pub struct Picker {
    way: Way,
    waiting: Option<Waiting>,
}

/// A question that is not answered yet.
struct Waiting {
    errand: Errand,
    told: Receiver<Picked>,
    /// Gone once nobody waits any more.
    _wanted: Arc<()>,
}

enum Way {
    System,
    InApp,
    /// Each question takes the next answer.
    Scripted(Receiver<Picked>),
}

impl Picker {
    /// The system's dialogs.
    pub fn native() -> Self {
        Self::by(Way::System)
    }

    /// Never a system dialog: always the window's own path field.
    pub fn in_app() -> Self {
        Self::by(Way::InApp)
    }

    /// Stands for the system's dialogs: each question takes the next answer that comes, and waits
    /// until it does.
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

    /// Opens a dialog; `poll` tells what became of it. A dialog that still waits is given up.
    pub fn ask(&mut self, errand: Errand, request: Request, wake: Wake) {
        let impatient = self.give_up().is_some();
        let (tell, told) = channel();
        let wanted = Arc::new(());
        match &self.way {
            // Asked again, someone has waited for long enough.
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

    /// Waits no longer; gives what was asked for.
    pub fn give_up(&mut self) -> Option<Errand> {
        self.waiting.take().map(|waiting| waiting.errand)
    }

    /// The answer, once.
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
