//! Everything that is said of a scenario, together: what the reports and the command line need.

use crate::model::{Knowledge, Scenario};

use super::answer::Answers;
use super::coverage::Coverage;
use super::estimate::Estimate;
use super::inputs::Inputs;
use super::joint::{JointFlip, smallest_joint};
use super::robustness::{Sampler, Survey};
use super::sensitivity::Sensitivity;
use super::warnings::warnings;

/// The findings on one scenario; sensitivity is that of the attachment.
#[derive(Clone, Debug)]
pub struct Findings {
    /// The answers to all questions.
    pub answers: Answers,
    /// What each slider alone would have to be to change the attachment.
    pub sensitivity: Sensitivity,
    /// The smallest change of several sliders that changes it; `None` where none was found.
    pub joint: Option<JointFlip>,
    /// The contact points that are open, against the capacity.
    pub coverage: Coverage,
    /// Positions in the knowledge base.
    pub warnings: Vec<usize>,
    /// How sure the answers are.
    pub survey: Survey,
    /// Per factor, once enough is counted: what knowing it exactly would add to the chance of
    /// choosing the right attachment, 0 to 1.
    pub information: Option<Vec<Estimate>>,
}

impl Findings {
    /// All that needs no samples; the survey is still to be made.
    pub fn begin(knowledge: &Knowledge, scenario: &Scenario) -> Self {
        let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
        let answer = answers.attachment();
        let sensitivity = Sensitivity::new(knowledge, scenario, &answers.inputs, answer);
        let joint = smallest_joint(knowledge, scenario, &answers.inputs, answer);
        let coverage = Coverage::new(knowledge, scenario, &answers);
        let warnings = warnings(knowledge, &answers, &coverage);
        Self {
            sensitivity,
            joint,
            coverage,
            warnings,
            survey: Survey::new(knowledge, scenario),
            information: None,
            answers,
        }
    }

    /// All, at once.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, sampler: &Sampler) -> Self {
        let mut findings = Self::begin(knowledge, scenario);
        while findings.sharpen(knowledge, scenario, sampler, sampler.blocks()) {}
        findings
    }

    /// Counts up to `blocks` more blocks of the survey, and the value of information as soon as
    /// there are enough of them; `true` while there is more to count.
    pub fn sharpen(
        &mut self,
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        blocks: usize,
    ) -> bool {
        if !self.survey.is_complete(sampler) {
            self.survey.advance(knowledge, scenario, sampler, blocks);
        }
        let complete = self.survey.is_complete(sampler);
        let question = &self.survey.questions()[knowledge.always.attachment];
        if self.information.is_none() && (question.can_inform() || complete) {
            self.information = Some(question.value_of_information(sampler));
        }
        !complete
    }
}
