//! The conversation: a company described one question a screen, in words, while its chart grows beside
//! it. The sliders are behind it, one key away, and say the same. This is the flow: which screen
//! follows which, and what keys do; each kind of screen has a file of its own.

pub mod aside;
mod company;
mod departments;
mod factor;
mod flow;
mod last;
mod like;
mod parts;
mod rows;
mod welcome;

use eframe::egui::{
    Context, Event, Id, Key, Memory, Modifiers, Panel, Popup, ScrollArea, Ui, UiBuilder,
};

use super::analyses::Analyses;
use super::asking::{Cursor, Measures, Typed};
use super::command::Command;
use super::document::Document;
use super::files::{Files, Input};
use super::paint::style;
use super::session::Session;
use super::view::View;
use super::views::Centre;
use crate::model::{FactorId, Knowledge};
use flow::{Screen, Step};
use parts::Page;

/// Share of the width for the questions.
const QUESTIONS: f32 = 0.55;
/// The least width of the questions, in points, as long as the chart has as much.
const QUESTIONS_LEAST: f32 = 520.0;

/// Where the conversation stands.
#[derive(Default)]
pub struct Describe {
    shown: bool,
    screen: Screen,
    /// What the keyboard is at.
    cursor: Cursor,
    /// The controls of the last frame that take the key of the next screen for themselves.
    buttons: Vec<Id>,
    /// What was typed behind a text in one frame: it is for the screen that follows, once the field has
    /// taken the text.
    held: Vec<Event>,
    /// The factors to go through, in their order, where it is not the whole: then back to the review.
    again: Vec<FactorId>,
}

impl Describe {
    /// The first start: it opens on the ways in.
    pub fn welcome() -> Self {
        let mut describe = Self::default();
        describe.turn_to(Screen::Welcome);
        describe
    }

    pub fn is_shown(&self) -> bool {
        self.shown
    }

    /// Whether the ways in are still to be chosen from.
    pub fn is_welcome(&self) -> bool {
        self.shown && self.screen == Screen::Welcome
    }

    /// Begins anew, with the company.
    pub fn begin(&mut self) {
        self.again.clear();
        self.turn_to(Screen::Company);
    }

    /// Goes through these factors again, and then back to the review.
    pub fn again(&mut self, factors: Vec<FactorId>) {
        if let Some(&first) = factors.first() {
            self.again = factors;
            self.turn_to(Screen::Factor(first));
        }
    }

    /// The screens that count as steps, in order.
    fn steps(&self, knowledge: &Knowledge) -> Vec<Screen> {
        match self.again.as_slice() {
            [] => Screen::steps(knowledge),
            again => again.iter().copied().map(Screen::Factor).collect(),
        }
    }

    /// Shows the examples to start from.
    pub fn show_examples(&mut self) {
        self.again.clear();
        self.turn_to(Screen::Like);
    }

    /// Goes to the sliders, or comes back from them to where it was left.
    pub fn toggle(&mut self) {
        match self.shown {
            true => self.leave(),
            // The ways in are for the first start.
            false if matches!(self.screen, Screen::Welcome | Screen::Like) => self.begin(),
            false => self.turn_to(self.screen),
        }
    }

    pub fn leave(&mut self) {
        self.shown = false;
    }

    /// Forgets where it stood: another profile is open.
    pub fn replaced(&mut self) {
        *self = Self::default();
    }

    /// Forgets the factor that was asked about: another knowledge base is in use.
    pub fn forget(&mut self) {
        if matches!(self.screen, Screen::Factor(_)) {
            self.screen = Screen::default();
        }
        self.again.clear();
        self.cursor = Cursor::start();
    }

    fn turn_to(&mut self, screen: Screen) {
        self.screen = screen;
        self.cursor = Cursor::start();
        self.shown = true;
    }

    fn go(&mut self, knowledge: &Knowledge, step: Step, asked: &mut Vec<Command>) {
        let mut screens = self.steps(knowledge);
        if self.again.is_empty() {
            screens.push(Screen::Last);
        }
        let at = screens.iter().position(|screen| *screen == self.screen);
        let beside = |by: isize| screens.get(at?.checked_add_signed(by)?).copied();
        match step {
            Step::Next => {
                if let Some(screen) = beside(1) {
                    self.turn_to(screen);
                } else if !self.again.is_empty() {
                    self.again.clear();
                    self.screen = Screen::default();
                    self.leave();
                    asked.push(Command::ShowReview);
                }
            }
            Step::Back => match (self.screen, beside(-1)) {
                (Screen::Like, _) => self.turn_to(Screen::Welcome),
                (_, Some(screen)) => self.turn_to(screen),
                _ => {}
            },
            Step::To(screen) => self.turn_to(screen),
            Step::Leave => self.leave(),
        }
    }

    /// Does what keys ask for, before anything is shown: an answer is on screen in the same frame.
    pub fn listen(
        &mut self,
        ctx: &Context,
        session: &Session,
        document: &mut Document,
        asked: &mut Vec<Command>,
    ) {
        if !self.shown || Popup::is_any_open(ctx) {
            return;
        }
        let mut events = std::mem::take(&mut self.held);
        events.extend(ctx.input_mut(|input| std::mem::take(&mut input.events)));
        let in_text = ctx.text_edit_focused();
        let is_text = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_));
        if let Some(text) = events.iter().position(is_text).filter(|_| in_text) {
            let enters = |event: &Event| {
                let Event::Key { key, pressed, .. } = event else {
                    return false;
                };
                *key == Key::Enter && *pressed
            };
            if let Some(enter) = events[text..].iter().position(enters) {
                self.held = events.split_off(text + enter);
                ctx.request_repaint();
            }
        }
        events.retain(|event| match event {
            Event::Key {
                key,
                physical_key,
                pressed: true,
                repeat,
                modifiers,
            } if self.shown => {
                let typed = Typed {
                    key: *key,
                    physical: *physical_key,
                    modifiers: *modifiers,
                    repeat: *repeat,
                };
                !self.hear(ctx, typed, session, document, asked)
            }
            _ => true,
        });
        ctx.input_mut(|input| input.events = events);
    }

    /// Does what a key asks for; `false` for a key that is left to what has the focus.
    fn hear(
        &mut self,
        ctx: &Context,
        typed: Typed,
        session: &Session,
        document: &mut Document,
        asked: &mut Vec<Command>,
    ) -> bool {
        let knowledge = &session.knowledge;
        // Once a key of this frame has led elsewhere, the focus is not where it was.
        let focused = ctx.memory(Memory::focused).filter(|_| !self.cursor.moved);
        let writing = focused.is_some() && ctx.text_edit_focused();
        let on_button = focused.is_some_and(|id| self.buttons.contains(&id));
        if typed.modifiers.matches_exact(Modifiers::ALT) && typed.key == Key::ArrowLeft {
            self.go(knowledge, Step::Back, asked);
            return true;
        }
        if typed.modifiers.command || typed.modifiers.ctrl || typed.modifiers.alt {
            return false;
        }
        match typed.key {
            Key::Escape => {
                self.leave();
                return true;
            }
            // A key that is held does not rush through the screens.
            Key::Enter if !on_button => {
                if !typed.repeat {
                    self.enter(knowledge, asked);
                }
                return true;
            }
            Key::Backspace if !writing => {
                if !typed.repeat {
                    self.go(knowledge, Step::Back, asked);
                }
                return true;
            }
            _ if writing => return false,
            _ => {}
        }
        let Screen::Factor(at) = self.screen else {
            return false;
        };
        if let Some(pressed) = typed.pressed() {
            let row = self.cursor.row;
            if let Some(answered) = rows::answer(session, document, at, row, pressed) {
                self.cursor.to(answered);
            }
            return true;
        }
        let by = match typed.key {
            _ if on_button => return false,
            Key::ArrowUp | Key::ArrowLeft => -1,
            Key::ArrowDown | Key::ArrowRight => 1,
            _ => return false,
        };
        let rows = rows::of(knowledge, document.scenario(), at);
        if matches!(typed.key, Key::ArrowUp | Key::ArrowDown) {
            let row = self.cursor.row.saturating_add_signed(by).min(rows.len());
            self.cursor.to(row);
        } else if let Some(row) = rows.get(self.cursor.row) {
            let last = row.segments(knowledge, at) - 1;
            let from = self.cursor.segment;
            let from = from.unwrap_or_else(|| row.shown(knowledge, document.scenario(), at));
            self.cursor.segment = Some(from.saturating_add_signed(by).min(last));
            self.cursor.moved = true;
        }
        true
    }

    /// The key of the next screen, or of the first thing to do.
    fn enter(&mut self, knowledge: &Knowledge, asked: &mut Vec<Command>) {
        match self.screen {
            Screen::Welcome => asked.push(Command::New),
            Screen::Like => {}
            Screen::Last => self.leave_for_the_answer(asked),
            _ => self.go(knowledge, Step::Next, asked),
        }
    }

    fn leave_for_the_answer(&mut self, asked: &mut Vec<Command>) {
        asked.push(Command::Show(View::Chart));
        self.leave();
    }

    /// Whether what is shown takes the whole of the window, and nothing is asked yet.
    fn is_before_the_questions(&self) -> bool {
        matches!(self.screen, Screen::Welcome | Screen::Like)
    }

    /// News, before the questions; they stand above the chart later.
    pub fn news(
        &self,
        ui: &mut Ui,
        session: &Session,
        document: &Document,
        centre: &mut Centre,
        files: &mut Files,
        asked: &mut Vec<Command>,
    ) -> Option<Input> {
        if !self.is_before_the_questions() {
            return None;
        }
        let bare = style::ground(ui).inner_margin(0);
        let shown = Panel::top("describe news")
            .min_size(0.0)
            .show_separator_line(false)
            .frame(bare)
            .show(ui, |ui| {
                centre.notices.show(ui, &session.words, asked);
                let heeded = files.alert(ui, &session.words, document);
                heeded.or(files.bars(ui, &session.words))
            });
        shown.inner
    }

    /// Shows the question; what is answered goes into the document.
    pub fn ask(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        document: &mut Document,
        analyses: &Analyses,
        asked: &mut Vec<Command>,
    ) {
        self.buttons.clear();
        let step = match self.screen {
            Screen::Welcome => {
                let begins = self.cursor.moved;
                welcome::show(ui, &session.words, begins, &mut self.buttons, asked)
            }
            Screen::Like => like::show(ui, session, self.cursor.moved, &mut self.buttons, asked),
            _ => self.question(ui, session, document, analyses, asked),
        };
        if let Some(step) = step {
            self.go(&session.knowledge, step, asked);
            ui.ctx().request_repaint();
        }
        self.cursor.moved = step.is_some();
    }

    /// The left of the window: one question, and where it leads.
    fn question(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        document: &mut Document,
        analyses: &Analyses,
        asked: &mut Vec<Command>,
    ) -> Option<Step> {
        let whole = ui.available_width();
        let width = (QUESTIONS * whole).max(QUESTIONS_LEAST.min(0.62 * whole));
        let teller = session.teller();
        let steps = self.steps(&session.knowledge);
        let screen = self.screen;
        let number = steps.iter().position(|step| *step == screen);
        let rows = match screen {
            Screen::Factor(at) => rows::of(&session.knowledge, document.scenario(), at).len(),
            Screen::Last => 0,
            // There the focus is on what is asked.
            _ => usize::MAX,
        };
        let mut page = Page {
            measures: Measures::of(width, ui.available_height()),
            session,
            teller,
            number: number.map_or(steps.len(), |at| at + 1),
            count: steps.len(),
            is_last: screen == Screen::Last,
            scenario: match document.profile.scenarios.count() {
                1 => String::new(),
                _ => teller.scenario_name(document.scenario(), document.active()),
            },
            rows,
            can_skip: match screen {
                Screen::Factor(at) => {
                    let factor = &session.knowledge.factors[at];
                    rows::are_silent(factor, document.scenario())
                }
                _ => false,
            },
            cursor: &mut self.cursor,
            buttons: &mut self.buttons,
            step: None,
        };
        let frame = style::ground(ui).inner_margin(0);
        let panel = Panel::left("describe")
            .resizable(false)
            .exact_size(width)
            .frame(frame);
        panel.show(ui, |ui| {
            let [top, middle, bottom] = page.measures.places(ui.max_rect());
            let place = |area| UiBuilder::new().max_rect(area);
            page.progress(&mut ui.new_child(place(top)));
            let inner = page.measures.inner(width);
            let area = ScrollArea::vertical()
                .id_salt(("describe", page.number))
                .auto_shrink(false);
            area.show(&mut ui.new_child(place(middle)), |ui| {
                ui.set_max_width(inner);
                ui.spacing_mut().item_spacing.y = 4.0;
                match screen {
                    Screen::Company => company::show(ui, &mut page, document),
                    Screen::Departments => departments::show(ui, &mut page, document),
                    Screen::Factor(at) => factor::show(ui, &mut page, document, at),
                    Screen::Last => last::show(ui, &mut page, document, analyses, asked),
                    Screen::Welcome | Screen::Like => {}
                }
            });
            page.ways(&mut ui.new_child(place(bottom)));
            ui.take_available_space();
        });
        let step = page.step;
        if step == Some(Step::Next) && screen == Screen::Last {
            self.leave_for_the_answer(asked);
            return None;
        }
        step
    }

    /// Whether the right of the window shows what follows from what was said so far.
    pub fn has_answer(&self) -> bool {
        !self.is_before_the_questions()
    }
}
