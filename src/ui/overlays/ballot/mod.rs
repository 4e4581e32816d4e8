//! The secret ballot: it takes the whole window, and shows nothing but what is asked. One person after
//! the other takes a turn, each from nothing answered; what is cast goes into the urn, and nothing of it
//! is left here. Neither the answer nor any other opinion is on the screen while it runs.

mod factor;
mod invitation;
mod page;
mod phones;
mod review;
mod turn;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use eframe::egui::accesskit::Live;
use eframe::egui::{
    Align, CentralPanel, Context, Event, Key, Label, Layout, Memory, Modifiers, Rect, RichText,
    TextStyle, TextWrapMode, Ui, UiBuilder, WidgetText, vec2,
};

use crate::i18n::Words;
use crate::model::Knowledge;
use crate::poll::Networks;
use crate::store::{Poll, Urn};
use crate::ui::asking::{Measures, Typed, muted_ink, primary, quiet, steps};
use crate::ui::paint::style::{self, bold, color, palette};
use crate::wording::Teller;
pub use page::Outcome;
use page::{Deed, Invitation, Page, SharedUrn, at_hand};
use phones::Phones;
use turn::{Step, Turn};

/// The widest that what is asked gets, in points, before it is scaled.
const WIDEST: f32 = 940.0;
/// The height of a window, in points, at which it is not scaled.
const USUAL_HEIGHT: f32 = 720.0;

/// A ballot that runs.
pub struct Booth {
    urn: SharedUrn,
    poll: Poll,
    screen: Screen,
    phones: Phones,
    /// How many ballots there were when the urn was last at hand.
    count: usize,
    /// Which turn this is: nothing that egui remembers of one is there in the next.
    serial: u64,
    /// What has to be said: a file that is not taken, a ballot that could not be kept.
    told: Option<String>,
}

enum Screen {
    /// Between two turns.
    Invitation(Invitation),
    Turn(Box<Turn>),
    /// The ways to vote on other devices.
    Phones,
}

impl Booth {
    /// Begins a ballot, or goes on with one; `told` is what has to be said first.
    pub fn new(urn: Urn, told: Option<String>, networks: Networks) -> Self {
        let (poll, count) = (urn.poll().clone(), urn.len());
        let urn = Arc::new(Mutex::new(urn));
        Self {
            poll,
            count,
            phones: Phones::new(Arc::clone(&urn), networks),
            urn,
            screen: Screen::Invitation(Invitation::open(false)),
            serial: 0,
            told,
        }
    }

    /// What the ballot is about.
    pub fn poll(&self) -> &Poll {
        &self.poll
    }

    /// The urn, to be counted.
    pub fn urn(&self) -> MutexGuard<'_, Urn> {
        at_hand(&self.urn)
    }

    /// Says something until the screen changes.
    pub fn tell(&mut self, told: String) {
        self.told = Some(told);
    }

    /// Files were dropped: codes of those who vote by mail, unless somebody is at their turn.
    pub fn take_files(&mut self, teller: Teller<'_>, paths: &[PathBuf]) {
        if matches!(self.screen, Screen::Turn(_)) {
            self.told = Some(teller.words.get("asleep-voting"));
        } else {
            self.screen = Screen::Phones;
            self.phones.take_files(teller, paths);
        }
    }

    /// The page that goes by mail, if it waits to be written.
    pub fn take_page(&mut self) -> Option<String> {
        self.phones.take_page()
    }

    /// Says what became of that page.
    pub fn tell_of_page(&mut self, kept: bool, told: String) {
        self.phones.tell(kept, told);
    }

    /// Gives up whatever turn somebody is at.
    pub fn interrupt(&mut self) {
        if matches!(self.screen, Screen::Turn(_)) {
            self.invite(false);
        }
    }

    /// Back to the invitation; nothing of the turn is left.
    fn invite(&mut self, thanks: bool) {
        self.screen = Screen::Invitation(Invitation::open(thanks));
        self.serial += 1;
        self.told = None;
    }

    /// Does what keys ask for, before anything is shown.
    pub fn listen(&mut self, ctx: &Context, knowledge: &Knowledge, words: &Words) {
        let mut events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        let mut deed = None;
        events.retain(|event| match event {
            Event::Key {
                key,
                physical_key,
                pressed: true,
                repeat,
                modifiers,
            } if deed.is_none() => {
                let typed = Typed {
                    key: *key,
                    physical: *physical_key,
                    modifiers: *modifiers,
                    repeat: *repeat,
                };
                match &mut self.screen {
                    Screen::Invitation(Invitation::Ending { .. }) if *key == Key::Escape => {
                        deed = Some(Deed::Stay);
                        false
                    }
                    // That key takes the focus away: it comes back.
                    Screen::Invitation(Invitation::Open { begins, .. }) if *key == Key::Escape => {
                        *begins = true;
                        false
                    }
                    Screen::Phones if typed.key == Key::Escape => {
                        deed = Some(Deed::Stay);
                        false
                    }
                    Screen::Invitation(_) | Screen::Phones => true,
                    Screen::Turn(turn) => match heard(ctx, turn, typed, knowledge) {
                        Heard::Not => true,
                        Heard::Done => false,
                        Heard::Deed(asked) => {
                            deed = Some(asked);
                            false
                        }
                    },
                }
            }
            // What was typed behind the key that ends a turn belongs to nobody.
            Event::Key { pressed: true, .. } => false,
            _ => true,
        });
        ctx.input_mut(|input| input.events = events);
        if let Some(deed) = deed {
            self.act(ctx, knowledge, words, deed);
        }
    }

    /// Shows the screen; gives how the ballot is to end, once somebody has said so.
    pub fn show(&mut self, ui: &mut Ui, teller: Teller<'_>) -> Option<Outcome> {
        // The urn may just be written for somebody on another device: the window does not wait.
        if let Ok(urn) = self.urn.try_lock() {
            self.count = urn.len();
        }
        ui.style_mut().interaction.selectable_labels = false;
        let shown = CentralPanel::default()
            .frame(style::ground(ui).inner_margin(0))
            .show(ui, |ui| self.inside(ui, teller));
        match shown.inner? {
            Deed::End(how) => Some(how),
            deed => {
                let ctx = ui.ctx().clone();
                self.act(&ctx, teller.knowledge, teller.words, deed);
                ctx.request_repaint();
                None
            }
        }
    }

    fn inside(&mut self, ui: &mut Ui, teller: Teller<'_>) -> Option<Deed> {
        let whole = ui.max_rect();
        let scale = (whole.height() / USUAL_HEIGHT).clamp(0.78, 1.4);
        let width = (WIDEST * scale).min(whole.width());
        let column = Rect::from_center_size(whole.center(), vec2(width, whole.height()));
        let mut page = Page {
            teller,
            measures: Measures::of(width, whole.height()),
            poll: &self.poll,
            count: self.count,
            open: self.phones.is_open(),
            deed: None,
        };
        let (screen, told) = (&mut self.screen, self.told.as_deref());
        let phones = &mut self.phones;
        // Nothing that egui keeps by an id is there for whoever comes next.
        ui.push_id(self.serial, |ui| {
            let (square, beside) = page.measures.places_beside_square(whole);
            let [top, middle, bottom] = match screen {
                Screen::Phones if page.open => beside,
                Screen::Phones => page.measures.wide_places(whole),
                Screen::Invitation(_) => page.measures.spread(whole, width),
                Screen::Turn(_) => page.measures.places(column),
            };
            let mut place = |area| ui.new_child(UiBuilder::new().max_rect(area));
            let (mut top, mut middle, mut bottom) = (place(top), place(middle), place(bottom));
            match screen {
                Screen::Invitation(invitation) => {
                    page.heading(&mut top);
                    say(&mut middle, page.measures, told);
                    invitation::show(&mut middle, &mut page, invitation);
                    invitation::ways(&mut bottom, &mut page, invitation);
                }
                Screen::Phones => {
                    page.heading(&mut top);
                    say(&mut middle, page.measures, told);
                    phones::show(&mut middle, &mut page, phones, square);
                    phones::ways(&mut bottom, &mut page, phones);
                }
                Screen::Turn(turn) => {
                    page.progress(&mut top, turn);
                    say(&mut middle, page.measures, told);
                    match turn.step {
                        Step::Factor(at) => factor::show(&mut middle, &mut page, turn, at),
                        Step::Review => review::show(&mut middle, &mut page, turn),
                    }
                    page.ways(&mut bottom, turn);
                    turn.cursor.moved = page.deed.is_some();
                }
            }
        });
        page.deed
    }

    fn act(&mut self, ctx: &Context, knowledge: &Knowledge, words: &Words, deed: Deed) {
        match (deed, &mut self.screen) {
            (Deed::Begin, _) => {
                self.screen = Screen::Turn(Box::new(Turn::new(knowledge)));
                self.serial += 1;
                self.told = None;
            }
            (Deed::Phones, _) => {
                self.screen = Screen::Phones;
                self.told = None;
                self.phones.look();
            }
            (Deed::Ask(how), _) => {
                let begins = true;
                self.screen = Screen::Invitation(Invitation::Ending { how, begins });
            }
            (Deed::Stay, Screen::Invitation(_) | Screen::Phones) => self.invite(false),
            (Deed::Stay, Screen::Turn(turn)) => {
                turn.leaving = false;
                turn.cursor.moved = true;
            }
            (Deed::Next, Screen::Turn(turn)) => turn.next(knowledge),
            (Deed::Back, Screen::Turn(turn)) => turn.back(knowledge),
            (Deed::To(step), Screen::Turn(turn)) => turn.to(step),
            (Deed::Skip, Screen::Turn(turn)) => {
                if let Step::Factor(at) = turn.step {
                    turn.clear(knowledge, at);
                    turn.next(knowledge);
                }
            }
            (Deed::Leave, Screen::Turn(turn)) => {
                let gives_up = turn.leave();
                if gives_up {
                    self.forget(ctx);
                    self.invite(false);
                }
            }
            (Deed::GiveUp, Screen::Turn(_)) => {
                self.forget(ctx);
                self.invite(false);
            }
            (Deed::Cast, Screen::Turn(turn)) if !turn.ballot.is_empty() => {
                let ballot = turn.ballot.clone();
                let put = at_hand(&self.urn).put(None, ballot);
                match put {
                    Ok(()) => {
                        self.forget(ctx);
                        self.invite(true);
                    }
                    Err(error) => {
                        let why = words.problem(&Urn::trouble(&error));
                        self.told = Some(words.with("ballot-not-kept", &[("why", why)]));
                    }
                }
            }
            _ => {}
        }
    }

    /// Takes the focus and what is typed from the turn that ends.
    fn forget(&self, ctx: &Context) {
        ctx.memory_mut(Memory::stop_text_input);
        ctx.input_mut(|input| input.events.clear());
        ctx.clear_animations();
    }
}

/// What became of a key.
enum Heard {
    /// It is left to what has the focus.
    Not,
    Done,
    Deed(Deed),
}

fn heard(ctx: &Context, turn: &mut Turn, typed: Typed, knowledge: &Knowledge) -> Heard {
    if typed.modifiers.matches_exact(Modifiers::ALT) && typed.key == Key::ArrowLeft {
        return Heard::Deed(Deed::Back);
    }
    if typed.modifiers.command || typed.modifiers.ctrl || typed.modifiers.alt {
        return Heard::Not;
    }
    match typed.key {
        Key::Escape if turn.leaving => return Heard::Deed(Deed::Stay),
        Key::Escape => return Heard::Deed(Deed::Leave),
        _ if turn.leaving => return Heard::Not,
        Key::Backspace if !typed.repeat => return Heard::Deed(Deed::Back),
        _ => {}
    }
    let Step::Factor(at) = turn.step else {
        return Heard::Not;
    };
    let rows = turn.rows(knowledge, at);
    // On a row the key of the next screen leads on; on a button it does what the button does.
    let on_row = turn.cursor.row < rows.len() || ctx.memory(Memory::focused).is_none();
    if typed.key == Key::Enter && on_row {
        return match typed.repeat {
            true => Heard::Done,
            false => Heard::Deed(Deed::Next),
        };
    }
    if let Some(pressed) = typed.pressed() {
        turn.answer(knowledge, turn.cursor.row, pressed);
        return Heard::Done;
    }
    let by = match typed.key {
        Key::ArrowUp | Key::ArrowLeft => -1,
        Key::ArrowDown | Key::ArrowRight => 1,
        _ => return Heard::Not,
    };
    if matches!(typed.key, Key::ArrowUp | Key::ArrowDown) {
        let row = turn.cursor.row.saturating_add_signed(by).min(rows.len());
        turn.cursor.to(row);
        return Heard::Done;
    }
    let Some(&(place, item)) = rows.get(turn.cursor.row) else {
        return Heard::Not;
    };
    let chosen = factor::shown(turn.ballot.vote(place), item.steps(knowledge));
    let last = item.steps(knowledge);
    let to = match turn.cursor.segment.or(chosen) {
        Some(from) => from.saturating_add_signed(by).min(last),
        // From the question the arrows lead to either end.
        None if by > 0 => 0,
        None => last,
    };
    turn.cursor.segment = Some(to);
    turn.cursor.moved = true;
    Heard::Done
}

/// Says what has to be said, to those who hear the window as well.
fn say(ui: &mut Ui, measures: Measures, told: Option<&str>) {
    let Some(told) = told else { return };
    let ink = color(palette(ui).against);
    let label = ui.label(bold(format!("⚠ {told}")).size(measures.text()).color(ink));
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_live(Live::Polite);
    });
}

impl Page<'_> {
    /// What this is, and about whom.
    fn heading(&self, ui: &mut Ui) {
        let words = self.teller.words;
        let title = words.with("ballot-title", &[("round", self.poll.round)]);
        let about = match self.poll.company.trim() {
            "" => title,
            company => format!("{title} · {company}"),
        };
        let ink = color(palette(ui).accent);
        ui.label(bold(about).size(self.measures.row()).color(ink));
    }

    /// A text beside what is asked.
    fn muted(&self, ui: &mut Ui, text: String) {
        let ink = color(palette(ui).muted);
        let text = RichText::new(text).size(self.measures.row()).color(ink);
        ui.add(Label::new(text).wrap());
    }

    /// How far the turn is.
    fn progress(&self, ui: &mut Ui, turn: &Turn) {
        let words = self.teller.words;
        let mut factors = self.teller.knowledge.factors.ids();
        let count = factors.len();
        let place = factors.position(|at| turn.step == Step::Factor(at));
        let told = match place {
            Some(place) => {
                let args = [("number", place + 1), ("count", count)];
                words.with("describe-progress", &args)
            }
            None => words.get("ballot-review-step"),
        };
        self.heading(ui);
        ui.add_space(6.0);
        let done = place.map_or(count, |place| place + 1);
        steps(ui, done, count, &told);
    }

    /// Back, on, or on without an answer; on the review, into the urn.
    fn ways(&mut self, ui: &mut Ui, turn: &Turn) {
        let (teller, measures) = (self.teller, self.measures);
        let (knowledge, words) = (teller.knowledge, teller.words);
        if turn.leaving {
            let [question, no, yes] = ["ballot-leave-sure", "ballot-leave-no", "ballot-leave-yes"]
                .map(|key| words.get(key));
            let (stays, ends) = ((no.as_str(), Deed::Stay), (yes.as_str(), Deed::GiveUp));
            invitation::sure(ui, self, &question, stays, ends, turn.cursor.moved);
            return;
        }
        let rows = match turn.step {
            Step::Factor(at) => turn.rows(knowledge, at).len(),
            Step::Review => 0,
        };
        // From the right: so the tabulator leads on before it leads back.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let is_review = turn.step == Step::Review;
            let can_cast = !turn.ballot.is_empty();
            ui.add_enabled_ui(!is_review || can_cast, |ui| {
                let (key, deed) = match is_review {
                    true => ("ballot-cast", Deed::Cast),
                    false => ("describe-next", Deed::Next),
                };
                let on = primary(ui, measures, &words.get(key));
                if turn.cursor.moved && turn.cursor.row >= rows {
                    on.request_focus();
                }
                if on.clicked() {
                    self.deed = Some(deed);
                }
            });
            match turn.step {
                Step::Factor(_) => {
                    let skip = words.get("ballot-skip");
                    if quiet(ui, measures, &skip, true).clicked() {
                        self.deed = Some(Deed::Skip);
                    }
                }
                Step::Review if !can_cast => {
                    let text = RichText::new(words.get("ballot-empty")).size(measures.text());
                    ui.add(Label::new(text.color(muted_ink(ui))));
                }
                Step::Review => {}
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let back = words.get("describe-back");
                if quiet(ui, measures, &back, turn.has_before(knowledge)).clicked() {
                    self.deed = Some(Deed::Back);
                }
                if quiet(ui, measures, &words.get("ballot-leave"), true).clicked() {
                    self.deed = Some(Deed::Leave);
                }
                if !is_review {
                    ui.add_space(8.0);
                    let text = RichText::new(words.get("describe-keys"));
                    let text = text.size(measures.small()).color(muted_ink(ui));
                    told_whole(ui, text);
                }
            });
        });
    }
}

/// Says something where there is room for the whole of it, and nothing elsewhere.
fn told_whole(ui: &mut Ui, text: RichText) {
    let galley = WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Extend),
        f32::INFINITY,
        TextStyle::Body,
    );
    if galley.size().x <= ui.available_width() {
        ui.label(galley);
    }
}
