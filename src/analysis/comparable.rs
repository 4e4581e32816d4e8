//! Known organisations that are like a company: near it in what the factors say of the attachment.
//!
//! The distance is a weighted root mean square, in points of fit: over the factors that are known of
//! both, each as important as it is to the company, and over the alternatives of the attachment, of
//! how far apart the two are in `v_f,a`, less its mean over the alternatives. It is 0 where nothing
//! that speaks of the attachment differs, and at most 50 times the widest reach of a factor. Being
//! made of calibrated values, it counts a slider as much as the slider counts in an answer. Whether a
//! department exists does not count: what the factors say is compared for every alternative.

use crate::model::{Case, Cases, Id, Knowledge, Near, Text};

use super::inputs::Inputs;
use super::scale::points;
use super::values::each_part;

/// No more are told.
const MOST: usize = 5;

/// Known organisations, made ready for comparison by one knowledge base.
#[derive(Clone, Debug)]
pub struct Comparables<'a> {
    knowledge: Knowledge,
    near: Near,
    note: &'a Text,
    cases: Vec<(&'a Case, Position)>,
}

/// A known organisation that is like a company.
#[derive(Clone, Copy, Debug)]
pub struct Comparable<'a> {
    /// The organisation.
    pub case: &'a Case,
    /// Whose reading its sliders are, to be said wherever they are shown.
    pub note: &'a Text,
    /// How far it is from the company, in points of fit, 0 or more.
    pub distance: f64,
}

/// What the factors say of a company's attachment.
#[derive(Clone, Debug)]
struct Position {
    /// Per factor and alternative: `v_f,a` less its mean over the alternatives.
    values: Vec<f64>,
    /// Per factor.
    known: Vec<bool>,
}

impl<'a> Comparables<'a> {
    /// Reads each case by the knowledge base. A base that asks what a case does not tell leaves the
    /// factor out; an attachment of which it does not know leaves out the case, and so does one that no
    /// source tells.
    pub fn new(knowledge: &Knowledge, cases: &'a Cases) -> Self {
        let question = knowledge.attachment();
        let is_known = |case: &&Case| {
            let attachment = case.answers.get(&question.id);
            attachment.is_some_and(|it| it.told && question.alternative(&it.is).is_some())
        };
        let position = |case: &'a Case| {
            let inputs = Inputs::read(knowledge, &case.scenario(knowledge, None));
            (case, Position::of(knowledge, &inputs))
        };
        Self {
            near: cases.near,
            note: &cases.note,
            cases: cases.cases.iter().filter(is_known).map(position).collect(),
            knowledge: knowledge.clone(),
        }
    }

    /// The nearest of those that are near, at most five, the nearest first and equal ones in the order
    /// of the file; none where too little is known of the company.
    pub fn nearest(&self, inputs: &Inputs) -> Vec<Comparable<'a>> {
        let mut near = self.distances(inputs);
        near.retain(|found| found.distance <= self.near.within);
        near.sort_by(|a, b| a.distance.total_cmp(&b.distance));
        near.truncate(MOST);
        near
    }

    /// How far each case is that can be compared, in the order of the file.
    pub fn distances(&self, inputs: &Inputs) -> Vec<Comparable<'a>> {
        let company = Position::of(&self.knowledge, inputs);
        let cases = self.cases.iter();
        let compared = cases.filter_map(|(case, position)| {
            let distance = company.distance(position, inputs.weights.plain(), self.near.known)?;
            Some(Comparable {
                case,
                note: self.note,
                distance,
            })
        });
        compared.collect()
    }
}

impl Position {
    fn of(knowledge: &Knowledge, inputs: &Inputs) -> Self {
        let question = knowledge.attachment();
        let count = question.alternatives.len();
        let mut values = vec![0.0; knowledge.factors.len() * count];
        for (factor, row) in knowledge.factors.ids().zip(values.chunks_mut(count)) {
            let measure = |measure| inputs.measures[measure];
            each_part(question, factor, measure, |part| {
                row[part.alternative.place()] += part.value;
            });
            let mean = row.iter().sum::<f64>() / count as f64;
            for value in row {
                *value -= mean;
            }
        }
        Self {
            values,
            known: inputs.levels.iter().map(Option::is_some).collect(),
        }
    }

    /// `None` where what is known of both has less than `least` per cent of the weight.
    fn distance(&self, other: &Self, weights: &[f64], least: f64) -> Option<f64> {
        let alternatives = self.values.len() / weights.len();
        let rows = self.values.chunks(alternatives);
        let rows = rows.zip(other.values.chunks(alternatives));
        let known = self.known.iter().zip(&other.known);
        let (mut squares, mut weight) = (0.0, 0.0);
        for ((&w, (mine, theirs)), (&one, &both)) in weights.iter().zip(rows).zip(known) {
            if one && both {
                let apart = mine.iter().zip(theirs).map(|(a, b)| (a - b) * (a - b));
                squares += w * apart.sum::<f64>() / alternatives as f64;
                weight += w;
            }
        }
        let enough = weight > 0.0 && 100.0 * weight >= least;
        enough.then(|| points((squares / weight).sqrt()))
    }
}
