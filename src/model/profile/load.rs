//! A profile from the text of a file, and back.

use indexmap::IndexMap;

use super::check::check;
use super::content::Profile;
use super::file::{self, File};
use super::scenario::FactorInput;
use crate::model::knowledge::Knowledge;
use crate::model::problem::{ProblemKind, Problems};
use crate::model::read::locate::Step;
use crate::model::read::{self, Flaw, Flaws, migrate};
use crate::model::text::calendar_date;

impl Profile {
    /// Reads and validates a profile.
    ///
    /// # Errors
    /// Every problem found, each with `file`, line, column and field.
    pub fn parse(knowledge: &Knowledge, file: &str, text: &str) -> Result<Self, Problems> {
        let (read, text) = read::read(file, text, &migrate::PROFILE, |read: &File| read.format)?;
        let found = read.date.clone();
        let date = calendar_date(&found);
        let (brand, wrong) = read.brand.read();
        let mut flaws = Flaws::default();
        let mut profile = read.into_profile(date.unwrap_or_default(), brand, &mut flaws);
        check(knowledge, &profile, &mut flaws);
        if date.is_none() {
            let kind = ProblemKind::BadDate { found };
            flaws.push(Flaw::new([Step::key("date")], kind));
        }
        for (field, kind) in wrong {
            flaws.push(Flaw::new([Step::key("brand"), Step::key(field)], kind));
        }
        if !flaws.is_empty() {
            return Err(flaws.place(file, &text));
        }
        let foreseen = profile.header.review.as_mut();
        let foreseen = foreseen.map(|review| &mut review.foreseen);
        let scenarios = profile.scenarios.iter_mut();
        let views = profile.opinions.iter_mut().map(|opinion| &mut opinion.view);
        for scenario in scenarios.chain(views).chain(foreseen) {
            put_in_order(knowledge, &mut scenario.factors);
        }
        Ok(profile)
    }

    /// The profile as a file: readable, stable, one value a line.
    ///
    /// # Errors
    /// Only where RON cannot hold a value, which validation excludes.
    pub fn to_text(&self) -> Result<String, ron::Error> {
        file::to_text(self)
    }
}

fn put_in_order(knowledge: &Knowledge, factors: &mut IndexMap<String, FactorInput>) {
    let position = |id: &str| knowledge.factors.position(|f| f.id == id);
    factors.sort_by(|a, _, b, _| position(a).cmp(&position(b)));
    for factor in &knowledge.factors {
        let Some(input) = factors.get_mut(&factor.id) else {
            continue;
        };
        let position = |id: &str| factor.quantities.position(|q| q.id == id);
        input
            .quantities
            .sort_by(|a, _, b, _| position(a).cmp(&position(b)));
    }
}
