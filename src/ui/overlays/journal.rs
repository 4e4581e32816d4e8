//! The journal of the sessions: every change that stands, found by words or by subject, and why it was
//! made. It is copied as minutes, and can be switched off.

use eframe::egui::{ComboBox, Context, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::reading;
use crate::i18n::Words;
use crate::model::{Header, Journal, MAX_NAME, MAX_TEXT, Subject};
use crate::ui::command::{Command, Why};
use crate::ui::paint::style::{BODY, GAP, TITLE, bold, small};
use crate::ui::paint::widgets::{labelled, own_text, primary, undone_with_the_rest};
use crate::wording::{Minute, Teller};

const WIDTH: f32 = 860.0;
/// Of the fields above the list.
const FIELD: f32 = 210.0;
/// Of the time of a change.
const TIME: f32 = 70.0;
/// Share of the width for why a change was made.
const WHY: f32 = 0.36;

/// The journal while it is looked at.
#[derive(Default)]
pub struct Notes {
    /// What is looked for.
    sought: String,
    /// Only changes about this.
    about: Option<Subject>,
}

impl Notes {
    /// Shows the journal; `true` once it is to be closed.
    pub fn show(
        &mut self,
        ctx: &Context,
        teller: Teller<'_>,
        header: &Header,
        signed: &str,
        asked: &mut Vec<Command>,
    ) -> bool {
        let words = teller.words;
        let journal = &header.journal;
        reading::sheet(ctx, "journal", WIDTH, |ui| {
            ui.label(bold(words.get("journal-title")).size(TITLE));
            ui.label(small(ui, words.get("journal-help")));
            ui.add_space(GAP);
            self.fields(ui, teller, journal, signed, asked);
            ui.add_space(GAP);
            let height = (ctx.content_rect().height() - 320.0).max(120.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false)
                .show(ui, |ui| {
                    if !ctx.text_edit_focused() {
                        reading::move_by_keys(ui, height - 2.0 * BODY);
                    }
                    ui.set_width(ui.available_width() - 12.0);
                    self.list(ui, teller, journal, asked);
                });
            ui.add_space(GAP);
            ui.horizontal(|ui| {
                let close = primary(ui, &words.get("close")).clicked();
                let some = !journal.entries.is_empty();
                ui.add_enabled_ui(some, |ui| {
                    if ui.button(words.get("journal-copy")).clicked() {
                        let title = teller.company_name(header);
                        ctx.copy_text(teller.minutes_text(&title, journal));
                    }
                });
                let (key, help) = if journal.off {
                    ("journal-on", "journal-on-help")
                } else {
                    ("journal-off", "journal-off-help")
                };
                let switch = ui.button(words.get(key));
                if switch.on_hover_text(words.get(help)).clicked() {
                    asked.push(Command::KeepJournal(journal.off));
                }
                close
            })
            .inner
        })
    }

    /// What is looked for, and who is at the keyboard.
    fn fields(
        &mut self,
        ui: &mut Ui,
        teller: Teller<'_>,
        journal: &Journal,
        signed: &str,
        asked: &mut Vec<Command>,
    ) {
        let words = teller.words;
        ui.horizontal_wrapped(|ui| {
            let name = words.get("journal-find");
            let edit = TextEdit::singleline(&mut self.sought)
                .hint_text(name.as_str())
                .desired_width(FIELD);
            own_text(ui, edit, &name);
            self.subjects(ui, teller, journal);
            let name = words.get("journal-name");
            ui.label(small(ui, &name));
            let mut text = signed.to_owned();
            let edit = TextEdit::singleline(&mut text)
                .char_limit(MAX_NAME)
                .desired_width(FIELD);
            let field = own_text(ui, edit, &name);
            if field
                .on_hover_text(words.get("journal-name-help"))
                .changed()
            {
                asked.push(Command::Sign(text));
            }
        });
    }

    /// The subjects of which there is anything, in the order in which they came up.
    fn subjects(&mut self, ui: &mut Ui, teller: Teller<'_>, journal: &Journal) {
        let words = teller.words;
        let mut known: Vec<&Subject> = Vec::new();
        for entry in &journal.entries {
            if !known.contains(&&entry.about) {
                known.push(&entry.about);
            }
        }
        let all = words.get("journal-all");
        let told = |about: Option<&Subject>| about.map_or(all.clone(), |it| teller.subject(it));
        let chosen = told(self.about.as_ref());
        let name = words.get("journal-subject");
        let shown = ComboBox::from_id_salt("journal subject")
            .selected_text(&chosen)
            .width(FIELD)
            .show_ui(ui, |ui| {
                ui.selectable_value(&mut self.about, None, &all);
                for subject in known {
                    let label = told(Some(subject));
                    ui.selectable_value(&mut self.about, Some(subject.clone()), label);
                }
            });
        shown.response.widget_info(|| WidgetInfo {
            current_text_value: Some(chosen.clone()),
            ..labelled(Role::ComboBox, &name)
        });
    }

    /// The changes that are looked for, the latest day first.
    fn list(&self, ui: &mut Ui, teller: Teller<'_>, journal: &Journal, asked: &mut Vec<Command>) {
        let words = teller.words;
        if journal.entries.is_empty() {
            let key = if journal.off {
                "journal-is-off"
            } else {
                "journal-empty"
            };
            ui.label(words.get(key));
            return;
        }
        let mut found = false;
        for day in teller.minutes(journal).iter().rev() {
            let lines = day.lines.iter().rev();
            let lines: Vec<&Minute> = lines.filter(|minute| self.wants(journal, minute)).collect();
            if lines.is_empty() {
                continue;
            }
            found = true;
            ui.label(bold(&day.day));
            for minute in lines {
                ui.push_id(minute.place, |ui| line(ui, words, journal, minute, asked));
            }
            ui.add_space(GAP);
        }
        if !found {
            ui.label(words.get("journal-none-found"));
        }
        if let Some(told) = teller.minutes_left_out(journal) {
            ui.label(small(ui, told));
        }
    }

    fn wants(&self, journal: &Journal, minute: &Minute) -> bool {
        let about = &journal.entries[minute.place].about;
        let sought = self.sought.trim().to_lowercase();
        let says = |text: &str| text.to_lowercase().contains(&sought);
        self.about.as_ref().is_none_or(|of| of == about)
            && (says(&minute.what) || says(&minute.who) || says(&minute.why))
    }
}

/// One change, and the field for why it was made.
fn line(ui: &mut Ui, words: &Words, journal: &Journal, minute: &Minute, asked: &mut Vec<Command>) {
    let room = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(TIME, 0.0), |ui| {
            ui.set_width(TIME);
            ui.label(small(ui, &minute.time));
        });
        let gaps = 3.0 * ui.spacing().item_spacing.x;
        let told = (1.0 - WHY) * room - TIME - gaps;
        ui.vertical(|ui| {
            ui.set_width(told);
            ui.label(&minute.what);
            if !minute.who.is_empty() {
                ui.label(small(ui, &minute.who));
            }
        });
        let hint = words.get("journal-why");
        let name = words.with("journal-why-of", &[("what", minute.what.as_str())]);
        let mut why = journal.entries[minute.place].why.clone();
        let edit = TextEdit::singleline(&mut why)
            .char_limit(MAX_TEXT)
            .hint_text(hint)
            .desired_width(ui.available_width());
        let field = ui.add(edit);
        undone_with_the_rest(ui, &field);
        field.widget_info(|| labelled(Role::TextInput, &name));
        if field.changed() {
            let entry = minute.place;
            asked.push(Command::Explain(Why { entry, why }));
        }
    });
}
