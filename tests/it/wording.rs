//! Findings in words.

use std::process::Command;

use attache::analysis::{Answers, Evolution, Findings, Inputs, Paths, Place, Sampler};
use attache::draw::{self, Shape};
use attache::i18n::Words;
use attache::model::{Knowledge, Lang, PlannedEvent, Profile};
use attache::report::{self, Paper};
use attache::wording::Teller;
use egui_kittest::kittest::Queryable;
use jiff::civil::date;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

use crate::companies::draw;

/// A company in which no department may host the function.
fn nowhere(knowledge: &Knowledge) -> Profile {
    let mut profile = Profile::new(knowledge, date(2026, 1, 1));
    for department in &mut profile.scenarios.first.departments {
        department.hosts = false;
    }
    profile
}

#[test]
fn where_nothing_is_possible_one_plain_sentence_says_so_everywhere() {
    let knowledge = Knowledge::builtin();
    let profile = nowhere(&knowledge);
    let sampler = Sampler::new(&knowledge, 64, 1);
    let (header, scenario) = (&profile.header, &profile.scenarios.first);
    let findings = Findings::new(&knowledge, scenario, &sampler);
    let paths = Paths::complete(&knowledge, scenario, &sampler, 4);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nowhere.attache.ron");
    std::fs::write(&file, profile.to_text().unwrap()).unwrap();
    for (lang, sentence) in [
        (
            Lang::Fr,
            "Aucune direction n’est autorisée à accueillir la fonction",
        ),
        (Lang::En, "No department is allowed to host the function"),
    ] {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        assert_eq!(teller.headline(&findings.verdicts), sentence);

        let markdown = report::markdown(teller, header, scenario, &findings);
        let drawn = report::chart(teller, header, scenario, &findings, draw::Theme::Light);
        let page = report::page(teller, header, scenario, &findings, &paths, Paper::Sheet).scene();
        let page: Vec<String> = page
            .items
            .into_iter()
            .filter_map(|item| match item.shape {
                Shape::Text(label) => Some(label.text),
                _ => None,
            })
            .collect();
        let run = Command::new(env!("CARGO_BIN_EXE_attache"))
            .args(["--lang", lang.code(), "evaluate"])
            .arg(&file)
            .output()
            .unwrap();
        let told = String::from_utf8(run.stdout).unwrap();
        for said in [markdown, drawn, page.join(" "), told] {
            assert!(said.contains(sentence), "{said}");
            assert!(!said.contains(&words.with("answer-pending", &[("choices", "")])));
        }

        let harness = crate::window::window_on(Some(file.clone()), lang);
        harness.get_by_label(sentence);
    }
}

#[test]
fn what_becomes_possible_or_ceases_to_be_is_said_as_it_is() {
    let knowledge = Knowledge::builtin();
    let Profile {
        header, scenarios, ..
    } = nowhere(&knowledge);
    let mut scenario = scenarios.first;
    scenario.departments.retain(|d| d.id != "web");
    for (quarter, event) in [(3, "web_created"), (5, "web_closed")] {
        scenario.plan.events.push(PlannedEvent {
            quarter,
            event: event.to_owned(),
        });
    }
    let words = Words::new(Lang::En);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let evolution = Evolution::new(&knowledge, &scenario, 8);
    let changes = teller.since(header.date).changes(&evolution.course);
    for said in [
        "In autumn 2026, “Digital / web” becomes possible.",
        "In spring 2027, “Digital / web” is no longer possible, and nothing can take its place.",
    ] {
        assert!(changes.iter().any(|line| line == said), "{changes:?}");
    }
}

#[test]
fn every_reason_reads_as_a_sentence_about_the_company_and_names_its_own_department() {
    let knowledge = Knowledge::builtin();
    for question in &knowledge.questions {
        let curves = question.responses.iter().flat_map(|r| &r.curves);
        assert!(curves.into_iter().all(|curve| curve.reasons.is_some()));
    }
    let languages = Lang::ALL.map(Words::new);
    let mut random = Pcg64Mcg::seed_from_u64(12);
    let mut told = 0;
    let mut own_name = 0;
    for _ in 0..300 {
        let mut scenario = draw(&knowledge, &mut random);
        let communications = scenario.departments.iter_mut();
        for department in communications.filter(|d| d.id == "communications") {
            department.name = "Communication & vie mutualiste".to_owned();
        }
        let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &scenario));
        for words in &languages {
            let teller = Teller {
                knowledge: &knowledge,
                words,
                departments: &scenario.departments,
            };
            for answer in &answers.answers {
                for &alternative in &answer.ranking {
                    for side in teller.sides(&answers, answer, alternative) {
                        for reason in &side.reasons {
                            let text = teller.reason(&answers, answer, alternative, reason).why;
                            assert!(!text.contains(['{', '}']), "{text}");
                            let first = text.chars().next().unwrap();
                            assert!(first.is_uppercase() && text.ends_with('.'), "{text}");
                            assert!(!text.contains("la communication "), "{text}");
                            told += 1;
                            // A name of the company's own has no article: it is quoted.
                            let quoted = [
                                "«\u{a0}Communication & vie mutualiste\u{a0}»",
                                "“Communication & vie mutualiste”",
                            ];
                            let is_quoted = quoted.iter().any(|name| text.contains(name));
                            assert_eq!(is_quoted, text.contains("& vie mutualiste"), "{text}");
                            own_name += usize::from(is_quoted);
                        }
                    }
                }
            }
        }
    }
    assert!(told > 10_000 && own_name > 100, "{told} {own_name}");
}

#[test]
fn places_of_a_ranking_are_ordinals() {
    let knowledge = Knowledge::builtin();
    let told = |lang: Lang| {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        (1..=5).map(|rank| teller.rank(rank)).collect::<Vec<_>>()
    };
    assert_eq!(
        told(Lang::Fr),
        ["1re place", "2e place", "3e place", "4e place", "5e place"]
    );
    assert_eq!(
        told(Lang::En),
        [
            "1st place",
            "2nd place",
            "3rd place",
            "4th place",
            "5th place"
        ]
    );
}

#[test]
fn the_next_steps_follow_from_what_was_found() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 64, 1);
    let words = Words::new(Lang::En);
    let mut seen = [0; 3];
    for example in attache::store::examples() {
        let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
        let (header, scenario) = (&profile.header, &profile.scenarios.first);
        let findings = Findings::new(&knowledge, scenario, &sampler);
        let evolution = Evolution::new(&knowledge, scenario, 20);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &scenario.departments,
        };
        let steps = teller.since(header.date).next_steps(&findings, &evolution);
        let named = |action: &str| steps.iter().find(|step| step.action.starts_with(action));
        let decided = findings.verdicts.questions[knowledge.always.attachment].is_decided();
        assert_eq!(named("Decide on a function attached").is_some(), decided);
        assert_eq!(named("Settle the attachment").is_some(), !decided);
        // A contact point is opened only if it can be held; those that cannot be to the end are told apart.
        let points = &evolution.openings.points;
        let wanted = points.iter().filter(|point| point.wanted == 0);
        let (held, left): (Vec<_>, Vec<_>) =
            wanted.partition(|point| point.place() == Place::Today);
        let (held, passing): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|point| point.until.is_none());
        let contacts = named("Open only the contact points");
        let is_short = !left.is_empty() || !passing.is_empty();
        assert_eq!(contacts.is_some(), is_short, "{}", example.name);
        if let Some(contacts) = contacts {
            for (points, start) in [
                (held, "Handle from today: "),
                (passing, "Give to someone or close in time"),
                (left, "Unattended today, not to be opened"),
            ] {
                let told = contacts.details.iter().find(|told| told.starts_with(start));
                assert_eq!(told.is_some(), !points.is_empty(), "{}", example.name);
                for point in points.iter().take(4) {
                    let name = teller.contact_point(&point.theme, point.posture);
                    assert!(told.unwrap().contains(&name), "{}: {told:?}", example.name);
                }
            }
            seen[0] += 1;
        }
        // What to find out is told only where it would make the choice surer.
        let gains = findings.information.as_ref().unwrap();
        let worth = teller.next_question(gains);
        assert_eq!(
            named("Settle the main doubt").map(|step| &step.details[0]),
            worth.as_ref()
        );
        seen[1] += usize::from(worth.is_some());
        // Nobody waits for more than a year, nor beyond the next change.
        let next = evolution
            .course
            .changes
            .first()
            .map_or(4, |change| change.quarter);
        let season = attache::i18n::Season::In;
        let when = teller.since(header.date).when(next.clamp(1, 4), season);
        let last = steps.last().unwrap();
        assert_eq!(last.action, format!("Review this answer {when}"));
        seen[2] += usize::from(next < 4);
    }
    assert!(seen[0] > 2 && seen[0] < 10, "{seen:?}");
}
