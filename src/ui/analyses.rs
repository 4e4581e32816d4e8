//! Everything that the engine says of the open profile, recomputed in the frame in which it
//! changes; the survey alone goes on over the next frames, and sharpens while the window rests.

use std::ops::Deref;
use std::sync::mpsc::{Receiver, channel};

use eframe::egui::Context;

use crate::analysis::{Findings, Sampler};
use crate::model::{Knowledge, Profile};

/// Blocks counted in one frame: a first figure at once, without holding up a drag.
const SLICE: usize = 32;

pub struct Analyses {
    /// The profile that the findings are about.
    profile: Profile,
    findings: Findings,
    samples: Samples,
}

/// The samples, on their way.
enum Samples {
    /// Not asked for before the window is there; this many blocks, the usual number if `None`.
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
    pub fn new(knowledge: &Knowledge, profile: &Profile, blocks: Option<usize>) -> Self {
        Self {
            profile: profile.clone(),
            findings: Findings::begin(knowledge, profile),
            samples: Samples::Later(blocks),
        }
    }

    /// Follows the profile, and counts one more slice of the survey; `true` while there is more.
    pub fn follow(&mut self, ctx: &Context, knowledge: &Knowledge, profile: &Profile) -> bool {
        if self.profile != *profile {
            self.profile = profile.clone();
            self.findings = Findings::begin(knowledge, profile);
        }
        match &self.samples {
            Samples::Later(blocks) => {
                if ctx.cumulative_frame_nr() > 0 {
                    self.samples = Samples::Coming(draw(ctx, knowledge, *blocks));
                    // Their arrival asks for a frame.
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
            Samples::Here(sampler) => self.findings.sharpen(knowledge, profile, sampler, SLICE),
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
