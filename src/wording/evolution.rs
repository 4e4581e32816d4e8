//! The course of a company put into words.

use super::{TOLD_REASONS, Teller};
use crate::analysis::{Change, Driver, Evolution, FAINT, Freeze, Moment, Opening, Rest};
use crate::model::{AlternativeId, Plan, QuestionId, SliderAt, calendar_date};

/// How many measures are told for a change.
const TOLD_DRIVERS: usize = 2;

/// A quarter after this one, ten years from today, is only said to be far: nobody plans so long.
const FAR: usize = 40;

impl Teller<'_> {
    /// A quarter by its number, today being 0: « T5 ».
    pub fn quarter(self, quarter: usize) -> String {
        self.words.with("quarter", &[("number", quarter)])
    }

    /// The whole course, a sentence a line: the stage of maturity, the changes, where the loop ends,
    /// what freezing costs, when contact points open.
    pub fn evolution(self, evolution: &Evolution) -> Vec<String> {
        let mut lines = Vec::new();
        let today = &evolution.course.moments[0];
        lines.extend(self.stage(today));
        lines.extend(self.changes(evolution));
        lines.push(self.rest(&evolution.rest));
        lines.extend(self.freeze(&evolution.freeze));
        lines.extend(self.not_known(&today.coverage));
        for point in &evolution.openings.points {
            lines.push(self.opening(point, evolution.course.quarters()));
        }
        lines
    }

    /// The stage of maturity, in a few words.
    pub fn stage(self, moment: &Moment) -> Option<String> {
        let stage = &self.knowledge.evolution.stages[moment.stage(self.knowledge)?];
        Some(
            self.words
                .with("stage", &[("stage", stage.label.get(self.words.lang()))]),
        )
    }

    /// Every change of organisation, or that there is none.
    pub fn changes(self, evolution: &Evolution) -> Vec<String> {
        let course = &evolution.course;
        if course.changes.is_empty() {
            return vec![
                self.words
                    .with("evolution-none", &[("quarters", course.quarters())]),
            ];
        }
        let told = course.changes.iter();
        told.map(|found| self.change(found)).collect()
    }

    /// A change of organisation: when, from what to what, and which measures made it: « T5 : Expert
    /// unique ne tient plus… ».
    pub fn change(self, change: &Change) -> String {
        let words = self.words;
        let question = &self.knowledge.questions[change.question];
        let at = self.quarter(change.quarter);
        let name = |alternative: AlternativeId| self.label(question, alternative);
        let (from, to) = match (change.from, change.to) {
            (Some(from), Some(to)) => (name(from), name(to)),
            (Some(from), None) => {
                let args = [("quarter", at), ("from", name(from))];
                return words.with("evolution-nothing-left", &args);
            }
            (None, to) => {
                let to = to.map_or_else(|| words.get("nothing"), name);
                return words.with("evolution-possible", &[("quarter", at), ("to", to)]);
            }
        };
        let told: Vec<String> = change
            .drivers
            .iter()
            .take(TOLD_DRIVERS)
            .map(|found| self.driver(found))
            .collect();
        if change.impossible {
            let args = [("quarter", at), ("from", from), ("to", to)];
            return words.with("evolution-impossible", &args);
        }
        let lead = words.points(change.lead, 1);
        if told.is_empty() {
            let args = [("quarter", at), ("from", from), ("to", to), ("lead", lead)];
            return words.with("evolution-change-bare", &args);
        }
        words.with(
            "evolution-change",
            &[
                ("quarter", at),
                ("from", from),
                ("to", to),
                ("lead", lead),
                ("drivers", told.join(", ")),
            ],
        )
    }

    fn driver(self, driver: &Driver) -> String {
        let value =
            |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| self.words.number(v, 0));
        let measure = &self.knowledge.measures[driver.measure];
        let label = measure.label.get(self.words.lang());
        self.words.with(
            "evolution-driver",
            &[
                ("measure", label.to_owned()),
                ("before", value(driver.before)),
                ("now", value(driver.now)),
            ],
        )
    }

    /// Whether the company and its organisation come to rest, and when, or go round in a cycle.
    pub fn rest(self, rest: &Rest) -> String {
        let words = self.words;
        let at = |quarter: usize| {
            if quarter > FAR {
                words.get("rest-far")
            } else {
                self.quarter(quarter)
            }
        };
        match *rest {
            Rest::Fixed {
                organisation: 0,
                sliders,
            } => words.with("rest-fixed-now", &[("sliders", at(sliders))]),
            Rest::Fixed {
                organisation,
                sliders,
            } => words.with(
                "rest-fixed",
                &[("organisation", at(organisation)), ("sliders", at(sliders))],
            ),
            Rest::Cycle { from, period } => words.with(
                "rest-cycle",
                &[("from", at(from)), ("period", period.to_string())],
            ),
            Rest::Open => words.get("rest-open"),
        }
    }

    /// What keeping today's organisation to the end would cost, in points of fit.
    pub fn freeze(self, freeze: &Freeze) -> Vec<String> {
        let words = self.words;
        let end = freeze.course.quarters();
        let last = self.quarter(end);
        let mut lines = Vec::new();
        if freeze.holds() {
            lines.push(words.with("freeze-holds", &[("end", last.clone())]));
        }
        for (index, question) in self.knowledge.questions.pairs() {
            let moment = &freeze.course.moments[end];
            let (Some(fails), Some(kept), Some(&best)) = (
                freeze.fails[index],
                freeze.course.moments[0].in_place[index],
                moment.answers.answers[index].ranking.first(),
            ) else {
                continue;
            };
            let lost = freeze.losses[index][end];
            let kept = self.label(question, kept);
            let from = self.quarter(fails);
            let end = last.clone();
            lines.push(if lost < FAINT {
                let args = [("kept", kept), ("from", from), ("end", end)];
                words.with("freeze-fails-for-a-time", &args)
            } else {
                words.with(
                    "freeze-fails",
                    &[
                        ("kept", kept),
                        ("best", self.label(question, best)),
                        ("from", from),
                        ("end", end),
                        ("lost", words.points(lost, 1)),
                    ],
                )
            });
        }
        let differences: Vec<String> = freeze
            .differences
            .iter()
            .take(TOLD_REASONS)
            .map(|&(slider, points)| self.slider_by(slider, points, 0))
            .collect();
        if !differences.is_empty() {
            let args = [("end", last), ("differences", differences.join(", "))];
            lines.push(words.with("freeze-differences", &args));
        }
        lines
    }

    /// A slider and by how much it moves: « Compétences en interne +2,1 ».
    fn slider_by(self, slider: SliderAt, points: f64, digits: usize) -> String {
        let label = self.knowledge.quantity(slider).label.get(self.words.lang());
        format!("{label}\u{a0}{}", self.words.signed(points, digits))
    }

    /// By how much the organisation moves each slider in a quarter, the largest move first.
    pub fn pushes(self, moment: &Moment) -> Vec<String> {
        let mut pushes = moment.pushes.clone();
        pushes.retain(|push| push.1.abs() >= FAINT);
        pushes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        pushes
            .into_iter()
            .map(|(slider, points)| self.slider_by(slider, points, 1))
            .collect()
    }

    /// When a contact point opens, and whether the means are there as soon as it is wanted.
    pub fn opening(self, point: &Opening, end: usize) -> String {
        let name = self.theme_in_posture(&point.theme, point.posture);
        let wanted = self.quarter(point.wanted);
        match point.opens {
            None => self.words.with(
                "opening-never",
                &[
                    ("name", name),
                    ("wanted", wanted),
                    ("end", self.quarter(end)),
                ],
            ),
            Some(opens) if opens == point.wanted => self
                .words
                .with("opening-ready", &[("name", name), ("wanted", wanted)]),
            Some(opens) => self.words.with(
                "opening-waits",
                &[
                    ("name", name),
                    ("wanted", wanted),
                    ("opens", self.quarter(opens)),
                ],
            ),
        }
    }

    /// What is planned for a quarter.
    pub fn planned(self, plan: &Plan, at: usize) -> Vec<String> {
        plan.events
            .iter()
            .filter(|planned| planned.quarter == at)
            .filter_map(|planned| self.knowledge.event(&planned.event))
            .map(|event| event.label.get(self.words.lang()).to_owned())
            .collect()
    }

    /// A quarter, and the month in which it begins where the date of the profile tells it.
    pub fn quarter_and_date(self, date: &str, at: usize) -> String {
        let name = self.quarter(at);
        let begins = calendar_date(date).and_then(|date| {
            date.checked_add(jiff::Span::new().months(3 * at as i64))
                .ok()
        });
        match begins {
            Some(begins) => format!("{name} · {}", begins.strftime("%Y-%m")),
            None => name,
        }
    }

    /// What the company asks of its organisation: the alternative that is closest to what is in
    /// place, or furthest ahead of it, on any question; or that all of it holds.
    pub fn call(self, moment: &Moment) -> String {
        let mut tightest: Option<(QuestionId, AlternativeId, f64)> = None;
        for (index, answer) in moment.answers.answers.pairs() {
            let Some(kept) = moment.in_place[index] else {
                continue;
            };
            let rival = answer.ranking.iter().copied().find(|&a| a != kept);
            let Some(rival) = rival else { continue };
            let lead = answer.fit(kept) - answer.fit(rival);
            if tightest.is_none_or(|(_, _, least)| lead < least) {
                tightest = Some((index, rival, lead));
            }
        }
        let Some((index, rival, lead)) = tightest else {
            return self.words.get("course-all-holds");
        };
        let rival = self.label(&self.knowledge.questions[index], rival);
        self.words.with(
            if lead < 0.0 {
                "course-calls"
            } else {
                "course-threat"
            },
            &[("rival", rival), ("lead", self.words.number(lead.abs(), 1))],
        )
    }
}
