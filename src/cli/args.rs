//! The arguments in two floors: what was typed, and what it means. The verbs and the options stand
//! here once; parsing and usage are made from them.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value};

use crate::draw::Theme;
use crate::i18n::Words;
use crate::model::{Lang, MAX_QUARTERS};
use crate::report::{Document, Paper};

/// What can be done without a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Evaluate,
    Evolve,
    Export,
    Check,
}

impl Verb {
    pub const ALL: [Self; 4] = [Self::Evaluate, Self::Evolve, Self::Export, Self::Check];

    pub fn name(self) -> &'static str {
        match self {
            Self::Evaluate => "evaluate",
            Self::Evolve => "evolve",
            Self::Export => "export",
            Self::Check => "check",
        }
    }
}

/// An option, which always takes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flag {
    To,
    Page,
    Template,
    Theme,
    Quarters,
    Format,
    Knowledge,
    Lang,
}

impl Flag {
    /// In the order of the usage.
    pub const ALL: [Self; 8] = [
        Self::To,
        Self::Page,
        Self::Template,
        Self::Theme,
        Self::Quarters,
        Self::Format,
        Self::Knowledge,
        Self::Lang,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::To => "to",
            Self::Page => "page",
            Self::Template => "template",
            Self::Theme => "theme",
            Self::Quarters => "quarters",
            Self::Format => "format",
            Self::Knowledge => "knowledge",
            Self::Lang => "lang",
        }
    }

    /// Whether the option is for every use of the program.
    pub fn is_common(self) -> bool {
        matches!(self, Self::Knowledge | Self::Lang)
    }

    pub fn goes_with(self, verb: Option<Verb>) -> bool {
        match self {
            Self::To | Self::Page | Self::Template | Self::Theme => verb == Some(Verb::Export),
            Self::Quarters => verb == Some(Verb::Evolve),
            Self::Format => matches!(verb, Some(Verb::Evaluate | Verb::Evolve)),
            Self::Knowledge | Self::Lang => true,
        }
    }
}

/// What answers are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A person.
    Text,
    /// A program.
    Json,
}

/// What the arguments mean.
pub(super) struct Args {
    pub lang: Option<Lang>,
    /// A knowledge base of one's own.
    pub knowledge: Option<PathBuf>,
    pub request: Result<Request, Wrong>,
}

/// What is asked for.
pub(super) enum Request {
    Window(Option<PathBuf>),
    Help,
    Version,
    Task(Task),
}

/// What a verb is to do.
pub(super) enum Task {
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
        document: Document,
        /// A presentation whose masters are used.
        template: Option<PathBuf>,
        theme: Theme,
    },
    Check {
        profiles: Vec<PathBuf>,
    },
}

impl Args {
    pub fn read(args: impl IntoIterator<Item = OsString>) -> Self {
        let mut typed = Typed::default();
        let read = typed.read(args);
        let lang = typed.value(Flag::Lang, Lang::from_code, Wrong::UnknownLang);
        Self {
            knowledge: typed.last(Flag::Knowledge).map(PathBuf::from),
            request: read.and_then(|()| typed.meaning()),
            lang: lang.unwrap_or_default(),
        }
    }
}

/// What was typed, in its order.
#[derive(Default)]
struct Typed {
    verb: Option<Verb>,
    paths: Vec<PathBuf>,
    values: Vec<(Flag, OsString)>,
    /// Help or version, before which nothing else counts.
    first: Option<Request>,
}

impl Typed {
    fn read(&mut self, args: impl IntoIterator<Item = OsString>) -> Result<(), Wrong> {
        let mut parser = lexopt::Parser::from_args(args);
        while let Some(arg) = parser.next()? {
            match arg {
                Long("help") | Short('h') => {
                    self.first = Some(Request::Help);
                    return Ok(());
                }
                Long("version") | Short('V') => {
                    self.first = Some(Request::Version);
                    return Ok(());
                }
                Long(name) => match Flag::ALL.into_iter().find(|flag| flag.name() == name) {
                    Some(flag) => self.values.push((flag, parser.value()?)),
                    None => return Err(Wrong::UnknownOption(format!("--{name}"))),
                },
                Short(_) => return Err(arg.unexpected().into()),
                Value(word) => {
                    let verb = Verb::ALL.into_iter().find(|verb| word == verb.name());
                    match verb {
                        Some(verb) if self.verb.is_none() && self.paths.is_empty() => {
                            self.verb = Some(verb);
                        }
                        _ => self.paths.push(word.into()),
                    }
                }
            }
        }
        Ok(())
    }

    fn last(&self, wanted: Flag) -> Option<&OsStr> {
        let mut newest_first = self.values.iter().rev();
        let (_, value) = newest_first.find(|(flag, _)| *flag == wanted)?;
        Some(value)
    }

    /// The value of an option, if it was given; an unknown one is wrong.
    fn value<T>(
        &self,
        flag: Flag,
        known: impl Fn(&str) -> Option<T>,
        wrong: impl Fn(String) -> Wrong,
    ) -> Result<Option<T>, Wrong> {
        let Some(value) = self.last(flag).map(OsStr::to_string_lossy) else {
            return Ok(None);
        };
        let value = known(&value).ok_or_else(|| wrong(value.into_owned()))?;
        Ok(Some(value))
    }

    fn meaning(mut self) -> Result<Request, Wrong> {
        if let Some(request) = self.first {
            return Ok(request);
        }
        self.value(Flag::Lang, Lang::from_code, Wrong::UnknownLang)?;
        if let Some((flag, _)) = self.values.iter().find(|(f, _)| !f.goes_with(self.verb)) {
            return Err(Wrong::UnknownOption(format!("--{}", flag.name())));
        }
        let Some(verb) = self.verb else {
            let profile = self.paths.pop();
            if !self.paths.is_empty() {
                return Err(Wrong::ManyProfiles);
            }
            return Ok(Request::Window(profile));
        };
        let task = match verb {
            Verb::Evaluate => Task::Evaluate {
                format: self.format()?,
                profiles: self.profiles(verb)?,
            },
            Verb::Evolve => Task::Evolve {
                quarters: self
                    .value(Flag::Quarters, quarters, Wrong::BadQuarters)?
                    .unwrap_or(MAX_QUARTERS),
                format: self.format()?,
                profiles: self.profiles(verb)?,
            },
            Verb::Export => self.export()?,
            // The knowledge base alone can be checked.
            Verb::Check if self.last(Flag::Knowledge).is_some() => Task::Check {
                profiles: self.paths,
            },
            Verb::Check => Task::Check {
                profiles: self.profiles(verb)?,
            },
        };
        Ok(Request::Task(task))
    }

    fn format(&self) -> Result<Format, Wrong> {
        let known = |name: &str| match name {
            "text" => Some(Format::Text),
            "json" => Some(Format::Json),
            _ => None,
        };
        let format = self.value(Flag::Format, known, Wrong::UnknownFormat)?;
        Ok(format.unwrap_or(Format::Text))
    }

    /// At least one.
    fn profiles(self, verb: Verb) -> Result<Vec<PathBuf>, Wrong> {
        if self.paths.is_empty() {
            return Err(Wrong::NoProfile(verb.name()));
        }
        Ok(self.paths)
    }

    fn export(mut self) -> Result<Task, Wrong> {
        let to = self.last(Flag::To).map(PathBuf::from);
        let to = to.ok_or(Wrong::MissingOption("--to"))?;
        let theme = self.value(Flag::Theme, Theme::from_name, Wrong::UnknownTheme)?;
        let paper = self.value(Flag::Page, Paper::from_name, Wrong::UnknownPage)?;
        let Some(document) = Document::of(&to, paper) else {
            let found = to.extension().unwrap_or_default().to_string_lossy();
            return Err(Wrong::UnknownExport(found.into_owned()));
        };
        let template = self.last(Flag::Template).map(PathBuf::from);
        if template.is_some() && !matches!(document, Document::Deck(_)) {
            return Err(Wrong::TemplateOf);
        }
        let (Some(profile), true) = (self.paths.pop(), self.paths.is_empty()) else {
            return Err(Wrong::ManyProfiles);
        };
        Ok(Task::Export {
            profile,
            to,
            document,
            template,
            theme: theme.unwrap_or(Theme::Light),
        })
    }
}

/// A number of quarters, 1 to 20.
fn quarters(found: &str) -> Option<usize> {
    let given = found.parse().ok()?;
    (1..=MAX_QUARTERS).contains(&given).then_some(given)
}

/// A use of the command line that makes no sense; with what was found, where something was.
#[derive(Debug)]
pub(super) enum Wrong {
    UnknownOption(String),
    MissingValue(String),
    UnexpectedValue(String),
    Unexpected(String),
    UnknownLang(String),
    UnknownTheme(String),
    UnknownPage(String),
    UnknownFormat(String),
    UnknownExport(String),
    BadQuarters(String),
    MissingOption(&'static str),
    NoProfile(&'static str),
    ManyProfiles,
    /// A template for what is no presentation.
    TemplateOf,
}

impl Wrong {
    pub fn sentence(self, words: &Words) -> String {
        match self {
            Self::UnknownOption(found) => words.with("cli-unknown-option", &[("found", found)]),
            Self::MissingValue(found) => words.with("cli-missing-value", &[("found", found)]),
            Self::UnexpectedValue(found) => words.with("cli-unexpected-value", &[("found", found)]),
            Self::Unexpected(found) => words.with("cli-unexpected", &[("found", found)]),
            Self::UnknownLang(found) => words.with("cli-unknown-lang", &[("found", found)]),
            Self::UnknownTheme(found) => words.with("cli-unknown-theme", &[("found", found)]),
            Self::UnknownPage(found) => words.with("cli-unknown-page", &[("found", found)]),
            Self::UnknownFormat(found) => words.with("cli-unknown-format", &[("found", found)]),
            Self::UnknownExport(found) => words.with("cli-unknown-export", &[("found", found)]),
            Self::BadQuarters(found) => words.with("cli-bad-quarters", &[("found", found)]),
            Self::MissingOption(found) => words.with("cli-missing-option", &[("found", found)]),
            Self::NoProfile(verb) => words.with("cli-no-profile", &[("found", verb)]),
            Self::ManyProfiles => words.get("cli-one-profile"),
            Self::TemplateOf => words.get("cli-template-of"),
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
