//! Wording in both languages, kept together so that neither can be forgotten.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A language of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language, French first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The two-letter code, as used on the command line and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a two-letter code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The other language.
    pub fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }
}

/// A calendar date written as `2026-11-24`, and in no other of the forms that ISO 8601 has.
pub fn calendar_date(text: &str) -> Option<Date> {
    /// A year of four digits, a month and a day.
    const LENGTH: usize = 10;
    let date: Date = text.parse().ok()?;
    (text.len() == LENGTH && date.to_string() == text).then_some(date)
}

/// One wording in French and in English; neither may be empty in a knowledge base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// The wording in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}
