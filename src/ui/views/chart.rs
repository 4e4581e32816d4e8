//! The live org chart in the centre of the window.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::analysis::Verdicts;
use crate::chart::{Size, Structure, lay_out};
use crate::draw::{Point, Scene, Shape};
use crate::ui::paint::glide::Glide;
use crate::ui::paint::scene::View;
use crate::ui::paint::scroll::scroll;
use crate::ui::paint::style::{color, palette};
use crate::wording::Teller;

/// A chart is never drawn larger than this: a few boxes need not fill a wall.
const LARGEST: f32 = 1.8;

/// A chart is never squeezed under this height: there it scrolls, so that it can still be read.
const LOWEST: f32 = 280.0;

/// Shows the chart of an answer in all the room that there is. Where it is `editable`, departments
/// can be pressed; gives the id of the one that was.
pub fn show(
    ui: &mut Ui,
    teller: Teller<'_>,
    structure: &Structure,
    verdicts: &Verdicts,
    glide: &mut Glide,
    editable: bool,
) -> Option<String> {
    let room = ui.available_size();
    let lay = |room: Vec2| {
        let (width, height) = (room.x.max(1.0), room.y.max(1.0));
        lay_out(structure, Size { width, height })
    };
    if room.y >= LOWEST {
        return show_scene(ui, teller, lay(room), verdicts, glide, editable);
    }
    scroll(ui, |ui| {
        let room = vec2(ui.available_width(), LOWEST);
        let scene = lay(room);
        // A chart that is as wide as its room may be lower.
        let high = (room.x * scene.height / scene.width.max(1.0)).min(room.y);
        let size = vec2(room.x, high);
        ui.allocate_ui(size, |ui| {
            ui.set_max_size(size);
            show_scene(ui, teller, scene, verdicts, glide, editable)
        })
        .inner
    })
}

/// Shows a chart that is placed already, in all the room that there is.
pub fn show_scene(
    ui: &mut Ui,
    teller: Teller<'_>,
    scene: Scene,
    verdicts: &Verdicts,
    glide: &mut Glide,
    editable: bool,
) -> Option<String> {
    let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    response.widget_info(|| {
        let answer = teller.sentence(verdicts);
        let described = teller.words.with("chart-described", &[("answer", answer)]);
        WidgetInfo::labeled(Role::Image, true, described)
    });
    let time = ui.input(|input| input.time);
    let (scene, moving) = glide.apply(scene, time);
    if moving {
        ui.ctx().request_repaint();
    }
    let view = View::new(&scene, area, LARGEST, palette(ui));
    let pressed = describe(ui, &scene, &view, editable);
    view.draw(&ui.painter_at(area), &scene);
    pressed
}

/// Tells screen readers of each box; gives the id of the department that was pressed, where the chart
/// is `editable`.
fn describe(ui: &Ui, scene: &Scene, view: &View, editable: bool) -> Option<String> {
    let mut pressed = None;
    for item in &scene.items {
        let Shape::Box { rect, labels, .. } = &item.shape else {
            continue;
        };
        if labels.is_empty() {
            continue;
        }
        let lines: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
        let corners = Rect::from_min_max(
            view.at(Point {
                x: rect.x,
                y: rect.y,
            }),
            view.at(Point {
                x: rect.right(),
                y: rect.bottom(),
            }),
        );
        let id = ui.scope_id().with(("chart", &item.id));
        let department = item.id.strip_prefix("unit:").filter(|_| editable);
        let (sense, role) = match department {
            Some(_) => (Sense::click(), Role::Button),
            None => (Sense::hover(), Role::Label),
        };
        let response = ui.interact(corners, id, sense);
        response.widget_info(|| WidgetInfo::labeled(role, true, lines.join(" ")));
        if response.has_focus() {
            let pen = Stroke::new(3.0, color(palette(ui).accent));
            ui.painter()
                .rect_stroke(corners, 6.0, pen, StrokeKind::Outside);
        }
        if response.clicked() {
            pressed = department.map(str::to_owned);
        }
    }
    pressed
}
