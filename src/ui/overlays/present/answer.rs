//! The answer: the headline and why, over the chart.

use eframe::egui::{RichText, Ui};

use super::stage::Stage;
use crate::chart::Structure;
use crate::draw::{Weight, wrap};
use crate::ui::paint::glide::Glide;
use crate::ui::paint::style::bold;
use crate::ui::views::chart;

/// Sizes of the headline, the largest that fits; over a small chart it has a single line.
const HEADLINES: [f32; 4] = [34.0, 28.0, 24.0, 21.0];
const LEAST: f32 = 18.0;

/// The headline; where there is room for the `whole` of it, why, and the other answers in a word each.
pub fn head(ui: &mut Ui, stage: &Stage<'_>, whole: bool) {
    let (teller, sizes) = (stage.teller, stage.sizes);
    let (answers, verdicts) = (&stage.findings.answers, &stage.findings.verdicts);
    let sentence = teller.headline(verdicts);
    let room = ui.available_width();
    let most = if whole { 2 } else { 1 };
    let fits = |size: &f32| wrap(&sentence, *size, Weight::Bold, room, 3).len() <= most;
    let size = HEADLINES.map(|size| sizes.by(size)).into_iter().find(fits);
    ui.label(bold(sentence).size(size.unwrap_or(sizes.by(LEAST))));
    if !whole {
        return;
    }
    // What speaks for each side of an open choice is told on the next slide: here the chart needs the room.
    let attachment = &verdicts.questions[teller.knowledge.always.attachment];
    let because = teller.because(answers, verdicts);
    if let Some(because) = because.filter(|_| attachment.is_decided()) {
        ui.label(RichText::new(because).size(sizes.small()));
    }
    let chips = teller.chips(answers, verdicts);
    if !chips.is_empty() {
        let chips: Vec<String> = chips.iter().map(|chip| teller.chip_line(chip)).collect();
        stage.small(ui, chips.join(" · "));
    }
}

pub fn show(ui: &mut Ui, stage: &Stage<'_>, glide: &mut Glide) {
    let (answers, verdicts) = (&stage.findings.answers, &stage.findings.verdicts);
    let company = &stage.about.company;
    let mut structure = Structure::new(stage.teller, company, stage.scenario, answers, verdicts);
    // A slide of its own tells of the contact points.
    structure.unattended = None;
    chart::show(ui, stage.teller, &structure, verdicts, glide, false);
}
