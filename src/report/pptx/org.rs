//! The org chart as native shapes: boxes with their texts, and connectors that hold to them. Where lines
//! run together they hold to a joint, a dot of their own colour: so each connector turns once at most,
//! which every office program draws alike, and the lines of a box follow it.

use std::collections::BTreeMap;

use super::canvas::{Canvas, Form, Paint, Para, Set};
use super::connector::Route;
use crate::chart::{Bond, Legible, Link, Node, Side, Size, Structure, Tied, lay_out_tied};
use crate::draw::{Dash, Ink, Point, Rect, Stroke, Weight, width};
use crate::i18n::Words;

/// The height of the key under the chart, and of a sample of a line in it.
const KEY: f32 = 20.0;
const SAMPLE: f32 = 26.0;
const TEXT: f32 = 12.0;

/// Draws the chart into a room, with the key to its lines under it.
pub fn draw(canvas: &mut Canvas<'_>, words: &Words, structure: &Structure, told: &str, room: Rect) {
    let size = Size {
        width: room.w,
        height: room.h - KEY,
    };
    let Legible {
        chart: tied,
        scale,
        left_out,
    } = lay_out_tied(structure, size, KEY);
    let note = if left_out > 0 { KEY } else { 0.0 };
    let left = room.x + (size.width - tied.width * scale) / 2.0;
    let top = room.y + (size.height - note - tied.height * scale) / 2.0;
    let placing = Placing { scale, left, top };
    let ids: Vec<u32> = tied
        .nodes
        .iter()
        .map(|node| put(canvas, node, told, &placing))
        .collect();
    let mut joined = Joined::default();
    for link in &tied.links {
        joined.tie(canvas, words, &tied, link, &ids, &placing);
    }
    let foot = Rect::new(room.x, room.bottom() - KEY - note + 2.0, room.w, KEY - 2.0);
    key(canvas, structure, foot);
    if left_out > 0 {
        let text = words.with("chart-left-out", &[("count", left_out)]);
        let under = Rect::new(room.x, room.bottom() - KEY + 2.0, room.w, KEY - 2.0);
        canvas.text(
            &text,
            under,
            &[Para::new(&text, TEXT).ink(Ink::Muted)],
            Set::Left,
        );
    }
}

/// From the chart to the slide.
struct Placing {
    scale: f32,
    left: f32,
    top: f32,
}

impl Placing {
    fn point(&self, point: Point) -> Point {
        Point {
            x: self.left + self.scale * point.x,
            y: self.top + self.scale * point.y,
        }
    }

    fn rect(&self, rect: Rect) -> Rect {
        let corner = self.point(Point {
            x: rect.x,
            y: rect.y,
        });
        Rect::new(corner.x, corner.y, self.scale * rect.w, self.scale * rect.h)
    }

    fn stroke(&self, stroke: Stroke) -> Stroke {
        Stroke {
            width: self.scale * stroke.width,
            ..stroke
        }
    }
}

/// What a box is called in a list of shapes.
fn name(node: &Node) -> &str {
    node.paragraphs
        .first()
        .map_or("", |paragraph| &paragraph.text)
}

fn put(canvas: &mut Canvas<'_>, node: &Node, told: &str, placing: &Placing) -> u32 {
    let is_frame = node.id == "frame";
    let paras: Vec<Para> = node
        .paragraphs
        .iter()
        .map(|paragraph| Para {
            text: paragraph.text.clone(),
            // What is a little too large for its room goes into the padding.
            size: (placing.scale * paragraph.size).max(TEXT),
            weight: paragraph.weight,
            ink: paragraph.ink,
            sign: None,
            after: 3.0 * placing.scale,
        })
        .collect();
    let form = Form {
        name: if is_frame { &node.id } else { name(node) },
        told: if is_frame { told } else { "" },
        geometry: "roundRect",
        radius: placing.scale * node.radius,
        rect: placing.rect(node.rect),
        paint: Paint {
            fill: Some(node.fill),
            stroke: Some(placing.stroke(node.stroke)),
            opacity: node.opacity,
        },
        set: if is_frame { Set::Top } else { Set::Middle },
        inset: placing.scale * if is_frame { 8.0 } else { 2.0 },
    };
    canvas.shape(&form, &paras)
}

/// A place and a colour: what is there is one thing.
type Spot = (i64, i64, Ink);

/// The joints and the pieces that are drawn already.
#[derive(Default)]
struct Joined {
    joints: BTreeMap<(i64, i64, bool), u32>,
    pieces: Vec<(Spot, Spot)>,
}

impl Joined {
    fn tie(
        &mut self,
        canvas: &mut Canvas<'_>,
        words: &Words,
        tied: &Tied,
        link: &Link,
        ids: &[u32],
        placing: &Placing,
    ) {
        let points: Vec<Point> = link.points.iter().map(|&p| placing.point(p)).collect();
        let [from, to] = link.ends;
        let args = [
            ("from", name(&tied.nodes[from])),
            ("to", name(&tied.nodes[to])),
        ];
        let told = match link.bond {
            Bond::Reports | Bond::Hangs => words.with("deck-bond-reports", &args),
            Bond::Together => words.with("deck-bond-together", &args),
        };
        let stroke = placing.stroke(link.stroke);
        let last = points.len() - 1;
        let mut cuts = vec![0];
        cuts.extend(&link.joints);
        cuts.push(last);
        for cut in cuts.windows(2) {
            let (begin, end) = (cut[0], cut[1]);
            let mut piece = points[begin..=end].to_vec();
            let key = (
                spot(piece[0], stroke.ink),
                spot(piece[end - begin], stroke.ink),
            );
            if self.pieces.contains(&key) {
                continue;
            }
            self.pieces.push(key);
            let leaves = heading(&piece);
            let arrives = {
                let mut back = piece.clone();
                back.reverse();
                heading(&back)
            };
            let (Some(leaves), Some(arrives)) = (leaves, arrives) else {
                continue;
            };
            let half = stroke.width / 2.0;
            let start = if begin == 0 {
                (ids[from], site(link.sides[0]))
            } else {
                let id = self.joint(canvas, words, piece[0], stroke);
                piece[0] = moved(piece[0], leaves, half);
                (id, site(leaves))
            };
            let stop = if end == last {
                (ids[to], site(link.sides[1]))
            } else {
                let at = piece.len() - 1;
                let id = self.joint(canvas, words, piece[at], stroke);
                piece[at] = moved(piece[at], arrives, half);
                (id, site(arrives))
            };
            if let Some(route) = Route::along(&piece) {
                canvas.connector(&told, &route, [start, stop], stroke, link.opacity);
            }
        }
    }

    fn joint(&mut self, canvas: &mut Canvas<'_>, words: &Words, at: Point, stroke: Stroke) -> u32 {
        let (x, y, ink) = spot(at, stroke.ink);
        let key = (x, y, ink == Ink::Accent);
        if let Some(id) = self.joints.get(&key) {
            return *id;
        }
        let side = stroke.width;
        let rect = Rect::new(at.x - side / 2.0, at.y - side / 2.0, side, side);
        let id = canvas.dot(&words.get("deck-joint"), rect, stroke.ink);
        self.joints.insert(key, id);
        id
    }
}

fn spot(at: Point, ink: Ink) -> Spot {
    let [x, y] = [at.x, at.y].map(|at| (20.0 * at).round() as i64);
    (x, y, ink)
}

/// Towards which side a way leaves its first point; `None` where it goes nowhere.
fn heading(points: &[Point]) -> Option<Side> {
    let from = points.first()?;
    let next = points.iter().find(|next| {
        let far = (next.x - from.x).abs().max((next.y - from.y).abs());
        far > 0.01
    })?;
    let (dx, dy) = (next.x - from.x, next.y - from.y);
    Some(match dx.abs() > dy.abs() {
        true if dx > 0.0 => Side::Right,
        true => Side::Left,
        false if dy > 0.0 => Side::Bottom,
        false => Side::Top,
    })
}

fn moved(point: Point, side: Side, by: f32) -> Point {
    let Point { x, y } = point;
    match side {
        Side::Top => Point { x, y: y - by },
        Side::Left => Point { x: x - by, y },
        Side::Bottom => Point { x, y: y + by },
        Side::Right => Point { x: x + by, y },
    }
}

/// The sites of a box, as office programs count them.
fn site(side: Side) -> u8 {
    match side {
        Side::Top => 0,
        Side::Left => 1,
        Side::Bottom => 2,
        Side::Right => 3,
    }
}

/// What the three kinds of line mean, side by side.
fn key(canvas: &mut Canvas<'_>, structure: &Structure, room: Rect) {
    let strokes = [
        (Ink::Accent, 3.0, Dash::Solid),
        (Ink::Accent, 2.0, Dash::Dotted),
        (Ink::Text, 1.5, Dash::Dashed),
    ];
    let mut x = room.x;
    let y = room.center().y;
    let lines = structure.legend.iter().zip(strokes);
    for (text, (ink, line, dash)) in lines.filter(|(text, _)| !text.is_empty()) {
        let stroke = Stroke {
            ink,
            width: line,
            dash,
        };
        canvas.rule(text, (x, y), (x + SAMPLE, y), stroke);
        x += SAMPLE + 6.0;
        let wide = width(text, TEXT, Weight::Regular) + 8.0;
        let para = Para::new(text, TEXT).ink(Ink::Muted);
        canvas.text(text, Rect::new(x, room.y, wide, room.h), &[para], Set::Left);
        x += wide + 10.0;
    }
}
