//! The view "room": opinions gathered by files or by secret ballot, where they differ, what that changes,
//! and how much each voice counts.

mod dots;
mod each;
mod found;
mod gather;
mod points;
mod reveal;
mod together;
mod voices;

use eframe::egui::Ui;

use crate::ui::command::Command;
use crate::ui::document::Document;
use crate::ui::paint::scroll::scroll;
use crate::ui::paint::style::{GAP, small};
use crate::ui::session::{Medians, Session};
use crate::wording::Teller;
use found::Finder;
use gather::Gather;
use reveal::Reveal;
use voices::Roles;

/// What the view remembers between frames.
#[derive(Default)]
pub struct Room {
    finder: Finder,
    gather: Gather,
    reveal: Reveal,
    roles: Roles,
}

impl Room {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        teller: Teller<'_>,
        document: &mut Document,
        asked: &mut Vec<Command>,
    ) {
        let (knowledge, words) = (teller.knowledge, teller.words);
        scroll(ui, |ui| {
            self.gather.show(ui, document, words, asked);
            self.finder.follow(ui.ctx(), knowledge, document);
            if document.profile.opinions.is_empty() {
                ui.add_space(GAP);
                gather::invite(ui, words);
                return;
            }
            let mut takes_medians = false;
            match self.finder.found(document) {
                None => {
                    ui.label(words.get("group-counting"));
                }
                Some(found) => match &found.now.group {
                    None => {
                        ui.label(words.get("group-alone"));
                    }
                    Some(group) => {
                        self.reveal.show(ui, teller, found, group);
                        ui.add_space(GAP);
                        together::show(ui, teller, found, group);
                        ui.add_space(GAP);
                        each::show(ui, teller, &found.now, group);
                        ui.add_space(GAP);
                        takes_medians = ui.button(words.get("group-take-median")).clicked();
                        ui.label(small(ui, words.get("group-median-help")));
                        if takes_medians {
                            document.keep(session);
                            let scenario = document.scenario_mut();
                            *scenario = group.at_medians(knowledge, scenario);
                        }
                    }
                },
            }
            if takes_medians {
                document.keep(&Medians(session));
            }
            ui.add_space(GAP);
            self.roles.show(ui, teller, document);
        });
    }
}
