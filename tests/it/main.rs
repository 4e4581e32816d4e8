//! Everything that needs no display, in one program: one file or folder for each part of the code.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that panics has failed, and files are its matter"
)]

/// Who may know whom.
mod arrows;
/// The secret ballot: what an answer says, and the urn.
mod ballot;
/// Known organisations.
mod cases;
/// What the command line prints, writes and answers.
mod command_line;
/// Comments that a person wrote in a profile.
mod comments;
/// Companies drawn at random, for the others.
mod companies;
mod comparable;
/// Contact points: who holds them, what they ask for, when they open.
mod contacts;
/// Dates as people say them.
mod dates;
mod decisive;
/// The presentation that can be edited.
mod deck;
/// The program in a real window; ignored but where `.ci/run` gives it a display. It drives X.
#[cfg(target_os = "linux")]
mod desktop;
/// Writing files.
mod disk;
/// The course of a company over time.
mod evolution;
/// The example profiles get the answers that they argue for.
mod examples;
/// Bad files are refused, and where.
mod files;
/// Each format as it was frozen.
mod golden;
/// The room's opinions.
mod group;
/// Bytes that nobody honest would write.
mod hostile;
/// The chart and the whole report.
/// What a profile keeps beside its scenarios.
mod kept;
/// Saves killed at any step.
mod kills;
/// Knowledge bases of one's own.
mod knowledge;
/// The translation files.
mod locale;
/// The knowledge base and the engine.
mod model;
/// Opinions from tables.
mod opinions;
/// The one-page report.
mod page;
/// The ballot on everyone's phone.
mod poll;
/// Companies in the mix of forms of 2010, for the others.
mod population;
/// What is wrong with a file, asked by its kind.
mod problems;
/// Copies of unsaved work.
mod recovery;
mod report;
/// What would change an answer, and how sure it is.
mod robustness;
/// Names in every script, in documents.
mod scripts;
/// The program's own source, for the tests that read it.
mod source;
/// Answers in five steps.
mod steps;
/// Findings in words.
mod verdict;
/// What others do to the open file.
mod watch;
mod whole;
/// The window, through its accessibility tree.
mod window;
/// What only Windows has.
#[cfg(windows)]
mod windows;
mod wording;
/// The workbook, read back.
mod workbook;
