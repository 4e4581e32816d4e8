//! The answer in one sentence, above the centre of the window.

use eframe::egui::Ui;

use crate::analysis::Answers;
use crate::draw::{Weight, wrap};
use crate::ui::paint::style::{HEADLINE_LEAST, HEADLINES, bold};
use crate::wording::Teller;

/// Shows the whole answer in one sentence, and who leads by how much.
pub fn show(ui: &mut Ui, teller: Teller<'_>, answers: &Answers) {
    let sentence = teller.headline(answers);
    let room = ui.available_width();
    let fits = |size: &f32| wrap(&sentence, *size, Weight::Bold, room, 3).len() <= 2;
    let size = HEADLINES.into_iter().find(fits).unwrap_or(HEADLINE_LEAST);
    ui.label(bold(sentence).size(size));
    let question = teller.knowledge.attachment();
    ui.label(teller.verdict(question, answers.attachment()));
}
