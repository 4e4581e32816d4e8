//! The first start: two ways in, and an example for those who would rather look first.

use eframe::egui::{
    Align, Button, CentralPanel, CursorIcon, Label, Layout, Rect, RichText, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, vec2,
};

use super::Step;
use super::parts::{Measures, muted_ink, ring};
use crate::i18n::Words;
use crate::ui::command::Command;
use crate::ui::paint::style::{self, bold, color, palette};
use crate::ui::paint::widgets::labelled;

/// The example that is shown to those who would rather look first.
const EXAMPLE: usize = 0;
const WIDEST: f32 = 860.0;

pub fn show(ui: &mut Ui, words: &Words, asked: &mut Vec<Command>) -> Option<Step> {
    let mut step = None;
    CentralPanel::default()
        .frame(style::ground(ui))
        .show(ui, |ui| {
            let room = ui.available_size();
            let measures = Measures::of(room.x, room.y);
            let width = (WIDEST * measures.question() / 28.0).min(room.x - 40.0);
            let side = (room.x - width) / 2.0;
            let top = (0.5 * room.y - 9.0 * measures.question()).max(8.0);
            let area =
                Rect::from_min_size(ui.min_rect().min + vec2(side, top), vec2(width, room.y));
            ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
                ui.label(bold(words.get("welcome-title")).size(1.3 * measures.question()));
                ui.add_space(4.0);
                let help = RichText::new(words.get("welcome-help")).size(measures.row());
                ui.add(Label::new(help.color(muted_ink(ui))).wrap());
                ui.add_space(2.0 * measures.between());
                let gap = 20.0;
                let size = vec2((width - gap) / 2.0, 6.4 * measures.question());
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = gap;
                    let texts =
                        ["welcome-describe", "welcome-describe-help"].map(|key| words.get(key));
                    if way(ui, measures, size, &texts, true) {
                        asked.push(Command::New);
                    }
                    let texts = ["welcome-like", "welcome-like-help"].map(|key| words.get(key));
                    if way(ui, measures, size, &texts, false) {
                        step = Some(Step::To(super::Screen::Like));
                    }
                });
                ui.add_space(1.5 * measures.between());
                ui.with_layout(Layout::top_down(Align::Center), |ui| {
                    let text = RichText::new(words.get("welcome-example")).size(measures.text());
                    let response = ui.add(Button::new(text).frame_when_inactive(false));
                    ring(ui, &response);
                    if response.clicked() {
                        asked.extend([Command::Example(EXAMPLE), Command::TakeTour]);
                    }
                });
            });
        });
    step
}

/// A way in, as a large button; the main one is filled.
fn way(
    ui: &mut Ui,
    measures: Measures,
    size: Vec2,
    [title, help]: &[String; 2],
    main: bool,
) -> bool {
    let (area, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| labelled(Role::Button, title));
    let palette = palette(ui);
    let (fill, ink, border) = if main {
        (palette.accent, palette.on_accent, palette.accent)
    } else {
        (palette.card, palette.text, palette.line)
    };
    let lit = response.hovered();
    let border = if lit { palette.accent } else { border };
    let pen = Stroke::new(if lit { 2.0 } else { 1.0 }, color(border));
    ui.painter()
        .rect(area, 12, color(fill), pen, StrokeKind::Inside);
    let inner = area.shrink2(vec2(24.0, 22.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        let title = bold(title)
            .size(0.8 * measures.question())
            .color(color(ink));
        ui.add(Label::new(title).wrap().selectable(false));
        ui.add_space(4.0);
        let help = RichText::new(help).size(measures.row()).color(color(ink));
        ui.add(Label::new(help).wrap().selectable(false));
    });
    if lit {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    ring(ui, &response);
    response.clicked()
}
