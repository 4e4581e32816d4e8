//! The part of the walk that goes through a question, its alternatives and their curves.

use super::check::{Check, Flawed, option};
use super::curve::{Curve, CurveTable, Reasons, Response};
use super::direction::Direction;
use super::factor::{Factor, Measure};
use super::file;
use super::ids::{FactorId, MeasureId};
use super::names::Names;
use super::question::{Alternative, Question, Reach};
use super::swing;
use crate::model::list::List;
use crate::model::problem::ProblemKind;
use crate::model::read::locate::Step;
use crate::model::text::Text;

/// No evidence makes more of a judgement than this many times as much.
const MOST_TIMES: f64 = 10.0;

/// A question, but for the scales of its curves, which [`weigh`] knows once all factors are known.
pub fn question(
    check: &mut Check,
    names: &Names<'_>,
    question: &file::Question,
) -> Result<Question, Flawed> {
    let label = check.text("label", &question.label);
    let short = question.short.as_ref();
    let short = short.map_or_else(|| label.clone(), |short| check.text("short", short));
    let too_close = check.number("too_close", question.too_close, 0.0, 100.0);
    check.unique_ids("alternatives", &question.alternatives);
    let alternatives = check.each(
        "alternatives",
        &question.alternatives,
        |check, described| alternative(check, names, described),
    );
    let reached = question.reach.iter().map(|reach| reach.factor.as_str());
    check.distinct("reach", reached);
    let reach = check.each("reach", &question.reach, |check, described| {
        reach(check, names, described)
    });
    let measures = question.responses.iter().map(|r| r.measure.as_str());
    check.unique("responses", measures);
    let responses = check.each("responses", &question.responses, |check, response| {
        let measure = check.field("measure", |check| names.measure(check, &response.measure));
        check.unique("curves", response.curves.iter().map(|c| c.to.as_str()));
        let curves = check.each("curves", &response.curves, |check, described| {
            curve(check, names, question, described)
        });
        let (measure, curves) = (measure?, curves?);
        Ok(Response { measure, curves })
    });
    Ok(Question {
        id: question.id.clone(),
        label,
        short,
        too_close,
        cases: question.cases,
        alternatives: alternatives?,
        reach: reach?,
        responses: responses?,
        scales: List::default(),
        table: CurveTable::default(),
    })
}

/// Brings the curves of each factor to one swing.
pub fn weigh(
    question: &mut Question,
    factors: &List<FactorId, Factor>,
    measures: &List<MeasureId, Measure>,
) {
    question.scales = swing::scales(question, factors, measures);
    question.table = CurveTable::new(measures, &question.responses, &question.scales);
}

fn reach(check: &mut Check, names: &Names<'_>, reach: &file::Reach) -> Result<Reach, Flawed> {
    let factor = check.known("factor", &reach.factor, &names.file.factors);
    let times = check.number("times", reach.times, 0.0, MOST_TIMES);
    let why = check.text("why", &reach.why);
    let basis = names.basis(check, &reach.basis);
    Ok(Reach {
        factor: factor?,
        times,
        why,
        basis: basis?,
    })
}

fn alternative(
    check: &mut Check,
    names: &Names<'_>,
    alternative: &file::Alternative,
) -> Result<Alternative, Flawed> {
    let label = check.text("label", &alternative.label);
    let phrase = check.text("phrase", &alternative.phrase);
    let base = check.number("base", alternative.base, -1.0, 1.0);
    let department = option(alternative.department.as_ref(), |id| {
        check.known("department", id, &names.file.departments)
    });
    let evidence = option(alternative.evidence.as_ref(), |evidence| {
        check.field("evidence", |check| names.evidence(check, evidence))
    });
    Ok(Alternative {
        id: alternative.id.clone(),
        base,
        label,
        phrase,
        department: department?,
        evidence: evidence?,
        draws: alternative.draws,
        title: alternative.title.clone(),
        outside: alternative.outside.clone(),
    })
}

fn curve(
    check: &mut Check,
    names: &Names<'_>,
    question: &file::Question,
    curve: &file::Curve,
) -> Result<Curve, Flawed> {
    let to = check.known("to", &curve.to, &question.alternatives);
    let why = check.text("why", &curve.why);
    let host = alternative_of(question, &curve.to).is_some_and(|a| a.department.is_some());
    let reasons = curve.reasons.as_ref().map(|reasons| {
        check.field("reasons", |check| Reasons {
            high: sentence(check, "high", &reasons.high, host),
            low: sentence(check, "low", &reasons.low, host),
        })
    });
    let basis = names.basis(check, &curve.basis);
    let times = check.number("times", curve.times, 0.0, MOST_TIMES);
    check.field("points", |check| points(check, curve));
    Ok(Curve {
        to: to?,
        direction: curve.direction,
        points: curve.points.clone(),
        times,
        why,
        reasons,
        basis: basis?,
    })
}

fn alternative_of<'a>(question: &'a file::Question, id: &str) -> Option<&'a file::Alternative> {
    question.alternatives.iter().find(|known| known.id == id)
}

/// A reason says once where the sliders are, and names no department but that of its alternative.
fn sentence(check: &mut Check, name: &str, text: &Text, host: bool) -> Text {
    let made = check.text(name, text);
    check.field(name, |check| {
        for (lang, wording) in [("fr", &text.fr), ("en", &text.en)] {
            let values = wording.matches(Reasons::VALUE).count();
            let hosts = wording.matches(Reasons::HOST).count();
            let braces = wording.matches(['{', '}']).count();
            if values != 1 || hosts > 0 && !host || braces != 2 * (values + hosts) {
                check.field(lang, |check| check.flaw(ProblemKind::Sentence));
            }
        }
    });
    made
}

fn points(check: &mut Check, curve: &file::Curve) {
    let points = &curve.points;
    let ends = [points.first(), points.last()].map(|end| end.map(|p| p.0));
    if points.len() < 2 || ends != [Some(0.0), Some(100.0)] {
        check.flaw(ProblemKind::CurveEnds);
        return;
    }
    for (index, &(x, y)) in points.iter().enumerate() {
        check.within(Step::Index(index), |check| {
            if !x.is_finite() || !y.is_finite() || !(-1.0..=1.0).contains(&y) {
                check.flaw(ProblemKind::CurveValue { found: y });
            }
            let Some(&(x0, y0)) = index.checked_sub(1).map(|before| &points[before]) else {
                return;
            };
            if x <= x0 {
                check.flaw(ProblemKind::CurveOrder);
            }
            let falls = match curve.direction {
                Direction::Up => y < y0,
                Direction::Down => y > y0,
            };
            if falls {
                let to = curve.to.clone();
                check.flaw(ProblemKind::NotMonotone { to });
            }
        });
    }
}
