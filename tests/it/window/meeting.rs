//! What a meeting needs of the window: presentation, palette, shortcuts, scenarios, themes, named
//! undo.

use std::collections::HashSet;

use super::{press, type_path, window_answered, window_on};
use attache::model::{Knowledge, Lang, Opinion, Scenario};
use attache::store::read_profile;
use attache::ui::{App, Command, Picked};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

fn window() -> Harness<'static, App> {
    window_on(None, Lang::En)
}

fn risk(harness: &Harness<'_, App>) -> f64 {
    harness.state().scenario().factors["exposure"].quantities["risk"].value
}

/// Moves the risk with the keyboard.
fn lower_risk(harness: &mut Harness<'_, App>, presses: usize) {
    harness
        .get_by_role_and_label(Role::Slider, "Level of risk")
        .focus();
    harness.run();
    for _ in 0..presses {
        harness.key_press(Key::ArrowLeft);
        harness.run();
    }
}

/// The label of the menu item of a command.
fn menu_item(harness: &mut Harness<'_, App>, menu: &str, start: &str) -> String {
    harness.get_by_role_and_label(Role::Button, menu).click();
    harness.run();
    let found = harness
        .query_all_by_label_contains(start)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with(start))
        .unwrap();
    harness.key_press(Key::Escape);
    harness.run();
    found
}

#[test]
fn a_presentation_hears_every_key_of_a_slow_frame_and_those_that_follow_its_own() {
    let mut harness = window();
    let key = |key| egui::Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let keys = [Key::F5, Key::PageDown, Key::PageDown];
    harness.input_mut().events = keys.map(key).to_vec();
    harness.run();
    harness.get_by_label_contains("(3 of 14)");
    // Black and back, one slide back, and out.
    let keys = [Key::B, Key::B, Key::PageUp];
    harness.input_mut().events = keys.map(key).to_vec();
    harness.run();
    harness.get_by_label_contains("(2 of 14)");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label_contains("of 14)").is_none());
}

#[test]
fn every_command_is_in_a_menu_or_has_a_shortcut_and_is_in_the_palette() {
    let mut harness = window();
    let words = attache::i18n::Words::new(Lang::En);
    let mut listed = HashSet::new();
    for menu in ["File", "Edit", "View", "Help"] {
        harness.get_by_role_and_label(Role::Button, menu).click();
        harness.run();
        for command in Command::named() {
            let name = words.get(command.row().name);
            if harness.query_all_by_label_contains(&name).next().is_some() {
                listed.insert(format!("{command:?}"));
            }
        }
        harness.key_press(Key::Escape);
        harness.run();
    }
    for command in Command::named() {
        let row = command.row();
        let in_menu = listed.contains(&format!("{command:?}"));
        assert_eq!(in_menu, row.place.is_some(), "{command:?}");
        assert!(
            in_menu || row.shortcut().is_some(),
            "{command:?} cannot be reached"
        );
    }
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role_and_label(Role::TextInput, "Find a command…");
    for command in Command::named() {
        // Those that make no sense now are left out, and so are choices, which go round by a key.
        let sleeping = match command {
            Command::Undo
            | Command::Redo
            | Command::Revert
            | Command::UseBuiltinKnowledge
            | Command::Reopen
            | Command::PlayCourse
            | Command::EarlierQuarter
            | Command::LaterQuarter
            | Command::HandLast(_)
            | Command::DropTemplate
            | Command::ShowReview
            | Command::ExportCalendar
            | Command::ShowPalette => true,
            _ => command.is_choice(),
        };
        let name = words.get(command.row().name);
        let found = harness.query_all_by_label_contains(&name).next().is_some();
        assert!(found || sleeping, "{command:?} is not in the palette");
    }
}

#[test]
fn the_palette_finds_by_a_few_letters_and_runs_by_keyboard() {
    let mut harness = window();
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness
        .get_by_role_and_label(Role::TextInput, "Find a command…")
        .type_text("evolu");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::Slider, "Date");
    // Escape leaves it without a trace.
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.key_press(Key::Escape);
    harness.run();
    assert!(
        harness
            .query_by_role_and_label(Role::TextInput, "Find a command…")
            .is_none()
    );
}

#[test]
fn the_sheet_tells_every_shortcut() {
    let mut harness = window();
    press(&mut harness, Modifiers::NONE, Key::F1);
    for command in Command::named() {
        if let Some(keys) = command.row().shortcut() {
            let told = harness.ctx.format_shortcut(&keys);
            assert!(
                harness.query_all_by_label_contains(&told).next().is_some(),
                "{told} of {command:?}"
            );
        }
    }
    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run();
    assert!(harness.query_by_label("Close").is_none());
}

#[test]
fn keys_are_named_as_on_a_french_keyboard() {
    let mut harness = window_on(None, Lang::Fr);
    press(&mut harness, Modifiers::NONE, Key::F1);
    for told in [
        "Alt+Gauche",
        "Alt+Droite",
        "Ctrl+Maj+S",
        "Ctrl+Moins",
        "Maj+F6",
    ] {
        harness.get_by_label(told);
    }
}

#[test]
fn undo_and_redo_say_what_they_change_and_survive_saving() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profile.ron");
    std::fs::write(&path, attache::store::examples()[0].text).unwrap();
    let mut harness = window_on(Some(path.clone()), Lang::En);
    let before = risk(&harness);
    lower_risk(&mut harness, 5);
    let now = risk(&harness);
    assert!(
        menu_item(&mut harness, "Edit", "Undo")
            .starts_with(&format!("Undo: Level of risk {before} → {now} "))
    );
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(!harness.state().is_changed());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(risk(&harness), before);
    assert!(harness.state().is_changed());
    assert!(
        menu_item(&mut harness, "Edit", "Redo")
            .starts_with(&format!("Redo: Level of risk {before} → {now} "))
    );
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(risk(&harness), now);
    assert!(!harness.state().is_changed());
}

#[test]
fn a_scenario_is_a_copy_that_leaves_the_first_alone_and_is_saved_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profile.ron");
    std::fs::write(&path, attache::store::examples()[0].text).unwrap();
    let mut harness = window_on(Some(path.clone()), Lang::En);
    let base = harness.state().profile().clone();
    press(&mut harness, Modifiers::COMMAND, Key::D);
    lower_risk(&mut harness, 30);
    harness
        .get_by_role_and_label(Role::Button, "Rename or remove this scenario")
        .click();
    harness.run();
    let name = harness.get_by_role_and_label(Role::TextInput, "Name of the scenario");
    name.focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::TextInput, "Name of the scenario")
        .type_text("Calm");
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(!harness.state().is_changed());
    let saved = read_profile(&Knowledge::builtin(), &path).unwrap();
    // The first is as it was; the other holds the change.
    assert_eq!(saved.scenarios.first.factors, base.scenarios.first.factors);
    assert_eq!(saved.scenarios.others.len(), 1);
    assert_eq!(saved.scenarios.others[0].name, "Calm");
    assert_eq!(
        saved.scenarios.others[0].factors["exposure"].quantities["risk"].value,
        risk(&harness)
    );
    // Looking at the first changes nothing.
    harness.get_by_role_and_label(Role::Button, "Base").click();
    harness.run();
    assert_eq!(
        harness.state().scenario().factors,
        base.scenarios.first.factors
    );
    assert!(!harness.state().is_changed());
    // It cannot be removed; the other can, and comes back.
    harness
        .get_by_role_and_label(Role::Button, "Rename or remove this scenario")
        .click();
    harness.run();
    let remove = harness.get_by_role_and_label(Role::Button, "Remove this scenario");
    assert!(remove.accesskit_node().is_disabled());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_role_and_label(Role::Button, "Calm").click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Rename or remove this scenario")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Remove this scenario")
        .click();
    harness.run();
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Calm")
            .is_none()
    );
    assert_eq!(
        harness.state().scenario().factors,
        base.scenarios.first.factors
    );
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.get_by_role_and_label(Role::Button, "Calm");
}

#[test]
fn a_presentation_shows_one_factor_at_a_time_and_nothing_of_the_window() {
    let mut harness = window();
    press(&mut harness, Modifiers::NONE, Key::F5);
    let menus = |harness: &Harness<'_, App>| {
        harness
            .query_by_role_and_label(Role::Button, "File")
            .is_some()
    };
    assert!(!menus(&harness));
    harness.get_by_label("The answer (1 of 14)");
    harness.get_by_label_contains("Org chart. A function attached");
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    harness.get_by_label("The agency (3 of 14)");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    harness.get_by_label("Ambition (4 of 14)");
    assert_eq!(harness.query_all_by_role(Role::Slider).count(), 1);
    // Values are hidden until they are revealed.
    harness.get_by_label("Ambition for our presence: 65");
    press(&mut harness, Modifiers::NONE, Key::H);
    assert!(
        harness
            .query_by_label("Ambition for our presence: 65")
            .is_none()
    );
    assert!(harness.query_by_label_contains("Org chart.").is_none());
    harness.get_by_label("The answer waits: R reveals it.");
    press(&mut harness, Modifiers::NONE, Key::R);
    harness.get_by_label("Ambition for our presence: 65");
    // The next slide waits again.
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    harness.get_by_label("The answer waits: R reveals it.");
    press(&mut harness, Modifiers::NONE, Key::H);
    // Black, and back.
    press(&mut harness, Modifiers::NONE, Key::B);
    harness.get_by_label("Black screen");
    assert!(harness.query_all_by_role(Role::Slider).next().is_none());
    press(&mut harness, Modifiers::NONE, Key::B);
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    // A slider moved here is the profile's, and can be undone here.
    let presence = |harness: &Harness<'_, App>| {
        harness.state().scenario().factors["ambition"].value("presence")
    };
    let before = presence(&harness);
    harness
        .get_by_role_and_label(Role::Slider, "Ambition for our presence")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(presence(&harness) > before);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(presence(&harness), before);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(menus(&harness));
}

#[test]
fn themes_go_round() {
    let mut harness = window();
    let panel = |harness: &Harness<'_, App>| harness.ctx.global_style().visuals.panel_fill;
    let mut seen = HashSet::new();
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::F3);
        seen.insert(panel(&harness));
    }
    assert_eq!(seen.len(), 3);
    assert!(seen.contains(&egui::Color32::BLACK), "no high contrast");
}

#[test]
fn undoing_in_a_text_that_is_no_part_of_the_profile_undoes_that_text() {
    let mut harness = window();
    lower_risk(&mut harness, 5);
    let lowered = risk(&harness);
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    let name = "Name (optional)";
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run();
    let typed = |harness: &Harness<'_, App>| {
        let field = harness.get_by_role_and_label(Role::TextInput, name);
        field.accesskit_node().value().unwrap_or_default()
    };
    harness.event(egui::Event::Text("Zoé".to_owned()));
    harness.run();
    // A pause makes a step of it.
    harness.run_steps(90);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(typed(&harness), "");
    assert_eq!(risk(&harness), lowered);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(typed(&harness), "Zoé");
    // Elsewhere the sliders go back, as in a text of the profile.
    harness
        .get_by_role_and_label(Role::Slider, "Level of risk")
        .focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(risk(&harness), lowered + 5.0);
}

#[test]
fn a_text_of_the_profile_does_not_undo_by_itself() {
    let mut harness = window();
    let company = harness.state().profile().header.company.clone();
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, &company)
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Author")
        .focus();
    harness.run();
    let author = harness.state().profile().header.author.clone();
    harness.event(egui::Event::Text("Zoé".to_owned()));
    harness.run_steps(90);
    for _ in 0..3 {
        press(&mut harness, Modifiers::COMMAND, Key::Z);
        assert_eq!(harness.state().profile().header.author, author);
        harness.run_steps(90);
    }
}

#[test]
fn the_medians_move_sliders_and_bring_back_nothing_else() {
    let mut harness = window();
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    for presses in [10, 20] {
        lower_risk(&mut harness, presses);
        harness
            .get_by_role_and_label(Role::Button, "Save this opinion")
            .click();
        harness.run();
    }
    let opinions = harness.state().profile().opinions.clone();
    // Whatever is set after the last opinion stays.
    harness
        .get_by_role_and_label(Role::ComboBox, "Type of agency")
        .click();
    harness.run();
    harness.get_by_label("Advertising").click();
    harness.run();
    lower_risk(&mut harness, 1);
    let mut wanted = harness.state().scenario().clone();
    assert_ne!(
        wanted.factors["agency"].choice,
        opinions[1].view.factors["agency"].choice
    );
    harness
        .get_by_role_and_label(Role::Button, "Set the sliders to the middle opinion")
        .click();
    harness.run();
    let risks = opinions
        .iter()
        .map(|opinion| opinion.view.factors["exposure"].value("risk"));
    wanted.factors["exposure"].quantities["risk"].value = risks.sum::<f64>() / 2.0;
    assert_eq!(*harness.state().scenario(), wanted);
}

#[test]
fn profiles_gathered_are_opinions_and_a_bad_one_stops_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (index, author) in ["Anne", "Bruno", "Claire"].iter().enumerate() {
        let path = folder.path().join(format!("{author}.ron"));
        let text = attache::store::examples()[index].text;
        let text = text.replacen("author: \"Attache\"", &format!("author: \"{author}\""), 1);
        std::fs::write(&path, text).unwrap();
        paths.push(path);
    }
    let bad = folder.path().join("bad.ron");
    std::fs::write(&bad, "(format: 1").unwrap();
    paths.insert(1, bad);
    let mut harness = window();
    for path in &paths {
        harness.input_mut().dropped_files.push(super::dropped(path));
    }
    harness.run();
    gathered(harness);
    // The same, chosen in a dialog that the view opens.
    let mut harness = window_answered(None, vec![Picked::Paths(paths)]);
    harness
        .get_by_role_and_label(Role::Button, "The room")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Add opinions…")
        .click();
    harness.run();
    gathered(harness);
    // Without a dialog, one at a time.
    let one = folder.path().join("Bruno.ron");
    let mut harness = window();
    press(
        &mut harness,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::O,
    );
    type_path(&mut harness, &one);
    let opinions = &harness.state().profile().opinions;
    assert_eq!(opinions.len(), 1);
    assert_eq!(opinions[0].name(), "Bruno");
    harness.get_by_role_and_label(Role::Button, "Remove the opinion: Bruno");
}

/// Three opinions were gathered on the open company, and a bad file was told.
fn gathered(mut harness: Harness<'_, App>) {
    harness.get_by_label("This file could not be opened");
    let open = window().state().profile().clone();
    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run();
    let profile = harness.state().profile();
    assert_eq!(
        profile.scenarios.first.factors,
        open.scenarios.first.factors
    );
    let names: Vec<&str> = profile.opinions.iter().map(Opinion::name).collect();
    assert_eq!(names, ["Anne", "Bruno", "Claire"]);
    harness
        .get_by_role_and_label(Role::Button, "Remove the opinion: Bruno")
        .click();
    harness.run();
    let profile = harness.state().profile();
    let names: Vec<&str> = profile.opinions.iter().map(Opinion::name).collect();
    assert_eq!(names, ["Anne", "Claire"]);
}

#[test]
fn a_table_dropped_alone_adds_its_opinions_and_a_wrong_one_none() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("avis.csv");
    let mut harness = window();
    let open = harness.state().profile().clone();
    let put = |harness: &mut Harness<'_, App>, text: &str| {
        std::fs::write(&table, text).unwrap();
        harness
            .input_mut()
            .dropped_files
            .push(super::dropped(&table));
        harness.run();
    };
    put(
        &mut harness,
        "Name;Level of risk\nAnne;10\nBruno;90\nClaire;101\n",
    );
    harness.get_by_label("This file could not be opened");
    harness.get_by_label_contains("Cell B4: “101” is not between 0 and 100.");
    assert_eq!(harness.state().profile(), &open);
    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run();
    put(&mut harness, "Name;Level of risk\nAnne;10\nBruno;90\n");
    let profile = harness.state().profile();
    assert_eq!(profile.scenarios, open.scenarios);
    let risk_of = |scenario: &Scenario| scenario.factors["exposure"].value("risk");
    let opinions = profile.opinions.iter();
    let told = opinions.map(|it| (it.name(), risk_of(&it.view)));
    assert_eq!(told.collect::<Vec<_>>(), [("Anne", 10.0), ("Bruno", 90.0)]);
    harness.get_by_role_and_label(Role::Button, "Remove the opinion: Bruno");
}

#[test]
fn the_tour_is_taken_from_the_menu_as_often_as_one_likes() {
    let mut harness = window();
    assert!(harness.query_by_label("Welcome").is_none());
    let take = |harness: &mut Harness<'_, App>| {
        harness.get_by_role_and_label(Role::Button, "Help").click();
        harness.run();
        harness
            .get_by_role_and_label(Role::Button, "Guided tour")
            .click();
        harness.run();
        harness.get_by_label("Welcome");
    };
    take(&mut harness);
    for title in [
        "Seven factors",
        "The answer, in one sentence",
        "The org chart",
        "Why",
        "Other views",
        "In the meeting",
    ] {
        harness.get_by_role_and_label(Role::Button, "Next").click();
        harness.run();
        assert!(
            harness.query_all_by_label(title).next().is_some(),
            "{title}"
        );
        // The window answers meanwhile.
        harness.get_by_role_and_label(Role::Slider, "Level of risk");
    }
    harness.get_by_role_and_label(Role::Button, "Begin").click();
    harness.run();
    assert!(harness.query_by_label("In the meeting").is_none());
    take(&mut harness);
    harness
        .get_by_role_and_label(Role::Button, "Skip the tour")
        .click();
    harness.run();
    assert!(harness.query_by_label("Welcome").is_none());
}

#[test]
fn the_article_is_quoted_on_demand_on_each_card() {
    let knowledge = Knowledge::builtin();
    let mut harness = window();
    for factor in &knowledge.factors {
        let quote = format!("The article, in French: “{}”", factor.quote);
        assert!(harness.query_by_label(&quote).is_none());
        let name = format!("The article on: {}", factor.label.en);
        harness.get_by_role_and_label(Role::Button, &name).click();
        harness.run();
        harness.get_by_label(&quote);
        harness.get_by_role_and_label(Role::Button, &name).click();
        harness.run();
    }
}

#[test]
fn a_knowledge_base_of_ones_own_answers_and_is_named_and_a_bad_one_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let settings = attache::store::SettingsFile::at(folder.path().join("settings.ron"));
    let own = folder.path().join("own.ron");
    // Whatever its risk, this company's communications stay low.
    let text = Knowledge::BUILTIN
        .replace("Attache base, after C. Deniaud", "My base")
        .replacen(
            "points: [(0, -0.8), (100, 0.9)]",
            "points: [(0, -1), (100, -0.9)]",
            1,
        );
    assert_ne!(text.matches("[(0, -1), (100, -0.9)]").count(), 0);
    std::fs::write(&own, &text).unwrap();
    let mut harness = super::window_with(settings.clone(), Lang::En);
    let open = harness.state().profile().clone();
    let fit = |harness: &Harness<'_, App>| {
        let app = harness.state();
        let (communications, _) = app
            .knowledge()
            .attachment()
            .alternative("communications")
            .unwrap();
        app.answers().attachment().fit(communications)
    };
    let before = fit(&harness);
    let run = |harness: &mut Harness<'_, App>, command: &str| {
        press(harness, Modifiers::COMMAND, Key::K);
        harness
            .get_by_role_and_label(Role::TextInput, "Find a command…")
            .type_text(command);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    };
    let choose = |harness: &mut Harness<'_, App>, path: &std::path::Path| {
        run(harness, "use a knowledge base of");
        let field = "Path of the file";
        harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        harness.run();
        press(harness, Modifiers::COMMAND, Key::A);
        harness
            .get_by_role_and_label(Role::TextInput, field)
            .type_text(&path.display().to_string());
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    };
    choose(&mut harness, &own);
    harness.get_by_label_contains("Knowledge base: My base (");
    assert!(fit(&harness) < before - 2.0);
    assert_eq!(&open, harness.state().profile());
    // A bad one is refused by its line, and the one in use stays.
    let bad = folder.path().join("bad.ron");
    std::fs::write(&bad, text.replacen("too_close: 1.0", "too_close: -1.0", 1)).unwrap();
    choose(&mut harness, &bad);
    harness.get_by_label_contains("questions[0].too_close");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().knowledge().name.en, "My base");
    drop(harness);
    // It is there again at the next start, and the built-in one is a command away.
    let mut harness = super::window_with(settings, Lang::En);
    assert_eq!(harness.state().knowledge().name.en, "My base");
    run(&mut harness, "use the built-in");
    assert!((fit(&harness) - before).abs() < 1e-9);
}
