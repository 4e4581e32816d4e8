//! What goes out: the profile, knowledge bases, documents.

use super::dialogs::Dialog;
use super::errand::{Deed, Errand, Handed, Purpose, Then};
use super::export::{Exported, Job};
use super::names::{document_of, suggested};
use super::{Desk, Effect, Files};
use crate::model::{Knowledge, Problem, ProblemKind};
use crate::report;
use crate::store::{Place, Protected, Stamp};
use crate::ui::document::Document;

impl Files {
    /// Saves in the open file, or asks where someone else has changed it meanwhile. `then` follows once
    /// the work is saved.
    pub(super) fn save(&mut self, desk: &mut Desk<'_>, then: Option<Then>) {
        match desk.document.path.clone() {
            None => {
                let purpose = Purpose::Save;
                self.ask(desk, Errand { purpose, then });
            }
            Some(place) if desk.document.stamp.is_overtaken(&place) => {
                self.put(Dialog::Overtaken { place, then });
            }
            Some(place) => self.save_to(desk, place, then, Protected::Refuse),
        }
    }

    pub(super) fn save_to(
        &mut self,
        desk: &mut Desk<'_>,
        place: Place,
        then: Option<Then>,
        protected: Protected,
    ) {
        // What has just changed is noted before it is saved, not after.
        desk.document.keep(desk.session);
        let Document {
            profile, comments, ..
        } = &*desk.document;
        if let Some(watch) = self.watch.as_mut().filter(|watch| watch.is_of(&place)) {
            watch.hold();
        }
        let written = self
            .disk
            .write_commented(&place, profile, comments, protected);
        match written {
            Ok(stamp) => {
                self.saved(desk, place, stamp);
                if let Some(then) = then {
                    self.go(desk, then);
                }
            }
            Err(problem) => {
                let purpose = Purpose::Save;
                self.unwritten(desk, Errand { purpose, then }, place, &problem);
            }
        }
    }

    pub(super) fn saved(&mut self, desk: &mut Desk<'_>, place: Place, stamp: Stamp) {
        if !self.holds(&place) {
            self.claim = self.claims.claim(&place).ours();
        }
        desk.document.mark_saved(place.clone(), stamp);
        self.alert = None;
        desk.effects.push(Effect::Remember(place));
    }

    /// Asks what to do where a file could not be written.
    pub(super) fn unwritten(
        &mut self,
        desk: &Desk<'_>,
        errand: Errand,
        place: Place,
        problem: &Problem,
    ) {
        let why = desk.session.words.problem(problem);
        let is_protected = problem.kind == ProblemKind::WriteProtected;
        self.put(Dialog::Unwritten {
            errand,
            place,
            why,
            is_protected,
        });
    }

    pub(super) fn write(
        &mut self,
        desk: &mut Desk<'_>,
        errand: Errand,
        place: Place,
        protected: Protected,
    ) {
        match errand.purpose {
            Purpose::Save => self.save_to(desk, place, errand.then, protected),
            Purpose::ExportKnowledge => {
                self.export_text(desk, errand, place, protected, Knowledge::BUILTIN);
            }
            Purpose::ExportCalendar => {
                let header = &desk.document.profile.header;
                if let Some(review) = &header.review {
                    let stamp = jiff::Timestamp::now();
                    let text = report::calendar(desk.session.teller(), header, review, stamp);
                    self.export_text(desk, errand, place, protected, &text);
                }
            }
            _ => self.export(desk, errand.purpose, place, protected),
        }
    }

    /// Writes what is made at once: the built-in knowledge base, to start one's own from, or a day.
    fn export_text(
        &mut self,
        desk: &mut Desk<'_>,
        errand: Errand,
        place: Place,
        protected: Protected,
        text: &str,
    ) {
        match self.disk.write(&place, text.as_bytes(), protected) {
            Ok(()) => self.tell_exported(desk, place),
            Err(problem) => self.unwritten(desk, errand, place, &problem),
        }
    }

    pub(super) fn export(
        &mut self,
        desk: &mut Desk<'_>,
        purpose: Purpose,
        to: Place,
        protected: Protected,
    ) {
        let Some(document) = document_of(purpose, &to) else {
            let known = purpose.extensions().collect::<Vec<_>>().join(", ");
            let args = [("file", to.display().to_string()), ("known", known)];
            let told = desk.session.words.with("export-unknown", &args);
            desk.effects.push(Effect::Trouble(told));
            return;
        };
        let mut profile = desk.document.profile.clone();
        profile.header.brand = profile.header.brand.or(&desk.session.settings.brand);
        let job = match self.failed.take() {
            // What failed is made again as it was, whatever is open by now.
            Some(job) => Job {
                document,
                to,
                protected,
                ..*job
            },
            None => Job {
                purpose,
                document,
                template: desk.session.settings.template.clone().map(Place::new),
                knowledge: desk.session.knowledge.clone(),
                profile,
                shown: desk.document.active(),
                lang: desk.session.words.lang(),
                fonts: desk.session.fonts.clone(),
                disk: self.disk.clone(),
                to,
                protected,
            },
        };
        self.exports.add(job, &self.wake);
    }

    /// Makes the page in a place of its own, to be printed from there.
    pub(super) fn print(&mut self, desk: &mut Desk<'_>) {
        let (words, name) = (
            &desk.session.words,
            suggested(Purpose::Print, desk.document, &desk.session.words),
        );
        match tempfile::Builder::new().prefix("attache-").tempdir() {
            Ok(folder) => {
                let to = Place::new(folder.path().join(name));
                // Whoever prints it may read it as long as the window is open.
                self.printed.push(folder);
                self.export(desk, Purpose::Print, to, Protected::Refuse);
            }
            Err(error) => {
                let told = words.with("export-failed", &[("why", error.to_string())]);
                desk.effects.push(Effect::Trouble(told));
            }
        }
    }

    /// Hands the document that was written last to the system.
    pub(super) fn hand_last(&mut self, deed: Deed) {
        if let Some(place) = self.written.clone() {
            self.hand(deed, place);
        }
    }

    pub(super) fn hand(&mut self, deed: Deed, place: Place) {
        self.hands.take(deed, place, self.wake.clone());
    }

    /// Tells what became of a document that was handed to the system.
    pub(super) fn handed(desk: &mut Desk<'_>, deed: Deed, place: &Place, handed: Handed) {
        let words = &desk.session.words;
        let args = [("file", place.display().to_string())];
        desk.effects.push(match (deed, handed) {
            (Deed::Print, Handed::Done) => Effect::News(words.get("printed")),
            (_, Handed::InViewer) => Effect::News(words.get("print-in-viewer")),
            (_, Handed::Done | Handed::Cancelled) => return,
            (_, Handed::Unable) if !place.exists() => {
                Effect::Trouble(words.with("after-gone", &args))
            }
            (Deed::Open, _) => Effect::Trouble(words.with("after-not-opened", &args)),
            (Deed::Reveal, _) => Effect::Trouble(words.with("after-not-shown", &args)),
            (Deed::Print, _) => Effect::Trouble(words.with("after-not-printed", &args)),
        });
    }

    fn tell_exported(&mut self, desk: &mut Desk<'_>, place: Place) {
        self.written = Some(place.clone());
        desk.effects.push(Effect::Written(place));
    }

    pub(super) fn exported(&mut self, desk: &mut Desk<'_>, purpose: Purpose, exported: Exported) {
        let words = &desk.session.words;
        match exported {
            Exported::Written(place, undrawn) => {
                if !undrawn.is_empty() {
                    let told = report::tell_undrawn(words, &undrawn);
                    desk.effects.push(Effect::Undrawn(told));
                }
                if purpose == Purpose::Print {
                    self.hand(Deed::Print, place);
                } else {
                    self.tell_exported(desk, place);
                }
            }
            Exported::Stopped => desk.effects.push(Effect::News(words.get("export-stopped"))),
            Exported::Failed(job, error) => {
                let why = words.with("export-failed", &[("why", error.to_string())]);
                self.put(Dialog::Unwritten {
                    errand: purpose.into(),
                    place: job.to.clone(),
                    why,
                    is_protected: false,
                });
                self.failed = Some(job);
            }
            Exported::Unread(_, problem) => {
                let told = words.problem(&problem);
                desk.effects.push(Effect::Trouble(told));
            }
            Exported::Refused(job, problem) => {
                self.unwritten(desk, purpose.into(), job.to.clone(), &problem);
                self.failed = Some(job);
            }
        }
    }
}
