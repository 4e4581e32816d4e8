//! The sentences of a deck: what each slide says in its title, who holds what from when, and what happens
//! when.

use std::collections::BTreeMap;

use super::{Dated, Teller};
use crate::analysis::{Certainty, Coverage, Evolution, Findings, Opening, Place};
use crate::i18n::{Season, Value};
use crate::model::{AlternativeId, Scenario};

/// What kind of thing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The organisation changes.
    Change,
    /// Something is planned.
    Event,
    /// Contact points open.
    Opening,
}

/// Something that happens after today.
#[derive(Clone, Debug)]
pub struct Happening {
    pub quarter: usize,
    pub kind: Kind,
    pub told: String,
}

/// A contact point in a table: when it is open, and who holds it.
#[derive(Clone, Debug)]
pub struct ContactRow {
    pub place: Place,
    pub point: String,
    pub when: String,
    pub who: String,
}

impl Teller<'_> {
    /// The answer as a sentence that can stand over a slide.
    pub fn deck_answer(self, findings: &Findings) -> String {
        let verdicts = &findings.verdicts;
        let verdict = &verdicts.questions[self.knowledge.always.attachment];
        let question = self.knowledge.attachment();
        let none = verdicts.wanting > 0 || verdict.is_impossible() || verdict.none_fits;
        let Some(&best) = verdict.kept.first().filter(|_| !none) else {
            return self.headline(verdicts);
        };
        let attachment = [("attachment", self.phrase(question, best))];
        match verdict.certainty {
            Certainty::Settled => self.words.with("deck-answer-settled", &attachment),
            Certainty::Fragile => self.words.with("deck-answer-fragile", &attachment),
            Certainty::Open => {
                let args = [("choices", self.together(&verdict.kept))];
                self.words.with("deck-answer-open", &args)
            }
        }
    }

    fn together(self, kept: &[AlternativeId]) -> String {
        let question = self.knowledge.attachment();
        let labels: Vec<String> = kept.iter().map(|&a| self.label(question, a)).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        self.words.all(&labels)
    }

    /// Why, as a sentence that can stand over a slide.
    pub fn deck_why(self, findings: &Findings) -> String {
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        let verdict = &verdicts.questions[self.knowledge.always.attachment];
        let Some(&best) = verdict.kept.first().filter(|_| verdicts.wanting == 0) else {
            return self.headline(verdicts);
        };
        if !verdict.is_decided() {
            let args = [("choices", self.together(&verdict.kept))];
            return self.words.with("deck-why-open", &args);
        }
        let name = self.label(self.knowledge.attachment(), best);
        match self.leading_facts(answers, best) {
            Some(facts) => {
                let args = [("name", name), ("facts", facts)];
                self.words.with("deck-why", &args)
            }
            None => self.words.with("deck-why-bare", &[("name", name)]),
        }
    }

    /// How solid the answer is, as a sentence that can stand over a slide.
    pub fn deck_solid(self, findings: &Findings) -> String {
        let at = self.knowledge.always.attachment;
        let (answer, verdicts) = (findings.answers.attachment(), &findings.verdicts);
        let verdict = &verdicts.questions[at];
        let Some(&best) = verdict.kept.first().filter(|_| verdicts.wanting == 0) else {
            return self.headline(verdicts);
        };
        if answer.ranking.len() == 1 {
            return self.verdict(answer, verdict);
        }
        let share = self.words.percent(verdict.share.value);
        let args = [
            ("name", self.label(self.knowledge.attachment(), best)),
            ("share", share.clone()),
        ];
        match verdict.certainty {
            Certainty::Settled => self.words.with("deck-solid-settled", &args),
            Certainty::Fragile => self.words.with("deck-solid-fragile", &args),
            Certainty::Open => self.words.with("deck-solid-open", &[("share", share)]),
        }
    }
}

impl Dated<'_> {
    /// How many contact points to open, and to keep closed.
    pub fn deck_contacts(self, evolution: &Evolution) -> String {
        let words = self.teller.words;
        let points = &evolution.openings.points;
        let today = points.iter().filter(|point| point.place() == Place::Today);
        let today = today.count();
        let closed = points.len() - today;
        match (today, closed) {
            (0, 0) => words.get("contacts-none").trim_end_matches('.').to_owned(),
            (0, _) => words.get("deck-contacts-none"),
            (_, 0) => words.with("deck-contacts-all", &[("today", today)]),
            _ => words.with(
                "deck-contacts-some",
                &[("today", today), ("closed", closed)],
            ),
        }
    }

    /// What is to be prepared, the first of it by name.
    pub fn deck_road(self, evolution: &Evolution) -> String {
        let words = self.teller.words;
        let course = &evolution.course;
        let mut steps = course.changes.iter().filter_map(|change| {
            let question = &self.teller.knowledge.questions[change.question];
            let to = self.teller.label(question, change.to?);
            Some((self.when(change.quarter, Season::In), to))
        });
        let Some((when, to)) = steps.next() else {
            let end = self.when(course.quarters(), Season::The);
            return words.with("deck-road-none", &[("end", end)]);
        };
        let args = [
            ("count", Value::from(1 + steps.count())),
            ("in", when.into()),
            ("to", to.into()),
        ];
        words.with("deck-road", &args)
    }

    /// That there is something to decide now, and when to look again.
    pub fn deck_next(self, evolution: &Evolution) -> String {
        let words = self.teller.words;
        match self.review {
            Some(day) => words.with("deck-next-on", &[("day", words.date(day))]),
            None => {
                let args = [("in", self.when(self.review(evolution), Season::In))];
                words.with("deck-next", &args)
            }
        }
    }

    /// The day on which to look again: the one that was set, or else one that is proposed.
    pub fn deck_review(self, evolution: &Evolution) -> String {
        if let Some(told) = self.review_told() {
            return told.trim_end_matches('.').to_owned();
        }
        let date = self.teller.words.date(self.day(self.review(evolution)));
        self.teller.words.with("deck-review", &[("date", date)])
    }

    /// Every contact point of the plan, in its order.
    pub fn contact_rows(
        self,
        scenario: &Scenario,
        coverage: &Coverage,
        evolution: &Evolution,
    ) -> Vec<ContactRow> {
        let points = evolution.openings.points.iter();
        points
            .map(|point| ContactRow {
                place: point.place(),
                point: self.teller.contact_point(&point.theme, point.posture),
                when: self.opens_when(point),
                who: self.holds(scenario, coverage, point),
            })
            .collect()
    }

    fn opens_when(self, point: &Opening) -> String {
        let words = self.teller.words;
        let the = |quarter: usize| self.when(quarter, Season::The);
        match (point.until, point.opens) {
            (Some(until), _) => words.with("deck-now-until", &[("until", the(until))]),
            (None, Some(0)) => words.get("deck-now"),
            (None, Some(opens)) => words.with("deck-from", &[("opens", the(opens))]),
            (None, None) => words.get("deck-closed"),
        }
    }

    fn holds(self, scenario: &Scenario, coverage: &Coverage, point: &Opening) -> String {
        let teller = self.teller;
        let mut today = coverage.points.iter();
        let now = today.find(|now| now.theme == point.theme && now.posture == point.posture);
        match (&point.owner, now) {
            (Some(owner), _) => teller.owner(scenario, owner),
            (None, Some(now)) => teller.holder(scenario, now),
            // Not wanted yet: nobody has to hold it.
            (None, None) => "–".to_owned(),
        }
    }

    /// Everything that happens after today, in the order of time.
    pub fn happenings(self, scenario: &Scenario, evolution: &Evolution) -> Vec<Happening> {
        let (teller, course) = (self.teller, &evolution.course);
        let changes = course.changes.iter().map(|change| Happening {
            quarter: change.quarter,
            kind: Kind::Change,
            told: self.change(course, change),
        });
        let lang = teller.words.lang();
        let events = scenario.plan.events.iter().filter_map(|planned| {
            let event = teller.knowledge.event(&planned.event)?;
            Some(Happening {
                quarter: planned.quarter,
                kind: Kind::Event,
                told: self.plan_event(planned.quarter, event.label.get(lang)),
            })
        });
        let mut opening: BTreeMap<usize, Vec<&Opening>> = BTreeMap::new();
        for point in &evolution.openings.points {
            if let Some(opens) = point.opens.filter(|&opens| opens > 0) {
                opening.entry(opens).or_default().push(point);
            }
        }
        // Those of one quarter are one thing to prepare.
        let openings = opening.into_iter().map(|(quarter, points)| {
            let names = points.into_iter();
            let names = names.map(|point| teller.contact_point(&point.theme, point.posture));
            let args = [
                ("wanted", self.when(quarter, Season::The)),
                ("name", self.listed(names.collect())),
            ];
            Happening {
                quarter,
                kind: Kind::Opening,
                told: teller.words.with("opening-ready", &args),
            }
        });
        let mut found: Vec<Happening> = changes.chain(events).chain(openings).collect();
        found.sort_by_key(|happening| (happening.quarter, happening.kind));
        found
    }
}
