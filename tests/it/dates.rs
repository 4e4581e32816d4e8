//! Dates as people say them, and no other date wherever something is told.

use attache::analysis::{Evolution, Findings, Opening, Rest, Sampler, Theme};
use attache::i18n::{Season, Words, read_date, short_date};
use attache::model::{Direction, FactorId, Id, Knowledge, Lang, PlannedEvent, Profile, Scenario};
use attache::report;
use attache::wording::Teller;
use jiff::civil::{Date, date};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::companies::draw_any;

#[test]
fn every_month_has_its_season_and_a_winter_goes_over_the_new_year() {
    let words = Lang::ALL.map(Words::new);
    for (month, fr, en) in [
        (1, "hiver 2027-2028", "winter 2027–28"),
        (2, "hiver 2027-2028", "winter 2027–28"),
        (3, "printemps 2028", "spring 2028"),
        (4, "printemps 2028", "spring 2028"),
        (5, "printemps 2028", "spring 2028"),
        (6, "été 2028", "summer 2028"),
        (7, "été 2028", "summer 2028"),
        (8, "été 2028", "summer 2028"),
        (9, "automne 2028", "autumn 2028"),
        (10, "automne 2028", "autumn 2028"),
        (11, "automne 2028", "autumn 2028"),
        (12, "hiver 2028-2029", "winter 2028–29"),
    ] {
        for day in [1, 28] {
            let named = |words: &Words| words.season(date(2028, month, day), Season::Named);
            assert_eq!([fr, en], [named(&words[0]), named(&words[1])], "{month}");
        }
    }
    let turn = date(2099, 12, 31);
    assert_eq!(words[1].season(turn, Season::Named), "winter 2099–00");
}

#[test]
fn seasons_contract_as_french_does() {
    let words = Words::new(Lang::Fr);
    for (month, within, the) in [
        (4, "au printemps 2028", "le printemps 2028"),
        (7, "à l’été 2028", "l’été 2028"),
        (10, "à l’automne 2028", "l’automne 2028"),
        (12, "à l’hiver 2028-2029", "l’hiver 2028-2029"),
    ] {
        let day = date(2028, month, 15);
        assert_eq!(words.season(day, Season::In), within);
        assert_eq!(words.season(day, Season::The), the);
    }
}

#[test]
fn a_day_is_told_in_full() {
    let words = Lang::ALL.map(Words::new);
    let told = |day: Date| [words[0].date(day), words[1].date(day)];
    assert_eq!(
        told(date(2026, 11, 25)),
        ["25 novembre 2026", "25 November 2026"]
    );
    assert_eq!(
        told(date(2028, 2, 1)),
        ["1er février 2028", "1 February 2028"]
    );
}

#[test]
fn a_day_is_typed_in_figures_and_read_only_once_it_is_whole() {
    for (typed, day) in [
        ("25/11/2026", date(2026, 11, 25)),
        (" 5/1/2026 ", date(2026, 1, 5)),
        ("05.01.2026", date(2026, 1, 5)),
        ("29-2-2028", date(2028, 2, 29)),
    ] {
        assert_eq!(read_date(typed), Some(day), "{typed}");
        assert_eq!(read_date(&short_date(day)), Some(day));
    }
    assert_eq!(short_date(date(2026, 1, 5)), "05/01/2026");
    for half in [
        "",
        "25",
        "25/11",
        "25/11/20",
        "25/11/20266",
        "31/11/2026",
        "29/2/2027",
        "0/1/2026",
        "1/13/2026",
        "2026-11-25",
        "+5/1/2026",
        "5/1/2026/1",
        "5/1/-202",
        "x",
    ] {
        assert_eq!(read_date(half), None, "{half}");
    }
}

/// A company over whose course everything that can be planned happens at some time.
fn planned(knowledge: &Knowledge, random: &mut Pcg64Mcg) -> Profile {
    let year = random.random_range(2020..2040);
    let day = date(
        year,
        random.random_range(1..=12),
        random.random_range(1..=28),
    );
    let mut profile = Profile::new(knowledge, day);
    profile.scenarios.first = draw_any(knowledge, random);
    for event in &knowledge.evolution.events {
        if random.random_bool(0.3) {
            profile.scenarios.first.plan.events.push(PlannedEvent {
                quarter: random.random_range(1..=20),
                event: event.id.clone(),
            });
        }
    }
    profile
}

/// Whether a text holds a quarter by its number, or a date as files write it.
fn has_code_of_a_date(text: &str) -> bool {
    let words = || text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    words().any(|word| {
        let quarter = word.strip_prefix(['T', 'Q']).is_some_and(is_number);
        let iso = word.split('-').collect::<Vec<_>>();
        let lengths: Vec<usize> = iso.iter().map(|part| part.len()).collect();
        let iso = iso.into_iter().all(is_number) && matches!(lengths[..], [4, 2] | [4, 2, 2]);
        quarter || iso
    })
}

#[test]
fn no_course_is_told_with_numbers_of_quarters_or_dates_of_files() {
    for (text, is_code) in [
        ("T7 : x", true),
        ("(Q12)", true),
        ("2028-05", true),
        ("le 2028-05-01.", true),
        ("hiver 2028-2029", false),
        ("TF1, 2012", false),
    ] {
        assert_eq!(has_code_of_a_date(text), is_code, "{text}");
    }
    let knowledge = Knowledge::builtin();
    let languages = Lang::ALL.map(Words::new);
    let mut random = Pcg64Mcg::seed_from_u64(14);
    for _ in 0..200 {
        let profile = planned(&knowledge, &mut random);
        let (header, scenario) = (&profile.header, &profile.scenarios.first);
        let evolution = Evolution::new(&knowledge, scenario, 20);
        for words in &languages {
            let teller = Teller {
                knowledge: &knowledge,
                words,
                departments: &scenario.departments,
            };
            let dated = teller.since(header.date);
            let mut told = dated.evolution(&evolution);
            for event in &scenario.plan.events {
                told.push(dated.plan_event(event.quarter, &event.event));
            }
            for moment in &evolution.course.moments {
                told.push(teller.call(moment));
                told.extend(teller.pushes(moment));
            }
            let years = dated.years(20).into_iter();
            told.extend(years.map(|(_, year)| year));
            for line in &told {
                assert!(!has_code_of_a_date(line), "{line}");
                let wrong = ["de le ", "à le ", "dès à ", "dès au ", "ici à ", "ici au "];
                assert!(!wrong.iter().any(|wrong| line.contains(wrong)), "{line}");
            }
            // A line begins with a capital, or with a bare year or today on an axis.
            for line in dated.evolution(&evolution) {
                let first = line.chars().next().unwrap();
                assert!(first.is_uppercase(), "{line}");
            }
        }
    }
}

#[test]
fn the_whole_report_tells_its_dates_as_people_do() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 64, 1);
    let mut random = Pcg64Mcg::seed_from_u64(15);
    for words in Lang::ALL.map(Words::new) {
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        for _ in 0..25 {
            let profile = planned(&knowledge, &mut random);
            let (header, scenario) = (&profile.header, &profile.scenarios.first);
            let findings = Findings::new(&knowledge, scenario, &sampler);
            let report = report::markdown(teller, header, scenario, &findings);
            let found = report.lines().find(|line| has_code_of_a_date(line));
            assert_eq!(found, None);
            assert!(report.contains(&words.date(header.date)));
        }
    }
}

/// The built-in base in one language, and a course that begins at the end of 2026.
fn told(lang: Lang, say: impl Fn(attache::wording::Dated<'_>)) {
    let (knowledge, words) = (Knowledge::builtin(), Words::new(lang));
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    say(teller.since(date(2026, 11, 24)));
}

#[test]
fn where_the_loop_ends_is_told_by_season_and_far_off_without_one() {
    told(Lang::Fr, |dated| {
        let fixed = |organisation, sliders| {
            let rest = Rest::Fixed {
                organisation,
                sliders,
            };
            dated.rest(&rest)
        };
        for (said, wanted) in [
            (
                fixed(0, 9),
                "L’organisation d’aujourd’hui dure\u{a0}; l’entreprise, elle, continue d’évoluer.",
            ),
            (
                fixed(0, 0),
                "L’organisation d’aujourd’hui dure, et l’entreprise ne change plus guère.",
            ),
            (
                fixed(2, 9),
                "L’organisation se stabilise dès le printemps 2027\u{a0}; l’entreprise, elle, \
                 continue d’évoluer.",
            ),
            (
                fixed(5, 5),
                "L’organisation se stabilise dès l’hiver 2027-2028, et l’entreprise avec elle.",
            ),
            (
                fixed(41, 50),
                "L’organisation ne se stabilisera pas avant dix ans.",
            ),
        ] {
            assert_eq!(said, wanted);
        }
        let cycle = |from| dated.rest(&Rest::Cycle { from, period: 9 });
        assert!(cycle(0).contains("dès aujourd’hui, les mêmes formes reviennent"));
        assert!(cycle(7).contains("dès l’été 2028, les mêmes formes reviennent"));
    });
}

#[test]
fn a_contact_point_opens_today_later_or_never() {
    let knowledge = Knowledge::builtin();
    let point = |wanted, opens| Opening {
        theme: Theme::Own {
            factor: FactorId::new(0),
            theme: 0,
            name: "Sport".to_owned(),
        },
        posture: knowledge.coverage.postures.ids().next().unwrap(),
        wanted,
        opens,
        until: None,
        loads: Vec::new(),
        owner: None,
    };
    told(Lang::Fr, |dated| {
        for (point, said) in [
            (
                point(0, Some(0)),
                "Dès aujourd’hui\u{a0}: Sport, pour publier",
            ),
            (
                point(2, Some(2)),
                "Dès le printemps 2027\u{a0}: Sport, pour publier",
            ),
            (
                point(0, Some(3)),
                "Dès l’été 2027\u{a0}: Sport, pour publier (souhaité dès aujourd’hui\u{a0}; \
                 d’ici là, d’autres points prennent les moyens)",
            ),
            (
                point(0, None),
                "À garder fermé\u{a0}: Sport, pour publier (les moyens n’y suffiront pas d’ici \
                 l’automne 2031)",
            ),
            (
                point(5, None),
                "À garder fermé\u{a0}: Sport, pour publier (souhaité dès l’hiver 2027-2028\u{a0}; \
                 les moyens n’y suffiront pas d’ici l’automne 2031)",
            ),
        ] {
            assert_eq!(dated.opening(&point, 20), said);
        }
    });
}

#[test]
fn an_axis_names_today_and_each_year_where_it_begins() {
    told(Lang::En, |dated| {
        let years = dated.years(9);
        let named: Vec<(usize, &str)> = years
            .iter()
            .map(|(at, name)| (*at, name.as_str()))
            .collect();
        assert_eq!(named, [(0, "today"), (1, "2027"), (5, "2028"), (9, "2029")]);
    });
    // At the end of time the years stop, and nothing fails.
    let (knowledge, words) = (Knowledge::builtin(), Words::new(Lang::En));
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    assert_eq!(teller.since(Date::MAX).years(20).len(), 1);
}

#[test]
fn what_evolving_brings_and_costs_is_told_only_of_sliders_with_a_better_way() {
    let knowledge = Knowledge::builtin();
    let words = Words::new(Lang::En);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let dated = teller.since(date(2026, 11, 24));
    let slider = |id: &str| knowledge.slider(id).unwrap();
    let mut freeze = Evolution::new(&knowledge, &Scenario::new(&knowledge), 20).freeze;
    freeze.differences = vec![
        (slider("siloed"), -9.0),
        (slider("presence"), 8.0),
        (slider("skills"), 6.0),
        (slider("social_culture"), -4.0),
    ];
    let told = dated.freeze(&freeze);
    // What it gains comes first, what it costs in return last.
    assert_eq!(
        told[0],
        "In autumn 2031, letting it evolve will have brought: silos down (−9), in-house skills up \
         (+6)."
    );
    assert_eq!(
        told[told.len() - 1],
        "The downside: social media culture down (−4)."
    );
    assert_eq!(
        knowledge.quantity(slider("siloed")).better,
        Some(Direction::Down)
    );
    assert_eq!(knowledge.quantity(slider("risk")).better, None);
}

/// Whether a text says of when it is.
fn holds_a_year(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_ascii_digit());
    words
        .into_iter()
        .any(|word| word.len() == 4 && word > "1900" && word < "2100")
}

#[test]
fn every_published_figure_says_its_year() {
    let knowledge = Knowledge::builtin();
    let alternatives = knowledge.questions.iter().flat_map(|q| &q.alternatives);
    let told = alternatives.filter_map(|alternative| alternative.evidence.as_ref());
    let stages = knowledge.evolution.stages.iter();
    let told: Vec<_> = told
        .chain(stages.flat_map(|stage| &stage.evidence))
        .collect();
    assert!(told.len() > 10);
    for evidence in told {
        for lang in Lang::ALL {
            let text = evidence.text.get(lang);
            assert!(holds_a_year(text), "{text}");
        }
    }
    let words = Lang::ALL.map(Words::new);
    for (words, age) in words
        .iter()
        .zip(["Repères de 2010-2013", "Benchmarks from 2010–2013"])
    {
        let teller = Teller {
            knowledge: &knowledge,
            words,
            departments: &[],
        };
        assert_eq!(teller.benchmarks().as_deref(), Some(age));
    }
}
