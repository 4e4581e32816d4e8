//! The scenarios of the open profile: which one is looked at; adding, naming and removing one.

use eframe::egui::{Role, TextEdit, Ui};

use crate::model::{MAX_NAME, MAX_SCENARIOS, Scenarios};
use crate::ui::document::Document;
use crate::ui::paint::style::small;
use crate::ui::paint::widgets::{labelled, profile_text};
use crate::wording::Teller;

/// The name of every scenario, the first one first.
pub fn names(scenarios: &Scenarios, teller: Teller<'_>) -> Vec<String> {
    let all = scenarios.iter().enumerate();
    all.map(|(index, scenario)| teller.scenario_name(scenario, index))
        .collect()
}

/// Shows the scenarios in a row, and looks at the one that is chosen. While a ballot runs it stays
/// with the scenario that the ballot is about.
pub fn show(ui: &mut Ui, teller: Teller<'_>, document: &mut Document, voting: bool) {
    ui.add_enabled_ui(!voting, |ui| row(ui, teller, document));
}

fn row(ui: &mut Ui, teller: Teller<'_>, document: &mut Document) {
    let words = teller.words;
    let names = names(&document.profile.scenarios, teller);
    let active = document.active();
    ui.horizontal_wrapped(|ui| {
        ui.label(small(ui, words.get("scenarios")));
        for (index, name) in names.iter().enumerate() {
            if ui.selectable_label(index == active, name).clicked() && index != active {
                document.activate(index);
            }
        }
        ui.add_enabled_ui(names.len() <= MAX_SCENARIOS, |ui| {
            let button = ui.button("+");
            let told = words.get("command-new-scenario");
            button.widget_info(|| labelled(Role::Button, &told));
            if button
                .on_hover_text(words.get("scenario-new-help"))
                .clicked()
            {
                let name = new_name(&document.profile.scenarios, teller);
                document.add_scenario(&name);
            }
        });
    });
    if names.len() == 1 {
        return;
    }
    ui.horizontal(|ui| {
        let name = words.get("scenario-name");
        let edit = TextEdit::singleline(&mut document.scenario_mut().name)
            .char_limit(MAX_NAME)
            .hint_text(words.get("scenario-first"))
            .desired_width(150.0);
        profile_text(ui, edit, Role::TextInput, &name);
        let first = document.active() == 0;
        let told = words.get("scenario-remove");
        let remove = ui.add_enabled_ui(!first, |ui| ui.button(told)).inner;
        if remove
            .on_disabled_hover_text(words.get("scenario-first-stays"))
            .clicked()
        {
            document.remove_scenario();
        }
    });
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
