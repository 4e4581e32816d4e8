//! The command line: verbs that work without a window, with the same functions as the window.

mod args;
mod batch;
mod json;
mod options;
mod progress;
mod run;
mod text;
mod usage;

use std::ffi::OsString;
use std::path::PathBuf;

use self::args::{Args, Request};
pub use self::run::Streams;
use self::run::{Run, USAGE};
pub use self::usage::manual;
use crate::i18n::{self, Words};
use crate::model::Lang;

/// What is left to do once the arguments are dealt with.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing: leave with this status.
    Exit(u8),
    /// Open the window, on this profile and in this language if they are given.
    Window {
        profile: Option<PathBuf>,
        lang: Option<Lang>,
        knowledge: Option<PathBuf>,
    },
}

/// Runs the headless verbs; asks for the window otherwise.
pub fn run(args: impl IntoIterator<Item = OsString>, streams: Streams<'_>) -> Outcome {
    let Args {
        lang,
        knowledge,
        request,
    } = Args::read(args);
    let words = Words::new(lang.unwrap_or_else(i18n::of_system));
    let mut run = Run::new(&words, streams);
    match request {
        Err(wrong) => {
            let (what, usage) = (wrong.sentence(&words), usage::usage(&words));
            let _ = writeln!(run.streams.err, "attache: {what}\n\n{usage}");
            return Outcome::Exit(USAGE);
        }
        Ok(Request::Window(profile)) => {
            return Outcome::Window {
                profile,
                lang,
                knowledge,
            };
        }
        Ok(Request::Task(task)) => run.task(task, knowledge.as_deref()),
        // Nothing comes after these, whether someone reads them or not.
        Ok(Request::Help) => drop(run.print(&usage::usage(&words))),
        Ok(Request::Version) => drop(run.print(concat!("attache ", env!("CARGO_PKG_VERSION")))),
    }
    Outcome::Exit(run.status())
}
