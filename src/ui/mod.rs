//! The window. One file per panel; commands, style and document each in one place.

mod analyses;
mod answer_panel;
mod app;
mod cards;
mod chart_view;
mod command;
mod company;
mod compare;
mod dialogs;
mod document;
mod evolution_panel;
mod evolution_view;
mod export;
mod files;
mod glide;
mod group;
mod history;
mod menu;
mod palette;
mod picker;
mod present;
mod scenarios;
mod scene_view;
mod shortcuts;
mod style;
mod sureness;
mod tour;
mod why;

pub use app::{App, Start, run};
pub use command::Command;
pub use picker::Picker;
pub use style::install;
