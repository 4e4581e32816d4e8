//! Profiles and settings on disk: reading, atomic writing, recent files, copies of unsaved work,
//! built-in examples.

mod examples;
mod file;
mod recovery;
mod settings;

pub use examples::{Example, examples};
pub use file::{decode, read_knowledge, read_profile, write_atomically, write_profile};
pub use recovery::{Lost, Recovery};
pub use settings::{Settings, SettingsFile, ThemeChoice};
