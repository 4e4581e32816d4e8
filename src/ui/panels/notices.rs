//! News and troubles. What went well passes over the window and pushes nothing; what went wrong stays
//! above the centre until someone closes it. Each document that was exported is told of by itself, with
//! what can be done with it.

use std::time::Duration;

use eframe::egui::accesskit::Live;
use eframe::egui::{Align2, Area, Context, Frame, Id, Memory, Order, Stroke, Ui, Vec2, vec2};

use crate::i18n::Words;
use crate::store::Place;
use crate::ui::command::{Command, Handing};
use crate::ui::files::errand::Deed;
use crate::ui::paint::style::{self, bold, color, palette};

/// How long news is shown, in seconds: some, and more for each letter to read.
const SHOWN: f64 = 5.0;
const SHOWN_PER_LETTER: f64 = 0.05;
/// How long a document is told of, in seconds: someone is to choose what to do with it.
const OFFERED: f64 = 20.0;
/// How many are told at once; further ones wait until one of them is gone.
const AT_ONCE: usize = 4;
/// The widest that news gets.
const WIDEST: f32 = 560.0;

#[derive(Default)]
pub struct Notices {
    /// Documents that were written, the oldest first, and the latest of all other news.
    news: Vec<News>,
    /// How large the news were at last.
    size: Vec2,
    /// Each is shown until someone closes it.
    troubles: Vec<String>,
    /// Which characters no font was found for.
    undrawn: Option<String>,
}

struct News {
    about: About,
    /// The time at which it goes, in seconds, once it was shown.
    until: Option<f64>,
}

/// What news is about.
enum About {
    /// Newer news take its place.
    Passing(String),
    /// A document that was written.
    Written(Place),
}

impl Notices {
    pub fn tell(&mut self, told: String) {
        self.forget_news();
        self.add(About::Passing(told));
    }

    /// Says that a document was written, and offers what can be done with it.
    pub fn written(&mut self, place: Place) {
        let same = |news: &News| matches!(&news.about, About::Written(known) if *known == place);
        self.news.retain(|news| !same(news));
        self.add(About::Written(place));
    }

    fn add(&mut self, about: About) {
        self.news.push(News { about, until: None });
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

    /// Forgets the news about work that is not open any more; documents that were written are there.
    pub fn forget_news(&mut self) {
        self.news
            .retain(|news| matches!(news.about, About::Written(_)));
    }

    pub fn show(&mut self, ui: &mut Ui, words: &Words, asked: &mut Vec<Command>) {
        self.troubles.retain(|trouble| !notice(ui, trouble, words));
        self.undrawn.take_if(|undrawn| notice(ui, undrawn, words));
        self.pass(ui, words, asked);
    }

    /// Shows the news over the window, one upon the other.
    fn pass(&mut self, ui: &Ui, words: &Words, asked: &mut Vec<Command>) {
        if self.news.is_empty() {
            return;
        }
        let ctx = ui.ctx();
        let shown = Area::new(Id::unique("news"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -18.0))
            .show(ctx, |ui| {
                let mut gone = Vec::new();
                for (at, news) in self.news.iter().take(AT_ONCE).enumerate() {
                    ui.push_id(at, |ui| {
                        if news.show(ui, words, asked) {
                            gone.push(at);
                        }
                    });
                }
                // Someone at the keyboard is choosing.
                let focused = ctx.memory(Memory::focused);
                let within = focused.and_then(|id| ctx.read_response(id));
                let chosen = within.is_some_and(|at| ui.min_rect().contains_rect(at.rect));
                (gone, chosen)
            });
        let (gone, chosen) = shown.inner;
        let read = chosen || shown.response.contains_pointer();
        let mut at = 0;
        self.news.retain_mut(|news| {
            let stays = at >= AT_ONCE || !(gone.contains(&at) || news.is_over(ctx, read, words));
            at += 1;
            stays
        });
        // It is anchored by the size that it had.
        let size = shown.response.rect.size();
        if !gone.is_empty() || self.size != size {
            self.size = size;
            ctx.request_repaint();
        }
    }
}

impl News {
    fn told(&self, words: &Words) -> String {
        match &self.about {
            About::Passing(told) => told.clone(),
            About::Written(place) => {
                let file = place.display().to_string();
                words.with("exported", &[("file", file)])
            }
        }
    }

    /// What it says, for screen readers at once.
    fn tell(&self, ui: &mut Ui, words: &Words) {
        ui.label(bold("✔").color(color(palette(ui).good)));
        let label = ui.label(self.told(words));
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_live(Live::Polite);
        });
    }

    /// Shows it; `true` once someone closes it.
    fn show(&self, ui: &mut Ui, words: &Words, asked: &mut Vec<Command>) -> bool {
        let palette = palette(ui);
        let widest = WIDEST.min(ui.ctx().content_rect().width() - 80.0);
        Frame::new()
            .fill(color(palette.done))
            .stroke(Stroke::new(1.0, color(palette.good)))
            .corner_radius(style::CORNER)
            .inner_margin(style::MARGIN)
            .show(ui, |ui| {
                ui.set_max_width(widest);
                let written = matches!(self.about, About::Written(_));
                if written {
                    // As wide as the others, and what can be done on a line of its own.
                    ui.set_min_width(widest);
                    ui.horizontal_wrapped(|ui| self.tell(ui, words));
                }
                ui.horizontal_wrapped(|ui| {
                    if !written {
                        self.tell(ui, words);
                    }
                    if let About::Written(place) = &self.about {
                        for deed in Deed::offered(place) {
                            if ui.button(words.get(deed.name())).clicked() {
                                let place = place.clone();
                                asked.push(Command::Hand(Handing { deed, place }));
                            }
                        }
                    }
                    ui.button(words.get("close")).clicked()
                })
                .inner
            })
            .inner
    }

    /// Whether it has been there long enough; while it is `read` it stays.
    fn is_over(&mut self, ctx: &Context, read: bool, words: &Words) -> bool {
        if read {
            self.until = None;
            return false;
        }
        let time = ctx.input(|input| input.time);
        let letters = self.told(words).chars().count() as f64;
        let shown = match self.about {
            About::Passing(_) => SHOWN,
            About::Written(_) => OFFERED,
        };
        let until = *self
            .until
            .get_or_insert(time + shown + SHOWN_PER_LETTER * letters);
        if time < until {
            ctx.request_repaint_after(Duration::from_secs_f64(until - time));
        }
        time >= until
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
