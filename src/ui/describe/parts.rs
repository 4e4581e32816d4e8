//! What the screens are made of: how far one is, the question, the way on.

use eframe::egui::{Align, Button, Id, Label, Layout, Response, RichText, Ui, vec2};

use super::flow::{Screen, Step};
use crate::ui::asking::{Cursor, Measures, muted_ink, primary, quiet, ring, steps};
use crate::ui::paint::style::{bold, color, palette};
use crate::ui::session::Session;
use crate::wording::Teller;

/// A screen with a question while it is shown.
pub struct Page<'a> {
    pub measures: Measures,
    pub session: &'a Session,
    pub teller: Teller<'a>,
    /// Which step this is, from 1.
    pub number: usize,
    pub count: usize,
    pub is_last: bool,
    /// The name of the scenario, where there are several.
    pub scenario: String,
    /// How many rows of answers there are; after the last, the way on has the focus.
    pub rows: usize,
    /// Whether nothing is answered yet.
    pub can_skip: bool,
    pub cursor: &'a mut Cursor,
    /// The controls that take the key of the next screen for themselves.
    pub buttons: &'a mut Vec<Id>,
    /// Where someone wants to go.
    pub step: Option<Step>,
}

impl Page<'_> {
    /// How far the description is, and the way to the sliders.
    pub fn progress(&mut self, ui: &mut Ui) {
        let (words, measures) = (self.teller.words, self.measures);
        let args = [
            ("number", self.number.to_string()),
            ("count", self.count.to_string()),
        ];
        let told = if self.is_last {
            words.get("describe-done")
        } else {
            words.with("describe-progress", &args)
        };
        // Which of several scenarios is described.
        let shown = match self.scenario.as_str() {
            "" => told.clone(),
            scenario => format!("{told} · {scenario}"),
        };
        let palette = palette(ui);
        let line = vec2(ui.available_width(), 26.0 * measures.scale());
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(line, layout, |ui| {
            ui.set_min_height(line.y);
            let text = words.get("describe-sliders");
            if self.quiet(ui, &text, true).clicked() {
                self.step = Some(Step::Leave);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let told = bold(shown).size(measures.text());
                ui.label(told.color(color(palette.accent)));
            });
        });
        ui.add_space(4.0);
        steps(ui, self.number, self.count, &told);
    }

    /// The question of the screen, and what helps to answer it.
    pub fn question(&mut self, ui: &mut Ui, question: &str, help: &str) {
        let measures = self.measures;
        ui.add_space(measures.between() * 0.5);
        ui.add(Label::new(bold(question).size(measures.question())).wrap());
        self.muted(ui, help);
        ui.add_space(measures.between());
    }

    pub fn muted(&self, ui: &mut Ui, text: &str) {
        let text = RichText::new(text).size(self.measures.text());
        ui.add(Label::new(text.color(color(palette(ui).muted))).wrap());
    }

    /// Back, on, or on without an answer.
    pub fn ways(&mut self, ui: &mut Ui) {
        let (words, measures) = (self.teller.words, self.measures);
        // From the right: so the tabulator leads on before it leads back.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let on = words.get(if self.is_last {
                "describe-show"
            } else {
                "describe-next"
            });
            let response = primary(ui, measures, &on);
            if self.cursor.moved && self.cursor.row >= self.rows {
                response.request_focus();
            }
            // The key of the next screen does what it does: it is not one of those that take that key.
            if response.clicked() {
                self.step = Some(Step::Next);
            }
            if self.can_skip {
                let skip = words.get("describe-skip");
                if self.quiet(ui, &skip, true).clicked() {
                    self.step = Some(Step::Next);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let back = words.get("describe-back");
                if self.quiet(ui, &back, self.number > 1).clicked() {
                    self.step = Some(Step::Back);
                }
                if (1..usize::MAX).contains(&self.rows) {
                    self.keys(ui);
                }
            });
        });
    }

    /// Which keys answer, where there is room to say so.
    fn keys(&self, ui: &mut Ui) {
        let text = RichText::new(self.teller.words.get("describe-keys"));
        let label = Label::new(text.size(self.measures.small()).color(muted_ink(ui)));
        ui.add_space(16.0);
        ui.add(label.truncate());
    }

    /// A button that does not ask for attention.
    pub fn quiet(&mut self, ui: &mut Ui, text: &str, enabled: bool) -> Response {
        let response = quiet(ui, self.measures, text, enabled);
        self.buttons.push(response.id);
        response
    }

    /// A button beside the main one.
    pub fn secondary(&mut self, ui: &mut Ui, text: &str) -> Response {
        let label = RichText::new(text).size(self.measures.text());
        let height = self.measures.control() * 0.8;
        let response = ui.add(Button::new(label).min_size(vec2(0.0, height)));
        ring(ui, &response);
        self.buttons.push(response.id);
        response
    }

    /// Goes to another screen.
    pub fn to(&mut self, screen: Screen) {
        self.step = Some(Step::To(screen));
    }
}
