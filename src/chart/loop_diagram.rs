//! The loop between the company and its organisation, and which way it pushes now: side by side where there
//! is room, or else one over the other.

use crate::draw::{
    Anchor, Dash, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight, wrap,
};

const TEXT: f32 = 14.0;
const STEP: f32 = TEXT * 1.35;
const PAD: f32 = 10.0;
/// Length of the head of an arrow.
const HEAD: f32 = 8.0;
const MOST_LINES: usize = 7;
/// From this width on the two stand side by side.
const WIDE: f32 = 440.0;
/// Share of the width for each of the two.
const SIDE: f32 = 0.26;

/// What the diagram says.
pub struct Loop {
    /// What is in place, under its title.
    pub organisation: (String, Vec<String>),
    /// What the organisation does to the company, the first line being the title.
    pub pushes: Vec<String>,
    /// When the company is looked at, under its title.
    pub company: (String, Vec<String>),
    /// What the company asks of the organisation.
    pub calls: Vec<String>,
}

/// Draws the loop at a given width.
pub fn loop_diagram(told: &Loop, width: f32) -> Scene {
    if width >= WIDE {
        beside(told, width)
    } else {
        above(told, width)
    }
}

/// The organisation on the left, the company on the right, an arrow each way between them with its text.
fn beside(told: &Loop, width: f32) -> Scene {
    let side = SIDE * width;
    let (from, to) = (side, width - side);
    let room = to - from - 2.0 * PAD;
    let (pushes, calls) = (lines(&told.pushes, room), lines(&told.calls, room));
    let inside = [&told.organisation, &told.company];
    let inside = inside.map(|(_, texts)| lines(texts, side - 2.0 * PAD));
    let out = PAD + pushes.len() as f32 * STEP + PAD / 2.0;
    let back = out + 2.0 * HEAD + 2.0;
    let bottom = back + PAD / 2.0 + calls.len() as f32 * STEP + PAD;
    let most = inside.iter().map(|lines| lines.len() + 1).max();
    let height = bottom.max(most.unwrap_or(1) as f32 * STEP + 2.0 * PAD);
    let mut items = vec![
        organisation(told, Rect::new(0.0, 0.0, side, height), &inside[0]),
        company(told, Rect::new(to, 0.0, side, height), &inside[1]),
    ];
    arrow(&mut items, "pushes", (from, out), (to, out));
    arrow(&mut items, "calls", (to, back), (from, back));
    texts(&mut items, "push", &pushes, (from + PAD, PAD));
    texts(&mut items, "call", &calls, (from + PAD, back + PAD / 2.0));
    Scene {
        width,
        height,
        items,
    }
}

/// The organisation over the company, the arrows at the outer sides of what they say.
fn above(told: &Loop, width: f32) -> Scene {
    let room = width - 4.0 * PAD;
    let (pushes, calls) = (lines(&told.pushes, room), lines(&told.calls, room));
    let inside = [&told.organisation, &told.company];
    let inside = inside.map(|(_, texts)| lines(texts, width - 2.0 * PAD));
    let height = |lines: &[String]| (lines.len() + 1) as f32 * STEP + 2.0 * PAD;
    let top = Rect::new(0.0, 0.0, width, height(&inside[0]));
    let between = (pushes.len() + calls.len()) as f32 * STEP + 3.0 * PAD;
    let bottom = Rect::new(0.0, top.bottom() + between, width, height(&inside[1]));
    let mut items = vec![
        organisation(told, top, &inside[0]),
        company(told, bottom, &inside[1]),
    ];
    let (left, right) = (PAD, width - PAD);
    arrow(&mut items, "pushes", (left, top.bottom()), (left, bottom.y));
    arrow(
        &mut items,
        "calls",
        (right, bottom.y),
        (right, top.bottom()),
    );
    let first = top.bottom() + PAD;
    texts(&mut items, "push", &pushes, (2.0 * PAD, first));
    let second = first + pushes.len() as f32 * STEP + PAD;
    texts(&mut items, "call", &calls, (2.0 * PAD, second));
    Scene {
        width,
        height: bottom.bottom(),
        items,
    }
}

fn organisation(told: &Loop, rect: Rect, lines: &[String]) -> Item {
    let (title, _) = &told.organisation;
    unit(
        "organisation",
        rect,
        title,
        lines,
        Ink::Accent,
        Ink::OnAccent,
    )
}

fn company(told: &Loop, rect: Rect, lines: &[String]) -> Item {
    let (title, _) = &told.company;
    unit("company", rect, title, lines, Ink::Soft, Ink::Text)
}

fn lines(texts: &[String], room: f32) -> Vec<String> {
    let lines = texts
        .iter()
        .flat_map(|text| wrap(text, TEXT, Weight::Regular, room, MOST_LINES));
    lines.collect()
}

/// Lines of text from a corner down.
fn texts(items: &mut Vec<Item>, id: &str, lines: &[String], (x, top): (f32, f32)) {
    for (index, text) in lines.iter().enumerate() {
        let at = Point {
            x,
            y: top + (index as f32 + 0.5) * STEP,
        };
        let shape = Shape::Text(label(at, Anchor::Start, Weight::Regular, Ink::Text, text));
        items.push(item(format!("{id} {index}"), shape));
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

/// A box with its title and lines in its middle.
fn unit(id: &str, rect: Rect, title: &str, lines: &[String], fill: Ink, ink: Ink) -> Item {
    let first = -(lines.len() as f32) * STEP / 2.0;
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

/// A straight arrow.
fn arrow(items: &mut Vec<Item>, id: &str, from: (f32, f32), to: (f32, f32)) {
    let stroke = Stroke {
        ink: Ink::Accent,
        width: 2.5,
        dash: Dash::Solid,
    };
    let point = |(x, y): (f32, f32)| Point { x, y };
    let length = (to.0 - from.0).hypot(to.1 - from.1).max(1.0);
    let (along, across) = ((to.0 - from.0) / length, (to.1 - from.1) / length);
    let wing = |side: f32| {
        let (back, out) = (-HEAD, side * HEAD * 0.7);
        (
            to.0 + back * along - out * across,
            to.1 + back * across + out * along,
        )
    };
    let shaft = vec![point(from), point(to)];
    let head = vec![point(wing(1.0)), point(to), point(wing(-1.0))];
    for (part, points) in [("shaft", shaft), ("head", head)] {
        items.push(item(format!("{id} {part}"), Shape::Line { points, stroke }));
    }
}
