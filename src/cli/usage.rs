//! How the program is used, made from the verbs and options that are parsed. `README.md` and the
//! manual page say the same, to which a test holds them.

use super::args::{Flag, Verb};
use crate::i18n::Words;

/// Everything that `--help` says.
pub(super) fn usage(words: &Words) -> String {
    let mut parts = vec![words.get("cli-about"), String::new()];
    for verb in [None].into_iter().chain(Verb::ALL.map(Some)) {
        let does = match verb {
            None => words.get("cli-help-window"),
            Some(Verb::Evaluate) => words.get("cli-help-evaluate"),
            Some(Verb::Evolve) => words.get("cli-help-evolve"),
            Some(Verb::Export) => words.get("cli-help-export"),
            Some(Verb::Check) => words.get("cli-help-check"),
        };
        parts.push(synopsis(verb, words));
        parts.push(format!("    {does}"));
    }
    parts.push(String::new());
    let common = [
        (
            written(Flag::Knowledge, words),
            words.get("cli-help-knowledge"),
        ),
        (written(Flag::Lang, words), words.get("cli-help-lang")),
        ("-h, --help".to_owned(), words.get("cli-help-help")),
        ("-V, --version".to_owned(), words.get("cli-help-version")),
    ];
    let widest = common
        .iter()
        .map(|(option, _)| option.chars().count())
        .max();
    let width = widest.unwrap_or_default();
    parts.extend(common.map(|(option, does)| format!("{option:width$}  {does}")));
    parts.push(String::new());
    parts.push(words.get("cli-help-status"));
    parts.join("\n")
}

/// A verb, or the window, with what it takes.
fn synopsis(verb: Option<Verb>, words: &Words) -> String {
    let profile = words.get("cli-profile");
    let Some(verb) = verb else {
        return format!("attache [{profile}]");
    };
    let many = if verb == Verb::Export { "" } else { "..." };
    let mut line = format!("attache {} {profile}{many}", verb.name());
    for flag in Flag::ALL {
        if flag.goes_with(Some(verb)) && !flag.is_common() {
            let option = written(flag, words);
            // Without a place an export makes no sense; all other options have a usual value.
            line += &if flag == Flag::To {
                format!(" {option}")
            } else {
                format!(" [{option}]")
            };
        }
    }
    line
}

/// An option with its values.
fn written(flag: Flag, words: &Words) -> String {
    let values = match flag {
        Flag::To => format!("{}.(pdf|png|svg|html|pptx|md)", words.get("cli-file")),
        Flag::Template => format!("{}.(pptx|potx)", words.get("cli-template")),
        Flag::Page => "a4|16x9".to_owned(),
        Flag::Theme => "light|dark|contrast".to_owned(),
        Flag::Quarters => "N".to_owned(),
        Flag::Format => "text|json".to_owned(),
        Flag::Knowledge => format!("{}.ron", words.get("cli-base")),
        Flag::Lang => "fr|en".to_owned(),
    };
    format!("--{} {values}", flag.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Args, Request};
    use crate::model::Lang;

    const README: &str = include_str!("../../README.md");
    const MANUAL: &str = include_str!("../../packaging/linux/attache.1");

    fn synopses() -> Vec<String> {
        let words = Words::new(Lang::En);
        let verbs = [None].into_iter().chain(Verb::ALL.map(Some));
        verbs.map(|verb| synopsis(verb, &words)).collect()
    }

    /// The lines of a section of a manual page, as they are read.
    fn section(manual: &str, name: &str) -> Vec<String> {
        let (_, from) = manual.split_once(&format!(".SH {name}\n")).unwrap();
        let section = from.split("\n.SH").next().unwrap();
        let lines = section.split("\n.br\n").map(|line| {
            let words = line.lines().map(|line| {
                // Two letters are two faces, which follow each other without a space.
                let (face, text) = match line.strip_prefix('.') {
                    Some(request) => request.split_once(' ').unwrap(),
                    None => ("", line),
                };
                let text = text.replace("\\ ", "\u{a0}");
                let joint = if face.len() == 2 { "" } else { " " };
                let parts: Vec<_> = text.split(' ').collect();
                parts.join(joint).replace("\\-", "-").replace('\u{a0}', " ")
            });
            words.collect::<Vec<_>>().join(" ")
        });
        lines.collect()
    }

    #[test]
    fn the_manual_and_the_readme_say_what_is_parsed() {
        assert_eq!(section(MANUAL, "SYNOPSIS"), synopses());
        for line in synopses() {
            assert!(README.contains(&format!("\n{line}\n")), "{line}");
        }
        let words = Words::new(Lang::En);
        let manual = MANUAL.replace("\\-", "-").replace("\\ ", " ");
        for flag in Flag::ALL {
            let (name, values) = (format!("--{}", flag.name()), written(flag, &words));
            assert!(manual.contains(&name), "{name}");
            assert!(README.contains(&values), "{values}");
        }
    }

    #[test]
    fn what_the_usage_says_can_be_typed() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let told = usage(&words);
            for verb in Verb::ALL {
                let line = synopsis(Some(verb), &words);
                assert!(told.contains(&line));
                // Every value of every option, one of each at a time.
                for choice in 0..4 {
                    let typed = line.replace("...", "").replace(['[', ']'], "");
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
