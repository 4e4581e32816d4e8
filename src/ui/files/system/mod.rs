//! The system's own dialogs: opened by the window, waited for in a thread.

#[cfg(all(unix, not(target_os = "macos")))]
mod desktop;
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod native;
#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
#[cfg(all(unix, not(target_os = "macos")))]
mod zenity;

#[cfg(all(unix, not(target_os = "macos")))]
pub use desktop::{Parent, alert, has_dialogs, open};
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub use native::{Parent, alert, has_dialogs, open};
