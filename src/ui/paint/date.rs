//! A field for a day, typed as people write it.

use eframe::egui::{Role, TextEdit, Ui};

use super::style::small;
use super::widgets::{labelled, own, undone_with_the_rest};
use crate::i18n::{Words, read_date, short_date};
use crate::model::MAX_NAME;

/// Shows the field; gives another day once one is typed. What is typed stays in the field until it is a
/// day (`typed`), and the field's own undo works until then.
pub fn date_field(
    ui: &mut Ui,
    words: &Words,
    name: &str,
    date: jiff::civil::Date,
    width: f32,
    typed: &mut Option<String>,
) -> Option<jiff::civil::Date> {
    // The date may have been undone since it was typed.
    let stands = |text: &str| read_date(text).is_none_or(|typed| typed == date);
    let mut text = typed
        .take_if(|text| stands(text))
        .unwrap_or_else(|| short_date(date));
    let edit = TextEdit::singleline(&mut text).char_limit(MAX_NAME);
    let response = ui.add(edit.desired_width(width));
    response.widget_info(|| labelled(Role::TextInput, name));
    let read = read_date(&text);
    if read.is_some() {
        undone_with_the_rest(ui, &response);
    } else {
        own(ui, &response);
        ui.label(small(ui, words.get("company-date-wrong")));
    }
    // As it was typed while it is being typed, or is no date yet.
    *typed = (response.has_focus() || read.is_none()).then_some(text);
    read.filter(|read| *read != date)
}
