//! What others do to the open file, told when it happens; and the file that was worked on last.

use std::sync::mpsc::{Receiver, channel};

use super::alerts::{Alert, Heed};
use super::errand::{Purpose, Then, Wake};
use super::{Desk, Effect, Files};
use crate::store::{self, Place, Seen, Watch};
use crate::ui::document::Document;

impl Files {
    /// Looks out for the file that is open now.
    pub(super) fn look_out(&mut self, document: &Document) {
        if !self.watches {
            return;
        }
        match (&document.path, &mut self.watch) {
            (Some(path), Some(watch)) if watch.is_of(path) => watch.know(document.stamp),
            (Some(path), _) => {
                self.watch = Some(Watch::new(path, document.stamp, self.wake.clone()));
            }
            (None, _) => self.watch = None,
        }
    }

    /// Looks at the open file now: the window has been elsewhere.
    pub fn look_again(&self) {
        if let Some(watch) = &self.watch {
            watch.look();
        }
    }

    pub(super) fn seen(&mut self, desk: &mut Desk<'_>, seen: Seen) {
        let Some(place) = desk.document.path.clone() else {
            return;
        };
        desk.document.lost = seen == Seen::Gone;
        self.alert = match seen {
            Seen::Same => None,
            Seen::Changed(stamp) if stamp == desk.document.stamp => None,
            Seen::Changed(_) => self.differs(desk, place),
            Seen::Renamed(to) => Some(Alert::Renamed {
                from: place,
                to: Place::new(to),
            }),
            Seen::Gone => Some(Alert::Gone(place)),
        };
    }

    /// What there is to tell of a file that someone else has written; nothing where it says the same.
    fn differs(&mut self, desk: &mut Desk<'_>, place: Place) -> Option<Alert> {
        let Ok(theirs) = store::open_profile(&desk.session.knowledge, &place) else {
            return Some(Alert::Unreadable(place));
        };
        let teller = desk.session.teller().of(desk.document.scenario());
        match teller.change_in_brief(&desk.document.profile, &theirs.profile) {
            Some(differs) => Some(Alert::Changed { place, differs }),
            None => {
                desk.document.agree(theirs.comments, theirs.stamp);
                None
            }
        }
    }

    pub(super) fn heed(&mut self, desk: &mut Desk<'_>, heed: Heed) {
        self.alert = None;
        match heed {
            Heed::Dismiss => {}
            Heed::TakeTheirs(place) => self.take_theirs(desk, &place),
            Heed::Follow(place) => {
                self.claim = self.claims.claim(&place).ours();
                desk.document.path = Some(place.clone());
                desk.effects.push(Effect::Remember(place));
            }
            Heed::SaveAgain => self.save(desk, None),
            Heed::SaveElsewhere => self.ask(desk, Purpose::Save.into()),
            Heed::Reopen(place) => self.wish(desk, Then::OpenPath(place)),
        }
    }

    /// Offers to open a file again, once it is known to be there.
    pub fn offer(&mut self, place: Place) {
        self.last = Last::Unknown(place);
    }

    /// Finds out, in a thread, whether the file that was worked on last is there: its disk may be slow.
    pub(super) fn find_last(&mut self) {
        if let Last::Unknown(place) = &self.last {
            let (place, wake) = (place.clone(), self.wake.clone());
            self.last = Last::Sought(seek(place, wake));
        }
    }

    /// Tells of the file that was worked on last, where nothing else was opened meanwhile.
    pub(super) fn tell_last(&mut self) {
        if let Last::Sought(told) = &self.last
            && let Ok(place) = told.try_recv()
        {
            self.alert.get_or_insert(Alert::Last(place));
            self.last = Last::None;
        }
    }
}

/// The file that was worked on last.
#[derive(Default)]
pub(super) enum Last {
    /// None, or it was told of.
    #[default]
    None,
    Unknown(Place),
    /// Comes if it is there.
    Sought(Receiver<Place>),
}

fn seek(place: Place, wake: Wake) -> Receiver<Place> {
    let (tell, told) = channel();
    std::thread::spawn(move || {
        if place.is_file() {
            // The window may be gone by now.
            let _ = tell.send(place);
            wake();
        }
    });
    told
}
