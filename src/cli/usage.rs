//! How the program is used, for `--help` and for the manual page, made from the tables of verbs and
//! options. `README.md` says the same, to which a test holds it.

use super::options::{Flag, Takes, Verb};
use crate::i18n::Words;
use crate::model::Lang;

/// A piece of a synopsis: what is typed as it stands, what is replaced by something, or a sign
/// between the two.
enum Piece {
    Typed(String),
    Filled(String),
    Sign(&'static str),
}

use Piece::{Filled, Sign, Typed};

/// Everything that `--help` says.
pub(super) fn usage(words: &Words) -> String {
    let mut parts = vec![words.get("cli-about"), String::new()];
    for verb in uses() {
        parts.push(plain(&synopsis(verb, words)));
        parts.push(format!("    {}", does(verb, words)));
    }
    parts.push(String::new());
    let options = Flag::ALL.map(|flag| (plain(&option(flag, words)), words.get(flag.row().help)));
    let widest = options.iter().map(|(option, _)| option.chars().count());
    let width = widest.max().unwrap_or_default();
    parts.extend(options.map(|(option, does)| format!("{option:width$}  {does}")));
    parts.push(String::new());
    parts.push(words.get("cli-help-status"));
    parts.join("\n")
}

/// The manual page, in the language that `man` writes.
pub fn manual() -> String {
    let words = &Words::new(Lang::En);
    let synopses: Vec<String> = uses().map(|verb| marked(&synopsis(verb, words))).collect();
    let verbs = Verb::ALL.map(|verb| (Typed(verb.name().to_owned()), words.get(verb.help())));
    let verbs = verbs.map(|(name, does)| item(&marked(&[name]), &does));
    let options = Flag::ALL.map(|flag| {
        let does = words.get(flag.row().help);
        item(&marked(&option(flag, words)), &does)
    });
    format!(
        ".\\\" Made by `cargo run --example manual`.\n\
         .TH ATTACHE 1 \"\" \"attache {version}\" \"User commands\"\n\
         .SH NAME\nattache \\- decide where a company attaches its social-media function\n\
         .SH SYNOPSIS\n{synopses}\n\
         .SH DESCRIPTION\n\
         Without a verb, Attache opens its window, on a profile if one is given.\n\
         The verbs answer at the terminal, with the same engine as the window.\n{verbs}\
         .PP\n\
         A batch of profiles uses all cores, keeps their order, and shows how far it is on a terminal;\n\
         it stops once nobody reads its output any more.\n\
         .SH OPTIONS\n{options}\
         .SH FILES\n\
         Profiles end in\n.IR .attache ;\nthey are readable text.\n\
         Settings are kept in\n.IR ~/.config/attache ,\n\
         copies of unsaved work in\n.IR ~/.local/share/attache .\n\
         .SH EXIT STATUS\n{status}\n",
        version = env!("CARGO_PKG_VERSION"),
        synopses = synopses.join("\n.br\n"),
        verbs = verbs.concat(),
        options = options.concat(),
        status = roff(&words.get("cli-help-status")),
    )
}

/// The window, then every verb.
fn uses() -> impl Iterator<Item = Option<Verb>> {
    [None].into_iter().chain(Verb::ALL.map(Some))
}

fn does(verb: Option<Verb>, words: &Words) -> String {
    verb.map_or_else(
        || words.get("cli-help-window"),
        |verb| words.get(verb.help()),
    )
}

/// A verb, or the window, with what it takes.
fn synopsis(verb: Option<Verb>, words: &Words) -> Vec<Piece> {
    let profile = Filled(words.get("cli-profile"));
    let Some(verb) = verb else {
        let name = Typed("attache".to_owned());
        return vec![name, Sign(" ["), profile, Sign("]")];
    };
    let name = Typed(format!("attache {}", verb.name()));
    let mut line = vec![name, Sign(" "), profile];
    if verb.takes_many() {
        line.push(Sign("..."));
    }
    for flag in Flag::ALL {
        let row = flag.row();
        if row.is_common() || !row.goes_with(Some(verb)) {
            continue;
        }
        line.push(Sign(if row.needed { " " } else { " [" }));
        line.extend(option(flag, words));
        if !row.needed {
            line.push(Sign("]"));
        }
    }
    line
}

/// An option with its values.
fn option(flag: Flag, words: &Words) -> Vec<Piece> {
    let row = flag.row();
    let mut pieces = Vec::new();
    if let Some(short) = row.short {
        pieces.extend([Typed(format!("-{short}")), Sign(", ")]);
    }
    pieces.push(Typed(flag.typed()));
    match row.takes {
        Takes::Nothing => {}
        Takes::Export => {
            let ends: Vec<&str> = crate::report::Document::ends().collect();
            let file = Filled(words.get("cli-file"));
            pieces.extend([Sign(" "), file, Typed(format!(".({})", ends.join("|")))]);
        }
        Takes::Template => {
            let template = Filled(words.get("cli-template"));
            pieces.extend([Sign(" "), template, Typed(".(pptx|potx)".to_owned())]);
        }
        Takes::Base => {
            let base = Filled(words.get("cli-base"));
            pieces.extend([Sign(" "), base, Typed(".ron".to_owned())]);
        }
        Takes::Count { .. } => pieces.extend([Sign(" "), Filled("N".to_owned())]),
        Takes::Of(names) => pieces.extend([Sign(" "), Typed(names.join("|"))]),
    }
    pieces
}

/// As it is shown at the terminal.
fn plain(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Typed(text) | Filled(text) => text.as_str(),
        Sign(sign) => sign,
    });
    texts.collect()
}

/// As a line of a manual page: what is typed is bold, what is replaced is slanted.
fn marked(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Typed(text) => format!("\\fB{}\\fR", roff(text)),
        Filled(text) => format!("\\fI{}\\fR", roff(text)),
        Sign(sign) => (*sign).to_owned(),
    });
    texts.collect()
}

/// An entry of a manual page.
fn item(tag: &str, text: &str) -> String {
    format!(".TP\n{tag}\n{}\n", roff(text))
}

/// A text in which no sign commands anything.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    let text = text.replace('\u{2019}', "\\(aq").replace('\u{a0}', "\\ ");
    if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Args, Request};

    #[test]
    fn the_readme_says_what_is_parsed() {
        let readme = include_str!("../../README.md");
        let words = Words::new(Lang::En);
        for verb in uses() {
            let line = plain(&synopsis(verb, &words));
            assert!(readme.contains(&format!("\n{line}\n")), "{line}");
        }
        for flag in [Flag::Knowledge, Flag::Lang] {
            let told = plain(&option(flag, &words));
            assert!(readme.contains(&told), "{told}");
        }
    }

    #[test]
    fn the_manual_page_is_the_one_that_the_tables_make() {
        let page = include_str!("../../packaging/linux/attache.1");
        let told = "made anew by `cargo run --example manual > packaging/linux/attache.1`";
        assert!(page == manual(), "the manual page is old; it is {told}");
        // A line that begins with a dot and no request would not be shown.
        let requests = [".TH", ".SH", ".TP", ".PP", ".br", ".IR", ".\\\""];
        for line in page.lines().filter(|line| line.starts_with('.')) {
            let request = line.split(' ').next().unwrap();
            assert!(requests.contains(&request), "{line}");
        }
    }

    #[test]
    fn what_the_usage_says_can_be_typed() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let told = usage(&words);
            for flag in Flag::ALL {
                assert!(told.contains(&words.get(flag.row().help)), "{flag:?}");
            }
            let ends: Vec<&str> = crate::report::Document::ends().collect();
            for verb in Verb::ALL {
                let line = plain(&synopsis(Some(verb), &words));
                assert!(told.contains(&line));
                // Every value of every option, one of each at a time.
                for choice in 0..ends.len().max(3) {
                    let mut typed = line.replace("...", "").replace(['[', ']'], "");
                    // A template goes with a presentation alone.
                    if ends.get(choice) != Some(&"pptx") {
                        let template = plain(&option(Flag::Template, &words));
                        typed = typed.replace(&template, "").replace("  ", " ");
                    }
                    let typed = typed.replace(" N", " 7").replace(['(', ')'], "");
                    let args = typed.split(' ').skip(1).map(|word| {
                        let (stem, values) = word.rsplit_once('.').unwrap_or(("", word));
                        let values: Vec<_> = values.split('|').collect();
                        let value = values[choice.min(values.len() - 1)];
                        if stem.is_empty() {
                            value.into()
                        } else {
                            format!("{stem}.{value}").into()
                        }
                    });
                    let read = Args::read(args);
                    assert!(matches!(read.request, Ok(Request::Task(_))), "{line}");
                }
            }
        }
    }
}
