//! The answer of the group: how often each alternative comes first, how sure that is, and what it was
//! after the ballot before. Voices that count more or less are told beside it.

use eframe::egui::{Label, Role, Sense, Ui, vec2};

use super::found::{Found, Heard};
use super::voices;
use crate::analysis::{Group, Shares};
use crate::model::{AlternativeId, List, QuestionId};
use crate::ui::paint::style::{TITLE, bold, color, palette, small};
use crate::ui::paint::widgets::{certainty_mark, labelled, share_bar};
use crate::wording::Teller;

const BAR: f32 = 160.0;
/// How high a bar is.
const RAIL: f32 = 8.0;

pub fn show(ui: &mut Ui, teller: Teller<'_>, found: &Found, group: &Group) {
    let (knowledge, words) = (teller.knowledge, teller.words);
    ui.label(bold(words.get("group-acceptability")).size(TITLE));
    answer(ui, teller, group, knowledge.always.attachment, true);
    if let Some(told) = voices::told(teller, &found.now.opinions) {
        ui.add(Label::new(bold(told)).wrap());
    }
    ui.label(small(ui, words.get("group-acceptability-help")));
    let former = found.before.as_ref();
    let most = group.acceptability.iter().map(List::len).max().unwrap_or(1);
    let gaps = ui.spacing().item_spacing.x * most as f32;
    let bar = ((ui.available_width() - gaps) / most as f32).min(BAR);
    for (at, question) in knowledge.questions.pairs() {
        ui.label(question.label.get(words.lang()));
        // The answer to that one stands over all of them.
        if at != knowledge.always.attachment {
            answer(ui, teller, group, at, false);
        }
        shares(ui, teller, (at, &group.acceptability), former, bar);
        ui.add_space(8.0);
    }
}

/// What comes first most often, and how sure that is.
fn answer(ui: &mut Ui, teller: Teller<'_>, group: &Group, at: QuestionId, large: bool) {
    let words = teller.words;
    let Some((leader, certainty)) = group.leader(teller.knowledge, at) else {
        ui.label(words.get("verdict-impossible-short"));
        return;
    };
    let name = teller.label(&teller.knowledge.questions[at], leader);
    let share = group.acceptability[at][leader];
    ui.horizontal_wrapped(|ui| {
        certainty_mark(ui, certainty);
        let args = [
            ("name", name),
            ("certainty", teller.certainty(certainty)),
            ("share", words.percent(share.value)),
            ("error", words.points(100.0 * 2.0 * share.error, 1)),
        ];
        let text = bold(words.with("group-answer", &args));
        ui.label(if large { text.size(TITLE) } else { text });
    });
}

/// How often each alternative comes first.
fn shares(
    ui: &mut Ui,
    teller: Teller<'_>,
    (at, shares): (QuestionId, &Shares),
    former: Option<&Heard>,
    bar: f32,
) {
    let words = teller.words;
    let question = &teller.knowledge.questions[at];
    let shares = &shares[at];
    let mut ranked: Vec<AlternativeId> = shares.ids().collect();
    ranked.sort_by(|&a, &b| shares[b].value.total_cmp(&shares[a].value));
    ui.horizontal_top(|ui| {
        for (place, alternative) in ranked.into_iter().enumerate() {
            let share = shares[alternative];
            let name = teller.label(question, alternative);
            let mut text = format!("{name} {}", words.percent(share.value));
            let mut told = format!("{name}, {}", teller.leads(share));
            if let Some(heard) = former
                && let Some(group) = &heard.group
            {
                let before = group.acceptability[at][alternative].value;
                let args = [
                    ("round", heard.round.to_string()),
                    ("share", words.percent(before)),
                ];
                let before = words.with("group-before", &args);
                text = format!("{text}\n{before}");
                told = format!("{told} ({before})");
            }
            let palette = palette(ui);
            let ink = match place {
                0 => palette.accent,
                _ => palette.line,
            };
            ui.vertical(|ui| {
                ui.set_width(bar);
                let (rail, response) = ui.allocate_exact_size(vec2(bar, RAIL), Sense::hover());
                share_bar(ui, rail, share.value, color(ink));
                response.widget_info(|| labelled(Role::Meter, &told));
                response.on_hover_text(&told);
                ui.label(small(ui, text));
            });
        }
    });
}
