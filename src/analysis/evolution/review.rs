//! What was foreseen beside what is true now, factor by factor.

use super::super::answer::Answers;
use super::super::inputs::Inputs;
use super::course::Course;
use crate::model::{
    AlternativeId, FactorId, Knowledge, List, MAX_QUARTERS, QuestionId, Scenario, SliderAt,
};

/// A slider moves where it moves by this much, in points: people do not see less.
const MOVED: f64 = 1.0;
/// In quarters: nobody waits longer to look again.
const YEAR: usize = 4;

/// A course that was foreseen, and what is true in one of its quarters.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// What was foreseen.
    pub course: Course,
    /// The quarter of the course that it now is.
    pub quarter: usize,
    /// Per question: what was to be in place by now, and what is answered now.
    pub organisation: List<QuestionId, [Option<AlternativeId>; 2]>,
    /// Every factor, those that can have changed first, the largest move first.
    pub drifts: Vec<Drift>,
}

/// A factor then and now.
#[derive(Clone, Debug, PartialEq)]
pub struct Drift {
    /// The factor.
    pub factor: FactorId,
    /// Whether it can have changed: it was foreseen to move by now, or has moved since.
    pub can_have_changed: bool,
    /// Its sliders that were known.
    pub sliders: Vec<SliderDrift>,
}

/// A slider then and now, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SliderDrift {
    /// The slider.
    pub slider: SliderAt,
    /// When the day of the review was set.
    pub then: f64,
    /// What was foreseen for now.
    pub foreseen: f64,
    /// What is set now; `None` where nobody knows.
    pub now: Option<f64>,
}

impl Reviewed {
    /// What was foreseen from a scenario, `quarter` quarters later, beside what is set now.
    pub fn new(knowledge: &Knowledge, foreseen: &Scenario, quarter: usize, now: &Scenario) -> Self {
        let course = Course::new(knowledge, foreseen, MAX_QUARTERS, false);
        let quarter = quarter.min(MAX_QUARTERS);
        let answers = Answers::new(knowledge, Inputs::read(knowledge, now));
        let mut organisation = List::like(&knowledge.questions, [None; 2]);
        for question in knowledge.questions.ids() {
            let foreseen = course.moments[quarter].in_place[question];
            organisation[question] = [foreseen, answers.answers[question].chosen];
        }
        let ids = knowledge.factors.ids();
        let mut drifts: Vec<(f64, Drift)> = ids
            .map(|factor| drift(knowledge, &course, quarter, now, factor))
            .collect();
        drifts.sort_by(|a, b| b.0.total_cmp(&a.0));
        Self {
            course,
            quarter,
            organisation,
            drifts: drifts.into_iter().map(|(_, drift)| drift).collect(),
        }
    }

    /// The factors that can have changed, the largest move first.
    pub fn changing(&self) -> impl Iterator<Item = &Drift> {
        self.drifts.iter().filter(|drift| drift.can_have_changed)
    }
}

impl Course {
    /// In how many quarters to look again: when the form is to change next; or else when anything is,
    /// in a year at the latest.
    pub fn next_review(&self, knowledge: &Knowledge) -> usize {
        let form = knowledge.always.form;
        let changes = || self.changes.iter();
        let soon = || changes().next().filter(|change| change.quarter < YEAR);
        let next = changes().find(|change| change.question == form);
        next.or_else(soon)
            .map_or(YEAR, |change| change.quarter.max(1))
    }
}

/// A factor then and now, and how far any of its sliders was to move or has moved.
fn drift(
    knowledge: &Knowledge,
    course: &Course,
    quarter: usize,
    now: &Scenario,
    factor: FactorId,
) -> (f64, Drift) {
    let own = &knowledge.factors[factor];
    let input = now.factors.get(&own.id).filter(|input| !input.unknown);
    let mut furthest = 0.0_f64;
    let mut sliders = Vec::new();
    for (place, quantity) in own.quantities.pairs() {
        let slider = SliderAt {
            factor,
            quantity: place,
        };
        let Some(levels) = course.levels(slider) else {
            continue;
        };
        let drift = SliderDrift {
            slider,
            then: levels[0],
            foreseen: levels[quarter],
            now: input.map(|input| input.value(&quantity.id)),
        };
        for level in levels[..=quarter].iter().copied().chain(drift.now) {
            furthest = furthest.max((level - drift.then).abs());
        }
        sliders.push(drift);
    }
    let drift = Drift {
        factor,
        can_have_changed: furthest >= MOVED,
        sliders,
    };
    (furthest, drift)
}
