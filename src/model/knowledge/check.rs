//! A walk through a file: where it is, and what was found wrong on the way.

use std::collections::HashSet;

use super::file::Named;
use crate::model::limits::MAX_TEXT;
use crate::model::list::Id;
use crate::model::problem::ProblemKind;
use crate::model::read::locate::Step;
use crate::model::read::{Flaw, Flaws, length, too_many};
use crate::model::text::Text;

/// Proof that a flaw has been told: what stands in for a value that could not be made.
#[derive(Clone, Copy, Debug)]
pub struct Flawed(());

/// The path walked so far and what was found wrong on it.
#[derive(Default)]
pub struct Check {
    path: Vec<Step>,
    pub flaws: Flaws,
}

impl Check {
    pub fn within<T>(&mut self, step: Step, inner: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let made = inner(self);
        self.path.pop();
        made
    }

    pub fn field<T>(&mut self, name: &str, inner: impl FnOnce(&mut Self) -> T) -> T {
        self.within(Step::key(name), inner)
    }

    /// An item of a list.
    pub fn item<T>(&mut self, name: &str, index: usize, inner: impl FnOnce(&mut Self) -> T) -> T {
        self.field(name, |check| check.within(Step::Index(index), inner))
    }

    /// Makes something of every item of a list; all are looked at, whatever is wrong with one.
    pub fn each<T, R, L: From<Vec<R>>>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        mut inner: impl FnMut(&mut Self, T) -> Result<R, Flawed>,
    ) -> Result<L, Flawed> {
        self.field(name, |check| {
            let items = items.into_iter().enumerate();
            let made = items
                .map(|(index, item)| check.within(Step::Index(index), |check| inner(check, item)));
            Ok(whole(made)?.into())
        })
    }

    pub fn flaw(&mut self, kind: ProblemKind) -> Flawed {
        self.flaws.push(Flaw::new(self.path.clone(), kind));
        Flawed(())
    }

    pub fn duplicate(&mut self, id: &str) {
        let found = id.to_owned();
        self.flaw(ProblemKind::Duplicate { found });
    }

    pub fn size(&mut self, name: &str, found: usize, most: usize) {
        if found > most {
            let path = [self.path.as_slice(), &[Step::key(name)]].concat();
            self.flaws.push(too_many(path, found, most));
        }
    }

    /// A text in one language, such as a citation.
    pub fn plain(&mut self, name: &str, text: &str) -> String {
        let path = || [self.path.as_slice(), &[Step::key(name)]].concat();
        length(path, text, MAX_TEXT, &mut self.flaws);
        text.to_owned()
    }

    pub fn text(&mut self, name: &str, text: &Text) -> Text {
        self.field(name, |check| check.text_here(text))
    }

    pub fn text_here(&mut self, text: &Text) -> Text {
        let mut wording = |lang: &str, wording: &str| {
            if wording.trim().is_empty() {
                self.field(lang, |check| check.flaw(ProblemKind::EmptyText));
            }
            self.plain(lang, wording)
        };
        Text {
            fr: wording("fr", &text.fr),
            en: wording("en", &text.en),
        }
    }

    pub fn number(&mut self, name: &str, value: f64, low: f64, high: f64) -> f64 {
        self.field(name, |check| check.number_here(value, low, high))
    }

    pub fn number_here(&mut self, value: f64, low: f64, high: f64) -> f64 {
        if !(low..=high).contains(&value) {
            let found = value;
            self.flaw(ProblemKind::OutOfRange { found, low, high });
        }
        value
    }

    /// Where the thing of this id stands in a list.
    pub fn known<T: Named>(&mut self, name: &str, id: &str, list: &[T]) -> Result<T::Id, Flawed> {
        self.field(name, |check| check.known_here(id, list))
    }

    pub fn known_here<T: Named>(&mut self, id: &str, list: &[T]) -> Result<T::Id, Flawed> {
        let known = list.iter().enumerate();
        self.one_of(
            id,
            known.map(|(place, known)| (known.id(), T::Id::new(place))),
        )
    }

    /// What goes by this id: the first of those that do.
    pub fn one_of<'a, T>(
        &mut self,
        id: &str,
        known: impl Iterator<Item = (&'a str, T)> + Clone,
    ) -> Result<T, Flawed> {
        if let Some((_, found)) = known.clone().find(|(known, _)| *known == id) {
            return Ok(found);
        }
        // No words are found for what would only be counted.
        let expected = if self.flaws.are_enough() {
            Vec::new()
        } else {
            known.map(|(known, _)| known.to_owned()).collect()
        };
        let found = id.to_owned();
        Err(self.flaw(ProblemKind::UnknownId { found, expected }))
    }

    /// A list must have an item, and none of them the id of another.
    pub fn unique<'a>(&mut self, name: &str, ids: impl Iterator<Item = &'a str>) {
        if self.distinct(name, ids) == 0 {
            self.field(name, |check| check.flaw(ProblemKind::EmptyList));
        }
    }

    /// No item of a list may have the id of another; gives how many ids there are.
    pub fn distinct<'a>(&mut self, name: &str, ids: impl Iterator<Item = &'a str>) -> usize {
        let mut seen = HashSet::new();
        self.field(name, |check| {
            for (index, id) in ids.enumerate() {
                if !seen.insert(id) {
                    check.within(Step::Index(index), |check| check.duplicate(id));
                }
            }
        });
        seen.len()
    }

    pub fn unique_ids(&mut self, name: &str, list: &[impl Named]) {
        self.unique(name, list.iter().map(Named::id));
    }
}

/// All of them, or that one is flawed; every one is made.
pub fn whole<T>(items: impl Iterator<Item = Result<T, Flawed>>) -> Result<Vec<T>, Flawed> {
    let mut made = Ok(Vec::new());
    for item in items {
        match (&mut made, item) {
            (Ok(made), Ok(item)) => made.push(item),
            (Ok(_), Err(flawed)) => made = Err(flawed),
            (Err(_), _) => {}
        }
    }
    made
}

/// What an option holds, made into something else.
pub fn option<T, R>(
    found: Option<T>,
    make: impl FnOnce(T) -> Result<R, Flawed>,
) -> Result<Option<R>, Flawed> {
    found.map(make).transpose()
}
