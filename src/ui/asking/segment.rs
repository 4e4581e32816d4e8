//! One of the answers that stand beside each other: a large part of a row.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CornerRadius, CursorIcon, FontFamily, FontId, Id, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::parts::{ROUND, ring};
use crate::ui::paint::style::{bold_family, color, palette};

/// Between segments.
const GAP: f32 = 6.0;

/// How a segment stands to what was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Open,
    /// It is the answer.
    Chosen,
    /// It is the nearest to what a slider says.
    Near,
}

/// One of the answers of a row.
pub struct Segment<'a> {
    pub text: &'a str,
    /// The key that chooses it.
    pub key: &'a str,
    /// What screen readers say.
    pub name: &'a str,
    pub look: Look,
    pub role: Role,
    pub enabled: bool,
    /// Whether the tabulator leads to it: a row is one stop.
    pub is_stop: bool,
    pub size: f32,
}

impl Segment<'_> {
    pub fn show(&self, ui: &mut Ui, area: Rect, id: Id) -> Response {
        let sense = match (self.enabled, self.is_stop) {
            (false, _) => Sense::hover(),
            (true, true) => Sense::click(),
            (true, false) => Sense::CLICK,
        };
        let response = ui.interact(area, id, sense);
        let chosen = self.look != Look::Open;
        response.widget_info(|| WidgetInfo::selected(self.role, self.enabled, chosen, self.name));
        let palette = palette(ui);
        let (fill, ink, border) = match self.look {
            Look::Chosen => (palette.accent, palette.on_accent, palette.accent),
            Look::Near => (palette.soft, palette.text, palette.accent),
            Look::Open if self.enabled && response.hovered() => {
                (palette.control_hover, palette.text, palette.accent)
            }
            Look::Open => (palette.control, palette.text, palette.faint),
        };
        let painter = ui.painter();
        let pen = Stroke::new(if chosen { 2.0 } else { 1.0 }, color(border));
        painter.rect(
            area,
            CornerRadius::same(ROUND),
            color(fill),
            pen,
            StrokeKind::Inside,
        );
        let family = if chosen {
            bold_family()
        } else {
            FontFamily::Proportional
        };
        let ink = color(ink);
        let words = text_in(ui, self.text, FontId::new(self.size, family), ink, area);
        let hint = FontId::new(10.0, FontFamily::Proportional);
        let faint = ink.gamma_multiply(0.75);
        let key = painter.layout_no_wrap(self.key.to_owned(), hint, faint);
        // A line is higher than what is written in it.
        let digit = vec2(key.size().x, 10.0);
        let place = Rect::from_min_size(area.left_top() + vec2(6.0, 1.0), digit);
        let words = words.shrink2(vec2(-2.0, 3.0));
        if !place.intersects(words) {
            painter.galley(place.min, key, faint);
        }
        if self.enabled && response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        ring(ui, &response);
        response
    }
}

/// A text in the middle of an area, broken where it is too wide and smaller where a word is; gives where
/// it stands.
fn text_in(ui: &Ui, text: &str, font: FontId, ink: Color32, area: Rect) -> Rect {
    let room = area.width() - 8.0;
    let widest = |size: f32| {
        let widths = text.split(' ').map(|word| {
            let font = FontId::new(size, font.family.clone());
            ui.painter()
                .layout_no_wrap(word.to_owned(), font, ink)
                .size()
                .x
        });
        widths.fold(0.0, f32::max)
    };
    let size = font.size * (room / widest(font.size).max(1.0)).min(1.0);
    let mut job = LayoutJob::simple(text.to_owned(), FontId::new(size, font.family), ink, room);
    job.halign = Align::Center;
    let galley = ui.painter().layout_job(job);
    let at = pos2(area.center().x, area.center().y - galley.size().y / 2.0);
    let place = galley.rect.translate(at.to_vec2());
    ui.painter().galley(at, galley, ink);
    place
}

/// The places of segments that share a width, the last one apart from the others.
pub fn segments(area: Rect, count: usize, apart: f32) -> Vec<Rect> {
    let steps = area.width() - apart - 3.0 * GAP;
    let width = (steps - GAP * (count - 1) as f32) / count as f32;
    let mut places: Vec<Rect> = (0..count)
        .map(|at| {
            let left = area.left() + at as f32 * (width + GAP);
            Rect::from_min_size(pos2(left, area.top()), Vec2::new(width, area.height()))
        })
        .collect();
    let corner = pos2(area.right() - apart, area.top());
    places.push(Rect::from_min_size(corner, vec2(apart, area.height())));
    places
}
