//! Everything that the engine says of the open profile, recomputed in the frame in which it
//! changes; the survey alone goes on over the next frames, and sharpens while the window rests.

use std::ops::Deref;
use std::sync::mpsc::{Receiver, channel};

use eframe::egui::Context;

use crate::analysis::{Findings, Sampler};
use crate::model::{Knowledge, Profile};

/// Blocks counted in one frame: a first figure at once, without holding up a drag.
const SLICE: usize = 64;

pub struct Analyses {
    /// The profile that the findings are about.
    profile: Profile,
    findings: Findings,
    sampler: Option<Sampler>,
    coming: Receiver<Sampler>,
}

impl Deref for Analyses {
    type Target = Findings;

    fn deref(&self) -> &Findings {
        &self.findings
    }
}

impl Analyses {
    /// Begins; `blocks` of samples are drawn meanwhile, the usual number if `None`.
    pub fn new(
        ctx: &Context,
        knowledge: &Knowledge,
        profile: &Profile,
        blocks: Option<usize>,
    ) -> Self {
        // Drawing the samples takes longer than a frame: the window does not wait for them.
        let (send, coming) = channel();
        let (ctx, drawn_for) = (ctx.clone(), knowledge.clone());
        std::thread::spawn(move || {
            let sampler = match blocks {
                Some(blocks) => Sampler::new(&drawn_for, blocks, 1),
                None => Sampler::usual(&drawn_for),
            };
            // The window may be gone by now.
            let _ = send.send(sampler);
            ctx.request_repaint();
        });
        Self {
            profile: profile.clone(),
            findings: Findings::begin(knowledge, profile),
            sampler: None,
            coming,
        }
    }

    /// Follows the profile, and counts one more slice of the survey; `true` while there is more.
    pub fn follow(&mut self, knowledge: &Knowledge, profile: &Profile) -> bool {
        if self.profile != *profile {
            self.profile = profile.clone();
            self.findings = Findings::begin(knowledge, profile);
        }
        if let Ok(sampler) = self.coming.try_recv() {
            self.sampler = Some(sampler);
        }
        // Without samples there is nothing to count yet; their arrival asks for a frame.
        self.sampler
            .as_ref()
            .is_some_and(|sampler| self.findings.sharpen(knowledge, profile, sampler, SLICE))
    }
}
