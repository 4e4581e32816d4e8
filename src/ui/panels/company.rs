//! The card of the company itself: who it is, when, and which departments it has.

use eframe::egui::{Button, ComboBox, Role, TextEdit, Ui, WidgetInfo};

use crate::i18n::Words;
use crate::model::{
    Department, GENERAL_MANAGEMENT, Header, Knowledge, MAX_DEPARTMENTS, MAX_NAME, MAX_TEXT, Part,
    Scenario,
};
use crate::ui::paint::date::date_field;
use crate::ui::paint::fold::Fold;
use crate::ui::paint::style::{card, small};
use crate::ui::paint::widgets::{labelled, profile_text};
use crate::ui::panels::memory::Memory;
use crate::wording::Teller;

/// The widest that the choice of a part gets.
const PART: f32 = 240.0;

/// Shows the card; opens it at the name of the department that is to be edited.
pub fn show(
    ui: &mut Ui,
    teller: Teller<'_>,
    header: &mut Header,
    scenario: &mut Scenario,
    memory: &mut Memory,
) {
    let words = teller.words;
    let edited = memory.edited.take();
    card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = teller.company_name(header);
        let fold = Fold {
            title: &title,
            default_open: false,
            open: edited.is_some().then_some(true),
        };
        fold.show(ui, "company", |ui| {
            field(ui, &words.get("company-name"), &mut header.company, 1);
            date(ui, words, header, &mut memory.typed_date);
            field(ui, &words.get("company-author"), &mut header.author, 1);
            let code = words.lang().code();
            let mut description = header.description(words.lang()).to_owned();
            if field(ui, &words.get("company-description"), &mut description, 4) {
                header.description.insert(code.to_owned(), description);
            }
            field(ui, &words.get("company-notes"), &mut header.notes, 2);
            departments(ui, teller, scenario, edited.as_deref(), memory);
            let name = teller.knowledge_name();
            ui.label(small(ui, words.with("knowledge-used", &[("name", name)])));
        });
    });
}

/// A named text field; tells whether it changed.
fn field(ui: &mut Ui, name: &str, text: &mut String, rows: usize) -> bool {
    ui.label(small(ui, name));
    let edit = if rows == 1 {
        TextEdit::singleline(text).char_limit(MAX_NAME)
    } else {
        TextEdit::multiline(text)
            .char_limit(MAX_TEXT)
            .desired_rows(rows)
    };
    let role = if rows == 1 {
        Role::TextInput
    } else {
        Role::MultilineTextInput
    };
    let edit = edit.desired_width(f32::INFINITY);
    profile_text(ui, edit, role, name).changed()
}

/// The field of the date.
fn date(ui: &mut Ui, words: &Words, header: &mut Header, typed: &mut Option<String>) {
    let name = words.get("company-date");
    ui.label(small(ui, format!("{name} · {}", words.date(header.date))));
    if let Some(date) = date_field(ui, words, &name, header.date, f32::INFINITY, typed) {
        header.date = date;
    }
}

/// A change of the list of departments that someone asks for.
enum Asked {
    Up(usize),
    Down(usize),
    Remove(usize),
    Add(String),
}

/// The departments in the order of the chart: named, moved, removed, added, and which may host.
fn departments(
    ui: &mut Ui,
    teller: Teller<'_>,
    scenario: &mut Scenario,
    edited: Option<&str>,
    memory: &mut Memory,
) {
    let (knowledge, words) = (teller.knowledge, teller.words);
    ui.label(small(ui, words.get("company-departments")));
    let mut asked = None;
    let last = scenario.departments.len().saturating_sub(1);
    for index in 0..scenario.departments.len() {
        let own = &mut scenario.departments[index];
        let usual = teller.department_name(&own.id, "");
        let shown = teller.department_name(&own.id, &own.name);
        ui.horizontal(|ui| {
            let name = shown.as_str();
            let button = |ui: &mut Ui, sign: &str, told: String, enabled: bool| {
                let response = ui.add_enabled(enabled, Button::new(sign).frame(false));
                response.widget_info(|| labelled(Role::Button, &told));
                response.on_hover_text(&told).clicked()
            };
            if button(
                ui,
                "▲",
                words.with("department-up", &[("name", name)]),
                index > 0,
            ) {
                asked = Some(Asked::Up(index));
            }
            if button(
                ui,
                "▼",
                words.with("department-down", &[("name", name)]),
                index < last,
            ) {
                asked = Some(Asked::Down(index));
            }
            // A company always has a general management.
            let removable = own.id != GENERAL_MANAGEMENT;
            if button(
                ui,
                "×",
                words.with("department-remove", &[("name", name)]),
                removable,
            ) {
                asked = Some(Asked::Remove(index));
            }
            let told = words.with("department-name", &[("name", usual.as_str())]);
            let edit = TextEdit::singleline(&mut own.name)
                .char_limit(MAX_NAME)
                .hint_text(&usual)
                .desired_width(ui.available_width());
            let field = profile_text(ui, edit, Role::TextInput, &told);
            if edited == Some(own.id.as_str()) {
                field.request_focus();
                field.scroll_to_me(None);
            }
        });
        ui.indent(("department", own.id.clone()), |ui| {
            if !can_host(knowledge, &own.id) {
                let response = ui.label(small(ui, words.get("department-hosts-not")));
                response.on_hover_text(words.get("department-hosts-not-why"));
            } else {
                let told = words.with("department-hosts", &[("name", shown.as_str())]);
                let hosts = ui.checkbox(&mut own.hosts, words.get("department-hosts-short"));
                hosts.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, own.hosts, &told));
                hosts.on_hover_text(&told);
            }
            if own.id != GENERAL_MANAGEMENT {
                part(ui, words, own, &shown);
            }
        });
    }
    ui.horizontal_wrapped(|ui| {
        let full = scenario.departments.len() >= MAX_DEPARTMENTS;
        for kind in &knowledge.departments {
            if scenario.has_department(&kind.id) {
                continue;
            }
            let told = words.with("department-add", &[("name", kind.label.get(words.lang()))]);
            if ui.add_enabled(!full, Button::new(told)).clicked() {
                asked = Some(Asked::Add(kind.id.clone()));
            }
        }
        let told = words.get("department-add-own");
        if ui.add_enabled(!full, Button::new(told)).clicked() {
            let free = (1..).map(|number| format!("own-{number}"));
            asked = free
                .filter(|id| !scenario.has_department(id))
                .map(Asked::Add)
                .next();
        }
    });
    match asked {
        None => {}
        Some(Asked::Up(index)) => scenario.departments.swap(index - 1, index),
        Some(Asked::Down(index)) => scenario.departments.swap(index, index + 1),
        Some(Asked::Remove(index)) => {
            let id = scenario.departments[index].id.clone();
            scenario.remove_department(&id);
        }
        Some(Asked::Add(id)) => {
            let mut department = Department::new(&id);
            if knowledge.department(&id).is_none() {
                // A department of one's own waits for its name.
                memory.edited = Some(id.clone());
                let number = scenario.departments.len();
                department.name = words.with("department-own", &[("number", number)]);
            }
            scenario.departments.push(department);
        }
    }
}

/// Whether a department takes part beside the function.
fn part(ui: &mut Ui, words: &Words, own: &mut Department, name: &str) {
    let told = |part: Part| {
        words.get(match part {
            Part::ByThemes => "department-part-themes",
            Part::Always => "department-part-always",
            Part::Never => "department-part-never",
        })
    };
    let shown = ComboBox::from_id_salt(("part", &own.id))
        .selected_text(told(own.part))
        .width(ui.available_width().min(PART))
        .show_ui(ui, |ui| {
            for part in Part::ALL {
                ui.selectable_value(&mut own.part, part, told(part));
            }
        });
    let label = words.with("department-part", &[("name", name)]);
    let response = shown.response;
    response.widget_info(|| labelled(Role::ComboBox, &label));
    response.on_hover_text(label);
}

/// Whether a department is a possible place for the function in the knowledge base.
pub fn can_host(knowledge: &Knowledge, id: &str) -> bool {
    let mut alternatives = knowledge.questions.iter().flat_map(|q| &q.alternatives);
    alternatives.any(|alternative| {
        let kind = alternative.department;
        kind.is_some_and(|kind| knowledge.departments[kind].id == id)
    })
}
