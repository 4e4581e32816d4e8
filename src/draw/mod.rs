//! Drawings without a screen: a display list (`scene`) that the window and the exports paint alike
//! (`paint`), the width of its texts (`text`), and the colours by their meaning (`theme`).

mod paint;
mod scene;
mod script;
mod text;
mod theme;

pub use crate::color::Rgb;
pub use paint::{Painter, Pen};
pub use scene::{
    Anchor, Dash, Dashes, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight,
};
pub use script::{Script, as_seen, is_unseen};
pub(crate) use text::wrap;
pub use text::{Hand, fonts, hand, symbol_fonts, width};
pub use theme::{Palette, Theme};
