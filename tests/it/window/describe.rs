//! A company described in words, one question a screen: by keys alone, in step with the sliders, and
//! never at the cost of anything else.

use std::path::PathBuf;

use super::{begin, press, type_path, usual, window_on, window_with};
use attache::model::{FactorInput, Knowledge, Lang, Profile, Setting};
use attache::store::{Disk, Protected, SettingsFile, examples, read_profile};
use attache::ui::{App, Start};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;

fn key(harness: &mut Harness<'_, App>, key: Key) {
    press(harness, Modifiers::NONE, key);
}

fn says(harness: &Harness<'_, App>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

fn input<'a>(harness: &'a Harness<'_, App>, factor: &str) -> &'a FactorInput {
    &harness.state().scenario().factors[factor]
}

/// Value and doubt of a slider.
fn set(harness: &Harness<'_, App>, factor: &str, quantity: &str) -> (f64, f64) {
    let setting = &input(harness, factor).quantities[quantity];
    (setting.value, setting.plus_minus)
}

/// Whether an answer is shown as chosen.
fn is_chosen(harness: &Harness<'_, App>, answer: &str) -> bool {
    let node = harness.get_by_role_and_label(Role::RadioButton, answer);
    node.accesskit_node().toggled() == Some(Toggled::True)
}

/// A window on a new company, at the screen of a factor, of which 0 is the first.
fn at_factor(factor: usize) -> Harness<'static, App> {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    for _ in 0..2 + factor {
        key(&mut harness, Key::Enter);
    }
    harness
}

/// A file with a company that nobody has described but for its risk.
fn with_risk(folder: &tempfile::TempDir, risk: f64) -> PathBuf {
    let knowledge = Knowledge::builtin();
    let path = folder.path().join("risque.ron");
    let mut profile = Profile::new(&knowledge, date(2026, 11, 24));
    let exposure = &mut profile.scenarios.first.factors["exposure"];
    exposure.quantities["risk"] = Setting::new(risk);
    let disk = Disk::default();
    disk.write_profile(&path, &profile, Protected::Refuse)
        .unwrap();
    path
}

#[test]
fn a_company_is_described_by_keys_alone_and_the_first_sentence_comes_with_the_third_answer() {
    let folder = tempfile::tempdir().unwrap();
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let mut harness = window_with(settings, Lang::En);
    assert!(says(&harness, "Where should social media report?"));
    key(&mut harness, Key::Enter);
    // The name is asked, and can be typed at once.
    harness.get_by_role_and_label(Role::ProgressIndicator, "1 of 9");
    harness.event(Event::Text("Mutuelle du Ponant".into()));
    harness.run();
    key(&mut harness, Key::Enter);
    harness.get_by_role_and_label(Role::ProgressIndicator, "2 of 9");
    key(&mut harness, Key::Enter);
    // The agency: its trade, then what is asked of an agency alone.
    harness.get_by_role_and_label(Role::ProgressIndicator, "3 of 9");
    assert!(!says(&harness, "Have you worked together for long?"));
    for digit in [Key::Num3, Key::Num4, Key::Num5] {
        key(&mut harness, digit);
    }
    assert!(says(&harness, "Answer 2 questions for a first answer"));
    key(&mut harness, Key::Enter);
    key(&mut harness, Key::Num5);
    assert!(says(
        &harness,
        "Answer one last question for a first answer"
    ));
    key(&mut harness, Key::Enter);
    assert!(!says(&harness, "Reporting line"));
    for digit in [Key::Num5, Key::Num2, Key::Num1, Key::Num4] {
        key(&mut harness, digit);
    }
    // Three factors are described: there is a sentence, in the frame of the answer.
    assert!(!says(&harness, "for a first answer"));
    let answered = harness.state().answers().attachment().chosen;
    assert!(answered.is_some());
    key(&mut harness, Key::Enter);
    for digit in [Key::Num3, Key::Num0] {
        key(&mut harness, digit);
    }
    key(&mut harness, Key::Enter);
    for digit in [Key::Num5, Key::Num4, Key::Num1] {
        key(&mut harness, digit);
    }
    key(&mut harness, Key::Enter);
    for digit in [Key::Questionmark, Key::Num0] {
        key(&mut harness, digit);
    }
    key(&mut harness, Key::Enter);
    harness.get_by_role_and_label(Role::ProgressIndicator, "9 of 9");
    for digit in [Key::Num1, Key::Num2, Key::Num3] {
        key(&mut harness, digit);
    }
    key(&mut harness, Key::Enter);
    assert!(says(&harness, "Your answer is ready"));
    key(&mut harness, Key::Enter);
    // The sliders are where the answers put them.
    harness.get_by_role_and_label(Role::Slider, "Level of risk");
    assert_eq!(
        harness.state().profile().header.company,
        "Mutuelle du Ponant"
    );
    assert_eq!(input(&harness, "agency").choice, "advertising");
    for (factor, quantity, value) in [
        ("agency", "history", 75.0),
        ("agency", "weight", 100.0),
        ("ambition", "presence", 100.0),
        ("themes", "marketing", 100.0),
        ("themes", "corporate_brand", 25.0),
        ("themes", "employer_brand", 0.0),
        ("themes", "customer_service", 75.0),
        ("understanding", "social_culture", 50.0),
        ("strategy", "push_content", 100.0),
        ("strategy", "offer_experience", 75.0),
        ("strategy", "listen_and_reply", 0.0),
        ("culture", "siloed", 0.0),
        ("culture", "hierarchical", 25.0),
        ("culture", "scattered", 50.0),
    ] {
        assert_eq!(set(&harness, factor, quantity), (value, 12.5), "{quantity}");
    }
    assert_eq!(set(&harness, "understanding", "skills"), (50.0, 50.0));
    assert!(!input(&harness, "understanding").unknown);
    // Nobody knows anything of the exposure.
    assert!(input(&harness, "exposure").unknown);
}

#[test]
fn the_other_way_in_leads_to_the_examples_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let mut harness = window_with(settings, Lang::En);
    let like = "Start from a company like ours";
    harness.get_by_role_and_label(Role::Button, like).click();
    harness.run();
    assert!(says(&harness, "Which is most like yours?"));
    // A key of its own leads back; a card that has the focus is taken by its own key.
    key(&mut harness, Key::Backspace);
    harness.get_by_role_and_label(Role::Button, like).focus();
    harness.run();
    key(&mut harness, Key::Enter);
    assert!(says(&harness, "Which is most like yours?"));
    let bank = "Banque Delorme. A retail bank whose every slip makes the news";
    harness.get_by_role_and_label(Role::Button, bank).focus();
    harness.run();
    key(&mut harness, Key::Enter);
    harness.get_by_role_and_label(Role::ProgressIndicator, "1 of 9");
    assert_eq!(input(&harness, "agency").choice, "public_relations");
}

#[test]
fn the_ways_in_are_offered_until_one_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let open = || window_with(settings.clone(), Lang::En);
    drop(open());
    let mut harness = open();
    assert!(says(&harness, "Where should social media report?"));
    harness
        .get_by_role_and_label(Role::Button, "See an example first, with the guided tour")
        .click();
    harness.run();
    harness.get_by_label("Welcome");
    assert_eq!(harness.state().profile().header.company, "Banque Delorme");
    drop(harness);
    let harness = open();
    assert!(!says(&harness, "Where should social media report?"));
}

#[test]
fn a_slider_between_two_answers_shows_the_nearest_and_stays_until_one_is_pressed() {
    let folder = tempfile::tempdir().unwrap();
    let path = with_risk(&folder, 72.0);
    let mut harness = window_on(Some(path), Lang::En);
    key(&mut harness, Key::F4);
    for _ in 0..7 {
        key(&mut harness, Key::Enter);
    }
    let asked = "Could a crisis break out over you?";
    assert!(is_chosen(&harness, &format!("{asked} Likely")));
    assert!(says(
        &harness,
        "Current value: 72 (± 10), kept until you answer"
    ));
    assert!(!is_chosen(
        &harness,
        "Are you talked about online? Sometimes"
    ));
    assert!(!harness.state().is_changed());
    assert_eq!(set(&harness, "exposure", "risk"), (72.0, 10.0));
    key(&mut harness, Key::Num4);
    assert_eq!(set(&harness, "exposure", "risk"), (75.0, 12.5));
    assert!(!says(&harness, "kept until you answer"));
    // And the other way: what a slider says is what is shown as answered.
    key(&mut harness, Key::F4);
    harness
        .get_by_role_and_label(Role::Slider, "Level of risk")
        .focus();
    harness.run();
    for _ in 0..48 {
        harness.key_press(Key::ArrowLeft);
    }
    harness.run();
    assert_eq!(set(&harness, "exposure", "risk"), (27.0, 12.5));
    key(&mut harness, Key::F4);
    assert!(is_chosen(&harness, &format!("{asked} Unlikely")));
    assert!(says(
        &harness,
        "Current value: 27 (± 12.5), kept until you answer"
    ));
}

#[test]
fn the_middle_is_an_answer_and_an_untouched_slider_is_none() {
    let mut harness = at_factor(1);
    let middle = "For you, being present there is… Important";
    assert!(!is_chosen(&harness, middle));
    let knowledge = Knowledge::builtin();
    assert_eq!(harness.state().scenario().described(&knowledge), 0);
    key(&mut harness, Key::Num3);
    assert!(is_chosen(&harness, middle));
    assert_eq!(set(&harness, "ambition", "presence"), (50.0, 12.5));
    assert_eq!(harness.state().scenario().described(&knowledge), 1);
}

#[test]
fn that_nobody_knows_is_said_slider_by_slider_and_then_of_the_factor() {
    let mut harness = at_factor(5);
    let knowledge = Knowledge::builtin();
    key(&mut harness, Key::Num0);
    assert_eq!(set(&harness, "exposure", "risk"), (50.0, 50.0));
    assert!(!input(&harness, "exposure").unknown);
    // Nothing is described by that.
    assert_eq!(harness.state().scenario().described(&knowledge), 0);
    key(&mut harness, Key::Num0);
    assert!(input(&harness, "exposure").unknown);
    key(&mut harness, Key::F4);
    let unknown = harness.get_by_role_and_label(Role::CheckBox, "We do not know: Exposure");
    assert_eq!(unknown.accesskit_node().toggled(), Some(Toggled::True));
    // What is then known of one is not known of the other.
    key(&mut harness, Key::F4);
    key(&mut harness, Key::Num5);
    assert!(!input(&harness, "exposure").unknown);
    assert_eq!(set(&harness, "exposure", "risk"), (100.0, 12.5));
    assert_eq!(set(&harness, "exposure", "density"), (50.0, 50.0));
    assert_eq!(harness.state().scenario().described(&knowledge), 1);
}

#[test]
fn no_agency_is_an_answer_asks_nothing_more_and_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = at_factor(0);
    let none = "Type of agency No agency";
    assert!(!is_chosen(&harness, none));
    key(&mut harness, Key::Num2);
    assert!(says(&harness, "Does your agency run it all"));
    key(&mut harness, Key::ArrowUp);
    key(&mut harness, Key::Num1);
    assert!(is_chosen(&harness, none));
    assert!(!says(&harness, "Does your agency run it all"));
    let knowledge = Knowledge::builtin();
    assert_eq!(harness.state().scenario().described(&knowledge), 1);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    let path = folder.path().join("sans-agence.ron");
    type_path(&mut harness, &path);
    let saved = read_profile(&knowledge, &path).unwrap();
    assert_eq!(&saved, harness.state().profile());
    assert_eq!(saved.scenarios.first.described(&knowledge), 1);
}

#[test]
fn each_answer_is_undone_by_itself_however_fast_they_came() {
    let mut harness = at_factor(6);
    let digit = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    // All in one frame, which shows what they say.
    harness.input_mut().events = [Key::Num5, Key::Num4, Key::Num2].map(digit).to_vec();
    harness.step();
    let told = |harness: &Harness<'_, App>| {
        ["siloed", "hierarchical", "scattered"].map(|id| set(harness, "culture", id).0)
    };
    assert_eq!(told(&harness), [100.0, 75.0, 25.0]);
    assert!(is_chosen(
        &harness,
        "Does each department work on its own? Always"
    ));
    harness.run();
    for left in [[100.0, 75.0, 50.0], [100.0, 50.0, 50.0], [50.0; 3]] {
        press(&mut harness, Modifiers::COMMAND, Key::Z);
        assert_eq!(told(&harness), left);
    }
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(told(&harness), [100.0, 50.0, 50.0]);
}

#[test]
fn digits_count_by_their_place_on_the_keyboard_and_arrows_move() {
    let mut harness = at_factor(6);
    let typed = |key, physical_key| Event::Key {
        key,
        physical_key: Some(physical_key),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    // On a French keyboard the key of the 4 writes an apostrophe.
    harness.event(typed(Key::Quote, Key::Num4));
    harness.run();
    assert_eq!(set(&harness, "culture", "siloed").0, 75.0);
    // That of the number pad is an arrow while it does not write digits.
    harness.event(typed(Key::ArrowUp, Key::Num1));
    harness.run();
    assert_eq!(set(&harness, "culture", "hierarchical"), (50.0, 10.0));
    // The arrow went back to the first row; the next answers go to the second and the third.
    key(&mut harness, Key::ArrowDown);
    for _ in 0..2 {
        key(&mut harness, Key::ArrowRight);
    }
    key(&mut harness, Key::Space);
    assert_eq!(set(&harness, "culture", "hierarchical"), (50.0, 12.5));
    key(&mut harness, Key::ArrowDown);
    key(&mut harness, Key::Num5);
    assert_eq!(set(&harness, "culture", "scattered").0, 100.0);
    // After the last row the way on has the focus.
    let next = harness.get_by_role_and_label(Role::Button, "Continue");
    assert!(next.is_focused());
    key(&mut harness, Key::Backspace);
    harness.get_by_role_and_label(Role::ProgressIndicator, "8 of 9");
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    harness.get_by_role_and_label(Role::ProgressIndicator, "7 of 9");
}

#[test]
fn what_is_typed_ahead_of_a_slow_frame_goes_to_the_screens_that_it_is_for() {
    // Even from the field of the name.
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    let typed = |key| {
        [true, false].map(|pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        })
    };
    let keys = [Key::Enter, Key::Enter, Key::Num2, Key::Num5];
    harness.input_mut().events = keys.map(typed).concat();
    harness.run();
    assert_eq!(input(&harness, "agency").choice, "public_relations");
    assert_eq!(set(&harness, "agency", "history").0, 100.0);
    let mut harness = at_factor(1);
    key(&mut harness, Key::Num5);
    let next = harness.get_by_role_and_label(Role::Button, "Continue");
    assert!(next.is_focused());
    let keys = [Key::Enter, Key::Num2, Key::Num4, Key::Enter, Key::Num1];
    harness.input_mut().events = keys.map(typed).concat();
    harness.run();
    assert_eq!(set(&harness, "themes", "marketing").0, 25.0);
    assert_eq!(set(&harness, "themes", "corporate_brand").0, 75.0);
    assert_eq!(set(&harness, "understanding", "social_culture").0, 0.0);
}

#[test]
fn a_text_and_the_key_behind_it_may_come_in_one_frame() {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    let down = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let text = |text: &str| Event::Text(text.to_owned());
    harness.input_mut().events = vec![
        text("Maison Tes"),
        down(Key::T),
        text("t"),
        down(Key::Enter),
    ];
    harness.run();
    assert_eq!(harness.state().profile().header.company, "Maison Test");
    // And it has led on.
    harness.get_by_role_and_label(Role::ProgressIndicator, "2 of 9");
}

#[test]
fn a_row_is_one_stop_of_the_tabulator() {
    let mut harness = at_factor(6);
    let focused = |harness: &Harness<'_, App>, label: &str| {
        let node = harness.get_by_role_and_label(Role::RadioButton, label);
        node.is_focused()
    };
    assert!(focused(
        &harness,
        "Does each department work on its own? Never"
    ));
    key(&mut harness, Key::Num3);
    key(&mut harness, Key::Tab);
    assert!(focused(
        &harness,
        "Is the company spread over sites, subsidiaries or brands? Not at all"
    ));
    press(&mut harness, Modifiers::SHIFT, Key::Tab);
    press(&mut harness, Modifiers::SHIFT, Key::Tab);
    // Where a row is answered, the answer is the stop.
    assert!(focused(
        &harness,
        "Does each department work on its own? Sometimes"
    ));
}

#[test]
fn a_new_company_asks_about_unsaved_work_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(Some(with_risk(&folder, 72.0)), Lang::En);
    harness
        .get_by_role_and_label(Role::Slider, "Level of risk")
        .focus();
    harness.run();
    key(&mut harness, Key::ArrowLeft);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    assert!(says(&harness, "Unsaved changes"));
    assert_eq!(set(&harness, "exposure", "risk").0, 71.0);
    harness
        .get_by_role_and_label(Role::Button, "Cancel")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::Slider, "Level of risk");
    press(&mut harness, Modifiers::COMMAND, Key::N);
    harness
        .get_by_role_and_label(Role::Button, "Do not save")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::ProgressIndicator, "1 of 9");
    assert_eq!(set(&harness, "exposure", "risk"), (50.0, 10.0));
}

#[test]
fn a_company_like_ours_is_opened_without_its_name_and_described() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(Some(with_risk(&folder, 72.0)), Lang::En);
    harness
        .get_by_role_and_label(Role::Slider, "Level of risk")
        .focus();
    harness.run();
    key(&mut harness, Key::ArrowLeft);
    harness.get_by_role_and_label(Role::Button, "File").click();
    harness.run();
    harness
        .get_by_label("Start from a company like ours…")
        .click();
    harness.run();
    for sector in [
        "Retail and brands",
        "Health and local government",
        "Charities",
    ] {
        harness.get_by_label(sector);
    }
    let city = "Ville de Saint-Aubin. A city of a hundred thousand";
    harness.get_by_role_and_label(Role::Button, city).click();
    harness.run();
    assert!(says(&harness, "Unsaved changes"));
    harness
        .get_by_role_and_label(Role::Button, "Do not save")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::ProgressIndicator, "1 of 9");
    let knowledge = Knowledge::builtin();
    let city = examples()
        .iter()
        .find(|e| e.name.starts_with("ville"))
        .unwrap();
    let city = Profile::parse(&knowledge, city.name, city.text).unwrap();
    let profile = harness.state().profile();
    assert_eq!(profile.scenarios, city.scenarios);
    assert_eq!(
        (
            profile.header.company.as_str(),
            profile.header.author.as_str()
        ),
        ("", "")
    );
    assert!(profile.header.description.is_empty());
    assert!(!harness.state().is_changed());
}

#[test]
fn departments_are_taken_out_put_back_in_their_place_added_and_named() {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    key(&mut harness, Key::Enter);
    let ids = |harness: &Harness<'_, App>| -> Vec<String> {
        let departments = &harness.state().scenario().departments;
        departments.iter().map(|d| d.id.clone()).collect()
    };
    let before = ids(&harness);
    let toggle = |harness: &mut Harness<'_, App>, label: &str| {
        harness.get_by_role_and_label(Role::CheckBox, label).click();
        harness.run();
    };
    // Every company has a general management.
    let top = harness.get_by_role_and_label(Role::CheckBox, "General management");
    assert!(top.accesskit_node().is_disabled());
    toggle(&mut harness, "Marketing");
    assert!(!harness.state().scenario().has_department("marketing"));
    toggle(&mut harness, "Marketing");
    assert_eq!(ids(&harness), before);
    toggle(&mut harness, "Communications may host the function");
    assert!(!harness.state().scenario().can_host("communications"));
    harness
        .get_by_role_and_label(Role::Button, "Add a department")
        .click();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(Event::Text("Actuariat".into()));
    harness.run();
    let departments = &harness.state().scenario().departments;
    assert_eq!(departments.last().unwrap().name, "Actuariat");
    assert_eq!(departments.len(), before.len() + 1);
}

#[test]
fn themes_of_ones_own_are_added_named_answered_and_removed() {
    let mut harness = at_factor(2);
    harness
        .get_by_role_and_label(Role::Button, "Add a theme")
        .click();
    harness.run();
    harness.event(Event::Text("Prévention".into()));
    harness.run();
    harness
        .get_by_role_and_label(Role::RadioButton, "Prévention Above all")
        .click();
    harness.run();
    let extra = &input(&harness, "themes").extra;
    assert_eq!(
        (extra[0].name.as_str(), extra[0].value),
        ("Prévention", 100.0)
    );
    // Nobody may know of one's own theme either.
    harness
        .get_by_role_and_label(Role::RadioButton, "Prévention We do not\u{a0}know")
        .click();
    harness.run();
    let themes = input(&harness, "themes");
    assert!(themes.extra[0].is_anything() && !themes.unknown);
    assert!(is_chosen(&harness, "Prévention We do not\u{a0}know"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(input(&harness, "themes").extra[0].value, 100.0);
    harness
        .get_by_role_and_label(Role::Button, "Remove: Prévention")
        .click();
    harness.run();
    assert!(input(&harness, "themes").extra.is_empty());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(input(&harness, "themes").extra[0].value, 100.0);
}

#[test]
fn a_base_without_words_of_its_own_has_those_of_its_sliders() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("base.ron");
    let asks = |line: &&str| {
        !["ask: ", "steps: ", "words: "]
            .iter()
            .any(|field| line.trim_start().starts_with(field))
    };
    let text = Knowledge::BUILTIN;
    let begin = text.find("    steps: Some((\n").unwrap();
    let end = begin + text[begin..].find("    )),\n").unwrap() + "    )),\n".len();
    let text = [&text[..begin], &text[end..]].concat();
    let lines: Vec<&str> = text.lines().filter(asks).collect();
    // A slider whose last line is gone is closed where it was.
    let closed: Vec<String> = lines
        .iter()
        .map(|line| match line.contains(", default: ") {
            true => format!("{}),", line.trim_end_matches(',')),
            false => (*line).to_owned(),
        })
        .collect();
    Knowledge::parse("base.ron", &closed.join("\n")).unwrap();
    std::fs::write(&base, closed.join("\n")).unwrap();
    let mut harness = begin_with(base);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    for _ in 0..7 {
        key(&mut harness, Key::Enter);
    }
    for answer in [
        "quiet subject",
        "rather: quiet subject",
        "in between",
        "rather: possible crisis",
        "possible crisis",
    ] {
        harness.get_by_role_and_label(Role::RadioButton, &format!("Level of risk {answer}"));
    }
    harness.get_by_label("Exposure");
}

fn begin_with(base: PathBuf) -> Harness<'static, App> {
    begin(Start {
        knowledge: Some(base),
        ..usual()
    })
}
