//! A factor: its question, then a row of answers for its choice and for each of its sliders.

use eframe::egui::{
    Align, Align2, EventFilter, FontId, Label, Layout, Response, Role, Sense, TextEdit, Ui, vec2,
};

use super::flow::Pressed;
use super::parts::{Page, muted_ink, ring};
use super::rows::{self, Row};
use super::segment::{Look, Segment, segments};
use crate::model::{ExtraTheme, Factor, FactorId, FactorInput, MAX_EXTRA_THEMES, MAX_NAME, STEPS};
use crate::ui::document::Document;
use crate::ui::paint::style::bold;
use crate::ui::paint::widgets::{icon, labelled, profile_text};
use crate::wording::Teller;

/// Share of the width for the answer that nobody knows.
const UNKNOWN: f32 = 0.17;

/// Shows the question and its rows.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, document: &mut Document, at: FactorId) {
    let Teller {
        knowledge, words, ..
    } = page.teller;
    let factor = &knowledge.factors[at];
    let lang = words.lang();
    let label = factor.label.get(lang);
    let ask = factor.ask.as_ref().map_or(label, |ask| ask.get(lang));
    page.question(ui, ask, factor.help.get(lang));
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
        Row::Slider(quantity) => {
            let quantity = &factor.quantities[quantity];
            let ask = quantity.ask.as_ref().unwrap_or(&quantity.label);
            ask.get(lang).to_owned()
        }
        Row::Theme(place) => match input.extra.get(place).map(|theme| theme.name.trim()) {
            Some("") | None => teller.words.get("theme-unnamed"),
            Some(name) => name.to_owned(),
        },
    }
}

/// The answers of a row in words, that nobody knows left out.
fn answers(teller: Teller<'_>, factor: &Factor, row: Row) -> Vec<String> {
    let (words, lang) = (teller.words, teller.words.lang());
    let steps = &teller.knowledge.steps;
    let told = match row {
        Row::Choice => {
            let options = factor.choice.iter().flat_map(|choice| &choice.options);
            return options.map(|o| o.label.get(lang).to_owned()).collect();
        }
        Row::Slider(quantity) => {
            let quantity = &factor.quantities[quantity];
            let own = quantity.steps.as_ref().or(steps.words.as_ref());
            own.ok_or((&quantity.low, &quantity.high))
        }
        Row::Theme(_) => {
            let like = factor.quantities.iter().next();
            let own = like.and_then(|like| like.steps.as_ref());
            let ends = like.map(|like| (&like.low, &like.high));
            match (own.or(steps.words.as_ref()), ends) {
                (Some(own), _) => Ok(own),
                (None, Some(ends)) => Err(ends),
                (None, None) => return vec![String::new(); STEPS],
            }
        }
    };
    match told {
        Ok(own) => own.iter().map(|step| step.get(lang).to_owned()).collect(),
        // A base without words of its own has those of the ends.
        Err((low, high)) => {
            let [low, high] = [low, high].map(|end| end.get(lang).to_owned());
            let rather = |end: &str| words.with("describe-rather", &[("end", end)]);
            let (lower, higher) = (rather(&low), rather(&high));
            vec![low, lower, words.get("describe-middle"), higher, high]
        }
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
    let teller = page.teller;
    let words = teller.words;
    let asked = question(teller, factor, input, row);
    let mut answers = answers(teller, factor, row);
    let count = answers.len();
    let size = vec2(ui.available_width(), page.measures.control());
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let apart = (UNKNOWN * area.width()).max(84.0);
    answers.push(words.get("describe-unknown"));
    let chosen = row.chosen(teller.knowledge, factor, input);
    let here = page.cursor.row == place;
    let stop = page.cursor.segment.filter(|_| here);
    let stop = stop
        .or(chosen.map(|(at, _)| at))
        .unwrap_or(0)
        .min(answers.len() - 1);
    let mut pressed = None;
    for (at, part) in segments(area, count, apart).into_iter().enumerate() {
        let is_unknown = at == count;
        let key = if is_unknown { 0 } else { at + 1 }.to_string();
        let name = words.with(
            "describe-answer",
            &[("question", asked.as_str()), ("answer", &answers[at])],
        );
        let look = match chosen {
            Some((chosen, exact)) if chosen == at && exact => Look::Chosen,
            Some((chosen, _)) if chosen == at => Look::Near,
            _ => Look::Open,
        };
        let segment = Segment {
            text: &answers[at],
            key: if here { &key } else { "" },
            name: &name,
            look,
            role: Role::RadioButton,
            enabled: true,
            is_stop: at == stop,
            size: if is_unknown {
                page.measures.small()
            } else {
                page.measures.text()
            },
        };
        let id = ui.scope_id().with(("segment", &factor.id, place, at));
        let response = segment.show(ui, part, id);
        if here && page.cursor.moved && at == stop {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.has_focus() {
            keep_arrows(ui, &response);
        }
        if response.gained_focus() && !page.cursor.moved {
            (page.cursor.row, page.cursor.segment) = (place, Some(at));
            response.scroll_to_me(None);
        }
        if response.clicked() {
            (page.cursor.row, page.cursor.segment) = (place, Some(at));
            response.request_focus();
            pressed = Some(match is_unknown {
                true => Pressed::Unknown,
                false => Pressed::Segment(at),
            });
        }
    }
    pressed
}

/// The arrows move within the rows, and do not leave them.
fn keep_arrows(ui: &Ui, response: &Response) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
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
