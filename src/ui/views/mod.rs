//! What the centre of the window shows, one view at a time.

pub mod chart;
pub mod compare;
pub mod evolution;
pub mod room;
pub mod sureness;
pub mod why;
