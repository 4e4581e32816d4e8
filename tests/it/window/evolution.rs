//! The view "evolution", through the window's accessibility tree.

use super::files::sign;
use super::{press, window_on};
use attache::model::Lang;
use attache::ui::App;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// The view on the software publisher, whose lone expert gives way to a coordinator.
fn window() -> Harness<'static, App> {
    let mut harness = publisher();
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    harness
}

/// The window as it opens.
fn publisher() -> Harness<'static, App> {
    example("editeur", Lang::En)
}

fn example(name: &str, lang: Lang) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profile.ron");
    let example = attache::store::examples()
        .iter()
        .find(|example| example.name.contains(name))
        .unwrap();
    std::fs::write(&path, example.text).unwrap();
    window_on(Some(path), lang)
}

fn quarter(harness: &Harness<'_, App>) -> f64 {
    let slider = harness.get_by_role_and_label(Role::Slider, "Date");
    slider.accesskit_node().numeric_value().unwrap()
}

/// What the chart says to a screen reader: the whole answer.
fn chart(harness: &Harness<'_, App>) -> String {
    let chart = harness.get_by_label_contains("Org chart.");
    chart.accesskit_node().label().unwrap()
}

#[test]
fn time_is_scrubbed_by_keyboard_and_the_answer_and_the_chart_follow() {
    let mut harness = window();
    assert_eq!(quarter(&harness), 0.0);
    let today = chart(&harness);
    for _ in 0..3 {
        press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    }
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(quarter(&harness), 2.0);
    harness.get_by_role_and_label(Role::Slider, "Date").focus();
    harness.run();
    for _ in 0..16 {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    assert_eq!(quarter(&harness), 18.0);
    let later = chart(&harness);
    // The headline is that of the quarter, and says so.
    harness.get_by_label("In spring 2031: Digital / web");
    assert!(today.contains("a single expert"), "{today}");
    assert!(later.contains("a coordinator"), "{later}");
    // The plots tell their values in the quarter looked at.
    harness.get_by_label_contains("In-house understanding · spring 2031: Social media culture 17");
    harness.get_by_label_contains("In what form? · spring 2031: Uncoordinated ");
}

#[test]
fn keys_that_come_in_one_frame_wake_one_another_and_each_press_counts() {
    let mut harness = publisher();
    let key = |modifiers, key| egui::Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    };
    let later = key(Modifiers::ALT, Key::ArrowRight);
    let show = key(Modifiers::COMMAND, Key::Num5);
    let input = harness.input_mut();
    // Before the view is there, the arrows are nobody's.
    input.events = vec![later.clone(), show, later.clone(), later.clone(), later];
    harness.run();
    assert_eq!(quarter(&harness), 3.0);
}

#[test]
fn arrows_that_move_by_words_in_a_text_move_no_time() {
    let mut harness = window();
    sign(&mut harness, "Ada Lovelace");
    press(&mut harness, Modifiers::NONE, Key::End);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    harness
        .get_by_role_and_label(Role::TextInput, "Author")
        .type_text("King ");
    harness.run();
    assert_eq!(harness.state().profile().header.author, "Ada King Lovelace");
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(quarter(&harness), 0.0);
    // Elsewhere they move time.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(quarter(&harness), 1.0);
}

#[test]
fn a_change_leads_to_its_quarter() {
    let mut harness = window();
    let change = harness
        .get_by_label_contains("Go to: In spring 2031, “Coordinator” replaces “Single expert”: ");
    change.click();
    harness.run();
    assert_eq!(quarter(&harness), 18.0);
}

#[test]
fn the_player_runs_from_today_to_the_end_and_stops() {
    let mut harness = window();
    harness.get_by_role_and_label(Role::Button, "Play").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Pause");
    let mut seen = Vec::new();
    for _ in 0..20 * 80 {
        harness.step();
        let now = quarter(&harness) as usize;
        if seen.last() != Some(&now) {
            seen.push(now);
        }
        if harness
            .query_by_role_and_label(Role::Button, "Play")
            .is_some()
        {
            break;
        }
    }
    assert_eq!(seen, (0..=20).collect::<Vec<_>>());
    // At the end nothing moves any more.
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Play");
}

#[test]
fn pace_and_events_alter_the_course_and_are_undone() {
    let mut harness = window();
    let before = harness.state().profile().clone();
    for _ in 0..6 {
        press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    }
    harness.get_by_label("+ Event in spring 2028").click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "A crisis breaks out")
        .click();
    harness.run();
    let plan = &harness.state().scenario().plan;
    assert_eq!(
        (plan.events[0].quarter, plan.events[0].event.as_str()),
        (6, "crisis")
    );
    harness.get_by_role_and_label(Role::Slider, "Pace").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(harness.state().scenario().plan.pace < 100.0);
    harness
        .get_by_role_and_label(Role::Button, "Remove: Spring 2028: a crisis breaks out")
        .click();
    harness.run();
    assert!(harness.state().scenario().plan.events.is_empty());
    for _ in 0..3 {
        press(&mut harness, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(&before, harness.state().profile());
}

#[test]
fn the_loop_the_cost_of_freezing_and_the_openings_are_told() {
    let harness = window();
    harness.get_by_label_contains("The organisation will not settle within ten years.");
    harness.get_by_label_contains("The organisation: ");
    harness.get_by_label_contains(
        "Left unchanged, “Single expert” would no longer be the best choice from ",
    );
    harness.get_by_label_contains("Marketing and products, to publish");
    harness.get_by_label_contains("Maturity: Centralised");
    harness.get_by_label_contains("28.8% of large companies in 2010");
    harness.get_by_label("Benchmarks from 2010–2013");
    harness.get_by_label_contains("(2010)");
}

#[test]
fn where_nothing_changes_that_comes_first_and_what_comes_later_after_it() {
    let mut harness = example("magasins", Lang::Fr);
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    // In the centre, and on the right.
    let lasts = "D’ici l’automne 2031, l’organisation d’aujourd’hui reste la bonne.";
    let found: Vec<_> = harness
        .query_all_by_label(lasts)
        .map(|node| node.rect())
        .collect();
    assert_eq!(found.len(), 2);
    let later = "Au-delà, l’organisation ne se stabilise pas, même à très long terme.";
    let later = harness.get_by_label(later).rect();
    let centre = found.iter().find(|place| place.left() == later.left());
    let centre = centre.unwrap();
    assert!(centre.bottom() <= later.top() && centre.height() > later.height());
    assert!(
        harness
            .query_by_label_contains("De trimestre en trimestre")
            .is_none()
    );
    // Where something changes, how it goes on is not put off.
    let harness = window();
    assert!(harness.query_by_label_contains("Beyond that").is_none());
}

#[test]
fn the_cards_show_the_quarter_looked_at_and_set_nothing_until_today_is_back() {
    let mut harness = window();
    let today = harness.state().profile().clone();
    let culture = |harness: &Harness<'_, App>| {
        let slider = harness.get_by_role_and_label(Role::Slider, "Social media culture");
        let node = slider.accesskit_node();
        (node.numeric_value().unwrap(), node.is_disabled())
    };
    let (now, disabled) = culture(&harness);
    assert!(!disabled);
    for _ in 0..8 {
        press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    }
    harness.get_by_label("The company in autumn 2028");
    let (then, disabled) = culture(&harness);
    assert!(disabled && (then - now).abs() > 1.0, "{now} {then}");
    // A slider that had the focus, and one that is pressed, set nothing.
    let slider = harness.get_by_role_and_label(Role::Slider, "Social media culture");
    let place = slider.rect();
    slider.focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    harness.drag_at(place.right_center());
    harness.run();
    harness.drop_at(place.right_center());
    harness.run();
    assert_eq!(&today, harness.state().profile());
    assert_eq!(quarter(&harness), 8.0);
    let back = "Back to today to make changes";
    harness.get_by_role_and_label(Role::Button, back).click();
    harness.run();
    assert_eq!(quarter(&harness), 0.0);
    assert_eq!(culture(&harness), (now, false));
    assert!(harness.query_by_label(back).is_none());
}

#[test]
fn the_loop_stands_in_the_centre_with_what_moves_by_how_much_and_what_is_asked_in_return() {
    let mut harness = window();
    for _ in 0..7 {
        press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    }
    let told = "The organisation: In-house skills +";
    let found = harness.get_by_label_contains(told);
    let told = found.accesskit_node().label().unwrap();
    assert!(
        told.contains(" → ") && told.contains("The company "),
        "{told}"
    );
    // Readable, and between the two panels.
    let place = found.rect();
    assert!(place.width() > 600.0 && place.height() >= 190.0, "{place}");
}

#[test]
fn on_a_laptop_the_chart_of_the_years_to_come_is_seen_whole() {
    let mut harness = window();
    harness.set_size(egui::vec2(1280.0, 720.0));
    harness.run_steps(4);
    let chart = harness.get_by_label_contains("Org chart.").rect();
    assert!(
        chart.height() >= 280.0 && chart.bottom() <= 720.0,
        "{chart}"
    );
    let told = "The organisation: In-house skills +";
    let turning = harness.query_by_label_contains(told);
    assert!(turning.is_none_or(|found| found.rect().top() >= chart.bottom()));
}

#[test]
fn a_slider_moves_the_course_in_the_same_frame() {
    let mut harness = window();
    let before = chart(&harness);
    // A company without any web department cannot keep the function there.
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, "Calembour Logiciels")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Remove: Digital / web")
        .click();
    // The press, the release, and the frame that answers.
    for _ in 0..3 {
        harness.step();
    }
    assert_ne!(before, chart(&harness));
}
