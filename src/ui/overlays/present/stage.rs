//! What every slide is given: the findings, who puts them into words, and sizes that are read from the
//! back of the room.

use eframe::egui::{Context, RichText, ScrollArea, Ui};

use crate::model::{Header, Scenario};
use crate::ui::analyses::Analyses;
use crate::ui::paint::style::{bold, color, palette};
use crate::wording::Teller;

/// The height of a screen, in points, at which the sizes below are not scaled.
const USUAL_HEIGHT: f32 = 720.0;
const LARGEST: f32 = 3.0;
const TITLE: f32 = 34.0;
const TEXT: f32 = 23.0;
const SMALL: f32 = 17.0;
const MARGIN: f32 = 18.0;

pub struct Stage<'a> {
    pub teller: Teller<'a>,
    pub header: &'a Header,
    pub scenario: &'a Scenario,
    pub analyses: &'a Analyses,
    pub sizes: Sizes,
}

/// Sizes that grow with the screen.
#[derive(Clone, Copy)]
pub struct Sizes {
    scale: f32,
}

impl Sizes {
    pub fn of(ctx: &Context) -> Self {
        let scale = ctx.content_rect().height() / USUAL_HEIGHT;
        Self {
            scale: scale.clamp(1.0, LARGEST),
        }
    }

    /// A size that is so many points on the usual screen.
    pub fn by(self, points: f32) -> f32 {
        points * self.scale
    }

    pub fn title(self) -> f32 {
        self.by(TITLE)
    }

    pub fn text(self) -> f32 {
        self.by(TEXT)
    }

    pub fn small(self) -> f32 {
        self.by(SMALL)
    }

    pub fn margin(self) -> i8 {
        self.by(MARGIN).min(f32::from(i8::MAX)) as i8
    }
}

impl Stage<'_> {
    /// A sentence to be read from the back of the room.
    pub fn text(&self, ui: &mut Ui, text: impl Into<String>) {
        ui.label(RichText::new(text).size(self.sizes.text()));
    }

    pub fn strong(&self, ui: &mut Ui, text: impl Into<String>) {
        ui.label(bold(text).size(self.sizes.text()));
    }

    /// What explains, for those who want to know.
    pub fn small(&self, ui: &mut Ui, text: impl Into<String>) {
        let ink = color(palette(ui).muted);
        ui.label(RichText::new(text).size(self.sizes.small()).color(ink));
    }

    /// The body of a slide of text: what does not fit is scrolled to, never cut.
    pub fn body(&self, ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = self.sizes.by(9.0);
            inside(ui);
        });
    }
}
