//! Contact points, theme by posture: what each would weigh, and whether anyone is there to hold it.

use crate::model::{AlternativeId, FactorId, Knowledge, MeasureId, PostureId, Scenario, SliderAt};

use super::answer::Answers;
use super::scale::EPSILON;

/// One theme in one posture.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactPoint {
    /// What is talked about.
    pub theme: Theme,
    /// How the company is there.
    pub posture: PostureId,
    /// In the points of the coverage rule.
    pub load: f64,
    /// How much of the load the capacity reaches, from 0 to 1.
    pub served: f64,
}

impl ContactPoint {
    /// Whether somebody holds it whole.
    pub fn is_held(&self) -> bool {
        self.served >= 1.0 - EPSILON
    }
}

/// A usual theme or one of the users' own, each known by its place: names may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Theme {
    /// A slider of the knowledge base.
    Usual(SliderAt),
    /// A theme that the users added.
    Own {
        /// Position of the factor.
        factor: FactorId,
        /// Position among the themes that the users added to it.
        theme: usize,
        /// Its name, for those who read.
        name: String,
    },
}

/// The contact points that the scenario opens, the heaviest first, against the capacity.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// What the company can hold, in the points of the coverage rule.
    pub capacity: f64,
    /// Those that are open.
    pub points: Vec<ContactPoint>,
    /// Positions of the factors that would open some if they were known: what is not known opens
    /// nothing.
    pub not_known: Vec<FactorId>,
}

impl Coverage {
    /// The coverage under the form that is answered.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, answers: &Answers) -> Self {
        let form = answers.form().chosen;
        Self::with_form(knowledge, scenario, answers, form)
    }

    /// The coverage under a given form.
    pub fn with_form(
        knowledge: &Knowledge,
        scenario: &Scenario,
        answers: &Answers,
        form: Option<AlternativeId>,
    ) -> Self {
        let rule = &knowledge.coverage;
        let measure = |measure: MeasureId| answers.inputs.measures[measure];
        let mut capacity = rule.base;
        for (gained, points) in &rule.gains {
            capacity += points * measure(*gained).unwrap_or(0.0);
        }
        if let Some(form) = form {
            let factor = rule.forms.iter().find(|(of, _)| *of == form);
            capacity *= factor.map_or(1.0, |(_, factor)| *factor);
        }

        let known = |factor: FactorId| {
            let input = scenario.factors.get(&knowledge.factors[factor].id);
            input.filter(|input| !input.unknown)
        };
        let opens = |factor: FactorId| {
            let postures = &mut rule.postures.iter();
            knowledge.factors[factor].extensible
                || postures.any(|posture| posture.slider.factor == factor)
        };
        let factors = knowledge.factors.ids();
        let not_known = factors
            .filter(|&f| opens(f) && known(f).is_none())
            .collect();
        let mut themes: Vec<(Theme, f64)> = Vec::new();
        for (at, factor) in knowledge.factors.pairs() {
            let Some(input) = known(at).filter(|_| factor.extensible) else {
                continue;
            };
            for (quantity, description) in factor.quantities.pairs() {
                let slider = SliderAt {
                    factor: at,
                    quantity,
                };
                let theme = Theme::Usual(slider);
                themes.push((theme, input.value(&description.id)));
            }
            for (theme, own) in input.extra.iter().enumerate() {
                let theme = Theme::Own {
                    factor: at,
                    theme,
                    name: own.name.clone(),
                };
                themes.push((theme, own.value));
            }
        }
        let mut points = Vec::new();
        for (at, posture) in rule.postures.pairs() {
            let Some(input) = known(posture.slider.factor) else {
                continue;
            };
            let level = input.value(&knowledge.quantity(posture.slider).id);
            let growth = posture
                .grows_with
                .and_then(measure)
                .map_or(1.0, |value| 1.0 + value / 100.0);
            for (theme, importance) in &themes {
                let presence = importance * level / 100.0;
                if presence >= rule.opens_from {
                    points.push(ContactPoint {
                        theme: theme.clone(),
                        posture: at,
                        load: presence * posture.effort * growth,
                        served: 0.0,
                    });
                }
            }
        }
        // What weighs most is held first; what is left has nobody.
        points.sort_by(|a, b| b.load.total_cmp(&a.load));
        let mut left = capacity;
        for point in &mut points {
            let taken = point.load.min(left);
            point.served = taken / point.load;
            left -= taken;
        }
        Self {
            capacity,
            points,
            not_known,
        }
    }

    /// The sum of the loads.
    pub fn load(&self) -> f64 {
        self.points.iter().map(|point| point.load).sum()
    }

    /// The points that would be open without anyone to hold them whole.
    pub fn unattended(&self) -> impl Iterator<Item = &ContactPoint> {
        self.points.iter().filter(|point| !point.is_held())
    }
}
