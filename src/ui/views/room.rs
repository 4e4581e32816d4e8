//! The view "room": opinions gathered by files or by a ballot on the same screen, where they
//! differ, and what that changes.

use eframe::egui::{
    Align, Button, Grid, Label, Layout, ProgressBar, Rect, Role, Sense, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::analysis::{Group, Spread};
use crate::i18n::Words;
use crate::model::{AlternativeId, Knowledge, List, MAX_NAME, MAX_OPINIONS, Opinion, Scenario};
use crate::ui::command::Command;
use crate::ui::document::Document;
use crate::ui::paint::scroll::scroll;
use crate::ui::paint::style::{GAP, TITLE, bold, card, color, palette, small};
use crate::ui::paint::widgets::{labelled, own_text};
use crate::ui::session::{Medians, Session};
use crate::wording::Teller;

const STRIP: f32 = 140.0;
const BAR: f32 = 160.0;
/// From this width on the ways to gather opinions stand side by side.
const BESIDE: f32 = 520.0;

/// What the view remembers between frames.
#[derive(Default)]
pub struct Room {
    /// What `group` is about: the scenario and the opinions.
    seen: Option<(Scenario, Vec<Opinion>)>,
    group: Option<Group>,
    name: String,
}

impl Room {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        teller: Teller<'_>,
        document: &mut Document,
        asked: &mut Vec<Command>,
    ) {
        let (knowledge, words) = (teller.knowledge, teller.words);
        scroll(ui, |ui| {
            self.gather(ui, document, words, asked);
            self.follow(knowledge, document);
            let Some(group) = &self.group else {
                ui.add_space(GAP);
                if document.profile.opinions.is_empty() {
                    invite(ui, words);
                } else {
                    ui.label(words.get("group-alone"));
                }
                return;
            };
            let opinions = &document.profile.opinions;
            disagreements(ui, teller, opinions, group);
            ui.add_space(8.0);
            together(ui, teller, group);
            ui.add_space(8.0);
            each(ui, teller, opinions, group);
            ui.add_space(8.0);
            if ui.button(words.get("group-take-median")).clicked() {
                document.keep(session);
                let scenario = document.scenario_mut();
                *scenario = group.at_medians(knowledge, scenario);
                document.keep(&Medians(session));
            }
            ui.label(small(ui, words.get("group-median-help")));
        });
    }

    /// Brings the group up to date with the scenario and the opinions.
    fn follow(&mut self, knowledge: &Knowledge, document: &Document) {
        let (scenario, opinions) = (document.scenario(), &document.profile.opinions);
        match (&mut self.seen, &mut self.group) {
            (Some((looked_from, seen)), group) if seen == opinions => {
                if looked_from != scenario {
                    if let Some(group) = group {
                        group.look_from(knowledge, scenario, opinions);
                    }
                    looked_from.clone_from(scenario);
                }
            }
            _ => {
                self.group = Group::new(knowledge, scenario, opinions);
                self.seen = Some((scenario.clone(), opinions.clone()));
            }
        }
    }

    /// The opinions so far, and how to add one.
    fn gather(
        &mut self,
        ui: &mut Ui,
        document: &mut Document,
        words: &Words,
        asked: &mut Vec<Command>,
    ) {
        ui.label(bold(words.get("group-title")).size(TITLE));
        ui.label(small(ui, words.get("group-help")));
        ui.horizontal_wrapped(|ui| {
            self.name_field(ui, words);
            let room = document.profile.opinions.len() < MAX_OPINIONS;
            if ui
                .add_enabled(room, Button::new(words.get("group-add")))
                .clicked()
            {
                let opinion = document.scenario().named(self.name.trim());
                document.profile.opinions.push(Opinion::new(opinion));
                self.name.clear();
            }
            let files = Button::new(words.get(Command::AddOpinions.row().name));
            if ui.add_enabled(room, files).clicked() {
                asked.push(Command::AddOpinions);
            }
            if ui
                .add_enabled(room, Button::new(words.get("group-ballot")))
                .clicked()
            {
                asked.push(Command::BeginBallot);
            }
        });
        let opinions = &mut document.profile.opinions;
        let mut removed = None;
        ui.horizontal_wrapped(|ui| {
            for index in 0..opinions.len() {
                let name = opinion_name(opinions, index, words);
                let told = words.with("group-remove", &[("name", name.as_str())]);
                let button = ui.button(format!("{name}  ×"));
                button.widget_info(|| labelled(Role::Button, &told));
                if button.on_hover_text(&told).clicked() {
                    removed = Some(index);
                }
            }
        });
        if let Some(index) = removed {
            opinions.remove(index);
        }
    }

    fn name_field(&mut self, ui: &mut Ui, words: &Words) {
        let name = words.get("group-name");
        let edit = TextEdit::singleline(&mut self.name)
            .char_limit(MAX_NAME)
            .hint_text(name.as_str())
            .desired_width(150.0);
        own_text(ui, edit, &name);
    }
}

/// How opinions can be gathered, and what is then seen of them.
fn invite(ui: &mut Ui, words: &Words) {
    let ways = [
        ("group-way-table", "group-way-table-how"),
        ("group-way-ballot", "group-way-ballot-how"),
        ("group-way-files", "group-way-files-how"),
    ];
    let beside = ui.available_width() >= BESIDE;
    let way = |ui: &mut Ui, (title, how): (&str, &str)| {
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            // Columns would set the lines as wide as they are.
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.label(bold(words.get(title)));
                ui.add(Label::new(words.get(how)).wrap());
            });
        });
    };
    if beside {
        ui.columns(ways.len(), |columns| {
            for (ui, told) in columns.iter_mut().zip(ways) {
                way(ui, told);
            }
        });
    } else {
        ways.into_iter().for_each(|told| way(ui, told));
    }
    ui.add_space(GAP);
    ui.add(Label::new(words.get("group-then")).wrap());
}

/// An opinion's name, or its number.
fn opinion_name(opinions: &[Opinion], index: usize, words: &Words) -> String {
    match opinions[index].name() {
        "" => words.with("group-unnamed", &[("number", index + 1)]),
        name => name.to_owned(),
    }
}

/// Where opinions differ, those that change the answer first.
fn disagreements(ui: &mut Ui, teller: Teller<'_>, opinions: &[Opinion], group: &Group) {
    let (knowledge, words) = (teller.knowledge, teller.words);
    ui.label(bold(words.get("group-spreads")).size(TITLE));
    ui.label(small(ui, words.get("group-spreads-help")));
    if group.spreads.is_empty() {
        ui.label(words.get("group-agreed"));
        return;
    }
    Grid::new("spreads")
        .striped(true)
        .num_columns(3)
        .show(ui, |ui| {
            for spread in &group.spreads {
                let name = knowledge.quantity(spread.slider).label.get(words.lang());
                ui.label(name);
                strip(ui, spread, name, words);
                let args = [("points", words.points(spread.effect, 1))];
                ui.vertical(|ui| {
                    if spread.decides {
                        let decides = words.with("group-decides", &args);
                        ui.label(bold(format!("⚠ {decides}")));
                    } else {
                        ui.label(words.with("group-effect", &args));
                    }
                    // Only those who gave a name are named.
                    let far: Vec<&str> = spread
                        .far
                        .iter()
                        .map(|&index| opinions[index].name())
                        .filter(|name| !name.is_empty())
                        .collect();
                    if !far.is_empty() {
                        ui.label(small(
                            ui,
                            words.with("group-far", &[("names", words.all(&far))]),
                        ));
                    }
                });
                ui.end_row();
            }
        });
}

/// The spread of a slider: a line from the least to the most, a mark at the median.
fn strip(ui: &mut Ui, spread: &Spread, name: &str, words: &Words) {
    let (area, response) = ui.allocate_exact_size(vec2(STRIP, 18.0), Sense::hover());
    let number = |value| words.number(value, 0);
    let told = words.with(
        "group-spread-of",
        &[
            ("name", name.to_owned()),
            ("least", number(spread.least)),
            ("median", number(spread.median)),
            ("most", number(spread.most)),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, &told));
    let palette = palette(ui);
    let x = |value: f64| area.left() + area.width() * (value / 100.0) as f32;
    let middle = area.center().y;
    let painter = ui.painter();
    let rail = Rect::from_min_max(
        pos2(area.left(), middle - 2.0),
        pos2(area.right(), middle + 2.0),
    );
    painter.rect_filled(rail, 2.0, color(palette.control));
    let reach = Rect::from_min_max(
        pos2(x(spread.least), middle - 4.0),
        pos2(x(spread.most), middle + 4.0),
    );
    painter.rect_filled(reach, 2.0, color(palette.line));
    let mark = Rect::from_center_size(pos2(x(spread.median), middle), vec2(5.0, 16.0));
    painter.rect_filled(mark, 1.0, color(palette.accent));
    response.on_hover_text(told);
}

/// How often each alternative comes first for the group.
fn together(ui: &mut Ui, teller: Teller<'_>, group: &Group) {
    let (knowledge, words) = (teller.knowledge, teller.words);
    ui.label(bold(words.get("group-acceptability")).size(TITLE));
    ui.label(small(ui, words.get("group-acceptability-help")));
    let most = group.acceptability.iter().map(List::len).max().unwrap_or(1);
    let gaps = ui.spacing().item_spacing.x * most as f32;
    let bar = ((ui.available_width() - gaps) / most as f32).min(BAR);
    for (question, shares) in knowledge.questions.iter().zip(&group.acceptability) {
        ui.label(question.label.get(words.lang()));
        let mut ranked: Vec<AlternativeId> = shares.ids().collect();
        ranked.sort_by(|&a, &b| shares[b].value.total_cmp(&shares[a].value));
        ui.horizontal_top(|ui| {
            for alternative in ranked {
                let share = shares[alternative];
                let name = teller.label(question, alternative);
                let text = format!("{name} {}", words.percent(share.value));
                let told = format!("{name}, {}", teller.leads(share));
                let fill = color(palette(ui).line);
                ui.vertical(|ui| {
                    ui.set_width(bar);
                    let share = ProgressBar::new(share.value as f32)
                        .desired_width(bar)
                        .desired_height(8.0)
                        .fill(fill);
                    let response = ui.add(share);
                    response.widget_info(|| labelled(Role::Meter, &told));
                    response.on_hover_text(&told);
                    ui.label(small(ui, text));
                });
            }
        });
        ui.add_space(4.0);
    }
}

/// The answer of each opinion.
fn each(ui: &mut Ui, teller: Teller<'_>, opinions: &[Opinion], group: &Group) {
    let (knowledge, words) = (teller.knowledge, teller.words);
    ui.label(bold(words.get("group-each")).size(TITLE));
    Grid::new("each").striped(true).show(ui, |ui| {
        for (index, answers) in group.answers.iter().enumerate() {
            ui.label(opinion_name(opinions, index, words));
            for (question, answer) in knowledge.questions.iter().zip(&answers.answers) {
                let chosen = answer.chosen.map(|chosen| teller.label(question, chosen));
                ui.label(chosen.unwrap_or_else(|| words.get("verdict-impossible-short")));
            }
            ui.end_row();
        }
    });
}
