//! Everything that the engine says of the scenario that is looked at, recomputed in the frame in which it
//! changes; the survey alone goes on over the next frames, and sharpens while the window rests.

use std::ops::Deref;
use std::sync::mpsc::{Receiver, channel};

use eframe::egui::Context;

use crate::analysis::{Evolution, Findings, Paths, Sampler};
use crate::model::{Knowledge, MAX_QUARTERS, Scenario};

/// Blocks counted in one frame: a first figure at once, without holding up a drag.
const SLICE: usize = 32;

pub struct Analyses {
    /// What the findings are about.
    scenario: Scenario,
    findings: Findings,
    /// The company over time, only while the view of the evolution is shown.
    trajectory: Option<Trajectory>,
    samples: Samples,
}

/// The company over time.
pub struct Trajectory {
    pub evolution: Evolution,
    pub paths: Paths,
}

/// The samples of the survey, drawn in another thread once the window is shown.
enum Samples {
    /// Not begun: there is no window yet. The number of blocks to draw, the usual one if `None`.
    Later(Option<usize>),
    /// Being drawn in another thread.
    Coming(Receiver<Sampler>),
    Here(Box<Sampler>),
}

impl Deref for Analyses {
    type Target = Findings;

    fn deref(&self) -> &Findings {
        &self.findings
    }
}

impl Analyses {
    /// Begins; `blocks` of samples will be drawn, the usual number if `None`.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, blocks: Option<usize>) -> Self {
        Self {
            scenario: scenario.clone(),
            findings: Findings::begin(knowledge, scenario),
            trajectory: None,
            samples: Samples::Later(blocks),
        }
    }

    /// What the findings are about.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The company over time, if it was asked for.
    pub fn trajectory(&self) -> Option<&Trajectory> {
        self.trajectory.as_ref()
    }

    /// Brings the findings up to date with the scenario, and the company over time if `course`; then
    /// counts one more slice of the paths or of the survey. `true` while there is more to count.
    pub fn follow(
        &mut self,
        ctx: &Context,
        knowledge: &Knowledge,
        scenario: &Scenario,
        course: bool,
    ) -> bool {
        if self.scenario != *scenario {
            self.scenario = scenario.clone();
            self.findings = Findings::begin(knowledge, scenario);
            self.trajectory = None;
        }
        if !course {
            self.trajectory = None;
        } else if self.trajectory.is_none() {
            self.trajectory = Some(Trajectory {
                evolution: Evolution::new(knowledge, scenario, MAX_QUARTERS),
                paths: Paths::new(knowledge, MAX_QUARTERS),
            });
        }
        match &self.samples {
            Samples::Later(blocks) => {
                if ctx.cumulative_frame_nr() > 0 {
                    self.samples = Samples::Coming(draw(ctx, knowledge, *blocks));
                    // The thread asks for a frame once they are drawn.
                    return false;
                }
                true
            }
            Samples::Coming(coming) => match coming.try_recv() {
                Ok(sampler) => {
                    self.samples = Samples::Here(Box::new(sampler));
                    true
                }
                Err(_) => false,
            },
            Samples::Here(sampler) => match &mut self.trajectory {
                Some(trajectory) if !trajectory.paths.is_complete(sampler) => {
                    trajectory.paths.advance(knowledge, scenario, sampler);
                    true
                }
                _ => self.findings.sharpen(knowledge, scenario, sampler, SLICE),
            },
        }
    }
}

/// Drawing the samples takes longer than a frame: the window does not wait for them.
fn draw(ctx: &Context, knowledge: &Knowledge, blocks: Option<usize>) -> Receiver<Sampler> {
    let (send, coming) = channel();
    let (ctx, knowledge) = (ctx.clone(), knowledge.clone());
    std::thread::spawn(move || {
        let sampler = match blocks {
            Some(blocks) => Sampler::new(&knowledge, blocks, 1),
            None => Sampler::usual(&knowledge),
        };
        // The window may be gone by now.
        let _ = send.send(sampler);
        ctx.request_repaint();
    });
    coming
}
