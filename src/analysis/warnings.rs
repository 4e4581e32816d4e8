//! The article's warnings, each from a rule of the knowledge base.

use crate::model::{Condition, Knowledge, MeasureId, WarningId};

use super::answer::Answers;
use super::coverage::Coverage;

/// The warnings that hold.
pub fn warnings(knowledge: &Knowledge, answers: &Answers, coverage: &Coverage) -> Vec<WarningId> {
    knowledge
        .warnings
        .ids()
        .filter(|&index| holds(&knowledge.warnings[index].when, answers, coverage))
        .collect()
}

fn holds(condition: &Condition, answers: &Answers, coverage: &Coverage) -> bool {
    let holds = |condition: &Condition| holds(condition, answers, coverage);
    let measure = |measure: MeasureId| answers.inputs.measures[measure];
    match condition {
        Condition::All(conditions) => conditions.iter().all(holds),
        Condition::Any(conditions) => conditions.iter().any(holds),
        Condition::Above(of, limit) => measure(*of).is_some_and(|value| value > *limit),
        Condition::Below(of, limit) => measure(*of).is_some_and(|value| value < *limit),
        Condition::Exceeds(more, less) => match (measure(*more), measure(*less)) {
            (Some(more), Some(less)) => more > less,
            _ => false,
        },
        Condition::Silent(of) => measure(*of).is_none(),
        Condition::Leads(question, alternative) => {
            answers.answers[*question].chosen == Some(*alternative)
        }
        Condition::Unattended => coverage.unattended().next().is_some(),
    }
}
