//! One's own answers in words, factor by factor, before they are cast; each leads back to its screen.

use eframe::egui::{Button, Label, RichText, Role, ScrollArea, Ui, vec2};

use super::page::{Deed, Page};
use super::turn::{Step, Turn};
use crate::model::FactorId;
use crate::model::ballot::{Item, Vote};
use crate::ui::asking::{muted_ink, ring};
use crate::ui::paint::style::bold;
use crate::ui::paint::widgets::labelled;

pub(super) fn show(ui: &mut Ui, page: &mut Page<'_>, turn: &Turn) {
    let (words, measures) = (page.teller.words, page.measures);
    let knowledge = page.teller.knowledge;
    let width = measures.column(ui.available_width());
    ScrollArea::vertical()
        .id_salt("review")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_max_width(width);
            ui.add_space(0.5 * measures.between());
            let title = bold(words.get("ballot-review")).size(measures.question());
            ui.add(Label::new(title).wrap());
            let help = RichText::new(words.get("ballot-review-help")).size(measures.text());
            ui.add(Label::new(help.color(muted_ink(ui))).wrap());
            ui.add_space(measures.between());
            for at in knowledge.factors.ids() {
                if line(ui, page, turn, at) {
                    page.deed = Some(Deed::To(Step::Factor(at)));
                }
                ui.add_space(0.4 * measures.between());
            }
        });
}

/// A factor and what was answered of it; `true` where it is pressed.
fn line(ui: &mut Ui, page: &Page<'_>, turn: &Turn, at: FactorId) -> bool {
    let (teller, measures) = (page.teller, page.measures);
    let factor = &teller.knowledge.factors[at];
    let label = factor.label.get(teller.words.lang());
    let answered = answered(page, turn, at);
    let told = teller.words.with(
        "ballot-review-line",
        &[("factor", label), ("answers", answered.as_str())],
    );
    let mut pressed = false;
    ui.horizontal_top(|ui| {
        let name = bold(label).size(measures.row());
        let width = 0.3 * ui.available_width();
        let size = vec2(width, 0.7 * measures.control());
        // One name below the other: they begin at the same place.
        let button = Button::new(name).right_text("").wrap().min_size(size);
        let response = ui.add_sized(size, button);
        response.widget_info(|| labelled(Role::Button, &told));
        ring(ui, &response);
        pressed = response.clicked();
        ui.add_space(8.0);
        let text = RichText::new(&answered).size(measures.text());
        let left = !turn.answers(teller.knowledge, at);
        let text = if left {
            text.color(muted_ink(ui))
        } else {
            text
        };
        ui.vertical(|ui| {
            ui.add_space(0.15 * measures.control());
            ui.add(Label::new(text).wrap());
        });
    });
    pressed
}

/// What was answered of a factor, in words.
fn answered(page: &Page<'_>, turn: &Turn, at: FactorId) -> String {
    let (teller, words) = (page.teller, page.teller.words);
    let knowledge = teller.knowledge;
    if !turn.answers(knowledge, at) {
        return words.get("ballot-left");
    }
    let rows = turn.rows(knowledge, at).into_iter();
    let told: Vec<String> = rows
        .map(|(place, item)| {
            let answer = match turn.ballot.vote(place) {
                Some(Vote::Step(step)) => teller.answers_to(item).into_iter().nth(step),
                Some(Vote::Unknown) | None => Some(words.get("ballot-unknown")),
            };
            let name = match item {
                Item::Choice(_) => teller.asked_by(item),
                Item::Slider(slider) => {
                    let quantity = knowledge.quantity(slider);
                    quantity.label.get(words.lang()).to_owned()
                }
            };
            words.with(
                "report-slider",
                &[("label", name), ("value", answer.unwrap_or_default())],
            )
        })
        .collect();
    told.join(" · ")
}
