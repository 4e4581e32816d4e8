//! The part of the walk that goes through the rules: coverage, warnings, evolution.

use super::check::{Check, Flawed, option, whole};
use super::coverage::{Condition, CoverageRule, Hours, Posture, Warning};
use super::file;
use super::ids::{AlternativeId, MeasureId, QuestionId};
use super::names::Names;
use super::rule::{Effect, EventChange, EventKind, EvolutionRule, Moderator, Stage};
use super::whole::{Incompatible, Thresholds};
use crate::model::limits::MAX_HOURS;
use crate::model::list::Id;
use crate::model::problem::ProblemKind;
use crate::model::read::locate::Step;

/// No honest number of a coverage rule is larger.
const MOST: f64 = 1e6;
/// No honest effect moves a slider faster than this in a quarter, in points.
const MOST_A_QUARTER: f64 = 25.0;

/// Shares are written in percent.
pub fn certainty(check: &mut Check, file: &file::File) -> Thresholds {
    let Some(found) = &file.certainty else {
        return Thresholds::default();
    };
    let fragile = check.number("fragile", found.fragile, 50.0, 100.0);
    Thresholds {
        settled: check.number("settled", found.settled, fragile, 100.0) / 100.0,
        fragile: fragile / 100.0,
        contender: check.number("contender", found.contender, 0.0, 100.0) / 100.0,
        least_described: found.least_described.min(file.factors.len()),
    }
}

pub fn incompatible(
    check: &mut Check,
    names: &Names<'_>,
    found: &file::Incompatible,
) -> Result<Incompatible, Flawed> {
    let mut one = |name: &str, (question, alternative): &(String, String)| {
        check.field(name, |check| answer(check, names, question, alternative))
    };
    let (one, other) = (one("one", &found.one), one("other", &found.other));
    let why = check.text("why", &found.why);
    let (one, other) = (one?, other?);
    if one.0 == other.0 {
        let found = found.other.0.clone();
        return Err(check.field("other", |check| {
            check.flaw(ProblemKind::Duplicate { found })
        }));
    }
    Ok(Incompatible {
        pair: [one, other],
        why,
    })
}

pub fn coverage(check: &mut Check, names: &Names<'_>) -> Result<CoverageRule, Flawed> {
    let rule = &names.file.coverage;
    let why = check.text("why", &rule.why);
    let basis = names.basis(check, &rule.basis);
    let opens_from = check.number("opens_from", rule.opens_from, 0.0, 100.0);
    let base = check.number("base", rule.base, 0.0, MOST);
    let postures = check.each("postures", &rule.postures, |check, posture| {
        let label = check.text("label", &posture.label);
        let slider = check.field("quantity", |check| names.slider(check, &posture.quantity));
        // A load of nothing cannot be shared out.
        let effort = check.number("effort", posture.effort, 0.001, MOST);
        let grows_with = option(posture.grows_with.as_ref(), |id| {
            check.field("grows_with", |check| names.measure(check, id))
        });
        Ok(Posture {
            slider: slider?,
            label,
            effort,
            grows_with: grows_with?,
        })
    });
    let gains = check.each("gains", &rule.gains, |check, (id, points)| {
        let measure = names.measure(check, id);
        let points = check.number_here(*points, 0.0, MOST);
        Ok((measure?, points))
    });
    let forms = check.each("forms", &rule.forms, |check, (id, factor)| {
        let form = check.known_here(id, names.forms());
        let factor = check.number_here(*factor, 0.0, MOST);
        Ok((form?, factor))
    });
    let hours = match &rule.hours {
        Some(found) => check.field("hours", |check| hours(check, names, found)),
        None => Ok(Hours::default()),
    };
    Ok(CoverageRule {
        opens_from,
        postures: postures?,
        base,
        gains: gains?,
        forms: forms?,
        hours: hours?,
        why,
        basis: basis?,
    })
}

fn hours(check: &mut Check, names: &Names<'_>, found: &file::Hours) -> Result<Hours, Flawed> {
    let why = check.text("why", &found.why);
    let basis = names.basis(check, &found.basis);
    Ok(Hours {
        // Neither can be nothing: both are divided by.
        per_point: check.number("per_point", found.per_point, 0.001, MAX_HOURS),
        per_person: check.number("per_person", found.per_person, 1.0, MAX_HOURS),
        why: Some(why),
        basis: basis?,
    })
}

pub fn warning(
    check: &mut Check,
    names: &Names<'_>,
    warning: &file::Warning,
) -> Result<Warning, Flawed> {
    let text = check.text("text", &warning.text);
    let basis = names.basis(check, &warning.basis);
    let when = check.field("when", |check| condition(check, names, &warning.when));
    Ok(Warning {
        id: warning.id.clone(),
        when: when?,
        text,
        basis: basis?,
    })
}

fn condition(
    check: &mut Check,
    names: &Names<'_>,
    found: &file::Condition,
) -> Result<Condition, Flawed> {
    let mut all =
        |found: &[file::Condition]| whole(found.iter().map(|c| condition(check, names, c)));
    Ok(match found {
        file::Condition::All(found) => Condition::All(all(found)?),
        file::Condition::Any(found) => Condition::Any(all(found)?),
        file::Condition::Above(measure, limit) => {
            let (measure, limit) = threshold(check, names, measure, *limit);
            Condition::Above(measure?, limit)
        }
        file::Condition::Below(measure, limit) => {
            let (measure, limit) = threshold(check, names, measure, *limit);
            Condition::Below(measure?, limit)
        }
        file::Condition::Exceeds(more, less) => {
            let (more, less) = (names.measure(check, more), names.measure(check, less));
            Condition::Exceeds(more?, less?)
        }
        file::Condition::Silent(measure) => Condition::Silent(names.measure(check, measure)?),
        file::Condition::Leads(question, alternative) => {
            let (question, alternative) = answer(check, names, question, alternative)?;
            Condition::Leads(question, alternative)
        }
        file::Condition::Unattended => Condition::Unattended,
    })
}

fn threshold(
    check: &mut Check,
    names: &Names<'_>,
    measure: &str,
    limit: f64,
) -> (Result<MeasureId, Flawed>, f64) {
    let measure = names.measure(check, measure);
    (measure, check.number_here(limit, 0.0, 100.0))
}

/// An alternative of a question, by the ids of both.
fn answer(
    check: &mut Check,
    names: &Names<'_>,
    question: &str,
    alternative: &str,
) -> Result<(QuestionId, AlternativeId), Flawed> {
    let questions = &names.file.questions;
    let question = check.known_here(question, questions)?;
    let alternative = check.known_here(alternative, &questions[question.place()].alternatives)?;
    Ok((question, alternative))
}

pub fn evolution(check: &mut Check, names: &Names<'_>) -> Result<EvolutionRule, Flawed> {
    let rule = &names.file.evolution;
    let why = check.text("why", &rule.why);
    let basis = names.basis(check, &rule.basis);
    let fading = check.number("fading", rule.fading, 0.0, 100.0);
    let effects = check.each("effects", &rule.effects, |check, described| {
        effect(check, names, described)
    });
    check.unique("events", rule.events.iter().map(|e| e.id.as_str()));
    let events = check.each("events", &rule.events, |check, event| {
        let label = check.text("label", &event.label);
        let changes = check.each("changes", &event.changes, |check, described| {
            change(check, names, described)
        });
        Ok(EventKind {
            id: event.id.clone(),
            label,
            changes: changes?,
        })
    });
    let stages = check.each("stages", &rule.stages, |check, stage| {
        let label = check.text("label", &stage.label);
        let form = check.known("form", &stage.form, names.forms());
        let evidence = check.each("evidence", &stage.evidence, |check, evidence| {
            names.evidence(check, evidence)
        });
        Ok(Stage {
            form: form?,
            label,
            evidence: evidence?,
        })
    });
    Ok(EvolutionRule {
        why,
        basis: basis?,
        fading,
        effects: effects?,
        events: events?,
        stages: stages?,
    })
}

fn effect(check: &mut Check, names: &Names<'_>, effect: &file::Effect) -> Result<Effect, Flawed> {
    let why = check.text("why", &effect.why);
    let basis = names.basis(check, &effect.basis);
    let slider = check.field("quantity", |check| names.slider(check, &effect.quantity));
    let points = check.number("points", effect.points, -MOST_A_QUARTER, MOST_A_QUARTER);
    let of = option(effect.of.as_ref(), |(question, alternative)| {
        check.field("of", |check| answer(check, names, question, alternative))
    });
    let moderator = option(effect.moderator.as_ref(), |moderator| {
        check.field("moderator", |check| {
            Ok(match moderator {
                file::Moderator::With(id) => Moderator::With(names.slider(check, id)?),
                file::Moderator::Against(id) => Moderator::Against(names.slider(check, id)?),
            })
        })
    });
    Ok(Effect {
        of: of?,
        slider: slider?,
        points,
        moderator: moderator?,
        why,
        basis: basis?,
    })
}

fn change(
    check: &mut Check,
    names: &Names<'_>,
    change: &file::EventChange,
) -> Result<EventChange, Flawed> {
    let mut moved = |id: &str, value: f64, low: f64| {
        let slider = names.slider(check, id);
        check.within(Step::Index(1), |check| check.number_here(value, low, 100.0));
        slider
    };
    Ok(match change {
        file::EventChange::Add(id, points) => {
            EventChange::Add(moved(id, *points, -100.0)?, *points)
        }
        file::EventChange::Shock(id, points) => {
            EventChange::Shock(moved(id, *points, -100.0)?, *points)
        }
        file::EventChange::Set(id, value) => EventChange::Set(moved(id, *value, 0.0)?, *value),
        file::EventChange::Choose(factor, option) => {
            let factors = &names.file.factors;
            let factor = check.known_here(factor, factors)?;
            let choice = factors[factor.place()].choice.as_ref();
            let options = choice.map_or(&[][..], |choice| &choice.options);
            EventChange::Choose(factor, check.known_here(option, options)?)
        }
        file::EventChange::Create(id) => {
            EventChange::Create(check.known_here(id, &names.file.departments)?)
        }
        file::EventChange::Close(id) => {
            EventChange::Close(check.known_here(id, &names.file.departments)?)
        }
    })
}
