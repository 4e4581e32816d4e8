//! The command line, run as its users run it.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use attache::analysis::{Answers, Comparables, Coverage, Hold, Inputs, Sensitivity, Theme};
use attache::cli::{self, Outcome, Streams};
use attache::model::{AlternativeId, Cases, Knowledge, Lang, Profile};
use serde_json::Value;

fn profile(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("profiles")
        .join(name)
}

fn attache(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_attache"))
        .args(["--lang", "fr"])
        .args(args)
        .output()
        .unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Numbers are not always read to the last bit.
fn near(told: &Value, exact: f64) -> bool {
    (told.as_f64().unwrap() - exact).abs() < 1e-9
}

#[test]
fn an_export_says_which_characters_no_font_has() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(profile("pure-player.attache.ron")).unwrap();
    let (head, rest) = text.split_once("company: \"").unwrap();
    // It is no character yet, so that no font has it.
    for (sign, told) in [("\u{378}", true), ("é", false)] {
        let path = folder.path().join("p.attache.ron");
        std::fs::write(&path, format!("{head}company: \"{sign}{rest}")).unwrap();
        let to = folder.path().join("page.pdf");
        let [path, to] = [&path, &to].map(|path| path.display().to_string());
        let run = attache(&["export", &path, "--to", &to]);
        assert_eq!(run.status.code(), Some(0), "{}", err(&run));
        let lacking = err(&run).contains("Aucune police de cet ordinateur");
        assert_eq!(lacking, told, "{}", err(&run));
        assert_eq!(err(&run).contains(sign), told);
    }
}

#[test]
fn evaluate_gives_one_json_object_per_profile() {
    let names = [
        "banque-sous-surveillance.attache.ron",
        "pure-player.attache.ron",
    ];
    let paths = names.map(|name| profile(name).display().to_string());
    let run = attache(&["evaluate", &paths[0], &paths[1], "--format", "json"]);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    let lines: Vec<&str> = out(&run).lines().collect();
    assert_eq!(lines.len(), 2);
    let knowledge = Knowledge::builtin();
    for (line, path) in lines.iter().zip(&paths) {
        let json: Value = serde_json::from_str(line).unwrap();
        assert_eq!(json["profile"], Value::from(path.as_str()));
        let read =
            Profile::parse(&knowledge, path, &std::fs::read_to_string(path).unwrap()).unwrap();
        let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &read.scenarios.first));
        for answer in &answers.answers {
            let question = &knowledge.questions[answer.question];
            let told = &json[&question.id];
            let best = &question.alternatives[answer.chosen.unwrap()];
            assert_eq!(told["recommended"], Value::from(best.id.as_str()));
            let alternatives = told["alternatives"].as_array().unwrap();
            assert_eq!(alternatives.len(), question.alternatives.len());
            for (index, alternative) in question.alternatives.ids().zip(alternatives) {
                assert_eq!(
                    alternative["id"],
                    Value::from(question.alternatives[index].id.as_str())
                );
                let fit = alternative["fit"].as_f64().unwrap();
                assert!((fit - answer.fit(index)).abs() < 1e-9);
                let parts = alternative["contributions"].as_object().unwrap();
                assert_eq!(parts.len(), knowledge.factors.len());
                let sum: f64 = parts.values().map(|v| v.as_f64().unwrap()).sum();
                let base = alternative["base"].as_f64().unwrap();
                assert!((50.0 + base + sum - fit).abs() < 1e-9);
                // What exists takes every rank in some share of the cases, what does not takes none.
                let ranks = alternative["acceptability"].as_array().unwrap();
                let expected = if answer.available[index] {
                    answer.ranking.len()
                } else {
                    0
                };
                assert_eq!(ranks.len(), expected);
                let all: f64 = ranks.iter().map(|share| share.as_f64().unwrap()).sum();
                assert!(ranks.is_empty() || (all - 1.0).abs() < 1e-9);
            }
        }
        for flip in json["flips"].as_array().unwrap() {
            assert_ne!(flip["recommended"], json["attachment"]["recommended"]);
            assert_ne!(flip["from"], flip["to"]);
        }
        for turn in json["turns"].as_array().unwrap() {
            assert_ne!(turn["recommended"], json["attachment"]["recommended"]);
            let to = turn["to"].as_f64().unwrap();
            assert!(to.fract() == 0.0 && turn["from"] != turn["to"]);
        }
        let scenario = &read.scenarios.first;
        let holds = Sensitivity::new(&knowledge, scenario, &answers.inputs, answers.attachment());
        let check = |told: &Value, hold: &Hold| {
            let id = |taker: Option<AlternativeId>| {
                let alternatives = &knowledge.attachment().alternatives;
                taker.map_or(Value::Null, |taker| {
                    Value::from(alternatives[taker].id.as_str())
                })
            };
            assert!(near(&told["low"], hold.low));
            assert!(near(&told["high"], hold.high));
            assert_eq!(told["below"], id(hold.below));
            assert_eq!(told["above"], id(hold.above));
        };
        for slider in knowledge.sliders() {
            let hold = holds.quantities[slider.factor][slider.quantity]
                .as_ref()
                .unwrap();
            check(
                &json["holds"]["sliders"][&knowledge.quantity(slider).id],
                hold,
            );
        }
        for (factor, hold) in knowledge.factors.iter().zip(&holds.weights) {
            check(
                &json["holds"]["weights"][&factor.id],
                hold.as_ref().unwrap(),
            );
        }
        let coverage = Coverage::new(&knowledge, scenario, &answers);
        assert!(near(&json["capacity"], coverage.capacity));
        let points = json["contact_points"].as_array().unwrap();
        assert_eq!(points.len(), coverage.points.len());
        for (told, point) in points.iter().zip(&coverage.points) {
            assert!(near(&told["load"], point.load));
            assert!(near(&told["held"], point.served));
            assert!(near(&told["hours"], coverage.hours(point.load)));
            assert_eq!(told["unattended"], Value::from(!point.is_held()));
            assert_eq!(told["owner"], Value::Null);
            let posture = knowledge.slider(told["posture"].as_str().unwrap());
            assert_eq!(
                posture,
                Some(knowledge.coverage.postures[point.posture].slider)
            );
            let theme = knowledge.slider(told["theme"].as_str().unwrap());
            assert_eq!(theme.map(Theme::Usual), Some(point.theme.clone()));
        }
        assert_eq!(json["closed_points"], Value::Array(Vec::new()));
        let workload = &json["workload"];
        assert!(near(&workload["needed"], coverage.hours(coverage.load())));
        assert!(near(
            &workload["available"],
            coverage.hours(coverage.capacity)
        ));
        assert_eq!(workload["own_means"], Value::Bool(false));
        let gains = json["information"].as_object().unwrap();
        assert_eq!(gains.len(), knowledge.factors.len());
        for gain in gains.values() {
            assert!((0.0..=1.0).contains(&gain["gain"].as_f64().unwrap()));
            assert!(gain["standard_error"].as_f64().unwrap() >= 0.0);
        }
        let radius = json["joint_flip"]["radius"].as_f64().unwrap();
        assert!(radius > 0.0 && radius < 100.0);
        assert!(json["warnings"].as_array().is_some());
        let inputs = Inputs::read(&knowledge, &read.scenarios.first);
        let near = Comparables::new(&knowledge, Cases::builtin()).nearest(&inputs);
        let told = json["comparables"].as_array().unwrap();
        assert_eq!(told.len(), near.len());
        for (told, comparable) in told.iter().zip(near) {
            let case = comparable.case;
            assert_eq!(
                told["organisation"],
                Value::from(case.organisation.as_str())
            );
            assert_eq!(told["source"], Value::from(case.source.get(Lang::En)));
            assert_eq!(told["distance"], Value::from(comparable.distance));
            let did = Value::from(case.answers["attachment"].is.as_str());
            assert_eq!(told["did"]["attachment"]["is"], did);
            let risk = Value::from(case.level("risk").unwrap());
            assert_eq!(told["sliders"]["risk"], risk);
        }
    }
}

#[test]
fn evolve_follows_the_course_to_the_quarter_asked_for() {
    let knowledge = Knowledge::builtin();
    let path = profile("editeur-de-logiciels.attache.ron")
        .display()
        .to_string();
    let run = attache(&["evolve", &path, "--quarters", "19", "--format", "json"]);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    let json: Value = serde_json::from_str(out(&run)).unwrap();
    let quarters = json["quarters"].as_array().unwrap();
    assert_eq!(quarters.len(), 20);
    let company = attache::store::read_profile(&knowledge, Path::new(&path)).unwrap();
    let scenario = &company.scenarios.first;
    let course = attache::analysis::Course::new(&knowledge, scenario, 19, false);
    let slider = knowledge.slider("skills").unwrap();
    for (told, moment) in quarters.iter().zip(&course.moments) {
        let skills = &told["levels"]["skills"];
        let known = moment.level(slider).unwrap();
        assert!((skills["value"].as_f64().unwrap() - known).abs() < 1e-9);
        assert!(skills["low"].as_f64() <= skills["high"].as_f64());
        for id in ["attachment", "form"] {
            let (index, question) = knowledge.question(id).unwrap();
            let kept = moment.in_place[index].unwrap();
            assert_eq!(
                told[id]["in_place"],
                question.alternatives[kept].id.as_str()
            );
            let shares = told[id]["acceptability"].as_object().unwrap();
            let all: f64 = shares.values().map(|s| s["share"].as_f64().unwrap()).sum();
            assert!((all - 1.0).abs() < 1e-6);
        }
    }
    assert_eq!(
        json["changes"].as_array().unwrap().len(),
        course.changes.len()
    );
    assert!(!course.changes.is_empty() && json["paths"] == 1024);

    let text = attache(&["evolve", &path, "--lang", "en"]);
    assert!(
        out(&text).contains("In spring 2031, “Coordinator” replaces “Single expert”: "),
        "{}",
        out(&text)
    );
    for wrong in ["0", "21", "x", "-1"] {
        let option = format!("--quarters={wrong}");
        let run = attache(&["evolve", &path, &option]);
        assert_eq!(run.status.code(), Some(2), "{wrong}");
        assert!(err(&run).contains(wrong));
    }
}

#[test]
fn every_verb_answers_with_a_knowledge_base_of_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.ron");
    let text = Knowledge::BUILTIN.replace("Base Attache, d’après C. Deniaud", "Ma base");
    std::fs::write(
        &own,
        text.replacen("settled: 80, fragile: 50", "settled: 100, fragile: 100", 1),
    )
    .unwrap();
    let own = own.display().to_string();
    let path = profile("banque-sous-surveillance.attache.ron")
        .display()
        .to_string();
    let run = attache(&["evaluate", &path, "--format", "json", "--knowledge", &own]);
    let json: Value = serde_json::from_str(out(&run)).unwrap();
    assert_eq!(json["attachment"]["certainty"], "open");
    let plain = attache(&["evaluate", &path, "--format", "json"]);
    let json: Value = serde_json::from_str(out(&plain)).unwrap();
    assert_eq!(json["attachment"]["certainty"], "settled");
    let to = folder.path().join("x.md").display().to_string();
    let run = attache(&["export", &path, "--to", &to, "--knowledge", &own]);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    assert!(std::fs::read_to_string(&to).unwrap().contains("Ma base ("));
    let run = attache(&["evolve", &path, "--knowledge", "/nowhere.ron"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(err(&run).contains("/nowhere.ron"));
}

#[test]
fn evaluate_speaks_both_languages() {
    let path = profile("pure-player.attache.ron").display().to_string();
    let fr = attache(&["evaluate", &path]);
    assert!(
        out(&fr).contains("Rattachement conseillé\u{a0}: Digital / web"),
        "{}",
        out(&fr)
    );
    let en = attache(&["evaluate", &path, "--lang", "en"]);
    assert!(
        out(&en).contains("Recommended home: Digital / web"),
        "{}",
        out(&en)
    );
}

/// Other shells do it before the program starts.
#[cfg(windows)]
#[test]
fn wildcards_stand_for_the_files_that_are_there() {
    let checked = |pattern: &str| {
        let run = attache(&["check", pattern]);
        assert_eq!(run.status.code(), Some(0), "{}", err(&run));
        out(&run).lines().count()
    };
    let profiles = std::fs::read_dir("profiles").unwrap().count();
    assert_eq!(checked("profiles\\*.ron"), profiles);
    assert_eq!(checked("profiles\\vill?.attache.ron"), 1);
    // Where there is none, it is told as it was typed.
    let none = attache(&["check", "profiles\\*.absent"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(err(&none).contains("profiles\\*.absent"), "{}", err(&none));
}

/// Elsewhere there is always a display.
#[cfg(target_os = "linux")]
#[test]
fn without_a_display_one_sentence_says_so() {
    for display in [
        &[][..],
        &[("DISPLAY", ":4242")],
        &[("WAYLAND_DISPLAY", "/absent")],
    ] {
        for (lang, sentence) in [
            (
                "fr",
                "aucune fenêtre ne peut s’ouvrir\u{a0}: \
                 aucun écran n’est accessible depuis cette session.",
            ),
            (
                "en",
                "no window can be opened: no screen can be reached from this session.",
            ),
        ] {
            let home = tempfile::tempdir().unwrap();
            let run = Command::new(env!("CARGO_BIN_EXE_attache"))
                .args(["--lang", lang])
                .env_clear()
                .env("HOME", home.path())
                .envs(display.iter().copied())
                .output()
                .unwrap();
            assert_eq!(run.status.code(), Some(1));
            assert_eq!(out(&run), "");
            assert_eq!(err(&run), format!("attache: {sentence}\n"), "{display:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_language_is_the_first_spoken_one_that_the_user_wants() {
    let said = |variables: &[(&str, &str)]| {
        let run = Command::new(env!("CARGO_BIN_EXE_attache"))
            .args(["check", "/absent.ron"])
            .env_clear()
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(1));
        let french = err(&run).contains("n’existe pas");
        assert_ne!(french, err(&run).contains("does not exist"));
        if french { "fr" } else { "en" }
    };
    // On a Mac the system's settings count.
    if cfg!(not(target_vendor = "apple")) {
        for (variables, lang) in [
            (&[][..], "fr"),
            (&[("LANGUAGE", "de:fr:en"), ("LANG", "de_DE.UTF-8")], "fr"),
            (&[("LANGUAGE", "fr_CH:en"), ("LANG", "fr_CH.UTF-8")], "fr"),
            (&[("LANGUAGE", "es:en:fr"), ("LANG", "fr_FR.UTF-8")], "en"),
            (&[("LANG", "frr_DE.UTF-8")], "en"),
            (&[("LC_ALL", "en_GB.UTF-8"), ("LANG", "fr_FR.UTF-8")], "en"),
            (
                &[("LC_MESSAGES", "fr_FR.UTF-8"), ("LANG", "en_GB.UTF-8")],
                "fr",
            ),
            (&[("LANGUAGE", "en"), ("LC_ALL", "C")], "fr"),
            (&[("LANGUAGE", "en"), ("LC_ALL", "C.UTF-8")], "en"),
        ] {
            assert_eq!(said(variables), lang, "{variables:?}");
        }
    }
}

#[test]
fn what_a_terminal_of_windows_starts_says_the_same_and_ends_the_same() {
    let good = profile("ville.attache.ron").display().to_string();
    for args in [
        &["--version"][..],
        &["evaluate", &good],
        &["check", "/absent.ron", &good],
        &["check", "--sans-pareil"],
    ] {
        let told = attache(args);
        let through = Command::new(env!("CARGO_BIN_EXE_attache-console"))
            .args(["--lang", "fr"])
            .args(args)
            .output()
            .unwrap();
        assert_eq!(out(&through), out(&told), "{args:?}");
        assert_eq!(err(&through), err(&told), "{args:?}");
        assert_eq!(through.status.code(), told.status.code(), "{args:?}");
    }
}

#[test]
fn one_bad_profile_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("mauvais.ron");
    std::fs::write(&bad, "(\n  format: 1,\n  company: 3,\n)").unwrap();
    let bad = bad.display().to_string();
    let good = profile("ville.attache.ron").display().to_string();
    let run = attache(&["evaluate", &bad, &good, "--format=json"]);
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(out(&run).lines().count(), 1);
    assert!(
        err(&run).contains(&format!("{bad}, ligne 3, colonne ")),
        "{}",
        err(&run)
    );

    let check = attache(&["check", &bad, &good, "--lang", "en"]);
    assert_eq!(check.status.code(), Some(1));
    assert_eq!(out(&check), format!("{good}: valid\n"));
    assert!(err(&check).contains("line 3"));
}

/// As in a container that may hold only so many processes.
#[cfg(target_os = "linux")]
#[test]
fn where_no_thread_can_be_had_the_answers_are_the_same() {
    use std::os::unix::fs::chown;
    let folder = tempfile::tempdir().unwrap();
    let (program, page) = (folder.path().join("attache"), folder.path().join("page.md"));
    let path = folder.path().join("p.attache");
    std::fs::copy(env!("CARGO_BIN_EXE_attache"), &program).unwrap();
    std::fs::copy(profile("ville.attache.ron"), &path).unwrap();
    let alone = |args: &[&str]| {
        let mut run = Command::new("prlimit");
        run.arg("--nproc=1");
        // The administrator is held to no such number.
        if chown(folder.path(), Some(4242), None).is_ok() {
            run.args(["setpriv", "--reuid=4242", "--clear-groups", "--"]);
        }
        run.arg(&program).args(args).output().unwrap()
    };
    let path = path.display().to_string();
    let evaluated = alone(&["evaluate", &path, &path, &path]);
    assert_eq!(err(&evaluated), "");
    assert_eq!(
        out(&evaluated),
        out(&attache(&["evaluate", &path, &path, &path]))
    );
    let exported = alone(&["export", &path, "--to", &page.display().to_string()]);
    assert_eq!(err(&exported), "");
    let other = folder.path().join("autre.md");
    attache(&["export", &path, "--to", &other.display().to_string()]);
    let read = |path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&page), read(&other));
}

/// As browsers and terminals copy the place of a file, and some desktops hand it over.
#[cfg(unix)]
#[test]
fn files_can_be_named_by_their_address() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n°1 & 50%25.attache");
    std::fs::copy(profile("ville.attache.ron"), &path).unwrap();
    let address = |end: &str| {
        format!(
            "file://{}/n%C2%B01%20&%2050%2525.{end}",
            folder.path().display()
        )
    };
    let check = attache(&["check", &address("attache"), "--lang", "en"]);
    assert_eq!(err(&check), "");
    assert_eq!(out(&check), format!("{}: valid\n", path.display()));
    let export = attache(&["export", &address("attache"), "--to", &address("md")]);
    assert_eq!(err(&export), "");
    assert!(path.with_extension("md").exists());
    // A name that is no address is taken as it is, escapes and all.
    let plain = attache(&["check", &path.display().to_string(), "--lang", "en"]);
    assert_eq!(plain.status.code(), Some(0));
    let absent = attache(&["check", &address("ron"), "--lang", "en"]);
    let told = format!(
        "{}: This file does not exist",
        path.with_extension("ron").display()
    );
    assert!(err(&absent).starts_with(&told), "{}", err(&absent));
}

#[test]
fn check_reads_another_knowledge_base() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("base.ron");
    let text = include_str!("../../assets/knowledge.ron");
    std::fs::write(&base, text).unwrap();
    let path = base.display().to_string();
    let run = attache(&["check", "--knowledge", &path]);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    std::fs::write(&base, text.replacen("to: \"web\"", "to: \"toile\"", 1)).unwrap();
    let run = attache(&["check", "--knowledge", &path]);
    assert_eq!(run.status.code(), Some(1));
    assert!(
        err(&run).contains("questions[0].responses[0].curves[2].to"),
        "{}",
        err(&run)
    );
}

#[test]
fn export_writes_svg_web_page_and_markdown() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile("groupe-hospitalier.attache.ron")
        .display()
        .to_string();
    for (name, start, theme) in [
        ("c.svg", "<svg", "dark"),
        ("r.html", "<!DOCTYPE html>\n<html lang=\"fr\">", "light"),
        ("r.md", "# Hôpitaux", "light"),
    ] {
        let to = folder.path().join(name).display().to_string();
        let run = attache(&["export", &path, "--to", &to, "--theme", theme]);
        assert_eq!(run.status.code(), Some(0), "{}", err(&run));
        assert!(std::fs::read_to_string(&to).unwrap().starts_with(start));
    }
    let nowhere = attache(&["export", &path, "--to", "/no-such-folder/c.svg"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(err(&nowhere).contains("Ce dossier n’existe pas"));
}

#[test]
fn a_template_that_cannot_be_trusted_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let from = profile("ville.attache.ron").display().to_string();
    let to = folder.path().join("p.pptx");
    let shown = to.display().to_string();
    let archive = |name: &str, bytes: &[u8]| {
        let mut archive = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive.write_all(bytes).unwrap();
        archive.finish().unwrap().into_inner()
    };
    let entities = b"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    for (bytes, told) in [
        (Vec::new(), "une présentation PowerPoint"),
        (b"%PDF-1.7".to_vec(), "une présentation PowerPoint"),
        (archive("../../evil.xml", b"<a/>"), "sort de son dossier"),
        (archive("_rels/.rels", entities), "entités XML"),
        (
            archive("_rels/.rels", &vec![b' '; 7 * 1024 * 1024]),
            "ce fichier dépasse",
        ),
    ] {
        let template = folder.path().join("t.potx");
        std::fs::write(&template, bytes).unwrap();
        let template = template.display().to_string();
        let run = attache(&["export", &from, "--to", &shown, "--template", &template]);
        assert_eq!(run.status.code(), Some(1), "{told}");
        assert!(err(&run).contains(told), "{told}: {}", err(&run));
        assert!(err(&run).contains("t.potx"), "{}", err(&run));
        assert!(!to.exists(), "{told}");
    }
    let missing = folder.path().join("none.potx").display().to_string();
    let run = attache(&["export", &from, "--to", &shown, "--template", &missing]);
    assert_eq!(run.status.code(), Some(1));
    assert!(err(&run).contains("none.potx") && !to.exists());
    // One that was made here is a template as well.
    let first = folder.path().join("first.pptx").display().to_string();
    let run = attache(&["export", &from, "--to", &first]);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    let run = attache(&["export", &from, "--to", &shown, "--template", &first]);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    assert!(to.exists());
}

#[test]
fn an_export_that_cannot_be_written_is_told_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile("ville.attache.ron").display().to_string();
    // Nobody may write here, not even an administrator unasked.
    let guarded = folder.path().join("gardé.svg");
    std::fs::write(&guarded, "mine").unwrap();
    let mut rights = std::fs::metadata(&guarded).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&guarded, rights).unwrap();
    let taken = folder.path().join("dossier.svg");
    std::fs::create_dir(&taken).unwrap();
    for (to, said) in [
        (&guarded, "Ce fichier est protégé contre l’écriture"),
        (&taken, "C’est un dossier"),
    ] {
        let to = to.display().to_string();
        let run = attache(&["export", &path, "--to", &to]);
        assert_eq!(run.status.code(), Some(1), "{to}");
        assert!(err(&run).contains(said), "{}", err(&run));
        assert!(err(&run).contains(&to), "{}", err(&run));
        assert_eq!(out(&run), "");
    }
    assert_eq!(std::fs::read_to_string(&guarded).unwrap(), "mine");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    assert_eq!(std::fs::read_dir(&taken).unwrap().count(), 0);
}

#[test]
fn wrong_usage_exits_with_2_and_says_how() {
    let path = profile("ville.attache.ron").display().to_string();
    for (args, says) in [
        (vec!["evaluate"], "evaluate attend au moins un profil"),
        (
            vec!["evaluate", &path, "--format", "xml"],
            "« xml » ne convient pas à --format",
        ),
        (vec!["evaluate", &path, "--to", "x.svg"], "option inconnue"),
        (vec!["evaluate", &path, "--lang", "de"], "il faut fr ou en"),
        (vec!["export", &path], "il manque l’option --to"),
        (
            vec!["export", &path, "--to", "x.docx"],
            "il faut un nom qui finit par .pdf",
        ),
        (
            vec!["export", &path, "--to", "x.svg", "--theme", "blue"],
            "il faut light, dark ou contrast",
        ),
        (
            vec!["export", &path, "--to", "x.pdf", "--page", "a3"],
            "il faut a4 ou 16x9",
        ),
        (vec!["--colour"], "option inconnue"),
        (vec![&path, &path], "un seul profil"),
    ] {
        let run = attache(&args);
        assert_eq!(run.status.code(), Some(2), "{args:?}");
        assert!(err(&run).contains(says), "{args:?}: {}", err(&run));
    }
    let help = attache(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(out(&help).contains("attache evaluate PROFIL.attache..."));
    assert!(out(&attache(&["--version"])).starts_with("attache "));
}

/// The paths of all examples, over and over.
fn many(count: usize) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("profiles");
    let entries = std::fs::read_dir(folder).unwrap();
    let paths: Vec<String> = entries
        .map(|entry| entry.unwrap().path().display().to_string())
        .collect();
    paths.into_iter().cycle().take(count).collect()
}

#[test]
fn a_batch_keeps_its_order() {
    let paths = many(30);
    let args: Vec<&str> = ["evaluate", "--format", "json"]
        .into_iter()
        .chain(paths.iter().map(String::as_str))
        .collect();
    let run = attache(&args);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    let told: Vec<Value> = out(&run)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let names: Vec<&str> = told
        .iter()
        .map(|one| one["profile"].as_str().unwrap())
        .collect();
    assert_eq!(names, paths);
    // What was asked twice is answered alike.
    for (one, other) in told.iter().zip(&told[10..]) {
        assert_eq!(one, other);
    }
}

#[test]
fn a_reader_who_goes_is_no_failure() {
    // More than a pipe holds, so that the program sees that nobody reads.
    let mut run = Command::new(env!("CARGO_BIN_EXE_attache"))
        .args(["evaluate", "--format", "json"])
        .args(many(60))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut reader = BufReader::new(run.stdout.take().unwrap());
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    assert!(line.ends_with("}\n"));
    drop(reader);
    let run = run.wait_with_output().unwrap();
    assert_eq!(run.status.code(), Some(0));
    assert_eq!(err(&run), "");
}

/// An output that takes some lines and then fails.
struct Failing(usize, io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(self.1.into());
        }
        let lines = bytes.iter().filter(|&&byte| byte == b'\n').count();
        self.0 = self.0.saturating_sub(lines);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs the program within the test; gives the status and what was complained of.
fn within(args: &[&str], out: &mut dyn Write, progress: bool) -> (u8, String) {
    let mut err = Vec::new();
    let streams = Streams {
        out,
        err: &mut err,
        progress,
    };
    let args = ["--lang", "en"].iter().chain(args).map(Into::into);
    match cli::run(args, streams) {
        Outcome::Exit(status) => (status, String::from_utf8(err).unwrap()),
        window => panic!("{window:?}"),
    }
}

#[test]
fn a_batch_stops_where_its_reader_goes() {
    let good = profile("ville.attache.ron").display().to_string();
    // Had it gone on, it would have complained of the last one.
    for verb in ["evaluate", "evolve", "check"] {
        let args = [verb, &good, &good, &good, "/absent.ron"];
        let mut whole = Vec::new();
        let (status, complaint) = within(&args, &mut whole, false);
        assert_eq!(status, 1);
        assert!(complaint.contains("/absent.ron"));
        let first = String::from_utf8(whole).unwrap().lines().count() / 3;
        let mut gone = Failing(first, io::ErrorKind::BrokenPipe);
        assert_eq!(
            within(&args, &mut gone, false),
            (0, String::new()),
            "{verb}"
        );
    }
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    let good = profile("ville.attache.ron").display().to_string();
    for args in [
        &["evaluate", &good][..],
        &["evolve", &good, &good],
        &["check", &good, "/absent.ron"],
        &[
            "check",
            "--knowledge",
            "assets/knowledge.ron",
            "/absent.ron",
        ],
        &["--help"],
        &["--version"],
    ] {
        let mut full = Failing(0, io::ErrorKind::StorageFull);
        let (status, complaint) = within(args, &mut full, false);
        assert_eq!(status, 1, "{args:?}");
        assert!(
            complaint.contains("the output could not be written"),
            "{args:?}: {complaint}"
        );
        // Nothing else is begun.
        assert_eq!(complaint.lines().count(), 1, "{args:?}: {complaint}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_told() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_attache"))
        .args(["check", "--lang", "en"])
        .arg(profile("ville.attache.ron"))
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(1));
    assert!(
        err(&run).contains("No space left on device"),
        "{}",
        err(&run)
    );
}

#[test]
fn the_progress_of_a_batch_is_shown_to_someone_who_watches() {
    let good = profile("ville.attache.ron").display().to_string();
    let mut out = Vec::new();
    let (status, shown) = within(&["check", &good, &good, &good], &mut out, true);
    assert_eq!(status, 0);
    assert!(shown.contains("0 of 3 profiles"), "{shown:?}");
    assert!(shown.ends_with("\r\u{1b}[K"), "{shown:?}");
    assert_eq!(String::from_utf8(out).unwrap().lines().count(), 3);
    // Of a single one there is nothing to show, and nobody watches a file.
    assert_eq!(within(&["check", &good], &mut Vec::new(), true).1, "");
    assert_eq!(
        within(&["check", &good, &good], &mut Vec::new(), false).1,
        ""
    );
    // A complaint has its own line.
    let (_, shown) = within(&["check", "/absent.ron", &good], &mut Vec::new(), true);
    assert!(shown.contains("\r\u{1b}[K/absent.ron: "), "{shown:?}");
}

#[test]
fn programs_are_told_who_holds_which_contact_points_and_which_are_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.ron");
    let text = std::fs::read_to_string(profile("banque-sous-surveillance.attache.ron")).unwrap();
    let end = text.rfind(')').unwrap();
    let decided = r#"    contacts: [
        (theme: Usual("customer_service"), posture: "listen_and_reply", state: Held(Department("customer_service"))),
        (theme: Usual("marketing"), posture: "listen_and_reply", state: Closed(until: Some(3))),
    ],
    means: (people: Some(2.0)),
"#;
    std::fs::write(&path, format!("{}{decided})\n", &text[..end])).unwrap();
    let path = path.display().to_string();
    let told = |verb: &str| -> Value {
        let run = attache(&[verb, &path, "--format", "json"]);
        assert_eq!(run.status.code(), Some(0), "{}", err(&run));
        serde_json::from_str(out(&run)).unwrap()
    };
    let owner = serde_json::json!({ "department": "customer_service" });
    let of = |points: &Value| -> Value {
        let points = points.as_array().unwrap().clone();
        let mut points = points.into_iter();
        let found = points.find(|point| {
            point["theme"] == "customer_service" && point["posture"] == "listen_and_reply"
        });
        found.unwrap()
    };
    let json = told("evaluate");
    assert_eq!(of(&json["contact_points"])["owner"], owner);
    assert_eq!(
        json["closed_points"],
        serde_json::json!([{ "theme": "marketing", "posture": "listen_and_reply", "until": 3 }])
    );
    let workload = &json["workload"];
    assert_eq!(workload["own_means"], Value::Bool(true));
    assert!(near(&workload["available"], 70.0));
    assert_eq!(of(&told("evolve")["openings"])["owner"], owner);
}
