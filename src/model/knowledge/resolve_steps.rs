//! The part of the walk that goes through answers in words: the five steps, and their words.

use super::check::{Check, Flawed};
use super::file;
use super::steps::{STEPS, Steps};
use crate::model::problem::ProblemKind;
use crate::model::text::Text;

/// Where the steps put a slider: each farther than the one before.
pub fn steps(check: &mut Check, found: Option<&file::Steps>) -> Result<Steps, Flawed> {
    let Some(found) = found else {
        return Ok(Steps::default());
    };
    let mut low = 0.0;
    let values: Result<Vec<f64>, _> = check.each("values", &found.values, |check, &value| {
        let value = check.number_here(value, low, 100.0);
        low = value + 1.0;
        Ok(value)
    });
    let plus_minus = check.number("plus_minus", found.plus_minus, Steps::LEAST_DOUBT, 50.0);
    let words = words(check, "words", found.words.as_deref());
    Ok(Steps {
        values: five(check, "values", values?)?,
        plus_minus,
        words: words?,
    })
}

/// The words of five steps, the lowest first.
pub fn words(
    check: &mut Check,
    name: &str,
    found: Option<&[Text]>,
) -> Result<Option<[Text; STEPS]>, Flawed> {
    let Some(found) = found else {
        return Ok(None);
    };
    let texts: Result<Vec<Text>, _> =
        check.each(name, found, |check, text| Ok(check.text_here(text)));
    five(check, name, texts?).map(Some)
}

/// A list that has one item for each step.
fn five<T>(check: &mut Check, name: &str, items: Vec<T>) -> Result<[T; STEPS], Flawed> {
    let found = items.len();
    match items.try_into() {
        Ok(five) => Ok(five),
        Err(_) => Err(check.field(name, |check| {
            check.flaw(ProblemKind::WrongCount {
                found,
                wanted: STEPS,
            })
        })),
    }
}
