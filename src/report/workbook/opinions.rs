//! Opinions, a row for each person and a column for each slider, as they can be read again; and the
//! same sheet to fill in. A question mark is that the person does not know; what is left to the others is
//! empty. Voices and ballots have their columns where there is something to tell of them.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{DataValidation, Formula, Workbook, XlsxError};

use super::table::{Cell, Look, Table};
use crate::model::{MAX_OPINIONS, Opinion};
use crate::wording::Teller;

/// Longest message beside a cell that spreadsheets show.
const LONGEST_MESSAGE: usize = 250;
/// Longest title of one.
const LONGEST_TITLE: usize = 31;

/// That a person does not know.
const UNKNOWN: &str = "?";

/// The opinions. Those of a ballot have no name and are given none.
pub fn table(teller: Teller<'_>, opinions: &[Opinion]) -> Table {
    let (knowledge, words) = (teller.knowledge, teller.words);
    let voices = opinions.iter().any(|opinion| opinion.voice != 1.0);
    let rounds = opinions.iter().any(|opinion| opinion.round > 0);
    let mut header = vec![words.get("opinions-name")];
    header.extend(voices.then(|| words.get("opinions-voice")));
    header.extend(rounds.then(|| words.get("opinions-round")));
    header.extend(knowledge.sliders().map(|slider| {
        let label = &knowledge.quantity(slider).label;
        label.get(words.lang()).to_owned()
    }));
    let rows = opinions.iter().map(|opinion| {
        let mut row = vec![Cell::text(opinion.name())];
        row.extend(voices.then(|| Cell::one(opinion.voice)));
        row.extend(rounds.then(|| Cell::whole(f64::from(opinion.round))));
        row.extend(knowledge.sliders().map(|slider| {
            let factor = &knowledge.factors[slider.factor];
            let Some(input) = opinion.view.factors.get(&factor.id) else {
                return Cell::Empty;
            };
            let setting = opinion.view.setting(knowledge, slider);
            Cell::of(setting, |setting| {
                match input.unknown || setting.is_anything() {
                    true => Cell::text(UNKNOWN),
                    false => Cell::one(setting.value),
                }
            })
        }));
        row
    });
    Table {
        name: words.get("opinions-sheet"),
        header,
        rows: rows.collect(),
        kept: 1,
    }
}

/// The sheet to fill in: each cell says what is asked, and takes nothing but a number from 0 to 100 or a
/// question mark.
pub fn questionnaire(
    teller: Teller<'_>,
    workbook: &mut Workbook,
    look: &Look,
) -> Result<(), XlsxError> {
    let (knowledge, words) = (teller.knowledge, teller.words);
    let lang = words.lang();
    let sheet = table(teller, &[]).write(workbook, look, words)?;
    for (column, slider) in (1..).zip(knowledge.sliders()) {
        let quantity = knowledge.quantity(slider);
        let args = [
            ("low", quantity.low.get(lang)),
            ("high", quantity.high.get(lang)),
        ];
        let ends = words.with("opinions-ends", &args);
        let ask = quantity.ask.as_ref().map_or("", |ask| ask.get(lang));
        let message = format!("{ask}\n{ends}");
        let cell = row_col_to_cell(1, column);
        let rule = format!("=OR({cell}=\"{UNKNOWN}\",AND(ISNUMBER({cell}),{cell}>=0,{cell}<=100))");
        let asked = DataValidation::new()
            .allow_custom(Formula::new(rule))
            .set_input_title(cut(quantity.label.get(lang), LONGEST_TITLE))?
            .set_input_message(cut(message.trim(), LONGEST_MESSAGE))?
            .set_error_title(words.get("opinions-wrong-title"))?
            .set_error_message(words.get("opinions-wrong"))?;
        sheet.add_data_validation(1, column, MAX_OPINIONS as u32, column, &asked)?;
    }
    Ok(())
}

/// A text of so many characters at most, as spreadsheets count them.
fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= most
    };
    text.chars().take_while(fits).collect()
}
