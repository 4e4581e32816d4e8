//! What known organisations did, in words: never that they were right to.

use super::{Teller, small};
use crate::analysis::Inputs;
use crate::model::{Case, FactorId, Known, Question, Sure};

impl Teller<'_> {
    /// An organisation and when it did what is told, such as « AXA France, en 2012 ».
    pub fn comparable(self, case: &Case) -> String {
        let name = self.organisation(case);
        let year = [("year", case.year.as_str())];
        let when = if case.about {
            self.words.with("comparable-about", &year)
        } else {
            self.words.with("comparable-in", &year)
        };
        format!("{name}, {when}")
    }

    /// An organisation, with the part of it that is meant where there is one.
    fn organisation(self, case: &Case) -> String {
        match &case.part {
            Some(part) => format!("{} ({})", case.organisation, part.get(self.words.lang())),
            None => case.organisation.clone(),
        }
    }

    /// What it did as its source tells it, in one sentence.
    pub fn comparable_did(self, case: &Case) -> String {
        let did = self.did(case, true).join(", ");
        self.words.with("comparable-did", &[("did", did)])
    }

    /// What it did that its source does not tell and we read from it; `None` where there is nothing.
    pub fn comparable_read(self, case: &Case) -> Option<String> {
        let read = self.did(case, false);
        let args = [("did", read.join(", "))];
        (!read.is_empty()).then(|| self.words.with("comparable-read", &args))
    }

    /// When, who and what, in one line.
    pub fn comparable_line(self, case: &Case) -> String {
        let args = [
            ("who", self.comparable(case)),
            ("did", small(&self.comparable_did(case))),
        ];
        self.words.with("comparable-line", &args)
    }

    /// Where it is told, and whether that is little more than a hint.
    pub fn comparable_source(self, case: &Case) -> String {
        let args = [("citation", case.source.get(self.words.lang()))];
        let source = self.words.with("basis-evidence", &args);
        match case.sure {
            Sure::Low => format!("{source} {}", self.words.get("comparable-unsure")),
            Sure::Medium | Sure::High => source,
        }
    }

    /// The departments to which the company can attach the function and which the organisation did not
    /// have; `None` where it had them all.
    pub fn comparable_lacks(self, case: &Case, inputs: &Inputs) -> Option<String> {
        let knowledge = self.knowledge;
        let open = &inputs.available[knowledge.always.attachment];
        let alternatives = knowledge.attachment().alternatives.iter().zip(open);
        let needed = alternatives.filter_map(|(alternative, &open)| {
            let kind = &knowledge.departments[alternative.department.filter(|_| open)?];
            let label = kind.label.get(self.words.lang());
            (!case.departments.contains(&kind.id)).then_some(label)
        });
        let lacks: Vec<&str> = needed.collect();
        let args = [("departments", lacks.join(", "))];
        (!lacks.is_empty()).then(|| self.words.with("comparable-lacks", &args))
    }

    /// The choice of a factor here and there; `None` where it has none.
    pub fn comparable_choice(self, case: &Case, factor: FactorId, ours: &str) -> Option<String> {
        let factor = &self.knowledge.factors[factor];
        let choice = factor.choice.as_ref()?;
        let label = |id: &str| {
            let option = choice.option(id)?;
            Some(option.label.get(self.words.lang()))
        };
        let args = [
            ("name", choice.label.get(self.words.lang())),
            ("ours", label(ours)?),
            ("theirs", label(case.option(&factor.id)?)?),
        ];
        Some(self.words.with("comparable-choice", &args))
    }

    /// A slider here and there, each 0 to 100.
    pub fn comparable_slider(self, name: &str, ours: f64, theirs: f64) -> String {
        let number = |value: f64| self.words.number(value, 0);
        let args = [
            ("name", name.to_owned()),
            ("ours", number(ours)),
            ("theirs", number(theirs)),
        ];
        self.words.with("comparable-slider", &args)
    }

    /// Its answers to the questions of the knowledge base, of those that are told or of those that are
    /// not.
    fn did(self, case: &Case, told: bool) -> Vec<String> {
        let questions = self.knowledge.questions.iter();
        let answered = questions.filter_map(|question| {
            let known = case.answers.get(&question.id)?;
            (known.told == told).then(|| self.known(question, known))?
        });
        answered.collect()
    }

    fn known(self, question: &Question, known: &Known) -> Option<String> {
        let phrase = |id: &str| {
            let (_, alternative) = question.alternative(id)?;
            Some(alternative.phrase.get(self.words.lang()))
        };
        let is = phrase(&known.is)?;
        Some(match known.or.as_deref().and_then(phrase) {
            Some(or) => self.words.with("comparable-or", &[("is", is), ("or", or)]),
            None => is.to_owned(),
        })
    }
}
