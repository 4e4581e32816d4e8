//! A window driven through its accessibility tree.

mod after;
mod article;
mod ballot;
mod comparables;
mod compare;
mod contacts;
mod describe;
mod drops;
mod evolution;
mod files;
mod hand;
mod journal;
mod knowledge;
mod marks;
mod meeting;
mod outside;
mod panels;
mod phones;
mod pictures;
mod present;
mod present_apart;
mod review;
mod scripts;
mod small;
mod template;
mod wishes;

use std::path::{Path, PathBuf};

use crate::poll::room::loopback;
use attache::model::{Journal, Lang, Profile};
use attache::store::{Claims, Disk, Recovery, SettingsFile, SystemFonts, examples};
use attache::ui::{App, Handed, Hands, Picked, Picker, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// A window tall enough to show everything at once, so that nothing hides in a scroll area.
pub fn window_on(profile: Option<PathBuf>, lang: Lang) -> Harness<'static, App> {
    open(profile, SettingsFile::default(), Claims::default(), lang)
}

/// One of several windows, which know of each other.
pub fn window_beside(profile: PathBuf, claims: &Claims) -> Harness<'static, App> {
    let settings = SettingsFile::default();
    open(Some(profile), settings, claims.clone(), Lang::En)
}

/// A window that remembers between runs.
pub fn window_with(settings: SettingsFile, lang: Lang) -> Harness<'static, App> {
    open(None, settings, Claims::default(), lang)
}

fn open(
    profile: Option<PathBuf>,
    settings: SettingsFile,
    claims: Claims,
    lang: Lang,
) -> Harness<'static, App> {
    begin(start(profile, settings, claims, lang))
}

/// A window that writes on a disk that the test makes fail.
pub fn window_on_disk(profile: PathBuf, disk: Disk) -> Harness<'static, App> {
    let (settings, claims) = (SettingsFile::default(), Claims::default());
    begin(Start {
        disk,
        ..start(Some(profile), settings, claims, Lang::En)
    })
}

/// A window that asks for files with a dialog of the system, which answers so; once it has given all
/// its answers, it is silent.
pub fn window_answered(profile: Option<PathBuf>, answers: Vec<Picked>) -> Harness<'static, App> {
    let (tell, told) = std::sync::mpsc::channel();
    for answer in answers {
        tell.send(answer).unwrap();
    }
    begin(Start {
        profile,
        picker: Picker::scripted(told),
        ..usual()
    })
}

/// What a window starts from, unless a test wants it otherwise.
pub fn usual() -> Start {
    start(None, SettingsFile::default(), Claims::default(), Lang::En)
}

/// As [`usual`], in a language.
pub fn start_in(lang: Lang) -> Start {
    start(None, SettingsFile::default(), Claims::default(), lang)
}

fn start(profile: Option<PathBuf>, settings: SettingsFile, claims: Claims, lang: Lang) -> Start {
    Start {
        profile,
        lang: Some(lang),
        settings,
        knowledge: None,
        recovery: Recovery::default(),
        claims,
        disk: Disk::default(),
        picker: Picker::in_app(),
        watches: false,
        hands: Hands::by(|_, _| Handed::Unable),
        fonts: SystemFonts::of_files(Vec::new()),
        networks: || Ok(vec![loopback()]),
        blocks: Some(16),
    }
}

pub fn begin(start: Start) -> Harness<'static, App> {
    let app = App::new(&egui::Context::default(), start);
    let mut harness = Harness::builder()
        .with_size([1600.0, 4600.0])
        .with_context_setup(attache::ui::install)
        .build_ui_state(|ui, app: &mut App| app.show(ui), app);
    harness.run();
    harness
}

/// The open profile but for its journal, which notes what was done since.
pub fn contents(harness: &Harness<'_, App>) -> Profile {
    let mut profile = harness.state().profile().clone();
    profile.header.journal = Journal::default();
    profile
}

pub fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

pub fn profile_file(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    let example = &examples()[3];
    std::fs::write(&path, example.text).unwrap();
    path
}

/// Types a path in the window's own path field and confirms it.
pub fn type_path(harness: &mut Harness<'_, App>, path: &Path) {
    let field = harness.get_by_role_and_label(Role::TextInput, "Path of the file");
    field.focus();
    harness.run();
    press(harness, Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::TextInput, "Path of the file")
        .type_text(&path.display().to_string());
    harness.run();
    harness.key_press(Key::Enter);
    harness.run_steps(4);
}

/// A file as the system drops it.
pub fn dropped(path: &Path) -> egui::DroppedFileHandle {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            std::fs::read(&self.0).map_err(|error| error.to_string())
        }
    }
    std::sync::Arc::new(Dropped(path.to_owned()))
}
