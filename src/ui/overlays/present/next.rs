//! What to do next, each step numbered.

use eframe::egui::{Align2, FontId, Sense, Ui, vec2};

use super::stage::Stage;
use crate::analysis::Evolution;
use crate::ui::paint::style::{bold_family, color, palette};

const NUMBER: f32 = 34.0;

pub fn show(ui: &mut Ui, stage: &Stage<'_>, evolution: &Evolution) {
    let sizes = stage.sizes;
    let dated = stage.teller.since(stage.header.date);
    stage.body(ui, |ui| {
        let steps = dated.next_steps(stage.analyses, evolution);
        for (at, step) in steps.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = sizes.by(16.0);
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
                    ui.spacing_mut().item_spacing.y = sizes.by(3.0);
                    stage.strong(ui, &step.action);
                    for line in &step.details {
                        stage.small(ui, line);
                    }
                });
            });
            ui.add_space(sizes.by(6.0));
        }
    });
}
