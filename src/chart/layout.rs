//! Places a structure: general management on top, departments in rows under it, what belongs to
//! each hanging from it, and the bodies outside under the frame.
//!
//! Solid lines run above the rows and down the left side, dotted ones below the rows and down the
//! right side, so that no two ever cross.

use super::structure::{Place, Structure, Unit};
use crate::draw::{
    Anchor, Dash, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight, width, wrap,
};

/// Room for the drawing, in any unit: only the proportions count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

const BOX_WIDTH: f32 = 148.0;
const BOX_WIDTH_MOST: f32 = 200.0;
const PAD: f32 = 8.0;
const NAME: f32 = 16.0;
const NAME_LINES: usize = 3;
const SMALL: f32 = 14.0;
const LEADING: f32 = 1.2;
const INDENT: f32 = 18.0;
const RAIL: f32 = 8.0;
const CHILD_GAP: f32 = 9.0;
const COLUMN_GAP: f32 = 24.0;
const DOTTED_GAP: f32 = 13.0;
const SOLID_GAP: f32 = 15.0;
const FRAME_PAD: f32 = 16.0;
const CHANNEL: f32 = 14.0;
const RADIUS: f32 = 6.0;
/// Where the words of the legend begin, after its lines.
const LEGEND_TEXT: f32 = 38.0;
/// Air between two blocks of text in one box.
const BLOCK_GAP: f32 = 4.0;

const HIERARCHY: Stroke = Stroke {
    ink: Ink::Line,
    width: 1.5,
    dash: Dash::Solid,
};
const TIE: Stroke = Stroke {
    ink: Ink::Accent,
    width: 2.0,
    dash: Dash::Dotted,
};
const ATTACHMENT: Stroke = Stroke {
    ink: Ink::Accent,
    width: 3.0,
    dash: Dash::Solid,
};

/// Places the chart with as many columns as make it largest in `room`.
pub fn lay_out(structure: &Structure, room: Size) -> Scene {
    let count = structure.units.len().max(1);
    (1..=count)
        .map(|columns| Layout::new(structure, columns).finish())
        .max_by(|a, b| scale(a, room).total_cmp(&scale(b, room)))
        .unwrap_or_default()
}

fn scale(scene: &Scene, room: Size) -> f32 {
    (room.width / scene.width).min(room.height / scene.height)
}

struct Layout<'a> {
    structure: &'a Structure,
    columns: usize,
    box_width: f32,
    frame: Vec<Item>,
    lines: Vec<Item>,
    boxes: Vec<Item>,
    /// Where dotted lines reach the right channel.
    joins: Vec<f32>,
}

impl<'a> Layout<'a> {
    fn new(structure: &'a Structure, columns: usize) -> Self {
        let widest = std::iter::once(&structure.top)
            .chain(&structure.units)
            .flat_map(|unit| unit.label.split(' '))
            .map(|word| width(word, NAME, Weight::Bold) + 2.0 * PAD)
            .fold(BOX_WIDTH, f32::max);
        Self {
            structure,
            columns,
            box_width: widest.min(BOX_WIDTH_MOST),
            frame: Vec::new(),
            lines: Vec::new(),
            boxes: Vec::new(),
            joins: Vec::new(),
        }
    }

    fn finish(mut self) -> Scene {
        let rows: Vec<&[Unit]> = self.structure.units.chunks(self.columns).collect();
        let pitch = self.box_width + COLUMN_GAP;
        let left = FRAME_PAD + CHANNEL;
        let wide = pitch * self.columns as f32 - COLUMN_GAP;
        // The top box keeps room on its right for what hangs from it.
        let top_x = left + (wide - self.box_width).max(0.0) / 2.0;
        let staff_right = top_x + self.box_width / 2.0 + self.box_width;
        // The bodies outside stand side by side under the frame.
        let outside = pitch * self.structure.outside.len() as f32;
        let right = (left + wide).max(staff_right).max(outside);
        let channel = right + COLUMN_GAP / 2.0 + CHANNEL / 2.0;
        let frame_right = channel + FRAME_PAD;

        let caption = FRAME_PAD + NAME;
        let mut y = caption + 14.0;
        let top_rect = self.name_box(&self.structure.top, Point { x: top_x, y });
        let trunk = top_rect.center().x;
        let below = self.hang(&self.structure.top, top_rect, trunk, channel);
        y = below + SOLID_GAP;
        let leaves = rows.len() > 1 || !self.structure.outside.is_empty() || !self.joins.is_empty();

        for (index, row) in rows.iter().enumerate() {
            let spine = left - CHANNEL;
            let bus = y;
            let xs: Vec<f32> = (0..row.len())
                .map(|column| left + pitch * column as f32 + self.box_width / 2.0)
                .collect();
            let (mut from, mut to) = (xs[0], xs[xs.len() - 1]);
            if index == 0 {
                self.line("trunk", vec![(trunk, top_rect.bottom()), (trunk, bus)]);
                (from, to) = (from.min(trunk), to.max(trunk));
            }
            if rows.len() > 1 {
                from = spine;
            }
            self.line(&format!("bus:{index}"), vec![(from, bus), (to, bus)]);
            y = bus + SOLID_GAP;
            let mut bottom = y;
            let mut tied: Vec<(usize, f32)> = Vec::new();
            for (column, unit) in row.iter().enumerate() {
                let x = left + pitch * column as f32;
                let rect = self.name_box(unit, Point { x, y });
                let id = format!("drop:{}", unit.id);
                self.line(&id, vec![(xs[column], bus), (xs[column], rect.y)]);
                let (end, tie) = self.children(unit, rect, x + RAIL);
                bottom = bottom.max(end);
                tied.extend(tie.map(|at| (column, at)));
            }
            let dotted = bottom + DOTTED_GAP;
            for &(column, at) in &tied {
                let edge = left + pitch * column as f32 + self.box_width;
                let rail = edge + COLUMN_GAP / 2.0;
                let id = format!("tie:{}", row[column].id);
                self.tie(&id, vec![(edge, at), (rail, at), (rail, dotted)]);
            }
            if let (Some(first), Some(last)) = (tied.first(), tied.last()) {
                let rail = |column: usize| {
                    left + pitch * column as f32 + self.box_width + COLUMN_GAP / 2.0
                };
                // Only where there is more to tie does the line go on to the channel.
                let to = if leaves { channel } else { rail(last.0) };
                let id = format!("ties:{index}");
                self.tie(&id, vec![(rail(first.0), dotted), (to, dotted)]);
                if leaves {
                    self.joins.push(dotted);
                }
            }
            y = dotted + DOTTED_GAP;
            if index + 1 < rows.len() {
                // The spine ends at the last row's bus, which begins where this row ends.
                self.line(&format!("spine:{index}"), vec![(spine, bus), (spine, y)]);
            }
        }

        let frame_bottom = y;
        let caption_room = frame_right - FRAME_PAD;
        self.caption(caption, caption_room);
        self.frame.push(boxed(
            "frame",
            Rect::new(1.0, 1.0, frame_right - 2.0, frame_bottom - 2.0),
            10.0,
            (Ink::Frame, 1.0),
            Stroke {
                ink: Ink::Line,
                width: 1.0,
                dash: Dash::Solid,
            },
            Vec::new(),
        ));
        let outside_bottom = self.outside(frame_bottom, frame_right, channel);
        let free = frame_right - pitch * self.structure.outside.len() as f32;
        let legend_top = if self.legend_width() <= free {
            frame_bottom
        } else {
            outside_bottom
        };
        let legend_bottom = self.legend(legend_top + 10.0);
        let height = outside_bottom.max(legend_bottom) + 4.0;
        let items = [self.frame, self.lines, self.boxes].concat();
        Scene {
            width: frame_right + 1.0,
            height,
            items,
        }
    }

    fn caption(&mut self, y: f32, room: f32) {
        let company = self.structure.company.trim();
        let lines = wrap(company, NAME, Weight::Bold, room, 1);
        for text in lines.into_iter().filter(|text| !text.is_empty()) {
            self.boxes.push(Item {
                id: "company".to_owned(),
                opacity: 1.0,
                shape: Shape::Text(Label {
                    at: Point { x: FRAME_PAD, y },
                    anchor: Anchor::Start,
                    size: NAME,
                    weight: Weight::Bold,
                    ink: Ink::Muted,
                    text,
                }),
            });
        }
    }

    /// A department's box; its height follows its name.
    fn name_box(&mut self, unit: &Unit, at: Point) -> Rect {
        let room = self.box_width - 2.0 * PAD;
        let lines = wrap(&unit.label, NAME, Weight::Bold, room, NAME_LINES);
        // Two lines for all, so that the boxes of a row are alike.
        let height = lines.len().max(2) as f32 * NAME * LEADING + 2.0 * PAD;
        let rect = Rect::new(at.x, at.y, self.box_width, height);
        let labels = centred(&[(NAME, Weight::Bold, Ink::Text, lines)]);
        let stroke = Stroke {
            ink: Ink::Line,
            width: 1.5,
            dash: Dash::Solid,
        };
        let id = format!("unit:{}", unit.id);
        self.boxes
            .push(boxed(&id, rect, RADIUS, (Ink::Box, 1.0), stroke, labels));
        rect
    }

    /// Hangs the children of the top box beside its trunk; gives the bottom of the last one.
    fn hang(&mut self, top: &Unit, rect: Rect, trunk: f32, channel: f32) -> f32 {
        let beside = Rect::new(trunk - RAIL, rect.y, self.box_width, rect.h);
        let (bottom, tie) = self.children(top, beside, trunk);
        if let Some(at) = tie {
            let edge = beside.right();
            self.tie(&format!("tie:{}", top.id), vec![(edge, at), (channel, at)]);
            self.joins.push(at);
        }
        bottom
    }

    /// Places what hangs from a box along the rail `rail`; gives the bottom, and where a dotted
    /// line leaves on the right.
    fn children(&mut self, unit: &Unit, parent: Rect, rail: f32) -> (f32, Option<f32>) {
        let x = parent.x + INDENT;
        let w = self.box_width - INDENT;
        let mut y = parent.bottom();
        let mut tie = None;
        match &unit.place {
            Some(Place::Function { pending }) => {
                let rect = self.function(
                    Point {
                        x,
                        y: y + CHILD_GAP,
                    },
                    w,
                    *pending,
                    &unit.id,
                );
                let id = if *pending {
                    format!("attachment:{}", unit.id)
                } else {
                    "attachment".to_owned()
                };
                let dash = if *pending { Dash::Dashed } else { Dash::Solid };
                let stroke = Stroke { dash, ..ATTACHMENT };
                self.elbow(&id, rail, parent, rect, stroke, 1.0);
                y = rect.bottom();
                tie = Some(rect.center().y);
            }
            Some(Place::Candidate { fit, strength }) => {
                let height = SMALL * LEADING + PAD;
                let rect = Rect::new(x, y + CHILD_GAP, w, height);
                let room = w - 2.0 * PAD;
                let lines = wrap(fit, SMALL, Weight::Regular, room, 1);
                let labels = centred(&[(SMALL, Weight::Regular, Ink::Muted, lines)]);
                let stroke = Stroke {
                    ink: Ink::Accent,
                    width: 1.0 + strength,
                    dash: Dash::Dashed,
                };
                let id = format!("candidate:{}", unit.id);
                let opacity = 0.15 + 0.75 * strength;
                let mut item = boxed(&id, rect, RADIUS, (Ink::Ground, 1.0), stroke, labels);
                item.opacity = opacity;
                self.boxes.push(item);
                self.elbow(&format!("{id}:line"), rail, parent, rect, stroke, opacity);
                y = rect.bottom();
            }
            None => {}
        }
        if let Some(member) = &unit.member {
            let lines = wrap(&member.label, SMALL, Weight::Regular, w - 2.0 * PAD, 2);
            let height = lines.len() as f32 * SMALL * LEADING + PAD;
            let rect = Rect::new(x, y + CHILD_GAP, w, height);
            let stroke = Stroke {
                ink: Ink::Accent,
                width: 1.5,
                dash: Dash::Solid,
            };
            let labels = centred(&[(SMALL, Weight::Regular, Ink::Text, lines)]);
            let id = format!("member:{}", unit.id);
            self.boxes.push(boxed(
                &id,
                rect,
                height / 2.0,
                (Ink::Soft, 1.0),
                stroke,
                labels,
            ));
            self.elbow(&format!("{id}:line"), rail, parent, rect, HIERARCHY, 1.0);
            y = rect.bottom();
            if member.tied {
                tie = Some(rect.center().y);
            }
        }
        (y, tie)
    }

    fn function(&mut self, at: Point, w: f32, pending: bool, host: &str) -> Rect {
        let room = w - 2.0 * PAD;
        let (ink, fill) = if pending {
            (Ink::Text, Ink::Soft)
        } else {
            (Ink::OnAccent, Ink::Accent)
        };
        let mut blocks = vec![(
            NAME,
            Weight::Bold,
            ink,
            wrap(&self.structure.title, NAME, Weight::Bold, room, 2),
        )];
        for detail in &self.structure.details {
            let lines = wrap(detail, SMALL, Weight::Regular, room, 3);
            blocks.push((SMALL, Weight::Regular, ink, lines));
        }
        let height = stack_height(&blocks) + 2.0 * PAD;
        let rect = Rect::new(at.x, at.y, w, height);
        let stroke = Stroke {
            ink: Ink::Accent,
            width: 2.0,
            dash: if pending { Dash::Dashed } else { Dash::Solid },
        };
        let id = if pending {
            format!("function:{host}")
        } else {
            "function".to_owned()
        };
        let labels = centred(&blocks);
        self.boxes
            .push(boxed(&id, rect, RADIUS, (fill, 1.0), stroke, labels));
        rect
    }

    fn outside(&mut self, frame_bottom: f32, frame_right: f32, channel: f32) -> f32 {
        let bodies = &self.structure.outside;
        let tied = !self.joins.is_empty();
        let mut bottom = frame_bottom;
        let mut end = frame_bottom;
        let bus = frame_bottom + DOTTED_GAP;
        let mut reach = channel;
        for (index, body) in bodies.iter().enumerate() {
            let w = self.box_width;
            // From the right, so that the channel leads straight down to the first.
            let x = frame_right - 1.0 - w - index as f32 * (w + COLUMN_GAP);
            let room = w - 2.0 * PAD;
            let mut blocks = vec![(
                SMALL,
                Weight::Bold,
                Ink::Text,
                wrap(&body.label, SMALL, Weight::Bold, room, 2),
            )];
            if !body.detail.is_empty() {
                let lines = wrap(&body.detail, SMALL, Weight::Regular, room, 1);
                blocks.push((SMALL, Weight::Regular, Ink::Muted, lines));
            }
            let height = stack_height(&blocks) + 1.4 * PAD;
            let rect = Rect::new(x, bus + DOTTED_GAP, w, height);
            let stroke = Stroke {
                ink: Ink::Text,
                width: 1.5,
                dash: Dash::Dashed,
            };
            let labels = centred(&blocks);
            let id = format!("outside:{}", body.id);
            self.boxes
                .push(boxed(&id, rect, RADIUS, (Ink::Ground, 1.0), stroke, labels));
            if tied {
                // Straight down where the channel passes over the box.
                let over = channel.clamp(rect.x + RADIUS, rect.right() - RADIUS);
                let drop = if index == 0 { over } else { rect.center().x };
                self.tie(&format!("{id}:tie"), vec![(drop, bus), (drop, rect.y)]);
                reach = reach.min(drop);
                end = bus;
            }
            bottom = bottom.max(rect.bottom());
        }
        if let (true, Some(first)) = (tied, self.joins.iter().copied().reduce(f32::min)) {
            let last = self.joins.iter().copied().fold(first, f32::max);
            let to = if bodies.is_empty() { last } else { end };
            if to > first {
                self.tie("channel", vec![(channel, first), (channel, to)]);
            }
            if !bodies.is_empty() && reach < channel {
                self.tie("channel:outside", vec![(reach, bus), (channel, bus)]);
            }
        }
        bottom
    }

    fn legend_width(&self) -> f32 {
        let texts = self.structure.legend.iter();
        let widest = texts.map(|text| width(text, SMALL, Weight::Regular));
        LEGEND_TEXT + widest.fold(0.0, f32::max)
    }

    /// What the three kinds of line mean; gives its bottom.
    fn legend(&mut self, top: f32) -> f32 {
        let strokes = [
            ATTACHMENT,
            TIE,
            Stroke {
                ink: Ink::Text,
                width: 1.5,
                dash: Dash::Dashed,
            },
        ];
        let mut y = top;
        for (index, (text, stroke)) in self.structure.legend.iter().zip(strokes).enumerate() {
            y += SMALL * LEADING;
            let middle = y - SMALL * LEADING / 2.0;
            self.lines.push(Item {
                id: format!("legend:{index}:line"),
                opacity: 1.0,
                shape: Shape::Line {
                    points: points(vec![(2.0, middle), (30.0, middle)]),
                    stroke,
                },
            });
            self.boxes.push(Item {
                id: format!("legend:{index}"),
                opacity: 1.0,
                shape: Shape::Text(Label {
                    at: Point {
                        x: LEGEND_TEXT,
                        y: middle,
                    },
                    anchor: Anchor::Start,
                    size: SMALL,
                    weight: Weight::Regular,
                    ink: Ink::Muted,
                    text: text.clone(),
                }),
            });
        }
        y
    }

    fn line(&mut self, id: &str, at: Vec<(f32, f32)>) {
        self.stroke(id, at, HIERARCHY, 1.0);
    }

    fn tie(&mut self, id: &str, at: Vec<(f32, f32)>) {
        self.stroke(id, at, TIE, 1.0);
    }

    /// From the rail under the parent to the child's left edge; always three points, so that one
    /// elbow can glide into another.
    fn elbow(&mut self, id: &str, rail: f32, from: Rect, to: Rect, stroke: Stroke, opacity: f32) {
        let y = to.center().y;
        let at = vec![(rail, from.bottom()), (rail, y), (to.x, y)];
        self.stroke(id, at, stroke, opacity);
    }

    fn stroke(&mut self, id: &str, at: Vec<(f32, f32)>, stroke: Stroke, opacity: f32) {
        self.lines.push(Item {
            id: id.to_owned(),
            opacity,
            shape: Shape::Line {
                points: points(at),
                stroke,
            },
        });
    }
}

fn points(at: Vec<(f32, f32)>) -> Vec<Point> {
    at.into_iter().map(|(x, y)| Point { x, y }).collect()
}

fn boxed(
    id: &str,
    rect: Rect,
    radius: f32,
    (fill, opacity): (Ink, f32),
    stroke: Stroke,
    labels: Vec<Label>,
) -> Item {
    Item {
        id: id.to_owned(),
        opacity,
        shape: Shape::Box {
            rect,
            radius,
            fill,
            stroke,
            labels,
        },
    }
}

type Block = (f32, Weight, Ink, Vec<String>);

/// Height of blocks of lines, with a little air between blocks.
fn stack_height(blocks: &[Block]) -> f32 {
    let lines: f32 = blocks
        .iter()
        .map(|(size, _, _, lines)| lines.len() as f32 * size * LEADING)
        .sum();
    lines + BLOCK_GAP * blocks.len().saturating_sub(1) as f32
}

/// Stacks blocks of lines around the centre of a box.
fn centred(blocks: &[Block]) -> Vec<Label> {
    let mut y = -stack_height(blocks) / 2.0;
    let mut labels = Vec::new();
    for (index, (size, weight, ink, lines)) in blocks.iter().enumerate() {
        if index > 0 {
            y += BLOCK_GAP;
        }
        for text in lines {
            y += size * LEADING;
            labels.push(Label {
                at: Point {
                    x: 0.0,
                    y: y - size * LEADING / 2.0,
                },
                anchor: Anchor::Middle,
                size: *size,
                weight: *weight,
                ink: *ink,
                text: text.clone(),
            });
        }
    }
    labels
}
