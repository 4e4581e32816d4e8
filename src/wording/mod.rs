//! Answers put into words, the same in the window, on the command line and in the reports.

mod comparable;
mod contacts;
mod deck;
mod difference;
mod evolution;
mod journal;
mod reasons;
mod review;
mod scale;
mod steps;
mod verdict;
mod weights;

pub use contacts::told_hours;
pub use deck::{ContactRow, Happening, Kind};
pub use evolution::Dated;
pub use journal::{Minute, MinutesDay};
pub use reasons::{ReasonWords, Side};
pub use steps::Step;
pub use verdict::Chip;

use crate::analysis::{Answer, Estimate, JointFlip, Lever, Turn, Turns, Verdicts};
use crate::i18n::Words;
use crate::model::{
    AlternativeId, Basis, Department, DepartmentId, Evidence, FactorId, Header, Knowledge, List,
    Question, Scenario, Source, USUAL_DOUBT,
};

/// How many reasons are given for an alternative, and how many against it.
pub(crate) const TOLD_REASONS: usize = 3;

/// Puts findings into words: those of one knowledge base, in one language. Findings know factors,
/// questions and alternatives by their places in the knowledge base, which gives them their names;
/// the sentences around the names are those of the language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The knowledge base from which the findings were made.
    pub knowledge: &'a Knowledge,
    /// The sentences of the language.
    pub words: &'a Words,
    /// The departments of the company that is spoken of, under its own names; none for the usual ones.
    pub departments: &'a [Department],
}

/// The text with its first letter large.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The text with its first letter small.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

impl<'a> Teller<'a> {
    /// Speaks of a company by the names of its departments.
    pub fn of(self, scenario: &'a Scenario) -> Self {
        Self {
            departments: &scenario.departments,
            ..self
        }
    }

    /// The label of an alternative; that of a department under the company's own name.
    pub fn label(self, question: &Question, alternative: AlternativeId) -> String {
        let alternative = &question.alternatives[alternative];
        let own = alternative.department.and_then(|kind| self.own_name(kind));
        own.unwrap_or(alternative.label.get(self.words.lang()))
            .to_owned()
    }

    /// What the company itself calls a department; `None` where it keeps the usual name.
    fn own_name(self, kind: DepartmentId) -> Option<&'a str> {
        let id = &self.knowledge.departments[kind].id;
        let own = self.departments.iter().find(|own| own.id == *id)?;
        Some(own.name.trim()).filter(|name| !name.is_empty())
    }

    /// A department within a sentence: the company's own name for it, which has no
    /// article, in quotation marks, or the usual one with its article.
    fn department_named(self, kind: DepartmentId) -> String {
        let usual = &self.knowledge.departments[kind].named;
        self.own_name(kind).map_or_else(
            || usual.get(self.words.lang()).to_owned(),
            |own| self.words.with("own-name", &[("name", own)]),
        )
    }

    /// A source, with its year where it is known.
    pub fn citation(self, source: &Source) -> String {
        let citation = source.citation.get(self.words.lang());
        match source.year {
            Some(year) => format!("{citation} ({year})"),
            None => citation.to_owned(),
        }
    }

    /// How old the published figures are: « Repères de 2010-2013 »; `None` where no year is known.
    pub fn benchmarks(self) -> Option<String> {
        let years = self.knowledge.sources.iter().filter_map(|s| s.year);
        let (first, last) = (years.clone().min()?, years.max()?);
        if first == last {
            let args = [("year", first.to_string())];
            return Some(self.words.with("benchmarks-of", &args));
        }
        let args = [("first", first.to_string()), ("last", last.to_string())];
        Some(self.words.with("benchmarks", &args))
    }

    /// Where a published finding comes from, in words.
    pub fn evidence_source(self, evidence: &Evidence) -> String {
        self.basis(&Basis::Evidence(evidence.source))
    }

    /// The company's name, or words for one that has none.
    pub fn company_name(self, header: &Header) -> String {
        match header.company.trim() {
            "" => self.words.get("untitled"),
            company => company.to_owned(),
        }
    }

    /// The knowledge base by its name and fingerprint.
    pub fn knowledge_name(self) -> String {
        let name = self.knowledge.name.get(self.words.lang());
        format!("{name} ({})", self.knowledge.fingerprint)
    }

    /// The department names of a scenario, in its order.
    pub fn departments(self, scenario: &Scenario) -> Vec<String> {
        scenario
            .departments
            .iter()
            .map(|department| self.department_name(&department.id, &department.name))
            .collect()
    }

    /// A department's own name, or the usual one.
    pub fn department_name(self, id: &str, name: &str) -> String {
        if name.trim().is_empty() {
            self.knowledge.department(id).map_or_else(
                || id.to_owned(),
                |kind| kind.label.get(self.words.lang()).to_owned(),
            )
        } else {
            name.to_owned()
        }
    }

    /// In what share of the sampled cases an alternative comes first.
    pub fn leads(self, share: Estimate) -> String {
        let share = self.words.number(100.0 * share.value, 0);
        self.words.with("leads", &[("share", share)])
    }

    /// A place of the ranking, 1 being the first.
    pub fn rank(self, rank: usize) -> String {
        self.words.with("rank", &[("rank", rank)])
    }

    /// The factor that it is most worth asking about, from the gain of each: what knowing it exactly
    /// would add to the chance of choosing the right attachment, 0 to 1. `None` where no gain is more
    /// than half a point and twice its standard error.
    pub fn next_question(self, gains: &List<FactorId, Estimate>) -> Option<String> {
        let best = gains
            .ids()
            .max_by(|&a, &b| gains[a].value.total_cmp(&gains[b].value))?;
        let Estimate { value: gain, error } = gains[best];
        // A gain within its own error may be none.
        (gain > 0.005 && gain > 2.0 * error).then(|| {
            self.words.with(
                "next-question",
                &[
                    (
                        "factor",
                        self.knowledge.factors[best]
                            .label
                            .get(self.words.lang())
                            .to_owned(),
                    ),
                    ("gain", self.words.number(100.0 * gain, 0)),
                ],
            )
        })
    }

    /// The name of a slider, or of the importance of a factor.
    pub fn lever(self, lever: Lever) -> String {
        let lang = self.words.lang();
        match lever {
            Lever::Slider(slider) => self.knowledge.quantity(slider).label.get(lang).to_owned(),
            Lever::Weight(factor) => {
                let factor = self.knowledge.factors[factor].label.get(lang);
                self.words.with("weight-of", &[("factor", factor)])
            }
        }
    }

    /// A single change that turns the attachment, in one sentence.
    pub fn turn(self, turn: &Turn) -> String {
        let lever = self.lever(turn.lever);
        let [from, to] = [turn.from, turn.to].map(|points| self.words.number(points, 0));
        let Some(answered) = turn.answered else {
            let args = [("lever", lever), ("from", from), ("to", to)];
            return self.words.with("flip-opens", &args);
        };
        let name = self.label(self.knowledge.attachment(), answered);
        let args = [("lever", lever), ("from", from), ("to", to), ("name", name)];
        self.words.with("flip", &args)
    }

    /// Why no single change is told; `None` where some are, or may still be found.
    pub fn no_turn(self, verdicts: &Verdicts, turns: &Turns) -> Option<String> {
        if verdicts.wanting > 0 {
            return Some(self.headline(verdicts));
        }
        if !turns.found().is_empty() {
            return None;
        }
        Some(self.words.get(if turns.is_complete() {
            "flip-none"
        } else {
            "flip-wait"
        }))
    }

    /// That small changes together give another lead, in one sentence; `None` where they are not small
    /// (no more than the usual doubt), or one slider does it alone.
    pub fn joint_flip(self, answer: &Answer, joint: &JointFlip) -> Option<String> {
        let is_told = joint.radius <= USUAL_DOUBT
            && joint.moves.len() > 1
            && answer.chosen != Some(joint.alternative);
        let question = &self.knowledge.questions[answer.question];
        let args = [("name", self.label(question, joint.alternative))];
        is_told.then(|| self.words.with("flip-joint", &args))
    }
}
