//! A slide as it is seen: its head and its body, wherever it is drawn.

use eframe::egui::{CentralPanel, Margin, Panel, Response, RichText, Sense, Ui};

use super::slide::Slide;
use super::stage::{Sizes, Stage};
use super::{answer, because, contacts, evolution, next, solid, turns};
use crate::ui::paint::glide::Glide;
use crate::ui::paint::style::{self, bold};
use crate::wording::Teller;

pub struct Sight<'a> {
    pub teller: Teller<'a>,
    pub sizes: Sizes,
    pub slide: Slide,
    /// Whether this is the room's own window: the key that reveals the answer is the presenter's.
    pub apart: bool,
    /// What the slide tells; `None` while the answer is hidden, so that nothing can leak it.
    pub stage: Option<Stage<'a>>,
}

impl Sight<'_> {
    /// What stands over the slide: the answer where the chart is shown, what it is about elsewhere; nothing
    /// of the answer while that is hidden.
    pub fn head(&self, ui: &mut Ui) {
        let (sizes, slide) = (self.sizes, self.slide);
        let margin = Margin::symmetric(sizes.margin(), 2 * sizes.margin() / 3);
        Panel::top("slide head")
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| {
                if !slide.has_chart() {
                    let title = slide.title(self.teller);
                    ui.label(bold(title).size(sizes.title()));
                }
                match &self.stage {
                    Some(stage) if slide.has_chart() => {
                        answer::head(ui, stage, slide == Slide::Answer);
                    }
                    Some(stage) => {
                        let headline = stage.teller.headline(&stage.findings.verdicts);
                        stage.small(ui, headline);
                    }
                    None => {
                        let key = match self.apart {
                            true => "present-waits",
                            false => "present-hidden",
                        };
                        let waits = self.teller.words.get(key);
                        if slide.has_chart() {
                            ui.label(bold(waits).size(sizes.text()));
                        } else {
                            ui.label(RichText::new(waits).size(sizes.text()));
                        }
                    }
                }
            });
    }

    /// What the slide tells; a click on it goes on.
    pub fn body(&self, ui: &mut Ui, glide: &mut Glide) -> Response {
        let margin = Margin::symmetric(self.sizes.margin(), self.sizes.margin() / 2);
        let body = CentralPanel::default()
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| {
                let id = ui.scope_id().with("slide");
                let body = ui.interact(ui.max_rect(), id, Sense::click());
                if let Some(stage) = &self.stage {
                    tell(ui, stage, self.slide, glide);
                }
                body
            });
        body.inner
    }
}

/// Tells what a slide says.
fn tell(ui: &mut Ui, stage: &Stage<'_>, slide: Slide, glide: &mut Glide) {
    if stage.findings.verdicts.wanting > 0 && !slide.has_chart() {
        stage.strong(ui, stage.teller.words.get("answer-none-yet"));
        stage.text(ui, stage.teller.words.get("answer-none-yet-help"));
        return;
    }
    match (slide, stage.evolution) {
        (Slide::Answer | Slide::Factor(_), _) => answer::show(ui, stage, glide),
        (Slide::Because, _) => because::show(ui, stage),
        (Slide::Solid, _) => solid::show(ui, stage),
        (Slide::Contacts, _) => contacts::show(ui, stage),
        (Slide::Turns, _) => turns::show(ui, stage),
        (Slide::Evolution, Some(evolution)) => evolution::show(ui, stage, evolution),
        (Slide::Next, Some(evolution)) => next::show(ui, stage, evolution),
        (Slide::Evolution | Slide::Next, None) => {}
    }
}
