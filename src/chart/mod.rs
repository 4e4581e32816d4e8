//! The org chart: what an answer implies (`structure`), where it stands (`layout`), and which line ties
//! which boxes (`tied`); the plots of a
//! course and the diagram of its loop. All are display lists of `draw`.

mod alike;
mod layout;
mod legible;
mod loop_diagram;
mod noted;
pub(crate) mod plots;
mod structure;
mod tied;

pub use alike::lay_out_alike;
pub use layout::{SMALL, Size, lay_out};
pub use legible::Legible;
pub(crate) use loop_diagram::{Loop, loop_diagram};
pub use noted::{Node, Paragraph};
pub use structure::{Member, Outside, Place, Structure, Unit};
pub use tied::{Bond, Link, Side, Tied, lay_out_slide, lay_out_tied};
