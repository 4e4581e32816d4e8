//! What a layout notes while it places boxes, so that it is known which line ties which of them.

use crate::draw::{Ink, Rect, Stroke, Weight};

/// A box.
#[derive(Clone, Debug)]
pub struct Node {
    pub id: String,
    pub rect: Rect,
    pub radius: f32,
    pub fill: Ink,
    pub stroke: Stroke,
    /// 0 to 1, for its border.
    pub opacity: f32,
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Clone, Debug)]
pub struct Paragraph {
    pub text: String,
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
}

/// What a layout notes while it places boxes.
#[derive(Default)]
pub(super) struct Notes {
    pub nodes: Vec<Node>,
    pub rows: Vec<Row>,
    pub hangs: Vec<Hang>,
    pub ends: Vec<TieEnd>,
    /// The ids of the bodies outside that are tied.
    pub outside: Vec<String>,
    /// Where the line to the bodies outside runs.
    pub below: f32,
    /// The vertical lines on the left and on the right.
    pub spine: f32,
    pub channel: f32,
}

/// A row of departments: its lines above and below, and who stands in it.
pub(super) struct Row {
    pub above: f32,
    pub below: f32,
    pub units: Vec<String>,
}

/// What hangs from a department.
pub(super) struct Hang {
    pub unit: String,
    pub child: String,
    pub stroke: Stroke,
    pub opacity: f32,
}

/// A box that a dotted line ties to others.
pub(super) struct TieEnd {
    pub node: String,
    pub unit: String,
    pub is_function: bool,
    /// Whether something hangs under it.
    pub is_covered: bool,
}
