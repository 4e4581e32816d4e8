//! The years to come on a dated line: when the organisation changes, what is planned, and when contact
//! points open.

use eframe::egui::{
    Align2, CornerRadius, FontFamily, FontId, Pos2, Rect, RichText, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, lerp, pos2, vec2,
};

use super::stage::Stage;
use crate::analysis::Evolution;
use crate::chart::plots::even;
use crate::draw::{Weight, width};
use crate::model::QuestionId;
use crate::ui::paint::style::{bold_family, color, palette};
use crate::ui::paint::widgets::labelled;
use crate::wording::{Happening, Kind};

/// How many things are told.
const TOLD: usize = 5;
const LINE: f32 = 84.0;
/// Height of the band of a question.
const BAND: f32 = 34.0;
/// Room for the name of a question, left of its band.
const NAMES: f32 = 130.0;
/// The line stands so far below the top of its room.
const AXIS: f32 = 46.0;
const MARK: f32 = 11.0;
/// From one mark to that which stands over it.
const STEP: f32 = 2.0 * MARK + 2.0;

pub fn show(ui: &mut Ui, stage: &Stage<'_>, evolution: &Evolution) {
    let dated = stage.teller.since(stage.about.from);
    let found = dated.happenings(stage.scenario, evolution);
    stage.body(ui, |ui| {
        let changes = dated.changes(&evolution.course);
        if evolution.course.changes.is_empty() {
            stage.strong(ui, changes.join(" "));
            stage.small(ui, dated.ending(evolution));
        } else {
            stage.strong(ui, dated.ending(evolution));
        }
        line(ui, stage, evolution, &found);
        for question in stage.teller.knowledge.questions.ids() {
            band(ui, stage, evolution, question);
        }
        ui.add_space(stage.sizes.by(8.0));
        for (at, happening) in found.iter().take(TOLD).enumerate() {
            ui.horizontal_top(|ui| {
                let side = stage.sizes.by(2.0 * MARK);
                let (area, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
                mark(ui, area.center(), happening.kind, at + 1, stage);
                ui.vertical(|ui| {
                    ui.label(RichText::new(&happening.told).size(stage.sizes.by(19.0)));
                });
            });
        }
        let more = found.len().saturating_sub(TOLD);
        if more > 0 {
            stage.small(
                ui,
                stage
                    .teller
                    .words
                    .with("evolution-more", &[("count", more)]),
            );
        }
    });
}

/// The line from today on, years named under it, numbered marks on it.
fn line(ui: &mut Ui, stage: &Stage<'_>, evolution: &Evolution, found: &[Happening]) {
    let (sizes, palette) = (stage.sizes, palette(ui));
    let last = evolution.course.quarters();
    let stacks = stacks(found);
    let highest = stacks.iter().copied().max().unwrap_or_default();
    // What is stacked higher than usual pushes the line down, and covers nothing.
    let more = (STEP * highest as f32 + 1.5 * MARK - AXIS).max(0.0);
    let size = vec2(ui.available_width(), sizes.by(LINE + more));
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let y = area.top() + sizes.by(AXIS + more);
    let x = |quarter: usize| place(area, stage, last, quarter);
    let painter = ui.painter();
    let pen = Stroke::new(sizes.by(3.0), color(palette.line));
    painter.line_segment([pos2(x(0), y), pos2(x(last), y)], pen);
    for quarter in 0..=last {
        let at = pos2(x(quarter), y);
        painter.circle_filled(at, sizes.by(3.0), color(palette.line));
    }
    let years = stage.teller.since(stage.about.from).years(last).into_iter();
    let years: Vec<_> = years
        .map(|(quarter, year)| {
            let font = FontId::new(sizes.small(), FontFamily::Proportional);
            let text = painter.layout_no_wrap(year, font, color(palette.muted));
            // Today stands on the left of where the line begins, so that the first year has room.
            let half = if quarter == 0 { 1.0 } else { 0.5 };
            let left = (x(quarter) - half * text.size().x + sizes.by(3.0)).max(area.left());
            (left, text)
        })
        .collect();
    let spans: Vec<(f32, f32)> = years
        .iter()
        .map(|(left, text)| (*left, left + text.size().x))
        .collect();
    for place in even(&spans) {
        let (left, text) = &years[place];
        let at = pos2(*left, y + sizes.by(16.0));
        painter.galley(at, text.clone(), color(palette.muted));
    }
    for (at, (happening, stacked)) in found.iter().zip(stacks).enumerate() {
        let centre = pos2(x(happening.quarter), y - sizes.by(STEP) * stacked as f32);
        mark(ui, centre, happening.kind, at + 1, stage);
    }
}

/// How high each of the things that are told stands over the line: what happens in one season stands one
/// over the other.
fn stacks(found: &[Happening]) -> Vec<usize> {
    let told = &found[..found.len().min(TOLD)];
    let below = |(at, happening): (usize, &Happening)| {
        let before = told[..at].iter().rev();
        before
            .take_while(|other| other.quarter == happening.quarter)
            .count()
    };
    told.iter().enumerate().map(below).collect()
}

/// Where a quarter stands from left to right.
fn place(area: Rect, stage: &Stage<'_>, last: usize, quarter: usize) -> f32 {
    let ends = area.left() + stage.sizes.by(NAMES)..=area.right() - stage.sizes.by(20.0);
    lerp(ends, quarter as f32 / last.max(1) as f32)
}

/// What is in place for a question, from season to season.
fn band(ui: &mut Ui, stage: &Stage<'_>, evolution: &Evolution, at: QuestionId) {
    let (teller, sizes, palette) = (stage.teller, stage.sizes, palette(ui));
    let question = &teller.knowledge.questions[at];
    let moments = &evolution.course.moments;
    let last = evolution.course.quarters();
    let size = vec2(ui.available_width(), sizes.by(BAND));
    let (area, response) = ui.allocate_exact_size(size, Sense::hover());
    let short = question.short.get(teller.words.lang());
    let painter = ui.painter();
    painter.text(
        area.left_center(),
        Align2::LEFT_CENTER,
        short,
        FontId::new(sizes.small(), FontFamily::Proportional),
        color(palette.muted),
    );
    let name = |quarter: usize| {
        let kept = moments[quarter].in_place[at];
        kept.map_or_else(String::new, |kept| teller.label(question, kept))
    };
    let mut told = vec![name(0)];
    let mut from = 0;
    for quarter in 1..=last {
        let ends = moments[quarter].in_place[at] != moments[from].in_place[at];
        if !ends && quarter < last {
            continue;
        }
        let span = [from, quarter].map(|q| pos2(place(area, stage, last, q), area.top()));
        let piece = Rect::from_min_max(span[0], pos2(span[1].x - 2.0, area.bottom()));
        let is_first = from == 0;
        let fill = if is_first {
            palette.soft
        } else {
            palette.accent
        };
        let ink = if is_first {
            palette.text
        } else {
            palette.on_accent
        };
        painter.rect_filled(piece, CornerRadius::same(4), color(fill));
        let room = piece.width() - sizes.by(12.0);
        let text = name(from);
        let fits = |size: &f32| width(&text, *size, Weight::Regular) <= room;
        // Too short a piece is told in the list alone.
        if let Some(size) = [sizes.small(), sizes.by(14.0)].into_iter().find(fits) {
            painter.text(
                piece.left_center() + vec2(sizes.by(6.0), 0.0),
                Align2::LEFT_CENTER,
                text,
                FontId::new(size, FontFamily::Proportional),
                color(ink),
            );
        }
        if ends {
            told.push(name(quarter));
        }
        from = quarter;
    }
    let args = [("question", short), ("answer", &told.join(" → "))];
    let described = teller.words.with("chip-bare", &args);
    response.widget_info(|| labelled(Role::Label, &described));
}

/// A number in the shape of its kind: a disc for a change, a square for an event, a lozenge for what
/// opens.
fn mark(ui: &Ui, centre: Pos2, kind: Kind, number: usize, stage: &Stage<'_>) {
    let palette = palette(ui);
    let radius = stage.sizes.by(MARK);
    let painter = ui.painter();
    let pen = Stroke::new(2.0, color(palette.accent));
    let ink = match kind {
        Kind::Change => {
            painter.circle_filled(centre, radius, color(palette.accent));
            palette.on_accent
        }
        Kind::Event => {
            let place = Rect::from_center_size(centre, vec2(1.7 * radius, 1.7 * radius));
            painter.rect_filled(place, CornerRadius::ZERO, color(palette.soft));
            painter.rect_stroke(place, CornerRadius::ZERO, pen, StrokeKind::Inside);
            palette.text
        }
        Kind::Opening => {
            let points = [(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)]
                .map(|(x, y)| centre + vec2(x, y) * radius);
            painter.add(Shape::convex_polygon(
                points.to_vec(),
                color(palette.ground),
                pen,
            ));
            palette.text
        }
    };
    painter.text(
        centre,
        Align2::CENTER_CENTER,
        number,
        FontId::new(stage.sizes.by(13.0), bold_family()),
        color(ink),
    );
}
