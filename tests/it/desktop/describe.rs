//! A company described with real keys, on the keyboard of its users.

use std::process::Command;
use std::time::Duration;

use super::{Window, server, until, xdotool};
use attache::model::{Knowledge, Profile};
use attache::store::{Disk, Protected, examples, read_profile};
use jiff::civil::date;

/// The keyboard of the display, as it is usual again with the end of the test.
struct Keyboard;

impl Keyboard {
    fn of(layout: &str) -> Self {
        let set = Command::new("setxkbmap").arg(layout).status();
        assert!(set.unwrap().success());
        Self
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        let _ = Command::new("setxkbmap").arg("us").status();
    }
}

#[test]
#[ignore = "needs an X display with setxkbmap"]
fn on_a_french_keyboard_the_digit_row_answers_without_the_shift() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("à décrire.ron");
    let knowledge = Knowledge::builtin();
    let before = Profile::new(&knowledge, date(2026, 11, 24));
    Disk::default()
        .write_profile(&path, &before, Protected::Refuse)
        .unwrap();
    let _keyboard = Keyboard::of("fr");
    let window = Window::open(&path, folder.path());
    window.key(&["F4"]);
    xdotool(&["type", "--delay", "40", "Ponant"]);
    // The departments, then the agency: the keys of 3, 4 and 5 as they are on the top row.
    window.key(&["Return", "Return", "quotedbl", "apostrophe", "parenleft"]);
    // The ambition: nobody knows, by the key of 0. The themes: by the keys of 1 and 2.
    window.key(&["Return", "agrave", "Return", "ampersand", "eacute"]);
    window.key(&["ctrl+s"]);
    let after = until("not saved", || {
        let after = read_profile(&knowledge, &path).ok()?;
        (after != before).then_some(after)
    });
    assert_eq!(after.header.company, "Ponant");
    let factors = &after.scenarios.first.factors;
    let value = |factor: &str, quantity: &str| factors[factor].quantities[quantity].value;
    assert_eq!(factors["agency"].choice, "advertising");
    assert_eq!(value("agency", "history"), 75.0);
    assert_eq!(value("agency", "weight"), 100.0);
    assert!(factors["ambition"].unknown);
    assert_eq!(value("themes", "marketing"), 0.0);
    assert_eq!(value("themes", "corporate_brand"), 25.0);
}

#[test]
#[ignore = "needs an X display"]
fn a_question_at_rest_paints_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let window = Window::open(&path, folder.path());
    // Past the name, in whose field the cursor blinks, to the agency.
    window.key(&["F4", "Return", "Return"]);
    let number = window.id.parse().unwrap();
    until("never at rest", || {
        (server::paints(number, Duration::from_secs(1)) == 0).then_some(())
    });
    assert_eq!(server::paints(number, Duration::from_secs(5)), 0);
}
