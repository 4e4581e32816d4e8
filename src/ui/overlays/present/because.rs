//! Why: the strongest reasons for the answer, and what argues against it.

use eframe::egui::{RichText, Ui};

use super::stage::Stage;
use crate::analysis::Answer;
use crate::model::AlternativeId;
use crate::ui::paint::style::{bold, color, palette};
use crate::wording::Side;

pub fn show(ui: &mut Ui, stage: &Stage<'_>) {
    let (teller, answers) = (stage.teller, &stage.analyses.answers);
    let at = teller.knowledge.always.attachment;
    let (answer, verdict) = (&answers.answers[at], &stage.analyses.verdicts.questions[at]);
    let Some(&best) = verdict.kept.first() else {
        stage.text(ui, teller.verdict(answer, verdict));
        return;
    };
    stage.body(ui, |ui| {
        let mut sides = teller.sides(answers, answer, best);
        if !verdict.is_decided() || sides.iter().all(|side| side.speaks_for) {
            // What argues against it is what speaks for the next.
            let rival = verdict.kept.get(1).copied().or_else(|| rival(answer, best));
            let rivals = rival.map(|rival| teller.sides(answers, answer, rival));
            sides.extend(rivals.into_iter().flatten());
            sides.retain(|side| side.speaks_for);
        }
        if sides.is_empty() {
            return;
        }
        ui.spacing_mut().item_spacing.x = stage.sizes.by(48.0);
        ui.columns(sides.len(), |columns| {
            for (column, told) in columns.iter_mut().zip(&sides) {
                side(column, stage, answer, told);
            }
        });
        if let Some(aside) = teller.aside(answer) {
            stage.small(ui, aside);
        }
    });
}

/// The best of the others.
fn rival(answer: &Answer, best: AlternativeId) -> Option<AlternativeId> {
    answer.ranking.iter().copied().find(|&other| other != best)
}

fn side(ui: &mut Ui, stage: &Stage<'_>, answer: &Answer, told: &Side) {
    let sizes = stage.sizes;
    ui.spacing_mut().item_spacing.x = sizes.by(12.0);
    let ink = if told.speaks_for {
        palette(ui).accent
    } else {
        palette(ui).against
    };
    let title = bold(&told.title).size(sizes.by(24.0)).color(color(ink));
    ui.label(title);
    for reason in &told.reasons {
        let words = stage
            .teller
            .reason(&stage.analyses.answers, answer, told.about, reason);
        ui.add_space(sizes.by(4.0));
        ui.horizontal_top(|ui| {
            let sign = if told.speaks_for { "+" } else { "–" };
            ui.label(bold(sign).size(sizes.text()).color(color(ink)));
            ui.vertical(|ui| ui.label(RichText::new(words.why).size(sizes.text())));
        });
    }
}
