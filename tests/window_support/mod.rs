//! A window driven through its accessibility tree.

#![allow(
    dead_code,
    reason = "each test file is a crate of its own and uses a part of this"
)]

use std::path::{Path, PathBuf};

use attache::model::Lang;
use attache::store::{Recovery, SettingsFile};
use attache::ui::{App, Picker, Start};
use egui::{Key, Modifiers};
use egui_kittest::Harness;

/// A window tall enough to show everything at once, so that nothing hides in a scroll area.
pub fn window_on(profile: Option<PathBuf>, lang: Lang) -> Harness<'static, App> {
    open(profile, SettingsFile::default(), lang)
}

/// A window that remembers between runs.
pub fn window_with(settings: SettingsFile, lang: Lang) -> Harness<'static, App> {
    open(None, settings, lang)
}

fn open(profile: Option<PathBuf>, settings: SettingsFile, lang: Lang) -> Harness<'static, App> {
    let start = Start {
        profile,
        lang: Some(lang),
        settings,
        knowledge: None,
        recovery: Recovery::default(),
        picker: Picker::in_app(),
        blocks: Some(16),
    };
    let app = App::new(&egui::Context::default(), start);
    let mut harness = Harness::builder()
        .with_size([1600.0, 4600.0])
        .with_context_setup(attache::ui::install)
        .build_ui_state(|ui, app: &mut App| app.show(ui), app);
    harness.run();
    harness
}

pub fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
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
