//! The whole answer as a workbook: numbers that can be counted with, a sheet for each thing that is
//! said; and the questionnaire, in which people write opinions that can be read again.

mod answer;
mod archive;
mod changes;
mod contacts;
mod course;
mod opinions;
mod scenarios;
mod sliders;
mod table;
mod told;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::subject::Subject;
use crate::analysis::{Evolution, Findings, Paths, Sampler};
use crate::model::{Header, MAX_QUARTERS};
use crate::wording::Teller;
use table::{Look, Table};
use told::Told;

/// The workbook of a scenario, beside which the others of the profile are told, by the same sampler. It has the
/// day of the profile: the same answer gives the same bytes on every system.
///
/// # Errors
/// Where it cannot be written; no profile should lead to that.
pub fn workbook(
    teller: Teller<'_>,
    subject: Subject<'_>,
    findings: &Findings,
    paths: &Paths,
    sampler: &Sampler,
) -> Result<Vec<u8>, XlsxError> {
    let told = Told {
        teller,
        subject,
        findings,
    };
    let scenario = subject.scenario();
    let evolution = Evolution::new(teller.knowledge, scenario, MAX_QUARTERS);
    let header = &subject.profile.header;
    let words = teller.words;
    let look = Look::new(words.lang());
    let mut workbook = begin(teller, header)?;
    let sheets: [Table; 9] = [
        answer::brief(told),
        answer::answers(told),
        sliders::sliders(told),
        sliders::weights(told),
        answer::fits(told),
        answer::ranks(told),
        changes::turns(told),
        changes::holds(told),
        contacts::contacts(told, &evolution),
    ];
    let compared = scenarios::compared(teller, subject, sampler);
    let (first, rest) = sheets.split_at(2);
    for sheet in first.iter().chain(&compared).chain(rest) {
        sheet.write(&mut workbook, &look, words)?;
    }
    course::write(told, &evolution, paths, &mut workbook, &look)?;
    course::levels(told, &evolution).write(&mut workbook, &look, words)?;
    let opinions = opinions::table(teller, &subject.profile.opinions);
    opinions.write(&mut workbook, &look, words)?;
    archive::written(&mut workbook)
}

/// A sheet to fill in: a row for each person, a column for each slider.
///
/// # Errors
/// As [`workbook`].
pub fn questionnaire(teller: Teller<'_>, header: &Header) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = begin(teller, header)?;
    let look = Look::new(teller.words.lang());
    opinions::questionnaire(teller, &mut workbook, &look)?;
    archive::written(&mut workbook)
}

fn begin(teller: Teller<'_>, header: &Header) -> Result<Workbook, XlsxError> {
    let day = table::day_of(header.date);
    let day = day.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let company = table::held(&teller.company_name(header));
    let properties = DocProperties::new()
        .set_title(company)
        .set_author(table::held(header.author.trim()))
        .set_creation_datetime(&day);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    Ok(workbook)
}
