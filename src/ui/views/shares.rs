//! Tables of shares: a name, a bar with its number, and further numbers set right under their heads. All
//! tables of a view have the same columns, so that the eye goes straight down.

use eframe::egui::{
    Align, Align2, FontFamily, FontId, Label, Layout, Rect, Response, RichText, Role, Sense, Ui,
    pos2, vec2,
};

use crate::draw::{self, Weight};
use crate::ui::paint::style::{BODY, GAP, SMALL, bold, bold_family, color, palette};
use crate::ui::paint::widgets::{labelled, share_bar};

const ROW: f32 = 24.0;
const BAR: f32 = 8.0;
/// The most of the width that names take, and bars in points.
const NAMES: f32 = 0.36;
const BARS: (f32, f32) = (28.0, 150.0);
/// Room for a number with its unit, and for one under a head.
const NUMBER: f32 = 56.0;
const COLUMN: f32 = 64.0;

/// Where the columns stand.
#[derive(Clone, Copy)]
pub struct Columns {
    name: f32,
    bar: f32,
    /// How many columns of further numbers have room.
    more: usize,
}

/// How a row is told from others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    First,
    Other,
}

impl Columns {
    /// For these names and so many further numbers at most, in the room that is left.
    pub fn new<'a>(ui: &Ui, names: impl Iterator<Item = &'a str>, more: usize) -> Self {
        let room = ui.available_width();
        let widest = names
            .map(|name| draw::width(name, BODY, Weight::Bold) + 2.0)
            .fold(0.0, f32::max);
        let name = widest.min(NAMES * room);
        let left = room - name - NUMBER - 2.0 * GAP;
        let more = more.min(((left - BARS.0) / (COLUMN + GAP)).max(0.0) as usize);
        let bar = left - more as f32 * (COLUMN + GAP);
        Self {
            name,
            bar: bar.clamp(BARS.0, BARS.1),
            more,
        }
    }

    /// The heads of the numbers: of the bar, then of the further ones.
    pub fn heads(self, ui: &mut Ui, heads: impl Iterator<Item = String>) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            ui.allocate_exact_size(vec2(self.name, SMALL + 4.0), Sense::hover());
            for (at, head) in heads.take(self.more + 1).enumerate() {
                let width = match at {
                    0 => self.bar + NUMBER,
                    _ => COLUMN,
                };
                let (area, _) = ui.allocate_exact_size(vec2(width, SMALL + 4.0), Sense::hover());
                let font = FontId::new(SMALL, FontFamily::Proportional);
                let ink = color(palette(ui).muted);
                let at = area.right_center();
                ui.painter().text(at, Align2::RIGHT_CENTER, head, font, ink);
            }
        });
    }

    /// A row: its name, then what is inside.
    pub fn row(
        self,
        ui: &mut Ui,
        name: &str,
        rank: Rank,
        inside: impl FnOnce(&mut Ui),
    ) -> Response {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let text = match rank {
                Rank::First => bold(name),
                Rank::Other => RichText::new(name),
            };
            let layout = Layout::left_to_right(Align::Center);
            let label = ui.allocate_ui_with_layout(vec2(self.name, ROW), layout, |ui| {
                ui.set_min_size(vec2(self.name, ROW));
                ui.add(Label::new(text).truncate())
            });
            inside(ui);
            label.inner
        })
        .inner
    }

    /// A bar as long as a share of it, from 0 to 1, with the number behind it.
    pub fn bar(self, ui: &mut Ui, share: f64, text: &str, rank: Rank, told: &str) {
        let (area, response) = ui.allocate_exact_size(vec2(self.bar + NUMBER, ROW), Sense::hover());
        let palette = palette(ui);
        let ink = match rank {
            Rank::First => palette.accent,
            Rank::Other => palette.line,
        };
        let (left, middle) = (area.left(), area.center().y);
        let (top, bottom) = (middle - BAR / 2.0, middle + BAR / 2.0);
        let rail = Rect::from_min_max(pos2(left, top), pos2(left + self.bar, bottom));
        share_bar(ui, rail, share, color(ink));
        let family = match rank {
            Rank::First => bold_family(),
            Rank::Other => FontFamily::Proportional,
        };
        let font = FontId::new(BODY, family);
        let at = area.right_center();
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, text, font, color(palette.text));
        response.widget_info(|| labelled(Role::Meter, told));
        response.on_hover_text(told);
    }

    /// A further number under its head, where there is room for it.
    pub fn number(self, ui: &mut Ui, at: usize, text: &str, told: &str) {
        if at >= self.more {
            return;
        }
        let (area, response) = ui.allocate_exact_size(vec2(COLUMN, ROW), Sense::hover());
        let font = FontId::new(BODY, FontFamily::Proportional);
        let (at, ink) = (area.right_center(), color(palette(ui).muted));
        ui.painter().text(at, Align2::RIGHT_CENTER, text, font, ink);
        response.widget_info(|| labelled(Role::Meter, told));
        response.on_hover_text(told);
    }
}
