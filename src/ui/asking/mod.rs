//! What screens that ask something are made of: the conversation and the secret ballot share it.

mod answers;
mod keys;
mod measures;
mod parts;
mod segment;

pub use answers::{Answers, keep_arrows};
pub use keys::{Cursor, Pressed, Typed};
pub use measures::Measures;
pub use parts::{muted_ink, primary, quiet, ring, steps};
pub use segment::{Look, Segment};
