//! The controls that panels, views and dialogs share, each with its name for screen readers.

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align, Button, Color32, Context, CornerRadius, DragValue, Id, Layout, Memory, Rect, Response,
    RichText, Role, Sense, Slider, SliderClamping, Stroke, TextEdit, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use crate::analysis::Certainty;
use crate::i18n::Words;
use crate::ui::paint::style::{color, palette, small};

/// How wide and high the mark of certainty is.
pub const MARK: f32 = 12.0;

/// How sure an answer is, told by shape: a full disc, a half one, a ring.
pub fn certainty_mark(ui: &mut Ui, certainty: Certainty) {
    let size = Vec2::splat(MARK);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let ink = color(palette(ui).accent);
    let painter = ui.painter();
    let (centre, radius) = (area.center(), MARK / 2.0 - 1.0);
    painter.circle_stroke(centre, radius, Stroke::new(1.5, ink));
    match certainty {
        Certainty::Settled => {
            painter.circle_filled(centre, radius, ink);
        }
        Certainty::Fragile => {
            let left = Rect::from_min_max(area.min, pos2(centre.x, area.max.y));
            painter
                .with_clip_rect(left)
                .circle_filled(centre, radius, ink);
        }
        Certainty::Open => {}
    }
}

pub fn slider(ui: &mut Ui, value: &mut f64, name: &str) -> Response {
    let response = ui
        .scope(|ui| {
            // The part of the rail before the handle, in a colour that reads from afar.
            ui.visuals_mut().selection.bg_fill = color(palette(ui).accent);
            ui.add(
                Slider::new(value, 0.0..=100.0)
                    .step_by(1.0)
                    // Only what is moved is rounded: a value of the file stays as it is.
                    .clamping(SliderClamping::Edits)
                    .show_value(false),
            )
        })
        .inner;
    response.widget_info(|| WidgetInfo::slider(true, *value, name));
    if response.drag_started() {
        // The arrow keys can then refine what the mouse has set.
        response.request_focus();
    }
    response
}

/// A number from 0 to 100, dragged or typed.
pub fn number(ui: &mut Ui, value: &mut f64, name: &str, words: &Words) -> Response {
    let field = number_field(value, 100.0, words);
    number_named(ui, field, name)
}

/// Adds a field for a number under a name.
pub fn number_named(ui: &mut Ui, field: DragValue<'_>, name: &str) -> Response {
    let response = ui.add(field);
    undone_with_the_rest(ui, &response);
    response.widget_info(|| labelled(Role::SpinButton, name));
    response
}

/// A field for a number from 0 to `most`. Dragged, it is rounded; typed, it is kept as it is, with a
/// decimal comma or point; what nobody has typed stays what it was, decimals that are not shown
/// included.
pub fn number_field<'a>(value: &'a mut f64, most: f64, words: &'a Words) -> DragValue<'a> {
    let held = *value;
    DragValue::new(value)
        .range(0.0..=most)
        .speed(0.5)
        .max_decimals(0)
        .custom_formatter(|value, _| shown(value, words))
        .custom_parser(move |typed| {
            let untouched = typed == shown(held, words);
            untouched.then_some(held).or_else(|| parse_number(typed))
        })
}

/// A number with as many decimals as it has, and no more than two.
fn shown(value: f64, words: &Words) -> String {
    let has = |digits: &i32| {
        let scale = 10_f64.powi(*digits);
        ((value * scale).round() / scale - value).abs() < 1e-9
    };
    let digits = (0..2).find(has).unwrap_or(2);
    words.number(value, digits as usize)
}

/// A number as people write it in either language; `None` for anything else.
pub fn parse_number(typed: &str) -> Option<f64> {
    let written: String = typed
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '.',
            '\u{2212}' => '-',
            c => c,
        })
        .collect();
    written
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// A text of the profile: its changes are undone with those of the sliders, never by the field
/// itself.
pub fn profile_text(ui: &mut Ui, edit: TextEdit<'_>, role: Role, name: &str) -> Response {
    let response = ui.add(edit);
    undone_with_the_rest(ui, &response);
    response.widget_info(|| labelled(role, name));
    response
}

/// Switches off the undo of a field of the profile: the program's own undoes it.
pub fn undone_with_the_rest(ui: &Ui, response: &Response) {
    if response.has_focus()
        && let Some(mut state) = TextEditState::load(ui.ctx(), response.id)
    {
        state.clear_undoer();
    }
}

/// A text that is no part of the profile: while it has the focus, undo and redo are its own.
pub fn own_text(ui: &mut Ui, edit: TextEdit<'_>, name: &str) -> Response {
    let response = ui.add(edit);
    own(ui, &response);
    response.widget_info(|| labelled(Role::TextInput, name));
    response
}

/// While this field has the focus, undo and redo are its own and not the program's.
pub fn own(ui: &Ui, field: &Response) {
    if field.has_focus() {
        ui.data_mut(|data| data.insert_temp(Id::unique("own field"), field.id));
    }
}

/// Whether the focus is in a text that is no part of the profile.
pub fn own_text_is_focused(ctx: &Context) -> bool {
    let own: Option<Id> = ctx.data(|data| data.get_temp(Id::unique("own field")));
    own.is_some() && ctx.memory(Memory::focused) == own
}

/// The button that is meant to be pressed next.
pub fn primary(ui: &mut Ui, text: &str) -> Response {
    let palette = palette(ui);
    let text = RichText::new(text).color(color(palette.on_accent));
    ui.add(Button::new(text).fill(color(palette.accent)))
}

/// A small button with a sign on it and its name for the pointer and for screen readers.
pub fn icon(ui: &mut Ui, sign: &str, name: &str) -> Response {
    let response = ui.add(Button::new(sign).frame_when_inactive(false).small());
    response.widget_info(|| labelled(Role::Button, name));
    response.on_hover_text(name)
}

pub fn labelled(role: Role, name: &str) -> WidgetInfo {
    WidgetInfo::labeled(role, true, name)
}

/// A warning after its sign, so that colour is not all that tells.
pub fn warned(text: &str) -> String {
    format!("⚠ {text}")
}

/// A bar as long as a share, from 0 to 1, on a rail as long as the whole.
pub fn share_bar(ui: &Ui, rail: Rect, share: f64, ink: Color32) {
    let corner = CornerRadius::same((rail.height() / 2.0) as u8);
    let painter = ui.painter();
    painter.rect_filled(rail, corner, color(palette(ui).control));
    let mut fill = rail;
    fill.set_width(rail.width() * share.clamp(0.0, 1.0) as f32);
    painter.rect_filled(fill, corner, ink);
}

/// The two ends of a slider, in words; gives the place of the row.
pub fn ends(ui: &mut Ui, low: &str, high: &str) -> Rect {
    ui.spacing_mut().interact_size.y = 0.0;
    aligned_right(ui, |ui| {
        ui.label(small(ui, high));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(small(ui, low));
        });
    })
}

/// A row filled from the right, so that what stands on the left gives way; gives its place.
pub fn aligned_right(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) -> Rect {
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(size, layout, contents)
        .response
        .rect
}

#[cfg(test)]
mod tests {
    use super::parse_number;

    #[test]
    fn a_number_is_read_as_either_language_writes_it() {
        for (typed, meant) in [
            ("62,5", Some(62.5)),
            ("62.5", Some(62.5)),
            (" 62 ", Some(62.0)),
            ("\u{2212}3", Some(-3.0)),
            ("1\u{202f}000,25", Some(1000.25)),
            ("1,000.25", None),
            ("soixante", None),
            ("inf", None),
            ("", None),
        ] {
            assert_eq!(parse_number(typed), meant, "{typed}");
        }
    }
}
