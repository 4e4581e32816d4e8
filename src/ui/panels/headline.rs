//! The answer above the centre of the window: where the function reports, why, what would turn it, and
//! the other answers in a word each. It keeps its height whatever it says, so that nothing below jumps.

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, Role, Sense, Ui, vec2};

use crate::analysis::{Answers, Sensitivity, Verdicts};
use crate::draw::{Weight, wrap};
use crate::ui::paint::style::{HEADLINE_LEAST, HEADLINES, SMALL, bold, color, palette, small};
use crate::ui::paint::widgets::{certainty_mark, labelled};
use crate::wording::{Chip, Teller};

/// Room for the sentence: one line of the largest type, or two of a smaller one.
const SENTENCE: f32 = 50.0;
/// Room for two lines of facts.
const FACTS: f32 = 38.0;
/// Room for the answers to the other questions.
const CHIPS: f32 = 28.0;
/// Between the parts of a chip.
const CHIP_GAP: f32 = 4.0;

/// What the headline tells of.
pub struct Headline<'a> {
    pub teller: Teller<'a>,
    pub answers: &'a Answers,
    pub verdicts: &'a Verdicts,
    /// Of today's answer; `None` for another quarter.
    pub sensitivity: Option<&'a Sensitivity>,
}

impl Headline<'_> {
    pub fn show(&self, ui: &mut Ui) {
        let width = ui.available_width();
        part(ui, SENTENCE, |ui| self.sentence(ui, width));
        part(ui, FACTS, |ui| self.facts(ui));
        part(ui, CHIPS, |ui| self.chips(ui));
    }

    fn sentence(&self, ui: &mut Ui, width: f32) {
        let sentence = self.teller.headline(self.verdicts);
        let fits = |size: &f32| {
            let lines = wrap(&sentence, *size, Weight::Bold, width, 3).len() as f32;
            lines * size * 1.4 <= SENTENCE
        };
        let size = HEADLINES.into_iter().find(fits).unwrap_or(HEADLINE_LEAST);
        ui.label(bold(sentence).size(size));
    }

    fn facts(&self, ui: &mut Ui) {
        let teller = self.teller;
        let because = teller.because(self.answers, self.verdicts);
        let turns = self
            .sensitivity
            .and_then(|sensitivity| teller.turns(self.verdicts, sensitivity));
        let mut told: Vec<String> = because.into_iter().chain(turns).collect();
        if self.verdicts.wanting > 0 {
            told.push(teller.words.get("headline-wanting-help"));
        }
        let told = told.join(" ");
        let lines = wrap(&told, SMALL, Weight::Regular, ui.available_width(), 3);
        let label = Label::new(RichText::new(told.as_str()).size(SMALL));
        if lines.len() > 2 {
            // What does not fit is read in full under the pointer, and by a screen reader.
            let mut short = lines;
            short.truncate(2);
            let mut shown = short.join(" ");
            shown.pop();
            shown.push('…');
            let response =
                ui.add(Label::new(RichText::new(shown).size(SMALL)).sense(Sense::hover()));
            response.widget_info(|| labelled(Role::Label, &told));
            response.on_hover_text(&told);
        } else {
            ui.add(label);
        }
    }

    fn chips(&self, ui: &mut Ui) {
        let teller = self.teller;
        if self.verdicts.wanting > 0 {
            return;
        }
        let at = teller.knowledge.always.attachment;
        let (answer, verdict) = (&self.answers.answers[at], &self.verdicts.questions[at]);
        let mut chips = teller.chips(self.answers, self.verdicts);
        chips.insert(0, teller.chip(answer, verdict));
        let gaps = ui.spacing().item_spacing.x * (chips.len() - 1) as f32;
        let most = (ui.available_width() - gaps) / chips.len() as f32;
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            for (index, chip) in chips.iter().enumerate() {
                self.chip(ui, chip, most, index == 0);
            }
        });
    }

    /// One answer, no wider than `most`; the headline holds that of the `first` already.
    fn chip(&self, ui: &mut Ui, chip: &Chip, most: f32, first: bool) {
        let teller = self.teller;
        let line = teller.chip_line(chip);
        let frame = Frame::new()
            .fill(color(palette(ui).control))
            .corner_radius(9)
            .inner_margin(Margin::symmetric(8, 2));
        let response = frame
            .show(ui, |ui| {
                ui.set_max_width(most - 16.0);
                ui.spacing_mut().item_spacing.x = CHIP_GAP;
                if let Some(certainty) = chip.certainty {
                    certainty_mark(ui, certainty);
                    let word = teller.certainty(certainty);
                    ui.label(bold(word).size(SMALL));
                }
                let text = if first {
                    chip.question.clone()
                } else {
                    let args = [("question", &chip.question), ("answer", &chip.answer)];
                    teller.words.with("chip-bare", &args)
                };
                ui.add(Label::new(small(ui, text)).truncate());
            })
            .response
            .interact(Sense::hover());
        response.widget_info(|| labelled(Role::Label, &line));
        response.on_hover_text(format!("{line}\n{}", chip.help));
    }
}

/// A part of a fixed height.
fn part(ui: &mut Ui, height: f32, inside: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        inside(ui);
    });
}
