//! What differs between two profiles or scenarios, in words: names for undo and redo, and for scenarios.

use super::{company_name, departments};
use crate::i18n::{Value, Words};
use crate::model::{Factor, FactorInput, Header, Knowledge, Profile, Scenario};

/// What changes from one profile to another, in a few words; `None` where nothing does.
pub fn change_in_brief(
    knowledge: &Knowledge,
    before: &Profile,
    after: &Profile,
    words: &Words,
) -> Option<String> {
    let found = differences(knowledge, before, after, words);
    let (first, more) = found.split_first()?;
    Some(if more.is_empty() {
        first.clone()
    } else {
        words.with(
            "change-and-more",
            &[
                ("change", Value::from(first.as_str())),
                ("count", more.len().into()),
            ],
        )
    })
}

/// Everything that differs, each in a few words.
pub fn differences(
    knowledge: &Knowledge,
    before: &Profile,
    after: &Profile,
    words: &Words,
) -> Vec<String> {
    let mut found = header(&before.header, &after.header, words);
    let (a, b) = (&before.scenarios, &after.scenarios);
    found.extend(scenario(knowledge, 0, &a.first, &b.first, words));
    if before.opinions != after.opinions {
        let count = |profile: &Profile| profile.opinions.len().to_string();
        found.push(moved(
            &words.get("change-opinions"),
            &count(before),
            &count(after),
            words,
        ));
    }
    if a.count() == b.count() {
        for (index, (a, b)) in a.others.iter().zip(&b.others).enumerate() {
            found.extend(scenario(knowledge, index + 1, a, b, words));
        }
    } else {
        let key = if a.count() < b.count() {
            "change-scenario-added"
        } else {
            "change-scenario-removed"
        };
        found.push(words.get(key));
    }
    found
}

fn header(before: &Header, after: &Header, words: &Words) -> Vec<String> {
    let mut found = Vec::new();
    if before.company != after.company {
        let name = |header| company_name(header, words);
        found.push(moved(
            &words.get("company-name"),
            &name(before),
            &name(after),
            words,
        ));
    }
    for (key, a, b) in [
        ("company-date", &before.date, &after.date),
        ("company-author", &before.author, &after.author),
    ] {
        if a != b {
            found.push(moved(&words.get(key), a, b, words));
        }
    }
    if before.notes != after.notes {
        found.push(words.get("company-notes"));
    }
    if before.description != after.description {
        found.push(words.get("change-description"));
    }
    found
}

/// What differs in a scenario, its name included.
fn scenario(
    knowledge: &Knowledge,
    index: usize,
    before: &Scenario,
    after: &Scenario,
    words: &Words,
) -> Vec<String> {
    let mut found = Vec::new();
    if before.name != after.name {
        let name = |scenario| scenario_name(scenario, index, words);
        found.push(moved(
            &words.get("scenario-name"),
            &name(before),
            &name(after),
            words,
        ));
    }
    found.extend(content(knowledge, before, after, words));
    found
}

/// What differs in what two scenarios hold, whatever they are called.
pub fn content(
    knowledge: &Knowledge,
    before: &Scenario,
    after: &Scenario,
    words: &Words,
) -> Vec<String> {
    let mut found = Vec::new();
    if before.departments != after.departments {
        let names = |profile| departments(knowledge, profile, words);
        let (a, b) = (names(before), names(after));
        let new = b.iter().find(|name| !a.contains(name));
        let gone = a.iter().find(|name| !b.contains(name));
        found.push(match (gone, new) {
            (Some(gone), Some(new)) => format!("{gone} → {new}"),
            (None, Some(new)) => format!("+ {new}"),
            (Some(gone), None) => format!("− {gone}"),
            (None, None) => words.get("company-departments"),
        });
    }
    if before.weight_doubt != after.weight_doubt {
        let pair = (before.weight_doubt, after.weight_doubt);
        found.push(moved_number(&words.get("weight-doubt"), pair, words));
    }
    for factor in &knowledge.factors {
        if let (Some(a), Some(b)) = (
            before.factors.get(&factor.id),
            after.factors.get(&factor.id),
        ) {
            factor_changes(factor, a, b, words, &mut found);
        }
    }
    if before.plan.pace != after.plan.pace {
        let pair = (before.plan.pace, after.plan.pace);
        found.push(moved_number(&words.get("plan-pace"), pair, words));
    }
    if before.plan.events != after.plan.events {
        found.push(words.get("change-events"));
    }
    found
}

/// The name of the scenario at `index` of its profile, or the usual one.
pub fn scenario_name(scenario: &Scenario, index: usize, words: &Words) -> String {
    match (scenario.name.trim(), index) {
        ("", 0) => words.get("scenario-first"),
        ("", _) => words.with("scenario-numbered", &[("number", index)]),
        _ => scenario.name.clone(),
    }
}

fn moved(name: &str, from: &str, to: &str, words: &Words) -> String {
    words.with(
        "change-moved",
        &[("name", name), ("from", from), ("to", to)],
    )
}

/// To the digit where whole numbers would look the same.
fn moved_number(name: &str, (from, to): (f64, f64), words: &Words) -> String {
    let digits = usize::from((from - to).abs() < 1.0);
    let number = |value| words.number(value, digits);
    moved(name, &number(from), &number(to), words)
}

fn factor_changes(
    factor: &Factor,
    before: &FactorInput,
    after: &FactorInput,
    words: &Words,
    found: &mut Vec<String>,
) {
    let lang = words.lang();
    let label = factor.label.get(lang);
    if before.weight != after.weight {
        let name = words.with("weight-of", &[("factor", label)]);
        found.push(moved_number(&name, (before.weight, after.weight), words));
    }
    if before.unknown != after.unknown {
        found.push(words.with("unknown-of", &[("factor", label)]));
    }
    if before.choice != after.choice
        && let Some(choice) = &factor.choice
    {
        let name = |id: &str| {
            choice
                .option(id)
                .map_or("", |option| option.label.get(lang))
        };
        found.push(moved(
            choice.label.get(lang),
            name(&before.choice),
            name(&after.choice),
            words,
        ));
    }
    for quantity in &factor.quantities {
        let (Some(a), Some(b)) = (
            before.quantities.get(&quantity.id),
            after.quantities.get(&quantity.id),
        ) else {
            continue;
        };
        let name = quantity.label.get(lang);
        if a.value != b.value {
            found.push(moved_number(name, (a.value, b.value), words));
        }
        if a.plus_minus != b.plus_minus {
            let name = words.with("doubt-of", &[("name", name)]);
            found.push(moved_number(&name, (a.plus_minus, b.plus_minus), words));
        }
        if a.note != b.note {
            found.push(words.with("note-of", &[("name", name)]));
        }
    }
    if before.extra != after.extra {
        found.push(words.with("change-themes", &[("factor", label)]));
    }
}
