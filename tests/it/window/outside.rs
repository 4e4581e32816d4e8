//! What others do to the open file is told when it happens; what was open last is offered.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::files::{author, author_in, choose, save, says, sign};
use super::{begin, press, profile_file, type_path, usual, window_on};
use attache::model::Lang;
use attache::store::{Settings, SettingsFile};
use attache::ui::{App, Start};
use egui::{Key, Modifiers};
use egui_kittest::Harness;

/// A window that looks out for its file.
fn watching(path: &Path) -> Harness<'static, App> {
    begin(Start {
        profile: Some(path.to_owned()),
        watches: true,
        ..usual()
    })
}

/// Waits until the window says something: a machine takes the time that it takes.
fn until_said(harness: &mut Harness<'_, App>, text: &str) {
    let started = Instant::now();
    while !says(harness, text) {
        assert!(started.elapsed() < Duration::from_secs(60), "{text}");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
}

/// Waits until the window does not say something any more.
fn until_silent(harness: &mut Harness<'_, App>, text: &str) {
    let started = Instant::now();
    while says(harness, text) {
        assert!(started.elapsed() < Duration::from_secs(60), "{text}");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
}

/// What someone else does in another window.
fn sign_file(path: &Path, name: &str) {
    let text = fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once("author: \"").unwrap();
    let (_, after) = rest.split_once('"').unwrap();
    fs::write(path, format!("{before}author: \"{name}\"{after}")).unwrap();
}

#[test]
fn a_change_by_someone_else_is_told_with_what_differs_and_can_be_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "à deux.attache");
    let mut harness = watching(&path);
    // What is saved here is nobody else's.
    sign(&mut harness, "Mine");
    save(&mut harness);
    assert!(!says(&harness, "by someone else"));
    sign_file(&path, "Theirs");
    until_said(
        &mut harness,
        "“à deux.attache” has just been saved by someone else",
    );
    assert!(says(&harness, "Author Mine → Theirs"));
    assert!(!says(&harness, "Your own changes are still here"));
    assert_eq!(author(&harness), "Mine", "nothing is taken unasked");
    choose(&mut harness, "Take that version");
    assert_eq!(author(&harness), "Theirs");
    assert!(!harness.state().is_changed());
    assert!(!says(&harness, "by someone else"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(author(&harness), "Mine");
    save(&mut harness);
    assert_eq!(author_in(&path), "Mine");
}

#[test]
fn one_s_own_work_can_be_kept_and_a_save_still_asks() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "à deux.attache");
    let mut harness = watching(&path);
    sign(&mut harness, "Mine");
    sign_file(&path, "Theirs");
    until_said(&mut harness, "Your own changes are still here");
    choose(&mut harness, "Keep what is here");
    assert!(!says(&harness, "by someone else"));
    save(&mut harness);
    assert!(says(&harness, "Someone else has changed this file"));
    assert_eq!(author_in(&path), "Theirs");
    choose(&mut harness, "Cancel");
    // What cannot be read is told, and nothing is lost.
    fs::write(&path, "(").unwrap();
    until_said(&mut harness, "cannot be read any more");
    assert_eq!(author(&harness), "Mine");
    // Taken back by the other, there is nothing left to tell.
    profile_file(folder.path(), "à deux.attache");
    until_silent(&mut harness, "cannot be read any more");
}

#[test]
fn a_renamed_file_can_be_followed() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "avant.attache");
    let mut harness = watching(&path);
    // Once it tells something, it watches.
    sign_file(&path, "Theirs");
    until_said(&mut harness, "by someone else");
    choose(&mut harness, "Take that version");
    let renamed = folder.path().join("après.attache");
    fs::rename(&path, &renamed).unwrap();
    until_said(
        &mut harness,
        "“avant.attache” is now called “après.attache”",
    );
    choose(&mut harness, "Go on under that name");
    sign(&mut harness, "Mine");
    save(&mut harness);
    assert_eq!(author_in(&renamed), "Mine");
    assert!(!path.exists());
}

#[test]
fn a_file_that_is_gone_makes_the_work_unsaved_and_can_be_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "ôté.attache");
    let mut harness = watching(&path);
    fs::remove_file(&path).unwrap();
    until_said(&mut harness, "is no longer in its place");
    // Closing asks.
    assert!(harness.state().is_changed());
    choose(&mut harness, "Save it there again");
    assert!(path.exists());
    assert!(!harness.state().is_changed());
    assert!(!says(&harness, "is no longer in its place"));
}

#[test]
fn comments_in_a_profile_survive_a_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "annoté.attache");
    let text = fs::read_to_string(&path).unwrap();
    let commented = text
        .replacen("// Attache\n", "// Attache\n// Pour le comité du 3.\n", 1)
        .replacen(
            "author: \"Attache\",",
            "author: \"Attache\", // à vérifier",
            1,
        );
    fs::write(&path, &commented).unwrap();
    let mut harness = window_on(Some(path.clone()), Lang::En);
    sign(&mut harness, "Mine");
    save(&mut harness);
    let wanted = commented.replacen("author: \"Attache\"", "author: \"Mine\"", 1);
    assert_eq!(without_journal(&fs::read_to_string(&path).unwrap()), wanted);
    // They go along to another file.
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    let other = folder.path().join("autre.attache");
    type_path(&mut harness, &other);
    assert_eq!(
        without_journal(&fs::read_to_string(&other).unwrap()),
        wanted
    );
}

/// The text of a profile without the lines of its journal, which say what was done just now.
fn without_journal(text: &str) -> String {
    let begins = "    journal: (\n";
    let Some(at) = text.find(begins) else {
        return text.to_owned();
    };
    let rest = &text[at..];
    let end = rest.find("\n    ),\n").unwrap() + "\n    ),\n".len();
    format!("{}{}", &text[..at], &rest[end..])
}

/// A window that remembers between runs.
fn remembering(settings: &SettingsFile, profile: Option<PathBuf>) -> Harness<'static, App> {
    begin(Start {
        profile,
        settings: settings.clone(),
        ..usual()
    })
}

#[test]
fn the_file_that_was_open_last_is_offered_and_never_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] =
        ["hier.attache", "avant-hier.attache"].map(|name| profile_file(folder.path(), name));
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    settings.save(&Settings {
        toured: true,
        recent: vec![first.clone(), second.clone()],
        ..Settings::default()
    });
    let offer = "Last time, you worked on “hier.attache”.";
    let mut harness = remembering(&settings, None);
    until_said(&mut harness, offer);
    choose(&mut harness, "Reopen it");
    assert_eq!(harness.state().profile().header.company, "Hôpitaux du Val");
    assert!(!says(&harness, "Last time"));
    // By its key, the one before.
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    assert_eq!(settings.load().0.recent, [second.clone(), first.clone()]);

    // Closed, it does not come back; other work in its place, neither.
    let mut harness = remembering(&settings, None);
    until_said(
        &mut harness,
        "Last time, you worked on “avant-hier.attache”.",
    );
    choose(&mut harness, "Close");
    assert!(!says(&harness, "Last time"));
    // A file that is asked for comes alone.
    let harness = remembering(&settings, Some(first));
    assert!(!says(&harness, "Last time"));
}

#[test]
fn windows_that_remember_keep_what_others_remember() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["a.attache", "b.attache"].map(|name| profile_file(folder.path(), name));
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let mut one = remembering(&settings, None);
    let _two = remembering(&settings, Some(first.clone()));
    press(&mut one, Modifiers::COMMAND, Key::O);
    type_path(&mut one, &second);
    assert_eq!(settings.load().0.recent, [second.clone(), first.clone()]);
    let three = folder.path().join("c.attache");
    fs::copy(&first, &three).unwrap();
    let _three = remembering(&settings, Some(three.clone()));
    // How a window stood is noted when it ends, and nothing else with it.
    eframe::App::on_exit(one.state_mut(), None);
    let kept = settings.load().0;
    assert_eq!(kept.recent, [three, second, first]);
    assert_eq!(kept.window.unwrap().size, (1600.0, 4600.0));
}
