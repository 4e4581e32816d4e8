//! A scene as an SVG document.

use std::fmt::Write;

use super::escape::xml;
use super::sheet::Sheet;
use crate::draw::{
    Anchor, Item, Label, Painter, Palette, Pen, Point, Rect, Rgb, Scene, Weight, width,
};
use crate::model::Logo;

/// Distance from the middle of a line of text to its baseline, in ems, for Noto Sans.
const BASELINE: f32 = 0.35;

/// Writes a page as SVG, with its logos; `title` is what a screen reader says of it.
pub(super) fn sheet_svg(sheet: &Sheet, palette: &Palette, title: &str) -> String {
    let scene = sheet.scene();
    let (w, h) = (scene.width, scene.height);
    let mut document = Document::new(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.1} {h:.1}\" \
         width=\"{w:.1}\" height=\"{h:.1}\" role=\"img\" \
         font-family=\"Noto Sans, sans-serif\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        xml(title),
        palette.ground.hex()
    ));
    scene.paint(palette, &mut document);
    for (logo, room) in sheet.logos() {
        document.out += &image(logo, room);
    }
    document.out.push_str("</svg>\n");
    document.out
}

fn image(logo: &Logo, room: Rect) -> String {
    format!(
        "<image x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" href=\"{}\"/>\n",
        room.x,
        room.y,
        room.w,
        room.h,
        logo.data_url()
    )
}

/// Writes a part of a page as a drawing of the page's size, without what is behind it.
pub(crate) fn piece(
    size: (f32, f32),
    items: Vec<Item>,
    logo: Option<(&Logo, Rect)>,
    palette: &Palette,
) -> String {
    let (width, height) = size;
    let mut document = Document::new(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.1}\" height=\"{height:.1}\" \
         font-family=\"Noto Sans, sans-serif\">\n"
    ));
    let scene = Scene {
        width,
        height,
        items,
    };
    scene.paint(palette, &mut document);
    if let Some((logo, room)) = logo {
        document.out += &image(logo, room);
    }
    document.out.push_str("</svg>\n");
    document.out
}

/// A drawing within a web page.
pub(super) struct Inlined<'a> {
    pub scene: &'a Scene,
    pub palette: &'a Palette,
    /// What its ids begin with: no other drawing of the page has the same.
    pub name: &'a str,
    pub title: &'a str,
    /// What it shows, for those who cannot see it.
    pub description: &'a str,
}

/// Writes a drawing into a web page: as wide as its place, each text as wide as it is in our font,
/// whatever font the reader has.
pub(super) fn inlined(drawing: &Inlined<'_>) -> String {
    let (w, h) = (drawing.scene.width, drawing.scene.height);
    let (name, title) = (drawing.name, xml(drawing.title));
    let description = xml(drawing.description);
    let mut document = Document::new(format!(
        "<svg viewBox=\"0 0 {w:.1} {h:.1}\" role=\"img\" aria-labelledby=\"{name}-t {name}-d\" \
         font-family=\"Noto Sans, sans-serif\">\n<title id=\"{name}-t\">{title}</title>\n\
         <desc id=\"{name}-d\">{description}</desc>\n"
    ));
    document.is_inlined = true;
    drawing.scene.paint(drawing.palette, &mut document);
    document.out.push_str("</svg>\n");
    document.out
}

/// What is written so far. Writing to a string cannot fail.
struct Document {
    out: String,
    /// Whether it stands in a page of which it knows neither the ids nor the fonts.
    is_inlined: bool,
}

impl Document {
    fn new(head: String) -> Self {
        Self {
            out: head,
            is_inlined: false,
        }
    }

    /// The name of an item, where items have one.
    fn id(&self, id: &str) -> String {
        if self.is_inlined {
            return String::new();
        }
        format!("id=\"{}\" ", xml(id))
    }
}

impl Painter for Document {
    fn rect(&mut self, id: &str, rect: Rect, radius: f32, fill: Rgb, border: Pen) {
        let name = self.id(id);
        let _ = writeln!(
            self.out,
            "<rect {}x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" \
             rx=\"{radius:.1}\" fill=\"{}\" {}/>",
            name,
            rect.x,
            rect.y,
            rect.w,
            rect.h,
            fill.hex(),
            stroke(border)
        );
    }

    fn line(&mut self, id: &str, points: &[Point], pen: Pen) {
        let name = self.id(id);
        let _ = writeln!(
            self.out,
            "<polyline {}points=\"{}\" fill=\"none\" stroke-linejoin=\"round\" {}/>",
            name,
            path(points.iter()),
            stroke(pen)
        );
    }

    fn band(&mut self, id: &str, upper: &[Point], lower: &[Point], fill: Rgb, opacity: f32) {
        let name = self.id(id);
        let _ = writeln!(
            self.out,
            "<polygon {}points=\"{}\" fill=\"{}\" fill-opacity=\"{opacity:.2}\"/>",
            name,
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
        let fitted = if self.is_inlined {
            let long = width(&label.text, label.size, label.weight);
            format!(" textLength=\"{long:.1}\" lengthAdjust=\"spacingAndGlyphs\"")
        } else {
            String::new()
        };
        let _ = writeln!(
            self.out,
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{:.1}\"{weight} text-anchor=\"{anchor}\" \
             fill=\"{}\"{fitted}>{}</text>",
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
