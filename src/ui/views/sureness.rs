//! The view "how sure": what would change the answer, how often each alternative comes first, and
//! what to find out next.

use eframe::egui::{Button, Label, Role, Slider, SliderClamping, Ui, WidgetInfo};

use crate::analysis::TOLD_TURNS;
use crate::model::{AlternativeId, QuestionId};
use crate::ui::analyses::Analyses;
use crate::ui::command::Command;
use crate::ui::paint::scroll::scroll;
use crate::ui::paint::style::{GAP, TITLE, bold, small};
use crate::ui::paint::widgets::{labelled, number};
use crate::ui::views::shares::{Columns, Rank};
use crate::wording::Teller;

/// The least that knowing a factor has to bring to be told, in per cent: what is rounded to more than 0.
const SMALLEST_GAIN: f64 = 0.05;

pub struct Sureness<'a> {
    pub teller: Teller<'a>,
    /// How far the weights are in doubt, 0 to 100.
    pub doubt: f64,
    /// Whether only their order is known.
    pub by_order: bool,
    pub analyses: &'a Analyses,
    /// Whether there is a change to take back.
    pub can_undo: bool,
}

impl Sureness<'_> {
    pub fn show(&self, ui: &mut Ui, asked: &mut Vec<Command>) {
        scroll(ui, |ui| {
            self.changes(ui, asked);
            ui.add_space(10.0);
            self.acceptability(ui, asked);
            ui.add_space(10.0);
            self.information(ui);
        });
    }

    fn title(&self, ui: &mut Ui, key: &str) {
        ui.label(bold(self.teller.words.get(key)).size(TITLE));
    }

    fn changes(&self, ui: &mut Ui, asked: &mut Vec<Command>) {
        let words = self.teller.words;
        self.title(ui, "changes-title");
        let (turns, verdicts) = (&self.analyses.turns, &self.analyses.verdicts);
        for turn in turns.found().iter().take(TOLD_TURNS) {
            if self.offer(ui, &self.teller.turn(turn)) {
                asked.push(Command::Move(vec![(turn.lever, turn.to)]));
            }
        }
        if let Some(none) = self.teller.no_turn(verdicts, turns) {
            ui.label(none);
        }
        let answer = self.analyses.answers.attachment();
        if let Some(joint) = &self.analyses.joint
            && let Some(sentence) = self.teller.joint_flip(answer, joint)
            && self.offer(ui, &sentence)
        {
            let moves = joint.moves.iter();
            let moves = moves.map(|flip| (flip.lever, flip.to)).collect();
            asked.push(Command::Move(moves));
        }
        ui.horizontal_wrapped(|ui| {
            let undo = Button::new(words.get("command-undo"));
            if ui.add_enabled(self.can_undo, undo).clicked() {
                asked.push(Command::Undo);
            }
            ui.label(small(ui, words.get("changes-help")));
        });
    }

    /// A sentence and the button that applies it.
    fn offer(&self, ui: &mut Ui, sentence: &str) -> bool {
        ui.horizontal_top(|ui| {
            let button = ui.button(self.teller.words.get("apply"));
            let name = self.teller.words.with("apply-of", &[("change", sentence)]);
            button.widget_info(|| labelled(Role::Button, &name));
            // Beside the button, also where it goes on in a second line.
            ui.vertical(|ui| {
                ui.add_space(2.0);
                ui.add(Label::new(sentence).wrap());
            });
            button.clicked()
        })
        .inner
    }

    fn acceptability(&self, ui: &mut Ui, asked: &mut Vec<Command>) {
        let words = self.teller.words;
        self.title(ui, "acceptability-title");
        ui.label(small(ui, words.get("acceptability-help")));
        let mut doubt = self.doubt;
        ui.horizontal(|ui| {
            let name = words.get("weight-doubt");
            ui.label(&name);
            let slider = ui.add(
                Slider::new(&mut doubt, 0.0..=100.0)
                    .step_by(1.0)
                    .clamping(SliderClamping::Edits)
                    .show_value(false),
            );
            slider.widget_info(|| WidgetInfo::slider(true, doubt, &name));
            let number_name = words.with("number-of", &[("name", name.as_str())]);
            number(ui, &mut doubt, &number_name, words);
        });
        let mut by_order = self.by_order;
        ui.horizontal_wrapped(|ui| {
            ui.checkbox(&mut by_order, words.get("by-order"))
                .on_hover_text(words.get("by-order-help"));
            let command = Command::WeighFactors;
            if ui.button(words.get(command.row().name)).clicked() {
                asked.push(command);
            }
        });
        if by_order != self.by_order {
            asked.push(Command::ByOrder(by_order));
        }
        if doubt != self.doubt {
            asked.push(Command::Doubt(doubt));
        }
        let (knowledge, answers) = (self.teller.knowledge, &self.analyses.answers.answers);
        let labels: Vec<String> = knowledge
            .questions
            .pairs()
            .flat_map(|(at, question)| {
                let ranked = answers[at].ranking.iter();
                ranked.map(move |&alternative| self.teller.label(question, alternative))
            })
            .collect();
        let most = answers.iter().map(|answer| answer.ranking.len()).max();
        let names = labels.iter().map(String::as_str);
        let columns = Columns::new(ui, names, most.unwrap_or(1).saturating_sub(1));
        for index in knowledge.questions.ids() {
            self.question(ui, index, columns);
        }
    }

    /// The rank acceptabilities of one question.
    fn question(&self, ui: &mut Ui, index: QuestionId, columns: Columns) {
        let words = self.teller.words;
        let lang = words.lang();
        let question = &self.teller.knowledge.questions[index];
        let answer = &self.analyses.answers.answers[index];
        let survey = &self.analyses.survey.questions()[index];
        ui.add_space(GAP);
        ui.label(bold(question.label.get(lang)));
        let ranks = 0..answer.ranking.len();
        columns.heads(ui, ranks.clone().map(|rank| self.teller.rank(rank + 1)));
        for (place, &alternative) in answer.ranking.iter().enumerate() {
            let name = self.teller.label(question, alternative);
            let of_row = if place == 0 { Rank::First } else { Rank::Other };
            let label = columns.row(ui, &name, of_row, |ui| {
                for rank in ranks.clone() {
                    let Some(share) = survey.acceptability(alternative, rank) else {
                        continue;
                    };
                    let text = words.percent(share.value);
                    let args = [
                        ("name", name.clone()),
                        ("place", self.teller.rank(rank + 1)),
                        ("share", text.clone()),
                        ("error", words.number(100.0 * share.error, 1)),
                    ];
                    let told = words.with("acceptability-of", &args);
                    match rank.checked_sub(1) {
                        None => columns.bar(ui, share.value, &text, of_row, &told),
                        Some(at) => columns.number(ui, at, &text, &told),
                    }
                }
            });
            label.on_hover_text(self.confidence(index, alternative));
        }
        let Some((&first, others)) = answer.ranking.split_first() else {
            return;
        };
        let wins: Vec<String> = others
            .iter()
            .filter_map(|&other| {
                let share = words.percent(survey.pairwise(first, other)?);
                let args = [
                    ("name", self.teller.label(question, other)),
                    ("share", share),
                ];
                Some(words.with("pairwise-win", &args))
            })
            .collect();
        if !wins.is_empty() {
            let wins: Vec<&str> = wins.iter().map(String::as_str).collect();
            let args = [
                ("first", self.teller.label(question, first)),
                ("wins", words.all(&wins)),
            ];
            ui.label(small(ui, words.with("pairwise", &args)));
        }
    }

    /// The confidence factor, and the central weights behind it, in words: for those who ask, for it is
    /// no confidence in the answer.
    fn confidence(&self, index: QuestionId, alternative: AlternativeId) -> String {
        let words = self.teller.words;
        let survey = &self.analyses.survey.questions()[index];
        let (Some(confidence), Some(central)) = (
            survey.confidence(alternative),
            survey.central_weights(alternative),
        ) else {
            return words.get("never-first");
        };
        let weights: Vec<String> = self
            .teller
            .knowledge
            .factors
            .iter()
            .zip(&central)
            .map(|(factor, weight)| {
                let weight = words.percent(*weight);
                format!("{}\u{a0}{weight}", factor.label.get(words.lang()))
            })
            .collect();
        let args = [
            ("weights", weights.join(", ")),
            ("share", words.percent(confidence)),
        ];
        words.with("central-weights", &args)
    }

    fn information(&self, ui: &mut Ui) {
        let words = self.teller.words;
        self.title(ui, "information-title");
        let Some(gains) = &self.analyses.information else {
            ui.label(words.get("information-wait"));
            return;
        };
        ui.label(
            self.teller
                .next_question(gains)
                .unwrap_or_else(|| words.get("information-none")),
        );
        // Nothing is told that says nothing: a gain within its own error may be none.
        let factors = self.teller.knowledge.factors.iter().zip(gains);
        let mut told: Vec<_> = factors
            .map(|(factor, gain)| (factor.label.get(words.lang()), *gain))
            .filter(|(_, gain)| gain.value > 0.005 && gain.value > 2.0 * gain.error)
            // What would be told as nothing says nothing.
            .filter(|(_, gain)| 100.0 * gain.value >= SMALLEST_GAIN)
            .collect();
        told.sort_by(|(_, a), (_, b)| b.value.total_cmp(&a.value));
        let Some(most) = told.first().map(|(_, gain)| gain.value) else {
            return;
        };
        let columns = Columns::new(ui, told.iter().map(|(name, _)| *name), 0);
        columns.heads(ui, std::iter::once(words.get("information-head")));
        for (place, (name, gain)) in told.into_iter().enumerate() {
            let rank = if place == 0 { Rank::First } else { Rank::Other };
            columns.row(ui, name, rank, |ui| {
                let shown = words.signed(100.0 * gain.value, 1);
                let told = words.with("information-gain", &[("name", name), ("gain", &shown)]);
                let text = words.with("percent", &[("value", shown)]);
                columns.bar(ui, gain.value / most, &text, rank, &told);
            });
        }
    }
}
