//! The contact points: which are open, who holds them, and which are left unattended.

use eframe::egui::{
    Align2, CornerRadius, FontFamily, FontId, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    pos2, vec2,
};

use super::stage::Stage;
use crate::analysis::{Coverage, Theme};
use crate::draw::{Weight, wrap};
use crate::model::PostureId;
use crate::ui::paint::style::{bold_family, color, palette};
use crate::ui::paint::widgets::labelled;

/// Share of the width that names the themes.
const NAMES: f32 = 0.28;
const ROW: f32 = 52.0;
const GAP: f32 = 8.0;

/// What stands in a cell.
enum Cell {
    /// Not wanted, or closed by hand; in words.
    Shut(String),
    /// Somebody holds it whole; in words.
    Held(String),
    /// Nobody does, or not whole; in words.
    Unattended(String),
}

/// Who holds a theme in a posture.
fn cell(stage: &Stage<'_>, theme: &Theme, posture: PostureId) -> Cell {
    let (teller, coverage) = (stage.teller, &stage.findings.coverage);
    let open = coverage.points.iter();
    let mut open = open.filter(|point| point.theme == *theme && point.posture == posture);
    if let Some(point) = open.next() {
        let told = teller.holder(stage.scenario, point);
        return if point.is_held() {
            Cell::Held(told)
        } else {
            Cell::Unattended(told)
        };
    }
    let shut = coverage.shut.iter().filter(|shut| shut.by_hand);
    let mut shut = shut.filter(|shut| shut.theme == *theme && shut.posture == posture);
    Cell::Shut(match shut.next() {
        Some(shut) => teller.since(stage.about.from).opens(shut.until),
        None => teller.words.get("contact-unwanted"),
    })
}

/// The themes with an open point, in the order in which the points weigh.
fn themes(coverage: &Coverage) -> Vec<&Theme> {
    let mut themes: Vec<&Theme> = Vec::new();
    for point in &coverage.points {
        if !themes.contains(&&point.theme) {
            themes.push(&point.theme);
        }
    }
    themes
}

pub fn show(ui: &mut Ui, stage: &Stage<'_>) {
    let (teller, coverage) = (stage.teller, &stage.findings.coverage);
    stage.body(ui, |ui| {
        if coverage.points.is_empty() {
            stage.strong(ui, teller.words.get("contacts-none"));
        } else {
            let left = coverage.unattended().count();
            let told = teller.words.with("contacts-left", &[("count", left)]);
            stage.strong(ui, told);
            stage.text(ui, teller.workload(coverage));
            ui.add_space(stage.sizes.by(8.0));
            grid(ui, stage);
        }
        if let Some(told) = teller.not_known(coverage) {
            stage.small(ui, told);
        }
    });
}

/// A row for each theme, a column for each posture.
fn grid(ui: &mut Ui, stage: &Stage<'_>) {
    let (teller, coverage, sizes) = (stage.teller, &stage.findings.coverage, stage.sizes);
    let lang = teller.words.lang();
    let postures = &teller.knowledge.coverage.postures;
    let width = ui.available_width();
    let names = width * NAMES;
    let column = (width - names) / postures.len() as f32;
    let themes = themes(coverage);
    let room = ui.available_height() / (themes.len() + 1) as f32;
    let row = room.clamp(sizes.by(34.0), sizes.by(ROW));
    let ink = palette(ui);
    let font = |size: f32, family| FontId::new(size, family);
    let (heads, _) = ui.allocate_exact_size(vec2(width, sizes.by(28.0)), Sense::hover());
    for (at, posture) in postures.iter().enumerate() {
        let x = heads.left() + names + column * (at as f32 + 0.5);
        ui.painter().text(
            pos2(x, heads.center().y),
            Align2::CENTER_CENTER,
            posture.label.get(lang),
            font(sizes.small(), bold_family()),
            color(ink.muted),
        );
    }
    for theme in themes {
        let (area, _) = ui.allocate_exact_size(vec2(width, row), Sense::hover());
        let name = teller.theme(theme);
        let lines = wrap(&name, sizes.small(), Weight::Bold, names - 12.0, 2);
        for (at, line) in lines.iter().enumerate() {
            let middle = (lines.len() as f32 - 1.0) / 2.0;
            let y = area.center().y + (at as f32 - middle) * sizes.by(20.0);
            ui.painter().text(
                pos2(area.left(), y),
                Align2::LEFT_CENTER,
                line,
                font(sizes.small(), bold_family()),
                color(ink.text),
            );
        }
        for (at, (posture, description)) in postures.pairs().enumerate() {
            let shown = cell(stage, theme, posture);
            let corner = pos2(area.left() + names + column * at as f32, area.top());
            let place = Rect::from_min_size(corner, vec2(column - sizes.by(GAP), row));
            let told = paint(ui, place, &shown, stage);
            let id = ui.scope_id().with(("contact", &name, at));
            let args = [
                ("theme", name.as_str()),
                ("posture", description.label.get(lang)),
            ];
            let point = teller.words.with("contact-point", &args);
            let args = [("point", point), ("state", told)];
            let told = teller.words.with("contact-state", &args);
            ui.interact(place, id, Sense::hover())
                .widget_info(|| labelled(Role::Label, &told));
        }
    }
}

/// Paints a cell; gives what it says.
fn paint(ui: &Ui, place: Rect, cell: &Cell, stage: &Stage<'_>) -> String {
    let ink = palette(ui);
    let painter = ui.painter();
    let radius = CornerRadius::same(6);
    let (sign, told, text) = match cell {
        Cell::Shut(told) => ("", told.clone(), ink.muted),
        Cell::Held(told) => {
            painter.rect_filled(place, radius, color(ink.soft));
            ("✔ ", told.clone(), ink.text)
        }
        Cell::Unattended(told) => {
            let pen = Stroke::new(2.0, color(ink.against));
            let corners = [
                place.left_top(),
                place.right_top(),
                place.right_bottom(),
                place.left_bottom(),
                place.left_top(),
            ];
            painter.extend(Shape::dashed_line(&corners, pen, 7.0, 5.0));
            ("⚠ ", told.clone(), ink.against)
        }
    };
    if matches!(cell, Cell::Shut(_)) {
        let pen = Stroke::new(1.0, color(ink.faint));
        painter.rect_stroke(place, radius, pen, StrokeKind::Inside);
    }
    painter.text(
        place.center(),
        Align2::CENTER_CENTER,
        format!("{sign}{told}"),
        FontId::new(stage.sizes.small(), FontFamily::Proportional),
        color(text),
    );
    told
}
