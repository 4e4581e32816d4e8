//! The knowledge base that comes with the program, and the engine, keep their promises everywhere.

use crate::companies::{draw, draw_any, draw_near};
use attache::analysis::{Answer, Answers, Inputs, Reason, for_and_against};
use attache::model::{
    AlternativeId, Basis, Cases, Direction, ExtraTheme, Knowledge, List, MeasureId, Profile,
    QuestionId, Reading, Said, Scenario, Standing,
};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

fn answers(knowledge: &Knowledge, scenario: &Scenario) -> Answers {
    Answers::new(knowledge, Inputs::read(knowledge, scenario))
}

/// The directions of influence on the attachment, for general management, communications,
/// marketing and web: what each curve must keep at every point.
const DIRECTIONS: [(&str, [&str; 4]); 19] = [
    ("agency_public_relations", ["-", "++", "0", "-"]),
    ("agency_advertising", ["-", "0", "++", "-"]),
    ("agency_digital", ["-", "0", "+", "+"]),
    ("presence", ["++", "0", "+", "-"]),
    ("theme_marketing", ["-", "0", "++", "+"]),
    ("theme_corporate_brand", ["+", "++", "-", "-"]),
    ("theme_employer_brand", ["+", "+", "-", "0"]),
    ("theme_customer_service", ["0", "+", "++", "+"]),
    ("diversity", ["++", "+", "--", "-"]),
    ("social_culture", ["-", "+", "+", "-"]),
    ("skills", ["-", "+", "+", "-"]),
    ("push_share", ["-", "+", "++", "+"]),
    ("experience_share", ["0", "-", "++", "+"]),
    ("listening_share", ["+", "++", "+", "-"]),
    ("risk", ["++", "++", "-", "--"]),
    ("density", ["+", "++", "+", "0"]),
    ("siloed", ["++", "0", "-", "-"]),
    ("hierarchical", ["++", "+", "-", "-"]),
    ("scattered", ["-", "0", "+", "+"]),
];

#[test]
fn every_direction_of_the_domain_holds_at_every_point() {
    let knowledge = Knowledge::builtin();
    let (_, question) = knowledge.question("attachment").unwrap();
    assert_eq!(question.responses.len(), DIRECTIONS.len());
    for (measure, signs) in DIRECTIONS {
        let response = question
            .responses
            .iter()
            .find(|r| knowledge.measures[r.measure].id == measure);
        let response = response.unwrap_or_else(|| panic!("{measure} has no curves"));
        assert_eq!(signs.len(), question.alternatives.len());
        for (at, sign) in question.alternatives.ids().zip(signs) {
            let alternative = &question.alternatives[at].id;
            let curve = response.curves.iter().find(|c| c.to == at);
            let Some(curve) = curve else {
                assert_eq!(sign, "0", "{measure} has no curve to {alternative}");
                continue;
            };
            let rise = curve.judged(100.0) - curve.judged(0.0);
            assert!(curve.times > 0.0, "{measure} {alternative} is silenced");
            // A weak direction stays clearly weaker than a strong one (a product starts at 0).
            let strong = rise.abs() > 0.99;
            match sign {
                "++" => assert!(rise > 0.0 && strong, "{measure} {alternative}: {rise}"),
                "--" => assert!(rise < 0.0 && strong, "{measure} {alternative}: {rise}"),
                "+" => assert!(rise > 0.0, "{measure} {alternative}: {rise}"),
                "-" => assert!(rise < 0.0, "{measure} {alternative}: {rise}"),
                _ => panic!("{measure} speaks of {alternative}"),
            }
            for step in 0..1000 {
                let x = f64::from(step) / 10.0;
                let step = curve.judged(x + 0.1) - curve.judged(x);
                assert!(
                    step * rise.signum() >= -1e-12,
                    "{measure} {alternative} at {x}"
                );
            }
        }
    }
}

/// How often each alternative of each question leads.
fn leaders(
    knowledge: &Knowledge,
    companies: impl Iterator<Item = Scenario>,
) -> List<QuestionId, List<AlternativeId, f64>> {
    let questions = knowledge.questions.iter();
    let mut wins: List<_, List<_, f64>> = questions
        .map(|question| List::like(&question.alternatives, 0.0))
        .collect();
    let mut count = 0.0;
    for scenario in companies {
        count += 1.0;
        for answer in &answers(knowledge, &scenario).answers {
            wins[answer.question][answer.ranking[0]] += 1.0;
        }
    }
    for won in wins.iter_mut().flatten() {
        *won /= count;
    }
    wins
}

#[test]
fn every_alternative_has_its_companies() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(2026);
    let companies = (0..10_000).map(|_| draw(&knowledge, &mut random));
    for (question, wins) in knowledge
        .questions
        .iter()
        .zip(leaders(&knowledge, companies))
    {
        for (alternative, share) in question.alternatives.iter().zip(wins) {
            println!("{} {} {share:.4}", question.id, alternative.id);
            assert!(share > 0.0, "{}", alternative.id);
        }
    }
}

#[test]
fn companies_like_the_known_ones_are_attached_as_often_where_those_are() {
    let knowledge = Knowledge::builtin();
    let cases = Cases::parse(&knowledge, "cases.ron", Cases::BUILTIN).unwrap();
    let mut random = Pcg64Mcg::seed_from_u64(2026);
    let companies = (0..10_000).map(|_| draw_near(&knowledge, &cases, &mut random));
    let (index, question) = knowledge.question("attachment").unwrap();
    let wins = &leaders(&knowledge, companies)[index];
    for (alternative, &share) in question.alternatives.iter().zip(wins) {
        let did = cases
            .cases
            .iter()
            .filter(|case| case.answers["attachment"].is == alternative.id)
            .count() as f64
            / cases.cases.len() as f64;
        println!("{} {share:.3} {did:.3}", alternative.id);
        assert!((share - did).abs() < 0.15, "{}", alternative.id);
    }
}

#[test]
fn every_curve_is_justified_and_rests_on_one_of_three_grounds_none_of_them_unused() {
    let knowledge = Knowledge::builtin();
    let mut bases = [0; 3];
    for question in &knowledge.questions {
        for curve in question.responses.iter().flat_map(|r| &r.curves) {
            assert!(curve.why.fr.ends_with('.') && curve.why.en.ends_with('.'));
            match curve.basis {
                Basis::Judgement => bases[0] += 1,
                Basis::Article(_) => bases[1] += 1,
                Basis::Evidence(_) => bases[2] += 1,
                Basis::Cases(_) => panic!("cases give a strength, not a direction"),
            }
        }
    }
    assert!(bases.iter().all(|&count| count > 0), "{bases:?}");
}

/// The built-in knowledge base with the alternatives of each question in another order.
fn turned(turn: usize) -> Knowledge {
    const BEGIN: &str = "alternatives: [\n";
    const END: &str = "\n            ],";
    const EACH: &str = "\n                (";
    let mut text = String::new();
    let mut rest = Knowledge::BUILTIN;
    while let Some(begin) = rest.find(BEGIN) {
        let list = begin + BEGIN.len() - 1;
        let end = list + rest[list..].find(END).unwrap();
        let mut alternatives: Vec<&str> = rest[list..end].split(EACH).skip(1).collect();
        let count = alternatives.len();
        alternatives.rotate_left(turn % count);
        text.push_str(&rest[..list]);
        for alternative in alternatives {
            text.push_str(EACH);
            text.push_str(alternative);
        }
        rest = &rest[end..];
    }
    Knowledge::parse("turned.ron", &(text + rest)).unwrap()
}

fn company() -> impl Strategy<Value = Scenario> {
    any::<u64>()
        .prop_map(|seed| draw_any(&Knowledge::builtin(), &mut Pcg64Mcg::seed_from_u64(seed)))
}

/// A reason that counts the way it argues, with the sentence of its side, which is true of the company.
fn told_truly(
    knowledge: &Knowledge,
    answers: &Answers,
    answer: &Answer,
    alternative: AlternativeId,
    reason: &Reason,
    sign: f64,
) -> Result<(), TestCaseError> {
    let response = &knowledge.questions[answer.question].responses[reason.response];
    let curve = response.curves.iter().find(|curve| curve.to == alternative);
    let curve = curve.expect("a curve of its own");
    prop_assert!(sign * reason.points >= 0.2);
    prop_assert!(sign * answer.parts[reason.response][alternative] > 0.0);
    let argues_up = (curve.direction == Direction::Up) == (sign > 0.0);
    prop_assert_eq!(
        reason.standing,
        if argues_up {
            Standing::High
        } else {
            Standing::Low
        }
    );
    let x = answers.inputs.measures[reason.measure].expect("it speaks");
    let middle = match &knowledge.measures[reason.measure].reading {
        Reading::Level(_) | Reading::Diversity => 50.0,
        Reading::Product { .. } => 25.0,
        Reading::Share(_) => 100.0 / 3.0,
    };
    prop_assert!(
        if argues_up { x >= middle } else { x <= middle },
        "{} at {x}",
        curve.why.en
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn contributions_sum_to_the_score(scenario in company()) {
        let knowledge = Knowledge::builtin();
        for answer in &answers(&knowledge, &scenario).answers {
            for (alternative, value) in answer.values.pairs() {
                let base = answer.bases[alternative];
                let sum: f64 = answer.contributions[alternative].iter().sum();
                prop_assert!((base + sum - value).abs() < 1e-9);
                let parts: f64 = answer.parts.iter().map(|part| part[alternative]).sum();
                prop_assert!((base + parts - value).abs() < 1e-9);
                prop_assert!((-1.0..=1.0).contains(value));
            }
        }
    }

    #[test]
    fn every_reason_speaks_for_the_side_on_which_it_stands(scenario in company()) {
        let knowledge = Knowledge::builtin();
        let answers = answers(&knowledge, &scenario);
        for answer in &answers.answers {
            for &alternative in &answer.ranking {
                let (pros, cons) = for_and_against(&knowledge, &answers, answer, alternative);
                for (reasons, sign) in [(&pros, 1.0), (&cons, -1.0)] {
                    for reason in reasons {
                        told_truly(&knowledge, &answers, answer, alternative, reason, sign)?;
                    }
                    prop_assert!(reasons.is_sorted_by(|a, b| a.points.abs() >= b.points.abs()));
                }
            }
        }
    }

    #[test]
    fn scaling_all_weights_changes_nothing(scenario in company(), scale in 0.01..0.99_f64) {
        let knowledge = Knowledge::builtin();
        let mut scaled = scenario.clone();
        for input in scaled.factors.values_mut() {
            input.weight *= scale;
        }
        let (before, after) = (answers(&knowledge, &scenario), answers(&knowledge, &scaled));
        for (a, b) in before.answers.iter().zip(&after.answers) {
            prop_assert_eq!(&a.chosen, &b.chosen);
            for (a, b) in a.values.iter().zip(&b.values) {
                prop_assert!((a - b).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn permuting_alternatives_changes_nothing(scenario in company(), turn in 1_usize..4) {
        let knowledge = Knowledge::builtin();
        let turned = turned(turn);
        let (before, after) = (answers(&knowledge, &scenario), answers(&turned, &scenario));
        for (a, b) in before.answers.iter().zip(&after.answers) {
            let ids = |knowledge: &Knowledge, answer: &Answer| -> Vec<(String, u64)> {
                let alternatives = &knowledge.questions[answer.question].alternatives;
                let mut ids: Vec<_> = answer.ranking.iter()
                    .map(|&a| (alternatives[a].id.clone(), answer.values[a].to_bits()))
                    .collect();
                ids.sort();
                ids
            };
            prop_assert_eq!(ids(&knowledge, a), ids(&turned, b));
            prop_assert_eq!(a.margin(), b.margin());
        }
    }

    #[test]
    fn raising_a_measure_moves_each_alternative_its_declared_way(
        scenario in company(),
        pick in any::<prop::sample::Index>(),
        up in 0.0..100.0_f64,
    ) {
        let knowledge = Knowledge::builtin();
        let low = Inputs::read(&knowledge, &scenario);
        let measures: Vec<MeasureId> = knowledge.measures.ids().collect();
        let measure = *pick.get(&measures);
        let Some(x) = low.measures[measure] else { return Ok(()) };
        let mut high = low.clone();
        high.measures[measure] = Some(x + (100.0 - x) * up / 100.0);
        let before = Answers::new(&knowledge, low);
        let after = Answers::new(&knowledge, high);
        for (question, (a, b)) in knowledge.questions.iter().zip(before.answers.iter().zip(&after.answers)) {
            let response = question.responses.iter().find(|r| r.measure == measure);
            for alternative in question.alternatives.ids() {
                let curve = response.and_then(|r| r.curves.iter().find(|c| c.to == alternative));
                let change = b.values[alternative] - a.values[alternative];
                match curve.map(|c| c.direction) {
                    None => prop_assert!(change.abs() < 1e-12),
                    Some(Direction::Up) => prop_assert!(change >= -1e-12),
                    Some(Direction::Down) => prop_assert!(change <= 1e-12),
                }
            }
        }
    }

    #[test]
    fn what_the_company_lacks_is_never_recommended(scenario in company()) {
        let knowledge = Knowledge::builtin();
        let (_, question) = knowledge.question("attachment").unwrap();
        let answers = answers(&knowledge, &scenario);
        let answer = answers.attachment();
        for &ranked in &answer.ranking {
            let department = question.alternatives[ranked].department.unwrap();
            prop_assert!(scenario.has_department(&knowledge.departments[department].id));
        }
        prop_assert!(answer.chosen.is_some_and(|chosen| answer.available[chosen]));
    }

    #[test]
    fn profiles_survive_the_file(scenario in company(), note in "\\PC{0,40}") {
        let knowledge = Knowledge::builtin();
        let mut profile = Profile::new(&knowledge, date(2026, 1, 1));
        profile.scenarios.first = scenario;
        profile.header.notes = format!("{note}\n(\n)\t\"\\u{{a0}}\u{a0}");
        let input = &mut profile.scenarios.first.factors["exposure"];
        input.quantities["risk"].note = note;
        let text = profile.to_text().unwrap();
        let read = Profile::parse(&knowledge, "p.ron", &text).unwrap();
        prop_assert_eq!(&read, &profile);
        prop_assert_eq!(read.to_text().unwrap(), text);
    }
}

#[test]
fn of_ones_own_theme_nobody_may_know_and_then_of_the_factor() {
    let knowledge = Knowledge::builtin();
    let mut profile = Profile::new(&knowledge, date(2026, 1, 1));
    let factor = knowledge.factors.iter().find(|factor| factor.extensible);
    let factor = factor.unwrap();
    let asked: Vec<_> = factor.quantities.iter().collect();
    let steps = &knowledge.steps;
    let input = profile.scenarios.first.factors.get_mut(&factor.id).unwrap();
    input.extra.push(ExtraTheme::named("Climat"));
    for quantity in &asked {
        input.say(steps, &asked, quantity, Said::Unknown);
    }
    assert!(!input.unknown, "something is known of the theme");
    input.say_of_theme(steps, &asked, 0, Said::Unknown);
    assert!(input.unknown);
    // Once something is known of one, nobody knows the others still.
    let high = Said::Step {
        step: 4,
        exact: true,
    };
    input.say(steps, &asked, asked[0], high);
    assert!(!input.unknown);
    assert_eq!(input.said_of_theme(steps, 0), Said::Unknown);
    input.say_of_theme(steps, &asked, 0, high);
    assert_eq!(input.said_of_theme(steps, 0), high);
    input.extra[0].plus_minus = 37.0;
    let text = profile.to_text().unwrap();
    assert_eq!(Profile::parse(&knowledge, "p.ron", &text).unwrap(), profile);
    let wrong = text.replace("plus_minus: 37.0", "plus_minus: 137.0");
    let problems = Profile::parse(&knowledge, "p.ron", &wrong).unwrap_err();
    assert!(
        problems[0].field.ends_with("plus_minus"),
        "{}",
        problems[0].field
    );
}
