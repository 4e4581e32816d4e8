//! The names under which a ballot is found: one that is scanned, one that is typed.

use std::io;
use std::net::SocketAddr;

use crate::model::ballot_code::{LETTERS, letters};

/// Letters of the name that is scanned, and of a device: 130 bits.
pub(super) const LONG: usize = 26;
/// Letters of the name that is typed.
const SHORT: usize = 8;

/// The names of one ballot. Whoever opens the door again for the same ballot gives the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    pub(super) link: String,
    pub(super) short: String,
}

impl Keys {
    /// Names that nobody knows yet.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            link: random(LONG)?,
            short: random(SHORT)?,
        })
    }

    /// The names of a text that [`Keys::to_text`] has made; `None` for another.
    pub fn from_text(text: &str) -> Option<Self> {
        let (link, short) = text.split_once(' ')?;
        let of_ours = |name: &str, length| {
            name.len() == length && name.bytes().all(|letter| LETTERS.contains(&letter))
        };
        (of_ours(link, LONG) && of_ours(short, SHORT)).then(|| Self {
            link: link.to_owned(),
            short: short.to_owned(),
        })
    }

    /// As they are kept with the ballots.
    pub fn to_text(&self) -> String {
        format!("{} {}", self.link, self.short)
    }

    /// What to scan.
    pub fn link(&self, at: SocketAddr) -> String {
        format!("http://{at}/{}", self.link)
    }

    /// What to type: browsers know by themselves what stands before it.
    pub fn typed(&self, at: SocketAddr) -> String {
        let (head, tail) = self.short.split_at(self.short.len() / 2);
        format!("{at}/{head}-{tail}")
    }

    /// What tells this ballot from others in codes that come by mail.
    pub fn ballot(&self) -> &str {
        &self.short
    }

    /// What was typed as a path, as it is compared.
    pub(super) fn short_of(path: &str) -> Option<String> {
        letters(path).filter(|typed| typed.len() == SHORT)
    }
}

/// Random letters, from the system.
pub(super) fn random(count: usize) -> io::Result<String> {
    let mut bytes = vec![0; count];
    fill(&mut bytes)?;
    let letter = |byte: &u8| LETTERS.get(usize::from(byte & 31)).copied();
    Ok(bytes.iter().filter_map(letter).map(char::from).collect())
}

/// Random bytes, from the system.
pub(super) fn fill(bytes: &mut [u8]) -> io::Result<()> {
    getrandom::fill(bytes).map_err(|error| io::Error::other(error.to_string()))
}
