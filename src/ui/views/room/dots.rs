//! The opinions on one thing as dots: one for each, stacked on the step that it says, and nothing that
//! tells whose it is.

use eframe::egui::{
    Align, FontFamily, FontId, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

use crate::analysis::Tally;
use crate::i18n::Words;
use crate::ui::paint::style::{SMALL, color, palette};

/// How high the dots may stand, and how high there is room for them at least.
const HEIGHT: f32 = 92.0;
const LOWEST: f32 = 34.0;
/// The room for the words below them.
const WORDS: f32 = 34.0;
/// The widest that a dot gets, and the least.
const DOT: (f32, f32) = (13.0, 2.5);
/// Between the steps and those who do not know.
const APART: f32 = 10.0;

/// How many dots stand on one step at most.
pub fn most(tally: &Tally) -> usize {
    let steps = tally.steps.iter().copied();
    steps.chain([tally.unknown]).max().unwrap_or_default()
}

/// Shows the dots of one thing over the words of its steps, with room for `most` on each.
pub fn show(ui: &mut Ui, words: &Words, steps: &[String], tally: &Tally, most: usize) {
    let height = (DOT.0 * most as f32 + 4.0).clamp(LOWEST, HEIGHT);
    let size = vec2(ui.available_width(), height + WORDS);
    let (area, response) = ui.allocate_exact_size(size, Sense::hover());
    let told = told(words, steps, tally);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let count = steps.len() + 1;
    let width = (area.width() - APART) / count as f32;
    let dot = dot_for(vec2(width - 8.0, height), most);
    let unknown = words.get("ballot-unknown");
    let columns = steps.iter().zip(tally.steps.iter().copied());
    let columns = columns.chain([(&unknown, tally.unknown)]);
    for (place, (step, votes)) in columns.enumerate() {
        let is_unknown = place == steps.len();
        let left = area.left() + place as f32 * width + if is_unknown { APART } else { 0.0 };
        let column = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
        stack(ui, column, dot, votes, is_unknown);
        label(ui, column, step, votes);
    }
    response.on_hover_text(told);
}

/// The size of a dot with which so many have room.
fn dot_for(room: Vec2, most: usize) -> f32 {
    let fits = |dot: &f32| {
        let in_row = (room.x / dot).floor().max(1.0);
        in_row * (room.y / dot).floor() >= most as f32
    };
    let sizes = (0..40).map(|step| DOT.0 - 0.5 * step as f32);
    let mut sizes = sizes.take_while(|dot| *dot >= DOT.1);
    sizes.find(fits).unwrap_or(DOT.1)
}

fn stack(ui: &Ui, column: Rect, dot: f32, votes: usize, is_unknown: bool) {
    let palette = palette(ui);
    let painter = ui.painter();
    let floor = column.bottom() - WORDS;
    let pen = Stroke::new(1.0, color(palette.line));
    let line = (column.left() + 3.0)..=(column.right() - 3.0);
    painter.hline(line, floor, pen);
    let in_row = ((column.width() - 8.0) / dot).floor().max(1.0) as usize;
    // A few stand in one stack, many beside each other.
    let high = ((floor - column.top()) / dot).floor() as usize;
    let in_row = votes.div_ceil(high.max(1)).clamp(1, in_row);
    for vote in 0..votes {
        let (row, place) = (vote / in_row, vote % in_row);
        let in_this = in_row.min(votes - row * in_row);
        let x = column.center().x + (place as f32 - (in_this as f32 - 1.0) / 2.0) * dot;
        let y = floor - (row as f32 + 0.5) * dot;
        let radius = 0.42 * dot;
        if is_unknown {
            let pen = Stroke::new(1.2, color(palette.muted));
            painter.circle_stroke(pos2(x, y), radius, pen);
        } else {
            painter.circle_filled(pos2(x, y), radius, color(palette.accent));
        }
    }
}

fn label(ui: &Ui, column: Rect, step: &str, votes: usize) {
    let palette = palette(ui);
    let ink = color(if votes > 0 {
        palette.text
    } else {
        palette.muted
    });
    let font = FontId::new(SMALL, FontFamily::Proportional);
    let mut job = LayoutJob::simple(step.to_owned(), font, ink, column.width() - 4.0);
    job.halign = Align::Center;
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let at = pos2(column.center().x, column.bottom() - WORDS + 3.0);
    ui.painter().galley(at, galley, ink);
}

/// What the dots show, in words.
fn told(words: &Words, steps: &[String], tally: &Tally) -> String {
    let pair = |label: &str, count: usize| {
        let args = [("label", label.to_owned()), ("value", count.to_string())];
        words.with("report-slider", &args)
    };
    let columns = steps.iter().zip(&tally.steps);
    let mut told: Vec<String> = columns.map(|(step, &count)| pair(step, count)).collect();
    told.push(pair(&words.get("ballot-unknown"), tally.unknown));
    if tally.left > 0 {
        told.push(pair(&words.get("ballot-left"), tally.left));
    }
    told.join(" · ")
}
