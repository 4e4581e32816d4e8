//! The org chart: what an answer implies (`structure`), where it stands (`layout`), and the neutral
//! display list (`scene`) that the window and the exports draw alike. The plots of a course and the
//! diagram of its loop use the same display list.

mod layout;
mod loop_diagram;
mod measure;
pub mod plots;
mod scene;
mod structure;

pub use layout::{Size, lay_out};
pub use loop_diagram::{Loop, loop_diagram};
pub use measure::{fonts, text_width, wrap};
pub use scene::{Anchor, Dash, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight};
pub use structure::{Member, Outside, Place, Structure, Unit};
