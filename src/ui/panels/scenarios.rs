//! The scenarios of the open profile, beside the company's name, where no scrolling hides them: which one
//! is looked at; adding, naming and removing one.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{Button, PopupCloseBehavior, Role, TextEdit, Ui};

use crate::draw::{Weight, width};
use crate::model::{MAX_NAME, MAX_SCENARIOS, Scenarios};
use crate::ui::command::Command;
use crate::ui::document::Document;
use crate::ui::paint::style::{BODY, bold, small};
use crate::ui::paint::widgets::{labelled, profile_text};
use crate::wording::Teller;

/// Room for the buttons that add, name and remove.
const BUTTONS: f32 = 150.0;
/// Of a name in a list that has no room for all.
const CHOICE: f32 = 150.0;

/// The name of every scenario, the first one first.
pub fn names(scenarios: &Scenarios, teller: Teller<'_>) -> Vec<String> {
    let all = scenarios.iter().enumerate();
    all.map(|(index, scenario)| teller.scenario_name(scenario, index))
        .collect()
}

/// How wide the scenarios are, in a row if they have `room` for it, or else behind a button.
pub fn width_in(room: f32, ui: &Ui, teller: Teller<'_>, document: &Document) -> f32 {
    let row = row_width(ui, &names(&document.profile.scenarios, teller)) + BUTTONS;
    if row <= room { row } else { CHOICE + BUTTONS }
}

fn row_width(ui: &Ui, names: &[String]) -> f32 {
    if names.len() == 1 {
        return 0.0;
    }
    let spacing = ui.spacing();
    let around = 2.0 * spacing.button_padding.x + spacing.item_spacing.x;
    let names = names.iter();
    names
        .map(|name| width(name, BODY, Weight::Bold) + around)
        .sum()
}

/// Shows the scenarios.
pub fn show(ui: &mut Ui, teller: Teller<'_>, document: &Document, asked: &mut Vec<Command>) {
    let names = names(&document.profile.scenarios, teller);
    if names.len() > 1 {
        choice(ui, &names, document.active(), asked);
    }
    add(ui, teller, names.len(), asked);
    if names.len() > 1 {
        edit(ui, teller, document, asked);
    }
}

/// One button for each scenario, or one for all where they have no room.
fn choice(ui: &mut Ui, names: &[String], active: usize, asked: &mut Vec<Command>) {
    let mut list = |ui: &mut Ui| {
        for (index, name) in names.iter().enumerate() {
            let text = if index == active {
                bold(name)
            } else {
                name.into()
            };
            if ui.selectable_label(index == active, text).clicked() {
                asked.push(Command::LookAt(index));
            }
        }
    };
    if row_width(ui, names) + BUTTONS <= ui.available_width() {
        list(ui);
    } else {
        let shown = Button::new(format!("{} ⏷", names[active])).truncate();
        ui.scope(|ui| {
            ui.set_max_width(CHOICE);
            MenuButton::from_button(shown).ui(ui, list);
        });
    }
}

fn add(ui: &mut Ui, teller: Teller<'_>, count: usize, asked: &mut Vec<Command>) {
    let words = teller.words;
    ui.add_enabled_ui(count <= MAX_SCENARIOS, |ui| {
        // The first time it says what it adds.
        let button = if count == 1 {
            ui.button(words.get("scenario-add"))
        } else {
            ui.button("+")
        };
        let told = words.get("command-new-scenario");
        button.widget_info(|| labelled(Role::Button, &told));
        if button
            .on_hover_text(words.get("scenario-new-help"))
            .clicked()
        {
            asked.push(Command::NewScenario);
        }
    });
}

/// Naming and removing the scenario that is looked at.
fn edit(ui: &mut Ui, teller: Teller<'_>, document: &Document, asked: &mut Vec<Command>) {
    let words = teller.words;
    let stays = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (button, _) = MenuButton::new("✏").config(stays).ui(ui, |ui| {
        let name = words.get("scenario-name");
        ui.label(small(ui, &name));
        let mut typed = document.scenario().name.clone();
        let edit = TextEdit::singleline(&mut typed)
            .char_limit(MAX_NAME)
            .hint_text(words.get("scenario-first"))
            .desired_width(220.0);
        if profile_text(ui, edit, Role::TextInput, &name).changed() {
            asked.push(Command::NameScenario(typed));
        }
        let first = document.active() == 0;
        let told = words.get("scenario-remove");
        let remove = ui.add_enabled_ui(!first, |ui| ui.button(told)).inner;
        if remove
            .on_disabled_hover_text(words.get("scenario-first-stays"))
            .clicked()
        {
            asked.push(Command::RemoveScenario(document.active()));
            ui.close();
        }
    });
    let told = words.get("scenario-edit");
    button.widget_info(|| labelled(Role::Button, &told));
    button.on_hover_text(told);
}

/// « Variante 2 », the first number that is free.
pub fn new_name(scenarios: &Scenarios, teller: Teller<'_>) -> String {
    let names = names(scenarios, teller);
    (names.len()..)
        .map(|number| {
            teller
                .words
                .with("scenario-numbered", &[("number", number)])
        })
        .find(|name| !names.contains(name))
        .unwrap_or_default()
}
