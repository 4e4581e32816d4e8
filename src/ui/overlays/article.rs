//! The article, to be read in the window: from its beginning, or where it says what a card quotes.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::text::{CCursor, LayoutJob, TextFormat};
use eframe::egui::{
    Align, Context, FontFamily, FontId, Label, Rect, ScrollArea, Stroke, TextWrapMode, Ui,
};

use super::reading;
use crate::i18n::Words;
use crate::model::{Paragraph, ParagraphKind, Passage, article, passage};
use crate::ui::paint::style::{BODY, SMALL, TITLE, bold, bold_family, color, palette, small};

/// How wide the text is: some 75 letters, which the eye follows well.
const MEASURE: f32 = 620.0;
/// Height of a line, in ems.
const LEADING: f32 = 1.5;
/// How far the items of a list stand in.
const INDENT: f32 = 18.0;

/// The article while it is read.
pub struct Reading {
    quoted: Option<Passage>,
    /// Whether the passage is still to be brought into view.
    seeks: bool,
}

impl Reading {
    /// Opens the article where it says `quote`, at its beginning without one.
    pub fn new(quote: Option<&str>) -> Self {
        let quoted = quote.and_then(passage);
        Self {
            seeks: quoted.is_some(),
            quoted,
        }
    }

    /// Shows the article; `true` once it is to be closed.
    pub fn show(&mut self, ctx: &Context, words: &Words) -> bool {
        reading::sheet(ctx, "article", MEASURE, |ui| {
            ui.label(bold(words.get("article-title")).size(TITLE));
            ui.label(small(ui, words.get("article-language")));
            ui.add_space(8.0);
            let height = (ctx.content_rect().height() - 220.0).max(120.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false)
                .show(ui, |ui| {
                    reading::move_by_keys(ui, height - 2.0 * BODY * LEADING);
                    // The bar that scrolls stands clear of the text.
                    ui.set_width(ui.available_width() - 12.0);
                    self.text(ui);
                });
            ui.add_space(8.0);
            ui.button(words.get("close")).clicked()
        })
    }

    fn text(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 10.0;
        let all: Vec<(usize, Paragraph)> = article().enumerate().collect();
        // Who wrote it and where comes first.
        let source = |(_, paragraph): &&(usize, Paragraph)| paragraph.kind == ParagraphKind::Source;
        let first = all.iter().filter(source);
        let rest = all.iter().filter(|paragraph| !source(paragraph));
        for &(at, paragraph) in first.chain(rest) {
            let quoted = self.quoted.clone().filter(|quoted| quoted.paragraph == at);
            if paragraph.kind == ParagraphKind::Item {
                ui.horizontal_top(|ui| {
                    ui.add_space(INDENT);
                    ui.label("–");
                    self.paragraph(ui, paragraph, quoted);
                });
            } else {
                self.paragraph(ui, paragraph, quoted);
            }
        }
    }

    fn paragraph(&mut self, ui: &mut Ui, paragraph: Paragraph, quoted: Option<Passage>) {
        let palette = palette(ui);
        let (size, family, ink) = match paragraph.kind {
            ParagraphKind::Heading => (TITLE, bold_family(), palette.text),
            ParagraphKind::Source => (SMALL, FontFamily::Proportional, palette.muted),
            ParagraphKind::Plain | ParagraphKind::Item => {
                (BODY, FontFamily::Proportional, palette.text)
            }
        };
        let format = TextFormat {
            line_height: Some((size * LEADING).round()),
            ..TextFormat::simple(FontId::new(size, family), color(ink))
        };
        let text = paragraph.text;
        let bytes = quoted.map_or(0..0, |quoted| quoted.bytes);
        let marked = TextFormat {
            background: color(palette.soft),
            underline: Stroke::new(1.5, color(palette.accent)),
            ..format.clone()
        };
        let mut job = LayoutJob::default();
        job.wrap.max_width = ui.available_width();
        job.append(&text[..bytes.start], 0.0, format.clone());
        job.append(&text[bytes.clone()], 0.0, marked);
        job.append(&text[bytes.end..], 0.0, format);
        let label = Label::new(job.clone()).wrap_mode(TextWrapMode::Wrap);
        let place = ui.add(label).rect;
        if self.seeks && !bytes.is_empty() {
            let galley = ui.painter().layout_job(job);
            let letters = |to: usize| CCursor::new(text[..to].chars().count());
            let row = |to: usize| galley.pos_from_cursor(letters(to));
            let said = row(bytes.start).union(row(bytes.end));
            let said = Rect::from_min_size(place.min + said.min.to_vec2(), said.size());
            ui.scroll_to_rect_animation(said, Some(Align::Center), ScrollAnimation::none());
            // Where the text stands is known once it has been laid out.
            ui.ctx().request_repaint();
            self.seeks = false;
        }
    }
}
