//! Profiles and settings on disk: reading, atomic writing, recent files, copies of unsaved work,
//! what is open in which window, what others do to the open file, built-in examples.

pub(crate) mod address;
mod away;
mod claim;
mod disk;
mod examples;
mod file;
mod fonts;
mod held;
mod name;
mod opinions;
mod path;
mod place;
mod recovery;
mod rights;
mod settings;
mod synced;
mod urn;
mod watch;

pub use claim::{Claim, Claims, Hold};
pub use disk::{Disk, Protected, WriteStep};
pub use examples::{Example, Sector, examples};
pub(crate) use file::read_logo;
pub(crate) use file::{Opened, open_profile};
pub use file::{Stamp, decode, read_knowledge, read_profile, read_up_to};
pub use fonts::{FontBytes, SystemFont, SystemFonts};
pub(crate) use name::is_device;
pub use opinions::{TABLE_ENDS, is_table, parse_opinions, read_opinions};
pub use place::Place;
pub use recovery::{Former, Lost, Recovery};
pub use settings::{RoomScreen, Settings, SettingsFile, ThemeChoice, WindowPlace};
pub use urn::{LeftUrn, Poll, Spent, Urn};
pub use watch::{Seen, Watch};

/// What the names of profiles end with: an extension that no other program has. What is inside is RON,
/// and the former `attache.ron` and a plain `ron` are read as well.
pub(crate) const PROFILE_EXTENSION: &str = "attache";
