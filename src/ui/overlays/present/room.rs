//! The room's window: a native window of its own, which shows what the presenter's has told it last, and
//! hands back the keys that it hears. Each of the two is painted when what it shows changes, whatever the
//! other does.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use eframe::egui::{
    Context, Event, Key, Modifiers, Pos2, Rect, Ui, Vec2, ViewportBuilder, ViewportClass,
    ViewportId, accesskit_root_id, vec2,
};

use super::pointer::{Pointer, ring};
use super::shown::Shown;
use super::stage::Sizes;
use crate::ui::paint::glide::Glide;
use crate::ui::screens::{Screen, Seen, Stand};

/// Its size where it does not fill a screen, and the least one.
const SIZE: Vec2 = vec2(960.0, 540.0);
const LEAST: Vec2 = vec2(480.0, 270.0);

/// The presenter's end.
pub struct Room {
    id: ViewportId,
    builder: ViewportBuilder,
    link: Arc<Mutex<Link>>,
    /// Whether it has filled its screen.
    arrived: bool,
}

/// What the two windows share; either holds it for a moment only, and never while it waits for the other.
struct Link {
    /// Nothing before the presenter's first frame.
    shown: Option<Shown>,
    /// Where the presenter points to, as a share of the slide.
    points: Option<Vec2>,
    /// The room's size, in points.
    size: Vec2,
    /// How its window stood when it was painted last.
    stood: Stood,
    /// Keys that were pressed there.
    heard: Vec<Event>,
    /// Whether somebody wants to close it.
    closes: bool,
    /// What went wrong while it was painted.
    panic: Option<Box<dyn Any + Send>>,
    glide: Glide,
    pointer: Pointer,
}

/// In points, as far as the system tells.
#[derive(Clone, Copy, Default, PartialEq)]
struct Stood {
    inside: Option<Rect>,
    screen: Option<Vec2>,
    /// Pixels to a point.
    scale: f32,
}

fn lock(link: &Mutex<Link>) -> MutexGuard<'_, Link> {
    // Whatever went wrong while it was painted goes on in the presenter's frame.
    link.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Room {
    /// A new window, the `number`th of this presentation, as large whatever the `zoom` of the presenter's.
    pub fn new(stand: &Stand, seen: &Seen, number: usize, zoom: f32) -> Self {
        let builder = ViewportBuilder::default()
            .with_app_id("attache")
            .with_drag_and_drop(false)
            // The presenter goes on at the keyboard.
            .with_active(false);
        let place = match stand {
            Stand::On(screen) => seen.named(&screen.name),
            Stand::Alone | Stand::Window => None,
        };
        let builder = match place {
            Some(place) => builder.with_monitor(place),
            None => builder
                .with_inner_size(SIZE / zoom)
                .with_min_inner_size(LEAST / zoom),
        };
        let link = Link {
            shown: None,
            points: None,
            size: SIZE,
            stood: Stood::default(),
            heard: Vec::new(),
            closes: false,
            panic: None,
            glide: Glide::default(),
            pointer: Pointer::default(),
        };
        Self {
            id: ViewportId::from_hash_of(("room", number)),
            builder,
            link: Arc::new(Mutex::new(link)),
            arrived: false,
        }
    }

    /// Keys that were pressed there since this was last called.
    pub fn heard(&self) -> Vec<Event> {
        let mut link = lock(&self.link);
        if let Some(panic) = link.panic.take() {
            drop(link);
            resume_unwind(panic);
        }
        std::mem::take(&mut link.heard)
    }

    /// Whether somebody wants to close it.
    pub fn closes(&self) -> bool {
        lock(&self.link).closes
    }

    /// Whether it is on another screen than the one that it once filled: a system that has lost a screen
    /// moves its windows elsewhere.
    pub fn has_strayed(&mut self, screen: &Screen) -> bool {
        let stood = lock(&self.link).stood;
        let Some(inside) = stood.inside else {
            return false;
        };
        let middle = inside.center() * stood.scale;
        let (x, y) = (f64::from(middle.x), f64::from(middle.y));
        let is_there = (screen.left..screen.left + screen.width).contains(&x)
            && (screen.top..screen.top + screen.height).contains(&y);
        self.arrived |= is_there;
        self.arrived && !is_there
    }

    /// The size of its slides, in points.
    pub fn size(&self) -> Vec2 {
        lock(&self.link).size
    }

    /// Shows it from now on, and where the presenter points to.
    pub fn tell(&self, ctx: &Context, shown: &Shown, points: Option<Vec2>) {
        let mut link = lock(&self.link);
        if link.points != points || link.shown.as_ref() != Some(shown) {
            link.points = points;
            link.shown = Some(shown.clone());
            drop(link);
            ctx.request_repaint_of(self.id);
        }
    }

    /// To be called in each frame in which it is there.
    pub fn show(&mut self, ctx: &Context, title: String) {
        self.builder.title = Some(title);
        let link = Arc::clone(&self.link);
        ctx.show_viewport_deferred(self.id, self.builder.clone(), move |ui, class| {
            let painted = AssertUnwindSafe(|| lock(&link).frame(ui, class));
            if let Err(panic) = catch_unwind(painted) {
                lock(&link).panic = Some(panic);
                ui.ctx().request_repaint_of(ViewportId::ROOT);
            }
        });
    }
}

impl Link {
    /// One frame of the room's window.
    fn frame(&mut self, ui: &mut Ui, class: ViewportClass) {
        let ctx = ui.ctx().clone();
        let size = ui.max_rect().size();
        if self.size != size {
            self.size = size;
            ctx.request_repaint_of(ViewportId::ROOT);
        }
        // Within the presenter's window, as in a test, its keys are that one's.
        if class != ViewportClass::EmbeddedWindow {
            self.listen(&ctx);
        }
        let Some(shown) = &self.shown else { return };
        let lang = shown.words.lang();
        ctx.accesskit_node_builder(accesskit_root_id(), |root| root.set_language(lang.code()));
        self.pointer.follow(&ctx);
        let (area, sizes) = (ui.max_rect(), Sizes::in_window(self.size.y));
        if shown.draw(ui, sizes, &mut self.glide) {
            // A click goes on, as the key of a remote does.
            self.heard.push(Event::Key {
                key: Key::PageDown,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            });
            ctx.request_repaint_of(ViewportId::ROOT);
        }
        self.pointer.show(ui, sizes);
        if let Some(share) = self.points.filter(|_| !shown.blank) {
            let at: Pos2 = area.min + share * area.size();
            ring(ui, at, sizes, 1.0);
        }
    }

    fn listen(&mut self, ctx: &Context) {
        let (keys, closes, stood) = ctx.input(|input| {
            let pressed = |event: &&Event| matches!(event, Event::Key { pressed: true, .. });
            let keys: Vec<Event> = input.events.iter().filter(pressed).cloned().collect();
            let window = input.viewport();
            let stood = Stood {
                inside: window.inner_rect,
                screen: window.monitor_size,
                scale: input.pixels_per_point,
            };
            (keys, window.close_requested(), stood)
        });
        if !keys.is_empty() || closes || stood != self.stood {
            ctx.request_repaint_of(ViewportId::ROOT);
        }
        self.heard.extend(keys);
        self.closes |= closes;
        self.stood = stood;
    }
}
