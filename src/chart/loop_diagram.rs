//! The loop between the company and its organisation, and which way it pushes now.

use crate::draw::{
    Anchor, Dash, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight, wrap,
};

const TEXT: f32 = 12.5;
const STEP: f32 = TEXT * 1.3;
const PAD: f32 = 8.0;
/// Length of the head of an arrow.
const HEAD: f32 = 6.0;
const MOST_LINES: usize = 6;

/// What the diagram says.
pub struct Loop {
    /// What is in place, under its title.
    pub organisation: (String, Vec<String>),
    /// What the organisation does to the company.
    pub pushes: Vec<String>,
    pub company: String,
    /// What the company asks of the organisation.
    pub calls: Vec<String>,
}

/// Draws the loop at a given width.
pub fn loop_diagram(told: &Loop, width: f32) -> Scene {
    let lines = |texts: &[String], room: f32, most: usize| -> Vec<String> {
        let lines = texts
            .iter()
            .flat_map(|text| wrap(text, TEXT, Weight::Regular, room, MOST_LINES));
        lines.take(most).collect()
    };
    let mut items = Vec::new();
    let (title, in_place) = &told.organisation;
    let inside = lines(in_place, width - 2.0 * PAD, MOST_LINES);
    let top = Rect::new(
        0.0,
        0.0,
        width,
        (inside.len() + 1) as f32 * STEP + 2.0 * PAD,
    );
    items.push(unit(
        "organisation",
        top,
        title,
        &inside,
        Ink::Accent,
        Ink::OnAccent,
    ));
    // The arrows stand at the outer sides, their texts beside them.
    let room = width / 2.0 - 3.0 * PAD;
    let pushes = lines(&told.pushes, room, MOST_LINES);
    let calls = lines(&told.calls, room, MOST_LINES);
    let between = pushes.len().max(calls.len()).max(2) as f32 * STEP + 2.0 * PAD;
    let bottom = Rect::new(0.0, top.bottom() + between, width, STEP + 2.0 * PAD);
    items.push(unit(
        "company",
        bottom,
        &told.company,
        &[],
        Ink::Soft,
        Ink::Text,
    ));
    let (left, right) = (PAD, width - PAD);
    arrow(&mut items, "pushes", left, top.bottom(), bottom.y);
    arrow(&mut items, "calls", right, bottom.y, top.bottom());
    let first = top.bottom() + PAD + STEP / 2.0;
    for (id, texts, x) in [
        ("push", &pushes, left + PAD),
        ("call", &calls, width / 2.0 + PAD),
    ] {
        for (index, text) in texts.iter().enumerate() {
            let at = Point {
                x,
                y: first + index as f32 * STEP,
            };
            let shape = Shape::Text(label(at, Anchor::Start, Weight::Regular, Ink::Text, text));
            items.push(item(format!("{id} {index}"), shape));
        }
    }
    Scene {
        width,
        height: bottom.bottom(),
        items,
    }
}

fn item(id: String, shape: Shape) -> Item {
    Item {
        id,
        opacity: 1.0,
        shape,
    }
}

fn label(at: Point, anchor: Anchor, weight: Weight, ink: Ink, text: &str) -> Label {
    Label {
        at,
        anchor,
        size: TEXT,
        weight,
        ink,
        text: text.to_owned(),
    }
}

fn unit(id: &str, rect: Rect, title: &str, lines: &[String], fill: Ink, ink: Ink) -> Item {
    let first = PAD + STEP / 2.0 - rect.h / 2.0;
    let at = |index: usize| Point {
        x: 0.0,
        y: first + index as f32 * STEP,
    };
    let mut labels = vec![label(at(0), Anchor::Middle, Weight::Bold, ink, title)];
    for (index, line) in lines.iter().enumerate() {
        labels.push(label(
            at(index + 1),
            Anchor::Middle,
            Weight::Regular,
            ink,
            line,
        ));
    }
    let shape = Shape::Box {
        rect,
        radius: 6.0,
        fill,
        stroke: Stroke {
            ink: Ink::Accent,
            width: 1.5,
            dash: Dash::Solid,
        },
        labels,
    };
    item(id.to_owned(), shape)
}

fn arrow(items: &mut Vec<Item>, id: &str, x: f32, from: f32, to: f32) {
    let stroke = Stroke {
        ink: Ink::Accent,
        width: 2.0,
        dash: Dash::Solid,
    };
    let back = if to > from { -HEAD } else { HEAD };
    let point = |x: f32, y: f32| Point { x, y };
    let shaft = vec![point(x, from), point(x, to)];
    let head = vec![
        point(x - HEAD * 0.7, to + back),
        point(x, to),
        point(x + HEAD * 0.7, to + back),
    ];
    for (part, points) in [("shaft", shaft), ("head", head)] {
        items.push(item(format!("{id} {part}"), Shape::Line { points, stroke }));
    }
}
