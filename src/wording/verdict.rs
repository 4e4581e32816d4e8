//! The answers put into words: the headline, why, what would turn it, and how sure each answer is.

use super::{Teller, small};
use crate::analysis::{
    Answer, Answers, Certainty, Clash, FAINT, Lever, Reason, Turns, Verdict, Verdicts,
    for_and_against,
};
use crate::model::{AlternativeId, Question, QuestionId};

/// The smallest lead that is told as a number, in points of fit.
const LEAST_TOLD: f64 = 0.1;
/// How many facts are told as the reason of the headline.
const TOLD_FACTS: usize = 2;

/// One answer in a few words.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The question, in one word.
    pub question: String,
    /// The answer, or what remains in the running.
    pub answer: String,
    /// How sure it is; `None` where nothing is answered.
    pub certainty: Option<Certainty>,
    /// In what share of the cases it comes first, 0 to 1; `None` where nothing is answered.
    pub share: Option<f64>,
    /// How sure it is, in a sentence; and why what would be better is not answered.
    pub help: String,
}

impl Teller<'_> {
    /// Where the function should report, in fifteen words at most; or what is missing to say so.
    pub fn headline(self, verdicts: &Verdicts) -> String {
        let words = self.words;
        let question = self.knowledge.attachment();
        let verdict = &verdicts.questions[self.knowledge.always.attachment];
        let kept = || self.either(question, &verdict.kept);
        match verdict.certainty {
            _ if verdict.is_impossible() => words.get("headline-impossible"),
            _ if verdicts.wanting > 0 => {
                words.with("headline-wanting", &[("count", verdicts.wanting)])
            }
            _ if verdict.none_fits => words.get("headline-none-fits"),
            Certainty::Settled => words.with("headline-settled", &[("name", kept())]),
            Certainty::Fragile => words.with("headline-fragile", &[("name", kept())]),
            Certainty::Open => words.with("headline-open", &[("choices", kept())]),
        }
    }

    /// What of this company speaks most for the headline: its two strongest facts; or what sets the
    /// first two apart while the answer is open. `None` where nothing speaks for it.
    pub fn because(self, answers: &Answers, verdicts: &Verdicts) -> Option<String> {
        let at = self.knowledge.always.attachment;
        let (answer, verdict) = (&answers.answers[at], &verdicts.questions[at]);
        if verdicts.wanting > 0 {
            return None;
        }
        if !verdict.is_decided() {
            let [first, second, ..] = verdict.kept[..] else {
                return None;
            };
            return self.set_apart(self.knowledge.attachment(), answer, first, second);
        }
        let best = *verdict.kept.first()?;
        let facts = self.leading_facts(answers, best)?;
        Some(self.words.with("because", &[("facts", facts)]))
    }

    /// The two strongest facts that speak for an attachment; `None` where none does.
    pub(super) fn leading_facts(self, answers: &Answers, best: AlternativeId) -> Option<String> {
        let answer = answers.attachment();
        let (pros, _) = for_and_against(self.knowledge, answers, answer, best);
        let facts: Vec<String> = pros
            .iter()
            .take(TOLD_FACTS)
            .map(|reason| self.fact(answers, answer, best, reason))
            .collect();
        let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
        (!facts.is_empty()).then(|| self.words.all(&facts))
    }

    /// The smallest move of one slider that gives another answer, or opens the choice; or that there is
    /// none. `None` while nothing is decided, or not all is counted.
    pub fn turns(self, verdicts: &Verdicts, turns: &Turns) -> Option<String> {
        let verdict = &verdicts.questions[self.knowledge.always.attachment];
        if verdicts.wanting > 0 || !verdict.is_decided() {
            return None;
        }
        let mut found = turns.found().iter();
        let Some(turn) = found.find(|turn| matches!(turn.lever, Lever::Slider(_))) else {
            let none = || self.words.get("turns-never");
            return turns.is_complete().then(none);
        };
        let lever = self.lever(turn.lever);
        let to = self.words.number(turn.to, 0);
        let upwards = turn.to > turn.from;
        let Some(answered) = turn.answered else {
            let args = [("lever", lever), ("to", to)];
            return Some(self.words.with(
                if upwards {
                    "opens-above"
                } else {
                    "opens-below"
                },
                &args,
            ));
        };
        let question = self.knowledge.attachment();
        let host = question.alternatives[answered].department;
        let host = host.map_or_else(
            || self.label(question, answered),
            |kind| self.department_named(kind),
        );
        let args = [("host", host), ("lever", lever), ("to", to)];
        Some(self.words.with(
            if upwards {
                "turns-above"
            } else {
                "turns-below"
            },
            &args,
        ))
    }

    /// Every question but that of the headline, in a few words each; none before there is an answer.
    pub fn chips(self, answers: &Answers, verdicts: &Verdicts) -> Vec<Chip> {
        if verdicts.wanting > 0 {
            return Vec::new();
        }
        let told = answers.answers.iter().zip(&verdicts.questions);
        told.filter(|(answer, _)| answer.question != self.knowledge.always.attachment)
            .map(|(answer, verdict)| self.chip(answer, verdict))
            .collect()
    }

    /// One answer in a few words.
    pub fn chip(self, answer: &Answer, verdict: &Verdict) -> Chip {
        let question = &self.knowledge.questions[answer.question];
        let told = [Some(self.verdict(answer, verdict)), self.aside(answer)];
        Chip {
            question: question.short.get(self.words.lang()).to_owned(),
            answer: self.kept(question, verdict),
            certainty: (!verdict.is_impossible()).then_some(verdict.certainty),
            share: (!verdict.is_impossible()).then_some(verdict.share.value),
            help: told.into_iter().flatten().collect::<Vec<_>>().join(" "),
        }
    }

    /// The same in one line.
    pub fn chip_line(self, chip: &Chip) -> String {
        let Chip {
            question, answer, ..
        } = chip;
        let Some(certainty) = chip.certainty else {
            return self
                .words
                .with("chip-bare", &[("question", question), ("answer", answer)]);
        };
        let certainty = self.certainty(certainty);
        let args = [
            ("question", question),
            ("answer", answer),
            ("certainty", &certainty),
        ];
        self.words.with("chip", &args)
    }

    /// How sure an answer is, in one word.
    pub fn certainty(self, certainty: Certainty) -> String {
        self.words.get(match certainty {
            Certainty::Settled => "certainty-settled",
            Certainty::Fragile => "certainty-fragile",
            Certainty::Open => "certainty-open",
        })
    }

    /// How likely an alternative is to come first, in a word, from the shares of the cases in which it
    /// and the most frequent one do.
    pub fn likely(self, share: f64, most: f64) -> String {
        let thresholds = self.knowledge.certainty;
        self.words.get(if share >= thresholds.settled {
            "likely-solid"
        } else if share >= thresholds.fragile {
            "likely-probable"
        } else if share >= thresholds.contender * most {
            "likely-plausible"
        } else {
            "likely-not"
        })
    }

    /// What is answered, or what remains in the running as a choice: « A ou B »; a word where nothing
    /// is possible.
    pub fn kept(self, question: &Question, verdict: &Verdict) -> String {
        if verdict.is_impossible() {
            return self.words.get("verdict-impossible-short");
        }
        self.either(question, &verdict.kept)
    }

    fn either(self, question: &Question, kept: &[AlternativeId]) -> String {
        let labels: Vec<String> = kept.iter().map(|&a| self.label(question, a)).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        self.words.either(&labels)
    }

    /// How sure an answer is, in one sentence.
    pub fn verdict(self, answer: &Answer, verdict: &Verdict) -> String {
        let question = &self.knowledge.questions[answer.question];
        let names = self.kept(question, verdict);
        if verdict.is_impossible() {
            return self.words.get(if question.hosts() {
                "verdict-impossible"
            } else {
                "verdict-nothing-possible"
            });
        }
        if answer.ranking.len() == 1 {
            return self.words.with("verdict-alone", &[("best", names)]);
        }
        let share = self.words.percent(verdict.share.value);
        let args = [("names", names), ("share", share)];
        let told = self.words.with(
            match verdict.certainty {
                Certainty::Settled => "verdict-settled",
                Certainty::Fragile => "verdict-fragile",
                Certainty::Open => "verdict-open",
            },
            &args,
        );
        if verdict.none_fits {
            let none = self.words.get("verdict-none-fits");
            return format!("{told} {none}");
        }
        told
    }

    /// Why what would be best for a question alone is not answered; `None` where it is.
    pub fn aside(self, answer: &Answer) -> Option<String> {
        let question = &self.knowledge.questions[answer.question];
        let best = *answer.ranking.first()?;
        let why = match answer.aside? {
            Clash::Pair(at) => {
                let pair = &self.knowledge.incompatible[at];
                pair.why.get(self.words.lang()).to_owned()
            }
            Clash::NobodyBeside => self.words.get("aside-nobody"),
        };
        let args = [("name", self.label(question, best)), ("why", why)];
        Some(self.words.with("aside", &args))
    }

    /// All answers in one sentence: what is read aloud of a chart; or why there is none.
    pub fn sentence(self, verdicts: &Verdicts) -> String {
        let impossible = verdicts.questions.iter().any(Verdict::is_impossible);
        if verdicts.wanting > 0 || impossible {
            return self.headline(verdicts);
        }
        let knowledge = self.knowledge;
        let phrase = |question: &Question, at: QuestionId| {
            let verdict = &verdicts.questions[at];
            let phrases = verdict.kept.iter().map(|&a| self.phrase(question, a));
            let phrases: Vec<String> = phrases.collect();
            let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
            let joined = self.words.either(&phrases);
            if verdict.is_decided() {
                joined
            } else {
                self.words.with("answer-pending", &[("choices", joined)])
            }
        };
        let always = knowledge.always;
        let args = [
            (
                "attachment",
                phrase(knowledge.attachment(), always.attachment),
            ),
            ("form", phrase(knowledge.form(), always.form)),
            ("role", phrase(knowledge.role(), always.role)),
            ("sourcing", phrase(knowledge.sourcing(), always.sourcing)),
        ];
        self.words.with("answer-sentence", &args)
    }

    pub(super) fn phrase(self, question: &Question, alternative: AlternativeId) -> String {
        let alternative = &question.alternatives[alternative];
        match alternative.department.and_then(|kind| self.own_name(kind)) {
            Some(own) => self.words.with("answer-at", &[("name", own)]),
            None => alternative.phrase.get(self.words.lang()).to_owned(),
        }
    }

    /// Who leads by how many points of fit, in one sentence.
    pub fn lead(self, answer: &Answer) -> String {
        let question = &self.knowledge.questions[answer.question];
        let name = |alternative: AlternativeId| self.label(question, alternative);
        let [best, second, ..] = answer.ranking[..] else {
            return answer.ranking.first().map_or_else(
                || self.words.get("verdict-nothing-possible"),
                |&only| self.words.with("verdict-alone", &[("best", name(only))]),
            );
        };
        let (best_name, second_name) = (name(best), name(second));
        if answer.leader().is_none() {
            let args = [("best", best_name), ("second", second_name)];
            return self.words.with("lead-tie", &args);
        }
        let margin = answer.fit(best) - answer.fit(second);
        // No lead is told as none.
        let is_told = margin >= FAINT;
        let told = if is_told { margin } else { LEAST_TOLD };
        let args = [
            ("best", best_name),
            ("second", second_name),
            ("margin", self.words.points(told, 1)),
        ];
        if is_told {
            self.words.with("lead", &args)
        } else {
            self.words.with("lead-least", &args)
        }
    }

    /// The fact in a reason: what stands before its colon, to go on after « Pourquoi : ».
    pub(super) fn fact(
        self,
        answers: &Answers,
        answer: &Answer,
        alternative: AlternativeId,
        reason: &Reason,
    ) -> String {
        let told = self.reason(answers, answer, alternative, reason).why;
        let fact = told
            .split_once([':'])
            .map_or(told.as_str(), |(fact, _)| fact);
        small(fact.trim_end().trim_end_matches('.'))
    }
}
