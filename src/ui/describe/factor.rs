//! A factor: its question, then a row of answers for its choice and for each of its sliders.

use eframe::egui::{Align, Align2, FontId, Label, Layout, Role, Sense, TextEdit, Ui, vec2};

use super::parts::Page;
use super::rows::{self, Row};
use crate::model::{ExtraTheme, Factor, FactorId, FactorInput, MAX_EXTRA_THEMES, MAX_NAME};
use crate::ui::asking::{Answers, Pressed, muted_ink, ring};
use crate::ui::document::Document;
use crate::ui::paint::style::bold;
use crate::ui::paint::widgets::{icon, labelled, profile_text};
use crate::wording::Teller;

/// Shows the question and its rows.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, document: &mut Document, at: FactorId) {
    let Teller {
        knowledge, words, ..
    } = page.teller;
    let factor = &knowledge.factors[at];
    let ask = page.teller.asked_of_factor(factor);
    page.question(ui, &ask, factor.help.get(words.lang()));
    let (mut pressed, mut removed) = (None, None);
    for (place, row) in rows::of(knowledge, document.scenario(), at)
        .into_iter()
        .enumerate()
    {
        let Some(input) = document.scenario_mut().factors.get_mut(&factor.id) else {
            return;
        };
        if heading(ui, page, factor, input, row) {
            removed = Some(row);
        }
        if let Some(answer) = segments_of(ui, page, factor, input, (place, row)) {
            pressed = Some((place, answer));
        }
        between(ui, page, input, factor, row);
    }
    if let Some((place, answer)) = pressed {
        rows::answer(page.session, document, at, place, answer);
        ui.ctx().request_repaint();
    }
    if let Some(Row::Theme(place)) = removed {
        document.keep(page.session);
        document.scenario_mut().remove_theme(&factor.id, place);
        document.keep(page.session);
        ui.ctx().request_repaint();
    }
    if factor.extensible {
        add_theme(ui, page, document, factor);
    }
}

/// What a row asks; a theme of the company's own can be named. `true` where it is to be removed.
fn heading(
    ui: &mut Ui,
    page: &mut Page<'_>,
    factor: &Factor,
    input: &mut FactorInput,
    row: Row,
) -> bool {
    let words = page.teller.words;
    let size = page.measures.row();
    let Row::Theme(place) = row else {
        let asked = question(page.teller, factor, input, row);
        ui.add(Label::new(bold(asked).size(size)).wrap());
        ui.add_space(2.0);
        return false;
    };
    let mut removed = false;
    ui.horizontal(|ui| {
        let number = (place + 1).to_string();
        let name = words.with("theme-name", &[("number", number)]);
        let shown = question(page.teller, factor, input, row);
        let remove = words.with("theme-remove", &[("name", shown.as_str())]);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let response = icon(ui, "✖", &remove);
            ring(ui, &response);
            page.buttons.push(response.id);
            removed = response.clicked();
            let edit = TextEdit::singleline(&mut input.extra[place].name)
                .char_limit(MAX_NAME)
                .hint_text(words.get("theme-unnamed"))
                .desired_width(ui.available_width());
            let field = profile_text(ui, edit, Role::TextInput, &name);
            if page.cursor.naming == Some(place) {
                page.cursor.naming = None;
                field.request_focus();
                field.scroll_to_me(None);
            }
        });
    });
    removed
}

/// What a row asks, in words.
fn question(teller: Teller<'_>, factor: &Factor, input: &FactorInput, row: Row) -> String {
    let lang = teller.words.lang();
    match row {
        Row::Choice => {
            let choice = factor.choice.as_ref();
            choice
                .map_or("", |choice| choice.label.get(lang))
                .to_owned()
        }
        Row::Slider(quantity) => teller.asked_of(&factor.quantities[quantity]),
        Row::Theme(place) => match input.extra.get(place).map(|theme| theme.name.trim()) {
            Some("") | None => teller.words.get("theme-unnamed"),
            Some(name) => name.to_owned(),
        },
    }
}

/// Shows the answers of a row; gives the one that was pressed.
fn segments_of(
    ui: &mut Ui,
    page: &mut Page<'_>,
    factor: &Factor,
    input: &FactorInput,
    (place, row): (usize, Row),
) -> Option<Pressed> {
    let (teller, words) = (page.teller, page.teller.words);
    let answers = match row {
        Row::Choice => teller.options(factor),
        Row::Slider(quantity) => teller.steps_of(&factor.quantities[quantity]),
        Row::Theme(_) => teller.steps_of_theme(factor),
    };
    let id = ui.scope_id().with(("segment", &factor.id, place));
    Answers {
        question: &question(teller, factor, input, row),
        answers: &answers,
        unknown: &words.get("describe-unknown"),
        chosen: row.chosen(teller.knowledge, factor, input),
        place,
        is_neutral: false,
    }
    .show(ui, words, page.measures, page.cursor, id)
}

/// Under a row whose slider stands between two answers: where. The room for it is always there.
fn between(ui: &mut Ui, page: &Page<'_>, input: &FactorInput, factor: &Factor, row: Row) {
    let words = page.teller.words;
    let height = page.measures.between();
    let (area, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let Some((_, false)) = row.chosen(page.teller.knowledge, factor, input) else {
        return;
    };
    let number = |points: f64| words.number(points, usize::from(points.fract() != 0.0));
    let told = match row {
        Row::Slider(quantity) => {
            let Some(setting) = input.quantities.get(&factor.quantities[quantity].id) else {
                return;
            };
            let value = number(setting.value);
            let doubt = number(setting.plus_minus);
            words.with("describe-between", &[("value", value), ("doubt", doubt)])
        }
        Row::Theme(place) => {
            let theme = &input.extra[place];
            let (value, doubt) = (number(theme.value), number(theme.plus_minus));
            words.with("describe-between", &[("value", value), ("doubt", doubt)])
        }
        Row::Choice => return,
    };
    let ink = muted_ink(ui);
    let font = FontId::proportional(page.measures.small());
    let at = area.left_top();
    ui.painter().text(at, Align2::LEFT_TOP, &told, font, ink);
    response.widget_info(|| labelled(Role::Label, &told));
}

/// A theme of the company's own can be added, and is then named.
fn add_theme(ui: &mut Ui, page: &mut Page<'_>, document: &mut Document, factor: &Factor) {
    let input = document.scenario().factors.get(&factor.id);
    let Some(count) = input
        .map(|input| input.extra.len())
        .filter(|count| *count < MAX_EXTRA_THEMES)
    else {
        return;
    };
    let text = page.teller.words.get("theme-add");
    if page.secondary(ui, &text).clicked() {
        document.keep(page.session);
        if let Some(input) = document.scenario_mut().factors.get_mut(&factor.id) {
            input.extra.push(ExtraTheme::named(""));
        }
        document.keep(page.session);
        page.cursor.naming = Some(count);
        ui.ctx().request_repaint();
    }
    ui.add_space(page.measures.between());
}
