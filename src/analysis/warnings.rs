//! The article's warnings, each from a rule of the knowledge base.

use crate::model::{Condition, Knowledge};

use super::answer::Answers;
use super::coverage::Coverage;

/// Positions, in the knowledge base, of the warnings that hold.
pub fn warnings(knowledge: &Knowledge, answers: &Answers, coverage: &Coverage) -> Vec<usize> {
    (0..knowledge.warnings.len())
        .filter(|&index| {
            holds(
                &knowledge.warnings[index].when,
                knowledge,
                answers,
                coverage,
            )
        })
        .collect()
}

fn holds(
    condition: &Condition,
    knowledge: &Knowledge,
    answers: &Answers,
    coverage: &Coverage,
) -> bool {
    let holds = |condition: &Condition| holds(condition, knowledge, answers, coverage);
    let measure = |id: &str| {
        let index = knowledge.measure_index(id)?;
        answers.inputs.measures[index]
    };
    match condition {
        Condition::All(conditions) => conditions.iter().all(holds),
        Condition::Any(conditions) => conditions.iter().any(holds),
        Condition::Above(id, limit) => measure(id).is_some_and(|value| value > *limit),
        Condition::Below(id, limit) => measure(id).is_some_and(|value| value < *limit),
        Condition::Exceeds(more, less) => match (measure(more), measure(less)) {
            (Some(more), Some(less)) => more > less,
            _ => false,
        },
        Condition::Silent(id) => measure(id).is_none(),
        Condition::Leads(question, alternative) => {
            answers
                .get(knowledge, question)
                .is_some_and(|(question, answer)| {
                    answer
                        .leader()
                        .is_some_and(|leader| question.alternatives[leader].id == *alternative)
                })
        }
        Condition::Unattended => coverage.unattended().next().is_some(),
    }
}
