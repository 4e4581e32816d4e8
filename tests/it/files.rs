//! Bad profiles and knowledge bases are refused with file, line, column and field.

use attache::i18n::Words;
use attache::model::{Knowledge, Lang, Problem, Profile};
use attache::store::{self, examples};

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
        assert!(!sentence.contains(problem.key), "{sentence}");
        assert!(!sentence.contains("{ $"), "{sentence}");
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
    let cases = [
        // (what is replaced, by what, message, field)
        ("format: 1", "format: 2", "problem-newer-format", "format"),
        ("format: 1", "format: 0", "problem-unknown-format", "format"),
        ("format: 1", "format: x", "problem-expected-number", ""),
        (
            "    factors: {",
            "    plan: (pace: 201),\n    factors: {",
            "problem-out-of-range",
            "plan.pace",
        ),
        (
            "    factors: {",
            "    plan: (events: [(quarter: 21, event: \"crisis\")]),\n    factors: {",
            "problem-out-of-range",
            "plan.events[0].quarter",
        ),
        (
            "    factors: {",
            "    plan: (events: [(quarter: 2, event: \"comet\")]),\n    factors: {",
            "problem-unknown-id",
            "plan.events[0].event",
        ),
        (
            "(value: 92.0",
            "(value: -0.5",
            "problem-out-of-range",
            "factors.exposure.quantities.risk.value",
        ),
        (
            "(value: 92.0",
            "(value: NaN",
            "problem-out-of-range",
            "factors.exposure.quantities.risk.value",
        ),
        (
            "(value: 92.0",
            "(value: inf",
            "problem-out-of-range",
            "factors.exposure.quantities.risk.value",
        ),
        (
            "(value: 92.0",
            "(value: \"92\"",
            "problem-expected-number",
            "",
        ),
        ("(value: 92.0", "(valeur: 92.0", "problem-unknown-field", ""),
        ("(value: 92.0, ", "(", "problem-missing-field", ""),
        (
            "weight: 80.0",
            "weight: 101",
            "problem-out-of-range",
            "factors.exposure.weight",
        ),
        (
            "\"risk\":",
            "\"risque\":",
            "problem-unknown-id",
            "factors.exposure.quantities.risque",
        ),
        ("\"density\":", "\"risk\":", "problem-duplicate", ""),
        (
            "\"exposure\": (",
            "\"exposition\": (",
            "problem-unknown-id",
            "factors.exposition",
        ),
        (
            "choice: \"public_relations\"",
            "choice: \"rp\"",
            "problem-unknown-id",
            "factors.agency.choice",
        ),
        (
            "date: \"2026-11-24\"",
            "date: \"2026-02-30\"",
            "problem-bad-date",
            "date",
        ),
        (
            "\"fr\": ",
            "\"de\": ",
            "problem-unknown-id",
            "description.de",
        ),
        (
            "(id: \"web\")",
            "(id: \"marketing\")",
            "problem-duplicate",
            "departments[3]",
        ),
        (
            "(id: \"web\")",
            "(id: \"juridique\")",
            "problem-unnamed-department",
            "departments[3]",
        ),
        (
            "(id: \"general_management\"),",
            "",
            "problem-missing-id",
            "departments",
        ),
        (
            "company: \"Banque Delorme\",",
            "company: \"Banque Delorme\"",
            "problem-expected-symbol",
            "",
        ),
        (
            "company: \"Banque Delorme\",",
            "company: \"Banque Delorme,",
            "problem-",
            "",
        ),
    ];
    for (from, to, key, field) in cases {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        let problem = refused(&bad);
        assert!(problem.key.starts_with(key), "{from} -> {to}: {problem}");
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
    assert!(profile.has_department("juridique"));
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
    let cases = [
        (write("vide.ron", b""), "problem-"),
        (
            write("latin1.ron", b"(company: \"H\xf4pital\")"),
            "problem-not-utf8",
        ),
        (write("profond.ron", deep.as_bytes()), "problem-"),
        (write("gros.ron", &large), "problem-too-large"),
        (
            write("suite.ron", format!("{good} et plus").as_bytes()),
            "problem-trailing",
        ),
        (folder.path().to_owned(), "problem-is-folder"),
        (folder.path().join("absent.ron"), "problem-not-found"),
    ];
    for (path, key) in cases {
        let problems = store::read_profile(&knowledge, &path).unwrap_err();
        problems.iter().for_each(said);
        assert!(
            problems[0].key.starts_with(key),
            "{path:?}: {}",
            problems[0]
        );
    }
    // A byte order mark and the line ends of Windows are no fault.
    let windows = format!("\u{feff}{}", good.replace('\n', "\r\n"));
    let read = store::read_profile(&knowledge, &write("windows.ron", windows.as_bytes())).unwrap();
    assert_eq!(read.to_text().unwrap(), good);
}

#[cfg(unix)]
#[test]
fn pipes_are_not_waited_for_and_links_survive() {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("tube");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    let problems = store::read_profile(&knowledge, &pipe).unwrap_err();
    assert_eq!(problems[0].key, "problem-not-a-file");

    let (real, link) = (
        folder.path().join("vrai.ron"),
        folder.path().join("lien.ron"),
    );
    std::fs::write(&real, "ancien").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    store::write_atomically(&link, b"nouveau").unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(std::fs::read(&real).unwrap(), b"nouveau");
}

#[test]
fn a_failed_write_leaves_the_old_file_and_no_litter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    store::write_atomically(&path, b"un").unwrap();
    store::write_atomically(&path, b"deux").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"deux");
    let problem = store::write_atomically(folder.path(), b"x").unwrap_err();
    assert_eq!(problem.key, "problem-is-folder");
    said(&problem);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn bad_knowledge_is_placed_and_explained() {
    let good = include_str!("../../assets/knowledge.ron");
    let cases = [
        ("format: 1", "format: 9", "problem-newer-format", "format"),
        (
            "quantity: \"skills\", points: -2",
            "quantity: \"talent\", points: -2",
            "problem-unknown-id",
            "evolution.effects[0].quantity",
        ),
        (
            "quantity: \"skills\", points: -2",
            "quantity: \"skills\", points: -26",
            "problem-out-of-range",
            "evolution.effects[0].points",
        ),
        (
            "(form: \"dandelion\"",
            "(form: \"thistle\"",
            "problem-unknown-id",
            "evolution.stages[3].form",
        ),
        (
            "Shock(\"risk\", 40)",
            "Shock(\"danger\", 40)",
            "problem-unknown-id",
            "evolution.events[4].changes[0]",
        ),
        (
            "department: Some(\"web\")",
            "department: Some(\"toile\")",
            "problem-unknown-id",
            "questions[0].alternatives[3].department",
        ),
        (
            "to: \"web\", direction: Down",
            "to: \"toile\", direction: Down",
            "problem-unknown-id",
            "questions[0].responses[0].curves[2].to",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (100, 0.4)]",
            "problem-not-monotone",
            "questions[0].responses[0].curves[0].points[1]",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, NaN), (100, -0.4)]",
            "problem-curve-value",
            "questions[0].responses[0].curves[0].points[0]",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (100, -1.4)]",
            "problem-curve-value",
            "questions[0].responses[0].curves[0].points[1]",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (90, -0.4)]",
            "problem-curve-ends",
            "questions[0].responses[0].curves[0].points",
        ),
        (
            "points: [(0, 0), (100, -0.4)]",
            "points: [(0, 0), (60, 0), (50, 0), (100, -0.4)]",
            "problem-curve-order",
            "questions[0].responses[0].curves[0].points[2]",
        ),
        (
            "en: \"Ambition\"",
            "en: \"\"",
            "problem-empty-text",
            "factors[1].label.en",
        ),
        (", en: \"Ambition\"", "", "problem-missing-field", ""),
        (
            "measure: \"risk\"",
            "measure: \"risque\"",
            "problem-unknown-id",
            "questions[0].responses[14].measure",
        ),
        (
            "too_close: 1.0",
            "too_close: -1.0",
            "problem-out-of-range",
            "questions[0].too_close",
        ),
        (
            "id: \"sourcing\"",
            "id: \"source\"",
            "problem-missing-question",
            "questions",
        ),
        (
            "reading: Level(\"presence\")",
            "reading: Level(\"absence\")",
            "problem-unknown-id",
            "factors[1].measures[0].reading[0]",
        ),
        (
            "reading: Diversity",
            "reading: Variety",
            "problem-unknown-variant",
            "",
        ),
    ];
    for (from, to, key, field) in cases {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        let problems = Knowledge::parse("k.ron", &bad).unwrap_err();
        problems.iter().for_each(said);
        let problem = &problems[0];
        assert_eq!(problem.key, key, "{from} -> {to}: {problem}");
        assert_eq!(problem.field, field, "{from} -> {to}: {problem}");
        if !field.is_empty() && !to.is_empty() {
            let exact = 1 + bad.lines().position(|line| line.contains(to)).unwrap();
            // What is missing has no line of its own: its list has.
            assert!(
                problem.line == exact || key == "problem-missing-question",
                "{problem}"
            );
        }
    }
}
