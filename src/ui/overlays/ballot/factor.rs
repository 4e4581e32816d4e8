//! One factor: its question, and a row of answers for its choice and for each of its sliders. None is
//! chosen until somebody chooses one.

use eframe::egui::{Label, RichText, ScrollArea, Sense, Ui};

use super::page::{Deed, Page};
use super::turn::Turn;
use crate::model::FactorId;
use crate::model::ballot::Vote;
use crate::ui::asking::{Answers, keep_arrows, muted_ink, ring};
use crate::ui::paint::style::bold;

/// The place of an answer in its row, of so many steps; `None` where nothing is answered.
pub fn shown(vote: Option<Vote>, steps: usize) -> Option<usize> {
    vote.map(|vote| match vote {
        Vote::Step(step) => step,
        Vote::Unknown => steps,
    })
}

pub(super) fn show(ui: &mut Ui, page: &mut Page<'_>, turn: &mut Turn, at: FactorId) {
    let (teller, measures) = (page.teller, page.measures);
    let (knowledge, words) = (teller.knowledge, teller.words);
    let factor = &knowledge.factors[at];
    let width = measures.column(ui.available_width());
    let unknown = words.get("ballot-unknown");
    let area = ScrollArea::vertical().id_salt(&factor.id);
    area.auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(width);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add_space(0.5 * measures.between());
        let asked = bold(teller.asked_of_factor(factor)).size(measures.question());
        ui.add(Label::new(asked).wrap());
        let help = RichText::new(factor.help.get(words.lang())).size(measures.text());
        ui.add(Label::new(help.color(muted_ink(ui))).wrap());
        ui.add_space(measures.between());
        for (row, (place, item)) in turn.rows(knowledge, at).into_iter().enumerate() {
            let question = teller.asked_by(item);
            let chosen = shown(turn.ballot.vote(place), item.steps(knowledge));
            let asked = bold(&question).size(measures.row());
            let asked = ui.add(
                Label::new(asked)
                    .wrap()
                    .sense(Sense::focusable_noninteractive()),
            );
            // Where nothing is chosen yet no answer stands out, not even by the focus.
            let here = turn.cursor.row == row && turn.cursor.segment.is_none();
            if turn.cursor.moved && here && chosen.is_none() {
                asked.request_focus();
                asked.scroll_to_me(None);
            }
            if asked.has_focus() {
                turn.cursor.row = row;
                keep_arrows(ui, &asked);
                ring(ui, &asked);
            }
            ui.add_space(2.0);
            let pressed = Answers {
                question: &question,
                answers: &teller.answers_to(item),
                unknown: &unknown,
                chosen: chosen.map(|chosen| (chosen, true)),
                place: row,
                is_neutral: true,
            };
            let id = ui.scope_id().with(("answer", place));
            let pressed = pressed.show(ui, words, measures, &mut turn.cursor, id);
            if let Some(pressed) = pressed {
                turn.answer(knowledge, row, pressed);
                // The focus goes on in the next frame.
                page.deed = Some(Deed::To(turn.step));
            }
            ui.add_space(measures.between());
        }
    });
}
