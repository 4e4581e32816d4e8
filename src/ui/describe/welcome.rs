//! The first start: two ways in, and an example for those who would rather look first.

use eframe::egui::{
    Align, Button, CentralPanel, CursorIcon, Id, Label, Layout, Rect, Response, RichText, Role,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

use super::flow::{Screen, Step};
use crate::i18n::Words;
use crate::ui::asking::Measures;
use crate::ui::asking::{muted_ink, ring};
use crate::ui::command::Command;
use crate::ui::paint::style::{self, bold, color, palette};
use crate::ui::paint::widgets::labelled;

/// The example that is shown to those who would rather look first.
const EXAMPLE: usize = 0;
const WIDEST: f32 = 860.0;

pub fn show(
    ui: &mut Ui,
    words: &Words,
    begins: bool,
    buttons: &mut Vec<Id>,
    asked: &mut Vec<Command>,
) -> Option<Step> {
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
                let size = vec2((width - gap) / 2.0, 6.0 * measures.question());
                let (both, _) = ui.allocate_exact_size(vec2(width, size.y), Sense::hover());
                let left = Rect::from_min_size(both.min, size);
                let right = left.translate(vec2(size.x + gap, 0.0));
                let texts = ["welcome-describe", "welcome-describe-help"].map(|key| words.get(key));
                let describe = way(ui, measures, left, &texts, true);
                if begins {
                    describe.request_focus();
                }
                if describe.clicked() {
                    asked.push(Command::New);
                }
                let texts = ["welcome-like", "welcome-like-help"].map(|key| words.get(key));
                let like = way(ui, measures, right, &texts, false);
                if like.clicked() {
                    step = Some(Step::To(Screen::Like));
                }
                buttons.extend([describe.id, like.id]);
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
    area: Rect,
    [title, help]: &[String; 2],
    main: bool,
) -> Response {
    let id = ui.scope_id().with(title);
    let response = ui.interact(area, id, Sense::click());
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
    let mut inner = ui.new_child(
        UiBuilder::new()
            .max_rect(area.shrink2(vec2(24.0, 22.0)))
            .layout(Layout::top_down(Align::Min)),
    );
    let title = bold(title).size(0.8 * measures.question());
    inner.add(Label::new(title.color(color(ink))).wrap().selectable(false));
    inner.add_space(4.0);
    let help = RichText::new(help).size(measures.row());
    inner.add(Label::new(help.color(color(ink))).wrap().selectable(false));
    if lit {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    ring(ui, &response);
    response
}
