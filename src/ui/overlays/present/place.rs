//! Where the room sees its slides: a screen, this one alone, or a window to be shared.

use eframe::egui::{ComboBox, Ui};

use crate::i18n::Words;
use crate::store::RoomScreen;
use crate::ui::screens::{Screen, Seen, Stand};

/// Room for the name of a screen.
const WIDTH: f32 = 280.0;

/// Offers the screens that are there; gives what was chosen.
pub fn choice(ui: &mut Ui, words: &Words, seen: &Seen, stand: &Stand) -> Option<RoomScreen> {
    let mut chosen = None;
    let heading = ui.label(words.get("room-screen"));
    ComboBox::from_id_salt("room screen")
        .selected_text(told(words, seen, stand))
        .width(WIDTH.min(ui.available_width()))
        .truncate()
        .show_ui(ui, |ui| {
            let mut offer = |place: Stand, choice: RoomScreen| {
                let text = told(words, seen, &place);
                if ui.selectable_label(*stand == place, text).clicked() {
                    chosen = Some(choice);
                }
            };
            if seen.screens.len() > 1 {
                for screen in &seen.screens {
                    let name = screen.name.clone();
                    offer(Stand::On(screen.clone()), RoomScreen::Named(name));
                }
            }
            offer(Stand::Alone, RoomScreen::Same);
            offer(Stand::Window, RoomScreen::Window);
        })
        .response
        .labelled_by(heading.id);
    chosen
}

fn told(words: &Words, seen: &Seen, stand: &Stand) -> String {
    match stand {
        Stand::Alone => words.get("room-screen-same"),
        Stand::Window => words.get("room-screen-window"),
        Stand::On(screen) => numbered(words, seen, screen),
    }
}

/// « Écran 2 (HDMI-1), 1920 × 1080 », and that the program's window is there.
fn numbered(words: &Words, seen: &Seen, screen: &Screen) -> String {
    let at = seen.named(&screen.name).unwrap_or_default();
    let args = [
        ("number", (at + 1).to_string()),
        // As Windows calls its screens.
        ("name", screen.name.trim_start_matches(r"\\.\").to_owned()),
        ("width", screen.width.to_string()),
        ("height", screen.height.to_string()),
    ];
    let told = words.with("room-screen-numbered", &args);
    if seen.own == Some(at) {
        words.with("room-screen-own", &[("screen", told)])
    } else {
        told
    }
}
