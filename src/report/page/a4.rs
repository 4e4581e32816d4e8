//! The answer on a sheet of paper: head and chart, then everything else in two columns, in the largest
//! type in which it fits. The chart takes what room is left.

use super::column::{LEADING, Type};
use super::parts::{Source, joined, logo, org_chart};
use super::told::{Line, TOLD_COMPARABLES, Told, tell};
use crate::draw::{Dash, Ink, Item, Point, Rect, Shape, Stroke};
use crate::report::shares::Shares;
use crate::report::sheet::{Block, Role, Sheet};

const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 36.0;
const GAP: f32 = 20.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;
const LOGO: (f32, f32) = (120.0, 38.0);
const HEADING: f32 = 10.5;
const BODY: f32 = 9.0;
const SMALL: f32 = 7.6;
/// The least and the greatest height of the chart.
const CHART: (f32, f32) = (190.0, 330.0);
/// The chart is never drawn larger than this.
const LARGEST_CHART: f32 = 1.15;
const PLOT: f32 = 84.0;
/// The plot is laid out in a larger room and reduced by this factor, type and all.
const PLOT_SCALE: f32 = 0.66;
/// Sizes of type tried in turn, as shares of those above; what does not fit in the last is left out.
const SCALES: [f32; 11] = [1.1, 1.05, 1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.73, 0.7];

pub fn compose(source: Source<'_>) -> Sheet {
    let Source {
        teller,
        header,
        scenario,
        findings,
        evolution,
        paths,
    } = source;
    let page = Page {
        source,
        told: tell(teller, header, scenario, findings, evolution),
        shares: Shares::new(teller.since(header.date), evolution, paths),
    };
    // Of the known organisations that are near, all but the nearest give way to the size of the type.
    let tries = SCALES.into_iter();
    let mut tries =
        tries.flat_map(|scale| (1..=TOLD_COMPARABLES).rev().map(move |told| (scale, told)));
    let fits = |&(scale, told): &(f32, usize)| page.fitted(scale, told, CHART.0).is_complete;
    let least = (SCALES[SCALES.len() - 1], 1);
    let (scale, told) = tries.find(fits).unwrap_or(least);
    // What is left in the last column is shared by both, and given to the chart.
    let mut fitted = page.fitted(scale, told, CHART.0);
    let mut taller = (fitted.left / 2.0).min(CHART.1 - CHART.0);
    while taller > 4.0 {
        let next = page.fitted(scale, told, CHART.0 + taller);
        if next.is_complete {
            fitted = next;
            break;
        }
        taller -= 4.0;
    }
    let mut blocks = fitted.head;
    let room = fitted.chart;
    blocks.push(org_chart(
        teller,
        header,
        scenario,
        findings,
        room,
        LARGEST_CHART,
    ));
    blocks.extend(fitted.rest);
    Sheet {
        width: WIDTH,
        height: HEIGHT,
        blocks,
    }
}

struct Page<'a> {
    source: Source<'a>,
    told: Told,
    shares: Shares,
}

/// The page at one size of type.
struct Fitted {
    head: Vec<Block>,
    /// The room of the chart.
    chart: Rect,
    rest: Vec<Block>,
    /// Whether nothing had to be left out.
    is_complete: bool,
    /// The height that is left in the last column.
    left: f32,
}

impl Page<'_> {
    fn fitted(&self, scale: f32, comparables: usize, chart: f32) -> Fitted {
        let (source, told) = (self.source, &self.told);
        let mut blocks = Vec::new();
        let top = head(source, told, &mut blocks) + 8.0;
        let mut foot = Vec::new();
        let bottom = set_foot(told, &mut foot);
        let below = top + chart + GAP * 0.5;
        let width = (INNER - GAP) / 2.0;
        let column = |x| Rect::new(x, below, width, (bottom - below).max(0.0));
        let mut flow = Flow {
            shares: &self.shares,
            blocks: Vec::new(),
            columns: vec![column(MARGIN + width + GAP), column(MARGIN)],
            scale,
            is_complete: true,
        };
        for section in &told.sections {
            for (at, line) in section.lines(comparables).enumerate() {
                flow.line((at == 0).then_some(section.title.as_str()), line);
            }
        }
        let left = flow.columns.iter().map(|column| column.h).sum();
        flow.blocks.extend(foot);
        Fitted {
            head: blocks,
            chart: Rect::new(MARGIN, top, INNER, chart),
            rest: flow.blocks,
            is_complete: flow.is_complete,
            left,
        }
    }
}

/// Sets the head; gives where it ends.
fn head(source: Source<'_>, told: &Told, blocks: &mut Vec<Block>) -> f32 {
    let brand = &source.header.brand;
    let corner = Rect::new(WIDTH - MARGIN - LOGO.0, MARGIN - 6.0, LOGO.0, LOGO.1);
    let alt = source.teller.words.get("brand-logo");
    let taken = logo(brand.logo.as_ref(), alt, corner, blocks);
    let mut room = Rect::new(MARGIN, MARGIN - 6.0, INNER - taken, LOGO.1);
    let company = Type::new(20.0).bold();
    room.y += company.set(&told.company, Role::Title, room, blocks);
    let about = joined(&[&told.about, &brand.client, &brand.confidentiality]);
    let muted = Type::new(BODY).ink(Ink::Muted);
    room.y += muted.set(&about, Role::Paragraph, room, blocks) + 4.0;
    if taken > 0.0 {
        room.y = room.y.max(corner.bottom() + 4.0);
    }
    room.w = INNER;
    let answer = Type::new(15.0).bold().ink(Ink::Accent);
    room.y += answer.set(&told.headline, Role::Heading, room, blocks) + 2.0;
    let plain = Type::new(9.4);
    let because = told.because.join(" ");
    room.y += plain.set(&because, Role::Paragraph, room, blocks) + 2.0;
    let chips = told.chips.join(" · ");
    room.y + plain.bold().set(&chips, Role::Paragraph, room, blocks)
}

/// Sets the sources at the bottom; gives the height at which they begin.
fn set_foot(told: &Told, blocks: &mut Vec<Block>) -> f32 {
    let text = format!("{}. {}", told.base, told.sources);
    let set = Type::new(6.8).ink(Ink::Muted).most(6);
    let top = HEIGHT - MARGIN * 0.6 - set.height(&text, INNER);
    let rule = [MARGIN, WIDTH - MARGIN].map(|x| Point { x, y: top - 4.0 });
    blocks.push(Block {
        role: Role::Decoration,
        items: vec![Item {
            id: "foot".into(),
            opacity: 1.0,
            shape: Shape::Line {
                points: rule.to_vec(),
                stroke: Stroke {
                    ink: Ink::Faint,
                    width: 0.7,
                    dash: Dash::Solid,
                },
            },
        }],
    });
    let room = Rect::new(MARGIN, top, INNER, HEIGHT - top);
    set.set(&text, Role::Paragraph, room, blocks);
    top - 9.0
}

/// Text that runs from one column into the next.
struct Flow<'a> {
    shares: &'a Shares,
    blocks: Vec<Block>,
    /// What is left of each, the present one last.
    columns: Vec<Rect>,
    scale: f32,
    is_complete: bool,
}

impl Flow<'_> {
    /// Sets a paragraph, with its heading where it has one, in the present column or in the next.
    fn line(&mut self, title: Option<&str>, line: &Line) {
        let Some(&column) = self.columns.last().filter(|_| self.is_complete) else {
            self.is_complete = false;
            return;
        };
        let (scale, width) = (self.scale, column.w);
        let heading = Type::new(HEADING).bold().ink(Ink::Accent).times(scale);
        let (text, set) = match line {
            Line::Plain(text) => (text.as_str(), Type::new(BODY).times(scale)),
            Line::Quiet(text) => (text.as_str(), Type::new(SMALL).ink(Ink::Muted).times(scale)),
            Line::Plot => ("", Type::new(BODY).times(scale)),
        };
        let above = title.map_or(0.0, |title| heading.height(title, width) + 5.0 * scale);
        let below = set.size * 0.3;
        let own = match line {
            Line::Plot => PLOT * scale,
            _ => set.height(text, width),
        };
        if above + own > column.h {
            let next = self.columns.len() > 1;
            if next {
                self.columns.pop();
                self.line(title, line);
            } else {
                self.is_complete = false;
                if set.size * LEADING <= column.h {
                    set.set("…", Role::Paragraph, column, &mut self.blocks);
                }
            }
            return;
        }
        let mut room = column;
        if let Some(title) = title {
            room.y += 5.0 * scale;
            room.y += heading.set(title, Role::Heading, room, &mut self.blocks);
        }
        match line {
            Line::Plot => self.plot(Rect { h: own, ..room }),
            _ => {
                set.set(text, Role::Paragraph, room, &mut self.blocks);
            }
        }
        let used = above + own + below;
        if let Some(column) = self.columns.last_mut() {
            column.y += used;
            column.h = (column.h - used).max(0.0);
        }
    }

    fn plot(&mut self, room: Rect) {
        let size = (room.w / PLOT_SCALE, room.h / PLOT_SCALE);
        let plot = self.shares.plot(size);
        self.blocks.push(Block {
            role: Role::Figure(self.shares.title().to_owned()),
            items: plot.scene.placed(room, 1.0, "plot "),
        });
    }
}
