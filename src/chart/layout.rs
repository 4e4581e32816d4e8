//! Places a structure: general management on top, departments in rows under it, what belongs to
//! each hanging from it, and the bodies outside under the frame.
//!
//! Solid lines run above the rows and down the left side, dotted ones below the rows and down the
//! right side, so that no two ever cross.

use std::fmt;

use super::noted::{Hang, Node, Notes, Paragraph, Row, TieEnd};
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

const BOX_WIDTH_MOST: f32 = 200.0;
/// Widths that are tried as well while the choice is open: what remains in the running is named in full
/// in each box, and makes a narrow one high.
const OPEN_WIDTHS: [f32; 9] = [
    160.0, 175.0, 190.0, 200.0, 205.0, 210.0, 220.0, 230.0, 240.0,
];
/// How much smaller departments in one row may be than in several, and still be chosen.
const ONE_ROW: f32 = 1.02;
/// The most lines of a detail of the function.
const DETAIL_LINES: usize = 6;
const NAME_LINES: usize = 3;
/// The smallest type in a chart.
pub const SMALL: f32 = 14.0;
const LEADING: f32 = 1.2;
const RADIUS: f32 = 6.0;
/// Where the words of the legend begin, after its lines.
const LEGEND_TEXT: f32 = 38.0;
/// Air between two blocks of text in one box.
const BLOCK_GAP: f32 = 4.0;

/// How large the parts of a chart are beside its type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Metrics {
    /// The least width of a box.
    pub box_width: f32,
    /// The type of names, and of all else.
    pub name: f32,
    pub small: f32,
    pub pad: f32,
    pub indent: f32,
    pub rail: f32,
    pub child_gap: f32,
    pub column_gap: f32,
    pub dotted_gap: f32,
    pub solid_gap: f32,
    pub frame_pad: f32,
    pub channel: f32,
    /// Whether the chart says itself what its lines mean.
    pub has_legend: bool,
}

impl Metrics {
    pub const SCREEN: Self = Self {
        box_width: 148.0,
        name: 16.0,
        small: SMALL,
        pad: 8.0,
        indent: 18.0,
        rail: 8.0,
        child_gap: 9.0,
        column_gap: 24.0,
        dotted_gap: 13.0,
        solid_gap: 15.0,
        frame_pad: 16.0,
        channel: 14.0,
        has_legend: true,
    };
    /// For a part of a slide, whose type is large beside its room.
    pub const SLIDE: Self = Self {
        box_width: 104.0,
        name: 12.5,
        small: 12.0,
        pad: 4.0,
        indent: 12.0,
        rail: 6.0,
        child_gap: 6.0,
        column_gap: 18.0,
        dotted_gap: 9.0,
        solid_gap: 9.0,
        frame_pad: 9.0,
        channel: 12.0,
        has_legend: false,
    };
}

pub(super) const HIERARCHY: Stroke = Stroke {
    ink: Ink::Line,
    width: 1.5,
    dash: Dash::Solid,
};
pub(super) const TIE: Stroke = Stroke {
    ink: Ink::Accent,
    width: 2.0,
    dash: Dash::Dotted,
};
const ATTACHMENT: Stroke = Stroke {
    ink: Ink::Accent,
    width: 3.0,
    dash: Dash::Solid,
};

/// Places the chart with as many columns, and boxes as wide, as make it largest in `room`.
pub fn lay_out(structure: &Structure, room: Size) -> Scene {
    let m = Metrics::SCREEN;
    let mut texts = vec![Texts::new(structure, m.box_width, m)];
    if structure.is_open() || texts[0].is_long() {
        let wider = OPEN_WIDTHS.map(|least| Texts::new(structure, least, m));
        texts.extend(wider);
    }
    let place = |texts: &Texts, columns: usize, drawing: bool| {
        let least = Depths::default();
        Layout::new(structure, texts, columns, &least, drawing)
            .finish()
            .0
    };
    let mut best: Option<(&Texts, usize, f32)> = None;
    for texts in &texts {
        for columns in balanced(structure.units.len()) {
            // What is not drawn is placed all the same.
            let scene = place(texts, columns, false);
            let mut scale = (room.width / scene.width).min(room.height / scene.height);
            if columns >= structure.units.len() {
                scale *= ONE_ROW;
            }
            // As large, the narrower boxes stay.
            if best.is_none_or(|(_, _, most)| scale > most + 1e-4) {
                best = Some((texts, columns, scale));
            }
        }
    }
    best.map_or_else(Scene::default, |(texts, columns, _)| {
        place(texts, columns, true)
    })
}

/// Numbers of columns that fill rows alike: five boxes stand three over two, never four over one.
pub(super) fn balanced(boxes: usize) -> impl Iterator<Item = usize> {
    let boxes = boxes.max(1);
    (1..=boxes).filter(move |&columns| boxes.div_ceil(boxes.div_ceil(columns)) == columns)
}

/// How far what hangs from the boxes reaches below them: under the top box, and in each row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Depths {
    pub top: f32,
    pub rows: Vec<f32>,
}

/// The texts in lines, which are the same in any number of columns.
pub(super) struct Texts {
    metrics: Metrics,
    pub box_width: f32,
    top: UnitTexts,
    /// Of each department.
    units: Vec<UnitTexts>,
    function: Vec<Block>,
    /// Of each body outside.
    outside: Vec<Vec<Block>>,
    legend_width: f32,
    /// Of how many contact points nobody holds; 0 where nothing is said of it.
    warning_width: f32,
}

struct UnitTexts {
    /// Its name, and what it holds where it holds something.
    name: Vec<Block>,
    fit: Block,
    member: Block,
}

impl Texts {
    /// Whether a line of the function takes more than two.
    fn is_long(&self) -> bool {
        self.function.iter().any(|block| block.lines.len() > 2)
    }

    /// Boxes are `least` wide, or as wide as the longest word of a name.
    pub fn new(structure: &Structure, least: f32, m: Metrics) -> Self {
        let widest = std::iter::once(&structure.top)
            .chain(&structure.units)
            .flat_map(|unit| unit.label.split(' '))
            .map(|word| width(word, m.name, Weight::Bold) + 2.0 * m.pad)
            .fold(least, f32::max);
        let box_width = widest.min(BOX_WIDTH_MOST).max(least);
        let room = box_width - 2.0 * m.pad;
        // In a box that hangs from another.
        let inner = box_width - m.indent - 2.0 * m.pad;
        let small = |ink: Ink, text: &str, room: f32, lines: usize| {
            Block::new(text, (m.small, Weight::Regular, ink), room, lines)
        };
        let bold = |size: f32, text: &str, room: f32, lines: usize| {
            Block::new(text, (size, Weight::Bold, Ink::Text), room, lines)
        };
        let holds = |held: &str| (!held.is_empty()).then(|| small(Ink::Accent, held, room, 2));
        let of = |unit: &Unit| {
            let candidate = match &unit.place {
                Some(Place::Candidate { label, .. }) => label,
                _ => "",
            };
            let member = unit.member.as_ref();
            let member = member.map_or("", |member| member.label.as_str());
            let mut name = vec![bold(m.name, &unit.label, room, NAME_LINES)];
            name.extend(holds(&unit.holds));
            UnitTexts {
                name,
                fit: small(Ink::Muted, candidate, inner, 1),
                member: small(Ink::Text, member, inner, 2),
            }
        };
        // What stands in several boxes makes room for them.
        let smaller = if structure.is_open() { 1.0 } else { 0.0 };
        let title = bold((m.name - smaller).max(m.small), &structure.title, inner, 2);
        let details = structure.details.iter();
        let details = details.map(|detail| small(Ink::Text, detail, inner, DETAIL_LINES));
        let outside = structure.outside.iter().map(|body| {
            let mut blocks = vec![bold(m.small, &body.label, room, 2)];
            if !body.detail.is_empty() {
                blocks.push(small(Ink::Muted, &body.detail, room, 1));
            }
            blocks.extend(holds(&body.holds));
            blocks
        });
        let legend = structure.legend.iter();
        let legend = legend.map(|text| width(text, m.small, Weight::Regular));
        Self {
            metrics: m,
            box_width,
            top: of(&structure.top),
            units: structure.units.iter().map(of).collect(),
            function: std::iter::once(title).chain(details).collect(),
            outside: outside.collect(),
            legend_width: LEGEND_TEXT + legend.fold(0.0, f32::max),
            warning_width: structure
                .unattended
                .as_ref()
                .map_or(0.0, |told| width(told, m.small, Weight::Bold) + 2.0 * m.pad),
        }
    }
}

pub(super) struct Layout<'a> {
    structure: &'a Structure,
    texts: &'a Texts,
    m: Metrics,
    columns: usize,
    /// The least room for what hangs.
    least: &'a Depths,
    /// What it takes by itself.
    taken: Depths,
    /// Whether anything is drawn, or only the size of it found.
    drawing: bool,
    frame: Vec<Item>,
    lines: Vec<Item>,
    boxes: Vec<Item>,
    /// Where dotted lines reach the right channel.
    joins: Vec<f32>,
    notes: Notes,
}

impl<'a> Layout<'a> {
    pub fn new(
        structure: &'a Structure,
        texts: &'a Texts,
        columns: usize,
        least: &'a Depths,
        drawing: bool,
    ) -> Self {
        Self {
            structure,
            texts,
            m: texts.metrics,
            columns,
            least,
            taken: Depths::default(),
            drawing,
            frame: Vec::new(),
            lines: Vec::new(),
            boxes: Vec::new(),
            joins: Vec::new(),
            notes: Notes::default(),
        }
    }

    /// The drawing, and how far down what hangs from the boxes reaches by itself.
    pub fn finish(self) -> (Scene, Depths) {
        let (scene, taken, _) = self.place();
        (scene, taken)
    }

    /// The drawing, with what ties its boxes.
    pub fn noted(self) -> (Scene, Notes) {
        let (scene, _, notes) = self.place();
        (scene, notes)
    }

    fn place(mut self) -> (Scene, Depths, Notes) {
        let rows: Vec<&[Unit]> = self.structure.units.chunks(self.columns).collect();
        let pitch = self.texts.box_width + self.m.column_gap;
        let left = self.m.frame_pad + self.m.channel;
        let wide = pitch * self.columns as f32 - self.m.column_gap;
        // The top box keeps room on its right for what hangs from it.
        let top_x = left + (wide - self.texts.box_width).max(0.0) / 2.0;
        let staff_right = top_x + self.texts.box_width / 2.0 + self.texts.box_width;
        // The bodies outside stand side by side under the frame.
        let outside = pitch * self.structure.outside.len() as f32;
        let right = (left + wide).max(staff_right).max(outside);
        let channel = right + self.m.column_gap / 2.0 + self.m.channel / 2.0;
        let frame_right = channel + self.m.frame_pad;
        self.notes.channel = channel;
        self.notes.spine = left - self.m.channel;

        let caption = self.m.frame_pad + self.m.name;
        let mut y = caption + 14.0;
        let texts = self.texts;
        let top_rect = self.name_box(&self.structure.top, &texts.top, Point { x: top_x, y });
        let trunk = top_rect.center().x;
        let below = self.hang(&self.structure.top, top_rect, trunk, channel);
        self.taken.top = below - top_rect.bottom();
        y = top_rect.bottom() + self.taken.top.max(self.least.top) + self.m.solid_gap;
        let leaves = rows.len() > 1 || self.has_outside() || !self.joins.is_empty();

        for (index, row) in rows.iter().enumerate() {
            let spine = left - self.m.channel;
            let bus = y;
            let xs: Vec<f32> = (0..row.len())
                .map(|column| left + pitch * column as f32 + self.texts.box_width / 2.0)
                .collect();
            let here = row.iter().zip(&xs).filter(|(unit, _)| !unit.is_absent());
            let mut here = here.map(|(_, &x)| x);
            let mut from = here.next().unwrap_or(xs[0]);
            let mut to = here.next_back().unwrap_or(from);
            if index == 0 {
                let id = format_args!("trunk");
                self.line(id, &[(trunk, top_rect.bottom()), (trunk, bus)]);
                (from, to) = (from.min(trunk), to.max(trunk));
            }
            if rows.len() > 1 {
                from = spine;
            }
            // A row that only keeps places has no line.
            let is_kept = row.iter().all(Unit::is_absent);
            if !is_kept {
                self.line(format_args!("bus:{index}"), &[(from, bus), (to, bus)]);
            }
            y = bus + self.m.solid_gap;
            let mut bottom = y;
            let mut tied: Vec<(usize, f32)> = Vec::new();
            let row_texts = &texts.units[index * self.columns..];
            for (column, (unit, texts)) in row.iter().zip(row_texts).enumerate() {
                if unit.is_absent() {
                    continue;
                }
                let x = left + pitch * column as f32;
                let rect = self.name_box(unit, texts, Point { x, y });
                let id = format_args!("drop:{}", unit.id);
                self.line(id, &[(xs[column], bus), (xs[column], rect.y)]);
                let (end, tie) = self.children(unit, texts, rect, x + self.m.rail);
                bottom = bottom.max(end);
                tied.extend(tie.map(|at| (column, at)));
            }
            self.taken.rows.push(bottom - y);
            let least = self.least.rows.get(index).copied();
            let dotted = bottom.max(y + least.unwrap_or(0.0)) + self.m.dotted_gap;
            self.notes.rows.push(Row {
                above: bus,
                below: dotted,
                units: row.iter().map(|unit| unit.id.clone()).collect(),
            });
            for &(column, at) in &tied {
                let edge = left + pitch * column as f32 + self.texts.box_width;
                let rail = edge + self.m.column_gap / 2.0;
                let id = format_args!("tie:{}", row[column].id);
                self.tie(id, &[(edge, at), (rail, at), (rail, dotted)]);
            }
            if let (Some(first), Some(last)) = (tied.first(), tied.last()) {
                let rail = |column: usize| {
                    left + pitch * column as f32 + self.texts.box_width + self.m.column_gap / 2.0
                };
                // Only where there is more to tie does the line go on to the channel.
                let to = if leaves { channel } else { rail(last.0) };
                let id = format_args!("ties:{index}");
                self.tie(id, &[(rail(first.0), dotted), (to, dotted)]);
                if leaves {
                    self.joins.push(dotted);
                }
            }
            y = dotted + self.m.dotted_gap;
            let mut later = rows[index + 1..].iter().copied().flatten();
            if later.any(|unit| !unit.is_absent()) {
                // The spine ends at the last row's bus, which begins where this row ends.
                self.line(format_args!("spine:{index}"), &[(spine, bus), (spine, y)]);
            }
        }

        let frame_bottom = y;
        self.caption(caption, frame_right - self.m.frame_pad);
        self.frame(Rect::new(1.0, 1.0, frame_right - 2.0, frame_bottom - 2.0));
        let outside_bottom = self.outside(frame_bottom, frame_right, channel);
        let height = if self.m.has_legend {
            let free = frame_right - pitch * self.structure.outside.len() as f32;
            let widest = texts.legend_width.max(texts.warning_width);
            let (legend_top, room) = if widest <= free {
                (frame_bottom, free)
            } else {
                (outside_bottom, frame_right)
            };
            let legend_bottom = self.legend(legend_top + 10.0, room);
            outside_bottom.max(legend_bottom) + 4.0
        } else {
            outside_bottom + 1.0
        };
        let items = [self.frame, self.lines, self.boxes].concat();
        let scene = Scene {
            width: frame_right + 1.0,
            height,
            items,
        };
        (scene, self.taken, self.notes)
    }

    fn frame(&mut self, rect: Rect) {
        let stroke = Stroke {
            ink: Ink::Line,
            width: 1.0,
            dash: Dash::Solid,
        };
        if self.drawing {
            self.frame.push(boxed(
                "frame".to_owned(),
                rect,
                10.0,
                (Ink::Frame, stroke),
                &[],
            ));
            let name = Paragraph {
                text: self.structure.company.trim().to_owned(),
                size: self.m.name,
                weight: Weight::Bold,
                ink: Ink::Muted,
            };
            let frame = Node {
                id: "frame".to_owned(),
                rect,
                radius: 10.0,
                fill: Ink::Frame,
                stroke,
                opacity: 1.0,
                paragraphs: vec![name],
            };
            // What stands in it stands before it.
            self.notes.nodes.insert(0, frame);
        }
    }

    fn caption(&mut self, y: f32, room: f32) {
        if !self.drawing {
            return;
        }
        let company = self.structure.company.trim();
        let lines = wrap(company, self.m.name, Weight::Bold, room, 1);
        for text in lines.into_iter().filter(|text| !text.is_empty()) {
            self.boxes.push(Item {
                id: "company".to_owned(),
                opacity: 1.0,
                shape: Shape::Text(Label {
                    at: Point {
                        x: self.m.frame_pad,
                        y,
                    },
                    anchor: Anchor::Start,
                    size: self.m.name,
                    weight: Weight::Bold,
                    ink: Ink::Muted,
                    text,
                }),
            });
        }
    }

    /// A department's box; its height follows its name.
    fn name_box(&mut self, unit: &Unit, texts: &UnitTexts, at: Point) -> Rect {
        // Two lines for all, so that the boxes of a row are alike.
        let height = stack_height(&texts.name).max(2.0 * self.m.name * LEADING) + 2.0 * self.m.pad;
        let rect = Rect::new(at.x, at.y, self.texts.box_width, height);
        let stroke = Stroke {
            ink: Ink::Line,
            width: 1.5,
            dash: Dash::Solid,
        };
        let id = format_args!("unit:{}", unit.id);
        self.put(id, rect, RADIUS, (Ink::Box, stroke), &texts.name);
        rect
    }

    /// Hangs the children of the top box beside its trunk; gives the bottom of the last one.
    fn hang(&mut self, top: &Unit, rect: Rect, trunk: f32, channel: f32) -> f32 {
        let beside = Rect::new(trunk - self.m.rail, rect.y, self.texts.box_width, rect.h);
        let (bottom, tie) = self.children(top, &self.texts.top, beside, trunk);
        if let Some(at) = tie {
            let edge = beside.right();
            let id = format_args!("tie:{}", top.id);
            self.tie(id, &[(edge, at), (channel, at)]);
            self.joins.push(at);
        }
        bottom
    }

    /// Places what hangs from a box along the rail `rail`; gives the bottom, and where a dotted
    /// line leaves on the right.
    fn children(
        &mut self,
        unit: &Unit,
        texts: &UnitTexts,
        parent: Rect,
        rail: f32,
    ) -> (f32, Option<f32>) {
        let x = parent.x + self.m.indent;
        let w = self.texts.box_width - self.m.indent;
        let mut y = parent.bottom();
        let mut tie = None;
        let mut end = None;
        match &unit.place {
            Some(Place::Function { pending }) => {
                let at = Point {
                    x,
                    y: y + self.m.child_gap,
                };
                let rect = self.function(at, w, *pending, &unit.id);
                let dash = if *pending { Dash::Dashed } else { Dash::Solid };
                let stroke = Stroke { dash, ..ATTACHMENT };
                if *pending {
                    let id = format_args!("attachment:{}", unit.id);
                    self.elbow(id, rail, parent, rect, stroke, 1.0);
                } else {
                    self.elbow(format_args!("attachment"), rail, parent, rect, stroke, 1.0);
                }
                let child = match pending {
                    true => format!("function:{}", unit.id),
                    false => "function".to_owned(),
                };
                self.hung(unit, &child, stroke, 1.0);
                y = rect.bottom();
                tie = self.structure.has_ties().then(|| rect.center().y);
                end = tie.map(|_| (child, true));
            }
            Some(Place::Candidate { strength, .. }) => {
                let height = self.m.small * LEADING + self.m.pad;
                let rect = Rect::new(x, y + self.m.child_gap, w, height);
                let stroke = Stroke {
                    ink: Ink::Accent,
                    width: 1.0 + strength,
                    dash: Dash::Dashed,
                };
                let opacity = 0.15 + 0.75 * strength;
                let id = format_args!("candidate:{}", unit.id);
                let blocks = std::slice::from_ref(&texts.fit);
                if let Some(item) = self.put(id, rect, RADIUS, (Ink::Ground, stroke), blocks) {
                    item.opacity = opacity;
                }
                let id = format_args!("candidate:{}:line", unit.id);
                self.elbow(id, rail, parent, rect, stroke, opacity);
                self.hung(unit, &format!("candidate:{}", unit.id), stroke, opacity);
                y = rect.bottom();
            }
            None => {}
        }
        if let Some(member) = &unit.member {
            let height = texts.member.lines.len() as f32 * self.m.small * LEADING + self.m.pad;
            let rect = Rect::new(x, y + self.m.child_gap, w, height);
            let stroke = Stroke {
                ink: Ink::Accent,
                width: 1.5,
                dash: Dash::Solid,
            };
            let id = format_args!("member:{}", unit.id);
            let blocks = std::slice::from_ref(&texts.member);
            self.put(id, rect, height / 2.0, (Ink::Soft, stroke), blocks);
            let id = format_args!("member:{}:line", unit.id);
            self.elbow(id, rail, parent, rect, HIERARCHY, 1.0);
            let child = format!("member:{}", unit.id);
            self.hung(unit, &child, HIERARCHY, 1.0);
            y = rect.bottom();
            if member.tied && self.structure.has_ties() {
                tie = Some(rect.center().y);
                end = Some((child, false));
            }
        }
        if self.drawing {
            let is_covered = unit.member.is_some();
            self.notes
                .ends
                .extend(end.map(|(node, is_function)| TieEnd {
                    node,
                    unit: unit.id.clone(),
                    is_function,
                    is_covered: is_function && is_covered,
                }));
        }
        (y, tie)
    }

    /// Notes what hangs from a department.
    fn hung(&mut self, unit: &Unit, child: &str, stroke: Stroke, opacity: f32) {
        if self.drawing {
            self.notes.hangs.push(Hang {
                unit: unit.id.clone(),
                child: child.to_owned(),
                stroke,
                opacity,
            });
            let nodes = self.notes.nodes.iter_mut();
            let hung = nodes.rev().find(|node| node.id == child);
            hung.into_iter().for_each(|node| node.opacity = opacity);
        }
    }

    fn function(&mut self, at: Point, w: f32, pending: bool, host: &str) -> Rect {
        let blocks = &self.texts.function;
        let height = stack_height(blocks) + 2.0 * self.m.pad;
        let rect = Rect::new(at.x, at.y, w, height);
        let (ink, fill, dash) = if pending {
            (Ink::Text, Ink::Soft, Dash::Dashed)
        } else {
            (Ink::OnAccent, Ink::Accent, Dash::Solid)
        };
        let stroke = Stroke {
            ink: Ink::Accent,
            width: 2.0,
            dash,
        };
        let item = if pending {
            let id = format_args!("function:{host}");
            self.put(id, rect, RADIUS, (fill, stroke), blocks)
        } else {
            self.put(
                format_args!("function"),
                rect,
                RADIUS,
                (fill, stroke),
                blocks,
            )
        };
        if let Some(Item {
            shape: Shape::Box { labels, .. },
            ..
        }) = item
        {
            for label in labels {
                label.ink = ink;
            }
            let told = self.notes.nodes.last_mut().into_iter();
            let told = told.flat_map(|node| &mut node.paragraphs);
            told.for_each(|paragraph| paragraph.ink = ink);
        }
        rect
    }

    fn has_outside(&self) -> bool {
        self.structure.outside.iter().any(|body| !body.is_absent())
    }

    fn outside(&mut self, frame_bottom: f32, frame_right: f32, channel: f32) -> f32 {
        let bodies = &self.structure.outside;
        let tied = !self.joins.is_empty();
        let any = self.has_outside();
        let mut bottom = frame_bottom;
        let mut end = frame_bottom;
        let bus = frame_bottom + self.m.dotted_gap;
        self.notes.below = bus;
        let mut reach = channel;
        for (index, (body, blocks)) in bodies.iter().zip(&self.texts.outside).enumerate() {
            if body.is_absent() {
                continue;
            }
            let w = self.texts.box_width;
            // From the right, so that the channel leads straight down to the first.
            let x = frame_right - 1.0 - w - index as f32 * (w + self.m.column_gap);
            let height = stack_height(blocks) + 1.4 * self.m.pad;
            let rect = Rect::new(x, bus + self.m.dotted_gap, w, height);
            let stroke = Stroke {
                ink: Ink::Text,
                width: 1.5,
                dash: Dash::Dashed,
            };
            let id = format_args!("outside:{}", body.id);
            self.put(id, rect, RADIUS, (Ink::Ground, stroke), blocks);
            if tied {
                // Straight down where the channel passes over the box.
                let over = channel.clamp(rect.x + RADIUS, rect.right() - RADIUS);
                let drop = if index == 0 { over } else { rect.center().x };
                if self.drawing {
                    self.notes.outside.push(format!("outside:{}", body.id));
                }
                let id = format_args!("outside:{}:tie", body.id);
                self.tie(id, &[(drop, bus), (drop, rect.y)]);
                reach = reach.min(drop);
                end = bus;
            }
            bottom = bottom.max(rect.bottom());
        }
        if let (true, Some(first)) = (tied, self.joins.iter().copied().reduce(f32::min)) {
            let last = self.joins.iter().copied().fold(first, f32::max);
            let to = if any { end } else { last };
            if to > first {
                self.tie(format_args!("channel"), &[(channel, first), (channel, to)]);
            }
            if any && reach < channel {
                let id = format_args!("channel:outside");
                self.tie(id, &[(reach, bus), (channel, bus)]);
            }
        }
        bottom
    }

    /// What the kinds of line mean, and how many contact points nobody holds; gives its bottom.
    fn legend(&mut self, top: f32, room: f32) -> f32 {
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
        let lines = self.structure.legend.iter().zip(strokes).enumerate();
        for (index, (text, stroke)) in lines.filter(|(_, (text, _))| !text.is_empty()) {
            y += self.m.small * LEADING;
            let middle = y - self.m.small * LEADING / 2.0;
            let id = format_args!("legend:{index}:line");
            self.stroke(id, &[(2.0, middle), (30.0, middle)], stroke, 1.0);
            if !self.drawing {
                continue;
            }
            self.boxes.push(Item {
                id: format!("legend:{index}"),
                opacity: 1.0,
                shape: Shape::Text(Label {
                    at: Point {
                        x: LEGEND_TEXT,
                        y: middle,
                    },
                    anchor: Anchor::Start,
                    size: self.m.small,
                    weight: Weight::Regular,
                    ink: Ink::Muted,
                    text: text.clone(),
                }),
            });
        }
        self.unattended(top, y, room)
    }

    /// How many contact points nobody holds, beside the other lines of the legend, or under them where there
    /// is no room; gives the bottom of all.
    fn unattended(&mut self, top: f32, bottom: f32, room: f32) -> f32 {
        let Some(told) = &self.structure.unattended else {
            return bottom;
        };
        let step = self.m.small * LEADING + 2.0 * BLOCK_GAP;
        let (beside, wide) = (
            self.texts.legend_width + self.m.column_gap,
            self.texts.warning_width,
        );
        let (x, y) = if beside + wide + self.m.column_gap <= room {
            (beside, (top + bottom - step) / 2.0)
        } else {
            (1.0, bottom + BLOCK_GAP)
        };
        let stroke = Stroke {
            ink: Ink::Against,
            width: 1.5,
            dash: Dash::Solid,
        };
        let rect = Rect::new(x, y, wide, step);
        let set = (self.m.small, Weight::Bold, Ink::Against);
        let block = Block::new(told, set, f32::INFINITY, 1);
        let id = format_args!("unattended");
        self.put(id, rect, step / 2.0, (Ink::Notice, stroke), &[block]);
        rect.bottom().max(bottom)
    }

    /// A box with blocks of text around its centre; `None` where nothing is drawn.
    fn put(
        &mut self,
        id: fmt::Arguments<'_>,
        rect: Rect,
        radius: f32,
        paint: (Ink, Stroke),
        blocks: &[Block],
    ) -> Option<&mut Item> {
        if self.drawing {
            self.boxes
                .push(boxed(id.to_string(), rect, radius, paint, blocks));
            self.notes.nodes.push(Node {
                id: id.to_string(),
                rect,
                radius,
                fill: paint.0,
                stroke: paint.1,
                opacity: 1.0,
                paragraphs: blocks.iter().map(Block::paragraph).collect(),
            });
        }
        self.boxes.last_mut()
    }

    fn line(&mut self, id: fmt::Arguments<'_>, at: &[(f32, f32)]) {
        self.stroke(id, at, HIERARCHY, 1.0);
    }

    fn tie(&mut self, id: fmt::Arguments<'_>, at: &[(f32, f32)]) {
        self.stroke(id, at, TIE, 1.0);
    }

    /// From the rail under the parent to the child's left edge; always three points, so that one
    /// elbow can glide into another.
    fn elbow(
        &mut self,
        id: fmt::Arguments<'_>,
        rail: f32,
        from: Rect,
        to: Rect,
        stroke: Stroke,
        opacity: f32,
    ) {
        let y = to.center().y;
        let at = [(rail, from.bottom()), (rail, y), (to.x, y)];
        self.stroke(id, &at, stroke, opacity);
    }

    fn stroke(&mut self, id: fmt::Arguments<'_>, at: &[(f32, f32)], stroke: Stroke, opacity: f32) {
        if self.drawing {
            let points = at.iter().map(|&(x, y)| Point { x, y }).collect();
            self.lines.push(Item {
                id: id.to_string(),
                opacity,
                shape: Shape::Line { points, stroke },
            });
        }
    }
}

fn boxed(
    id: String,
    rect: Rect,
    radius: f32,
    (fill, stroke): (Ink, Stroke),
    blocks: &[Block],
) -> Item {
    Item {
        id,
        opacity: 1.0,
        shape: Shape::Box {
            rect,
            radius,
            fill,
            stroke,
            labels: centred(blocks),
        },
    }
}

/// A paragraph, and the lines into which it is broken.
#[derive(Clone)]
pub(super) struct Block {
    size: f32,
    weight: Weight,
    ink: Ink,
    text: String,
    lines: Vec<String>,
}

impl Block {
    /// A text in a room of this width, in so many lines at most.
    fn new(text: &str, (size, weight, ink): (f32, Weight, Ink), room: f32, most: usize) -> Self {
        Self {
            size,
            weight,
            ink,
            text: text.to_owned(),
            lines: wrap(text, size, weight, room, most),
        }
    }

    fn paragraph(&self) -> Paragraph {
        Paragraph {
            text: self.text.clone(),
            size: self.size,
            weight: self.weight,
            ink: self.ink,
        }
    }
}

/// Height of blocks of lines, with a little air between blocks.
fn stack_height(blocks: &[Block]) -> f32 {
    let lines: f32 = blocks
        .iter()
        .map(|block| block.lines.len() as f32 * block.size * LEADING)
        .sum();
    lines + BLOCK_GAP * blocks.len().saturating_sub(1) as f32
}

/// Stacks blocks of lines around the centre of a box.
fn centred(blocks: &[Block]) -> Vec<Label> {
    let mut y = -stack_height(blocks) / 2.0;
    let mut labels = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            y += BLOCK_GAP;
        }
        for text in &block.lines {
            y += block.size * LEADING;
            labels.push(Label {
                at: Point {
                    x: 0.0,
                    y: y - block.size * LEADING / 2.0,
                },
                anchor: Anchor::Middle,
                size: block.size,
                weight: block.weight,
                ink: block.ink,
                text: text.clone(),
            });
        }
    }
    labels
}
