//! Presentation: the whole screen for the room, one slide at a time; where there are two screens, one for
//! the room and one for the presenter.

mod answer;
mod bar;
mod because;
mod clock;
mod contacts;
mod evolution;
mod factor;
mod next;
mod notes;
mod place;
mod pointer;
mod presenter;
mod room;
mod shown;
mod sight;
mod slide;
mod solid;
mod stage;
mod turns;

use eframe::egui::{Context, Event, Key, Modifiers, Ui, Vec2, ViewportCommand, pos2, vec2};

use crate::model::Knowledge;
use crate::store::RoomScreen;
use crate::ui::analyses::Analyses;
use crate::ui::command::Command;
use crate::ui::digits::digit;
use crate::ui::document::Document;
use crate::ui::paint::glide::Glide;
use crate::ui::panels::scenarios;
use crate::ui::screens::{Screen, Seen, Stand};
use crate::ui::session::Session;
use bar::{Asked, Bar};
use clock::Clock;
use factor::Sheet;
use pointer::Pointer;
use presenter::Desk;
use room::Room;
use shown::{Shown, Told};
use sight::Sight;
use slide::Slide;
use stage::{About, Sizes, Stage};

/// A digit that follows another within so many seconds is the second of one number.
const TYPING: f64 = 1.2;

/// Where the presentation stands.
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
    /// Where someone wants the room to see its slides.
    wanted: RoomScreen,
    /// Where it does, from the first frame on.
    stand: Option<Stand>,
    /// The room's window, where it has one of its own that nobody has closed.
    room: Option<Room>,
    /// How many of them there were.
    rooms: usize,
    /// The screens as they were told of when the system moved the room's window away from its own: that
    /// one is not there, whatever is told.
    away: Option<Vec<Screen>>,
    /// Whether presenter and room are to change their screens.
    swaps: bool,
    clock: Clock,
}

/// What a presentation works on.
pub struct Work<'a> {
    pub session: &'a Session,
    pub document: &'a mut Document,
    pub analyses: &'a mut Analyses,
    pub glide: &'a mut Glide,
    pub seen: &'a Seen,
    pub asked: &'a mut Vec<Command>,
}

impl Presentation {
    pub fn new(wanted: RoomScreen) -> Self {
        Self {
            at: 0,
            hiding: false,
            revealed: false,
            blank: false,
            pointer: Pointer::default(),
            typed: None,
            wanted,
            stand: None,
            room: None,
            rooms: 0,
            away: None,
            swaps: false,
            clock: Clock::default(),
        }
    }

    /// Does what keys ask for, in whichever window they are pressed; `true` to leave.
    pub fn listen(&mut self, ctx: &Context, knowledge: &Knowledge) -> bool {
        // A focused slider keeps its arrows, an open list its keys; a presenter's remote has its own keys.
        let free = ctx.memory(|memory| memory.focused().is_none());
        let mut events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        let mut leave = false;
        if !ctx.any_popup_open() {
            leave |= self.take(&mut events, ctx, knowledge, free);
        }
        if let Some(room) = &self.room {
            let mut heard = room.heard();
            leave |= self.take(&mut heard, ctx, knowledge, true);
            // What is left of them may be keys of commands.
            events.extend(heard);
        }
        ctx.input_mut(|input| input.events = events);
        leave
    }

    /// Does what these keys ask for, and leaves the others; `true` to leave. Each press counts, however
    /// many come in one frame. Arrows and the like lead only where they are `free`.
    fn take(
        &mut self,
        events: &mut Vec<Event>,
        ctx: &Context,
        knowledge: &Knowledge,
        free: bool,
    ) -> bool {
        let last = Slide::all(knowledge).len() - 1;
        let time = ctx.input(|input| input.time);
        let mut leave = false;
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
                    Key::S => self.swaps = true,
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

    /// Shows the slide, here alone or in the room's window as well; `true` to leave.
    pub fn show(&mut self, ui: &mut Ui, mut work: Work<'_>) -> bool {
        let knowledge = &work.session.knowledge;
        let slides = Slide::all(knowledge);
        self.at = self.at.min(slides.len() - 1);
        self.settle(ui.ctx(), &mut work);
        let asked = match &self.stand {
            Some(Stand::Alone) | None => self.show_alone(ui, &mut work, &slides),
            Some(stand) => {
                let stand = stand.clone();
                self.show_apart(ui, &mut work, &slides, &stand)
            }
        };
        if asked.is_some() {
            ui.ctx().request_repaint();
        }
        asked.is_some_and(|asked| self.heed(asked, &mut work))
    }

    /// Does what the mouse asks for; `true` to leave.
    fn heed(&mut self, asked: Asked, work: &mut Work<'_>) -> bool {
        match asked {
            Asked::Go(slide) => self.go(slide),
            Asked::Hide => self.hide(),
            Asked::Reveal => self.revealed = true,
            Asked::Blank => self.blank = !self.blank,
            Asked::Place(wanted) => self.place(wanted, work),
            Asked::Swap => self.swaps = true,
            Asked::Reopen => self.stand = None,
            Asked::Leave => return true,
        }
        false
    }

    /// Shows the room its slides there from now on, and in later presentations.
    fn place(&mut self, wanted: RoomScreen, work: &mut Work<'_>) {
        work.asked.push(Command::RoomOn(wanted.clone()));
        self.wanted = wanted;
        self.away = None;
        // One that was closed opens again.
        self.stand = self.stand.take().filter(|_| self.room.is_some());
    }

    /// Opens the room's window, or another one, or gives it up, as is wanted and as the screens are now.
    fn settle(&mut self, ctx: &Context, work: &mut Work<'_>) {
        let seen = work.seen;
        if std::mem::take(&mut self.swaps) && seen.screens.len() > 1 {
            let own = seen.own.and_then(|own| seen.screens.get(own));
            let wanted = match (&self.stand, own) {
                (Some(Stand::On(_)), Some(own)) => RoomScreen::Named(own.name.clone()),
                _ => RoomScreen::Other,
            };
            self.place(wanted, work);
        }
        if self.room.as_ref().is_some_and(Room::closes) {
            self.room = None;
        }
        if let (Some(room), Some(Stand::On(screen))) = (&mut self.room, &self.stand)
            && room.has_strayed(screen)
        {
            self.away = Some(seen.screens.clone());
        }
        let former = self.stand.as_ref();
        let apart = former.is_some_and(|stand| *stand != Stand::Alone);
        let stand = if self.away.as_ref() == Some(&seen.screens) {
            Stand::Window
        } else {
            self.away = None;
            seen.stand(&self.wanted, apart)
        };
        if former == Some(&stand) {
            return;
        }
        if let Stand::On(screen) = &stand {
            if self.wanted == RoomScreen::Other {
                // It stays there wherever the presenter's window is moved to.
                self.wanted = RoomScreen::Named(screen.name.clone());
            }
            give_way(ctx, seen, screen, former);
        }
        let alone = stand == Stand::Alone;
        if alone || former == Some(&Stand::Alone) {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(alone));
            work.glide.reset();
        }
        self.rooms += 1;
        self.room = (!alone).then(|| Room::new(&stand, seen, self.rooms, ctx.zoom_factor()));
        self.stand = Some(stand);
    }

    /// Brings the answer up to date with the sliders, in the frame in which they move.
    fn follow(&self, ctx: &Context, work: &mut Work<'_>, ahead: bool) {
        let (knowledge, scenario) = (&work.session.knowledge, work.document.scenario());
        let quarter = ahead.then_some(0);
        if let Some(wait) = work.analyses.follow(ctx, knowledge, scenario, quarter) {
            ctx.request_repaint_after(wait);
        }
    }

    /// Shows the slide in the place of everything.
    fn show_alone(&mut self, ui: &mut Ui, work: &mut Work<'_>, slides: &[Slide]) -> Option<Asked> {
        let teller = work.session.teller();
        if self.blank {
            shown::black(ui, teller.words);
            return None;
        }
        // A click goes on: no text is selected.
        ui.style_mut().interaction.selectable_labels = false;
        self.pointer.follow(ui.ctx());
        let sizes = Sizes::of(ui.ctx().content_rect().height());
        let (slide, is_shown) = (slides[self.at], self.is_shown());
        let bar = Bar {
            teller,
            scenario: name(work),
            slides,
            at: self.at,
            hiding: self.hiding,
            shown: is_shown,
            awake: self.pointer.is_awake(),
            sizes,
            screens: Some(work.seen),
            area: ui.ctx().content_rect(),
        };
        let mut asked = bar.show(ui);
        if let Slide::Factor(at) = slide {
            let id = &teller.knowledge.factors[at].id;
            if let Some(input) = work.document.scenario_mut().factors.get_mut(id) {
                let sheet = Sheet {
                    knowledge: teller.knowledge,
                    words: teller.words,
                    at,
                    sizes,
                    hidden: !is_shown,
                    still: false,
                };
                sheet.show(ui, input);
            }
        }
        self.follow(ui.ctx(), work, slide.looks_ahead());
        let about = About::of(&work.document.profile.header);
        let (document, analyses) = (&*work.document, &*work.analyses);
        let stage = stage(work.session, document, analyses, &about, slide, sizes);
        let sight = Sight {
            teller,
            sizes,
            slide,
            apart: false,
            stage: is_shown.then_some(stage),
        };
        sight.head(ui);
        if sight.body(ui, work.glide).clicked() {
            asked = Some(Asked::Go((self.at + 1).min(slides.len() - 1)));
        }
        self.pointer.show(ui, sizes);
        asked
    }

    /// Shows the presenter what the room sees in its own window, and more.
    fn show_apart(
        &mut self,
        ui: &mut Ui,
        work: &mut Work<'_>,
        slides: &[Slide],
        stand: &Stand,
    ) -> Option<Asked> {
        let ctx = ui.ctx().clone();
        let teller = work.session.teller();
        let (slide, next) = (slides[self.at], slides.get(self.at + 1).copied());
        let desk = Desk {
            teller,
            slides,
            at: self.at,
            hiding: self.hiding,
            revealed: self.revealed,
            blank: self.blank,
            minutes: self.clock.minutes(&ctx),
            seen: work.seen,
            stand,
            lost: *stand == Stand::Window && matches!(self.wanted, RoomScreen::Named(_)),
            closed: self.room.is_none(),
        };
        let mut asked = desk.top(ui);
        asked = desk.bottom(ui).or(asked);
        if let Slide::Factor(at) = slide {
            let id = &teller.knowledge.factors[at].id;
            if let Some(input) = work.document.scenario_mut().factors.get_mut(id) {
                desk.sliders(ui, at, input);
            }
        }
        let ahead = slide.looks_ahead() || next.is_some_and(Slide::looks_ahead);
        self.follow(&ctx, work, ahead);
        let shown = self.shown(work, slide);
        let size = self.room.as_ref().map_or(USUAL, Room::size);
        let after = next.map(|next| Shown {
            at: self.at + 1,
            blank: false,
            told: Some(told(work, next)),
            ..shown.clone()
        });
        let about = About::of(&work.document.profile.header);
        let (document, analyses) = (&*work.document, &*work.analyses);
        let sizes = Sizes::in_window(size.y);
        let stage = stage(work.session, document, analyses, &about, slide, sizes);
        let notes = notes::of(&stage, slide, &work.document.profile.header);
        let hidden = shown.told.is_none();
        let hidden = hidden.then(|| stage.teller.headline(&stage.findings.verdicts));
        desk.aside(ui, after.as_ref(), size, &notes);
        self.pointer.follow(&ctx);
        let points = desk.centre(ui, &shown, hidden, size, work.glide);
        if points.is_some_and(|(_, clicked)| clicked) {
            asked = Some(Asked::Go((self.at + 1).min(slides.len() - 1)));
        }
        let points = points.filter(|_| self.pointer.is_awake()).map(|(at, _)| at);
        if let Some(room) = &mut self.room {
            room.tell(&ctx, &shown, points);
            room.show(&ctx, teller.words.get("room-window-title"));
        }
        asked
    }

    /// What the room sees of this slide.
    fn shown(&self, work: &Work<'_>, slide: Slide) -> Shown {
        Shown {
            knowledge: work.session.knowledge.clone(),
            words: work.session.words.clone(),
            about: About::of(&work.document.profile.header),
            scenario: work.analyses.shared().0,
            name: name(work),
            at: self.at,
            blank: self.blank,
            told: self.is_shown().then(|| told(work, slide)),
        }
    }
}

/// The size of a screen before the room's window has told its own, in points.
const USUAL: Vec2 = vec2(1280.0, 720.0);

/// The answer as a slide tells it.
fn told(work: &Work<'_>, slide: Slide) -> Told {
    let ahead = work.analyses.trajectory().filter(|_| slide.looks_ahead());
    Told {
        findings: work.analyses.shared().1,
        evolution: ahead.map(|ahead| ahead.evolution.clone()),
    }
}

fn stage<'a>(
    session: &'a Session,
    document: &'a Document,
    analyses: &'a Analyses,
    about: &'a About,
    slide: Slide,
    sizes: Sizes,
) -> Stage<'a> {
    let ahead = analyses.trajectory().filter(|_| slide.looks_ahead());
    Stage {
        teller: session.teller().of(analyses.scenario()),
        about,
        scenario: document.scenario(),
        findings: analyses,
        evolution: ahead.map(|ahead| &*ahead.evolution),
        sizes,
    }
}

/// The name of the scenario, where there are several.
fn name(work: &Work<'_>) -> Option<String> {
    let (document, teller) = (&work.document, work.session.teller());
    let names = scenarios::names(&document.profile.scenarios, teller);
    let name = names.get(document.active()).filter(|_| names.len() > 1);
    name.cloned()
}

/// Moves the program's window away from a screen that the room has from now on, to the one that it had,
/// or any other.
fn give_way(ctx: &Context, seen: &Seen, taken: &Screen, former: Option<&Stand>) {
    let taken = seen.named(&taken.name);
    if taken.is_none() || seen.own != taken {
        return;
    }
    let freed = match former {
        Some(Stand::On(screen)) => seen.named(&screen.name).filter(|at| Some(*at) != taken),
        _ => None,
    };
    let place = freed.or_else(|| seen.other(taken));
    let Some(to) = place.and_then(|at| seen.screens.get(at)) else {
        return;
    };
    let scale = ctx.pixels_per_point();
    let (size, fills) = ctx.input(|input| {
        let window = input.viewport();
        let size = window.outer_rect.map_or(Vec2::ZERO, |outer| outer.size());
        (size, window.maximized == Some(true))
    });
    let middle = |from: f64, room: f64, size: f32| {
        let spare = (room as f32 - size * scale).max(0.0);
        (from as f32 + spare / 2.0) / scale
    };
    let corner = pos2(
        middle(to.left, to.width, size.x),
        middle(to.top, to.height, size.y),
    );
    // A window that fills its screen does not move.
    if fills {
        ctx.send_viewport_cmd(ViewportCommand::Maximized(false));
    }
    ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner));
    if fills {
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
}
