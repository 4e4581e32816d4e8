//! The day on which the answer is looked at again, and what was foreseen for it, put into words.

use jiff::civil::Date;

use super::{Dated, Teller};
use crate::analysis::{Course, Reviewed, SliderDrift};
use crate::model::{Header, Scenario};

impl<'a> Teller<'a> {
    /// Speaks of a course that begins on the day of a profile, and of the day of its review.
    pub fn dated(self, header: &Header) -> Dated<'a> {
        Dated {
            review: header.review.as_ref().map(|review| review.on),
            ..self.since(header.date)
        }
    }

    /// When the answer is to be looked at again: « Revue prévue le 5 juin 2028. »
    pub fn review_planned(self, on: Date) -> String {
        let args = [("day", self.words.date(on))];
        self.words.with("review-planned", &args)
    }

    /// When the answer is to be looked at again, if that is set; or that it was to be, where the profile
    /// is of that day or a later one.
    pub fn review_told(self, header: &Header) -> Option<String> {
        self.dated(header).review_told()
    }

    /// What was foreseen for the day of a profile beside what it answers, once its review is due.
    pub fn review_found(self, header: &Header, scenario: &Scenario) -> Vec<String> {
        let review = header.review.as_deref();
        let Some(review) = review.filter(|review| review.is_due(header.date)) else {
            return Vec::new();
        };
        let quarter = review.quarter(header.date);
        let found = Reviewed::new(self.knowledge, &review.foreseen, quarter, scenario);
        self.reviewed(&found)
    }

    /// Asks what has changed, once that day has come.
    pub fn review_asks(self, on: Date) -> String {
        let args = [("day", self.words.date(on))];
        self.words.with("review-asks", &args)
    }

    /// What was foreseen for the organisation beside what is answered now, a question a line.
    pub fn reviewed(self, reviewed: &Reviewed) -> Vec<String> {
        let (knowledge, words) = (self.knowledge, self.words);
        let told = reviewed.organisation.pairs();
        told.map(|(question, &[foreseen, now])| {
            let question = &knowledge.questions[question];
            let name = |alternative| match alternative {
                Some(alternative) => self.label(question, alternative),
                None => words.get("nothing"),
            };
            let is = if foreseen == now { "kept" } else { "other" };
            let args = [
                ("question", question.short.get(words.lang()).to_owned()),
                ("foreseen", name(foreseen)),
                ("now", name(now)),
                ("is", is.to_owned()),
            ];
            words.with("review-organisation", &args)
        })
        .collect()
    }

    /// A slider then, as foreseen, and now: « Niveau de risque : 60 alors, 52 prévu, 75 aujourd’hui ».
    pub fn slider_drift(self, drift: &SliderDrift) -> String {
        let words = self.words;
        let number = |value| words.number(value, 0);
        let label = self
            .knowledge
            .quantity(drift.slider)
            .label
            .get(words.lang());
        let now = drift.now;
        let args = [
            ("slider", label.to_owned()),
            ("then", number(drift.then)),
            ("foreseen", number(drift.foreseen)),
            (
                "now",
                now.map_or_else(|| words.get("review-not-known"), number),
            ),
        ];
        words.with("review-slider", &args)
    }
}

impl Dated<'_> {
    /// As [`Teller::review_told`].
    pub fn review_told(self) -> Option<String> {
        let on = self.review?;
        Some(if on <= self.from {
            self.teller.review_asks(on)
        } else {
            self.teller.review_planned(on)
        })
    }

    /// The day on which to look again, where nobody has set one: that of the next change of form, or
    /// else of anything; or else in a year.
    pub fn review_day(self, course: &Course) -> Date {
        self.day(course.next_review(self.teller.knowledge))
    }
}
