//! Every visible sentence, from `assets/locale/*.ftl`, in the language of the moment.

mod dates;
mod problems;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::model::Lang;
pub use dates::{Season, read_date, short_date};

/// The French and English sources, for the reader and for the tests.
pub const SOURCES: [(Lang, &str); 2] = [
    (Lang::Fr, include_str!("../assets/locale/fr.ftl")),
    (Lang::En, include_str!("../assets/locale/en.ftl")),
];

/// What a sentence is given: a text, or a number by which it chooses between one and many.
pub use fluent_bundle::FluentValue as Value;

/// The sentences of one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    pub fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are invisible in a browser but have no glyph here.
        bundle.set_use_isolating(false);
        for (of, source) in SOURCES {
            if of == lang {
                let resource = FluentResource::try_new(source.to_owned());
                debug_assert!(resource.is_ok(), "{lang:?}: not written as Fluent");
                let resource = resource.unwrap_or_else(|(partial, _)| partial);
                let added = bundle.add_resource(resource);
                debug_assert!(added.is_ok(), "{lang:?}: {added:?}");
            }
        }
        Self { lang, bundle }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence of a key. A test reads every call in the source, and holds key and arguments to
    /// both languages; a mistake that it cannot see stops a debug build.
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The sentence of a key with its arguments filled in.
    pub fn with<'a, V: Into<Value<'a>> + Clone>(&self, key: &str, args: &[(&'a str, V)]) -> String {
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value.clone().into()))
            .collect();
        self.format(key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            debug_assert!(false, "no sentence {key}");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, args, &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        said.into_owned()
    }

    /// A number with `digits` decimals and the decimal mark of the language.
    pub fn number(&self, value: f64, digits: usize) -> String {
        // Minus zero reads as a mistake.
        let text = format!("{value:.digits$}");
        let text = match text.strip_prefix('-') {
            Some(rest) if rest.chars().all(|c| c == '0' || c == '.') => rest.to_owned(),
            _ => text.replace('-', "\u{2212}"),
        };
        match self.lang {
            Lang::Fr => text.replace('.', ","),
            Lang::En => text,
        }
    }

    /// A number with its sign always shown.
    pub fn signed(&self, value: f64, digits: usize) -> String {
        let text = self.number(value, digits);
        if value > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) {
            format!("+{text}")
        } else {
            text
        }
    }

    /// Points of fit, or of chance: « 1,2 point », « 3,0 points ».
    pub fn points(&self, value: f64, digits: usize) -> String {
        self.points_shown(value, digits, self.number(value, digits))
    }

    /// Points with their sign always shown.
    pub fn signed_points(&self, value: f64, digits: usize) -> String {
        self.points_shown(value, digits, self.signed(value, digits))
    }

    fn points_shown(&self, value: f64, digits: usize, shown: String) -> String {
        // The plural goes by the digits shown: 1.96 is told as 2.0.
        let value = Value::try_number(&format!("{value:.digits$}")).into_owned();
        self.with("points", &[("value", value), ("shown", shown.into())])
    }

    /// A share from 0 to 1, in whole per cent.
    pub fn percent(&self, share: f64) -> String {
        self.with("percent", &[("value", self.number(100.0 * share, 0))])
    }

    /// Several names as a choice: « A, B ou C ».
    pub fn either(&self, names: &[&str]) -> String {
        self.list(names, &self.get("list-or"))
    }

    /// Several names together: « A, B et C ».
    pub fn all(&self, names: &[&str]) -> String {
        self.list(names, &self.get("list-and"))
    }

    fn list(&self, names: &[&str], link: &str) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [head @ .., last] => format!("{} {link} {last}", head.join(", ")),
        }
    }
}

/// The language of the system: the first of the user's list that the program speaks.
pub fn of_system() -> Lang {
    let unix = cfg!(not(any(windows, target_vendor = "apple")));
    // As for other programs there, the plain locale counts for more than the list of languages.
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|set| !set.is_empty());
    match set {
        Some(locale) if unix && locale == "C" => of_locales(["C"]),
        _ => of_locales(sys_locale::get_locales()),
    }
}

/// The language for a list of locales such as `fr-CA`, the most wanted first. Where the list says
/// nothing, or only that it is no language in particular, French; where it has only others, English.
pub fn of_locales(locales: impl IntoIterator<Item = impl AsRef<str>>) -> Lang {
    let mut has_others = false;
    for locale in locales {
        let language = locale.as_ref().split(['-', '_', '.', '@']).next();
        match language.unwrap_or_default().to_ascii_lowercase().as_str() {
            "fr" => return Lang::Fr,
            "en" => return Lang::En,
            "" => {}
            "c" | "posix" => break,
            _ => has_others = true,
        }
    }
    if has_others { Lang::En } else { Lang::Fr }
}
