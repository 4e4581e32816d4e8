//! Where the keyboard's focus is: a ring around it, and bringing it into view.

use eframe::egui::{
    Context, CornerRadius, Event, Id, Key, Memory, Rect, Response, Stroke, StrokeKind, Ui,
};

use super::style::{CORNER, color, palette};

/// Room between a control and its ring, and around what is brought into view.
const AROUND: f32 = 1.5;
const AIR: f32 = 14.0;

/// What moved last: keys, or the pointer. Who points needs no ring.
fn keys_id() -> Id {
    Id::unique("focus by keys")
}

/// From now on the focus is where keys, or a screen reader, have put it.
pub fn by_keys(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(keys_id(), true));
}

/// What has the focus, as long as keys have put it there.
fn focused(ctx: &Context) -> Option<Response> {
    let keys: bool = ctx.data(|data| data.get_temp(keys_id()).unwrap_or_default());
    let id = ctx.memory(Memory::focused).filter(|_| keys)?;
    ctx.read_response(id)
}

/// Follows what moves the focus. Call at the beginning of a frame.
pub fn listen(ctx: &Context) {
    let keys = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key {
                key:
                    Key::Tab
                    | Key::ArrowUp
                    | Key::ArrowDown
                    | Key::ArrowLeft
                    | Key::ArrowRight
                    | Key::Enter
                    | Key::Space,
                pressed: true,
                ..
            }
            | Event::AccessKitActionRequest(_) => Some(true),
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        })
    });
    if let Some(keys) = keys {
        ctx.data_mut(|data| data.insert_temp(keys_id(), keys));
    }
}

/// Gives the focus to what Enter is to press, unless something else beside it has it.
pub fn take(button: &Response) {
    let ctx = &button.ctx;
    let focused = ctx.memory(Memory::focused);
    let beside = focused
        .and_then(|id| ctx.read_response(id))
        .is_some_and(|other| other.layer_id == button.layer_id);
    if !beside {
        button.request_focus();
    }
}

/// Draws the ring. Call when everything is shown.
pub fn ring(ui: &Ui) {
    let ctx = ui.ctx();
    let Some(control) = focused(ctx) else {
        return;
    };
    // What is scrolled out of sight has no ring.
    if !control.interact_rect.is_positive() {
        return;
    }
    let within = control.interact_rect.expand(2.0 * AROUND + 1.0);
    let place = control.rect.expand(AROUND).intersect(ctx.content_rect());
    let painter = ctx.layer_painter(control.layer_id).with_clip_rect(within);
    let pen = Stroke::new(2.0, color(palette(ui).accent));
    let kind = if fills(ctx, place) {
        StrokeKind::Inside
    } else {
        StrokeKind::Outside
    };
    painter.rect_stroke(place, CornerRadius::same(CORNER), pen, kind);
}

/// Whether a place reaches an edge of the window, so that nothing can be drawn around it.
fn fills(ctx: &Context, place: Rect) -> bool {
    let window = ctx.content_rect();
    !window.shrink(2.0).contains_rect(place)
}

/// Brings what has got the focus into view. Call at the end of what scrolls.
pub fn follow(ui: &Ui) {
    let id = ui.scope_id().with("followed focus");
    let Some(control) = focused(ui.ctx()) else {
        return;
    };
    let followed: Option<Id> = ui.data(|data| data.get_temp(id));
    if followed == Some(control.id) || control.layer_id != ui.layer_id() {
        return;
    }
    if ui.min_rect().contains(control.rect.center()) {
        ui.data_mut(|data| data.insert_temp(id, control.id));
        ui.scroll_to_rect(control.rect.expand(AIR), None);
    } else {
        ui.data_mut(|data| data.remove::<Id>(id));
    }
}
