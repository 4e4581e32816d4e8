//! One quarter after another: what the organisation in place does to the sliders, and which
//! organisation the moved sliders call for.

use crate::model::{
    AlternativeId, Department, EventChange, FactorId, Id, Knowledge, Levels, List, MeasureId,
    QuantityId, QuestionId, Scenario, SliderAt,
};

use super::super::answer::leads_by;
use super::super::inputs::{Inputs, Possible, available, beside, levels_of};
use super::super::scale::EPSILON;
use super::super::values::add_factor_values;

/// A company on its way; everything that the next quarter depends on, but the date.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Per factor; `None` where nobody knows.
    pub levels: List<FactorId, Option<Levels>>,
    /// Per question: the alternative in place; `None` where none is possible.
    pub in_place: List<QuestionId, Option<AlternativeId>>,
    /// What is left of shocks, in points.
    shocks: Vec<(SliderAt, f64)>,
    measures: List<MeasureId, Option<f64>>,
}

/// The rule of evolution, made ready for one scenario.
pub(super) struct Engine<'a> {
    knowledge: &'a Knowledge,
    scenario: &'a Scenario,
    weights: List<FactorId, f64>,
    /// From one change of departments to the next, today first.
    eras: Eras,
    pushes: Vec<Push>,
    /// Whether the organisation stays as it is as long as it is possible.
    frozen: bool,
}

/// The course of a company cut where its departments change.
#[derive(Clone, Debug)]
pub(super) struct Eras(Vec<Era>);

/// The departments that a company has from a quarter on, and what they make possible.
#[derive(Clone, Debug)]
pub(super) struct Era {
    from: usize,
    pub departments: Vec<Department>,
    /// Per question and alternative.
    pub available: Possible,
}

/// An effect, with all that it depends on.
struct Push {
    of: Option<(QuestionId, AlternativeId)>,
    slider: SliderAt,
    /// Points a quarter at the company's pace, on a whole slider.
    points: f64,
    /// The measures that read the quantity.
    readers: Vec<MeasureId>,
}

/// Memory that a run uses again and again.
#[derive(Default)]
pub(super) struct Scratch {
    /// Per question: `v_f,a` at `[a · factors + f]`.
    pub factor_values: List<QuestionId, Vec<f64>>,
    moves: List<FactorId, List<QuantityId, f64>>,
}

impl<'a> Engine<'a> {
    pub fn new(knowledge: &'a Knowledge, scenario: &'a Scenario, frozen: bool) -> Self {
        let inputs = Inputs::read(knowledge, scenario);
        let pace = scenario.plan.pace / 100.0;
        let pushes = knowledge.evolution.effects.iter().map(|effect| Push {
            of: effect.of,
            slider: effect.slider,
            points: pace * effect.points,
            readers: knowledge.measures_of(effect.slider).collect(),
        });
        Self {
            knowledge,
            scenario,
            weights: inputs.weights,
            eras: Eras::of(knowledge, scenario),
            pushes: pushes.collect(),
            frozen,
        }
    }

    pub fn knowledge(&self) -> &'a Knowledge {
        self.knowledge
    }

    /// What holds in a quarter.
    pub fn era(&self, quarter: usize) -> &Era {
        self.eras.at(quarter)
    }

    pub fn into_eras(self) -> Eras {
        self.eras
    }

    /// What is read of a company on its way.
    pub fn inputs(&self, state: &State, quarter: usize) -> Inputs {
        Inputs {
            weights: self.weights.clone(),
            levels: state.levels.clone(),
            measures: state.measures.clone(),
            available: self.era(quarter).available.clone(),
            beside: beside(self.knowledge, &self.era(quarter).departments),
        }
    }

    /// The company at the start, with its sliders as they are set.
    pub fn start(&self, scratch: &mut Scratch) -> State {
        let levels = self
            .knowledge
            .factors
            .iter()
            .map(|factor| {
                let input = self.scenario.factors.get(&factor.id)?;
                (!input.unknown).then(|| levels_of(factor, input))
            })
            .collect();
        self.start_from(levels, scratch)
    }

    /// The company at the start, with these sliders.
    pub fn start_from(
        &self,
        levels: List<FactorId, Option<Levels>>,
        scratch: &mut Scratch,
    ) -> State {
        let mut state = State {
            in_place: List::like(&self.knowledge.questions, None),
            levels,
            shocks: Vec::new(),
            measures: List::default(),
        };
        self.answer(&mut state, 0, scratch);
        state
    }

    /// Lets a quarter pass and brings the company to the start of `quarter`.
    pub fn advance(&self, state: &mut State, quarter: usize, scratch: &mut Scratch) {
        self.push(state, scratch);
        self.fade(state);
        for planned in &self.scenario.plan.events {
            if planned.quarter == quarter
                && let Some(event) = self.knowledge.event(&planned.event)
            {
                for change in &event.changes {
                    Self::happen(state, change);
                }
            }
        }
        self.answer(state, quarter, scratch);
    }

    /// What the organisation in place is doing to each slider this quarter, in points.
    pub fn pushes(&self, state: &State) -> Vec<(SliderAt, f64)> {
        let mut scratch = Scratch::default();
        self.moves(state, &mut scratch);
        let rows = scratch.moves.pairs();
        rows.flat_map(|(factor, row)| {
            row.pairs()
                .filter(|(_, points)| points.abs() > EPSILON)
                .map(move |(quantity, points)| (SliderAt { factor, quantity }, *points))
        })
        .collect()
    }

    fn moves(&self, state: &State, scratch: &mut Scratch) {
        scratch.moves.resize(state.levels.len());
        for (moves, factor) in scratch.moves.iter_mut().zip(&self.knowledge.factors) {
            moves.clear();
            moves.extend(factor.quantities.iter().map(|_| 0.0));
        }
        for push in &self.pushes {
            if let Some((question, alternative)) = push.of
                && state.in_place[question] != Some(alternative)
            {
                continue;
            }
            let SliderAt { factor, quantity } = push.slider;
            let Some(levels) = &state.levels[factor] else {
                continue;
            };
            // What has nothing to say (no agency, no strategy) has nothing to develop either.
            let silent = |&m: &MeasureId| state.measures[m].is_none();
            if push.readers.iter().all(silent) {
                continue;
            }
            let level = levels.quantities[quantity];
            let left = if push.points > 0.0 {
                100.0 - level
            } else {
                level
            };
            scratch.moves[factor][quantity] += push.points * left / 100.0;
        }
    }

    fn push(&self, state: &mut State, scratch: &mut Scratch) {
        self.moves(state, scratch);
        for (levels, moves) in state.levels.iter_mut().zip(&scratch.moves) {
            let Some(levels) = levels else { continue };
            for (level, points) in levels.quantities.iter_mut().zip(moves) {
                *level = (*level + points).clamp(0.0, 100.0);
            }
        }
    }

    fn fade(&self, state: &mut State) {
        let fading = self.knowledge.evolution.fading / 100.0;
        let State { shocks, levels, .. } = state;
        shocks.retain_mut(|(slider, points)| {
            let faded = *points * fading;
            if let Some(levels) = &mut levels[slider.factor] {
                let level = &mut levels.quantities[slider.quantity];
                *level = (*level - faded).clamp(0.0, 100.0);
            }
            *points -= faded;
            points.abs() > EPSILON
        });
    }

    fn happen(state: &mut State, change: &EventChange) {
        let mut set = |slider: SliderAt, value: &dyn Fn(f64) -> f64| {
            let levels = state.levels[slider.factor].as_mut()?;
            let level = &mut levels.quantities[slider.quantity];
            let before = *level;
            *level = value(before).clamp(0.0, 100.0);
            Some((slider, *level - before))
        };
        match *change {
            EventChange::Add(slider, points) => {
                set(slider, &|level| level + points);
            }
            EventChange::Shock(slider, points) => {
                let moved = set(slider, &|level| level + points);
                state.shocks.extend(moved);
            }
            EventChange::Set(slider, value) => {
                set(slider, &|_| value);
            }
            EventChange::Choose(factor, option) => {
                if let Some(levels) = &mut state.levels[factor] {
                    levels.choice = Some(option);
                }
            }
            // The same for every company, however its sliders move: see `Eras`.
            EventChange::Create(_) | EventChange::Close(_) => {}
        }
    }

    /// Answers every question again; what is in place stays until another leads it by the margin
    /// from which an answer is decided: nobody reorganises for less.
    fn answer(&self, state: &mut State, quarter: usize, scratch: &mut Scratch) {
        let era = self.era(quarter);
        let factors = self.knowledge.factors.len();
        let State {
            levels, measures, ..
        } = state;
        measures.clear();
        for (factor, levels) in self.knowledge.factors.iter().zip(levels) {
            match levels {
                Some(levels) => measures.extend(self.knowledge.read(factor, levels)),
                None => measures.extend(factor.measures.iter().map(|_| None)),
            }
        }
        let questions = &self.knowledge.questions;
        scratch.factor_values.resize(questions.len());
        for (index, question) in questions.pairs() {
            let values = &mut scratch.factor_values[index];
            values.clear();
            values.resize(question.alternatives.len() * factors, 0.0);
            add_factor_values(question, &state.measures, values);
            let value = |a: AlternativeId| -> f64 {
                let row = &values[a.place() * factors..(a.place() + 1) * factors];
                row.iter().zip(&self.weights).map(|(v, w)| v * w).sum()
            };
            let available = &era.available[index];
            let mut best: Option<(AlternativeId, f64)> = None;
            for a in available.ids().filter(|&a| available[a]) {
                let value = value(a);
                if best.is_none_or(|(_, most)| value > most) {
                    best = Some((a, value));
                }
            }
            let stays = state.in_place[index].is_some_and(|a| {
                available[a]
                    && (self.frozen
                        || best.is_none_or(|(_, most)| !leads_by(question, most, value(a))))
            });
            if !stays {
                state.in_place[index] = best.map(|(a, _)| a);
            }
        }
    }
}

impl Eras {
    /// The departments over time. One that is created may host the function; one that is there already
    /// stays as it is.
    fn of(knowledge: &Knowledge, scenario: &Scenario) -> Self {
        let mut departments = scenario.departments.clone();
        let mut eras = Vec::new();
        let last = scenario.plan.events.iter().map(|planned| planned.quarter);
        for quarter in 0..=last.max().unwrap_or(0) {
            let planned = scenario.plan.events.iter().filter(|p| p.quarter == quarter);
            let before = departments.clone();
            for change in planned
                .filter_map(|planned| knowledge.event(&planned.event))
                .flat_map(|event| &event.changes)
            {
                match change {
                    EventChange::Create(kind) => {
                        let id = &knowledge.departments[*kind].id;
                        if departments.iter().all(|d| d.id != *id) {
                            departments.push(Department::new(id));
                        }
                    }
                    EventChange::Close(kind) => {
                        let id = &knowledge.departments[*kind].id;
                        departments.retain(|d| d.id != *id);
                    }
                    _ => {}
                }
            }
            if quarter == 0 || departments != before {
                eras.push(Era {
                    from: quarter,
                    available: available(knowledge, &departments),
                    departments: departments.clone(),
                });
            }
        }
        Self(eras)
    }

    /// What holds in a quarter.
    pub fn at(&self, quarter: usize) -> &Era {
        let begun = self.0.partition_point(|era| era.from <= quarter);
        &self.0[begun - 1]
    }
}
