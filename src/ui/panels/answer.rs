//! The right of the window: how often each attachment comes first, the other answers, and the reasons.

use eframe::egui::{
    Align2, Button, CursorIcon, FontFamily, FontId, Rect, RichText, Role, Sense, Ui, pos2, vec2,
};

use crate::analysis::{Answer, Reason, Verdict};
use crate::draw::{Weight, wrap};
use crate::model::{AlternativeId, Condition, Question};
use crate::ui::analyses::Analyses;
use crate::ui::command::{Command, Jump};
use crate::ui::paint::style::{
    self, BODY, SMALL, TITLE, bold, bold_family, card, color, palette, small,
};
use crate::ui::paint::widgets::{certainty_mark, labelled, share_bar, warned};
use crate::ui::panels::comparables;
use crate::ui::view::View;
use crate::wording::Teller;

/// Room for a value beside its label.
const VALUE: f32 = 70.0;

pub struct AnswerPanel<'a> {
    pub teller: Teller<'a>,
    pub analyses: &'a Analyses,
    pub asked: &'a mut Vec<Command>,
}

impl AnswerPanel<'_> {
    pub fn show(&mut self, ui: &mut Ui) {
        let knowledge = self.teller.knowledge;
        let answers = &self.analyses.answers;
        if self.analyses.verdicts.wanting > 0 {
            card(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(bold(self.teller.words.get("answer-none-yet")).size(TITLE));
                ui.label(small(ui, self.teller.words.get("answer-none-yet-help")));
            });
            return;
        }
        for (answer, verdict) in answers
            .answers
            .iter()
            .zip(&self.analyses.verdicts.questions)
        {
            if style::can_wait(ui) {
                return;
            }
            let question = &knowledge.questions[answer.question];
            let main = answer.question == knowledge.always.attachment;
            card(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(small(ui, question.label.get(self.teller.words.lang())));
                self.kept(ui, question, answer, verdict);
                if main {
                    self.bars(ui, question, answer, verdict);
                    self.reasons(ui, answer, verdict);
                } else {
                    self.others(ui, question, answer);
                }
            });
            if main {
                self.next_question(ui);
                self.warnings(ui);
                comparables::show(ui, self.teller, &answers.inputs, self.analyses.near());
            }
        }
    }

    /// What the room should find out next.
    fn next_question(&self, ui: &mut Ui) {
        let Some(gains) = &self.analyses.information else {
            return;
        };
        let Some(next) = self.teller.next_question(gains) else {
            return;
        };
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(small(ui, self.teller.words.get("next-title")));
            ui.label(next);
        });
    }

    /// The article's warnings that hold, in words.
    fn warnings(&mut self, ui: &mut Ui) {
        if self.analyses.warnings.is_empty() {
            return;
        }
        let words = self.teller.words;
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(small(ui, words.get("warnings-title")));
            for &index in &self.analyses.warnings {
                let warning = &self.teller.knowledge.warnings[index];
                let ink = color(palette(ui).against);
                let text = warned(warning.text.get(words.lang()));
                ui.label(RichText::new(text).color(ink))
                    .on_hover_text(self.teller.basis(&warning.basis));
                if warning.when == Condition::Unattended {
                    let board = Command::Show(View::Contacts);
                    if ui.button(words.get("contacts-show")).clicked() {
                        self.asked.push(board);
                    }
                }
            }
        });
    }

    /// What is answered, or what remains in the running, in large type; how sure it is; and what would
    /// be better for this question alone, where something would.
    fn kept(&self, ui: &mut Ui, question: &Question, answer: &Answer, verdict: &Verdict) {
        ui.label(bold(self.teller.kept(question, verdict)).size(TITLE));
        ui.horizontal_wrapped(|ui| {
            if !verdict.is_impossible() {
                certainty_mark(ui, verdict.certainty);
            }
            ui.label(small(ui, self.teller.verdict(answer, verdict)));
        });
        if let Some(aside) = self.teller.aside(answer) {
            ui.label(small(ui, aside));
        }
        let chosen = answer.chosen.map(|a| &question.alternatives[a]);
        if let Some(evidence) = chosen.and_then(|a| a.evidence.as_ref()) {
            let source = self.teller.evidence_source(evidence);
            ui.label(small(ui, evidence.text.get(self.teller.words.lang())))
                .on_hover_text(source);
        }
    }

    /// The possible alternatives and how often each comes first, the most often first.
    fn shares(&self, answer: &Answer) -> Vec<(AlternativeId, f64)> {
        let survey = &self.analyses.survey.questions()[answer.question];
        let ranking = answer.ranking.iter();
        let mut shares: Vec<(AlternativeId, f64)> = ranking
            .filter_map(|&a| Some((a, survey.acceptability(a, 0)?.value)))
            .collect();
        shares.sort_by(|a, b| b.1.total_cmp(&a.1));
        shares
    }

    /// The same in one line.
    fn others(&self, ui: &mut Ui, question: &Question, answer: &Answer) {
        let shares = self.shares(answer).into_iter().map(|(a, share)| {
            let label = self.teller.label(question, a);
            format!("{label}\u{a0}{}", self.teller.words.percent(share))
        });
        ui.label(small(ui, shares.collect::<Vec<_>>().join(" · ")));
    }

    fn bars(&self, ui: &mut Ui, question: &Question, answer: &Answer, verdict: &Verdict) {
        let absent = question
            .alternatives
            .ids()
            .filter(|&a| !answer.available[a]);
        let possible = self.shares(answer).into_iter().map(|(a, _)| a);
        for alternative in possible.chain(absent) {
            self.bar(ui, question, answer, verdict, alternative);
        }
        ui.label(small(ui, self.teller.words.get("leads-help")));
    }

    /// In what share of the cases an alternative comes first.
    fn bar(
        &self,
        ui: &mut Ui,
        question: &Question,
        answer: &Answer,
        verdict: &Verdict,
        alternative: AlternativeId,
    ) {
        let palette = palette(ui);
        let words = self.teller.words;
        let available = answer.available[alternative];
        let kept = verdict.kept.contains(&alternative);
        let label = self.teller.label(question, alternative);
        let survey = &self.analyses.survey.questions()[answer.question];
        let leads = survey.acceptability(alternative, 0);
        let value = match leads {
            Some(share) if available => words.percent(share.value),
            _ => words.get("absent"),
        };
        let size = vec2(ui.available_width(), 38.0);
        let (area, response) = ui.allocate_exact_size(size, Sense::hover());
        let told = leads.map_or_else(
            || format!("{label}, {value}"),
            |share| format!("{label}, {}", self.teller.leads(share)),
        );
        response.widget_info(|| labelled(Role::Meter, &told));
        response.on_hover_text(&told);
        let family = if kept {
            bold_family()
        } else {
            FontFamily::Proportional
        };
        let font = FontId::new(BODY, family);
        let ink = color(if available {
            palette.text
        } else {
            palette.muted
        });
        let painter = ui.painter();
        let baseline = area.top() + 11.0;
        let at = pos2(area.left(), baseline);
        let room = area.width() - VALUE;
        let line = wrap(&label, BODY, Weight::Bold, room, 1).join("");
        painter.text(at, Align2::LEFT_CENTER, line, font.clone(), ink);
        let rail = Rect::from_min_max(
            pos2(area.left(), area.top() + 23.0),
            pos2(area.right(), area.top() + 33.0),
        );
        if available {
            let at = pos2(area.right(), baseline);
            painter.text(at, Align2::RIGHT_CENTER, value, font, ink);
            let ink = if kept { palette.accent } else { palette.line };
            let share = leads.map_or(0.0, |share| share.value);
            share_bar(ui, rail, share, color(ink));
        } else {
            // No bar for what the company lacks: the words stand in its place.
            let font = FontId::new(SMALL, FontFamily::Proportional);
            painter.text(rail.left_center(), Align2::LEFT_CENTER, value, font, ink);
        }
    }

    fn reasons(&mut self, ui: &mut Ui, answer: &Answer, verdict: &Verdict) {
        let Some(best) = verdict.kept.first().copied() else {
            return;
        };
        let question = &self.teller.knowledge.questions[answer.question];
        if let [first, second, ..] = verdict.kept[..]
            && let Some(apart) = self.teller.set_apart(question, answer, first, second)
        {
            ui.label(apart);
        }
        for side in self.teller.sides(&self.analyses.answers, answer, best) {
            ui.add_space(4.0);
            ui.label(bold(side.title));
            for reason in &side.reasons {
                if style::can_wait(ui) {
                    return;
                }
                self.reason(ui, answer, best, reason, side.speaks_for);
            }
        }
    }

    fn reason(
        &mut self,
        ui: &mut Ui,
        answer: &Answer,
        best: AlternativeId,
        reason: &Reason,
        speaks_for: bool,
    ) {
        let words = self.teller.words;
        let told = self
            .teller
            .reason(&self.analyses.answers, answer, best, reason);
        let palette = palette(ui);
        let (sign, ink) = if speaks_for {
            ("+", palette.accent)
        } else {
            ("\u{2212}", palette.against)
        };
        let text = RichText::new(told.why).size(SMALL + 1.0);
        let response = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(bold(sign).size(SMALL + 1.0).color(color(ink)));
                ui.add(Button::new(text).frame(false).wrap())
            })
            .inner
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(words.with(
                "reason-go",
                &[
                    ("points", words.signed_points(reason.points, 1)),
                    ("basis", told.basis),
                ],
            ));
        if response.clicked() {
            let measure = &self.teller.knowledge.measures[reason.measure];
            let factor = &self.teller.knowledge.factors[measure.factor];
            let quantity = measure.reading.leading_slider();
            self.asked.push(Command::JumpTo(Jump {
                factor: factor.id.clone(),
                quantity: quantity.map(|quantity| factor.quantities[quantity].id.clone()),
            }));
        }
    }
}
