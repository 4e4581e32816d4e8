//! Format 1 of a profile, as its file holds it: the first scenario lies flat beside the header, the
//! others in a list.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::contacts::{Contact, Means};
use super::content::{Header, Profile, Scenarios};
use super::kept::{JournalFile, ReviewFile};
use super::opinion::{Opinion, OpinionFile};
use super::plan::Plan;
use super::scenario::{Department, FactorInput, Scenario, any_weights, are_any_weights, is_false};
use crate::model::brand::{Brand, BrandText};
use crate::model::limits::FORMAT;
use crate::model::read::comments::SIGNATURE;
use crate::model::read::{Flaws, unique};

/// Everything that a profile file holds, in the order in which it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub format: u32,
    company: String,
    /// As [`calendar_date`](crate::model::calendar_date) reads it.
    pub date: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    author: String,
    #[serde(
        default,
        skip_serializing_if = "IndexMap::is_empty",
        deserialize_with = "unique::map"
    )]
    description: IndexMap<String, String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
    /// As [`BrandText::read`] reads it.
    #[serde(default, skip_serializing_if = "BrandText::is_empty")]
    pub brand: BrandText,
    // The fields of the first scenario stand here again because a file that names unknown fields
    // is refused, which serde cannot do for a shared part.
    #[serde(default = "any_weights", skip_serializing_if = "are_any_weights")]
    weight_doubt: f64,
    #[serde(default, skip_serializing_if = "is_false")]
    by_order: bool,
    departments: Vec<Department>,
    #[serde(deserialize_with = "unique::map")]
    factors: IndexMap<String, FactorInput>,
    #[serde(default, skip_serializing_if = "Plan::is_usual")]
    plan: Plan,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contacts: Vec<Contact>,
    #[serde(default, skip_serializing_if = "Means::is_usual")]
    means: Means,
    /// Name of the first scenario.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    scenario: String,
    /// The other scenarios.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    scenarios: Vec<Scenario>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    opinions: Vec<OpinionFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review: Option<ReviewFile>,
    #[serde(default, skip_serializing_if = "JournalFile::is_usual")]
    journal: JournalFile,
}

impl File {
    /// The profile of the file, whose date and marks have been read; other dates that are none are told.
    pub fn into_profile(self, date: Date, brand: Brand, flaws: &mut Flaws) -> Profile {
        let file = self;
        Profile {
            header: Header {
                company: file.company,
                date,
                author: file.author,
                description: file.description,
                notes: file.notes,
                brand,
                journal: file.journal.into_journal(flaws),
                review: file
                    .review
                    .map(|review| Box::new(review.into_review(flaws))),
            },
            scenarios: Scenarios {
                first: Scenario {
                    name: file.scenario,
                    weight_doubt: file.weight_doubt,
                    by_order: file.by_order,
                    departments: file.departments,
                    factors: file.factors,
                    plan: file.plan,
                    contacts: file.contacts,
                    means: file.means,
                },
                others: file.scenarios,
            },
            opinions: file.opinions.into_iter().map(Opinion::from).collect(),
        }
    }
}

impl From<Profile> for File {
    fn from(profile: Profile) -> Self {
        let Profile {
            header,
            scenarios: Scenarios { first, others },
            opinions,
        } = profile;
        Self {
            format: FORMAT,
            company: header.company,
            date: header.date.to_string(),
            author: header.author,
            description: header.description,
            notes: header.notes,
            brand: header.brand.into(),
            weight_doubt: first.weight_doubt,
            by_order: first.by_order,
            departments: first.departments,
            factors: first.factors,
            plan: first.plan,
            contacts: first.contacts,
            means: first.means,
            scenario: first.name,
            scenarios: others,
            opinions: opinions.into_iter().map(OpinionFile::from).collect(),
            review: header.review.map(|review| ReviewFile::from(*review)),
            journal: header.journal.into(),
        }
    }
}

/// A profile as the text of a file: readable, stable, one value a line.
///
/// # Errors
/// Only where RON cannot hold a value, which validation excludes.
pub(super) fn to_text(profile: &Profile) -> Result<String, ron::Error> {
    let config = ron::ser::PrettyConfig::new()
        .new_line("\n")
        .indentor("    ")
        .compact_structs(false);
    let body = ron::ser::to_string_pretty(&File::from(profile.clone()), config)?;
    // A slider stays on one line: `"risk": (value: 80.0, note: "…")`.
    Ok(format!(
        "{SIGNATURE}\n{}\n",
        plain_spaces(&fold_leaves(&body))
    ))
}

/// Puts each innermost `( … )` on one line.
fn fold_leaves(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines() {
        let closes = line.trim_start().starts_with(')');
        let open = out.iter().rposition(|before| before.ends_with('('));
        if let (true, Some(open)) = (closes, open)
            && out[open + 1..].iter().all(|inner| {
                inner.ends_with(',') && !inner.trim_start().starts_with([')', ']', '}'])
            })
        {
            let fields: Vec<_> = out[open + 1..].iter().map(|field| field.trim()).collect();
            let folded = format!(
                "{}{}{}",
                out[open],
                fields.join(" ").trim_end_matches(','),
                line.trim_start()
            );
            out.truncate(open);
            out.push(folded);
        } else {
            out.push(line.to_owned());
        }
    }
    out.join("\n")
}

/// Writes the no-break spaces of French typography as themselves rather than as escapes.
fn plain_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let spaces = [("\\u{a0}", '\u{a0}'), ("\\u{202f}", '\u{202f}')];
        if let Some((escape, space)) = spaces.iter().find(|(escape, _)| rest.starts_with(escape)) {
            out.push(*space);
            rest = &rest[escape.len()..];
        } else {
            // An escape is at least two characters, the second of which may be a backslash too.
            let end = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    out + rest
}
