//! What the screens are made of: the question, rows of large segments, the way on.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Align2, Button, Color32, CornerRadius, CursorIcon, FontFamily, FontId, Id, Label,
    Layout, Margin, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::flow::{Cursor, Screen, Step};
use crate::ui::paint::style::{bold, bold_family, color, palette};
use crate::ui::paint::widgets::labelled;
use crate::wording::Teller;

/// The height of a window, in points, at which the sizes below are not scaled.
const USUAL_HEIGHT: f32 = 720.0;
/// The widest that a question gets, in points, before it is scaled.
const WIDEST: f32 = 720.0;
/// The same for cards beside each other.
const WIDE: f32 = 1190.0;
/// Room for a scroll bar.
const BAR: f32 = 16.0;
/// Between segments.
pub const GAP: f32 = 6.0;
/// Corners of segments and large buttons.
const ROUND: u8 = 8;

/// How large everything is: larger in a large window.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    scale: f32,
    /// Left and right of the questions.
    side: f32,
}

impl Measures {
    /// For questions in so much room.
    pub fn of(width: f32, height: f32) -> Self {
        let scale = (height / USUAL_HEIGHT).clamp(0.78, 1.4);
        let least = if width < 600.0 { 24.0 } else { 44.0 };
        let side = ((width - WIDEST * scale) / 2.0).clamp(least, 120.0);
        Self { scale, side }
    }

    pub fn scale(self) -> f32 {
        self.scale
    }

    pub fn question(self) -> f32 {
        28.0 * self.scale
    }

    pub fn row(self) -> f32 {
        (16.0 * self.scale).max(14.0)
    }

    pub fn text(self) -> f32 {
        (14.0 * self.scale).max(12.5)
    }

    pub fn small(self) -> f32 {
        (12.0 * self.scale).max(11.5)
    }

    /// The height of segments, fields and large buttons.
    pub fn control(self) -> f32 {
        46.0 * self.scale
    }

    /// Between rows.
    pub fn between(self) -> f32 {
        16.0 * self.scale
    }

    /// The places of the progress, of what is asked, and of the ways on, one above the other.
    pub fn places(self, whole: Rect) -> [Rect; 3] {
        let inner = whole.shrink2(vec2(self.side, 16.0 * self.scale));
        let (head, foot) = (26.0 * self.scale + 27.0, self.control());
        let (top, rest) = inner.split_top_bottom_at_y(inner.top() + head);
        let (mut middle, bottom) = rest.split_top_bottom_at_y(rest.bottom() - foot);
        middle.max.y -= 12.0 * self.scale;
        // The scroll bar stands in the margin.
        middle.max.x += BAR;
        [top, middle, bottom]
    }

    /// Around cards that may stand beside each other in so much room.
    pub fn wide(self, width: f32) -> Margin {
        let side = ((width - WIDE * self.scale) / 2.0).clamp(24.0, 120.0);
        Margin::symmetric(side as i8, (18.0 * self.scale) as i8)
    }

    /// The width of questions in so much room.
    pub fn inner(self, width: f32) -> f32 {
        width - 2.0 * self.side
    }
}

/// A screen with a question while it is shown.
pub struct Page<'a> {
    pub measures: Measures,
    pub teller: Teller<'a>,
    /// Which step this is, from 1.
    pub number: usize,
    pub count: usize,
    pub is_last: bool,
    /// The name of the scenario, where there are several.
    pub scenario: String,
    /// How many rows of answers there are; after the last, the way on has the focus.
    pub rows: usize,
    /// Whether nothing is answered yet.
    pub can_skip: bool,
    pub cursor: &'a mut Cursor,
    /// The controls that take the key of the next screen for themselves.
    pub buttons: &'a mut Vec<Id>,
    /// Where someone wants to go.
    pub step: Option<Step>,
}

impl Page<'_> {
    /// How far the description is, and the way to the sliders.
    pub fn progress(&mut self, ui: &mut Ui) {
        let (words, measures) = (self.teller.words, self.measures);
        let args = [
            ("number", self.number.to_string()),
            ("count", self.count.to_string()),
        ];
        let told = if self.is_last {
            words.get("describe-done")
        } else {
            words.with("describe-progress", &args)
        };
        // Which of several scenarios is described.
        let shown = match self.scenario.as_str() {
            "" => told.clone(),
            scenario => format!("{told} · {scenario}"),
        };
        let palette = palette(ui);
        let line = vec2(ui.available_width(), 26.0 * measures.scale);
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(line, layout, |ui| {
            ui.set_min_height(line.y);
            let text = words.get("describe-sliders");
            if self.quiet(ui, &text, true).clicked() {
                self.step = Some(Step::Leave);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let told = bold(shown).size(measures.text());
                ui.label(told.color(color(palette.accent)));
            });
        });
        ui.add_space(4.0);
        let (area, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
        response.widget_info(|| labelled(Role::ProgressIndicator, &told));
        let width = (area.width() - GAP * (self.count - 1) as f32) / self.count as f32;
        for at in 0..self.count {
            let left = area.left() + at as f32 * (width + GAP);
            let part = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
            let ink = if at < self.number {
                palette.accent
            } else {
                palette.faint
            };
            ui.painter().rect_filled(part, 2.5, color(ink));
        }
    }

    /// The question of the screen, and what helps to answer it.
    pub fn question(&mut self, ui: &mut Ui, question: &str, help: &str) {
        let measures = self.measures;
        ui.add_space(measures.between() * 0.5);
        ui.add(Label::new(bold(question).size(measures.question())).wrap());
        self.muted(ui, help);
        ui.add_space(measures.between());
    }

    pub fn muted(&self, ui: &mut Ui, text: &str) {
        let text = RichText::new(text).size(self.measures.text());
        ui.add(Label::new(text.color(color(palette(ui).muted))).wrap());
    }

    /// Back, on, or on without an answer.
    pub fn ways(&mut self, ui: &mut Ui) {
        let (words, measures) = (self.teller.words, self.measures);
        // From the right: so the tabulator leads on before it leads back.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let on = words.get(if self.is_last {
                "describe-show"
            } else {
                "describe-next"
            });
            let response = primary(ui, measures, &on);
            if self.cursor.moved && self.cursor.row >= self.rows {
                response.request_focus();
            }
            // The key of the next screen does what it does: it is not one of those that take that key.
            if response.clicked() {
                self.step = Some(Step::Next);
            }
            if self.can_skip {
                let skip = words.get("describe-skip");
                if self.quiet(ui, &skip, true).clicked() {
                    self.step = Some(Step::Next);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let back = words.get("describe-back");
                if self.quiet(ui, &back, self.number > 1).clicked() {
                    self.step = Some(Step::Back);
                }
                if (1..usize::MAX).contains(&self.rows) {
                    self.keys(ui);
                }
            });
        });
    }

    /// Which keys answer, where there is room to say so.
    fn keys(&self, ui: &mut Ui) {
        let text = RichText::new(self.teller.words.get("describe-keys"));
        let label = Label::new(text.size(self.measures.small()).color(muted_ink(ui)));
        ui.add_space(16.0);
        ui.add(label.truncate());
    }

    /// A button that does not ask for attention.
    pub fn quiet(&mut self, ui: &mut Ui, text: &str, enabled: bool) -> Response {
        let ink = color(palette(ui).muted);
        let label = RichText::new(text).size(self.measures.text()).color(ink);
        let button = Button::new(label).frame_when_inactive(false);
        let response = ui.add_enabled(enabled, button);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, text));
        ring(ui, &response);
        self.buttons.push(response.id);
        response
    }

    /// A button beside the main one.
    pub fn secondary(&mut self, ui: &mut Ui, text: &str) -> Response {
        let label = RichText::new(text).size(self.measures.text());
        let height = self.measures.control() * 0.8;
        let response = ui.add(Button::new(label).min_size(vec2(0.0, height)));
        ring(ui, &response);
        self.buttons.push(response.id);
        response
    }

    /// Goes to another screen.
    pub fn to(&mut self, screen: Screen) {
        self.step = Some(Step::To(screen));
    }
}

/// The colour of what is told beside.
pub fn muted_ink(ui: &Ui) -> Color32 {
    color(palette(ui).muted)
}

/// The one button that leads on.
pub fn primary(ui: &mut Ui, measures: Measures, text: &str) -> Response {
    let palette = palette(ui);
    let label = bold(text)
        .size(measures.row())
        .color(color(palette.on_accent));
    let button = Button::new(label)
        .fill(color(palette.accent))
        .stroke(Stroke::NONE)
        .corner_radius(ROUND)
        .min_size(vec2(150.0, measures.control()));
    let response = ui.add(button);
    response.widget_info(|| labelled(Role::Button, text));
    ring(ui, &response);
    response
}

/// Shows that a control has the focus.
pub fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let pen = Stroke::new(2.0, color(palette(ui).accent));
        ui.painter().rect_stroke(
            response.rect.expand(3.0),
            ROUND + 2,
            pen,
            StrokeKind::Middle,
        );
    }
}

/// How a segment stands to what was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Open,
    /// It is the answer.
    Chosen,
    /// It is the nearest to what a slider says.
    Near,
}

/// One of the answers of a row.
pub struct Segment<'a> {
    pub text: &'a str,
    /// The key that chooses it.
    pub key: &'a str,
    /// What screen readers say.
    pub name: &'a str,
    pub look: Look,
    pub role: Role,
    pub enabled: bool,
    /// Whether the tabulator leads to it: a row is one stop.
    pub is_stop: bool,
    pub size: f32,
}

impl Segment<'_> {
    pub fn show(&self, ui: &mut Ui, area: Rect, id: Id) -> Response {
        let sense = match (self.enabled, self.is_stop) {
            (false, _) => Sense::hover(),
            (true, true) => Sense::click(),
            (true, false) => Sense::CLICK,
        };
        let response = ui.interact(area, id, sense);
        let chosen = self.look != Look::Open;
        response.widget_info(|| WidgetInfo::selected(self.role, self.enabled, chosen, self.name));
        let palette = palette(ui);
        let (fill, ink, border) = match self.look {
            Look::Chosen => (palette.accent, palette.on_accent, palette.accent),
            Look::Near => (palette.soft, palette.text, palette.accent),
            Look::Open if self.enabled && response.hovered() => {
                (palette.control_hover, palette.text, palette.accent)
            }
            Look::Open => (palette.control, palette.text, palette.faint),
        };
        let painter = ui.painter();
        let pen = Stroke::new(if chosen { 2.0 } else { 1.0 }, color(border));
        painter.rect(
            area,
            CornerRadius::same(ROUND),
            color(fill),
            pen,
            StrokeKind::Inside,
        );
        let family = if chosen {
            bold_family()
        } else {
            FontFamily::Proportional
        };
        let ink = color(ink);
        text_in(ui, self.text, FontId::new(self.size, family), ink, area);
        let hint = FontId::new(10.0, FontFamily::Proportional);
        let at = area.left_top() + vec2(6.0, 3.0);
        let faint = ink.gamma_multiply(0.75);
        painter.text(at, Align2::LEFT_TOP, self.key, hint, faint);
        if self.enabled && response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        ring(ui, &response);
        response
    }
}

/// A text in the middle of an area, broken where it is too wide and smaller where a word is.
fn text_in(ui: &Ui, text: &str, font: FontId, ink: Color32, area: Rect) {
    let room = area.width() - 8.0;
    let widest = |size: f32| {
        let widths = text.split(' ').map(|word| {
            let font = FontId::new(size, font.family.clone());
            ui.painter()
                .layout_no_wrap(word.to_owned(), font, ink)
                .size()
                .x
        });
        widths.fold(0.0, f32::max)
    };
    let size = font.size * (room / widest(font.size).max(1.0)).min(1.0);
    let mut job = LayoutJob::simple(text.to_owned(), FontId::new(size, font.family), ink, room);
    job.halign = Align::Center;
    let galley = ui.painter().layout_job(job);
    let at = pos2(area.center().x, area.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}

/// The places of segments that share a width, the last one apart from the others.
pub fn segments(area: Rect, count: usize, apart: f32) -> Vec<Rect> {
    let steps = area.width() - if apart > 0.0 { apart + 3.0 * GAP } else { 0.0 };
    let width = (steps - GAP * (count - 1) as f32) / count as f32;
    let mut places: Vec<Rect> = (0..count)
        .map(|at| {
            let left = area.left() + at as f32 * (width + GAP);
            Rect::from_min_size(pos2(left, area.top()), Vec2::new(width, area.height()))
        })
        .collect();
    if apart > 0.0 {
        let corner = pos2(area.right() - apart, area.top());
        places.push(Rect::from_min_size(corner, vec2(apart, area.height())));
    }
    places
}
