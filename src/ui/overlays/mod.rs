//! What stands over the window, or takes its place.

pub mod palette;
pub mod present;
pub mod shortcuts;
pub mod tour;
