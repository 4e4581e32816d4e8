//! The top of the window: menus, and what is open.

use std::path::PathBuf;

use eframe::egui::{Align, Button, Layout, MenuBar, Ui};

use crate::i18n::Words;
use crate::model::{Lang, Profile};
use crate::store::ThemeChoice;
use crate::ui::command::Command;
use crate::ui::paint::style::{bold, small};
use crate::wording;

/// What a menu can ask for beside a command.
pub enum Asked {
    Command(Command),
    Recent(PathBuf),
    Example(usize),
    Language(Lang),
    Theme(ThemeChoice),
}

/// What the menus show.
pub struct Menu<'a> {
    /// What an undo would change, or a redo (`true`), in words.
    pub change: &'a dyn Fn(bool) -> Option<String>,
    pub words: &'a Words,
    pub profile: &'a Profile,
    pub changed: bool,
    pub theme: ThemeChoice,
    pub recent: &'a [PathBuf],
    /// Names of the examples.
    pub examples: &'a [String],
    pub enabled: &'a dyn Fn(Command) -> bool,
}

impl Menu<'_> {
    pub fn show(&self, ui: &mut Ui) -> Vec<Asked> {
        let mut asked = Vec::new();
        MenuBar::new().ui(ui, |ui| {
            ui.menu_button(self.words.get("menu-file"), |ui| self.file(ui, &mut asked));
            ui.menu_button(self.words.get("menu-edit"), |ui| {
                self.commands(ui, &[Command::Undo, Command::Redo], &mut asked);
                ui.separator();
                let edits = [Command::CopyChart, Command::NewScenario];
                self.commands(ui, &edits, &mut asked);
            });
            ui.menu_button(self.words.get("menu-view"), |ui| self.view(ui, &mut asked));
            ui.menu_button(self.words.get("menu-help"), |ui| {
                let help = [
                    Command::ShowPalette,
                    Command::ShowShortcuts,
                    Command::TakeTour,
                ];
                self.commands(ui, &help, &mut asked);
            });
            ui.menu_button(self.words.get("menu-examples"), |ui| {
                for (index, name) in self.examples.iter().enumerate() {
                    if ui.button(name).clicked() {
                        asked.push(Asked::Example(index));
                        ui.close();
                    }
                }
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui
                    .button(self.words.get("switch-language"))
                    .on_hover_text(self.hint(Command::SwitchLanguage, ui))
                    .clicked()
                {
                    asked.push(Asked::Command(Command::SwitchLanguage));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.title(ui));
            });
        });
        asked
    }

    fn title(&self, ui: &mut Ui) {
        ui.add_space(16.0);
        let name = wording::company_name(self.profile, self.words);
        ui.add(eframe::egui::Label::new(bold(name)).truncate());
        if self.changed {
            ui.label(small(ui, self.words.get("unsaved")));
        }
    }

    fn hint(&self, command: Command, ui: &Ui) -> String {
        let name = self.words.get(command.key());
        match command.shortcut() {
            Some(keys) => format!("{name} ({})", ui.ctx().format_shortcut(&keys)),
            None => name,
        }
    }

    /// A command's name; undo and redo say of what.
    fn name(&self, command: Command) -> String {
        let name = self.words.get(command.key());
        let change = match command {
            Command::Undo => (self.change)(false),
            Command::Redo => (self.change)(true),
            _ => None,
        };
        match change {
            Some(change) => self
                .words
                .with("command-of", &[("command", &name), ("change", &change)]),
            None => name,
        }
    }

    fn commands(&self, ui: &mut Ui, commands: &[Command], asked: &mut Vec<Asked>) {
        for &command in commands {
            let mut button = Button::new(self.name(command));
            if let Some(keys) = command.shortcut() {
                button = button.shortcut_text(ui.ctx().format_shortcut(&keys));
            }
            if ui.add_enabled((self.enabled)(command), button).clicked() {
                asked.push(Asked::Command(command));
                ui.close();
            }
        }
    }

    fn file(&self, ui: &mut Ui, asked: &mut Vec<Asked>) {
        self.commands(ui, &[Command::New, Command::Open], asked);
        ui.add_enabled_ui(!self.recent.is_empty(), |ui| {
            ui.menu_button(self.words.get("menu-recent"), |ui| {
                for path in self.recent {
                    let name = path.file_name().unwrap_or(path.as_os_str());
                    let button = ui
                        .button(name.to_string_lossy())
                        .on_hover_text(path.display().to_string());
                    if button.clicked() {
                        asked.push(Asked::Recent(path.clone()));
                        ui.close();
                    }
                }
            });
        });
        ui.separator();
        self.commands(
            ui,
            &[Command::Save, Command::SaveAs, Command::Revert],
            asked,
        );
        ui.separator();
        let exports = [
            Command::ExportPage,
            Command::ExportSlide,
            Command::ExportChart,
            Command::ExportReport,
        ];
        self.commands(ui, &exports, asked);
        ui.separator();
        let knowledge = [
            Command::OpenKnowledge,
            Command::ExportKnowledge,
            Command::UseBuiltinKnowledge,
        ];
        self.commands(ui, &knowledge, asked);
        ui.separator();
        self.commands(ui, &[Command::Quit], asked);
    }

    fn view(&self, ui: &mut Ui, asked: &mut Vec<Asked>) {
        let views = [
            Command::ShowChart,
            Command::ShowWhy,
            Command::ShowSureness,
            Command::ShowEvolution,
            Command::ShowCompare,
            Command::ShowGroup,
        ];
        self.commands(ui, &views, asked);
        self.commands(ui, &[Command::Present], asked);
        ui.separator();
        let course = [
            Command::PlayCourse,
            Command::EarlierQuarter,
            Command::LaterQuarter,
        ];
        self.commands(ui, &course, asked);
        ui.separator();
        for lang in Lang::ALL {
            let here = self.words.lang() == lang;
            // Each language is named in itself, so that it can be found from the other one.
            let name = self.words.get(match lang {
                Lang::Fr => "language-fr",
                Lang::En => "language-en",
            });
            if ui.radio(here, name).clicked() {
                asked.push(Asked::Language(lang));
                ui.close();
            }
        }
        ui.separator();
        for (theme, key) in [
            (ThemeChoice::System, "theme-system"),
            (ThemeChoice::Light, "theme-light"),
            (ThemeChoice::Dark, "theme-dark"),
            (ThemeChoice::Contrast, "theme-contrast"),
        ] {
            if ui.radio(self.theme == theme, self.words.get(key)).clicked() {
                asked.push(Asked::Theme(theme));
                ui.close();
            }
        }
        ui.separator();
        let zooms = [Command::ZoomIn, Command::ZoomOut, Command::ZoomReset];
        self.commands(ui, &zooms, asked);
    }
}
