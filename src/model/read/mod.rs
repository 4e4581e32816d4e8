//! Reading any file of ours: its format, what is wrong with it, and where that stands.

pub mod comments;
mod flaw;
pub mod locate;
pub mod migrate;
pub mod one_or_both;
mod text;
pub mod unique;

pub use flaw::{Flaw, Flaws, length, too_many};
pub use text::read;
