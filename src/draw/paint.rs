//! The one walk over a display list. It gives a painter the colours and lengths of every item, so that
//! painters have nothing to decide and all paint alike.

use super::scene::{Dashes, Label, Point, Rect, Scene, Shape, Stroke};
use super::theme::Palette;
use crate::color::Rgb;

/// How a line or a border is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    pub color: Rgb,
    /// 0 (not seen) to 1.
    pub opacity: f32,
    pub width: f32,
    /// `None` for an unbroken line.
    pub dashes: Option<Dashes>,
}

/// Paints items, in a window or into a file. All lengths are in the units of the scene; `id` names
/// the item.
pub trait Painter {
    /// A box with rounded corners, without its texts.
    fn rect(&mut self, id: &str, rect: Rect, radius: f32, fill: Rgb, border: Pen);
    /// A line through points.
    fn line(&mut self, id: &str, points: &[Point], pen: Pen);
    /// The area between two lines whose points have the same `x`, from left to right.
    fn band(&mut self, id: &str, upper: &[Point], lower: &[Point], fill: Rgb, opacity: f32);
    /// One line of text; `at` is the middle of the line's height, at the label's anchor.
    fn text(&mut self, label: &Label, at: Point, color: Rgb);
}

impl Scene {
    /// Paints every item in its order, in the colours of a palette.
    pub fn paint(&self, palette: &Palette, painter: &mut impl Painter) {
        let pen = |stroke: &Stroke, opacity| Pen {
            color: palette.ink(stroke.ink),
            opacity,
            width: stroke.width,
            dashes: stroke.dashes(),
        };
        for item in &self.items {
            let id = &item.id;
            match &item.shape {
                Shape::Box {
                    rect,
                    radius,
                    fill,
                    stroke,
                    labels,
                } => {
                    let border = pen(stroke, item.opacity);
                    painter.rect(id, *rect, *radius, palette.ink(*fill), border);
                    let centre = rect.center();
                    for label in labels {
                        let at = Point {
                            x: centre.x + label.at.x,
                            y: centre.y + label.at.y,
                        };
                        painter.text(label, at, palette.ink(label.ink));
                    }
                }
                Shape::Line { points, stroke } => {
                    painter.line(id, points, pen(stroke, item.opacity));
                }
                Shape::Band { upper, lower, fill } => {
                    painter.band(id, upper, lower, palette.ink(*fill), item.opacity);
                }
                Shape::Text(label) => painter.text(label, label.at, palette.ink(label.ink)),
            }
        }
    }
}
