//! One question as numbers: the cases that answer it, and what each curve says of each case.

use attache::analysis::Inputs;
use attache::model::{
    AlternativeId, Basis, Case, Cases, Factor, FactorId, Knowledge, Levels, List, Question,
    ResponseId, Sure,
};

/// A curve, by where it stands in its question.
pub struct Place {
    pub response: ResponseId,
    /// Among those of the response.
    pub curve: usize,
    pub factor: FactorId,
    pub alternative: AlternativeId,
    /// The least and the most that the cases may make of it.
    pub bounds: (f64, f64),
}

/// What is known of the sliders of each case, under one reading of them.
pub struct Reading {
    /// `[case][curve]`: what the judgement says; 0 where the measure is silent.
    pub curves: Vec<Vec<f64>>,
    /// `[case]`: sliders and options as plain numbers, for the ridge.
    pub sliders: Vec<Vec<f64>>,
}

/// What the judgement says at one corner of a factor's sliders, of its own curves alone, as
/// (place, value).
pub type Corner = Vec<(usize, f64)>;

pub struct Task {
    pub id: String,
    pub places: Vec<Place>,
    pub corners: List<FactorId, Vec<Corner>>,
    /// How far each factor reaches at equal importance.
    pub reach: List<FactorId, f64>,
    /// `[case]`: what it did; the second reading, if there is one; whether the first is sure.
    pub truth: Vec<AlternativeId>,
    pub other: Vec<Option<AlternativeId>>,
    sure: Vec<bool>,
    /// `[case]`.
    pub available: Vec<List<AlternativeId, bool>>,
    /// The mean of the raters.
    pub mean: Reading,
    pub by_rater: [Reading; 2],
    /// Logarithms of the shares that surveys give each alternative, centred.
    pub survey: List<AlternativeId, f64>,
    /// `[curve]`: how many curves of the factor speak beside it, in the mean reading, by case.
    pub speaking: Vec<Vec<f64>>,
}

/// What the cases may make of a judgement, and of what the article states: less of either, and
/// more, but never the contrary.
const JUDGED: (f64, f64) = (0.1, 3.0);
const STATED: (f64, f64) = (0.33, 3.0);

impl Task {
    pub fn new(knowledge: &Knowledge, cases: &Cases, id: &str, survey: &[f64]) -> Option<Self> {
        let (index, question) = knowledge.question(id)?;
        let places = places(knowledge, question);
        let known: Vec<_> = cases
            .cases
            .iter()
            .filter_map(|case| Some((case, case.answers.get(id)?)))
            .collect();
        let position = |id: &String| Some(question.alternative(id)?.0);
        let inputs = |rater: Option<usize>| {
            let of =
                |(case, _): &(&Case, _)| Inputs::read(knowledge, &case.scenario(knowledge, rater));
            known.iter().map(of).collect::<Vec<_>>()
        };
        let mean = inputs(None);
        let plain = |rater: Option<usize>| {
            known
                .iter()
                .map(|(case, _)| sliders(knowledge, case, rater))
                .collect::<Vec<_>>()
        };
        let reading = |inputs: &[Inputs], rater| Reading {
            curves: inputs
                .iter()
                .map(|inputs| row(question, &places, inputs))
                .collect(),
            sliders: plain(rater),
        };
        let logs: Vec<f64> = survey.iter().map(|share| share.ln()).collect();
        let centre = logs.iter().sum::<f64>() / logs.len() as f64;
        Some(Self {
            id: id.to_owned(),
            corners: corners(knowledge, question, &places),
            reach: knowledge
                .factors
                .ids()
                .map(|factor| reach(question, factor))
                .collect(),
            truth: known
                .iter()
                .map(|(_, answer)| position(&answer.is))
                .collect::<Option<_>>()?,
            other: known
                .iter()
                .map(|(_, answer)| answer.or.as_ref().and_then(position))
                .collect(),
            sure: known
                .iter()
                .map(|(case, answer)| case.sure == Sure::High && answer.or.is_none())
                .collect(),
            available: mean
                .iter()
                .map(|inputs| inputs.available[index].clone())
                .collect(),
            speaking: mean
                .iter()
                .map(|inputs| speaking(knowledge, question, &places, inputs))
                .collect(),
            mean: reading(&mean, None),
            by_rater: [0, 1].map(|rater| reading(&inputs(Some(rater)), Some(rater))),
            survey: logs.iter().map(|log| log - centre).collect(),
            places,
        })
    }

    /// How many cases answer the question.
    pub fn count(&self) -> usize {
        self.truth.len()
    }

    /// The cases whose reading is sure and has no other.
    pub fn sure(&self) -> Vec<usize> {
        (0..self.count()).filter(|&case| self.sure[case]).collect()
    }

    pub fn reading(&self, rater: Option<usize>) -> &Reading {
        rater.map_or(&self.mean, |rater| &self.by_rater[rater])
    }
}

fn places(knowledge: &Knowledge, question: &Question) -> Vec<Place> {
    let mut places = Vec::new();
    for (response, described) in question.responses.pairs() {
        for (curve, drawn) in described.curves.iter().enumerate() {
            places.push(Place {
                response,
                curve,
                factor: knowledge.measures[described.measure].factor,
                alternative: drawn.to,
                bounds: match drawn.basis {
                    Basis::Article(_) => STATED,
                    _ => JUDGED,
                },
            });
        }
    }
    places
}

fn row(question: &Question, places: &[Place], inputs: &Inputs) -> Vec<f64> {
    let of = |place: &Place| {
        let response = &question.responses[place.response];
        inputs.measures[response.measure].map_or(0.0, |x| response.curves[place.curve].judged(x))
    };
    places.iter().map(of).collect()
}

fn speaking(
    knowledge: &Knowledge,
    question: &Question,
    places: &[Place],
    inputs: &Inputs,
) -> Vec<f64> {
    let mut count = List::like(&knowledge.factors, 0.0);
    for response in &question.responses {
        if inputs.measures[response.measure].is_some() {
            count[knowledge.measures[response.measure].factor] += 1.0;
        }
    }
    places
        .iter()
        .map(|place| f64::max(count[place.factor], 1.0))
        .collect()
}

fn corners(
    knowledge: &Knowledge,
    question: &Question,
    places: &[Place],
) -> List<FactorId, Vec<Corner>> {
    let of = |(at, factor): (FactorId, &Factor)| {
        let mine = || places.iter().enumerate().filter(|(_, p)| p.factor == at);
        let corner = |levels: Levels| {
            let value = |(position, place): (usize, &Place)| {
                let response = &question.responses[place.response];
                let x = knowledge.measures[response.measure].reading.of(&levels)?;
                Some((position, response.curves[place.curve].judged(x)))
            };
            mine().filter_map(value).collect()
        };
        factor.corners().map(corner).collect()
    };
    knowledge.factors.pairs().map(of).collect()
}

fn reach(question: &Question, factor: FactorId) -> f64 {
    let own = question.reach.iter().find(|reach| reach.factor == factor);
    own.map_or(1.0, |reach| reach.times)
}

fn sliders(knowledge: &Knowledge, case: &Case, rater: Option<usize>) -> Vec<f64> {
    let scenario = case.scenario(knowledge, rater);
    let mut row = Vec::new();
    for factor in &knowledge.factors {
        let input = &scenario.factors[&factor.id];
        row.extend(input.quantities.values().map(|setting| setting.value));
        let options = factor.choice.iter().flat_map(|choice| &choice.options);
        row.extend(options.map(|option| f64::from(u8::from(option.id == input.choice))));
    }
    row
}
