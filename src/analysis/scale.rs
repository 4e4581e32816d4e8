//! The scale on which answers are told, and what is too little to count or to tell.

/// Values, levels and loads closer than this are equal: rounding must not elect a winner.
pub(super) const EPSILON: f64 = 1e-9;

/// A value on a grid on which those that are equal, but for rounding, stand at one place.
pub(super) fn grade(value: f64) -> i64 {
    (value / EPSILON).round() as i64
}

/// An effect weaker than this, in points of fit or of a slider, is not worth a word.
pub const FAINT: f64 = 0.05;

/// A reason weaker than this, in points of fit, is not told.
pub const TOLD: f64 = 0.2;

/// A value, or a part of one, in points of fit: the whole width from -1 to 1 is 100 points.
pub fn points(value: f64) -> f64 {
    50.0 * value
}

/// The fit of a value in [-1, 1]: 0 to 100 points; the same for all alternatives.
pub(super) fn fit(value: f64) -> f64 {
    50.0 + points(value)
}
