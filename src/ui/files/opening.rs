//! What comes in: profiles, copies of lost work, opinions, knowledge bases.

use std::path::PathBuf;

use super::dialogs::Dialog;
use super::last::Last;
use super::{Desk, Effect, Files, lines, read_base};
use crate::model::{Comments, MAX_OPINIONS, Profile};
use crate::store::{self, Claim, Hold, Lost, Place};
use crate::ui::document::{Document, today};

impl Files {
    /// Opens another profile in place of the present one. A question that still waits was about that
    /// one, and is given up.
    pub(super) fn replace(&mut self, desk: &mut Desk<'_>, document: Document) {
        *desk.document = document;
        self.claim = None;
        self.watch = None;
        self.alert = None;
        self.last = Last::None;
        self.left.replaced(desk.session, desk.document);
        self.picker.give_up();
        desk.effects.push(Effect::Replaced);
    }

    /// Opens a file, or asks what to do where another window has it open.
    pub(super) fn open(&mut self, desk: &mut Desk<'_>, place: Place) {
        // The file that is open here, perhaps by another name: the claim stays.
        if self.holds(&place) {
            let claim = self.claim.take();
            self.open_with(desk, place, None);
            self.claim = claim;
            return;
        }
        match self.claims.claim(&place) {
            Hold::Elsewhere if desk.document.path.as_ref() != Some(&place) => {
                self.put(Dialog::Claimed(place));
            }
            hold => self.open_with(desk, place, hold.ours()),
        }
    }

    /// Whether the file is open in this window, by whatever name.
    pub(super) fn holds(&self, place: &Place) -> bool {
        let ours = |claim: &Claim| self.claims.is_of(claim, place);
        self.claim.as_ref().is_some_and(ours)
    }

    pub(super) fn open_with(&mut self, desk: &mut Desk<'_>, place: Place, claim: Option<Claim>) {
        match store::open_profile(&desk.session.knowledge, &place) {
            Ok(opened) => {
                let document = Document::opened(opened, place.clone());
                self.replace(desk, document);
                self.claim = claim;
                desk.effects.push(Effect::Remember(place));
            }
            Err(problems) => self.refuse(desk, &problems),
        }
    }

    /// Opens what a file holds as new work without a file, so that the file cannot be saved over.
    pub(super) fn open_copy(&mut self, desk: &mut Desk<'_>, place: &Place) {
        match store::read_profile(&desk.session.knowledge, place) {
            Ok(profile) => self.replace(desk, Document::new(profile, None)),
            Err(problems) => self.refuse(desk, &problems),
        }
    }

    /// Takes what someone else has saved in the open file; an undo brings the work here back.
    pub(super) fn take_theirs(&mut self, desk: &mut Desk<'_>, place: &Place) {
        match store::open_profile(&desk.session.knowledge, place) {
            Ok(theirs) => {
                desk.document.take(theirs, desk.session);
                self.alert = None;
                desk.effects.push(Effect::Replaced);
            }
            Err(problems) => self.refuse(desk, &problems),
        }
    }

    /// Opens the unsaved work of a window that ended unexpectedly; its copy is discarded once there is
    /// a new one.
    pub(super) fn recover(&mut self, desk: &mut Desk<'_>, lost: Lost) {
        let knowledge = &desk.session.knowledge;
        match Profile::parse(knowledge, "recovery", &lost.text) {
            Ok(profile) => {
                let (path, stamp) = lost.original.clone().unzip();
                let place = path.map(Place::new);
                let on_disk = place
                    .as_ref()
                    .and_then(|place| store::open_profile(knowledge, place).ok());
                let (saved, comments) = on_disk.map_or_else(
                    || (Profile::new(knowledge, today()), Comments::default()),
                    |opened| (opened.profile, opened.comments),
                );
                let claim = place.as_ref().map(|place| self.claims.claim(place));
                let mut document = Document::recovered(profile, place, saved);
                document.comments = comments;
                document.stamp = stamp.unwrap_or_default();
                self.replace(desk, document);
                self.claim = claim.and_then(Hold::ours);
                self.copies.take_over(desk.document, lost);
            }
            Err(problems) => self.refuse(desk, &problems),
        }
    }

    /// Profiles and tables chosen or dropped together are opinions on the open company; a bad file stops none
    /// of the others, and none of it is taken.
    pub(super) fn gather(&mut self, desk: &mut Desk<'_>, paths: &[PathBuf]) {
        let mut problems = Vec::new();
        let company = desk.document.scenario().clone();
        for path in paths {
            let opinions = &mut desk.document.profile.opinions;
            let room = MAX_OPINIONS.saturating_sub(opinions.len());
            if room == 0 {
                let told = desk.session.words.get("group-full");
                desk.effects.push(Effect::News(told));
                break;
            }
            match store::read_opinions(&desk.session.knowledge, path, &company, room) {
                Ok(found) => opinions.extend(found),
                Err(found) => problems.extend(found),
            }
        }
        desk.effects.push(Effect::Gathered);
        if !problems.is_empty() {
            self.refuse(desk, &problems);
        }
    }

    /// Answers from now on with the knowledge base of a file, the built-in one if `None`, if the open
    /// profile fits it; otherwise tells what does not fit.
    pub(super) fn use_knowledge(&mut self, desk: &mut Desk<'_>, base: Option<Place>) {
        let words = &desk.session.words;
        let knowledge = match read_base(base.as_ref()) {
            Ok(knowledge) => knowledge,
            Err(problems) => return self.refuse(desk, &problems),
        };
        let profile = &desk.document.profile;
        let name = desk.session.teller().company_name(&profile.header);
        let text = profile.to_text().unwrap_or_default();
        match Profile::parse(&knowledge, &name, &text) {
            Ok(_) => {
                let knowledge = Box::new(knowledge);
                desk.effects.push(Effect::Knowledge(knowledge, base));
            }
            Err(problems) => {
                let lines = lines(words, &problems);
                self.put(Dialog::Unfit { base, lines });
            }
        }
    }
}
