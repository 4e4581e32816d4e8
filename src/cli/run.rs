//! Does what the verbs ask for: each profile on its own, so that a bad one stops none of the others.

use std::fmt::Display;
use std::io::{self, Write};
use std::ops::ControlFlow::{self, Break, Continue};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Task;
use super::batch::in_order;
use super::options::Format;
use super::progress::Progress;
use super::{json, text};
use crate::analysis::{Comparables, Evolution, Findings, Paths, Sampler};
use crate::draw::Theme;
use crate::i18n::Words;
use crate::model::{Cases, Knowledge, Problem, Problems};
use crate::report::pptx::Template;
use crate::report::{self, Document, Subject};
use crate::store::{self, Disk, Protected, SystemFonts};
use crate::wording::Teller;

/// Exit status: everything was done, or nobody wanted more of it.
const DONE: u8 = 0;
/// Exit status: a profile was bad, or something could not be written; the others are done.
const BAD: u8 = 1;
/// Exit status: the arguments make no sense.
pub(super) const USAGE: u8 = 2;

/// Where the program speaks.
pub struct Streams<'a> {
    /// For answers.
    pub out: &'a mut dyn Write,
    /// For problems.
    pub err: &'a mut dyn Write,
    /// Whether someone watches `err`, to whom the progress of a batch is shown.
    pub progress: bool,
}

/// A run of the program that opens no window.
pub(super) struct Run<'w, 's> {
    words: &'w Words,
    pub streams: Streams<'s>,
    status: u8,
}

impl<'w, 's> Run<'w, 's> {
    pub fn new(words: &'w Words, streams: Streams<'s>) -> Self {
        Self {
            words,
            streams,
            status: DONE,
        }
    }

    pub fn status(&self) -> u8 {
        self.status
    }

    /// Prints a text as lines, and says whether anybody wants more.
    pub fn print(&mut self, text: &str) -> ControlFlow<()> {
        let out = &mut self.streams.out;
        match writeln!(out, "{text}").and_then(|()| out.flush()) {
            Ok(()) => Continue(()),
            // Who read the output has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Break(()),
            Err(error) => {
                let args = [("why", error.to_string())];
                self.fail(self.words.with("cli-no-output", &args));
                Break(())
            }
        }
    }

    /// Says what went wrong; there is nobody to tell where that fails.
    fn fail(&mut self, what: impl Display) {
        self.status = BAD;
        let _ = writeln!(self.streams.err, "attache: {what}");
    }

    fn complain(&mut self, problems: &[Problem]) {
        self.status = BAD;
        for problem in problems {
            let _ = writeln!(self.streams.err, "{}", self.words.problem(problem));
        }
    }

    /// Runs a task with the knowledge base that is given, or the built-in one.
    pub fn task(&mut self, task: Task, own: Option<&Path>) {
        let knowledge = match own.map(store::read_knowledge) {
            None => Knowledge::builtin(),
            Some(Ok(knowledge)) => knowledge,
            Some(Err(problems)) => return self.complain(&problems),
        };
        let teller = Teller {
            knowledge: &knowledge,
            words: self.words,
            departments: &[],
        };
        match task {
            Task::Evaluate { profiles, format } => self.evaluate(teller, &profiles, format),
            Task::Evolve {
                profiles,
                quarters,
                format,
            } => self.evolve(teller, &profiles, quarters, format),
            Task::Export {
                profile,
                to,
                document,
                template,
                theme,
            } => {
                let document = match template.map(|path| Template::open(&path)) {
                    None => document,
                    Some(Ok(template)) => Document::Deck(Some(Arc::new(template))),
                    Some(Err(problem)) => return self.complain(&[problem]),
                };
                self.export(teller, &profile, &to, document, theme);
            }
            Task::Check { profiles } => {
                let valid = own.map_or(Continue(()), |own| self.print(&valid(self.words, own)));
                if valid.is_continue() {
                    self.check(&knowledge, &profiles);
                }
            }
        }
    }

    /// Answers each profile, on all cores, and prints the answers in the order of the profiles.
    fn each(
        &mut self,
        profiles: &[PathBuf],
        answer: impl Fn(&Path) -> Result<String, Problems> + Sync,
    ) {
        let is_seen = self.streams.progress;
        let mut progress = Progress::of(profiles.len()).filter(|_| is_seen);
        if let Some(progress) = &mut progress {
            progress.say(self.streams.err, self.words);
        }
        in_order(
            profiles,
            |path| answer(path),
            |answered| {
                if let Some(progress) = &mut progress {
                    progress.erase(self.streams.err);
                }
                let wanted = match answered {
                    Ok(text) => self.print(&text),
                    Err(problems) => {
                        self.complain(&problems);
                        Continue(())
                    }
                };
                if let (Some(progress), Continue(())) = (&mut progress, wanted) {
                    progress.step();
                    progress.say(self.streams.err, self.words);
                }
                wanted
            },
        );
        if let Some(progress) = &mut progress {
            progress.erase(self.streams.err);
        }
    }

    fn evaluate(&mut self, teller: Teller<'_>, profiles: &[PathBuf], format: Format) {
        let knowledge = teller.knowledge;
        let sampler = Sampler::usual(knowledge);
        // Only programs are told of others.
        let comparables =
            (format == Format::Json).then(|| Comparables::new(knowledge, Cases::builtin()));
        self.each(profiles, |path| {
            let profile = store::read_profile(knowledge, path)?;
            let scenario = &profile.scenarios.first;
            let findings = Findings::new(knowledge, scenario, &sampler);
            let name = path.display().to_string();
            Ok(match &comparables {
                None => text::findings(teller.of(scenario), &name, &findings),
                Some(comparables) => {
                    let near = comparables.nearest(&findings.answers.inputs);
                    json::findings(knowledge, &name, scenario, &findings, &near)
                }
            })
        });
    }

    fn evolve(
        &mut self,
        teller: Teller<'_>,
        profiles: &[PathBuf],
        quarters: usize,
        format: Format,
    ) {
        let knowledge = teller.knowledge;
        // Only programs are told how sure the course is.
        let sampler = (format == Format::Json).then(|| Sampler::usual(knowledge));
        self.each(profiles, |path| {
            let profile = store::read_profile(knowledge, path)?;
            let scenario = &profile.scenarios.first;
            let evolution = Evolution::new(knowledge, scenario, quarters);
            let name = path.display().to_string();
            Ok(match &sampler {
                None => {
                    let dated = teller.of(scenario).since(profile.header.date);
                    text::evolution(dated, &name, &evolution)
                }
                Some(sampler) => {
                    let paths = Paths::complete(knowledge, scenario, sampler, quarters);
                    json::evolution(knowledge, &name, scenario, &evolution, &paths)
                }
            })
        });
    }

    fn check(&mut self, knowledge: &Knowledge, profiles: &[PathBuf]) {
        let words = self.words;
        self.each(profiles, |path| {
            store::read_profile(knowledge, path).map(|_| valid(words, path))
        });
    }

    fn export(
        &mut self,
        teller: Teller<'_>,
        path: &Path,
        to: &Path,
        document: Document,
        theme: Theme,
    ) {
        let profile = match store::read_profile(teller.knowledge, path) {
            Ok(profile) => profile,
            Err(problems) => return self.complain(&problems),
        };
        let made = report::document(
            teller,
            Subject::first(&profile),
            theme,
            document,
            &SystemFonts::of_computer(),
            |_| true,
        );
        match made {
            Ok(made) => {
                if !made.undrawn.is_empty() {
                    let told = report::tell_undrawn(self.words, &made.undrawn);
                    let _ = writeln!(self.streams.err, "attache: {told}");
                }
                let written = Disk::default().write(to, &made.bytes, Protected::Refuse);
                if let Err(problem) = written {
                    self.complain(&[problem]);
                }
            }
            Err(error) => {
                let args = [("why", error.to_string())];
                self.fail(self.words.with("export-failed", &args));
            }
        }
    }
}

fn valid(words: &Words, path: &Path) -> String {
    words.with("cli-valid", &[("file", path.display().to_string())])
}
