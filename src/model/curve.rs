//! Response curves: monotone, piecewise linear maps from a measure to a partial value.

use serde::Deserialize;

use super::knowledge::Basis;
use super::text::Text;

/// The declared direction of a curve; validation holds the curve to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Direction {
    Up,
    Down,
}

/// How one measure speaks for or against one alternative.
///
/// `points` are `(x, y)` with `x` rising strictly from 0 to 100 and `y` in [-1, 1].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Curve {
    /// Id of the alternative that the curve speaks of.
    pub to: String,
    pub direction: Direction,
    pub points: Vec<(f64, f64)>,
    /// One sentence that justifies the curve and reads well both as a reason for and against.
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
    /// Index of `to` in its question, resolved at load.
    #[serde(skip)]
    pub alternative: usize,
}

impl Curve {
    /// The partial value at `x`, in [-1, 1]; `x` outside 0-100 is held at the ends.
    pub fn at(&self, x: f64) -> f64 {
        let next = self.points.partition_point(|p| p.0 < x);
        match (
            next.checked_sub(1).map(|i| self.points[i]),
            self.points.get(next),
        ) {
            (Some((x0, y0)), Some(&(x1, y1))) => y0 + (y1 - y0) * (x - x0) / (x1 - x0),
            (None, Some(&(_, y))) | (Some((_, y)), None) => y,
            (None, None) => 0.0,
        }
    }
}
