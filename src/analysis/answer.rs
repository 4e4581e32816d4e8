//! The engine: additive multi-attribute value, the same for every question.
//!
//! `value(a) = base_a + Σ_f w_f · v_f,a`, with `v_f,a` the sum of the curves of the factor's measures
//! that have something to say, over its swing, so that equal weights reach equally far (Keeney &
//! Raiffa, *Decisions with Multiple Objectives*, 1976). As weights sum to 1, every `v_f,a` can carry
//! `base_a`: nothing else needs to know of it.

use crate::model::{FourQuestions, Knowledge, Question};

use super::inputs::Inputs;
use super::scale::{EPSILON, fit, points};
use super::values::{add_bases, every_part};

/// What can be said of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// One alternative leads by at least the question's margin.
    Decided(usize),
    /// These are too close to call, best first; the order of equal ones has no meaning.
    TooClose(Vec<usize>),
    /// The company has nothing that any alternative needs.
    Impossible,
}

/// The answer to one question, by an additive value model (MAVT).
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Index of the question in the knowledge base.
    pub question: usize,
    /// Per alternative, in [-1, 1] for any sane knowledge base.
    pub values: Vec<f64>,
    /// Per alternative: its part of the value that is there whatever the company is; 0 without
    /// any weight.
    pub bases: Vec<f64>,
    /// Per alternative and factor: `base_a + v_f,a`, before any weight.
    pub factor_values: Vec<Vec<f64>>,
    /// Per alternative and factor: `w_f · v_f,a`; each row sums to the value less the base.
    pub contributions: Vec<Vec<f64>>,
    /// Per response of the question and alternative: the response's part of the contributions.
    pub parts: Vec<Vec<f64>>,
    /// Per alternative: whether the company has what it needs.
    pub available: Vec<bool>,
    /// Available alternatives, best first.
    pub ranking: Vec<usize>,
    /// What the values allow to say.
    pub verdict: Verdict,
}

/// The answers to all questions, in the order of the knowledge base.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// What was answered from.
    pub inputs: Inputs,
    /// One for each question.
    pub answers: Vec<Answer>,
    always: FourQuestions,
}

impl Answers {
    /// Answers every question.
    pub fn new(knowledge: &Knowledge, inputs: Inputs) -> Self {
        let answers = (0..knowledge.questions.len())
            .map(|question| Answer::new(knowledge, question, &inputs))
            .collect();
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
    /// Answers the question at this position.
    pub fn new(knowledge: &Knowledge, question_index: usize, inputs: &Inputs) -> Self {
        let question = &knowledge.questions[question_index];
        let count = question.alternatives.len();
        let factors = knowledge.factors.len();

        let mut factor_values = vec![vec![0.0; factors]; count];
        let mut parts = vec![vec![0.0; count]; question.responses.len()];
        every_part(question, &inputs.measures, |part| {
            let weight = inputs.weights[part.factor];
            parts[part.response][part.alternative] = weight * part.value;
            factor_values[part.alternative][part.factor] += part.value;
        });
        let contributions: Vec<Vec<f64>> = factor_values
            .iter()
            .map(|row| {
                row.iter()
                    .zip(&inputs.weights)
                    .map(|(v, w)| v * w)
                    .collect()
            })
            .collect();
        let rows = factor_values.iter_mut().map(Vec::as_mut_slice);
        add_bases(question, rows);
        let weight: f64 = inputs.weights.iter().sum();
        let alternatives = question.alternatives.iter();
        let bases: Vec<f64> = alternatives
            .map(|alternative| weight * alternative.base)
            .collect();
        let values: Vec<f64> = bases
            .iter()
            .zip(&contributions)
            .map(|(base, row)| base + row.iter().sum::<f64>())
            .collect();

        let available = inputs.available[question_index].clone();
        let mut ranking: Vec<usize> = (0..count).filter(|&a| available[a]).collect();
        ranking.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
        let verdict = verdict(question, &values, &ranking);
        Self {
            question: question_index,
            values,
            bases,
            factor_values,
            contributions,
            parts,
            available,
            ranking,
            verdict,
        }
    }

    /// Fit of an alternative, in points from 0 to 100.
    pub fn fit(&self, alternative: usize) -> f64 {
        fit(self.values[alternative])
    }

    /// How far `of` an alternative stands over its mean among the available ones.
    pub fn over_mean(&self, alternative: usize, of: impl Fn(usize) -> f64) -> f64 {
        let sum: f64 = self.ranking.iter().map(|&a| of(a)).sum();
        of(alternative) - sum / self.ranking.len().max(1) as f64
    }

    /// Points of fit that an alternative has before anything is known of the company, over the mean
    /// of the available ones.
    pub fn base_points(&self, alternative: usize) -> f64 {
        points(self.over_mean(alternative, |a| self.bases[a]))
    }

    /// Points of fit that a factor gives to an alternative, over the mean of the available ones.
    pub fn factor_points(&self, alternative: usize, factor: usize) -> f64 {
        points(self.over_mean(alternative, |a| self.contributions[a][factor]))
    }

    /// Lead of the best available alternative over the next, in points of fit; `None` if alone.
    pub fn margin(&self) -> Option<f64> {
        match self.ranking[..] {
            [first, second, ..] => Some(self.fit(first) - self.fit(second)),
            _ => None,
        }
    }

    /// The alternatives that the answer keeps: the decided one, or those too close to call.
    pub fn kept(&self) -> &[usize] {
        match &self.verdict {
            Verdict::Decided(best) => std::slice::from_ref(best),
            Verdict::TooClose(contenders) => contenders,
            Verdict::Impossible => &[],
        }
    }

    /// Whether one alternative leads by the margin of the question.
    pub fn decided(&self) -> bool {
        matches!(self.verdict, Verdict::Decided(_))
    }

    /// The leading alternative; `None` when the lead is an exact tie, which nothing may settle.
    pub fn leader(&self) -> Option<usize> {
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

fn verdict(question: &Question, values: &[f64], ranking: &[usize]) -> Verdict {
    let Some(&best) = ranking.first() else {
        return Verdict::Impossible;
    };
    let close: Vec<usize> = ranking
        .iter()
        .copied()
        .filter(|&a| !leads_by(question, values[best], values[a]))
        .collect();
    if close.len() == 1 {
        Verdict::Decided(best)
    } else {
        Verdict::TooClose(close)
    }
}
