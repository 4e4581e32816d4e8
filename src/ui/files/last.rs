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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_file_is_offered_once_and_only_if_it_is_there() {
        let wake: Wake = Arc::new(|| {});
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(folder.path().join("profil.attache"));
        let sought = |last: &Last| match last {
            Last::Sought(told) => told.recv().ok(),
            Last::None | Last::Unknown(_) => panic!("nothing is sought"),
        };
        let mut last = Last::Unknown(place.clone());
        assert_eq!(last.take(), None);
        last.seek(&wake);
        assert_eq!(sought(&last), None);
        #[expect(clippy::disallowed_methods, reason = "a file to be found")]
        fs::write(&place, "").unwrap();
        let mut last = Last::Unknown(place.clone());
        last.seek(&wake);
        assert_eq!(sought(&last), Some(place));
        assert_eq!(last.take(), None);
    }
}
