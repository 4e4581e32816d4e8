//! Why there is no window, in a sentence that someone who is no programmer can act on. What the
//! libraries say of it is for programmers, and stays unsaid.

use std::io::{IsTerminal, Write};

use super::files::system;
use crate::i18n::{self, Words};
use crate::model::Lang;

/// Why the window could not be opened, or not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no screen, or none that lets the program in.
    NoDisplay,
    /// There is a screen, and nothing that could draw on it.
    NoOpenGl,
    /// The window was there, and its session came to an end.
    DisplayLost,
}

impl Refusal {
    pub(super) fn of(error: &eframe::Error, opened: bool) -> Self {
        use eframe::Error;
        match error {
            _ if opened => Self::DisplayLost,
            Error::Glutin(_) | Error::NoGlutinConfigs(..) | Error::OpenGL(_) => Self::NoOpenGl,
            #[cfg(windows)]
            Error::Wgpu(_) => Self::NoOpenGl,
            _ => Self::NoDisplay,
        }
    }

    fn sentence(self, words: &Words) -> String {
        match self {
            Self::NoDisplay => words.get("window-no-display"),
            Self::NoOpenGl => words.get("window-no-opengl"),
            Self::DisplayLost => words.get("window-lost"),
        }
    }

    /// Says it where the program was started, and in a box of the system's own to someone who
    /// clicked on it.
    pub fn tell(self, lang: Option<Lang>, err: &mut (impl Write + IsTerminal)) {
        let words = Words::new(lang.unwrap_or_else(i18n::of_system));
        let sentence = self.sentence(&words);
        let _ = writeln!(err, "attache: {sentence}");
        // Without a display there is no box either.
        if self == Self::NoOpenGl && !err.is_terminal() {
            system::alert(&sentence);
        }
    }
}
