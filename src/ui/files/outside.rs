//! What others do to the open file, told when it happens.

use super::alerts::{Alert, Heed};
use super::errand::{Purpose, Then};
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
        let ours = &desk.document.profile;
        if theirs.profile == *ours {
            desk.document.agree(theirs.comments, theirs.stamp);
            return None;
        }
        let teller = desk.session.teller().of(desk.document.scenario());
        let differs = teller
            .change_in_brief(ours, &theirs.profile)
            .unwrap_or_else(|| teller.words.get("outside-details"));
        Some(Alert::Changed { place, differs })
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
}
