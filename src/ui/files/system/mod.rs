//! The system's own dialogs. They are waited for, so that all of this is called in a thread of its
//! own.

#[cfg(all(unix, not(target_os = "macos")))]
mod desktop;
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod native;
#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
#[cfg(all(unix, not(target_os = "macos")))]
mod zenity;

#[cfg(all(unix, not(target_os = "macos")))]
pub use desktop::{alert, ask, has_dialogs};
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub use native::{alert, ask, has_dialogs};
