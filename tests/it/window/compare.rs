//! The view "compare", and the scenarios beside the company's name.

use super::{press, window_on};
use attache::model::Lang;
use attache::ui::App;
use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

const AMBITION: &str = "Ambition for our presence";

/// The bank, and a scenario of it with other ambitions, on a screen of a laptop.
fn window(lowered: usize) -> Harness<'static, App> {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    harness
        .get_by_role_and_label(Role::Slider, AMBITION)
        .focus();
    harness.run();
    for _ in 0..lowered {
        harness.key_press(Key::ArrowLeft);
        harness.run();
    }
    press(&mut harness, Modifiers::COMMAND, Key::Num6);
    harness
}

/// The boxes of a chart with this name, the upper or left one first.
fn boxes(harness: &Harness<'_, App>, name: &str) -> Vec<Rect> {
    let found = harness.query_all_by_role_and_label(Role::Label, name);
    let mut found: Vec<Rect> = found.map(|node| node.rect()).collect();
    // A name in a sentence or a table is lower.
    found.retain(|rect| rect.height() > 35.0);
    found.sort_by(|a, b| (a.top() + a.left()).total_cmp(&(b.top() + b.left())));
    found
}

/// The texts that are painted, each with its smallest type.
fn painted(harness: &Harness<'_, App>) -> Vec<(String, f32)> {
    fn add(shape: &Shape, found: &mut Vec<(String, f32)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, found)),
            Shape::Text(text) => {
                let sections = text.galley.job.sections.iter();
                let least = sections.map(|s| s.format.font_id.size).reduce(f32::min);
                let text = text.galley.job.text.clone();
                found.extend(least.map(|size| (text, size)));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        add(&clipped.shape, &mut found);
    }
    found
}

#[test]
fn what_differs_comes_first_and_a_copy_differs_in_nothing() {
    let mut harness = window(0);
    harness.get_by_label("Both scenarios give the same answer.");
    harness.get_by_label("Nothing: both scenarios have the same settings.");
    let signs = |harness: &Harness<'_, App>| {
        let texts = painted(harness).into_iter();
        texts.filter(|(text, _)| text == "≠").count()
    };
    assert_eq!(signs(&harness), 0);
    harness
        .get_by_role_and_label(Role::Slider, AMBITION)
        .focus();
    harness.run();
    for _ in 0..45 {
        harness.key_press(Key::ArrowLeft);
        harness.run();
    }
    told_from_the_base(&harness);
    // The ambitious company answers otherwise, and its ambition is named first as a cause.
    let role = harness.get_by_label("≠ Role").rect();
    harness.get_by_label_contains("Senior leader (");
    let causes = harness.query_all_by_label_contains("Reasons, in points of fit: Ambition\u{a0}+");
    assert!(causes.count() > 0);
    // The same answers come after those that differ, and the charts after all of it.
    // A chip of the headline has that name, too.
    let same = harness
        .query_all_by_label("Attachment")
        .map(|node| node.rect());
    let same = same.max_by(|a, b| a.top().total_cmp(&b.top())).unwrap();
    let charts = harness.get_by_label("The two org charts").rect();
    assert!(role.bottom() <= same.top() && same.bottom() <= charts.top());
    assert_eq!(harness.query_all_by_label_contains("Org chart.").count(), 2);
    // The box of the function is marked on both sides.
    assert!(signs(&harness) >= 2, "{}", signs(&harness));
    // The same while the base is looked at.
    harness.get_by_role_and_label(Role::Button, "Base").click();
    harness.run();
    assert_eq!(harness.state().scenario().name, "");
    told_from_the_base(&harness);
}

/// What was set, the columns and the charts go from the base to the scenario.
fn told_from_the_base(harness: &Harness<'_, App>) {
    harness.get_by_label("What changes in the settings, from “Base” to “Scenario 1”");
    harness.get_by_label("Ambition for our presence 65 → 20");
    let texts = |name: &str| -> Vec<Rect> {
        let found = harness.query_all_by_role_and_label(Role::Label, name);
        let mut found: Vec<Rect> = found.map(|node| node.rect()).collect();
        found.sort_by(|a, b| a.top().total_cmp(&b.top()));
        found
    };
    let (base, scenario) = (texts("Base"), texts("Scenario 1"));
    // Over the columns, and over the charts.
    assert_eq!((base.len(), scenario.len()), (2, 2));
    assert!(
        base[0].right() <= scenario[0].left(),
        "{base:?} {scenario:?}"
    );
    let over = base[1].bottom() <= scenario[1].top();
    assert!(
        over || base[1].right() <= scenario[1].left(),
        "{base:?} {scenario:?}"
    );
    // The charts say what each answers.
    let charts = harness.query_all_by_label_contains("Org chart.");
    let mut charts: Vec<_> = charts
        .map(|node| (node.rect(), node.accesskit_node().label()))
        .collect();
    charts.sort_by(|(a, _), (b, _)| (a.top() + a.left()).total_cmp(&(b.top() + b.left())));
    assert!(
        charts[0].1.as_ref().unwrap().contains("senior manager"),
        "{charts:?}"
    );
    assert!(
        !charts[1].1.as_ref().unwrap().contains("senior manager"),
        "{charts:?}"
    );
}

#[test]
fn the_charts_stand_alike_whatever_hangs_in_them_and_whoever_is_missing() {
    let mut harness = window(45);
    // Marketing is gone from one of them.
    let company = harness.state().profile().header.company.clone();
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, &company)
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Remove: Marketing")
        .click();
    harness.run();
    harness.run_steps(60);
    for size in [vec2(1280.0, 4600.0), vec2(1920.0, 4600.0)] {
        harness.set_size(size);
        harness.run_steps(60);
        let mut apart = None;
        for name in ["General management", "Communications", "Digital / web"] {
            let found = boxes(&harness, name);
            let [one, other] = found[..] else {
                panic!("{name} is there {} times", found.len());
            };
            assert!(
                (one.size() - other.size()).length() < 0.5,
                "{name}: {one} {other}"
            );
            let by = other.min - one.min;
            let same = *apart.get_or_insert(by);
            assert!((by - same).length() < 0.5, "{name}: {by:?}, not {same:?}");
        }
        assert_eq!(boxes(&harness, "Marketing").len(), 1);
    }
}

#[test]
fn on_a_small_screen_no_text_is_tiny() {
    let mut harness = window(45);
    for size in [vec2(1280.0, 720.0), vec2(1366.0, 768.0)] {
        harness.set_size(size);
        harness.run_steps(60);
        let texts = painted(&harness);
        assert!(texts.iter().any(|(text, _)| text.contains("≠")));
        for (text, size) in texts {
            assert!(size >= 11.0, "{text} at {size}");
        }
    }
}

#[test]
fn a_new_scenario_shows_beside_the_name_wherever_the_cards_are_scrolled_to() {
    let mut harness = window_on(None, Lang::En);
    harness.set_size(vec2(1280.0, 720.0));
    harness.run();
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Base")
            .is_none()
    );
    // Down in the cards.
    harness.hover_at(egui::pos2(150.0, 500.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -900.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(30);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    for (name, active) in [("Base", false), ("Scenario 1", true)] {
        let tab = harness.get_by_role_and_label(Role::Button, name);
        assert!(tab.rect().bottom() < 40.0, "{name} is at {}", tab.rect());
        let toggled = tab.accesskit_node().toggled();
        let is_active = toggled == Some(egui::accesskit::Toggled::True);
        assert_eq!(is_active, active, "{name}");
    }
    // More than have room are behind one button, which names the one that is looked at.
    for _ in 0..6 {
        press(&mut harness, Modifiers::COMMAND, Key::D);
    }
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Base")
            .is_none()
    );
    harness.get_by_label_contains("Scenario 7").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Base").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Rename or remove this scenario");
    assert_eq!(harness.state().scenario().name, "");
    // While presenting, too, it is said which one is looked at.
    press(&mut harness, Modifiers::NONE, Key::F5);
    harness.get_by_label("Base");
}

#[test]
fn no_view_is_scrolled_to_where_another_was_left() {
    let mut harness = window(45);
    harness.set_size(vec2(1280.0, 720.0));
    harness.run();
    let top = harness.get_by_label("What changes in the answer").rect();
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    harness.hover_at(egui::pos2(640.0, 500.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -900.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(30);
    press(&mut harness, Modifiers::COMMAND, Key::Num6);
    assert_eq!(
        harness.get_by_label("What changes in the answer").rect(),
        top
    );
}
