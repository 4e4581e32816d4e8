//! How large the conversation is in a window, and where its parts stand.

use eframe::egui::emath::GuiRounding;
use eframe::egui::{Margin, Rect, pos2, vec2};

/// The height of a window, in points, at which the sizes below are not scaled.
const USUAL_HEIGHT: f32 = 720.0;
/// The widest that a question gets, in points, before it is scaled.
const WIDEST: f32 = 720.0;
/// The same for cards beside each other.
const WIDE: f32 = 1190.0;
/// Room for a scroll bar.
const BAR: f32 = 16.0;
/// The widest that what stands beside a square gets, in points, before it is scaled.
const BESIDE: f32 = 520.0;
/// The largest share of the width for that square.
const SQUARE: f32 = 0.56;

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
        19.0 * self.scale
    }

    /// The places of the progress, of what is asked, and of the ways on, one above the other.
    pub fn places(self, whole: Rect) -> [Rect; 3] {
        let inner = whole.shrink2(vec2(self.side, self.edge()));
        let [top, mut middle, bottom] = self.stacked(inner);
        // The scroll bar stands in the margin.
        middle.max.x += BAR;
        [top, middle, bottom]
    }

    /// The same for cards beside each other, with no such margin.
    pub fn wide_places(self, whole: Rect) -> [Rect; 3] {
        self.spread(whole, WIDE * self.scale)
    }

    /// The same for as much as this in width.
    pub fn spread(self, whole: Rect, widest: f32) -> [Rect; 3] {
        let width = widest.min(whole.width() - 2.0 * self.edge());
        let size = vec2(width, whole.height() - 2.0 * self.edge());
        self.stacked(Rect::from_center_size(whole.center(), size))
    }

    /// A square as high as the window allows, and the same places beside it.
    pub fn places_beside_square(self, whole: Rect) -> (Rect, [Rect; 3]) {
        let (edge, gap) = (self.edge(), self.between());
        let inner = whole.shrink(edge);
        let side = inner.height().min(SQUARE * whole.width()).floor();
        let width = (inner.width() - side - gap).min(BESIDE * self.scale);
        let left = whole.center().x - (side + gap + width) / 2.0;
        let corner = pos2(left, inner.center().y - side / 2.0).round();
        let square = Rect::from_min_size(corner, vec2(side, side));
        let beside = pos2(square.right() + gap, inner.top());
        let beside = Rect::from_min_size(beside, vec2(width, inner.height()));
        (square, self.stacked(beside))
    }

    /// Between the sides of a window and what is in it.
    fn edge(self) -> f32 {
        16.0 * self.scale
    }

    fn stacked(self, inner: Rect) -> [Rect; 3] {
        let (head, foot) = (26.0 * self.scale + 27.0, self.control());
        let (top, rest) = inner.split_top_bottom_at_y(inner.top() + head);
        let (mut middle, bottom) = rest.split_top_bottom_at_y(rest.bottom() - foot);
        middle.max.y -= 12.0 * self.scale;
        [top, middle, bottom].map(GuiRounding::round_ui)
    }

    /// The width of what is asked in a middle, with or without a scroll bar.
    pub fn column(self, middle: f32) -> f32 {
        middle - BAR
    }

    /// Around cards that may stand beside each other in so much room.
    pub fn wide(self, width: f32) -> Margin {
        let side = ((width - WIDE * self.scale) / 2.0).clamp(24.0, 120.0);
        Margin::symmetric(side as i8, (18.0 * self.scale) as i8)
    }

    /// The width of questions in so much room.
    pub fn inner(self, width: f32) -> f32 {
        (width - 2.0 * self.side).max(0.0)
    }
}
