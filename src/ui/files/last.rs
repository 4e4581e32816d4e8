//! The file that was worked on last, to be opened again: offered once it is known to be there.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::errand::Wake;
use crate::store::Place;

#[derive(Default)]
pub enum Last {
    /// None, or it was told of.
    #[default]
    None,
    /// Whether it is there is not known yet.
    Unknown(Place),
    /// Comes if it is there.
    Sought(Receiver<Place>),
}

impl Last {
    /// Finds out whether it is there, in a thread: its disk may be slow.
    pub fn seek(&mut self, wake: &Wake) {
        let Self::Unknown(place) = self else {
            return;
        };
        let (place, wake) = (place.clone(), wake.clone());
        let (tell, told) = channel();
        thread::spawn(move || {
            if place.is_file() {
                // The window may be gone by now.
                let _ = tell.send(place);
                wake();
            }
        });
        *self = Self::Sought(told);
    }

    /// The file, once it is known to be there; it is given only once.
    pub fn take(&mut self) -> Option<Place> {
        let Self::Sought(told) = self else {
            return None;
        };
        let place = told.try_recv().ok()?;
        *self = Self::None;
        Some(place)
    }
}
