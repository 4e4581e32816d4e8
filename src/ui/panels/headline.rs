//! The answer above the centre of the window: where the function reports, why, what would turn it, and
//! the other answers in a word each. It keeps its height whatever it says, so that nothing below jumps.

use eframe::egui::{
    Align, Button, Frame, Label, Layout, Margin, RichText, Role, Sense, Stroke, Ui, vec2,
};

use jiff::civil::Date;

use crate::analysis::{Answers, Coverage, Turns, Verdicts};
use crate::draw::{self, Weight, wrap};
use crate::ui::command::Command;
use crate::ui::paint::style::{HEADLINE_LEAST, HEADLINES, SMALL, bold, color, palette, small};
use crate::ui::paint::widgets::{MARK, certainty_mark, labelled, warned};
use crate::ui::view::View;
use crate::wording::{Chip, Teller};

/// Room for the sentence: one line of the largest type, or two of a smaller one.
const SENTENCE: f32 = 50.0;
/// Room for two lines of facts.
const FACTS: f32 = 38.0;
/// Room for the answers to the other questions.
const CHIPS: f32 = 28.0;
/// Under this width the chips stand in two rows.
const NARROW: f32 = 760.0;
/// Between the parts of a chip, and at its ends.
const CHIP_GAP: f32 = 5.0;
const CHIP_END: f32 = 8.0;

/// What the headline tells of.
pub struct Headline<'a> {
    pub teller: Teller<'a>,
    pub answers: &'a Answers,
    pub verdicts: &'a Verdicts,
    pub coverage: &'a Coverage,
    /// Of today's answer; `None` for another quarter.
    pub turns: Option<&'a Turns>,
    /// The day from which quarters count.
    pub from: Date,
    /// The quarter told of, 0 for today.
    pub quarter: usize,
}

impl Headline<'_> {
    /// Shows it; gives what is asked of the window.
    pub fn show(&self, ui: &mut Ui) -> Option<Command> {
        let width = ui.available_width();
        part(ui, SENTENCE, |ui| self.sentence(ui, width));
        part(ui, FACTS, |ui| self.facts(ui));
        let rows = if width < NARROW { 2 } else { 1 };
        part(ui, rows as f32 * CHIPS, |ui| self.chips(ui, rows))
    }

    fn sentence(&self, ui: &mut Ui, width: f32) {
        let dated = self.teller.since(self.from);
        let sentence = dated.headline(self.verdicts, self.quarter);
        let fits = |size: &f32| {
            let lines = wrap(&sentence, *size, Weight::Bold, width, 3).len() as f32;
            lines * size * 1.4 <= SENTENCE
        };
        let size = HEADLINES.into_iter().find(fits).unwrap_or(HEADLINE_LEAST);
        let text = bold(sentence).size(size);
        // What is not of today stands in another colour.
        ui.label(match self.quarter {
            0 => text,
            _ => text.color(color(palette(ui).accent)),
        });
    }

    fn facts(&self, ui: &mut Ui) {
        let teller = self.teller;
        let because = teller.because(self.answers, self.verdicts);
        let turns = self
            .turns
            .and_then(|turns| teller.turns(self.verdicts, turns));
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

    /// The chips, in so many rows; the first one ends with how many contact points nobody holds.
    fn chips(&self, ui: &mut Ui, rows: usize) -> Option<Command> {
        let teller = self.teller;
        if self.verdicts.wanting > 0 {
            return None;
        }
        let mut alert = teller.unattended_count(self.coverage);
        let mut pressed = false;
        let at = teller.knowledge.always.attachment;
        let (answer, verdict) = (&self.answers.answers[at], &self.verdicts.questions[at]);
        // The headline holds the answer of the first already.
        let mut chips = vec![(teller.chip(answer, verdict), false)];
        let others = teller.chips(self.answers, self.verdicts);
        chips.extend(others.into_iter().map(|chip| (chip, true)));
        let chips: Vec<ChipText> = chips
            .into_iter()
            .map(|(chip, whole)| ChipText::new(teller, chip, whole))
            .collect();
        for row in chips.chunks(chips.len().div_ceil(rows)) {
            let alert = alert.take();
            let gaps = ui.spacing().item_spacing.x * row.len() as f32;
            let widths: Vec<f32> = row.iter().map(ChipText::width).collect();
            let left = ui.available_width() - gaps - widths.iter().sum::<f32>();
            let shown = alert.clone().map(|whole| {
                if alert_width(&whole) <= left {
                    return whole;
                }
                let count = self.coverage.unattended().count();
                let words = teller.words;
                words.with("contacts-unattended-short", &[("count", count)])
            });
            let taken = shown.as_deref().map_or(0.0, alert_width);
            let most = widest(&widths, ui.available_width() - gaps - taken);
            ui.horizontal(|ui| {
                for (chip, width) in row.iter().zip(&widths) {
                    chip.show(ui, teller, width.min(most));
                }
                if let (Some(shown), Some(whole)) = (shown, alert) {
                    pressed = show_alert(ui, &shown, &whole, self.quarter == 0);
                }
            });
        }
        pressed.then_some(Command::Show(View::Contacts))
    }
}

/// How wide a warning is.
fn alert_width(text: &str) -> f32 {
    draw::width(&warned(text), SMALL, Weight::Bold) + 2.0 * CHIP_END + 2.0
}

/// A warning that leads to where something can be done, in as many words as there is room for; `true` when
/// it is pressed. One of another quarter leads nowhere: the board is that of today.
fn show_alert(ui: &mut Ui, shown: &str, whole: &str, leads: bool) -> bool {
    let palette = palette(ui);
    let ink = color(palette.against);
    ui.spacing_mut().button_padding = vec2(CHIP_END, 2.0);
    ui.spacing_mut().interact_size.y = 0.0;
    let button = Button::new(bold(warned(shown)).size(SMALL).color(ink))
        .fill(color(palette.notice))
        .stroke(Stroke::new(1.0, ink))
        .corner_radius(9);
    let (sense, role) = if leads {
        (Sense::click(), Role::Button)
    } else {
        (Sense::hover(), Role::Label)
    };
    let response = ui.add(button.sense(sense));
    response.widget_info(|| labelled(role, whole));
    response.on_hover_text(whole).clicked()
}

/// How wide the widest of these may be so that all have room.
fn widest(widths: &[f32], room: f32) -> f32 {
    let mut sorted = widths.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut left = room;
    for (at, width) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - at) as f32;
        if *width > share {
            return share.max(0.0);
        }
        left -= width;
    }
    f32::INFINITY
}

/// As much of a text as has room, with an ellipsis where that is not all.
fn elided(text: &str, room: f32) -> String {
    let fits = |text: &str| draw::width(text, SMALL, Weight::Regular) <= room;
    if fits(text) {
        return text.to_owned();
    }
    let mut shown = text.to_owned();
    while shown.pop().is_some() {
        let told = format!("{}…", shown.trim_end());
        if fits(&told) {
            return told;
        }
    }
    String::new()
}

/// A chip in words.
struct ChipText {
    chip: Chip,
    text: String,
    /// How sure it is.
    word: String,
}

impl ChipText {
    fn new(teller: Teller<'_>, chip: Chip, whole: bool) -> Self {
        let args = [("question", &chip.question), ("answer", &chip.answer)];
        let text = if whole {
            teller.words.with("chip-bare", &args)
        } else {
            chip.question.clone()
        };
        let word = chip.certainty.map(|certainty| teller.certainty(certainty));
        Self {
            text,
            word: word.unwrap_or_default(),
            chip,
        }
    }

    /// What surrounds the text: the ends, the mark and the word.
    fn around(&self) -> f32 {
        let word = draw::width(&self.word, SMALL, Weight::Bold);
        2.0 * CHIP_END + MARK + word + 2.0 * CHIP_GAP + 1.0
    }

    fn width(&self) -> f32 {
        draw::width(&self.text, SMALL, Weight::Regular) + self.around()
    }

    fn show(&self, ui: &mut Ui, teller: Teller<'_>, width: f32) {
        let line = teller.chip_line(&self.chip);
        let frame = Frame::new()
            .fill(color(palette(ui).control))
            .corner_radius(9)
            .inner_margin(Margin::symmetric(CHIP_END as i8, 2));
        let response = frame
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = CHIP_GAP;
                let room = (width - self.around()).max(0.0);
                ui.label(small(ui, elided(&self.text, room + 1.0)));
                if let Some(certainty) = self.chip.certainty {
                    certainty_mark(ui, certainty);
                    ui.label(bold(&self.word).size(SMALL));
                }
            })
            .response
            .interact(Sense::hover());
        response.widget_info(|| labelled(Role::Label, &line));
        response.on_hover_text(format!("{line}\n{}", self.chip.help));
    }
}

/// A part of a fixed height.
fn part<T>(ui: &mut Ui, height: f32, inside: impl FnOnce(&mut Ui) -> T) -> T {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        inside(ui)
    })
    .inner
}
