//! The scenarios of a profile side by side: what each answers, how sure that is, and what was set in it.

use super::super::subject::Subject;
use super::table::{Cell, Table};
use crate::analysis::{Answers, Coverage, Inputs, Sampler, Survey, Verdicts};
use crate::model::{Scenario, Scenarios};
use crate::wording::Teller;

/// A scenario and what is found of it.
struct Side<'a> {
    teller: Teller<'a>,
    scenario: &'a Scenario,
    answers: Answers,
    verdicts: Verdicts,
    coverage: Coverage,
}

/// A column for each scenario; `None` where there is but one.
pub fn compared(teller: Teller<'_>, subject: Subject<'_>, sampler: &Sampler) -> Option<Table> {
    let scenarios = &subject.profile.scenarios;
    if scenarios.others.is_empty() {
        return None;
    }
    let words = teller.words;
    let sides: Vec<Side<'_>> = scenarios
        .iter()
        .map(|scenario| Side::new(teller, scenario, sampler))
        .collect();
    let names = scenarios.iter().enumerate();
    let names = names.map(|(at, scenario)| teller.scenario_name(scenario, at));
    let mut header = vec![words.get("sheet-compared"), words.get("sheet-differs")];
    header.extend(names);
    let mut rows = Vec::new();
    let mut row = |label: String, cell: &dyn Fn(&Side<'_>) -> Cell| {
        let cells: Vec<Cell> = sides.iter().map(cell).collect();
        let differs = cells.iter().any(|cell| *cell != cells[0]);
        let differs = Cell::of(differs.then(|| words.get("sheet-is-other")), Cell::Text);
        rows.push([vec![Cell::Text(label), differs], cells].concat());
    };
    answers(teller, &mut row);
    settings(teller, scenarios, &mut row);
    Some(Table {
        name: words.get("sheet-scenarios"),
        header,
        rows,
        kept: 2,
    })
}

impl<'a> Side<'a> {
    fn new(teller: Teller<'a>, scenario: &'a Scenario, sampler: &Sampler) -> Self {
        let knowledge = teller.knowledge;
        let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
        let mut survey = Survey::new(knowledge, scenario);
        survey.advance(knowledge, scenario, sampler, sampler.blocks());
        Self {
            teller: teller.of(scenario),
            scenario,
            verdicts: Verdicts::new(knowledge, scenario, &answers, &survey),
            coverage: Coverage::new(knowledge, scenario, &answers),
            answers,
        }
    }
}

/// Adds a row: what it is called, and its cell for each scenario.
type Row<'r> = dyn FnMut(String, &dyn Fn(&Side<'_>) -> Cell) + 'r;

fn answers(teller: Teller<'_>, row: &mut Row<'_>) {
    let (words, lang) = (teller.words, teller.words.lang());
    for (at, question) in teller.knowledge.questions.pairs() {
        let label = question.label.get(lang);
        let of = |key: &str| {
            let args = [("label", label.to_owned()), ("value", words.get(key))];
            words.with("report-slider", &args)
        };
        let chip = |side: &Side<'_>| {
            let is_answered = side.verdicts.wanting == 0;
            let (answer, verdict) = (&side.answers.answers[at], &side.verdicts.questions[at]);
            is_answered.then(|| side.teller.chip(answer, verdict))
        };
        row(label.to_owned(), &|side| {
            Cell::Text(chip(side).map_or_else(|| words.get("answer-none-yet"), |chip| chip.answer))
        });
        row(of("sheet-certainty"), &|side| {
            let sure = chip(side).and_then(|chip| chip.certainty);
            Cell::of(sure, |sure| Cell::Text(teller.certainty(sure)))
        });
        row(of("sheet-first"), &|side| {
            Cell::of(chip(side).and_then(|chip| chip.share), Cell::share)
        });
    }
    let hours = |side: &Side<'_>, points: f64| Cell::one(side.coverage.hours(points));
    row(words.get("sheet-need"), &|side| {
        hours(side, side.coverage.load())
    });
    row(words.get("sheet-means"), &|side| {
        hours(side, side.coverage.capacity)
    });
}

fn settings(teller: Teller<'_>, scenarios: &Scenarios, row: &mut Row<'_>) {
    let (words, lang) = (teller.words, teller.words.lang());
    row(words.get("company-departments"), &|side| {
        Cell::Text(side.teller.departments(side.scenario).join(", "))
    });
    for factor in &teller.knowledge.factors {
        let label = factor.label.get(lang);
        let of = |value: &str| words.with("report-slider", &[("label", label), ("value", value)]);
        let input = |side: &Side<'_>| side.scenario.factors.get(&factor.id).cloned();
        row(of(&words.get("sheet-weight")), &|side| {
            Cell::of(input(side), |input| Cell::one(input.weight))
        });
        if let Some(choice) = &factor.choice {
            row(of(choice.label.get(lang)), &|side| {
                let chosen = input(side);
                let option = chosen
                    .as_ref()
                    .and_then(|input| choice.option(&input.choice));
                Cell::of(option, |option| Cell::text(option.label.get(lang)))
            });
        }
        for quantity in &factor.quantities {
            row(of(quantity.label.get(lang)), &|side| {
                Cell::of(input(side), |input| {
                    if input.unknown {
                        Cell::text(words.get("unknown"))
                    } else {
                        Cell::one(input.value(&quantity.id))
                    }
                })
            });
        }
        let mut themes: Vec<String> = Vec::new();
        let inputs = scenarios.iter().filter_map(|it| it.factors.get(&factor.id));
        for theme in inputs.flat_map(|input| &input.extra) {
            if !theme.name.trim().is_empty() && !themes.contains(&theme.name) {
                themes.push(theme.name.clone());
            }
        }
        for name in themes {
            row(of(&name), &|side| {
                let own = input(side);
                let mut own = own.iter().flat_map(|input| &input.extra);
                let found = own.find(|theme| theme.name == name);
                Cell::of(found, |theme| Cell::one(theme.value))
            });
        }
    }
}
