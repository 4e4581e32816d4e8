//! What to do next, each step numbered.

use eframe::egui::{Align2, FontId, Sense, Ui, vec2};

use super::stage::Stage;
use crate::analysis::Evolution;
use crate::draw::Weight;
use crate::ui::paint::style::{bold_family, color, palette};
use crate::wording::{Dated, Step};

const NUMBER: f32 = 34.0;
/// Between the number and the step, between its lines, and after it.
const BESIDE: f32 = 16.0;
const DETAIL: f32 = 3.0;
const AFTER: f32 = 6.0;

pub fn show(ui: &mut Ui, stage: &Stage<'_>, evolution: &Evolution) {
    let dated = Dated {
        review: stage.about.review,
        ..stage.teller.since(stage.about.from)
    };
    let steps = dated.next_steps(stage.findings, evolution);
    let needs = |ui: &Ui, stage: &Stage<'_>| needs(ui, stage, &steps);
    stage.fitted(ui, needs, |ui, stage| {
        let sizes = stage.sizes;
        for (at, step) in steps.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = sizes.by(BESIDE);
                let side = sizes.by(NUMBER);
                let (area, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
                let palette = palette(ui);
                let painter = ui.painter();
                painter.circle_filled(area.center(), side / 2.0, color(palette.accent));
                painter.text(
                    area.center(),
                    Align2::CENTER_CENTER,
                    at + 1,
                    FontId::new(sizes.small(), bold_family()),
                    color(palette.on_accent),
                );
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = sizes.by(DETAIL);
                    stage.strong(ui, &step.action);
                    for line in &step.details {
                        stage.small(ui, line);
                    }
                });
            });
            ui.add_space(sizes.by(AFTER).round());
        }
    });
}

/// How high the steps are.
fn needs(ui: &Ui, stage: &Stage<'_>, steps: &[Step]) -> f32 {
    let sizes = stage.sizes;
    let width = ui.available_width() - sizes.by(NUMBER + BESIDE);
    let step = |step: &Step| {
        let action = Stage::height(ui, &step.action, sizes.text(), Weight::Bold, width);
        let details = step.details.iter().map(|line| {
            sizes.by(DETAIL) + Stage::height(ui, line, sizes.small(), Weight::Regular, width)
        });
        let told = action + details.sum::<f32>();
        told.max(sizes.by(NUMBER)) + stage.between() + sizes.by(AFTER)
    };
    steps.iter().map(step).sum()
}
