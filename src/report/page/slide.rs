//! The answer on a slide: the chart, three reasons, and what would turn it, in type that a room can read.

use super::column::Type;
use super::parts::{Source, joined, logo, org_chart};
use super::told::tell;
use crate::draw::{Ink, Rect};
use crate::report::sheet::{Role, Sheet};

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
const CHART: f32 = 0.6;
const LARGEST_CHART: f32 = 1.8;
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
    let chart = org_chart(teller, header, scenario, findings, chart, LARGEST_CHART);
    blocks.push(chart);

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
    add(words.get("slide-how"), told.chips);
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
