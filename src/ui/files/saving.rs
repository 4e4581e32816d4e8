//! What goes out: the profile, knowledge bases, documents.

use super::dialogs::Dialog;
use super::errand::{Errand, Purpose, Then};
use super::export::{Exported, Job};
use super::names::document_of;
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
            Purpose::ExportKnowledge => self.export_knowledge(desk, errand, place, protected),
            _ => self.export(desk, errand.purpose, place, protected),
        }
    }

    /// Writes the built-in knowledge base, to start one's own from.
    pub(super) fn export_knowledge(
        &mut self,
        desk: &mut Desk<'_>,
        errand: Errand,
        place: Place,
        protected: Protected,
    ) {
        let text = Knowledge::BUILTIN.as_bytes();
        match self.disk.write(&place, text, protected) {
            Ok(()) => desk.tell_exported(&place),
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
        let job = Job {
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
        };
        self.exports.add(job, &self.wake);
    }

    pub(super) fn exported(&mut self, desk: &mut Desk<'_>, purpose: Purpose, exported: Exported) {
        let words = &desk.session.words;
        match exported {
            Exported::Written(place, undrawn) => {
                if !undrawn.is_empty() {
                    let told = report::tell_undrawn(words, &undrawn);
                    desk.effects.push(Effect::Undrawn(told));
                }
                desk.tell_exported(&place);
            }
            Exported::Stopped => desk.effects.push(Effect::News(words.get("export-stopped"))),
            Exported::Failed(error) => {
                let told = words.with("export-failed", &[("why", error.to_string())]);
                desk.effects.push(Effect::Trouble(told));
            }
            Exported::Unread(problem) => {
                let told = words.problem(&problem);
                desk.effects.push(Effect::Trouble(told));
            }
            Exported::Refused(place, problem) => {
                self.unwritten(desk, purpose.into(), place, &problem);
            }
        }
    }
}
