//! The years to come on a dated line of native shapes: what is in place for each question, and marks for
//! what happens, told under the line.

use super::canvas::{Canvas, Form, Paint, Para, Set, height};
use super::story::Story;
use crate::draw::{Dash, Ink, Rect, Stroke, Weight, width, wrap};
use crate::model::QuestionId;
use crate::wording::{Dated, Happening, Kind};

const TEXT: f32 = 12.0;
/// Room for the name of a question, the height of its band, and the air under it.
const NAMES: f32 = 120.0;
const BAND: f32 = 30.0;
/// What is left over makes bands as high as this.
const BAND_MOST: f32 = 44.0;
const BAND_TEXT: f32 = 14.0;
const UNDER: f32 = 5.0;
/// The heights of a mark and of the names of years.
const MARK: f32 = 22.0;
const YEARS: f32 = 20.0;
/// From a mark to the one over it.
const STEP: f32 = 29.0;
/// The largest type of what is told.
const SIZES: [f32; 5] = [16.0, 15.0, 14.0, 13.0, 12.0];
/// No more than this is told of what happens.
const TOLD: usize = 6;

struct Road<'c, 'd> {
    canvas: &'c mut Canvas<'d>,
    story: Story<'c>,
    dated: Dated<'c>,
    /// From the first quarter to the last.
    from: f32,
    to: f32,
    last: usize,
}

pub fn draw<'c>(canvas: &'c mut Canvas<'_>, story: Story<'c>, dated: Dated<'c>, title: &str) {
    let body = canvas.design.body();
    let evolution = story.evolution;
    let found = dated.happenings(story.scenario, evolution);
    let stacked = most_at_once(&found);
    let mut road = Road {
        from: body.x + NAMES,
        to: body.right() - 14.0,
        last: evolution.course.quarters(),
        canvas,
        story,
        dated,
    };
    let args = [("title", title)];
    let described = story.teller.words.with("deck-road-described", &args);
    let axis = body.y + STEP * stacked.max(1) as f32 - MARK / 2.0;
    let bands = axis + MARK / 2.0 + YEARS + 6.0;
    let questions = &story.teller.knowledge.questions;
    let under = bands + (BAND + UNDER) * questions.len() as f32 + 8.0;
    let room = Rect::new(body.x, under, body.w, body.bottom() - under);
    // No mark without its words.
    let (size, most) = road.fit(&found, room);
    road.axis(axis, &described, &found[..most]);
    let paras = road.paras(&found, size, most);
    let high = road.canvas.design.counted(room.h);
    let spare = (high - height(&paras, room.w)) / questions.len() as f32;
    let more = spare.clamp(0.0, BAND_MOST - BAND);
    let step = BAND + more + UNDER;
    for (at, question) in questions.ids().enumerate() {
        road.band(
            question,
            bands + step * at as f32,
            BAND + more,
            &found[..most],
        );
    }
    let down = more * questions.len() as f32;
    let room = Rect::new(room.x, room.y + down, room.w, room.h - down);
    let name = story.teller.words.get("deck-happens");
    road.canvas.text(&name, room, &paras, Set::Top);
}

/// How many of the marks stand one over the other at most.
fn most_at_once(found: &[Happening]) -> usize {
    let found = &found[..found.len().min(TOLD)];
    let groups = found.chunk_by(|a, b| a.quarter == b.quarter);
    groups.map(<[Happening]>::len).max().unwrap_or(0)
}

impl Road<'_, '_> {
    fn x(&self, quarter: usize) -> f32 {
        self.from + (self.to - self.from) * quarter as f32 / self.last.max(1) as f32
    }

    fn axis(&mut self, y: f32, described: &str, found: &[Happening]) {
        let words = self.story.teller.words;
        let form = Form {
            name: &words.get("report-evolution"),
            told: described,
            geometry: "rect",
            radius: 0.0,
            rect: Rect::new(self.from, y - 1.5, self.to - self.from, 3.0),
            paint: Paint::filled(Ink::Line),
            set: Set::Middle,
            inset: 0.0,
        };
        self.canvas.shape(&form, &[]);
        let mut free = f32::NEG_INFINITY;
        for (quarter, year) in self.dated.years(self.last) {
            let x = self.x(quarter);
            let wide = width(&year, TEXT, Weight::Regular) + 8.0;
            let left = if quarter == 0 {
                x - 4.0
            } else {
                x - wide / 2.0
            };
            // A year beside today gives way to it.
            if left < free {
                continue;
            }
            free = left + wide;
            let rect = Rect::new(left, y + MARK / 2.0 + 2.0, wide, YEARS);
            let para = [Para::new(&year, TEXT).ink(Ink::Muted)];
            self.canvas.text(&year, rect, &para, Set::Over);
        }
        let mut before = (usize::MAX, 0);
        for (at, happening) in found.iter().enumerate() {
            let over = if before.0 == happening.quarter {
                before.1 + 1
            } else {
                0
            };
            before = (happening.quarter, over);
            let up = STEP * over as f32;
            let x = self.x(happening.quarter);
            self.mark((x, y - up), happening.kind, at + 1);
        }
    }

    /// A number in the shape of its kind: a disc for a change, a square for an event, a lozenge for what
    /// opens.
    fn mark(&mut self, (x, y): (f32, f32), kind: Kind, number: usize) {
        let number = number.to_string();
        let (geometry, fill, ink) = match kind {
            Kind::Change => ("ellipse", Ink::Accent, Ink::OnAccent),
            Kind::Event => ("rect", Ink::Ground, Ink::Text),
            Kind::Opening => ("diamond", Ink::Ground, Ink::Text),
        };
        let side = if kind == Kind::Opening {
            MARK + 6.0
        } else {
            MARK
        };
        let form = Form {
            name: &number,
            told: "",
            geometry,
            radius: 0.0,
            rect: Rect::new(x - side / 2.0, y - side / 2.0, side, side),
            paint: Paint {
                fill: Some(fill),
                stroke: Some(stroke(1.5)),
                opacity: 1.0,
            },
            set: Set::Middle,
            inset: 0.0,
        };
        let text = [Para::new(&number, TEXT).bold().ink(ink)];
        self.canvas.shape(&form, &text);
    }

    /// What is in place for a question, from season to season.
    fn band(&mut self, at: QuestionId, y: f32, high: f32, found: &[Happening]) {
        let teller = self.story.teller;
        let question = &teller.knowledge.questions[at];
        let moments = &self.story.evolution.course.moments;
        let short = question.short.get(teller.words.lang());
        let left = self.canvas.design.body().x;
        let para = [Para::new(short, BAND_TEXT).bold()];
        let rect = Rect::new(left, y, NAMES - 6.0, high);
        self.canvas.text(short, rect, &para, Set::Left);
        let mut from = 0;
        for quarter in 1..=self.last {
            let ends = moments[quarter].in_place[at] != moments[from].in_place[at];
            if !ends && quarter < self.last {
                continue;
            }
            let kept = moments[from].in_place[at];
            let name = kept.map_or_else(String::new, |kept| teller.label(question, kept));
            let (x, end) = (self.x(from), self.x(quarter));
            let rect = Rect::new(x, y, (end - x - 2.0).max(2.0), high);
            let mark = found
                .iter()
                .position(|it| it.quarter == from && it.kind == Kind::Change);
            self.piece(rect, &name, from == 0, mark);
            from = quarter;
        }
    }

    /// One answer for a time; its name where there is room for it, in one line or in two, or else the
    /// number of the mark under which it is told.
    fn piece(&mut self, rect: Rect, name: &str, is_first: bool, mark: Option<usize>) {
        let (fill, ink) = if is_first {
            (Ink::Soft, Ink::Text)
        } else {
            (Ink::Accent, Ink::OnAccent)
        };
        // In one line in larger type, or in two.
        let fits = |&(size, most): &(f32, usize)| {
            let lines = wrap(name, size, Weight::Regular, rect.w - 6.0, usize::MAX);
            let whole = lines.concat().len() + lines.len() - 1 == name.len();
            lines.len() <= most && whole
        };
        let size = [(BAND_TEXT, 1), (TEXT, 2)].into_iter().find(fits);
        let para = size.map(|(size, _)| Para::new(name, size).ink(ink));
        let number = mark.map(|mark| Para::new((mark + 1).to_string(), TEXT).bold().ink(ink));
        let para = para.or(number);
        let form = Form {
            name,
            told: name,
            geometry: "roundRect",
            radius: 4.0,
            rect,
            paint: Paint {
                fill: Some(fill),
                stroke: (!is_first).then(|| stroke(1.0)),
                opacity: 1.0,
            },
            set: Set::Middle,
            inset: 1.0,
        };
        let paras: Vec<Para> = para.into_iter().collect();
        self.canvas.shape(&form, &paras);
    }

    /// The largest type in which what happens can be told, and how much of it.
    fn fit(&self, found: &[Happening], room: Rect) -> (f32, usize) {
        let most = found.len().min(TOLD);
        let tried = SIZES.into_iter().map(|size| (size, most));
        let mut tried = tried.chain((0..most).rev().map(|most| (TEXT, most)));
        let needs = |(size, most)| height(&self.paras(found, size, most), room.w);
        let high = self.canvas.design.counted(room.h);
        tried.find(|&how| needs(how) <= high).unwrap_or((TEXT, 0))
    }

    /// What happens, by the numbers of the marks; where nothing changes, that as well.
    fn paras(&self, found: &[Happening], size: f32, most: usize) -> Vec<Para> {
        let (first, rest) = self.dated.turning(self.story.evolution);
        let mut paras = vec![Para::new(first, size).bold()];
        paras.extend(rest.map(|rest| Para::new(rest, size)));
        for (at, happening) in found.iter().take(most).enumerate() {
            let text = format!("{}. {}", at + 1, happening.told);
            paras.push(Para::new(text, size).after(0.35 * size));
        }
        let more = found.len().saturating_sub(most);
        if more > 0 {
            let words = self.story.teller.words;
            let text = words.with("evolution-more", &[("count", more)]);
            paras.push(Para::new(text, size).ink(Ink::Muted));
        }
        paras
    }
}

fn stroke(width: f32) -> Stroke {
    Stroke {
        ink: Ink::Accent,
        width,
        dash: Dash::Solid,
    }
}
