//! The answers together contradict nothing, and how sure they are is said by how often they come first.

use crate::companies::{draw, draw_any, draw_near};
use attache::analysis::{Answers, Certainty, Clash, Findings, Inputs, Sampler, Survey, Verdicts};
use attache::i18n::Words;
use attache::model::{AlternativeId, Cases, Id, Knowledge, Lang, Profile, QuestionId, Scenario};
use attache::store::examples;
use attache::wording::Teller;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

fn read(knowledge: &Knowledge, scenario: &Scenario) -> Answers {
    Answers::new(knowledge, Inputs::read(knowledge, scenario))
}

/// An answer to a question.
type Given = (QuestionId, AlternativeId);

/// Whether two answers go together, told anew from the base.
fn agree(knowledge: &Knowledge, beside: usize, one: Given, other: Given) -> bool {
    let listed = knowledge
        .incompatible
        .iter()
        .any(|known| known.pair.contains(&one) && known.pair.contains(&other));
    let always = knowledge.always;
    let members = [(one, other), (other, one)].into_iter().all(|(a, f)| {
        if a.0 != always.attachment || f.0 != always.form {
            return true;
        }
        let host = knowledge.attachment().alternatives[a.1].department.unwrap();
        let others = beside - usize::from(knowledge.departments[host].id != "general_management");
        let draws = knowledge.form().alternatives[f.1].draws;
        draws.is_none_or(|draws| draws.least_departments() <= others)
    });
    !listed && members
}

#[test]
fn no_incompatible_pair_is_ever_shown() {
    let knowledge = Knowledge::builtin();
    let cases = Cases::parse(&knowledge, "cases.ron", Cases::BUILTIN).unwrap();
    let sampler = Sampler::new(&knowledge, 2, 3);
    let mut random = Pcg64Mcg::seed_from_u64(88);
    let mut aside = 0;
    for round in 0..20_000 {
        let scenario = match round % 4 {
            0 => draw_near(&knowledge, &cases, &mut random),
            1 => draw(&knowledge, &mut random),
            _ => draw_any(&knowledge, &mut random),
        };
        let answers = read(&knowledge, &scenario);
        let survey = Survey::complete(&knowledge, &scenario, &sampler);
        let verdicts = Verdicts::new(&knowledge, &scenario, &answers, &survey);
        let beside = answers.inputs.beside;
        let kept: Vec<Given> = verdicts
            .questions
            .pairs()
            .flat_map(|(at, verdict)| verdict.kept.iter().map(move |&a| (at, a)))
            .collect();
        for (at, &one) in kept.iter().enumerate() {
            for &other in kept[..at].iter().filter(|other| other.0 != one.0) {
                assert!(agree(&knowledge, beside, one, other), "{one:?} {other:?}");
            }
        }
        aside += answers.answers.iter().filter(|a| a.aside.is_some()).count();
    }
    assert!(aside > 100, "{aside}");
}

#[test]
fn the_whole_is_the_best_coherent_one_and_says_what_it_sets_aside() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(89);
    for _ in 0..500 {
        let scenario = draw_any(&knowledge, &mut random);
        let answers = read(&knowledge, &scenario);
        let beside = answers.inputs.beside;
        let chosen: Vec<AlternativeId> =
            answers.answers.iter().map(|a| a.chosen.unwrap()).collect();
        let sum = |whole: &[AlternativeId]| -> f64 {
            let values = answers.answers.iter().zip(whole);
            values.map(|(answer, &a)| answer.values[a]).sum()
        };
        let mut most = f64::NEG_INFINITY;
        let asked: Vec<QuestionId> = answers.answers.ids().collect();
        let ranked: Vec<&Vec<AlternativeId>> = answers.answers.iter().map(|a| &a.ranking).collect();
        for &a in ranked[0] {
            for &b in ranked[1] {
                for &c in ranked[2] {
                    for &d in ranked[3] {
                        let whole = [a, b, c, d];
                        let coherent = (0..4).all(|i| {
                            (0..i).all(|j| {
                                agree(
                                    &knowledge,
                                    beside,
                                    (asked[i], whole[i]),
                                    (asked[j], whole[j]),
                                )
                            })
                        });
                        if coherent {
                            most = most.max(sum(&whole));
                        }
                    }
                }
            }
        }
        assert!((sum(&chosen) - most).abs() < 1e-12);
        for answer in &answers.answers {
            assert_eq!(
                answer.aside.is_some(),
                answer.chosen != answer.ranking.first().copied()
            );
        }
    }
}

#[test]
fn with_nobody_beside_the_function_nobody_corresponds() {
    let knowledge = Knowledge::builtin();
    let mut scenario = Scenario::new(&knowledge);
    // All speaks for correspondents.
    for value in scenario
        .factors
        .values_mut()
        .flat_map(|f| f.quantities.values_mut())
    {
        value.value = 70.0;
    }
    let answers = read(&knowledge, &scenario);
    let hub = knowledge.form().alternative("hub_and_spoke").unwrap().0;
    assert!(
        [hub, knowledge.form().alternative("dandelion").unwrap().0]
            .contains(&answers.form().ranking[0])
    );
    scenario
        .departments
        .retain(|d| d.id == "general_management");
    let answers = read(&knowledge, &scenario);
    let chosen = &knowledge.form().alternatives[answers.form().chosen.unwrap()];
    assert!(
        ["organic", "centralised"].contains(&chosen.id.as_str()),
        "{}",
        chosen.id
    );
    assert_eq!(answers.form().aside, Some(Clash::NobodyBeside));
}

#[test]
fn certainty_is_the_share_of_the_cases_in_which_an_answer_comes_first() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 16, 3);
    let thresholds = knowledge.certainty;
    let mut random = Pcg64Mcg::seed_from_u64(90);
    let mut seen = [0; 3];
    for _ in 0..400 {
        let scenario = draw(&knowledge, &mut random);
        let findings = Findings::begin(&knowledge, &scenario, &sampler, 16);
        for (answer, verdict) in findings
            .answers
            .answers
            .iter()
            .zip(&findings.verdicts.questions)
        {
            let survey = &findings.survey.questions()[answer.question];
            seen[verdict.certainty as usize] += 1;
            match verdict.certainty {
                Certainty::Settled => assert!(verdict.share.value >= thresholds.settled),
                Certainty::Fragile => {
                    assert!(verdict.share.value >= thresholds.fragile);
                    assert!(verdict.share.value < thresholds.settled);
                }
                Certainty::Open => assert!(verdict.share.value < thresholds.settled),
            }
            assert_eq!(verdict.is_decided(), verdict.certainty != Certainty::Open);
            if verdict.certainty != Certainty::Open && answer.aside.is_none() {
                // What is decided is also what comes first most often.
                assert_eq!(verdict.kept, [answer.chosen.unwrap()]);
                let first = |a: AlternativeId| survey.acceptability(a, 0).unwrap().value;
                let most = answer
                    .ranking
                    .iter()
                    .copied()
                    .max_by(|&a, &b| first(a).total_cmp(&first(b)));
                assert!(
                    first(verdict.kept[0]) >= first(most.unwrap()) - 1e-12
                        || first(verdict.kept[0]) > 0.5
                );
            }
        }
    }
    assert!(seen.iter().all(|&count| count > 50), "{seen:?}");
}

#[test]
fn equal_alternatives_stay_open_and_the_only_one_is_settled() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 4, 3);
    let mut scenario = Scenario::new(&knowledge);
    // Nothing counts: all are level.
    for input in scenario.factors.values_mut() {
        input.weight = 0.0;
    }
    let findings = Findings::begin(&knowledge, &scenario, &sampler, 4);
    let verdict = &findings.verdicts.questions[knowledge.always.attachment];
    assert_eq!(verdict.certainty, Certainty::Open);
    assert_eq!(verdict.kept.len(), 4);
    assert!((verdict.share.value - 0.25).abs() < 1e-12);
    scenario
        .departments
        .retain(|d| d.id == "general_management");
    let findings = Findings::begin(&knowledge, &scenario, &sampler, 4);
    let verdict = &findings.verdicts.questions[knowledge.always.attachment];
    assert_eq!(
        (verdict.certainty, verdict.kept.as_slice()),
        (Certainty::Settled, &[AlternativeId::new(0)][..])
    );
}

#[test]
fn importances_reach_the_shares_however_much_the_weights_are_in_doubt() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 64, 3);
    let profile = Profile::parse(&knowledge, "e.ron", examples()[0].text).unwrap();
    let mut scenario = profile.scenarios.first;
    scenario.weight_doubt = 100.0;
    for (id, input) in &mut scenario.factors {
        input.weight = if id == "ambition" { 50.0 } else { 0.0 };
        for setting in input.quantities.values_mut() {
            setting.plus_minus = 0.0;
        }
    }
    // Only one factor counts: no doubt about weights can change its word.
    let findings = Findings::begin(&knowledge, &scenario, &sampler, 64);
    let answer = findings.answers.attachment();
    let survey = &findings.survey.questions()[answer.question];
    assert_eq!(
        survey.acceptability(answer.ranking[0], 0).unwrap().value,
        1.0
    );
    let central = survey.central_weights(answer.ranking[0]).unwrap();
    for (factor, weight) in knowledge.factors.iter().zip(&central) {
        let whole = if factor.id == "ambition" { 1.0 } else { 0.0 };
        assert!((weight - whole).abs() < 1e-5, "{central:?}");
    }
}

#[test]
fn nothing_is_answered_before_three_factors_are_described() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 1, 3);
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let mut scenario = Scenario::new(&knowledge);
    let told = |scenario: &Scenario| {
        let findings = Findings::begin(&knowledge, scenario, &sampler, 1);
        (
            findings.verdicts.wanting,
            teller.headline(&findings.verdicts),
        )
    };
    assert_eq!(told(&scenario).0, 3);
    assert_eq!(
        told(&scenario).1,
        "Répondez à 3 questions pour une première réponse"
    );
    scenario.factors["exposure"].quantities["risk"].value = 80.0;
    scenario.factors["ambition"].quantities["presence"].note = "vu en comité".into();
    assert_eq!(
        told(&scenario).1,
        "Répondez à une dernière question pour une première réponse"
    );
    // That nobody knows is no description.
    scenario.factors["themes"].unknown = true;
    assert_eq!(told(&scenario).0, 1);
    scenario.factors["culture"].quantities["siloed"].value = 51.0;
    let (wanting, headline) = told(&scenario);
    assert_eq!(wanting, 0);
    assert!(!headline.contains("Répondez"), "{headline}");
}

#[test]
fn the_headline_has_fifteen_words_at_most_and_its_facts_are_those_of_the_company() {
    let knowledge = Knowledge::builtin();
    let cases = Cases::parse(&knowledge, "cases.ron", Cases::BUILTIN).unwrap();
    let sampler = Sampler::new(&knowledge, 4, 3);
    let languages = Lang::ALL.map(Words::new);
    let mut random = Pcg64Mcg::seed_from_u64(91);
    for round in 0..200 {
        let scenario = if round % 2 == 0 {
            draw_any(&knowledge, &mut random)
        } else {
            draw_near(&knowledge, &cases, &mut random)
        };
        let findings = Findings::new(&knowledge, &scenario, &sampler);
        let verdicts: &Verdicts = &findings.verdicts;
        for words in &languages {
            let teller = Teller {
                knowledge: &knowledge,
                words,
                departments: &[],
            };
            let headline = teller.headline(verdicts);
            let count = headline
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric));
            assert!(count.count() <= 15, "{headline}");
            let decided = verdicts.questions[knowledge.always.attachment].is_decided();
            let turns = teller.turns(verdicts, &findings.turns);
            assert_eq!(turns.is_some(), decided);
            for told in teller
                .because(&findings.answers, verdicts)
                .iter()
                .chain(&turns)
            {
                assert!(!told.contains(['{', '}']), "{told}");
            }
            assert_eq!(teller.chips(&findings.answers, verdicts).len(), 3);
        }
    }
}
