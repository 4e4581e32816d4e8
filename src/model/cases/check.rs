//! Holds cases to the knowledge base whose sliders and answers they use.

use std::collections::HashSet;

use super::content::{Case, Cases, Rating};
use crate::model::knowledge::Knowledge;
use crate::model::limits::{GENERAL_MANAGEMENT, MAX_NAME, MAX_TEXT};
use crate::model::problem::ProblemKind;
use crate::model::read::locate::Step;
use crate::model::read::{Flaw, Flaws, length, too_many};

/// Most cases of a file, and most raters of a case.
const MOST: usize = 1000;

/// Everything that is wrong with cases, at its place in the file.
pub(super) fn check(knowledge: &Knowledge, cases: &Cases) -> Flaws {
    let mut check = Check {
        knowledge,
        flaws: Flaws::default(),
    };
    let list = [Step::key("cases")];
    for (lang, wording) in [("fr", &cases.note.fr), ("en", &cases.note.en)] {
        check.said(&[Step::key("note"), Step::key(lang)], wording, MAX_TEXT);
    }
    let near = [Step::key("near")];
    check.number(&near, "within", cases.near.within);
    check.number(&near, "known", cases.near.known);
    check.size(&list, cases.cases.len());
    if !check.flaws.is_empty() {
        return check.flaws;
    }
    let mut seen = HashSet::new();
    for (index, case) in cases.cases.iter().enumerate() {
        let at = [Step::key("cases"), Step::Index(index)];
        if !seen.insert((&case.organisation, &case.year)) {
            let found = case.organisation.clone();
            check.flaw(&at, &[], ProblemKind::Duplicate { found });
        }
        check.case(&at, case);
    }
    check.flaws
}

struct Check<'a> {
    knowledge: &'a Knowledge,
    flaws: Flaws,
}

impl Check<'_> {
    fn flaw(&mut self, at: &[Step], rest: &[Step], kind: ProblemKind) {
        self.flaws.push(Flaw::new([at, rest].concat(), kind));
    }

    /// A list that must hold something, and not too much.
    fn size(&mut self, at: &[Step], count: usize) {
        if count == 0 {
            self.flaw(at, &[], ProblemKind::EmptyList);
        } else if count > MOST {
            self.flaws.push(too_many(at.to_vec(), count, MOST));
        }
    }

    /// A number from 0 to 100.
    fn number(&mut self, at: &[Step], name: &str, found: f64) {
        let (low, high) = (0.0, 100.0);
        if !(low..=high).contains(&found) {
            let kind = ProblemKind::OutOfRange { found, low, high };
            self.flaw(at, &[Step::key(name)], kind);
        }
    }

    /// A text that must say something.
    fn said(&mut self, at: &[Step], text: &str, most: usize) {
        if text.trim().is_empty() {
            self.flaw(at, &[], ProblemKind::EmptyText);
        }
        length(|| at.to_vec(), text, most, &mut self.flaws);
    }

    fn known<'a>(
        &mut self,
        at: &[Step],
        rest: &[Step],
        id: &str,
        known: impl Iterator<Item = &'a str>,
    ) {
        let known: Vec<_> = known.collect();
        if !known.contains(&id) && !self.flaws.are_enough() {
            let kind = ProblemKind::UnknownId {
                found: id.to_owned(),
                expected: known.into_iter().map(str::to_owned).collect(),
            };
            self.flaw(at, rest, kind);
        }
    }

    fn case(&mut self, at: &[Step], case: &Case) {
        let key = Step::key;
        let field = |name: &str| [at, &[key(name)]].concat();
        for (name, text) in [("organisation", &case.organisation), ("year", &case.year)] {
            self.said(&field(name), text, MAX_NAME);
        }
        let part = case.part.as_ref().map(|part| ("part", part));
        for (name, text) in part.into_iter().chain([("source", &case.source)]) {
            for (lang, wording) in [("fr", &text.fr), ("en", &text.en)] {
                let at = [field(name).as_slice(), &[key(lang)]].concat();
                self.said(&at, wording, MAX_NAME);
            }
        }
        self.answers(&field("answers"), case);
        let departments = field("departments");
        let kinds = || self.knowledge.departments.iter().map(|d| d.id.as_str());
        let kinds: Vec<&str> = kinds().collect();
        for (index, id) in case.departments.iter().enumerate() {
            let place = [Step::Index(index)];
            self.known(&departments, &place, id, kinds.iter().copied());
            if case.departments[..index].contains(id) {
                let found = id.clone();
                self.flaw(&departments, &place, ProblemKind::Duplicate { found });
            }
        }
        if !case.departments.iter().any(|id| id == GENERAL_MANAGEMENT) {
            let id = GENERAL_MANAGEMENT.to_owned();
            self.flaw(&departments, &[], ProblemKind::MissingId { id });
        }
        let raters = field("raters");
        self.size(&raters, case.raters.len());
        for (index, rating) in case.raters.iter().take(MOST).enumerate() {
            self.rating(&[raters.as_slice(), &[Step::Index(index)]].concat(), rating);
        }
    }

    fn answers(&mut self, at: &[Step], case: &Case) {
        let knowledge = self.knowledge;
        for (id, known) in &case.answers {
            let here = [at, &[Step::key(id)]].concat();
            let Some((_, question)) = knowledge.question(id) else {
                let known = knowledge.questions.iter().map(|q| q.id.as_str());
                self.known(&here, &[], id, known);
                continue;
            };
            let ids = || question.alternatives.iter().map(|a| a.id.as_str());
            self.known(&here, &[Step::key("is")], &known.is, ids());
            if let Some(or) = &known.or {
                self.known(&here, &[Step::key("or")], or, ids());
            }
        }
    }

    fn rating(&mut self, at: &[Step], rating: &Rating) {
        let key = Step::key;
        let knowledge = self.knowledge;
        let choices = [at, &[key("choices")]].concat();
        let sliders = [at, &[key("sliders")]].concat();
        let missing = |id: &str| ProblemKind::MissingId { id: id.to_owned() };
        for factor in &knowledge.factors {
            if let Some(choice) = &factor.choice {
                let options = choice.options.iter().map(|option| option.id.as_str());
                match rating.choices.get(&factor.id) {
                    Some(id) => self.known(&choices, &[key(&factor.id)], id, options),
                    None => self.flaw(&choices, &[], missing(&factor.id)),
                }
            }
            for quantity in &factor.quantities {
                if !rating.sliders.contains_key(&quantity.id) {
                    self.flaw(&sliders, &[], missing(&quantity.id));
                }
            }
        }
        for id in rating.choices.keys() {
            let chosen = knowledge.factors.iter().filter(|f| f.choice.is_some());
            self.known(&choices, &[key(id)], id, chosen.map(|f| f.id.as_str()));
        }
        for (id, &value) in &rating.sliders {
            let quantities = knowledge.factors.iter().flat_map(|f| &f.quantities);
            self.known(&sliders, &[key(id)], id, quantities.map(|q| q.id.as_str()));
            self.number(&sliders, id, value);
        }
    }
}
