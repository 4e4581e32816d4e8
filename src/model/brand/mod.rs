//! The marks of whoever hands an answer on: a logo, two lines and a colour, on all that leaves the
//! program. No answer depends on them.

mod logo;

use serde::{Deserialize, Serialize};

pub use logo::{Logo, LogoFlaw, MAX_LOGO};

use crate::color::Rgb;
use crate::model::limits::MAX_NAME;
use crate::model::problem::ProblemKind;

/// The marks, each of which may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "BrandText", into = "BrandText")]
pub struct Brand {
    /// For whom the answer was made, or by whom; may be empty.
    pub client: String,
    /// Who may read it; may be empty.
    pub confidentiality: String,
    /// Instead of the program's own.
    pub accent: Option<Accent>,
    /// Beside the title.
    pub logo: Option<Logo>,
}

/// A colour in which a text can be read on white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent(Rgb);

impl Accent {
    /// Reads `#rrggbb`.
    ///
    /// # Errors
    /// Where it is no colour, or one that cannot be read on white.
    pub fn read(text: &str) -> Result<Self, ProblemKind> {
        let Some(color) = Rgb::from_hex(text) else {
            return Err(ProblemKind::BadColor {
                found: text.to_owned(),
            });
        };
        let contrast = color.contrast(Rgb::WHITE);
        if contrast < Rgb::LEAST_FOR_TEXT {
            return Err(ProblemKind::PaleColor {
                found: color.hex(),
                contrast,
            });
        }
        Ok(Self(color))
    }

    /// The colour itself.
    pub fn color(self) -> Rgb {
        self.0
    }
}

impl Brand {
    /// Whether there is no mark at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// These marks, and for each that is missing the one of another.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let text =
            |own: &String, other: &String| if own.trim().is_empty() { other } else { own }.clone();
        Self {
            client: text(&self.client, &other.client),
            confidentiality: text(&self.confidentiality, &other.confidentiality),
            accent: self.accent.or(other.accent),
            logo: self.logo.as_ref().or(other.logo.as_ref()).cloned(),
        }
    }
}

/// The marks as a file holds them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BrandText {
    /// As it is shown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub client: String,
    /// As it is shown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub confidentiality: String,
    /// As [`Accent::read`] reads it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub accent: String,
    /// As [`Logo::read`] reads it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logo: String,
}

impl BrandText {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The marks, and what is wrong with each that could not be read, by its field.
    pub fn read(&self) -> (Brand, Vec<(&'static str, ProblemKind)>) {
        let mut flaws = Vec::new();
        for (field, text) in [
            ("client", &self.client),
            ("confidentiality", &self.confidentiality),
        ] {
            if text.chars().count() > MAX_NAME {
                flaws.push((field, ProblemKind::TooLong { most: MAX_NAME }));
            }
        }
        let accent = Some(&self.accent).filter(|accent| !accent.is_empty());
        let accent = accent.and_then(|text| {
            let read = Accent::read(text);
            read.map_err(|kind| flaws.push(("accent", kind))).ok()
        });
        let logo = Some(&self.logo).filter(|logo| !logo.is_empty());
        let logo = logo.and_then(|text| {
            let read = Logo::read(text);
            let told = |flaw| flaws.push(("logo", ProblemKind::BadLogo(flaw)));
            read.map_err(told).ok()
        });
        let brand = Brand {
            client: self.client.clone(),
            confidentiality: self.confidentiality.clone(),
            accent,
            logo,
        };
        (brand, flaws)
    }
}

/// What could be read of it: in the settings nothing is a reason to fail.
impl From<BrandText> for Brand {
    fn from(text: BrandText) -> Self {
        let (mut brand, _) = text.read();
        for line in [&mut brand.client, &mut brand.confidentiality] {
            *line = line.chars().take(MAX_NAME).collect();
        }
        brand
    }
}

impl From<Brand> for BrandText {
    fn from(brand: Brand) -> Self {
        Self {
            client: brand.client,
            confidentiality: brand.confidentiality,
            accent: brand
                .accent
                .map(|accent| accent.color().hex())
                .unwrap_or_default(),
            logo: brand.logo.map(|logo| logo.data_url()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_that_cannot_be_read_on_white_is_refused_with_its_contrast() {
        assert!(Accent::read("#0b57a4").is_ok());
        // The palest grey that passes, and the next.
        assert!(Accent::read("#767676").is_ok());
        let kind = Accent::read("#777777").unwrap_err();
        assert!(
            matches!(kind, ProblemKind::PaleColor { ref found, contrast }
                if found == "#777777" && (4.4..4.5).contains(&contrast)),
            "{kind:?}"
        );
        let kind = Accent::read("bleu").unwrap_err();
        assert!(matches!(kind, ProblemKind::BadColor { .. }), "{kind:?}");
    }

    #[test]
    fn what_a_profile_does_not_say_the_settings_say() {
        let brand = |client: &str, accent: Option<&str>| Brand {
            client: client.into(),
            accent: accent.and_then(|accent| Accent::read(accent).ok()),
            ..Brand::default()
        };
        let usual = brand("Cabinet", Some("#7a1f5c"));
        assert_eq!(brand("", None).or(&usual), usual);
        let own = brand("Banque", Some("#0b57a4"));
        assert_eq!(own.or(&usual), own);
        assert_eq!(
            brand("Banque", None).or(&usual),
            brand("Banque", Some("#7a1f5c"))
        );
    }

    #[test]
    fn settings_keep_what_can_be_read() {
        let text = BrandText {
            client: "x".repeat(300),
            accent: "#ffff00".into(),
            logo: "data:text/html,<script>".into(),
            ..BrandText::default()
        };
        let brand = Brand::from(text);
        assert_eq!(brand.client.len(), MAX_NAME);
        assert!(brand.accent.is_none() && brand.logo.is_none());
    }
}
