//! What the room sees, as it was in one frame of the presenter's: all that a slide is drawn from, and
//! nothing that is the presenter's alone.

use std::sync::Arc;

use eframe::egui::emath::TSTransform;
use eframe::egui::{
    CentralPanel, Color32, Frame, LayerId, Pos2, Rect, RichText, Ui, UiBuilder, Vec2,
};

use super::bar::Bar;
use super::factor::{Sheet, still};
use super::sight::Sight;
use super::slide::Slide;
use super::stage::{About, Sizes, Stage};
use crate::analysis::{Evolution, Findings};
use crate::i18n::Words;
use crate::model::{FactorId, Knowledge, Scenario};
use crate::ui::paint::glide::Glide;
use crate::wording::Teller;

#[derive(Clone)]
pub struct Shown {
    pub knowledge: Knowledge,
    pub words: Arc<Words>,
    pub about: About,
    pub scenario: Arc<Scenario>,
    /// The name of the scenario, where there are several.
    pub name: Option<String>,
    /// The place of the slide.
    pub at: usize,
    /// Whether the screen is black.
    pub blank: bool,
    /// `None` while the answer is hidden.
    pub told: Option<Told>,
}

/// The answer.
#[derive(Clone)]
pub struct Told {
    pub findings: Arc<Findings>,
    /// On slides that tell of the years to come.
    pub evolution: Option<Arc<Evolution>>,
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.evolution, &other.evolution) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        same && Arc::ptr_eq(&self.findings, &other.findings)
    }
}

/// Whether the same is seen; the knowledge base is the same all through a presentation.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.words, &other.words)
            && Arc::ptr_eq(&self.scenario, &other.scenario)
            && self.told == other.told
            && self.about == other.about
            && (&self.name, self.at, self.blank) == (&other.name, other.at, other.blank)
    }
}

impl Shown {
    fn teller(&self) -> Teller<'_> {
        Teller {
            knowledge: &self.knowledge,
            words: &self.words,
            departments: &self.scenario.departments,
        }
    }

    /// Draws the slide over all that there is; whether it was clicked.
    pub fn draw(&self, ui: &mut Ui, sizes: Sizes, glide: &mut Glide) -> bool {
        if self.blank {
            black(ui, &self.words);
            return false;
        }
        ui.style_mut().interaction.selectable_labels = false;
        let (teller, slides) = (self.teller(), Slide::all(&self.knowledge));
        let at = self.at.min(slides.len() - 1);
        let bar = Bar {
            teller,
            scenario: self.name.clone(),
            slides: &slides,
            at,
            hiding: self.told.is_none(),
            shown: self.told.is_some(),
            awake: false,
            sizes,
            screens: None,
            area: ui.max_rect(),
        };
        bar.show(ui);
        if let Slide::Factor(factor) = slides[at] {
            self.factor(ui, factor, sizes);
        }
        let sight = Sight {
            teller,
            sizes,
            slide: slides[at],
            apart: true,
            stage: self.told.as_ref().map(|told| Stage {
                teller,
                about: &self.about,
                scenario: &self.scenario,
                findings: &told.findings,
                evolution: told.evolution.as_deref(),
                sizes,
            }),
        };
        sight.head(ui);
        sight.body(ui, glide).clicked()
    }

    /// The factor with its sliders as they stand: the presenter moves them.
    fn factor(&self, ui: &mut Ui, at: FactorId, sizes: Sizes) {
        let id = &self.knowledge.factors[at].id;
        let Some(mut input) = self.scenario.factors.get(id).cloned() else {
            return;
        };
        let sheet = Sheet {
            knowledge: &self.knowledge,
            words: &self.words,
            at,
            sizes,
            hidden: self.told.is_none(),
            still: true,
        };
        sheet.show(ui, &mut input);
    }

    /// Draws the slide small, exactly as the room has it on a screen of this size.
    pub fn draw_small(&self, ui: &mut Ui, area: Rect, screen: Vec2, glide: &mut Glide) {
        let layer = LayerId::new(ui.layer_id().order, ui.scope_id().with("small slide"));
        let smaller = TSTransform::new(area.min.to_vec2(), area.width() / screen.x);
        ui.ctx().set_sublayer(ui.layer_id(), layer);
        ui.ctx().set_transform_layer(layer, smaller);
        let within = Rect::from_min_size(Pos2::ZERO, screen);
        let mut small = ui.new_child(UiBuilder::new().layer_id(layer).max_rect(within));
        small.set_clip_rect(within);
        still(&mut small);
        self.draw(&mut small, Sizes::in_window(screen.y), glide);
    }
}

/// A black screen, of which a screen reader knows what it is.
pub fn black(ui: &mut Ui, words: &Words) {
    let told = words.get("present-blank");
    let frame = Frame::new().fill(Color32::BLACK);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.label(RichText::new(told).color(Color32::BLACK));
    });
}
