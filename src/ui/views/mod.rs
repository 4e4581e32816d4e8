//! What the centre of the window shows, one view at a time.

pub mod chart;
pub mod compare;
mod contacts;
pub mod evolution;
pub mod room;
mod shares;
pub mod sureness;
pub mod why;

use eframe::egui::{Rect, RichText, Ui};

use super::analyses::Analyses;
use super::command::Command;
use super::document::Document;
use super::paint::glide::Glide;
use super::paint::style::{BODY, SMALL};
use super::panels::notices::Notices;
use super::player::Player;
use super::session::Session;
use super::view::View;
use crate::chart::Structure;
use crate::draw::{self, Weight};
use crate::i18n::Words;
use compare::Compare;
use contacts::Board;
use evolution::EvolutionView;
use room::Room;
use sureness::Sureness;
use why::Why;

/// Size of type, padding and gap of the buttons that choose the view.
const BUTTONS: [(f32, f32, f32); 5] = [
    (BODY, 8.0, 6.0),
    (BODY, 6.0, 4.0),
    (BODY, 4.0, 2.0),
    (SMALL, 4.0, 2.0),
    (SMALL, 3.0, 1.0),
];

/// The centre of the window: which view is shown, and what each remembers.
#[derive(Default)]
pub struct Centre {
    pub view: View,
    pub notices: Notices,
    pub player: Player,
    pub room: Room,
    pub glide: Glide,
    why: Why,
    compare: Compare,
    /// The day of the review while it is typed.
    typed_review: Option<String>,
}

/// The size of the names of the views, their padding and the gaps between them: the largest with which all
/// stand in one row, or else the least.
fn button_room(names: &[String], room: f32) -> (f32, f32, f32) {
    let [.., least] = BUTTONS;
    let fits = |&(size, padding, gap): &(f32, f32, f32)| {
        let names = names.iter();
        let wide = names.map(|name| draw::width(name, size, Weight::Regular) + 2.0 * padding + gap);
        wide.sum::<f32>() <= room + gap
    };
    BUTTONS.into_iter().find(fits).unwrap_or(least)
}

impl Centre {
    /// Forgets what belongs to the former profile: another one is open.
    pub fn replaced(&mut self) {
        self.room = Room::default();
        self.typed_review = None;
        self.notices.forget_news();
    }

    /// Forgets everything that refers to the former knowledge base: another one is in use.
    pub fn forget(&mut self) {
        *self = Self {
            view: self.view,
            notices: std::mem::take(&mut self.notices),
            ..Self::default()
        };
    }

    /// Shows the buttons that choose the view; gives their place.
    pub fn buttons(&mut self, ui: &mut Ui, words: &Words) -> Rect {
        let names = View::ALL.map(|view| words.get(view.name()));
        let (size, padding, gap) = button_room(&names, ui.available_width());
        let buttons = ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().button_padding.x = padding;
            ui.spacing_mut().item_spacing.x = gap;
            for (view, name) in View::ALL.into_iter().zip(names) {
                let name = RichText::new(name).size(size);
                ui.selectable_value(&mut self.view, view, name);
            }
        });
        ui.add_space(4.0);
        buttons.response.rect
    }

    /// Shows the view. Each has ids of its own, so that none is scrolled to where another was left.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        document: &mut Document,
        analyses: &Analyses,
        can_undo: bool,
        asked: &mut Vec<Command>,
    ) {
        ui.push_id(self.view.name(), |ui| {
            self.inside(ui, session, document, analyses, can_undo, asked);
        });
    }

    fn inside(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        document: &mut Document,
        analyses: &Analyses,
        can_undo: bool,
        asked: &mut Vec<Command>,
    ) {
        let scenario = document.scenario().clone();
        let teller = session.teller().of(&scenario);
        match self.view {
            View::Chart => {
                let company = &document.profile.header.company;
                let (answers, verdicts) = (&analyses.answers, &analyses.verdicts);
                let structure = Structure::new(teller, company, &scenario, answers, verdicts);
                let glide = &mut self.glide;
                let pressed = chart::show(ui, teller, &structure, verdicts, glide, true);
                asked.extend(pressed.map(Command::EditDepartment));
            }
            View::Why => self.why.show(ui, teller, analyses),
            View::Sureness => Sureness {
                teller,
                doubt: scenario.weight_doubt,
                by_order: scenario.by_order,
                analyses,
                can_undo,
            }
            .show(ui, asked),
            View::Contacts => {
                let company = &document.profile.header.company;
                let (answers, verdicts) = (&analyses.answers, &analyses.verdicts);
                let structure = Structure::new(teller, company, &scenario, answers, verdicts);
                Board {
                    teller,
                    scenario: &scenario,
                    coverage: &analyses.coverage,
                    outside: structure.outside.into_iter().map(|body| body.id).collect(),
                    from: document.profile.header.date,
                    asked,
                }
                .show(ui);
            }
            View::Evolution => {
                let Some(trajectory) = analyses.trajectory() else {
                    // The view was opened in this frame; its course is computed in the next.
                    ui.ctx().request_repaint();
                    return;
                };
                let (header, own) = document.parts_mut();
                EvolutionView {
                    teller,
                    header,
                    trajectory,
                    verdicts: analyses.verdicts_then(),
                    player: &mut self.player,
                    glide: &mut self.glide,
                    scenario: &scenario,
                    typed: &mut self.typed_review,
                    asked,
                }
                .show(ui, &mut own.plan);
            }
            View::Compare => {
                let (profile, active) = (&document.profile, document.active());
                self.compare.show(ui, teller, analyses, profile, active);
            }
            View::Room => self.room.show(ui, session, teller, document, asked),
        }
    }
}
