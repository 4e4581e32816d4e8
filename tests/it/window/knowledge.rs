//! Knowledge bases of one's own: with other sliders, with more questions, and back.

use std::path::{Path, PathBuf};

use super::files::{choose, says, sign};
use super::{begin, contents, press, type_path, usual};
use attache::model::Knowledge;
use attache::store::{SettingsFile, examples};
use attache::ui::{App, Command, Picked, Picker, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// A knowledge base whose risk has another name, and a profile for it.
fn other_sliders(folder: &Path) -> (PathBuf, PathBuf) {
    let renamed = |text: &str| text.replace("\"risk\"", "\"hazard\"");
    let (base, profile) = (folder.join("base.ron"), folder.join("profil.ron"));
    std::fs::write(&base, renamed(Knowledge::BUILTIN)).unwrap();
    std::fs::write(&profile, renamed(examples()[3].text)).unwrap();
    (base, profile)
}

/// A knowledge base that asks one question more.
fn five_questions(folder: &Path) -> PathBuf {
    let text = Knowledge::BUILTIN;
    let last = text.find("            id: \"sourcing\"").unwrap();
    let begin = text[..last].rfind("        (").unwrap();
    let end = begin + text[begin..].find("\n    ],\n    // Decided by").unwrap() + 1;
    let more = text[begin..end].replacen("\"sourcing\"", "\"pace\"", 1);
    let path = folder.join("cinq.ron");
    std::fs::write(&path, [&text[..end], &more, &text[end..]].concat()).unwrap();
    path
}

fn run(harness: &mut Harness<'_, App>, command: &Command) {
    let words = attache::i18n::Words::new(attache::model::Lang::En);
    let name = words.get(command.row().name);
    press(harness, Modifiers::COMMAND, Key::K);
    harness
        .get_by_role_and_label(Role::TextInput, "Find a command…")
        .type_text(&name);
    harness.run();
    press(harness, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_profile_is_read_against_the_knowledge_base_that_is_given_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let (base, profile) = other_sliders(folder.path());
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let harness = begin(Start {
        profile: Some(profile),
        knowledge: Some(base),
        settings: settings.clone(),
        ..usual()
    });
    assert!(!says(&harness, "could not be opened"));
    assert!(says(&harness, "Knowledge base: "));
    let profile = harness.state().profile();
    assert_eq!(profile.header.company, "Hôpitaux du Val");
    let exposure = &harness.state().scenario().factors["exposure"];
    assert!(exposure.quantities.contains_key("hazard"));
    // At the next start, a profile of one's own base is read against that of the settings.
    let profile = folder.path().join("profil.ron");
    let harness = begin(Start {
        profile: Some(profile),
        settings,
        ..usual()
    });
    assert!(!says(&harness, "could not be opened"));
    assert_eq!(harness.state().profile().header.company, "Hôpitaux du Val");
}

#[test]
fn a_knowledge_base_that_the_profile_does_not_fit_can_be_used_with_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let (base, _) = other_sliders(folder.path());
    let mut harness = begin(usual());
    sign(&mut harness, "Mine");
    let open = contents(&harness);
    run(&mut harness, &Command::OpenKnowledge);
    type_path(&mut harness, &base);
    // What does not fit is told by its name, and nothing is lost unasked.
    assert!(says(&harness, "does not fit the open profile"));
    assert!(says(&harness, "risk"));
    choose(&mut harness, "Cancel");
    assert_eq!(contents(&harness), open);
    run(&mut harness, &Command::OpenKnowledge);
    type_path(&mut harness, &base);
    choose(&mut harness, "Use it, with a new profile");
    assert!(says(&harness, "Unsaved changes"));
    choose(&mut harness, "Do not save");
    harness.run();
    let exposure = &harness.state().scenario().factors["exposure"];
    assert!(exposure.quantities.contains_key("hazard"));
    assert!(!harness.state().is_changed());
    // An example of the built-in base does not fit either, and says why.
    harness
        .get_by_role_and_label(Role::Button, "Examples")
        .click();
    harness.run();
    harness.get_by_label("Banque Delorme").click();
    harness.run();
    assert!(says(&harness, "This file could not be opened"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    // Back again, the same way.
    run(&mut harness, &Command::UseBuiltinKnowledge);
    choose(&mut harness, "Use it, with a new profile");
    harness.run();
    let exposure = &harness.state().scenario().factors["exposure"];
    assert!(exposure.quantities.contains_key("risk"));
}

#[test]
fn what_a_view_shows_of_a_knowledge_base_is_gone_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let base = five_questions(folder.path());
    for key in [
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
    ] {
        let mut harness = begin(Start {
            knowledge: Some(base.clone()),
            ..usual()
        });
        assert_eq!(harness.state().knowledge().questions.len(), 5);
        press(&mut harness, Modifiers::COMMAND, key);
        if key == Key::Num2 {
            let last = harness.state().knowledge().questions.iter().last().unwrap();
            let last = &last.label.en.clone();
            let buttons = harness.query_all_by_role_and_label(Role::Button, last);
            buttons.last().unwrap().click();
            harness.run();
        }
        run(&mut harness, &Command::UseBuiltinKnowledge);
        harness.run();
        assert_eq!(harness.state().knowledge().questions.len(), 4);
        run(&mut harness, &Command::OpenKnowledge);
        type_path(&mut harness, &base);
        assert_eq!(harness.state().knowledge().questions.len(), 5);
    }
}

#[test]
fn weighing_ends_with_the_knowledge_base_whose_factors_were_weighed() {
    let folder = tempfile::tempdir().unwrap();
    let (base, _) = other_sliders(folder.path());
    let (tell, told) = std::sync::mpsc::channel();
    let mut harness = begin(Start {
        picker: Picker::scripted(told),
        ..usual()
    });
    run(&mut harness, &Command::OpenKnowledge);
    press(&mut harness, Modifiers::NONE, Key::F7);
    let weighing = "What would change your choice most?";
    harness.get_by_label(weighing);
    tell.send(Picked::Path(base)).unwrap();
    harness.run_steps(4);
    choose(&mut harness, "Use it, with a new profile");
    harness.run();
    let exposure = &harness.state().scenario().factors["exposure"];
    assert!(exposure.quantities.contains_key("hazard"));
    assert!(harness.query_by_label(weighing).is_none());
}
