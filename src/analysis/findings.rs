//! Everything that is said of a scenario, together: what the reports and the command line need.

use crate::model::{FactorId, Knowledge, List, Scenario, WarningId};

use super::answer::Answers;
use super::coverage::Coverage;
use super::decisive::Turns;
use super::estimate::Estimate;
use super::inputs::Inputs;
use super::joint::{JointFlip, smallest_joint};
use super::robustness::{Sampler, Survey};
use super::sensitivity::Sensitivity;
use super::verdict::Verdicts;
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
    /// The smallest changes of one slider or importance that turn it, by the survey; being counted once
    /// the survey is complete.
    pub turns: Turns,
    /// The contact points that are open, against the capacity.
    pub coverage: Coverage,
    /// The warnings that hold.
    pub warnings: Vec<WarningId>,
    /// How often each alternative comes first, and more.
    pub survey: Survey,
    /// How sure the answers are, by the cases counted so far.
    pub verdicts: Verdicts,
    /// Per factor, once enough is counted: what knowing it exactly would add to the chance of
    /// choosing the right attachment, 0 to 1.
    pub information: Option<List<FactorId, Estimate>>,
}

impl Findings {
    /// All that needs few samples: the first `blocks` of the survey are counted, the others still to be.
    pub fn begin(
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        blocks: usize,
    ) -> Self {
        let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
        let answer = answers.attachment();
        let sensitivity = Sensitivity::new(knowledge, scenario, &answers.inputs, answer);
        let turns = Turns::new(knowledge, scenario, &answers, &sensitivity);
        let joint = smallest_joint(knowledge, scenario, &answers.inputs, answer);
        let coverage = Coverage::new(knowledge, scenario, &answers);
        let warnings = warnings(knowledge, &answers, &coverage);
        let mut survey = Survey::new(knowledge, scenario);
        survey.advance(knowledge, scenario, sampler, blocks);
        let verdicts = Verdicts::new(knowledge, scenario, &answers, &survey);
        Self {
            sensitivity,
            joint,
            turns,
            coverage,
            warnings,
            survey,
            verdicts,
            information: None,
            answers,
        }
    }

    /// All, at once.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, sampler: &Sampler) -> Self {
        let all = sampler.blocks();
        let mut findings = Self::begin(knowledge, scenario, sampler, all);
        while findings.sharpen(knowledge, scenario, sampler, all) {}
        while findings.find_turns(knowledge, scenario, sampler, all) {}
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
            self.verdicts = Verdicts::new(knowledge, scenario, &self.answers, &self.survey);
        }
        let complete = self.survey.is_complete(sampler);
        let question = &self.survey.questions()[knowledge.always.attachment];
        if self.information.is_none() && (question.can_inform() || complete) {
            self.information = Some(question.value_of_information(sampler));
        }
        !complete
    }

    /// Looks on for what turns the attachment, over about so many blocks of one question; `true` while
    /// there is more to look for. The survey is complete before.
    pub fn find_turns(
        &mut self,
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        blocks: usize,
    ) -> bool {
        let verdict = &self.verdicts.questions[knowledge.always.attachment];
        let is_decided = verdict.is_decided();
        self.turns
            .advance(knowledge, scenario, sampler, is_decided, blocks);
        !self.turns.is_complete()
    }
}
