//! Every view as a picture, so that a later change shows what it has moved.
//!
//! What the window has painted is written as SVG, which any browser shows; `cargo insta review`, or the
//! new files beside the old ones, tell what differs.

use std::fmt::Write as _;

use attache::model::Lang;
use attache::ui::{App, View};
use egui::epaint::{ClippedShape, PathShape, RectShape, TextShape};
use egui::{Color32, FontFamily, Modifiers, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};
use egui_kittest::Harness;

use super::{press, start_in};

const SIZE: egui::Vec2 = vec2(1280.0, 720.0);

/// What a window shows, in SVG.
struct Picture {
    out: String,
}

impl Picture {
    fn of(harness: &Harness<'_, App>) -> Vec<u8> {
        let mut picture = Self { out: String::new() };
        let (width, height) = (SIZE.x, SIZE.y);
        let ground = harness.ctx.global_style().visuals.panel_fill;
        let _ = writeln!(
            picture.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             font-family=\"Noto Sans\">\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>",
            hex(ground)
        );
        for (
            place,
            ClippedShape {
                clip_rect, shape, ..
            },
        ) in harness.output().shapes.iter().enumerate()
        {
            let clip = clip_rect.intersect(Rect::from_min_size(Pos2::ZERO, SIZE));
            if !clip.is_positive() || !clip.intersects(shape.visual_bounding_rect()) {
                continue;
            }
            if clip.contains_rect(shape.visual_bounding_rect()) {
                picture.shape(shape);
            } else {
                let _ = writeln!(
                    picture.out,
                    "<clipPath id=\"c{place}\"><rect {}/></clipPath><g clip-path=\"url(#c{place})\">",
                    bounds(clip)
                );
                picture.shape(shape);
                picture.out.push_str("</g>\n");
            }
        }
        picture.out.push_str("</svg>\n");
        picture.out.into_bytes()
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Noop | Shape::Callback(_) => {}
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Circle(circle) => {
                let (x, y) = (tenth(circle.center.x), tenth(circle.center.y));
                let ink = inks(circle.fill, circle.stroke.color, circle.stroke.width);
                let r = tenth(circle.radius);
                let _ = writeln!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {ink}/>");
            }
            Shape::LineSegment { points, stroke } => {
                self.points(points, false, Color32::TRANSPARENT, *stroke);
            }
            Shape::Path(PathShape {
                points,
                closed,
                fill,
                stroke,
            }) => {
                let stroke = match stroke.color {
                    egui::epaint::ColorMode::Solid(color) => Stroke::new(stroke.width, color),
                    egui::epaint::ColorMode::UV(_) => Stroke::NONE,
                };
                self.points(points, *closed, *fill, stroke);
            }
            Shape::Text(text) => self.text(text),
            Shape::Mesh(mesh) => {
                for corners in mesh.indices.chunks(3) {
                    let mut corners = corners.iter().map(|&at| &mesh.vertices[at as usize]);
                    let points: Vec<Pos2> = corners.clone().map(|vertex| vertex.pos).collect();
                    let fill = corners
                        .next_back()
                        .map_or(Color32::TRANSPARENT, |it| it.color);
                    self.points(&points, true, fill, Stroke::NONE);
                }
            }
            other => {
                let _ = writeln!(self.out, "<rect {}/>", bounds(other.visual_bounding_rect()));
            }
        }
    }

    fn rect(&mut self, shape: &RectShape) {
        let half = shape.stroke.width / 2.0;
        let rect = match shape.stroke_kind {
            StrokeKind::Inside => shape.rect.shrink(half),
            StrokeKind::Middle => shape.rect,
            StrokeKind::Outside => shape.rect.expand(half),
        };
        let round = shape.corner_radius.nw;
        let ink = inks(shape.fill, shape.stroke.color, shape.stroke.width);
        let _ = writeln!(self.out, "<rect {} rx=\"{round}\" {ink}/>", bounds(rect));
    }

    fn points(&mut self, points: &[Pos2], closed: bool, fill: Color32, stroke: Stroke) {
        let kind = if closed { "polygon" } else { "polyline" };
        let ink = inks(fill, stroke.color, stroke.width);
        let _ = write!(self.out, "<{kind} points=\"");
        for point in points {
            let _ = write!(self.out, "{},{} ", tenth(point.x), tenth(point.y));
        }
        let _ = writeln!(self.out, "\" {ink}/>");
    }

    /// Each run of letters of one font and colour.
    fn text(&mut self, text: &TextShape) {
        let sections = &text.galley.job.sections;
        let section_of: Vec<usize> = sections
            .iter()
            .enumerate()
            .flat_map(|(at, section)| {
                let bytes = section.byte_range.start.0..section.byte_range.end.0;
                let letters = text.galley.job.text[bytes].chars().count();
                std::iter::repeat_n(at, letters)
            })
            .collect();
        let mut letter = 0;
        for row in &text.galley.rows {
            let mut run = String::new();
            let mut begun: Option<(Pos2, usize, Color32)> = None;
            for glyph in &row.row.glyphs {
                let section = section_of.get(letter).or(section_of.last()).copied();
                letter += 1;
                let vertex = row
                    .row
                    .visuals
                    .mesh
                    .vertices
                    .get(glyph.first_vertex as usize);
                let color = vertex.map_or(text.fallback_color, |vertex| vertex.color);
                let color = text.override_text_color.unwrap_or(match color {
                    Color32::PLACEHOLDER => text.fallback_color,
                    color => color,
                });
                let same = begun.is_some_and(|(_, of, ink)| {
                    Some(of) == section && (ink == color || glyph.chr.is_whitespace())
                });
                if !same {
                    self.run(text, begun, &std::mem::take(&mut run));
                    let at = text.pos + row.pos.to_vec2() + glyph.pos.to_vec2();
                    begun = section.map(|section| (at, section, color));
                }
                run.push(glyph.chr);
            }
            letter += usize::from(row.ends_with_newline);
            self.run(text, begun, &run);
        }
    }

    fn run(&mut self, text: &TextShape, begun: Option<(Pos2, usize, Color32)>, run: &str) {
        let Some((at, section, color)) = begun.filter(|_| !run.trim().is_empty()) else {
            return;
        };
        let font = &text.galley.job.sections[section].format.font_id;
        let weight = match &font.family {
            FontFamily::Name(_) => " font-weight=\"700\"",
            _ => "",
        };
        let turned = match text.angle {
            0.0 => String::new(),
            angle => {
                let (x, y) = (tenth(text.pos.x), tenth(text.pos.y));
                format!(
                    " transform=\"rotate({} {x} {y})\"",
                    tenth(angle.to_degrees())
                )
            }
        };
        let written = run.replace('&', "&amp;").replace('<', "&lt;");
        let _ = writeln!(
            self.out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{turned} {} xml:space=\"preserve\">{written}</text>",
            tenth(at.x),
            tenth(at.y),
            tenth(font.size),
            inks(
                color.gamma_multiply(text.opacity_factor),
                Color32::TRANSPARENT,
                0.0
            ),
        );
    }
}

/// To a tenth of a point: less is not seen.
fn tenth(length: f32) -> f32 {
    (10.0 * length).round() / 10.0 + 0.0
}

fn bounds(rect: Rect) -> String {
    format!(
        "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        tenth(rect.left()),
        tenth(rect.top()),
        tenth(rect.width()),
        tenth(rect.height())
    )
}

fn hex(color: Color32) -> String {
    let [r, g, b, _] = color.to_srgba_unmultiplied();
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// How a shape is filled and lined.
fn inks(fill: Color32, line: Color32, width: f32) -> String {
    let paint = |what: &str, color: Color32| match color.a() {
        0 => format!("{what}=\"none\""),
        255 => format!("{what}=\"{}\"", hex(color)),
        alpha => {
            let alpha = (100.0 * f32::from(alpha) / 255.0).round() / 100.0;
            format!("{what}=\"{}\" {what}-opacity=\"{alpha}\"", hex(color))
        }
    };
    if line.a() == 0 || width == 0.0 {
        return paint("fill", fill);
    }
    let (fill, line) = (paint("fill", fill), paint("stroke", line));
    format!("{fill} {line} stroke-width=\"{}\"", tenth(width))
}

#[test]
fn every_view_looks_as_it_did() {
    let app = App::new(&egui::Context::default(), start_in(Lang::Fr));
    let mut harness = Harness::builder()
        .with_size(SIZE)
        .with_context_setup(attache::ui::install)
        .build_ui_state(|ui, app: &mut App| app.show(ui), app);
    harness.ctx.set_theme(egui::Theme::Light);
    harness.run();
    for view in View::ALL {
        press(&mut harness, Modifiers::COMMAND, view.key());
        harness.run_steps(40);
        let name = format!("{}.svg", view.name());
        insta::assert_binary_snapshot!(&name, Picture::of(&harness));
    }
}
