//! What a screen reader hears of the real window, over the bus that it asks (AT-SPI).

use std::path::Path;
use std::process::Command;

use super::bus::Bus;
use super::reader::{HEADING, Node, Reader, VALUE, desktop};
use super::{Window, program, until};
use attache::store::examples;

/// The layout of the keyboard, put back with the end of the test.
struct Keyboard;

impl Keyboard {
    fn lay(layout: &str) -> Self {
        let laid = Command::new("setxkbmap").arg(layout).status().unwrap();
        assert!(laid.success());
        Self
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        let _ = Command::new("setxkbmap").arg("us").status();
    }
}

#[test]
#[ignore = "needs an X display, dbus-daemon, at-spi2-core and setxkbmap"]
fn the_row_of_digits_of_a_french_keyboard_chooses_the_views() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let session = Bus::new();
    let reader = Reader::new(&session);
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let mut command = program::at_home(attache, &path, folder.path());
    command.env("DBUS_SESSION_BUS_ADDRESS", &session.address);
    let _keyboard = Keyboard::lay("fr");
    let window = Window::run(command);
    let desktop = desktop();
    // What the row writes without the shift, and something that only its view shows.
    for (written, shown) in [
        ("quotedbl", "Ce qui changerait la réponse"),
        ("apostrophe", "À glisser sur un point"),
        ("parenleft", "Rythme"),
        ("minus", "Il n’y a qu’un scénario"),
        ("egrave", "Les avis de la salle"),
    ] {
        window.key(&[&format!("ctrl+{written}")]);
        until(shown, || {
            let heard = reader.heard(desktop.clone());
            let named = |(_, name, _): &(u32, String, Node)| name.starts_with(shown);
            heard.iter().any(named).then_some(())
        });
    }
}

#[test]
#[ignore = "needs an X display, dbus-daemon and at-spi2-core"]
fn the_headline_and_how_sure_it_is_are_heard() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let session = Bus::new();
    let reader = Reader::new(&session);
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let mut command = program::at_home(attache, &path, folder.path());
    command.env("DBUS_SESSION_BUS_ADDRESS", &session.address);
    let _window = Window::run(command);
    let desktop = desktop();
    until("no headline", || {
        let heard = reader.heard(desktop.clone());
        heard
            .iter()
            .find(|(role, name, _)| {
                *role == HEADING && name == "Rattachement conseillé : Communication"
            })
            .map(|_| ())
    });
    // How sure it is: a word, and a value of 0 to 100.
    let sure = until("no certainty", || {
        let heard = reader.heard(desktop.clone());
        let (_, name, node) = heard
            .into_iter()
            .find(|(_, name, _)| name.starts_with("Rattachement : Communication"))?;
        let value: f64 = reader.ask(&node, VALUE).get_property("CurrentValue").ok()?;
        Some((name, value))
    });
    assert_eq!(sure.0, "Rattachement : Communication (net)");
    assert!((80.0..=100.0).contains(&sure.1), "{sure:?}");
}
