//! The window: `app` says in what order a frame goes; commands, files and the open document each
//! have their place, and panels, views and overlays are what is seen.

mod analyses;
mod app;
mod command;
mod document;
mod files;
mod overlays;
mod paint;
mod panels;
mod player;
mod views;

pub use app::{App, Start, run};
pub use command::{Command, Jump, Menu};
pub use files::picker::Picker;
pub use paint::style::install;
pub use views::View;
