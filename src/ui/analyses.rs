//! Everything that the engine says of the open profile, recomputed in the frame in which it
//! changes; the survey alone goes on over the next frames, and sharpens while the window rests.

use std::sync::mpsc::{Receiver, channel};

use eframe::egui::Context;

use crate::analysis::{
    Answers, Coverage, Inputs, JointFlip, Sampler, Sensitivity, Survey, smallest_joint, warnings,
};
use crate::model::{Knowledge, Profile};

/// Blocks of samples that a window draws: 262,144 weight vectors, 1,024 draws of the sliders.
pub const BLOCKS: usize = 1024;
/// Blocks counted in one frame: a first figure at once, without holding up a drag.
const SLICE: usize = 64;
/// The same samples in every window.
const SEED: u64 = 2026;

pub struct Analyses {
    profile: Profile,
    pub answers: Answers,
    /// Of the attachment, as is the joint change.
    pub sensitivity: Sensitivity,
    pub joint: Option<JointFlip>,
    pub coverage: Coverage,
    pub warnings: Vec<usize>,
    pub survey: Survey,
    /// Per factor, once the survey is complete: what knowing it would bring, and its error.
    pub information: Option<Vec<(f64, f64)>>,
    sampler: Option<Sampler>,
    coming: Option<Receiver<Sampler>>,
}

impl Analyses {
    pub fn new(ctx: &Context, knowledge: &Knowledge, profile: &Profile, blocks: usize) -> Self {
        // Drawing the samples takes longer than a frame: the window does not wait for them.
        let (send, coming) = channel();
        let (ctx, drawn_for) = (ctx.clone(), knowledge.clone());
        std::thread::spawn(move || {
            let sampler = Sampler::new(&drawn_for, blocks, SEED);
            // The window may be gone by now.
            let _ = send.send(sampler);
            ctx.request_repaint();
        });
        let mut analyses = Self::of(knowledge, profile);
        analyses.coming = Some(coming);
        analyses
    }

    fn of(knowledge: &Knowledge, profile: &Profile) -> Self {
        let inputs = Inputs::read(knowledge, profile);
        let answers = Answers::new(knowledge, inputs);
        let attachment = knowledge.question("attachment").map_or(0, |(index, _)| index);
        let answer = &answers.answers[attachment];
        let sensitivity = Sensitivity::new(knowledge, profile, &answers.inputs, answer);
        let joint = smallest_joint(knowledge, profile, &answers.inputs, answer);
        let coverage = Coverage::new(knowledge, profile, &answers);
        let warnings = warnings(knowledge, &answers, &coverage);
        Self {
            profile: profile.clone(),
            sensitivity,
            joint,
            coverage,
            warnings,
            survey: Survey::new(knowledge, profile),
            information: None,
            answers,
            sampler: None,
            coming: None,
        }
    }

    /// Follows the profile, and counts one more slice of the survey; `true` while there is more.
    pub fn follow(&mut self, knowledge: &Knowledge, profile: &Profile) -> bool {
        if self.profile != *profile {
            let (sampler, coming) = (self.sampler.take(), self.coming.take());
            *self = Self {
                sampler,
                coming,
                ..Self::of(knowledge, profile)
            };
        }
        if let Some(sampler) = self.coming.as_ref().and_then(|coming| coming.try_recv().ok()) {
            self.sampler = Some(sampler);
            self.coming = None;
        }
        let Some(sampler) = &self.sampler else {
            // Its arrival asks for a frame.
            return false;
        };
        if !self.survey.is_complete(sampler) {
            self.survey.advance(knowledge, profile, sampler, SLICE);
            return true;
        }
        if self.information.is_none() {
            let attachment = knowledge.question("attachment").map_or(0, |(index, _)| index);
            let question = &self.survey.questions()[attachment];
            self.information = Some(question.value_of_information(sampler));
        }
        false
    }
}
