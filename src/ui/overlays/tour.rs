//! The guided tour: a card that leads from one part of the window to the next.

use eframe::egui::{
    Align2, Area, Id, Key, LayerId, Modifiers, Order, Rect, RichText, Role, Stroke, StrokeKind, Ui,
    vec2,
};

use crate::i18n::Words;
use crate::ui::paint::style::{self, BODY, TITLE, bold, color, palette, small};
use crate::ui::paint::widgets::labelled;

const WIDTH: f32 = 420.0;

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Cards,
    Headline,
    Centre,
    Answer,
    Views,
}

/// What is told, in order, and where to look meanwhile.
const STEPS: [(&str, Option<Part>); 7] = [
    ("tour-welcome", None),
    ("tour-cards", Some(Part::Cards)),
    ("tour-headline", Some(Part::Headline)),
    ("tour-centre", Some(Part::Centre)),
    ("tour-answer", Some(Part::Answer)),
    ("tour-views", Some(Part::Views)),
    ("tour-end", None),
];

/// Where the parts of the window are in this frame.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    pub cards: Option<Rect>,
    pub headline: Option<Rect>,
    pub centre: Option<Rect>,
    pub answer: Option<Rect>,
    pub views: Option<Rect>,
}

impl Places {
    fn of(&self, part: Part) -> Option<Rect> {
        match part {
            Part::Cards => self.cards,
            Part::Headline => self.headline,
            Part::Centre => self.centre,
            Part::Answer => self.answer,
            Part::Views => self.views,
        }
    }
}

#[derive(Default)]
pub struct Tour {
    step: usize,
}

impl Tour {
    /// Shows the step; `true` once the tour is over. The window stays usable meanwhile.
    pub fn show(&mut self, ui: &Ui, places: &Places, words: &Words) -> bool {
        let ctx = ui.ctx();
        let (key, part) = STEPS[self.step];
        let palette = palette(ui);
        if let Some(place) = part.and_then(|part| places.of(part)) {
            let layer = LayerId::new(Order::Foreground, Id::unique("tour frame"));
            ctx.layer_painter(layer).rect_stroke(
                place.shrink(3.0),
                f32::from(style::CORNER),
                Stroke::new(3.0, color(palette.accent)),
                StrokeKind::Inside,
            );
        }
        let mut over = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let screen = ctx.content_rect();
        Area::new(Id::unique("tour"))
            .order(Order::Tooltip)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -0.06 * screen.height()))
            .show(ctx, |ui| {
                style::card(ui)
                    .stroke(Stroke::new(2.0, color(palette.accent)))
                    .inner_margin(18)
                    .show(ui, |ui| {
                        ui.set_width(WIDTH.min(screen.width() - 60.0));
                        let text = words.get(key);
                        let (title, body) = text.split_once('\n').unwrap_or(("", &text));
                        ui.label(bold(title).size(TITLE));
                        ui.label(RichText::new(body).size(BODY));
                        ui.add_space(6.0);
                        ui.horizontal(|ui| {
                            let args = [
                                ("number", (self.step + 1).to_string()),
                                ("count", STEPS.len().to_string()),
                            ];
                            ui.label(small(ui, words.with("tour-step", &args)));
                            let last = self.step + 1 == STEPS.len();
                            let previous = ui.add_enabled_ui(self.step > 0, |ui| {
                                ui.button(words.get("present-previous"))
                            });
                            if previous.inner.clicked() {
                                self.step -= 1;
                            }
                            let next = words.get(if last { "tour-done" } else { "present-next" });
                            let button = ui.button(next.as_str());
                            button.widget_info(|| labelled(Role::Button, &next));
                            if button.clicked() {
                                if last {
                                    over = true;
                                } else {
                                    self.step += 1;
                                }
                            }
                            if !last && ui.button(words.get("tour-skip")).clicked() {
                                over = true;
                            }
                        });
                    });
            });
        over
    }
}
