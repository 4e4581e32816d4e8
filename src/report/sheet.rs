//! A page as it is drawn and as it is read aloud: blocks in the order of reading, each with its part in
//! the document.

use crate::draw::{Item, Rect, Scene, Shape};
use crate::model::Logo;

/// A page.
pub struct Sheet {
    pub width: f32,
    pub height: f32,
    pub blocks: Vec<Block>,
}

/// What belongs together on a page.
pub struct Block {
    pub role: Role,
    pub items: Vec<Item>,
}

/// The part of a block in the document.
pub enum Role {
    /// The title of the whole.
    Title,
    Heading,
    Paragraph,
    /// A picture, and what is read aloud in its place.
    Figure(String),
    /// As a figure; nothing else draws it.
    Logo(Logo, Rect, String),
    /// Nothing to be read aloud.
    Decoration,
}

impl Sheet {
    /// Everything that is drawn, without logos.
    pub fn scene(&self) -> Scene {
        let items = self.blocks.iter().flat_map(|block| &block.items);
        Scene {
            width: self.width,
            height: self.height,
            items: items.cloned().collect(),
        }
    }

    /// Every logo, and where it stands.
    pub fn logos(&self) -> impl Iterator<Item = (&Logo, Rect)> {
        self.blocks.iter().filter_map(|block| match &block.role {
            Role::Logo(logo, room, _) => Some((logo, *room)),
            _ => None,
        })
    }
}

impl Block {
    /// The lines of its text.
    pub fn lines(&self) -> impl Iterator<Item = (&Item, &str)> {
        self.items.iter().filter_map(|item| match &item.shape {
            Shape::Text(label) => Some((item, label.text.as_str())),
            _ => None,
        })
    }

    /// Its text, as one line.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines().map(|(_, line)| line).collect();
        lines.join(" ")
    }

    /// How far down it begins.
    pub fn top(&self) -> f32 {
        let tops = self.items.iter().map(|item| match &item.shape {
            Shape::Text(label) => label.at.y - label.size,
            Shape::Box { rect, .. } => rect.y,
            Shape::Line { points, .. } => {
                points.iter().map(|point| point.y).fold(f32::MAX, f32::min)
            }
            Shape::Band { upper, .. } => upper.iter().map(|point| point.y).fold(f32::MAX, f32::min),
        });
        tops.fold(f32::MAX, f32::min).max(0.0)
    }
}
