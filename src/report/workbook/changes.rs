//! What would change the attachment: the smallest changes, and how far each slider and importance can
//! go before another leads.

use super::table::{Cell, Table};
use super::told::Told;
use crate::analysis::{Hold, Lever};

/// The smallest changes of one slider or importance.
pub fn turns(told: Told<'_>) -> Table {
    let Told {
        teller, findings, ..
    } = told;
    let words = teller.words;
    let question = teller.knowledge.attachment();
    let found = findings.turns.found().iter();
    let mut rows: Vec<Vec<Cell>> = found
        .map(|turn| {
            let answered = turn.answered.map(|a| teller.label(question, a));
            let answered = answered.unwrap_or_else(|| words.get("sheet-opens"));
            vec![
                Cell::Text(teller.lever(turn.lever)),
                Cell::one(turn.from),
                Cell::one(turn.to),
                Cell::one(turn.to - turn.from),
                Cell::Text(answered),
            ]
        })
        .collect();
    let joint = findings.joint.as_ref();
    let answer = findings.answers.attachment();
    let together = joint.and_then(|joint| teller.joint_flip(answer, joint));
    let none = teller.no_turn(&findings.verdicts, &findings.turns);
    for told in [none, together].into_iter().flatten() {
        let mut row = vec![Cell::Empty; 5];
        row[0] = Cell::Text(told);
        rows.push(row);
    }
    Table {
        name: words.get("sheet-turns"),
        header: vec![
            words.get("sheet-lever"),
            words.get("sheet-today"),
            words.get("sheet-turns-at"),
            words.get("sheet-apart"),
            words.get("sheet-then"),
        ],
        rows,
        kept: 1,
    }
}

/// Between which values the same attachment leads, of every slider and importance.
pub fn holds(told: Told<'_>) -> Table {
    let Told {
        teller, findings, ..
    } = told;
    let knowledge = teller.knowledge;
    let words = teller.words;
    let question = knowledge.attachment();
    let sensitivity = &findings.sensitivity;
    let row = |lever: Lever, hold: &Hold| {
        let beyond = |next| Cell::of(next, |a| Cell::Text(teller.label(question, a)));
        vec![
            Cell::Text(teller.lever(lever)),
            Cell::of(lever.of(knowledge, told.subject.scenario()), Cell::one),
            Cell::one(hold.low),
            Cell::one(hold.high),
            beyond(hold.below),
            beyond(hold.above),
        ]
    };
    let sliders = knowledge.sliders().filter_map(|slider| {
        let hold = sensitivity.quantities[slider.factor][slider.quantity].as_ref()?;
        Some(row(Lever::Slider(slider), hold))
    });
    let weights = sensitivity.weights.pairs();
    let weights = weights.filter_map(|(f, hold)| Some(row(Lever::Weight(f), hold.as_ref()?)));
    Table {
        name: words.get("sheet-holds"),
        header: vec![
            words.get("sheet-lever"),
            words.get("sheet-today"),
            words.get("sheet-low"),
            words.get("sheet-high"),
            words.get("sheet-below"),
            words.get("sheet-above"),
        ],
        rows: sliders.chain(weights).collect(),
        kept: 1,
    }
}
