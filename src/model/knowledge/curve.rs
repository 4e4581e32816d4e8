//! Response curves: monotone, piecewise linear maps from a measure to a partial value.

use std::ops::Range;

use super::direction::Direction;
use super::factor::Measure;
use super::ids::{AlternativeId, FactorId, MeasureId, ResponseId};
use super::source::Basis;
use crate::model::list::List;
use crate::model::text::Text;

/// How one measure speaks for or against one alternative: a single-attribute value function.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What it speaks of.
    pub to: AlternativeId,
    /// Which way it goes.
    pub direction: Direction,
    /// `(x, y)`, two or more, with `x` rising strictly from 0 to 100 and `y` in [-1, 1].
    pub points: Vec<(f64, f64)>,
    /// What known organisations make of the judgement: its points count this many times.
    pub times: f64,
    /// One sentence that justifies the curve, whatever the company.
    pub why: Text,
    /// What is said of a company as a reason for or against; `why` where a base has no such sentences.
    pub reasons: Option<Reasons>,
    /// What it rests on.
    pub basis: Basis,
}

/// The curves of one measure, at most one for each alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// What the curves read.
    pub measure: MeasureId,
    /// One or more.
    pub curves: Vec<Curve>,
}

/// A fact about the company, and what follows from it. [`Reasons::VALUE`] stands for where the sliders
/// are, [`Reasons::HOST`] for the department that the alternative needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// Where the measure stands high: for the alternative if the curve goes up, else against.
    pub high: Text,
    /// Where it stands low: the other way round.
    pub low: Text,
}

/// Which of two sentences is true of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The measure is at its middle or above.
    High,
    /// It is at its middle or below.
    Low,
}

impl Reasons {
    /// What is replaced by where the sliders are; once in each sentence.
    pub const VALUE: &str = "{value}";
    /// What is replaced by the name of the alternative's department.
    pub const HOST: &str = "{host}";

    /// The sentence for one side.
    pub fn get(&self, standing: Standing) -> &Text {
        match standing {
            Standing::High => &self.high,
            Standing::Low => &self.low,
        }
    }
}

impl Direction {
    /// Where a measure has to stand so that what it says for an alternative, or against it, is true.
    pub fn standing(self, speaks_for: bool) -> Standing {
        match (self, speaks_for) {
            (Self::Up, true) | (Self::Down, false) => Standing::High,
            (Self::Up, false) | (Self::Down, true) => Standing::Low,
        }
    }
}

impl Curve {
    /// The value at `x`, in [-`times`, `times`]; `x` outside 0-100 is held at the ends.
    pub fn at(&self, x: f64) -> f64 {
        self.times * self.judged(x)
    }

    /// What the judgement alone says at `x`, in [-1, 1].
    pub fn judged(&self, x: f64) -> f64 {
        let x = x.clamp(0.0, 100.0);
        let mut pieces = pieces(&self.points);
        let before = self.points.iter().skip(1);
        let passed = before.take_while(|point| x > point.0).count();
        pieces.nth(passed).map_or(0.0, |piece| piece.at(x))
    }
}

/// A straight piece of a curve.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Where it begins, 0 to 100.
    pub x: f64,
    /// Its value there.
    pub y: f64,
    /// How much it rises for each point of `x`.
    pub slope: f64,
}

impl Piece {
    #[inline]
    fn at(self, x: f64) -> f64 {
        self.y + self.slope * (x - self.x)
    }

    fn times(self, scale: f64) -> Self {
        let (y, slope) = (scale * self.y, scale * self.slope);
        Self { y, slope, ..self }
    }
}

fn pieces(points: &[(f64, f64)]) -> impl Iterator<Item = Piece> {
    points.windows(2).map(|ends| {
        let ((x, y), (x1, y1)) = (ends[0], ends[1]);
        let slope = (y1 - y) / (x1 - x);
        Piece { x, y, slope }
    })
}

/// The curves of a question side by side in memory, for those who read them a million times, each
/// multiplied by the scale of its factor.
#[derive(Clone, Debug, Default)]
pub struct CurveTable {
    /// The terms of each factor.
    factors: List<FactorId, Range<usize>>,
    /// Factor by factor, and in the order of the responses within each.
    terms: Vec<Term>,
    pieces: Vec<Piece>,
}

/// A curve of the table.
#[derive(Clone, Debug)]
pub struct Term {
    /// The response that it belongs to.
    pub response: ResponseId,
    /// What it reads.
    pub measure: MeasureId,
    /// What it speaks of.
    pub alternative: AlternativeId,
    pieces: Range<usize>,
}

impl CurveTable {
    /// The table of these responses, with one scale for each factor.
    pub fn new(
        measures: &List<MeasureId, Measure>,
        responses: &List<ResponseId, Response>,
        scales: &List<FactorId, f64>,
    ) -> Self {
        let mut table = Self {
            factors: List::like(scales, 0..0),
            terms: Vec::new(),
            pieces: Vec::new(),
        };
        for (factor, &scale) in scales.pairs() {
            let first = table.terms.len();
            for (at, Response { measure, curves }) in responses.pairs() {
                if measures[*measure].factor != factor {
                    continue;
                }
                for curve in curves {
                    let first = table.pieces.len();
                    let scaled =
                        pieces(&curve.points).map(|piece| piece.times(scale * curve.times));
                    table.pieces.extend(scaled);
                    table.terms.push(Term {
                        response: at,
                        measure: *measure,
                        alternative: curve.to,
                        pieces: first..table.pieces.len(),
                    });
                }
            }
            table.factors[factor] = first..table.terms.len();
        }
        table
    }

    /// All factors, with or without curves.
    #[inline]
    pub fn factors(&self) -> impl ExactSizeIterator<Item = FactorId> + use<> {
        self.factors.ids()
    }

    /// The curves of a factor.
    #[inline]
    pub fn terms(&self, factor: FactorId) -> &[Term] {
        &self.terms[self.factors[factor].clone()]
    }

    /// The pieces of a curve, one or more, from left to right.
    #[inline]
    pub fn pieces(&self, term: &Term) -> &[Piece] {
        &self.pieces[term.pieces.clone()]
    }

    /// As [`Curve::at`], times the scale; `x` from 0 to 100.
    #[inline]
    pub fn value(&self, term: &Term, x: f64) -> f64 {
        let pieces = self.pieces(term);
        let mut at = 0;
        while at + 1 < pieces.len() && x > pieces[at + 1].x {
            at += 1;
        }
        pieces[at].at(x)
    }
}
