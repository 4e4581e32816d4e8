//! How large the conversation is in a window, and where its parts stand.

use eframe::egui::{Margin, Rect, vec2};

/// The height of a window, in points, at which the sizes below are not scaled.
const USUAL_HEIGHT: f32 = 720.0;
/// The widest that a question gets, in points, before it is scaled.
const WIDEST: f32 = 720.0;
/// The same for cards beside each other.
const WIDE: f32 = 1190.0;
/// Room for a scroll bar.
const BAR: f32 = 16.0;

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
        (width - 2.0 * self.side).max(0.0)
    }
}
