//! The opinions so far, and how to add some.

use eframe::egui::{
    Align, Button, Color32, Label, Layout, Role, ScrollArea, TextEdit, TextStyle, Ui,
};

use crate::i18n::Words;
use crate::model::{MAX_NAME, MAX_OPINIONS, MIN_BALLOTS, Opinion};
use crate::ui::command::Command;
use crate::ui::document::Document;
use crate::ui::paint::style::{GAP, TITLE, bold, card, small};
use crate::ui::paint::widgets::{labelled, own_text};

/// From this width on the ways to gather opinions stand side by side.
const BESIDE: f32 = 520.0;
/// How high the names may stand before they scroll.
const NAMES: f32 = 112.0;

#[derive(Default)]
pub struct Gather {
    /// The name that is being typed.
    name: String,
}

impl Gather {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        document: &mut Document,
        words: &Words,
        asked: &mut Vec<Command>,
    ) {
        ui.label(bold(words.get("group-title")).size(TITLE));
        if document.profile.opinions.is_empty() {
            ui.label(small(ui, words.get("group-help")));
        }
        ui.horizontal_wrapped(|ui| {
            self.name_field(ui, words);
            let room = MAX_OPINIONS.saturating_sub(document.profile.opinions.len());
            let add = Button::new(words.get("group-add"));
            if ui.add_enabled(room > 0, add).clicked() {
                let opinion = document.scenario().named(self.name.trim());
                document.profile.opinions.push(Opinion::new(opinion));
                self.name.clear();
            }
            let files = Button::new(words.get(Command::AddOpinions.row().name));
            if ui.add_enabled(room > 0, files).clicked() {
                asked.push(Command::AddOpinions);
            }
            let rounds = document.profile.opinions.iter().map(|it| it.round);
            let text = match rounds.max().unwrap_or_default() {
                0 => words.get("group-ballot"),
                round => words.with("group-ballot-again", &[("round", round + 1)]),
            };
            let ballot = ui.add_enabled(room >= MIN_BALLOTS, Button::new(text));
            let ballot = ballot.on_disabled_hover_text(words.get("group-full"));
            if ballot.clicked() {
                asked.push(Command::BeginBallot);
            }
        });
        names(ui, &mut document.profile.opinions, words);
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

/// What can be removed: each opinion that was gathered otherwise, and each ballot as a whole, for one of
/// its votes is nobody's.
fn names(ui: &mut Ui, opinions: &mut Vec<Opinion>, words: &Words) {
    let mut rounds: Vec<u32> = opinions.iter().map(|it| it.round).collect();
    rounds.sort_unstable();
    rounds.dedup();
    rounds.retain(|round| *round > 0);
    let mut removed = None;
    let area = ScrollArea::vertical().max_height(NAMES).id_salt("names");
    area.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for index in 0..opinions.len() {
                if opinions[index].round == 0
                    && remove(ui, words, &opinion_name(opinions, index, words))
                {
                    removed = Some(Removed::Opinion(index));
                }
            }
            for round in rounds {
                let count = opinions.iter().filter(|it| it.round == round).count();
                let args = [("round", round as usize), ("count", count)];
                if remove(ui, words, &words.with("group-round", &args)) {
                    removed = Some(Removed::Round(round));
                }
            }
        });
    });
    match removed {
        Some(Removed::Opinion(index)) => {
            opinions.remove(index);
        }
        Some(Removed::Round(round)) => opinions.retain(|it| it.round != round),
        None => {}
    }
}

enum Removed {
    Opinion(usize),
    Round(u32),
}

fn remove(ui: &mut Ui, words: &Words, name: &str) -> bool {
    let told = words.with("group-remove", &[("name", name)]);
    let button = ui.button(format!("{name}  ×"));
    button.widget_info(|| labelled(Role::Button, &told));
    button.on_hover_text(&told).clicked()
}

/// An opinion's name, or its number among those gathered otherwise than in a ballot.
pub fn opinion_name(opinions: &[Opinion], index: usize, words: &Words) -> String {
    match opinions[index].name() {
        "" => words.with("group-unnamed", &[("number", index + 1)]),
        name => name.to_owned(),
    }
}

/// How opinions can be gathered, and what is then seen of them.
pub fn invite(ui: &mut Ui, words: &Words) {
    let ways = [
        ("group-way-table", "group-way-table-how"),
        ("group-way-ballot", "group-way-ballot-how"),
        ("group-way-files", "group-way-files-how"),
    ];
    let beside = ui.available_width() >= BESIDE;
    let frame = card(ui);
    // Beside each other they are as high as the highest.
    let count = ways.len() as f32;
    let gaps = ui.spacing().item_spacing.x * (count - 1.0);
    let width = (ui.available_width() - gaps) / count - frame.total_margin().sum().x;
    let font = TextStyle::Body.resolve(ui.style());
    let high = ways.map(|(_, how)| {
        let painter = ui.painter();
        let galley = painter.layout(words.get(how), font.clone(), Color32::PLACEHOLDER, width);
        galley.size().y
    });
    let title = ui.text_style_height(&TextStyle::Body) + ui.spacing().item_spacing.y;
    let high = high.into_iter().fold(0.0, f32::max) + title;
    let way = |ui: &mut Ui, (title, how): (&str, &str)| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            if beside {
                ui.set_min_height(high);
            }
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
