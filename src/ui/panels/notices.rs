//! News and troubles, shown above the centre of the window until someone closes them.

use eframe::egui::{Frame, Ui};

use crate::i18n::Words;
use crate::ui::paint::style::{self, color, palette};

#[derive(Default)]
pub struct Notices {
    /// The latest; newer news take its place.
    news: Option<String>,
    /// Each is shown until someone closes it.
    troubles: Vec<String>,
    /// Which characters no font was found for.
    undrawn: Option<String>,
}

impl Notices {
    pub fn tell(&mut self, news: String) {
        self.news = Some(news);
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
        self.news.take_if(|news| notice(ui, news, words));
    }
}

/// Shows one; `true` once someone closes it.
fn notice(ui: &mut Ui, text: &str, words: &Words) -> bool {
    Frame::new()
        .fill(color(palette(ui).notice))
        .corner_radius(style::CORNER)
        .inner_margin(style::MARGIN)
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(text);
                ui.button(words.get("close")).clicked()
            })
            .inner
        })
        .inner
}
