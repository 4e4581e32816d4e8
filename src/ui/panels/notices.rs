//! News and troubles. What went well passes over the window and pushes nothing; what went wrong stays
//! above the centre until someone closes it.

use std::time::Duration;

use eframe::egui::accesskit::Live;
use eframe::egui::{Align2, Area, Frame, Id, Order, Stroke, Ui, vec2};

use crate::i18n::Words;
use crate::ui::paint::style::{self, bold, color, palette};

/// How long news is shown, in seconds: some, and more for each letter to read.
const SHOWN: f64 = 5.0;
const SHOWN_PER_LETTER: f64 = 0.05;
/// The widest that news gets.
const WIDEST: f32 = 560.0;

#[derive(Default)]
pub struct Notices {
    /// The latest; newer news take its place.
    news: Option<News>,
    /// Each is shown until someone closes it.
    troubles: Vec<String>,
    /// Which characters no font was found for.
    undrawn: Option<String>,
}

struct News {
    told: String,
    /// The time at which it goes, in seconds, once it was shown.
    until: Option<f64>,
}

impl Notices {
    pub fn tell(&mut self, told: String) {
        self.news = Some(News { told, until: None });
    }

    pub fn warn(&mut self, trouble: String) {
        if !self.troubles.contains(&trouble) {
            self.troubles.push(trouble);
        }
    }

    /// Says which characters cannot be drawn, in the place of what was said of others.
    pub fn say_undrawn(&mut self, told: String) {
        self.undrawn = Some(told);
    }

    /// Forgets the news: they were about work that is not open any more.
    pub fn forget_news(&mut self) {
        self.news = None;
    }

    pub fn show(&mut self, ui: &mut Ui, words: &Words) {
        self.troubles.retain(|trouble| !notice(ui, trouble, words));
        self.undrawn.take_if(|undrawn| notice(ui, undrawn, words));
        self.news.take_if(|news| news.show(ui, words));
    }
}

impl News {
    /// Shows it over the window; `true` once it has been there long enough, or someone closes it.
    fn show(&mut self, ui: &Ui, words: &Words) -> bool {
        let palette = palette(ui);
        let ctx = ui.ctx();
        let shown = Area::new(Id::unique("news"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -18.0))
            .show(ctx, |ui| {
                Frame::new()
                    .fill(color(palette.done))
                    .stroke(Stroke::new(1.0, color(palette.good)))
                    .corner_radius(style::CORNER)
                    .inner_margin(style::MARGIN)
                    .show(ui, |ui| {
                        ui.set_max_width(WIDEST.min(ctx.content_rect().width() - 80.0));
                        ui.horizontal_wrapped(|ui| {
                            ui.label(bold("✔").color(color(palette.good)));
                            let label = ui.label(&self.told);
                            ctx.accesskit_node_builder(label.id, |node| {
                                node.set_live(Live::Polite);
                            });
                            ui.button(words.get("close")).clicked()
                        })
                        .inner
                    })
                    .inner
            });
        let time = ctx.input(|input| input.time);
        let letters = self.told.chars().count() as f64;
        let until = *self
            .until
            .get_or_insert(time + SHOWN + SHOWN_PER_LETTER * letters);
        if shown.response.contains_pointer() {
            // It is being read.
            self.until = None;
            return shown.inner;
        }
        if time < until {
            ctx.request_repaint_after(Duration::from_secs_f64(until - time));
        }
        shown.inner || time >= until
    }
}

/// Shows a trouble; `true` once someone closes it.
fn notice(ui: &mut Ui, text: &str, words: &Words) -> bool {
    Frame::new()
        .fill(color(palette(ui).notice))
        .corner_radius(style::CORNER)
        .inner_margin(style::MARGIN)
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(bold("⚠").color(color(palette(ui).against)));
                ui.label(text);
                ui.button(words.get("close")).clicked()
            })
            .inner
        })
        .inner
}
