//! Presentation: the whole screen for the room. The chart first, then one factor at a time.

use std::time::Duration;

use eframe::egui::{
    Align, Button, CentralPanel, Color32, Context, Event, Frame, Id, Key, LayerId, Layout,
    Modifiers, Order, Panel, RichText, ScrollArea, Slider, SliderClamping, Stroke, Ui, WidgetInfo,
};

use crate::analysis::{Answers, Verdicts};
use crate::chart::Structure;
use crate::draw::{Weight, wrap};
use crate::i18n::Words;
use crate::model::{Factor, FactorInput, Knowledge};
use crate::ui::analyses::Analyses;
use crate::ui::document::Document;
use crate::ui::paint::glide::Glide;
use crate::ui::paint::style::{self, bold, color, palette};
use crate::ui::views::chart;
use crate::wording::Teller;

/// The height of a screen, in points, at which the sizes below are not scaled.
const USUAL_HEIGHT: f32 = 720.0;
const LARGEST: f32 = 3.0;
const TITLE: f32 = 34.0;
const TEXT: f32 = 21.0;
const SMALL: f32 = 16.0;
const MARGIN: f32 = 18.0;
/// Radius of the ring around the pointer.
const POINTER: f32 = 18.0;
/// How long the buttons stay after the mouse has moved, in seconds.
const BUTTONS_STAY: f64 = 3.0;
/// Share of the width for a factor.
const FACTOR: f32 = 0.4;

/// Where the presentation stands.
#[derive(Default)]
pub struct Presentation {
    /// 0 is the answer, then one per factor, then the reasons.
    slide: usize,
    /// Whether each slide hides values and the answer until someone reveals them.
    hiding: bool,
    revealed: bool,
    /// Whether the screen is black.
    blank: bool,
    /// When the mouse last moved: its buttons are there for a while.
    moved: Option<f64>,
}

impl Presentation {
    /// Does what keys ask for; `true` to leave.
    pub fn listen(&mut self, ctx: &Context, knowledge: &Knowledge) -> bool {
        let last = knowledge.factors.len() + 1;
        // A focused slider keeps its arrows; a presenter's remote has its own keys.
        let free = ctx.memory(|memory| memory.focused().is_none());
        let mut leave = false;
        // Each press counts, however many come in one frame.
        let mut events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        events.retain(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if !leave && modifiers.matches_logically(Modifiers::NONE) => {
                match key {
                    Key::Escape | Key::F5 => leave = true,
                    Key::B | Key::Period => self.blank = !self.blank,
                    Key::H => {
                        self.hiding = !self.hiding;
                        self.revealed = false;
                    }
                    Key::R => self.revealed = true,
                    Key::PageDown => self.go((self.slide + 1).min(last)),
                    Key::ArrowRight if free => self.go((self.slide + 1).min(last)),
                    Key::PageUp => self.go(self.slide.saturating_sub(1)),
                    Key::ArrowLeft if free => self.go(self.slide.saturating_sub(1)),
                    Key::Home => self.go(0),
                    Key::End => self.go(last),
                    _ => return true,
                }
                false
            }
            _ => true,
        });
        ctx.input_mut(|input| input.events = events);
        leave
    }

    fn go(&mut self, slide: usize) {
        if slide != self.slide {
            self.slide = slide;
            self.revealed = false;
        }
        self.blank = false;
    }

    fn shows_values(&self) -> bool {
        !self.hiding || self.revealed
    }

    /// Shows the slide; `true` to leave.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        teller: Teller<'_>,
        document: &mut Document,
        analyses: &mut Analyses,
        glide: &mut Glide,
    ) -> bool {
        let (knowledge, words) = (teller.knowledge, teller.words);
        if self.blank {
            let frame = Frame::new().fill(Color32::BLACK);
            CentralPanel::default().frame(frame).show(ui, |ui| {
                ui.label(RichText::new(words.get("present-blank")).color(Color32::BLACK));
            });
            return false;
        }
        let scale = (ui.ctx().content_rect().height() / USUAL_HEIGHT).clamp(1.0, LARGEST);
        let margin = (MARGIN * scale).min(f32::from(i8::MAX)) as i8;
        let mut leave = false;
        Panel::bottom("slide steps")
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| leave = self.steps(ui, teller, scale));
        if let Some(factor) = self
            .slide
            .checked_sub(1)
            .and_then(|at| knowledge.factors.plain().get(at))
            && let Some(input) = document.scenario_mut().factors.get_mut(&factor.id)
        {
            let width = FACTOR * ui.ctx().content_rect().width();
            Panel::left("slide factor")
                .resizable(false)
                .exact_size(width)
                .frame(style::ground(ui).inner_margin(margin))
                .show(ui, |ui| {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        self.factor(ui, factor, input, words, scale);
                    });
                });
        } else if self.slide > knowledge.factors.len() {
            let width = FACTOR * ui.ctx().content_rect().width();
            Panel::left("slide reasons")
                .resizable(false)
                .exact_size(width)
                .frame(style::ground(ui).inner_margin(margin))
                .show(ui, |ui| {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        let teller = teller.of(analyses.scenario());
                        reasons(ui, teller, &analyses.answers, scale);
                    });
                });
        }
        // A slider moved on this slide is answered in this frame.
        if let Some(wait) = analyses.follow(ui.ctx(), knowledge, document.scenario(), None) {
            ui.ctx().request_repaint_after(wait);
        }
        let (answers, verdicts) = (&analyses.answers, &analyses.verdicts);
        let teller = teller.of(analyses.scenario());
        Panel::top("slide answer")
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| self.answer(ui, teller, answers, verdicts, scale));
        CentralPanel::default()
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| {
                if self.shows_values() {
                    let (company, scenario) =
                        (&document.profile.header.company, document.scenario());
                    let structure = Structure::new(teller, company, scenario, answers, verdicts);
                    chart::show(ui, teller, &structure, verdicts, glide, false);
                }
            });
        pointer(ui, scale);
        leave
    }

    /// The answer, or that it is still hidden.
    fn answer(
        &self,
        ui: &mut Ui,
        teller: Teller<'_>,
        answers: &Answers,
        verdicts: &Verdicts,
        scale: f32,
    ) {
        if !self.shows_values() {
            ui.label(bold(teller.words.get("present-hidden")).size(TEXT * scale));
            return;
        }
        let sentence = teller.headline(verdicts);
        let room = ui.available_width();
        let sizes = [TITLE, 28.0, 24.0, TEXT].map(|size| size * scale);
        let fits = |size: &f32| wrap(&sentence, *size, Weight::Bold, room, 3).len() <= 2;
        let size = sizes.into_iter().find(fits).unwrap_or(18.0 * scale);
        ui.label(bold(sentence).size(size));
        if let Some(because) = teller.because(answers, verdicts) {
            ui.label(RichText::new(because).size(SMALL * scale));
        }
        let chips = teller.chips(answers, verdicts);
        let chips: Vec<String> = chips.iter().map(|chip| teller.chip_line(chip)).collect();
        ui.label(RichText::new(chips.join(" · ")).size(SMALL * scale));
    }

    /// Where the presentation stands, and buttons for the mouse.
    fn steps(&mut self, ui: &mut Ui, teller: Teller<'_>, scale: f32) -> bool {
        let (knowledge, words) = (teller.knowledge, teller.words);
        let last = knowledge.factors.len() + 1;
        let mut leave = false;
        let (time, moving) = ui.input(|input| (input.time, input.pointer.is_moving()));
        if moving {
            self.moved = Some(time);
        }
        let left = self
            .moved
            .map_or(0.0, |moved| BUTTONS_STAY - (time - moved));
        if left > 0.0 {
            ui.ctx()
                .request_repaint_after(Duration::from_secs_f64(left));
        }
        ui.horizontal_wrapped(|ui| {
            // The bar keeps its height, so that the chart keeps its place.
            ui.set_min_height(1.9 * SMALL * scale);
            let text = |key: &str| RichText::new(words.get(key)).size(SMALL * scale);
            let title = match self.slide {
                0 => words.get("command-show-chart"),
                slide => knowledge.factors.plain().get(slide - 1).map_or_else(
                    || words.get("command-show-why"),
                    |factor| factor.label.get(words.lang()).to_owned(),
                ),
            };
            let args = [
                ("title", title),
                ("number", (self.slide + 1).to_string()),
                ("count", (last + 1).to_string()),
            ];
            ui.label(RichText::new(words.with("present-step", &args)).size(SMALL * scale));
            if left <= 0.0 {
                return;
            }
            if ui
                .add_enabled(self.slide > 0, Button::new(text("present-previous")))
                .clicked()
            {
                self.go(self.slide - 1);
            }
            if ui
                .add_enabled(self.slide < last, Button::new(text("present-next")))
                .clicked()
            {
                self.go(self.slide + 1);
            }
            let mut hiding = self.hiding;
            ui.checkbox(&mut hiding, text("present-hide"));
            if hiding != self.hiding {
                self.hiding = hiding;
                self.revealed = false;
            }
            if !self.shows_values() && ui.button(text("present-reveal")).clicked() {
                self.revealed = true;
            }
            leave = ui.button(text("present-leave")).clicked();
        });
        leave
    }

    fn factor(
        &self,
        ui: &mut Ui,
        factor: &Factor,
        input: &mut FactorInput,
        words: &Words,
        scale: f32,
    ) {
        let lang = words.lang();
        ui.add_space(8.0 * scale);
        ui.label(bold(factor.label.get(lang)).size(TITLE * scale));
        ui.label(RichText::new(factor.help.get(lang)).size(SMALL * scale));
        if let Some(choice) = &factor.choice {
            ui.add_space(10.0 * scale);
            ui.label(bold(choice.label.get(lang)).size(TEXT * scale));
            ui.horizontal_wrapped(|ui| {
                for option in &choice.options {
                    let text = RichText::new(option.label.get(lang)).size(SMALL * scale);
                    ui.selectable_value(&mut input.choice, option.id.clone(), text);
                }
            });
        }
        ui.spacing_mut().slider_rail_height = 9.0 * scale;
        ui.spacing_mut().interact_size.y = 30.0 * scale;
        for quantity in &factor.quantities {
            let Some(setting) = input.quantities.get_mut(&quantity.id) else {
                continue;
            };
            ui.add_space(12.0 * scale);
            let name = quantity.label.get(lang);
            let value = words.number(setting.value, 0);
            let title = if self.shows_values() {
                words.with("report-slider", &[("label", name), ("value", &value)])
            } else {
                name.to_owned()
            };
            ui.label(bold(title).size(TEXT * scale));
            ui.spacing_mut().slider_width = ui.available_width() - 16.0;
            let slider = ui.add(
                Slider::new(&mut setting.value, 0.0..=100.0)
                    .integer()
                    .clamping(SliderClamping::Edits)
                    .show_value(false),
            );
            slider.widget_info(|| WidgetInfo::slider(true, setting.value, name));
            ui.horizontal(|ui| {
                let end = |text: &str| RichText::new(text).size(SMALL * scale);
                ui.label(end(quantity.low.get(lang)));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(end(quantity.high.get(lang)))
                });
            });
        }
    }
}

/// The strongest reasons for and against the answer.
fn reasons(ui: &mut Ui, teller: Teller<'_>, answers: &Answers, scale: f32) {
    let answer = answers.attachment();
    let Some(best) = answer.chosen else {
        return;
    };
    for side in teller.sides(answers, answer, best) {
        ui.add_space(10.0 * scale);
        ui.label(bold(side.title).size(TEXT * scale));
        for reason in &side.reasons {
            let told = teller.reason(answers, answer, best, reason);
            ui.label(RichText::new(told.why).size(SMALL * scale));
        }
    }
}

/// A ring around the pointer, to be seen from the back of the room.
fn pointer(ui: &Ui, scale: f32) {
    if let Some(at) = ui.ctx().pointer_hover_pos() {
        let layer = LayerId::new(Order::Tooltip, Id::unique("slide pointer"));
        let ink = color(palette(ui).accent);
        let painter = ui.ctx().layer_painter(layer);
        painter.circle(
            at,
            POINTER * scale,
            ink.gamma_multiply(0.15),
            Stroke::new(3.0 * scale, ink),
        );
    }
}
