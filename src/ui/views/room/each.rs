//! The answers of each opinion that has a name or was gathered one by one; of ballots, how many come to
//! each answer.

use eframe::egui::{Grid, ScrollArea, TextStyle, Ui};

use super::found::Heard;
use super::gather::opinion_name;
use crate::analysis::{Answers, Group};
use crate::model::{AlternativeId, QuestionId};
use crate::ui::paint::style::{TITLE, bold};
use crate::wording::Teller;

/// How high the table may stand before it scrolls.
const HEIGHT: f32 = 260.0;
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
    let row = |ui: &mut Ui, (index, answers): (usize, &Answers)| {
        ui.label(opinion_name(&heard.opinions, index, words));
        for (question, answer) in teller.knowledge.questions.iter().zip(&answers.answers) {
            let chosen = answer.chosen.map(|chosen| teller.label(question, chosen));
            ui.label(chosen.unwrap_or_else(|| words.get("verdict-impossible-short")));
        }
        ui.end_row();
    };
    let grid = || Grid::new("each").striped(true);
    if singly.len() <= ROWS {
        grid().show(ui, |ui| singly.into_iter().for_each(|one| row(ui, one)));
        return;
    }
    let height = ui.text_style_height(&TextStyle::Body);
    let area = ScrollArea::vertical().max_height(HEIGHT).id_salt("each");
    area.show_rows(ui, height, singly.len(), |ui, range| {
        let seen = grid().start_row(range.start).num_columns(5);
        seen.show(ui, |ui| {
            let shown = singly.get(range).unwrap_or_default();
            shown.iter().for_each(|one| row(ui, *one));
        });
    });
}

/// How many ballots come to each answer, question by question.
fn counted(ui: &mut Ui, teller: Teller<'_>, ballots: &[&Answers]) {
    let words = teller.words;
    Grid::new("ballots").striped(true).show(ui, |ui| {
        for (at, question) in teller.knowledge.questions.pairs() {
            ui.label(question.label.get(words.lang()));
            for (chosen, count) in counts(at, ballots) {
                let name = match chosen {
                    Some(chosen) => teller.label(question, chosen),
                    None => words.get("verdict-impossible-short"),
                };
                let args = [("label", name), ("value", count.to_string())];
                ui.label(words.with("report-slider", &args));
            }
            ui.end_row();
        }
    });
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
