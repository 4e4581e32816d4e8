//! The answers: in brief, one by one, what they are made of, and how often each comes first.

use super::table::{Cell, Digits, Table};
use super::told::Told;
use crate::analysis::points;

/// A fit is this and what is added to it.
const NEUTRAL: f64 = 50.0;

/// What the first page of a report says.
pub fn brief(told: Told<'_>) -> Table {
    let Told {
        teller, findings, ..
    } = told;
    let words = teller.words;
    let (header, scenario) = (&told.subject.profile.header, told.subject.scenario());
    let verdicts = &findings.verdicts;
    let mut rows = vec![
        (
            words.get("company-name"),
            Cell::text(teller.company_name(header)),
        ),
        (words.get("sheet-date"), Cell::Day(header.date)),
    ];
    let mut add = |title: String, text: String| {
        if !text.trim().is_empty() {
            rows.push((title, Cell::Text(text)));
        }
    };
    add(words.get("company-author"), header.author.clone());
    add(words.get("sheet-scenario"), scenario.name.clone());
    add(words.get("sheet-answer"), teller.headline(verdicts));
    let because = teller.because(&findings.answers, verdicts);
    add(words.get("sheet-why"), because.unwrap_or_default());
    let turns = teller.turns(verdicts, &findings.turns);
    add(words.get("report-changes"), turns.unwrap_or_default());
    add(
        words.get("sheet-description"),
        header.description(words.lang()).to_owned(),
    );
    add(words.get("company-notes"), header.notes.clone());
    let departments = teller.departments(scenario).join(", ");
    add(words.get("company-departments"), departments);
    for &index in &findings.warnings {
        let warning = &teller.knowledge.warnings[index].text;
        add(
            words.get("report-warnings"),
            warning.get(words.lang()).to_owned(),
        );
    }
    add(words.get("sheet-knowledge"), teller.knowledge_name());
    add(words.get("sheet-lasting"), words.get("report-not-fixed"));
    let rows = rows.into_iter();
    Table {
        name: words.get("sheet-brief"),
        header: vec![words.get("sheet-heading"), words.get("sheet-content")],
        rows: rows
            .map(|(title, cell)| vec![Cell::Text(title), cell])
            .collect(),
        kept: 0,
    }
}

/// Each question with its answer, and how sure it is.
pub fn answers(told: Told<'_>) -> Table {
    let Told {
        teller, findings, ..
    } = told;
    let words = teller.words;
    let answers = findings.answers.answers.iter();
    let rows = answers
        .zip(&findings.verdicts.questions)
        .map(|(answer, verdict)| {
            let chip = teller.chip(answer, verdict);
            let question = &teller.knowledge.questions[answer.question].label;
            let share = (!verdict.is_impossible()).then_some(verdict.share);
            vec![
                Cell::text(question.get(words.lang())),
                Cell::Text(chip.answer),
                Cell::of(chip.certainty, |sure| Cell::Text(teller.certainty(sure))),
                Cell::of(share, |share| Cell::share(share.value)),
                Cell::of(share, |share| {
                    Cell::Number(100.0 * share.error, Digits::Two)
                }),
                Cell::Text(chip.help),
            ]
        });
    // Before enough is described, nothing is answered.
    let rows = if findings.verdicts.wanting > 0 {
        let mut row = vec![Cell::Empty; 6];
        row[5] = Cell::Text(teller.headline(&findings.verdicts));
        vec![row]
    } else {
        rows.collect()
    };
    Table {
        name: words.get("sheet-answers"),
        header: vec![
            words.get("sheet-question"),
            words.get("sheet-answer"),
            words.get("sheet-certainty"),
            words.get("sheet-first"),
            words.get("sheet-error"),
            words.get("sheet-told"),
        ],
        rows,
        kept: 1,
    }
}

/// What each fit is made of: what is there at first and what each factor adds sum to it.
pub fn fits(told: Told<'_>) -> Table {
    let Told {
        teller, findings, ..
    } = told;
    let words = teller.words;
    let lang = words.lang();
    let mut header = vec![
        words.get("sheet-question"),
        words.get("report-alternative"),
        words.get("sheet-fit"),
        words.get("sheet-base"),
    ];
    let factors = teller.knowledge.factors.iter();
    header.extend(factors.map(|factor| {
        let args = [("factor", factor.label.get(lang))];
        words.with("sheet-contribution", &args)
    }));
    header.push(words.get("sheet-possible"));
    let mut rows = Vec::new();
    for answer in &findings.answers.answers {
        let question = &teller.knowledge.questions[answer.question];
        for alternative in question.alternatives.ids() {
            let mut row = vec![
                Cell::text(question.label.get(lang)),
                Cell::Text(teller.label(question, alternative)),
                Cell::one(answer.fit(alternative)),
                Cell::one(NEUTRAL + points(answer.bases[alternative])),
            ];
            let parts = answer.contributions[alternative].iter();
            row.extend(parts.map(|&part| Cell::one(points(part))));
            row.push(Cell::Text(words.get(if answer.available[alternative] {
                "sheet-is-possible"
            } else {
                "absent"
            })));
            rows.push(row);
        }
    }
    Table {
        name: words.get("sheet-fits"),
        header,
        rows,
        kept: 2,
    }
}

/// In what share of the cases each alternative comes first, second, and so on.
pub fn ranks(told: Told<'_>) -> Table {
    let Told {
        teller, findings, ..
    } = told;
    let words = teller.words;
    let questions = &teller.knowledge.questions;
    let most = questions.iter().map(|question| question.alternatives.len());
    let most = most.max().unwrap_or_default();
    let mut header = vec![words.get("sheet-question"), words.get("report-alternative")];
    for rank in 1..=most {
        header.push(words.with("sheet-rank", &[("rank", rank)]));
        header.push(words.with("sheet-rank-error", &[("rank", rank)]));
    }
    let mut rows = Vec::new();
    for answer in &findings.answers.answers {
        let question = &questions[answer.question];
        let survey = &findings.survey.questions()[answer.question];
        for alternative in question.alternatives.ids() {
            let mut row = vec![
                Cell::text(question.label.get(words.lang())),
                Cell::Text(teller.label(question, alternative)),
            ];
            for rank in 0..most {
                let share = (rank < answer.ranking.len())
                    .then(|| survey.acceptability(alternative, rank))
                    .flatten();
                row.push(Cell::of(share, |share| Cell::share(share.value)));
                row.push(Cell::of(share, |share| {
                    Cell::Number(100.0 * share.error, Digits::Two)
                }));
            }
            rows.push(row);
        }
    }
    Table {
        name: words.get("sheet-ranks"),
        header,
        rows,
        kept: 2,
    }
}
