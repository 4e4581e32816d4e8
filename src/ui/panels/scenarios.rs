//! The scenarios of the open profile: which one is looked at, a new one, its name, its end.

use eframe::egui::{Role, TextEdit, Ui};

use crate::i18n::Words;
use crate::model::{MAX_NAME, MAX_SCENARIOS, Profile};
use crate::ui::document::Document;
use crate::ui::paint::style::small;
use crate::ui::paint::widgets::{labelled, profile_text};
use crate::wording;

/// The name of every scenario of a whole profile, the first one first.
pub fn names(whole: &Profile, words: &Words) -> Vec<String> {
    let others = whole.scenarios.iter().map(|scenario| scenario.name.clone());
    std::iter::once(wording::scenario_name(whole, words))
        .chain(others)
        .collect()
}

/// A whole profile with one of its scenarios in the first place.
pub fn view(whole: &Profile, scenario: usize) -> Profile {
    let mut profile = whole.clone();
    if let Some(place) = scenario.checked_sub(1) {
        profile.swap_scenario(place);
    }
    profile
}

/// Shows the scenarios in a row; the profile of the document becomes that of the one chosen.
pub fn show(ui: &mut Ui, document: &mut Document, words: &Words) {
    let names = names(&document.whole(), words);
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
                document.add_scenario(&new_name(&names, words));
            }
        });
    });
    if names.len() == 1 {
        return;
    }
    ui.horizontal(|ui| {
        let name = words.get("scenario-name");
        let edit = TextEdit::singleline(&mut document.profile.scenario)
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
pub fn new_name(names: &[String], words: &Words) -> String {
    (names.len()..)
        .map(|number| words.with("scenario-numbered", &[("number", number)]))
        .find(|name| !names.contains(name))
        .unwrap_or_default()
}
