//! Which departments the company has, what it calls them, and which may host the function.

use eframe::egui::{
    Align, Checkbox, FontId, Label, Layout, Margin, Rect, RichText, Role, Sense, TextEdit, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use super::parts::Page;
use crate::model::{
    Department, GENERAL_MANAGEMENT, Knowledge, MAX_DEPARTMENTS, MAX_NAME, Scenario,
};
use crate::ui::asking::{Look, Segment};
use crate::ui::asking::{muted_ink, ring};
use crate::ui::document::Document;
use crate::ui::paint::widgets::profile_text;
use crate::ui::panels::company::can_host;
use crate::wording::Teller;

/// Share of the width for the name of a department, and for what it is called here.
const NAME: f32 = 0.35;
const CALLED: f32 = 0.33;
const GAP: f32 = 10.0;

/// What someone asks for.
enum Asked {
    Add(String),
    Remove(String),
    AddOwn,
}

pub fn show(ui: &mut Ui, page: &mut Page<'_>, document: &mut Document) {
    let Teller {
        knowledge, words, ..
    } = page.teller;
    let question = words.get("describe-departments");
    page.question(ui, &question, &words.get("describe-departments-help"));
    let mut asked = None;
    let scenario = document.scenario_mut();
    for kind in &knowledge.departments {
        let place = scenario
            .departments
            .iter()
            .position(|own| own.id == kind.id);
        let own = place.map(|place| (place, &mut scenario.departments[place]));
        if row(ui, page, own, (&kind.id, kind.label.get(words.lang()))) {
            asked = Some(match place {
                Some(_) => Asked::Remove(kind.id.clone()),
                None => Asked::Add(kind.id.clone()),
            });
        }
    }
    let usual = words.get("describe-own");
    for (place, own) in scenario.departments.iter_mut().enumerate() {
        if knowledge.department(&own.id).is_none() {
            let id = own.id.clone();
            let name = match own.name.trim() {
                "" => usual.clone(),
                name => name.to_owned(),
            };
            if row(ui, page, Some((place, own)), (&id, &name)) {
                asked = Some(Asked::Remove(id));
            }
        }
    }
    if scenario.departments.len() < MAX_DEPARTMENTS {
        ui.add_space(GAP);
        let text = words.get("describe-department-add");
        if page.secondary(ui, &text).clicked() {
            asked = Some(Asked::AddOwn);
        }
    }
    if let Some(asked) = asked {
        document.keep(page.session);
        let scenario = document.scenario_mut();
        match asked {
            Asked::Add(id) => add(knowledge, scenario, &id),
            Asked::Remove(id) => scenario.remove_department(&id),
            Asked::AddOwn => {
                page.cursor.naming = Some(scenario.departments.len());
                add_own(page, scenario);
            }
        }
        document.keep(page.session);
        ui.ctx().request_repaint();
    }
}

/// A department: whether the company has it, what it is called, whether it may host the function.
/// `true` where the first is to change.
fn row(
    ui: &mut Ui,
    page: &mut Page<'_>,
    own: Option<(usize, &mut Department)>,
    (id, usual): (&str, &str),
) -> bool {
    let measures = page.measures;
    let size = vec2(ui.available_width(), measures.control());
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let exists = own.is_some();
    let is_top = own
        .as_ref()
        .is_some_and(|(_, own)| own.id == GENERAL_MANAGEMENT);
    let places = places(area);
    let toggle = Segment {
        text: usual,
        key: if exists { "✔" } else { "" },
        name: usual,
        look: if exists { Look::Near } else { Look::Open },
        role: Role::CheckBox,
        // A company always has a general management.
        enabled: !is_top,
        is_stop: true,
        size: measures.row(),
    };
    let id = ui.scope_id().with(("department", id));
    let response = toggle.show(ui, places[0], id);
    if let Some((place, own)) = own {
        let shown = page.teller.department_name(&own.id, &own.name);
        called(ui, page, places[1], place, own, usual);
        let layout = Layout::left_to_right(Align::Center);
        let place = UiBuilder::new().max_rect(places[2]).layout(layout);
        hosts(&mut ui.new_child(place), page, own, &shown);
    }
    response.clicked()
}

/// Three places beside each other.
fn places(area: Rect) -> [Rect; 3] {
    let (name, called) = (NAME * area.width(), CALLED * area.width());
    let at = |left: f32, width: f32| {
        Rect::from_min_size(
            area.left_top() + vec2(left, 0.0),
            vec2(width, area.height()),
        )
    };
    let rest = name + called + 2.0 * GAP;
    [
        at(0.0, name),
        at(name + GAP, called),
        at(rest, (area.width() - rest).max(0.0)),
    ]
}

/// What the company calls a department.
fn called(
    ui: &mut Ui,
    page: &mut Page<'_>,
    area: Rect,
    place: usize,
    own: &mut Department,
    usual: &str,
) {
    let (words, measures) = (page.teller.words, page.measures);
    let told = words.with("department-name", &[("name", usual)]);
    let height = (area.height() - 1.4 * measures.text()) / 2.0;
    let is_own = page.teller.knowledge.department(&own.id).is_none();
    let hint = words.get(if is_own {
        "describe-own-hint"
    } else {
        "describe-called"
    });
    let edit = TextEdit::singleline(&mut own.name)
        .char_limit(MAX_NAME)
        .font(FontId::proportional(measures.text()))
        .hint_text(RichText::new(hint).size(measures.text()))
        .margin(Margin::symmetric(10, height as i8))
        .desired_width(area.width());
    let within = UiBuilder::new().max_rect(area);
    let response = profile_text(&mut ui.new_child(within), edit, Role::TextInput, &told);
    if page.cursor.naming == Some(place) {
        page.cursor.naming = None;
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// Whether a department may host the function, where the base has it as a possible place.
fn hosts(ui: &mut Ui, page: &Page<'_>, own: &mut Department, shown: &str) {
    let words = page.teller.words;
    let told = |key: &str| RichText::new(words.get(key)).size(page.measures.text());
    if !can_host(page.teller.knowledge, &own.id) {
        let ink = muted_ink(ui);
        let label = Label::new(told("department-hosts-not").color(ink)).truncate();
        let response = ui.add(label);
        response.on_hover_text(words.get("department-hosts-not-why"));
        return;
    }
    let name = words.with("department-hosts", &[("name", shown)]);
    let response = ui.add(Checkbox::new(
        &mut own.hosts,
        told("department-hosts-short"),
    ));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, own.hosts, &name));
    ring(ui, &response);
}

/// Adds a usual department, where it stands in the base.
fn add(knowledge: &Knowledge, scenario: &mut Scenario, id: &str) {
    let rank = |id: &str| knowledge.departments.iter().position(|kind| kind.id == id);
    let before = |own: &Department| rank(&own.id).is_some_and(|own| Some(own) < rank(id));
    let place = scenario.departments.iter().rposition(before);
    let department = Department::new(id);
    scenario
        .departments
        .insert(place.map_or(0, |place| place + 1), department);
}

/// Adds a department of the company's own.
fn add_own(page: &Page<'_>, scenario: &mut Scenario) {
    let mut free = (1..).map(|number| format!("own-{number}"));
    let Some(id) = free.find(|id| !scenario.has_department(id)) else {
        return;
    };
    let mut department = Department::new(&id);
    let number = scenario.departments.len();
    department.name = page
        .teller
        .words
        .with("department-own", &[("number", number)]);
    scenario.departments.push(department);
}
