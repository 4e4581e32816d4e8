//! Whether what happens in a frame is done at once, as a box is ticked, or goes on, as a slider is
//! dragged and a text is typed.

use eframe::egui::accesskit::Action;
use eframe::egui::{Context, Event, Key};

/// Whether something was clicked, with the pointer, a key or by a screen reader.
pub fn done(ctx: &Context) -> bool {
    // Those keys write in a text.
    let writes = ctx.text_edit_focused();
    ctx.input(|input| {
        let asked = |event: &Event| {
            matches!(event, Event::AccessKitActionRequest(asked) if asked.action == Action::Click)
        };
        let keys = [Key::Space, Key::Enter];
        input.pointer.any_click()
            || !writes && keys.iter().any(|key| input.key_pressed(*key))
            || input.events.iter().any(asked)
    })
}
