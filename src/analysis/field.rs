//! The leads of the leading alternative over each rival, as functions of the sliders.

use crate::model::{Knowledge, Levels, MeasureId, Question, Scenario};

use super::answer::Answer;
use super::inputs::{Inputs, levels_of, normalise};
use super::scale::EPSILON;
use super::values::each_part;

/// The leads of the leader over each rival, as functions of the sliders.
pub(super) struct Field<'a> {
    pub knowledge: &'a Knowledge,
    pub question: &'a Question,
    pub leader: usize,
    pub rivals: Vec<usize>,
    /// Normalised weights.
    pub weights: Vec<f64>,
    /// The weights as they are set, 0 to 100.
    pub importances: Vec<f64>,
    pub levels: Vec<Levels>,
    pub unknown: Vec<bool>,
    /// `[factor][rival]`: `v_f,leader - v_f,rival`.
    pub gaps: Vec<Vec<f64>>,
}

impl<'a> Field<'a> {
    pub fn new(
        knowledge: &'a Knowledge,
        scenario: &Scenario,
        inputs: &Inputs,
        answer: &Answer,
    ) -> Option<Self> {
        let leader = answer.leader()?;
        let rivals: Vec<usize> = answer
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
        let gaps = (0..knowledge.factors.len())
            .map(|factor| {
                let row = |a: usize| answer.factor_values[a][factor];
                rivals
                    .iter()
                    .map(|&rival| row(leader) - row(rival))
                    .collect()
            })
            .collect();
        Some(Self {
            knowledge,
            question: &knowledge.questions[answer.question],
            leader,
            rivals,
            weights: inputs.weights.clone(),
            importances,
            levels,
            unknown,
            gaps,
        })
    }

    pub fn level(&self, factor: usize, quantity: usize) -> f64 {
        self.levels[factor].quantities[quantity]
    }

    /// The sliders that count: those of known factors with a weight.
    pub fn levers(&self) -> Vec<(usize, usize)> {
        (0..self.levels.len())
            .filter(|&factor| !self.unknown[factor] && self.weights[factor] > 0.0)
            .flat_map(|factor| {
                (0..self.levels[factor].quantities.len()).map(move |quantity| (factor, quantity))
            })
            .collect()
    }

    /// `v_f,leader - v_f,rival` of one factor with its sliders at `levels`.
    pub fn factor_gaps(&self, factor: usize, levels: &Levels) -> Vec<f64> {
        let described = &self.knowledge.factors[factor];
        let measures: Vec<Option<f64>> = self.knowledge.read(described, levels).collect();
        let first = described.measures.first().copied().unwrap_or_default();
        let mut values = vec![0.0; self.question.alternatives.len()];
        let measure = |measure: MeasureId| measures[measure - first];
        each_part(self.question, factor, measure, |part| {
            values[part.alternative] += part.value;
        });
        let gap = |&rival: &usize| values[self.leader] - values[rival];
        self.rivals.iter().map(gap).collect()
    }

    /// The leads with one factor's sliders elsewhere.
    pub fn leads_with(&self, factor: usize, levels: &Levels) -> Vec<f64> {
        let mine = self.factor_gaps(factor, levels);
        (0..self.rivals.len())
            .map(|rival| {
                let others: f64 = (0..self.gaps.len())
                    .filter(|&other| other != factor)
                    .map(|other| self.weights[other] * self.gaps[other][rival])
                    .sum();
                others + self.weights[factor] * mine[rival]
            })
            .collect()
    }

    pub fn leads_at(&self, factor: usize, quantity: usize, x: f64) -> Vec<f64> {
        let mut levels = self.levels[factor].clone();
        levels.quantities[quantity] = x;
        self.leads_with(factor, &levels)
    }

    /// The leads with the weight of one factor elsewhere; all 0 when no weight is left.
    pub fn leads_at_weight(&self, factor: usize, x: f64) -> Vec<f64> {
        let mut importances = self.importances.clone();
        importances[factor] = x;
        let weights = normalise(&importances);
        let gaps = |rival: usize| self.gaps.iter().map(move |gaps| gaps[rival]);
        (0..self.rivals.len())
            .map(|rival| gaps(rival).zip(&weights).map(|(gap, w)| gap * w).sum())
            .collect()
    }

    /// Who leads where the leader's leads are these; `None` on an exact tie.
    pub fn first(&self, leads: &[f64]) -> Option<usize> {
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

    /// The leads with every slider of `levers` at `point`.
    pub fn leads(&self, levers: &[(usize, usize)], point: &[f64]) -> Vec<f64> {
        let mut levels = self.levels.clone();
        for (&(factor, quantity), &x) in levers.iter().zip(point) {
            levels[factor].quantities[quantity] = x;
        }
        let mut leads = vec![0.0; self.rivals.len()];
        for (factor, levels) in levels.iter().enumerate() {
            let gaps = if self.unknown[factor] {
                self.gaps[factor].clone()
            } else {
                self.factor_gaps(factor, levels)
            };
            for (lead, gap) in leads.iter_mut().zip(gaps) {
                *lead += self.weights[factor] * gap;
            }
        }
        leads
    }
}
