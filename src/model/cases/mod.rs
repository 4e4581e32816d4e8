//! Real organisations whose answer is known: what the curves are calibrated on and compared with.

mod check;
mod content;
mod load;

pub use content::{Case, Cases, Known, Near, Rating, Sure};
