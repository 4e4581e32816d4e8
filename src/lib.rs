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
//! use attache::analysis::{Answers, Inputs};
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
//! // The first question is the attachment: which department leads?
//! let answers = Answers::new(&knowledge, Inputs::read(&knowledge, scenario));
//! let answer = &answers.answers[0];
//! let question = &knowledge.questions[answer.question];
//! let leader = answer.leader().map(|a| question.alternatives[a].id.as_str());
//! assert_eq!(question.id, "attachment");
//! assert_eq!(leader, Some("communications"));
//!
//! let teller = Teller {
//!     knowledge: &knowledge,
//!     words: &Words::new(Lang::En),
//! };
//! println!("{}", teller.headline(&answers));
//! # Ok(())
//! # }
//! ```
//!
//! `ARCHITECTURE.md` has the map, what always holds, and what the field calls each thing.

pub mod analysis;
pub mod chart;
pub mod cli;
pub mod draw;
pub mod i18n;
pub mod model;
pub mod report;
pub mod store;
pub mod ui;
pub mod wording;
