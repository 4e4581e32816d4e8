//! Brings the text of an older format up to the current one, a step at a time.

use std::borrow::Cow;

use crate::model::limits::FORMAT;

/// The text of one format as the text of the next.
pub type Upgrade = fn(&str) -> String;

/// The first step leads from format 1 to 2. Whoever raises [`FORMAT`] owes a step here.
pub const PROFILE: [Upgrade; FORMAT as usize - 1] = [];

/// The same for knowledge bases.
pub const KNOWLEDGE: [Upgrade; FORMAT as usize - 1] = [];

/// The same for known cases.
pub const CASES: [Upgrade; FORMAT as usize - 1] = [];

/// A text of `format` as one of the current format, which is one more than there are steps.
pub fn to_current<'a>(text: &'a str, format: u32, steps: &[Upgrade]) -> Cow<'a, str> {
    let passed = (format as usize).saturating_sub(1);
    steps
        .iter()
        .skip(passed)
        .fold(Cow::Borrowed(text), |text, step| Cow::Owned(step(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_steps_that_it_lacks_in_their_order() {
        let steps: [Upgrade; 2] = [
            |text| {
                text.replace("format: 1", "format: 2")
                    .replace("firm", "company")
            },
            |text| {
                text.replace("format: 2", "format: 3")
                    .replace("company", "organisation")
            },
        ];
        let wanted = "(format: 3, organisation: \"x\")";
        for (format, text) in [
            (1, "(format: 1, firm: \"x\")"),
            (2, "(format: 2, company: \"x\")"),
            (3, wanted),
        ] {
            assert_eq!(to_current(text, format, &steps), wanted, "format {format}");
        }
    }
}
