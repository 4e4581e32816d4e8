//! A chip: an answer in a few words, with a mark for how sure it is; and a warning that can be pressed.

use eframe::egui::{Button, Frame, Margin, Role, Sense, Stroke, Ui, vec2};

use crate::draw::{self, Weight};
use crate::ui::paint::style::{SMALL, bold, color, palette, small};
use crate::ui::paint::widgets::{MARK, certainty_mark, labelled, warned};
use crate::wording::{Chip, Teller};

/// Between the parts of a chip, and at its ends.
const CHIP_GAP: f32 = 5.0;
const CHIP_END: f32 = 8.0;

/// How wide a warning is.
pub fn alert_width(text: &str) -> f32 {
    draw::width(&warned(text), SMALL, Weight::Bold) + 2.0 * CHIP_END + 2.0
}

/// A warning that leads to where something can be done, in as many words as there is room for; `true` when
/// it is pressed. One of another quarter leads nowhere: the board is that of today.
pub fn show_alert(ui: &mut Ui, shown: &str, whole: &str, leads: bool) -> bool {
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
pub fn widest(widths: &[f32], room: f32) -> f32 {
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

/// What a chip says beside how sure it is.
#[derive(Clone, Copy)]
pub enum Told {
    Certainty,
    Question,
    Answer,
    Both,
}

/// A chip in words.
pub struct ChipText {
    chip: Chip,
    text: String,
    /// How sure it is.
    word: String,
}

impl ChipText {
    pub fn new(teller: Teller<'_>, chip: Chip, told: Told) -> Self {
        let args = [("question", &chip.question), ("answer", &chip.answer)];
        let text = match told {
            Told::Certainty => String::new(),
            Told::Question => chip.question.clone(),
            Told::Answer => chip.answer.clone(),
            Told::Both => teller.words.with("chip-bare", &args),
        };
        let word = chip.certainty.map(|certainty| teller.certainty(certainty));
        Self {
            text,
            word: word.unwrap_or_default(),
            chip,
        }
    }

    /// Leaves the word for how sure it is to who points at it.
    pub fn shorten(&mut self) {
        self.word.clear();
    }

    /// What surrounds the text: the ends, the mark and the word.
    fn around(&self) -> f32 {
        let word = match self.word.as_str() {
            "" => 0.0,
            word => draw::width(word, SMALL, Weight::Bold) + CHIP_GAP,
        };
        2.0 * CHIP_END + MARK + word + CHIP_GAP + 1.0
    }

    pub fn width(&self) -> f32 {
        draw::width(&self.text, SMALL, Weight::Regular) + self.around()
    }

    pub fn show(&self, ui: &mut Ui, teller: Teller<'_>, width: f32) {
        let line = teller.chip_line(&self.chip);
        let frame = Frame::new()
            .fill(color(palette(ui).control))
            .corner_radius(9)
            .inner_margin(Margin::symmetric(CHIP_END as i8, 2));
        let response = frame
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = CHIP_GAP;
                let room = (width - self.around()).max(0.0);
                if !self.text.is_empty() {
                    ui.label(small(ui, elided(&self.text, room + 1.0)));
                }
                if let Some(certainty) = self.chip.certainty {
                    certainty_mark(ui, certainty);
                    if !self.word.is_empty() {
                        ui.label(bold(&self.word).size(SMALL));
                    }
                }
            })
            .response
            .interact(Sense::hover());
        response.widget_info(|| labelled(Role::Meter, &line));
        // How sure it is, in per cent, as a value.
        ui.ctx().accesskit_node_builder(response.id, |node| {
            if let Some(share) = self.chip.share {
                node.set_numeric_value((100.0 * share).round());
                node.set_min_numeric_value(0.0);
                node.set_max_numeric_value(100.0);
            }
        });
        response.on_hover_text(format!("{line}\n{}", self.chip.help));
    }
}
