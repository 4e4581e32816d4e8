//! The view "compare": what differs between two scenarios, first in their answers, then in what was set;
//! below, their charts, placed alike.

use eframe::egui::{Align, ComboBox, CornerRadius, Frame, Layout, Margin, Role, Ui, vec2};

use crate::analysis::{Answers, Inputs, Verdicts, answer_differences};
use crate::chart::{SMALL, Structure, lay_out_alike};
use crate::model::{Profile, QuestionId, Scenario};
use crate::ui::analyses::Analyses;
use crate::ui::paint::glide::Glide;
use crate::ui::paint::scroll::scroll;
use crate::ui::paint::style::{TITLE, bold, color, palette, small};
use crate::ui::paint::widgets::labelled;
use crate::ui::panels::scenarios;
use crate::ui::views::chart;
use crate::wording::Teller;

/// No text of a chart is smaller, in points.
const LEAST_TYPE: f32 = 11.0;
/// Share of the width for what is compared; the two sides share the rest.
const NAMES: f32 = 0.22;
const TOLD: usize = 4;
/// Narrower than this, a row has its name over the rest.
const NARROW: f32 = 460.0;
/// At both ends of a row.
const EDGE: f32 = 8.0;
/// Charts stand side by side with this many columns or more: a single one is no chart.
const BESIDE: usize = 2;

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
        self.choice(ui, teller, &names, active);
        // From the base, or else from the other, to what is looked at.
        let places = if active == 0 {
            [active, self.other]
        } else {
            [self.other, active]
        };
        let beside = usize::from(active == 0);
        let sides = places.map(|place| scenarios.at(place));
        let read = |scenario| Answers::new(knowledge, Inputs::read(knowledge, scenario));
        let answers = sides.map(read);
        let known = self.judged.take().filter(|(of, _)| of == sides[beside]);
        let (of, verdicts) = known.unwrap_or_else(|| {
            let verdicts = analyses.judge(knowledge, sides[beside], &answers[beside]);
            (sides[beside].clone(), verdicts)
        });
        let (_, other) = self.judged.insert((of, verdicts));
        let mut verdicts = [other, &analyses.verdicts];
        if active == 0 {
            verdicts.reverse();
        }
        let compared = Compared {
            tellers: sides.map(|side| teller.of(side)),
            names: places.map(|place| names[place].as_str()),
            sides,
            answers: &answers,
            verdicts,
        };
        scroll(ui, |ui| {
            compared.answers(ui);
            ui.add_space(8.0);
            compared.settings(ui);
            ui.add_space(8.0);
            compared.charts(ui, &profile.header.company, &mut self.glides);
        });
    }

    /// Which scenario the active one is compared with.
    fn choice(&mut self, ui: &mut Ui, teller: Teller<'_>, names: &[String], active: usize) {
        let words = teller.words;
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
    }
}

/// Two scenarios, what is compared from first.
struct Compared<'a> {
    tellers: [Teller<'a>; 2],
    names: [&'a str; 2],
    sides: [&'a Scenario; 2],
    answers: &'a [Answers; 2],
    verdicts: [&'a Verdicts; 2],
}

impl Compared<'_> {
    /// What both answer to each question, those that they answer otherwise first.
    fn answers(&self, ui: &mut Ui) {
        let (knowledge, words) = (self.tellers[0].knowledge, self.tellers[0].words);
        let differs = |at: QuestionId| {
            let [one, other] = self.verdicts.map(|verdicts| &verdicts.questions[at].kept);
            one != other
        };
        let (other, same): (Vec<QuestionId>, Vec<QuestionId>) =
            knowledge.questions.ids().partition(|&at| differs(at));
        ui.label(bold(words.get("compare-causes")).size(TITLE));
        if other.is_empty() {
            ui.label(words.get("compare-all-same"));
        }
        row(ui, "", self.names, Tone::Strong);
        for at in other {
            let short = knowledge.questions[at].short.get(words.lang());
            let cells = self.cells(at);
            let frame = Frame::new()
                .fill(color(palette(ui).notice))
                .corner_radius(CornerRadius::same(6))
                .inner_margin(Margin::symmetric(0, 2));
            frame.show(ui, |ui| {
                let name = words.with("compare-differs", &[("name", short)]);
                row(
                    ui,
                    &name,
                    cells.each_ref().map(String::as_str),
                    Tone::Strong,
                );
                if let Some(told) = self.causes(at) {
                    row(ui, "", [&told], Tone::Quiet);
                }
            });
        }
        for at in same {
            let short = knowledge.questions[at].short.get(words.lang());
            let [one, other] = self.cells(at);
            // How sure it is may differ all the same.
            row(ui, short, [one.as_str(), other.as_str()], Tone::Quiet);
        }
    }

    /// What both answer to a question, and how sure each is.
    fn cells(&self, at: QuestionId) -> [String; 2] {
        [0, 1].map(|side| {
            let (teller, verdict) = (self.tellers[side], &self.verdicts[side].questions[at]);
            let chip = teller.chip(&self.answers[side].answers[at], verdict);
            let Some(certainty) = chip.certainty else {
                return chip.answer;
            };
            let certainty = teller.certainty(certainty);
            let args = [("answer", chip.answer), ("certainty", certainty)];
            teller.words.with("compare-answer", &args)
        })
    }

    /// Which factors make a question be answered otherwise.
    fn causes(&self, at: QuestionId) -> Option<String> {
        let (knowledge, words) = (self.tellers[0].knowledge, self.tellers[0].words);
        let [a, b] = self.answers.each_ref().map(|answers| &answers.answers[at]);
        let told: Vec<String> = answer_differences(a, b)
            .into_iter()
            .take(TOLD)
            .map(|(factor, points)| {
                let label = knowledge.factors[factor].label.get(words.lang());
                format!("{label}\u{a0}{}", words.signed(points, 1))
            })
            .collect();
        let args = [("causes", told.join(", "))];
        (!told.is_empty()).then(|| words.with("compare-because", &args))
    }

    /// What was set otherwise.
    fn settings(&self, ui: &mut Ui) {
        let (teller, words) = (self.tellers[0], self.tellers[0].words);
        let args = [("from", self.names[0]), ("to", self.names[1])];
        ui.label(bold(words.with("compare-differences", &args)).size(TITLE));
        let found = teller.content_changes(self.sides[0], self.sides[1]);
        if found.is_empty() {
            ui.label(words.get("compare-copies"));
        }
        for line in found {
            ui.label(line);
        }
    }

    /// Both charts: side by side where their type stays legible in two columns, or else one over the other.
    fn charts(&self, ui: &mut Ui, company: &str, glides: &mut [Glide; 2]) {
        let words = self.tellers[0].words;
        ui.label(bold(words.get("compare-charts")).size(TITLE));
        ui.label(small(ui, words.get("compare-charts-help")));
        let structures = [0, 1].map(|side| {
            Structure::new(
                self.tellers[side],
                company,
                self.sides[side],
                &self.answers[side],
                self.verdicts[side],
            )
        });
        let structures = structures.each_ref();
        let least = LEAST_TYPE / SMALL;
        let room = ui.available_width();
        let gap = ui.spacing().item_spacing.x;
        let half = (room - gap) / 2.0;
        let (mut scenes, mut scale) = lay_out_alike(structures, half, least, BESIDE);
        let beside = scale >= least;
        if !beside {
            (scenes, scale) = lay_out_alike(structures, room, least, 1);
        }
        let size = vec2(if beside { half } else { room }, scenes[0].height * scale);
        let show = |ui: &mut Ui, side: usize, scene, glide: &mut Glide| {
            ui.vertical(|ui| {
                let (teller, verdicts) = (self.tellers[side], self.verdicts[side]);
                let name = self.names[side];
                ui.label(bold(name).size(TITLE));
                ui.set_max_width(size.x);
                ui.label(small(ui, teller.headline(verdicts)));
                ui.allocate_ui(size, |ui| {
                    ui.set_min_size(size);
                    ui.set_max_size(size);
                    ui.push_id(("compared", side), |ui| {
                        chart::show_scene(ui, teller, scene, verdicts, glide, false);
                    });
                });
            });
        };
        let [first, second] = scenes;
        let [one, other] = glides;
        if beside {
            ui.horizontal_top(|ui| {
                show(ui, 0, first, one);
                show(ui, 1, second, other);
            });
        } else {
            show(ui, 0, first, one);
            ui.add_space(8.0);
            show(ui, 1, second, other);
        }
    }
}

/// How a row is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    Strong,
    Quiet,
}

/// A name and what stands beside it, each wrapped in a column of its own.
fn row<const CELLS: usize>(ui: &mut Ui, name: &str, cells: [&str; CELLS], tone: Tone) {
    let gap = ui.spacing().item_spacing.x;
    let width = ui.available_width() - 2.0 * EDGE - CELLS as f32 * gap;
    // Where it is narrow the name stands over the others.
    let names = if width < NARROW { 0.0 } else { width * NAMES };
    let side = (width - names) / CELLS as f32;
    let told = |ui: &Ui, text: &str| match tone {
        Tone::Strong => bold(text),
        Tone::Quiet => small(ui, text),
    };
    if names == 0.0 && !name.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(EDGE);
            ui.label(told(ui, name));
        });
    }
    ui.horizontal_top(|ui| {
        ui.add_space(EDGE);
        ui.spacing_mut().interact_size.y = 0.0;
        if names > 0.0 {
            cell(ui, names, |ui| {
                ui.label(told(ui, name));
            });
        }
        for text in cells {
            cell(ui, side, |ui| {
                ui.label(told(ui, text));
            });
        }
    });
}

/// A column of a row.
fn cell(ui: &mut Ui, width: f32, inside: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
        ui.set_width(width);
        inside(ui);
    });
}
