//! Paints a display list in the window.

use eframe::egui::{
    self, Align2, Color32, CornerRadius, FontFamily, FontId, Mesh, Pos2, Shape as Drawn,
    Stroke as Line, StrokeKind, pos2, vec2,
};

use crate::draw::{Anchor, Label, Painter, Palette, Pen, Point, Rect, Rgb, Scene, Weight, as_seen};
use crate::ui::paint::style::{bold_family, color};

/// Smaller letters are not drawn.
const LEGIBLE: f32 = 0.5;

/// From the scene's units to the window's points.
pub struct View {
    origin: Pos2,
    scale: f32,
    palette: Palette,
}

impl View {
    /// Fits a scene into an area, in its middle, no larger than `largest` times its size.
    pub fn new(scene: &Scene, area: egui::Rect, largest: f32, palette: Palette) -> Self {
        let scale = (area.width() / scene.width)
            .min(area.height() / scene.height)
            .clamp(0.0, largest);
        let size = vec2(scene.width, scene.height) * scale;
        Self {
            origin: pos2(
                area.center().x - size.x / 2.0,
                area.top() + (area.height() - size.y).max(0.0) / 2.0,
            ),
            scale,
            palette,
        }
    }

    pub fn at(&self, point: Point) -> Pos2 {
        self.origin + vec2(point.x, point.y) * self.scale
    }

    pub fn draw(&self, painter: &egui::Painter, scene: &Scene) {
        let mut canvas = Canvas {
            view: self,
            painter,
        };
        scene.paint(&self.palette, &mut canvas);
    }
}

struct Canvas<'a> {
    view: &'a View,
    painter: &'a egui::Painter,
}

impl Painter for Canvas<'_> {
    fn rect(&mut self, _: &str, rect: Rect, radius: f32, fill: Rgb, border: Pen) {
        let corner = self.view.at(Point {
            x: rect.x,
            y: rect.y,
        });
        let size = vec2(rect.w, rect.h) * self.view.scale;
        let drawn = egui::Rect::from_min_size(corner, size);
        let radius = CornerRadius::same((radius * self.view.scale).min(255.0) as u8);
        if border.dashes.is_none() {
            let line = self.pen(border);
            self.painter
                .rect(drawn, radius, color(fill), line, StrokeKind::Middle);
        } else {
            self.painter.rect_filled(drawn, radius, color(fill));
            let around = [
                drawn.left_top(),
                drawn.right_top(),
                drawn.right_bottom(),
                drawn.left_bottom(),
                drawn.left_top(),
            ];
            self.path(&around, border);
        }
    }

    fn line(&mut self, _: &str, points: &[Point], pen: Pen) {
        let path: Vec<Pos2> = points.iter().map(|&point| self.view.at(point)).collect();
        self.path(&path, pen);
    }

    /// A strip of two triangles from each place to the next.
    fn band(&mut self, _: &str, upper: &[Point], lower: &[Point], fill: Rgb, opacity: f32) {
        let ink = color(fill).gamma_multiply(opacity);
        let mut mesh = Mesh::default();
        for (up, low) in upper.iter().zip(lower) {
            mesh.colored_vertex(self.view.at(*up), ink);
            mesh.colored_vertex(self.view.at(*low), ink);
        }
        for first in (0..mesh.vertices.len().saturating_sub(2) as u32).step_by(2) {
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first + 1, first + 2, first + 3);
        }
        self.painter.add(mesh);
    }

    fn text(&mut self, label: &Label, at: Point, ink: Rgb) {
        let family = match label.weight {
            Weight::Regular => FontFamily::Proportional,
            Weight::Bold => bold_family(),
        };
        let align = match label.anchor {
            Anchor::Start => Align2::LEFT_CENTER,
            Anchor::Middle => Align2::CENTER_CENTER,
        };
        let ink: Color32 = color(ink);
        let size = label.size * self.view.scale;
        if size < LEGIBLE {
            return;
        }
        let font = FontId::new(size, family);
        self.painter
            .text(self.view.at(at), align, as_seen(&label.text), font, ink);
    }
}

impl Canvas<'_> {
    fn pen(&self, pen: Pen) -> Line {
        let ink = color(pen.color).gamma_multiply(pen.opacity);
        Line::new(pen.width * self.view.scale, ink)
    }

    fn path(&self, path: &[Pos2], pen: Pen) {
        let line = self.pen(pen);
        let Some(dashes) = pen.dashes else {
            self.painter.line(path.to_vec(), line);
            return;
        };
        let (long, gap) = (dashes.long * self.view.scale, dashes.gap * self.view.scale);
        self.painter.extend(if long > 0.0 {
            Drawn::dashed_line(path, line, long, gap)
        } else {
            Drawn::dotted_line(path, line.color, gap, line.width / 2.0)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Dash, Dashes, Ink, Item, Shape, Stroke, Theme};
    use crate::report;

    /// One straight line of 100 units.
    fn scene(width: f32, dash: Dash) -> Scene {
        let at = |x: f32| Point { x, y: 50.0 };
        let stroke = Stroke {
            ink: Ink::Line,
            width,
            dash,
        };
        let item = Item {
            id: "line".into(),
            opacity: 1.0,
            shape: Shape::Line {
                points: vec![at(0.0), at(100.0)],
                stroke,
            },
        };
        Scene {
            width: 100.0,
            height: 100.0,
            items: vec![item],
        }
    }

    /// As the window paints it: the first piece and the gap after it, in units of the scene.
    fn in_window(scene: &Scene, scale: f32) -> Dashes {
        let ctx = egui::Context::default();
        let area = egui::Rect::from_min_size(Pos2::ZERO, vec2(100.0, 100.0) * scale);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let view = View::new(scene, area, scale, Palette::of(Theme::Light));
            view.draw(&ui.ctx().debug_painter(), scene);
        });
        output.textures_delta.clear();
        let pieces: Vec<(f32, f32)> = output
            .shapes
            .iter()
            .filter_map(|clipped| match &clipped.shape {
                Drawn::LineSegment { points, .. } => Some((points[0].x, points[1].x)),
                Drawn::Circle(circle) => Some((circle.center.x, circle.center.x)),
                _ => None,
            })
            .collect();
        Dashes {
            long: (pieces[0].1 - pieces[0].0) / scale,
            gap: (pieces[1].0 - pieces[0].1) / scale,
        }
    }

    /// As an export writes it.
    fn in_export(scene: &Scene) -> Dashes {
        let size = (scene.width, scene.height);
        let palette = Palette::of(Theme::Light);
        let drawn = report::piece(size, scene.items.clone(), None, &palette);
        let (_, rest) = drawn.split_once("stroke-dasharray=\"").unwrap();
        let (dashes, _) = rest.split_once('"').unwrap();
        let (long, gap) = dashes.split_once(' ').unwrap();
        Dashes {
            long: long.parse().unwrap(),
            gap: gap.parse().unwrap(),
        }
    }

    #[test]
    fn lines_are_broken_alike_in_the_window_and_in_exports_at_any_width_and_size() {
        for dash in [Dash::Dashed, Dash::Dotted] {
            for width in [0.7, 1.0, 1.5, 2.0, 3.0] {
                let scene = scene(width, dash);
                let export = in_export(&scene);
                for scale in [0.5, 1.0, 1.8] {
                    let window = in_window(&scene, scale);
                    let apart = (window.long - export.long)
                        .abs()
                        .max((window.gap - export.gap).abs());
                    // An export is written to the hundredth.
                    assert!(
                        apart < 0.01,
                        "{dash:?} {width} at {scale}: {window:?} {export:?}"
                    );
                }
            }
        }
    }
}
