//! What the clock says, and for how long the presentation has gone on; painted anew once a minute.

use std::time::Duration;

use eframe::egui::Context;
use jiff::ZonedDateTime;

const MINUTE: f64 = 60.0;

/// When a presentation began, on the window's own clock.
#[derive(Default)]
pub struct Clock {
    began: Option<f64>,
}

impl Clock {
    /// Whole minutes since the first time that this was called; asks for the frame in which that, or the
    /// time of day, is another.
    pub fn minutes(&mut self, ctx: &Context) -> u64 {
        let time = ctx.input(|input| input.time);
        let gone = time - *self.began.get_or_insert(time);
        let of_day = MINUTE - f64::from(ZonedDateTime::now().second());
        let left = (MINUTE - gone % MINUTE).min(of_day).max(1.0);
        ctx.request_repaint_after(Duration::from_secs_f64(left));
        (gone / MINUTE) as u64
    }
}
