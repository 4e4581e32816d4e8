//! The course of a company put into words.

use super::{TOLD_REASONS, label, theme_in_posture};
use crate::analysis::{Change, Driver, Evolution, FAINT, Freeze, Moment, Opening, Rest};
use crate::i18n::Words;
use crate::model::{Knowledge, Plan, calendar_date};

/// How many measures are told for a change.
const TOLD_DRIVERS: usize = 2;

/// A quarter by its number, today being 0: « T5 ».
pub fn quarter(quarter: usize, words: &Words) -> String {
    words.with("quarter", &[("number", quarter)])
}

/// Everything that is said of a course, a line each.
pub fn evolution(knowledge: &Knowledge, evolution: &Evolution, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    let today = &evolution.course.moments[0];
    lines.extend(stage(knowledge, today, words));
    lines.extend(changes(knowledge, evolution, words));
    lines.push(rest(&evolution.rest, words));
    lines.extend(freeze(knowledge, &evolution.freeze, words));
    for point in &evolution.openings.points {
        lines.push(opening(
            knowledge,
            point,
            evolution.course.quarters(),
            words,
        ));
    }
    lines
}

/// The stage of maturity, in a few words.
pub fn stage(knowledge: &Knowledge, moment: &Moment, words: &Words) -> Option<String> {
    let stage = &knowledge.evolution.stages[moment.stage(knowledge)?];
    Some(words.with("stage", &[("stage", stage.label.get(words.lang()))]))
}

/// Every change of organisation, or that there is none.
pub fn changes(knowledge: &Knowledge, evolution: &Evolution, words: &Words) -> Vec<String> {
    let course = &evolution.course;
    if course.changes.is_empty() {
        return vec![words.with("evolution-none", &[("quarters", course.quarters())])];
    }
    let told = course.changes.iter();
    told.map(|found| change(knowledge, found, words)).collect()
}

/// What gives way to what, when and why: « T5 : Expert unique ne tient plus… ».
pub fn change(knowledge: &Knowledge, change: &Change, words: &Words) -> String {
    let question = &knowledge.questions[change.question];
    let at = quarter(change.quarter, words);
    let name = |alternative: usize| label(question, alternative, words);
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
        .map(|found| driver(knowledge, found, words))
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

fn driver(knowledge: &Knowledge, driver: &Driver, words: &Words) -> String {
    let value = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| words.number(v, 0));
    let label = knowledge.measure(driver.measure).label.get(words.lang());
    words.with(
        "evolution-driver",
        &[
            ("measure", label.to_owned()),
            ("before", value(driver.before)),
            ("now", value(driver.now)),
        ],
    )
}

/// Beyond this quarter nobody plans: ten years.
const FAR: usize = 40;

/// Where the loop ends.
pub fn rest(rest: &Rest, words: &Words) -> String {
    let quarter = |at: usize, words: &Words| {
        if at > FAR {
            words.get("rest-far")
        } else {
            quarter(at, words)
        }
    };
    match *rest {
        Rest::Fixed {
            organisation: 0,
            sliders,
        } => words.with("rest-fixed-now", &[("sliders", quarter(sliders, words))]),
        Rest::Fixed {
            organisation,
            sliders,
        } => words.with(
            "rest-fixed",
            &[
                ("organisation", quarter(organisation, words)),
                ("sliders", quarter(sliders, words)),
            ],
        ),
        Rest::Cycle { from, period } => words.with(
            "rest-cycle",
            &[
                ("from", quarter(from, words)),
                ("period", period.to_string()),
            ],
        ),
        Rest::Open => words.get("rest-open"),
    }
}

/// What is lost by freezing today's organisation.
pub fn freeze(knowledge: &Knowledge, freeze: &Freeze, words: &Words) -> Vec<String> {
    let end = freeze.course.quarters();
    let last = quarter(end, words);
    let mut lines = Vec::new();
    if freeze.holds() {
        lines.push(words.with("freeze-holds", &[("end", last.clone())]));
    }
    for (index, question) in knowledge.questions.iter().enumerate() {
        let moment = &freeze.course.moments[end];
        let (Some(fails), Some(kept), Some(&best)) = (
            freeze.fails[index],
            freeze.course.moments[0].in_place[index],
            moment.answers.answers[index].ranking.first(),
        ) else {
            continue;
        };
        let lost = freeze.losses[index][end];
        let kept = label(question, kept, words);
        let from = quarter(fails, words);
        let end = last.clone();
        lines.push(if lost < FAINT {
            let args = [("kept", kept), ("from", from), ("end", end)];
            words.with("freeze-fails-for-a-time", &args)
        } else {
            words.with(
                "freeze-fails",
                &[
                    ("kept", kept),
                    ("best", label(question, best, words)),
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
        .map(|&(factor, quantity, points)| moved(knowledge, factor, quantity, points, 0, words))
        .collect();
    if !differences.is_empty() {
        let args = [("end", last), ("differences", differences.join(", "))];
        lines.push(words.with("freeze-differences", &args));
    }
    lines
}

/// A slider and by how much it moves: « Compétences en interne +2,1 ».
fn moved(
    knowledge: &Knowledge,
    factor: usize,
    quantity: usize,
    points: f64,
    digits: usize,
    words: &Words,
) -> String {
    let label = knowledge.factors[factor].quantities[quantity]
        .label
        .get(words.lang());
    format!("{label}\u{a0}{}", words.signed(points, digits))
}

/// What the organisation does to the sliders in a quarter, the strongest first.
pub fn pushes(knowledge: &Knowledge, moment: &Moment, words: &Words) -> Vec<String> {
    let mut pushes = moment.pushes.clone();
    pushes.retain(|push| push.2.abs() >= FAINT);
    pushes.sort_by(|a, b| b.2.abs().total_cmp(&a.2.abs()));
    pushes
        .into_iter()
        .map(|(factor, quantity, points)| moved(knowledge, factor, quantity, points, 1, words))
        .collect()
}

/// When a contact point opens, and whether the means are there as soon as it is wanted.
pub fn opening(knowledge: &Knowledge, point: &Opening, end: usize, words: &Words) -> String {
    let name = theme_in_posture(knowledge, &point.theme, point.posture, words);
    let wanted = quarter(point.wanted, words);
    match point.opens {
        None => words.with(
            "opening-never",
            &[
                ("name", name),
                ("wanted", wanted),
                ("end", quarter(end, words)),
            ],
        ),
        Some(opens) if opens == point.wanted => {
            words.with("opening-ready", &[("name", name), ("wanted", wanted)])
        }
        Some(opens) => words.with(
            "opening-waits",
            &[
                ("name", name),
                ("wanted", wanted),
                ("opens", quarter(opens, words)),
            ],
        ),
    }
}

/// What is planned for a quarter.
pub fn planned(knowledge: &Knowledge, plan: &Plan, at: usize, words: &Words) -> Vec<String> {
    plan.events
        .iter()
        .filter(|planned| planned.quarter == at)
        .filter_map(|planned| knowledge.event(&planned.event))
        .map(|event| event.label.get(words.lang()).to_owned())
        .collect()
}

/// A quarter, and the month in which it begins where the date of the profile tells it.
pub fn quarter_and_date(date: &str, at: usize, words: &Words) -> String {
    let name = quarter(at, words);
    let begins = calendar_date(date).and_then(|date| {
        date.checked_add(jiff::Span::new().months(3 * at as i64))
            .ok()
    });
    match begins {
        Some(begins) => format!("{name} · {}", begins.strftime("%Y-%m")),
        None => name,
    }
}

/// What the company asks of its organisation: the question on which what is in place is most
/// threatened, or that all of it holds.
pub fn call(knowledge: &Knowledge, moment: &Moment, words: &Words) -> String {
    let mut tightest: Option<(usize, usize, f64)> = None;
    for (index, answer) in moment.answers.answers.iter().enumerate() {
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
        return words.get("course-all-holds");
    };
    let rival = label(&knowledge.questions[index], rival, words);
    words.with(
        if lead < 0.0 {
            "course-calls"
        } else {
            "course-threat"
        },
        &[("rival", rival), ("lead", words.number(lead.abs(), 1))],
    )
}
