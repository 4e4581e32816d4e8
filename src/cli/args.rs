//! The arguments in two floors: what was typed, and what it means.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value};

use super::options::{Flag, Format, Verb};
use crate::draw::Theme;
use crate::i18n::Words;
use crate::model::{Lang, MAX_QUARTERS};
use crate::report::{Document, Paper};
use crate::store::address::meant;

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
        let lang = typed.value(Flag::Lang, Lang::from_code);
        Self {
            knowledge: typed.last(Flag::Knowledge).map(path),
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
            let mut flags = Flag::ALL.into_iter();
            let flag = match arg {
                Long(name) => flags.find(|flag| flag.row().name == name),
                Short(letter) => flags.find(|flag| flag.row().short == Some(letter)),
                Value(word) => {
                    let verb = Verb::ALL.into_iter().find(|verb| word == verb.name());
                    match verb {
                        Some(verb) if self.verb.is_none() && self.paths.is_empty() => {
                            self.verb = Some(verb);
                        }
                        _ => self.paths.push(path(&word)),
                    }
                    continue;
                }
            };
            match flag {
                Some(Flag::Help) => {
                    self.first = Some(Request::Help);
                    return Ok(());
                }
                Some(Flag::Version) => {
                    self.first = Some(Request::Version);
                    return Ok(());
                }
                Some(flag) => self.values.push((flag, parser.value()?)),
                None => return Err(arg.unexpected().into()),
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
    fn value<T>(&self, flag: Flag, known: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Wrong> {
        let Some(value) = self.last(flag).map(OsStr::to_string_lossy) else {
            return Ok(None);
        };
        let value = known(&value).ok_or_else(|| Wrong::Value(flag, value.into_owned()))?;
        Ok(Some(value))
    }

    fn meaning(mut self) -> Result<Request, Wrong> {
        if let Some(request) = self.first {
            return Ok(request);
        }
        self.value(Flag::Lang, Lang::from_code)?;
        let fits = |flag: Flag| flag.row().goes_with(self.verb);
        if let Some((flag, _)) = self.values.iter().find(|(flag, _)| !fits(*flag)) {
            return Err(Wrong::UnknownOption(flag.typed()));
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
                    .value(Flag::Quarters, quarters)?
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
        let format = self.value(Flag::Format, Format::from_name)?;
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
        let to = self.last(Flag::To).map(path);
        let to = to.ok_or(Wrong::MissingOption(Flag::To))?;
        let theme = self.value(Flag::Theme, Theme::from_name)?;
        let paper = self.value(Flag::Page, Paper::from_name)?;
        let document = Document::of(&to, paper);
        let document = document.ok_or_else(|| Wrong::Value(Flag::To, to.display().to_string()))?;
        let template = self.last(Flag::Template).map(path);
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

/// A path, or an address, as some desktops hand over what is opened.
fn path(word: &OsStr) -> PathBuf {
    word.to_str().map_or_else(|| word.into(), meant)
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
    /// An option with a value that it cannot have.
    Value(Flag, String),
    MissingOption(Flag),
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
            Self::Value(flag, found) => {
                let args = [
                    ("option", flag.typed()),
                    ("found", found),
                    ("known", flag.row().takes.known(words)),
                ];
                words.with("cli-bad-value", &args)
            }
            Self::MissingOption(flag) => {
                words.with("cli-missing-option", &[("found", flag.typed())])
            }
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
