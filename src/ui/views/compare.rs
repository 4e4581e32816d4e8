//! The view "compare": two scenarios side by side, what differs between them, and what makes their
//! answers differ.

use eframe::egui::{Align, ComboBox, Grid, Layout, Role, Ui, vec2};

use crate::analysis::{Answers, Inputs, Verdicts, answer_differences};
use crate::chart::Structure;
use crate::model::{Profile, Scenario};
use crate::ui::analyses::Analyses;
use crate::ui::paint::glide::Glide;
use crate::ui::paint::scroll::scroll;
use crate::ui::paint::style::{TITLE, bold, small};
use crate::ui::paint::widgets::labelled;
use crate::ui::panels::scenarios;
use crate::ui::views::chart;
use crate::wording::Teller;

/// Share of the height for the charts.
const CHARTS: f32 = 0.5;
const CHARTS_LEAST: f32 = 180.0;
const TOLD: usize = 4;

/// Which scenario is compared with the active one.
#[derive(Default)]
pub struct Compare {
    other: usize,
    glides: [Glide; 2],
    /// How sure the other scenario's answers are.
    judged: Option<(Scenario, Verdicts)>,
}

impl Compare {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        teller: Teller<'_>,
        analyses: &Analyses,
        profile: &Profile,
        active: usize,
    ) {
        let (knowledge, words) = (teller.knowledge, teller.words);
        let scenarios = &profile.scenarios;
        let names = scenarios::names(scenarios, teller);
        if names.len() < 2 {
            ui.label(words.get("compare-alone"));
            return;
        }
        if self.other == active || self.other >= names.len() {
            self.other = usize::from(active == 0);
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(words.with("compare-with", &[("name", names[active].as_str())]));
            let shown = ComboBox::from_id_salt("compare-other")
                .selected_text(names[self.other].as_str())
                .show_ui(ui, |ui| {
                    for (index, name) in names.iter().enumerate().filter(|(i, _)| *i != active) {
                        ui.selectable_value(&mut self.other, index, name);
                    }
                });
            let name = words.get("compare-other");
            let response = shown.response;
            response.widget_info(|| labelled(Role::ComboBox, &name));
        });
        let sides = [active, self.other].map(|place| scenarios.at(place));
        let read = |scenario| Answers::new(knowledge, Inputs::read(knowledge, scenario));
        let answers = sides.map(read);
        let known = self.judged.take().filter(|(of, _)| of == sides[1]);
        let (of, verdicts) = known.unwrap_or_else(|| {
            let verdicts = analyses.judge(knowledge, sides[1], &answers[1]);
            (sides[1].clone(), verdicts)
        });
        let (_, other) = self.judged.insert((of, verdicts));
        let verdicts = [&analyses.verdicts, other];
        let height = (CHARTS * ui.available_height()).max(CHARTS_LEAST);
        ui.columns(2, |columns| {
            for (side, column) in columns.iter_mut().enumerate() {
                column.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.label(bold(&names[[active, self.other][side]]).size(TITLE));
                    let teller = teller.of(sides[side]);
                    let sentence = teller.headline(verdicts[side]);
                    ui.label(small(ui, sentence));
                    let size = vec2(ui.available_width(), height);
                    ui.allocate_ui(size, |ui| {
                        ui.set_min_size(size);
                        ui.set_max_size(size);
                        let (scenario, answers) = (sides[side], &answers[side]);
                        let company = &profile.header.company;
                        let verdicts = verdicts[side];
                        let structure =
                            Structure::new(teller, company, scenario, answers, verdicts);
                        let glide = &mut self.glides[side];
                        ui.push_id(("compared", side), |ui| {
                            chart::show(ui, teller, &structure, verdicts, glide, false);
                        });
                    });
                });
            }
        });
        scroll(ui, |ui| {
            let tellers = sides.map(|side| teller.of(side));
            causes(ui, tellers, &answers, verdicts);
            ui.add_space(8.0);
            ui.label(bold(words.get("compare-differences")).size(TITLE));
            let found = teller.content_changes(sides[0], sides[1]);
            if found.is_empty() {
                ui.label(words.get("nothing"));
            }
            for line in found {
                ui.label(line);
            }
        });
    }
}

/// What makes the two answers differ, question by question.
fn causes(ui: &mut Ui, tellers: [Teller<'_>; 2], answers: &[Answers; 2], verdicts: [&Verdicts; 2]) {
    let teller = tellers[0];
    let (knowledge, words) = (teller.knowledge, teller.words);
    ui.label(bold(words.get("compare-causes")).size(TITLE));
    ui.label(small(ui, words.get("compare-causes-help")));
    Grid::new("causes").striped(true).show(ui, |ui| {
        for (index, question) in knowledge.questions.pairs() {
            let [a, b] = answers.each_ref().map(|answers| &answers.answers[index]);
            ui.label(question.label.get(words.lang()));
            let [one, other] = verdicts.map(|verdicts| &verdicts.questions[index]);
            let kept = [
                tellers[0].kept(question, one),
                tellers[1].kept(question, other),
            ];
            let text = if one.kept == other.kept {
                words.with("compare-same", &[("name", kept[0].as_str())])
            } else {
                let told: Vec<String> = answer_differences(a, b)
                    .into_iter()
                    .take(TOLD)
                    .map(|(factor, points)| {
                        let label = knowledge.factors[factor].label.get(words.lang());
                        format!("{label}\u{a0}{}", words.signed(points, 1))
                    })
                    .collect();
                words.with(
                    "compare-other-answer",
                    &[
                        ("from", kept[0].clone()),
                        ("to", kept[1].clone()),
                        ("causes", told.join(", ")),
                    ],
                )
            };
            ui.label(text);
            ui.end_row();
        }
    });
}
