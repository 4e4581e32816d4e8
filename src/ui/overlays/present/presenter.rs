//! The presenter's window while the room has its own: the slide as the room has it, the next one, what
//! to say, the time, and the sliders of the slide.

use eframe::egui::{
    Align, CentralPanel, Frame, Layout, Margin, Panel, Pos2, Rect, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, vec2,
};

use super::bar::Asked;
use super::place;
use super::shown::Shown;
use super::slide::Slide;
use crate::i18n::Words;
use crate::model::{FactorId, FactorInput, Knowledge};
use crate::ui::document::now;
use crate::ui::paint::glide::Glide;
use crate::ui::paint::style::{self, TITLE, bold, color, palette, small};
use crate::ui::paint::widgets::{aligned_right, ends, primary, slider, warned};
use crate::ui::screens::{Seen, Stand};
use crate::wording::Teller;

/// Share of the width for the next slide and what to say.
const ASIDE: f32 = 0.36;
/// How wide a slider is at least.
const SLIDER: f32 = 250.0;
/// The sliders have no more than this share of the height.
const SLIDERS: f32 = 0.36;
/// Between two columns of them.
const BETWEEN: f32 = 28.0;
const CLOCK: f32 = 22.0;

/// How things stand.
pub struct Desk<'a> {
    pub teller: Teller<'a>,
    pub slides: &'a [Slide],
    /// The place of the slide.
    pub at: usize,
    pub hiding: bool,
    pub revealed: bool,
    pub blank: bool,
    /// Whole minutes since the beginning.
    pub minutes: u64,
    pub seen: &'a Seen,
    pub stand: &'a Stand,
    /// Whether the room's screen is not there any more.
    pub lost: bool,
    /// Whether the room's window was closed.
    pub closed: bool,
}

impl Desk<'_> {
    /// The time, where the room looks, and the way out.
    pub fn top(&self, ui: &mut Ui) -> Option<Asked> {
        let words = self.teller.words;
        let mut asked = None;
        Panel::top("presenter").show(ui, |ui| {
            aligned_right(ui, |ui| {
                if ui.button(words.get("present-leave")).clicked() {
                    asked = Some(Asked::Leave);
                }
                if self.seen.screens.len() > 1 {
                    let told = words.get("room-swap");
                    if ui.button(told).clicked() {
                        asked = Some(Asked::Swap);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let time = self.teller.time_of_day(now());
                    ui.label(bold(time).size(CLOCK));
                    let args = [("minutes", self.minutes)];
                    ui.label(words.with("presenter-since", &args));
                    ui.separator();
                    let chosen = place::choice(ui, words, self.seen, self.stand);
                    asked = chosen.map(Asked::Place).or(asked.take());
                });
            });
            let trouble = if self.closed {
                Some(words.get("room-closed"))
            } else {
                self.lost.then(|| words.get("room-lost"))
            };
            if let Some(told) = trouble {
                ui.horizontal(|ui| {
                    ui.label(bold(warned(&told)));
                    if self.closed && ui.button(words.get("room-reopen")).clicked() {
                        asked = Some(Asked::Reopen);
                    }
                });
            }
        });
        asked
    }

    /// What leads through the slides.
    pub fn bottom(&self, ui: &mut Ui) -> Option<Asked> {
        let (words, last) = (self.teller.words, self.slides.len() - 1);
        let mut asked = None;
        Panel::bottom("presenter steps").show(ui, |ui| {
            ui.add_space(2.0);
            ui.horizontal_wrapped(|ui| {
                let back = ui.add_enabled_ui(self.at > 0, |ui| {
                    ui.button(words.get("present-previous")).clicked()
                });
                if back.inner {
                    asked = Some(Asked::Go(self.at - 1));
                }
                let on = ui.add_enabled_ui(self.at < last, |ui| {
                    primary(ui, &words.get("present-next")).clicked()
                });
                if on.inner {
                    asked = Some(Asked::Go(self.at + 1));
                }
                let args = [
                    ("title", self.slides[self.at].title(self.teller)),
                    ("number", (self.at + 1).to_string()),
                    ("count", self.slides.len().to_string()),
                ];
                ui.label(bold(words.with("present-step", &args)));
                ui.separator();
                let mut hiding = self.hiding;
                if ui
                    .checkbox(&mut hiding, words.get("present-hide"))
                    .changed()
                {
                    asked = Some(Asked::Hide);
                }
                let hidden = self.hiding && !self.revealed;
                let reveal = ui.add_enabled_ui(hidden, |ui| {
                    ui.button(words.get("present-reveal")).clicked()
                });
                if reveal.inner {
                    asked = Some(Asked::Reveal);
                }
                let mut blank = self.blank;
                if ui
                    .checkbox(&mut blank, words.get("presenter-blank"))
                    .changed()
                {
                    asked = Some(Asked::Blank);
                }
            });
            ui.add_space(2.0);
        });
        asked
    }

    /// The sliders of a factor, all of them where there is room.
    pub fn sliders(&self, ui: &mut Ui, at: FactorId, input: &mut FactorInput) {
        let most = SLIDERS * ui.max_rect().height();
        let id = ui.scope_id().with("height of the sliders");
        let known = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(most);
        let frame = Frame::side_top_panel(ui.style());
        let height = known.min(most) + frame.total_margin().sum().y;
        let needed = Panel::bottom("presenter sliders")
            .resizable(false)
            .frame(frame)
            .exact_size(height)
            .show(ui, |ui| {
                let area = ScrollArea::vertical().auto_shrink(false);
                let told = area.show(ui, |ui| {
                    sliders(ui, self.teller.knowledge, at, input, self.teller.words);
                });
                told.content_size.y
            })
            .inner;
        if needed != known {
            ui.data_mut(|data| data.insert_temp(id, needed));
            ui.request_discard("the sliders are as high as another factor's no more");
        }
    }

    /// The next slide, and what to say of this one.
    pub fn aside(&self, ui: &mut Ui, next: Option<&Shown>, room: Vec2, notes: &[String]) {
        let words = self.teller.words;
        let width = (ASIDE * ui.max_rect().width()).round();
        Panel::right("presenter aside")
            .resizable(false)
            // As that of the slide beside it.
            .frame(Frame::side_top_panel(ui.style()).inner_margin(style::MARGIN))
            .exact_size(width)
            .show(ui, |ui| {
                let heading = match self.slides.get(self.at + 1) {
                    Some(slide) => {
                        let args = [("title", slide.title(self.teller))];
                        words.with("presenter-next", &args)
                    }
                    None => words.get("presenter-last"),
                };
                ui.label(bold(&heading));
                if let Some(next) = next {
                    let most = vec2(ui.available_width(), 0.42 * ui.available_height());
                    let (area, _) = ui.allocate_exact_size(fit(room, most), Sense::hover());
                    slide(ui, "next", area, next, room, &mut Glide::default());
                }
                ui.add_space(style::GAP);
                ui.label(bold(words.get("presenter-notes")).size(TITLE));
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    for note in notes {
                        ui.label(note);
                        ui.add_space(2.0);
                    }
                    if notes.is_empty() {
                        ui.label(small(ui, words.get("presenter-notes-none")));
                    }
                });
            });
    }

    /// The slide as the room has it, and what is hidden there; gives where the presenter points to, as a
    /// share of the slide, and whether the slide was clicked.
    pub fn centre(
        &self,
        ui: &mut Ui,
        shown: &Shown,
        hidden: Option<String>,
        room: Vec2,
        glide: &mut Glide,
    ) -> Option<(Vec2, bool)> {
        let words = self.teller.words;
        CentralPanel::default()
            .frame(style::ground(ui))
            .show(ui, |ui| {
                ui.label(bold(words.get("presenter-room")));
                if self.blank {
                    note(ui, words.get("presenter-black"), "");
                } else if let Some(answer) = hidden {
                    note(ui, words.get("presenter-hidden"), &answer);
                }
                let size = fit(room, ui.available_size());
                let free = ui.available_rect_before_wrap();
                let corner = free.min + vec2((free.width() - size.x) / 2.0, 0.0);
                let area = Rect::from_min_size(corner, size);
                slide(ui, "now", area, shown, room, glide);
                let (at, clicked) = ui.input(|input| {
                    let at = input.pointer.hover_pos();
                    (at, input.pointer.primary_clicked())
                });
                // What is open over the slide has its own clicks.
                let free = |at: Pos2| {
                    let over = ui.ctx().layer_id_at(at);
                    over.is_none_or(|over| over.order == ui.layer_id().order)
                };
                let at = at.filter(|at| area.contains(*at) && free(*at))?;
                Some(((at - area.min) / area.size(), clicked))
            })
            .inner
    }
}

/// The largest of the form of `whole` that fits.
fn fit(whole: Vec2, within: Vec2) -> Vec2 {
    let times = (within.x / whole.x).min(within.y / whole.y).max(0.01);
    (times * whole).floor().max(vec2(1.0, 1.0))
}

/// A slide with a line around it.
fn slide(ui: &mut Ui, salt: &str, area: Rect, shown: &Shown, room: Vec2, glide: &mut Glide) {
    let mut within = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(area));
    shown.draw_small(&mut within, area, room, glide);
    let pen = Stroke::new(1.0, color(palette(ui).line));
    ui.painter()
        .rect_stroke(area, 0.0, pen, StrokeKind::Outside);
}

/// What only the presenter is told.
fn note(ui: &mut Ui, title: String, told: &str) {
    let ink = palette(ui);
    Frame::new()
        .fill(color(ink.soft))
        .inner_margin(Margin::symmetric(10, 6))
        .corner_radius(style::CORNER)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.label(bold(title));
                ui.label(told);
            });
        });
}

fn sliders(
    ui: &mut Ui,
    knowledge: &Knowledge,
    at: FactorId,
    input: &mut FactorInput,
    words: &Words,
) {
    let (lang, factor) = (words.lang(), &knowledge.factors[at]);
    if let Some(choice) = &factor.choice {
        ui.horizontal_wrapped(|ui| {
            ui.label(bold(choice.label.get(lang)));
            for option in &choice.options {
                let text = option.label.get(lang);
                ui.selectable_value(&mut input.choice, option.id.clone(), text);
            }
        });
    }
    let speaking: Vec<_> = knowledge.speaking(at, &input.choice).collect();
    let most = (ui.available_width() / SLIDER).floor().max(1.0) as usize;
    let columns = speaking.len().clamp(1, most);
    ui.spacing_mut().item_spacing.x = BETWEEN;
    for row in speaking.chunks(columns) {
        ui.columns(columns, |columns| {
            for (ui, &quantity) in columns.iter_mut().zip(row) {
                let quantity = &factor.quantities[quantity];
                let Some(setting) = input.quantities.get_mut(&quantity.id) else {
                    continue;
                };
                ui.spacing_mut().item_spacing.y = 1.0;
                let name = quantity.label.get(lang);
                let value = words.number(setting.value, 0);
                let args = [("label", name), ("value", value.as_str())];
                ui.label(bold(words.with("report-slider", &args)));
                ui.spacing_mut().slider_width = ui.available_width();
                slider(ui, &mut setting.value, name);
                ends(ui, quantity.low.get(lang), quantity.high.get(lang));
            }
        });
    }
}
