//! The controls that panels, views and dialogs share, each with its name for screen readers.

use eframe::egui::{
    Align, Button, DragValue, Layout, Rect, Response, Role, Slider, SliderClamping, Ui, WidgetInfo,
    vec2,
};

use crate::ui::paint::style::{color, palette, small};

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
        // What the mouse has set, the arrows refine.
        response.request_focus();
    }
    response
}

pub fn number(ui: &mut Ui, value: &mut f64, name: &str) {
    let response = ui.add(
        DragValue::new(value)
            .range(0.0..=100.0)
            .speed(0.5)
            .max_decimals(0),
    );
    response.widget_info(|| labelled(Role::SpinButton, name));
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
