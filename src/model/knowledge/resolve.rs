//! One walk through the file of a knowledge base: it finds every flaw, and where there is none, what
//! everything refers to.

use std::collections::HashSet;

use super::base::{Content, FourQuestions};
use super::check::{Check, Flawed, option, whole};
use super::factor::{Choice, ChoiceOption, DepartmentKind, Factor, Measure, Quantity};
use super::file::{self, File, Named};
use super::ids::{DepartmentId, FactorId, MeasureId, QuestionId};
use super::names::Names;
use super::question::Question;
use super::reading::Reading;
use super::source::Source;
use super::{resolve_question, resolve_rules, resolve_steps};
use crate::model::limits::{
    GENERAL_MANAGEMENT, MAX_ALTERNATIVES, MAX_DEPARTMENTS, MAX_FACTORS, MAX_ITEMS,
};
use crate::model::list::{Id, List};
use crate::model::problem::ProblemKind;
use crate::model::read::Flaws;
use crate::model::read::locate::Step;

/// What a file says, resolved.
///
/// # Errors
/// Every flaw found, in file order.
pub fn resolve(file: &File, fingerprint: String) -> Result<Content, Flaws> {
    let mut check = Check::default();
    sizes(&mut check, file);
    // The other checks look each thing up in the lists: those must be of a size to do so.
    if !check.flaws.is_empty() {
        return Err(check.flaws);
    }
    match content(&mut check, file, fingerprint) {
        Ok(content) if check.flaws.is_empty() => Ok(content),
        _ => Err(check.flaws),
    }
}

/// Every list that others refer to.
fn sizes(check: &mut Check, file: &File) {
    check.size("sources", file.sources.len(), MAX_ITEMS);
    check.size("departments", file.departments.len(), MAX_DEPARTMENTS);
    check.size("factors", file.factors.len(), MAX_FACTORS);
    check.size("questions", file.questions.len(), MAX_ITEMS);
    check.size("incompatible", file.incompatible.len(), MAX_ITEMS);
    check.size("events", file.evolution.events.len(), MAX_ITEMS);
    for (index, factor) in file.factors.iter().enumerate() {
        let options = factor.choice.as_ref().map_or(0, |c| c.options.len());
        check.item("factors", index, |check| {
            check.size("quantities", factor.quantities.len(), MAX_ITEMS);
            check.size("measures", factor.measures.len(), MAX_ITEMS);
            check.size("choice", options, MAX_ITEMS);
        });
    }
    for (index, question) in file.questions.iter().enumerate() {
        let alternatives = question.alternatives.len();
        check.item("questions", index, |check| {
            check.size("alternatives", alternatives, MAX_ALTERNATIVES);
        });
    }
}

fn content(check: &mut Check, file: &File, fingerprint: String) -> Result<Content, Flawed> {
    let names = Names::of(file);
    let name = check.text("name", &file.name);
    check.unique_ids("sources", &file.sources);
    check.unique_ids("departments", &file.departments);
    check.unique_ids("factors", &file.factors);
    check.unique_ids("questions", &file.questions);
    let sources = check.each("sources", &file.sources, |check, source| {
        Ok(Source {
            id: source.id.clone(),
            year: source.year,
            citation: check.text("citation", &source.citation),
        })
    });
    let departments = departments(check, &names);
    let mut measures = Vec::with_capacity(names.measures.len());
    let mut seen = HashSet::new();
    let described = file.factors.iter().enumerate();
    let described = described.map(|(place, factor)| (FactorId::new(place), factor));
    let factors = check.each("factors", described, |check, (at, described)| {
        factor(check, at, described, &mut measures, &mut seen)
    });
    let always = always(check, file);
    let questions: Result<List<QuestionId, Question>, _> =
        check.each("questions", &file.questions, |check, question| {
            resolve_question::question(check, &names, question)
        });
    let certainty = check.field("certainty", |check| resolve_rules::certainty(check, file));
    let steps = check.field("steps", |check| {
        resolve_steps::steps(check, file.steps.as_ref())
    });
    let incompatible = check.each("incompatible", &file.incompatible, |check, pair| {
        resolve_rules::incompatible(check, &names, pair)
    });
    let coverage = check.field("coverage", |check| resolve_rules::coverage(check, &names));
    check.unique("warnings", file.warnings.iter().map(|w| w.id.as_str()));
    let warnings = check.each("warnings", &file.warnings, |check, warning| {
        resolve_rules::warning(check, &names, warning)
    });
    let evolution = check.field("evolution", |check| resolve_rules::evolution(check, &names));
    let (factors, measures, mut questions) = (factors?, measures.into(), questions?);
    for question in &mut questions {
        resolve_question::weigh(question, &factors, &measures);
    }
    Ok(Content {
        name,
        fingerprint,
        sources: sources?,
        departments: departments?,
        factors,
        measures,
        questions,
        always: always?,
        certainty,
        steps: steps?,
        incompatible: incompatible?,
        coverage: coverage?,
        warnings: warnings?,
        evolution: evolution?,
    })
}

fn departments(
    check: &mut Check,
    names: &Names<'_>,
) -> Result<List<DepartmentId, DepartmentKind>, Flawed> {
    let file = names.file;
    let themes = names.sliders.iter().copied();
    let themes = themes.filter(|(_, slider)| file.factors[slider.factor.place()].extensible);
    let departments = check.each("departments", &file.departments, |check, department| {
        let label = check.text("label", &department.label);
        let named = match &department.named {
            Some(named) => check.text("named", named),
            None => label.clone(),
        };
        let themes = department
            .themes
            .iter()
            .map(|theme| check.field("themes", |check| check.one_of(theme, themes.clone())));
        Ok(DepartmentKind {
            id: department.id.clone(),
            label,
            named,
            themes: whole(themes)?,
        })
    });
    if file
        .departments
        .iter()
        .all(|department| department.id != GENERAL_MANAGEMENT)
    {
        let id = GENERAL_MANAGEMENT.to_owned();
        check.field("departments", |check| {
            check.flaw(ProblemKind::MissingId { id })
        });
    }
    departments
}

/// Where the questions stand without which there is no answer.
fn always(check: &mut Check, file: &File) -> Result<FourQuestions, Flawed> {
    let mut of = |id: &str| {
        let mut questions = file.questions.iter();
        let found = questions.position(|question| question.id == id);
        let found = found.map(QuestionId::new);
        found.ok_or_else(|| {
            let id = id.to_owned();
            check.field("questions", |check| {
                check.flaw(ProblemKind::MissingQuestion { id })
            })
        })
    };
    let found = (of("attachment"), of("form"), of("role"), of("sourcing"));
    Ok(FourQuestions {
        attachment: found.0?,
        form: found.1?,
        role: found.2?,
        sourcing: found.3?,
    })
}

/// A factor, whose measures go to those of all factors.
fn factor<'a>(
    check: &mut Check,
    at: FactorId,
    factor: &'a file::Factor,
    all: &mut Vec<Measure>,
    seen: &mut HashSet<&'a str>,
) -> Result<Factor, Flawed> {
    let label = check.text("label", &factor.label);
    let help = check.text("help", &factor.help);
    let quote = check.plain("quote", &factor.quote);
    let ask = factor.ask.as_ref().map(|ask| check.text("ask", ask));
    check.unique_ids("quantities", &factor.quantities);
    let quantities = check.each("quantities", &factor.quantities, |check, quantity| {
        Ok(Quantity {
            id: quantity.id.clone(),
            label: check.text("label", &quantity.label),
            low: check.text("low", &quantity.low),
            high: check.text("high", &quantity.high),
            default: check.number("default", quantity.default, 0.0, 100.0),
            better: quantity.better,
            ask: quantity.ask.as_ref().map(|ask| check.text("ask", ask)),
            steps: resolve_steps::words(check, "steps", quantity.steps.as_deref())?,
        })
    });
    let choice = option(factor.choice.as_ref(), |choice| {
        check.field("choice", |check| self::choice(check, factor, choice))
    });
    let first = all.len();
    let measures: Result<Vec<Measure>, _> =
        check.each("measures", &factor.measures, |check, measure| {
            let label = check.text("label", &measure.label);
            let reading = check.field("reading", |check| reading(check, factor, &measure.reading));
            Ok(Measure {
                id: measure.id.clone(),
                label,
                factor: at,
                reading: reading?,
            })
        });
    for (index, measure) in factor.measures.iter().enumerate() {
        if !seen.insert(measure.id()) {
            check.item("measures", index, |check| check.duplicate(measure.id()));
        }
    }
    all.extend(measures?);
    Ok(Factor {
        id: factor.id.clone(),
        label,
        help,
        quote,
        ask,
        choice: choice?,
        extensible: factor.extensible,
        quantities: quantities?,
        measures: (first..all.len()).map(MeasureId::new).collect(),
    })
}

fn choice(
    check: &mut Check,
    factor: &file::Factor,
    choice: &file::Choice,
) -> Result<Choice, Flawed> {
    let label = check.text("label", &choice.label);
    check.unique_ids("options", &choice.options);
    let default = check.known("default", &choice.default, &choice.options);
    let options = check.each("options", &choice.options, |check, option| {
        Ok(ChoiceOption {
            id: option.id.clone(),
            label: check.text("label", &option.label),
            outside: option.outside.clone(),
        })
    });
    let weight = option(choice.weight.as_ref(), |id| {
        check.known("weight", id, &factor.quantities)
    });
    Ok(Choice {
        id: choice.id.clone(),
        label,
        default: default?,
        options: options?,
        weight: weight?,
    })
}

fn reading(
    check: &mut Check,
    factor: &file::Factor,
    reading: &file::Reading,
) -> Result<Reading, Flawed> {
    let sliders = &factor.quantities;
    let first = |check: &mut Check, id: &str| {
        check.within(Step::Index(0), |check| check.known_here(id, sliders))
    };
    Ok(match reading {
        file::Reading::Level(id) => Reading::Level(first(check, id)?),
        file::Reading::Share(id) => Reading::Share(first(check, id)?),
        file::Reading::Product {
            quantities,
            only,
            unless,
        } => {
            let read = whole(
                quantities
                    .iter()
                    .map(|id| check.known("quantities", id, sliders)),
            );
            let options = factor
                .choice
                .as_ref()
                .map_or(&[][..], |choice| &choice.options);
            let mut of = |name: &str, id: &Option<String>| {
                option(id.as_ref(), |id| check.known(name, id, options))
            };
            let (only, unless) = (of("only", only), of("unless", unless));
            let mut seen = HashSet::new();
            let mut quantities = read?;
            quantities.retain(|quantity| seen.insert(*quantity));
            Reading::Product {
                quantities,
                only: only?,
                unless: unless?,
            }
        }
        file::Reading::Diversity => Reading::Diversity,
    })
}
