//! Two charts placed alike: what both have stands at the same place and in type of one size, and what
//! changes from one to the other is marked, by shape as well as by colour.

use std::collections::HashMap;

use super::layout::{Depths, Layout, Metrics, SMALL, Texts, balanced};
use super::structure::{Outside, Structure, Unit};
use crate::draw::{Anchor, Dash, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight};

/// Boxes are no wider than they must be, but for this, so that two charts have room.
const NARROW: f32 = 136.0;
/// Between a box that changes and the line around it.
const AROUND: f32 = 4.0;
const SIGN: &str = "≠";

/// Places two charts alike in a room of this width and any height, in as few rows as allow a scale of
/// `least` or more, no larger than they are, and with `columns` or more; the scale goes with them.
pub fn lay_out_alike(
    structures: [&Structure; 2],
    room: f32,
    least: f32,
    columns: usize,
) -> ([Scene; 2], f32) {
    let both = padded(structures);
    let wide = both
        .each_ref()
        .map(|one| Texts::new(one, NARROW, Metrics::SCREEN).box_width);
    let wide = wide[0].max(wide[1]);
    let texts = both
        .each_ref()
        .map(|one| Texts::new(one, wide, Metrics::SCREEN));
    let place = |columns: usize, drawing: bool| {
        let none = Depths::default();
        let taken = [0, 1].map(|side| {
            let layout = Layout::new(&both[side], &texts[side], columns, &none, false);
            layout.finish().1
        });
        let least = deepest(&taken);
        let mut scenes = [0, 1].map(|side| {
            let layout = Layout::new(&both[side], &texts[side], columns, &least, drawing);
            layout.finish().0
        });
        let height = scenes[0].height.max(scenes[1].height);
        scenes.iter_mut().for_each(|scene| scene.height = height);
        let scale = (room / scenes[0].width).min(1.0);
        (scenes, scale)
    };
    let units = both[0].units.len();
    let tried = balanced(units).filter(|&tried| tried >= columns.min(units));
    // What is not drawn is placed all the same.
    let tried = tried.map(|columns| (columns, place(columns, false)));
    let best = tried.max_by(|(_, (a, scale_a)), (_, (b, scale_b))| {
        let legible = (*scale_a >= least).cmp(&(*scale_b >= least));
        let size = if *scale_a >= least {
            // Of those that can be read, the lowest.
            (b[0].height * scale_b).total_cmp(&(a[0].height * scale_a))
        } else {
            scale_a.total_cmp(scale_b)
        };
        legible.then(size)
    });
    let best = best.map(|(columns, _)| place(columns, true));
    let (mut scenes, scale) = best.unwrap_or_default();
    mark(&mut scenes);
    (scenes, scale)
}

/// Both with a place for every department and body that either has.
fn padded(structures: [&Structure; 2]) -> [Structure; 2] {
    let [a, b] = structures;
    let ids = |one: &Structure| -> Vec<String> {
        let units = one.units.iter().map(|unit| unit.id.clone());
        units.collect()
    };
    let units = union(ids(a), ids(b));
    let ids = |one: &Structure| -> Vec<String> {
        let bodies = one.outside.iter().map(|body| body.id.clone());
        bodies.collect()
    };
    let bodies = union(ids(a), ids(b));
    structures.map(|one| Structure {
        units: units
            .iter()
            .map(|id| {
                let own = one.units.iter().find(|unit| unit.id == *id);
                own.cloned().unwrap_or_else(|| Unit::absent(id))
            })
            .collect(),
        outside: bodies
            .iter()
            .map(|id| {
                let own = one.outside.iter().find(|body| body.id == *id);
                own.cloned().unwrap_or_else(|| Outside::absent(id))
            })
            .collect(),
        ..one.clone()
    })
}

fn union(first: Vec<String>, second: Vec<String>) -> Vec<String> {
    let mut all = first;
    for id in second {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

fn deepest([a, b]: &[Depths; 2]) -> Depths {
    let rows = a.rows.iter().zip(&b.rows);
    Depths {
        top: a.top.max(b.top),
        rows: rows.map(|(a, b)| a.max(*b)).collect(),
    }
}

/// A box as far as it may change: where it is, and what it says.
fn boxes(scene: &Scene) -> HashMap<String, (Rect, Vec<String>)> {
    let found = scene.items.iter().filter_map(|item| {
        let Shape::Box { rect, labels, .. } = &item.shape else {
            return None;
        };
        // That the function could be elsewhere follows from where it is.
        if item.id == "frame" || item.id.starts_with("candidate:") {
            return None;
        }
        let texts = labels.iter().map(|label| label.text.clone()).collect();
        Some((item.id.clone(), (*rect, texts)))
    });
    found.collect()
}

/// Marks in both what stands elsewhere, says something else, or is not in the other.
fn mark(scenes: &mut [Scene; 2]) {
    let [a, b] = scenes.each_ref().map(boxes);
    for (scene, (own, other)) in scenes.iter_mut().zip([(&a, &b), (&b, &a)]) {
        let mut changed: Vec<&String> = own
            .iter()
            .filter(|(id, here)| {
                other.get(*id).is_none_or(|there| {
                    let moved = (here.0.x - there.0.x).abs() + (here.0.y - there.0.y).abs() > 0.5;
                    moved || here.1 != there.1
                })
            })
            .map(|(id, _)| id)
            .collect();
        changed.sort();
        for id in changed {
            let (rect, _) = own[id];
            scene.items.extend(around(id, rect));
        }
    }
}

/// A line around a box, and a sign at its corner.
fn around(id: &str, rect: Rect) -> [Item; 2] {
    let stroke = Stroke {
        ink: Ink::Stroke(1),
        width: 2.5,
        dash: Dash::Solid,
    };
    let (left, top) = (rect.x - AROUND, rect.y - AROUND);
    let (right, bottom) = (rect.right() + AROUND, rect.bottom() + AROUND);
    let points = [
        (left, top),
        (right, top),
        (right, bottom),
        (left, bottom),
        (left, top),
    ];
    let points = points.map(|(x, y)| Point { x, y }).to_vec();
    let line = Item {
        id: format!("changed:{id}"),
        opacity: 1.0,
        shape: Shape::Line { points, stroke },
    };
    let side = SMALL + 5.0;
    let sign = Item {
        id: format!("changed:{id}:sign"),
        opacity: 1.0,
        shape: Shape::Box {
            rect: Rect::new(right - side / 2.0, top - side / 2.0, side, side),
            radius: side / 2.0,
            fill: Ink::Ground,
            stroke,
            labels: vec![Label {
                at: Point::default(),
                anchor: Anchor::Middle,
                size: SMALL,
                weight: Weight::Bold,
                ink: Ink::Stroke(1),
                text: SIGN.to_owned(),
            }],
        },
    };
    [line, sign]
}
