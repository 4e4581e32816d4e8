//! Presentation: the whole screen for the room, one slide at a time.

mod answer;
mod bar;
mod because;
mod contacts;
mod evolution;
mod factor;
mod next;
mod pointer;
mod slide;
mod solid;
mod stage;
mod turns;

use eframe::egui::{
    CentralPanel, Color32, Context, Event, Frame, Key, Margin, Modifiers, Panel, RichText, Sense,
    Ui,
};

use crate::model::Knowledge;
use crate::ui::analyses::Analyses;
use crate::ui::document::Document;
use crate::ui::paint::glide::Glide;
use crate::ui::paint::style::{self, bold};
use crate::ui::panels::scenarios;
use crate::wording::Teller;
use bar::{Asked, Bar};
use pointer::Pointer;
use slide::Slide;
use stage::{Sizes, Stage};

/// Share of the width for a factor.
const FACTOR: f32 = 0.34;
/// A digit that follows another within so many seconds is the second of one number.
const TYPING: f64 = 1.2;

/// Where the presentation stands.
#[derive(Default)]
pub struct Presentation {
    /// The place of the slide.
    at: usize,
    /// Whether each slide hides values and the answer until someone reveals them.
    hiding: bool,
    revealed: bool,
    /// Whether the screen is black.
    blank: bool,
    pointer: Pointer,
    /// The number that is being typed, and when its last digit was.
    typed: Option<(usize, f64)>,
}

impl Presentation {
    /// Does what keys ask for; `true` to leave.
    pub fn listen(&mut self, ctx: &Context, knowledge: &Knowledge) -> bool {
        let last = Slide::all(knowledge).len() - 1;
        // A focused slider keeps its arrows; a presenter's remote has its own keys.
        let free = ctx.memory(|memory| memory.focused().is_none());
        let time = ctx.input(|input| input.time);
        let mut leave = false;
        // Each press counts, however many come in one frame.
        let mut events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        events.retain(|event| match event {
            Event::Key {
                key,
                physical_key,
                pressed: true,
                modifiers,
                ..
            } if !leave && modifiers.matches_logically(Modifiers::NONE) => {
                // By the row of digits, whatever else a keyboard writes with it.
                if let Some(digit) = physical_key.and_then(digit).or_else(|| digit(*key)) {
                    self.digit(digit, time, last);
                    return false;
                }
                match key {
                    Key::Escape | Key::F5 => leave = true,
                    Key::B | Key::Period => self.blank = !self.blank,
                    Key::H => self.hide(),
                    Key::R => self.revealed = true,
                    Key::PageDown => self.go((self.at + 1).min(last)),
                    Key::PageUp => self.go(self.at.saturating_sub(1)),
                    Key::ArrowRight | Key::ArrowDown | Key::Space | Key::Enter if free => {
                        self.go((self.at + 1).min(last));
                    }
                    Key::ArrowLeft | Key::ArrowUp | Key::Backspace if free => {
                        self.go(self.at.saturating_sub(1));
                    }
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
        if slide != self.at {
            self.at = slide;
            self.revealed = false;
        }
        self.blank = false;
    }

    fn hide(&mut self) {
        self.hiding = !self.hiding;
        self.revealed = false;
    }

    /// Goes to the slide of a number, which may have two digits.
    fn digit(&mut self, digit: usize, time: f64, last: usize) {
        let before = self.typed.take();
        let before = before.filter(|(_, typed)| time - typed < TYPING);
        let both = before.map(|(number, _)| 10 * number + digit);
        let number = both.filter(|number| *number <= last + 1).unwrap_or(digit);
        if (1..=last + 1).contains(&number) {
            self.go(number - 1);
            self.typed = Some((number, time));
        }
    }

    fn is_shown(&self) -> bool {
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
        let knowledge = teller.knowledge;
        if self.blank {
            let told = teller.words.get("present-blank");
            let frame = Frame::new().fill(Color32::BLACK);
            CentralPanel::default().frame(frame).show(ui, |ui| {
                ui.label(RichText::new(told).color(Color32::BLACK));
            });
            return false;
        }
        // A click goes on: no text is selected.
        ui.style_mut().interaction.selectable_labels = false;
        self.pointer.follow(ui.ctx());
        let sizes = Sizes::of(ui.ctx());
        let slides = Slide::all(knowledge);
        self.at = self.at.min(slides.len() - 1);
        let slide = slides[self.at];
        let names = scenarios::names(&document.profile.scenarios, teller);
        let scenario = names.get(document.active()).filter(|_| names.len() > 1);
        let leave = self.bar(ui, teller, scenario.cloned(), &slides, sizes);
        if let Slide::Factor(at) = slide {
            let factor = &knowledge.factors[at];
            if let Some(input) = document.scenario_mut().factors.get_mut(&factor.id) {
                let width = FACTOR * ui.ctx().content_rect().width();
                let hidden = !self.is_shown();
                Panel::left("slide factor")
                    .resizable(false)
                    .exact_size(width)
                    .frame(style::ground(ui).inner_margin(sizes.margin()))
                    .show(ui, |ui| {
                        factor::show(ui, knowledge, at, input, teller.words, sizes, hidden);
                    });
            }
        }
        // A slider moved on this slide is answered in this frame.
        let ahead = slide.looks_ahead().then_some(0);
        if let Some(wait) = analyses.follow(ui.ctx(), knowledge, document.scenario(), ahead) {
            ui.ctx().request_repaint_after(wait);
        }
        let stage = Stage {
            teller: teller.of(analyses.scenario()),
            header: &document.profile.header,
            scenario: document.scenario(),
            analyses,
            sizes,
        };
        self.head(ui, &stage, slide);
        let margin = Margin::symmetric(sizes.margin(), sizes.margin() / 2);
        let clicked = CentralPanel::default()
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| {
                let id = ui.scope_id().with("slide");
                let body = ui.interact(ui.max_rect(), id, Sense::click());
                if self.is_shown() {
                    show(ui, &stage, slide, glide);
                }
                body
            });
        if clicked.inner.clicked() {
            self.go((self.at + 1).min(slides.len() - 1));
            ui.ctx().request_repaint();
        }
        self.pointer.show(ui, sizes);
        leave
    }

    fn bar(
        &mut self,
        ui: &mut Ui,
        teller: Teller<'_>,
        scenario: Option<String>,
        slides: &[Slide],
        sizes: Sizes,
    ) -> bool {
        let bar = Bar {
            teller,
            scenario,
            slides,
            at: self.at,
            hiding: self.hiding,
            shown: self.is_shown(),
            awake: self.pointer.is_awake(),
            sizes,
        };
        let asked = Panel::bottom("slide steps")
            .frame(
                style::ground(ui)
                    .inner_margin(Margin::symmetric(sizes.margin(), sizes.margin() / 2)),
            )
            .show(ui, |ui| bar.show(ui))
            .inner;
        if asked.is_some() {
            ui.ctx().request_repaint();
        }
        match asked {
            Some(Asked::Go(slide)) => self.go(slide),
            Some(Asked::Hide) => self.hide(),
            Some(Asked::Reveal) => self.revealed = true,
            Some(Asked::Leave) => return true,
            None => {}
        }
        false
    }

    /// What stands over the slide: the answer where the chart is shown, what it is about elsewhere; nothing
    /// of the answer while that is hidden.
    fn head(&self, ui: &mut Ui, stage: &Stage<'_>, slide: Slide) {
        let margin = Margin::symmetric(stage.sizes.margin(), 2 * stage.sizes.margin() / 3);
        Panel::top("slide head")
            .frame(style::ground(ui).inner_margin(margin))
            .show(ui, |ui| {
                let waits = || stage.teller.words.get("present-hidden");
                if !slide.has_chart() {
                    let title = slide.title(stage.teller);
                    ui.label(bold(title).size(stage.sizes.title()));
                    if self.is_shown() {
                        let headline = stage.teller.headline(&stage.analyses.verdicts);
                        stage.small(ui, headline);
                    } else {
                        stage.text(ui, waits());
                    }
                } else if self.is_shown() {
                    answer::head(ui, stage, slide == Slide::Answer);
                } else {
                    stage.strong(ui, waits());
                }
            });
    }
}

/// Shows what a slide says.
fn show(ui: &mut Ui, stage: &Stage<'_>, slide: Slide, glide: &mut Glide) {
    if stage.analyses.verdicts.wanting > 0 && !slide.has_chart() {
        stage.strong(ui, stage.teller.words.get("answer-none-yet"));
        stage.text(ui, stage.teller.words.get("answer-none-yet-help"));
        return;
    }
    let evolution = stage.analyses.trajectory().map(|ahead| &ahead.evolution);
    match (slide, evolution) {
        (Slide::Answer | Slide::Factor(_), _) => answer::show(ui, stage, glide),
        (Slide::Because, _) => because::show(ui, stage),
        (Slide::Solid, _) => solid::show(ui, stage),
        (Slide::Contacts, _) => contacts::show(ui, stage),
        (Slide::Turns, _) => turns::show(ui, stage),
        (Slide::Evolution, Some(evolution)) => evolution::show(ui, stage, evolution),
        (Slide::Next, Some(evolution)) => next::show(ui, stage, evolution),
        (Slide::Evolution | Slide::Next, None) => {}
    }
}

fn digit(key: Key) -> Option<usize> {
    [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ]
    .iter()
    .position(|digit| *digit == key)
}
