//! A way of right angles as one of the ready-made connectors, which office programs lead anew when a
//! box is moved: how it is turned, mirrored and bent.

use std::fmt::Write;

use super::design::Design;
use crate::draw::Point;

/// No side of a connector is shorter than this, in units: how far it bends is told in shares of it.
const LEAST: f32 = 1.0;

/// The connector along a way.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    geometry: &'static str,
    /// Its middle, and its sides before it is turned.
    middle: Point,
    sides: (f32, f32),
    /// Whether it begins upwards or downwards.
    is_turned: bool,
    flips: (bool, bool),
    /// Where it bends, in hundred thousandths of its sides.
    bends: Vec<f32>,
}

impl Route {
    /// The connector along these points, whose stretches go across and along by turns.
    pub fn along(points: &[Point]) -> Option<Self> {
        let points = corners(points);
        let (&[from, next, ..], &to) = (&points[..], points.last()?) else {
            return None;
        };
        let is_turned = same(from.x, next.x) && !same(from.y, next.y);
        let geometry = match points.len() {
            2 => "straightConnector1",
            3 => "bentConnector2",
            4 => "bentConnector3",
            5 => "bentConnector4",
            6 => "bentConnector5",
            _ => return None,
        };
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let middle = Point {
            x: (from.x + to.x) / 2.0,
            y: (from.y + to.y) / 2.0,
        };
        if points.len() == 2 {
            return Some(Self {
                geometry,
                middle,
                sides: (dx.abs(), dy.abs()),
                is_turned: false,
                flips: (dx < 0.0, dy < 0.0),
                bends: Vec::new(),
            });
        }
        // A connector begins to the right and ends below; turned, it begins downwards and ends on the
        // left.
        let (along, across) = if is_turned { (dy, -dx) } else { (dx, dy) };
        let sides = (along.abs().max(LEAST), across.abs().max(LEAST));
        let flips = (along < 0.0, across < 0.0);
        let share = |point: &Point, is_along: bool| {
            let (dx, dy) = (point.x - from.x, point.y - from.y);
            let (along, across) = if is_turned { (dy, -dx) } else { (dx, dy) };
            let (far, side, flipped) = if is_along {
                (along, sides.0, flips.0)
            } else {
                (across, sides.1, flips.1)
            };
            100_000.0 * if flipped { -far } else { far } / side
        };
        let inner = &points[1..points.len() - 1];
        // The first stretch ends at the first bend, the second at the second…; the last two are given by
        // the end.
        let bends = inner[..inner.len() - 1].iter().enumerate();
        let bends = bends.map(|(at, point)| share(point, at % 2 == 0)).collect();
        Some(Self {
            geometry,
            middle,
            sides,
            is_turned,
            flips,
            bends,
        })
    }

    pub fn xml(&self, design: &Design) -> String {
        let (w, h) = (design.emu(self.sides.0), design.emu(self.sides.1));
        let x = design.emu(self.middle.x) - w / 2;
        let y = design.emu(self.middle.y) - h / 2;
        let mut how = String::new();
        if self.is_turned {
            how.push_str(" rot=\"5400000\"");
        }
        if self.flips.0 {
            how.push_str(" flipH=\"1\"");
        }
        if self.flips.1 {
            how.push_str(" flipV=\"1\"");
        }
        let mut bends = String::new();
        for (at, bend) in self.bends.iter().enumerate() {
            let name = at + 1;
            let _ = write!(
                bends,
                "<a:gd name=\"adj{name}\" fmla=\"val {}\"/>",
                bend.round()
            );
        }
        let geometry = self.geometry;
        format!(
            "<a:xfrm{how}><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{w}\" cy=\"{h}\"/></a:xfrm>\
             <a:prstGeom prst=\"{geometry}\"><a:avLst>{bends}</a:avLst></a:prstGeom>"
        )
    }
}

fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.01
}

/// The points at which a way turns, with its ends.
fn corners(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for &point in points {
        if kept
            .last()
            .is_some_and(|last| same(last.x, point.x) && same(last.y, point.y))
        {
            continue;
        }
        if let [.., before, last] = &kept[..]
            && (same(before.x, last.x) && same(last.x, point.x)
                || same(before.y, last.y) && same(last.y, point.y))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}
