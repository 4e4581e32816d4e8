//! The panels at the sides fold to rails, so that the centre keeps its room.

use std::f32::consts::FRAC_PI_2;

use eframe::egui::epaint::TextShape;
use eframe::egui::{
    FontId, Panel, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::i18n::Words;
use crate::ui::command::Command;
use crate::ui::paint::style::{BODY, CORNER, bold_family, color, palette};
use crate::ui::paint::widgets::labelled;

/// Under this width, in points, both panels are folded until someone unfolds one.
const NARROW: f32 = 1060.0;
/// How wide a rail is.
const RAIL: f32 = 40.0;

/// A panel at a side of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Sliders,
    Answer,
}

/// Which panels are folded.
#[derive(Debug, Default)]
pub struct Folds {
    sliders: bool,
    answer: bool,
    narrow: bool,
}

impl Folds {
    /// Follows the width of the window, in points: what was folded or unfolded by hand stays so until
    /// the window becomes narrow or wide.
    pub fn fit(&mut self, width: f32) {
        let narrow = width < NARROW;
        if narrow != self.narrow {
            *self = Self {
                sliders: narrow,
                answer: narrow,
                narrow,
            };
        }
    }

    pub fn is_folded(&self, side: Side) -> bool {
        match side {
            Side::Sliders => self.sliders,
            Side::Answer => self.answer,
        }
    }

    /// Folds or unfolds a panel; a narrow window has room for one.
    pub fn toggle(&mut self, side: Side) {
        let folded = !self.is_folded(side);
        if !folded && self.narrow {
            (self.sliders, self.answer) = (true, true);
        }
        match side {
            Side::Sliders => self.sliders = folded,
            Side::Answer => self.answer = folded,
        }
    }

    /// Unfolds a panel.
    pub fn unfold(&mut self, side: Side) {
        if self.is_folded(side) {
            self.toggle(side);
        }
    }
}

impl Side {
    /// What folds and unfolds it.
    pub fn command(self) -> Command {
        match self {
            Self::Sliders => Command::FoldSliders,
            Self::Answer => Command::FoldAnswer,
        }
    }

    /// Shows the rail of a folded panel, which unfolds it where it is pressed; gives its place.
    pub fn rail(self, ui: &mut Ui, words: &Words, asked: &mut Vec<Command>) -> Rect {
        let (panel, name, told) = match self {
            Self::Sliders => (
                Panel::left("sliders rail"),
                words.get("region-sliders"),
                words.get("unfold-sliders"),
            ),
            Self::Answer => (
                Panel::right("answer rail"),
                words.get("region-answer"),
                words.get("unfold-answer"),
            ),
        };
        let shown = panel.exact_size(RAIL).resizable(false).show(ui, |ui| {
            let place = ui.available_rect_before_wrap();
            let response = ui.allocate_rect(place, Sense::click());
            response.widget_info(|| labelled(Role::Button, &told));
            let palette = palette(ui);
            if response.hovered() {
                let fill = color(palette.control);
                ui.painter().rect_filled(place, CORNER, fill);
            }
            let ink = color(palette.text);
            let font = FontId::new(BODY, bold_family());
            let galley = ui.painter().layout_no_wrap(name, font, ink);
            let x = place.center().x - galley.size().y / 2.0;
            let at = pos2(x, place.top() + 34.0 + galley.size().x);
            let text = TextShape::new(at, galley, ink).with_angle(-FRAC_PI_2);
            ui.painter().add(text);
            let sign = Rect::from_center_size(
                pos2(place.center().x, place.top() + 16.0),
                vec2(16.0, 14.0),
            );
            self.sign(ui, sign, true);
            if response.clicked() {
                asked.push(self.command());
            }
            response.on_hover_text(told);
        });
        shown.response.rect
    }

    /// A small button that folds or unfolds the panel.
    pub fn button(self, ui: &mut Ui, folded: bool, told: &str) -> Response {
        let (place, response) = ui.allocate_exact_size(vec2(28.0, 24.0), Sense::click());
        response.widget_info(|| labelled(Role::Button, told));
        if response.hovered() || response.has_focus() {
            let fill = color(palette(ui).control);
            ui.painter().rect_filled(place, CORNER, fill);
        }
        self.sign(
            ui,
            Rect::from_center_size(place.center(), vec2(16.0, 14.0)),
            folded,
        );
        response.on_hover_text(told)
    }

    /// A window with this side of it filled, or only marked off where the panel is folded.
    fn sign(self, ui: &Ui, place: Rect, folded: bool) {
        let ink = color(palette(ui).text);
        let pen = Stroke::new(1.5, ink);
        let third = place.width() / 3.0;
        let part = match self {
            Self::Sliders => place.with_max_x(place.left() + third),
            Self::Answer => place.with_min_x(place.right() - third),
        };
        let painter = ui.painter();
        painter.rect_stroke(place, 2.0, pen, StrokeKind::Inside);
        if folded {
            let x = match self {
                Self::Sliders => part.right(),
                Self::Answer => part.left(),
            };
            painter.vline(x, part.y_range(), pen);
        } else {
            painter.rect_filled(part, 2.0, ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_window_folds_both_and_unfolds_one_at_a_time() {
        let mut folds = Folds::default();
        let state = |folds: &Folds| [Side::Sliders, Side::Answer].map(|side| folds.is_folded(side));
        folds.fit(1280.0);
        assert_eq!(state(&folds), [false, false]);
        folds.toggle(Side::Answer);
        folds.fit(1366.0);
        assert_eq!(
            state(&folds),
            [false, true],
            "what was folded by hand stays so"
        );
        folds.fit(900.0);
        assert_eq!(state(&folds), [true, true]);
        folds.unfold(Side::Sliders);
        assert_eq!(state(&folds), [false, true]);
        folds.unfold(Side::Answer);
        assert_eq!(state(&folds), [true, false]);
        folds.fit(1280.0);
        assert_eq!(state(&folds), [false, false]);
    }
}
