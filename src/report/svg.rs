//! A scene as an SVG document.

use std::fmt::Write;

use crate::chart::{Anchor, Dash, Label, Scene, Shape, Stroke, Weight};
use crate::theme::{Palette, Theme};

/// Distance from the middle of a line of text to its baseline, in ems, for Noto Sans.
const BASELINE: f32 = 0.35;

/// Draws a scene; `title` is what a screen reader says of it.
pub(super) fn svg(scene: &Scene, theme: Theme, title: &str) -> String {
    let palette = Palette::of(theme);
    let (w, h) = (scene.width, scene.height);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.1} {h:.1}\" \
         width=\"{w:.1}\" height=\"{h:.1}\" role=\"img\" \
         font-family=\"Noto Sans, sans-serif\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>",
        escape(title),
        palette.ground.hex()
    );
    for item in &scene.items {
        match &item.shape {
            Shape::Box {
                rect,
                radius,
                fill,
                stroke,
                labels,
            } => {
                let _ = writeln!(
                    out,
                    "<rect id=\"{}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" \
                     rx=\"{radius:.1}\" fill=\"{}\" {}/>",
                    escape(&item.id),
                    rect.x,
                    rect.y,
                    rect.w,
                    rect.h,
                    palette.ink(*fill).hex(),
                    paint(&palette, *stroke, item.opacity)
                );
                let centre = rect.center();
                for label in labels {
                    let mut label = label.clone();
                    label.at.x += centre.x;
                    label.at.y += centre.y;
                    text(&mut out, &palette, &label);
                }
            }
            Shape::Line { points, stroke } => {
                let at: Vec<String> = points
                    .iter()
                    .map(|p| format!("{:.1},{:.1}", p.x, p.y))
                    .collect();
                let _ = writeln!(
                    out,
                    "<polyline id=\"{}\" points=\"{}\" fill=\"none\" stroke-linejoin=\"round\" {}/>",
                    escape(&item.id),
                    at.join(" "),
                    paint(&palette, *stroke, item.opacity)
                );
            }
            Shape::Band { upper, lower, fill } => {
                let around: Vec<String> = upper
                    .iter()
                    .chain(lower.iter().rev())
                    .map(|p| format!("{:.1},{:.1}", p.x, p.y))
                    .collect();
                let _ = writeln!(
                    out,
                    "<polygon id=\"{}\" points=\"{}\" fill=\"{}\" fill-opacity=\"{:.2}\"/>",
                    escape(&item.id),
                    around.join(" "),
                    palette.ink(*fill).hex(),
                    item.opacity
                );
            }
            Shape::Text(label) => text(&mut out, &palette, label),
        }
    }
    out.push_str("</svg>\n");
    out
}

fn paint(palette: &Palette, stroke: Stroke, opacity: f32) -> String {
    // In proportion to the width, so that a smaller drawing looks the same.
    let w = stroke.width;
    let dash = match stroke.dash {
        Dash::Solid => String::new(),
        Dash::Dashed => format!(" stroke-dasharray=\"{:.1} {:.1}\"", 4.0 * w, 2.7 * w),
        Dash::Dotted => format!(
            " stroke-dasharray=\"0.1 {:.1}\" stroke-linecap=\"round\"",
            2.5 * w
        ),
    };
    let opacity = if opacity < 1.0 {
        format!(" stroke-opacity=\"{opacity:.2}\"")
    } else {
        String::new()
    };
    format!(
        "stroke=\"{}\" stroke-width=\"{:.1}\"{dash}{opacity}",
        palette.ink(stroke.ink).hex(),
        stroke.width
    )
}

fn text(out: &mut String, palette: &Palette, label: &Label) {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
    };
    let weight = match label.weight {
        Weight::Regular => "",
        Weight::Bold => " font-weight=\"700\"",
    };
    let _ = writeln!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{:.1}\"{weight} text-anchor=\"{anchor}\" \
         fill=\"{}\">{}</text>",
        label.at.x,
        label.at.y + label.size * BASELINE,
        label.size,
        palette.ink(label.ink).hex(),
        escape(&label.text)
    );
}

/// Escapes text for XML and drops the control characters that XML cannot hold.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
    }
    out
}
