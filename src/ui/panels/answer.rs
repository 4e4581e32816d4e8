//! The right of the window: how well each attachment fits, the other answers, and the reasons.

use eframe::egui::{
    Align2, Button, CornerRadius, CursorIcon, FontFamily, FontId, Rect, RichText, Role, Sense, Ui,
    pos2, vec2,
};

use crate::analysis::{Answer, Reason, Verdict};
use crate::i18n::Words;
use crate::model::{Condition, Knowledge, Question};
use crate::ui::analyses::Analyses;
use crate::ui::command::{Command, Jump};
use crate::ui::paint::style::{
    self, BODY, SMALL, TITLE, bold, bold_family, card, color, palette, small,
};
use crate::ui::paint::widgets::labelled;
use crate::wording;

pub struct AnswerPanel<'a> {
    pub knowledge: &'a Knowledge,
    pub analyses: &'a Analyses,
    pub words: &'a Words,
    pub asked: &'a mut Vec<Command>,
}

impl AnswerPanel<'_> {
    pub fn show(&mut self, ui: &mut Ui) {
        let knowledge = self.knowledge;
        let answers = &self.analyses.answers;
        for answer in &answers.answers {
            if style::can_wait(ui) {
                return;
            }
            let question = &knowledge.questions[answer.question];
            let main = question.id == "attachment";
            card(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(small(ui, question.label.get(self.words.lang())));
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
        let Some(next) = wording::next_question(self.knowledge, gains, self.words) else {
            return;
        };
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(small(ui, self.words.get("next-title")));
            ui.label(next);
        });
    }

    /// The article's warnings that hold, in words.
    fn warnings(&self, ui: &mut Ui) {
        if self.analyses.warnings.is_empty() {
            return;
        }
        let words = self.words;
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(small(ui, words.get("warnings-title")));
            for &index in &self.analyses.warnings {
                let warning = &self.knowledge.warnings[index];
                let ink = color(palette(ui).against);
                let text = format!("⚠ {}", warning.text.get(words.lang()));
                ui.label(RichText::new(text).color(ink))
                    .on_hover_text(wording::basis(self.knowledge, &warning.basis, words));
                if warning.when == Condition::Unattended {
                    let points =
                        wording::unattended(self.knowledge, &self.analyses.coverage, words);
                    ui.label(small(ui, points));
                }
            }
        });
    }

    /// The answer itself, or what is too close to call, in large type.
    fn kept(&self, ui: &mut Ui, question: &Question, answer: &Answer) {
        let words = self.words;
        let kept = match &answer.verdict {
            Verdict::TooClose(_) => words.with(
                "verdict-close-short",
                &[("choices", wording::kept(question, answer, words))],
            ),
            Verdict::Decided(_) | Verdict::Impossible => wording::kept(question, answer, words),
        };
        ui.label(bold(kept).size(TITLE));
        let leading = answer.ranking.first().map(|&a| &question.alternatives[a]);
        if let Some(evidence) = leading.and_then(|a| a.evidence.as_ref()) {
            let source = wording::evidence_source(self.knowledge, evidence, words);
            ui.label(small(ui, evidence.text.get(words.lang())))
                .on_hover_text(source);
        }
    }

    /// The other alternatives of a question, in one line.
    fn others(&self, ui: &mut Ui, question: &Question, answer: &Answer) {
        let words = self.words;
        let fits: Vec<String> = answer
            .ranking
            .iter()
            .map(|&a| {
                let label = wording::label(question, a, words);
                format!("{label}\u{a0}{}", words.number(answer.fit(a), 0))
            })
            .collect();
        ui.label(small(ui, fits.join(" · ")))
            .on_hover_text(wording::verdict(question, answer, words));
    }

    fn bars(&self, ui: &mut Ui, question: &Question, answer: &Answer) {
        let absent = (0..question.alternatives.len()).filter(|&a| !answer.available[a]);
        for alternative in answer.ranking.iter().copied().chain(absent) {
            self.bar(ui, question, answer, alternative);
        }
        ui.label(small(ui, self.words.get("fit-help")));
    }

    fn bar(&self, ui: &mut Ui, question: &Question, answer: &Answer, alternative: usize) {
        let palette = palette(ui);
        let words = self.words;
        let available = answer.available[alternative];
        let kept = answer.kept().contains(&alternative);
        let label = question.alternatives[alternative].label.get(words.lang());
        let value = if available {
            words.number(answer.fit(alternative), 1)
        } else {
            words.get("absent")
        };
        let leads = self.analyses.survey.questions()[answer.question].acceptability(alternative, 0);
        let leads = leads.map(|share| wording::leads(share, words));
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
        let question = &self.knowledge.questions[answer.question];
        if !answer.decided()
            && let Some(apart) = wording::set_apart(self.knowledge, question, answer, self.words)
        {
            ui.label(apart);
        }
        for side in wording::sides(self.knowledge, answer, best, self.words) {
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
        let words = self.words;
        let told = wording::reason(
            self.knowledge,
            &self.analyses.answers,
            answer,
            best,
            reason,
            words,
        );
        let palette = palette(ui);
        let ink = color(if speaks_for {
            palette.accent
        } else {
            palette.against
        });
        let head = words.with(
            "reason-head",
            &[
                ("measure", told.measure),
                ("value", words.number(told.value, 0)),
                ("points", words.signed(reason.points, 1)),
            ],
        );
        let button = Button::new(bold(head).size(SMALL + 1.0).color(ink))
            .frame(false)
            .wrap();
        let response = ui
            .add(button)
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(words.with("reason-go", &[("basis", told.basis)]));
        if response.clicked() {
            let measure = self.knowledge.measure(reason.measure);
            let factor = self.knowledge.measure_factor(reason.measure);
            self.asked.push(Command::JumpTo(Jump {
                factor: self.knowledge.factors[factor].id.clone(),
                quantity: measure.leading_quantity().map(str::to_owned),
            }));
        }
        ui.label(small(ui, told.why));
    }
}
