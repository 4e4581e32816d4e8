//! A template for presentations: chosen in the window, used by the next export, refused with the reason.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use attache::draw::Theme;
use attache::i18n::Words;
use attache::model::{Accent, Knowledge, Lang, Profile};
use attache::report::{self, Document, Subject};
use attache::store::{SystemFonts, examples};
use attache::ui::{App, Picked};
use attache::wording::Teller;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::files::says;
use super::wishes::wait;
use super::{press, window_answered};

/// A presentation in a colour of its own.
fn template() -> Vec<u8> {
    let knowledge = Knowledge::builtin();
    let example = &examples()[0];
    let mut profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
    profile.header.brand.accent = Some(Accent::read("#7a1f5c").unwrap());
    let teller = Teller {
        knowledge: &knowledge,
        words: &Words::new(Lang::En),
        departments: &[],
    };
    let (subject, fonts) = (Subject::first(&profile), SystemFonts::of_files(Vec::new()));
    let deck = Document::Deck(None);
    let made = report::document(teller, subject, Theme::Light, deck, &fonts, |_| true);
    made.unwrap().bytes
}

fn theme_of(path: &Path) -> String {
    let mut archive = ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let mut theme = archive.by_name("ppt/theme/theme1.xml").unwrap();
    let mut text = String::new();
    theme.read_to_string(&mut text).unwrap();
    text
}

fn ask(harness: &mut Harness<'_, App>, command: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::TextInput).type_text(command);
    harness.run();
    press(harness, Modifiers::NONE, Key::Enter);
}

fn export(harness: &mut Harness<'_, App>, to: &Path) {
    press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    let name = to.file_name().unwrap().to_string_lossy().into_owned();
    wait(harness, "not exported", |harness| {
        says(harness, "Exported: ") && says(harness, &name)
    });
}

#[test]
fn a_template_is_followed_until_it_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let [own, evil, first, second] =
        ["own.potx", "evil.potx", "first.pptx", "second.pptx"].map(|name| folder.path().join(name));
    std::fs::write(&own, template()).unwrap();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("../../evil.xml", SimpleFileOptions::default())
        .unwrap();
    archive.write_all(b"<a/>").unwrap();
    std::fs::write(&evil, archive.finish().unwrap().into_inner()).unwrap();
    let answers = [&own, &evil, &first, &second].map(|path| Picked::Path(path.clone()));
    let mut harness = window_answered(None, answers.to_vec());
    ask(&mut harness, "Choose a PowerPoint template");
    assert!(says(&harness, "will follow the template"));
    // One that cannot be trusted is refused with the reason, and the other stays.
    ask(&mut harness, "Choose a PowerPoint template");
    assert!(says(&harness, "leads out of its folder"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    export(&mut harness, &first);
    assert!(theme_of(&first).contains("7A1F5C"));
    ask(&mut harness, "Use no PowerPoint template");
    export(&mut harness, &second);
    assert!(!theme_of(&second).contains("7A1F5C"));
}

#[test]
fn a_template_that_is_gone_when_it_is_needed_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let [own, to] = ["own.potx", "deck.pptx"].map(|name| folder.path().join(name));
    std::fs::write(&own, template()).unwrap();
    let answers = [&own, &to].map(|path| Picked::Path(path.clone()));
    let mut harness = window_answered(None, answers.to_vec());
    ask(&mut harness, "Choose a PowerPoint template");
    std::fs::remove_file(&own).unwrap();
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    wait(&mut harness, "not told", |harness| {
        says(harness, "own.potx")
    });
    assert!(!to.exists());
}
