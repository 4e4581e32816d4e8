//! A ring around the pointer, to be seen from the back of the room. It fades once the mouse rests, and
//! then nothing is painted any more.

use std::time::Duration;

use eframe::egui::{Context, CursorIcon, Event, Id, LayerId, Order, Pos2, Stroke, Ui};

use super::stage::Sizes;
use crate::ui::paint::style::{color, palette};

const RADIUS: f32 = 18.0;
/// How long it stays after the mouse has moved, in seconds.
const STAYS: f64 = 2.5;
/// How long it fades, in seconds.
const FADES: f64 = 0.4;

#[derive(Default)]
pub struct Pointer {
    /// When the mouse last moved.
    moved: Option<f64>,
}

impl Pointer {
    /// Sees whether the mouse moves, and asks for the frames in which the ring goes.
    pub fn follow(&mut self, ctx: &Context) {
        let (time, moves) = ctx.input(|input| {
            let moved = |event: &Event| matches!(event, Event::PointerMoved(_));
            let moves = input.events.iter().any(moved) || input.pointer.any_pressed();
            (input.time, moves)
        });
        if moves {
            self.moved = Some(time);
        }
        let Some(rest) = self.moved.map(|moved| time - moved) else {
            return;
        };
        if rest < STAYS {
            ctx.request_repaint_after(Duration::from_secs_f64(STAYS - rest));
        } else if rest < STAYS + FADES {
            ctx.request_repaint();
        } else {
            self.moved = None;
        }
    }

    /// Whether the mouse has moved lately: its buttons are there meanwhile.
    pub fn is_awake(&self) -> bool {
        self.moved.is_some()
    }

    pub fn show(&self, ui: &Ui, sizes: Sizes) {
        let ctx = ui.ctx();
        let Some(moved) = self.moved else {
            ctx.set_cursor_icon(CursorIcon::None);
            return;
        };
        let Some(at) = ctx.pointer_hover_pos() else {
            return;
        };
        let rest = ctx.input(|input| input.time) - moved;
        let strength = (1.0 - (rest - STAYS) / FADES).clamp(0.0, 1.0) as f32;
        ring(ui, at, sizes, strength);
    }
}

/// The ring, of a strength from 0 to 1.
pub fn ring(ui: &Ui, at: Pos2, sizes: Sizes, strength: f32) {
    let ink = color(palette(ui).accent).gamma_multiply(strength);
    let layer = LayerId::new(Order::Tooltip, Id::unique("slide pointer"));
    let pen = Stroke::new(sizes.by(3.0), ink);
    let painter = ui.ctx().layer_painter(layer);
    painter.circle(at, sizes.by(RADIUS), ink.gamma_multiply(0.15), pen);
}
