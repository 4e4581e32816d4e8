//! What the program remembers between runs: language, theme, recent files, how the window stood.
//! Never a reason to fail.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::{Brand, Lang};

use super::disk::{Disk, own_folder};
use super::file::read_text;
use super::{name, path};

const MAX_RECENT: usize = 10;

/// Which theme to draw with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
    Contrast,
}

impl ThemeChoice {
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];
}

/// Where a presentation shows the room its slides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoomScreen {
    /// On another screen than the presenter's, full; on the presenter's where there is no other.
    #[default]
    Other,
    /// On the screen of this name, full; as for `Other` where it is not there.
    Named(String),
    /// On the presenter's own, full, in the place of all else.
    Same,
    /// In a window, to be shared in a meeting at a distance.
    Window,
}

/// How the window stood on the desktop, to stand so again.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// The left and the top of its frame, in pixels of all screens together; `None` where the system
    /// does not tell.
    pub position: Option<(i32, i32)>,
    /// The width and the height of its inside, in points of its screen.
    pub size: (f32, f32),
    /// Whether it filled its screen; position and size are then those that it goes back to.
    pub maximized: bool,
}

impl WindowPlace {
    fn is_sound(&self) -> bool {
        let sound = |side: f32| (1.0..=1e5).contains(&side);
        sound(self.size.0) && sound(self.size.1)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `None` follows the system.
    pub lang: Option<Lang>,
    pub theme: ThemeChoice,
    /// Zoom of the whole window, 1 being its natural size.
    pub zoom: Option<f32>,
    /// Most recent first.
    #[serde(
        serialize_with = "path::write_list",
        deserialize_with = "path::read_list"
    )]
    pub recent: Vec<PathBuf>,
    /// The file of the user's own knowledge base, if one is in use instead of the built-in one.
    #[serde(
        serialize_with = "path::write_option",
        deserialize_with = "path::read_option"
    )]
    pub knowledge: Option<PathBuf>,
    /// Who is at the keyboard, for the journal of a profile; may be empty.
    pub name: String,
    /// The file whose masters presentations have, if not the program's own.
    #[serde(
        serialize_with = "path::write_option",
        deserialize_with = "path::read_option"
    )]
    pub template: Option<PathBuf>,
    /// The marks on what leaves the program, where a profile has none of its own.
    pub brand: Brand,
    /// Whether the first start is over: someone chose a way in.
    pub toured: bool,
    /// How the window stood when it was last closed.
    pub window: Option<WindowPlace>,
    /// Where the room sees a presentation.
    pub room: RoomScreen,
}

impl Settings {
    /// Puts a file at the top of the recent files.
    pub fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.recent.retain(|known| !name::is_same(known, &path));
        self.recent.insert(0, path);
        self.recent.truncate(MAX_RECENT);
    }
}

/// The file with the settings; none in tests, and where the system has no folder for settings. Then
/// nothing is remembered.
#[derive(Clone, Debug, Default)]
pub struct SettingsFile(Option<PathBuf>);

impl SettingsFile {
    /// In the user's folder for settings of programs.
    pub fn of_user() -> Self {
        Self(
            directories::ProjectDirs::from("", "", "attache")
                .map(|dirs| dirs.config_dir().join("settings.ron")),
        )
    }

    /// Whether anything is remembered between runs.
    pub fn exists(&self) -> bool {
        self.0.is_some()
    }

    pub fn at(path: PathBuf) -> Self {
        Self(Some(path))
    }

    /// The settings, or the defaults with `true` when the file was there but unreadable.
    pub fn load(&self) -> (Settings, bool) {
        let Some(path) = self.0.as_ref().filter(|path| path.exists()) else {
            return (Settings::default(), false);
        };
        let read = read_text(path).ok();
        match read.and_then(|text| ron::from_str::<Settings>(&text).ok()) {
            Some(mut settings) => {
                settings.zoom = settings.zoom.filter(|zoom| zoom.is_finite());
                settings.window = settings.window.filter(WindowPlace::is_sound);
                settings.recent.truncate(MAX_RECENT);
                (settings, false)
            }
            None => (Settings::default(), true),
        }
    }

    /// Saves the settings if it can: losing them is no reason to interrupt anyone.
    pub fn save(&self, settings: &Settings) {
        let Some(path) = &self.0 else {
            return;
        };
        if let Some(folder) = path.parent() {
            let _ = own_folder(folder);
        }
        if let Ok(text) = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::new()) {
            let _ = Disk::default().write_private(path, text.as_bytes());
        }
    }
}
