//! One quarter after another: what the organisation in place does to the sliders, and which
//! organisation the moved sliders call for.

use std::{iter, slice};

use crate::model::{
    AlternativeId, Department, EventChange, EventKind, FactorId, Id, Knowledge, Levels, List,
    MAX_ALTERNATIVES, MeasureId, Moderator, Question, QuestionId, Scenario, SliderAt,
};

use super::super::answer::leads_by;
use super::super::coverage::Standing;
use super::super::inputs::{Inputs, Possible, available, beside, levels_of};
use super::super::scale::{EPSILON, grade, points};
use super::super::values::Rows;
use super::super::whole::Coherence;

/// Per question: an alternative, `None` where there is none.
pub(super) type Whole = List<QuestionId, Option<AlternativeId>>;

/// A company on its way; everything that the next quarter depends on, but the date.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Per factor; `None` where nobody knows.
    pub levels: List<FactorId, Option<Levels>>,
    /// Per question: the alternative in place; `None` where none is possible.
    pub in_place: Whole,
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
    /// What time does, whatever the organisation.
    always: Vec<Push>,
    /// Per question and alternative: what it does while it is in place.
    pushes: List<QuestionId, List<AlternativeId, Vec<Push>>>,
    /// How many there are.
    sliders: usize,
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
    /// How many departments beside general management can take part.
    beside: usize,
}

/// An effect, with all that it depends on but what is in place.
struct Push {
    slider: SliderAt,
    /// Where it stands among all sliders.
    place: usize,
    /// Points a quarter at the company's pace, for each point that is left of the slider and, where
    /// there is a moderator, each per cent of it.
    rate: f64,
    moderator: Option<Moderator>,
    /// The measures that read the quantity.
    readers: Vec<MeasureId>,
}

impl Push {
    /// How far it moves its slider this quarter.
    #[inline]
    fn points(&self, state: &State) -> f64 {
        let at = |slider: SliderAt| {
            let levels = state.levels[slider.factor].as_ref()?;
            Some(levels.quantities[slider.quantity])
        };
        let Some(level) = at(self.slider) else {
            return 0.0;
        };
        // What has nothing to say (no agency, no strategy) has nothing to develop either.
        let silent = |&m: &MeasureId| state.measures[m].is_none();
        if self.readers.iter().all(silent) {
            return 0.0;
        }
        let left = if self.rate > 0.0 {
            100.0 - level
        } else {
            level
        };
        let moderator = self.moderator;
        self.rate * moderator.map_or(1.0, |moderator| moderator.per_cent(at)) * left
    }
}

/// Memory that a run uses again and again.
#[derive(Default)]
pub(super) struct Scratch {
    /// What companies side by side are, and are worth.
    pub rows: Rows,
    /// Per question: what each alternative is worth, of one company.
    worth: List<QuestionId, [f64; MAX_ALTERNATIVES]>,
    /// The best whole, and what follows of it.
    best: Whole,
    next: Whole,
    /// Per slider, in order.
    moves: Vec<f64>,
}

impl<'a> Engine<'a> {
    pub fn new(knowledge: &'a Knowledge, scenario: &'a Scenario, frozen: bool) -> Self {
        let inputs = Inputs::read(knowledge, scenario);
        let pace = scenario.plan.pace / 100.0;
        let mut always = Vec::new();
        let questions = knowledge.questions.iter();
        let none = |question: &Question| {
            let alternatives = question.alternatives.iter();
            alternatives.map(|_| Vec::new()).collect()
        };
        let mut pushes: List<QuestionId, List<AlternativeId, Vec<Push>>> =
            questions.map(none).collect();
        for effect in &knowledge.evolution.effects {
            let group = match effect.of {
                Some((question, alternative)) => &mut pushes[question][alternative],
                None => &mut always,
            };
            let mut sliders = knowledge.sliders();
            group.push(Push {
                slider: effect.slider,
                place: sliders.position(|at| at == effect.slider).unwrap_or(0),
                rate: pace * effect.points / 100.0 / effect.moderator.map_or(1.0, |_| 100.0),
                moderator: effect.moderator,
                readers: knowledge.measures_of(effect.slider).collect(),
            });
        }
        Self {
            knowledge,
            scenario,
            weights: inputs.weights,
            eras: Eras::of(knowledge, scenario),
            always,
            pushes,
            sliders: knowledge.sliders().count(),
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

    /// The form in place, the departments and the date: what contact points depend on beside the sliders.
    pub fn standing(&self, state: &State, quarter: usize) -> Standing<'_> {
        Standing {
            form: state.in_place[self.knowledge.always.form],
            departments: &self.era(quarter).departments,
            quarter,
        }
    }

    /// What is read of a company on its way.
    pub fn inputs(&self, state: &State, quarter: usize) -> Inputs {
        Inputs {
            weights: self.weights.clone(),
            levels: state.levels.clone(),
            measures: state.measures.clone(),
            available: self.era(quarter).available.clone(),
            beside: self.era(quarter).beside,
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
        let mut state = self.unanswered(levels);
        self.answer(slice::from_mut(&mut state), 0, scratch);
        state
    }

    /// Companies at the start, at most [`ABREAST`], each with sliders of its own.
    pub fn start_from(
        &self,
        levels: impl Iterator<Item = List<FactorId, Option<Levels>>>,
        scratch: &mut Scratch,
    ) -> Vec<State> {
        let mut states: Vec<State> = levels.map(|levels| self.unanswered(levels)).collect();
        self.answer(&mut states, 0, scratch);
        states
    }

    fn unanswered(&self, levels: List<FactorId, Option<Levels>>) -> State {
        State {
            in_place: List::like(&self.knowledge.questions, None),
            levels,
            shocks: Vec::new(),
            measures: List::default(),
        }
    }

    /// As [`Self::advance_all`], for one company.
    pub fn advance(&self, state: &mut State, quarter: usize, scratch: &mut Scratch) {
        self.advance_all(slice::from_mut(state), quarter, scratch);
    }

    /// Lets a quarter pass and brings companies, at most [`ABREAST`], to the start of `quarter`: what was
    /// in place moves the sliders, every effect counted from where they were at its start; shocks fade,
    /// each by its part of what it really moved; what is planned happens; then all is answered again.
    pub fn advance_all(&self, states: &mut [State], quarter: usize, scratch: &mut Scratch) {
        for state in states.iter_mut() {
            self.push(state, scratch);
            self.fade(state);
        }
        for planned in &self.scenario.plan.events {
            if planned.quarter == quarter
                && let Some(event) = self.knowledge.event(&planned.event)
            {
                for state in states.iter_mut() {
                    self.reveal(state, event);
                    for change in &event.changes {
                        Self::happen(state, change);
                    }
                }
            }
        }
        self.answer(states, quarter, scratch);
    }

    /// What the organisation in place is doing to each slider this quarter, in points.
    pub fn pushes(&self, state: &State) -> Vec<(SliderAt, f64)> {
        let mut scratch = Scratch::default();
        self.moves(state, &mut scratch);
        let moves = self.knowledge.sliders().zip(scratch.moves);
        moves.filter(|(_, points)| points.abs() > EPSILON).collect()
    }

    fn moves(&self, state: &State, scratch: &mut Scratch) {
        let Scratch { moves, .. } = scratch;
        moves.clear();
        moves.resize(self.sliders, 0.0);
        let in_place = self.pushes.iter().zip(&state.in_place);
        let in_place = in_place.filter_map(|(pushes, in_place)| Some(&pushes[(*in_place)?]));
        for group in iter::once(&self.always).chain(in_place) {
            for push in group {
                moves[push.place] += push.points(state);
            }
        }
    }

    fn push(&self, state: &mut State, scratch: &mut Scratch) {
        self.moves(state, scratch);
        let mut rest = scratch.moves.as_slice();
        for (levels, factor) in state.levels.iter_mut().zip(&self.knowledge.factors) {
            let (moves, others) = rest.split_at(factor.quantities.len());
            rest = others;
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

    /// An event makes known what it says everything of: whoever lets an unknown agency go knows that
    /// there is none. Of what else is not known, it changes nothing.
    fn reveal(&self, state: &mut State, event: &EventKind) {
        for (id, levels) in self.knowledge.factors.ids().zip(state.levels.iter_mut()) {
            let factor = &self.knowledge.factors[id];
            if levels.is_none() && event.tells_all(id, factor) {
                *levels = Some(Levels {
                    quantities: List::like(&factor.quantities, 0.0),
                    extra: Vec::new(),
                    choice: None,
                });
            }
        }
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

    /// Answers every question again for each company.
    fn answer(&self, states: &mut [State], quarter: usize, scratch: &mut Scratch) {
        let rows = &mut scratch.rows;
        rows.measures.resize(self.knowledge.measures.len());
        for (lane, state) in states.iter_mut().enumerate() {
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
            for (row, measure) in rows.measures.iter_mut().zip(measures) {
                row[lane] = measure.unwrap_or(f64::NAN);
            }
        }
        rows.weigh(self.knowledge, &self.weights);
        let era = self.era(quarter);
        for (lane, state) in states.iter_mut().enumerate() {
            self.organise(state, era, lane, scratch);
        }
    }

    /// What is in place stays until another leads it by the margin from which an answer is decided:
    /// nobody reorganises for less. Where nothing is in place, as today, it is the best one; of equal ones,
    /// the first in the order of the knowledge base. What is in place always goes together.
    fn organise(&self, state: &mut State, era: &Era, lane: usize, scratch: &mut Scratch) {
        let questions = &self.knowledge.questions;
        let coherence = Coherence {
            knowledge: self.knowledge,
            beside: era.beside,
        };
        scratch.worth.resize(questions.len());
        scratch.best.resize(questions.len());
        for index in questions.ids() {
            // What is not possible is worth less than anything.
            let worth = &mut scratch.worth[index];
            *worth = [f64::NEG_INFINITY; MAX_ALTERNATIVES];
            let mut most = f64::NEG_INFINITY;
            let found = worth.iter_mut().zip(&scratch.rows.worth[index]);
            for ((worth, found), possible) in found.zip(&era.available[index]) {
                if *possible {
                    *worth = found[lane];
                    most = most.max(*worth);
                }
            }
            // Rounding puts nothing in place: of equal ones it is the first in order.
            let first = worth.iter().position(|&worth| worth >= most - EPSILON);
            scratch.best[index] = first.filter(|_| most.is_finite()).map(Id::new);
        }
        if !coherence.agree(&scratch.best) {
            scratch.best = coherence.best(&candidates(&era.available, &scratch.worth));
        }
        let values = &scratch.worth;
        let worth = |question: QuestionId, a: AlternativeId| values[question][a.place()];
        let possible = |question, a| worth(question, a).is_finite();
        let Scratch { best, next, .. } = scratch;
        next.clone_from(best);
        for (index, question) in questions.pairs() {
            let Some(kept) = state.in_place[index].filter(|&a| possible(index, a)) else {
                continue;
            };
            let led = |best| leads_by(question, worth(index, best), worth(index, kept));
            if self.frozen || !best[index].is_some_and(led) {
                next[index] = Some(kept);
            }
        }
        if !coherence.agree(next) {
            *next = self.together(state, best, next.clone(), &worth, coherence);
        }
        state.in_place.clone_from(next);
    }

    /// What is in place once some of what is best (`next`) does not go with the rest of what is. What
    /// clashes gives way to what is best as well, if all that changes leads by as much as each change
    /// asks for; else what has come waits.
    fn together(
        &self,
        state: &State,
        best: &Whole,
        next: Whole,
        worth: &impl Fn(QuestionId, AlternativeId) -> f64,
        coherence: Coherence<'_>,
    ) -> Whole {
        let questions = || self.knowledge.questions.ids();
        let clashes = |whole: &Whole, at: QuestionId| {
            let clash = |one| coherence.clash_with((at, one), whole).is_some();
            whole[at].is_some_and(clash)
        };
        // All that is best goes together: sooner or later nothing clashes.
        let mut whole = next.clone();
        while let Some(at) = questions().find(|&at| whole[at] != best[at] && clashes(&whole, at)) {
            whole[at] = best[at];
        }
        let (mut lead, mut asked) = (0.0, 0.0);
        for (at, question) in self.knowledge.questions.pairs() {
            if let (Some(kept), Some(new)) = (state.in_place[at], whole[at])
                && kept != new
            {
                lead += points(worth(at, new) - worth(at, kept));
                asked += question.too_close;
            }
        }
        if lead >= asked {
            return whole;
        }
        let mut waiting = next;
        for at in questions() {
            if waiting[at] != state.in_place[at] && clashes(&waiting, at) {
                let stays = state.in_place[at].filter(|&a| worth(at, a).is_finite());
                waiting[at] = stays.or(waiting[at]);
            }
        }
        if coherence.agree(&waiting) {
            return waiting;
        }
        whole
    }
}

/// What is possible and what it is worth, the best first and equal ones in order.
fn candidates(
    available: &Possible,
    worth: &List<QuestionId, [f64; MAX_ALTERNATIVES]>,
) -> List<QuestionId, Vec<(AlternativeId, f64)>> {
    let questions = available.iter().zip(worth);
    questions
        .map(|(available, worth)| {
            let possible = available.pairs().filter(|(_, possible)| **possible);
            let mut ranked: Vec<_> = possible.map(|(a, _)| (a, worth[a.place()])).collect();
            ranked.sort_by_key(|(_, worth)| std::cmp::Reverse(grade(*worth)));
            ranked
        })
        .collect()
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
                    beside: beside(knowledge, &departments, &scenario.contacts),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::bounds::Bounds;
    use crate::model::Profile;

    #[test]
    fn companies_side_by_side_go_the_way_of_each_alone_to_the_last_bit() {
        let knowledge = Knowledge::builtin();
        let text = include_str!("../../../profiles/groupe-hospitalier.attache.ron");
        let mut scenario = Profile::parse(&knowledge, "", text)
            .unwrap()
            .scenarios
            .first;
        for (place, input) in scenario.factors.values_mut().enumerate() {
            input.unknown = place == 2;
            for setting in input.quantities.values_mut() {
                setting.plus_minus = 60.0;
            }
        }
        let bounds = Bounds::of(&knowledge, &scenario);
        let engine = Engine::new(&knowledge, &scenario, false);
        let (mut scratch, mut alone) = (Scratch::default(), Scratch::default());
        // As many as are followed at once, then fewer, in the same memory.
        for count in [8, 3] {
            let drawn = (0..count).map(|company| {
                let draw: Vec<f64> = (0..400)
                    .map(|slot| f64::from((slot * 37 + company * 61) % 101) / 101.0)
                    .collect();
                let levels = bounds.levels(&draw);
                let known = levels.into_iter().enumerate();
                known
                    .map(|(place, levels)| (place != 2).then_some(levels))
                    .collect()
            });
            let mut states = engine.start_from(drawn.clone(), &mut scratch);
            let mut singles: Vec<State> = drawn
                .flat_map(|levels| engine.start_from(iter::once(levels), &mut alone))
                .collect();
            for quarter in 1..=20 {
                engine.advance_all(&mut states, quarter, &mut scratch);
                for (state, single) in states.iter().zip(&mut singles) {
                    engine.advance(single, quarter, &mut alone);
                    assert_eq!(state.levels, single.levels);
                    assert_eq!(state.in_place, single.in_place);
                }
            }
            assert!(states.iter().any(|s| s.in_place != states[0].in_place));
        }
    }
}
