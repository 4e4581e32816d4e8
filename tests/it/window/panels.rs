//! The window, driven through its accessibility tree: every control, and every way to lose work.

use super::wishes::wait;
use super::{contents, dropped, press, profile_file, type_path, window_on};
use attache::analysis::{Answers, Inputs};
use attache::model::{AlternativeId, Knowledge, Lang, Profile};
use attache::store::{Claims, Disk, Protected, Recovery, SettingsFile, SystemFonts, ThemeChoice};
use attache::ui::{App, Command, Handed, Hands, Menu, Picker, Start, View};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;

fn window() -> Harness<'static, App> {
    window_on(None, Lang::En)
}

fn value(app: &App, factor: &str, quantity: &str) -> f64 {
    app.scenario().factors[factor].quantities[quantity].value
}

#[test]
fn every_slider_moves_by_keyboard_and_moves_the_answer() {
    let knowledge = Knowledge::builtin();
    let mut harness = window();
    for factor in &knowledge.factors {
        for quantity in &factor.quantities {
            let label = &quantity.label.en;
            let before = value(harness.state(), &factor.id, &quantity.id);
            let answers = harness.state().answers().clone();
            let slider = harness.get_by_role_and_label(Role::Slider, label);
            slider.focus();
            harness.run();
            let key = if before < 50.0 {
                Key::ArrowRight
            } else {
                Key::ArrowLeft
            };
            for _ in 0..3 {
                harness.key_press(key);
            }
            harness.run();
            let after = value(harness.state(), &factor.id, &quantity.id);
            assert_eq!((after - before).abs(), 3.0, "{label}");
            let state = harness.state();
            let moved = answers.answers.iter().zip(&state.answers().answers);
            assert!(
                moved.into_iter().any(|(old, new)| old.values != new.values),
                "{label} moves nothing"
            );
            // What is on screen is what the engine says of the profile.
            let fresh = Answers::new(&knowledge, Inputs::read(&knowledge, state.scenario()));
            assert_eq!(&fresh, state.answers());
        }
    }
}

#[test]
fn every_weight_reset_and_note_works() {
    let knowledge = Knowledge::builtin();
    let mut harness = window();
    for factor in &knowledge.factors {
        let label = format!("Importance: {}", factor.label.en);
        let before = harness.state().scenario().factors[&factor.id].weight;
        harness.get_by_role_and_label(Role::Slider, &label).focus();
        harness.run();
        harness.key_press(Key::ArrowLeft);
        harness.run();
        let after = harness.state().scenario().factors[&factor.id].weight;
        assert_eq!(after, before - 1.0, "{label}");
        for quantity in &factor.quantities {
            let name = &quantity.label.en;
            harness.get_by_label(&format!("Reset: {name}")).click();
            harness.run();
            let reset = value(harness.state(), &factor.id, &quantity.id);
            assert_eq!(reset, quantity.default, "{name}");

            let note = format!("Note: {name}");
            harness.get_by_role_and_label(Role::Button, &note).click();
            harness.run();
            let field = harness.get_by_role_and_label(Role::MultilineTextInput, &note);
            field.focus();
            harness.run();
            // An AZERTY keyboard sends these as text, not as keys.
            let written = format!("{} éàùçœ € n°1", quantity.id);
            harness
                .get_by_role_and_label(Role::MultilineTextInput, &note)
                .type_text(&written);
            harness.run();
            let kept =
                &harness.state().scenario().factors[&factor.id].quantities[&quantity.id].note;
            assert!(kept.contains(&written), "{name}: {kept}");
            harness.get_by_role_and_label(Role::Button, &note).click();
            harness.run();
        }
    }
}

#[test]
fn looking_at_a_profile_does_not_alter_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fin.ron");
    let text = attache::store::examples()[0]
        .text
        .replace("(value: 92.0", "(value: 92.37");
    std::fs::write(&path, &text).unwrap();
    let mut harness = window_on(Some(path.clone()), Lang::Fr);
    view(&mut harness, Key::Num3);
    view(&mut harness, Key::Num2);
    assert!(!harness.state().is_changed());
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

/// Types in a field for numbers and leaves it.
fn type_number(harness: &mut Harness<'_, App>, name: &str, text: &str) {
    harness
        .get_by_role_and_label(Role::SpinButton, name)
        .focus();
    harness.run();
    press(harness, Modifiers::COMMAND, Key::A);
    for c in text.chars() {
        harness.event(egui::Event::Text(c.to_string()));
        harness.run();
    }
    press(harness, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_number_is_typed_with_a_decimal_comma_or_point() {
    let knowledge = Knowledge::builtin();
    for lang in [Lang::En, Lang::Fr] {
        let mut harness = window_on(None, lang);
        let words = attache::i18n::Words::new(lang);
        let number = |name: &str| words.with("number-of", &[("name", name)]);
        let factor = knowledge
            .factors
            .iter()
            .find(|f| f.id == "exposure")
            .unwrap();
        let risk = factor.quantities.iter().find(|q| q.id == "risk").unwrap();
        let risk = risk.label.get(lang);
        let weight = words.with("weight-of", &[("factor", factor.label.get(lang))]);
        let doubt = words.with("doubt-of", &[("name", risk)]);
        for (typed, meant) in [("62,5", 62.5), ("37.25", 37.25), ("150", 100.0)] {
            for name in [&number(risk), &number(&weight), &doubt] {
                type_number(&mut harness, name, typed);
            }
            let input = &harness.state().scenario().factors["exposure"];
            let risk = &input.quantities["risk"];
            let kept = [risk.value, input.weight, risk.plus_minus];
            assert_eq!(kept, [meant; 3], "{typed}");
        }
        // What is no number changes nothing.
        type_number(&mut harness, &number(risk), "moyen");
        assert_eq!(value(harness.state(), "exposure", "risk"), 100.0);
        view(&mut harness, Key::Num3);
        type_number(&mut harness, &number(&words.get("weight-doubt")), "12,5");
        assert_eq!(harness.state().scenario().weight_doubt, 12.5);
        view(&mut harness, Key::Num5);
        type_number(&mut harness, &number(&words.get("plan-pace")), "87,5");
        assert_eq!(harness.state().scenario().plan.pace, 87.5);
    }
}

#[test]
fn going_through_the_numbers_alters_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fin.ron");
    let text = attache::store::examples()[0]
        .text
        .replace("(value: 92.0", "(value: 92.372");
    std::fs::write(&path, &text).unwrap();
    let mut harness = window_on(Some(path), Lang::Fr);
    harness
        .get_by_role_and_label(Role::SpinButton, "Niveau de risque (valeur)")
        .focus();
    harness.run();
    for _ in 0..5 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        harness.run();
    }
    assert_eq!(value(harness.state(), "exposure", "risk"), 92.372);
    assert!(!harness.state().is_changed());
}

#[test]
fn values_can_be_typed() {
    let mut harness = window();
    let number = harness.get_by_role_and_label(Role::SpinButton, "Level of risk (value)");
    number.set_value_accesskit(12.0);
    harness.run();
    assert_eq!(value(harness.state(), "exposure", "risk"), 12.0);
}

#[test]
fn the_agency_is_chosen_and_counts() {
    let mut harness = window();
    let before = harness.state().answers().clone();
    harness
        .get_by_role_and_label(Role::ComboBox, "Type of agency")
        .click();
    harness.run();
    harness.get_by_label("Advertising").click();
    harness.run();
    let state = harness.state();
    assert_eq!(state.scenario().factors["agency"].choice, "advertising");
    assert_ne!(&before, state.answers());
}

#[test]
fn a_department_that_does_not_exist_is_never_recommended() {
    let mut harness = window();
    assert_eq!(recommended(&harness), "communications");
    // The card of the company is closed at first.
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, "Banque Delorme")
        .click();
    harness.run();
    // It may exist without hosting the function.
    harness
        .get_by_role_and_label(Role::CheckBox, "Communications may host the function")
        .click();
    harness.run();
    assert!(harness.state().scenario().has_department("communications"));
    assert_ne!(recommended(&harness), "communications");
    harness
        .get_by_role_and_label(Role::CheckBox, "Communications may host the function")
        .click();
    harness.run();
    assert!(!harness.state().is_changed());
    harness
        .get_by_role_and_label(Role::Button, "Remove: Communications")
        .click();
    harness.run();
    assert!(!harness.state().scenario().has_department("communications"));
    assert_ne!(recommended(&harness), "communications");
    harness.get_by_label("Communications, not possible");
    harness
        .get_by_role_and_label(Role::Button, "+ Communications")
        .click();
    harness.run();
    assert_eq!(recommended(&harness), "communications");
    // A general management cannot be removed.
    let top = harness.get_by_role_and_label(Role::Button, "Remove: General management");
    assert!(top.accesskit_node().is_disabled());
}

#[test]
fn departments_are_named_moved_and_added_on_the_chart() {
    let mut harness = window();
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, "Banque Delorme")
        .click();
    harness.run();
    let ids = |harness: &Harness<'_, App>| -> Vec<String> {
        let departments = &harness.state().scenario().departments;
        departments.iter().map(|d| d.id.clone()).collect()
    };
    let before = ids(&harness);
    harness
        .get_by_role_and_label(Role::Button, "Move down: Communications")
        .click();
    harness.run();
    assert_eq!(ids(&harness)[2], before[1]);
    harness
        .get_by_role_and_label(Role::Button, "Move up: Communications")
        .click();
    harness.run();
    assert_eq!(ids(&harness), before);
    let name = harness.get_by_role_and_label(Role::TextInput, "Name of: Marketing");
    name.focus();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Name of: Marketing")
        .type_text("Brand and markets");
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Brand and markets");
    harness
        .get_by_role_and_label(Role::Button, "+ Other")
        .click();
    harness.run();
    assert_eq!(ids(&harness).last().unwrap(), "own-1");
    // Its box on the chart leads to its name.
    harness
        .get_by_role_and_label(Role::Button, "Department 6")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Name of: own-1")
        .type_text(" of things");
    harness.run();
    let departments = &harness.state().scenario().departments;
    assert_eq!(departments.last().unwrap().name, "Department 6 of things");
    // Written and read back as it is.
    let text = harness.state().profile().to_text().unwrap();
    let read = Profile::parse(&Knowledge::builtin(), "profile", &text).unwrap();
    assert_eq!(&read, harness.state().profile());
}

fn recommended(harness: &Harness<'_, App>) -> String {
    let app = harness.state();
    let (question, answer) = (app.knowledge().attachment(), app.answers().attachment());
    question.alternatives[answer.leader().unwrap()].id.clone()
}

#[test]
fn company_fields_are_kept_and_a_half_typed_date_is_not() {
    let mut harness = window();
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, "Banque Delorme")
        .click();
    harness.run();
    for (role, label, text) in [
        (Role::TextInput, "Company", " & Cie"),
        (Role::TextInput, "Author", " Zoé"),
        (Role::MultilineTextInput, "Notes", "à revoir"),
        (Role::TextInput, "Date (day/month/year)", "x"),
    ] {
        harness.get_by_role_and_label(role, label).focus();
        harness.run();
        press(&mut harness, Modifiers::NONE, Key::End);
        harness.get_by_role_and_label(role, label).type_text(text);
        harness.run();
    }
    let profile = harness.state().profile();
    assert_eq!(profile.header.company, "Banque Delorme & Cie");
    assert_eq!(profile.header.author, "Attache Zoé");
    assert_eq!(profile.header.notes, "à revoir");
    assert_eq!(profile.header.date, date(2026, 11, 24));
    harness.get_by_label_contains("Write the date as");
}

#[test]
fn themes_are_added_named_and_removed() {
    let mut harness = window();
    let diversity = |harness: &Harness<'_, App>| {
        let app = harness.state();
        app.answers().inputs.measures[app.knowledge().measure("diversity").unwrap()].unwrap()
    };
    let before = diversity(&harness);
    harness.get_by_label("Add a theme").click();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Name of added theme 1")
        .focus();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Name of added theme 1")
        .type_text("Climat");
    harness.run();
    harness
        .get_by_role_and_label(Role::Slider, "Climat")
        .focus();
    harness.run();
    for _ in 0..10 {
        harness.key_press(Key::ArrowRight);
    }
    harness.run();
    let theme = &harness.state().scenario().factors["themes"].extra[0];
    assert_eq!((theme.name.as_str(), theme.value), ("Climat", 60.0));
    assert_ne!(diversity(&harness), before);
    harness.get_by_label("Remove: Climat").click();
    harness.run();
    assert!(
        harness.state().scenario().factors["themes"]
            .extra
            .is_empty()
    );
    assert_eq!(diversity(&harness), before);
}

#[test]
fn a_reason_leads_to_its_slider() {
    let mut harness = window();
    harness
        .get_by_label_contains("A crisis is possible (92)")
        .click();
    harness.run();
    let slider = harness.get_by_role_and_label(Role::Slider, "Level of risk");
    assert!(slider.is_focused());
}

#[test]
fn saves_and_reopens_byte_identical() {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("premier.ron");
    let mut harness = window();
    harness
        .get_by_role_and_label(Role::Slider, "Level of risk")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(harness.state().is_changed());
    press(&mut harness, Modifiers::COMMAND, Key::S);
    type_path(&mut harness, &first);
    assert!(!harness.state().is_changed());
    let saved = std::fs::read(&first).unwrap();

    // Opened again and saved elsewhere, without the extension, which is added.
    press(&mut harness, Modifiers::COMMAND, Key::O);
    type_path(&mut harness, &first);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    type_path(&mut harness, &folder.path().join("second"));
    assert_eq!(
        saved,
        std::fs::read(folder.path().join("second.attache")).unwrap()
    );

    // A second save over an existing file, typed by hand, asks first.
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    type_path(&mut harness, &first);
    harness.get_by_label("This file already exists");
    harness
        .get_by_role_and_label(Role::Button, "Replace")
        .click();
    harness.run();
    assert_eq!(saved, std::fs::read(&first).unwrap());
}

#[test]
fn a_bad_file_is_refused_and_the_open_work_and_its_history_stay() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("mauvais.ron");
    let good = attache::store::examples()[0].text;
    std::fs::write(&bad, good.replace("(value: 92.0", "(value: 920.0")).unwrap();
    let mut harness = window();
    harness.get_by_role_and_label(Role::Slider, "Silos").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let open = contents(&harness);

    harness.input_mut().dropped_files.push(dropped(&bad));
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Do not save")
        .click();
    harness.run();
    let line = 1 + good
        .lines()
        .position(|line| line.contains("\"risk\""))
        .unwrap();
    harness.get_by_label_contains(&format!("line {line}, column "));
    harness.get_by_label_contains("factors.exposure.quantities.risk.value: 920 is out of range");
    harness.get_by_label("Your open work was not touched.");
    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run();
    assert_eq!(open, contents(&harness));
    assert!(harness.state().is_changed());

    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(value(harness.state(), "culture", "siloed"), 90.0);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(open, contents(&harness));
}

/// A file dropped on the window.
#[test]
fn a_dropped_file_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "hôpital à ouvrir.ron");
    let mut harness = window();
    harness.input_mut().dropped_files.push(dropped(&path));
    harness.run();
    assert_eq!(harness.state().profile().header.company, "Hôpitaux du Val");
}

#[test]
fn unsaved_work_is_asked_about_and_every_answer_is_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "profil.ron");
    let mut harness = window_on(Some(path.clone()), Lang::En);
    let change = |harness: &mut Harness<'_, App>| {
        harness.get_by_role_and_label(Role::Slider, "Silos").focus();
        harness.run();
        harness.key_press(Key::ArrowLeft);
        harness.run();
    };
    change(&mut harness);
    let changed = contents(&harness);

    press(&mut harness, Modifiers::COMMAND, Key::Q);
    harness
        .get_by_role_and_label(Role::Button, "Cancel")
        .click();
    harness.run();
    assert!(!harness.state().is_leaving());
    assert_eq!(changed, contents(&harness));

    press(&mut harness, Modifiers::COMMAND, Key::Q);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!harness.state().is_leaving());
    assert_eq!(changed, contents(&harness));

    press(&mut harness, Modifiers::COMMAND, Key::N);
    harness.get_by_role_and_label(Role::Button, "Save").click();
    harness.run();
    assert_eq!(harness.state().profile().header.company, "");
    let knowledge = Knowledge::builtin();
    let mut saved = attache::store::read_profile(&knowledge, &path).unwrap();
    saved.header.journal = Default::default();
    assert_eq!(saved, changed);

    // A new company is described in words first: the sliders are a key away.
    press(&mut harness, Modifiers::NONE, Key::F4);
    change(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::Q);
    harness
        .get_by_role_and_label(Role::Button, "Do not save")
        .click();
    harness.run();
    assert!(harness.state().is_leaving());
}

#[test]
fn closing_the_window_asks_too() {
    let mut harness = window();
    harness.get_by_role_and_label(Role::Slider, "Silos").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let root = egui::ViewportId::ROOT;
    let viewport = harness.input_mut().viewports.entry(root).or_default();
    viewport.events.push(egui::ViewportEvent::Close);
    harness.step();
    let commands = &harness.output().viewport_output[&root].commands;
    assert!(commands.contains(&egui::ViewportCommand::CancelClose));
    harness.run();
    harness.get_by_label("Unsaved changes");
}

/// Everything of a window that a command can change.
fn seen(harness: &Harness<'_, App>) -> impl PartialEq + use<> {
    let app = harness.state();
    let labels: Vec<String> = harness
        .query_all_by_label_contains("")
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    (
        labels,
        app.profile().clone(),
        app.is_leaving(),
        harness.ctx.zoom_factor(),
        harness.ctx.global_style().visuals.panel_fill,
    )
}

/// Runs a command as people do: by its keys, or by the menu that lists it.
fn run(harness: &mut Harness<'_, App>, command: &Command) {
    let row = command.row();
    if let Some(keys) = row.shortcut() {
        harness.key_press_modifiers(keys.modifiers, keys.logical_key);
        harness.run_steps(4);
        return;
    }
    let words = [Lang::En, Lang::Fr].map(attache::i18n::Words::new);
    let open = match row.place.unwrap().0 {
        Menu::File => "menu-file",
        Menu::Edit => "menu-edit",
        Menu::View => "menu-view",
        Menu::Help => "menu-help",
    };
    for key in [open, row.name] {
        let names = words.each_ref().map(|words| words.get(key));
        let items = names
            .iter()
            .flat_map(|name| harness.query_all_by_label(name));
        // A menu is over the window.
        items.last().unwrap_or_else(|| panic!("{key}")).click();
        harness.run_steps(4);
    }
}

#[test]
fn every_command_does_something() {
    let mut harness = window();
    for command in Command::named() {
        // A window in which it is awake and not done already.
        match command {
            Command::Undo | Command::Redo | Command::Revert => {
                harness.get_by_role_and_label(Role::Slider, "Silos").focus();
                harness.run();
                press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
            }
            Command::Show(View::Chart) => view(&mut harness, Key::Num2),
            Command::PlayCourse | Command::EarlierQuarter | Command::LaterQuarter => {
                view(&mut harness, Key::Num5);
            }
            Command::Language(lang) => run(&mut harness, &Command::Language(lang.other())),
            // A window that no system tells what to wear is light.
            Command::Theme(ThemeChoice::Light | ThemeChoice::System) => {
                run(&mut harness, &Command::Theme(ThemeChoice::Dark));
            }
            Command::Theme(_) => run(&mut harness, &Command::Theme(ThemeChoice::Light)),
            Command::ZoomReset => press(&mut harness, Modifiers::COMMAND, Key::Plus),
            _ => {}
        }
        match command {
            // Held by other tests: of knowledge bases, of the last file, of the regions, of what follows
            // an export, of the review; and that of the clipboard, for a thread has to draw the chart.
            Command::UseBuiltinKnowledge
            | Command::Reopen
            | Command::NextRegion
            | Command::FormerRegion
            | Command::HandLast(_)
            | Command::DropTemplate
            | Command::ShowReview
            | Command::ExportCalendar
            | Command::CopyChart => continue,
            Command::Redo => press(&mut harness, Modifiers::COMMAND, Key::Z),
            Command::EarlierQuarter => press(&mut harness, Modifiers::ALT, Key::ArrowRight),
            _ => {}
        }
        let before = seen(&harness);
        run(&mut harness, &command);
        // Another thread may have to do it first.
        let what = format!("{command:?} does nothing");
        wait(&mut harness, &what, |harness| before != seen(harness));
        if command == Command::Print {
            wait(&mut harness, "nothing is printed", |harness| {
                harness
                    .query_by_label_contains("could not be printed")
                    .is_some()
            });
        }
        if command == Command::PlayCourse {
            run(&mut harness, &command);
        }
        for _ in 0..2 {
            press(&mut harness, Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn what_is_ticked_is_undone_tick_by_tick_however_fast() {
    let mut harness = window();
    let cards = ["Ambition", "Exposure", "Strategy"];
    let tick = |harness: &mut Harness<'_, App>, card: &str| {
        let name = format!("We do not know: {card}");
        harness.get_by_role_and_label(Role::CheckBox, &name).click();
        harness.step();
        harness.step();
    };
    let ids = ["ambition", "exposure", "strategy"];
    let ticked = |harness: &Harness<'_, App>| {
        let factors = &harness.state().scenario().factors;
        ids.map(|id| factors[id].unknown)
    };
    for card in cards {
        tick(&mut harness, card);
    }
    assert_eq!(ticked(&harness), [true; 3]);
    for left in [[true, true, false], [true, false, false], [false; 3]] {
        press(&mut harness, Modifiers::COMMAND, Key::Z);
        assert_eq!(ticked(&harness), left);
    }
}

#[test]
fn the_menus_undo_and_choose() {
    let mut harness = window();
    harness.get_by_role_and_label(Role::Slider, "Silos").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let changed = contents(&harness);
    // Undo and redo, by the menu and by the other shortcut.
    harness.get_by_role_and_label(Role::Button, "Edit").click();
    harness.run();
    harness.get_by_label_contains("Undo").click();
    harness.run();
    assert_ne!(changed, contents(&harness));
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(changed, contents(&harness));
    // The view menu names each language and theme.
    harness.get_by_role_and_label(Role::Button, "View").click();
    harness.run();
    for name in ["Light theme", "Dark theme", "System theme", "Français"] {
        harness.get_by_role_and_label(Role::RadioButton, name);
    }
    harness
        .get_by_role_and_label(Role::RadioButton, "Français")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::Slider, "Niveau de risque");
    // The key of the plus sign without the shift.
    let zoom = harness.ctx.zoom_factor();
    press(&mut harness, Modifiers::COMMAND, Key::Equals);
    assert!(harness.ctx.zoom_factor() > zoom);
}

#[test]
fn revert_goes_back_to_the_file_and_can_be_undone() {
    let mut harness = window();
    let saved = contents(&harness);
    harness.get_by_role_and_label(Role::Slider, "Silos").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let changed = contents(&harness);
    harness.get_by_role_and_label(Role::Button, "File").click();
    harness.run();
    harness.get_by_label("Revert to the saved version").click();
    harness.run();
    assert_eq!(saved, contents(&harness));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(changed, contents(&harness));
}

#[test]
fn every_example_opens_from_the_menu() {
    let mut harness = window();
    for example in attache::store::examples() {
        let knowledge = Knowledge::builtin();
        let wanted = Profile::parse(&knowledge, example.name, example.text).unwrap();
        harness
            .get_by_role_and_label(Role::Button, "Examples")
            .click();
        harness.run();
        harness
            .get_all_by_label(&wanted.header.company)
            .last()
            .unwrap()
            .click();
        harness.run();
        assert_eq!(&wanted, harness.state().profile());
        assert!(!harness.state().is_changed());
    }
}

#[test]
fn recent_files_are_remembered_between_runs() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "récent.ron");
    let settings = SettingsFile::at(folder.path().join("réglages/settings.ron"));
    let start = |profile| Start {
        profile,
        lang: None,
        settings: settings.clone(),
        knowledge: None,
        recovery: Recovery::default(),
        claims: Claims::default(),
        disk: Disk::default(),
        picker: Picker::in_app(),
        watches: false,
        networks: || Ok(Vec::new()),
        hands: Hands::by(|_, _| Handed::Unable),
        fonts: SystemFonts::of_files(Vec::new()),
        blocks: Some(16),
    };
    App::new(&egui::Context::default(), start(Some(path.clone())));
    let (kept, unreadable) = settings.load();
    assert_eq!((kept.recent, unreadable), (vec![path], false));

    let app = App::new(&egui::Context::default(), start(None));
    let mut harness = Harness::builder()
        .with_size([1600.0, 1200.0])
        .with_context_setup(attache::ui::install)
        .build_ui_state(|ui, app: &mut App| app.show(ui), app);
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::F2);
    press(&mut harness, Modifiers::NONE, Key::F2);
    let (file, recent) = match settings.load().0.lang {
        Some(Lang::En) => ("File", "Recent files"),
        _ => ("Fichier", "Fichiers récents"),
    };
    harness.get_by_role_and_label(Role::Button, file).click();
    harness.run();
    harness.get_by_label_contains(recent).click();
    harness.run();
    harness.get_by_label("récent.ron").click();
    harness.run();
    assert_eq!(harness.state().profile().header.company, "Hôpitaux du Val");
}

#[test]
fn languages_switch_live_and_leave_the_profile_alone() {
    let mut harness = window();
    let says = |harness: &Harness<'_, App>, text: &str| {
        assert!(
            harness.query_all_by_label_contains(text).next().is_some(),
            "{text}"
        );
    };
    says(&harness, "A function attached to communications");
    press(&mut harness, Modifiers::NONE, Key::F2);
    says(&harness, "Une fonction rattachée à la communication");
    harness.get_by_role_and_label(Role::Slider, "Niveau de risque");
    harness
        .get_by_role_and_label(Role::Button, "English")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::Slider, "Level of risk");
    assert!(!harness.state().is_changed());
}

#[test]
fn the_chart_the_page_the_slide_and_the_report_are_exported() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window();
    let shifted = Modifiers::COMMAND | Modifiers::SHIFT;
    for (modifiers, key, name, start) in [
        (Modifiers::COMMAND, Key::E, "carte.svg", "<svg"),
        (Modifiers::COMMAND, Key::E, "carte.png", "\u{fffd}PNG"),
        (shifted, Key::A, "page.pdf", "%PDF"),
        (shifted, Key::P, "diapositive.pdf", "%PDF"),
        (
            Modifiers::COMMAND,
            Key::R,
            "rapport.html",
            "<!DOCTYPE html>",
        ),
        (Modifiers::COMMAND, Key::R, "rapport.md", "# Banque"),
    ] {
        let path = folder.path().join(name);
        press(&mut harness, modifiers, key);
        type_path(&mut harness, &path);
        for _ in 0..600 {
            harness.step();
            if harness.query_by_label_contains(name).is_some() {
                break;
            }
            // Made in another thread.
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        harness.get_by_label_contains(name);
        let bytes = std::fs::read(&path).unwrap();
        assert!(String::from_utf8_lossy(&bytes).starts_with(start), "{name}");
    }
    // A name that says nothing of what to write is refused.
    press(&mut harness, shifted, Key::A);
    type_path(&mut harness, &folder.path().join("page.docx"));
    harness.get_by_label_contains("must end in one of pdf, png, svg");
    assert!(!folder.path().join("page.docx").exists());
}

#[test]
fn an_export_is_stopped_without_a_trace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.pdf");
    let mut harness = window();
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    let field = harness.get_by_role_and_label(Role::TextInput, "Path of the file");
    field.focus();
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.step();
    harness
        .get_by_role_and_label(Role::TextInput, "Path of the file")
        .type_text(&path.display().to_string());
    harness.step();
    harness.key_press(Key::Enter);
    harness.step();
    harness.step();
    harness.get_by_role_and_label(Role::ProgressIndicator, "Exporting…");
    harness
        .get_by_role_and_label(Role::Button, "Cancel")
        .click();
    for _ in 0..600 {
        harness.step();
        if harness.query_by_label_contains("Export stopped").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    harness.get_by_label_contains("Export stopped");
    assert!(!path.exists());
}

#[test]
fn the_chart_is_copied_as_a_picture() {
    let ctx = egui::Context::default();
    attache::ui::install(&ctx);
    let start = Start {
        profile: None,
        lang: Some(Lang::En),
        settings: SettingsFile::default(),
        knowledge: None,
        recovery: Recovery::default(),
        claims: Claims::default(),
        disk: Disk::default(),
        picker: Picker::in_app(),
        hands: Hands::by(|_, _| Handed::Unable),
        watches: false,
        networks: || Ok(Vec::new()),
        fonts: SystemFonts::of_files(Vec::new()),
        blocks: Some(16),
    };
    let mut app = App::new(&ctx, start);
    let mut copied = None;
    // The picture is drawn in a thread.
    for frame in 0..2000 {
        if frame > 2 {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        let press = egui::Event::Key {
            key: Key::F8,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let input = egui::RawInput {
            events: if frame == 2 { vec![press] } else { Vec::new() },
            ..Default::default()
        };
        let mut output = ctx.run_ui(input, |ui| app.show(ui));
        output.textures_delta.clear();
        for command in &output.platform_output.commands {
            if let egui::OutputCommand::CopyImage(image) = command {
                copied = Some(image.size);
            }
        }
        if copied.is_some() {
            break;
        }
    }
    let [width, height] = copied.expect("a picture on the clipboard");
    assert!(width > 800 && height > 500, "{width} x {height}");
}

#[test]
fn a_close_call_is_said_and_names_both() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("neutre.ron");
    let knowledge = Knowledge::builtin();
    let mut profile = Profile::new(&knowledge, date(2026, 1, 1));
    for input in profile.scenarios.first.factors.values_mut() {
        // Nothing counts: nothing can be told apart.
        input.weight = 0.0;
    }
    Disk::default()
        .write_profile(&path, &profile, Protected::Refuse)
        .unwrap();
    let harness = window_on(Some(path.clone()), Lang::En);
    harness.get_by_label("Answer 3 questions for a first answer");
    assert_eq!(harness.state().answers().attachment().leader(), None);
    let mut scenario = profile.scenarios.first.clone();
    for id in ["ambition", "exposure", "culture"] {
        let sliders = &mut scenario.factors[id].quantities;
        sliders.values_mut().for_each(|slider| slider.value = 70.0);
    }
    profile.scenarios.first = scenario;
    Disk::default()
        .write_profile(&path, &profile, Protected::Replace)
        .unwrap();
    let harness = window_on(Some(path), Lang::En);
    let every = "General management, Communications, Marketing or Digital / web";
    harness.get_by_label(&format!("{every}: the choice remains open"));
    harness.get_by_label(&format!(
        "Open: {every}; none comes first in more than 25% of simulated cases."
    ));
    assert_eq!(harness.state().answers().attachment().leader(), None);
}

#[test]
fn the_chart_tells_its_boxes_to_screen_readers() {
    let harness = window();
    harness.get_by_role_and_label(Role::Label, "Senior leader Hub and spoke External advisers");
    harness.get_by_label("Public relations agency weight 60 of 100");
    let chart = harness.get_by_label_contains("Org chart. A function attached");
    assert_eq!(chart.accesskit_node().role(), Role::Image);
}

fn view(harness: &mut Harness<'_, App>, key: Key) {
    press(harness, Modifiers::COMMAND, key);
}

#[test]
fn why_shows_each_contribution_of_each_question() {
    let knowledge = Knowledge::builtin();
    let mut harness = window();
    view(&mut harness, Key::Num2);
    for (index, question) in knowledge.questions.pairs() {
        harness
            .get_by_role_and_label(Role::Button, &question.label.en)
            .click();
        harness.run();
        let answer = harness.state().answers().answers[index].clone();
        let count = answer.ranking.len() as f64;
        let words = attache::i18n::Words::new(Lang::En);
        for (factor, description) in knowledge.factors.pairs() {
            for &alternative in &answer.ranking {
                let of = |a: AlternativeId| answer.contributions[a][factor];
                let mean = answer.ranking.iter().map(|&a| of(a)).sum::<f64>() / count;
                let points = words.signed(50.0 * (of(alternative) - mean), 1);
                let name = &question.alternatives[alternative].label.en;
                harness.get_by_label(&format!("{}, {name}: {points}", description.label.en));
            }
        }
    }
}

#[test]
fn a_change_that_flips_is_applied_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "hôpital.ron");
    let mut harness = window_on(Some(path), Lang::En);
    view(&mut harness, Key::Num3);
    let open = harness.state().profile().clone();
    assert_eq!(recommended(&harness), "general_management");
    // The window rests while it looks for what turns the answer.
    harness.run_steps(60);
    for change in ["Ambition for our presence", "Small differences"] {
        let label = harness
            .query_all_by_label_contains("Apply: ")
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.contains(change))
            .unwrap();
        harness.get_by_role_and_label(Role::Button, &label).click();
        harness.run();
        let now = recommended(&harness);
        assert_ne!(now, "general_management", "{label}");
        // It did what it said; moved alone, the slider leaves no open choice.
        let (_, answered) = harness
            .state()
            .knowledge()
            .attachment()
            .alternative(&now)
            .unwrap();
        assert!(label.contains(&answered.label.en), "{label}: {now}");
        if label.contains("Ambition") {
            let advised = harness.query_all_by_label_contains("Recommended home");
            assert!(advised.count() > 0, "{label}");
        }
        harness.get_by_role_and_label(Role::Button, "Undo").click();
        harness.run();
        assert_eq!(&open, harness.state().profile());
    }
}

#[test]
fn doubts_and_unknown_factors_are_set_and_change_the_figures() {
    let mut harness = window();
    let leads = |harness: &Harness<'_, App>| {
        harness
            .query_all_by_label_contains("Communications, comes first in")
            .find_map(|node| node.accesskit_node().label())
            .unwrap()
    };
    let before = leads(&harness);
    assert!(before.contains("of simulated cases"), "{before}");
    let doubt =
        harness.get_by_role_and_label(Role::SpinButton, "Ambition for our presence (give or take)");
    doubt.set_value_accesskit(60.0);
    harness.run();
    let setting = &harness.state().scenario().factors["ambition"].quantities["presence"];
    assert_eq!(setting.plus_minus, 60.0);
    let doubtful = leads(&harness);
    assert_ne!(doubtful, before);

    harness
        .get_by_role_and_label(Role::CheckBox, "We do not know: Exposure")
        .click();
    harness.run();
    let state = harness.state();
    assert!(state.scenario().factors["exposure"].unknown);
    let risk = state.knowledge().measure("risk").unwrap();
    assert_eq!(state.answers().inputs.measures[risk], None);
    assert_ne!(leads(&harness), doubtful);

    view(&mut harness, Key::Num3);
    let slider = harness.get_by_role_and_label(Role::Slider, "Uncertainty about the importances");
    slider.set_value_accesskit(20.0);
    harness.run();
    assert_eq!(harness.state().scenario().weight_doubt, 20.0);
}

#[test]
fn warnings_and_contact_points_are_named() {
    let mut harness = window();
    harness
        .get_by_label_contains("Contact points would be opened with nobody able to handle them.");
    // The warning leads to the board, which says how far each is held.
    harness
        .get_by_role_and_label(Role::Button, "Show the contact points")
        .click();
    harness.run();
    assert!(
        harness
            .query_all_by_label_contains("⚠ unattended, ")
            .next()
            .is_some()
    );
    assert!(
        harness
            .query_all_by_label_contains("% handled")
            .next()
            .is_some()
    );
    // Three sliders to zero: no strategy, and no contact point.
    for name in ["Push content", "Offer an experience", "Listen and reply"] {
        let label = format!("{name} (value)");
        harness
            .get_by_role_and_label(Role::SpinButton, &label)
            .set_value_accesskit(0.0);
        harness.run();
    }
    harness.get_by_label_contains("No strategy is set");
    assert!(
        harness
            .query_by_label_contains("Contact points would be open")
            .is_none()
    );
}

#[test]
fn nothing_is_painted_again_while_nothing_changes() {
    let mut harness = window();
    harness.run();
    // A settled window asks for no other frame.
    harness.step();
    let root = &harness.output().viewport_output[&egui::ViewportId::ROOT];
    assert_eq!(root.repaint_delay, std::time::Duration::MAX);
}

#[test]
fn factors_are_weighed_by_their_swing_and_an_order_alone_is_enough() {
    let mut harness = window();
    press(&mut harness, Modifiers::NONE, Key::F7);
    let knowledge = Knowledge::builtin();
    let labels: Vec<String> = knowledge
        .factors
        .iter()
        .map(|f| f.label.en.clone())
        .collect();
    let pressed = |harness: &mut Harness<'_, App>, name: &str| {
        let start = format!("{name}. ");
        let found = harness
            .query_all_by_role(Role::Button)
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with(&start))
            .unwrap();
        harness.get_by_role_and_label(Role::Button, &found).click();
        harness.run();
        found
    };
    // From the last to the first, and once too early.
    pressed(&mut harness, &labels[3]);
    pressed(&mut harness, &format!("1. {}", labels[3]));
    let told = pressed(&mut harness, &labels[6]);
    assert!(told.contains("from “"), "{told}");
    for label in labels[..6].iter().rev() {
        pressed(&mut harness, label);
    }
    harness
        .get_by_role_and_label(Role::Button, "Keep the order only")
        .click();
    harness.run();
    let weights = |harness: &Harness<'_, App>| -> Vec<f64> {
        let factors = harness.state().scenario().factors.values();
        factors.map(|factor| factor.weight).collect()
    };
    assert!(harness.state().scenario().by_order);
    // Rank-order centroid weights of seven, the first at 100.
    assert_eq!(
        weights(&harness),
        [6.0, 12.0, 20.0, 29.0, 42.0, 61.0, 100.0]
    );

    // The same with values, and back once.
    press(&mut harness, Modifiers::NONE, Key::F7);
    for label in &labels {
        pressed(&mut harness, label);
    }
    harness
        .get_by_role_and_label(Role::Button, "Refine the values")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::SpinButton, &format!("{} (value)", labels[1]))
        .set_value_accesskit(50.0);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Check").click();
    harness.run();
    harness.get_by_label_contains("do not count more than");
    harness.get_by_role_and_label(Role::Button, "Apply").click();
    harness.run();
    assert!(!harness.state().scenario().by_order);
    assert_eq!(weights(&harness)[..3], [100.0, 50.0, 42.0]);
}
