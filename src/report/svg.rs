//! A scene as an SVG document.

use std::fmt::Write;

use super::escape::xml;
use crate::draw::{Anchor, Label, Painter, Palette, Pen, Point, Rect, Rgb, Scene, Theme, Weight};

/// Distance from the middle of a line of text to its baseline, in ems, for Noto Sans.
const BASELINE: f32 = 0.35;

/// Writes a scene as SVG; `title` is what a screen reader says of it.
pub(crate) fn svg(scene: &Scene, theme: Theme, title: &str) -> String {
    let palette = Palette::of(theme);
    let (w, h) = (scene.width, scene.height);
    let mut document = Document(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.1} {h:.1}\" \
         width=\"{w:.1}\" height=\"{h:.1}\" role=\"img\" \
         font-family=\"Noto Sans, sans-serif\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        xml(title),
        palette.ground.hex()
    ));
    scene.paint(&palette, &mut document);
    document.0.push_str("</svg>\n");
    document.0
}

/// What is written so far. Writing to a string cannot fail.
struct Document(String);

impl Painter for Document {
    fn rect(&mut self, id: &str, rect: Rect, radius: f32, fill: Rgb, border: Pen) {
        let _ = writeln!(
            self.0,
            "<rect id=\"{}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" \
             rx=\"{radius:.1}\" fill=\"{}\" {}/>",
            xml(id),
            rect.x,
            rect.y,
            rect.w,
            rect.h,
            fill.hex(),
            stroke(border)
        );
    }

    fn line(&mut self, id: &str, points: &[Point], pen: Pen) {
        let _ = writeln!(
            self.0,
            "<polyline id=\"{}\" points=\"{}\" fill=\"none\" stroke-linejoin=\"round\" {}/>",
            xml(id),
            path(points.iter()),
            stroke(pen)
        );
    }

    fn band(&mut self, id: &str, upper: &[Point], lower: &[Point], fill: Rgb, opacity: f32) {
        let _ = writeln!(
            self.0,
            "<polygon id=\"{}\" points=\"{}\" fill=\"{}\" fill-opacity=\"{opacity:.2}\"/>",
            xml(id),
            path(upper.iter().chain(lower.iter().rev())),
            fill.hex()
        );
    }

    fn text(&mut self, label: &Label, at: Point, color: Rgb) {
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
        };
        let weight = match label.weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"700\"",
        };
        let _ = writeln!(
            self.0,
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{:.1}\"{weight} text-anchor=\"{anchor}\" \
             fill=\"{}\">{}</text>",
            at.x,
            at.y + label.size * BASELINE,
            label.size,
            color.hex(),
            xml(&label.text)
        );
    }
}

fn path<'a>(points: impl Iterator<Item = &'a Point>) -> String {
    let points: Vec<String> = points.map(|p| format!("{:.1},{:.1}", p.x, p.y)).collect();
    points.join(" ")
}

fn stroke(pen: Pen) -> String {
    let mut out = format!(
        "stroke=\"{}\" stroke-width=\"{:.1}\"",
        pen.color.hex(),
        pen.width
    );
    if let Some(dashes) = pen.dashes {
        let (long, gap) = (dashes.long, dashes.gap);
        let _ = write!(out, " stroke-dasharray=\"{long:.2} {gap:.2}\"");
        if long == 0.0 {
            out.push_str(" stroke-linecap=\"round\"");
        }
    }
    if pen.opacity < 1.0 {
        let _ = write!(out, " stroke-opacity=\"{:.2}\"", pen.opacity);
    }
    out
}
