//! Paints a display list in the window.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Mesh, Painter, Pos2, Rect, Shape as Drawn,
    Stroke as Pen, StrokeKind, pos2, vec2,
};

use crate::chart::{Anchor, Dash, Label, Point, Scene, Shape, Weight};
use crate::theme::Palette;
use crate::ui::paint::style::{bold_family, color};

/// From the scene's units to the window's points.
pub struct View {
    origin: Pos2,
    scale: f32,
    palette: Palette,
}

impl View {
    /// Fits a scene into an area, in its middle, no larger than `largest` times its size.
    pub fn new(scene: &Scene, area: Rect, largest: f32, palette: Palette) -> Self {
        let scale = (area.width() / scene.width)
            .min(area.height() / scene.height)
            .min(largest);
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

    pub fn draw(&self, painter: &Painter, scene: &Scene) {
        for item in &scene.items {
            match &item.shape {
                Shape::Box {
                    rect,
                    radius,
                    fill,
                    stroke,
                    labels,
                } => {
                    let corner = self.at(Point {
                        x: rect.x,
                        y: rect.y,
                    });
                    let drawn = Rect::from_min_size(corner, vec2(rect.w, rect.h) * self.scale);
                    let radius = CornerRadius::same((radius * self.scale).min(255.0) as u8);
                    let fill = color(self.palette.ink(*fill));
                    let pen = Pen::new(
                        stroke.width * self.scale,
                        color(self.palette.ink(stroke.ink)).gamma_multiply(item.opacity),
                    );
                    if stroke.dash == Dash::Solid {
                        painter.rect(drawn, radius, fill, pen, StrokeKind::Middle);
                    } else {
                        painter.rect_filled(drawn, radius, fill);
                        let path = [
                            drawn.left_top(),
                            drawn.right_top(),
                            drawn.right_bottom(),
                            drawn.left_bottom(),
                            drawn.left_top(),
                        ];
                        self.path(painter, &path, pen, stroke.dash);
                    }
                    for label in labels {
                        let centre = rect.center();
                        let at = Point {
                            x: centre.x + label.at.x,
                            y: centre.y + label.at.y,
                        };
                        self.text(painter, label, at);
                    }
                }
                Shape::Line { points, stroke } => {
                    let path: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
                    let pen = Pen::new(
                        stroke.width * self.scale,
                        color(self.palette.ink(stroke.ink)).gamma_multiply(item.opacity),
                    );
                    self.path(painter, &path, pen, stroke.dash);
                }
                Shape::Band { upper, lower, fill } => {
                    let ink = color(self.palette.ink(*fill)).gamma_multiply(item.opacity);
                    painter.add(self.band(upper, lower, ink));
                }
                Shape::Text(label) => self.text(painter, label, label.at),
            }
        }
    }

    /// A strip of two triangles from each place to the next.
    fn band(&self, upper: &[Point], lower: &[Point], ink: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for (up, low) in upper.iter().zip(lower) {
            mesh.colored_vertex(self.at(*up), ink);
            mesh.colored_vertex(self.at(*low), ink);
        }
        for first in (0..mesh.vertices.len().saturating_sub(2) as u32).step_by(2) {
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first + 1, first + 2, first + 3);
        }
        mesh
    }

    fn path(&self, painter: &Painter, path: &[Pos2], pen: Pen, dash: Dash) {
        match dash {
            Dash::Solid => {
                painter.line(path.to_vec(), pen);
            }
            Dash::Dashed => {
                let (long, gap) = (6.0 * self.scale, 4.0 * self.scale);
                painter.extend(Drawn::dashed_line(path, pen, long, gap));
            }
            Dash::Dotted => {
                let spacing = 5.0 * self.scale;
                painter.extend(Drawn::dotted_line(
                    path,
                    pen.color,
                    spacing,
                    pen.width / 2.0,
                ));
            }
        }
    }

    fn text(&self, painter: &Painter, label: &Label, at: Point) {
        let family = match label.weight {
            Weight::Regular => FontFamily::Proportional,
            Weight::Bold => bold_family(),
        };
        let align = match label.anchor {
            Anchor::Start => Align2::LEFT_CENTER,
            Anchor::Middle => Align2::CENTER_CENTER,
        };
        let ink: Color32 = color(self.palette.ink(label.ink));
        let font = FontId::new(label.size * self.scale, family);
        painter.text(self.at(at), align, &label.text, font, ink);
    }
}
