//! What would change our mind: the nearest single moves after which something else is answered.

use eframe::egui::{
    Align2, CornerRadius, FontFamily, FontId, Rect, Sense, Shape, Stroke, Ui, lerp, pos2, vec2,
};

use super::stage::Stage;
use crate::analysis::Turn;
use crate::draw::Weight;
use crate::ui::paint::style::{bold_family, color, palette};

const RAIL: f32 = 10.0;
/// Room for the rail and for the numbers over and under it.
const ROW: f32 = 84.0;
/// How far the mark of the threshold reaches over and under the rail.
const TICK: f32 = 14.0;
/// Room for the number at the left end; the one at the right has twice as many digits and more.
const ENDS: f32 = 20.0;
/// Over what is told.
const OVER: f32 = 8.0;
/// Length of the head of an arrow.
const HEAD: f32 = 11.0;

pub fn show(ui: &mut Ui, stage: &Stage<'_>) {
    let (teller, analyses) = (stage.teller, stage.findings);
    let lead = teller
        .no_turn(&analyses.verdicts, &analyses.turns)
        .unwrap_or_else(|| teller.words.get("turns-lead"));
    let joint = analyses.joint.as_ref();
    let joint = joint.and_then(|joint| teller.joint_flip(analyses.answers.attachment(), joint));
    let turns = analyses.turns.found();
    let told: Vec<String> = turns.iter().map(|turn| teller.turn(turn)).collect();
    let needs = |ui: &Ui, stage: &Stage<'_>| {
        let (size, width) = (stage.sizes.text(), ui.available_width());
        let text = |text: &str, weight| {
            Stage::height(ui, text, size, weight, width) + stage.between() + stage.sizes.by(OVER)
        };
        let rail = stage.sizes.by(ROW) + stage.between();
        let turns = told.iter().map(|told| text(told, Weight::Bold) + rail);
        let texts = [Some(&lead), joint.as_ref()].into_iter().flatten();
        let texts = texts.map(|told| text(told, Weight::Regular));
        turns.chain(texts).sum()
    };
    stage.fitted(ui, needs, |ui, stage| {
        stage.text(ui, &lead);
        for (turn, told) in turns.iter().zip(&told) {
            ui.add_space(stage.sizes.by(OVER));
            stage.strong(ui, told);
            rail(ui, stage, turn);
        }
        if let Some(joint) = &joint {
            ui.add_space(stage.sizes.by(OVER));
            stage.text(ui, joint);
        }
    });
}

/// From 0 to 100: a disc where it stands today, an arrow to where it would turn the answer, each with
/// its number.
fn rail(ui: &mut Ui, stage: &Stage<'_>, turn: &Turn) {
    let (sizes, palette) = (stage.sizes, palette(ui));
    let width = ui.available_width().min(sizes.by(900.0));
    let (area, _) = ui.allocate_exact_size(vec2(width, sizes.by(ROW)), Sense::hover());
    let y = area.center().y;
    let (from_left, to_right) = (
        area.left() + sizes.by(ENDS),
        area.right() - sizes.by(2.0 * ENDS),
    );
    let edge = sizes.by(RAIL);
    let x = |value: f64| lerp(from_left + edge..=to_right - edge, value as f32 / 100.0);
    let painter = ui.painter();
    let rail = Rect::from_min_max(
        pos2(from_left, y - sizes.by(RAIL) / 2.0),
        pos2(to_right, y + sizes.by(RAIL) / 2.0),
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
    painter.vline(to.x, (y - sizes.by(TICK))..=(y + sizes.by(TICK)), pen);
    let number = |value: f64| stage.teller.words.number(value, 0);
    let regular = FontId::new(sizes.small(), FontFamily::Proportional);
    let muted = color(palette.muted);
    let ends = [
        (from_left, Align2::RIGHT_CENTER, -0.4, 0.0),
        (to_right, Align2::LEFT_CENTER, 0.4, 100.0),
    ];
    for (x, align, away, value) in ends {
        let at = pos2(x + edge * away, y);
        painter.text(at, align, number(value), regular.clone(), muted);
    }
    // Today's under the rail and the other's over it: however near, neither hides the other.
    let away = vec2(0.0, sizes.by(TICK));
    painter.text(
        from + away,
        Align2::CENTER_TOP,
        number(turn.from),
        regular,
        muted,
    );
    painter.text(
        to - away,
        Align2::CENTER_BOTTOM,
        number(turn.to),
        FontId::new(sizes.text(), bold_family()),
        color(palette.accent),
    );
}
