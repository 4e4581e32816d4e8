//! Dates as people say them: a day in full or in figures, and the season of a day.

use jiff::civil::Date;

use super::Words;
use crate::model::Lang;

/// How a season stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// Alone: « automne 2028 ».
    Named,
    /// When something happens: « à l’automne 2028 ».
    In,
    /// After « dès » or « d’ici »: « l’automne 2028 ».
    The,
}

impl Words {
    /// The season of a day: « automne 2028 », « à l’hiver 2028-2029 ».
    pub fn season(&self, date: Date, form: Season) -> String {
        let (season, begins) = match date.month() {
            3..=5 => ("spring", date.year()),
            6..=8 => ("summer", date.year()),
            9..=11 => ("autumn", date.year()),
            // A winter has two years.
            12 => ("winter", date.year()),
            _ => ("winter", date.year() - 1),
        };
        let year = match (season, self.lang()) {
            ("winter", Lang::Fr) => format!("{begins}-{}", begins + 1),
            ("winter", Lang::En) => format!("{begins}–{:02}", (begins + 1) % 100),
            _ => begins.to_string(),
        };
        let args = [("season", season), ("year", &year)];
        self.with(
            match form {
                Season::Named => "season-of",
                Season::In => "season-in",
                Season::The => "season-the",
            },
            &args,
        )
    }

    /// A day in full: « 1er mars 2028 ».
    pub fn date(&self, date: Date) -> String {
        let day = match (date.day(), self.lang()) {
            (1, Lang::Fr) => "1er".to_owned(),
            (day, _) => day.to_string(),
        };
        let args = [
            ("day", day),
            ("month", format!("m{}", date.month())),
            ("year", date.year().to_string()),
        ];
        self.with("date-long", &args)
    }
}

/// A day in figures, as it is typed: `05/11/2026`.
pub fn short_date(date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{day:02}/{month:02}/{year:04}")
}

/// The day of a text such as `5/11/2026`; `None` while it is none.
pub fn read_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['/', '.', '-']).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let figures = |text: &str, most: usize| -> Option<i16> {
        let plain = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok())?
    };
    // A year of fewer figures is one half typed.
    let year = figures(year, 4).filter(|_| year.len() == 4)?;
    let (day, month) = (figures(day, 2)?, figures(month, 2)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
