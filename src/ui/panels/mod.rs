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

use eframe::egui::{Panel, Rect, ScrollArea, Ui};

use super::analyses::{Analyses, Trajectory};
use super::command::Command;
use super::document::Document;
use super::paint::scroll::scroll_in;
use super::paint::style::{GAP, bold, color, palette};
use super::player::Player;
use super::regions::Region;
use super::session::Session;
use crate::i18n::Season;
use crate::model::Header;
use crate::wording::Dated;
pub use folds::{Folds, Side};
pub use memory::Memory;

use answer::AnswerPanel;
use cards::Cards;
use course::EvolutionPanel;

/// What cannot be set is read all the same.
const READ_ONLY: f32 = 0.75;

/// Shows the left of the window, in which the profile is set; gives its place. While another quarter is
/// looked at it shows the company as it will be, which nobody can set.
pub fn cards(
    ui: &mut Ui,
    session: &Session,
    document: &mut Document,
    analyses: &Analyses,
    player: &mut Player,
    memory: &mut Memory,
    asked: &mut Vec<Command>,
) -> Rect {
    let scenario = analyses.scenario();
    let teller = session.teller().of(scenario);
    let words = teller.words;
    let width = ui.ctx().content_rect().width();
    let quarter = player.quarter();
    let ahead = analyses.trajectory().filter(|_| quarter > 0);
    let shown = Panel::left("cards")
        .exact_size((0.262 * width).clamp(300.0, 400.0))
        .resizable(false)
        .show(ui, |ui| {
            Region::Sliders.begin(ui, words);
            let from = document.profile.header.date;
            if ahead.is_some() && then(ui, teller.since(from), quarter) {
                player.go(0);
            }
            let area = ScrollArea::vertical().id_salt("cards").auto_shrink(false);
            scroll_in(area, ui, |ui| {
                ui.visuals_mut().disabled_alpha = READ_ONLY;
                ui.add_enabled_ui(ahead.is_none(), |ui| {
                    let mut copies;
                    let (mut header, mut scenario) = document.parts_mut();
                    let (mut answers, mut sensitivity) =
                        (&analyses.answers, Some(&analyses.sensitivity));
                    if let Some(Trajectory { evolution, .. }) = ahead {
                        let course = &evolution.course;
                        let mut company = course.scenario(teller.knowledge, quarter);
                        let inputs = company.factors.values_mut();
                        for setting in inputs.flat_map(|input| input.quantities.values_mut()) {
                            setting.value = setting.value.round();
                        }
                        copies = (header.clone(), company);
                        (header, scenario) = (&mut copies.0, &mut copies.1);
                        (answers, sensitivity) = (&player.moment(evolution).answers, None);
                    }
                    company::show(ui, teller, header, scenario, memory);
                    let weigh = Command::WeighFactors;
                    if ui.button(teller.words.get(weigh.row().name)).clicked() {
                        asked.push(weigh);
                    }
                    Cards {
                        teller,
                        answers,
                        sensitivity,
                        memory,
                        asked,
                    }
                    .show(ui, scenario);
                });
            });
        });
    shown.response.rect
}

/// That the cards show another quarter; `true` to go back to today.
fn then(ui: &mut Ui, dated: Dated<'_>, quarter: usize) -> bool {
    let words = dated.teller.words;
    ui.add_space(GAP);
    let args = [("in", dated.when(quarter, Season::In))];
    let told = words.with("cards-then", &args);
    ui.label(bold(told).color(color(palette(ui).accent)));
    ui.button(words.get("cards-back")).clicked()
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
            // Each of the two stays where it was scrolled to.
            let ahead = analyses.trajectory();
            let area = ScrollArea::vertical()
                .id_salt(("answer", ahead.is_some()))
                .auto_shrink(false);
            scroll_in(area, ui, |ui| match ahead {
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
