//! What stands around the centre of the window.

mod answer;
mod cards;
mod company;
mod comparables;
mod course;
pub mod headline;
mod memory;
pub mod menu;
pub mod notices;
pub mod scenarios;

use eframe::egui::{Panel, Rect, ScrollArea, Ui};

use super::analyses::Analyses;
use super::command::Command;
use super::document::Document;
use super::player::Player;
use super::session::Session;
use crate::model::Header;
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
    let width = ui.ctx().content_rect().width();
    let shown = Panel::left("cards")
        .default_size((0.262 * width).clamp(280.0, 400.0))
        .size_range(260.0..=(0.36 * width).max(280.0))
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
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
    let width = ui.ctx().content_rect().width();
    let shown = Panel::right("answer")
        .default_size((0.237 * width).clamp(230.0, 380.0))
        .size_range(220.0..=(0.3 * width).max(230.0))
        .show(ui, |ui| {
            ScrollArea::vertical()
                .auto_shrink(false)
                .show(ui, |ui| match analyses.trajectory() {
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
