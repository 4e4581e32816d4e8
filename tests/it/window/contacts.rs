//! The board of the contact points, through the window's accessibility tree.

use super::{press, window_on};
use attache::analysis::Coverage;
use attache::model::{ContactState, ContactTheme, Lang, Means, Owner};
use attache::store::examples;
use attache::ui::App;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// The board of the bank, whose contact points are more than it can hold.
fn board() -> Harness<'static, App> {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    harness
}

fn coverage(harness: &Harness<'_, App>) -> Coverage {
    let app = harness.state();
    Coverage::new(app.knowledge(), app.scenario(), app.answers())
}

fn decided(harness: &Harness<'_, App>, theme: &str, posture: &str) -> Option<ContactState> {
    let theme = ContactTheme::Usual(theme.to_owned());
    harness.state().scenario().contact(&theme, posture).cloned()
}

fn held_by(department: &str) -> Option<ContactState> {
    Some(ContactState::Held(Owner::Department(department.into())))
}

/// A cell of the board, by the beginning of what it says.
fn cell<'a>(harness: &'a Harness<'_, App>, name: &str) -> egui_kittest::Node<'a> {
    let start = format!("{name}: ");
    let mut found = harness.query_all_by_role(Role::Button).filter(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(&start))
    });
    found.next().unwrap()
}

fn says(harness: &Harness<'_, App>, name: &str) -> String {
    cell(harness, name).accesskit_node().label().unwrap()
}

#[test]
fn the_chip_under_the_headline_counts_the_unattended_and_leads_to_the_board() {
    let mut harness = window_on(None, Lang::En);
    let count = coverage(&harness).unattended().count();
    assert!(count > 1);
    let chip = format!("{count} contact points unattended");
    harness.get_by_role_and_label(Role::Button, &chip).click();
    harness.run();
    cell(&harness, "Employer brand, to publish");
    // Everyone is named: there is nothing left to warn of.
    harness
        .get_by_role_and_label(Role::SpinButton, "People available")
        .set_value_accesskit(900.0);
    harness.run();
    assert_eq!(
        harness.state().scenario().means,
        Means {
            people: Some(900.0),
            hours: None
        }
    );
    assert!(
        harness
            .query_by_label_contains("contact points unattended")
            .is_none()
    );
    harness.get_by_label("Means stated by the company.");
    harness
        .get_by_role_and_label(Role::Button, "Back to the estimated means")
        .click();
    harness.run();
    assert!(harness.state().scenario().means.is_usual());
    harness.get_by_role_and_label(Role::Button, &chip);
}

#[test]
fn an_owner_is_dragged_onto_a_point_and_undone() {
    let mut harness = board();
    let before = coverage(&harness).unattended().count();
    let name = "Employer brand, to reply";
    let chip = harness.get_by_label_contains("Human resources, ");
    let (from, to) = (chip.rect().center(), cell(&harness, name).rect().center());
    harness.drag_at(from);
    harness.run_steps(2);
    harness.hover_at(from.lerp(to, 0.5));
    harness.run_steps(2);
    harness.hover_at(to);
    harness.run_steps(2);
    harness.drop_at(to);
    harness.run();
    assert_eq!(
        decided(&harness, "employer_brand", "listen_and_reply"),
        held_by("human_resources")
    );
    assert!(says(&harness, name).starts_with(&format!("{name}: Human resources, ")));
    let after = coverage(&harness);
    assert!(after.unattended().count() <= before);
    // The chip says what that weighs.
    let load = after.load_of(Some(&Owner::Department("human_resources".into())));
    let hours = format!("Human resources, {:.1}\u{a0}h", after.hours(load));
    let told = harness.query_all_by_label_contains(&hours);
    assert!(told.count() > 0, "{hours}");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        decided(&harness, "employer_brand", "listen_and_reply"),
        None
    );
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(
        decided(&harness, "employer_brand", "listen_and_reply"),
        held_by("human_resources")
    );
}

#[test]
fn a_point_is_given_closed_and_cleared_by_keyboard_alone() {
    let mut harness = board();
    let name = "Customer service, to reply";
    cell(&harness, name).focus();
    harness.run();
    let choose = |harness: &mut Harness<'_, App>, item: &str| {
        press(harness, Modifiers::NONE, Key::Enter);
        for _ in 0..40 {
            press(harness, Modifiers::NONE, Key::ArrowDown);
            let focused = harness
                .query_all_by_role(Role::Button)
                .find(egui_kittest::Node::is_focused);
            let label = focused.and_then(|node| node.accesskit_node().label());
            if label.as_deref() == Some(item) {
                press(harness, Modifiers::NONE, Key::Enter);
                return;
            }
        }
        panic!("{item} was not reached");
    };
    choose(&mut harness, "Customer service");
    assert_eq!(
        decided(&harness, "customer_service", "listen_and_reply"),
        held_by("customer_service")
    );
    // The focus is back on the point.
    assert!(cell(&harness, name).is_focused());
    choose(&mut harness, "No opening date");
    assert_eq!(
        decided(&harness, "customer_service", "listen_and_reply"),
        Some(ContactState::Closed { until: None })
    );
    assert_eq!(
        says(&harness, name),
        format!("{name}: closed, no opening date")
    );
    choose(&mut harness, "Leave to the social media team");
    assert_eq!(
        decided(&harness, "customer_service", "listen_and_reply"),
        Some(ContactState::Open)
    );
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(
        decided(&harness, "customer_service", "listen_and_reply"),
        None
    );
    assert!(cell(&harness, name).is_focused());
}

#[test]
fn a_closure_has_a_season_and_the_course_opens_the_point_then() {
    let mut harness = board();
    let name = "Customer service, to reply";
    cell(&harness, name).click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "In spring 2027")
        .click();
    harness.run();
    let Some(ContactState::Closed { until: Some(until) }) =
        decided(&harness, "customer_service", "listen_and_reply")
    else {
        panic!(
            "it is not closed: {:?}",
            harness.state().scenario().contacts
        );
    };
    assert_eq!(
        says(&harness, name),
        format!("{name}: closed, opens in spring 2027")
    );
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    let told = harness.get_by_label_contains("Customer service, to reply");
    let told = told.accesskit_node().value().unwrap_or_default();
    assert!(told.contains("spring 2027"), "{until}: {told}");
}

#[test]
fn what_the_company_gives_up_takes_its_points_with_it() {
    let mut harness = board();
    harness
        .get_by_role_and_label(Role::Button, "Add a theme")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Add a theme")
        .click();
    harness.run();
    let themes = &harness.state().scenario().factors["themes"].extra;
    assert_eq!(themes.len(), 2);
    // The second of two own themes, which have the same name.
    let unnamed = "Unnamed theme, to reply: ";
    let second = harness
        .query_all_by_role(Role::Button)
        .filter(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|l| l.starts_with(unnamed))
        })
        .nth(1);
    second.unwrap().click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Marketing")
        .click();
    harness.run();
    let own = |place| ContactTheme::Own("themes".into(), place);
    let holder = |harness: &Harness<'_, App>, place| {
        let scenario = harness.state().scenario();
        scenario.contact(&own(place), "listen_and_reply").cloned()
    };
    assert_eq!(
        (holder(&harness, 0), holder(&harness, 1)),
        (None, held_by("marketing"))
    );
    harness
        .query_all_by_label("Remove: Unnamed theme")
        .next()
        .unwrap()
        .click();
    harness.run();
    assert_eq!(
        (holder(&harness, 0), holder(&harness, 1)),
        (held_by("marketing"), None)
    );
    // And without the department nothing is decided any more.
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, "Banque Delorme")
        .click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Remove: Marketing")
        .click();
    harness.run();
    assert!(!harness.state().scenario().has_department("marketing"));
    assert!(harness.state().scenario().contacts.is_empty());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(harness.state().scenario().has_department("marketing"));
}

#[test]
fn what_is_counted_for_another_quarter_leads_nowhere() {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    let buttons = |harness: &Harness<'_, App>| {
        let labels = harness.query_all_by_role(Role::Button);
        let labels = labels.filter_map(|node| node.accesskit_node().label());
        labels.filter(|label| label.contains(" unattended")).count()
    };
    assert_eq!(buttons(&harness), 1);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    // The board is that of today.
    assert_eq!(buttons(&harness), 0);
    // The chip and the chart still say it.
    let told = harness.query_all_by_role(Role::Label).filter(|node| {
        let node = node.accesskit_node();
        let told = node.value().or_else(|| node.label());
        told.is_some_and(|told| told.ends_with(" unattended"))
    });
    assert_eq!(told.count(), 2);
}

#[test]
fn the_means_stand_above_the_grid_at_any_width() {
    for width in [1024.0, 1366.0, 1920.0] {
        let mut harness = board();
        harness.set_size(egui::vec2(width, 768.0));
        harness.run();
        let grid = cell(&harness, "Employer brand, to publish").rect().top();
        for name in ["People available", "Hours per person per week"] {
            let field = harness.get_by_role_and_label(Role::SpinButton, name);
            assert!(field.rect().bottom() <= grid, "{width}: {name}");
        }
    }
}

/// The number at the beginning of a text, in English.
fn number(text: &str) -> f64 {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    text[..end.unwrap_or(text.len())].parse().unwrap()
}

#[test]
fn the_figures_of_the_board_add_up() {
    for example in examples() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profil.ron");
        std::fs::write(&path, example.text).unwrap();
        let mut harness = window_on(Some(path), Lang::En);
        press(&mut harness, Modifiers::COMMAND, Key::Num4);
        let of = |part: &str| {
            let start = format!("{part} ");
            let told = harness.query_all_by_role(Role::Label).find_map(|node| {
                let label = node.accesskit_node().value()?;
                let rest = label.strip_prefix(&start)?;
                rest.starts_with(|c: char| c.is_ascii_digit())
                    .then(|| number(rest))
            });
            told.unwrap_or(0.0)
        };
        let field = |name: &str| {
            let field = harness.get_by_role_and_label(Role::SpinButton, name);
            field.accesskit_node().numeric_value().unwrap()
        };
        let mut labels = harness.query_all_by_role(Role::Label);
        let told = |node: egui_kittest::Node<'_>| node.accesskit_node().value();
        let workload = labels.find_map(|node| told(node).filter(|t| t.contains(" needed a week")));
        let workload = workload.unwrap();
        let need = number(&workload);
        // "… needed a week: exactly what is available." says one number for both, and none apart.
        let (_, rest) = workload.split_once(" needed a week").unwrap();
        let (means, told) = match rest.strip_prefix(", ") {
            Some(rest) => {
                let (_, apart) = rest.split_once(": ").unwrap();
                (number(rest), number(apart.trim_start_matches("short by ")))
            }
            None => (need, 0.0),
        };
        let parts = of("Assigned") + of("Social media team") + of("Unattended");
        assert!((parts - need).abs() < 1e-9, "{}: {workload}", example.name);
        assert_eq!(of("Available"), means);
        let product = field("People available") * field("Hours per person per week");
        assert_eq!(product.round(), means.round(), "{}", example.name);
        let apart = (need - means).abs() / field("Hours per person per week");
        assert!((told - apart).abs() <= 0.05 + 1e-9, "{}", example.name);
    }
}
