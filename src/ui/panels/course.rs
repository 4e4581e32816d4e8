//! The right of the window while time is looked at: what changes and why, what evolving gains over
//! freezing, and when contact points can open.

use eframe::egui::{Button, Role, Ui};

use crate::analysis::{Evolution, Moment, Place};
use crate::ui::paint::style::{bold, card, small};
use crate::ui::paint::widgets::labelled;
use crate::ui::player::Player;
use crate::wording::Dated;

pub struct EvolutionPanel<'a> {
    pub dated: Dated<'a>,
    pub evolution: &'a Evolution,
    pub player: &'a mut Player,
}

impl EvolutionPanel<'_> {
    pub fn show(&mut self, ui: &mut Ui) {
        self.card(ui, Self::changes);
        self.card(ui, Self::freeze);
        self.card(ui, Self::openings);
        self.card(ui, Self::stage);
    }

    fn card(&mut self, ui: &mut Ui, inside: impl FnOnce(&mut Self, &mut Ui)) {
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            inside(self, ui);
        });
    }

    fn moment(&self) -> &Moment {
        self.player.moment(self.evolution)
    }

    fn changes(&mut self, ui: &mut Ui) {
        let words = self.dated.teller.words;
        ui.label(small(ui, words.get("course-changes")));
        let course = &self.evolution.course;
        if course.changes.is_empty() {
            for line in self.dated.changes(course) {
                ui.label(line);
            }
        }
        let mut asked = None;
        for change in &course.changes {
            let told = self.dated.change(course, change);
            let here = change.quarter == self.player.quarter();
            let text = if here {
                bold(told.as_str())
            } else {
                told.as_str().into()
            };
            let button = ui.add(Button::new(text).wrap().frame(false).selected(here));
            let name = words.with("course-go", &[("change", told.as_str())]);
            button.widget_info(|| labelled(Role::Button, &name));
            if button.clicked() {
                asked = Some(change.quarter);
            }
        }
        if let Some(quarter) = asked {
            self.player.go(quarter);
        }
    }

    fn freeze(&mut self, ui: &mut Ui) {
        let words = self.dated.teller.words;
        ui.label(small(ui, words.get("course-freeze")));
        for line in self.dated.freeze(&self.evolution.freeze) {
            ui.label(line);
        }
    }

    fn openings(&mut self, ui: &mut Ui) {
        let words = self.dated.teller.words;
        ui.label(small(ui, words.get("course-openings")))
            .on_hover_text(words.get("course-openings-help"));
        let end = self.evolution.course.quarters();
        let today = &self.evolution.course.moments[0];
        if let Some(told) = self.dated.teller.not_known(&today.coverage) {
            ui.label(told);
        }
        for place in Place::ALL {
            let points = self.evolution.openings.points.iter();
            let mut points = points.filter(|point| point.place() == place).peekable();
            if points.peek().is_none() {
                continue;
            }
            let (title, why) = self.dated.place(place, end);
            ui.label(bold(title));
            ui.label(small(ui, why));
            for point in points {
                let sign = if point.is_open(self.player.quarter()) {
                    "✔"
                } else {
                    "⏳"
                };
                // What never opens waits for nothing.
                let sign = if place == Place::Never { "–" } else { sign };
                ui.label(format!("{sign} {}", self.dated.placed(point)));
            }
        }
    }

    /// The stage of maturity, and what was published about it.
    fn stage(&mut self, ui: &mut Ui) {
        let (knowledge, words) = (self.dated.teller.knowledge, self.dated.teller.words);
        let Some(index) = self.moment().stage(knowledge) else {
            return;
        };
        let stage = &knowledge.evolution.stages[index];
        if let Some(told) = self.dated.teller.stage(self.moment()) {
            ui.label(bold(told));
        }
        if let Some(age) = self
            .dated
            .teller
            .benchmarks()
            .filter(|_| !stage.evidence.is_empty())
        {
            ui.label(small(ui, age));
        }
        for evidence in &stage.evidence {
            ui.label(evidence.text.get(words.lang()));
            ui.label(small(ui, self.dated.teller.evidence_source(evidence)));
        }
    }
}
