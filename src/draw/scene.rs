//! The display list: boxes, lines and texts with named inks, in units of its own.

/// A position; x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// A rectangle by its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Rect {
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    pub fn center(&self) -> Point {
        Point {
            x: self.x + self.w / 2.0,
            y: self.y + self.h / 2.0,
        }
    }
}

/// What a colour means; each theme gives the colour itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Ordinary text.
    Text,
    /// Secondary text.
    Muted,
    /// Hierarchical lines and borders.
    Line,
    /// The background of the drawing.
    Ground,
    /// The company's frame.
    Frame,
    /// The inside of a department's box.
    Box,
    /// The function and what belongs to it.
    Accent,
    /// Text on the accent.
    OnAccent,
    /// The inside of the function's helpers.
    Soft,
    /// Borders that carry no meaning.
    Faint,
    /// A warning.
    Against,
    /// Behind a warning.
    Notice,
    /// The inside of one of several areas, by its number; there are six colours.
    Series(u8),
    /// Of areas that share a whole, the one that holds so manieth most.
    Share(u8),
    /// One of several lines and its name, by its number; there are four colours.
    Stroke(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    Solid,
    Dashed,
    Dotted,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub ink: Ink,
    pub width: f32,
    pub dash: Dash,
}

/// A broken line: pieces of `long` and gaps of `gap`, in the units of the scene. A piece of no
/// length is a dot as wide as the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dashes {
    pub long: f32,
    pub gap: f32,
}

impl Stroke {
    /// How the line is broken; in proportion to its width, so that a drawing looks the same at any
    /// size.
    pub fn dashes(&self) -> Option<Dashes> {
        let (long, gap) = match self.dash {
            Dash::Solid => return None,
            Dash::Dashed => (4.0, 2.7),
            Dash::Dotted => (0.0, 2.5),
        };
        Some(Dashes {
            long: long * self.width,
            gap: gap * self.width,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    Bold,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
}

/// One line of text; `at` is the middle of the line's height, at the anchor.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub at: Point,
    pub anchor: Anchor,
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A box; its labels are placed from its centre, so that they move with it.
    Box {
        rect: Rect,
        radius: f32,
        fill: Ink,
        stroke: Stroke,
        labels: Vec<Label>,
    },
    Line {
        points: Vec<Point>,
        stroke: Stroke,
    },
    /// The area between two lines whose points have the same `x`, from left to right.
    Band {
        upper: Vec<Point>,
        lower: Vec<Point>,
        fill: Ink,
    },
    Text(Label),
}

/// One element. Elements with the same `id` in two scenes are the same thing, and glide from one
/// place to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: String,
    /// 0 to 1, for borders, fills and lines; texts stay readable.
    pub opacity: f32,
    pub shape: Shape,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub items: Vec<Item>,
}

impl Scene {
    /// The items moved and scaled into the middle of a room, no larger than `largest` times their
    /// size; their ids begin with `prefix`.
    pub fn placed(self, room: Rect, largest: f32, prefix: &str) -> Vec<Item> {
        let scale = (room.w / self.width).min(room.h / self.height).min(largest);
        let left = room.x + (room.w - self.width * scale) / 2.0;
        let top = room.y + (room.h - self.height * scale) / 2.0;
        let at = |point: &mut Point| {
            point.x = left + point.x * scale;
            point.y = top + point.y * scale;
        };
        let mut items = self.items;
        for item in &mut items {
            item.id.insert_str(0, prefix);
            match &mut item.shape {
                Shape::Box {
                    rect,
                    radius,
                    stroke,
                    labels,
                    ..
                } => {
                    let mut corner = Point {
                        x: rect.x,
                        y: rect.y,
                    };
                    at(&mut corner);
                    *rect = Rect::new(corner.x, corner.y, rect.w * scale, rect.h * scale);
                    *radius *= scale;
                    stroke.width *= scale;
                    for label in labels {
                        // From the centre of the box.
                        label.at.x *= scale;
                        label.at.y *= scale;
                        label.size *= scale;
                    }
                }
                Shape::Line { points, stroke } => {
                    points.iter_mut().for_each(at);
                    stroke.width *= scale;
                }
                Shape::Band { upper, lower, .. } => {
                    upper.iter_mut().chain(lower).for_each(at);
                }
                Shape::Text(label) => {
                    at(&mut label.at);
                    label.size *= scale;
                }
            }
        }
        items
    }
}
