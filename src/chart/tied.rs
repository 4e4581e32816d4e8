//! The org chart as things that hold together: boxes with what they say, and which line ties which of
//! them, so that whoever moves a box takes its lines along.

use super::layout::{Depths, HIERARCHY, Layout, Metrics, Size, TIE, Texts, balanced};
use super::legible::{Legible, legible};
use super::noted::{Node, Notes, TieEnd};
use super::structure::Structure;
use crate::draw::{Point, Rect, Scene, Stroke};

/// A chart whose lines know what they tie.
#[derive(Clone, Debug, Default)]
pub struct Tied {
    pub width: f32,
    pub height: f32,
    /// The frame of the company first, with its name.
    pub nodes: Vec<Node>,
    pub links: Vec<Link>,
}

/// The middle of a side of a box, where a line can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Top,
    Left,
    Bottom,
    Right,
}

/// What a line says of what it ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// The second reports to the first.
    Reports,
    /// The function, or what takes part, hangs from the first.
    Hangs,
    /// The two work together.
    Together,
}

/// A line between two boxes, along points that turn by right angles.
#[derive(Clone, Debug)]
pub struct Link {
    pub bond: Bond,
    /// The places of the boxes among the nodes.
    pub ends: [usize; 2],
    pub sides: [Side; 2],
    /// From the middle of the one side to that of the other.
    pub points: Vec<Point>,
    /// The places among the points where it can be joined with others; between two of them it turns once
    /// at most. What hangs around the side of a box has none: nothing else runs along it.
    pub joints: Vec<usize>,
    pub stroke: Stroke,
    /// 0 to 1.
    pub opacity: f32,
}

/// Widths of boxes that are tried.
const WIDTHS: [f32; 7] = [104.0, 116.0, 128.0, 140.0, 154.0, 170.0, 188.0];
/// A small company fills no slide.
const LARGEST: f32 = 1.25;

/// Places a chart for a part of a slide, with the columns and boxes that make it largest. What does not fit
/// in type that can be read is left out, and `note` of the height is free where that is a department.
pub fn lay_out_tied(structure: &Structure, room: Size, note: f32) -> Legible<Tied> {
    legible(structure, room, note, |kept, room| {
        placed(kept, room, |layout| {
            let (scene, notes) = layout.noted();
            let links = links(&kept.top.id, &notes);
            Tied {
                width: scene.width,
                height: scene.height,
                nodes: notes.nodes,
                links,
            }
        })
    })
}

/// As [`lay_out_tied`], as a drawing whose lines are drawn once.
pub fn lay_out_slide(structure: &Structure, room: Size, note: f32) -> Legible<Scene> {
    legible(structure, room, note, |kept, room| {
        placed(kept, room, |layout| layout.finish().0)
    })
}

/// What is made of the layout that is largest, and how much larger than its type that can be shown.
fn placed<T: Default>(
    structure: &Structure,
    room: Size,
    make: impl FnOnce(Layout<'_>) -> T,
) -> (T, f32) {
    let all = WIDTHS.map(|least| Texts::new(structure, least, Metrics::SLIDE));
    let least = Depths::default();
    let mut best: Option<(&Texts, usize, f32)> = None;
    for texts in &all {
        for columns in balanced(structure.units.len()) {
            let (scene, _) = Layout::new(structure, texts, columns, &least, false).finish();
            let scale = (room.width / scene.width).min(room.height / scene.height);
            let scale = scale.min(LARGEST);
            if best.is_none_or(|(_, _, most)| scale > most + 1e-4) {
                best = Some((texts, columns, scale));
            }
        }
    }
    let Some((texts, columns, scale)) = best else {
        return (T::default(), 1.0);
    };
    let layout = Layout::new(structure, texts, columns, &least, true);
    (make(layout), scale)
}

fn at(rect: Rect, side: Side) -> Point {
    let Point { x, y } = rect.center();
    match side {
        Side::Top => Point { x, y: rect.y },
        Side::Left => Point { x: rect.x, y },
        Side::Bottom => Point {
            x,
            y: rect.bottom(),
        },
        Side::Right => Point { x: rect.right(), y },
    }
}

/// A line from side to side, `turns` being where it turns between them.
struct Way<'a> {
    bond: Bond,
    ends: [usize; 2],
    sides: [Side; 2],
    turns: &'a [(f32, f32)],
    stroke: Stroke,
    opacity: f32,
}

impl Way<'_> {
    fn link(self, nodes: &[Node]) -> Option<Link> {
        let [from, to] = self.ends.map(|end| nodes.get(end).map(|node| node.rect));
        let mut points = vec![at(from?, self.sides[0])];
        points.extend(self.turns.iter().map(|&(x, y)| Point { x, y }));
        points.push(at(to?, self.sides[1]));
        let joints = match (self.bond, points.len()) {
            (Bond::Hangs, _) | (_, 0..=3) => Vec::new(),
            (_, 4) => vec![1],
            _ => vec![1, 3],
        };
        Some(Link {
            bond: self.bond,
            joints,
            ends: self.ends,
            sides: self.sides,
            points,
            stroke: self.stroke,
            opacity: self.opacity,
        })
    }
}

fn links(top: &str, notes: &Notes) -> Vec<Link> {
    let find = |id: &str| notes.nodes.iter().position(|node| node.id == id);
    let unit = |id: &str| find(&format!("unit:{id}"));
    let mut links = Vec::new();
    let Some(head) = unit(top) else {
        return links;
    };
    let trunk = notes.nodes[head].rect.center().x;
    let first = notes.rows.first().map_or(0.0, |row| row.above);
    for (index, row) in notes.rows.iter().enumerate() {
        for to in row.units.iter().filter_map(|id| unit(id)) {
            let x = notes.nodes[to].rect.center().x;
            let far = [
                (trunk, first),
                (notes.spine, first),
                (notes.spine, row.above),
                (x, row.above),
            ];
            let near = [(trunk, first), (x, first)];
            let way = Way {
                bond: Bond::Reports,
                ends: [head, to],
                sides: [Side::Bottom, Side::Top],
                turns: if index == 0 { &near } else { &far },
                stroke: HIERARCHY,
                opacity: 1.0,
            };
            links.extend(way.link(&notes.nodes));
        }
    }
    for hang in &notes.hangs {
        let (Some(from), Some(to)) = (unit(&hang.unit), find(&hang.child)) else {
            continue;
        };
        let [parent, child] = [from, to].map(|node| notes.nodes[node].rect);
        let y = child.center().y;
        // Beside the trunk, or around the left side of a department.
        let left = parent.x - Metrics::SLIDE.rail;
        let beside = [(trunk, y)];
        let around = [(left, parent.center().y), (left, y)];
        let is_top = hang.unit == top;
        let way = Way {
            bond: Bond::Hangs,
            ends: [from, to],
            sides: [if is_top { Side::Bottom } else { Side::Left }, Side::Left],
            turns: if is_top { &beside } else { &around },
            stroke: hang.stroke,
            opacity: hang.opacity,
        };
        links.extend(way.link(&notes.nodes));
    }
    links.extend(ties(notes, find));
    links
}

/// Every tie begins at one box, the function: where lines run together, their dots coincide.
fn ties(notes: &Notes, find: impl Fn(&str) -> Option<usize>) -> Vec<Link> {
    let row = |end: &TieEnd| {
        let mut rows = notes.rows.iter();
        rows.position(|row| row.units.contains(&end.unit))
    };
    let hub = notes.ends.iter().find(|end| end.is_function);
    let Some(hub) = hub.or(notes.ends.first()) else {
        return Vec::new();
    };
    let Some(from) = find(&hub.node) else {
        return Vec::new();
    };
    let rect = notes.nodes[from].rect;
    let (middle, channel) = (rect.center(), notes.channel);
    let below = |row: usize| notes.rows[row].below;
    // Out of the function: under its row where it can, else from its right side.
    let here = row(hub);
    let out = here.filter(|_| !hub.is_covered);
    let side = if out.is_some() {
        Side::Bottom
    } else {
        Side::Right
    };
    let rail = here.map_or(channel, |_| rect.right() + Metrics::SLIDE.column_gap / 2.0);
    let way = |to: usize, side_to: Side, turns: &[(f32, f32)]| {
        let way = Way {
            bond: Bond::Together,
            ends: [from, to],
            sides: [side, side_to],
            turns,
            stroke: TIE,
            opacity: 1.0,
        };
        way.link(&notes.nodes)
    };
    let mut links = Vec::new();
    for end in notes.ends.iter().filter(|end| end.node != hub.node) {
        let Some(to) = find(&end.node) else {
            continue;
        };
        let other = notes.nodes[to].rect.center();
        links.extend(match (out, row(end)) {
            (Some(r), Some(s)) if r == s => {
                let turns = [(middle.x, below(r)), (other.x, below(r))];
                way(to, Side::Bottom, &turns)
            }
            (Some(r), Some(s)) => {
                let turns = [
                    (middle.x, below(r)),
                    (channel, below(r)),
                    (channel, below(s)),
                    (other.x, below(s)),
                ];
                way(to, Side::Bottom, &turns)
            }
            (Some(r), None) => {
                let turns = [
                    (middle.x, below(r)),
                    (channel, below(r)),
                    (channel, other.y),
                ];
                way(to, Side::Right, &turns)
            }
            (None, Some(s)) => {
                let turns = [(rail, middle.y), (rail, below(s)), (other.x, below(s))];
                way(to, Side::Bottom, &turns)
            }
            (None, None) => {
                let turns = [(channel, middle.y), (channel, other.y)];
                way(to, Side::Right, &turns)
            }
        });
    }
    for id in &notes.outside {
        let Some(to) = find(id) else {
            continue;
        };
        let x = notes.nodes[to].rect.center().x;
        links.extend(match out {
            Some(r) => {
                let turns = [
                    (middle.x, below(r)),
                    (channel, below(r)),
                    (channel, notes.below),
                    (x, notes.below),
                ];
                way(to, Side::Top, &turns)
            }
            None => {
                let turns = [(rail, middle.y), (rail, notes.below), (x, notes.below)];
                way(to, Side::Top, &turns)
            }
        });
    }
    links
}
