//! Nothing is said in one language only, and no sentence is missing or unused.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use attache::i18n::{SOURCES, Words, from_locale};
use attache::model::Lang;
use fluent_bundle::FluentResource;

fn keys(source: &str) -> BTreeSet<&str> {
    source
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()) && !key.contains(' '))
        .collect()
}

/// The arguments of each message, such as `$name`.
fn arguments(source: &str, key: &str) -> BTreeSet<String> {
    let line = source
        .lines()
        .find(|line| line.split_once(" =").is_some_and(|(k, _)| k == key))
        .unwrap();
    line.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric()).collect())
        .collect()
}

fn code(folder: &Path, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            code(&path, out);
        } else {
            out.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    let [(_, fr), (_, en)] = SOURCES;
    for (lang, source) in SOURCES {
        let resource = FluentResource::try_new(source.to_owned());
        assert!(
            resource.is_ok(),
            "{lang:?}: {:?}",
            resource.err().map(|(_, e)| e)
        );
        let written = source.lines().filter(|line| line.contains(" =")).count();
        assert!(
            written >= keys(source).len() && keys(source).len() > 100,
            "{lang:?}"
        );
    }
    assert_eq!(keys(fr), keys(en));
    for key in keys(fr) {
        assert_eq!(arguments(fr, key), arguments(en, key), "{key}");
    }
}

#[test]
fn every_sentence_is_used_and_every_use_has_its_sentence() {
    let mut source = String::new();
    code(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut source,
    );
    let known = keys(SOURCES[0].1);
    for key in &known {
        assert!(source.contains(&format!("\"{key}\"")), "unused: {key}");
    }
    // Keys are the hyphenated literals of these families.
    let families: BTreeSet<&str> = known
        .iter()
        .map(|key| key.split('-').next().unwrap())
        .collect();
    for literal in source.split('"').skip(1).step_by(1) {
        let looks = literal.contains('-')
            && literal
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && families.contains(literal.split('-').next().unwrap());
        if looks {
            assert!(known.contains(literal), "no sentence for {literal}");
        }
    }
}

#[test]
fn the_system_chooses_the_language_french_first() {
    for locale in [
        None,
        Some(""),
        Some("C"),
        Some("C.UTF-8"),
        Some("POSIX"),
        Some("fr"),
        Some("fr-CA"),
        Some("fr_FR.UTF-8"),
    ] {
        assert_eq!(from_locale(locale), Lang::Fr, "{locale:?}");
    }
    for locale in ["en", "en-US", "de_DE.UTF-8"] {
        assert_eq!(from_locale(Some(locale)), Lang::En, "{locale}");
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
