//! Where opinions differ, one discussion at a time: first what changes the answer. The opinions of the
//! ballot before stand beside those of the last one.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Button, Grid, Key, Label, Layout, Modifiers, Ui};

use super::dots;
use super::found::{Found, Heard};
use super::points::Point;
use crate::analysis::{Group, Tally, tally};
use crate::model::AlternativeId;
use crate::model::ballot::Item;
use crate::ui::asking::keep_arrows;
use crate::ui::paint::style::{GAP, TITLE, bold, card, color, palette, small};
use crate::ui::paint::widgets::warned;
use crate::wording::Teller;

/// From this width on two rounds stand side by side.
const BESIDE: f32 = 620.0;
/// Room for a scroll bar.
const BAR: f32 = 8.0;

#[derive(Default)]
pub struct Reveal {
    /// Which point is discussed.
    at: usize,
}

impl Reveal {
    pub fn show(&mut self, ui: &mut Ui, teller: Teller<'_>, found: &Found, group: &Group) {
        let words = teller.words;
        let points = Point::all(teller.knowledge, group);
        let Some(last) = points.len().checked_sub(1) else {
            ui.label(bold(words.get("group-spreads")).size(TITLE));
            ui.label(words.get("group-agreed"));
            return;
        };
        self.at = self.at.min(last);
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            self.ways(ui, teller, last);
            let point = &points[self.at];
            discussion(ui, teller, point);
            ui.add_space(0.5 * GAP);
            rounds(ui, teller, found, point.item);
        });
        ui.add_space(GAP);
        self.overview(ui, teller, &points);
    }

    /// Which discussion it is, and the ways to the others.
    fn ways(&mut self, ui: &mut Ui, teller: Teller<'_>, last: usize) {
        let words = teller.words;
        ui.horizontal(|ui| {
            let title = words.get("group-divides");
            ui.label(bold(title).size(TITLE));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let next = words.get("group-next");
                let next = ui.add_enabled(self.at < last, Button::new(next));
                let former = words.get("group-former");
                let former = ui.add_enabled(self.at > 0, Button::new(former));
                let args = [("number", self.at + 1), ("count", last + 1)];
                ui.label(small(ui, words.with("describe-progress", &args)));
                let mut by = 0;
                for (button, step) in [(&next, 1), (&former, -1)] {
                    if button.clicked() {
                        by = step;
                    }
                    if button.has_focus() {
                        keep_arrows(ui, button);
                        let pressed =
                            |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
                        if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
                            by = 1;
                        } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
                            by = -1;
                        }
                    }
                }
                let to = self.at.saturating_add_signed(by).min(last);
                if to != self.at {
                    self.at = to;
                    // The button at an end falls asleep: the other one has the focus then.
                    match to {
                        0 => next.request_focus(),
                        to if to == last => former.request_focus(),
                        _ => {}
                    }
                    ui.ctx().request_repaint();
                }
            });
        });
    }

    /// Everything on which opinions differ, each leading to its discussion.
    fn overview(&mut self, ui: &mut Ui, teller: Teller<'_>, points: &[Point]) {
        let words = teller.words;
        ui.label(bold(words.get("group-spreads")).size(TITLE));
        // The one column leaves the other its part of the room.
        let most = 0.5 * (ui.available_width() - ui.spacing().item_spacing.x) - BAR;
        let grid = Grid::new("where opinions differ").max_col_width(most);
        grid.show(ui, |ui| {
            for (place, point) in points.iter().enumerate() {
                let name = name(teller, point.item);
                if ui.selectable_label(place == self.at, name).clicked() {
                    self.at = place;
                }
                let args = [("points", words.points(point.effect, 1))];
                let told = if point.decides {
                    let decides = words.with("group-decides", &args);
                    bold(warned(&decides))
                } else {
                    small(ui, words.with("group-effect", &args))
                };
                ui.add(Label::new(told).wrap());
                ui.end_row();
            }
        });
    }
}

/// What is discussed, in one or two words.
fn name(teller: Teller<'_>, item: Item) -> String {
    match item {
        Item::Choice(_) => teller.asked_by(item),
        Item::Slider(slider) => {
            let quantity = teller.knowledge.quantity(slider);
            quantity.label.get(teller.words.lang()).to_owned()
        }
    }
}

/// What is asked, and what each answer to it would make of the whole.
fn discussion(ui: &mut Ui, teller: Teller<'_>, point: &Point) {
    let words = teller.words;
    let factor = &teller.knowledge.factors[point.item.factor()];
    let label = factor.label.get(words.lang());
    let args = [
        ("label", label.to_owned()),
        ("value", name(teller, point.item)),
    ];
    let about = ui.label(small(ui, words.with("report-slider", &args)));
    ui.ctx().accesskit_node_builder(about.id, |node| {
        node.set_live(Live::Polite);
    });
    let asked = bold(teller.asked_by(point.item)).size(TITLE);
    ui.add(Label::new(asked).wrap());
    let question = teller.knowledge.attachment();
    let named = |leader: Option<AlternativeId>| match leader {
        Some(leader) => teller.label(question, leader),
        None => words.get("group-no-leader"),
    };
    let steps = teller.answers_to(point.item);
    if point.decides {
        for (leader, places) in point.answers() {
            let said = places.iter().filter_map(|&place| steps.get(place));
            let said: Vec<String> = said
                .map(|step| words.with("group-said", &[("step", step.as_str())]))
                .collect();
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            let args = [("steps", words.either(&said)), ("answer", named(leader))];
            let ink = color(palette(ui).text);
            let line = bold(words.with("group-if", &args)).color(ink);
            ui.add(Label::new(line).wrap());
        }
    } else {
        let leader = point.leaders.first().and_then(|(_, leader)| *leader);
        let args = [
            ("answer", named(leader)),
            ("points", words.points(point.effect, 1)),
        ];
        ui.add(Label::new(words.with("group-if-not", &args)).wrap());
    }
}

/// The opinions of the last ballot, beside those of the one before.
fn rounds(ui: &mut Ui, teller: Teller<'_>, found: &Found, item: Item) {
    let words = teller.words;
    let told = |heard: &Heard| tally(teller.knowledge, &heard.opinions, item);
    let Some(before) = &found.before else {
        let told = told(&found.now);
        one(ui, teller, &told, item, dots::most(&told));
        return;
    };
    // Both have the same scale.
    let most = [before, &found.now].map(|heard| dots::most(&told(heard)));
    let most = most[0].max(most[1]);
    let titled = |ui: &mut Ui, heard: &Heard| {
        ui.label(bold(
            words.with("group-round-title", &[("round", heard.round)]),
        ));
        one(ui, teller, &told(heard), item, most);
    };
    if ui.available_width() >= BESIDE {
        // The last answer of the one round is not read as the first of the other.
        ui.spacing_mut().item_spacing.x = 3.0 * GAP;
        ui.columns(2, |columns| {
            for (ui, heard) in columns.iter_mut().zip([before, &found.now]) {
                titled(ui, heard);
            }
        });
    } else {
        titled(ui, before);
        titled(ui, &found.now);
    }
}

fn one(ui: &mut Ui, teller: Teller<'_>, tally: &Tally, item: Item, most: usize) {
    let words = teller.words;
    dots::show(ui, words, &teller.answers_to(item), tally, most);
    if tally.left > 0 {
        let left = words.with("group-left", &[("count", tally.left)]);
        ui.label(small(ui, left));
    }
}
