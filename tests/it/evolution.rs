//! The company over time: fixed points and cycles on built cases, events, freezing, openings against
//! brute force, and paths against the course and the survey.

use attache::analysis::{Course, Evolution, Freeze, Paths, Rest, Sampler, Survey, schedule};
use attache::model::{Knowledge, PlannedEvent, Profile, Scenario, SliderAt};
use attache::store::examples;
use proptest::prelude::*;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

const BASE: &str = include_str!("../../assets/knowledge.ron");

fn example(knowledge: &Knowledge, name: &str) -> Scenario {
    let example = examples()
        .iter()
        .find(|example| example.name.contains(name))
        .expect("the example");
    Profile::parse(knowledge, example.name, example.text)
        .unwrap()
        .scenarios
        .first
}

/// The built-in knowledge base with other effects: question, alternative, quantity, points.
fn with_effects(effects: &[(&str, &str, &str, f64)]) -> Knowledge {
    let begin = BASE.find("        effects: [").unwrap();
    let end = begin + BASE[begin..].find("\n        ],").unwrap();
    let lines: String = effects
        .iter()
        .map(|(question, alternative, quantity, points)| {
            format!(
                "(of: Some((\"{question}\", \"{alternative}\")), quantity: \"{quantity}\", \
                 points: {points}, why: (fr: \"x\", en: \"x\")),\n"
            )
        })
        .collect();
    let text = format!(
        "{}        effects: [\n{lines}{}",
        &BASE[..begin],
        &BASE[end..]
    );
    Knowledge::parse("built.ron", &text).unwrap()
}

/// Only the risk counts: the higher, the less a trainee; equal otherwise.
fn exposed(knowledge: &Knowledge, risk: f64) -> Scenario {
    let mut scenario = Scenario::new(knowledge);
    for (id, input) in &mut scenario.factors {
        input.weight = if id == "exposure" { 100.0 } else { 0.0 };
    }
    let exposure = &mut scenario.factors["exposure"];
    exposure.quantities["risk"].value = risk;
    exposure.quantities["density"].value = 50.0;
    scenario
}

#[test]
fn a_loop_that_feeds_itself_settles_on_the_fixed_point_of_its_forces() {
    // Whatever the role, risk is drawn up by 6 and down by 2 a quarter: it rests at 75.
    let roles = ["single_expert", "coordinator", "senior_leader", "trainee"];
    let effects: Vec<_> = roles
        .iter()
        .flat_map(|role| [("role", *role, "risk", 6.0), ("role", *role, "risk", -2.0)])
        .collect();
    let knowledge = with_effects(&effects);
    let scenario = exposed(&knowledge, 10.0);
    let Rest::Fixed {
        organisation,
        sliders,
    } = Rest::of(&knowledge, &scenario)
    else {
        panic!("no fixed point");
    };
    let course = Course::new(&knowledge, &scenario, 200, false);
    let risk = levels(&knowledge, &course, "risk");
    assert!((risk[200] - 75.0).abs() < 1e-3, "{}", risk[200]);
    // Within five points of it from the very quarter that is told.
    assert!((risk[sliders] - 75.0).abs() < 5.0 && (risk[sliders - 1] - 75.0).abs() >= 5.0);
    let last = course.moments.last().unwrap();
    assert!(
        organisation > 0,
        "risk 10 and risk 75 ask for the same organisation"
    );
    for (quarter, moment) in course.moments.iter().enumerate() {
        assert_eq!(
            moment.in_place == last.in_place,
            quarter >= organisation,
            "quarter {quarter}"
        );
    }
    // Exact: x + 0.06 (100 - x) - 0.02 x.
    for pair in risk.windows(2) {
        assert!((pair[1] - (pair[0] + 0.06 * (100.0 - pair[0]) - 0.02 * pair[0])).abs() < 1e-9);
    }
}

#[test]
fn a_loop_that_fights_itself_goes_round() {
    // What wins under high risk lowers it, what wins under low risk raises it.
    let knowledge = with_effects(&[
        ("role", "coordinator", "risk", -20.0),
        ("role", "trainee", "risk", 20.0),
        ("role", "single_expert", "risk", 20.0),
        ("role", "senior_leader", "risk", 20.0),
    ]);
    let scenario = exposed(&knowledge, 50.0);
    let Rest::Cycle { from, period } = Rest::of(&knowledge, &scenario) else {
        panic!("no cycle: {:?}", Rest::of(&knowledge, &scenario));
    };
    assert!(period >= 2);
    let course = Course::new(&knowledge, &scenario, 120, false);
    let (role, _) = knowledge.question("role").unwrap();
    let moments = &course.moments;
    let mut kinds = std::collections::HashSet::new();
    for quarter in from..=120 - period {
        assert_eq!(
            moments[quarter].in_place,
            moments[quarter + period].in_place
        );
        kinds.insert(moments[quarter].in_place[role]);
    }
    assert!(kinds.len() >= 2, "a cycle of one organisation is none");
    // No shorter period does.
    for shorter in 1..period {
        assert!(
            (80..=120 - shorter).any(|q| moments[q].in_place != moments[q + shorter].in_place),
            "period {shorter} does too"
        );
    }
}

/// A slider that is known, quarter by quarter.
fn levels(knowledge: &Knowledge, course: &Course, quantity: &str) -> Vec<f64> {
    let slider = knowledge.slider(quantity).unwrap();
    course.levels(slider).unwrap()
}

#[test]
fn without_pace_nothing_moves() {
    let knowledge = Knowledge::builtin();
    let mut scenario = example(&knowledge, "editeur");
    scenario.plan.pace = 0.0;
    let evolution = Evolution::new(&knowledge, &scenario, 20);
    assert!(evolution.course.changes.is_empty());
    assert_eq!(
        evolution.rest,
        Rest::Fixed {
            organisation: 0,
            sliders: 0
        }
    );
    for quarter in 0..=20 {
        assert_eq!(evolution.course.scenario(&knowledge, quarter), scenario);
    }
}

#[test]
fn sliders_stay_in_range_and_a_faster_pace_goes_further() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(5);
    let mut farther = 0;
    for _ in 0..200 {
        let mut scenario = crate::companies::draw_any(&knowledge, &mut random);
        scenario.plan.pace = 200.0;
        let course = Course::new(&knowledge, &scenario, 20, false);
        scenario.plan.pace = 50.0;
        let slow = Course::new(&knowledge, &scenario, 1, false);
        // In the first quarter the same forces push, the pace alone being different.
        let moved = |course: &Course, slider: SliderAt| {
            let levels = course.levels(slider).unwrap();
            levels[1] - levels[0]
        };
        for slider in knowledge.sliders() {
            let levels = course.levels(slider).unwrap();
            assert!(levels.iter().all(|level| (0.0..=100.0).contains(level)));
            let (fast, slow) = (moved(&course, slider), moved(&slow, slider));
            assert!(
                (fast - 4.0 * slow).abs() < 1e-9,
                "{}",
                knowledge.quantity(slider).id
            );
            farther += usize::from(fast.abs() > slow.abs());
        }
    }
    assert!(farther > 1000, "only {farther} sliders moved");
}

#[test]
fn an_organisation_gives_way_only_to_one_that_leads_it_by_the_margin() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(6);
    let mut changes = 0;
    for _ in 0..100 {
        let scenario = crate::companies::draw_any(&knowledge, &mut random);
        let course = Course::new(&knowledge, &scenario, 20, false);
        for change in &course.changes {
            changes += 1;
            let question = &knowledge.questions[change.question];
            assert!(change.lead >= question.too_close, "{change:?}");
            assert!(!change.drivers.is_empty(), "nothing explains {change:?}");
        }
        for moment in &course.moments {
            for (index, answer) in moment.answers.answers.pairs() {
                let (Some(kept), Some(&best)) = (moment.in_place[index], answer.ranking.first())
                else {
                    continue;
                };
                let margin = knowledge.questions[index].too_close;
                assert!(answer.fit(best) - answer.fit(kept) < margin + 1e-6);
            }
        }
    }
    assert!(
        changes > 50,
        "only {changes} changes in a hundred companies"
    );
}

#[test]
fn events_happen_in_their_quarter_and_shocks_fade() {
    let knowledge = Knowledge::builtin();
    let mut scenario = example(&knowledge, "editeur");
    scenario.departments.retain(|d| d.id != "web");
    let plain = Course::new(&knowledge, &scenario, 12, false);
    for (quarter, event) in [(3, "crisis"), (5, "web_created"), (7, "agency_leaves")] {
        scenario.plan.events.push(PlannedEvent {
            quarter,
            event: event.into(),
        });
    }
    let course = Course::new(&knowledge, &scenario, 12, false);
    let risk = levels(&knowledge, &course, "risk");
    let calm = levels(&knowledge, &plain, "risk");
    let added: Vec<f64> = risk.iter().zip(&calm).map(|(a, b)| a - b).collect();
    assert_eq!(&added[..3], [0.0; 3]);
    let first = added[3];
    assert!(first > 20.0, "{added:?}");
    for (after, added) in added[3..].iter().enumerate() {
        assert!((added - first * 0.8_f64.powi(after as i32)).abs() < 1e-6);
    }
    let has_web = |quarter: usize| course.scenario(&knowledge, quarter).has_department("web");
    assert!(!has_web(4) && has_web(5));
    let trade = |quarter: usize| {
        course.scenario(&knowledge, quarter).factors["agency"]
            .choice
            .clone()
    };
    assert_eq!((trade(6).as_str(), trade(7).as_str()), ("digital", "none"));
}

#[test]
fn a_closed_department_loses_the_function_at_once() {
    let knowledge = Knowledge::builtin();
    let mut scenario = example(&knowledge, "pure-player");
    scenario.plan.events.push(PlannedEvent {
        quarter: 4,
        event: "web_closed".into(),
    });
    let (attachment, question) = knowledge.question("attachment").unwrap();
    let web = question.alternatives.position(|a| a.id == "web");
    let evolution = Evolution::new(&knowledge, &scenario, 8);
    for course in [&evolution.course, &evolution.freeze.course] {
        let at = |quarter: usize| course.moments[quarter].in_place[attachment];
        assert_eq!(at(3), web);
        assert!(at(4).is_some() && at(4) != web);
        let change = course
            .changes
            .iter()
            .find(|change| change.quarter == 4)
            .unwrap();
        assert!(change.impossible);
    }
}

#[test]
fn a_department_that_is_created_hosts_only_if_it_was_not_there_or_hosts_already() {
    let knowledge = Knowledge::builtin();
    let (attachment, question) = knowledge.question("attachment").unwrap();
    let (web, _) = question.alternative("web").unwrap();
    // In the example of a pure player the web department leads wherever it may.
    for (stands, hosts, events, expected) in [
        (true, true, &["web_created"][..], true),
        (true, false, &["web_created"], false),
        (false, false, &["web_created"], true),
        (true, false, &["web_closed", "web_created"], true),
        (true, true, &["web_created", "web_closed"], false),
    ] {
        let mut scenario = example(&knowledge, "pure-player");
        scenario.departments.retain(|d| stands || d.id != "web");
        for department in &mut scenario.departments {
            department.hosts &= hosts || department.id != "web";
        }
        for (quarter, event) in (2..).zip(events) {
            scenario.plan.events.push(PlannedEvent {
                quarter,
                event: (*event).into(),
            });
        }
        let evolution = Evolution::new(&knowledge, &scenario, 6);
        for course in [&evolution.course, &evolution.freeze.course] {
            for (quarter, moment) in course.moments.iter().enumerate() {
                // What is in place is what the company of that quarter allows.
                for (answer, in_place) in moment.answers.answers.iter().zip(&moment.in_place) {
                    assert_eq!(in_place.is_none(), answer.ranking.is_empty());
                    assert!(in_place.is_none_or(|a| answer.available[a]), "{quarter}");
                }
            }
            let last = course.scenario(&knowledge, 6);
            assert_eq!(last.can_host("web"), expected, "{events:?}");
        }
        let last = evolution.course.moments.last().unwrap();
        assert_eq!(last.in_place[attachment] == Some(web), expected);
    }
}

#[test]
fn where_nothing_is_possible_nothing_comes_first() {
    let knowledge = Knowledge::builtin();
    let mut scenario = example(&knowledge, "editeur");
    for department in &mut scenario.departments {
        department.hosts = false;
    }
    // From the third quarter on there is one place.
    scenario.departments.retain(|d| d.id != "web");
    scenario.plan.events.push(PlannedEvent {
        quarter: 3,
        event: "web_created".into(),
    });
    let sampler = Sampler::new(&knowledge, 64, 1);
    let paths = Paths::complete(&knowledge, &scenario, &sampler, 5);
    let survey = Survey::complete(&knowledge, &scenario, &sampler);
    let course = Course::new(&knowledge, &scenario, 5, false);
    let (attachment, question) = knowledge.question("attachment").unwrap();
    let (web, _) = question.alternative("web").unwrap();
    assert_eq!(course.moments[2].in_place[attachment], None);
    for alternative in question.alternatives.ids() {
        let leads = f64::from(u8::from(alternative == web));
        let shares = paths.shares(attachment, alternative);
        assert_eq!(shares, [0.0, 0.0, 0.0, leads, leads, leads]);
        let today = survey.questions()[attachment].acceptability(alternative, 0);
        assert_eq!(today, None);
    }
}

#[test]
fn freezing_costs_what_the_best_would_have_over_what_is_kept() {
    let knowledge = Knowledge::builtin();
    let scenario = example(&knowledge, "editeur");
    let course = Course::new(&knowledge, &scenario, 20, false);
    let freeze = Freeze::new(&knowledge, &scenario, &course);
    assert!(!freeze.holds());
    for (index, losses) in freeze.losses.pairs() {
        for (moment, loss) in freeze.course.moments.iter().zip(losses) {
            assert_eq!(
                moment.in_place[index],
                freeze.course.moments[0].in_place[index]
            );
            let answer = &moment.answers.answers[index];
            let most = answer
                .ranking
                .iter()
                .map(|&a| answer.fit(a))
                .fold(0.0, f64::max);
            let kept = answer.fit(moment.in_place[index].unwrap());
            assert!((most - kept - loss).abs() < 1e-9);
        }
    }
}

#[test]
fn paths_without_doubt_are_the_course() {
    let knowledge = Knowledge::builtin();
    let mut scenario = example(&knowledge, "editeur");
    for input in scenario.factors.values_mut() {
        for setting in input.quantities.values_mut() {
            setting.plus_minus = 0.0;
        }
    }
    let course = Course::new(&knowledge, &scenario, 20, false);
    let paths = Paths::complete(&knowledge, &scenario, &Sampler::new(&knowledge, 64, 1), 20);
    for slider in knowledge.sliders() {
        let levels = course.levels(slider).unwrap();
        for (quarter, level) in levels.iter().enumerate() {
            let (low, high) = paths.band(&knowledge, slider, quarter).unwrap();
            assert!((low - level).abs() < 1e-3 && (high - level).abs() < 1e-3);
        }
    }
}

#[test]
fn paths_agree_with_the_survey_today_and_are_the_same_however_they_are_counted() {
    let knowledge = Knowledge::builtin();
    let scenario = example(&knowledge, "ville");
    let sampler = Sampler::usual(&knowledge);
    let paths = Paths::complete(&knowledge, &scenario, &sampler, 20);
    let survey = Survey::complete(&knowledge, &scenario, &sampler);
    for id in ["attachment", "form"] {
        let (index, question) = knowledge.question(id).unwrap();
        let mut sum = 0.0;
        for alternative in question.alternatives.ids() {
            let share = paths.acceptability(index, alternative, 0).unwrap();
            // What is not possible comes first in no case.
            let known = survey.questions()[index]
                .acceptability(alternative, 0)
                .map_or(0.0, |share| share.value);
            assert!(
                (share.value - known).abs() <= 4.0 * share.error + 1e-3,
                "{id} {alternative:?}"
            );
            sum += share.value;
        }
        assert!((sum - 1.0).abs() < 1e-6);
    }
    let mut sliced = Paths::new(&knowledge, 20);
    while !sliced.is_complete(&sampler) {
        sliced.advance(&knowledge, &scenario, &sampler);
    }
    assert_eq!(sliced.count(), 1024);
    let slider = knowledge.slider("skills").unwrap();
    let attachment = knowledge.always.attachment;
    let (communications, _) = knowledge
        .attachment()
        .alternative("communications")
        .unwrap();
    for quarter in 0..=20 {
        assert_eq!(
            sliced.band(&knowledge, slider, quarter),
            paths.band(&knowledge, slider, quarter)
        );
        assert_eq!(
            sliced.acceptability(attachment, communications, quarter),
            paths.acceptability(attachment, communications, quarter)
        );
    }
}

/// Whether openings hold: nothing opens before it weighs, and what is open never weighs too much.
fn holds(loads: &[&[f64]], capacity: &[f64], opens: &[Option<usize>]) -> bool {
    (0..capacity.len()).all(|quarter| {
        let open = loads.iter().zip(opens);
        let load: f64 = open
            .filter(|(_, opens)| opens.is_some_and(|opens| opens <= quarter))
            .map(|(load, _)| load[quarter])
            .sum();
        load <= capacity[quarter] + 1e-6
    })
}

/// Every assignment of quarters, tried: whether one opens all points and holds.
fn some_order_opens_all(loads: &[&[f64]], capacity: &[f64]) -> bool {
    let quarters = capacity.len();
    let count = quarters.pow(loads.len() as u32);
    (0..count).any(|mut code| {
        let opens: Vec<Option<usize>> = loads
            .iter()
            .map(|_| {
                let quarter = code % quarters;
                code /= quarters;
                Some(quarter)
            })
            .collect();
        let wanted = loads.iter().zip(&opens).all(|(load, opens)| {
            load.iter().position(|&load| load > 0.0) <= *opens && load.iter().any(|&l| l > 0.0)
        });
        wanted && holds(loads, capacity, &opens)
    })
}

proptest! {
    #[test]
    fn openings_leave_nothing_unattended_and_open_all_whenever_some_order_does(
        loads in prop::collection::vec(prop::collection::vec(0.0..10.0_f64, 4), 1..5),
        start in prop::collection::vec(0_usize..3, 5),
        capacity in prop::collection::vec(0.0..30.0_f64, 4),
    ) {
        // Points are wanted from different quarters on.
        let loads: Vec<Vec<f64>> = loads
            .into_iter()
            .zip(&start)
            .map(|(load, &start)| {
                let wanted = |(quarter, load)| if quarter < start { 0.0 } else { load };
                load.into_iter().enumerate().map(wanted).collect()
            })
            .collect();
        let loads: Vec<&[f64]> = loads.iter().map(Vec::as_slice).collect();
        let opens = schedule(&loads, &capacity);
        prop_assert!(holds(&loads, &capacity, &opens));
        for (index, (load, open)) in loads.iter().zip(&opens).enumerate() {
            let wanted = load.iter().position(|&load| load > 0.0);
            if let Some(quarter) = *open {
                prop_assert!(Some(quarter) >= wanted);
                // Not a quarter later than it must, beside those served before it.
                if Some(quarter) > wanted {
                    let mut sooner = opens[..=index].to_vec();
                    sooner[index] = Some(quarter - 1);
                    prop_assert!(!holds(&loads[..=index], &capacity, &sooner));
                }
            }
        }
        let all = opens.iter().all(Option::is_some);
        prop_assert_eq!(all, some_order_opens_all(&loads, &capacity));
    }
}

#[test]
fn every_example_keeps_its_openings_within_its_means() {
    let knowledge = Knowledge::builtin();
    for example in examples() {
        let scenario = Profile::parse(&knowledge, example.name, example.text)
            .unwrap()
            .scenarios
            .first;
        let openings = Evolution::new(&knowledge, &scenario, 20).openings;
        let loads: Vec<&[f64]> = openings.points.iter().map(|p| p.loads.as_slice()).collect();
        let opens: Vec<_> = openings.points.iter().map(|point| point.opens).collect();
        assert!(!loads.is_empty());
        assert!(
            holds(&loads, &openings.capacity, &opens),
            "{}",
            example.name
        );
    }
}
