//! What must hold for any bytes given to the readers. The fuzz targets and `tests/it/hostile.rs` share it.

use std::sync::LazyLock;

use attache::analysis::{Answers, Evolution, Findings, Inputs, Sampler};
use attache::draw::Theme;
use attache::i18n::Words;
use attache::model::{Comments, Knowledge, Lang, Problem, Problems, Profile, Scenario};
use attache::report;
use attache::store::decode;
use attache::wording::Teller;

static BUILTIN: LazyLock<Knowledge> = LazyLock::new(Knowledge::builtin);
static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| Lang::ALL.map(Words::new));

/// Characters of the longest sentence that a person could be asked to read.
const LONGEST: usize = 4_000;

/// A profile is refused with a sentence for each problem, or read, answered and written back as it was,
/// with the comments that are in it or without.
#[allow(dead_code, reason = "each fuzz target uses one of the two")]
pub fn profile(bytes: &[u8]) {
    let Some(profile) = read(bytes, |text| Profile::parse(&BUILTIN, "f.ron", text)) else {
        return;
    };
    let text = profile.to_text().expect("a valid profile can be written");
    let again = Profile::parse(&BUILTIN, "f.ron", &text).expect("what was written can be read");
    assert_eq!(again, profile);
    let written = decode("f.ron", bytes.to_vec()).expect("what was read is a text");
    let commented = Comments::of(&written).put_into(text);
    let again = Profile::parse(&BUILTIN, "f.ron", &commented).expect("comments can be read over");
    assert_eq!(again, profile);
    finite(&BUILTIN, &profile.scenarios.first);
}

/// A knowledge base is refused with a sentence for each problem, or everything works with it.
#[allow(dead_code, reason = "each fuzz target uses one of the two")]
pub fn knowledge(bytes: &[u8]) {
    let Some(knowledge) = read(bytes, |text| Knowledge::parse("f.ron", text)) else {
        return;
    };
    let profile = Profile::new(&knowledge, Default::default());
    let text = profile.to_text().expect("a new profile can be written");
    Profile::parse(&knowledge, "f.ron", &text).expect("a new profile is a valid one");
    let Profile {
        header, scenarios, ..
    } = profile;
    let scenario = &scenarios.first;
    finite(&knowledge, scenario);
    let sampler = Sampler::new(&knowledge, 1, 1);
    let findings = Findings::new(&knowledge, scenario, &sampler);
    Evolution::new(&knowledge, scenario, 4);
    for words in WORDS.iter() {
        let teller = Teller {
            knowledge: &knowledge,
            words,
            departments: &scenario.departments,
        };
        report::markdown(teller, &header, scenario, &findings);
        report::chart(teller, &header.company, scenario, &findings, Theme::Light);
    }
}

fn read<T>(bytes: &[u8], parse: impl FnOnce(&str) -> Result<T, Problems>) -> Option<T> {
    let read = decode("f.ron", bytes.to_vec())
        .map_err(|problem| vec![problem])
        .and_then(|text| parse(&text));
    match read {
        Ok(read) => Some(read),
        Err(problems) => {
            assert!(!problems.is_empty());
            problems.iter().for_each(told);
            None
        }
    }
}

fn told(problem: &Problem) {
    for words in WORDS.iter() {
        let sentence = words.problem(problem);
        assert!(!sentence.contains("problem-"), "{problem}");
        assert!(sentence.chars().count() < LONGEST, "{problem}");
    }
}

fn finite(knowledge: &Knowledge, scenario: &Scenario) {
    let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
    for answer in &answers.answers {
        for &alternative in &answer.ranking {
            assert!(answer.fit(alternative).is_finite());
        }
    }
}
