//! The right of the window: how well each attachment fits, the other answers, and the reasons.

use eframe::egui::{
    Align2, Button, CornerRadius, CursorIcon, FontFamily, FontId, Rect, RichText, Role, Sense, Ui,
    pos2, vec2,
};

use crate::analysis::{Answer, Reason, Verdict};
use crate::model::{Condition, Question};
use crate::ui::analyses::Analyses;
use crate::ui::command::{Command, Jump};
use crate::ui::paint::style::{
    self, BODY, SMALL, TITLE, bold, bold_family, card, color, palette, small,
};
use crate::ui::paint::widgets::labelled;
use crate::wording::Teller;

pub struct AnswerPanel<'a> {
    pub teller: Teller<'a>,
    pub analyses: &'a Analyses,
    pub asked: &'a mut Vec<Command>,
}

impl AnswerPanel<'_> {
    pub fn show(&mut self, ui: &mut Ui) {
        let knowledge = self.teller.knowledge;
        let answers = &self.analyses.answers;
        for answer in &answers.answers {
            if style::can_wait(ui) {
                return;
            }
            let question = &knowledge.questions[answer.question];
            let main = answer.question == knowledge.always.attachment;
            card(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(small(ui, question.label.get(self.teller.words.lang())));
                self.kept(ui, question, answer);
                if main {
                    self.bars(ui, question, answer);
                    self.reasons(ui, answer);
                } else {
                    self.others(ui, question, answer);
                }
            });
            if main {
                self.next_question(ui);
                self.warnings(ui);
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
    fn warnings(&self, ui: &mut Ui) {
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
                let text = format!("⚠ {}", warning.text.get(words.lang()));
                ui.label(RichText::new(text).color(ink))
                    .on_hover_text(self.teller.basis(&warning.basis));
                if warning.when == Condition::Unattended {
                    let points = self.teller.unattended(&self.analyses.coverage);
                    ui.label(small(ui, points));
                }
            }
        });
    }

    /// The answer itself, or what is too close to call, in large type.
    fn kept(&self, ui: &mut Ui, question: &Question, answer: &Answer) {
        let words = self.teller.words;
        let kept = match &answer.verdict {
            Verdict::TooClose(_) => words.with(
                "verdict-close-short",
                &[("choices", self.teller.kept(question, answer))],
            ),
            Verdict::Decided(_) | Verdict::Impossible => self.teller.kept(question, answer),
        };
        ui.label(bold(kept).size(TITLE));
        let leading = answer.ranking.first().map(|&a| &question.alternatives[a]);
        if let Some(evidence) = leading.and_then(|a| a.evidence.as_ref()) {
            let source = self.teller.evidence_source(evidence);
            ui.label(small(ui, evidence.text.get(words.lang())))
                .on_hover_text(source);
        }
    }

    /// The other alternatives of a question, in one line.
    fn others(&self, ui: &mut Ui, question: &Question, answer: &Answer) {
        let words = self.teller.words;
        let fits: Vec<String> = answer
            .ranking
            .iter()
            .map(|&a| {
                let label = self.teller.label(question, a);
                format!("{label}\u{a0}{}", words.number(answer.fit(a), 0))
            })
            .collect();
        ui.label(small(ui, fits.join(" · ")))
            .on_hover_text(self.teller.verdict(question, answer));
    }

    fn bars(&self, ui: &mut Ui, question: &Question, answer: &Answer) {
        let absent = (0..question.alternatives.len()).filter(|&a| !answer.available[a]);
        for alternative in answer.ranking.iter().copied().chain(absent) {
            self.bar(ui, question, answer, alternative);
        }
        ui.label(small(ui, self.teller.words.get("fit-help")));
    }

    fn bar(&self, ui: &mut Ui, question: &Question, answer: &Answer, alternative: usize) {
        let palette = palette(ui);
        let words = self.teller.words;
        let available = answer.available[alternative];
        let kept = answer.kept().contains(&alternative);
        let label = question.alternatives[alternative].label.get(words.lang());
        let value = if available {
            words.number(answer.fit(alternative), 1)
        } else {
            words.get("absent")
        };
        let leads = self.analyses.survey.questions()[answer.question].acceptability(alternative, 0);
        let leads = leads.map(|share| self.teller.leads(share));
        let size = vec2(
            ui.available_width(),
            if leads.is_some() { 54.0 } else { 38.0 },
        );
        let (area, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| {
            let args = [("label", label), ("fit", value.as_str())];
            let told: Vec<String> = std::iter::once(words.with("fit-of", &args))
                .chain(leads.clone())
                .collect();
            labelled(Role::Meter, &told.join(", "))
        });
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
        painter.text(at, Align2::LEFT_CENTER, label, font.clone(), ink);
        let rail = Rect::from_min_max(
            pos2(area.left(), area.top() + 23.0),
            pos2(area.right(), area.top() + 33.0),
        );
        if available {
            let at = pos2(area.right(), baseline);
            painter.text(at, Align2::RIGHT_CENTER, value, font, ink);
            painter.rect_filled(rail, CornerRadius::same(5), color(palette.control));
            let mut fill = rail;
            let share = (answer.fit(alternative) / 100.0).clamp(0.0, 1.0) as f32;
            fill.set_width(rail.width() * share);
            let ink = if kept { palette.accent } else { palette.line };
            painter.rect_filled(fill, CornerRadius::same(5), color(ink));
        } else {
            // No bar for what the company lacks: the words stand in its place.
            let font = FontId::new(SMALL, FontFamily::Proportional);
            painter.text(rail.left_center(), Align2::LEFT_CENTER, value, font, ink);
        }
        if let Some(leads) = leads {
            let at = pos2(area.left(), area.top() + 44.0);
            let font = FontId::new(SMALL, FontFamily::Proportional);
            painter.text(at, Align2::LEFT_CENTER, leads, font, color(palette.muted));
        }
    }

    fn reasons(&mut self, ui: &mut Ui, answer: &Answer) {
        let Some(&best) = answer.ranking.first() else {
            return;
        };
        let question = &self.teller.knowledge.questions[answer.question];
        if !answer.decided()
            && let Some(apart) = self.teller.set_apart(question, answer)
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
        best: usize,
        reason: &Reason,
        speaks_for: bool,
    ) {
        let words = self.teller.words;
        let departments = &self.analyses.scenario().departments;
        let told = self
            .teller
            .reason(departments, &self.analyses.answers, answer, best, reason);
        let palette = palette(ui);
        let ink = color(if speaks_for {
            palette.accent
        } else {
            palette.against
        });
        let button = Button::new(bold(told.why).size(SMALL + 1.0).color(ink))
            .frame(false)
            .wrap();
        let response = ui
            .add(button)
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(words.with(
                "reason-go",
                &[
                    ("points", words.signed_points(reason.points, 1)),
                    ("basis", told.basis),
                ],
            ));
        if response.clicked() {
            let measure = self.teller.knowledge.measure(reason.measure);
            let factor = &self.teller.knowledge.factors[measure.factor];
            let quantity = measure.reading.leading_slider();
            self.asked.push(Command::JumpTo(Jump {
                factor: factor.id.clone(),
                quantity: quantity.map(|quantity| factor.quantities[quantity].id.clone()),
            }));
        }
    }
}
