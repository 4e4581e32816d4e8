//! When the answer is to be looked at again, and what was foreseen when that day was set.

use jiff::civil::Date;

use super::scenario::Scenario;

/// A day on which the answer is to be looked at again.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// That day.
    pub on: Date,
    /// The day from which the quarters of what was foreseen count.
    pub from: Date,
    /// The scenario as it was when the day was set: what was foreseen is computed from it again.
    pub foreseen: Scenario,
}

impl Review {
    /// Whether the day has come.
    pub fn is_due(&self, today: Date) -> bool {
        self.on <= today
    }

    /// In which quarter of what was foreseen a day is, today being 0.
    pub fn quarter(&self, day: Date) -> usize {
        let months = |date: Date| 12 * i32::from(date.year()) + i32::from(date.month());
        let begun = i32::from(day.day() < self.from.day());
        let passed = months(day) - months(self.from) - begun;
        usize::try_from(passed / 3).unwrap_or(0)
    }
}
