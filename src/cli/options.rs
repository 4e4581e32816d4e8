//! The verbs and the options, once: parsing, the usage, what is said of a wrong one and the manual
//! page are made from these tables.

use crate::draw::Theme;
use crate::i18n::Words;
use crate::model::MAX_QUARTERS;
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

    /// Key of what it does.
    pub fn help(self) -> &'static str {
        match self {
            Self::Evaluate => "cli-help-evaluate",
            Self::Evolve => "cli-help-evolve",
            Self::Export => "cli-help-export",
            Self::Check => "cli-help-check",
        }
    }

    /// Whether it takes any number of profiles.
    pub fn takes_many(self) -> bool {
        self != Self::Export
    }
}

/// An option.
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
    Help,
    Version,
}

/// What an option takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Takes {
    Nothing,
    /// A file to write, whose end says what is written.
    Export,
    /// A presentation, of which the design is taken.
    Template,
    /// A knowledge base.
    Base,
    /// A number from 1 on.
    Count {
        most: usize,
    },
    /// One of these.
    Of(&'static [&'static str]),
}

/// A row of the table: what is fixed about an option.
pub(super) struct Row {
    pub name: &'static str,
    pub short: Option<char>,
    pub takes: Takes,
    /// Key of what it does.
    pub help: &'static str,
    /// The verbs that it goes with; none for every use of the program.
    pub with: &'static [Verb],
    /// Whether those verbs make no sense without it; all other options have a usual value.
    pub needed: bool,
}

const fn row(name: &'static str, takes: Takes, help: &'static str) -> Row {
    Row {
        name,
        short: None,
        takes,
        help,
        with: &[],
        needed: false,
    }
}

impl Row {
    const fn short(mut self, letter: char) -> Self {
        self.short = Some(letter);
        self
    }

    const fn with(mut self, verbs: &'static [Verb]) -> Self {
        self.with = verbs;
        self
    }

    const fn needed(mut self) -> Self {
        self.needed = true;
        self
    }

    pub fn goes_with(&self, verb: Option<Verb>) -> bool {
        self.is_common() || verb.is_some_and(|verb| self.with.contains(&verb))
    }

    /// Whether the option is for every use of the program.
    pub fn is_common(&self) -> bool {
        self.with.is_empty()
    }
}

impl Flag {
    /// In the order of the usage.
    pub const ALL: [Self; 10] = [
        Self::To,
        Self::Page,
        Self::Template,
        Self::Theme,
        Self::Quarters,
        Self::Format,
        Self::Knowledge,
        Self::Lang,
        Self::Help,
        Self::Version,
    ];

    pub fn row(self) -> Row {
        use Takes::{Base, Count, Export, Nothing, Of, Template};
        match self {
            Self::To => row("to", Export, "cli-help-to")
                .with(&[Verb::Export])
                .needed(),
            Self::Page => row("page", Of(&Paper::NAMES), "cli-help-page").with(&[Verb::Export]),
            Self::Template => row("template", Template, "cli-help-template").with(&[Verb::Export]),
            Self::Theme => row("theme", Of(&Theme::NAMES), "cli-help-theme").with(&[Verb::Export]),
            Self::Quarters => {
                let most = MAX_QUARTERS;
                row("quarters", Count { most }, "cli-help-quarters").with(&[Verb::Evolve])
            }
            Self::Format => row("format", Of(&Format::NAMES), "cli-help-format")
                .with(&[Verb::Evaluate, Verb::Evolve]),
            Self::Knowledge => row("knowledge", Base, "cli-help-knowledge"),
            Self::Lang => row("lang", Of(&["fr", "en"]), "cli-help-lang"),
            Self::Help => row("help", Nothing, "cli-help-help").short('h'),
            Self::Version => row("version", Nothing, "cli-help-version").short('V'),
        }
    }

    /// As it is typed: `--to`.
    pub fn typed(self) -> String {
        format!("--{}", self.row().name)
    }
}

impl Takes {
    /// What can be given, for a sentence: « light, dark ou contrast ».
    pub fn known(self, words: &Words) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Export => {
                let ends: Vec<String> = Document::ends().map(|end| format!(".{end}")).collect();
                let ends: Vec<&str> = ends.iter().map(String::as_str).collect();
                words.with("cli-known-ends", &[("ends", words.either(&ends))])
            }
            Self::Template => words.get("cli-template"),
            Self::Base => words.get("cli-base"),
            Self::Count { most } => words.with("cli-known-count", &[("most", most)]),
            Self::Of(names) => words.either(names),
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

impl Format {
    pub const NAMES: [&'static str; 2] = ["text", "json"];

    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn every_value_of_the_table_is_one_that_is_read() {
        let of = |flag: Flag| match flag.row().takes {
            Takes::Of(names) => names,
            _ => &[],
        };
        assert!(of(Flag::Page).iter().all(|n| Paper::from_name(n).is_some()));
        assert!(
            of(Flag::Theme)
                .iter()
                .all(|n| Theme::from_name(n).is_some())
        );
        assert!(
            of(Flag::Format)
                .iter()
                .all(|n| Format::from_name(n).is_some())
        );
        assert_eq!(of(Flag::Lang), Lang::ALL.map(Lang::code));
    }
}
