//! Why: the strongest reasons for the answer, and what argues against it.

use eframe::egui::{RichText, Ui};

use super::stage::Stage;
use crate::analysis::Answer;
use crate::draw::Weight;
use crate::model::AlternativeId;
use crate::ui::paint::style::{bold, color, palette};
use crate::wording::Side;

const TITLE: f32 = 24.0;
/// Between two columns, between a sign and its reason, over a reason; and the width of a sign.
const COLUMNS: f32 = 48.0;
const BESIDE: f32 = 12.0;
const OVER: f32 = 4.0;
const SIGN: f32 = 14.0;

pub fn show(ui: &mut Ui, stage: &Stage<'_>) {
    let (teller, answers) = (stage.teller, &stage.findings.answers);
    let at = teller.knowledge.always.attachment;
    let (answer, verdict) = (&answers.answers[at], &stage.findings.verdicts.questions[at]);
    let Some(&best) = verdict.kept.first() else {
        stage.text(ui, teller.verdict(answer, verdict));
        return;
    };
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
    let told: Vec<Told<'_>> = sides
        .iter()
        .map(|side| Told::of(stage, answer, side))
        .collect();
    let aside = teller.aside(answer);
    let needs = |ui: &Ui, stage: &Stage<'_>| {
        let room = ui.available_width();
        let width = (room + stage.sizes.by(COLUMNS)) / told.len() as f32 - stage.sizes.by(COLUMNS);
        let columns = told.iter().map(|told| told.needs(ui, stage, width));
        let aside = aside.as_ref().map_or(0.0, |aside| {
            let size = stage.sizes.small();
            stage.between() + Stage::height(ui, aside, size, Weight::Regular, room)
        });
        columns.fold(0.0, f32::max) + aside
    };
    stage.fitted(ui, needs, |ui, stage| {
        ui.spacing_mut().item_spacing.x = stage.sizes.by(COLUMNS);
        ui.columns(told.len(), |columns| {
            for (column, told) in columns.iter_mut().zip(&told) {
                told.show(column, stage);
            }
        });
        if let Some(aside) = &aside {
            stage.small(ui, aside);
        }
    });
}

/// The best of the others.
fn rival(answer: &Answer, best: AlternativeId) -> Option<AlternativeId> {
    answer.ranking.iter().copied().find(|&other| other != best)
}

/// A side, and the words of its reasons.
struct Told<'a> {
    side: &'a Side,
    reasons: Vec<String>,
}

impl<'a> Told<'a> {
    fn of(stage: &Stage<'_>, answer: &Answer, side: &'a Side) -> Self {
        let answers = &stage.findings.answers;
        let told = side.reasons.iter().map(|reason| {
            let words = stage.teller.reason(answers, answer, side.about, reason);
            words.why
        });
        let reasons = told.collect();
        Self { side, reasons }
    }

    fn sign(&self) -> &'static str {
        if self.side.speaks_for { "+" } else { "–" }
    }

    /// How high it is in a column of this width.
    fn needs(&self, ui: &Ui, stage: &Stage<'_>, width: f32) -> f32 {
        let sizes = stage.sizes;
        let title = Stage::height(ui, &self.side.title, sizes.by(TITLE), Weight::Bold, width);
        let room = width - sizes.by(BESIDE + SIGN);
        let reasons = self.reasons.iter().map(|reason| {
            let told = Stage::height(ui, reason, sizes.text(), Weight::Regular, room);
            stage.between() + sizes.by(OVER) + told
        });
        title + reasons.sum::<f32>()
    }

    fn show(&self, ui: &mut Ui, stage: &Stage<'_>) {
        let sizes = stage.sizes;
        ui.spacing_mut().item_spacing.x = sizes.by(BESIDE);
        let ink = if self.side.speaks_for {
            palette(ui).accent
        } else {
            palette(ui).against
        };
        let title = bold(&self.side.title).size(sizes.by(TITLE));
        ui.label(title.color(color(ink)));
        for reason in &self.reasons {
            ui.add_space(sizes.by(OVER));
            ui.horizontal_top(|ui| {
                ui.label(bold(self.sign()).size(sizes.text()).color(color(ink)));
                ui.vertical(|ui| ui.label(RichText::new(reason).size(sizes.text())));
            });
        }
    }
}
