//! "L’organisation n’est pas à figer dans le marbre": what is lost by freezing today's.

use crate::model::{Knowledge, List, QuestionId, Scenario, SliderAt};

use super::super::answer::leads_by;
use super::course::{Course, Moment};

/// A difference of a slider smaller than this after years, in points, is not worth a word.
const SLIGHT: f64 = 2.0;

/// The course with today's organisation kept, against the one that evolves.
#[derive(Clone, Debug)]
pub struct Freeze {
    /// The course with today’s organisation kept.
    pub course: Course,
    /// Per question: the first quarter in which another alternative leads today's by the margin
    /// from which an answer is decided; `None` if today's holds to the end.
    pub fails: List<QuestionId, Option<usize>>,
    /// Per question and quarter: lead of the best alternative over today's, in points of fit.
    pub losses: List<QuestionId, Vec<f64>>,
    /// Sliders at the end, evolving against frozen, in points, the largest difference first.
    pub differences: Vec<(SliderAt, f64)>,
}

impl Freeze {
    /// Follows the company with today’s organisation kept, as long as `evolving` goes.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, evolving: &Course) -> Self {
        let course = Course::new(knowledge, scenario, evolving.quarters(), true);
        let questions = || knowledge.questions.ids();
        let losses = questions()
            .map(|question| course.moments.iter().map(|m| loss(m, question)).collect())
            .collect();
        let fails = questions()
            .map(|question| {
                course.moments.iter().position(|moment| {
                    let answer = &moment.answers.answers[question];
                    match (answer.ranking.first(), moment.in_place[question]) {
                        (Some(&best), Some(kept)) => leads_by(
                            &knowledge.questions[question],
                            answer.values[best],
                            answer.values[kept],
                        ),
                        _ => false,
                    }
                })
            })
            .collect();
        Self {
            differences: differences(knowledge, evolving, &course),
            course,
            fails,
            losses,
        }
    }

    /// Whether today's organisation holds to the end.
    pub fn holds(&self) -> bool {
        self.fails.iter().all(Option::is_none)
    }
}

fn loss(moment: &Moment, question: QuestionId) -> f64 {
    let answer = &moment.answers.answers[question];
    match (answer.ranking.first(), moment.in_place[question]) {
        (Some(&best), Some(kept)) => answer.fit(best) - answer.fit(kept),
        _ => 0.0,
    }
}

fn differences(knowledge: &Knowledge, evolving: &Course, frozen: &Course) -> Vec<(SliderAt, f64)> {
    let mut differences = Vec::new();
    for (at, factor) in knowledge.factors.pairs() {
        for quantity in factor.quantities.ids() {
            let slider = SliderAt {
                factor: at,
                quantity,
            };
            let last = |course: &Course| course.moments.last()?.level(slider);
            if let (Some(evolving), Some(frozen)) = (last(evolving), last(frozen))
                && (evolving - frozen).abs() >= SLIGHT
            {
                differences.push((slider, evolving - frozen));
            }
        }
    }
    differences.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    differences
}
