//! The top of the window: menus, and what is open.

use std::path::PathBuf;

use eframe::egui::{Align, Button, Label, Layout, MenuBar, Role, ScrollArea, TextWrapMode, Ui};

use crate::draw::as_seen;
use crate::draw::{Weight, width};
use crate::ui::command::{self, Command, State};
use crate::ui::document::Document;
use crate::ui::paint::keys::shortcut_told;
use crate::ui::paint::style::{GAP, SMALL, bold, small};
use crate::ui::paint::widgets::labelled;
use crate::ui::panels::scenarios;
use crate::ui::panels::{Folds, Side};
use crate::ui::session::Session;

/// The most of the room beside the menus that the scenarios take, as a share.
const ROOM: f32 = 0.7;

/// What the menus show.
pub struct Menu<'a> {
    pub session: &'a Session,
    pub document: &'a Document,
    pub folds: &'a Folds,
    pub state: &'a dyn Fn(&Command) -> State,
    pub asked: &'a mut Vec<Command>,
}

impl Menu<'_> {
    pub fn show(&mut self, ui: &mut Ui) {
        MenuBar::new().ui(ui, |ui| {
            for (menu, key) in [
                (command::Menu::File, "menu-file"),
                (command::Menu::Edit, "menu-edit"),
                (command::Menu::View, "menu-view"),
            ] {
                ui.menu_button(self.session.words.get(key), |ui| {
                    low(ui, |ui| self.menu(ui, menu));
                });
            }
            ui.menu_button(self.session.words.get("menu-examples"), |ui| {
                for (place, header) in self.session.examples().iter().enumerate() {
                    let Some(header) = header else {
                        continue;
                    };
                    if ui.button(&header.company).clicked() {
                        self.ask(ui, Command::Example(place));
                    }
                }
            });
            let help = self.session.words.get("menu-help");
            ui.menu_button(help, |ui| low(ui, |ui| self.menu(ui, command::Menu::Help)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let switch = ui
                    .button(self.session.words.get("switch-language"))
                    .on_hover_text(self.hint(&Command::SwitchLanguage, ui));
                if switch.clicked() {
                    self.asked.push(Command::SwitchLanguage);
                }
                for side in [Side::Answer, Side::Sliders] {
                    let told = self.hint(&side.command(), ui);
                    if side.button(ui, self.folds.is_folded(side), &told).clicked() {
                        self.asked.push(side.command());
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.title(ui));
            });
        });
    }

    fn title(&mut self, ui: &mut Ui) {
        ui.add_space(16.0);
        let (teller, document) = (self.session.teller(), self.document);
        let name = teller.company_name(&document.profile.header);
        let unsaved = teller.words.get("unsaved");
        let unsaved = Some(unsaved).filter(|_| document.is_changed());
        let told = unsaved
            .as_deref()
            .map_or(0.0, |told| width(told, SMALL, Weight::Regular) + GAP);
        // The name gives way to the scenarios, down to a share of the room.
        let room = ui.available_width();
        let taken = scenarios::width_in(ROOM * room, ui, teller, document) + told + GAP;
        ui.scope(|ui| {
            ui.set_max_width((room - taken).max((1.0 - ROOM) * room - told));
            let shown = ui.add(Label::new(bold(as_seen(&name))).truncate());
            shown.widget_info(|| labelled(Role::Label, &name));
        });
        if let Some(unsaved) = unsaved {
            ui.label(small(ui, unsaved));
        }
        scenarios::show(ui, teller, document, self.asked);
    }

    fn ask(&mut self, ui: &Ui, command: Command) {
        self.asked.push(command);
        ui.close();
    }

    fn hint(&self, command: &Command, ui: &Ui) -> String {
        let row = command.row();
        let name = self.session.words.get(row.name);
        match row.shortcut() {
            Some(keys) => format!(
                "{name} ({})",
                shortcut_told(ui.ctx(), keys, &self.session.words)
            ),
            None => name,
        }
    }

    /// The commands of a menu, a line between its groups.
    fn menu(&mut self, ui: &mut Ui, menu: command::Menu) {
        let mut last = None;
        for command in Command::named() {
            let Some((_, group)) = command.row().place.filter(|(of, _)| *of == menu) else {
                continue;
            };
            if last.is_some_and(|last| last != group) {
                ui.separator();
            }
            last = Some(group);
            let opens = command == Command::Open;
            self.command(ui, command);
            if opens {
                self.recent(ui);
            }
        }
    }

    fn command(&mut self, ui: &mut Ui, command: Command) {
        let clicked = if command.is_choice() {
            let name = self.session.words.get(command.row().name);
            ui.radio(self.is_chosen(&command), name).clicked()
        } else {
            let state = (self.state)(&command);
            let mut button = Button::new(self.name(&command, state));
            if let Some(keys) = command.row().shortcut() {
                button = button.shortcut_text(shortcut_told(ui.ctx(), keys, &self.session.words));
            }
            let response = ui.add_enabled(state.is_ready(), button);
            match state.why() {
                Some(why) => response.on_disabled_hover_text(self.session.words.get(why)),
                None => response,
            }
            .clicked()
        };
        if clicked {
            self.ask(ui, command);
        }
    }

    /// Whether a command that chooses among several stands for the one in force.
    fn is_chosen(&self, command: &Command) -> bool {
        match command {
            Command::Language(lang) => self.session.words.lang() == *lang,
            Command::Theme(theme) => self.session.settings.theme == *theme,
            _ => false,
        }
    }

    /// A command's name; undo and redo also name what they would change, while they can be run.
    fn name(&self, command: &Command, state: State) -> String {
        let words = &self.session.words;
        let name = words.get(command.row().name);
        let change = state.is_ready().then(|| self.change(command)).flatten();
        change.map_or(name.clone(), |change| {
            words.with("command-of", &[("command", &name), ("change", &change)])
        })
    }

    /// What an undo or a redo would change, in words.
    fn change(&self, command: &Command) -> Option<String> {
        let now = &self.document.profile;
        let (before, after) = self.document.neighbours();
        let (from, to) = match command {
            Command::Undo => (before?, now),
            Command::Redo => (now, after?),
            _ => return None,
        };
        self.session.teller().change_in_brief(from, to)
    }

    /// The files that were open lately.
    fn recent(&mut self, ui: &mut Ui) {
        let recent: &[PathBuf] = &self.session.settings.recent;
        ui.add_enabled_ui(!recent.is_empty(), |ui| {
            ui.menu_button(self.session.words.get("menu-recent"), |ui| {
                for path in recent {
                    let name = path.file_name().unwrap_or(path.as_os_str());
                    let button = ui
                        .button(name.to_string_lossy())
                        .on_hover_text(path.display().to_string());
                    if button.clicked() {
                        self.asked.push(Command::OpenPath(path.clone()));
                        ui.close();
                    }
                }
            });
        });
    }
}

/// The room that a menu leaves of the window: its bar, and a margin.
const AROUND: f32 = 48.0;

/// A menu that scrolls where the window is lower than it is.
fn low(ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
    let most = (ui.ctx().content_rect().height() - AROUND).max(AROUND);
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    let area = ScrollArea::vertical()
        .max_height(most)
        .min_scrolled_height(most);
    area.show(ui, inside);
}
