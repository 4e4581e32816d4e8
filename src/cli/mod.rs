//! The command line: verbs that work without a window, with the same functions as the window.

mod json;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::analysis::{Evolution, Findings, Paths, Sampler};
use crate::draw::Theme;
use crate::i18n::{self, Words};
use crate::model::{Knowledge, Lang, MAX_QUARTERS, Problem, Profile};
use crate::report::{Document, Paper};
use crate::store::{Disk, Protected};
use crate::{report, store, wording};
use lexopt::prelude::{Long, Short, Value};

/// Exit status: everything was done.
const DONE: u8 = 0;
/// Exit status: a profile was bad, or a file could not be written; the others are done.
const BAD: u8 = 1;
/// Exit status: the arguments make no sense.
const USAGE: u8 = 2;

/// What the arguments ask for.
enum Request {
    Window(Option<PathBuf>),
    Help,
    Version,
    Evaluate {
        profiles: Vec<PathBuf>,
        format: Format,
    },
    Evolve {
        profiles: Vec<PathBuf>,
        quarters: usize,
        format: Format,
    },
    Export {
        profile: PathBuf,
        to: PathBuf,
        theme: Theme,
        paper: Option<Paper>,
    },
    Check {
        profiles: Vec<PathBuf>,
    },
}

/// What goes with every request.
#[derive(Default)]
struct Given {
    lang: Option<Lang>,
    /// A knowledge base of one's own.
    knowledge: Option<PathBuf>,
}

#[derive(Clone, Copy)]
enum Format {
    Text,
    Json,
}

/// What is left to do once the arguments are dealt with.
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

/// Says why no window could be opened; gives the exit status.
pub fn no_window(lang: Option<Lang>, why: &str, err: &mut impl Write) -> ExitCode {
    let words = Words::new(lang.unwrap_or_else(i18n::of_system));
    let _ = writeln!(
        err,
        "attache: {}",
        words.with("cli-no-window", &[("why", why)])
    );
    ExitCode::from(BAD)
}

/// Runs the headless verbs; asks for the window otherwise.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Outcome {
    let mut given = Given::default();
    let request = parse(args, &mut given);
    let lang = given.lang.unwrap_or_else(i18n::of_system);
    let request = match request {
        Ok(request) => request,
        Err(wrong) => {
            let words = Words::new(lang);
            let what = wrong.sentence(&words);
            let _ = writeln!(err, "attache: {what}\n\n{}", words.get("cli-usage"));
            return Outcome::Exit(USAGE);
        }
    };
    let mut run = Run {
        words: Words::new(lang),
        out,
        err,
        status: DONE,
    };
    match request {
        Request::Window(profile) => {
            return Outcome::Window {
                profile,
                lang: given.lang,
                knowledge: given.knowledge,
            };
        }
        Request::Help => {
            let usage = run.words.get("cli-usage");
            run.print(&usage);
        }
        Request::Version => run.print(concat!("attache ", env!("CARGO_PKG_VERSION"))),
        request => run.verb(request, given.knowledge.as_deref()),
    }
    Outcome::Exit(run.status)
}

/// A use of the command line that makes no sense; with what was found, where something was.
enum Wrong {
    UnknownOption(String),
    MissingValue(String),
    UnexpectedValue(String),
    Unexpected(String),
    UnknownLang(String),
    UnknownTheme(String),
    UnknownPage(String),
    UnknownFormat(String),
    BadQuarters(String),
    MissingOption(&'static str),
    NoProfile(String),
    ManyProfiles,
}

impl Wrong {
    fn sentence(self, words: &Words) -> String {
        match self {
            Self::UnknownOption(found) => words.with("cli-unknown-option", &[("found", found)]),
            Self::MissingValue(found) => words.with("cli-missing-value", &[("found", found)]),
            Self::UnexpectedValue(found) => words.with("cli-unexpected-value", &[("found", found)]),
            Self::Unexpected(found) => words.with("cli-unexpected", &[("found", found)]),
            Self::UnknownLang(found) => words.with("cli-unknown-lang", &[("found", found)]),
            Self::UnknownTheme(found) => words.with("cli-unknown-theme", &[("found", found)]),
            Self::UnknownPage(found) => words.with("cli-unknown-page", &[("found", found)]),
            Self::UnknownFormat(found) => words.with("cli-unknown-format", &[("found", found)]),
            Self::BadQuarters(found) => words.with("cli-bad-quarters", &[("found", found)]),
            Self::MissingOption(found) => words.with("cli-missing-option", &[("found", found)]),
            Self::NoProfile(verb) => words.with("cli-no-profile", &[("found", verb)]),
            Self::ManyProfiles => words.get("cli-one-profile"),
        }
    }
}

impl From<lexopt::Error> for Wrong {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::UnexpectedOption(option) => Self::UnknownOption(option),
            lexopt::Error::MissingValue { option } => {
                Self::MissingValue(option.unwrap_or_default())
            }
            lexopt::Error::UnexpectedValue { option, .. } => Self::UnexpectedValue(option),
            other => Self::Unexpected(other.to_string()),
        }
    }
}

fn parse(args: impl IntoIterator<Item = OsString>, given: &mut Given) -> Result<Request, Wrong> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut verb: Option<String> = None;
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut options: Vec<(&'static str, OsString)> = Vec::new();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") | Short('h') => return Ok(Request::Help),
            Long("version") | Short('V') => return Ok(Request::Version),
            Long("lang") => {
                let code = parser.value()?.to_string_lossy().into_owned();
                let known = Lang::from_code(&code);
                given.lang = Some(known.ok_or(Wrong::UnknownLang(code))?);
            }
            Long("format") => options.push(("format", parser.value()?)),
            Long("quarters") => options.push(("quarters", parser.value()?)),
            Long("to") => options.push(("to", parser.value()?)),
            Long("page") => options.push(("page", parser.value()?)),
            Long("theme") => options.push(("theme", parser.value()?)),
            Long("knowledge") => given.knowledge = Some(parser.value()?.into()),
            Value(value) if verb.is_none() && paths.is_empty() => match value.to_str() {
                Some(word @ ("evaluate" | "evolve" | "export" | "check")) => {
                    verb = Some(word.to_owned());
                }
                _ => paths.push(value.into()),
            },
            Value(value) => paths.push(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let allowed: &[&str] = match verb.as_deref() {
        Some("evaluate") => &["format"],
        Some("evolve") => &["format", "quarters"],
        Some("export") => &["to", "theme", "page"],
        _ => &[],
    };
    if let Some((name, _)) = options.iter().find(|(name, _)| !allowed.contains(name)) {
        return Err(Wrong::UnknownOption(format!("--{name}")));
    }
    let option = |wanted: &str| {
        options
            .iter()
            .rev()
            .find(|(name, _)| *name == wanted)
            .map(|(_, value)| value.clone())
    };
    match verb.as_deref() {
        None => match paths.len() {
            0 => Ok(Request::Window(None)),
            1 => Ok(Request::Window(paths.pop())),
            _ => Err(Wrong::ManyProfiles),
        },
        Some("export") => {
            let to = option("to").ok_or(Wrong::MissingOption("--to"))?;
            let theme = option("theme").unwrap_or_else(|| "light".into());
            let theme = theme.to_string_lossy();
            let theme = Theme::from_name(&theme)
                .ok_or_else(|| Wrong::UnknownTheme(theme.clone().into_owned()))?;
            let paper = match option("page") {
                None => None,
                Some(name) => {
                    let name = name.to_string_lossy();
                    let paper = Paper::from_name(&name);
                    Some(paper.ok_or_else(|| Wrong::UnknownPage(name.clone().into_owned()))?)
                }
            };
            match (paths.pop(), paths.is_empty()) {
                (Some(profile), true) => Ok(Request::Export {
                    profile,
                    to: to.into(),
                    theme,
                    paper,
                }),
                _ => Err(Wrong::ManyProfiles),
            }
        }
        Some(verb) => {
            if paths.is_empty() && (verb != "check" || given.knowledge.is_none()) {
                return Err(Wrong::NoProfile(verb.to_owned()));
            }
            if verb == "check" {
                return Ok(Request::Check { profiles: paths });
            }
            let format = option("format").unwrap_or_else(|| "text".into());
            let format = match format.to_str() {
                Some("text") => Format::Text,
                Some("json") => Format::Json,
                _ => {
                    let found = format.to_string_lossy().into_owned();
                    return Err(Wrong::UnknownFormat(found));
                }
            };
            if verb == "evaluate" {
                return Ok(Request::Evaluate {
                    profiles: paths,
                    format,
                });
            }
            let quarters = match option("quarters") {
                None => MAX_QUARTERS,
                Some(found) => quarters(&found.to_string_lossy())?,
            };
            Ok(Request::Evolve {
                profiles: paths,
                quarters,
                format,
            })
        }
    }
}

/// A number of quarters, 1 to 20.
fn quarters(found: &str) -> Result<usize, Wrong> {
    let given = found.parse().ok();
    given
        .filter(|quarters| (1..=MAX_QUARTERS).contains(quarters))
        .ok_or_else(|| Wrong::BadQuarters(found.to_owned()))
}

struct Run<'a, O, E> {
    words: Words,
    out: &'a mut O,
    err: &'a mut E,
    status: u8,
}

impl<O: Write, E: Write> Run<'_, O, E> {
    /// Prints a line; a closed pipe ends the output, not the program.
    fn print(&mut self, line: &str) {
        if writeln!(self.out, "{line}").is_err() {
            self.status = BAD;
        }
    }

    fn complain(&mut self, problems: &[Problem]) {
        self.status = BAD;
        for problem in problems {
            let _ = writeln!(self.err, "{}", self.words.problem(problem));
        }
    }

    fn read(&mut self, knowledge: &Knowledge, path: &Path) -> Option<Profile> {
        store::read_profile(knowledge, path)
            .map_err(|problems| self.complain(&problems))
            .ok()
    }

    /// Runs a verb with the knowledge base that is given, or the built-in one.
    fn verb(&mut self, request: Request, own: Option<&Path>) {
        let knowledge = match own.map(store::read_knowledge) {
            None => Knowledge::builtin(),
            Some(Ok(knowledge)) => knowledge,
            Some(Err(problems)) => return self.complain(&problems),
        };
        match request {
            Request::Window(_) | Request::Help | Request::Version => {}
            Request::Evaluate { profiles, format } => self.evaluate(&knowledge, &profiles, format),
            Request::Evolve {
                profiles,
                quarters,
                format,
            } => self.evolve(&knowledge, &profiles, quarters, format),
            Request::Export {
                profile,
                to,
                theme,
                paper,
            } => self.export(&knowledge, &profile, &to, theme, paper),
            Request::Check { profiles } => {
                if let Some(own) = own {
                    self.valid(own);
                }
                self.check(&knowledge, &profiles);
            }
        }
    }

    fn evaluate(&mut self, knowledge: &Knowledge, profiles: &[PathBuf], format: Format) {
        let sampler = Sampler::usual(knowledge);
        for path in profiles {
            let Some(profile) = self.read(knowledge, path) else {
                continue;
            };
            let scenario = &profile.scenarios.first;
            let findings = Findings::new(knowledge, scenario, &sampler);
            let name = path.display().to_string();
            match format {
                Format::Text => {
                    let text = summary(knowledge, &name, &findings, &self.words);
                    self.print(&text);
                }
                Format::Json => {
                    let line = json::findings(knowledge, &name, scenario, &findings).to_string();
                    self.print(&line);
                }
            }
        }
    }

    fn evolve(
        &mut self,
        knowledge: &Knowledge,
        profiles: &[PathBuf],
        quarters: usize,
        format: Format,
    ) {
        let sampler = Sampler::usual(knowledge);
        for path in profiles {
            let Some(profile) = self.read(knowledge, path) else {
                continue;
            };
            let scenario = &profile.scenarios.first;
            let evolution = Evolution::new(knowledge, scenario, quarters);
            let name = path.display().to_string();
            match format {
                Format::Text => {
                    let mut lines = vec![name];
                    let told = wording::evolution(knowledge, &evolution, &self.words);
                    lines.extend(told.into_iter().map(|line| format!("  {line}")));
                    self.print(&lines.join("\n"));
                }
                Format::Json => {
                    let paths = Paths::complete(knowledge, scenario, &sampler, quarters);
                    let line = json::evolution(knowledge, &name, scenario, &evolution, &paths);
                    self.print(&line.to_string());
                }
            }
        }
    }

    /// Writes the chart, or the one-page report where a paper is given or in PDF, or the whole
    /// answer in Markdown.
    fn export(
        &mut self,
        knowledge: &Knowledge,
        path: &Path,
        to: &Path,
        theme: Theme,
        paper: Option<Paper>,
    ) {
        let Some(document) = Document::of(to, paper) else {
            let found = to.extension().unwrap_or_default().to_string_lossy();
            let what = self.words.with("cli-unknown-export", &[("found", found)]);
            let _ = writeln!(self.err, "attache: {what}");
            self.status = USAGE;
            return;
        };
        let Some(profile) = self.read(knowledge, path) else {
            return;
        };
        let made = report::document(
            knowledge,
            &profile.header,
            &profile.scenarios.first,
            &self.words,
            theme,
            document,
            |_| true,
        );
        match made {
            Ok(bytes) => {
                let written = Disk::default().write(to, &bytes, Protected::Refuse);
                if let Err(problem) = written {
                    self.complain(&[problem]);
                }
            }
            Err(error) => {
                self.status = BAD;
                let what = self
                    .words
                    .with("export-failed", &[("why", error.to_string())]);
                let _ = writeln!(self.err, "attache: {what}");
            }
        }
    }

    fn check(&mut self, knowledge: &Knowledge, profiles: &[PathBuf]) {
        for path in profiles {
            if self.read(knowledge, path).is_some() {
                self.valid(path);
            }
        }
    }

    fn valid(&mut self, path: &Path) {
        let line = self
            .words
            .with("cli-valid", &[("file", path.display().to_string())]);
        self.print(&line);
    }
}

/// The answers for a person at a terminal.
fn summary(knowledge: &Knowledge, name: &str, findings: &Findings, words: &Words) -> String {
    let answers = &findings.answers;
    let mut lines = vec![
        name.to_owned(),
        format!("  {}", wording::headline(knowledge, answers, words)),
    ];
    for answer in &answers.answers {
        let question = &knowledge.questions[answer.question];
        lines.push(format!(
            "  {} {}",
            question.label.get(words.lang()),
            wording::verdict(question, answer, words)
        ));
        let fits: Vec<String> = answer
            .ranking
            .iter()
            .map(|&a| {
                let label = wording::label(question, a, words);
                format!("{label} {}", words.number(answer.fit(a), 1))
            })
            .collect();
        lines.push(format!("    {}", fits.join(" · ")));
    }
    for &index in &findings.warnings {
        lines.push(format!(
            "  ! {}",
            knowledge.warnings[index].text.get(words.lang())
        ));
    }
    lines.join("\n")
}
