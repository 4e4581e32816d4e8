//! Up or down.

/// The declared direction of a curve, to which it is held; or the better way of a slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub enum Direction {
    /// It never falls.
    Up,
    /// It never rises.
    Down,
}
