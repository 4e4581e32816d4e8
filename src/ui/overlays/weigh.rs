//! The guided way to the importance of the factors: which would change the choice most from its lowest
//! to its highest (swing weighting), then how much the others count beside the first, then a question
//! that checks it and what would change. A ranking alone is enough.

use eframe::egui::{Button, Context, Frame, Id, Modal, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::analysis::{Answers, Inputs, Verdicts, rank_order_centroid};
use crate::model::{FactorId, List, Scenario};
use crate::ui::analyses::Analyses;
use crate::ui::command::{Command, Weights};
use crate::ui::paint::style::{TITLE, bold, small};
use crate::ui::paint::widgets::{labelled, number, slider};
use crate::wording::Teller;

const WIDTH: f32 = 620.0;
/// Room that the window keeps around the list.
const AROUND: f32 = 300.0;

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Rank,
    Rate,
    Check,
}

/// The guided way, and how far it was gone.
#[derive(Default)]
pub struct Weigh {
    step: Step,
    /// The factors that were ranked, the most important first.
    ranked: Vec<FactorId>,
    /// Beside 100 for the first, in the same order.
    rates: Vec<f64>,
    /// What would be answered with these weights.
    would: Option<(Scenario, Answers, Verdicts)>,
}

impl Weigh {
    /// Shows the step, and asks for the weights once they are found; `true` once it is to be closed.
    pub fn show(
        &mut self,
        ctx: &Context,
        teller: Teller<'_>,
        analyses: &Analyses,
        asked: &mut Vec<Command>,
    ) -> bool {
        let frame = Frame::window(&ctx.global_style()).inner_margin(20);
        let modal = Modal::new(Id::unique("weigh"))
            .frame(frame)
            .show(ctx, |ui| {
                let room = ui.ctx().content_rect();
                ui.set_width(WIDTH.min(room.width() - 80.0));
                let words = teller.words;
                let (title, help) = match self.step {
                    Step::Rank => ("weigh-rank", "weigh-rank-help"),
                    Step::Rate => ("weigh-rate", "weigh-rate-help"),
                    Step::Check => ("weigh-check", "weigh-check-help"),
                };
                ui.label(bold(words.get(title)).size(TITLE));
                ui.label(small(ui, words.get(help)));
                ui.add_space(6.0);
                let height = (room.height() - AROUND).max(120.0);
                // At once as high as it may be: it would else grow frame by frame under the pointer.
                let list = ScrollArea::vertical()
                    .max_height(height)
                    .min_scrolled_height(height);
                list.show(ui, |ui| match self.step {
                    Step::Rank => self.rank(ui, teller, analyses.scenario()),
                    Step::Rate => self.rate(ui, teller),
                    Step::Check => self.check(ui, teller, analyses),
                });
                ui.add_space(8.0);
                self.buttons(ui, teller, asked)
            });
        modal.inner || modal.should_close()
    }

    /// Each factor with what is at stake; a press ranks it next, or takes it out again.
    fn rank(&mut self, ui: &mut Ui, teller: Teller<'_>, scenario: &Scenario) {
        let words = teller.words;
        for (id, factor) in teller.knowledge.factors.pairs() {
            let label = factor.label.get(words.lang());
            let place = self.ranked.iter().position(|&ranked| ranked == id);
            let text = match place {
                Some(place) => {
                    let number = (place + 1).to_string();
                    words.with(
                        "weigh-ranked",
                        &[("number", number.as_str()), ("factor", label)],
                    )
                }
                None => label.to_owned(),
            };
            let button = Button::new(bold(&text))
                .selected(place.is_some())
                .min_size(vec2(ui.available_width(), 28.0));
            let response = ui.add(button);
            let swing = teller.swing(scenario, id);
            response.widget_info(|| labelled(Role::Button, &format!("{text}. {swing}")));
            if response.clicked() {
                match place {
                    Some(place) => {
                        self.ranked.remove(place);
                    }
                    None => self.ranked.push(id),
                }
                self.rates.clear();
            }
            ui.label(small(ui, swing));
        }
    }

    /// How much each counts where the first counts 100; no more than the one before it.
    fn rate(&mut self, ui: &mut Ui, teller: Teller<'_>) {
        let words = teller.words;
        let mut most: f64 = 100.0;
        for (place, &id) in self.ranked.iter().enumerate() {
            let label = teller.knowledge.factors[id].label.get(words.lang());
            let rate = &mut self.rates[place];
            *rate = rate.min(most);
            if place == 0 {
                ui.label(bold(words.with("weigh-first", &[("factor", label)])));
            } else {
                ui.label(label);
                ui.horizontal(|ui| {
                    ui.spacing_mut().slider_width = (ui.available_width() - 80.0).max(80.0);
                    slider(ui, rate, label);
                    number(
                        ui,
                        rate,
                        &words.with("number-of", &[("name", label)]),
                        words,
                    );
                });
                *rate = rate.min(most);
            }
            most = *rate;
        }
    }

    /// A question that holds the rates to one another, and what would change.
    fn check(&mut self, ui: &mut Ui, teller: Teller<'_>, analyses: &Analyses) {
        let words = teller.words;
        let label = |place: usize| {
            let factor = &teller.knowledge.factors[self.ranked[place]];
            factor.label.get(words.lang()).to_owned()
        };
        if let [_, second, third, ..] = self.rates[..] {
            let sum = second + third;
            let args = [
                ("first", label(0)),
                ("second", label(1)),
                ("third", label(2)),
                ("sum", words.number(sum, 0)),
            ];
            ui.label(words.with(
                if sum > 100.0 {
                    "weigh-check-more"
                } else {
                    "weigh-check-less"
                },
                &args,
            ));
        }
        let mut scenario = analyses.scenario().clone();
        let weights = self.weights(teller);
        for (factor, weight) in teller.knowledge.factors.iter().zip(&weights) {
            if let Some(input) = scenario.factors.get_mut(&factor.id) {
                input.weight = *weight;
            }
        }
        scenario.by_order = false;
        let known = self.would.take().filter(|(of, ..)| *of == scenario);
        let (_, answers, verdicts) = self.would.insert(known.unwrap_or_else(|| {
            let knowledge = teller.knowledge;
            let answers = Answers::new(knowledge, Inputs::read(knowledge, &scenario));
            let verdicts = analyses.judge(knowledge, &scenario, &answers);
            (scenario, answers, verdicts)
        }));
        ui.add_space(8.0);
        let now = teller.headline(&analyses.verdicts);
        let then = teller.headline(verdicts);
        if now == then {
            ui.label(words.with("weigh-same", &[("headline", then)]));
        } else {
            ui.label(words.with("weigh-other", &[("now", now), ("headline", then)]));
        }
        for chip in teller.chips(answers, verdicts) {
            ui.label(small(ui, teller.chip_line(&chip)));
        }
    }

    /// The weights found so far, in the order of the factors; what was not ranked counts for nothing.
    fn weights(&self, teller: Teller<'_>) -> List<FactorId, f64> {
        let mut weights = List::like(&teller.knowledge.factors, 0.0);
        for (&id, &rate) in self.ranked.iter().zip(&self.rates) {
            weights[id] = rate;
        }
        weights
    }

    /// Rates from the order alone.
    fn rate_by_order(&mut self) {
        let centroid = rank_order_centroid(self.ranked.len());
        let first = centroid.first().copied().unwrap_or(1.0);
        self.rates = centroid
            .into_iter()
            .map(|weight| (100.0 * weight / first).round())
            .collect();
    }

    fn buttons(&mut self, ui: &mut Ui, teller: Teller<'_>, asked: &mut Vec<Command>) -> bool {
        let words = teller.words;
        let all = self.ranked.len() == teller.knowledge.factors.len();
        let mut close = false;
        let button = |ui: &mut Ui, key: &str, enabled: bool| {
            let text = words.get(key);
            let response = ui.add_enabled(enabled, Button::new(&text));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &text));
            response.clicked()
        };
        ui.horizontal(|ui| {
            let next = match self.step {
                Step::Rank => "weigh-to-rate",
                Step::Rate => "weigh-to-check",
                Step::Check => "weigh-apply",
            };
            if button(ui, next, all) {
                match self.step {
                    Step::Rank => {
                        if self.rates.is_empty() {
                            self.rate_by_order();
                        }
                        self.step = Step::Rate;
                    }
                    Step::Rate => self.step = Step::Check,
                    Step::Check => {
                        let weights = self.weights(teller);
                        let by_order = false;
                        asked.push(Command::Weigh(Weights { weights, by_order }));
                        close = true;
                    }
                }
            }
            if self.step == Step::Rank && button(ui, "weigh-order-only", all) {
                self.rate_by_order();
                let weights = self.weights(teller);
                let by_order = true;
                asked.push(Command::Weigh(Weights { weights, by_order }));
                close = true;
            }
            if self.step != Step::Rank && button(ui, "weigh-back", true) {
                self.step = match self.step {
                    Step::Check => Step::Rate,
                    _ => Step::Rank,
                };
            }
            close |= button(ui, "cancel", true);
        });
        close
    }
}
