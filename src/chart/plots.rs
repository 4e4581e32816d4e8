//! What changes over time, drawn: shares as stacked areas, sliders as lines with their band.

use crate::draw::{
    Anchor, Dash, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight, width, wrap,
};

const TITLE: f32 = 13.0;
const TEXT: f32 = 11.5;
/// Room above the plot for its title, and below for the years.
const ABOVE: f32 = 20.0;
const BELOW: f32 = 16.0;
const MARGIN: f32 = 4.0;
/// Room at the right for the names of the lines, as a share of the width.
const NAMES: f32 = 0.46;
/// Between two names of lines.
const APART: f32 = 4.0;
/// Radius of the disc where a line was truly seen.
const MARK: f32 = 5.0;
/// An area thinner than this has no room for its name.
const THINNEST: f32 = TEXT * 1.3;

/// What all plots of a course have in common.
pub struct Timeline {
    /// The quarter looked at.
    pub now: usize,
    /// The last quarter.
    pub last: usize,
    /// Quarters in which the organisation changes.
    pub changes: Vec<usize>,
    /// Quarters to be named and their names, in their order, today first; what has no room is left out.
    pub ticks: Vec<(usize, String)>,
}

/// A share over time.
pub struct Area {
    pub label: String,
    /// One per quarter, 0 to 1; the shares of all areas sum to 1.
    pub shares: Vec<f64>,
}

/// A slider over time.
pub struct Line {
    pub label: String,
    /// One per quarter, 0 to 100.
    pub values: Vec<f64>,
    /// The band around it, one per quarter; empty where there is none yet.
    pub band: Vec<(f64, f64)>,
    /// Where it was truly seen, and in which quarter.
    pub seen: Option<(usize, f64)>,
}

/// A plot, and where on its width the first and the last quarter stand.
pub struct Plot {
    pub scene: Scene,
    pub span: (f32, f32),
}

struct Builder<'a> {
    timeline: &'a Timeline,
    inside: Rect,
    scene: Scene,
}

/// Shares as areas stacked upon each other, each named where it is thickest.
pub fn areas(title: &str, areas: &[Area], timeline: &Timeline, size: (f32, f32)) -> Plot {
    let mut builder = Builder::new(title, timeline, size, size.0 - 2.0 * MARGIN);
    let mut below = vec![0.0; timeline.last + 1];
    let ranks = ranks(areas);
    for (index, area) in areas.iter().enumerate() {
        let top: Vec<f64> = below.iter().zip(&area.shares).map(|(a, b)| a + b).collect();
        let points = |builder: &Builder<'_>, values: &[f64]| builder.points(values, 1.0);
        let (upper, lower) = (points(&builder, &top), points(&builder, &below));
        builder.add(
            format!("area {index}"),
            Shape::Band {
                upper: upper.clone(),
                lower: lower.clone(),
                fill: Ink::Share(ranks[index] as u8),
            },
        );
        if index + 1 < areas.len() {
            let stroke = stroke(Ink::Ground, 1.5, Dash::Solid);
            builder.line(format!("edge {index}"), upper.clone(), stroke);
        }
        builder.name_area(index, &area.label, &upper, &lower);
        below = top;
    }
    builder.finish()
}

/// Which of the names below an axis are told, by their places from left to right; the first one names
/// today and the others years: each year, or each second, …, so that they stay evenly apart. Today
/// gives way to the first year.
pub fn even(spans: &[(f32, f32)]) -> Vec<usize> {
    let apart = |pair: &[usize]| spans[pair[0]].1 + MARGIN <= spans[pair[1]].0;
    let every = |step: usize| (1..spans.len()).step_by(step).collect::<Vec<_>>();
    let mut steps = (1..spans.len()).map(every);
    let mut told = steps
        .find(|told| told.windows(2).all(apart))
        .unwrap_or_default();
    if !spans.is_empty() && told.first().is_none_or(|&year| apart(&[0, year])) {
        told.insert(0, 0);
    }
    told
}

/// Of each area how many hold more over all quarters, so that what leads looks alike in every plot.
fn ranks(areas: &[Area]) -> Vec<usize> {
    let held: Vec<f64> = areas.iter().map(|area| area.shares.iter().sum()).collect();
    let more = |&own: &f64| held.iter().filter(|&&other| other > own).count();
    held.iter().map(more).collect()
}

/// Sliders as lines, with the band of what they may be; each is named at its end.
pub fn lines(title: &str, lines: &[Line], timeline: &Timeline, size: (f32, f32)) -> Plot {
    let names = size.0 * NAMES;
    let mut builder = Builder::new(title, timeline, size, size.0 - names - 2.0 * MARGIN);
    for (index, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.band.is_empty())
    {
        let ends = |of: fn(&(f64, f64)) -> f64| -> Vec<f64> { line.band.iter().map(of).collect() };
        let upper = builder.points(&ends(|band| band.1), 100.0);
        let lower = builder.points(&ends(|band| band.0), 100.0);
        builder.scene.items.push(Item {
            id: format!("band {index}"),
            opacity: 0.45,
            shape: Shape::Band {
                upper,
                lower,
                fill: Ink::Series(index as u8),
            },
        });
    }
    for (index, line) in lines.iter().enumerate() {
        let dash = [Dash::Solid, Dash::Dashed, Dash::Dotted][index % 3];
        let points = builder.points(&line.values, 100.0);
        let stroke = stroke(Ink::Stroke(index as u8), 2.0, dash);
        builder.line(format!("line {index}"), points, stroke);
    }
    for (index, line) in lines.iter().enumerate() {
        if let Some((quarter, value)) = line.seen {
            builder.mark(index, quarter, value);
        }
    }
    builder.name_lines(lines, names);
    builder.finish()
}

fn stroke(ink: Ink, width: f32, dash: Dash) -> Stroke {
    Stroke { ink, width, dash }
}

impl<'a> Builder<'a> {
    fn new(title: &str, timeline: &'a Timeline, (w, h): (f32, f32), inner: f32) -> Self {
        let inside = Rect::new(MARGIN, ABOVE, inner.max(1.0), (h - ABOVE - BELOW).max(1.0));
        let mut builder = Self {
            timeline,
            inside,
            scene: Scene {
                width: w,
                height: h,
                items: Vec::new(),
            },
        };
        let title = wrap(title, TITLE, Weight::Bold, w - 2.0 * MARGIN, 1).concat();
        builder.text(
            "title",
            &title,
            (MARGIN, TITLE * 0.6),
            Anchor::Start,
            Ink::Text,
            TITLE,
        );
        let frame = Shape::Box {
            rect: inside,
            radius: 0.0,
            fill: Ink::Frame,
            stroke: stroke(Ink::Faint, 1.0, Dash::Solid),
            labels: Vec::new(),
        };
        builder.add("frame".into(), frame);
        builder
    }

    fn x(&self, quarter: usize) -> f32 {
        self.inside.x + self.inside.w * quarter as f32 / self.timeline.last.max(1) as f32
    }

    fn y(&self, share: f64) -> f32 {
        self.inside.bottom() - self.inside.h * share.clamp(0.0, 1.0) as f32
    }

    fn points(&self, values: &[f64], whole: f64) -> Vec<Point> {
        let values = values.iter().enumerate();
        values
            .map(|(quarter, value)| Point {
                x: self.x(quarter),
                y: self.y(value / whole),
            })
            .collect()
    }

    fn add(&mut self, id: String, shape: Shape) {
        self.scene.items.push(Item {
            id,
            opacity: 1.0,
            shape,
        });
    }

    fn line(&mut self, id: String, points: Vec<Point>, stroke: Stroke) {
        self.add(id, Shape::Line { points, stroke });
    }

    /// A disc where a line was truly seen.
    fn mark(&mut self, index: usize, quarter: usize, value: f64) {
        let (x, y) = (self.x(quarter), self.y(value / 100.0));
        let ink = Ink::Stroke(index as u8);
        let disc = Shape::Box {
            rect: Rect::new(x - MARK, y - MARK, 2.0 * MARK, 2.0 * MARK),
            radius: MARK,
            fill: ink,
            stroke: stroke(Ink::Ground, 1.5, Dash::Solid),
            labels: Vec::new(),
        };
        self.add(format!("seen {index}"), disc);
    }

    fn text(&mut self, id: &str, text: &str, at: (f32, f32), anchor: Anchor, ink: Ink, size: f32) {
        let label = Label {
            at: Point { x: at.0, y: at.1 },
            anchor,
            size,
            weight: if size == TITLE {
                Weight::Bold
            } else {
                Weight::Regular
            },
            ink,
            text: text.to_owned(),
        };
        self.add(id.to_owned(), Shape::Text(label));
    }

    /// Names an area where it is thickest, if it has room for its name there.
    fn name_area(&mut self, index: usize, label: &str, upper: &[Point], lower: &[Point]) {
        let half = width(label, TEXT, Weight::Regular) / 2.0 + MARGIN;
        let fits = |at: &Point| at.x - half >= self.inside.x && at.x + half <= self.inside.right();
        // The strip that is free over the whole width of the name: its middle and its height.
        let free = |at: &Point| {
            let under = upper.iter().zip(lower);
            let (mut top, mut bottom) = (f32::NEG_INFINITY, f32::INFINITY);
            for (up, low) in under.filter(|(up, _)| (up.x - at.x).abs() <= half) {
                top = top.max(up.y);
                bottom = bottom.min(low.y);
            }
            (f32::midpoint(top, bottom), bottom - top)
        };
        let best = upper
            .iter()
            .filter(|at| fits(at))
            .map(|at| (at.x, free(at)))
            .max_by(|a, b| a.1.1.total_cmp(&b.1.1));
        if let Some((x, (y, room))) = best
            && room >= THINNEST
        {
            let id = format!("name {index}");
            self.text(&id, label, (x, y), Anchor::Middle, Ink::Text, TEXT);
        }
    }

    /// Names lines at their right ends, moved apart where they would overlap.
    fn name_lines(&mut self, lines: &[Line], room: f32) {
        let step = TEXT * 1.25;
        let room = room - 12.0;
        let wrapped = |most: usize| -> Vec<Vec<String>> {
            let labels = lines.iter().map(|line| line.label.as_str());
            labels
                .map(|label| wrap(label, TEXT, Weight::Regular, room, most))
                .collect()
        };
        // On two lines where one is not enough, if there is the height for it.
        let room_down = self.inside.h + step / 2.0;
        let high =
            |labels: &[Vec<String>]| step * labels.iter().map(Vec::len).sum::<usize>() as f32;
        let labels = Some(wrapped(2)).filter(|labels| high(labels) <= room_down);
        let labels = labels.unwrap_or_else(|| wrapped(1));
        let mut ends: Vec<(usize, f32)> = lines
            .iter()
            .enumerate()
            .filter_map(|(index, line)| Some((index, self.y(line.values.last()? / 100.0))))
            .collect();
        ends.sort_by(|a, b| a.1.total_cmp(&b.1));
        // A little apart, so that each is seen to be one name.
        let left = (room_down - high(&labels)) / lines.len().max(1) as f32;
        let gap = left.clamp(0.0, APART);
        let text = |index: usize| step * labels[index].len() as f32 / 2.0;
        let half = |index: usize| text(index) + gap / 2.0;
        let mut free = self.inside.y;
        for (index, y) in &mut ends {
            *y = y.max(free + half(*index));
            free = *y + half(*index);
        }
        let mut free = self.inside.bottom() + step / 2.0;
        for (index, y) in ends.iter_mut().rev() {
            *y = y.min(free - half(*index));
            free = *y - half(*index);
        }
        for (index, y) in ends {
            let x = self.inside.right() + 6.0;
            for (place, told) in labels[index].iter().enumerate() {
                let id = match place {
                    0 => format!("name {index}"),
                    _ => format!("name {index} {place}"),
                };
                let y = y - text(index) + step * (place as f32 + 0.5);
                let ink = Ink::Stroke(index as u8);
                self.text(&id, told, (x, y), Anchor::Start, ink, TEXT);
            }
        }
    }

    /// Adds the changes, the quarter looked at, and what the axis names.
    fn finish(mut self) -> Plot {
        let (top, bottom) = (self.inside.y, self.inside.bottom());
        let upright = |x: f32| vec![Point { x, y: top }, Point { x, y: bottom }];
        for &quarter in &self.timeline.changes {
            let x = self.x(quarter);
            let stroke = stroke(Ink::Line, 1.0, Dash::Dashed);
            self.line(format!("change {quarter}"), upright(x), stroke);
        }
        let x = self.x(self.timeline.now);
        let stroke = stroke(Ink::Accent, 2.0, Dash::Solid);
        self.line("now".into(), upright(x), stroke);
        let spans: Vec<(f32, f32)> = self
            .timeline
            .ticks
            .iter()
            .map(|(quarter, name)| {
                let half = width(name, TEXT, Weight::Regular) / 2.0;
                let (left, right) = (self.inside.x + half, self.inside.right() - half);
                // A name that is wider than the plot stands in its middle.
                let x = self.x(*quarter).min(right).max(left);
                (x - half, x + half)
            })
            .collect();
        for place in even(&spans) {
            let (quarter, name) = &self.timeline.ticks[place];
            let x = f32::midpoint(spans[place].0, spans[place].1);
            let (id, at) = (format!("tick {quarter}"), (x, bottom + BELOW * 0.55));
            self.text(&id, name, at, Anchor::Middle, Ink::Muted, TEXT);
        }
        Plot {
            span: (self.inside.x, self.inside.right()),
            scene: self.scene,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Timeline, even, lines};
    use crate::draw::Shape;

    #[test]
    fn years_stay_evenly_apart_and_today_gives_way_to_the_first() {
        let year = |x: f32| (x, x + 20.0);
        let years = [year(30.0), year(60.0), year(90.0), year(120.0)];
        let with = |today: f32, years: &[(f32, f32)]| even(&[&[(0.0, today)], years].concat());
        assert_eq!(with(20.0, &years), [0, 1, 2, 3, 4]);
        // A longer word for today.
        assert_eq!(with(50.0, &years), [1, 2, 3, 4]);
        // Each year is too much.
        let close = [year(30.0), year(45.0), year(60.0), year(75.0)];
        assert_eq!(with(20.0, &close), [0, 1, 3]);
        assert_eq!(with(40.0, &close), [1, 3]);
        assert_eq!(with(20.0, &[]), [0]);
        assert_eq!(even(&[]), [0; 0]);
    }

    #[test]
    fn a_long_name_takes_two_lines_where_there_is_height_for_it() {
        let named = |count: usize| {
            let line = |_| Line {
                label: "Compétences internes".to_owned(),
                values: vec![50.0; 5],
                band: Vec::new(),
                seen: None,
            };
            let timeline = Timeline {
                now: 0,
                last: 4,
                changes: Vec::new(),
                ticks: vec![(0, "aujourd’hui".to_owned())],
            };
            let of: Vec<Line> = (0..count).map(line).collect();
            let plot = lines("Culture", &of, &timeline, (230.0, 118.0));
            let items = plot.scene.items.into_iter();
            let mut names: Vec<(f32, String)> = items
                .filter(|item| item.id.starts_with("name"))
                .filter_map(|item| match item.shape {
                    Shape::Text(label) => Some((label.at.y, label.text)),
                    _ => None,
                })
                .collect();
            names.sort_by(|a, b| a.0.total_cmp(&b.0));
            names
        };
        let texts = |count: usize| -> Vec<String> {
            named(count).into_iter().map(|(_, text)| text).collect()
        };
        assert_eq!(texts(1), ["Compétences", "internes"]);
        assert_eq!(texts(2), ["Compétences", "internes"].repeat(2));
        // None over another, and none below the plot's room.
        let at = named(3);
        assert!(
            at.windows(2).all(|pair| pair[1].0 - pair[0].0 > 13.0),
            "{at:?}"
        );
        assert!(at.iter().all(|(y, _)| (20.0..=118.0).contains(y)), "{at:?}");
        assert_eq!(texts(4), ["Compétences…"; 4]);
    }
}
