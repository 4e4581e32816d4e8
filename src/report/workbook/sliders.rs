//! What the company is said to be: every slider with its doubt and its note, and the weights.

use super::table::{Cell, Digits, Table};
use super::told::Told;
use crate::model::{FactorInput, USUAL_DOUBT};

/// Every slider. One of a factor that nobody knows has no value.
pub fn sliders(told: Told<'_>) -> Table {
    let teller = told.teller;
    let words = teller.words;
    let lang = words.lang();
    let scenario = told.subject.scenario();
    let mut rows = Vec::new();
    for factor in &teller.knowledge.factors {
        let Some(input) = scenario.factors.get(&factor.id) else {
            continue;
        };
        let row = |label: &str, value: f64, doubt: f64, note: &str, ends: [&str; 2]| {
            let known = |value: f64| {
                if input.unknown {
                    Cell::text(words.get("unknown"))
                } else {
                    Cell::one(value)
                }
            };
            let doubt = if input.unknown {
                Cell::Empty
            } else {
                Cell::one(doubt)
            };
            vec![
                Cell::text(factor.label.get(lang)),
                Cell::text(label),
                known(value),
                doubt,
                Cell::text(note.trim()),
                Cell::text(ends[0]),
                Cell::text(ends[1]),
            ]
        };
        for quantity in &factor.quantities {
            if let Some(setting) = input.quantities.get(&quantity.id) {
                let label = quantity.label.get(lang);
                let ends = [quantity.low.get(lang), quantity.high.get(lang)];
                let (value, doubt) = (setting.value, setting.plus_minus);
                rows.push(row(label, value, doubt, &setting.note, ends));
            }
        }
        for theme in &input.extra {
            let unnamed = words.get("theme-unnamed");
            let name = match theme.name.trim() {
                "" => unnamed.as_str(),
                name => name,
            };
            rows.push(row(name, theme.value, USUAL_DOUBT, &theme.note, ["", ""]));
        }
    }
    Table {
        name: words.get("sheet-sliders"),
        header: vec![
            words.get("sheet-factor"),
            words.get("sheet-slider"),
            words.get("sheet-value"),
            words.get("sheet-doubt"),
            words.get("sheet-note"),
            words.get("sheet-at-0"),
            words.get("sheet-at-100"),
        ],
        rows,
        kept: 2,
    }
}

/// Every factor: how much it weighs, and what knowing it exactly would be worth.
pub fn weights(told: Told<'_>) -> Table {
    let teller = told.teller;
    let words = teller.words;
    let lang = words.lang();
    let scenario = told.subject.scenario();
    let shares = &told.findings.answers.inputs.weights;
    let gains = told.findings.information.as_ref();
    let rows = teller.knowledge.factors.pairs().filter_map(|(id, factor)| {
        let input: &FactorInput = scenario.factors.get(&factor.id)?;
        let choice = factor.choice.as_ref();
        let chosen = choice.and_then(|choice| {
            let option = choice.option(&input.choice)?.label.get(lang);
            let args = [("label", choice.label.get(lang)), ("value", option)];
            Some(words.with("report-slider", &args))
        });
        let gain = gains.map(|gains| gains[id]);
        Some(vec![
            Cell::text(factor.label.get(lang)),
            Cell::one(input.weight),
            Cell::share(shares[id]),
            Cell::text(words.get(if input.unknown {
                "unknown"
            } else {
                "sheet-known"
            })),
            Cell::of(chosen, Cell::Text),
            Cell::of(gain, |gain| Cell::Number(100.0 * gain.value, Digits::Two)),
            Cell::of(gain, |gain| Cell::Number(100.0 * gain.error, Digits::Two)),
        ])
    });
    Table {
        name: words.get("sheet-weights"),
        header: vec![
            words.get("sheet-factor"),
            words.get("sheet-weight"),
            words.get("sheet-weight-share"),
            words.get("sheet-is-known"),
            words.get("sheet-choice"),
            words.get("sheet-gain"),
            words.get("sheet-error"),
        ],
        rows: rows.collect(),
        kept: 1,
    }
}
