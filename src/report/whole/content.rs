//! The parts of the whole answer, however it is written.

use crate::model::{Brand, Lang};

/// The whole answer.
pub struct Whole {
    pub lang: Lang,
    pub title: String,
    pub brand: Brand,
    pub blocks: Vec<Block>,
}

/// A part of it, from the top down.
pub enum Block {
    /// Level 2 or 3; the title is the only one of level 1.
    Heading(u8, String),
    Paragraph(Vec<Span>),
    /// What a user wrote, in lines and paragraphs of its own.
    Own(String),
    List(Vec<Vec<Span>>),
    Table(Table),
    Quote(String),
    /// Left out where there are no pictures.
    Figure(Figure),
}

/// A piece of a line.
pub struct Span {
    pub text: String,
    pub style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Strong,
    /// Where a statement comes from.
    Aside,
}

/// Its first column names the rows; the others hold numbers.
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The chart of today.
    Chart,
    /// In which share of the paths each attachment comes first, over time.
    Shares,
}

pub fn plain(text: impl Into<String>) -> Vec<Span> {
    vec![span(text, Style::Plain)]
}

pub fn span(text: impl Into<String>, style: Style) -> Span {
    let text = text.into();
    Span { text, style }
}
