//! The answers of each opinion that has a name or was gathered one by one; of ballots, how many come to
//! each answer.

use eframe::egui::{Grid, Label, ScrollArea, TextStyle, Ui};

use super::found::Heard;
use super::gather::opinion_name;
use crate::analysis::{Answers, Group};
use crate::model::{AlternativeId, QuestionId};
use crate::ui::paint::style::{TITLE, bold, small};
use crate::wording::Teller;

/// How high the table may stand before it scrolls.
const HEIGHT: f32 = 260.0;
/// Room for its scroll bar.
const BAR: f32 = 16.0;
/// From more rows than this on it scrolls.
const ROWS: usize = 12;

pub fn show(ui: &mut Ui, teller: Teller<'_>, heard: &Heard, group: &Group) {
    let words = teller.words;
    let (mut singly, mut ballots) = (Vec::new(), Vec::new());
    for (index, answers) in group.answers.iter().enumerate() {
        match heard.opinions.get(index) {
            Some(opinion) if opinion.round > 0 => ballots.push(answers),
            _ => singly.push((index, answers)),
        }
    }
    if !ballots.is_empty() {
        let args = [("round", heard.round)];
        ui.label(bold(words.with("group-each-ballot", &args)).size(TITLE));
        counted(ui, teller, &ballots);
    }
    if singly.is_empty() {
        return;
    }
    ui.label(bold(words.get("group-each")).size(TITLE));
    let columns = teller.knowledge.questions.plain().len() + 1;
    // A column has no more than its part of the room, and a long word in it goes on below.
    let between = ui.spacing().item_spacing.x * (columns - 1) as f32;
    let width = (ui.available_width() - between - BAR) / columns as f32;
    let row = |ui: &mut Ui, (index, answers): (usize, &Answers), whole: bool| {
        let told = |ui: &mut Ui, text: String| {
            let label = Label::new(text);
            ui.add(match whole {
                true => label.wrap(),
                false => label.truncate(),
            });
        };
        told(ui, opinion_name(&heard.opinions, index, words));
        for (question, answer) in teller.knowledge.questions.iter().zip(&answers.answers) {
            let chosen = answer.chosen.map(|chosen| teller.label(question, chosen));
            told(
                ui,
                chosen.unwrap_or_else(|| words.get("verdict-impossible-short")),
            );
        }
        ui.end_row();
    };
    let grid = || Grid::new("each").striped(true).max_col_width(width);
    if singly.len() <= ROWS {
        grid().show(ui, |ui| {
            singly.into_iter().for_each(|one| row(ui, one, true));
        });
        return;
    }
    let height = ui.text_style_height(&TextStyle::Body);
    let area = ScrollArea::vertical().max_height(HEIGHT).id_salt("each");
    area.show_rows(ui, height, singly.len(), |ui, range| {
        let seen = grid().start_row(range.start).num_columns(columns);
        seen.show(ui, |ui| {
            let shown = singly.get(range).unwrap_or_default();
            shown.iter().for_each(|one| row(ui, *one, false));
        });
    });
}

/// How many ballots come to each answer, question by question.
fn counted(ui: &mut Ui, teller: Teller<'_>, ballots: &[&Answers]) {
    let words = teller.words;
    for (at, question) in teller.knowledge.questions.pairs() {
        let told = counts(at, ballots).into_iter().map(|(chosen, count)| {
            let name = match chosen {
                Some(chosen) => teller.label(question, chosen),
                None => words.get("verdict-impossible-short"),
            };
            let args = [("label", name), ("value", count.to_string())];
            words.with("report-slider", &args)
        });
        let told = told.collect::<Vec<_>>().join(" · ");
        ui.label(small(ui, question.label.get(words.lang())));
        ui.add(Label::new(told).wrap());
        ui.add_space(2.0);
    }
}

/// The most frequent first.
fn counts(at: QuestionId, ballots: &[&Answers]) -> Vec<(Option<AlternativeId>, usize)> {
    let mut found: Vec<(Option<AlternativeId>, usize)> = Vec::new();
    for answers in ballots {
        let chosen = answers.answers[at].chosen;
        match found.iter_mut().find(|(other, _)| *other == chosen) {
            Some((_, count)) => *count += 1,
            None => found.push((chosen, 1)),
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found
}
