//! Who the company is: its name, one line about it, and who describes it.

use eframe::egui::{FontId, Label, Margin, Role, TextEdit, Ui};

use super::parts::Page;
use crate::model::{MAX_NAME, MAX_TEXT};
use crate::ui::document::Document;
use crate::ui::paint::style::bold;
use crate::ui::paint::widgets::profile_text;

pub fn show(ui: &mut Ui, page: &mut Page<'_>, document: &mut Document) {
    let words = page.teller.words;
    let (question, help) = (
        words.get("describe-company"),
        words.get("describe-company-help"),
    );
    page.question(ui, &question, &help);
    let (header, _) = document.parts_mut();
    let begins = std::mem::take(&mut page.cursor.moved);
    let company = words.get("describe-name");
    field(ui, page, &company, &mut header.company, MAX_NAME, begins);
    let lang = words.lang();
    let mut line = header.description(lang).to_owned();
    let told = words.get("describe-line");
    if field(ui, page, &told, &mut line, MAX_TEXT, false) {
        header.description.insert(lang.code().to_owned(), line);
    }
    let author = words.get("describe-author");
    field(ui, page, &author, &mut header.author, MAX_NAME, false);
}

/// A large field under its name; `true` where it changed.
fn field(
    ui: &mut Ui,
    page: &Page<'_>,
    name: &str,
    text: &mut String,
    most: usize,
    focus: bool,
) -> bool {
    let measures = page.measures;
    ui.add(Label::new(bold(name).size(measures.row())).wrap());
    let font = FontId::proportional(measures.row());
    let height = (measures.control() - 1.4 * measures.row()) / 2.0;
    let edit = TextEdit::singleline(text)
        .char_limit(most)
        .font(font)
        .margin(Margin::symmetric(12, height as i8))
        .desired_width(f32::INFINITY);
    let response = profile_text(ui, edit, Role::TextInput, name);
    if focus {
        response.request_focus();
    }
    ui.add_space(measures.between());
    response.changed()
}
