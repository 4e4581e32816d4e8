//! Which quarter of the course is looked at, and whether time runs.

use eframe::egui::Context;

use crate::analysis::{Evolution, Moment};
use crate::model::MAX_QUARTERS;

/// How long the player stays on a quarter, in seconds.
const BEAT: f64 = 0.9;

/// Which quarter is looked at, and whether time runs.
#[derive(Default)]
pub struct Player {
    quarter: usize,
    /// When the next quarter comes, while playing.
    next: Option<f64>,
}

impl Player {
    /// The quarter looked at.
    pub fn quarter(&self) -> usize {
        self.quarter
    }

    pub fn go(&mut self, quarter: usize) {
        self.quarter = quarter.min(MAX_QUARTERS);
        self.next = None;
    }

    pub fn step(&mut self, by: isize) {
        self.go(self.quarter.saturating_add_signed(by));
    }

    /// Starts, from today again if the end was reached, or pauses.
    pub fn play_or_pause(&mut self, time: f64) {
        if self.next.take().is_none() {
            if self.quarter >= MAX_QUARTERS {
                self.quarter = 0;
            }
            self.next = Some(time + BEAT);
        }
    }

    pub fn is_playing(&self) -> bool {
        self.next.is_some()
    }

    /// Goes on to the next quarter when its time has come; pauses when nobody looks.
    pub fn follow(&mut self, ctx: &Context, looking: bool) {
        let Some(next) = self.next else { return };
        if !looking {
            self.next = None;
            return;
        }
        let time = ctx.input(|input| input.time);
        if time >= next {
            self.quarter += 1;
            self.next = (self.quarter < MAX_QUARTERS).then_some(time + BEAT);
        }
        if let Some(next) = self.next {
            let left = (next - time).clamp(0.0, BEAT);
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }

    /// The company in the quarter looked at.
    pub fn moment<'a>(&self, evolution: &'a Evolution) -> &'a Moment {
        let moments = &evolution.course.moments;
        &moments[self.quarter.min(moments.len() - 1)]
    }
}
