//! What can be done with a document once it is written: open it, show it in its folder, print it. The
//! system is asked in another thread, and its answer is told.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::errand::Wake;
use super::system;
use crate::store::Place;

/// What to do with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// In the program that the system has for it.
    Open,
    /// In its folder, by the system's own program for files.
    Reveal,
    /// On paper.
    Print,
}

impl Deed {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Open, Self::Reveal, Self::Print];

    /// What is offered for a document: only a PDF is printed as it is, and what the window itself
    /// reads is opened there.
    pub fn offered(path: &Path) -> impl Iterator<Item = Self> {
        let ends = |end: &str| {
            path.extension()
                .is_some_and(|of| of.eq_ignore_ascii_case(end))
        };
        let (prints, opens) = (ends("pdf"), !ends("ron"));
        Self::ALL.into_iter().filter(move |deed| match deed {
            Self::Open => opens,
            Self::Reveal => true,
            Self::Print => prints,
        })
    }

    /// Key of its name beside the news of a document.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "after-open",
            Self::Reveal => "after-reveal",
            Self::Print => "after-print",
        }
    }
}

/// What became of a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The system does it.
    Done,
    /// It is open in a program from which it can be printed: the system does not print by itself.
    InViewer,
    /// Somebody cancelled it.
    Cancelled,
    /// Nothing on this computer does it.
    Unable,
}

type Hand = dyn Fn(Deed, &Path) -> Handed + Send + Sync;

/// Hands documents to the system.
pub struct Hands {
    hand: Arc<Hand>,
    tell: Sender<(Deed, Place, Handed)>,
    told: Receiver<(Deed, Place, Handed)>,
}

impl Hands {
    /// The system's own.
    pub fn native() -> Self {
        Self::by(system::hand)
    }

    /// Stands in for the system in tests.
    pub fn by(hand: impl Fn(Deed, &Path) -> Handed + Send + Sync + 'static) -> Self {
        let (tell, told) = channel();
        let hand = Arc::new(hand);
        Self { hand, tell, told }
    }

    /// Does something with a document; [`Self::poll`] gives what became of it.
    pub fn take(&self, deed: Deed, place: Place, wake: Wake) {
        let (hand, tell) = (self.hand.clone(), self.tell.clone());
        std::thread::spawn(move || {
            // It may have been moved since it was written.
            let handed = if place.exists() {
                hand(deed, &place)
            } else {
                Handed::Unable
            };
            // The window may be gone by now.
            let _ = tell.send((deed, place, handed));
            wake();
        });
    }

    /// What became of a deed, once the system has answered; each is given only once.
    pub fn poll(&self) -> Option<(Deed, Place, Handed)> {
        self.told.try_recv().ok()
    }
}
