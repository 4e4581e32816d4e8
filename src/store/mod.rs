//! Profiles and settings on disk: reading, atomic writing, recent files, copies of unsaved work,
//! what is open in which window, built-in examples.

mod claim;
mod disk;
mod examples;
mod file;
mod fonts;
mod held;
mod opinions;
mod path;
mod place;
mod recovery;
mod rights;
mod settings;

pub use claim::{Claim, Claims, Hold};
pub use disk::{Disk, Protected, WriteStep};
pub use examples::{Example, Sector, examples};
pub(crate) use file::open_profile;
pub use file::{Stamp, decode, read_knowledge, read_profile};
pub use fonts::{FontBytes, SystemFont, SystemFonts};
pub use opinions::{TABLE_ENDS, is_table, parse_opinions, read_opinions};
pub use place::Place;
pub use recovery::{Lost, Recovery};
pub use settings::{Settings, SettingsFile, ThemeChoice};

/// What the names of profiles end with. A plain `ron` is read as well.
pub(crate) const PROFILE_EXTENSION: &str = "attache.ron";
