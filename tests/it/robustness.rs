//! Robustness and sensitivity agree with closed forms, published examples and brute force.

use attache::analysis::smaa::{Tally, WeightSamples};
use attache::analysis::{
    Answers, Coverage, Estimate, Flip, Inputs, JointFlip, Lever, Sampler, Sensitivity, Survey,
    dominances, rank_order_centroid, smallest_joint, warnings,
};
use attache::model::{AlternativeId, Knowledge, Profile, Scenario, SliderAt};
use attache::store::examples;
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

fn answers(knowledge: &Knowledge, scenario: &Scenario) -> Answers {
    Answers::new(knowledge, Inputs::read(knowledge, scenario))
}

fn example(index: usize) -> (Knowledge, Scenario) {
    let knowledge = Knowledge::builtin();
    let example = &examples()[index];
    let scenario = Profile::parse(&knowledge, example.name, example.text)
        .unwrap()
        .scenarios
        .first;
    (knowledge, scenario)
}

fn set(scenario: &mut Scenario, knowledge: &Knowledge, lever: Lever, value: f64) {
    match lever {
        Lever::Slider(slider) => {
            let input = &mut scenario.factors[&knowledge.factors[slider.factor].id];
            input.quantities[&knowledge.quantity(slider).id].value = value;
        }
        Lever::Weight(factor) => {
            scenario.factors[&knowledge.factors[factor].id].weight = value;
        }
    }
}

// ---- Published examples -------------------------------------------------------------------

/// A beta variate with whole parameters, as the a-th smallest of a + b - 1 uniform numbers.
fn beta(random: &mut Pcg64Mcg, a: usize, b: usize) -> f64 {
    let mut uniform: Vec<f64> = (0..a + b - 1).map(|_| random.random::<f64>()).collect();
    uniform.sort_by(f64::total_cmp);
    uniform[a - 1]
}

/// The "thrombolytics" example of the R package `smaa` (G. van Valkenhoef; after Lynd & O'Brien,
/// *J. Clin. Epidemiol.* 57, 2004): heparin and enoxaparin on three criteria whose measurements are
/// beta variates, with linear decreasing partial values. Rows: alternative; columns: criterion.
fn thrombolytics(random: &mut Pcg64Mcg) -> Vec<f32> {
    const SCALES: [(f64, f64); 3] = [(0.0, 0.25), (0.15, 0.4), (0.0, 0.1)];
    const BETAS: [[(usize, usize); 3]; 2] = [
        [(20, 116), (40, 96), (1, 135)],
        [(8, 121), (32, 97), (5, 124)],
    ];
    let mut values = Vec::new();
    for criteria in BETAS {
        for ((a, b), (best, worst)) in criteria.into_iter().zip(SCALES) {
            values.push(((worst - beta(random, a, b)) / (worst - best)) as f32);
        }
    }
    values
}

/// The published figures come from this many iterations, and so have errors of their own.
const PUBLISHED_ITERATIONS: f64 = 10_000.0;

fn agrees(ours: Estimate, published: f64) {
    let theirs = (published * (1.0 - published) / PUBLISHED_ITERATIONS).sqrt();
    let error = ours.error.hypot(theirs);
    assert!(
        (ours.value - published).abs() < 3.0 * error,
        "{ours:?} {published} {error}"
    );
}

#[test]
fn published_example_without_preferences() {
    const BLOCKS: usize = 8192;
    let mut random = Pcg64Mcg::seed_from_u64(1);
    let weights = WeightSamples::uniform(3, BLOCKS * 16, 2);
    let mut tally = Tally::new(2, 3);
    let draws: Vec<Vec<f32>> = (0..BLOCKS).map(|_| thrombolytics(&mut random)).collect();
    for (block, values) in draws.iter().enumerate() {
        tally.score(&weights, block * 16..(block + 1) * 16, &[0.0; 2], values);
    }
    agrees(tally.acceptability(0, 0), 0.3504);
    agrees(tally.acceptability(1, 0), 0.6496);

    // Published central weights, and the confidence factors that follow from them.
    let published = [
        ([0.1865097, 0.2772205, 0.5362698], 0.6682),
        ([0.4073100, 0.3641477, 0.2285423], 0.8956),
    ];
    for (alternative, (central, confidence)) in published.into_iter().enumerate() {
        let ours = tally.central_weights(alternative).unwrap();
        for (ours, theirs) in ours.iter().zip(central) {
            // A mean of some 3,500 weights with a spread of about 0.22 on their side.
            assert!(
                (ours - theirs).abs() < 3.0 * 0.22 / 3500_f64.sqrt(),
                "{ours} {theirs}"
            );
        }
        let score = |values: &[f32], a: usize| -> f64 {
            (0..3).map(|f| ours[f] * f64::from(values[a * 3 + f])).sum()
        };
        let first = draws
            .iter()
            .filter(|values| score(values, alternative) > score(values, 1 - alternative))
            .count() as f64
            / BLOCKS as f64;
        let first = Estimate {
            value: first,
            error: (first * (1.0 - first) / BLOCKS as f64).sqrt(),
        };
        agrees(first, confidence);
    }
}

#[test]
fn published_example_with_exact_weights() {
    const BLOCKS: usize = 16_384;
    const WEIGHTS: [f32; 3] = [0.5, 0.2, 0.3];
    let mut random = Pcg64Mcg::seed_from_u64(3);
    let samples = WeightSamples::uniform(3, 16, 2);
    let mut tally = Tally::new(2, 3);
    for _ in 0..BLOCKS {
        let values = thrombolytics(&mut random);
        let fixed = |a: usize| (0..3).map(|f| WEIGHTS[f] * values[a * 3 + f]).sum::<f32>();
        tally.score(&samples, 0..16, &[fixed(0), fixed(1)], &[0.0; 6]);
    }
    agrees(tally.acceptability(0, 0), 0.1279);
}

// ---- The survey of a scenario --------------------------------------------------------------

#[test]
fn without_doubt_the_survey_is_the_answer() {
    let (knowledge, mut scenario) = example(0);
    scenario.weight_doubt = 0.0;
    for input in scenario.factors.values_mut() {
        for setting in input.quantities.values_mut() {
            setting.plus_minus = 0.0;
        }
    }
    let sampler = Sampler::new(&knowledge, 8, 1);
    let survey = Survey::complete(&knowledge, &scenario, &sampler);
    for (answer, survey) in answers(&knowledge, &scenario)
        .answers
        .iter()
        .zip(survey.questions())
    {
        for (rank, &alternative) in answer.ranking.iter().enumerate() {
            let sure = Estimate {
                value: 1.0,
                error: 0.0,
            };
            assert_eq!(survey.acceptability(alternative, rank), Some(sure));
        }
        assert_eq!(survey.confidence(answer.ranking[0]), Some(1.0));
        for gain in survey.value_of_information(&sampler) {
            assert_eq!(gain, Estimate::default());
        }
    }
}

#[test]
fn what_is_missing_is_never_accepted_and_shares_add_up() {
    let (knowledge, scenario) = example(2);
    let sampler = Sampler::new(&knowledge, 64, 1);
    let survey = Survey::complete(&knowledge, &scenario, &sampler);
    assert!(!scenario.has_department("communications"));
    let attachment = &survey.questions()[knowledge.always.attachment];
    let (communications, _) = knowledge
        .attachment()
        .alternative("communications")
        .unwrap();
    assert_eq!(attachment.acceptability(communications, 0), None);
    for (question, survey) in knowledge.questions.iter().zip(survey.questions()) {
        let all: f64 = question
            .alternatives
            .ids()
            .filter_map(|a| survey.acceptability(a, 0))
            .map(|share| share.value)
            .sum();
        assert!((all - 1.0).abs() < 1e-9);
        assert_eq!(survey.samples(), 64.0 * 256.0);
    }
}

#[test]
fn slices_and_seeds_do_not_change_the_figures() {
    let (knowledge, scenario) = example(5);
    let sampler = Sampler::new(&knowledge, 40, 9);
    let whole = Survey::complete(&knowledge, &scenario, &sampler);
    let mut sliced = Survey::new(&knowledge, &scenario);
    while !sliced.is_complete(&sampler) {
        sliced.advance(&knowledge, &scenario, &sampler, 7);
    }
    let other = Sampler::new(&knowledge, 400, 10);
    let other = Survey::complete(&knowledge, &scenario, &other);
    for question in knowledge.questions.ids() {
        let figures = |survey: &Survey| {
            let survey = &survey.questions()[question];
            let of = |&a: &AlternativeId| survey.acceptability(a, 0).unwrap();
            survey.alternatives.iter().map(of).collect::<Vec<_>>()
        };
        assert_eq!(figures(&whole), figures(&sliced));
        for (a, b) in figures(&whole).into_iter().zip(figures(&other)) {
            assert!(
                (a.value - b.value).abs() <= 4.0 * a.error.hypot(b.error) + 1e-3,
                "{a:?} {b:?}"
            );
        }
    }
}

#[test]
fn information_is_worth_something_where_there_is_doubt() {
    // In the middle of everything, the answer hangs on what is known last.
    let knowledge = Knowledge::builtin();
    let mut scenario = Scenario::new(&knowledge);
    let sampler = Sampler::new(&knowledge, 256, 4);
    for input in scenario.factors.values_mut() {
        for setting in input.quantities.values_mut() {
            setting.plus_minus = 0.0;
        }
    }
    scenario.factors["exposure"].unknown = true;
    let survey = Survey::complete(&knowledge, &scenario, &sampler);
    let gains = survey.questions()[knowledge.always.attachment].value_of_information(&sampler);
    let exposure = knowledge.factors.position(|f| f.id == "exposure").unwrap();
    for (factor, gain) in gains.pairs() {
        if factor == exposure {
            assert!(
                gain.value > 2.5 * gain.error && gain.value > 0.02,
                "{gain:?}"
            );
        } else {
            assert_eq!(gain.value, 0.0);
        }
    }
}

// ---- Sensitivity --------------------------------------------------------------------------

fn leader(knowledge: &Knowledge, scenario: &Scenario) -> Option<AlternativeId> {
    answers(knowledge, scenario).attachment().leader()
}

fn company() -> impl Strategy<Value = Scenario> {
    any::<u64>().prop_map(|seed| {
        crate::companies::draw_any(&Knowledge::builtin(), &mut Pcg64Mcg::seed_from_u64(seed))
    })
}

/// Companies in round numbers, some without any strategy or theme: leads meet at whole points, and
/// silence can be broken.
fn coarse(knowledge: &Knowledge, random: &mut Pcg64Mcg) -> Scenario {
    let mut scenario = crate::companies::draw_any(knowledge, random);
    for input in scenario.factors.values_mut() {
        let (grain, silent) = (random.random_range(1..=50), random.random_bool(0.2));
        let round = |value: f64| ((value / f64::from(grain)).round() * f64::from(grain)).min(100.0);
        input.weight = round(input.weight);
        for setting in input.quantities.values_mut() {
            setting.value = if silent { 0.0 } else { round(setting.value) };
        }
    }
    scenario
}

fn flips(knowledge: &Knowledge, scenario: &Scenario) -> Vec<Flip> {
    let now = answers(knowledge, scenario);
    Sensitivity::new(knowledge, scenario, &now.inputs, now.attachment()).flips
}

fn leader_at(
    knowledge: &Knowledge,
    scenario: &Scenario,
    lever: Lever,
    x: f64,
) -> Option<AlternativeId> {
    let mut moved = scenario.clone();
    set(&mut moved, knowledge, lever, x);
    leader(knowledge, &moved)
}

#[test]
fn a_flip_names_who_leads_after_it() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(3);
    let mut told = 0;
    for round in 0..1000 {
        let scenario = if round % 2 == 0 {
            coarse(&knowledge, &mut random)
        } else {
            crate::companies::draw_any(&knowledge, &mut random)
        };
        let first = leader(&knowledge, &scenario);
        let flips = flips(&knowledge, &scenario);
        let sizes = flips.iter().map(|flip| (flip.to - flip.from).abs());
        assert!(sizes.is_sorted());
        for flip in flips {
            let after = leader_at(&knowledge, &scenario, flip.lever, flip.to);
            assert_eq!(after, Some(flip.alternative), "{flip:?} of company {round}");
            assert_ne!(after, first);
            told += 1;
        }
    }
    assert!(told > 2000, "only {told} flips");
}

#[test]
fn no_whole_point_nearer_than_a_flip_makes_another_lead() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(4);
    for _ in 0..40 {
        let scenario = coarse(&knowledge, &mut random);
        let Some(first) = leader(&knowledge, &scenario) else {
            continue;
        };
        let flips = flips(&knowledge, &scenario);
        let told = |lever: Lever, up: bool| {
            let mut mine = flips.iter().filter(|flip| flip.lever == lever);
            Some(mine.find(|flip| (flip.to > flip.from) == up)?.to)
        };
        let found = |lever: Lever, points: Vec<f64>| {
            points.into_iter().find(|&x| {
                leader_at(&knowledge, &scenario, lever, x).is_some_and(|leader| leader != first)
            })
        };
        for (at, factor) in knowledge.factors.pairs() {
            let input = &scenario.factors[&factor.id];
            let mut levers = vec![(Lever::Weight(at), input.weight)];
            for (quantity, setting) in factor.quantities.ids().zip(input.quantities.values()) {
                let lever = Lever::Slider(SliderAt {
                    factor: at,
                    quantity,
                });
                levers.push((lever, setting.value));
            }
            for (lever, from) in levers {
                let up = (0..=100).map(f64::from).filter(|&x| x > from).collect();
                assert_eq!(told(lever, true), found(lever, up), "{lever:?}");
                let down = (0..=100).rev().map(f64::from);
                let down = down.filter(|&x| x < from).collect();
                assert_eq!(told(lever, false), found(lever, down), "{lever:?}");
            }
        }
    }
}

#[test]
fn the_first_word_of_a_strategy_may_turn_the_answer() {
    // No strategy yet, and all else in the middle but for a little less ambition and risk.
    let knowledge = Knowledge::builtin();
    let mut scenario = Scenario::new(&knowledge);
    for (id, input) in &mut scenario.factors {
        for (quantity, setting) in &mut input.quantities {
            setting.value = match (id.as_str(), quantity.as_str()) {
                ("strategy", _) => 0.0,
                ("ambition", "presence") => 45.0,
                ("exposure", "risk") => 40.0,
                _ => 50.0,
            };
        }
    }
    let first = flips(&knowledge, &scenario).swap_remove(0);
    assert_eq!((first.from, first.to), (0.0, 1.0), "{first:?}");
}

#[test]
fn a_mix_that_falls_silent_may_turn_the_answer() {
    let knowledge = Knowledge::builtin();
    for factor in ["strategy", "themes"] {
        let mut random = Pcg64Mcg::seed_from_u64(6);
        let mut turned = 0;
        for _ in 0..1000 {
            let mut scenario = crate::companies::draw(&knowledge, &mut random);
            let last = random.random_range(1..=30_u8);
            for (at, setting) in scenario.factors[factor].quantities.values_mut().enumerate() {
                setting.value = if at == 0 { f64::from(last) } else { 0.0 };
            }
            let id = scenario.factors[factor].quantities.keys().next().cloned();
            let slider = knowledge.slider(&id.unwrap()).unwrap();
            let first = leader(&knowledge, &scenario);
            let lever = Lever::Slider(slider);
            // Only what is lost with the last word.
            let mut spoken = (1..last).map(f64::from).chain([0.1, 0.001]);
            let lost = |x: f64| leader_at(&knowledge, &scenario, lever, x) != first;
            if spoken.any(lost) {
                continue;
            }
            let silent = leader_at(&knowledge, &scenario, lever, 0.0);
            let now = answers(&knowledge, &scenario);
            let found = Sensitivity::new(&knowledge, &scenario, &now.inputs, now.attachment());
            let hold = found.quantities[slider.factor][slider.quantity]
                .as_ref()
                .unwrap();
            let told = found.flips.iter();
            let mut told = told.filter(|flip| flip.lever == lever && flip.to < flip.from);
            if silent == first {
                assert_eq!((hold.low, hold.below, told.next()), (0.0, None, None));
                continue;
            }
            turned += 1;
            // The leader leads as long as anything is said.
            assert!(hold.low > 0.0 && hold.low < 1e-3, "{hold:?}");
            assert_eq!(hold.below, silent);
            assert_eq!(
                told.next().map(|flip| (flip.to, Some(flip.alternative))),
                Some((0.0, silent))
            );
        }
        assert!(turned > 0, "{factor}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn holds_are_where_brute_force_finds_them(scenario in company()) {
        let knowledge = Knowledge::builtin();
        let now = answers(&knowledge, &scenario);
        let Some(first) = now.attachment().leader() else { return Ok(()) };
        if now.attachment().ranking.len() < 2 {
            return Ok(());
        }
        let sensitivity = Sensitivity::new(&knowledge, &scenario, &now.inputs, now.attachment());
        let mut levers = Vec::new();
        for (factor, holds) in sensitivity.quantities.pairs() {
            for (quantity, hold) in holds.pairs() {
                let slider = SliderAt { factor, quantity };
                levers.push((Lever::Slider(slider), hold.clone().unwrap()));
            }
        }
        for (factor, hold) in sensitivity.weights.pairs() {
            levers.push((Lever::Weight(factor), hold.clone().unwrap()));
        }
        for (lever, hold) in levers {
            let at = |x: f64| {
                let mut moved = scenario.clone();
                set(&mut moved, &knowledge, lever, x);
                leader(&knowledge, &moved)
            };
            // Just inside, the leader still leads; just outside, the one named does; on a lead so
            // flat that rounding hides it, nobody does.
            const NEAR: f64 = 1e-5;
            for (edge, out, takes) in [(hold.low, -NEAR, hold.below), (hold.high, NEAR, hold.above)] {
                let Some(next) = takes else { continue };
                if (edge - out).clamp(0.0, 100.0) == edge - out {
                    let inside = at(edge - out);
                    prop_assert!(inside.is_none_or(|a| a == first), "{:?} {:?}", lever, hold);
                }
                let beyond = edge + out;
                if (0.0..=100.0).contains(&beyond) {
                    let outside = at(beyond);
                    prop_assert!(outside.is_none_or(|a| a == next), "{:?} {:?}", lever, hold);
                }
            }
            for step in 1..20 {
                let x = hold.low + (hold.high - hold.low) * f64::from(step) / 20.0;
                prop_assert!(at(x) == Some(first) || hold.high - hold.low < 1e-6, "{:?} at {} of {:?}", lever, x, hold);
            }
        }
    }

    #[test]
    fn joint_changes_flip_and_are_no_larger_than_single_ones(scenario in company()) {
        let knowledge = Knowledge::builtin();
        let now = answers(&knowledge, &scenario);
        let Some(first) = now.attachment().leader() else { return Ok(()) };
        let sensitivity = Sensitivity::new(&knowledge, &scenario, &now.inputs, now.attachment());
        let joint = smallest_joint(&knowledge, &scenario, &now.inputs, now.attachment());
        let single = sensitivity.flips.iter().find(|f| matches!(f.lever, Lever::Slider(_)));
        let Some(joint) = joint else {
            prop_assert!(single.is_none(), "a single change flips, but no joint one: {:?}", single);
            return Ok(());
        };
        let mut moved = scenario.clone();
        for change in &joint.moves {
            prop_assert!((change.to - change.from).abs() <= joint.radius + 1e-6);
            set(&mut moved, &knowledge, change.lever, change.to);
        }
        prop_assert_eq!(leader(&knowledge, &moved), Some(joint.alternative));
        prop_assert_ne!(joint.alternative, first);
        if let Some(single) = single {
            prop_assert!(joint.radius <= (single.to - single.from).abs() + 1e-6);
        }
    }
}

fn joint(knowledge: &Knowledge, scenario: &Scenario) -> Option<JointFlip> {
    let now = answers(knowledge, scenario);
    smallest_joint(knowledge, scenario, &now.inputs, now.attachment())
}

#[test]
fn no_smaller_joint_change_is_found_by_trying() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(8);
    let (mut found, mut none) = (0, 0);
    for round in 0..60 {
        let scenario = coarse(&knowledge, &mut random);
        let Some(first) = leader(&knowledge, &scenario) else {
            continue;
        };
        let joint = joint(&knowledge, &scenario);
        let radius = joint.as_ref().map_or(100.0, |joint| 0.97 * joint.radius);
        if joint.is_some() {
            found += 1;
        } else {
            none += 1;
        }
        for _ in 0..300 {
            let mut moved = scenario.clone();
            for (at, factor) in knowledge.factors.pairs() {
                let input = &mut moved.factors[&factor.id];
                let silent = input
                    .quantities
                    .values()
                    .all(|setting| setting.value == 0.0);
                if silent && radius < 1.0 {
                    // What says nothing yet begins with a whole point.
                    continue;
                }
                for (quantity, setting) in
                    factor.quantities.ids().zip(input.quantities.values_mut())
                {
                    let from = setting.value;
                    let (low, high) = ((from - radius).max(0.0), (from + radius).min(100.0));
                    let lever = Lever::Slider(SliderAt {
                        factor: at,
                        quantity,
                    });
                    let moves = joint.iter().flat_map(|joint| &joint.moves);
                    let told = moves.clone().find(|change| change.lever == lever);
                    setting.value = match random.random_range(0..8) {
                        0 => low,
                        1 => high,
                        2 => random.random_range(low..=high),
                        _ => told.map_or(from, |told| told.to.clamp(low, high)),
                    };
                }
            }
            let after = leader(&knowledge, &moved);
            assert!(after.is_none_or(|after| after == first), "company {round}");
        }
    }
    assert!(found > 30 && none > 0, "{found} {none}");
}

/// The least lead over each other department, factor by factor on a fine grid of all that is within a
/// radius: no factor has a slider of another.
fn least_leads(knowledge: &Knowledge, scenario: &Scenario, radius: f64) -> Vec<f64> {
    let now = answers(knowledge, scenario);
    let answer = now.attachment();
    let leader = answer.leader().unwrap();
    let rivals: Vec<AlternativeId> = answer.ranking[1..].to_vec();
    let mut leads = vec![0.0; rivals.len()];
    for (at, factor) in knowledge.factors.pairs() {
        let input = &scenario.factors[&factor.id];
        let silent = input
            .quantities
            .values()
            .all(|setting| setting.value == 0.0);
        let steps = if factor.quantities.len() < 4 { 10 } else { 6 };
        let still = input.unknown || input.weight == 0.0;
        // What says nothing yet begins with a whole point.
        let still = still || silent && radius < 1.0 && factor.quantities.len() > 2;
        let sliders = if still { 0 } else { factor.quantities.len() };
        let mut least = vec![f64::INFINITY; rivals.len()];
        for number in 0..(steps + 2_usize).pow(sliders as u32) {
            let mut moved = scenario.clone();
            let mut left = number;
            let mut settings = moved.factors[&factor.id].quantities.values_mut();
            for setting in settings.by_ref().take(sliders) {
                let (low, high) = (
                    (setting.value - radius).max(0.0),
                    (setting.value + radius).min(100.0),
                );
                let step = left % (steps + 2);
                left /= steps + 2;
                if step <= steps {
                    setting.value = low + (high - low) * step as f64 / steps as f64;
                }
            }
            let after = answers(knowledge, &moved);
            let of = |a: AlternativeId| after.attachment().factor_values[a][at];
            for (least, &rival) in least.iter_mut().zip(&rivals) {
                *least = least.min(of(leader) - of(rival));
            }
        }
        for (lead, least) in leads.iter_mut().zip(least) {
            *lead += now.inputs.weights[at] * least;
        }
    }
    leads
}

#[test]
fn on_a_grid_no_joint_change_is_smaller_and_silence_hides_none() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(12);
    let mut found = 0;
    for round in 0..12 {
        let mut scenario = coarse(&knowledge, &mut random);
        for (at, factor) in ["strategy", "themes"].into_iter().enumerate() {
            if round & (1 << at) == 0 {
                for setting in scenario.factors[factor].quantities.values_mut() {
                    setting.value = 0.0;
                }
            }
        }
        if leader(&knowledge, &scenario).is_none() {
            continue;
        }
        let joint = joint(&knowledge, &scenario);
        let radius = joint.as_ref().map_or(100.0, |joint| 0.999 * joint.radius);
        for lead in least_leads(&knowledge, &scenario, radius) {
            assert!(lead > 0.0, "company {round}: {lead} within {radius}");
        }
        let Some(joint) = joint else { continue };
        found += 1;
        assert!(joint.radius > 1e-6 && !joint.moves.is_empty());
        let mut moved = scenario.clone();
        for change in &joint.moves {
            set(&mut moved, &knowledge, change.lever, change.to);
        }
        assert_eq!(leader(&knowledge, &moved), Some(joint.alternative));
    }
    assert!(found > 3, "{found}");
}

/// A company with these sliders; any other stands where it does in a new profile.
fn with_sliders(knowledge: &Knowledge, sliders: &[(&str, f64)]) -> Scenario {
    let mut scenario = Scenario::new(knowledge);
    for (id, value) in sliders {
        let mut factors = scenario.factors.values_mut();
        let setting = factors.find_map(|input| input.quantities.get_mut(*id));
        setting.unwrap().value = *value;
    }
    scenario
}

#[test]
fn the_first_word_of_a_strategy_or_of_themes_is_a_change() {
    let knowledge = Knowledge::builtin();
    let strategy = ["push_content", "offer_experience", "listen_and_reply"];
    let themes = [
        "marketing",
        "corporate_brand",
        "employer_brand",
        "customer_service",
    ];
    for silent in [&strategy[..], &themes[..]] {
        // Some companies stand so near another answer that the first word turns theirs.
        let mut random = Pcg64Mcg::seed_from_u64(3);
        let mut turned = 0;
        for _ in 0..300 {
            let mut scenario = crate::companies::draw(&knowledge, &mut random);
            let inputs = scenario.factors.values_mut();
            for (id, setting) in inputs.flat_map(|input| &mut input.quantities) {
                if silent.contains(&id.as_str()) {
                    setting.value = 0.0;
                }
            }
            let first = leader(&knowledge, &scenario);
            let Some(joint) = joint(&knowledge, &scenario) else {
                continue;
            };
            if (joint.radius - 1.0).abs() > 1e-3 {
                continue;
            }
            turned += 1;
            let mut moved = scenario.clone();
            for change in &joint.moves {
                set(&mut moved, &knowledge, change.lever, change.to);
            }
            assert_ne!(leader(&knowledge, &moved), first);
            assert_eq!(leader(&knowledge, &moved), Some(joint.alternative));
        }
        assert!(turned > 0, "{silent:?}");
    }
}

/// Of thousands of companies within a radius, most at its ends, none has another leader.
fn assert_nothing_nearer(knowledge: &Knowledge, scenario: &Scenario, radius: f64) {
    let mut random = Pcg64Mcg::seed_from_u64(9);
    let first = leader(knowledge, scenario);
    for _ in 0..4000 {
        let mut moved = scenario.clone();
        let known = moved.factors.values_mut().filter(|input| !input.unknown);
        for setting in known.flat_map(|input| input.quantities.values_mut()) {
            let far = [-radius, 0.0, radius][random.random_range(0..3)];
            setting.value = (setting.value + far).clamp(0.0, 100.0);
        }
        assert_eq!(leader(knowledge, &moved), first);
    }
}

#[test]
fn themes_that_say_nothing_yet_do_not_hide_the_smallest_change() {
    let knowledge = Knowledge::builtin();
    let sliders = [
        ("marketing", 0.0),
        ("corporate_brand", 0.0),
        ("employer_brand", 0.0),
        ("customer_service", 0.0),
    ];
    // Nothing is said of themes; the strategy is not known, or not there yet.
    let some = [
        ("scattered", 70.3),
        ("hierarchical", 64.57),
        ("siloed", 9.179),
        ("density", 15.0),
        ("risk", 100.0),
        ("presence", 74.0),
        ("weight", 0.517566645288),
        ("history", 37.37445927753),
        ("social_culture", 73.811048713991),
        ("skills", 44.538385849643),
    ];
    let mut one = with_sliders(&knowledge, &[&sliders[..], &some].concat());
    let weights = [37.1, 3.76, 93.39, 13.27, 75.79, 83.03, 50.25];
    for (input, weight) in one.factors.values_mut().zip(weights) {
        input.weight = weight;
    }
    one.factors["strategy"].unknown = true;
    one.factors["agency"].choice = "advertising".to_owned();
    let found = joint(&knowledge, &one).unwrap();
    assert_nothing_nearer(&knowledge, &one, 0.99 * found.radius);

    let others = [
        ("presence", 17.0),
        ("scattered", 30.0),
        ("hierarchical", 50.3),
        ("siloed", 22.0),
        ("push_content", 0.0),
        ("listen_and_reply", 0.0),
        ("offer_experience", 0.0),
        ("skills", 98.792),
        ("social_culture", 95.425),
        ("risk", 59.23),
        ("density", 47.0),
    ];
    let mut other = with_sliders(&knowledge, &[&sliders[..], &others].concat());
    let weights = [81.05, 51.04, 90.24, 97.26, 85.11, 3.2, 61.67];
    for (input, weight) in other.factors.values_mut().zip(weights) {
        input.weight = weight;
    }
    for department in &mut other.departments {
        department.hosts = matches!(department.id.as_str(), "general_management" | "marketing");
    }
    let found = joint(&knowledge, &other).unwrap();
    assert_nothing_nearer(&knowledge, &other, 0.99 * found.radius);
}

#[test]
fn domination_means_no_weights_can_turn_it() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(1);
    let mut found = 0;
    for _ in 0..200 {
        let scenario = crate::companies::draw_any(&knowledge, &mut random);
        for answer in &answers(&knowledge, &scenario).answers {
            for (better, worse) in dominances(answer) {
                found += 1;
                assert!(answer.values[better] >= answer.values[worse] - 1e-9);
                for _ in 0..20 {
                    let w: Vec<f64> = knowledge.factors.iter().map(|_| random.random()).collect();
                    let score = |a: AlternativeId| -> f64 {
                        let row = answer.factor_values[a].iter().zip(&w);
                        row.map(|(v, w)| v * w).sum()
                    };
                    assert!(score(better) >= score(worse) - 1e-9);
                }
            }
        }
    }
    assert!(found > 20, "only {found} pairs in two hundred companies");
}

#[test]
fn on_straight_curves_the_joint_change_has_a_closed_form() {
    // Every factor but one without weight; its curves to two departments are straight lines.
    let knowledge = Knowledge::builtin();
    let mut scenario = Scenario::new(&knowledge);
    scenario
        .departments
        .retain(|d| d.id == "general_management" || d.id == "marketing");
    for input in scenario.factors.values_mut() {
        input.weight = 0.0;
    }
    let input = &mut scenario.factors["culture"];
    input.weight = 50.0;
    for (id, value) in [
        ("siloed", 90.0),
        ("hierarchical", 85.0),
        ("scattered", 20.0),
    ] {
        input.quantities[id].value = value;
    }
    let now = answers(&knowledge, &scenario);
    let answer = now.attachment();
    let question = knowledge.attachment();
    let factor = knowledge.factors.position(|f| f.id == "culture").unwrap();
    let [management, marketing] = ["general_management", "marketing"].map(|id| {
        let (alternative, _) = question.alternative(id).unwrap();
        alternative
    });
    // The lead of general management over marketing, by one measure.
    let gap = |id: &str, x: f64| -> f64 {
        let measure = knowledge.measure(id).unwrap();
        let response = question.responses.iter().find(|r| r.measure == measure);
        let curves = response.unwrap().curves.iter();
        let sides = curves.map(|curve| match curve.to {
            to if to == management => curve.at(x),
            to if to == marketing => -curve.at(x),
            _ => 0.0,
        });
        question.scales[factor] * sides.sum::<f64>()
    };
    let base = |alternative: AlternativeId| question.alternatives[alternative].base;
    let mut lead = base(management) - base(marketing);
    let mut slopes = Vec::new();
    for (id, setting) in &scenario.factors["culture"].quantities {
        lead += gap(id, setting.value);
        slopes.push((gap(id, 100.0) - gap(id, 0.0)) / 100.0);
    }
    assert_eq!(answer.leader(), Some(management));
    assert!((answer.values[management] - answer.values[marketing] - lead).abs() < 1e-9);
    let exact = lead / slopes.iter().map(|slope| slope.abs()).sum::<f64>();
    let joint = smallest_joint(&knowledge, &scenario, &now.inputs, answer).unwrap();
    assert!(
        (joint.radius - exact).abs() < 1e-4,
        "{} {exact}",
        joint.radius
    );
    assert_eq!(joint.moves.len(), 3);
}

#[test]
fn weights_of_which_only_the_order_is_known_stand_in_it_around_their_centroid() {
    let samples = WeightSamples::uniform(5, 40_000, 3);
    let mut drawn = WeightSamples::default();
    let mean = |drawn: &WeightSamples| -> Vec<f64> {
        let means = (0..5).map(|factor| {
            let weights = (0..drawn.len()).map(|sample| drawn.get(sample)[factor]);
            weights.sum::<f64>() / drawn.len() as f64
        });
        means.collect()
    };
    samples.in_order(&[0.3, 0.1, 0.4, 0.2, 0.0], 0..40_000, &mut drawn);
    for sample in 0..drawn.len() {
        let one = drawn.get(sample);
        assert!(
            one[2] >= one[0] && one[0] >= one[3] && one[3] >= one[1],
            "{one:?}"
        );
        assert_eq!(one[4], 0.0);
        assert!((one.iter().sum::<f64>() - 1.0).abs() < 1e-5);
    }
    let centroid = rank_order_centroid(4);
    assert!((centroid[0] - 25.0 / 48.0).abs() < 1e-12);
    for (mean, rank) in mean(&drawn).into_iter().zip([1, 3, 0, 2]) {
        assert!((mean - centroid[rank]).abs() < 0.003, "{mean} {rank}");
    }
    // What is level stays level.
    samples.in_order(&[0.4, 0.1, 0.4, 0.1, 0.0], 0..1_000, &mut drawn);
    for sample in 0..drawn.len() {
        let one = drawn.get(sample);
        assert!(one[0] == one[2] && one[1] == one[3] && one[0] >= one[1]);
    }
    // Around given weights, the mean leans to what counts more and keeps to their order.
    samples.around(&[0.3, 0.1, 0.4, 0.2, 0.0], 0..40_000, &mut drawn);
    let leaning = mean(&drawn);
    assert!(leaning[2] > leaning[0] && leaning[0] > leaning[3] && leaning[3] > leaning[1]);
    assert_eq!(leaning[4], 0.0);
    samples.around(&[0.2; 5], 0..40_000, &mut drawn);
    for mean in mean(&drawn) {
        assert!((mean - 0.2).abs() < 0.003, "{mean}");
    }
    samples.around(&[0.0; 5], 0..16, &mut drawn);
    assert_eq!(drawn.get(3), [0.0; 5]);
}

// ---- Coverage and warnings ----------------------------------------------------------------

fn warned(knowledge: &Knowledge, scenario: &Scenario) -> Vec<String> {
    let answers = answers(knowledge, scenario);
    let coverage = Coverage::new(knowledge, scenario, &answers);
    warnings(knowledge, &answers, &coverage)
        .into_iter()
        .map(|index| knowledge.warnings[index].id.clone())
        .collect()
}

#[test]
fn every_warning_can_be_raised_and_lowered() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(5);
    let mut raised = vec![0; knowledge.warnings.len()];
    const COMPANIES: usize = 400;
    for number in 0..COMPANIES {
        let mut scenario = crate::companies::draw(&knowledge, &mut random);
        if number % 40 == 0 {
            for setting in scenario.factors["strategy"].quantities.values_mut() {
                setting.value = 0.0;
            }
        }
        if number % 40 == 2 {
            // A subject that matters little to a scattered company which is much talked about.
            for input in scenario.factors.values_mut() {
                input.weight = 0.0;
            }
            for (factor, weight, sliders) in [
                ("ambition", 80.0, &[("presence", 12.0)][..]),
                (
                    "strategy",
                    85.0,
                    &[
                        ("push_content", 90.0),
                        ("offer_experience", 26.0),
                        ("listen_and_reply", 4.0),
                    ],
                ),
                (
                    "culture",
                    94.0,
                    &[
                        ("siloed", 99.0),
                        ("hierarchical", 71.0),
                        ("scattered", 98.0),
                    ],
                ),
                ("exposure", 0.0, &[("risk", 90.0)]),
            ] {
                let input = &mut scenario.factors[factor];
                input.weight = weight;
                for (id, value) in sliders {
                    input.quantities[*id].value = *value;
                }
            }
        }
        if number % 40 == 1 {
            // What the company merely publishes is all that counts for it.
            for input in scenario.factors.values_mut() {
                input.weight = 0.0;
            }
            scenario.factors["exposure"].quantities["risk"].value = 90.0;
            let strategy = &mut scenario.factors["strategy"];
            strategy.weight = 50.0;
            for (id, setting) in &mut strategy.quantities {
                setting.value = if id == "push_content" { 100.0 } else { 0.0 };
            }
        }
        for id in warned(&knowledge, &scenario) {
            raised[knowledge.warnings.iter().position(|w| w.id == id).unwrap()] += 1;
        }
    }
    for (warning, raised) in knowledge.warnings.iter().zip(raised) {
        assert!((1..COMPANIES).contains(&raised), "{}: {raised}", warning.id);
    }
}

#[test]
fn no_strategy_is_an_answer_and_is_said() {
    let (knowledge, mut scenario) = example(0);
    assert!(!warned(&knowledge, &scenario).contains(&"no_strategy".to_owned()));
    for setting in scenario.factors["strategy"].quantities.values_mut() {
        setting.value = 0.0;
    }
    assert!(warned(&knowledge, &scenario).contains(&"no_strategy".to_owned()));
    let answers = answers(&knowledge, &scenario);
    assert!(answers.attachment().chosen.is_some());
    // Without a posture there is no contact point, and nothing to leave unattended.
    assert!(
        Coverage::new(&knowledge, &scenario, &answers)
            .points
            .is_empty()
    );
}

#[test]
fn capacity_is_shared_out_and_never_exceeded() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(6);
    for _ in 0..200 {
        let scenario = crate::companies::draw_any(&knowledge, &mut random);
        let answers = answers(&knowledge, &scenario);
        let coverage = Coverage::new(&knowledge, &scenario, &answers);
        let held: f64 = coverage.points.iter().map(|p| p.load * p.served).sum();
        assert!(held <= coverage.capacity + 1e-9);
        assert!((held - coverage.capacity.min(coverage.load())).abs() < 1e-9);
        assert!(coverage.points.is_sorted_by(|a, b| a.load >= b.load));
        let left = coverage.unattended().count();
        assert_eq!(left == 0, coverage.load() <= coverage.capacity + 1e-9);
    }
}
