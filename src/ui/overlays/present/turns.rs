//! What would change our mind: the nearest single moves after which something else is answered.

use eframe::egui::{CornerRadius, Rect, Sense, Shape, Stroke, Ui, lerp, pos2, vec2};

use super::stage::Stage;
use crate::analysis::Turn;
use crate::ui::paint::style::{color, palette};

const RAIL: f32 = 10.0;
const ROW: f32 = 44.0;
/// Length of the head of an arrow.
const HEAD: f32 = 11.0;

pub fn show(ui: &mut Ui, stage: &Stage<'_>) {
    let (teller, analyses) = (stage.teller, stage.analyses);
    stage.body(ui, |ui| {
        if let Some(told) = teller.no_turn(&analyses.verdicts, &analyses.turns) {
            stage.text(ui, told);
        } else {
            stage.text(ui, teller.words.get("turns-lead"));
        }
        for turn in analyses.turns.found() {
            ui.add_space(stage.sizes.by(8.0));
            stage.strong(ui, teller.turn(turn));
            rail(ui, stage, turn);
        }
        let joint = analyses.joint.as_ref();
        let told = joint.and_then(|joint| teller.joint_flip(analyses.answers.attachment(), joint));
        if let Some(told) = told {
            ui.add_space(stage.sizes.by(8.0));
            stage.text(ui, told);
        }
    });
}

/// From 0 to 100: a disc where it stands today, an arrow to where it would turn the answer.
fn rail(ui: &mut Ui, stage: &Stage<'_>, turn: &Turn) {
    let (sizes, palette) = (stage.sizes, palette(ui));
    let width = ui.available_width().min(sizes.by(900.0));
    let (area, _) = ui.allocate_exact_size(vec2(width, sizes.by(ROW)), Sense::hover());
    let y = area.center().y;
    let edge = sizes.by(RAIL);
    let x = |value: f64| {
        lerp(
            area.left() + edge..=area.right() - edge,
            value as f32 / 100.0,
        )
    };
    let painter = ui.painter();
    let rail = Rect::from_min_max(
        pos2(area.left(), y - sizes.by(RAIL) / 2.0),
        pos2(area.right(), y + sizes.by(RAIL) / 2.0),
    );
    painter.rect_filled(rail, CornerRadius::same(5), color(palette.control));
    let (from, to) = (pos2(x(turn.from), y), pos2(x(turn.to), y));
    let pen = Stroke::new(sizes.by(4.0), color(palette.accent));
    painter.line_segment([from, to], pen);
    painter.circle_filled(from, sizes.by(RAIL), color(palette.accent));
    let back = sizes.by(HEAD) * (from.x - to.x).signum();
    let head = [vec2(back, -sizes.by(HEAD)), vec2(back, sizes.by(HEAD))];
    let points = vec![to, to + head[0], to + head[1]];
    painter.add(Shape::convex_polygon(
        points,
        color(palette.accent),
        Stroke::NONE,
    ));
    painter.vline(to.x, area.y_range().shrink(6.0), pen);
}
