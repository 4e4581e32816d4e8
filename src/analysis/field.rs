//! The leads of the leading alternative over each rival, as functions of the sliders.

use crate::model::{
    AlternativeId, FactorId, Id, Knowledge, Levels, List, MAX_ALTERNATIVES, Measure, MeasureId,
    Question, Scenario, SliderAt,
};

use super::answer::Answer;
use super::inputs::{Inputs, levels_of, normalise};
use super::line::Line;
use super::scale::EPSILON;
use super::values::each_part;

/// The leads over the rivals, in their order; 0 beyond.
pub(super) type Leads = [f64; MAX_ALTERNATIVES];

/// The leads of the leader over each rival, as functions of the sliders.
pub(super) struct Field<'a> {
    pub knowledge: &'a Knowledge,
    pub question: &'a Question,
    pub leader: AlternativeId,
    pub rivals: Vec<AlternativeId>,
    /// Normalised weights.
    pub weights: List<FactorId, f64>,
    /// The weights as they are set, 0 to 100.
    pub importances: List<FactorId, f64>,
    pub levels: List<FactorId, Levels>,
    pub unknown: List<FactorId, bool>,
    /// The lead of the leader's base over each rival's, which every gap holds.
    pub bases: Leads,
    /// `[factor][rival]`: the lead on the factor's `factor_values`.
    pub gaps: List<FactorId, Leads>,
    /// Per factor: what the question reads of it.
    pub terms: List<FactorId, Vec<Term<'a>>>,
}

/// A measure that the question reads.
pub(super) struct Term<'a> {
    pub measure: &'a Measure,
    /// Per rival: by how much the measure speaks more for the leader.
    pub leads: Vec<Line>,
}

impl<'a> Field<'a> {
    pub fn new(
        knowledge: &'a Knowledge,
        scenario: &Scenario,
        inputs: &Inputs,
        answer: &Answer,
    ) -> Option<Self> {
        let leader = answer.leader()?;
        let rivals: Vec<AlternativeId> = answer
            .ranking
            .iter()
            .copied()
            .filter(|&a| a != leader)
            .collect();
        if rivals.is_empty() {
            return None;
        }
        let mut levels = Vec::new();
        let mut unknown = Vec::new();
        let mut importances = Vec::new();
        for factor in &knowledge.factors {
            let input = scenario.factors.get(&factor.id)?;
            levels.push(levels_of(factor, input));
            unknown.push(input.unknown);
            importances.push(input.weight);
        }
        let gaps = knowledge.factors.ids().map(|factor| {
            let row = |a: AlternativeId| answer.factor_values[a][factor];
            let mut gaps = Leads::default();
            for (gap, &rival) in gaps.iter_mut().zip(&rivals) {
                *gap = row(leader) - row(rival);
            }
            gaps
        });
        let gaps = gaps.collect();
        let question = &knowledge.questions[answer.question];
        let base = |a: AlternativeId| question.alternatives[a].base;
        let mut bases = Leads::default();
        for (lead, &rival) in bases.iter_mut().zip(&rivals) {
            *lead = base(leader) - base(rival);
        }
        let mut terms: List<FactorId, Vec<Term<'_>>> = List::default();
        terms.resize(knowledge.factors.len());
        for response in &question.responses {
            let measure = &knowledge.measures[response.measure];
            let scale = question.scales[measure.factor];
            let lead = |&rival: &AlternativeId| Line::between(response, leader, rival, scale);
            terms[measure.factor].push(Term {
                measure,
                leads: rivals.iter().map(lead).collect(),
            });
        }
        Some(Self {
            knowledge,
            question,
            leader,
            rivals,
            weights: inputs.weights.clone(),
            importances: importances.into(),
            levels: levels.into(),
            unknown: unknown.into(),
            bases,
            gaps,
            terms,
        })
    }

    pub fn level(&self, slider: SliderAt) -> f64 {
        self.levels[slider.factor].quantities[slider.quantity]
    }

    /// As [`Self::factor_gaps`], for one rival, by the lines of the terms: for a search that is
    /// confirmed where it ends.
    pub fn gap(&self, factor: FactorId, rival: usize, levels: &Levels) -> f64 {
        let mut sum = self.bases[rival];
        for term in &self.terms[factor] {
            if let Some(x) = term.measure.reading.of(levels) {
                sum += term.leads[rival].at(x);
            }
        }
        sum
    }

    /// The gaps of one factor with its sliders at `levels`.
    fn factor_gaps(&self, factor: FactorId, levels: &Levels) -> Leads {
        let described = &self.knowledge.factors[factor];
        let measures: Vec<Option<f64>> = self.knowledge.read(described, levels).collect();
        let first = described.measures.first().map_or(0, |first| first.place());
        let mut values = [0.0; MAX_ALTERNATIVES];
        let measure = |measure: MeasureId| measures[measure.place() - first];
        each_part(self.question, factor, measure, |part| {
            values[part.alternative.place()] += part.value;
        });
        let mut gaps = self.bases;
        for (gap, &rival) in gaps.iter_mut().zip(&self.rivals) {
            *gap += values[self.leader.place()] - values[rival.place()];
        }
        gaps
    }

    /// The leads with one factor's sliders elsewhere.
    pub fn leads_with(&self, factor: FactorId, levels: &Levels) -> Leads {
        let mine = self.factor_gaps(factor, levels);
        weigh(&self.weights, |other| {
            if other == factor {
                mine
            } else {
                self.gaps[other]
            }
        })
    }

    /// The leads with the weight of one factor elsewhere; all 0 when no weight is left.
    pub fn leads_at_weight(&self, factor: FactorId, x: f64) -> Leads {
        let mut importances = self.importances.clone();
        importances[factor] = x;
        weigh(&normalise(&importances), |factor| self.gaps[factor])
    }

    /// The leads with the sliders of every factor elsewhere.
    pub fn leads(&self, levels: &List<FactorId, Levels>) -> Leads {
        weigh(&self.weights, |factor| {
            if self.unknown[factor] {
                self.gaps[factor]
            } else {
                self.factor_gaps(factor, &levels[factor])
            }
        })
    }

    /// Who leads where the leader's leads are these; `None` on an exact tie.
    pub fn first(&self, leads: &[f64]) -> Option<AlternativeId> {
        let rivals = self.rivals.iter().zip(leads).map(|(&a, lead)| (a, -lead));
        let (mut best, mut second) = ((self.leader, 0.0), f64::NEG_INFINITY);
        for (alternative, value) in rivals {
            if value > best.1 {
                second = best.1;
                best = (alternative, value);
            } else {
                second = second.max(value);
            }
        }
        (best.1 - second > EPSILON).then_some(best.0)
    }
}

/// The leads with these weights and, per factor, these gaps.
fn weigh(weights: &List<FactorId, f64>, gaps: impl Fn(FactorId) -> Leads) -> Leads {
    let mut leads = Leads::default();
    for (factor, weight) in weights.pairs() {
        for (lead, gap) in leads.iter_mut().zip(gaps(factor)) {
            *lead += weight * gap;
        }
    }
    leads
}
