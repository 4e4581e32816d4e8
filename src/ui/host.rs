//! The window as the system drives it, and as tests look at it.

use eframe::egui::{Context, Ui, ViewportCommand};

use super::app::App;
use super::screens::Screens;
use crate::analysis::Answers;
use crate::model::{Knowledge, Profile, Scenario};

impl App {
    /// The open profile.
    pub fn profile(&self) -> &Profile {
        &self.window.document.profile
    }

    /// The scenario that is looked at.
    pub fn scenario(&self) -> &Scenario {
        self.window.document.scenario()
    }

    pub fn answers(&self) -> &Answers {
        &self.window.analyses.answers
    }

    pub fn knowledge(&self) -> &Knowledge {
        &self.window.session.knowledge
    }

    /// Has other screens told of, as if a computer had them.
    pub fn sees(&mut self, screens: Screens) {
        self.window.screens = screens;
    }

    /// Whether there is unsaved work.
    pub fn is_changed(&self) -> bool {
        self.window.document.is_changed()
    }

    /// Whether the window is about to close: it was told to, and no unsaved work is in the way.
    pub fn is_leaving(&self) -> bool {
        self.window.leaving
    }
}

impl eframe::App for App {
    /// Also while the window is hidden.
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        if self.window.ending.has_come() {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let frame = std::panic::AssertUnwindSafe(|| self.show(ui));
        if let Err(panic) = std::panic::catch_unwind(frame) {
            // Whatever went wrong, the work is kept, and offered at the next start.
            let window = &mut self.window;
            window.files.crash(&window.document, &window.session.words);
            std::panic::resume_unwind(panic);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let window = &mut self.window;
        window.session.end();
        let words = &window.session.words;
        window.files.finish(&window.document, window.leaving, words);
    }
}
