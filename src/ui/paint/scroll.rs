//! What is longer than its room: it scrolls, also to what gets the keyboard's focus.

use eframe::egui::{ScrollArea, Ui};

use super::focus;

/// Shows what may be longer than the room that is left.
pub fn scroll<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    scroll_in(ScrollArea::vertical().auto_shrink(false), ui, contents)
}

/// As [`scroll`], in an area of its own.
pub fn scroll_in<R>(area: ScrollArea, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    area.show(ui, |ui| {
        let shown = contents(ui);
        focus::follow(ui);
        shown
    })
    .inner
}
