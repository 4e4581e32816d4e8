//! How far one curve lies above another: straight from bend to bend.

use crate::model::{AlternativeId, Curve, Response};

/// A line from 0 to 100 that may bend.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// At least two, rising.
    points: Vec<(f64, f64)>,
}

impl Line {
    /// By how much a response speaks more for one alternative than for another, times `scale`.
    pub fn between(
        response: &Response,
        one: AlternativeId,
        other: AlternativeId,
        scale: f64,
    ) -> Self {
        let of = |alternative: AlternativeId| {
            let mut curves = response.curves.iter();
            curves.find(|curve| curve.to == alternative)
        };
        let (one, other) = (of(one), of(other));
        let bends = |curve: Option<&Curve>| -> Vec<f64> {
            let points = curve.map_or(&[][..], |curve| &curve.points);
            points.iter().map(|point| point.0).collect()
        };
        let mut at = [vec![0.0, 100.0], bends(one), bends(other)].concat();
        at.sort_by(f64::total_cmp);
        at.dedup();
        let value = |curve: Option<&Curve>, x: f64| curve.map_or(0.0, |curve| curve.at(x));
        let lead = |x: f64| scale * (value(one, x) - value(other, x));
        let points = at.into_iter().map(|x| (x, lead(x)));
        Self {
            points: points.collect(),
        }
    }

    /// The value at `x`, from 0 to 100.
    #[inline]
    pub fn at(&self, x: f64) -> f64 {
        let mut end = 1;
        while end + 1 < self.points.len() && x > self.points[end].0 {
            end += 1;
        }
        let ((x0, y0), (x1, y1)) = (self.points[end - 1], self.points[end]);
        y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    }

    /// Where it bends between `low` and `high`.
    pub fn bends(&self, low: f64, high: f64) -> impl Iterator<Item = f64> {
        let inner = self.points[1..self.points.len() - 1].iter();
        inner
            .map(|point| point.0)
            .filter(move |&x| low < x && x < high)
    }

    /// The least value between `low` and `high` and where it is; where it is as low, `from`.
    pub fn lowest(&self, low: f64, high: f64, from: f64) -> (f64, f64) {
        let ends = [from, low, high].into_iter();
        ends.chain(self.bends(low, high))
            .map(|x| (self.at(x), x))
            .reduce(|best, next| if next.0 < best.0 { next } else { best })
            .unwrap_or_default()
    }
}
