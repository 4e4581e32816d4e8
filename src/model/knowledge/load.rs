//! A knowledge base from the text of a file.

use siphasher::sip::SipHasher13;

use super::base::Knowledge;
use super::file::File;
use super::resolve::resolve;
use crate::model::problem::Problems;
use crate::model::read::{self, migrate};

impl Knowledge {
    /// The text of the knowledge base that comes with the program: what to start one's own from.
    pub const BUILTIN: &str = include_str!("../../../assets/knowledge.ron");

    /// The knowledge base that comes with the program.
    ///
    /// # Panics
    /// Never in a tested build: a test loads it.
    #[expect(clippy::panic, reason = "a test loads it")]
    pub fn builtin() -> Self {
        match Self::parse("knowledge.ron", Self::BUILTIN) {
            Ok(knowledge) => knowledge,
            Err(problems) => panic!("the built-in knowledge base is invalid: {problems:?}"),
        }
    }

    /// Reads a knowledge base; see `assets/knowledge.ron` for the format.
    ///
    /// # Errors
    /// Every problem found, each with `file`, line, column and field.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let (read, text) = read::read(file, text, &migrate::KNOWLEDGE, |read: &File| read.format)?;
        match resolve(&read, fingerprint(&text)) {
            Ok(content) => Ok(Self::new(content)),
            Err(flaws) => Err(flaws.place(file, &text)),
        }
    }
}

/// The same for the same text, on every machine and for ever.
fn fingerprint(text: &str) -> String {
    let hash = SipHasher13::new().hash(text.as_bytes());
    format!("{:08x}", hash >> 32)
}
