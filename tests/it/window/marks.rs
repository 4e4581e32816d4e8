//! The marks on what leaves the program: set in the window, refused with the reason, undone, exported.

use std::cell::RefCell;

use attache::model::{Accent, Logo, Profile};
use attache::store::{SettingsFile, examples};
use attache::ui::{App, Picked};
use egui::accesskit::Role;
use egui::{Color32, ColorImage, Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::wishes::wait;
use super::{press, window_answered, window_with};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\">\
    <path d=\"M0 0H60V20Z\"/></svg>";

fn open_marks(harness: &mut Harness<'_, App>) {
    press(harness, Modifiers::COMMAND, Key::K);
    let field = harness.get_by_role(Role::TextInput);
    field.type_text("Marks and mentions");
    harness.run();
    press(harness, Modifiers::NONE, Key::Enter);
    harness.get_by_role_and_label(Role::TextInput, "Client or consultancy");
}

fn type_in(harness: &mut Harness<'_, App>, name: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run_steps(8);
    press(harness, Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::TextInput, name)
        .type_text(text);
    harness.run_steps(8);
}

fn click(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    // What is scrolled to takes a few frames.
    harness.run_steps(8);
}

const ACCENT: &str = "Colour (such as #0b57a4)";

#[test]
fn the_marks_of_a_company_are_saved_with_its_profile() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.attache.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let logo = folder.path().join("logo.svg");
    std::fs::write(&logo, LOGO).unwrap();
    let mut harness = window_answered(Some(path.clone()), vec![Picked::Path(logo)]);
    open_marks(&mut harness);
    type_in(&mut harness, "Client or consultancy", "For the bank");
    // A colour that cannot be read is refused with the reason, and cannot be applied.
    type_in(&mut harness, ACCENT, "#ffee00");
    harness.get_by_label_contains("hard to read on white");
    click(&mut harness, "Apply");
    assert!(!harness.state().is_changed());
    type_in(&mut harness, ACCENT, "#7a1f5c");
    assert!(harness.query_by_label_contains("hard to read").is_none());
    click(&mut harness, "Choose a logo…");
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Image, "Logo");
    click(&mut harness, "Apply");
    assert!(harness.state().is_changed());
    press(&mut harness, Modifiers::COMMAND, Key::S);
    let text = std::fs::read_to_string(&path).unwrap();
    let knowledge = attache::model::Knowledge::builtin();
    let brand = Profile::parse(&knowledge, "p.ron", &text)
        .unwrap()
        .header
        .brand;
    assert_eq!(brand.client, "For the bank");
    assert_eq!(brand.accent.unwrap().color().hex(), "#7a1f5c");
    assert_eq!(brand.logo.unwrap().ratio(), 3.0);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(harness.state().is_changed());
}

#[test]
fn the_usual_marks_are_remembered_and_a_bad_logo_is_refused_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let known = attache::store::Settings {
        toured: true,
        ..Default::default()
    };
    settings.save(&known);
    let mut harness = window_with(settings.clone(), attache::model::Lang::En);
    open_marks(&mut harness);
    click(&mut harness, "Default");
    type_in(&mut harness, "Confidentiality notice", "Restricted");
    click(&mut harness, "Apply");
    assert!(!harness.state().is_changed());
    let (kept, _) = settings.load();
    assert_eq!(kept.brand.confidentiality, "Restricted");

    let bad = folder.path().join("logo.svg");
    std::fs::write(&bad, LOGO.replace("<path", "<text>A</text><path")).unwrap();
    let mut harness = window_answered(None, vec![Picked::Path(bad)]);
    open_marks(&mut harness);
    click(&mut harness, "Choose a logo…");
    harness.run_steps(4);
    harness.get_by_label_contains("turn the text into outlines");
}

/// The chart as F8 puts it on the clipboard.
fn copied(harness: &mut Harness<'_, App>) -> ColorImage {
    harness.key_press(Key::F8);
    let image = RefCell::new(None);
    wait(harness, "not copied", |harness| {
        let commands = &harness.output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            OutputCommand::CopyImage(image) => Some(image.clone()),
            _ => None,
        });
        let is_there = copied.is_some();
        image.replace(copied);
        is_there
    });
    image.into_inner().unwrap()
}

#[test]
fn the_chart_is_copied_as_it_is_exported_with_the_marks() {
    let folder = tempfile::tempdir().unwrap();
    let settings = SettingsFile::at(folder.path().join("settings.ron"));
    let mut known = attache::store::Settings {
        toured: true,
        ..Default::default()
    };
    let accent = Color32::from_rgb(0x7a, 0x1f, 0x5c);
    let mut seen = Vec::new();
    for is_marked in [false, true] {
        if is_marked {
            known.brand.accent = Some(Accent::read("#7a1f5c").unwrap());
            known.brand.logo = Some(Logo::of_file(LOGO.as_bytes()).unwrap());
        }
        settings.save(&known);
        let mut harness = window_with(settings.clone(), attache::model::Lang::En);
        let image = copied(&mut harness);
        assert_eq!(image.pixels.contains(&accent), is_marked);
        // The logo is black, in the upper right corner: no text stands there.
        let [width, height] = image.size;
        let corner = |at: usize| at / width < height / 6 && at % width > 7 * width / 8;
        let black = image.pixels.iter().enumerate();
        let black = black.filter(|(at, pixel)| corner(*at) && **pixel == Color32::BLACK);
        assert_eq!(black.count() > 100, is_marked);
        seen.push(image.size[0]);
    }
    assert_eq!(seen[0], seen[1]);
}
