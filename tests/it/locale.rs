//! Nothing is said in one language only; no sentence is missing or unused, and each is said with
//! its arguments, no more and no fewer.

use std::collections::{BTreeMap, BTreeSet};

use attache::analysis::{Evolution, Findings, Sampler};
use attache::i18n::{SOURCES, Words, of_locales};
use attache::model::{Knowledge, Lang, MAX_QUARTERS, Profile};
use attache::wording::Teller;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use proc_macro2::{Delimiter, TokenTree};

use crate::source::{files, flat, group, is, parts, text, texts};

type Arguments = BTreeSet<String>;

/// The sentences of a language, each with the arguments that it takes.
fn sentences(source: &str) -> BTreeMap<String, Arguments> {
    let resource = FluentResource::try_new(source.to_owned()).unwrap();
    let mut found = BTreeMap::new();
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let mut taken = Arguments::new();
                arguments(message.value.as_ref().expect(&key), &mut taken);
                assert!(message.attributes.is_empty(), "{key}: an attribute");
                let twice = found.insert(key.clone(), taken).is_some();
                assert!(!twice, "{key} is given twice");
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => panic!("not a sentence: {entry:?}"),
        }
    }
    found
}

fn arguments(pattern: &Pattern<&str>, taken: &mut Arguments) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(argument) => taken.insert(argument_name(argument)),
            Expression::Select { selector, variants } => {
                for variant in variants {
                    arguments(&variant.value, taken);
                }
                taken.insert(argument_name(selector))
            }
        };
    }
}

fn argument_name(expression: &InlineExpression<&str>) -> String {
    match expression {
        InlineExpression::VariableReference { id } => id.name.to_owned(),
        other => panic!("not an argument: {other:?}"),
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    let [(_, fr), (_, en)] = SOURCES;
    let (fr, en) = (sentences(fr), sentences(en));
    assert!(fr.len() > 100);
    for key in fr.keys().chain(en.keys()) {
        assert_eq!(fr.get(key), en.get(key), "{key}");
    }
}

/// What the program says: each key where it is told with arguments in place, and everywhere else.
#[derive(Default)]
struct Said {
    /// Keys and arguments of `.with(key, &[(argument, …), …])`, with the file.
    with: Vec<(String, Arguments, String)>,
    /// Keys of `.get(key)`, with the file.
    alone: Vec<(String, String)>,
    /// Every text that is not one of these, with the file.
    loose: Vec<(String, String)>,
    /// Where key or arguments do not stand in the call, so that nobody can hold one to the other.
    apart: Vec<String>,
}

/// What stands between the commas of `. name ( … )` where these tokens begin with it.
fn call(tokens: &[TokenTree], name: &str) -> Option<Vec<Vec<TokenTree>>> {
    let [dot, called, brackets, ..] = tokens else {
        return None;
    };
    let called = is(Some(dot), ".") && is(Some(called), name);
    let inside = group(brackets, Delimiter::Parenthesis).filter(|_| called)?;
    Some(parts(inside))
}

/// The names in `&[(name, …), …]`, or in `&list` after `let list = [(name, …), …]`; `None` where the
/// arguments do not stand there.
fn named(tokens: &[TokenTree], before: &[TokenTree]) -> Option<Arguments> {
    let [and, list] = tokens else { return None };
    let list = match list {
        TokenTree::Ident(ident) => {
            let name = ident.to_string();
            let mut places = before.windows(4).rev();
            let made = places.find(|four| is(four.first(), "let") && is(four.get(1), &name))?;
            &made[3]
        }
        list => list,
    };
    let inside = group(list, Delimiter::Bracket).filter(|_| is(Some(and), "&"))?;
    parts(inside)
        .into_iter()
        .map(|pair| {
            let inside = group(pair.first()?, Delimiter::Parenthesis)?;
            match inside.into_iter().next()? {
                TokenTree::Literal(name) => text(&name),
                _ => None,
            }
        })
        .collect()
}

fn said() -> Said {
    let mut said = Said::default();
    let mut all: Vec<(String, String)> = Vec::new();
    for (path, tokens) in files() {
        let file = path.display().to_string();
        let tokens = flat(tokens);
        let literals = tokens.iter().filter_map(|token| match token {
            TokenTree::Literal(literal) => text(literal),
            _ => None,
        });
        all.extend(literals.map(|text| (text, file.clone())));
        for at in 0..tokens.len() {
            if let Some([key, arguments]) = call(&tokens[at..], "with").as_deref() {
                let keys = texts(key.clone());
                let taken = named(arguments, &tokens[..at]);
                if keys.is_empty() || taken.is_none() {
                    said.apart.push(format!("{file}: {keys:?}"));
                }
                let taken = taken.unwrap_or_default();
                let each = keys.into_iter();
                said.with
                    .extend(each.map(|key| (key, taken.clone(), file.clone())));
            }
            if let Some([key]) = call(&tokens[at..], "get").as_deref()
                && let [TokenTree::Literal(key)] = &key[..]
                && let Some(key) = text(key)
            {
                said.alone.push((key, file.clone()));
            }
        }
    }
    for (key, _, file) in &said.with {
        let place = all.iter().position(|(text, of)| text == key && of == file);
        all.swap_remove(place.unwrap());
    }
    said.loose = all;
    said
}

#[test]
fn every_use_has_its_sentence_with_all_its_arguments_and_no_other() {
    let known = sentences(SOURCES[0].1);
    let said = said();
    assert!(said.apart.is_empty(), "{:#?}", said.apart);
    let mut uses: Vec<(&String, Arguments, &String)> = Vec::new();
    for (key, given, file) in &said.with {
        uses.push((key, given.clone(), file));
    }
    for (key, file) in &said.alone {
        uses.push((key, Arguments::new(), file));
    }
    // A key that is chosen first and said later takes no arguments; such a key has a hyphen, so that
    // it is told from other texts.
    let families: BTreeSet<&str> = known.keys().map(|key| family(key)).collect();
    for (text, file) in &said.loose {
        let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.contains('-') && text.chars().all(sign) && families.contains(family(text)) {
            uses.push((text, Arguments::new(), file));
        }
    }
    let wrong: Vec<_> = uses
        .into_iter()
        .filter(|(key, given, _)| known.get(*key) != Some(given))
        .map(|(key, given, file)| format!("{file}: {key} {given:?}, not {:?}", known.get(key)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What a key begins with.
fn family(key: &str) -> &str {
    key.split('-').next().unwrap_or_default()
}

#[test]
fn every_sentence_is_used() {
    let said = said();
    let called = said.with.iter().map(|(key, ..)| key.as_str());
    let mut used: BTreeSet<&str> = called
        .chain(said.alone.iter().map(|(key, _)| key.as_str()))
        .collect();
    used.extend(
        said.loose
            .iter()
            .map(|(text, _)| text.as_str())
            .filter(|text| text.contains('-')),
    );
    let mut unused = sentences(SOURCES[0].1);
    unused.retain(|key, _| !used.contains(key.as_str()));
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn the_first_language_of_the_list_that_is_spoken_is_chosen_french_where_none_is_named() {
    for (list, lang) in [
        (&[][..], Lang::Fr),
        (&[""], Lang::Fr),
        (&["C"], Lang::Fr),
        (&["C.UTF-8"], Lang::Fr),
        (&["POSIX"], Lang::Fr),
        (&["fr"], Lang::Fr),
        (&["fr-CA"], Lang::Fr),
        (&["fr_FR.UTF-8"], Lang::Fr),
        (&["en-US"], Lang::En),
        (&["de-DE"], Lang::En),
        // Neither is French.
        (&["frr-DE"], Lang::En),
        (&["fro"], Lang::En),
        (&["de", "fr", "en"], Lang::Fr),
        (&["de", "en", "fr"], Lang::En),
        (&["de", "", "FR"], Lang::Fr),
        (&["de-DE", "C"], Lang::En),
    ] {
        assert_eq!(of_locales(list), lang, "{list:?}");
    }
}

#[test]
fn numbers_follow_the_language() {
    let (fr, en) = (Words::new(Lang::Fr), Words::new(Lang::En));
    assert_eq!(fr.number(3.25, 1), "3,2");
    assert_eq!(en.signed(3.26, 1), "+3.3");
    assert_eq!(fr.signed(-0.04, 1), "0,0");
    assert_eq!(fr.signed(-1.0, 0), "\u{2212}1");
    assert_eq!(fr.either(&["A", "B", "C"]), "A, B ou C");
}

#[test]
fn what_is_counted_is_one_or_many_as_the_language_has_it() {
    let (fr, en) = (Words::new(Lang::Fr), Words::new(Lang::En));
    // French counts two from 2 on, as it is shown; English counts one where it is written 1.
    assert_eq!(fr.points(1.94, 1), "1,9\u{a0}point");
    assert_eq!(fr.points(1.96, 1), "2,0\u{a0}points");
    assert_eq!(fr.signed_points(0.4, 1), "+0,4\u{a0}point");
    assert_eq!(en.points(0.4, 1), "0.4\u{a0}points");
    assert_eq!(en.points(1.2, 0), "1\u{a0}point");
    for (words, one, many) in [
        (fr, "une dernière question", "2 questions"),
        (en, "one last question", "2 questions"),
    ] {
        let said = |count: usize| words.with("headline-wanting", &[("count", count)]);
        assert!(said(1).contains(one) && said(2).contains(many));
    }
}

#[test]
fn the_font_has_every_character_that_the_program_says() {
    let mut said: BTreeSet<char> = SOURCES.iter().flat_map(|(_, s)| s.chars()).collect();
    said.extend(include_str!("../../assets/knowledge.ron").chars());
    for example in attache::store::examples() {
        said.extend(example.text.chars());
    }
    // And those of European names.
    said.extend(
        "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæßñóíáúãõåøœłżźćńśęąčšžřěůďťňőűğışțăĐđÞþ€«»…–—’“”"
            .chars(),
    );
    use attache::draw::{Weight, fonts};
    use skrifa::MetadataProvider;
    for weight in [Weight::Regular, Weight::Bold] {
        let font = skrifa::FontRef::new(fonts(weight)).unwrap();
        for c in said.iter().filter(|c| !c.is_control()) {
            // The arrow comes from the fonts behind ours.
            assert!(
                *c == '→' || font.charmap().map(*c).is_some(),
                "{weight:?} lacks {c:?}"
            );
        }
    }
}

/// What stands between quotation marks after each `key`.
fn quoted<'a>(source: &'a str, key: &str) -> Vec<&'a str> {
    let after = source.split(key).skip(1);
    after.map(|rest| &rest[..rest.find('"').unwrap()]).collect()
}

#[test]
fn french_is_set_as_the_french_set_it() {
    let [(_, french), _] = SOURCES;
    let mut said: Vec<String> = french
        .lines()
        .filter(|line| !line.starts_with('#') && !line.contains("->"))
        .map(|line| line.split_once(" = ").map_or(line, |(_, value)| value))
        .map(str::to_owned)
        .collect();
    for source in [
        include_str!("../../assets/knowledge.ron"),
        include_str!("../../assets/cases.ron"),
    ] {
        said.extend(quoted(source, " fr: \"").into_iter().map(str::to_owned));
        said.extend(quoted(source, "(fr: \"").into_iter().map(str::to_owned));
    }
    for example in attache::store::examples() {
        said.extend(
            quoted(example.text, "\"fr\": \"")
                .into_iter()
                .map(str::to_owned),
        );
    }
    assert!(said.len() > 800);
    // What is put together from them: everything that is told of each example.
    let knowledge = Knowledge::builtin();
    for example in attache::store::examples() {
        let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
        let scenario = &profile.scenarios.first;
        let teller = Teller {
            knowledge: &knowledge,
            words: &Words::new(Lang::Fr),
            departments: &scenario.departments,
        };
        let sampler = Sampler::new(&knowledge, 64, 1);
        let findings = Findings::new(&knowledge, scenario, &sampler);
        let evolution = Evolution::new(&knowledge, scenario, MAX_QUARTERS);
        let dated = teller.since(profile.header.date);
        for step in dated.next_steps(&findings, &evolution) {
            said.push(step.action);
            said.extend(step.details);
        }
        said.extend(dated.changes(&evolution.course));
        said.push(dated.ending(&evolution));
        said.push(teller.headline(&findings.verdicts));
        said.push(teller.workload(&findings.coverage));
    }
    for text in said {
        assert!(!text.contains('\''), "{text}");
        let signs: Vec<char> = text.chars().collect();
        for (at, &sign) in signs.iter().enumerate() {
            let before = at.checked_sub(1).map_or('\u{a0}', |at| signs[at]);
            let after = signs.get(at + 1).copied().unwrap_or(' ');
            let in_figures = before.is_ascii_digit() && after.is_ascii_digit();
            if matches!(sign, ';' | '!' | '?' | '%' | '»') || sign == ':' && !in_figures {
                assert_eq!(before, '\u{a0}', "{text}");
            }
            if sign == '«' {
                assert_eq!(after, '\u{a0}', "{text}");
            }
        }
    }
}
