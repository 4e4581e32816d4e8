//! Known organisations from the text of a file.

use std::sync::LazyLock;

use super::check::check;
use super::content::Cases;
use crate::model::knowledge::Knowledge;
use crate::model::problem::Problems;
use crate::model::read::{self, migrate};

impl Cases {
    /// The text of the cases that come with the program.
    pub const BUILTIN: &str = include_str!("../../../assets/cases.ron");

    /// The cases that come with the program, read once, when they are first asked for.
    ///
    /// # Panics
    /// Never in a tested build: a test loads them.
    pub fn builtin() -> &'static Self {
        #[expect(clippy::panic, reason = "a test loads them")]
        static CASES: LazyLock<Cases> = LazyLock::new(|| {
            match Cases::parse(&Knowledge::builtin(), "cases.ron", Cases::BUILTIN) {
                Ok(cases) => cases,
                Err(problems) => panic!("the built-in cases are invalid: {problems:?}"),
            }
        });
        &CASES
    }

    /// Reads and validates cases against the knowledge base whose sliders and answers they use.
    ///
    /// # Errors
    /// Every problem found, each with `file`, line, column and field.
    pub fn parse(knowledge: &Knowledge, file: &str, text: &str) -> Result<Self, Problems> {
        let (cases, text) = read::read(file, text, &migrate::CASES, |cases: &Self| cases.format)?;
        let flaws = check(knowledge, &cases);
        if !flaws.is_empty() {
            return Err(flaws.place(file, &text));
        }
        Ok(cases)
    }
}
