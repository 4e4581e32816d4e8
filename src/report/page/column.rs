//! Text set in a column: sizes, line by line, from the top.

use crate::draw::{Anchor, Ink, Item, Label, Point, Rect, Shape, Weight, wrap};
use crate::report::sheet::{Block, Role};

pub const LEADING: f32 = 1.32;

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Type {
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
    /// Lines, of which the last then ends in an ellipsis.
    pub most: usize,
}

impl Type {
    pub fn new(size: f32) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            ink: Ink::Text,
            most: 14,
        }
    }

    pub fn bold(self) -> Self {
        Self {
            weight: Weight::Bold,
            ..self
        }
    }

    pub fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub fn most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    pub fn times(self, scale: f32) -> Self {
        Self {
            size: self.size * scale,
            ..self
        }
    }

    fn lines(self, text: &str, width: f32) -> Vec<String> {
        wrap(text, self.size, self.weight, width, self.most)
    }

    /// How high a text is in a column of this width.
    pub fn height(self, text: &str, width: f32) -> f32 {
        self.lines(text, width).len() as f32 * self.size * LEADING
    }

    /// Sets a text from the top of a room on; how high it is.
    pub fn set(self, text: &str, role: Role, room: Rect, blocks: &mut Vec<Block>) -> f32 {
        if text.trim().is_empty() {
            return 0.0;
        }
        let step = self.size * LEADING;
        let number = blocks.len();
        let lines = self.lines(text, room.w);
        let height = lines.len() as f32 * step;
        let lines = lines.into_iter().enumerate().map(|(at, text)| Item {
            id: format!("text {number} {at}"),
            opacity: 1.0,
            shape: Shape::Text(Label {
                at: Point {
                    x: room.x,
                    y: room.y + (at as f32 + 0.5) * step,
                },
                anchor: Anchor::Start,
                size: self.size,
                weight: self.weight,
                ink: self.ink,
                text,
            }),
        });
        let items = lines.collect();
        blocks.push(Block { role, items });
        height
    }
}
