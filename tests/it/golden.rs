//! Format 1 as it was first published: whatever the program becomes, these files are read, and mean
//! what they meant. They are never to be edited.

use attache::model::{
    EventChange, FORMAT, Knowledge, Members, PlannedEvent, ProblemKind as Kind, Profile, Reading,
    USUAL_DOUBT,
};

const FULL: &str = include_str!("golden/profile-1.attache.ron");
const LEAST: &str = include_str!("golden/profile-1-least.ron");
const KNOWLEDGE: &str = include_str!("golden/knowledge-1.ron");

fn read(text: &str) -> Profile {
    Profile::parse(&Knowledge::builtin(), "golden.ron", text).unwrap()
}

#[test]
fn a_profile_with_everything_means_what_it_meant() {
    let profile = read(FULL);
    assert_eq!(
        profile.header.company,
        "Société « L’Été » & fils\t\"œuvre\" \\ 😀"
    );
    assert_eq!(
        (profile.header.date, profile.header.author.as_str()),
        (jiff::civil::date(2026, 11, 25), "Zoé")
    );
    assert_eq!(
        profile.header.description["fr"],
        "Une société.\nSur deux lignes (avec parenthèses)."
    );
    assert_eq!(profile.header.notes, "À revoir\u{a0}: tout !");
    assert_eq!(profile.scenarios.first.weight_doubt, 62.5);
    assert_eq!(
        profile.scenarios.first.departments[1].name,
        "Communication & marque"
    );
    assert!(
        !profile.scenarios.first.can_host("marketing") && profile.scenarios.first.can_host("legal")
    );
    let themes = &profile.scenarios.first.factors["themes"];
    assert!(themes.unknown);
    assert_eq!(themes.weight, 20.25);
    let brand = &themes.quantities["corporate_brand"];
    assert_eq!((brand.value, brand.plus_minus), (12.5, 33.0));
    assert_eq!(brand.note, "vu en réunion");
    assert_eq!(
        (themes.extra[0].name.as_str(), themes.extra[0].value),
        ("Crise", 71.0)
    );
    assert_eq!(profile.scenarios.first.factors["agency"].choice, "digital");
    assert_eq!(profile.scenarios.first.plan.pace, 150.0);
    let crisis = PlannedEvent {
        quarter: 3,
        event: "crisis".to_owned(),
    };
    assert_eq!(profile.scenarios.first.plan.events[0], crisis);
    assert_eq!(profile.scenarios.first.name, "Aujourd’hui");
    assert_eq!(profile.scenarios.others[0].name, "Dans deux ans");
    assert_eq!(
        profile.scenarios.others[0].factors,
        profile.scenarios.first.factors
    );
    assert_eq!(
        (profile.opinions.len(), profile.opinions[0].name()),
        (1, "")
    );
}

#[test]
fn a_profile_is_written_as_it_was_while_the_format_is_the_same() {
    assert_eq!(FORMAT, 1, "a new format has golden files of its own");
    assert_eq!(read(FULL).to_text().unwrap(), FULL);
}

#[test]
fn what_a_profile_leaves_out_is_as_usual() {
    let profile = read(LEAST);
    assert_eq!(
        (
            profile.header.author.as_str(),
            profile.header.notes.as_str()
        ),
        ("", "")
    );
    assert!(profile.header.description.is_empty() && profile.scenarios.others.is_empty());
    assert!(profile.opinions.is_empty() && profile.scenarios.first.plan.is_usual());
    assert_eq!(profile.scenarios.first.weight_doubt, 100.0);
    assert!(
        profile
            .scenarios
            .first
            .departments
            .iter()
            .all(|d| d.hosts && d.name.is_empty())
    );
    for input in profile.scenarios.first.factors.values() {
        assert!(!input.unknown && input.extra.is_empty());
        for setting in input.quantities.values() {
            assert_eq!(
                (setting.plus_minus, setting.note.as_str()),
                (USUAL_DOUBT, "")
            );
        }
    }
}

#[test]
fn a_knowledge_base_means_what_it_meant() {
    let knowledge = Knowledge::parse("golden.ron", KNOWLEDGE).unwrap();
    // A report of long ago names the base it was made with by this.
    assert_eq!(knowledge.fingerprint, "940a79a7");
    assert_eq!(knowledge.sources.iter().next().unwrap().year, Some(2011));
    let slider = |id: &str| knowledge.slider(id).unwrap();
    let factor = knowledge.factors.iter().next().unwrap();
    assert!(factor.extensible);
    let (t, u) = (slider("t"), slider("u"));
    let product = Reading::Product {
        quantities: vec![t.quantity, u.quantity],
        only: factor.choice.as_ref().unwrap().option_id("p"),
        unless: None,
    };
    let readings = knowledge.measures.iter().map(|m| &m.reading);
    assert!(readings.eq([&Reading::Level(t.quantity), &product, &Reading::Diversity]));
    let (_, form) = knowledge.question("form").unwrap();
    assert_eq!(
        form.alternative("hubs").unwrap().1.draws,
        Some(Members::Hubs)
    );
    let (_, attachment) = knowledge.question("attachment").unwrap();
    let points = &attachment.responses.iter().next().unwrap().curves[1].points;
    assert_eq!(points, &[(0.0, 1.0), (50.0, 0.0), (100.0, -1.0)]);
    let grows_with = knowledge
        .coverage
        .postures
        .iter()
        .next()
        .unwrap()
        .grows_with;
    assert_eq!(grows_with, knowledge.measure("m"));
    let changes = &knowledge.evolution.events[0].changes;
    assert_eq!(changes.len(), 6);
    assert_eq!(changes[1], EventChange::Shock(u, 40.0));
}

#[test]
fn a_newer_format_is_refused_by_its_number() {
    for text in [FULL, LEAST] {
        // Whatever else a newer file says, its number is what is told.
        let newer = text.replacen("format: 1,", "format: 2,\n    novelty: [1, 2],", 1);
        let problems = Profile::parse(&Knowledge::builtin(), "p.ron", &newer).unwrap_err();
        let (found, known) = (2, 1);
        assert_eq!(problems[0].kind, Kind::NewerFormat { found, known });
    }
    let newer = KNOWLEDGE.replacen("format: 1,", "format: 3, novelty: 1,", 1);
    let problems = Knowledge::parse("k.ron", &newer).unwrap_err();
    let (found, known) = (3, 1);
    assert_eq!(problems[0].kind, Kind::NewerFormat { found, known });
}

#[test]
fn what_is_not_known_is_refused_and_named() {
    let text = FULL.replacen("pace: 150.0", "pace: 150.0, tempo: 1", 1);
    let problems = Profile::parse(&Knowledge::builtin(), "p.ron", &text).unwrap_err();
    let kind = &problems[0].kind;
    assert!(
        matches!(kind, Kind::UnknownField { found, .. } if found == "tempo"),
        "{kind:?}"
    );
}

#[test]
fn the_marks_of_a_company_travel_with_its_profile() {
    let head = "\n    weight_doubt: 62.5,";
    let logo = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdp\
                ZHRoPSI4IiBoZWlnaHQ9IjQiPjxwYXRoIGQ9Ik0wIDBIOFY0WiIvPjwvc3ZnPg==";
    let logo: String = logo.split_whitespace().collect();
    let marks = format!(
        "\n    brand: (client: \"Pour la Banque\", confidentiality: \"Diffusion restreinte\", \
         accent: \"#7a1f5c\", logo: \"{logo}\"),{head}"
    );
    let text = FULL.replacen(head, &marks, 1);
    let brand = read(&text).header.brand;
    assert_eq!(
        (brand.client.as_str(), brand.confidentiality.as_str()),
        ("Pour la Banque", "Diffusion restreinte")
    );
    assert_eq!(brand.accent.unwrap().color().hex(), "#7a1f5c");
    assert_eq!(brand.logo.unwrap().ratio(), 2.0);
    assert_eq!(read(&text).to_text().unwrap(), text);
    for (good, bad, is) in [
        (
            "#7a1f5c",
            "#ffff00",
            crate::problems::is!(Kind::PaleColor { .. }),
        ),
        (
            "#7a1f5c",
            "violet",
            crate::problems::is!(Kind::BadColor { .. }),
        ),
        (
            "data:image/svg",
            "data:image/gif",
            crate::problems::is!(Kind::BadLogo(_)),
        ),
        (
            "client: \"Pour",
            "client: \"(",
            crate::problems::is!(Kind::TooLong { .. }),
        ),
    ] {
        let bad = bad.replace('(', &"x".repeat(201));
        let text = text.replacen(good, &bad, 1);
        let problems = Profile::parse(&Knowledge::builtin(), "p.ron", &text).unwrap_err();
        assert!(problems.len() == 1 && is(&problems[0].kind), "{problems:?}");
        assert_eq!(
            problems[0].line,
            text.lines().take_while(|l| !l.contains("brand:")).count() + 1
        );
    }
}
