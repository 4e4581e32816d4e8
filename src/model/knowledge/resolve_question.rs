//! The part of the walk that goes through a question, its alternatives and their curves.

use super::check::{Check, Flawed, option};
use super::curve::{Curve, CurveTable, Direction, Response};
use super::file;
use super::names::Names;
use super::question::{Alternative, Question};
use crate::model::problem::ProblemKind;
use crate::model::read::locate::Step;

pub fn question(
    check: &mut Check,
    names: &Names<'_>,
    question: &file::Question,
) -> Result<Question, Flawed> {
    let label = check.text("label", &question.label);
    let too_close = check.number("too_close", question.too_close, 0.0, 100.0);
    check.unique_ids("alternatives", &question.alternatives);
    let alternatives = check.each(
        "alternatives",
        &question.alternatives,
        |check, described| alternative(check, names, described),
    );
    let measures = question.responses.iter().map(|r| r.measure.as_str());
    check.unique("responses", measures);
    let responses = check.each("responses", &question.responses, |check, response| {
        let measure = check.field("measure", |check| names.measured(check, &response.measure));
        check.unique("curves", response.curves.iter().map(|c| c.to.as_str()));
        let curves = check.each("curves", &response.curves, |check, described| {
            curve(check, names, question, described)
        });
        let ((measure, factor), curves) = (measure?, curves?);
        Ok((factor, Response { measure, curves }))
    });
    let responses = responses?;
    Ok(Question {
        id: question.id.clone(),
        label,
        too_close,
        alternatives: alternatives?,
        table: CurveTable::new(names.file.factors.len(), &responses),
        responses: responses
            .into_iter()
            .map(|(_, response)| response)
            .collect(),
    })
}

fn alternative(
    check: &mut Check,
    names: &Names<'_>,
    alternative: &file::Alternative,
) -> Result<Alternative, Flawed> {
    let label = check.text("label", &alternative.label);
    let phrase = check.text("phrase", &alternative.phrase);
    let department = option(alternative.department.as_ref(), |id| {
        check.known("department", id, &names.file.departments)
    });
    let evidence = option(alternative.evidence.as_ref(), |evidence| {
        check.field("evidence", |check| names.evidence(check, evidence))
    });
    Ok(Alternative {
        id: alternative.id.clone(),
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
    let basis = names.basis(check, &curve.basis);
    check.field("points", |check| points(check, curve));
    Ok(Curve {
        to: to?,
        direction: curve.direction,
        points: curve.points.clone(),
        why,
        basis: basis?,
    })
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
