//! Who can hold a contact point: chips that are dragged onto one, each with what it holds already.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, FontFamily, FontId, Id, LayerId, Order, Painter, Rect, Role,
    Sense, Stroke, StrokeKind, Ui, Vec2, vec2,
};

use super::{Board, Coat, Stand};
use crate::draw::{self, Weight, wrap};
use crate::model::{ContactState, Owner};
use crate::ui::paint::style::{CORNER, SMALL, bold_family, small};
use crate::ui::paint::widgets::labelled;

/// How high a chip is, with its load under its name or beside it.
const TALL: f32 = 38.0;
const LOW: f32 = 24.0;
/// At both ends of a chip, and between its name and its load.
const END: f32 = 8.0;

/// A chip in words and colours.
struct Chip {
    name: String,
    load: String,
    coat: Coat,
    stand: Stand,
}

impl Board<'_> {
    pub(super) fn chips(&self, ui: &mut Ui, owners: &[Owner], stand: Stand) {
        let words = self.teller.words;
        ui.label(small(ui, words.get("contacts-drag")));
        for (at, owner) in owners.iter().enumerate() {
            if at == 1 {
                self.team(ui, stand);
            }
            let coat = self.coat(ui, owner);
            let name = self.teller.owner(self.scenario, owner);
            let load = self.coverage.load_of(Some(owner));
            let state = ContactState::Held(owner.clone());
            self.chip(ui, name, load, coat, state, stand);
        }
    }

    /// The team, beside the one who leads it: it holds what nobody was named for.
    fn team(&self, ui: &mut Ui, stand: Stand) {
        let words = self.teller.words;
        let load = self.coverage.load_of(None);
        let team = words.get("contact-team");
        let coat = Coat::team(ui);
        self.chip(ui, team, load, coat, ContactState::Open, stand);
    }

    fn chip(
        &self,
        ui: &mut Ui,
        name: String,
        load: f64,
        coat: Coat,
        state: ContactState,
        stand: Stand,
    ) {
        let (teller, coverage) = (self.teller, self.coverage);
        let hours = teller.hours(coverage, load);
        let args = [
            ("hours", hours.clone()),
            ("people", teller.people(coverage, load)),
        ];
        let both = teller.words.with("contacts-load", &args);
        let told = format!("{name}, {both}");
        let load = match stand {
            Stand::Beside(_) if load == 0.0 => teller.words.get("contacts-load-none"),
            Stand::Above if load == 0.0 => String::new(),
            Stand::Beside(_) => both,
            Stand::Above => hours,
        };
        let chip = Chip {
            name,
            load,
            coat,
            stand,
        };
        let (area, response) = ui.allocate_exact_size(chip.size(), Sense::drag());
        response.widget_info(|| labelled(Role::Label, &told));
        chip.paint(ui.painter(), area);
        response.dnd_set_drag_payload(state);
        if response.dragged() {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            // A copy goes with the pointer; the chip itself stays where it is.
            if let Some(at) = ui.ctx().pointer_interact_pos() {
                let layer = LayerId::new(Order::Tooltip, Id::unique("dragged owner"));
                let place = Rect::from_center_size(at, area.size());
                chip.paint(&ui.ctx().layer_painter(layer), place);
            }
        } else {
            response
                .on_hover_cursor(CursorIcon::Grab)
                .on_hover_text(told);
        }
    }
}

impl Chip {
    fn size(&self) -> Vec2 {
        match self.stand {
            Stand::Beside(width) => vec2(width, TALL),
            Stand::Above => {
                let name = draw::width(&self.name, SMALL, Weight::Bold);
                let load = draw::width(&self.load, SMALL - 1.0, Weight::Regular);
                let apart = if self.load.is_empty() { 2.0 } else { 3.0 };
                vec2(name + load + apart * END, LOW)
            }
        }
    }

    fn paint(&self, painter: &Painter, area: Rect) {
        let corner = CornerRadius::same(CORNER);
        let pen = Stroke::new(1.0, self.coat.line);
        painter.rect(area, corner, self.coat.fill, pen, StrokeKind::Inside);
        let room = area.width() - 2.0 * END;
        let bold = FontId::new(SMALL, bold_family());
        let plain = FontId::new(SMALL - 1.0, FontFamily::Proportional);
        let name = match self.stand {
            Stand::Beside(_) => wrap(&self.name, SMALL, Weight::Bold, room, 1).join(""),
            Stand::Above => self.name.clone(),
        };
        let (name_at, load_at, align) = match self.stand {
            Stand::Beside(_) => (
                area.left_top() + vec2(END, 0.3 * TALL),
                area.left_top() + vec2(END, 0.72 * TALL),
                Align2::LEFT_CENTER,
            ),
            Stand::Above => (
                area.left_center() + vec2(END, 0.0),
                area.right_center() - vec2(END, 0.0),
                Align2::RIGHT_CENTER,
            ),
        };
        painter.text(name_at, Align2::LEFT_CENTER, name, bold, self.coat.text);
        painter.text(load_at, align, &self.load, plain, self.coat.text);
    }
}
