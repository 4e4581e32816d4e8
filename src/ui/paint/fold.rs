//! A part of a panel under a heading that opens and closes it. The whole row can be pressed, and a long
//! heading is wrapped, so that no text makes a panel wider.

use eframe::egui::collapsing_header::{CollapsingState, paint_default_icon};
use eframe::egui::{
    AsIdSalt, FontId, Response, Role, Sense, Ui, WidgetInfo, pos2, text::LayoutJob,
    text::TextWrapping, vec2,
};

use super::style::{CORNER, TITLE, bold_family, color, palette};

/// Lines of a heading; more ends in an ellipsis.
const LINES: usize = 2;

/// A heading and what it opens.
pub struct Fold<'a> {
    pub title: &'a str,
    /// Whether it is open before anyone has pressed it.
    pub default_open: bool,
    /// Opens or closes it whatever was pressed.
    pub open: Option<bool>,
}

impl Fold<'_> {
    /// Shows the heading and, while it is open, the body; gives the heading.
    pub fn show(self, ui: &mut Ui, salt: impl AsIdSalt, body: impl FnOnce(&mut Ui)) -> Response {
        let id = ui.make_persistent_id(salt);
        let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, self.default_open);
        let palette = palette(ui);
        let ink = color(palette.text);
        let indent = ui.spacing().indent;
        let width = ui.available_width();
        let font = FontId::new(TITLE, bold_family());
        let mut job = LayoutJob::simple(self.title.to_owned(), font, ink, width - indent);
        job.wrap = TextWrapping {
            max_rows: LINES,
            ..TextWrapping::wrap_at_width(width - indent)
        };
        let galley = ui.painter().layout_job(job);
        let height = (galley.size().y + 6.0).max(ui.spacing().interact_size.y);
        let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let mut head = ui.interact(place, id, Sense::click());
        let wanted = self.open.unwrap_or(state.is_open() != head.clicked());
        if wanted != state.is_open() {
            state.toggle(ui);
            head.mark_changed();
        }
        head.widget_info(|| {
            WidgetInfo::labeled(Role::DisclosureTriangle, ui.is_enabled(), self.title)
        });
        let open = state.is_open();
        ui.ctx()
            .accesskit_node_builder(head.id, |node| node.set_expanded(open));
        if head.hovered() {
            let fill = color(palette.control);
            ui.painter().rect_filled(place.expand(2.0), CORNER, fill);
        }
        let (mut sign, _) = ui.spacing().icon_rectangles(place);
        sign.set_center(pos2(place.left() + indent / 2.0, place.center().y));
        paint_default_icon(
            ui,
            state.openness(ui.ctx()),
            &head.clone().with_new_rect(sign),
        );
        let elided = galley.elided;
        let at = pos2(
            place.left() + indent,
            place.center().y - galley.size().y / 2.0,
        );
        ui.painter().galley(at, galley, ink);
        if elided {
            head = head.on_hover_text(self.title);
        }
        state.show_body_unindented(ui, body);
        state.store(ui.ctx());
        head
    }
}
