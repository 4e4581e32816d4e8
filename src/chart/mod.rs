//! The org chart: what an answer implies (`structure`) and where it stands (`layout`); the plots of a
//! course and the diagram of its loop. All are display lists of `draw`.

mod alike;
mod layout;
mod loop_diagram;
pub(crate) mod plots;
mod structure;

pub use alike::lay_out_alike;
pub use layout::{SMALL, Size, lay_out};
pub(crate) use loop_diagram::{Loop, loop_diagram};
pub use structure::{Member, Outside, Place, Structure, Unit};
