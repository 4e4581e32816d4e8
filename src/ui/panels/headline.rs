//! The answer above the centre of the window: where the function reports, why, what would turn it, and
//! the other answers in a word each. It keeps its height whatever it says, so that nothing below jumps.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Label, Layout, RichText, Role, Sense, Ui, vec2};

use jiff::civil::Date;

use crate::analysis::{Answers, Coverage, Turns, Verdicts};
use crate::draw::{self, Weight, as_seen, wrap};
use crate::ui::command::Command;
use crate::ui::paint::style::{GAP, HEADLINE_LEAST, HEADLINES, SMALL, bold, color, palette};
use crate::ui::paint::widgets::labelled;
use crate::ui::panels::chips::{ChipText, Told, alert_width, show_alert, widest};
use crate::ui::view::View;
use crate::wording::Teller;

/// Room for the sentence: one line of the largest type, or two of a smaller one.
const SENTENCE: f32 = 50.0;
/// Room for two lines of facts.
const FACTS: f32 = 38.0;
/// Room for the answers to the other questions.
const CHIPS: f32 = 28.0;
/// Under this width the chips stand in two rows.
const NARROW: f32 = 760.0;
/// In a window lower than this, as one that is much enlarged is, everything takes less room, so that
/// half of it is left for what is under the headline.
const LOW: f32 = 540.0;
/// Room for the sentence there, in one line or two.
const LOW_SENTENCE: [f32; 2] = [28.0, 40.0];

/// How much room there is, which says what is told at length.
#[derive(Clone, Copy)]
struct Room {
    sentence: f32,
    /// How many lines of facts there are.
    facts: usize,
    /// How many rows the chips stand in.
    rows: usize,
    /// Whether the chips tell the answers alone, and who points at them what they answer.
    brief: bool,
}

impl Room {
    fn of(ui: &Ui) -> Self {
        let narrow = ui.available_width() < NARROW;
        let low = ui.ctx().content_rect().height() < LOW;
        Self {
            sentence: match low {
                true => LOW_SENTENCE[usize::from(narrow)],
                false => SENTENCE,
            },
            facts: if low { 1 } else { 2 },
            rows: if narrow && !low { 2 } else { 1 },
            brief: narrow && low,
        }
    }
}

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
        let (width, room) = (ui.available_width(), Room::of(ui));
        part(ui, room.sentence, |ui| {
            ui.horizontal_top(|ui| self.sentence(ui, width, room));
        });
        part(ui, room.facts as f32 * FACTS / 2.0, |ui| {
            self.facts(ui, room.facts);
        });
        part(ui, room.rows as f32 * CHIPS, |ui| self.chips(ui, room))
    }

    fn sentence(&self, ui: &mut Ui, width: f32, room: Room) {
        let dated = self.teller.since(self.from);
        let sentence = dated.headline(self.verdicts, self.quarter);
        let high = room.sentence;
        let chip = self.chip(room);
        let aside = chip.as_ref().map_or(0.0, |chip| chip.width() + 2.0 * GAP);
        let room = (width - aside).max(0.0);
        let lines = |size: f32| wrap(&sentence, size, Weight::Bold, room, 3);
        let fits = |size: &f32| lines(*size).len() as f32 * size * 1.4 <= high;
        let size = HEADLINES.into_iter().find(fits).unwrap_or(HEADLINE_LEAST);
        let widest = lines(size)
            .iter()
            .map(|line| draw::width(line, size, Weight::Bold))
            .fold(0.0, f32::max);
        let text = bold(as_seen(&sentence)).size(size);
        // What is not of today stands in another colour.
        let text = match self.quarter {
            0 => text,
            _ => text.color(color(palette(ui).accent)),
        };
        let place = vec2((widest + 6.0).min(room), high);
        let label = ui
            .allocate_ui_with_layout(place, Layout::top_down(Align::Min), |ui| ui.label(text))
            .inner;
        // A screen reader tells it whenever it changes.
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_role(Role::Heading);
            node.set_label(sentence);
            node.set_live(Live::Polite);
        });
        // How sure it is stands behind it, in the middle of its first line.
        if let Some(chip) = chip {
            ui.add_space(GAP);
            ui.vertical(|ui| {
                ui.add_space(((1.4 * size - CHIPS) / 2.0).max(0.0) + 3.0);
                ui.horizontal(|ui| chip.show(ui, self.teller, f32::INFINITY));
            });
        }
    }

    /// How sure the attachment is; `None` where nothing is answered yet.
    fn chip(&self, room: Room) -> Option<ChipText> {
        let at = self.teller.knowledge.always.attachment;
        let (answer, verdict) = (&self.answers.answers[at], &self.verdicts.questions[at]);
        let chip = self.teller.chip(answer, verdict);
        // The headline holds the answer already.
        let told = if room.brief {
            Told::Certainty
        } else {
            Told::Question
        };
        (self.verdicts.wanting == 0).then(|| ChipText::new(self.teller, chip, told))
    }

    fn facts(&self, ui: &mut Ui, most: usize) {
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
        if lines.len() > most {
            // What does not fit is read in full under the pointer, and by a screen reader.
            let mut short = lines;
            short.truncate(most);
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
    fn chips(&self, ui: &mut Ui, room: Room) -> Option<Command> {
        let (teller, rows) = (self.teller, room.rows);
        if self.verdicts.wanting > 0 {
            return None;
        }
        let mut alert = teller.unattended_count(self.coverage);
        let mut pressed = false;
        let short = |count: usize| {
            let args = [("count", count)];
            teller.words.with("contacts-unattended-short", &args)
        };
        // Where not all has room, not even with a short warning, who points at a chip is told which
        // question it answers; and where that does not do, the marks alone tell how sure each is.
        let count = self.coverage.unattended().count();
        let warned = alert.as_ref().map_or(0.0, |_| alert_width(&short(count)));
        let made = |told: Told| -> Vec<ChipText> {
            let chips = teller.chips(self.answers, self.verdicts).into_iter();
            chips
                .map(|chip| ChipText::new(teller, chip, told))
                .collect()
        };
        let gap = ui.spacing().item_spacing.x;
        let fits = |chips: &Vec<ChipText>| {
            let whole: f32 = chips.iter().map(|chip| chip.width() + gap).sum();
            whole / rows as f32 + warned <= ui.available_width()
        };
        let told = [Told::Both, Told::Answer].into_iter();
        let mut told = told.skip(usize::from(room.brief)).map(made);
        let chips = told.find(fits).unwrap_or_else(|| {
            let mut chips = made(Told::Answer);
            chips.iter_mut().for_each(ChipText::shorten);
            chips
        });
        for row in chips.chunks(chips.len().div_ceil(rows)) {
            let alert = alert.take();
            let gaps = ui.spacing().item_spacing.x * row.len() as f32;
            let widths: Vec<f32> = row.iter().map(ChipText::width).collect();
            let left = ui.available_width() - gaps - widths.iter().sum::<f32>();
            let shown = alert.clone().map(|whole| {
                if alert_width(&whole) <= left {
                    return whole;
                }
                short(count)
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
