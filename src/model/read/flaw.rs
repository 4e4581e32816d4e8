//! What is found wrong after reading, before it is placed in its text.

use super::locate::{self, Place, Step};
use crate::model::problem::{Problem, ProblemKind, Problems};

/// Problems told of one file: a person mends a few at a time, and each takes a walk through the text.
const MOST_TOLD: usize = 20;

/// A problem found after reading, not yet placed in its file.
#[derive(Clone, Debug)]
pub struct Flaw {
    pub path: Vec<Step>,
    pub kind: ProblemKind,
}

impl Flaw {
    pub fn new(path: impl IntoIterator<Item = Step>, kind: ProblemKind) -> Self {
        Self {
            path: path.into_iter().collect(),
            kind,
        }
    }

    pub fn at(self, file: &str, place: Place) -> Problem {
        Problem {
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            field: Step::join(&self.path),
            kind: self.kind,
        }
    }
}

/// What was found wrong. A hostile file can hold any number of flaws: the first few are kept, the
/// others counted.
#[derive(Debug, Default)]
pub struct Flaws {
    kept: Vec<Flaw>,
    others: usize,
}

impl Flaws {
    pub fn push(&mut self, flaw: Flaw) {
        if self.are_enough() {
            self.others += 1;
        } else {
            self.kept.push(flaw);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether another flaw would only be counted, so that no words need be found for it.
    pub fn are_enough(&self) -> bool {
        self.kept.len() >= MOST_TOLD
    }

    /// Finds each flaw in its text.
    pub fn place(self, file: &str, text: &str) -> Problems {
        let others = self.others;
        let placed = self.kept.into_iter().map(|flaw| {
            let place = locate::position(text, &flaw.path);
            flaw.at(file, place)
        });
        let mut problems: Problems = placed.collect();
        if others > 0 {
            problems.push(Problem::whole(file, ProblemKind::Others { count: others }));
        }
        problems
    }
}

/// Refuses a text that no window could show; its path is asked for only then.
pub fn length(path: impl FnOnce() -> Vec<Step>, text: &str, most: usize, flaws: &mut Flaws) {
    // A character is at least a byte.
    if text.len() > most && text.chars().count() > most {
        flaws.push(Flaw::new(path(), ProblemKind::TooLong { most }));
    }
}

pub fn too_many(path: Vec<Step>, found: usize, most: usize) -> Flaw {
    Flaw::new(path, ProblemKind::TooMany { found, most })
}
