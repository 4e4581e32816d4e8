//! Profiles and settings on disk: reading, atomic writing, recent files, built-in examples.

mod examples;
mod file;
mod settings;

pub use examples::{Example, examples};
pub use file::{read_knowledge, read_profile, write_atomically, write_profile};
pub use settings::{Settings, SettingsFile, ThemeChoice};
