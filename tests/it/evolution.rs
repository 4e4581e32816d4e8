//! The company over time: fixed points and cycles on built cases, events, freezing, openings against
//! brute force, and paths against the course and the survey.

use attache::analysis::{
    Course, Evolution, Findings, Freeze, Inputs, Opening, Openings, Paths, Place, Rest, Sampler,
    Survey, Term, Wish, schedule,
};
use attache::i18n::Words;
use attache::model::{
    AlternativeId, Cases, Condition, ExtraTheme, Id, Knowledge, Lang, PlannedEvent, Profile,
    Scenario, SliderAt, WarningId,
};
use attache::store::examples;
use attache::wording::Teller;
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::population::{EIGHT_QUARTERS, FORMS_2010, FORMS_2012, Population, comes_back};

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
    Knowledge::parse("built.ron", &effects_of(effects)).unwrap()
}

/// The text of that knowledge base.
fn effects_of(effects: &[(&str, &str, &str, f64)]) -> String {
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
    format!(
        "{}        effects: [\n{lines}{}",
        &BASE[..begin],
        &BASE[end..]
    )
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
fn a_moderator_carries_an_effect_or_holds_it_back() {
    // Whatever the role, risk is drawn up the more the denser the conversations, and down the less.
    let roles = ["single_expert", "coordinator", "senior_leader", "trainee"];
    let effects: Vec<_> = roles.map(|role| ("role", role, "risk", 10.0)).into();
    let moderated = |moderator: &str| {
        let with = format!("points: 10, moderator: Some({moderator})");
        let text = effects_of(&effects).replace("points: 10", &with);
        Knowledge::parse("built.ron", &text)
    };
    let first_move = |moderator: &str, density: f64, unknown: bool| {
        let knowledge = moderated(moderator).unwrap();
        let mut scenario = exposed(&knowledge, 40.0);
        scenario.factors["exposure"].quantities["density"].value = density;
        scenario.factors["understanding"].quantities["skills"].value = 30.0;
        scenario.factors["understanding"].unknown = unknown;
        let risk = levels(
            &knowledge,
            &Course::new(&knowledge, &scenario, 1, false),
            "risk",
        );
        risk[1] - risk[0]
    };
    for (moderator, density, unknown, share) in [
        ("With(\"density\")", 80.0, false, 0.8),
        ("With(\"density\")", 0.0, false, 0.0),
        ("Against(\"density\")", 80.0, false, 0.2),
        ("Against(\"skills\")", 80.0, false, 0.7),
        // What is not known is taken in the middle.
        ("With(\"skills\")", 80.0, true, 0.5),
        ("Against(\"skills\")", 80.0, true, 0.5),
    ] {
        let moved = first_move(moderator, density, unknown);
        assert!(
            (moved - 10.0 * share * 0.6).abs() < 1e-9,
            "{moderator}: {moved}"
        );
    }
    let problems = moderated("With(\"talent\")").unwrap_err();
    let problem = problems.first().unwrap();
    assert_eq!(problem.field, "evolution.effects[0].moderator");
}

#[test]
fn the_forms_of_2010_become_those_of_2012_and_not_every_company_goes_the_same_way() {
    let knowledge = Knowledge::builtin();
    let cases = Cases::parse(&knowledge, "cases.ron", Cases::BUILTIN).unwrap();
    let mut random = Pcg64Mcg::seed_from_u64(2012);
    let all = Population::draw(&knowledge, &cases, 1000, 20, &mut random);
    let today = all.forms(&knowledge, 0);
    let later = all.forms(&knowledge, EIGHT_QUARTERS);
    for form in 0..FORMS_2010.len() {
        assert!((today[form] - FORMS_2010[form]).abs() < 0.1, "{today:?}");
        assert!((later[form] - FORMS_2012[form]).abs() < 5.0, "{later:?}");
    }
    // Culture neither rises nor falls for all, and companies differ as much after five years.
    let culture = knowledge.slider("social_culture").unwrap();
    let at = |course: &Course, quarter: usize| {
        let level = course.moments[quarter].level(culture);
        level.unwrap()
    };
    let lower = all.share(|course| at(course, 20) < at(course, 0) - 2.0);
    let higher = all.share(|course| at(course, 20) > at(course, 0) + 2.0);
    assert!(lower > 25.0 && higher > 25.0, "{lower} {higher}");
    let count = all.0.len() as f64;
    let mean = all.0.iter().map(|course| at(course, 20)).sum::<f64>() / count;
    let squares = all.0.iter().map(|course| (at(course, 20) - mean).powi(2));
    let spread = (squares.sum::<f64>() / count).sqrt();
    assert!(
        (40.0..60.0).contains(&mean) && spread > 15.0,
        "{mean} ± {spread}"
    );
    // Nobody is there for good: coordinators leave, and some organisations come back.
    let role = knowledge.always.role;
    let (coordinator, _) = knowledge.role().alternative("coordinator").unwrap();
    let had = |course: &Course| course.moments[0].in_place[role] == Some(coordinator);
    let left = |course: &Course| {
        let mut changes = course.changes.iter();
        changes.any(|change| change.question == role && change.from == Some(coordinator))
    };
    let leave = all.share(|course| had(course) && left(course)) / all.share(had);
    assert!(leave > 0.05, "{leave}");
    let any = |course: &Course| knowledge.questions.ids().any(|q| comes_back(course, q));
    let back = all.share(any);
    assert!(back > 3.0, "{back}");
    let reorganise = all.share(|course| !course.changes.is_empty());
    assert!((30.0..70.0).contains(&reorganise), "{reorganise}");
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
            assert!(!change.drivers.is_empty(), "nothing explains {change:?}");
            if change.lead >= question.too_close {
                continue;
            }
            // It leads by less only as part of a whole that leads enough, where some of what was in
            // place does not go with some of what is now.
            let whole = course
                .changes
                .iter()
                .filter(|c| c.quarter == change.quarter);
            let lead: f64 = whole.clone().map(|c| c.lead).sum();
            let margins = whole
                .clone()
                .map(|c| knowledge.questions[c.question].too_close);
            assert!(lead >= margins.sum(), "{change:?}");
            let clash = whole.clone().any(|old| {
                let old = (old.question, old.from.unwrap());
                let news = whole.clone().map(|c| (c.question, c.to.unwrap()));
                let mut pairs = news.map(|new| [old, new]);
                pairs.any(|pair| {
                    let mut known = knowledge.incompatible.iter();
                    known.any(|known| pair.iter().all(|one| known.pair.contains(one)))
                })
            });
            assert!(clash, "{change:?}");
        }
        for moment in &course.moments {
            for (index, answer) in moment.answers.answers.pairs() {
                let (Some(kept), Some(best)) = (moment.in_place[index], answer.chosen) else {
                    continue;
                };
                let margin = knowledge.questions[index].too_close;
                let led = answer.fit(best) - answer.fit(kept) >= margin + 1e-6;
                // What is better waits only where it does not go with what is in place.
                let waits = || {
                    moment.in_place.pairs().any(|(other, placed)| {
                        let pair = [(index, best), (other, placed.unwrap())];
                        let mut known = knowledge.incompatible.iter();
                        known.any(|known| pair.iter().all(|one| known.pair.contains(one)))
                    })
                };
                assert!(!led || waits(), "{kept:?} {best:?}");
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
fn what_is_not_possible_is_never_in_place_and_comes_first_in_no_case() {
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(8);
    let sampler = Sampler::new(&knowledge, 8, 1);
    let mut shut = 0;
    for _ in 0..60 {
        let mut scenario = crate::companies::draw_any(&knowledge, &mut random);
        for department in &mut scenario.departments {
            department.hosts = random.random_bool(0.6);
        }
        for quarter in 1..=6 {
            let events = ["web_created", "web_closed", "crisis", "agency_leaves"];
            let event = events[random.random_range(0..events.len())].into();
            scenario.plan.events.push(PlannedEvent { quarter, event });
        }
        let paths = Paths::complete(&knowledge, &scenario, &sampler, 6);
        let course = Course::new(&knowledge, &scenario, 6, false);
        for (quarter, moment) in course.moments.iter().enumerate() {
            // What is told of a quarter is what the company of that quarter says by itself.
            let inputs = Inputs::read(&knowledge, &course.scenario(&knowledge, quarter));
            for (index, answer) in moment.answers.answers.pairs() {
                assert_eq!(answer.available, inputs.available[index]);
                let possible = answer.available.iter().any(|is| *is);
                assert_eq!(moment.in_place[index].is_some(), possible);
                assert!(moment.in_place[index].is_none_or(|a| answer.available[a]));
                if !paths.judged().contains(&index) {
                    continue;
                }
                let share =
                    |a: AlternativeId| paths.acceptability(index, a, quarter).unwrap().value;
                let closed = answer.available.ids().filter(|&a| !answer.available[a]);
                for a in closed {
                    shut += 1;
                    assert_eq!(share(a), 0.0);
                }
                let sum: f64 = answer.available.ids().map(share).sum();
                assert!((sum - f64::from(u8::from(possible))).abs() < 1e-6, "{sum}");
            }
        }
    }
    assert!(shut > 200, "only {shut} closed doors");
}

#[test]
fn of_equal_alternatives_the_first_in_order_is_in_place_whatever_the_rounding() {
    // The role's starting points alone speak, for an agency that is not there says nothing.
    let based = |bases: [f64; 4]| {
        let roles = ["single_expert", "coordinator", "senior_leader", "trainee"];
        let mut text = BASE.to_owned();
        for (role, base) in roles.iter().zip(bases) {
            let at = text.find(&format!("(id: \"{role}\"")).unwrap();
            let from = at + text[at..].find("base: ").unwrap() + "base: ".len();
            let to = from + text[from..].find(',').unwrap();
            text.replace_range(from..to, &format!("{base:?}"));
        }
        Knowledge::parse("built.ron", &text).unwrap()
    };
    // The last bit apart.
    let more = 0.1 + 0.2;
    assert!(more > 0.3);
    for (bases, expected) in [
        ([0.3, more, 0.0, 0.0], 0),
        ([0.0, 0.3, 0.0, more], 1),
        ([0.3, more, 0.31, 0.0], 2),
    ] {
        let knowledge = based(bases);
        let mut scenario = Scenario::new(&knowledge);
        for (id, input) in &mut scenario.factors {
            input.weight = if id == "agency" { 100.0 } else { 0.0 };
        }
        let course = Course::new(&knowledge, &scenario, 0, false);
        let role = knowledge.always.role;
        assert_eq!(
            course.moments[0].in_place[role],
            Some(AlternativeId::new(expected)),
            "{bases:?}"
        );
    }
}

#[test]
fn an_agency_that_nobody_knew_leaves_and_is_known_to_be_gone() {
    let knowledge = Knowledge::builtin();
    let mut scenario = example(&knowledge, "editeur");
    let agency = &mut scenario.factors["agency"];
    agency.unknown = true;
    agency.choice = "advertising".into();
    scenario.plan.events.push(PlannedEvent {
        quarter: 2,
        event: "agency_leaves".into(),
    });
    let course = Course::new(&knowledge, &scenario, 4, false);
    let weight = knowledge.slider("weight").unwrap();
    let level = |quarter: usize| course.moments[quarter].level(weight);
    assert_eq!((level(0), level(1), level(2)), (None, None, Some(0.0)));
    assert_eq!(course.scenario(&knowledge, 0), scenario);
    for (quarter, unknown) in [(1, true), (2, false), (4, false)] {
        let agency = &course.scenario(&knowledge, quarter).factors["agency"];
        assert_eq!(agency.unknown, unknown);
        assert!(unknown || agency.choice == "none");
    }
    // Sliders are in their place no sooner than they are known.
    let late = PlannedEvent {
        quarter: 20,
        event: "agency_leaves".into(),
    };
    let mut waiting = scenario.clone();
    (waiting.plan.events, waiting.plan.pace) = (vec![late], 0.0);
    let rest = Rest::of(&knowledge, &waiting);
    assert!(matches!(rest, Rest::Fixed { sliders: 20, .. }), "{rest:?}");
    // What says something of an unknown factor, but not all, leaves it unknown.
    scenario.factors["understanding"].unknown = true;
    scenario.plan.events[0].event = "training".into();
    let course = Course::new(&knowledge, &scenario, 4, false);
    assert!(course.scenario(&knowledge, 4).factors["understanding"].unknown);
}

#[test]
fn what_is_not_known_opens_no_contact_point_and_says_so() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 1, 1);
    for (id, hidden) in [("themes", 100.0), ("themes", 0.0), ("strategy", 100.0)] {
        let mut scenario = Scenario::new(&knowledge);
        // Nobody is there who could hold anything.
        scenario.factors["understanding"].quantities["skills"].value = 0.0;
        let factor = &mut scenario.factors[id];
        factor.unknown = true;
        for setting in factor.quantities.values_mut() {
            setting.value = hidden;
        }
        let findings = Findings::begin(&knowledge, &scenario, &sampler, 1);
        assert_eq!(findings.coverage.points, []);
        let unattended = |&at: &WarningId| knowledge.warnings[at].when == Condition::Unattended;
        assert!(!findings.warnings.iter().any(unattended));
        let evolution = Evolution::new(&knowledge, &scenario, 20);
        assert_eq!(evolution.openings.points, []);
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let teller = Teller {
                knowledge: &knowledge,
                words: &words,
                departments: &[],
            };
            let told = teller.not_known(&findings.coverage).unwrap();
            let label = knowledge.factor(id).unwrap().label.get(lang);
            assert!(told.contains(label), "{told}");
            assert!(
                teller
                    .since(jiff::civil::date(2026, 1, 1))
                    .evolution(&evolution)
                    .contains(&told)
            );
        }
    }
    let known = Findings::begin(&knowledge, &Scenario::new(&knowledge), &sampler, 1);
    assert!(known.coverage.not_known.is_empty());
    assert!(!known.coverage.points.is_empty());
}

#[test]
fn themes_of_one_name_are_contact_points_of_their_own() {
    let knowledge = Knowledge::builtin();
    let openings = |names: [&str; 2]| {
        let mut scenario = Scenario::new(&knowledge);
        let themes = names.iter().zip([100.0, 60.0]);
        scenario.factors["themes"].extra = themes
            .map(|(name, value)| ExtraTheme {
                value,
                ..ExtraTheme::named(name)
            })
            .collect();
        Evolution::new(&knowledge, &scenario, 20).openings
    };
    let when = |openings: &Openings| -> Vec<_> {
        let points = openings.points.iter();
        points
            .map(|p| (p.posture, p.loads.clone(), p.opens))
            .collect()
    };
    let (one, two) = (openings(["A", "A"]), openings(["A", "B"]));
    // Six themes in three postures.
    assert_eq!(one.points.len(), 18);
    assert_eq!(when(&one), when(&two));
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
    let paths = Paths::complete(&knowledge, &scenario, &Sampler::new(&knowledge, 61, 1), 20);
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

/// Whether openings hold: what is open never weighs too much.
fn holds(loads: &[&[f64]], capacity: &[f64], terms: &[Term]) -> bool {
    (0..capacity.len()).all(|quarter| {
        let open = loads.iter().zip(terms);
        let load: f64 = open
            .filter(|(_, term)| {
                term.until.is_some_and(|until| quarter < until)
                    || term.opens.is_some_and(|opens| opens <= quarter)
            })
            .map(|(load, _)| load[quarter])
            .sum();
        load <= capacity[quarter] + 1e-6
    })
}

/// What opens in a quarter and stays so.
fn opening(opens: Option<usize>) -> Term {
    Term { opens, until: None }
}

/// Every assignment of quarters, tried: whether one opens all points and holds.
fn some_order_opens_all(loads: &[&[f64]], capacity: &[f64]) -> bool {
    let quarters = capacity.len();
    let count = quarters.pow(loads.len() as u32);
    (0..count).any(|mut code| {
        let terms: Vec<Term> = loads
            .iter()
            .map(|_| {
                let quarter = code % quarters;
                code /= quarters;
                opening(Some(quarter))
            })
            .collect();
        let wanted = loads.iter().zip(&terms).all(|(load, term)| {
            load.iter().position(|&load| load > 0.0) <= term.opens && load.iter().any(|&l| l > 0.0)
        });
        wanted && holds(loads, capacity, &terms)
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
        // The first ones are held today, as many as the means reach.
        let mut left = capacity[0];
        let wishes: Vec<Wish<'_>> = loads
            .iter()
            .map(|&loads| {
                let is_held = loads[0] > 0.0 && loads[0] <= left;
                left = if is_held { left - loads[0] } else { 0.0 };
                Wish { loads, is_held }
            })
            .collect();
        let terms = schedule(&wishes, &capacity);
        prop_assert!(holds(&loads, &capacity, &terms));
        for (index, (wish, term)) in wishes.iter().zip(&terms).enumerate() {
            let wanted = wish.loads.iter().position(|&load| load > 0.0);
            // Open today is what is held today, neither more nor less.
            prop_assert_eq!(wish.is_held, term.opens == Some(0) || term.until.is_some());
            if let Some(until) = term.until {
                prop_assert!(until > 0 && term.opens.is_none_or(|opens| opens > until));
                // Not a quarter shorter than it must.
                let mut longer = terms[..=index].to_vec();
                longer[index].until = Some(until + 1);
                prop_assert!(!holds(&loads[..=index], &capacity, &longer));
            }
            if let Some(quarter) = term.opens {
                prop_assert!(Some(quarter) >= wanted);
                // Not a quarter later than it must, beside those served before it.
                if Some(quarter) > wanted.max(Some(usize::from(!wish.is_held))) {
                    let mut sooner = terms[..=index].to_vec();
                    sooner[index].opens = Some(quarter - 1);
                    prop_assert!(!holds(&loads[..=index], &capacity, &sooner));
                }
            }
        }
        let all = terms.iter().all(|term| term.opens.is_some());
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
        let term = |point: &Opening| Term {
            opens: point.opens,
            until: point.until,
        };
        let terms: Vec<Term> = openings.points.iter().map(term).collect();
        assert!(!loads.is_empty());
        assert!(
            holds(&loads, &openings.capacity, &terms),
            "{}",
            example.name
        );
    }
}

#[test]
fn the_board_and_the_plan_tell_one_story_of_today() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 1, 1);
    let mut seen = [0; 3];
    for example in examples() {
        let scenario = Profile::parse(&knowledge, example.name, example.text)
            .unwrap()
            .scenarios
            .first;
        let board = Findings::begin(&knowledge, &scenario, &sampler, 1).coverage;
        let evolution = Evolution::new(&knowledge, &scenario, 20);
        let words = Words::new(Lang::En);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &scenario.departments,
        };
        let dated = teller.since(jiff::civil::date(2026, 1, 1));
        let wanted = evolution.openings.points.iter().filter(|p| p.wanted == 0);
        assert_eq!(wanted.count(), board.points.len(), "{}", example.name);
        for point in &board.points {
            let mut plan = evolution.openings.points.iter();
            let planned = plan
                .find(|p| p.theme == point.theme && p.posture == point.posture)
                .unwrap();
            let told = dated.opening(planned, 20);
            let is_today = planned.place() == Place::Today;
            assert_eq!(is_today, point.is_held(), "{}: {told}", example.name);
            let [from_today, until, closed] = ["From today: ", "Handled today: ", "Keep closed: "]
                .map(|start| told.starts_with(start));
            match (point.is_held(), planned.until) {
                (true, None) => assert!(from_today, "{told}"),
                (true, Some(_)) => {
                    assert!(until && told.contains("no longer suffice from "), "{told}");
                    seen[1] += 1;
                }
                (false, _) => assert!(closed || !(from_today || until), "{told}"),
            }
            seen[if point.is_held() { 0 } else { 2 }] += 1;
        }
    }
    assert!(seen.iter().all(|&count| count > 0), "{seen:?}");
}
