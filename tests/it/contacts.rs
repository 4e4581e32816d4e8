//! Contact points: who holds them, what is decided of them by hand, what they ask for, when they open.

use attache::analysis::{
    Answers, Clash, ContactPoint, Coverage, Evolution, Findings, Inputs, Openings, Sampler, Theme,
    warnings,
};
use attache::chart::{Size, Structure, lay_out};
use attache::draw::Shape;
use attache::i18n::Words;
use attache::model::{
    Condition, ContactState, ContactTheme, Department, ExtraTheme, Knowledge, Lang, Means, Opinion,
    Owner, PlannedEvent, ProblemKind as Kind, Profile, Scenario,
};
use attache::report::{self, Paper};
use attache::wording::Teller;
use jiff::civil::date;

use crate::problems::{Is, is};

const THEMES: [&str; 4] = [
    "marketing",
    "corporate_brand",
    "employer_brand",
    "customer_service",
];
const POSTURES: [&str; 3] = ["push_content", "offer_experience", "listen_and_reply"];

fn usual(theme: &str) -> ContactTheme {
    ContactTheme::Usual(theme.to_owned())
}

fn department(id: &str) -> ContactState {
    ContactState::Held(Owner::Department(id.to_owned()))
}

fn closed(until: Option<usize>) -> ContactState {
    ContactState::Closed { until }
}

/// A company whose themes and postures all stand at these values.
fn company(knowledge: &Knowledge, theme: f64, posture: f64) -> Scenario {
    let mut scenario = Scenario::new(knowledge);
    for (factor, value) in [("themes", theme), ("strategy", posture)] {
        for setting in scenario.factors[factor].quantities.values_mut() {
            setting.value = value;
        }
    }
    scenario
}

fn coverage(knowledge: &Knowledge, scenario: &Scenario) -> Coverage {
    let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
    Coverage::new(knowledge, scenario, &answers)
}

fn point<'a>(
    knowledge: &Knowledge,
    coverage: &'a Coverage,
    theme: &str,
    posture: &str,
) -> Option<&'a ContactPoint> {
    let theme = Theme::Usual(knowledge.slider(theme).unwrap());
    let slider = knowledge.slider(posture).unwrap();
    let mut points = coverage.points.iter();
    points.find(|point| {
        point.theme == theme && knowledge.coverage.postures[point.posture].slider == slider
    })
}

fn near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() < 1e-9
}

#[test]
fn loads_and_means_are_told_in_hours_and_in_people() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 100.0, 50.0);
    scenario.factors["exposure"].quantities["density"].value = 0.0;
    let found = coverage(&knowledge, &scenario);
    // Presence is 50 everywhere: 0.35, 0.5 and 0.6 points of load for each of it, on four themes, at 0.2
    // hours a week for a point and 35 hours for a person.
    assert_eq!(found.points.len(), 12);
    assert!(near(found.load(), 4.0 * 50.0 * (0.35 + 0.5 + 0.6)));
    assert!(near(found.hours(found.load()), 58.0));
    assert!(near(found.people(found.load()), 58.0 / 35.0));
    assert!(!found.own_means);
    // The company's own means take the place of the estimate.
    scenario.means = Means {
        people: Some(1.5),
        hours: Some(30.0),
    };
    let own = coverage(&knowledge, &scenario);
    assert!(own.own_means);
    assert!(near(own.hours(own.capacity), 45.0));
    assert!(near(own.people(own.capacity), 1.5));
    assert!(near(own.people(own.load()), 58.0 / 30.0));
    // Hours alone change what a person is, not what there is.
    scenario.means.people = None;
    let hours = coverage(&knowledge, &scenario);
    assert_eq!(hours.capacity, found.capacity);
    assert!(near(hours.people(hours.load()), 58.0 / 30.0));

    let told = |coverage: &Coverage, lang| {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        format!(
            "{} {}",
            teller.workload(coverage),
            teller.means_source(coverage)
        )
    };
    assert_eq!(
        told(&own, Lang::Fr),
        "Il faut 58\u{a0}h par semaine, vous avez 45\u{a0}h\u{a0}: il manque 0,4\u{a0}personne. \
         Moyens indiqués par l’entreprise."
    );
    scenario.means.people = Some(4.0);
    assert_eq!(
        told(&coverage(&knowledge, &scenario), Lang::En),
        "58\u{a0}h needed a week, 120\u{a0}h available: 2.1 people to spare. \
         Means stated by the company."
    );
    let none = coverage(&knowledge, &company(&knowledge, 0.0, 0.0));
    assert!(told(&none, Lang::Fr).starts_with("Aucun point de contact n’est ouvert."));
    // What is apart by less than a tenth of a person is told in hours, and nothing as nothing.
    for (people, fr, en) in [
        (
            58.0 / 30.0,
            "Il faut 58\u{a0}h par semaine\u{a0}: c’est tout juste ce que vous avez.",
            "58\u{a0}h needed a week: exactly what is available.",
        ),
        (
            59.0 / 30.0,
            "Il faut 58\u{a0}h par semaine, vous avez 59\u{a0}h\u{a0}: il reste 1\u{a0}h de marge.",
            "58\u{a0}h needed a week, 59\u{a0}h available: 1\u{a0}h to spare.",
        ),
    ] {
        scenario.means.people = Some(people);
        let found = coverage(&knowledge, &scenario);
        assert!(
            told(&found, Lang::Fr).starts_with(fr),
            "{}",
            told(&found, Lang::Fr)
        );
        assert!(
            told(&found, Lang::En).starts_with(en),
            "{}",
            told(&found, Lang::En)
        );
    }
    let words = Words::new(Lang::En);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let people = |people: f64| teller.people(&found, people * found.per_person / found.per_point);
    assert_eq!(people(0.0), "0 people");
    assert_eq!(people(1.0), "1 person");
    assert_eq!(people(0.1 / 35.0), "less than 0.01 people");
    assert_eq!(people(1.0 / 35.0), "0.03 people");
}

#[test]
fn what_has_an_owner_is_held_and_what_is_closed_weighs_nothing() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    scenario.means.people = Some(0.0);
    let before = coverage(&knowledge, &scenario);
    assert_eq!(before.unattended().count(), 12);
    scenario.decide(
        usual("marketing"),
        "push_content",
        Some(department("marketing")),
    );
    scenario.decide(usual("marketing"), "listen_and_reply", Some(closed(None)));
    scenario.decide(
        usual("corporate_brand"),
        "push_content",
        Some(ContactState::Open),
    );
    let after = coverage(&knowledge, &scenario);
    assert_eq!((after.points.len(), after.unattended().count()), (11, 10));
    let owned = point(&knowledge, &after, "marketing", "push_content").unwrap();
    assert_eq!(owned.owner, Some(Owner::Department("marketing".into())));
    assert!(owned.is_held() && owned.served == 0.0);
    assert!(near(after.load_of(owned.owner.as_ref()), owned.load));
    assert!(point(&knowledge, &after, "marketing", "listen_and_reply").is_none());
    let shut: Vec<_> = after.shut.iter().map(|s| (s.by_hand, s.until)).collect();
    assert_eq!(shut, [(true, None)]);
    assert!(near(after.load() + after.shut[0].load, before.load()));
    // What is decided back is as it was.
    for posture in ["push_content", "listen_and_reply"] {
        scenario.decide(usual("marketing"), posture, None);
    }
    scenario.decide(usual("corporate_brand"), "push_content", None);
    assert!(scenario.contacts.is_empty());
    assert_eq!(coverage(&knowledge, &scenario), before);
}

#[test]
fn what_has_an_owner_is_served_before_what_is_heavier() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    // The lightest: publishing. As much as one of them asks for.
    let light = point(
        &knowledge,
        &coverage(&knowledge, &scenario),
        "marketing",
        "push_content",
    )
    .unwrap()
    .load;
    scenario.means.people = Some(light * 0.2 / 35.0);
    scenario.decide(usual("marketing"), "push_content", Some(department("web")));
    let found = coverage(&knowledge, &scenario);
    for point in &found.points {
        assert!(near(
            point.served,
            f64::from(u8::from(point.owner.is_some()))
        ));
    }
    // Nothing is left for the team.
    assert!(near(found.load_of(None), 0.0));
}

#[test]
fn what_the_strategy_does_not_want_is_opened_by_hand_and_then_counts() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    scenario.factors["strategy"].quantities["push_content"].value = 5.0;
    let quiet = coverage(&knowledge, &scenario);
    assert_eq!(quiet.points.len(), 8);
    assert!(
        quiet
            .shut
            .iter()
            .all(|shut| !shut.by_hand && shut.until.is_none())
    );
    for state in [ContactState::Open, department("web")] {
        scenario.decide(usual("marketing"), "push_content", Some(state));
        let open = coverage(&knowledge, &scenario);
        // It weighs what a point does that the strategy only just wants.
        let opened = point(&knowledge, &open, "marketing", "push_content").unwrap();
        assert!(near(opened.load, knowledge.coverage.opens_from * 0.35));
        assert!(near(open.load() - quiet.load(), opened.load));
    }
    // Even of a theme of no importance.
    scenario.factors["themes"].quantities["marketing"].value = 0.0;
    let open = coverage(&knowledge, &scenario);
    assert!(
        point(&knowledge, &open, "marketing", "push_content")
            .unwrap()
            .served
            > 0.0
    );
}

#[test]
fn an_owner_who_is_not_there_holds_nothing() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    scenario.factors["agency"].choice = "digital".into();
    let agency = Owner::Outside("agency".into());
    let advisers = Owner::Outside("external_advisers".into());
    for (posture, owner) in [("push_content", &agency), ("offer_experience", &advisers)] {
        let state = ContactState::Held(owner.clone());
        scenario.decide(usual("marketing"), posture, Some(state));
    }
    assert_eq!(coverage(&knowledge, &scenario).owners().len(), 2);
    // Without an agency, as if nothing had been decided; advisers are whoever is given something.
    scenario.factors["agency"].choice = "none".into();
    assert_eq!(coverage(&knowledge, &scenario).owners(), [&advisers]);
    // A department is gone from the quarter in which it is closed.
    scenario.decide(
        usual("marketing"),
        "listen_and_reply",
        Some(department("web")),
    );
    scenario.plan.events.push(PlannedEvent {
        quarter: 3,
        event: "web_closed".into(),
    });
    let course = Evolution::new(&knowledge, &scenario, 5).course;
    let web = Owner::Department("web".into());
    let held: Vec<bool> = course
        .moments
        .iter()
        .map(|m| m.coverage.owners().contains(&&web))
        .collect();
    assert_eq!(held, [true, true, true, false, false, false]);
}

#[test]
fn the_unattended_are_warned_of_until_someone_has_them() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    scenario.means.people = Some(0.0);
    let warned = |scenario: &Scenario| {
        let answers = Answers::new(&knowledge, Inputs::read(&knowledge, scenario));
        let found = warnings(
            &knowledge,
            &answers,
            &Coverage::new(&knowledge, scenario, &answers),
        );
        let mut found = found.iter();
        found.any(|&at| knowledge.warnings[at].when == Condition::Unattended)
    };
    for theme in THEMES {
        for posture in POSTURES {
            assert!(warned(&scenario));
            scenario.decide(
                usual(theme),
                posture,
                Some(ContactState::Held(Owner::Function)),
            );
        }
    }
    assert!(!warned(&scenario));
}

#[test]
fn an_owner_takes_part_so_that_another_form_can_be_answered() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 70.0, 70.0);
    for value in scenario
        .factors
        .values_mut()
        .flat_map(|f| f.quantities.values_mut())
    {
        value.value = 70.0;
    }
    scenario
        .departments
        .retain(|d| d.id == "general_management");
    let mut own = Department::new("own-1");
    own.name = "Production".into();
    scenario.departments.push(own);
    let read = |scenario: &Scenario| Answers::new(&knowledge, Inputs::read(&knowledge, scenario));
    let alone = read(&scenario);
    assert_eq!(alone.inputs.beside, 0);
    assert_eq!(alone.form().aside, Some(Clash::NobodyBeside));
    scenario.decide(
        usual("marketing"),
        "push_content",
        Some(department("own-1")),
    );
    let beside = read(&scenario);
    assert_eq!(beside.inputs.beside, 1);
    let form = |answers: &Answers| answers.form().chosen.unwrap();
    assert_ne!(form(&alone), form(&beside));
    let chosen = &knowledge.form().alternatives[form(&beside)];
    assert!(
        chosen.draws.unwrap().least_departments() == 1,
        "{}",
        chosen.id
    );
    // On the course too.
    let course = Evolution::new(&knowledge, &scenario, 2).course;
    let at = knowledge.always.form;
    assert_eq!(course.moments[0].in_place[at], Some(form(&beside)));
    // And the chart draws it as one that takes part, with what it holds.
    let findings = Findings::new(&knowledge, &scenario, &Sampler::new(&knowledge, 8, 1));
    let words = Words::new(Lang::En);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let structure = Structure::new(
        teller,
        "Company",
        &scenario,
        &findings.answers,
        &findings.verdicts,
    );
    let unit = structure
        .units
        .iter()
        .find(|unit| unit.id == "own-1")
        .unwrap();
    assert!(unit.member.is_some());
    assert_eq!(unit.holds, "1 contact point");
}

#[test]
fn a_closure_ends_on_its_day_and_the_point_opens_in_the_course() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    scenario.means.people = Some(100.0);
    scenario.decide(usual("marketing"), "push_content", Some(closed(Some(3))));
    scenario.decide(usual("marketing"), "offer_experience", Some(closed(None)));
    let evolution = Evolution::new(&knowledge, &scenario, 6);
    let open = |theme: &str, posture: &str| -> Vec<bool> {
        let moments = evolution.course.moments.iter();
        moments
            .map(|moment| point(&knowledge, &moment.coverage, theme, posture).is_some())
            .collect()
    };
    let [not, yes] = [false, true];
    assert_eq!(
        open("marketing", "push_content"),
        [not, not, not, yes, yes, yes, yes]
    );
    assert_eq!(open("marketing", "offer_experience"), [not; 7]);
    assert_eq!(open("marketing", "listen_and_reply"), [yes; 7]);
    let of = |openings: &Openings, posture: &str| {
        let theme = Theme::Usual(knowledge.slider("marketing").unwrap());
        let slider = knowledge.slider(posture).unwrap();
        let points = openings.points.iter();
        let mut found = points.filter(|p| p.theme == theme);
        let found = found.find(|p| knowledge.coverage.postures[p.posture].slider == slider);
        found.map(|point| (point.wanted, point.opens))
    };
    assert_eq!(of(&evolution.openings, "push_content"), Some((3, Some(3))));
    assert_eq!(of(&evolution.openings, "offer_experience"), None);
    // As seen from then, less of the closure is left.
    let then = |quarter| {
        evolution
            .course
            .scenario(&knowledge, quarter)
            .contacts
            .len()
    };
    assert_eq!((then(2), then(3)), (2, 1));
}

#[test]
fn what_has_an_owner_opens_at_once_and_the_others_share_what_is_left() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    scenario.plan.pace = 0.0;
    // Half of what is asked for.
    let load = coverage(&knowledge, &scenario).load();
    scenario.means.people = Some(load / 2.0 * 0.2 / 35.0);
    for theme in &THEMES[..3] {
        for posture in POSTURES {
            scenario.decide(usual(theme), posture, Some(department("communications")));
        }
    }
    let openings = Evolution::new(&knowledge, &scenario, 4).openings;
    for point in &openings.points {
        // Three quarters of the load have an owner; nothing is left for the rest.
        assert_eq!(point.opens, point.owner.is_some().then_some(0));
    }
    assert_eq!(
        openings.points.iter().filter(|p| p.owner.is_some()).count(),
        9
    );
}

#[test]
fn what_is_taken_away_takes_with_it_what_was_decided_of_it() {
    let knowledge = Knowledge::builtin();
    let mut scenario = company(&knowledge, 60.0, 60.0);
    scenario.factors["themes"].extra = ["A", "B", "C"]
        .map(|name| ExtraTheme {
            value: 80.0,
            ..ExtraTheme::named(name)
        })
        .to_vec();
    let own = |place| ContactTheme::Own("themes".into(), place);
    for (place, holder) in ["communications", "web", "marketing"].iter().enumerate() {
        scenario.decide(own(place), "push_content", Some(department(holder)));
    }
    scenario.decide(usual("marketing"), "push_content", Some(department("web")));
    let holder =
        |scenario: &Scenario, place| scenario.contact(&own(place), "push_content").cloned();
    let mut fewer = scenario.clone();
    fewer.remove_theme("themes", 1);
    // Those behind it move up.
    assert_eq!(holder(&fewer, 0), Some(department("communications")));
    assert_eq!(holder(&fewer, 1), Some(department("marketing")));
    assert_eq!(holder(&fewer, 2), None);
    assert_eq!(fewer.contacts.len(), 3);
    scenario.remove_department("web");
    assert!(!scenario.has_department("web"));
    assert_eq!(scenario.contacts.len(), 2);
    assert_eq!(holder(&scenario, 1), None);
    // Both can be written and read again.
    for scenario in [fewer, scenario] {
        let mut profile = Profile::new(&knowledge, date(2026, 11, 26));
        profile.scenarios.first = scenario;
        let text = profile.to_text().unwrap();
        assert_eq!(Profile::parse(&knowledge, "p.ron", &text).unwrap(), profile);
    }
}

/// What is decided in the file that the tests of reading begin with.
const DECIDED: &str = r#"    contacts: [
        (theme: Usual("marketing"), posture: "push_content", state: Held(Department("marketing"))),
        (theme: Usual("marketing"), posture: "listen_and_reply", state: Closed(until: Some(4))),
        (theme: Usual("employer_brand"), posture: "push_content", state: Closed()),
        (theme: Own("themes", 0), posture: "push_content", state: Held(Outside("agency"))),
        (theme: Own("themes", 0), posture: "offer_experience", state: Held(Function)),
        (theme: Usual("customer_service"), posture: "push_content", state: Open),
    ],
    means: (people: Some(1.5), hours: Some(32.0)),
"#;

fn written() -> (Knowledge, String) {
    let knowledge = Knowledge::builtin();
    let mut profile = Profile::new(&knowledge, date(2026, 11, 26));
    profile.scenarios.first.factors["themes"]
        .extra
        .push(ExtraTheme {
            value: 70.0,
            ..ExtraTheme::named("Sport")
        });
    let text = profile.to_text().unwrap();
    let end = text.rfind(')').unwrap();
    (knowledge, format!("{}{DECIDED})\n", &text[..end]))
}

#[test]
fn what_is_decided_is_written_as_it_was_read() {
    let (knowledge, text) = written();
    let profile = Profile::parse(&knowledge, "p.ron", &text).unwrap();
    assert_eq!(profile.to_text().unwrap(), text);
    let mut others = profile.clone();
    others.scenarios.others = vec![profile.scenarios.first.clone()];
    others.opinions = vec![Opinion::new(profile.scenarios.first.clone())];
    let text = others.to_text().unwrap();
    assert_eq!(Profile::parse(&knowledge, "p.ron", &text).unwrap(), others);
}

#[test]
fn what_is_decided_of_nothing_is_refused_and_placed() {
    let (knowledge, good) = written();
    let cases: [(&str, &str, Is, &str); _] = [
        (
            "Department(\"marketing\")",
            "Department(\"juridique\")",
            is!(Kind::UnknownId { .. }),
            "contacts[0].state",
        ),
        (
            "Outside(\"agency\")",
            "Outside(\"presence\")",
            is!(Kind::UnknownId { .. }),
            "contacts[3].state",
        ),
        (
            "Usual(\"employer_brand\")",
            "Usual(\"presence\")",
            is!(Kind::UnknownId { .. }),
            "contacts[2].theme",
        ),
        (
            "Own(\"themes\", 0), posture: \"offer_experience\"",
            "Own(\"themes\", 1), posture: \"offer_experience\"",
            is!(Kind::UnknownId { .. }),
            "contacts[4].theme",
        ),
        (
            "Own(\"themes\", 0), posture: \"offer_experience\"",
            "Own(\"strategy\", 0), posture: \"offer_experience\"",
            is!(Kind::UnknownId { .. }),
            "contacts[4].theme",
        ),
        (
            "posture: \"offer_experience\"",
            "posture: \"presence\"",
            is!(Kind::UnknownId { .. }),
            "contacts[4].posture",
        ),
        (
            "posture: \"offer_experience\"",
            "posture: \"push_content\"",
            is!(Kind::Duplicate { .. }),
            "contacts[4]",
        ),
        (
            "Some(4)",
            "Some(21)",
            is!(Kind::OutOfRange { .. }),
            "contacts[1].state",
        ),
        (
            "Some(4)",
            "Some(0)",
            is!(Kind::OutOfRange { .. }),
            "contacts[1].state",
        ),
        (
            "people: Some(1.5)",
            "people: Some(1001)",
            is!(Kind::OutOfRange { .. }),
            "means.people",
        ),
        (
            "hours: Some(32.0)",
            "hours: Some(0.5)",
            is!(Kind::OutOfRange { .. }),
            "means.hours",
        ),
        (
            "Held(Function)",
            "Holds(Function)",
            is!(Kind::UnknownVariant { .. }),
            "",
        ),
        (
            "Closed(until: Some(4))",
            "Closed(untill: Some(4))",
            is!(Kind::UnknownField { .. }),
            "",
        ),
    ];
    for (from, to, expected, field) in cases {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        let problems = Profile::parse(&knowledge, "p.ron", &bad).unwrap_err();
        let problem = &problems[0];
        assert!(expected(&problem.kind), "{from} -> {to}: {problem}");
        assert_eq!(problem.field, field, "{from} -> {to}: {problem}");
        let begins = bad
            .bytes()
            .zip(good.bytes())
            .position(|(a, b)| a != b)
            .unwrap();
        let line = 1 + bad[..begins].matches('\n').count();
        assert_eq!(problem.line, line, "{from} -> {to}: {problem}");
        assert!(problem.column > 1);
    }
}

#[test]
fn hours_in_a_knowledge_base_are_checked() {
    for (from, to, field) in [
        ("per_point: 0.2", "per_point: 0", "coverage.hours.per_point"),
        (
            "per_person: 35",
            "per_person: 169",
            "coverage.hours.per_person",
        ),
    ] {
        let bad = Knowledge::BUILTIN.replacen(from, to, 1);
        assert_ne!(bad, Knowledge::BUILTIN);
        let problems = Knowledge::parse("k.ron", &bad).unwrap_err();
        assert_eq!(problems[0].field, field);
        assert!(matches!(problems[0].kind, Kind::OutOfRange { .. }));
    }
    // A base without them has the usual ones.
    let begin = Knowledge::BUILTIN.find("        hours: Some((").unwrap();
    let end = begin + Knowledge::BUILTIN[begin..].find("        )),\n").unwrap() + 12;
    let without = [&Knowledge::BUILTIN[..begin], &Knowledge::BUILTIN[end..]].concat();
    let base = Knowledge::parse("k.ron", &without).unwrap();
    let hours = &base.coverage.hours;
    assert_eq!(
        (hours.per_point, hours.per_person, hours.why.as_ref()),
        (0.2, 35.0, None)
    );
}

#[test]
fn page_slide_and_markdown_name_owners_closures_and_the_unattended() {
    let (knowledge, text) = written();
    let mut profile = Profile::parse(&knowledge, "p.ron", &text).unwrap();
    profile.scenarios.first.means.people = Some(0.0);
    // Three factors are described, so that something is answered.
    for factor in ["exposure", "culture", "understanding"] {
        for setting in profile.scenarios.first.factors[factor]
            .quantities
            .values_mut()
        {
            setting.value = 61.0;
        }
    }
    let scenario = &profile.scenarios.first;
    let sampler = Sampler::new(&knowledge, 16, 1);
    let findings = Findings::new(&knowledge, scenario, &sampler);
    let paths = attache::analysis::Paths::complete(&knowledge, scenario, &sampler, 20);
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let named = [
        "Marketing\u{a0}: Marketing et produits (publier)",
        "Fermé, ouvre à l’automne 2027\u{a0}: Marketing et produits (répondre)",
        "Fermé, sans date d’ouverture\u{a0}: Marque employeur (publier)",
        "Sans responsable\u{a0}: ",
    ];
    let document = report::markdown(teller, &profile.header, scenario, &findings);
    for told in named {
        assert!(document.contains(told), "{told}: {document}");
    }
    let header = &profile.header;
    let sheet = report::page(teller, header, scenario, &findings, &paths, Paper::Sheet);
    let page: Vec<String> = sheet.blocks.iter().map(report::Block::text).collect();
    for told in named {
        let begins = |text: &String| text.starts_with(told.trim_end());
        assert!(page.iter().any(begins), "{told}: {page:?}");
    }
    // The chart says who holds how many, and how many nobody does.
    let structure = Structure::new(teller, "", scenario, &findings.answers, &findings.verdicts);
    let room = Size {
        width: 900.0,
        height: 600.0,
    };
    let scene = lay_out(&structure, room);
    let said = |id: &str| -> String {
        let item = scene.items.iter().find(|item| item.id == id).unwrap();
        match &item.shape {
            Shape::Box { labels, .. } => {
                let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
                texts.join(" ")
            }
            _ => String::new(),
        }
    };
    assert_eq!(said("unit:marketing"), "Marketing 1 point de contact");
    assert_eq!(said("unit:web"), "Digital / web");
    let count = findings.coverage.unattended().count();
    assert!(count > 1);
    assert_eq!(
        said("unattended"),
        format!("{count} points de contact sans responsable")
    );
}

#[test]
fn what_changes_is_named_for_an_undo() {
    let (knowledge, text) = written();
    let before = Profile::parse(&knowledge, "p.ron", &text).unwrap();
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let told = |change: &dyn Fn(&mut Scenario)| {
        let mut after = before.clone();
        change(&mut after.scenarios.first);
        teller.change_in_brief(&before, &after).unwrap()
    };
    let own = || ContactTheme::Own("themes".into(), 0);
    for (change, said) in [
        (
            told(&|s| s.decide(own(), "offer_experience", Some(department("web")))),
            "Sport, pour animer Social Media Manager → Digital / web",
        ),
        (
            told(&|s| s.decide(usual("marketing"), "listen_and_reply", None)),
            "Marketing et produits, pour répondre fermé jusqu’au trimestre 4 → selon la stratégie",
        ),
        (
            told(&|s| s.means.people = None),
            "Personnes disponibles 1,5 → estimation",
        ),
    ] {
        assert_eq!(change, said);
    }
}
