//! What every slide is given: the findings, who puts them into words, and sizes that are read from the
//! back of the room.

use eframe::egui::{Color32, FontFamily, FontId, RichText, ScrollArea, Ui};
use jiff::civil::Date;

use crate::analysis::{Evolution, Findings};
use crate::draw::Weight;
use crate::model::{Header, Scenario};
use crate::ui::paint::style::{bold, bold_family, color, palette};
use crate::wording::Teller;

/// The height of a screen, in points, at which the sizes below are not scaled.
const USUAL_HEIGHT: f32 = 720.0;
const LARGEST: f32 = 3.0;
const LEAST: f32 = 0.4;
const TITLE: f32 = 34.0;
const TEXT: f32 = 23.0;
const SMALL: f32 = 17.0;
const MARGIN: f32 = 18.0;
/// Between two things of a slide, one over the other.
const BETWEEN: f32 = 9.0;
/// By how much text may grow where a slide has room for it, and in which steps.
const GROWS: f32 = 0.05;
const GROWTHS: u8 = 12;
/// Share of the room that is left which stands over a slide: what is in the middle looks low.
const OVER: f32 = 0.42;

#[derive(Clone, Copy)]
pub struct Stage<'a> {
    pub teller: Teller<'a>,
    pub about: &'a About,
    pub scenario: &'a Scenario,
    pub findings: &'a Findings,
    /// The company over time, on slides that tell of it.
    pub evolution: Option<&'a Evolution>,
    pub sizes: Sizes,
}

/// What slides say of the profile: neither its notes nor its journal, which are the presenter's.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub company: String,
    /// The day that it describes.
    pub from: Date,
    /// When the answer is to be looked at again.
    pub review: Option<Date>,
}

impl About {
    pub fn of(header: &Header) -> Self {
        Self {
            company: header.company.clone(),
            from: header.date,
            review: header.review.as_ref().map(|review| review.on),
        }
    }
}

/// Sizes that grow with the screen.
#[derive(Clone, Copy)]
pub struct Sizes {
    scale: f32,
}

impl Sizes {
    /// In a window of the room's, so many points high, however small it is: whoever sees it shared sees it
    /// larger.
    pub fn in_window(height: f32) -> Self {
        let scale = height / USUAL_HEIGHT;
        Self {
            scale: scale.clamp(LEAST, LARGEST),
        }
    }

    /// For a screen so many points high.
    pub fn of(height: f32) -> Self {
        let scale = height / USUAL_HEIGHT;
        Self {
            scale: scale.clamp(1.0, LARGEST),
        }
    }

    fn grown(self, times: f32) -> Self {
        Self {
            scale: self.scale * times,
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
            ui.spacing_mut().item_spacing.y = self.between();
            inside(ui);
        });
    }

    /// The same, as large as the room allows by what it `needs` in height, and neither stuck to its top.
    pub fn fitted(
        &self,
        ui: &mut Ui,
        needs: impl Fn(&Ui, &Self) -> f32,
        inside: impl FnOnce(&mut Ui, &Self),
    ) {
        let room = ui.available_height();
        let sizes = (0..=GROWTHS).rev().map(|step| {
            let sizes = self.sizes.grown(1.0 + GROWS * f32::from(step));
            Self { sizes, ..*self }
        });
        let mut needed = sizes.map(|stage| (needs(ui, &stage), stage));
        let fits = needed.find(|(needed, _)| *needed <= room);
        let (needed, stage) = fits.unwrap_or((room, *self));
        stage.body(ui, |ui| {
            ui.add_space((OVER * (room - needed)).round());
            inside(ui, &stage);
        });
    }

    pub fn between(&self) -> f32 {
        self.sizes.by(BETWEEN)
    }

    /// How high a text of this size is where it has so much width.
    pub fn height(ui: &Ui, text: &str, size: f32, weight: Weight, width: f32) -> f32 {
        let family = match weight {
            Weight::Regular => FontFamily::Proportional,
            Weight::Bold => bold_family(),
        };
        let font = FontId::new(size, family);
        let painter = ui.painter();
        let galley = painter.layout(text.to_owned(), font, Color32::PLACEHOLDER, width);
        galley.size().y
    }
}
