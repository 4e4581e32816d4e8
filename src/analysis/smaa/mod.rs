//! SMAA-2: what can be said without exact weights (Lahdelma & Salminen, *Operations Research*
//! 49(3), 2001; ranks and confidence factors as in the `smaa` package of G. van Valkenhoef).
//!
//! Weight samples are drawn once and kept in columns, so that scoring a block of them is a few
//! straight loops. Samples come in blocks: within a block the partial values are the same, from one
//! block to the next they may be another draw of uncertain quantities. Standard errors are those
//! of the block means, and so count both sources of doubt.

mod samples;
mod score;
mod tally;

pub use samples::WeightSamples;
pub(super) use samples::{JUDGES, Scoring};
pub use tally::Tally;
