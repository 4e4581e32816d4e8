//! What can be done with a document once it is written: open it, show it in its folder, print it. The
//! system is asked in another thread, and its answer is told.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::errand::{Deed, Handed, Wake};
use super::system;
use crate::store::Place;

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
