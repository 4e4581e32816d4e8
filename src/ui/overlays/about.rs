//! What the program is: its version, what it answers with, and under which licences it may be used.

use std::sync::LazyLock;

use eframe::egui::{Context, Grid, RichText, ScrollArea, TextStyle, TextWrapMode};

use super::reading;
use crate::analysis::USUAL_SEED;
use crate::ui::paint::style::{TITLE, bold, small};
use crate::wording::Teller;

const WIDTH: f32 = 720.0;

/// Our licences, then those of what the program is made from, line by line.
static LICENCES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let texts = [
        include_str!("../../../LICENSE-MIT"),
        include_str!("../../../LICENSE-APACHE"),
        include_str!("../../../THIRD-PARTY.txt"),
    ];
    texts.iter().flat_map(|text| text.lines()).collect()
});

/// The sheet while it is shown.
#[derive(Default)]
pub struct About {
    copied: bool,
}

impl About {
    /// Shows the sheet; `true` once it is to be closed.
    pub fn show(&mut self, ctx: &Context, teller: Teller<'_>) -> bool {
        let words = teller.words;
        let facts = facts(teller);
        reading::sheet(ctx, "about", WIDTH, |ui| {
            ui.label(bold("Attache").size(TITLE));
            Grid::new("about").num_columns(2).show(ui, |ui| {
                for (name, value) in &facts {
                    ui.label(small(ui, name));
                    ui.label(value);
                    ui.end_row();
                }
            });
            ui.add_space(8.0);
            ui.label(bold(words.get("about-texts")));
            let height = (ctx.content_rect().height() - 330.0).max(100.0);
            let row = ui.text_style_height(&TextStyle::Monospace);
            ScrollArea::both()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false)
                .show_rows(ui, row, LICENCES.len(), |ui, rows| {
                    reading::move_by_keys(ui, height - 2.0 * row);
                    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
                    for line in &LICENCES[rows] {
                        ui.label(RichText::new(*line).monospace());
                    }
                });
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                if ui.button(words.get("about-copy")).clicked() {
                    let lines = facts
                        .iter()
                        .map(|(name, value)| format!("{name}\t{value}\n"));
                    ui.copy_text(format!("Attache\n{}", lines.collect::<String>()));
                    self.copied = true;
                }
                let close = ui.button(words.get("close")).clicked();
                if self.copied {
                    ui.label(small(ui, words.get("about-copied")));
                }
                close
            })
            .inner
        })
    }
}

/// What is said of the program, each under its name.
fn facts(teller: Teller<'_>) -> [(String, String); 4] {
    let words = teller.words;
    [
        (
            words.get("about-version"),
            env!("CARGO_PKG_VERSION").to_owned(),
        ),
        (words.get("about-licence"), words.get("about-licence-ours")),
        (words.get("about-knowledge"), teller.knowledge_name()),
        (words.get("about-seed"), USUAL_SEED.to_string()),
    ]
}
