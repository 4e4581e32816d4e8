//! The room's opinions: medians, spreads ordered by their effect, and acceptability without averages.

use attache::analysis::{Answers, Estimate, Group, Inputs, Sampler, Survey};
use attache::model::{Knowledge, Opinion, Scenario};
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

/// What people say, each with the usual voice.
fn said(people: &[Scenario]) -> Vec<Opinion> {
    people.iter().cloned().map(Opinion::new).collect()
}

/// Opinions on a company at the defaults.
fn gather(knowledge: &Knowledge, people: &[Scenario]) -> Option<Group> {
    Group::new(knowledge, &Scenario::new(knowledge), &said(people))
}

fn drawn(knowledge: &Knowledge, count: usize, seed: u64) -> Vec<Scenario> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    (0..count)
        .map(|_| crate::companies::draw(knowledge, &mut random))
        .collect()
}

#[test]
fn one_opinion_is_no_group() {
    let knowledge = Knowledge::builtin();
    let people = drawn(&knowledge, 1, 1);
    assert!(gather(&knowledge, &people).is_none());
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
    let group = gather(&knowledge, &people[1..]).unwrap();
    assert_eq!(group.spreads.len(), 1);
    let spread = &group.spreads[0];
    assert_eq!(
        (spread.least, spread.median, spread.most),
        (20.0, 30.0, 95.0)
    );
    assert_eq!(spread.far, [2]);
    let two = gather(&knowledge, &people[2..]).unwrap();
    assert_eq!(two.spreads[0].far, [0usize; 0]);
    assert_eq!(group.median.factors["exposure"].value("risk"), 30.0);
}

#[test]
fn at_the_medians_only_sliders_and_weights_are_others() {
    let knowledge = Knowledge::builtin();
    let people = drawn(&knowledge, 3, 4);
    let mut company = crate::companies::draw(&knowledge, &mut Pcg64Mcg::seed_from_u64(5));
    let group = Group::new(&knowledge, &company, &said(&people)).unwrap();
    // Set after the opinions were read.
    for input in company.factors.values_mut() {
        for setting in input.quantities.values_mut() {
            setting.note = "why".into();
            setting.plus_minus = 3.0;
        }
    }
    company.factors["agency"].choice = "public_relations".into();
    company.factors["culture"].unknown = true;
    company.departments.pop();
    let set = group.at_medians(&knowledge, &company);
    let mut wanted = company;
    for (id, input) in &mut wanted.factors {
        let middle = |of: &dyn Fn(&Scenario) -> f64| {
            let mut values: Vec<f64> = people.iter().map(of).collect();
            values.sort_by(f64::total_cmp);
            values[1]
        };
        input.weight = middle(&|person| person.factors[id].weight);
        // What somebody knows is known.
        input.unknown = false;
        for (quantity, setting) in &mut input.quantities {
            setting.value = middle(&|person| person.factors[id].value(quantity));
        }
    }
    assert_eq!(set, wanted);
}

#[test]
fn a_group_looks_from_what_the_company_has_become() {
    let knowledge = Knowledge::builtin();
    let people = drawn(&knowledge, 4, 6);
    let mut random = Pcg64Mcg::seed_from_u64(7);
    let mut group = Group::new(&knowledge, &Scenario::new(&knowledge), &said(&people)).unwrap();
    for _ in 0..5 {
        let company = crate::companies::draw_any(&knowledge, &mut random);
        group.look_from(&knowledge, &company, &said(&people));
        let fresh = Group::new(&knowledge, &company, &said(&people)).unwrap();
        assert_eq!(group.spreads, fresh.spreads);
        assert_eq!(group.median, fresh.median);
    }
}

#[test]
fn spreads_are_ordered_by_what_they_change_and_their_effect_is_that_of_the_engine() {
    let knowledge = Knowledge::builtin();
    let mut deciding = 0;
    for seed in 0..20 {
        let people = drawn(&knowledge, 5, seed);
        let group = gather(&knowledge, &people).unwrap();
        let keys: Vec<(bool, f64)> = group
            .spreads
            .iter()
            .map(|s| (s.decides, s.effect))
            .collect();
        assert!(keys.windows(2).all(|pair| pair[0] >= pair[1]));
        for spread in &group.spreads {
            let factor = &knowledge.factors[spread.slider.factor];
            let quantity = &knowledge.quantity(spread.slider).id;
            let leader = |value: f64| {
                let mut moved = group.median.clone();
                moved.factors[&factor.id].quantities[quantity].value = value;
                let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &moved));
                answers.attachment().leader()
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
    let group = gather(&knowledge, &people).unwrap();
    let sampler = Sampler::new(&knowledge, 256, 77);
    for (index, question) in knowledge.questions.pairs() {
        let mut whole = 0.0;
        for alternative in question.alternatives.ids() {
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
    for seed in 0..100 {
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
        let group = gather(&knowledge, &people).unwrap();
        let average = Survey::complete(&knowledge, &group.median, &sampler);
        let attachment = knowledge.always.attachment;
        let shares = &group.acceptability[attachment];
        // What the middle favours far more often than the room does.
        hidden += shares
            .ids()
            .filter_map(|a| Some((a, average.questions()[attachment].acceptability(a, 0)?)))
            .filter(|(a, middle)| middle.value > 0.3 && shares[*a].value < middle.value / 2.0)
            .count();
    }
    assert!(hidden > 0, "no divided room differs from its average");
}
