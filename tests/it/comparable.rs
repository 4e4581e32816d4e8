//! Known organisations like a company: which are near, how they are told, when nothing is said.

use attache::analysis::{Comparable, Comparables, Findings, Inputs, Paths, Sampler};
use attache::draw::{Scene, Shape};
use attache::i18n::Words;
use attache::model::{Case, Cases, Department, Knowledge, Lang, Profile, Scenario};
use attache::report::{Paper, markdown, page};
use attache::store::examples;
use attache::wording::Teller;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

use crate::companies::draw_any;

fn comparables(knowledge: &Knowledge) -> Comparables<'static> {
    Comparables::new(knowledge, Cases::builtin())
}

fn nearest(knowledge: &Knowledge, scenario: &Scenario) -> Vec<Comparable<'static>> {
    comparables(knowledge).nearest(&Inputs::read(knowledge, scenario))
}

fn example(knowledge: &Knowledge, name: &str) -> Profile {
    let example = examples().iter().find(|example| example.name == name);
    Profile::parse(knowledge, name, example.unwrap().text).unwrap()
}

const BANK: &str = "banque-sous-surveillance.attache.ron";
/// Unlike all known organisations.
const UNLIKE: &str = "pure-player.attache.ron";

#[test]
fn the_nearest_of_a_company_equal_to_a_case_is_that_case() {
    let knowledge = Knowledge::builtin();
    for case in &Cases::builtin().cases {
        let found = nearest(&knowledge, &case.scenario(&knowledge, None));
        assert!(std::ptr::eq(found[0].case, case), "{}", case.organisation);
        assert!(found[0].distance < 1e-9, "{}", case.organisation);
        assert!(found[1].distance > 0.1, "{}", found[1].case.organisation);
    }
}

#[test]
fn the_nearest_come_first_and_equal_ones_in_the_order_of_the_file() {
    let knowledge = Knowledge::builtin();
    let mut cases = Cases::builtin().clone();
    let last = cases.cases.len() - 1;
    let raters = cases.cases[30].raters.clone();
    cases.cases[2].raters.clone_from(&raters);
    cases.cases[last].raters = raters;
    let scenario = cases.cases[30].scenario(&knowledge, None);
    let comparables = Comparables::new(&knowledge, &cases);
    let found = comparables.nearest(&Inputs::read(&knowledge, &scenario));
    for (found, at) in found.iter().zip([2, 30, last]) {
        assert_eq!(found.case.organisation, cases.cases[at].organisation);
    }
    assert!((3..=5).contains(&found.len()));
    assert!(found.is_sorted_by(|a, b| a.distance <= b.distance));
}

#[test]
fn a_company_unlike_all_is_told_of_none() {
    let knowledge = Knowledge::builtin();
    let scenario = example(&knowledge, UNLIKE).scenarios.first;
    let all = comparables(&knowledge).distances(&Inputs::read(&knowledge, &scenario));
    let cases = Cases::builtin();
    assert_eq!(all.len(), cases.cases.len());
    for found in all {
        assert!(found.distance > cases.near.within);
    }
    assert!(nearest(&knowledge, &scenario).is_empty());
}

#[test]
fn what_is_not_known_is_left_out_and_too_little_is_not_enough() {
    let knowledge = Knowledge::builtin();
    let case = &Cases::builtin().cases[0];
    let mut scenario = case.scenario(&knowledge, None);
    let distance = |scenario: &Scenario| {
        let all = comparables(&knowledge).distances(&Inputs::read(&knowledge, scenario));
        all.first().map(|found| found.distance)
    };
    for setting in scenario.factors["exposure"].quantities.values_mut() {
        setting.value = 100.0 - setting.value;
    }
    let apart = distance(&scenario).unwrap();
    assert!(apart > 1.0, "{apart}");
    // The same where the factor has no importance.
    let mut light = scenario.clone();
    light.factors["exposure"].weight = 0.0;
    assert!(distance(&light).unwrap() < 1e-9);
    scenario.factors["exposure"].unknown = true;
    assert!(distance(&scenario).unwrap() < 1e-9);
    // Less than half of the importance.
    for (index, input) in scenario.factors.values_mut().enumerate() {
        input.unknown = index > 2;
    }
    assert_eq!(knowledge.factors.len(), 7);
    assert_eq!(distance(&scenario), None);
    scenario.factors[3].unknown = false;
    assert!(distance(&scenario).unwrap() < 1e-9);
    for input in scenario.factors.values_mut() {
        input.weight = 0.0;
    }
    assert_eq!(distance(&scenario), None);
}

#[test]
fn departments_make_nobody_nearer_or_farther() {
    let knowledge = Knowledge::builtin();
    let comparables = comparables(&knowledge);
    let mut random = Pcg64Mcg::seed_from_u64(7);
    for _ in 0..20 {
        let mut scenario = draw_any(&knowledge, &mut random);
        let distances = |scenario: &Scenario| {
            let all = comparables.distances(&Inputs::read(&knowledge, scenario));
            all.iter().map(|found| found.distance).collect::<Vec<_>>()
        };
        let before = distances(&scenario);
        let ids = ["general_management", "web"];
        scenario.departments = ids.map(Department::new).to_vec();
        assert_eq!(before, distances(&scenario));
        // 50 points times the widest reach.
        assert!(
            before
                .iter()
                .all(|distance| (0.0..=100.0).contains(distance))
        );
    }
}

#[test]
fn a_base_of_ones_own_compares_what_it_shares_with_the_cases() {
    let text = Knowledge::BUILTIN;
    let one = Knowledge::parse("one", &text.replace("\"risk\"", "\"hazard\"")).unwrap();
    let case = &Cases::builtin().cases[0];
    let scenario = case.scenario(&one, None);
    assert!(scenario.factors["exposure"].unknown);
    let found = nearest(&one, &scenario);
    assert!(std::ptr::eq(found[0].case, case) && found[0].distance < 1e-9);
    // Nothing in common but the departments.
    let mut other = text.to_owned();
    for quantity in Knowledge::builtin()
        .factors
        .iter()
        .flat_map(|f| &f.quantities)
    {
        let (old, new) = (
            format!("\"{}\"", quantity.id),
            format!("\"{}_2\"", quantity.id),
        );
        other = other.replace(&old, &new);
    }
    let other = Knowledge::parse("other", &other).unwrap();
    assert!(nearest(&other, &Scenario::new(&other)).is_empty());
}

/// The attachment that an organisation chose.
fn attachment(case: &Case) -> &str {
    &case.answers["attachment"].is
}

#[test]
fn near_is_where_known_organisations_agree_more_often_than_any_two() {
    let knowledge = Knowledge::builtin();
    let cases = Cases::builtin();
    let comparables = comparables(&knowledge);
    let (mut near, mut far, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for case in &cases.cases {
        let inputs = Inputs::read(&knowledge, &case.scenario(&knowledge, None));
        let mut others = comparables.distances(&inputs);
        others.retain(|found| !std::ptr::eq(found.case, case));
        let within = |found: &&Comparable<'_>| found.distance <= cases.near.within;
        let count = others.iter().filter(within).count();
        assert!(count >= 3, "{} has {count}", case.organisation);
        for found in others {
            let agrees = attachment(found.case) == attachment(case);
            all.push(agrees);
            if within(&&found) {
                near.push(agrees);
            } else {
                far.push(agrees);
            }
        }
    }
    let share = |agree: &[bool]| {
        let count = agree.iter().filter(|agrees| **agrees).count();
        count as f64 / agree.len() as f64
    };
    let (near, far, all) = (share(&near), share(&far), share(&all));
    assert!(near > all + 0.1 && far < all, "{near} {far} {all}");
}

#[test]
fn a_case_is_told_by_its_name_year_source_and_what_it_did() {
    let knowledge = Knowledge::builtin();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        for case in &Cases::builtin().cases {
            let line = teller.comparable_line(case);
            let (_, did) = knowledge
                .attachment()
                .alternative(attachment(case))
                .unwrap();
            for part in [&case.organisation, &case.year, did.phrase.get(lang)] {
                assert!(line.contains(part), "{part}: {line}");
            }
            assert!(
                teller
                    .comparable_source(case)
                    .contains(case.source.get(lang))
            );
            // What we read ourselves is told apart from what a source tells.
            let untold = case.answers.values().any(|known| !known.told);
            assert_eq!(teller.comparable_read(case).is_some(), untold);
        }
    }
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let told = |name: &str| {
        let mut cases = Cases::builtin().cases.iter();
        cases.find(|case| case.organisation == name).unwrap()
    };
    assert_eq!(
        teller.comparable_line(told("SNCF")),
        "SNCF, en 2011\u{a0}: la fonction y était rattachée à la communication, animée par un \
         coordinateur."
    );
    assert_eq!(
        teller.comparable_line(told("British Council Russia")),
        "British Council Russia, vers 2010\u{a0}: la fonction y était rattachée au marketing (ou \
         rattachée à la communication, selon la lecture)."
    );
    let renault = told("Renault");
    assert!(
        teller
            .comparable_source(renault)
            .ends_with(&words.get("comparable-unsure"))
    );
    assert_eq!(
        teller.comparable_read(renault).unwrap(),
        "Selon notre lecture\u{a0}: en pivot avec des correspondants."
    );
    let inputs = Inputs::read(&knowledge, &Scenario::new(&knowledge));
    assert_eq!(teller.comparable_lacks(renault, &inputs), None);
    assert_eq!(
        teller.comparable_lacks(told("NASA"), &inputs).unwrap(),
        "Directions qu’elle n’avait pas\u{a0}: Marketing."
    );
}

/// Every text of a scene, a space between lines.
fn text(scene: &Scene) -> String {
    let texts = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_and_the_report_name_those_that_are_near_and_say_nothing_where_none_is() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 16, 1);
    for (name, is_near) in [(BANK, true), (UNLIKE, false)] {
        let Profile {
            header, scenarios, ..
        } = example(&knowledge, name);
        let scenario = &scenarios.first;
        let findings = Findings::new(&knowledge, scenario, &sampler);
        let paths = Paths::complete(&knowledge, scenario, &sampler, 20);
        let near = nearest(&knowledge, scenario);
        assert_eq!(!near.is_empty(), is_near, "{name}");
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let teller = Teller {
                knowledge: &knowledge,
                words: &words,
                departments: &[],
            };
            let report = markdown(teller, &header, scenario, &findings);
            let sheet = page(teller, &header, scenario, &findings, &paths, Paper::Sheet);
            for told in [&text(&sheet.scene()), &report] {
                assert_eq!(told.contains(&words.get("comparables-title")), is_near);
                assert_eq!(told.contains(Cases::builtin().note.get(lang)), is_near);
                // A page tells as many as there is room for.
                let case = near.first().map(|comparable| comparable.case);
                let parts = case.map(|case| [case.organisation.as_str(), case.source.get(lang)]);
                for part in parts.into_iter().flatten() {
                    assert!(told.contains(part), "{name} {told}");
                }
            }
            for comparable in &near {
                assert!(report.contains(&comparable.case.organisation));
                assert!(report.contains(comparable.case.source.get(lang)));
            }
        }
    }
}
