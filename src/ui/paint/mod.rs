//! How things are drawn: type, spacing and colours, display lists, the controls that all share.

pub mod date;
pub mod fallback;
pub mod focus;
pub mod fold;
pub mod glide;
pub mod keys;
pub mod scene;
pub mod scroll;
pub mod style;
pub mod widgets;
