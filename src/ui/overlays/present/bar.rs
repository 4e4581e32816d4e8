//! Under the slides: which one this is, how far the story has come, and buttons for the mouse.

use eframe::egui::{Button, CornerRadius, Margin, Panel, Rect, RichText, Ui, pos2, vec2};

use super::place;
use super::slide::Slide;
use super::stage::Sizes;
use crate::store::RoomScreen;
use crate::ui::paint::style::{self, bold, color, palette};
use crate::ui::screens::{Seen, Stand};
use crate::wording::Teller;

/// Height of the line of slides.
const LINE: f32 = 4.0;

/// What the mouse asks for, here or in the presenter's window.
pub enum Asked {
    Go(usize),
    /// Hide the answer, or no longer.
    Hide,
    Reveal,
    /// Make the screen black, or no longer.
    Blank,
    /// Show the room its slides elsewhere.
    Place(RoomScreen),
    /// Let presenter and room change their screens.
    Swap,
    /// Open the room's window again.
    Reopen,
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
    /// Other screens to show the slides on; none with one screen.
    pub screens: Option<&'a Seen>,
    /// All that the slide has.
    pub area: Rect,
}

impl Bar<'_> {
    pub fn show(&self, ui: &mut Ui) -> Option<Asked> {
        let margin = Margin::symmetric(self.sizes.margin(), self.sizes.margin() / 2);
        Panel::bottom("slide steps")
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| self.inside(ui))
            .inner
    }

    fn inside(&self, ui: &mut Ui) -> Option<Asked> {
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
            if let Some(seen) = self.screens.filter(|seen| seen.screens.len() > 1) {
                let chosen = place::choice(ui, words, seen, &Stand::Alone);
                asked = chosen.map(Asked::Place).or(asked.take());
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
        let screen = self.area;
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
            let painter = ui.painter().with_clip_rect(screen);
            painter.rect_filled(place, CornerRadius::ZERO, color(ink));
        }
    }
}
