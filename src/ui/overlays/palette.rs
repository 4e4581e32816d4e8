//! The command palette: every command by its name, a few letters away.

use eframe::egui::{
    Align2, Area, Button, Frame, Id, Key, Modal, Modifiers, Order, ScrollArea, TextEdit, Ui, vec2,
};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

use crate::i18n::Words;
use crate::ui::command::Command;
use crate::ui::paint::keys::shortcut_told;
use crate::ui::paint::style::small;
use crate::ui::paint::widgets::own_text;

const WIDTH: f32 = 520.0;
const LIST: f32 = 320.0;

/// The open palette.
#[derive(Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
}

impl Palette {
    /// Shows the palette, and asks for the command that is chosen; `true` once it is to be closed.
    pub fn show(
        &mut self,
        ui: &Ui,
        words: &Words,
        ready: impl Fn(&Command) -> bool,
        asked: &mut Vec<Command>,
    ) -> bool {
        let ctx = ui.ctx();
        let up = ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowUp));
        let down = ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowDown));
        let enter = ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        let frame = Frame::window(&ctx.global_style()).inner_margin(12);
        let area = Area::new(Id::unique("palette"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, 60.0))
            .order(Order::Foreground);
        let modal = Modal::new(Id::unique("palette"))
            .area(area)
            .frame(frame)
            .show(ctx, |ui| {
                ui.set_width(WIDTH);
                let name = words.get("command-palette");
                let edit = TextEdit::singleline(&mut self.typed)
                    .hint_text(words.get("palette-hint"))
                    .desired_width(f32::INFINITY);
                let field = own_text(ui, edit, &name);
                field.request_focus();
                if field.changed() {
                    self.chosen = 0;
                }
                let found = matching(&self.typed, words, ready);
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
                let mut chosen = None;
                let list = ScrollArea::vertical().max_height(LIST);
                list.min_scrolled_height(LIST).show(ui, |ui| {
                    for (index, command) in found.into_iter().enumerate() {
                        let row = command.row();
                        let here = index == self.chosen;
                        let mut button = Button::new(words.get(row.name))
                            .selected(here)
                            .frame(here)
                            .min_size(vec2(WIDTH - 20.0, 26.0));
                        if let Some(keys) = row.shortcut() {
                            button = button.shortcut_text(shortcut_told(ui.ctx(), keys, words));
                        }
                        let response = ui.add(button);
                        if here && (up || down) {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() || here && enter {
                            chosen = Some(command);
                        }
                    }
                });
                chosen
            });
        let closed = modal.inner.is_some() || modal.should_close();
        asked.extend(modal.inner);
        closed
    }
}

/// The commands that can be run and whose name matches what is typed, the best match first.
fn matching(typed: &str, words: &Words, ready: impl Fn(&Command) -> bool) -> Vec<Command> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut found: Vec<(Command, u32, usize)> = Command::named()
        .into_iter()
        .filter(|command| *command != Command::ShowPalette && !command.is_choice())
        .filter(ready)
        .filter_map(|command| {
            let name = words.get(command.row().name);
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
    use crate::ui::view::View;

    #[test]
    fn every_command_is_found_by_its_name_and_accents_do_not_matter() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for command in Command::named() {
                let found = matching(&words.get(command.row().name), &words, |_| true);
                let listed = command != Command::ShowPalette && !command.is_choice();
                assert_eq!(found.contains(&command), listed, "{command:?}");
            }
        }
        let words = Words::new(Lang::Fr);
        let first = |typed: &str| matching(typed, &words, |_| true).remove(0);
        assert_eq!(first("evolution"), Command::Show(View::Evolution));
        assert_eq!(first("enregistrer"), Command::Save);
        assert!(matching("evolution", &words, |_| false).is_empty());
    }
}
