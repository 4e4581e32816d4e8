//! The command palette: every command by its name, a few letters away.

use eframe::egui::{Align2, Area, Frame, Id, Key, Modal, Role, ScrollArea, TextEdit, Ui, vec2};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

use crate::i18n::Words;
use crate::ui::command::Command;
use crate::ui::paint::style::small;
use crate::ui::paint::widgets::labelled;

const WIDTH: f32 = 520.0;
const LIST: f32 = 320.0;

/// The open palette.
#[derive(Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
}

impl Palette {
    /// Shows the palette; gives the command once one is chosen, `Err` once it is dismissed.
    pub fn show(
        &mut self,
        ui: &Ui,
        words: &Words,
        enabled: &dyn Fn(Command) -> bool,
    ) -> Option<Result<Command, ()>> {
        let ctx = ui.ctx();
        let up = ctx.input_mut(|i| i.consume_key(eframe::egui::Modifiers::NONE, Key::ArrowUp));
        let down = ctx.input_mut(|i| i.consume_key(eframe::egui::Modifiers::NONE, Key::ArrowDown));
        let enter = ctx.input_mut(|i| i.consume_key(eframe::egui::Modifiers::NONE, Key::Enter));
        let frame = Frame::window(&ctx.global_style()).inner_margin(12);
        let area = Area::new(Id::unique("palette"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, 60.0))
            .order(eframe::egui::Order::Foreground);
        let modal = Modal::new(Id::unique("palette"))
            .area(area)
            .frame(frame)
            .show(ctx, |ui| {
                ui.set_width(WIDTH);
                let name = words.get("command-palette");
                let field = ui.add(
                    TextEdit::singleline(&mut self.typed)
                        .hint_text(words.get("palette-hint"))
                        .desired_width(f32::INFINITY),
                );
                field.widget_info(|| labelled(Role::TextInput, &name));
                field.request_focus();
                if field.changed() {
                    self.chosen = 0;
                }
                let found = matching(&self.typed, words, enabled);
                let last = found.len().saturating_sub(1);
                self.chosen = self.chosen.min(last);
                if down {
                    self.chosen = (self.chosen + 1).min(last);
                }
                if up {
                    self.chosen = self.chosen.saturating_sub(1);
                }
                if found.is_empty() {
                    ui.label(small(ui, words.get("palette-nothing")));
                }
                let mut run = None;
                ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
                    for (index, &command) in found.iter().enumerate() {
                        let here = index == self.chosen;
                        let mut button = eframe::egui::Button::new(words.get(command.key()))
                            .selected(here)
                            .frame(here)
                            .min_size(vec2(WIDTH - 20.0, 26.0));
                        if let Some(keys) = command.shortcut() {
                            button = button.shortcut_text(ui.ctx().format_shortcut(&keys));
                        }
                        let response = ui.add(button);
                        if here && (up || down) {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() || here && enter {
                            run = Some(command);
                        }
                    }
                });
                run
            });
        match modal.inner {
            Some(command) => Some(Ok(command)),
            None if modal.should_close() => Some(Err(())),
            None => None,
        }
    }
}

/// The commands that can be run and whose name matches what is typed, the best match first.
fn matching(typed: &str, words: &Words, enabled: &dyn Fn(Command) -> bool) -> Vec<Command> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut found: Vec<(Command, u32, usize)> = Command::ALL
        .into_iter()
        .filter(|&command| command != Command::ShowPalette && enabled(command))
        .filter_map(|command| {
            let name = words.get(command.key());
            let name = nucleo_matcher::Utf32Str::new(&name, &mut buffer);
            Some((command, pattern.score(name, &mut matcher)?, name.len()))
        })
        .collect();
    if !typed.trim().is_empty() {
        // Among equals, the name that is closest to what is typed.
        found.sort_by_key(|&(_, score, length)| (std::cmp::Reverse(score), length));
    }
    found.into_iter().map(|(command, _, _)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn every_command_is_found_by_its_name_and_accents_do_not_matter() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for command in Command::ALL {
                let found = matching(&words.get(command.key()), &words, &|_| true);
                assert!(
                    command == Command::ShowPalette || found.contains(&command),
                    "{command:?}"
                );
            }
        }
        let words = Words::new(Lang::Fr);
        assert_eq!(
            matching("evolution", &words, &|_| true)[0],
            Command::ShowEvolution
        );
        assert!(matching("evolution", &words, &|_| false).is_empty());
        assert_eq!(matching("enregistrer", &words, &|_| true)[0], Command::Save);
    }
}
