//! The course of one company: each quarter, what it has become and which organisation it has.

use crate::model::{
    AlternativeId, FactorId, Knowledge, Levels, List, MeasureId, QuestionId, Scenario, SliderAt,
    StageId,
};

use super::super::answer::Answers;
use super::super::coverage::Coverage;
use super::super::scale::{FAINT, points};
use super::engine::{Engine, Eras, Scratch, State};

/// The company over time, from today.
#[derive(Clone, Debug)]
pub struct Course {
    /// One per quarter, today first.
    pub moments: Vec<Moment>,
    /// In the order of time.
    pub changes: Vec<Change>,
    /// The company today.
    today: Scenario,
    eras: Eras,
}

/// The company at the start of a quarter.
#[derive(Clone, Debug)]
pub struct Moment {
    /// Per factor; `None` where nobody knows.
    levels: List<FactorId, Option<Levels>>,
    /// The answers for what the company is by then.
    pub answers: Answers,
    /// Per question: the alternative in place, today the best one, and of equal ones the first in the
    /// order of the knowledge base; `None` where none is possible.
    pub in_place: List<QuestionId, Option<AlternativeId>>,
    /// The contact points by then, under the form in place.
    pub coverage: Coverage,
    /// What the organisation in place does to the sliders in the quarter that begins, in points.
    pub pushes: Vec<(SliderAt, f64)>,
}

/// An alternative that gives way to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// When, in quarters from today.
    pub quarter: usize,
    /// The question.
    pub question: QuestionId,
    /// What was in place; `None` where nothing was possible.
    pub from: Option<AlternativeId>,
    /// `None` where nothing is possible any more.
    pub to: Option<AlternativeId>,
    /// Whether the former one became impossible, rather than worse.
    pub impossible: bool,
    /// Lead of the new one over the former, in points of fit.
    pub lead: f64,
    /// What moved the lead since the former one was adopted, by [`FAINT`] or more, the strongest first.
    pub drivers: Vec<Driver>,
}

/// A measure that speaks for a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// What is measured.
    pub measure: MeasureId,
    /// The measure when the former alternative was adopted; 0 to 100, `None` where it was silent.
    pub before: Option<f64>,
    /// The measure now, likewise.
    pub now: Option<f64>,
    /// Points of fit that it added to the lead of the new alternative.
    pub points: f64,
}

impl Course {
    /// Follows a company for `quarters` quarters; `frozen` keeps today's organisation as long as
    /// it is possible.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, quarters: usize, frozen: bool) -> Self {
        let engine = Engine::new(knowledge, scenario, frozen);
        let mut scratch = Scratch::default();
        let mut state = engine.start(&mut scratch);
        let mut company = scenario.clone();
        let mut moments = vec![Moment::new(&engine, &company, &state, 0)];
        for quarter in 1..=quarters {
            engine.advance(&mut state, quarter, &mut scratch);
            move_sliders(knowledge, &mut company, &state.levels);
            moments.push(Moment::new(&engine, &company, &state, quarter));
        }
        let changes = changes(knowledge, &moments);
        Self {
            moments,
            changes,
            today: scenario.clone(),
            eras: engine.into_eras(),
        }
    }

    /// What the company has become at the start of a quarter.
    pub fn scenario(&self, knowledge: &Knowledge, quarter: usize) -> Scenario {
        let mut company = self.today.clone();
        move_sliders(knowledge, &mut company, &self.moments[quarter].levels);
        let departments = &self.eras.at(quarter).departments;
        company.departments.clone_from(departments);
        company.let_pass(quarter);
        company
    }

    /// How many quarters the course has after today.
    pub fn quarters(&self) -> usize {
        self.moments.len() - 1
    }

    /// A slider from quarter to quarter, 0 to 100; `None` where it is not known.
    pub fn levels(&self, slider: SliderAt) -> Option<Vec<f64>> {
        self.moments
            .iter()
            .map(|moment| moment.level(slider))
            .collect()
    }
}

impl Moment {
    fn new(engine: &Engine<'_>, company: &Scenario, state: &State, quarter: usize) -> Self {
        let knowledge = engine.knowledge();
        let answers = Answers::new(knowledge, engine.inputs(state, quarter));
        let standing = engine.standing(state, quarter);
        Self {
            levels: state.levels.clone(),
            coverage: Coverage::standing(knowledge, company, &answers, standing),
            in_place: state.in_place.clone(),
            pushes: engine.pushes(state),
            answers,
        }
    }

    /// A slider, 0 to 100; `None` where it is not known.
    pub fn level(&self, slider: SliderAt) -> Option<f64> {
        Some(self.levels[slider.factor].as_ref()?.quantities[slider.quantity])
    }

    /// The stage of maturity: that of the form in place.
    pub fn stage(&self, knowledge: &Knowledge) -> Option<StageId> {
        let position = knowledge.always.form;
        let form = self.in_place[position]?;
        let stages = &knowledge.evolution.stages;
        stages.position(|stage| stage.form == form)
    }
}

/// Puts the sliders and choices that are known where they have moved to.
fn move_sliders(
    knowledge: &Knowledge,
    company: &mut Scenario,
    levels: &List<FactorId, Option<Levels>>,
) {
    for (factor, levels) in knowledge.factors.iter().zip(levels) {
        let (Some(input), Some(levels)) = (company.factors.get_mut(&factor.id), levels) else {
            continue;
        };
        // What an event has made known.
        input.unknown = false;
        if let (Some(choice), Some(chosen)) = (&factor.choice, levels.choice) {
            input.choice.clone_from(&choice.options[chosen].id);
        }
        for (quantity, level) in factor.quantities.iter().zip(&levels.quantities) {
            if let Some(setting) = input.quantities.get_mut(&quantity.id) {
                setting.value = *level;
            }
        }
    }
}

fn changes(knowledge: &Knowledge, moments: &[Moment]) -> Vec<Change> {
    let mut adopted = List::like(&knowledge.questions, 0);
    let mut changes = Vec::new();
    for quarter in 1..moments.len() {
        for question in knowledge.questions.ids() {
            let from = moments[quarter - 1].in_place[question];
            let to = moments[quarter].in_place[question];
            if from != to {
                let since = &moments[adopted[question]];
                changes.push(change(knowledge, since, moments, quarter, question));
                adopted[question] = quarter;
            }
        }
    }
    changes
}

/// What happened between the adoption of the former alternative and the change.
fn change(
    knowledge: &Knowledge,
    since: &Moment,
    moments: &[Moment],
    quarter: usize,
    question: QuestionId,
) -> Change {
    let (from, to) = (
        moments[quarter - 1].in_place[question],
        moments[quarter].in_place[question],
    );
    let (before, now) = (&since.answers, &moments[quarter].answers);
    let mut drivers = Vec::new();
    let mut lead = 0.0;
    if let (Some(from), Some(to)) = (from, to) {
        let answer = &now.answers[question];
        lead = answer.fit(to) - answer.fit(from);
        let responses = &knowledge.questions[question].responses;
        for (index, response) in responses.pairs() {
            let gap = |answers: &Answers| {
                let part = &answers.answers[question].parts[index];
                points(part[to] - part[from])
            };
            let added = gap(now) - gap(before);
            if added >= FAINT {
                drivers.push(Driver {
                    measure: response.measure,
                    before: before.inputs.measures[response.measure],
                    now: now.inputs.measures[response.measure],
                    points: added,
                });
            }
        }
        drivers.sort_by(|a, b| b.points.total_cmp(&a.points));
    }
    let impossible = from.is_some_and(|from| !now.answers[question].available[from]);
    Change {
        quarter,
        question,
        from,
        to,
        impossible,
        lead,
        drivers,
    }
}
