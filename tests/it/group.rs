//! The room's opinions: medians, spreads ordered by their effect, and acceptability without averages.

use attache::analysis::{
    Answers, Certainty, Estimate, Group, Inputs, Sampler, Survey, counted, heard_in, tally,
};
use attache::model::ballot::Item;
use attache::model::{AlternativeId, Knowledge, Opinion, Scenario};
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
fn the_median_is_in_the_middle_and_each_value_tells_what_leads_there() {
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
    let leads = |value: f64| {
        let mut moved = group.median.clone();
        moved.factors["exposure"].quantities["risk"].value = value;
        let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &moved));
        (value, answers.attachment().leader())
    };
    assert_eq!(spread.leaders, [20.0, 30.0, 95.0].map(leads));
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

/// A company without any doubt: whatever leads leads in every case.
fn certain(mut company: Scenario) -> Scenario {
    company.weight_doubt = 0.0;
    let inputs = company.factors.values_mut();
    for setting in inputs.flat_map(|input| input.quantities.values_mut()) {
        setting.plus_minus = 0.0;
    }
    company
}

fn leader(knowledge: &Knowledge, company: &Scenario) -> Option<AlternativeId> {
    let answers = Answers::new(knowledge, Inputs::read(knowledge, company));
    answers.attachment().leader()
}

/// Two companies without doubt for which different attachments lead, and these.
fn opposed(knowledge: &Knowledge) -> [(Scenario, AlternativeId); 2] {
    let people = drawn(knowledge, 40, 11).into_iter().map(certain);
    let led: Vec<(Scenario, AlternativeId)> = people
        .filter_map(|one| Some((one.clone(), leader(knowledge, &one)?)))
        .collect();
    let first = led[0].clone();
    let other = led.into_iter().find(|(_, leads)| *leads != first.1);
    [first, other.unwrap()]
}

#[test]
fn a_voice_of_three_counts_three_times_as_much_as_one() {
    let knowledge = Knowledge::builtin();
    let [(one, first), (two, second)] = opposed(&knowledge);
    let company = Scenario::new(&knowledge);
    for (voices, share) in [([1.0, 1.0], 0.5), ([3.0, 1.0], 0.75), ([0.5, 4.5], 0.1)] {
        let mut opinions = said(&[one.clone(), two.clone()]);
        for (opinion, voice) in opinions.iter_mut().zip(voices) {
            opinion.voice = voice;
        }
        let group = Group::new(&knowledge, &company, &opinions).unwrap();
        let shares = &group.acceptability[knowledge.always.attachment];
        assert!((shares[first].value - share).abs() < 1e-9, "{voices:?}");
        assert!((shares[second].value - (1.0 - share)).abs() < 1e-9);
        assert_eq!((shares[first].error, shares[second].error), (0.0, 0.0));
    }
    // More of one mind count as one voice that is as much.
    let three = said(&[one.clone(), one.clone(), one, two]);
    let group = Group::new(&knowledge, &company, &three).unwrap();
    let share = group.acceptability[knowledge.always.attachment][first].value;
    assert!((share - 0.75).abs() < 1e-9);
}

#[test]
fn the_middle_has_half_of_the_voices_on_either_side() {
    let knowledge = Knowledge::builtin();
    let person = drawn(&knowledge, 1, 3).remove(0);
    let middle = |said: &[(f64, f64)]| {
        let opinions: Vec<Opinion> = said
            .iter()
            .map(|(value, voice)| {
                let mut view = person.clone();
                view.factors["exposure"].quantities["risk"].value = *value;
                let mut opinion = Opinion::new(view);
                opinion.voice = *voice;
                opinion
            })
            .collect();
        let group = Group::new(&knowledge, &person, &opinions).unwrap();
        group.median.factors["exposure"].value("risk")
    };
    assert_eq!(middle(&[(10.0, 1.0), (20.0, 1.0), (90.0, 1.0)]), 20.0);
    assert_eq!(middle(&[(10.0, 1.0), (20.0, 1.0), (90.0, 2.0)]), 55.0);
    assert_eq!(middle(&[(10.0, 1.0), (20.0, 1.0), (90.0, 2.5)]), 90.0);
    assert_eq!(middle(&[(10.0, 0.1), (20.0, 0.1), (90.0, 0.1)]), 20.0);
}

#[test]
fn a_factor_is_taken_from_those_who_answer_it() {
    let knowledge = Knowledge::builtin();
    let mut told = 0;
    for seed in 0..12 {
        let people: Vec<Scenario> = drawn(&knowledge, 2, seed)
            .into_iter()
            .map(certain)
            .collect();
        for factor in &knowledge.factors {
            let [mut all_but, mut alone] = [people[0].clone(), people[1].clone()];
            let mut whole = all_but.clone();
            whole.factors[&factor.id] = alone.factors[&factor.id].clone();
            all_but.factors.shift_remove(&factor.id);
            alone.factors.retain(|id, _| *id == factor.id);
            let group = gather(&knowledge, &[all_but, alone]).unwrap();
            let Some(leads) = leader(&knowledge, &whole) else {
                continue;
            };
            let share = group.acceptability[knowledge.always.attachment][leads];
            assert_eq!((share.value, share.error), (1.0, 0.0), "{}", factor.id);
            // At the middle opinion every option is the company's own.
            let answered = group.answers[0].attachment().leader() == Some(leads);
            assert!(answered || factor.choice.is_some(), "{}", factor.id);
            // Told from what the one who leaves it would have said.
            told += usize::from(leader(&knowledge, &people[0]) != Some(leads));
        }
    }
    assert!(told > 0, "no factor that was left turns an answer");
}

#[test]
fn nobodys_factor_is_the_companys_own() {
    let knowledge = Knowledge::builtin();
    let mut company = certain(drawn(&knowledge, 1, 21).remove(0));
    let mut people: Vec<Scenario> = drawn(&knowledge, 2, 22).into_iter().map(certain).collect();
    for person in &mut people {
        person.factors.shift_remove("exposure");
    }
    let mut seen = std::collections::HashSet::new();
    for risk in [0.0, 100.0] {
        let setting = &mut company.factors["exposure"].quantities["risk"];
        setting.value = risk;
        let group = Group::new(&knowledge, &company, &said(&people)).unwrap();
        for (person, answers) in people.iter().zip(&group.answers) {
            let mut whole = person.clone();
            let exposure = company.factors["exposure"].clone();
            whole.factors.insert("exposure".into(), exposure);
            let expected = Answers::new(&knowledge, Inputs::read(&knowledge, &whole));
            let fits = |answers: &Answers| {
                let answer = answers.attachment();
                answer
                    .ranking
                    .iter()
                    .map(|&a| answer.fit(a))
                    .collect::<Vec<_>>()
            };
            assert_eq!(fits(answers), fits(&expected));
            seen.insert(format!("{:?}", fits(answers)));
        }
    }
    assert_eq!(seen.len(), 4);
}

/// The standard deviation of a share over seeds, beside the error that is told with it.
fn told_and_seen(knowledge: &Knowledge, opinions: &[Opinion], of: AlternativeId) -> (f64, f64) {
    const SEEDS: u64 = 30;
    let company = Scenario::new(knowledge);
    let found: Vec<Estimate> = (0..SEEDS)
        .map(|seed| {
            let group = Group::drawn(knowledge, &company, opinions, seed).unwrap();
            group.acceptability[knowledge.always.attachment][of]
        })
        .collect();
    let count = SEEDS as f64;
    let mean = found.iter().map(|it| it.value).sum::<f64>() / count;
    let seen = found
        .iter()
        .map(|it| (it.value - mean).powi(2))
        .sum::<f64>();
    let told = found.iter().map(|it| it.error.powi(2)).sum::<f64>();
    ((told / count).sqrt(), (seen / (count - 1.0)).sqrt())
}

/// The alternative whose share is the least sure.
fn least_sure(knowledge: &Knowledge, opinions: &[Opinion]) -> AlternativeId {
    let group = Group::new(knowledge, &Scenario::new(knowledge), opinions).unwrap();
    let shares = &group.acceptability[knowledge.always.attachment];
    let ids = shares.ids();
    ids.max_by(|&a, &b| shares[a].error.total_cmp(&shares[b].error))
        .unwrap()
}

#[test]
fn the_error_told_is_that_of_other_samples() {
    let knowledge = Knowledge::builtin();
    // The same company twice: its samples must not be counted as if they were others.
    let mut people = drawn(&knowledge, 2, 31);
    people.push(people[0].clone());
    let whole = said(&people);
    let mut parts = whole.clone();
    parts[0].view.factors.shift_remove("exposure");
    parts[0].view.factors.shift_remove("themes");
    parts[1]
        .view
        .factors
        .retain(|id, _| id == "exposure" || id == "themes");
    parts[1].voice = 3.0;
    for opinions in [whole, parts] {
        let of = least_sure(&knowledge, &opinions);
        let (told, seen) = told_and_seen(&knowledge, &opinions, of);
        // 30 seeds know a standard deviation to an eighth.
        assert!((0.65..1.5).contains(&(told / seen)), "{told} {seen}");
    }
}

#[test]
fn completions_are_drawn_by_voices() {
    let knowledge = Knowledge::builtin();
    // One leaves a factor to two who disagree on it; each of the three is without doubt.
    let mut found = None;
    'search: for seed in 0..60 {
        let people: Vec<Scenario> = drawn(&knowledge, 3, seed)
            .into_iter()
            .map(certain)
            .collect();
        for factor in &knowledge.factors {
            let with = |other: &Scenario| {
                let mut whole = people[0].clone();
                whole.factors[&factor.id] = other.factors[&factor.id].clone();
                leader(&knowledge, &whole)
            };
            if let (Some(one), Some(two)) = (with(&people[1]), with(&people[2]))
                && one != two
            {
                found = Some((people.clone(), factor.id.clone(), one));
                break 'search;
            }
        }
    }
    let (people, factor, one) = found.expect("no factor that divides");
    let mut opinions = said(&people);
    opinions[0].view.factors.shift_remove(&factor);
    opinions[1].voice = 3.0;
    // By hand: three quarters of the first voice take the factor from the second, a quarter from the third.
    let leads = |person: &Scenario| f64::from(leader(&knowledge, person) == Some(one));
    let wanted = (0.75 + 3.0 * leads(&people[1]) + leads(&people[2])) / 5.0;
    let company = Scenario::new(&knowledge);
    let seeds = 0..80;
    let values: Vec<f64> = seeds
        .map(|seed| {
            let group = Group::drawn(&knowledge, &company, &opinions, seed).unwrap();
            group.acceptability[knowledge.always.attachment][one].value
        })
        .collect();
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    // A share of 0.75 over 8 completions in 80 groups, of a fifth of the voices: 0.0034.
    assert!((mean - wanted).abs() < 0.014, "{mean} {wanted}");
}

#[test]
fn the_last_ballot_counts_and_what_was_gathered_otherwise() {
    let knowledge = Knowledge::builtin();
    let mut opinions = said(&drawn(&knowledge, 5, 41));
    for (opinion, round) in opinions.iter_mut().zip([1, 0, 2, 1, 2]) {
        opinion.round = round;
    }
    let picked = |places: &[usize]| -> Vec<Opinion> {
        places
            .iter()
            .map(|&place| opinions[place].clone())
            .collect()
    };
    assert_eq!(counted(&opinions), picked(&[1, 2, 4]));
    assert_eq!(heard_in(&opinions, 1), picked(&[0, 1, 3]));
    assert_eq!(counted(&opinions[..2]), picked(&[0, 1]));
    assert_eq!(counted(&opinions[1..2]), picked(&[1]));
}

#[test]
fn answers_are_told_step_by_step_with_those_who_do_not_know_and_those_who_leave_it() {
    let knowledge = Knowledge::builtin();
    let mut opinions = said(&drawn(&knowledge, 6, 51));
    let slider = knowledge
        .sliders()
        .find(|&it| knowledge.quantity(it).id == "risk")
        .unwrap();
    for (opinion, value) in opinions.iter_mut().zip([0.0, 13.0, 74.0, 100.0]) {
        opinion.view.factors["exposure"].quantities["risk"].value = value;
    }
    opinions[4].view.factors["exposure"].unknown = true;
    opinions[5].view.factors.shift_remove("exposure");
    let found = tally(&knowledge, &opinions, Item::Slider(slider));
    assert_eq!(found.steps, [1, 1, 0, 1, 1]);
    assert_eq!((found.unknown, found.left), (1, 1));
    // One slider that is not known is not a value in the middle.
    let setting = &mut opinions[0].view.factors["exposure"].quantities["risk"];
    (setting.value, setting.plus_minus) = (50.0, 50.0);
    let found = tally(&knowledge, &opinions, Item::Slider(slider));
    assert_eq!((found.steps, found.unknown), (vec![0, 1, 0, 1, 1], 2));
    let company = Scenario::new(&knowledge);
    let group = Group::new(&knowledge, &company, &opinions).unwrap();
    assert_eq!(group.median.factors["exposure"].value("risk"), 74.0);
}

#[test]
fn a_choice_that_divides_says_what_each_option_would_answer() {
    let knowledge = Knowledge::builtin();
    let mut people = drawn(&knowledge, 3, 61);
    for (person, option) in people.iter_mut().zip(["none", "advertising", "none"]) {
        person.factors["agency"].choice = option.into();
    }
    let group = gather(&knowledge, &people).unwrap();
    let choices = &group.choices[0];
    let options = knowledge.factors[choices.factor].choice.as_ref().unwrap();
    let leads = |place: usize| {
        let mut moved = group.median.clone();
        moved.factors["agency"].choice = options.options.plain()[place].id.clone();
        (place, leader(&knowledge, &moved))
    };
    assert_eq!(group.choices.len(), 1);
    assert_eq!(choices.leaders, [leads(0), leads(2)]);
    people[1].factors["agency"].choice = "none".into();
    assert!(gather(&knowledge, &people).unwrap().choices.is_empty());
}

#[test]
fn a_group_is_as_sure_as_its_share_and_never_surer_than_its_samples() {
    let knowledge = Knowledge::builtin();
    let [(one, first), (two, _)] = opposed(&knowledge);
    let company = Scenario::new(&knowledge);
    let at = knowledge.always.attachment;
    let sure = |ones: usize, twos: usize| {
        let people = [vec![one.clone(); ones], vec![two.clone(); twos]].concat();
        let group = Group::new(&knowledge, &company, &said(&people)).unwrap();
        group.leader(&knowledge, at).unwrap()
    };
    let thresholds = knowledge.certainty;
    for (ones, twos) in [(10, 0), (19, 1), (7, 3), (11, 9)] {
        let share = ones as f64 / (ones + twos) as f64;
        let certainty = match share {
            share if share >= thresholds.settled => Certainty::Settled,
            share if share >= thresholds.fragile => Certainty::Fragile,
            _ => Certainty::Open,
        };
        assert_eq!(sure(ones, twos), (first, certainty), "{share}");
    }
    // At a threshold but for the sampling: not over it.
    let people = drawn(&knowledge, 2, 71);
    let mut group = Group::new(&knowledge, &company, &said(&people)).unwrap();
    let shares = &mut group.acceptability[at];
    for id in shares.clone().ids() {
        shares[id] = Estimate::default();
    }
    for (value, certainty) in [
        (thresholds.settled + 0.01, Certainty::Fragile),
        (thresholds.settled + 0.03, Certainty::Settled),
        (thresholds.fragile + 0.01, Certainty::Open),
    ] {
        group.acceptability[at][first] = Estimate { value, error: 0.01 };
        assert_eq!(group.leader(&knowledge, at), Some((first, certainty)));
    }
}

/// How long a room of 200 and of 400 takes: told, for a clock is nothing to hold to.
#[test]
#[ignore = "measures; run by hand"]
fn how_long_a_full_room_takes() {
    let knowledge = Knowledge::builtin();
    for count in [2, 3, 5, 20, 200, 400] {
        let mut opinions = said(&drawn(&knowledge, count, 5));
        for leaves in [false, true] {
            if leaves {
                for opinion in &mut opinions {
                    opinion.view.factors.shift_remove("themes");
                }
            }
            let begun = std::time::Instant::now();
            let group = Group::new(&knowledge, &Scenario::new(&knowledge), &opinions).unwrap();
            let took = begun.elapsed();
            println!(
                "{count} opinions, leaves {leaves}: {took:?}, {}",
                group.spreads.len()
            );
        }
    }
}
