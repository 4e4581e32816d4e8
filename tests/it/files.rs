//! Bad profiles and knowledge bases are refused with file, line, column and field.

use attache::i18n::Words;
use attache::model::{Knowledge, Lang, Problem, ProblemKind as Kind, Profile};

use attache::store::{self, examples};

use crate::problems::{Is, is};

fn line_of(text: &str, needle: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    1 + lines
        .iter()
        .rposition(|line| line.contains(needle))
        .unwrap()
}

/// Both languages must say something of the problem, and not the bare key.
fn said(problem: &Problem) {
    for lang in Lang::ALL {
        let sentence = Words::new(lang).problem(problem);
        assert!(!sentence.contains("problem-"), "{sentence}");
        assert!(!sentence.contains("{$"), "{sentence}");
        assert!(sentence.contains(&problem.file), "{sentence}");
    }
}

fn refused(text: &str) -> Problem {
    let problems = Profile::parse(&Knowledge::builtin(), "p.ron", text).unwrap_err();
    problems.iter().for_each(said);
    problems.into_iter().next().unwrap()
}

#[test]
fn bad_profiles_are_placed_and_explained() {
    let good = examples()[0].text;
    let cases: [(&str, &str, Is, &str); _] = [
        // (what is replaced, by what, what is then wrong, field)
        (
            "format: 1",
            "format: 2",
            is!(Kind::NewerFormat { .. }),
            "format",
        ),
        (
            "format: 1",
            "format: 0",
            is!(Kind::UnknownFormat { .. }),
            "format",
        ),
        ("format: 1", "format: x", is!(Kind::ExpectedNumber), ""),
        (
            "    factors: {",
            "    plan: (pace: 201),\n    factors: {",
            is!(Kind::OutOfRange { .. }),
            "plan.pace",
        ),
        (
            "    factors: {",
            "    plan: (events: [(quarter: 21, event: \"crisis\")]),\n    factors: {",
            is!(Kind::OutOfRange { .. }),
            "plan.events[0].quarter",
        ),
        (
            "    factors: {",
            "    plan: (events: [(quarter: 2, event: \"comet\")]),\n    factors: {",
            is!(Kind::UnknownId { .. }),
            "plan.events[0].event",
        ),
        (
            "(value: 92.0",
            "(value: -0.5",
            is!(Kind::OutOfRange { .. }),
            "factors.exposure.quantities.risk.value",
        ),
        (
            "(value: 92.0",
            "(value: NaN",
            is!(Kind::OutOfRange { .. }),
            "factors.exposure.quantities.risk.value",
        ),
        (
            "(value: 92.0",
            "(value: inf",
            is!(Kind::OutOfRange { .. }),
            "factors.exposure.quantities.risk.value",
        ),
        (
            "(value: 92.0",
            "(value: \"92\"",
            is!(Kind::ExpectedNumber),
            "",
        ),
        (
            "(value: 92.0",
            "(valeur: 92.0",
            is!(Kind::UnknownField { .. }),
            "",
        ),
        ("(value: 92.0, ", "(", is!(Kind::MissingField { .. }), ""),
        (
            "weight: 80.0",
            "weight: 101",
            is!(Kind::OutOfRange { .. }),
            "factors.exposure.weight",
        ),
        (
            "\"risk\":",
            "\"risque\":",
            is!(Kind::UnknownId { .. }),
            "factors.exposure.quantities.risque",
        ),
        ("\"density\":", "\"risk\":", is!(Kind::Duplicate { .. }), ""),
        (
            "\"exposure\": (",
            "\"exposition\": (",
            is!(Kind::UnknownId { .. }),
            "factors.exposition",
        ),
        (
            "choice: \"public_relations\"",
            "choice: \"rp\"",
            is!(Kind::UnknownId { .. }),
            "factors.agency.choice",
        ),
        (
            "date: \"2026-11-24\"",
            "date: \"2026-02-30\"",
            is!(Kind::BadDate { .. }),
            "date",
        ),
        (
            "date: \"2026-11-24\"",
            "date: \"2026-11-24T10:00:00+02:00\"",
            is!(Kind::BadDate { .. }),
            "date",
        ),
        (
            "date: \"2026-11-24\"",
            "date: \"20261124\"",
            is!(Kind::BadDate { .. }),
            "date",
        ),
        (
            "date: \"2026-11-24\"",
            "date: \"2026-11-24[Europe/Paris]\"",
            is!(Kind::BadDate { .. }),
            "date",
        ),
        (
            "date: \"2026-11-24\"",
            "date: \"-000001-01-01\"",
            is!(Kind::BadDate { .. }),
            "date",
        ),
        (
            "date: \"2026-11-24\"",
            "date: \" 2026-11-24\"",
            is!(Kind::BadDate { .. }),
            "date",
        ),
        (
            "\"fr\": ",
            "\"de\": ",
            is!(Kind::UnknownId { .. }),
            "description.de",
        ),
        (
            "(id: \"web\")",
            "(id: \"marketing\")",
            is!(Kind::Duplicate { .. }),
            "departments[3]",
        ),
        (
            "(id: \"web\")",
            "(id: \"juridique\")",
            is!(Kind::UnnamedDepartment { .. }),
            "departments[3]",
        ),
        (
            "(id: \"general_management\"),",
            "",
            is!(Kind::MissingId { .. }),
            "departments",
        ),
        (
            "company: \"Banque Delorme\",",
            "company: \"Banque Delorme\"",
            is!(Kind::ExpectedSymbol { .. }),
            "",
        ),
        (
            "company: \"Banque Delorme\",",
            "company: \"Banque Delorme,",
            is!(Kind::ExpectedSymbol { .. }),
            "",
        ),
    ];
    for (from, to, expected, field) in cases {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        let problem = refused(&bad);
        assert!(expected(&problem.kind), "{from} -> {to}: {problem}");
        assert_eq!(problem.field, field, "{from} -> {to}: {problem}");
        if !field.is_empty() && !to.is_empty() {
            let needle = to.split(['\n']).next().unwrap();
            assert_eq!(
                problem.line,
                line_of(&bad, needle),
                "{from} -> {to}: {problem}"
            );
            assert!(problem.column > 1);
        }
    }
}

#[test]
fn the_column_is_that_of_the_value() {
    let bad = examples()[0].text.replace("(value: 92.0", "(value: 920.0");
    let problem = refused(&bad);
    let line = bad.lines().nth(problem.line - 1).unwrap();
    assert!(
        line.chars()
            .skip(problem.column - 1)
            .collect::<String>()
            .starts_with("920.0")
    );
}

#[test]
fn own_departments_and_themes_are_kept() {
    let knowledge = Knowledge::builtin();
    let text = examples()[0].text.replace(
        "(id: \"web\")",
        "(id: \"web\"), (id: \"juridique\", name: \"Direction juridique\")",
    );
    let profile = Profile::parse(&knowledge, "p.ron", &text).unwrap();
    assert!(profile.scenarios.first.has_department("juridique"));
    assert!(profile.to_text().unwrap().contains("Direction juridique"));
}

#[test]
fn strange_files_are_refused_not_half_read() {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let good = examples()[0].text;
    let deep = "(".repeat(100_000);
    let large = vec![b' '; 5 * 1024 * 1024];
    let cases: [(_, Is); _] = [
        (write("vide.ron", b""), is!(Kind::ExpectedSymbol { .. })),
        (
            write("latin1.ron", b"(company: \"H\xf4pital\")"),
            is!(Kind::NotUtf8),
        ),
        (write("profond.ron", deep.as_bytes()), is!(Kind::Syntax)),
        (write("gros.ron", &large), is!(Kind::TooLarge { .. })),
        (
            write("suite.ron", format!("{good} et plus").as_bytes()),
            is!(Kind::Trailing),
        ),
        (folder.path().to_owned(), is!(Kind::IsFolder)),
        (folder.path().join("absent.ron"), is!(Kind::NotFound)),
    ];
    for (path, expected) in cases {
        let problems = store::read_profile(&knowledge, &path).unwrap_err();
        problems.iter().for_each(said);
        assert!(expected(&problems[0].kind), "{path:?}: {}", problems[0]);
    }
    // A byte order mark and the line ends of Windows are no fault.
    let windows = format!("\u{feff}{}", good.replace('\n', "\r\n"));
    let read = store::read_profile(&knowledge, &write("windows.ron", windows.as_bytes())).unwrap();
    assert_eq!(read.to_text().unwrap(), good);
}

#[cfg(unix)]
#[test]
fn pipes_are_not_waited_for() {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("tube");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    let problems = store::read_profile(&knowledge, &pipe).unwrap_err();
    assert_eq!(problems[0].kind, Kind::NotAFile);
}

#[test]
fn bad_knowledge_is_placed_and_explained() {
    let good = include_str!("../../assets/knowledge.ron");
    let cases: [(&str, &str, Is, &str); _] = [
        (
            "format: 1",
            "format: 9",
            is!(Kind::NewerFormat { .. }),
            "format",
        ),
        (
            "quantity: \"skills\", points: -2",
            "quantity: \"talent\", points: -2",
            is!(Kind::UnknownId { .. }),
            "evolution.effects[0].quantity",
        ),
        (
            "quantity: \"skills\", points: -2",
            "quantity: \"skills\", points: -26",
            is!(Kind::OutOfRange { .. }),
            "evolution.effects[0].points",
        ),
        (
            "(form: \"dandelion\"",
            "(form: \"thistle\"",
            is!(Kind::UnknownId { .. }),
            "evolution.stages[3].form",
        ),
        (
            "Shock(\"risk\", 40)",
            "Shock(\"danger\", 40)",
            is!(Kind::UnknownId { .. }),
            "evolution.events[4].changes[0]",
        ),
        (
            "department: Some(\"web\")",
            "department: Some(\"toile\")",
            is!(Kind::UnknownId { .. }),
            "questions[0].alternatives[3].department",
        ),
        (
            "to: \"web\", direction: Down",
            "to: \"toile\", direction: Down",
            is!(Kind::UnknownId { .. }),
            "questions[0].responses[0].curves[2].to",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (100, 0.4)]",
            is!(Kind::NotMonotone { .. }),
            "questions[0].responses[0].curves[0].points[1]",
        ),
        (
            "donne le ton ({value})",
            "donne le ton",
            is!(Kind::Sentence),
            "questions[0].responses[0].curves[2].reasons.high.fr",
        ),
        (
            "a single team is enough to work with it",
            "a single team, {host}, is enough to work with it",
            is!(Kind::Sentence),
            "questions[1].responses[0].curves[0].reasons.high.en",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, NaN), (100, -0.4)]",
            is!(Kind::CurveValue { .. }),
            "questions[0].responses[0].curves[0].points[0]",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (100, -1.4)]",
            is!(Kind::CurveValue { .. }),
            "questions[0].responses[0].curves[0].points[1]",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (90, -0.4)]",
            is!(Kind::CurveEnds),
            "questions[0].responses[0].curves[0].points",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (60, 0), (50, 0), (100, -0.4)]",
            is!(Kind::CurveOrder),
            "questions[0].responses[0].curves[0].points[2]",
        ),
        (
            "en: \"Ambition\"",
            "en: \"\"",
            is!(Kind::EmptyText),
            "factors[1].label.en",
        ),
        (", en: \"Ambition\"", "", is!(Kind::MissingField { .. }), ""),
        (
            "measure: \"risk\"",
            "measure: \"risque\"",
            is!(Kind::UnknownId { .. }),
            "questions[0].responses[14].measure",
        ),
        (
            "too_close: 1.0",
            "too_close: -1.0",
            is!(Kind::OutOfRange { .. }),
            "questions[0].too_close",
        ),
        (
            "id: \"sourcing\"",
            "id: \"source\"",
            is!(Kind::MissingQuestion { .. }),
            "questions",
        ),
        (
            "(id: \"general_management\", label",
            "(id: \"board\", label",
            is!(Kind::MissingId { .. }),
            "departments",
        ),
        (
            "reading: Level(\"presence\")",
            "reading: Level(\"absence\")",
            is!(Kind::UnknownId { .. }),
            "factors[1].measures[0].reading[0]",
        ),
        (
            "reading: Diversity",
            "reading: Variety",
            is!(Kind::UnknownVariant { .. }),
            "",
        ),
    ];
    for (from, to, expected, field) in cases {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        let problems = Knowledge::parse("k.ron", &bad).unwrap_err();
        problems.iter().for_each(said);
        let problem = &problems[0];
        assert!(expected(&problem.kind), "{from} -> {to}: {problem}");
        assert_eq!(problem.field, field, "{from} -> {to}: {problem}");
        if !field.is_empty() && !to.is_empty() {
            let exact = 1 + bad.lines().position(|line| line.contains(to)).unwrap();
            // What is missing has no line of its own: its list has.
            assert!(
                problem.line == exact
                    || is!(Kind::MissingQuestion { .. } | Kind::MissingId { .. })(&problem.kind),
                "{problem}"
            );
        }
    }
}

#[test]
fn a_decimal_comma_is_answered_with_the_number_as_it_is_to_be() {
    let knowledge = Knowledge::builtin();
    let expected = |found: &str| Kind::DecimalComma {
        found: found.to_owned(),
    };
    for (from, to, found) in [
        ("weight: 80.0", "weight: 3,5", "3,5"),
        ("(value: 92.0,", "(value: 92,25,", "92,25"),
        ("(value: 92.0", "(plus_minus: 9,5, value: 92.0", "9,5"),
    ] {
        let bad = examples()[0].text.replacen(from, to, 1);
        let problems = Profile::parse(&knowledge, "p.ron", &bad).unwrap_err();
        problems.iter().for_each(said);
        assert_eq!(problems[0].kind, expected(found), "{to}");
        let line = bad.lines().position(|line| line.contains(to)).unwrap();
        assert_eq!(problems[0].line, line + 1);
        let sentence = Words::new(Lang::En).problem(&problems[0]);
        assert!(sentence.contains(&found.replace(',', ".")), "{sentence}");
    }
    for (from, to, found) in [
        ("too_close: 1.0", "too_close: 1,0", "1,0"),
        ("(0, 0), (100, -0.4)", "(0, 0), (100, -0,4)", "0,4"),
        ("(0, 0), (100, -0.4)", "(0,5, 0), (100, -0.4)", "0,5"),
        ("Shock(\"risk\", 40)", "Shock(\"risk\", 40,5)", "40,5"),
    ] {
        let bad = Knowledge::BUILTIN.replacen(from, to, 1);
        assert_ne!(bad, Knowledge::BUILTIN);
        let problems = Knowledge::parse("k.ron", &bad).unwrap_err();
        assert_eq!(problems[0].kind, expected(found), "{to}");
    }
    // Where a comma only follows a number, nothing is said of it.
    let bad = examples()[0]
        .text
        .replacen("weight: 80.0,", "weight: 80, 5,", 1);
    let problems = Profile::parse(&knowledge, "p.ron", &bad).unwrap_err();
    assert!(
        !is!(Kind::DecimalComma { .. })(&problems[0].kind),
        "{}",
        problems[0]
    );
}

#[test]
fn a_problem_is_placed_whatever_comments_and_attributes_the_file_has() {
    let good = examples()[0].text;
    let before = "#![enable(implicit_some)]\n/* ( /* [ \" */ { */ // (\n";
    let bad = good
        .replacen("(value: 92.0", "(value: /* 92 /* , */ } */ 920.0", 1)
        .replacen('(', &format!("{before}("), 1);
    let problem = refused(&bad);
    assert_eq!(problem.field, "factors.exposure.quantities.risk.value");
    assert_eq!(problem.line, line_of(&bad, "920.0"));
    let line = bad.lines().nth(problem.line - 1).unwrap();
    let rest: String = line.chars().skip(problem.column - 1).collect();
    assert!(rest.starts_with("920.0"), "{rest}");

    // What is optional is placed in its place.
    let good = include_str!("../../assets/knowledge.ron");
    let bad = good.replacen(
        "evidence: Some((source: \"",
        "evidence: Some((source: \"no ",
        1,
    );
    assert_ne!(bad, good);
    let problem = &Knowledge::parse("k.ron", &bad).unwrap_err()[0];
    assert_eq!(problem.line, line_of(&bad, "\"no "));
    let line = bad.lines().nth(problem.line - 1).unwrap();
    let rest: String = line.chars().skip(problem.column - 1).collect();
    assert!(rest.starts_with("\"no "), "{rest}");
}
