//! What to do next, derived from the findings: whom to name, which contact points to open, what to find
//! out, and when to look again.

use super::{Dated, Teller};
use crate::analysis::{Evolution, Findings, Opening, Place};
use crate::i18n::Season;
use crate::model::Condition;

/// How many contact points are named.
const TOLD_POINTS: usize = 4;
/// In quarters: nobody waits longer to look again.
const YEAR: usize = 4;

/// A step, and what is to be known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub action: String,
    /// Sentences, the first one first.
    pub details: Vec<String>,
}

impl Dated<'_> {
    /// What to do next, the first step first; only to describe the company before there is an answer.
    pub fn next_steps(self, findings: &Findings, evolution: &Evolution) -> Vec<Step> {
        let teller = self.teller;
        if findings.verdicts.wanting > 0 {
            return vec![Step {
                action: teller.headline(&findings.verdicts),
                details: Vec::new(),
            }];
        }
        let steps = [
            Some(teller.decide(findings)),
            teller.name_someone(findings),
            teller.find_out(findings),
            self.contact_points(evolution),
            teller.beware(findings),
            Some(self.look_again(evolution)),
        ];
        steps.into_iter().flatten().collect()
    }

    /// Which contact points to open, and which to keep closed; `None` where none is wanted.
    pub fn contact_points(self, evolution: &Evolution) -> Option<Step> {
        let words = self.teller.words;
        let points = &evolution.openings.points;
        let (held, later): (Vec<&Opening>, Vec<&Opening>) = points
            .iter()
            .filter(|point| point.wanted == 0)
            .partition(|point| point.place() == Place::Today);
        let (now, passing): (Vec<&Opening>, Vec<&Opening>) =
            held.into_iter().partition(|point| point.until.is_none());
        if later.is_empty() && passing.is_empty() {
            let args = [("count", now.len())];
            return (!now.is_empty()).then(|| Step {
                action: words.with("next-hold", &args),
                details: Vec::new(),
            });
        }
        let mut details = Vec::new();
        if !now.is_empty() {
            let args = [("points", self.named(&now))];
            details.push(words.with("next-open", &args));
        }
        if !passing.is_empty() {
            details.push(words.with("next-until", &[("points", self.named(&passing))]));
        }
        if !later.is_empty() {
            details.push(words.with("next-closed", &[("points", self.named(&later))]));
        }
        let action = words.get("next-contacts");
        Some(Step { action, details })
    }

    /// The first few by name, and how many more there are; how long each is held, unless to the end.
    fn named(self, points: &[&Opening]) -> String {
        let named = points.iter();
        let told: Vec<String> = named
            .map(|point| {
                let name = self.teller.contact_point(&point.theme, point.posture);
                let Some(until) = point.until else {
                    return name;
                };
                let args = [("name", name), ("until", self.when(until, Season::The))];
                self.teller.words.with("next-until-point", &args)
            })
            .collect();
        self.listed(told)
    }

    /// The first few of several names, and how many more there are.
    pub(super) fn listed(self, mut told: Vec<String>) -> String {
        let more = told.len().saturating_sub(TOLD_POINTS);
        told.truncate(TOLD_POINTS);
        if more > 0 {
            told.push(self.teller.words.with("next-more", &[("count", more)]));
        }
        let join = |first: String, second: String| {
            let args = [("first", first), ("second", second)];
            self.teller.words.with("next-and", &args)
        };
        told.into_iter().reduce(join).unwrap_or_default()
    }

    /// The quarter in which to look again.
    pub(super) fn review(self, evolution: &Evolution) -> usize {
        let next = evolution.course.changes.first();
        next.map_or(YEAR, |change| change.quarter.clamp(1, YEAR))
    }

    /// When to look again: at the next change, in a year at the latest.
    fn look_again(self, evolution: &Evolution) -> Step {
        let (words, course) = (self.teller.words, &evolution.course);
        let next = course.changes.first();
        let quarter = self.review(evolution);
        let detail = match next {
            Some(change) => {
                let args = [("change", self.change(course, change))];
                words.with("next-expected", &args)
            }
            None => self.changes(course).join(" "),
        };
        let action = match self.review {
            Some(day) => words.with("next-review-on", &[("day", words.date(day))]),
            None => {
                let args = [("in", self.when(quarter, Season::In))];
                words.with("next-review", &args)
            }
        };
        Step {
            action,
            details: vec![detail],
        }
    }
}

impl Teller<'_> {
    /// To decide the attachment, or between those that remain.
    fn decide(self, findings: &Findings) -> Step {
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        let question = self.knowledge.attachment();
        let verdict = &verdicts.questions[self.knowledge.always.attachment];
        if verdict.is_impossible() || verdict.none_fits {
            return Step {
                action: self.headline(verdicts),
                details: Vec::new(),
            };
        }
        let form = self.knowledge.always.form;
        let form = self.chip(&answers.answers[form], &verdicts.questions[form]);
        let form = self.chip_line(&form);
        match verdict.kept.first() {
            Some(&best) if verdict.is_decided() => Step {
                action: self.words.with(
                    "next-attach",
                    &[("attachment", self.phrase(question, best))],
                ),
                details: vec![form],
            },
            _ => Step {
                action: self
                    .words
                    .with("next-choose", &[("choices", self.kept(question, verdict))]),
                details: self.because(answers, verdicts).into_iter().collect(),
            },
        }
    }

    /// To name somebody, of which kind and from where; `None` while nothing can be attached.
    fn name_someone(self, findings: &Findings) -> Option<Step> {
        let always = self.knowledge.always;
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        if verdicts.questions[always.attachment].is_impossible() {
            return None;
        }
        let details = [always.role, always.sourcing].map(|question| {
            let chip = self.chip(&answers.answers[question], &verdicts.questions[question]);
            self.chip_line(&chip)
        });
        Some(Step {
            action: self.words.get("next-name"),
            details: vec![details.join(" · ")],
        })
    }

    /// What to find out first; `None` where it would not make the choice surer.
    fn find_out(self, findings: &Findings) -> Option<Step> {
        let detail = self.next_question(findings.information.as_ref()?)?;
        Some(Step {
            action: self.words.get("next-find-out"),
            details: vec![detail],
        })
    }

    /// What the article warns of; what it says of contact points is a step of its own.
    fn beware(self, findings: &Findings) -> Option<Step> {
        let lang = self.words.lang();
        let held = findings.warnings.iter();
        let details: Vec<String> = held
            .map(|&at| &self.knowledge.warnings[at])
            .filter(|warning| warning.when != Condition::Unattended)
            .map(|warning| warning.text.get(lang).to_owned())
            .collect();
        (!details.is_empty()).then(|| Step {
            action: self.words.get("next-beware"),
            details,
        })
    }
}
