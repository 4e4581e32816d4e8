//! Attache: where should a company attach its social-media function, in what form, and how should
//! that evolve? This library is the program; `main` only hands it the arguments.
//!
//! A [knowledge base](model::Knowledge) says what is asked of a company, what can be answered, and why.
//! A [profile](model::Profile) describes one company, in scenarios. [`analysis`] answers a scenario and
//! says how sure the answer is; a [`Teller`](wording::Teller) puts that into French or English;
//! [`chart`] and [`report`] draw it; [`ui`] is the window, [`cli`] the command line.
//!
//! The built-in knowledge base answers a built-in example:
//!
//! ```
//! use attache::analysis::{Certainty, Findings, Sampler};
//! use attache::i18n::Words;
//! use attache::model::{Knowledge, Lang, Problems, Profile};
//! use attache::store::examples;
//! use attache::wording::Teller;
//!
//! # fn main() -> Result<(), Problems> {
//! let knowledge = Knowledge::builtin();
//! let example = &examples()[0];
//! let profile = Profile::parse(&knowledge, example.name, example.text)?;
//! let scenario = &profile.scenarios.first;
//!
//! // Where does the function report, and how sure is that?
//! let findings = Findings::new(&knowledge, scenario, &Sampler::usual(&knowledge));
//! let chosen = findings.answers.attachment().chosen;
//! let chosen = chosen.map(|a| knowledge.attachment().alternatives[a].id.as_str());
//! assert_eq!(chosen, Some("communications"));
//! let verdict = &findings.verdicts.questions[knowledge.always.attachment];
//! assert_eq!(verdict.certainty, Certainty::Settled);
//!
//! let teller = Teller {
//!     knowledge: &knowledge,
//!     words: &Words::new(Lang::En),
//!     departments: &scenario.departments,
//! };
//! println!("{}", teller.headline(&findings.verdicts));
//! # Ok(())
//! # }
//! ```
//!
//! `ARCHITECTURE.md` has the map, what always holds, and what the field calls each thing.

pub mod analysis;
pub mod chart;
pub mod cli;
pub mod color;
pub mod draw;
pub mod i18n;
pub mod model;
pub mod poll;
pub mod report;
pub mod store;
pub mod ui;
pub mod wording;
