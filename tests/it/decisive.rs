//! What is told to turn the answer turns it, and nothing nearer does: held against a scan of every
//! whole point.

use attache::analysis::{
    Answers, Findings, Inputs, Lever, SLICE, Sampler, Survey, TOLD_TURNS, Turn, Verdicts,
};
use attache::model::{AlternativeId, Cases, Knowledge, Scenario};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::companies::{draw_any, draw_near};

/// What is answered, and whether it is settled or fragile rather than open, slice by slice.
fn answered(
    knowledge: &Knowledge,
    scenario: &Scenario,
    sampler: &Sampler,
) -> (Option<AlternativeId>, Vec<bool>) {
    let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
    let mut survey = Survey::new(knowledge, scenario);
    let mut decided = Vec::new();
    while !survey.is_complete(sampler) {
        survey.advance(knowledge, scenario, sampler, SLICE);
        let verdicts = Verdicts::new(knowledge, scenario, &answers, &survey);
        decided.push(verdicts.questions[knowledge.always.attachment].is_decided());
    }
    (answers.attachment().chosen, decided)
}

/// The first whole point of a lever, in one direction, after which something else is answered, and the
/// first at which the choice is open if something else ever leads.
fn scan(
    knowledge: &Knowledge,
    scenario: &Scenario,
    sampler: &Sampler,
    lever: Lever,
    step: f64,
) -> [Option<Turn>; 2] {
    let from = lever.of(knowledge, scenario).unwrap();
    let chosen = |scenario: &Scenario| {
        let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
        answers.attachment().chosen
    };
    let today = chosen(scenario);
    let mut found = [None, None];
    let mut turns = false;
    let points = (0..=100).map(f64::from);
    let mut points: Vec<f64> = points.filter(|x| (x - from) * step > 0.0).collect();
    points.sort_by(|a, b| (a - from).abs().total_cmp(&(b - from).abs()));
    for to in points {
        let mut moved = scenario.clone();
        lever.set(knowledge, &mut moved, to);
        let (chosen, decided) = answered(knowledge, &moved, sampler);
        turns |= chosen != today;
        let turn = |answered| Turn {
            lever,
            from,
            to,
            answered,
        };
        if chosen != today && decided.iter().all(|decided| *decided) {
            found[0].get_or_insert(turn(chosen));
        }
        if decided.iter().all(|decided| !decided) {
            found[1].get_or_insert(turn(None));
        }
    }
    found[1].take_if(|_| !turns);
    found
}

fn levers(knowledge: &Knowledge, scenario: &Scenario) -> Vec<Lever> {
    let known = |factor| !scenario.factors[&knowledge.factors[factor].id].unknown;
    let sliders = knowledge.sliders().filter(|slider| known(slider.factor));
    let weights = knowledge.factors.ids().map(Lever::Weight);
    sliders.map(Lever::Slider).chain(weights).collect()
}

fn is_slider(turn: &Turn) -> bool {
    matches!(turn.lever, Lever::Slider(_))
}

fn distance(turn: &Turn) -> f64 {
    (turn.to - turn.from).abs()
}

/// Holds what is found to the scan; gives how many changes answer and how many open.
fn check(knowledge: &Knowledge, scenario: &Scenario, sampler: &Sampler) -> (usize, usize) {
    let findings = Findings::new(knowledge, scenario, sampler);
    assert!(findings.turns.is_complete());
    let found = findings.turns.found();
    if findings.verdicts.wanting > 0 {
        assert_eq!(found, []);
        return (0, 0);
    }
    let mut answering = Vec::new();
    let mut opening = Vec::new();
    for lever in levers(knowledge, scenario) {
        let both = [1.0, -1.0].map(|step| scan(knowledge, scenario, sampler, lever, step));
        let turns = both.iter().filter_map(|[turn, _]| turn.clone());
        let count = answering.len();
        answering.extend(turns);
        if answering.len() == count {
            opening.extend(both.iter().filter_map(|[_, turn]| turn.clone()));
        }
    }
    let decided = findings.verdicts.questions[knowledge.always.attachment].is_decided();
    // Those that answer come first, and none that is nearer is passed over.
    let told = found.iter().filter(|turn| turn.answered.is_some()).count();
    let (answers, opens) = found.split_at(told);
    assert!(opens.iter().all(|turn| turn.answered.is_none()));
    assert!(decided || opens.is_empty());
    for (told, all) in [(answers, &answering), (opens, &opening)] {
        assert!(
            told.iter().all(|turn| all.contains(turn)),
            "{told:?} of {all:?}"
        );
        assert!(told.iter().map(distance).is_sorted());
    }
    let mut distances: Vec<f64> = answering.iter().map(distance).collect();
    distances.sort_by(f64::total_cmp);
    let first = answers.iter().take(TOLD_TURNS).map(distance);
    let nearest = distances.into_iter().take(TOLD_TURNS);
    assert_eq!(first.collect::<Vec<_>>(), nearest.collect::<Vec<_>>());
    // And the nearest slider is among them.
    let nearest = |turns: &[Turn]| {
        let sliders = turns.iter().filter(|turn| is_slider(turn)).map(distance);
        sliders.min_by(f64::total_cmp)
    };
    assert_eq!(nearest(answers), nearest(&answering));
    if nearest(&answering).is_none() && decided {
        let few = found.len() < TOLD_TURNS;
        assert!(nearest(opens).is_some() || nearest(&opening).is_none() || few);
    }
    (answers.len(), opens.len())
}

/// A company of any kind: small or large, sure or not.
fn company(knowledge: &Knowledge, round: usize, random: &mut Pcg64Mcg) -> Scenario {
    let cases = Cases::parse(knowledge, "cases.ron", Cases::BUILTIN).unwrap();
    let mut scenario = if round.is_multiple_of(2) {
        draw_any(knowledge, random)
    } else {
        draw_near(knowledge, &cases, random)
    };
    if round.is_multiple_of(3) {
        scenario.weight_doubt = random.random_range(0.0..=100.0);
    }
    if round.is_multiple_of(4) {
        for setting in scenario.factors["strategy"].quantities.values_mut() {
            setting.value = 0.0;
        }
    }
    if round.is_multiple_of(5) {
        scenario.factors["themes"].unknown = true;
    }
    scenario
}

#[test]
fn what_is_told_to_turn_the_answer_is_the_nearest_of_all_whole_points() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 1, 5);
    let mut random = Pcg64Mcg::seed_from_u64(21);
    let mut told = (0, 0);
    for round in 0..20 {
        let scenario = company(&knowledge, round, &mut random);
        let (answers, opens) = check(&knowledge, &scenario, &sampler);
        told = (told.0 + answers, told.1 + opens);
    }
    assert!(told.0 > 15 && told.1 > 5, "{told:?}");
}

#[test]
fn whoever_moves_a_slider_so_far_never_sees_another_answer() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 3 * SLICE, 6);
    let mut random = Pcg64Mcg::seed_from_u64(23);
    let mut told = 0;
    for round in 0..8 {
        let scenario = company(&knowledge, round, &mut random);
        let findings = Findings::new(&knowledge, &scenario, &sampler);
        for turn in findings.turns.found() {
            told += 1;
            let mut moved = scenario.clone();
            turn.lever.set(&knowledge, &mut moved, turn.to);
            let (chosen, decided) = answered(&knowledge, &moved, &sampler);
            assert_eq!(decided, [turn.answered.is_some(); 3]);
            assert!(
                turn.answered
                    .is_none_or(|answered| chosen == Some(answered))
            );
            assert_ne!(turn.answered, findings.answers.attachment().chosen);
        }
    }
    assert!(told > 5, "{told}");
}
