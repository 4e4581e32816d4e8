//! How solid the answer is: of a hundred cases, how many each attachment comes first in.

use eframe::egui::{
    CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use super::stage::Stage;
use crate::draw::Weight;
use crate::model::AlternativeId;
use crate::ui::paint::style::{color, palette};
use crate::ui::paint::widgets::certainty_mark;

/// Cases shown, in rows of ten.
const CASES: usize = 100;
const ROW: usize = 10;
/// A case, and the gap to the next.
const CASE: f32 = 26.0;
const PITCH: f32 = 32.0;
/// Heights of a line of text, and of a small one.
const LINE: f32 = 32.0;
const SMALL_LINE: f32 = 24.0;
/// Over the cases.
const OVER: f32 = 8.0;

pub fn show(ui: &mut Ui, stage: &Stage<'_>) {
    let (teller, analyses) = (stage.teller, stage.findings);
    let at = teller.knowledge.always.attachment;
    let (answer, verdict) = (
        &analyses.answers.answers[at],
        &analyses.verdicts.questions[at],
    );
    let (title, help) = (
        teller.verdict(answer, verdict),
        teller.words.get("solid-help"),
    );
    let needs = |ui: &Ui, stage: &Stage<'_>| {
        let (sizes, width) = (stage.sizes, ui.available_width());
        Stage::height(ui, &title, sizes.text(), Weight::Bold, width)
            + Stage::height(ui, &help, sizes.small(), Weight::Regular, width)
            + 2.0 * stage.between()
            + sizes.by(OVER + PITCH * ROW as f32)
    };
    stage.fitted(ui, needs, |ui, stage| {
        let sizes = stage.sizes;
        stage.strong(ui, &title);
        stage.small(ui, &help);
        ui.add_space(sizes.by(OVER));
        let survey = &analyses.survey.questions()[at];
        let mut shares: Vec<(AlternativeId, f64)> = answer
            .ranking
            .iter()
            .filter_map(|&a| Some((a, survey.acceptability(a, 0)?.value)))
            .collect();
        shares.sort_by(|a, b| b.1.total_cmp(&a.1));
        let values: Vec<f64> = shares.iter().map(|(_, share)| *share).collect();
        let counts = of_a_hundred(&values);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = sizes.by(40.0);
            cases(ui, stage, &counts);
            ui.vertical(|ui| {
                // As high as the text, so that what stands beside it is level with it.
                ui.spacing_mut().interact_size.y = sizes.by(LINE);
                let question = teller.knowledge.attachment();
                for (place, (&(alternative, share), &count)) in
                    shares.iter().zip(&counts).enumerate()
                {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = sizes.by(12.0);
                        let side = Vec2::splat(sizes.by(CASE));
                        let (area, _) = ui.allocate_exact_size(side, Sense::hover());
                        case(ui, area, place);
                        let name = teller.label(question, alternative);
                        let told = if count == 0 {
                            teller.words.with("solid-share-none", &[("name", name)])
                        } else {
                            let args = [
                                ("name", name),
                                ("count", count.to_string()),
                                ("likely", teller.likely(share, values[0])),
                            ];
                            teller.words.with("solid-share", &args)
                        };
                        if verdict.kept.contains(&alternative) {
                            stage.strong(ui, told);
                        } else {
                            stage.text(ui, told);
                        }
                    });
                }
                ui.add_space(sizes.by(14.0));
                ui.spacing_mut().interact_size.y = sizes.by(SMALL_LINE);
                let others = analyses.answers.answers.pairs().filter(|(q, _)| *q != at);
                for (question, answer) in others {
                    let verdict = &analyses.verdicts.questions[question];
                    let chip = teller.chip(answer, verdict);
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = sizes.by(8.0);
                        if let Some(certainty) = chip.certainty {
                            certainty_mark(ui, certainty);
                        }
                        stage.small(ui, teller.chip_line(&chip));
                    });
                }
            });
        });
    });
}

/// A hundred cases in rows of ten, those of each alternative together.
fn cases(ui: &mut Ui, stage: &Stage<'_>, counts: &[usize]) {
    let (pitch, side) = (stage.sizes.by(PITCH), stage.sizes.by(CASE));
    let size = Vec2::splat(pitch * ROW as f32 - (pitch - side));
    let (area, response) = ui.allocate_exact_size(size, Sense::hover());
    let told = stage.teller.words.get("present-slide-solid");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let mut places = (0..CASES).map(|at| {
        let (row, column) = (at / ROW, at % ROW);
        let corner = area.min + Vec2::new(column as f32, row as f32) * pitch;
        Rect::from_min_size(corner, Vec2::splat(side))
    });
    for (alternative, &count) in counts.iter().enumerate() {
        for place in places.by_ref().take(count) {
            case(ui, place, alternative);
        }
    }
}

/// One case: full for the first alternative, half for the second, a ring, then a dot for those after.
fn case(ui: &Ui, area: Rect, alternative: usize) {
    let palette = palette(ui);
    let painter = ui.painter();
    let radius = CornerRadius::same(4);
    let border = |ink| Stroke::new(2.0, color(ink));
    match alternative {
        0 => {
            painter.rect_filled(area, radius, color(palette.accent));
        }
        1 => {
            let half = Rect::from_min_max(pos2(area.left(), area.center().y), area.max);
            painter.rect_filled(half, radius, color(palette.muted));
            painter.rect_stroke(area, radius, border(palette.muted), StrokeKind::Inside);
        }
        2 => {
            painter.rect_stroke(area, radius, border(palette.muted), StrokeKind::Inside);
        }
        _ => {
            painter.circle_filled(area.center(), area.width() / 6.0, color(palette.muted));
        }
    }
}

/// Shares as whole cases of a hundred; those with the largest rest take what rounding leaves.
fn of_a_hundred(shares: &[f64]) -> Vec<usize> {
    let all: f64 = shares.iter().sum();
    if all <= 0.0 {
        return vec![0; shares.len()];
    }
    let exact: Vec<f64> = shares.iter().map(|s| s / all * CASES as f64).collect();
    let mut counts: Vec<usize> = exact.iter().map(|e| e.floor() as usize).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()));
    let left = CASES - counts.iter().sum::<usize>();
    for &at in order.iter().take(left) {
        counts[at] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::of_a_hundred;

    #[test]
    fn a_hundred_cases_are_dealt_out_whatever_is_rounded() {
        assert_eq!(of_a_hundred(&[0.774, 0.226]), [77, 23]);
        assert_eq!(of_a_hundred(&[1.0 / 3.0; 3]), [34, 33, 33]);
        assert_eq!(of_a_hundred(&[0.996, 0.003, 0.001]), [100, 0, 0]);
        // Shares of what remains possible need not sum to one.
        assert_eq!(of_a_hundred(&[0.4, 0.4]), [50, 50]);
        assert_eq!(of_a_hundred(&[0.0, 0.0]), [0, 0]);
    }
}
