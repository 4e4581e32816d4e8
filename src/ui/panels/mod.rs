//! What stands around the centre of the window.

mod answer;
mod cards;
mod chips;
pub mod company;
mod comparables;
mod course;
mod folds;
pub mod headline;
mod memory;
pub mod menu;
pub mod notices;
pub mod scenarios;

use eframe::egui::{Panel, Rect, Ui};

use super::analyses::Analyses;
use super::command::Command;
use super::document::Document;
use super::paint::scroll::scroll;
use super::player::Player;
use super::regions::Region;
use super::session::Session;
use crate::model::Header;
pub use folds::{Folds, Side};
pub use memory::Memory;

use answer::AnswerPanel;
use cards::Cards;
use course::EvolutionPanel;

/// Shows the left of the window, in which the profile is set; gives its place.
pub fn cards(
    ui: &mut Ui,
    session: &Session,
    document: &mut Document,
    analyses: &Analyses,
    voting: bool,
    memory: &mut Memory,
    asked: &mut Vec<Command>,
) -> Rect {
    let scenario = analyses.scenario();
    let teller = session.teller().of(scenario);
    let words = teller.words;
    let width = ui.ctx().content_rect().width();
    let shown = Panel::left("cards")
        .exact_size((0.262 * width).clamp(300.0, 400.0))
        .resizable(false)
        .show(ui, |ui| {
            Region::Sliders.begin(ui, words);
            scroll(ui, |ui| {
                scenarios::show(ui, teller, document, voting);
                let (header, scenario) = document.parts_mut();
                company::show(ui, teller, header, scenario, memory);
                let weigh = Command::WeighFactors;
                if ui.button(teller.words.get(weigh.row().name)).clicked() {
                    asked.push(weigh);
                }
                Cards {
                    teller,
                    analyses,
                    memory,
                    asked,
                }
                .show(ui, scenario);
            });
        });
    shown.response.rect
}

/// Shows the right of the window, the answer today or over time; gives its place.
pub fn answer(
    ui: &mut Ui,
    session: &Session,
    header: &Header,
    analyses: &Analyses,
    player: &mut Player,
    asked: &mut Vec<Command>,
) -> Rect {
    let teller = session.teller().of(analyses.scenario());
    let words = teller.words;
    let width = ui.ctx().content_rect().width();
    let shown = Panel::right("answer")
        .exact_size((0.237 * width).clamp(260.0, 380.0))
        .resizable(false)
        .show(ui, |ui| {
            Region::Answer.begin(ui, words);
            scroll(ui, |ui| match analyses.trajectory() {
                Some(trajectory) => EvolutionPanel {
                    dated: teller.since(header.date),
                    evolution: &trajectory.evolution,
                    player,
                }
                .show(ui),
                None => AnswerPanel {
                    teller,
                    analyses,
                    asked,
                }
                .show(ui),
            });
        });
    shown.response.rect
}
