//! The left of the window: one card per factor, one line per slider.

use std::collections::HashSet;

use eframe::egui::{
    Align, Button, ComboBox, Id, Label, Layout, Rect, Response, Role, Sense, Stroke, TextEdit,
    TextStyle, Ui, WidgetInfo, vec2,
};

use crate::analysis::{Answers, Hold, Sensitivity, pull_of_measures};
use crate::i18n::Words;
use crate::model::{
    ExtraTheme, Factor, FactorId, FactorInput, MAX_EXTRA_THEMES, MAX_NAME, MAX_TEXT, MeasureId,
    Scenario, SliderAt, passage,
};
use crate::ui::command::Command;
use crate::ui::paint::fold::Fold;
use crate::ui::paint::style::{self, bold, card, color, palette, small};
use crate::ui::paint::widgets::{
    aligned_right, ends, icon, labelled, number, number_field, profile_text, slider,
    undone_with_the_rest,
};
use crate::ui::panels::memory::Memory;
use crate::wording::Teller;

pub struct Cards<'a> {
    pub teller: Teller<'a>,
    /// Of the company that the cards show.
    pub answers: &'a Answers,
    /// Where today's answer holds; `None` for another quarter.
    pub sensitivity: Option<&'a Sensitivity>,
    pub memory: &'a mut Memory,
    pub asked: &'a mut Vec<Command>,
}

impl Cards<'_> {
    pub fn show(&mut self, ui: &mut Ui, scenario: &mut Scenario) {
        let knowledge = self.teller.knowledge;
        self.legend(ui);
        for (index, factor) in knowledge.factors.pairs() {
            if style::can_wait(ui) {
                return;
            }
            if let Some(input) = scenario.factors.get_mut(&factor.id) {
                self.card(ui, index, factor, input);
            }
        }
        if let Some((factor, index)) = self.memory.removed.take() {
            scenario.remove_theme(&factor, index);
        }
    }

    /// What the mark under the sliders means.
    fn legend(&self, ui: &mut Ui) {
        if self.sensitivity.is_none() {
            return;
        }
        ui.horizontal_top(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(34.0, style::SMALL), Sense::hover());
            let pen = Stroke::new(2.0, color(palette(ui).accent));
            let y = place.center().y + 3.0;
            ui.painter().hline(place.x_range(), y, pen);
            for x in [place.left(), place.right()] {
                ui.painter().vline(x, y - 5.0..=y + 1.0, pen);
            }
            let told = small(ui, self.teller.words.get("hold-legend"));
            ui.add(Label::new(told).wrap());
        });
    }

    /// What the factor is; the article's own words once someone asks for them.
    fn help(&mut self, ui: &mut Ui, factor: &Factor) {
        let words = self.teller.words;
        let quote = words.with("article-says", &[("quote", factor.quote.as_str())]);
        let (label, accent) = (factor.label.get(words.lang()), color(palette(ui).accent));
        let shown = self.memory.quoted.contains(&factor.id);
        ui.horizontal_top(|ui| {
            let name = words.with("article-of", &[("factor", label)]);
            let button = ui.add(Button::new("?").small().selected(shown));
            button.widget_info(|| labelled(Role::Button, &name));
            if button.on_hover_text(quote.as_str()).clicked() {
                if shown {
                    self.memory.quoted.remove(&factor.id);
                } else {
                    self.memory.quoted.insert(factor.id.clone());
                }
            }
            ui.add(Label::new(small(ui, factor.help.get(words.lang()))).wrap());
        });
        if shown {
            ui.label(small(ui, quote).italics());
            if passage(&factor.quote).is_some() {
                let name = words.with("article-read-of", &[("factor", label)]);
                let link = ui.link(small(ui, words.get("article-read")).color(accent));
                link.widget_info(|| labelled(Role::Link, &name));
                if link.clicked() {
                    self.asked.push(Command::ReadQuote(factor.quote.clone()));
                }
            }
        }
    }

    fn card(&mut self, ui: &mut Ui, index: FactorId, factor: &Factor, input: &mut FactorInput) {
        let words = self.teller.words;
        let lang = words.lang();
        let label = factor.label.get(lang);
        let jump = self.memory.jump.as_ref();
        let jumped = jump.is_some_and(|jump| jump.factor == factor.id);
        let to_card = jumped && jump.is_some_and(|jump| jump.quantity.is_none());
        card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let fold = Fold {
                title: label,
                default_open: true,
                open: jumped.then_some(true),
            };
            let head = fold.show(ui, ("card", &factor.id), |ui| {
                self.help(ui, factor);
                self.weight(ui, index, factor, input);
                let name = words.with("unknown-of", &[("factor", label)]);
                let unknown = ui.checkbox(&mut input.unknown, words.get("unknown"));
                unknown.widget_info(|| {
                    WidgetInfo::selected(Role::CheckBox, true, input.unknown, &name)
                });
                unknown.on_hover_text(words.get("unknown-help"));
                ui.separator();
                ui.add_enabled_ui(!input.unknown, |ui| self.sliders(ui, index, factor, input));
            });
            if to_card {
                head.scroll_to_me(Some(Align::TOP));
                head.request_focus();
                self.memory.jump = None;
            }
        });
    }

    fn sliders(&mut self, ui: &mut Ui, index: FactorId, factor: &Factor, input: &mut FactorInput) {
        let lang = self.teller.words.lang();
        if let Some(choice) = &factor.choice {
            let name = choice.label.get(lang);
            let shown = choice
                .option(&input.choice)
                .map_or("", |option| option.label.get(lang));
            let heading = ui.label(name);
            ComboBox::from_id_salt((&factor.id, "choice"))
                .selected_text(shown)
                .width(ui.available_width() - 8.0)
                .show_ui(ui, |ui| {
                    for option in &choice.options {
                        let text = option.label.get(lang);
                        ui.selectable_value(&mut input.choice, option.id.clone(), text);
                    }
                })
                .response
                .labelled_by(heading.id);
        }
        let speaking: Vec<_> = self
            .teller
            .knowledge
            .speaking(index, &input.choice)
            .collect();
        for quantity in speaking {
            let slider = SliderAt {
                factor: index,
                quantity,
            };
            self.quantity(ui, slider, input);
        }
        if factor.extensible {
            self.extra(ui, factor, input);
            self.diversity(ui, factor);
        }
    }

    fn weight(&self, ui: &mut Ui, index: FactorId, factor: &Factor, input: &mut FactorInput) {
        let words = self.teller.words;
        let label = factor.label.get(words.lang());
        let name = words.with("weight-of", &[("factor", label)]);
        aligned_right(ui, |ui| {
            let number_name = words.with("number-of", &[("name", name.as_str())]);
            number(ui, &mut input.weight, &number_name, words);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(words.get("weight"))
                    .on_hover_text(words.get("weight-help"));
                ui.spacing_mut().slider_width = ui.available_width();
                let response = slider(ui, &mut input.weight, &name);
                let hold = self.sensitivity.and_then(|s| s.weights[index].as_ref());
                self.band(ui, &response, hold);
            });
        });
    }

    fn quantity(&mut self, ui: &mut Ui, slider: SliderAt, input: &mut FactorInput) {
        let knowledge = self.teller.knowledge;
        let factor = &knowledge.factors[slider.factor];
        let quantity = knowledge.quantity(slider);
        let hold = self
            .sensitivity
            .and_then(|s| s.quantities[slider.factor][slider.quantity].as_ref());
        let lang = self.teller.words.lang();
        let Some(setting) = input.quantities.get_mut(&quantity.id) else {
            return;
        };
        let name = quantity.label.get(lang);
        let row = Row {
            words: self.teller.words,
            id: Id::unique(("note", &factor.id, &quantity.id)),
            name,
            default: quantity.default,
        };
        ui.add_space(4.0);
        let response = ui
            .scope(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let notes = &mut self.memory.open_notes;
                row.head(ui, &mut setting.value, &setting.note, None, notes);
                let response = row.slider(ui, &mut setting.value);
                self.band(ui, &response, hold);
                let between = ends(ui, quantity.low.get(lang), quantity.high.get(lang));
                row.doubt(ui, between, &mut setting.plus_minus);
                let measures: Vec<MeasureId> = knowledge.measures_of(slider).collect();
                self.pull(ui, &measures);
                response
            })
            .inner;
        row.note(ui, &mut setting.note, &self.memory.open_notes);
        let wanted = self.memory.jump.as_ref().is_some_and(|jump| {
            jump.factor == factor.id && jump.quantity.as_deref() == Some(&quantity.id)
        });
        if wanted {
            response.scroll_to_me(Some(Align::Center));
            response.request_focus();
            self.memory.jump = None;
        }
    }

    /// Under a slider: the interval in which the answer holds, and who takes over past its ends.
    fn band(&self, ui: &Ui, response: &Response, hold: Option<&Hold>) {
        let words = self.teller.words;
        let Some(hold) = hold else {
            return;
        };
        let question = self.teller.knowledge.attachment();
        let rect = response.rect;
        let radius = rect.height() / 2.5;
        let at = |value: f64| {
            let share = (value / 100.0) as f32;
            rect.left() + radius + share * (rect.width() - 2.0 * radius)
        };
        let y = rect.bottom() - 1.5;
        let pen = Stroke::new(2.0, color(palette(ui).accent));
        let painter = ui.painter();
        painter.hline(at(hold.low)..=at(hold.high), y, pen);
        for (edge, takes) in [(hold.low, hold.below), (hold.high, hold.above)] {
            // Where the answer stays the same up to the end of the slider there is no mark.
            if takes.is_some() {
                painter.vline(at(edge), y - 4.0..=y + 1.0, pen);
            }
        }
        let mut told = vec![words.with(
            "hold",
            &[
                ("low", words.number(hold.low, 0)),
                ("high", words.number(hold.high, 0)),
            ],
        )];
        let name = |takes| self.teller.label(question, takes);
        if let Some(takes) = hold.below {
            told.push(words.with("hold-below", &[("name", name(takes))]));
        }
        if let Some(takes) = hold.above {
            told.push(words.with("hold-above", &[("name", name(takes))]));
        }
        response.clone().on_hover_text(told.join(" "));
    }

    /// What a slider, or a derived measure, currently pulls the attachment towards.
    fn pull(&self, ui: &mut Ui, measures: &[MeasureId]) {
        let words = self.teller.words;
        let question = self.teller.knowledge.attachment();
        let answer = self.answers.attachment();
        let share = measures.iter().find_map(|&measure| {
            let value = self.answers.inputs.measures[measure]?;
            let reading = &self.teller.knowledge.measures[measure].reading;
            reading.is_share().then_some(value)
        });
        let palette = palette(ui);
        let (pulled, ink) = match pull_of_measures(self.teller.knowledge, answer, measures) {
            Some(pull) => {
                let args = [
                    ("name", self.teller.label(question, pull.alternative)),
                    ("points", words.signed(pull.points, 1)),
                ];
                (words.with("pulls-towards", &args), palette.accent)
            }
            None => (words.get("pulls-nowhere"), palette.muted),
        };
        let text = match share {
            Some(share) => words.with(
                "pulls-with-share",
                &[("share", words.number(share, 0)), ("pull", pulled)],
            ),
            None => pulled,
        };
        ui.add(Label::new(small(ui, text).color(color(ink))).truncate());
    }

    fn diversity(&self, ui: &mut Ui, factor: &Factor) {
        let words = self.teller.words;
        let lang = words.lang();
        for &at in &factor.measures {
            let measure = &self.teller.knowledge.measures[at];
            if !measure.reading.is_diversity() {
                continue;
            }
            let value = self.answers.inputs.measures[at];
            ui.separator();
            let text = value.map_or_else(|| words.get("none-yet"), |value| words.number(value, 0));
            aligned_right(ui, |ui| {
                ui.label(bold(text));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.label(bold(measure.label.get(lang)))
                        .on_hover_text(words.get("diversity-help"));
                });
            });
            self.pull(ui, &[at]);
        }
    }

    /// Themes of the company's own.
    fn extra(&mut self, ui: &mut Ui, factor: &Factor, input: &mut FactorInput) {
        let mut removed = None;
        let words = self.teller.words;
        let lang = words.lang();
        for (index, theme) in input.extra.iter_mut().enumerate() {
            ui.add_space(4.0);
            let unnamed = words.get("theme-unnamed");
            let name = match theme.name.trim() {
                "" => unnamed,
                name => name.to_owned(),
            };
            let row = Row {
                words,
                id: Id::unique(("note", &factor.id, "extra", index)),
                name: &name,
                default: 50.0,
            };
            ui.horizontal(|ui| {
                let label = words.with("theme-name", &[("number", (index + 1).to_string())]);
                let edit = TextEdit::singleline(&mut theme.name)
                    .char_limit(MAX_NAME)
                    .hint_text(words.get("theme-unnamed"))
                    .desired_width(ui.available_width() - 44.0);
                profile_text(ui, edit, Role::TextInput, &label);
                let remove = words.with("theme-remove", &[("name", name.as_str())]);
                if icon(ui, "✖", &remove).clicked() {
                    removed = Some(index);
                }
            });
            let notes = &mut self.memory.open_notes;
            row.head(ui, &mut theme.value, &theme.note, Some(""), notes);
            row.slider(ui, &mut theme.value);
            // Its ends are those of the other themes.
            if let Some(like) = factor.quantities.iter().next() {
                let between = ends(ui, like.low.get(lang), like.high.get(lang));
                row.doubt(ui, between, &mut theme.plus_minus);
            }
            row.note(ui, &mut theme.note, &self.memory.open_notes);
        }
        if let Some(index) = removed {
            self.memory.removed = Some((factor.id.clone(), index));
        }
        if input.extra.len() < MAX_EXTRA_THEMES {
            ui.add_space(4.0);
            if ui.button(words.get("theme-add")).clicked() {
                input.extra.push(ExtraTheme::named(""));
            }
        }
    }
}

/// One slider with its name, value, reset and note.
struct Row<'a> {
    words: &'a Words,
    /// By which it is remembered that the note is open.
    id: Id,
    name: &'a str,
    default: f64,
}

impl Row<'_> {
    fn head(
        &self,
        ui: &mut Ui,
        value: &mut f64,
        note: &str,
        shown: Option<&str>,
        notes: &mut HashSet<Id>,
    ) {
        aligned_right(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let written = if note.trim().is_empty() {
                "✏"
            } else {
                "📝"
            };
            let told = self.words.with("note-of", &[("name", self.name)]);
            if icon(ui, written, &told).clicked() && !notes.remove(&self.id) {
                notes.insert(self.id);
            }
            let told = self.words.with("reset-of", &[("name", self.name)]);
            let stands = *value == self.default;
            let reset = ui.add_enabled_ui(!stands, |ui| icon(ui, "⟲", &told)).inner;
            if reset.clicked() {
                *value = self.default;
            }
            number(
                ui,
                value,
                &self.words.with("number-of", &[("name", self.name)]),
                self.words,
            );
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(shown.unwrap_or(self.name)).truncate());
            });
        });
    }

    fn slider(&self, ui: &mut Ui, value: &mut f64) -> Response {
        ui.spacing_mut().slider_width = ui.available_width();
        slider(ui, value, self.name)
    }

    /// How far the value may be off, in the middle between the two ends of the slider.
    fn doubt(&self, ui: &mut Ui, between: Rect, plus_minus: &mut f64) {
        let field = number_field(plus_minus, 100.0, self.words).prefix("± ");
        let place = Rect::from_center_size(between.center(), vec2(50.0, between.height() + 2.0));
        let response = ui
            .scope(|ui| {
                ui.style_mut().drag_value_text_style = TextStyle::Small;
                ui.spacing_mut().button_padding.y = 0.0;
                ui.put(place, field)
            })
            .inner;
        undone_with_the_rest(ui, &response);
        let name = self.words.with("doubt-of", &[("name", self.name)]);
        response.widget_info(|| labelled(Role::SpinButton, &name));
        response.on_hover_text(self.words.get("doubt-help"));
    }

    fn note(&self, ui: &mut Ui, note: &mut String, notes: &HashSet<Id>) {
        if !notes.contains(&self.id) {
            if !note.trim().is_empty() {
                ui.label(small(ui, note.trim()).italics());
            }
            return;
        }
        let label = self.words.with("note-of", &[("name", self.name)]);
        let edit = TextEdit::multiline(note)
            .char_limit(MAX_TEXT)
            .desired_rows(2)
            .hint_text(self.words.get("note-hint"))
            .desired_width(f32::INFINITY);
        profile_text(ui, edit, Role::MultilineTextInput, &label);
    }
}
