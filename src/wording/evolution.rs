//! The course of a company put into words.

use jiff::Span;
use jiff::civil::Date;

use super::{TOLD_REASONS, Teller, capital, small};
use crate::analysis::{
    Change, Course, Driver, Evolution, FAINT, Freeze, Moment, Opening, Place, Rest, Verdicts,
    for_and_against,
};
use crate::i18n::Season;
use crate::model::{AlternativeId, Direction, Plan, QuestionId, SliderAt};

/// How many measures are told for a change.
const TOLD_DRIVERS: usize = 2;

/// A quarter after this one, ten years from today, is only said to be far: nobody plans so long.
const FAR: usize = 40;

/// A teller who knows on which day the course begins, and so the season of each quarter.
#[derive(Clone, Copy)]
pub struct Dated<'a> {
    pub teller: Teller<'a>,
    pub from: Date,
    /// When the answer is to be looked at again, if anyone has said so.
    pub review: Option<Date>,
}

impl Dated<'_> {
    /// A quarter, counted from today, by its season: « à l’automne 2028 »; today by its own word.
    pub fn when(self, quarter: usize, form: Season) -> String {
        match quarter {
            0 => self.teller.words.get("today"),
            _ => self.teller.words.season(self.day(quarter), form),
        }
    }

    /// Where the function would report in a quarter: « Au printemps 2028 : Communication »; today, or
    /// where there is no such answer, the headline itself.
    pub fn headline(self, verdicts: &Verdicts, quarter: usize) -> String {
        let teller = self.teller;
        let verdict = &verdicts.questions[teller.knowledge.always.attachment];
        if quarter == 0 || verdicts.wanting > 0 || verdict.is_impossible() || verdict.none_fits {
            return teller.headline(verdicts);
        }
        let choices = teller.kept(teller.knowledge.attachment(), verdict);
        let args = [
            ("in", capital(&self.when(quarter, Season::In))),
            ("choices", choices),
        ];
        teller.words.with("headline-then", &args)
    }

    /// The day on which a quarter begins.
    pub fn day(self, quarter: usize) -> Date {
        self.from
            .saturating_add(Span::new().months(3 * quarter as i64))
    }

    /// What an axis names of the quarters up to the last one: today, then each year where it begins.
    pub fn years(self, last: usize) -> Vec<(usize, String)> {
        let year = |quarter: usize| self.day(quarter).year();
        let turns = (1..=last).filter(|&quarter| year(quarter) != year(quarter - 1));
        let years = turns.map(|quarter| (quarter, year(quarter).to_string()));
        std::iter::once((0, self.when(0, Season::Named)))
            .chain(years)
            .collect()
    }

    /// As [`Self::years`], where the first day is not today: it is told in full.
    pub fn years_from_a_day(self, last: usize) -> Vec<(usize, String)> {
        let mut years = self.years(last);
        if let Some((_, first)) = years.first_mut() {
            *first = self.teller.words.date(self.from);
        }
        years
    }

    /// The whole course, a sentence a line: the stage of maturity, the changes, where the loop ends,
    /// what freezing costs, when contact points open.
    pub fn evolution(self, evolution: &Evolution) -> Vec<String> {
        let mut lines = Vec::new();
        let today = &evolution.course.moments[0];
        lines.extend(self.teller.stage(today));
        lines.extend(self.changes(&evolution.course));
        lines.push(self.ending(evolution));
        lines.extend(self.freeze(&evolution.freeze));
        lines.extend(self.teller.not_known(&today.coverage));
        for point in &evolution.openings.points {
            lines.push(self.opening(point, evolution.course.quarters()));
        }
        lines
    }

    /// Every change of organisation, or that there is none.
    pub fn changes(self, course: &Course) -> Vec<String> {
        if course.changes.is_empty() {
            let end = self.when(course.quarters(), Season::The);
            return vec![self.teller.words.with("evolution-none", &[("end", end)])];
        }
        let told = course.changes.iter();
        told.map(|found| self.change(course, found)).collect()
    }

    /// A change of organisation: when, from what to what, and which facts made it, or where there are
    /// none, which measures moved: « À l’été 2028, « Coordinateur » remplace « Expert unique »… ».
    pub fn change(self, course: &Course, change: &Change) -> String {
        let Self { teller, .. } = self;
        let words = teller.words;
        let question = &teller.knowledge.questions[change.question];
        let at = capital(&self.when(change.quarter, Season::In));
        let name = |alternative: AlternativeId| teller.label(question, alternative);
        let (from, to) = match (change.from, change.to) {
            (Some(from), Some(to)) => (name(from), name(to)),
            (Some(from), None) => {
                let args = [("in", at), ("from", name(from))];
                return words.with("evolution-nothing-left", &args);
            }
            (None, to) => {
                let to = to.map_or_else(|| words.get("nothing"), name);
                return words.with("evolution-possible", &[("in", at), ("to", to)]);
            }
        };
        if change.impossible {
            let args = [("in", at), ("from", from), ("to", to)];
            return words.with("evolution-impossible", &args);
        }
        let drivers = &change.drivers[..change.drivers.len().min(TOLD_DRIVERS)];
        let facts = drivers.iter();
        let mut told: Vec<String> = facts
            .filter_map(|driver| self.fact_of(course, change, driver))
            .collect();
        if told.is_empty() {
            let moved = drivers.iter().map(|driver| teller.measure_moved(driver));
            told = moved.collect();
        }
        if told.is_empty() {
            let args = [("in", at), ("from", from), ("to", to)];
            return words.with("evolution-change-bare", &args);
        }
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        let args = [
            ("in", at),
            ("from", from),
            ("to", to),
            ("drivers", words.all(&told)),
        ];
        words.with("evolution-change", &args)
    }

    /// The fact behind what moved a lead: it now speaks for the new alternative or against the former
    /// one; `None` where it is no reason for either.
    fn fact_of(self, course: &Course, change: &Change, driver: &Driver) -> Option<String> {
        let Self { teller, .. } = self;
        let answers = &course.moments[change.quarter].answers;
        let answer = &answers.answers[change.question];
        let of = |alternative: AlternativeId, speaks_for: bool| {
            let (pros, cons) = for_and_against(teller.knowledge, answers, answer, alternative);
            let side = if speaks_for { pros } else { cons };
            let reason = side.into_iter().find(|r| r.measure == driver.measure)?;
            Some(teller.fact(answers, answer, alternative, &reason))
        };
        let pro = change.to.and_then(|to| of(to, true));
        pro.or_else(|| change.from.and_then(|from| of(from, false)))
    }

    /// Whether the company and its organisation come to rest, and when, or go round in a cycle.
    pub fn rest(self, rest: &Rest) -> String {
        let words = self.teller.words;
        let since = |quarter: usize| {
            if quarter > FAR {
                words.get("rest-far")
            } else {
                let args = [("the", self.when(quarter, Season::The))];
                words.with("rest-from", &args)
            }
        };
        match *rest {
            Rest::Fixed {
                organisation,
                sliders,
            } => {
                let company = if sliders > organisation {
                    "moves"
                } else {
                    "rests"
                };
                if organisation == 0 {
                    return words.with("rest-fixed-now", &[("company", company)]);
                }
                if organisation > FAR {
                    return words.get("rest-fixed-far");
                }
                let from = since(organisation);
                let args = [("from", from.as_str()), ("company", company)];
                words.with("rest-fixed", &args)
            }
            Rest::Cycle { from, period } => {
                let args = [("from", since(from)), ("period", self.period(period))];
                words.with("rest-cycle", &args)
            }
            Rest::Open => words.get("rest-open"),
        }
    }

    /// Where the loop ends; where nothing changes over the course, as what comes after it.
    pub fn ending(self, evolution: &Evolution) -> String {
        let told = self.rest(&evolution.rest);
        let lasts = matches!(
            evolution.rest,
            Rest::Fixed {
                organisation: 0,
                ..
            }
        );
        if lasts || !evolution.course.changes.is_empty() {
            return told;
        }
        let args = [("rest", small(&told))];
        self.teller.words.with("rest-later", &args)
    }

    /// What the loop comes to, and what is to be told more quietly: first whether anything changes over
    /// the course.
    pub fn turning(self, evolution: &Evolution) -> (String, Option<String>) {
        let rest = self.ending(evolution);
        if evolution.course.changes.is_empty() {
            return (self.changes(&evolution.course).join(" "), Some(rest));
        }
        (rest, None)
    }

    /// How long so many quarters are, in years where they are whole, or else in months.
    fn period(self, quarters: usize) -> String {
        let words = self.teller.words;
        if quarters.is_multiple_of(4) {
            words.with("period-years", &[("count", quarters / 4)])
        } else {
            words.with("period-months", &[("count", 3 * quarters)])
        }
    }

    /// What keeping today's organisation to the end would cost, in points of fit, and what letting it
    /// evolve brings and costs the company.
    pub fn freeze(self, freeze: &Freeze) -> Vec<String> {
        let Self { teller, .. } = self;
        let words = teller.words;
        let end = freeze.course.quarters();
        let last = self.when(end, Season::In);
        let mut lines = Vec::new();
        let (gains, costs) = teller.gains_and_costs(freeze);
        if !gains.is_empty() {
            let args = [("in", capital(&last)), ("gains", gains.join(", "))];
            lines.push(words.with("freeze-gains", &args));
        }
        if freeze.holds() {
            lines.push(words.with("freeze-holds", &[("end", last.as_str())]));
        }
        for (index, question) in teller.knowledge.questions.pairs() {
            let moment = &freeze.course.moments[end];
            let (Some(fails), Some(kept), Some(&best)) = (
                freeze.fails[index],
                freeze.course.moments[0].in_place[index],
                moment.answers.answers[index].ranking.first(),
            ) else {
                continue;
            };
            let lost = freeze.losses[index][end];
            let kept = teller.label(question, kept);
            let from = self.when(fails, Season::The);
            let end = last.clone();
            lines.push(if lost < FAINT {
                let args = [("kept", kept), ("from", from), ("end", end)];
                words.with("freeze-fails-for-a-time", &args)
            } else {
                words.with(
                    "freeze-fails",
                    &[
                        ("kept", kept),
                        ("best", teller.label(question, best)),
                        ("from", from),
                        ("end", end),
                    ],
                )
            });
        }
        if !costs.is_empty() {
            let args = [("costs", costs.join(", "))];
            lines.push(words.with("freeze-costs", &args));
        }
        lines
    }

    /// When a contact point opens, and whether the means are there as soon as it is wanted.
    pub fn opening(self, point: &Opening, end: usize) -> String {
        let words = self.teller.words;
        let name = self.teller.contact_point(&point.theme, point.posture);
        let wanted = self.when(point.wanted, Season::The);
        if let Some(until) = point.until {
            let until = self.when(until, Season::The);
            return match point.opens {
                Some(opens) => {
                    let opens = self.when(opens, Season::The);
                    let args = [("name", name), ("until", until), ("opens", opens)];
                    words.with("opening-until-again", &args)
                }
                None => words.with("opening-until", &[("name", name), ("until", until)]),
            };
        }
        match point.opens {
            None => {
                let end = self.when(end, Season::The);
                if point.wanted == 0 {
                    let args = [("name", name), ("end", end)];
                    return words.with("opening-never-today", &args);
                }
                let args = [("name", name), ("wanted", wanted), ("end", end)];
                words.with("opening-never", &args)
            }
            Some(opens) if opens == point.wanted => {
                words.with("opening-ready", &[("name", name), ("wanted", wanted)])
            }
            Some(opens) => {
                let opens = self.when(opens, Season::The);
                let args = [("name", name), ("wanted", wanted), ("opens", opens)];
                words.with("opening-waits", &args)
            }
        }
    }

    /// What the plan does with some contact points, in a word or two, and why.
    pub fn place(self, place: Place, end: usize) -> (String, String) {
        let words = self.teller.words;
        let place = match place {
            Place::Today => "today",
            Place::Later => "later",
            Place::Never => "never",
        };
        let end = self.when(end, Season::The);
        let why = [("place", place), ("end", end.as_str())];
        (
            words.with("course-openings-place", &[("place", place)]),
            words.with("course-openings-why", &why),
        )
    }

    /// A contact point among those of its place: its dates are told, where it has any.
    pub fn placed(self, point: &Opening) -> String {
        let name = self.teller.contact_point(&point.theme, point.posture);
        let words = self.teller.words;
        let the = |quarter| self.when(quarter, Season::The);
        match (point.until, point.opens) {
            (Some(until), Some(opens)) => {
                let args = [("name", name), ("until", the(until)), ("opens", the(opens))];
                words.with("course-openings-until-again", &args)
            }
            (Some(until), None) => {
                let args = [("name", name), ("until", the(until))];
                words.with("course-openings-until", &args)
            }
            (None, Some(opens)) if opens > 0 => {
                let args = [("name", name), ("opens", the(opens))];
                words.with("course-openings-from", &args)
            }
            (None, None) if point.wanted > 0 => {
                let args = [("name", name), ("wanted", the(point.wanted))];
                words.with("course-openings-wanted", &args)
            }
            (None, _) => name,
        }
    }

    /// What is planned for a quarter, and when that is.
    pub fn plan_event(self, quarter: usize, event: &str) -> String {
        let of = capital(&self.when(quarter, Season::Named));
        let args = [("of", of), ("event", small(event))];
        self.teller.words.with("plan-event", &args)
    }
}

impl<'a> Teller<'a> {
    /// Speaks of a course that begins on this day.
    pub fn since(self, from: Date) -> Dated<'a> {
        Dated {
            teller: self,
            from,
            review: None,
        }
    }

    /// The stage of maturity, in a few words.
    pub fn stage(self, moment: &Moment) -> Option<String> {
        let stage = &self.knowledge.evolution.stages[moment.stage(self.knowledge)?];
        Some(
            self.words
                .with("stage", &[("stage", stage.label.get(self.words.lang()))]),
        )
    }

    /// A measure, and how far it has moved.
    fn measure_moved(self, driver: &Driver) -> String {
        let value =
            |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| self.words.number(v, 0));
        let measure = &self.knowledge.measures[driver.measure];
        let label = measure.label.get(self.words.lang());
        self.words.with(
            "evolution-driver",
            &[
                ("measure", small(label)),
                ("before", value(driver.before)),
                ("now", value(driver.now)),
            ],
        )
    }

    /// Sliders that letting the organisation evolve moves the better way by the end, and those that it
    /// moves the other way; those of which neither way is better are left out.
    fn gains_and_costs(self, freeze: &Freeze) -> (Vec<String>, Vec<String>) {
        let sides = [true, false].map(|wanted| {
            let moved = freeze.differences.iter();
            let told = moved.filter(|&&(slider, points)| {
                let better = self.knowledge.quantity(slider).better;
                let is_gain = match better {
                    Some(Direction::Up) => points > 0.0,
                    Some(Direction::Down) => points < 0.0,
                    None => return false,
                };
                is_gain == wanted
            });
            told.take(TOLD_REASONS)
                .map(|&(slider, points)| self.drift(slider, points))
                .collect()
        });
        sides.into()
    }

    /// Which way a slider moves, and by how much: « silos en baisse (−7) ».
    fn drift(self, slider: SliderAt, points: f64) -> String {
        let label = self.knowledge.quantity(slider).label.get(self.words.lang());
        let args = [
            ("slider", small(label)),
            ("by", self.words.signed(points, 0)),
        ];
        self.words.with(
            if points > 0.0 {
                "freeze-rises"
            } else {
                "freeze-falls"
            },
            &args,
        )
    }

    /// By how much the organisation moves each slider in a quarter, and from where to where, the largest
    /// move first.
    pub fn pushes(self, moment: &Moment) -> Vec<String> {
        let mut pushes = moment.pushes.clone();
        pushes.retain(|push| push.1.abs() >= FAINT);
        pushes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let told = pushes.into_iter().map(|(slider, points)| {
            let name = self.knowledge.quantity(slider).label.get(self.words.lang());
            let by = self.words.signed(points, 1);
            let Some(level) = moment.level(slider) else {
                return format!("{name}\u{a0}{by}");
            };
            let [from, to] = [level, level + points].map(|level| self.words.number(level, 0));
            let args = [("slider", name), ("by", &by), ("from", &from), ("to", &to)];
            self.words.with("course-push", &args)
        });
        told.collect()
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
            &[("rival", rival)],
        )
    }
}
