//! Under the slides: which one this is, how far the story has come, and buttons for the mouse.

use eframe::egui::{Button, CornerRadius, Rect, RichText, Ui, pos2, vec2};

use super::slide::Slide;
use super::stage::Sizes;
use crate::ui::paint::style::{bold, color, palette};
use crate::wording::Teller;

/// Height of the line of slides.
const LINE: f32 = 4.0;

/// What the mouse asks for.
pub enum Asked {
    Go(usize),
    /// Hide the answer, or no longer.
    Hide,
    Reveal,
    Leave,
}

pub struct Bar<'a> {
    pub teller: Teller<'a>,
    /// The name of the scenario, where there are several.
    pub scenario: Option<String>,
    pub slides: &'a [Slide],
    /// The place of the slide that is shown.
    pub at: usize,
    pub hiding: bool,
    /// Whether the answer is shown.
    pub shown: bool,
    /// Whether the mouse moves: its buttons are there meanwhile.
    pub awake: bool,
    pub sizes: Sizes,
}

impl Bar<'_> {
    pub fn show(&self, ui: &mut Ui) -> Option<Asked> {
        let (words, last) = (self.teller.words, self.slides.len() - 1);
        self.line(ui);
        let mut asked = None;
        ui.horizontal(|ui| {
            // The bar keeps its height, so that the slide keeps its place.
            ui.set_min_height(self.sizes.by(28.0));
            let text = |key: &str| RichText::new(words.get(key)).size(self.sizes.small());
            let args = [
                ("title", self.slides[self.at].title(self.teller)),
                ("number", (self.at + 1).to_string()),
                ("count", self.slides.len().to_string()),
            ];
            let told = words.with("present-step", &args);
            ui.label(RichText::new(told).size(self.sizes.small()));
            if let Some(scenario) = &self.scenario {
                let name = bold(scenario).size(self.sizes.small());
                ui.label(name.color(color(palette(ui).accent)));
            }
            if !self.awake {
                return;
            }
            let back = Button::new(text("present-previous"));
            if ui.add_enabled(self.at > 0, back).clicked() {
                asked = Some(Asked::Go(self.at - 1));
            }
            let on = Button::new(text("present-next"));
            if ui.add_enabled(self.at < last, on).clicked() {
                asked = Some(Asked::Go(self.at + 1));
            }
            let mut hiding = self.hiding;
            if ui.checkbox(&mut hiding, text("present-hide")).changed() {
                asked = Some(Asked::Hide);
            }
            if !self.shown && ui.button(text("present-reveal")).clicked() {
                asked = Some(Asked::Reveal);
            }
            if ui.button(text("present-leave")).clicked() {
                asked = Some(Asked::Leave);
            }
        });
        asked
    }

    /// One piece for each slide, those that were shown filled.
    fn line(&self, ui: &Ui) {
        let palette = palette(ui);
        let screen = ui.ctx().content_rect();
        let count = self.slides.len() as f32;
        let (height, gap) = (self.sizes.by(LINE), self.sizes.by(3.0));
        let piece = (screen.width() - gap * (count - 1.0)) / count;
        for at in 0..self.slides.len() {
            let left = screen.left() + (piece + gap) * at as f32;
            let corner = pos2(left, screen.bottom() - height);
            let place = Rect::from_min_size(corner, vec2(piece, height));
            let ink = if at <= self.at {
                palette.accent
            } else {
                palette.control
            };
            ui.ctx().layer_painter(ui.layer_id()).rect_filled(
                place,
                CornerRadius::ZERO,
                color(ink),
            );
        }
    }
}
