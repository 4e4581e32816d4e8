//! The sheet of shortcuts.

use eframe::egui::{Context, Frame, Grid, Id, Modal, ScrollArea};

use crate::i18n::Words;
use crate::ui::command::Command;
use crate::ui::paint::keys::shortcut_told;
use crate::ui::paint::style::{TITLE, bold, small};

/// Shows the sheet; `true` once it is to be closed.
pub fn show(ctx: &Context, words: &Words) -> bool {
    let frame = Frame::window(&ctx.global_style()).inner_margin(20);
    let modal = Modal::new(Id::unique("shortcuts"))
        .frame(frame)
        .show(ctx, |ui| {
            ui.label(bold(words.get("command-shortcuts")).size(TITLE));
            let height = ui.ctx().content_rect().height() - 180.0;
            let sheet = ScrollArea::vertical().max_height(height);
            sheet.min_scrolled_height(height).show(ui, |ui| {
                Grid::new("shortcuts")
                    .striped(true)
                    .num_columns(4)
                    .show(ui, |ui| {
                        let rows = Command::named().into_iter().map(|command| command.row());
                        let bound: Vec<_> = rows
                            .filter_map(|row| Some((row.name, row.shortcut()?)))
                            .collect();
                        for pair in bound.chunks(2) {
                            for (name, keys) in pair {
                                ui.label(words.get(name));
                                ui.label(bold(shortcut_told(ui.ctx(), *keys, words)));
                            }
                            ui.end_row();
                        }
                    });
                ui.label(small(ui, words.get("shortcuts-help")));
                ui.label(small(ui, words.get("shortcuts-present")));
            });
            ui.button(words.get("close")).clicked()
        });
    modal.inner || modal.should_close()
}
