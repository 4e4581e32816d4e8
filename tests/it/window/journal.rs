//! The journal of the sessions, as it is written and read in the window.

use std::path::Path;

use super::files::{choose, save, says};
use super::{begin, press, profile_file, usual};
use attache::model::{Journal, Knowledge, Lang, Subject};
use attache::store::{SettingsFile, read_profile};
use attache::ui::{App, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn window(folder: &Path) -> Harness<'static, App> {
    begin(Start {
        profile: Some(profile_file(folder, "profil.ron")),
        ..usual()
    })
}

fn journal<'a>(harness: &'a Harness<'_, App>) -> &'a Journal {
    &harness.state().profile().header.journal
}

fn noted(harness: &Harness<'_, App>) -> Vec<String> {
    let entries = journal(harness).entries.iter();
    entries.map(|entry| entry.what.en.clone()).collect()
}

/// As long as a change has to rest until it is a step.
fn rest(harness: &mut Harness<'_, App>) {
    harness.run_steps(12);
}

fn slide(harness: &mut Harness<'_, App>, slider: &str, presses: usize) {
    harness.get_by_role_and_label(Role::Slider, slider).focus();
    harness.step();
    for _ in 0..presses {
        harness.key_press(Key::ArrowLeft);
        harness.step();
    }
}

fn write(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .focus();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .type_text(text);
    harness.run();
}

#[test]
fn a_drag_is_one_entry_in_the_words_of_undo_and_what_is_undone_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    let silos = |harness: &Harness<'_, App>| {
        let factors = &harness.state().scenario().factors;
        factors["culture"].quantities["siloed"].value
    };
    let before = silos(&harness);
    slide(&mut harness, "Silos", 3);
    assert_eq!(noted(&harness), Vec::<String>::new());
    rest(&mut harness);
    let first = format!("Silos {before} → {}", before - 3.0);
    assert_eq!(noted(&harness), std::slice::from_ref(&first));
    assert_eq!(
        journal(&harness).entries[0].about,
        Subject::Factor("culture".to_owned())
    );
    slide(&mut harness, "Silos", 1);
    rest(&mut harness);
    assert_eq!(noted(&harness).len(), 2);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(noted(&harness), [first]);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(noted(&harness), Vec::<String>::new());
    assert!(!harness.state().is_changed());
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(noted(&harness).len(), 2);
    // One that has not rested yet is noted as it is undone, so that a redo brings it back.
    slide(&mut harness, "Silos", 1);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(noted(&harness).len(), 2);
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(noted(&harness).len(), 3);
}

#[test]
fn what_is_saved_at_once_is_noted_in_the_file_and_changes_nothing_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    slide(&mut harness, "Silos", 1);
    save(&mut harness);
    let path = folder.path().join("profil.ron");
    let read = read_profile(&Knowledge::builtin(), &path).unwrap();
    assert_eq!(read.header.journal.entries.len(), 1);
    assert_eq!(&read, harness.state().profile());
    rest(&mut harness);
    assert!(!harness.state().is_changed());
    assert_eq!(noted(&harness).len(), 1);
}

#[test]
fn both_languages_are_noted_and_who_where_a_name_is_set() {
    let folder = tempfile::tempdir().unwrap();
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let mut harness = begin(Start {
        settings: settings.clone(),
        profile: Some(profile_file(folder.path(), "profil.ron")),
        ..usual()
    });
    slide(&mut harness, "Level of risk", 1);
    rest(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::J);
    write(&mut harness, "Your name (optional)", "Zoé");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    slide(&mut harness, "Level of risk", 1);
    rest(&mut harness);
    let entries = &journal(&harness).entries;
    let who: Vec<&str> = entries.iter().map(|entry| entry.who.as_str()).collect();
    assert_eq!(who, ["", "Zoé"]);
    assert!(entries[0].what.fr.starts_with("Niveau de risque "));
    assert!(entries[0].what.en.starts_with("Level of risk "));
    // Once is enough.
    assert_eq!(settings.load().0.name, "Zoé");
}

#[test]
fn a_reason_is_kept_and_is_no_entry_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    slide(&mut harness, "Silos", 1);
    rest(&mut harness);
    let what = noted(&harness).remove(0);
    press(&mut harness, Modifiers::COMMAND, Key::J);
    write(&mut harness, &format!("Why: {what}"), "Merger");
    rest(&mut harness);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    rest(&mut harness);
    let entries = &journal(&harness).entries;
    assert_eq!((entries.len(), entries[0].why.as_str()), (1, "Merger"));
    // It can be undone, and the change that it explains stays.
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    let entries = &journal(&harness).entries;
    assert_eq!((entries.len(), entries[0].why.as_str()), (1, ""));
}

#[test]
fn entries_are_found_by_a_word_and_the_journal_goes_with_one_click_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    slide(&mut harness, "Silos", 1);
    rest(&mut harness);
    slide(&mut harness, "Level of risk", 1);
    rest(&mut harness);
    let all = noted(&harness);
    press(&mut harness, Modifiers::COMMAND, Key::J);
    let shown = |harness: &Harness<'_, App>, what: &str| {
        let field = format!("Why: {what}");
        harness
            .query_by_role_and_label(Role::TextInput, &field)
            .is_some()
    };
    assert!(shown(&harness, &all[0]) && shown(&harness, &all[1]));
    write(&mut harness, "Find a word", "SILOS");
    assert!(shown(&harness, &all[0]) && !shown(&harness, &all[1]));
    write(&mut harness, "Find a word", "zzz");
    assert!(says(&harness, "No change matches"));
    choose(&mut harness, "Note nothing in this file");
    assert!(journal(&harness).off);
    assert_eq!(noted(&harness), Vec::<String>::new());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    slide(&mut harness, "Silos", 1);
    rest(&mut harness);
    assert_eq!(noted(&harness), Vec::<String>::new());
    let text = harness.state().profile().to_text().unwrap();
    assert!(text.contains("journal: (off: true)"), "{text}");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(noted(&harness), all);
}

#[test]
fn an_example_made_ones_own_begins_with_an_empty_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    slide(&mut harness, "Silos", 1);
    rest(&mut harness);
    assert_eq!(noted(&harness).len(), 1);
    save(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    assert_eq!(noted(&harness), Vec::<String>::new());
}

#[test]
fn medians_of_the_room_are_noted_without_their_values_and_without_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    press(&mut harness, Modifiers::COMMAND, Key::J);
    write(&mut harness, "Your name (optional)", "Zoé");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    for presses in [7, 23] {
        slide(&mut harness, "Level of risk", presses);
        rest(&mut harness);
        choose(&mut harness, "Save this opinion");
        rest(&mut harness);
    }
    let before = noted(&harness).len();
    choose(&mut harness, "Set the sliders to the middle opinion");
    rest(&mut harness);
    assert_eq!(
        noted(&harness)[before..],
        ["Sliders set to the middle opinion of the room"]
    );
    let journal = journal(&harness);
    let entry = journal.entries.last().unwrap();
    assert_eq!((entry.who.as_str(), &entry.about), ("", &Subject::Room));
    for lang in Lang::ALL {
        let said = entry.what.get(lang);
        assert!(
            !said.chars().any(|letter| letter.is_ascii_digit()),
            "{said}"
        );
    }
}
