//! What hands and keyboards find in the window: a layout that holds, a focus that shows.

use attache::i18n::Words;
use attache::model::{Knowledge, Lang};
use attache::store::examples;
use attache::ui::{App, View};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::present::painted;
use super::{press, start_in, usual, window_on};

/// A window of a size that laptops have.
fn window_of(width: f32, height: f32) -> Harness<'static, App> {
    slow_window_of(width, height, 1.0 / 60.0)
}

/// One that shows a frame every so many seconds.
fn slow_window_of(width: f32, height: f32, seconds: f32) -> Harness<'static, App> {
    let app = App::new(&egui::Context::default(), usual());
    let mut harness = Harness::builder()
        .with_size([width, height])
        .with_step_dt(seconds)
        .with_context_setup(attache::ui::install)
        .build_ui_state(|ui, app: &mut App| app.show(ui), app);
    harness.run();
    harness
}

fn click_at(harness: &mut Harness<'_, App>, pos: Pos2) {
    for pressed in [true, false] {
        harness.event(Event::PointerMoved(pos));
        harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run();
    }
}

fn focused(harness: &Harness<'_, App>) -> Option<(String, Rect)> {
    let id = harness.ctx.memory(egui::Memory::focused)?;
    let place = harness.ctx.read_response(id)?.rect;
    let node = harness
        .query_all_by_label_contains("")
        .find(|node| node.accesskit_node().is_focused())?;
    Some((node.accesskit_node().label().unwrap_or_default(), place))
}

/// Where the views can be chosen: whatever grows or pushes moves it.
fn tabs(harness: &Harness<'_, App>) -> Rect {
    harness.get_all_by_label("Org chart").last().unwrap().rect()
}

#[test]
fn a_long_name_moves_nothing_and_is_told_whole() {
    let mut harness = window_of(1280.0, 720.0);
    let before = tabs(&harness);
    let name = "Caisse régionale de Crédit agricole mutuel de Normandie-Seine";
    let head = harness.get_by_role_and_label(Role::DisclosureTriangle, "Banque Delorme");
    head.click();
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Company");
    field.focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    let field = harness.get_by_role_and_label(Role::TextInput, "Company");
    field.type_text(name);
    harness.run();
    assert_eq!(harness.state().profile().header.company, name);
    assert_eq!(tabs(&harness), before);
    // On two lines within the panel, and whole for who cannot see it.
    let head = harness.get_by_role_and_label(Role::DisclosureTriangle, name);
    assert!(head.rect().right() < before.left(), "{:?}", head.rect());
    assert!(head.rect().height() > 35.0, "{:?}", head.rect());
}

#[test]
fn a_card_opens_and_closes_by_any_place_of_its_heading() {
    let mut harness = window_of(1280.0, 720.0);
    let slider = "Shared history";
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, slider)
            .is_some()
    );
    let head = harness.get_by_role_and_label(Role::DisclosureTriangle, "The agency");
    let end = head.rect().right_center() - vec2(3.0, 0.0);
    click_at(&mut harness, end);
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, slider)
            .is_none()
    );
    click_at(&mut harness, end);
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, slider)
            .is_some()
    );
}

#[test]
fn what_gets_the_focus_is_scrolled_into_view() {
    let mut harness = window_of(1280.0, 720.0);
    let window = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0));
    let mut seen = Vec::new();
    let mut lowest: f32 = 0.0;
    for _ in 0..60 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        let (label, place) = focused(&harness).expect("the focus is somewhere");
        // What is as large as a region cannot be whole within it.
        if place.height() < 200.0 {
            assert!(window.contains_rect(place), "{label}: {place:?}");
            lowest = lowest.max(place.bottom());
            seen.push(label);
        }
    }
    seen.dedup();
    assert!(seen.len() > 40, "{seen:?}");
    assert!(
        seen.iter()
            .any(|label| label == "Ambition for our presence"),
        "{seen:?}"
    );
    assert!(lowest > 500.0);
}

#[test]
fn the_focus_has_a_ring_while_keys_move_it_and_none_for_the_pointer() {
    let mut harness = window_of(1280.0, 720.0);
    let rings = |harness: &Harness<'_, App>| {
        let accent = harness.ctx.global_style().visuals.selection.stroke.color;
        let shapes = &harness.output().shapes;
        let ring = |shape: &&egui::epaint::ClippedShape| match &shape.shape {
            egui::Shape::Rect(rect) => {
                rect.stroke.color == accent
                    && rect.stroke.width == 2.0
                    && rect.fill == egui::Color32::TRANSPARENT
            }
            _ => false,
        };
        shapes.iter().filter(ring).count()
    };
    let before = rings(&harness);
    for label in ["Shared history", "The agency"] {
        let node = harness.query_all_by_label(label).last().unwrap();
        node.focus();
        harness.run();
        assert_eq!(rings(&harness), before + 1, "{label}");
    }
    click_at(&mut harness, Pos2::new(640.0, 700.0));
    assert_eq!(rings(&harness), before);
}

#[test]
fn f6_goes_round_the_regions_both_ways() {
    let mut harness = window_of(1280.0, 720.0);
    let regions = [
        "Menus",
        "Sliders",
        "Answer in brief",
        "Answer",
        "Chosen view",
    ];
    for region in regions.into_iter().chain(["Menus"]) {
        press(&mut harness, Modifiers::NONE, Key::F6);
        assert_eq!(focused(&harness).unwrap().0, region);
    }
    press(&mut harness, Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&harness).unwrap().0, "Chosen view");
    // From a control it goes on from the region that the control is in.
    harness
        .get_by_role_and_label(Role::Slider, "Shared history")
        .focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::F6);
    assert_eq!(focused(&harness).unwrap().0, "Answer in brief");
}

#[test]
fn news_passes_over_the_window_and_goes_by_itself() {
    let mut harness = slow_window_of(1280.0, 720.0, 0.5);
    let before = tabs(&harness);
    harness.key_press(Key::F8);
    let news = "The chart is on the clipboard.";
    // The picture is drawn in a thread; no time goes by in the window meanwhile.
    for _ in 0..2000 {
        if harness.query_by_label(news).is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.step();
    }
    assert!(harness.query_by_label(news).is_some());
    assert_eq!(tabs(&harness), before);
    // It is told for some seconds, and then gone.
    harness.run_steps(8);
    assert!(harness.query_by_label(news).is_some());
    harness.run_steps(10);
    assert!(harness.query_by_label(news).is_none());
}

#[test]
fn a_screen_reader_is_told_the_language_that_the_window_speaks() {
    let mut harness = window_of(1280.0, 720.0);
    let spoken = |harness: &Harness<'_, App>| {
        let heading = harness.get_by_role(Role::Heading);
        heading.accesskit_node().language().map(str::to_owned)
    };
    assert_eq!(spoken(&harness).as_deref(), Some("en"));
    press(&mut harness, Modifiers::NONE, Key::F2);
    assert_eq!(spoken(&harness).as_deref(), Some("fr"));
}

#[test]
fn every_chip_tells_in_a_word_how_sure_it_is_on_a_laptop() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let sure = ["settled", "fragile", "open"].map(|key| words.get(&format!("certainty-{key}")));
        for example in examples() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("profile.ron");
            std::fs::write(&path, example.text).unwrap();
            let mut harness = window_on(Some(path), lang);
            harness.set_size(vec2(1280.0, 720.0));
            harness.run_steps(4);
            let painted = painted(&harness);
            let told = painted.iter().filter(|(text, _)| sure.contains(text));
            // The headline's own, and those of form, role and sourcing.
            assert_eq!(told.count(), 4, "{lang:?} {}: {painted:?}", example.name);
        }
    }
}

#[test]
fn nothing_of_the_company_s_card_is_cut_off() {
    for lang in Lang::ALL {
        let app = App::new(&egui::Context::default(), start_in(lang));
        let mut harness = Harness::builder()
            .with_size([1280.0, 720.0])
            .with_context_setup(attache::ui::install)
            .build_ui_state(|ui, app: &mut App| app.show(ui), app);
        let cards = harness.get_all_by_role(Role::DisclosureTriangle);
        let cards: Vec<Rect> = cards.map(|card| card.rect()).collect();
        let head = cards.first().unwrap();
        let right = head.right();
        click_at(&mut harness, head.center());
        harness.run_steps(20);
        let words = Words::new(lang);
        let short = words.get("department-hosts-short");
        let found = harness.get_all_by(|node| {
            let name = node.label().unwrap_or_default();
            node.role() == Role::CheckBox && !name.is_empty()
                || node.role() == Role::TextInput
                || name == short
        });
        let mut seen = 0;
        for node in found.filter(|node| node.rect().left() < right) {
            assert!(
                node.rect().right() <= right + 12.0,
                "{lang:?} {:?}",
                node.rect()
            );
            seen += 1;
        }
        assert!(seen > 6, "{seen}");
    }
}

/// Windows of 1280x720 and 1366x768, as they are and enlarged by a half and by two, in both languages.
#[test]
fn in_a_window_that_is_enlarged_the_headline_leaves_half_of_it_and_the_views_stand_in_one_row() {
    for lang in Lang::ALL {
        for (width, height) in [(1280.0, 720.0), (1366.0, 768.0)] {
            for zoom in [1.0, 1.5, 2.0] {
                let (width, height) = (width / zoom, height / zoom);
                let app = App::new(&egui::Context::default(), start_in(lang));
                let harness = Harness::builder()
                    .with_size([width, height])
                    .with_context_setup(attache::ui::install)
                    .build_ui_state(|ui, app: &mut App| app.show(ui), app);
                let words = Words::new(lang);
                let places = View::ALL.map(|view| {
                    let name = words.get(view.name());
                    harness.get_all_by_label(&name).last().unwrap().rect()
                });
                let told = format!("{lang:?} at {zoom} of {width} by {height}: {places:?}");
                let first = places[0];
                assert!(places.iter().all(|it| it.top() == first.top()), "{told}");
                assert!(first.top() < 0.5 * height, "{told}");
                // The chart is no smaller than can be read; where there is less room it scrolls.
                let name = words.with("chart-described", &[("answer", "")]);
                let name = name.split('.').next().unwrap();
                let charts = harness.get_all_by_label_contains(name);
                let chart = charts.map(|it| it.rect().height()).fold(0.0, f32::max);
                assert!(chart >= 200.0, "{chart} {told}");
            }
        }
    }
}

#[test]
fn a_narrow_window_folds_its_panels_to_rails() {
    let mut harness = window_of(900.0, 560.0);
    let slider = |harness: &Harness<'_, App>| {
        harness
            .query_by_role_and_label(Role::Slider, "Shared history")
            .is_some()
    };
    let rail = |harness: &Harness<'_, App>, name: &str| {
        harness
            .query_by_role_and_label(Role::Button, name)
            .is_some()
    };
    assert!(
        !slider(&harness)
            && rail(&harness, "Show the sliders")
            && rail(&harness, "Show the answer")
    );
    assert!(tabs(&harness).left() < 80.0);
    harness
        .get_by_role_and_label(Role::Button, "Show the sliders")
        .click();
    harness.run_steps(40);
    assert!(slider(&harness) && !rail(&harness, "Show the sliders"));
    // One panel at a time.
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    harness.run_steps(40);
    assert!(!slider(&harness) && !rail(&harness, "Show the answer"));
    harness.set_size(vec2(1366.0, 768.0));
    harness.run_steps(40);
    assert!(slider(&harness) && !rail(&harness, "Show the answer"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::B);
    harness.run_steps(40);
    assert!(!slider(&harness) && rail(&harness, "Show the sliders"));
}

#[test]
fn enter_takes_the_button_that_loses_nothing_and_escape_goes_back() {
    let mut harness = window_of(1280.0, 720.0);
    harness
        .get_by_role_and_label(Role::Slider, "Shared history")
        .focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    let changed = harness.state().profile().clone();
    press(&mut harness, Modifiers::COMMAND, Key::N);
    harness.get_by_label("Unsaved changes");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Unsaved changes").is_none());
    press(&mut harness, Modifiers::COMMAND, Key::N);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    // It was to be saved: where is asked next.
    harness.get_by_role_and_label(Role::TextInput, "Path of the file");
    assert_eq!(harness.state().profile(), &changed);
}

#[test]
fn without_an_agency_its_sliders_are_not_shown() {
    let knowledge = Knowledge::builtin();
    let agency = knowledge.factors.iter().next().unwrap();
    let mut harness = window_on(None, Lang::En);
    let count = |harness: &Harness<'_, App>| harness.query_all_by_role(Role::Slider).count();
    let before = count(&harness);
    harness
        .get_by_role_and_label(Role::ComboBox, "Type of agency")
        .click();
    harness.run();
    harness.get_by_label("No agency").click();
    harness.run();
    assert_eq!(harness.state().scenario().factors["agency"].choice, "none");
    assert_eq!(count(&harness), before - agency.quantities.len());
    // Nor is where they stand told while factors are weighed, or on the slide of the agency.
    let told = |harness: &Harness<'_, App>| {
        let weighed = harness.query_all_by_label_contains("Weight of the agency: from “");
        weighed
            .filter_map(|node| node.accesskit_node().label())
            .collect::<Vec<_>>()
    };
    press(&mut harness, Modifiers::NONE, Key::F7);
    let swings = told(&harness);
    assert!(!swings.is_empty());
    for swing in swings {
        assert_eq!(swing.matches("(here: ").count(), 1, "{swing}");
        assert!(swing.ends_with("(here: No agency)"), "{swing}");
    }
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::F5);
    press(&mut harness, Modifiers::NONE, Key::Num3);
    harness.get_by_label_contains("The agency (3 of ");
    assert_eq!(count(&harness), 0);
    harness.get_by_label("Digital").click();
    harness.run();
    assert_eq!(count(&harness), agency.quantities.len());
    harness.get_by_label("No agency").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Escape);
    // What they were set to is kept.
    harness
        .get_by_role_and_label(Role::ComboBox, "Type of agency")
        .click();
    harness.run();
    harness.get_by_label("Digital").click();
    harness.run();
    assert_eq!(count(&harness), before);
}

#[test]
fn a_screen_reader_is_told_the_headline_and_how_sure_it_is() {
    let harness = window_of(1280.0, 720.0);
    let headline = harness.get_by_role(Role::Heading);
    let headline = headline.accesskit_node();
    assert_eq!(
        headline.label().as_deref(),
        Some("Recommended home: Communications")
    );
    assert_eq!(headline.live(), egui::accesskit::Live::Polite);
    let chips: Vec<_> = harness
        .query_all_by_role(Role::Meter)
        .map(|node| {
            let node = node.accesskit_node();
            (node.label().unwrap_or_default(), node.numeric_value())
        })
        .filter(|(_, value)| value.is_some())
        .collect();
    assert_eq!(chips.len(), 4, "{chips:?}");
    // As it is written beside the bar of the answer.
    let share = format!("{}%", chips[0].1.unwrap());
    assert!(
        harness.query_all_by_label_contains(&share).count() > 1,
        "{share}"
    );
    assert!(chips[0].0.contains("Communications"), "{chips:?}");
}
