//! The day of the review: set in the evolution, asked about once it has come.

use std::path::{Path, PathBuf};

use super::files::{choose, says, type_date};
use super::{begin, press, type_path, usual};
use attache::model::{Knowledge, Profile, Review};
use attache::store::examples;
use attache::ui::{App, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::{Date, date};

fn profile() -> Profile {
    let example = &examples()[3];
    Profile::parse(&Knowledge::builtin(), example.name, example.text).unwrap()
}

/// A file whose review was planned for a day, a year after it was set, and whose risk has moved since.
fn planned(folder: &Path, on: Date) -> PathBuf {
    let mut profile = profile();
    let foreseen = profile.scenarios.first.clone();
    let from = date(on.year() - 1, 1, 1);
    profile.header.review = Some(Box::new(Review { on, from, foreseen }));
    let exposure = &mut profile.scenarios.first.factors["exposure"];
    exposure.quantities["risk"].value = 3.0;
    let path = folder.join("profil.attache.ron");
    std::fs::write(&path, profile.to_text().unwrap()).unwrap();
    path
}

fn window(profile: PathBuf) -> Harness<'static, App> {
    begin(Start {
        profile: Some(profile),
        ..usual()
    })
}

fn review<'a>(harness: &'a Harness<'_, App>) -> Option<&'a Review> {
    harness.state().profile().header.review.as_deref()
}

#[test]
fn a_review_is_set_at_the_next_change_of_form_changed_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, profile().to_text().unwrap()).unwrap();
    let mut harness = window(path);
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    let button = harness
        .get_all_by_role(Role::Button)
        .find_map(|button| {
            use egui_kittest::kittest::NodeT;
            let label = button.accesskit_node().label().unwrap_or_default();
            label.starts_with("Set a review on ").then_some(label)
        })
        .unwrap();
    choose(&mut harness, &button);
    let set = review(&harness).unwrap();
    assert_eq!(&set.foreseen, harness.state().scenario());
    assert_eq!(set.from, harness.state().profile().header.date);
    assert!(set.on > set.from);
    let name = "Review date (day/month/year)";
    type_date(&mut harness, name, "5/6/2031");
    assert_eq!(review(&harness).unwrap().on, date(2031, 6, 5));
    assert!(says(&harness, "Review planned for 5 June 2031."));
    choose(&mut harness, "Remove the review");
    assert!(review(&harness).is_none());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(review(&harness).is_some());
}

#[test]
fn a_profile_opened_after_its_review_asks_what_has_changed_and_leads_through_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(planned(folder.path(), date(2021, 1, 1)));
    assert!(says(
        &harness,
        "The review was planned for 1 January 2021. What has changed?"
    ));
    // What was foreseen and what is true, in words and as a picture.
    assert!(says(&harness, "Level of risk: "));
    assert!(says(&harness, "3 today"));
    let button = harness
        .get_all_by_role(Role::Button)
        .find_map(|button| {
            use egui_kittest::kittest::NodeT;
            let label = button.accesskit_node().label().unwrap_or_default();
            label.starts_with("Go through the").then_some(label)
        })
        .unwrap();
    choose(&mut harness, &button);
    assert!(!says(&harness, "The review was planned"));
    let mut screens = 0;
    while !says(&harness, "The review was planned") {
        screens += 1;
        assert!(screens < 20, "the review does not come back");
        assert!(says(&harness, &format!("{screens} of ")));
        press(&mut harness, Modifiers::NONE, Key::Enter);
    }
    let named = button.split(' ').find_map(|word| word.parse().ok());
    assert_eq!(screens, named.unwrap_or(1));
    // By hand as well.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!says(&harness, "The review was planned"));
}

#[test]
fn the_profile_is_dated_and_the_next_review_set_from_the_review() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(planned(folder.path(), date(2021, 1, 1)));
    choose(&mut harness, "Date the profile today");
    let today = harness.state().profile().header.date;
    assert!(today > date(2026, 1, 1));
    let button = harness
        .get_all_by_role(Role::Button)
        .find_map(|button| {
            use egui_kittest::kittest::NodeT;
            let label = button.accesskit_node().label().unwrap_or_default();
            label.starts_with("Next review on ").then_some(label)
        })
        .unwrap();
    choose(&mut harness, &button);
    let set = review(&harness).unwrap();
    assert!(set.on > today);
    assert_eq!(
        (&set.foreseen, set.from),
        (harness.state().scenario(), today)
    );
    assert!(says(&harness, "Review planned for "));
}

#[test]
fn before_the_day_nothing_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let harness = window(planned(folder.path(), date(9000, 1, 1)));
    assert!(!says(&harness, "The review was planned"));
}

#[test]
fn the_day_goes_into_a_calendar() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(planned(folder.path(), date(9000, 1, 1)));
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    choose(&mut harness, "For the calendar…");
    let path = folder.path().join("revue.ics");
    type_path(&mut harness, &path);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(text.contains("DTSTART;VALUE=DATE:90000101\r\n"));
    assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}
