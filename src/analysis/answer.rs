//! The engine: additive multi-attribute value, the same for every question.
//!
//! `value(a) = base_a + Σ_f w_f · v_f,a`, with `v_f,a` the sum of the curves of the factor's measures
//! that have something to say, over its swing, so that equal weights reach equally far (Keeney &
//! Raiffa, *Decisions with Multiple Objectives*, 1976). As weights sum to 1, every `v_f,a` can carry
//! `base_a`: nothing else needs to know of it.

use crate::model::{
    AlternativeId, FactorId, FourQuestions, Knowledge, List, Question, QuestionId, ResponseId,
};

use super::inputs::Inputs;
use super::scale::{EPSILON, fit, grade, points};
use super::values::{add_bases, every_part};
use super::whole::{Clash, Coherence};

/// The answer to one question, by an additive value model (MAVT).
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What is answered.
    pub question: QuestionId,
    /// Per alternative, in [-1, 1] for any sane knowledge base; all 0, a fit of 50, without any
    /// weight.
    pub values: List<AlternativeId, f64>,
    /// Per alternative: its part of the value that is there whatever the company is; 0 without
    /// any weight.
    pub bases: List<AlternativeId, f64>,
    /// Per alternative and factor: `base_a + v_f,a`, before any weight.
    pub factor_values: List<AlternativeId, List<FactorId, f64>>,
    /// Per alternative and factor: `w_f · v_f,a`; each row sums to the value less the base.
    pub contributions: List<AlternativeId, List<FactorId, f64>>,
    /// Per response of the question and alternative: the response's part of the contributions.
    pub parts: List<ResponseId, List<AlternativeId, f64>>,
    /// Per alternative: whether the company has what it needs.
    pub available: List<AlternativeId, bool>,
    /// Available alternatives, best first; equal ones in the order of the knowledge base.
    pub ranking: Vec<AlternativeId>,
    /// What is answered: the best, or what comes nearest to it and goes with the other answers;
    /// the first in order among equals. `None` where nothing is possible.
    pub chosen: Option<AlternativeId>,
    /// Why the best of the question is not what is answered.
    pub aside: Option<Clash>,
}

/// The answers to all questions, in the order of the knowledge base.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// What was answered from.
    pub inputs: Inputs,
    /// One for each question.
    pub answers: List<QuestionId, Answer>,
    always: FourQuestions,
}

impl Answers {
    /// Answers every question.
    pub fn new(knowledge: &Knowledge, inputs: Inputs) -> Self {
        let questions = knowledge.questions.ids();
        let answers = questions.map(|question| Answer::new(knowledge, question, &inputs));
        let mut answers: List<QuestionId, Answer> = answers.collect();
        let coherence = Coherence {
            knowledge,
            beside: inputs.beside,
        };
        let candidates: List<QuestionId, Vec<(AlternativeId, f64)>> = answers
            .iter()
            .map(|answer| answer.ranking.iter().map(|&a| (a, answer.values[a])))
            .map(Iterator::collect)
            .collect();
        let chosen = coherence.best(&candidates);
        for (at, answer) in chosen.ids().zip(answers.iter_mut()) {
            answer.chosen = chosen[at];
            answer.aside = match answer.ranking.first() {
                Some(&best) if chosen[at] != Some(best) => {
                    coherence.clash_with((at, best), &chosen)
                }
                _ => None,
            };
        }
        Self {
            inputs,
            answers,
            always: knowledge.always,
        }
    }

    /// Which department the function reports to.
    pub fn attachment(&self) -> &Answer {
        &self.answers[self.always.attachment]
    }

    /// In what form the company takes part.
    pub fn form(&self) -> &Answer {
        &self.answers[self.always.form]
    }

    /// Who holds the function.
    pub fn role(&self) -> &Answer {
        &self.answers[self.always.role]
    }

    /// Where that person comes from.
    pub fn sourcing(&self) -> &Answer {
        &self.answers[self.always.sourcing]
    }
}

impl Answer {
    /// Answers a question.
    pub fn new(knowledge: &Knowledge, asked: QuestionId, inputs: &Inputs) -> Self {
        let question = &knowledge.questions[asked];
        let alternatives = &question.alternatives;
        let mut factor_values = List::like(alternatives, List::like(&knowledge.factors, 0.0));
        let mut parts = List::like(&question.responses, List::like(alternatives, 0.0));
        every_part(question, &inputs.measures, |part| {
            let weight = inputs.weights[part.factor];
            parts[part.response][part.alternative] = weight * part.value;
            factor_values[part.alternative][part.factor] += part.value;
        });
        let weighed = |row: &List<FactorId, f64>| {
            let weighed = row.iter().zip(&inputs.weights);
            weighed.map(|(v, w)| v * w).collect()
        };
        let contributions: List<_, List<_, f64>> = factor_values.iter().map(weighed).collect();
        add_bases(question, &mut factor_values);
        let weight: f64 = inputs.weights.iter().sum();
        let bases: List<_, f64> = alternatives
            .iter()
            .map(|alternative| weight * alternative.base)
            .collect();
        let values: List<_, f64> = bases
            .iter()
            .zip(&contributions)
            .map(|(base, row)| base + row.iter().sum::<f64>())
            .collect();

        let available = inputs.available[asked].clone();
        let mut ranking: Vec<AlternativeId> = available.ids().filter(|&a| available[a]).collect();
        ranking.sort_by_key(|&a| std::cmp::Reverse(grade(values[a])));
        Self {
            question: asked,
            values,
            bases,
            factor_values,
            contributions,
            parts,
            available,
            chosen: ranking.first().copied(),
            aside: None,
            ranking,
        }
    }

    /// Fit of an alternative, in points from 0 to 100.
    pub fn fit(&self, alternative: AlternativeId) -> f64 {
        fit(self.values[alternative])
    }

    /// How far `of` an alternative stands over its mean among the available ones.
    pub fn over_mean(&self, alternative: AlternativeId, of: impl Fn(AlternativeId) -> f64) -> f64 {
        let sum: f64 = self.ranking.iter().map(|&a| of(a)).sum();
        of(alternative) - sum / self.ranking.len().max(1) as f64
    }

    /// Points of fit that an alternative has before anything is known of the company, over the mean
    /// of the available ones.
    pub fn base_points(&self, alternative: AlternativeId) -> f64 {
        points(self.over_mean(alternative, |a| self.bases[a]))
    }

    /// Points of fit that a factor gives to an alternative, over the mean of the available ones.
    pub fn factor_points(&self, alternative: AlternativeId, factor: FactorId) -> f64 {
        points(self.over_mean(alternative, |a| self.contributions[a][factor]))
    }

    /// Lead of the best available alternative over the next, in points of fit; `None` if alone.
    pub fn margin(&self) -> Option<f64> {
        match self.ranking[..] {
            [first, second, ..] => Some(self.fit(first) - self.fit(second)),
            _ => None,
        }
    }

    /// The leading alternative; `None` when the lead is a tie (under 1e-9), which nothing may settle.
    pub fn leader(&self) -> Option<AlternativeId> {
        match self.ranking[..] {
            [] => None,
            [first] => Some(first),
            [first, second, ..] => {
                (self.values[first] - self.values[second] > EPSILON).then_some(first)
            }
        }
    }
}

/// Whether one value leads another by the margin from which the question is decided.
pub(super) fn leads_by(question: &Question, leader: f64, other: f64) -> bool {
    fit(leader) - fit(other) >= question.too_close + EPSILON
}
