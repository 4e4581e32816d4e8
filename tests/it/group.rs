//! The room's opinions: medians, spreads ordered by their effect, and acceptability without averages.

use attache::analysis::{Answers, Estimate, Group, Inputs, Sampler, Survey};
use attache::model::{Knowledge, Profile};
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

fn gather(knowledge: &Knowledge, people: &[Profile]) -> Profile {
    let mut profile = Profile::new(knowledge, "2026-01-01");
    for (index, person) in people.iter().enumerate() {
        profile
            .opinions
            .push(person.as_scenario(&format!("P{index}")));
    }
    profile
}

fn drawn(knowledge: &Knowledge, count: usize, seed: u64) -> Vec<Profile> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    (0..count)
        .map(|_| crate::companies::draw(knowledge, &mut random))
        .collect()
}

#[test]
fn one_opinion_is_no_group() {
    let knowledge = Knowledge::builtin();
    let people = drawn(&knowledge, 1, 1);
    assert!(Group::new(&knowledge, &gather(&knowledge, &people)).is_none());
}

#[test]
fn the_median_is_in_the_middle_and_the_far_are_far() {
    let knowledge = Knowledge::builtin();
    let mut people = drawn(&knowledge, 1, 2);
    for value in [20.0, 30.0, 95.0] {
        let mut person = people[0].clone();
        person.factors["exposure"].quantities["risk"].value = value;
        people.push(person);
    }
    let group = Group::new(&knowledge, &gather(&knowledge, &people[1..])).unwrap();
    assert_eq!(group.spreads.len(), 1);
    let spread = &group.spreads[0];
    assert_eq!(
        (spread.least, spread.median, spread.most),
        (20.0, 30.0, 95.0)
    );
    assert_eq!(spread.far, [2]);
    assert_eq!(group.median.factors["exposure"].value("risk"), 30.0);
}

#[test]
fn spreads_are_ordered_by_what_they_change_and_their_effect_is_that_of_the_engine() {
    let knowledge = Knowledge::builtin();
    let mut deciding = 0;
    for seed in 0..20 {
        let people = drawn(&knowledge, 5, seed);
        let group = Group::new(&knowledge, &gather(&knowledge, &people)).unwrap();
        let keys: Vec<(bool, f64)> = group
            .spreads
            .iter()
            .map(|s| (s.decides, s.effect))
            .collect();
        assert!(keys.windows(2).all(|pair| pair[0] >= pair[1]));
        for spread in &group.spreads {
            let factor = &knowledge.factors[spread.factor];
            let quantity = &factor.quantities[spread.quantity].id;
            let leader = |value: f64| {
                let mut moved = group.median.clone();
                moved.factors[&factor.id].quantities[quantity].value = value;
                let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &moved));
                answers.answers[0].leader()
            };
            let others = people.iter().any(|person| {
                leader(person.factors[&factor.id].value(quantity)) != leader(spread.median)
            });
            assert_eq!(spread.decides, others);
            deciding += usize::from(spread.decides);
        }
    }
    assert!(deciding > 0, "no drawn group is divided on the answer");
}

#[test]
fn acceptability_counts_each_opinion_alike() {
    let knowledge = Knowledge::builtin();
    let people = drawn(&knowledge, 6, 9);
    let group = Group::new(&knowledge, &gather(&knowledge, &people)).unwrap();
    let sampler = Sampler::new(&knowledge, 256, 77);
    for (index, question) in knowledge.questions.iter().enumerate() {
        let mut whole = 0.0;
        for alternative in 0..question.alternatives.len() {
            let Estimate { value, error } = group.acceptability[index][alternative];
            let each = people.iter().map(|person| {
                let survey = Survey::complete(&knowledge, person, &sampler);
                survey.questions()[index]
                    .acceptability(alternative, 0)
                    .unwrap()
                    .value
            });
            let mean = each.sum::<f64>() / people.len() as f64;
            // Other samples: within the error of both.
            assert!(
                (value - mean).abs() < 6.0 * error + 0.005,
                "{value} {mean} {error}"
            );
            whole += value;
        }
        assert!((whole - 1.0).abs() < 1e-9);
    }
}

#[test]
fn an_average_would_hide_a_divided_room() {
    // Half of the room sees one company, half its opposite, and their median is in the middle.
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 64, 77);
    let mut hidden = 0;
    for seed in 0..20 {
        let mut people = drawn(&knowledge, 1, seed);
        let mut opposite = people[0].clone();
        for setting in opposite
            .factors
            .values_mut()
            .flat_map(|input| input.quantities.values_mut())
        {
            setting.value = 100.0 - setting.value;
        }
        people.push(opposite);
        let group = Group::new(&knowledge, &gather(&knowledge, &people)).unwrap();
        let average = Survey::complete(&knowledge, &group.median, &sampler);
        let shares = &group.acceptability[0];
        // What the middle mostly favours is mostly not what the room does.
        hidden += (0..shares.len())
            .filter_map(|a| Some((a, average.questions()[0].acceptability(a, 0)?)))
            .filter(|(a, middle)| middle.value > 0.5 && shares[*a].value < 0.25)
            .count();
    }
    assert!(hidden > 0, "no divided room differs from its average");
}
