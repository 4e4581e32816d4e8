//! The ballot on everyone's own phone: one small page, served on the local network while a ballot runs.
//!
//! **Who can get at it.** Off until a person opens it, on the one address of the one network that they
//! have chosen, and gone with the ballot. It answers three requests and has no others: the page
//! (`GET /<link>`), a ballot (`POST /<link>`), and the address that is typed (`GET /<short>`), which only
//! leads to the page. Whatever else is asked, the answer is the same. It reads no file: what it serves is
//! in the program, and nothing here knows of files (`tests/it/arrows.rs`).
//!
//! **Two names.** The link holds 130 random bits and is scanned. What is typed holds 40: short enough for
//! a person, and still hopeless to guess, for it lives as long as a ballot. From one address twenty wrong
//! guesses are heard at once and one every three seconds after; even if 512 addresses guessed for an hour,
//! less than a million guesses would meet 10^12 names. A name is compared by its keyed hash, so that how
//! long that takes tells nothing. A name is all that is secret here; it is on the screen of the room.
//!
//! **One ballot a device**, known by a random cookie that only this page gets; another ballot of the same
//! device takes the place of the former, so that a request that comes twice does nothing new. The cookie is
//! `SameSite=Lax`: under `Strict` a phone that scans the code a second time would not send it, and would
//! vote twice. A browser is all that can be told apart: who uses two has two ballots, and the count in the
//! room shows one too many.
//!
//! **Other pages** cannot vote: their requests bring no cookie, and are refused by `Origin` and
//! `Sec-Fetch-Site`. The referrer policy is `same-origin`, for under `no-referrer` a browser says `null` where its
//! own form comes from. `Host` has to be the very address, so that no name on the internet leads here.
//!
//! **What it costs.** Each connection is one request, with a time for its head, its body and all of it, a
//! bound for each, a few connections for each address and a few hundred for all. There is no TLS: who
//! listens on the network can read along, which window and page say.
//!
//! **Kept first**: a ballot is acknowledged when whoever keeps the ballots has it on disk. Those that wait
//! are kept together, so that a whole room costs a few writes.

mod answer;
mod door;
mod keys;
mod limits;
mod network;
mod page;
mod qr;
mod server;

pub use answer::Cast;
pub use door::{Address, Door, Opening, PORTS, Status, Trouble};
pub use keys::Keys;
pub use limits::{Limits, Rate};
pub use network::{Network, NetworkKind, Networks, networks};
pub use page::Sheet;
pub use qr::{QUIET, Qr};
