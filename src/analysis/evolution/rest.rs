//! Where the loop ends: at a fixed point, or in a cycle.

use crate::model::{AlternativeId, Knowledge, List, MAX_QUARTERS, QuestionId, Scenario};

use super::engine::{Engine, Scratch};

/// How far ahead the loop is followed, in quarters, far beyond what anyone plans.
const LONG: usize = 400;
/// A loop that moves no slider by more than this in a quarter, at the usual pace, has come to rest,
/// in points.
const STILL: f64 = 0.05;
/// Sliders this close to where they were a period ago have come back, in points: no loop takes a whole
/// number of quarters.
const BACK: f64 = 1.0;
/// Sliders this close to where they rest, or to where they were a period ago, are there, in points.
const NEAR: f64 = 5.0;
/// The longest period looked for, in quarters.
const LONGEST: usize = 80;

/// How the loop ends, judged from the 400 quarters that follow the last planned event; quarters
/// count from today. A cycle is looked for among periods of up to 80 quarters, after which each slider
/// is back within a point; it has begun once sliders are within five points of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// The organisation no longer changes from one quarter on, and all sliders are within five
    /// points of their resting place from another on.
    Fixed {
        /// The quarter of the last change of organisation.
        organisation: usize,
        /// The quarter in which the last slider arrives.
        sliders: usize,
    },
    /// The same organisations come back, every `period` quarters, from a quarter on.
    Cycle {
        /// The quarter in which the cycle begins.
        from: usize,
        /// In quarters.
        period: usize,
    },
    /// Neither within a hundred years.
    Open,
}

struct Snapshot {
    /// Every slider; `None` where it is not known.
    levels: Vec<Option<f64>>,
    in_place: List<QuestionId, Option<AlternativeId>>,
}

impl Snapshot {
    /// The largest difference of a slider, in points; what an event has made known has come from
    /// anywhere.
    fn distance(&self, other: &Self) -> f64 {
        let pairs = self.levels.iter().zip(&other.levels);
        let apart = pairs.map(|pair| match pair {
            (Some(a), Some(b)) => (a - b).abs(),
            (None, None) => 0.0,
            _ => 100.0,
        });
        apart.fold(0.0, f64::max)
    }

    fn like(&self, other: &Self, tolerance: f64) -> bool {
        self.in_place == other.in_place && self.distance(other) <= tolerance
    }
}

impl Rest {
    /// Follows the loop until it shows how it ends.
    pub fn of(knowledge: &Knowledge, scenario: &Scenario) -> Self {
        find(&Engine::new(knowledge, scenario, false), scenario)
    }
}

fn find(engine: &Engine<'_>, scenario: &Scenario) -> Rest {
    let mut scratch = Scratch::default();
    let mut state = engine.start(&mut scratch);
    let mut snapshots = Vec::with_capacity(LONG + MAX_QUARTERS);
    let factors = &engine.knowledge().factors;
    let sliders = factors.iter().map(|factor| factor.quantities.len()).sum();
    let last_event = scenario.plan.events.iter().map(|event| event.quarter).max();
    let end = LONG + last_event.unwrap_or(0);
    for quarter in 1..=end + 1 {
        let mut levels = Vec::with_capacity(sliders);
        for (known, factor) in state.levels.iter().zip(factors) {
            match known {
                Some(of) => levels.extend(of.quantities.iter().map(|&level| Some(level))),
                None => levels.extend(factor.quantities.iter().map(|_| None)),
            }
        }
        snapshots.push(Snapshot {
            levels,
            in_place: state.in_place.clone(),
        });
        engine.advance(&mut state, quarter, &mut scratch);
    }
    let last = &snapshots[end];
    let since =
        |same: &dyn Fn(usize) -> bool| (0..end).rev().find(|&t| !same(t)).map_or(0, |t| t + 1);
    // A slow company is not at rest for being slow.
    let still = STILL * scenario.plan.pace / 100.0;
    if last.like(&snapshots[end - 1], still) {
        return Rest::Fixed {
            organisation: since(&|t| snapshots[t].in_place == last.in_place),
            sliders: since(&|t| snapshots[t].distance(last) < NEAR),
        };
    }
    let repeats = |period: usize, t: usize, tolerance: f64| {
        t + period > end || snapshots[t].like(&snapshots[t + period], tolerance)
    };
    let period = (2..=LONGEST).find(|&period| {
        let mut turn = end - 2 * period..end - period;
        let changes = turn
            .clone()
            .any(|t| snapshots[t].in_place != snapshots[t + 1].in_place);
        changes && turn.all(|t| repeats(period, t, BACK))
    });
    match period {
        Some(period) => Rest::Cycle {
            from: since(&|t| repeats(period, t, NEAR)),
            period,
        },
        None => Rest::Open,
    }
}
