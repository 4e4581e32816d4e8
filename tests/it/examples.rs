//! The example profiles get the answers that their descriptions argue for, and are written as
//! the program writes them.

use attache::analysis::{Answers, Inputs};
use attache::model::{Knowledge, Lang, Profile};
use attache::store::examples;

/// File, attachment, form, role, sourcing: what each description argues.
const ARGUED: [[&str; 5]; 10] = [
    [
        "banque-sous-surveillance.attache.ron",
        "communications",
        "hub_and_spoke",
        "senior_leader",
        "external_advisers",
    ],
    [
        "marque-grand-public.attache.ron",
        "marketing",
        "centralised",
        "single_expert",
        "external_hire",
    ],
    [
        "pure-player.attache.ron",
        "web",
        "centralised",
        "single_expert",
        "external_hire",
    ],
    [
        "groupe-hospitalier.attache.ron",
        "general_management",
        "hub_and_spoke",
        "senior_leader",
        "external_advisers",
    ],
    [
        "industrie-b2b.attache.ron",
        "communications",
        "centralised",
        "single_expert",
        "external_advisers",
    ],
    [
        "ville.attache.ron",
        "communications",
        "hub_and_spoke",
        "senior_leader",
        "external_advisers",
    ],
    [
        "jeune-pousse.attache.ron",
        "marketing",
        "holistic",
        "coordinator",
        "internal",
    ],
    [
        "reseau-de-magasins.attache.ron",
        "marketing",
        "dandelion",
        "coordinator",
        "internal",
    ],
    [
        "ong-de-terrain.attache.ron",
        "communications",
        "hub_and_spoke",
        "coordinator",
        "internal",
    ],
    [
        "editeur-de-logiciels.attache.ron",
        "web",
        "centralised",
        "single_expert",
        "external_hire",
    ],
];

#[test]
fn examples_get_the_argued_answers() {
    let knowledge = Knowledge::builtin();
    assert_eq!(examples().len(), ARGUED.len());
    for (example, argued) in examples().iter().zip(ARGUED) {
        let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
        let answers = Answers::new(
            &knowledge,
            Inputs::read(&knowledge, &profile.scenarios.first),
        );
        let mut given = vec![example.name];
        for answer in &answers.answers {
            let question = &knowledge.questions[answer.question];
            assert!(answer.leader().is_some(), "{}", example.name);
            given.push(&question.alternatives[answer.chosen.unwrap()].id);
        }
        assert_eq!(
            given,
            argued,
            "{:?}",
            answers
                .answers
                .iter()
                .map(|a| a
                    .ranking
                    .iter()
                    .map(|&i| (i, a.fit(i).round()))
                    .collect::<Vec<_>>())
                .collect::<Vec<_>>()
        );
    }
}

#[test]
fn examples_are_written_as_the_program_writes_them() {
    let knowledge = Knowledge::builtin();
    for example in examples() {
        let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
        assert_eq!(profile.to_text().unwrap(), example.text, "{}", example.name);
        for lang in Lang::ALL {
            assert!(
                profile.header.description.contains_key(lang.code()),
                "{}",
                example.name
            );
        }
    }
}
