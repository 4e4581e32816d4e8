//! Response curves: monotone, piecewise linear maps from a measure to a partial value.

use super::ids::{AlternativeId, FactorId, MeasureId};
use super::source::Basis;
use crate::model::text::Text;

/// The declared direction of a curve, to which it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub enum Direction {
    /// It never falls.
    Up,
    /// It never rises.
    Down,
}

/// How one measure speaks for or against one alternative: a single-attribute value function.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What it speaks of.
    pub to: AlternativeId,
    /// Which way it goes.
    pub direction: Direction,
    /// `(x, y)`, two or more, with `x` rising strictly from 0 to 100 and `y` in [-1, 1].
    pub points: Vec<(f64, f64)>,
    /// One sentence that justifies the curve and reads well both as a reason for and against.
    pub why: Text,
    /// What it rests on.
    pub basis: Basis,
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
    pub responses: Vec<(MeasureId, FactorId)>,
    terms: Vec<Term>,
    /// The straight pieces of all curves: where each begins, its value there, and its slope.
    pieces: Vec<(f64, f64, f64)>,
}

#[derive(Clone, Copy, Debug)]
struct Term {
    measure: MeasureId,
    factor: FactorId,
    alternative: AlternativeId,
    /// Its pieces.
    first: usize,
    end: usize,
}

impl CurveTable {
    /// Adds the curves of one more response.
    pub fn add(&mut self, measure: MeasureId, factor: FactorId, curves: &[Curve]) {
        self.responses.push((measure, factor));
        for curve in curves {
            let first = self.pieces.len();
            for ends in curve.points.windows(2) {
                let ((x0, y0), (x1, y1)) = (ends[0], ends[1]);
                self.pieces.push((x0, y0, (y1 - y0) / (x1 - x0)));
            }
            self.terms.push(Term {
                measure,
                factor,
                alternative: curve.to,
                first,
                end: self.pieces.len(),
            });
        }
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
