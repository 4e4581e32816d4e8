//! A row of answers: those of a question beside each other, and that nobody knows apart from them.

use eframe::egui::{EventFilter, Id, Response, Role, Sense, Ui, vec2};

use super::keys::{Cursor, Pressed};
use super::measures::Measures;
use super::segment::{Look, Segment, segments};
use crate::i18n::Words;

/// Share of the width for the answer that nobody knows.
const UNKNOWN: f32 = 0.17;
/// The least of it, in points.
const UNKNOWN_LEAST: f32 = 84.0;

/// A row of answers.
pub struct Answers<'a> {
    /// What they answer, for screen readers.
    pub question: &'a str,
    /// Each in words, that nobody knows left out.
    pub answers: &'a [String],
    /// That nobody knows, in words.
    pub unknown: &'a str,
    /// Which is shown as chosen, one past the last for that nobody knows, and whether it is just that.
    pub chosen: Option<(usize, bool)>,
    /// The place of the row on its screen.
    pub place: usize,
    /// Whether no answer gets the focus with the row until one is chosen or led to: its question has it.
    pub is_neutral: bool,
}

impl Answers<'_> {
    /// Shows them; gives the one that was pressed. Each has an id of its own under `id`.
    pub fn show(
        &self,
        ui: &mut Ui,
        words: &Words,
        measures: Measures,
        cursor: &mut Cursor,
        id: Id,
    ) -> Option<Pressed> {
        let size = vec2(ui.available_width(), measures.control());
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        let apart = (UNKNOWN * area.width()).max(UNKNOWN_LEAST);
        let count = self.answers.len();
        let here = cursor.row == self.place;
        let stop = cursor.segment.filter(|_| here);
        let stop = stop
            .or(self.chosen.map(|(at, _)| at))
            .unwrap_or(0)
            .min(count);
        let goes_there = !self.is_neutral || self.chosen.is_some() || cursor.segment.is_some();
        let mut pressed = None;
        for (at, part) in segments(area, count, apart).into_iter().enumerate() {
            let is_unknown = at == count;
            let key = if is_unknown { 0 } else { at + 1 }.to_string();
            let text = self.answers.get(at).map_or(self.unknown, String::as_str);
            let name = words.with(
                "describe-answer",
                &[("question", self.question), ("answer", text)],
            );
            let segment = Segment {
                text,
                key: if here { &key } else { "" },
                name: &name,
                look: match self.chosen {
                    Some((chosen, true)) if chosen == at => Look::Chosen,
                    Some((chosen, false)) if chosen == at => Look::Near,
                    _ => Look::Open,
                },
                role: Role::RadioButton,
                enabled: true,
                is_stop: at == stop,
                size: if is_unknown {
                    measures.small()
                } else {
                    measures.text()
                },
            };
            let response = segment.show(ui, part, id.with(at));
            if here && cursor.moved && at == stop && goes_there {
                response.request_focus();
                response.scroll_to_me(None);
            }
            if response.has_focus() {
                keep_arrows(ui, &response);
            }
            if response.gained_focus() && !cursor.moved {
                (cursor.row, cursor.segment) = (self.place, Some(at));
                response.scroll_to_me(None);
            }
            if response.clicked() {
                (cursor.row, cursor.segment) = (self.place, Some(at));
                response.request_focus();
                pressed = Some(match is_unknown {
                    true => Pressed::Unknown,
                    false => Pressed::Segment(at),
                });
            }
        }
        pressed
    }
}

/// The arrows move within what has the focus, and do not leave it.
pub fn keep_arrows(ui: &Ui, response: &Response) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}
