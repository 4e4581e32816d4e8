//! The card of the company itself: who it is, when, and which departments it has.

use eframe::egui::{CollapsingHeader, Role, TextEdit, Ui};

use super::cards::labelled;
use super::style::{TITLE, bold, card, small};
use crate::i18n::Words;
use crate::model::{Department, GENERAL_MANAGEMENT, Knowledge, Profile};
use crate::wording;

pub fn show(ui: &mut Ui, knowledge: &Knowledge, profile: &mut Profile, words: &Words) {
    card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = wording::company_name(profile, words);
        CollapsingHeader::new(bold(title).size(TITLE))
            .id_salt("company")
            .show_unindented(ui, |ui| {
                field(ui, &words.get("company-name"), &mut profile.company, 1);
                date(ui, words, profile);
                field(ui, &words.get("company-author"), &mut profile.author, 1);
                let code = words.lang().code();
                let mut description = profile.description(words.lang()).to_owned();
                if field(ui, &words.get("company-description"), &mut description, 4) {
                    profile.description.insert(code.to_owned(), description);
                }
                field(ui, &words.get("company-notes"), &mut profile.notes, 2);
                departments(ui, knowledge, profile, words);
            });
    });
}

/// A named text field; tells whether it changed.
fn field(ui: &mut Ui, name: &str, text: &mut String, rows: usize) -> bool {
    ui.label(small(ui, name));
    let edit = if rows == 1 {
        TextEdit::singleline(text)
    } else {
        TextEdit::multiline(text).desired_rows(rows)
    };
    let role = if rows == 1 {
        Role::TextInput
    } else {
        Role::MultilineTextInput
    };
    let response = ui.add(edit.desired_width(f32::INFINITY));
    response.widget_info(|| labelled(role, name));
    response.changed()
}

/// The date is kept only once it is one: half-typed, it stays in the field.
fn date(ui: &mut Ui, words: &Words, profile: &mut Profile) {
    let id = ui.scope_id().with("date");
    let mut typed = ui
        .data(|data| data.get_temp::<String>(id))
        .unwrap_or_else(|| profile.date.clone());
    if field(ui, &words.get("company-date"), &mut typed, 1) {
        if typed.parse::<jiff::civil::Date>().is_ok() {
            profile.date.clone_from(&typed);
        }
        ui.data_mut(|data| data.insert_temp(id, typed.clone()));
    }
    if typed.parse::<jiff::civil::Date>().is_err() {
        ui.label(small(ui, words.get("company-date-wrong")));
    } else if typed != profile.date {
        // Another profile was opened, or the change was undone.
        ui.data_mut(|data| data.remove::<String>(id));
    }
}

fn departments(ui: &mut Ui, knowledge: &Knowledge, profile: &mut Profile, words: &Words) {
    ui.label(small(ui, words.get("company-departments")));
    for kind in &knowledge.departments {
        let mut exists = profile.has_department(&kind.id);
        let own = profile
            .departments
            .iter()
            .find(|department| department.id == kind.id)
            .map_or("", |department| department.name.as_str());
        let name = wording::department_name(knowledge, &kind.id, own, words);
        // A company always has a general management.
        let fixed = kind.id == GENERAL_MANAGEMENT;
        let changed = ui
            .add_enabled_ui(!fixed, |ui| ui.checkbox(&mut exists, name).changed())
            .inner;
        if !changed {
            continue;
        }
        if exists {
            let department = Department {
                id: kind.id.clone(),
                name: String::new(),
            };
            let rank = |id: &str| knowledge.departments.iter().position(|k| k.id == id);
            let place = profile
                .departments
                .iter()
                .position(|other| rank(&other.id) > rank(&kind.id))
                .unwrap_or(profile.departments.len());
            profile.departments.insert(place, department);
        } else {
            profile.departments.retain(|other| other.id != kind.id);
        }
    }
}
