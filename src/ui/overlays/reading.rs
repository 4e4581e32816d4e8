//! Long texts over the window: how they are framed, and the keys that move them.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Context, Frame, Id, Key, Modal, Modifiers, Ui, vec2};

/// How far an arrow moves a text, in points.
const STEP: f32 = 48.0;
/// Further than any text is long.
const FAR: f32 = 1e6;

/// Shows a sheet of a given width over the window; `true` once it is to be closed.
pub fn sheet(ctx: &Context, id: &str, width: f32, contents: impl FnOnce(&mut Ui) -> bool) -> bool {
    let room = ctx.content_rect().width() - 80.0;
    let frame = Frame::window(&ctx.global_style()).inner_margin(24);
    let modal = Modal::new(Id::unique(id));
    let shown = modal.frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(room));
        contents(ui)
    });
    shown.inner || shown.should_close()
}

/// Moves the text that scrolls in `ui` by the arrows, by pages of `page` points, and to its ends.
pub fn move_by_keys(ui: &Ui, page: f32) {
    let keys = [
        (Modifiers::NONE, Key::ArrowDown, STEP),
        (Modifiers::NONE, Key::ArrowUp, -STEP),
        (Modifiers::NONE, Key::PageDown, page),
        (Modifiers::NONE, Key::PageUp, -page),
        (Modifiers::NONE, Key::Home, -FAR),
        (Modifiers::NONE, Key::End, FAR),
    ];
    let down: f32 = ui.input_mut(|input| {
        let mut pressed = keys
            .iter()
            .filter(|(modifiers, key, _)| input.consume_key(*modifiers, *key));
        pressed.next().map_or(0.0, |(.., down)| *down)
    });
    if down != 0.0 {
        ui.scroll_with_delta_animation(vec2(0.0, -down), ScrollAnimation::none());
    }
}
