//! Opinions, a row for each person and a column for each slider, as they can be read again; and the
//! same sheet to fill in.

use rust_xlsxwriter::{DataValidation, DataValidationRule, Workbook, XlsxError};

use super::table::{Cell, Look, Table};
use crate::model::{MAX_OPINIONS, Opinion};
use crate::wording::Teller;

/// Longest message beside a cell that spreadsheets show.
const LONGEST_MESSAGE: usize = 250;
/// Longest title of one.
const LONGEST_TITLE: usize = 31;

/// The opinions. Those of a ballot have no name and are given none.
pub fn table(teller: Teller<'_>, opinions: &[Opinion]) -> Table {
    let (knowledge, words) = (teller.knowledge, teller.words);
    let mut header = vec![words.get("opinions-name")];
    header.extend(knowledge.sliders().map(|slider| {
        let label = &knowledge.quantity(slider).label;
        label.get(words.lang()).to_owned()
    }));
    let rows = opinions.iter().map(|opinion| {
        let mut row = vec![Cell::text(opinion.name())];
        row.extend(knowledge.sliders().map(|slider| {
            let factor = &knowledge.factors[slider.factor];
            let known = opinion
                .view
                .factors
                .get(&factor.id)
                .filter(|it| !it.unknown);
            let setting = known.and_then(|_| opinion.view.setting(knowledge, slider));
            Cell::of(setting, |setting| Cell::one(setting.value))
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

/// The sheet to fill in: each cell says what is asked, and takes nothing but a number from 0 to 100.
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
        let rule = DataValidationRule::Between(0.0, 100.0);
        let asked = DataValidation::new()
            .allow_decimal_number(rule)
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
