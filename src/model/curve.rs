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
    #[inline]
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

/// The curves of a question side by side in memory, for those who read them a million times.
#[derive(Clone, Debug, Default)]
pub struct CurveTable {
    /// Per response: its measure and the measure's factor.
    pub responses: Vec<(usize, usize)>,
    terms: Vec<Term>,
    /// The straight pieces of all curves: where each begins, its value there, and its slope.
    pieces: Vec<(f64, f64, f64)>,
}

#[derive(Clone, Copy, Debug)]
struct Term {
    measure: usize,
    factor: usize,
    alternative: usize,
    /// Its pieces.
    first: usize,
    end: usize,
}

impl CurveTable {
    /// Adds a curve of the response last added to `responses`.
    pub(super) fn add(&mut self, curve: &Curve) {
        let Some(&(measure, factor)) = self.responses.last() else {
            return;
        };
        let first = self.pieces.len();
        for ends in curve.points.windows(2) {
            let ((x0, y0), (x1, y1)) = (ends[0], ends[1]);
            self.pieces.push((x0, y0, (y1 - y0) / (x1 - x0)));
        }
        self.terms.push(Term {
            measure,
            factor,
            alternative: curve.alternative,
            first,
            end: self.pieces.len(),
        });
    }

    /// Calls `add(alternative, factor, value)` for every curve whose measure speaks.
    #[inline]
    pub fn read(&self, measures: &[Option<f64>], mut add: impl FnMut(usize, usize, f64)) {
        for term in &self.terms {
            let Some(x) = measures[term.measure] else {
                continue;
            };
            let mut at = term.first;
            while at + 1 < term.end && x > self.pieces[at + 1].0 {
                at += 1;
            }
            let (x0, y0, slope) = self.pieces[at];
            add(term.alternative, term.factor, y0 + slope * (x - x0));
        }
    }
}
