//! The answer in one sentence, and the live org chart in the centre of the window.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Painter, Pos2, Rect, Role, Sense,
    Shape as Drawn, Stroke as Pen, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::glide::Glide;
use super::style::{HEADLINE_LEAST, HEADLINES, bold, bold_family, color, palette};
use crate::analysis::Answers;
use crate::chart::{
    Anchor, Dash, Label, Point, Scene, Shape, Size, Structure, Weight, lay_out, wrap,
};
use crate::i18n::Words;
use crate::model::{Knowledge, Profile};
use crate::theme::Palette;
use crate::wording;

/// A chart is never drawn larger than this: a few boxes need not fill a wall.
const LARGEST: f32 = 1.8;

/// Shows the whole answer in one sentence, and who leads by how much.
pub fn headline(ui: &mut Ui, knowledge: &Knowledge, answers: &Answers, words: &Words) {
    let sentence = wording::headline(knowledge, answers, words);
    let room = ui.available_width();
    let fits = |size: &f32| wrap(&sentence, *size, Weight::Bold, room, 3).len() <= 2;
    let size = HEADLINES.into_iter().find(fits).unwrap_or(HEADLINE_LEAST);
    ui.label(bold(sentence).size(size));
    if let Some((question, answer)) = answers.get(knowledge, "attachment") {
        ui.label(wording::verdict(question, answer, words));
    }
}

/// Shows the chart in all the room that there is.
pub fn show(
    ui: &mut Ui,
    knowledge: &Knowledge,
    profile: &Profile,
    answers: &Answers,
    words: &Words,
    glide: &mut Glide,
) {
    let room = ui.available_size();
    let structure = Structure::new(knowledge, profile, answers, words);
    let scene = lay_out(
        &structure,
        Size {
            width: room.x.max(1.0),
            height: room.y.max(1.0),
        },
    );
    let (area, response) = ui.allocate_exact_size(room, Sense::hover());
    response.widget_info(|| {
        let answer = wording::headline(knowledge, answers, words);
        let described = words.with("chart-described", &[("answer", answer)]);
        WidgetInfo::labeled(Role::Image, true, described)
    });
    let time = ui.input(|input| input.time);
    let (scene, moving) = glide.apply(scene, time);
    if moving {
        ui.ctx().request_repaint();
    }
    let view = View::new(&scene, area, palette(ui));
    describe(ui, &scene, &view);
    view.draw(&ui.painter_at(area), &scene);
}

/// Makes each box known to screen readers.
fn describe(ui: &Ui, scene: &Scene, view: &View) {
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
        ui.interact(corners, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, lines.join(" ")));
    }
}

/// From the scene's units to the window's points.
struct View {
    origin: Pos2,
    scale: f32,
    palette: Palette,
}

impl View {
    fn new(scene: &Scene, area: Rect, palette: Palette) -> Self {
        let scale = (area.width() / scene.width)
            .min(area.height() / scene.height)
            .min(LARGEST);
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

    fn at(&self, point: Point) -> Pos2 {
        self.origin + vec2(point.x, point.y) * self.scale
    }

    fn draw(&self, painter: &Painter, scene: &Scene) {
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
                Shape::Text(label) => self.text(painter, label, label.at),
            }
        }
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
