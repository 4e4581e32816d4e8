//! The answer on a slide: the chart, three reasons, and what would turn it, in type that a room can read.

use super::column::Type;
use super::parts::{Source, joined, logo};
use super::told::tell;
use crate::chart::{Legible, Size, Structure, lay_out_slide};
use crate::draw::{Anchor, Dash, Ink, Item, Label, Point, Rect, Shape, Stroke, Weight, width};
use crate::i18n::Words;
use crate::report::sheet::{Block, Role, Sheet};

const WIDTH: f32 = 960.0;
const HEIGHT: f32 = 540.0;
const MARGIN: f32 = 40.0;
const GAP: f32 = 28.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;
const LOGO: (f32, f32) = (150.0, 44.0);
/// Nothing is smaller.
const LEAST: f32 = 12.0;
/// Sizes of the texts beside the chart, tried in turn.
const SIZES: [f32; 7] = [18.0, 17.0, 16.0, 15.0, 14.0, 13.0, LEAST];
/// How much of the width the chart takes.
const CHART: f32 = 0.65;
/// The height of the key under the chart, and a sample of a line in it with its air.
const KEY: f32 = 20.0;
const SAMPLE: f32 = 26.0;
const BESIDE: f32 = 7.0;
const TOLD_REASONS: usize = 3;

/// A paragraph beside the chart.
struct Line {
    text: String,
    is_heading: bool,
    /// The air above a heading, in ems: the first has none.
    above: f32,
}

pub fn compose(source: Source<'_>) -> Sheet {
    let Source {
        teller,
        header,
        scenario,
        findings,
        evolution,
        ..
    } = source;
    let (words, brand) = (teller.words, &header.brand);
    let told = tell(teller, header, scenario, findings, evolution);
    let mut blocks = Vec::new();
    let corner = Rect::new(WIDTH - MARGIN - LOGO.0, MARGIN * 0.6, LOGO.0, LOGO.1);
    let taken = logo(
        brand.logo.as_ref(),
        words.get("brand-logo"),
        corner,
        &mut blocks,
    );
    let mut room = Rect::new(MARGIN, MARGIN * 0.6, INNER - taken, LOGO.1);
    let muted = Type::new(LEAST).ink(Ink::Muted).most(2);
    let about = joined(&[&told.company, &told.about]);
    room.y += muted.set(&about, Role::Paragraph, room, &mut blocks);
    let title = [26.0, 23.0, 20.0, 17.0].map(|size| Type::new(size).bold().ink(Ink::Accent));
    let fits = |title: &&Type| title.height(&told.headline, room.w) < title.size * 2.8;
    let title = title.iter().find(fits).unwrap_or(&title[3]);
    room.y += title.set(&told.headline, Role::Title, room, &mut blocks);
    let top = room.y.max(if taken > 0.0 { corner.bottom() } else { 0.0 }) + 12.0;

    let foot = joined(&[&brand.client, &brand.confidentiality, &told.base]);
    let bottom = HEIGHT - MARGIN * 0.6 - muted.height(&foot, INNER);

    let chart = Rect::new(MARGIN, top, CHART * INNER - GAP / 2.0, bottom - 10.0 - top);
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let structure = Structure::new(teller, &header.company, scenario, answers, verdicts);
    blocks.push(Block {
        role: Role::Figure(teller.of(scenario).sentence(verdicts)),
        items: legible_chart(words, &structure, chart),
    });

    let mut lines: Vec<Line> = Vec::new();
    let mut add = |title: String, told: Vec<String>| {
        if !told.is_empty() {
            lines.push(Line {
                text: title,
                is_heading: true,
                above: if lines.is_empty() { 0.0 } else { 0.5 },
            });
            lines.extend(told.into_iter().map(|text| Line {
                text,
                is_heading: false,
                above: 0.0,
            }));
        }
    };
    let reasons = told.reasons.into_iter().take(TOLD_REASONS);
    add(words.get("slide-why"), reasons.collect());
    let turn = told.turns.into_iter().take(1);
    add(words.get("report-changes"), turn.collect());
    let unattended = structure.unattended.iter().cloned();
    let how = told.chips.into_iter().chain(unattended);
    add(words.get("slide-how"), how.collect());
    let left = MARGIN + CHART * INNER + GAP / 2.0;
    let mut side = Rect::new(left, top, WIDTH - MARGIN - left, bottom - 10.0 - top);
    let height = |size: f32| {
        let heights = lines.iter().map(|line| {
            let (set, above, below) = line.set(size);
            above + set.height(&line.text, side.w) + below
        });
        heights.sum::<f32>()
    };
    let size = SIZES.into_iter().find(|&size| height(size) <= side.h);
    let size = size.unwrap_or(LEAST);
    for line in &lines {
        let (set, above, below) = line.set(size);
        side.y += above;
        side.h -= above;
        if side.h < set.height(&line.text, side.w) {
            set.set("…", Role::Paragraph, side, &mut blocks);
            break;
        }
        let role = if line.is_heading {
            Role::Heading
        } else {
            Role::Paragraph
        };
        let used = set.set(&line.text, role, side, &mut blocks) + below;
        side.y += used;
        side.h -= used;
    }
    let room = Rect::new(MARGIN, bottom, INNER, HEIGHT - bottom);
    muted.set(&foot, Role::Paragraph, room, &mut blocks);
    Sheet {
        width: WIDTH,
        height: HEIGHT,
        blocks,
    }
}

/// The chart in type that a room can read, over the key to its lines.
fn legible_chart(words: &Words, structure: &Structure, room: Rect) -> Vec<Item> {
    let over = Rect::new(room.x, room.y, room.w, room.h - KEY);
    let size = Size {
        width: over.w,
        height: over.h,
    };
    let Legible {
        chart,
        scale,
        left_out,
    } = lay_out_slide(structure, size, KEY);
    let note = if left_out > 0 { KEY } else { 0.0 };
    let place = Rect::new(over.x, over.y, over.w, over.h - note);
    let mut items = chart.placed(place, scale, "chart ");
    for item in &mut items {
        // What is a little too large for its room goes into the padding.
        match &mut item.shape {
            Shape::Box { labels, .. } => labels.iter_mut().for_each(enlarge),
            Shape::Text(label) => enlarge(label),
            Shape::Line { .. } | Shape::Band { .. } => {}
        }
    }
    items.extend(key(
        structure,
        Rect::new(room.x, place.bottom(), room.w, KEY),
    ));
    if left_out > 0 {
        let text = words.with("chart-left-out", &[("count", left_out)]);
        let at = Point {
            x: room.x,
            y: room.bottom() - KEY / 2.0 + 2.0,
        };
        items.push(line_of_key(text, at));
    }
    items
}

fn enlarge(label: &mut Label) {
    label.size = label.size.max(LEAST);
}

fn line_of_key(text: String, at: Point) -> Item {
    Item {
        id: format!("key {text}"),
        opacity: 1.0,
        shape: Shape::Text(Label {
            at,
            anchor: Anchor::Start,
            size: LEAST,
            weight: Weight::Regular,
            ink: Ink::Muted,
            text,
        }),
    }
}

/// What the kinds of line mean, side by side.
fn key(structure: &Structure, room: Rect) -> Vec<Item> {
    let strokes = [
        (Ink::Accent, 3.0, Dash::Solid),
        (Ink::Accent, 2.0, Dash::Dotted),
        (Ink::Text, 1.5, Dash::Dashed),
    ];
    let mut items = Vec::new();
    let (mut x, y) = (room.x, room.bottom() - KEY / 2.0 + 2.0);
    let lines = structure.legend.iter().zip(strokes);
    for (text, (ink, line, dash)) in lines.filter(|(text, _)| !text.is_empty()) {
        let ends = [x, x + SAMPLE].map(|x| Point { x, y });
        let stroke = Stroke {
            ink,
            width: line,
            dash,
        };
        items.push(Item {
            id: format!("key {text} line"),
            opacity: 1.0,
            shape: Shape::Line {
                points: ends.to_vec(),
                stroke,
            },
        });
        x += SAMPLE + BESIDE;
        items.push(line_of_key(text.clone(), Point { x, y }));
        x += width(text, LEAST, Weight::Regular) + 3.0 * BESIDE;
    }
    items
}

impl Line {
    /// How it is set, and the air above and below it.
    fn set(&self, size: f32) -> (Type, f32, f32) {
        if self.is_heading {
            let set = Type::new(size).bold().ink(Ink::Accent);
            (set, self.above * size, size * 0.15)
        } else {
            (Type::new(size), 0.0, size * 0.4)
        }
    }
}
