//! Buttons and the progress of a screen that asks something.

use eframe::egui::{
    Button, Color32, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::measures::Measures;
use crate::ui::paint::style::{bold, color, palette};
use crate::ui::paint::widgets::labelled;

/// Between the parts of the progress.
const GAP: f32 = 6.0;
/// Corners of segments and large buttons.
pub const ROUND: u8 = 8;

/// The colour of what is told beside.
pub fn muted_ink(ui: &Ui) -> Color32 {
    color(palette(ui).muted)
}

/// The one button that leads on.
pub fn primary(ui: &mut Ui, measures: Measures, text: &str) -> Response {
    let palette = palette(ui);
    let label = bold(text)
        .size(measures.row())
        .color(color(palette.on_accent));
    let button = Button::new(label)
        .fill(color(palette.accent))
        .stroke(Stroke::NONE)
        .corner_radius(ROUND)
        .min_size(vec2(150.0, measures.control()));
    let response = ui.add(button);
    response.widget_info(|| labelled(Role::Button, text));
    ring(ui, &response);
    response
}

/// Shows that a control has the focus.
pub fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let pen = Stroke::new(2.0, color(palette(ui).accent));
        ui.painter().rect_stroke(
            response.rect.expand(3.0),
            ROUND + 2,
            pen,
            StrokeKind::Middle,
        );
    }
}

/// A button that does not ask for attention.
pub fn quiet(ui: &mut Ui, measures: Measures, text: &str, enabled: bool) -> Response {
    let ink = color(palette(ui).muted);
    let label = RichText::new(text).size(measures.text()).color(ink);
    let button = Button::new(label).frame_when_inactive(false);
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, text));
    ring(ui, &response);
    response
}

/// How far one is: so many parts of all are done; `told` says it in words.
pub fn steps(ui: &mut Ui, done: usize, count: usize, told: &str) {
    let palette = palette(ui);
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
    response.widget_info(|| labelled(Role::ProgressIndicator, told));
    let width = (area.width() - GAP * (count - 1) as f32) / count as f32;
    for at in 0..count {
        let left = area.left() + at as f32 * (width + GAP);
        let part = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
        let ink = if at < done {
            palette.accent
        } else {
            palette.faint
        };
        ui.painter().rect_filled(part, 2.5, color(ink));
    }
}
