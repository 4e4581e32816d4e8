//! What would change an answer: along each slider and weight, the interval in which the leader
//! stays the leader, and the single changes that unseat it.
//!
//! Between two bends of the curves a lead is linear in the slider (in `1 / sum` for a share), so
//! the ends of the interval have a closed form. Diversity alone is not linear: there the sign
//! change is bracketed on a fine grid and bisected to 1e-9.

use crate::model::{
    Along, AlternativeId, FactorId, Knowledge, Levels, List, QuantityId, Scenario, SliderAt,
};

use super::answer::Answer;
use super::field::{Field, Leads};
use super::inputs::Inputs;
use super::scale::EPSILON;

/// What can be moved. Neither the users' own themes nor the sliders of a factor that is not known are
/// levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// A slider.
    Slider(SliderAt),
    /// The weight of a factor.
    Weight(FactorId),
}

impl Lever {
    fn factor(self) -> FactorId {
        match self {
            Self::Slider(slider) => slider.factor,
            Self::Weight(factor) => factor,
        }
    }

    /// Where it stands, 0 to 100; `None` where the scenario lacks it.
    pub fn of(self, knowledge: &Knowledge, scenario: &Scenario) -> Option<f64> {
        match self {
            Self::Slider(slider) => Some(scenario.setting(knowledge, slider)?.value),
            Self::Weight(factor) => {
                let input = scenario.factors.get(&knowledge.factors[factor].id)?;
                Some(input.weight)
            }
        }
    }

    /// Moves it.
    pub fn set(self, knowledge: &Knowledge, scenario: &mut Scenario, value: f64) {
        let factor = &knowledge.factors[self.factor()];
        let Some(input) = scenario.factors.get_mut(&factor.id) else {
            return;
        };
        match self {
            Self::Weight(_) => input.weight = value,
            Self::Slider(slider) => {
                let id = &knowledge.quantity(slider).id;
                if let Some(setting) = input.quantities.get_mut(id) {
                    setting.value = value;
                }
            }
        }
    }
}

/// Where the leader stays the leader, in points from 0 to 100: a stability interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Hold {
    /// The least value at which the leader leads; a hair above 0 where it is lost as the last slider
    /// of a mix falls silent.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// Who takes over below `low`; `None` where the slider ends there.
    pub below: Option<AlternativeId>,
    /// Who takes over above `high`; `None` where the slider ends there.
    pub above: Option<AlternativeId>,
}

/// One change that unseats the leader: a switch point.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// What is moved.
    pub lever: Lever,
    /// Where it stands, 0 to 100.
    pub from: f64,
    /// A whole number of points; where several levers move together, any number.
    pub to: f64,
    /// Who leads after it.
    pub alternative: AlternativeId,
}

/// Per factor and slider: where the leader stays the leader.
pub type Holds = List<FactorId, List<QuantityId, Option<Hold>>>;

/// The sensitivity of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// Per factor and slider; `None` while the factor is not known or nobody leads.
    pub quantities: Holds,
    /// Per factor; `None` while nobody leads.
    pub weights: List<FactorId, Option<Hold>>,
    /// The smallest change first: to the first whole point at which another leads, alone, in each
    /// direction.
    pub flips: Vec<Flip>,
}

/// Points in each piece of a lead that is not linear.
const GRID: usize = 32;
/// Bisections of a bracket of at most 100 points, to under 1e-9.
const BISECTIONS: usize = 40;
/// The last slider of a mix that is not yet at 0: at 0 the mix falls silent, and leads jump.
const ALMOST_NOTHING: f64 = 1e-6;

impl Sensitivity {
    /// The sensitivity of an answer to every slider and weight of its scenario.
    pub fn new(
        knowledge: &Knowledge,
        scenario: &Scenario,
        inputs: &Inputs,
        answer: &Answer,
    ) -> Self {
        let Some(field) = Field::new(knowledge, scenario, inputs, answer) else {
            return Self {
                quantities: knowledge
                    .factors
                    .iter()
                    .map(|factor| List::like(&factor.quantities, None))
                    .collect(),
                weights: List::like(&knowledge.factors, None),
                flips: Vec::new(),
            };
        };
        let holds = |factor: FactorId| {
            let quantities = knowledge.factors[factor].quantities.ids();
            let holds = quantities.map(|quantity| field.hold(SliderAt { factor, quantity }));
            holds.collect()
        };
        let quantities: Holds = knowledge.factors.ids().map(holds).collect();
        let weights = knowledge.factors.ids();
        let weights = weights.map(|factor| Some(field.weight_hold(factor)));
        let weights = weights.collect();
        let flips = field.flips(&quantities, &weights);
        Self {
            quantities,
            weights,
            flips,
        }
    }
}

impl Field<'_> {
    /// Where the leader stays along one slider.
    fn hold(&self, slider: SliderAt) -> Option<Hold> {
        if self.unknown[slider.factor] {
            return None;
        }
        let mut path = Path::new(self, slider);
        let x0 = self.level(slider);
        let stops = std::mem::take(&mut path.stops);
        let up = stops.iter().copied().filter(|&x| x > x0);
        let down = stops.iter().rev().copied().filter(|&x| x < x0);
        Some(self.hold_between(path.first_loss(x0, down), path.first_loss(x0, up)))
    }

    /// Where the leader stays along one weight: its lead has the sign of a straight line.
    fn weight_hold(&self, factor: FactorId) -> Hold {
        let now = self.importances[factor];
        let crossing = |end: f64| {
            let leads = self.leads_at_weight(factor, end);
            let lost = (0..self.rivals.len()).filter(|&rival| leads[rival] < -EPSILON);
            let crossings = lost.map(|rival| {
                let rest: f64 = self
                    .gaps
                    .ids()
                    .filter(|&other| other != factor)
                    .map(|other| self.importances[other] * self.gaps[other][rival])
                    .sum();
                Crossing {
                    x: -rest / self.gaps[factor][rival],
                    lead: leads[rival],
                    rival,
                }
            });
            nearest(now, crossings)
        };
        self.hold_between(crossing(0.0), crossing(100.0))
    }

    fn hold_between(&self, below: Option<Crossing>, above: Option<Crossing>) -> Hold {
        let name = |crossing: Crossing| self.rivals[crossing.rival];
        Hold {
            low: below.map_or(0.0, |crossing| crossing.x),
            high: above.map_or(100.0, |crossing| crossing.x),
            below: below.map(name),
            above: above.map(name),
        }
    }

    /// The changes to a whole number of points after which another leads, the smallest first.
    fn flips(&self, quantities: &Holds, weights: &List<FactorId, Option<Hold>>) -> Vec<Flip> {
        let mut flips = Vec::new();
        for (factor, holds) in quantities.pairs() {
            for (quantity, hold) in holds.pairs() {
                let slider = SliderAt { factor, quantity };
                let mut levels = self.levels[factor].clone();
                let leads = |x: f64| {
                    levels.quantities[quantity] = x;
                    self.leads_with(factor, &levels)
                };
                let (lever, from) = (Lever::Slider(slider), self.level(slider));
                flips.extend(self.flips_of(lever, from, hold.as_ref(), leads));
            }
        }
        for (factor, hold) in weights.pairs() {
            let leads = |x: f64| self.leads_at_weight(factor, x);
            let lever = Lever::Weight(factor);
            flips.extend(self.flips_of(lever, self.importances[factor], hold.as_ref(), leads));
        }
        flips.sort_by(|a, b| (a.to - a.from).abs().total_cmp(&(b.to - b.from).abs()));
        flips
    }

    /// The flips of one lever: beyond each end of its hold the first whole number of points at
    /// which somebody else leads. Just past the end that may be nobody (an exact tie), or the
    /// leader again, or another than the one that overtakes it.
    fn flips_of(
        &self,
        lever: Lever,
        from: f64,
        hold: Option<&Hold>,
        mut leads: impl FnMut(f64) -> Leads,
    ) -> Vec<Flip> {
        let Some(hold) = hold else {
            return Vec::new();
        };
        let down = hold.below.map(|_| (hold.low.ceil() - 1.0, -1.0));
        let up = hold.above.map(|_| (hold.high.floor() + 1.0, 1.0));
        let first = |(begin, step): (f64, f64)| {
            let points = (0..=100_u8).map(|count| begin + step * f64::from(count));
            points
                .take_while(|to| (0.0..=100.0).contains(to))
                .find_map(|to| {
                    let alternative = self.first(&leads(to))?;
                    (alternative != self.leader).then_some(Flip {
                        lever,
                        from,
                        to,
                        alternative,
                    })
                })
        };
        down.into_iter().chain(up).filter_map(first).collect()
    }
}

/// Where a rival catches up with the leader.
#[derive(Clone, Copy)]
struct Crossing {
    x: f64,
    /// The lead over it beyond, below 0.
    lead: f64,
    rival: usize,
}

/// The crossing nearest to `from`; of those at one point, that of the rival that is ahead beyond.
fn nearest(from: f64, crossings: impl Iterator<Item = Crossing>) -> Option<Crossing> {
    crossings.reduce(|best, next| {
        let later = (next.x - from).abs() - (best.x - from).abs();
        if later < -EPSILON || later <= EPSILON && next.lead < best.lead {
            next
        } else {
            best
        }
    })
}

/// The leads along one slider, cut where a curve bends.
struct Path<'a, 'b> {
    field: &'a Field<'b>,
    slider: SliderAt,
    /// Those of the factor, with the slider wherever it was last.
    levels: Levels,
    /// Where pieces end, rising, from one end of the slider to the other.
    stops: Vec<f64>,
    /// Sum of the other quantities: shares are linear in `1 / (x + rest)`.
    rest: f64,
    shares: bool,
    curved: bool,
}

impl<'a, 'b> Path<'a, 'b> {
    fn new(field: &'a Field<'b>, slider: SliderAt) -> Self {
        let SliderAt { factor, quantity } = slider;
        let levels = &field.levels[factor];
        let rest = levels.quantities.iter().sum::<f64>() - levels.quantities[quantity];
        let mut path = Self {
            field,
            slider,
            levels: levels.clone(),
            stops: vec![0.0, 100.0],
            rest,
            shares: false,
            curved: false,
        };
        let mut stops = Vec::new();
        for response in &field.question.responses {
            let measure = &field.knowledge.measures[response.measure];
            if measure.factor != factor {
                continue;
            }
            let along = measure.reading.along(quantity, levels);
            path.shares |= matches!(along, Along::Share { .. } | Along::OtherShare { .. });
            path.curved |= along == Along::Curved;
            let points = response.curves.iter().flat_map(|curve| &curve.points);
            let bends = points
                .map(|point| point.0)
                .filter(|&m| m > 0.0 && m < 100.0);
            stops.extend(bends.filter_map(|m| along.reaches(m)));
        }
        if path.may_be_silent(0.0) {
            path.stops.push(ALMOST_NOTHING);
        }
        path.stops
            .extend(stops.into_iter().filter(|x| *x > 0.0 && *x < 100.0));
        if path.curved {
            let grid = (1..GRID * 4).map(|step| 100.0 * step as f64 / (GRID * 4) as f64);
            path.stops.extend(grid);
        }
        path.stops.sort_by(f64::total_cmp);
        path
    }

    /// Whether nothing is left of a mix, or of the themes, with the slider at `x`.
    fn may_be_silent(&self, x: f64) -> bool {
        (self.shares || self.curved) && x + self.rest <= 0.0
    }

    fn leads(&mut self, x: f64) -> Leads {
        self.levels.quantities[self.slider.quantity] = x;
        self.field.leads_with(self.slider.factor, &self.levels)
    }

    /// Going from `x0` through `stops`: where a rival first catches up.
    fn first_loss(&mut self, x0: f64, stops: impl Iterator<Item = f64>) -> Option<Crossing> {
        let mut from = (x0, self.leads(x0));
        for stop in stops {
            let to = (stop, self.leads(stop));
            let rivals = 0..self.field.rivals.len();
            let lost = rivals.filter(|&rival| to.1[rival] < -EPSILON);
            let crossings = lost.map(|rival| Crossing {
                x: self.root(&from, &to, rival),
                lead: to.1[rival],
                rival,
            });
            if let Some(first) = nearest(x0, crossings) {
                return Some(first);
            }
            from = to;
        }
        None
    }

    /// Where the lead over a rival crosses zero on the way between two stops.
    fn root(&mut self, from: &(f64, Leads), to: &(f64, Leads), rival: usize) -> f64 {
        if self.may_be_silent(from.0) || self.may_be_silent(to.0) {
            // Silence is broken, or falls: the lead jumps.
            return from.0;
        }
        let (a, b) = (from.1[rival].max(0.0), to.1[rival]);
        let share = a / (a - b);
        if self.curved {
            let (mut kept, mut lost) = (from.0, to.0);
            for _ in 0..BISECTIONS {
                let middle = (kept + lost) / 2.0;
                if self.leads(middle)[rival] < 0.0 {
                    lost = middle;
                } else {
                    kept = middle;
                }
            }
            return kept;
        }
        if !self.shares {
            return from.0 + share * (to.0 - from.0);
        }
        let inverse = |x: f64| 1.0 / (x + self.rest);
        let (ua, ub) = (inverse(from.0), inverse(to.0));
        let u = ua + share * (ub - ua);
        (1.0 / u - self.rest).clamp(from.0.min(to.0), from.0.max(to.0))
    }
}
