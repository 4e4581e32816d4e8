//! The ballot on phones: who gets in, what is kept, what is told. All of it over the loopback.

/// A real browser of the size of a phone; ignored but where `.ci/run` has one.
#[cfg(unix)]
pub mod browser;
/// Codes that come by mail.
mod code;
/// What may be in the page.
mod page;
/// A door, and phones before it.
pub mod room;
/// What nobody honest sends.
mod rough;
/// Voting, and voting again.
mod voting;
/// Networks and ports that come and go.
mod watch;
