//! What would change an answer: along each slider and weight, the interval in which the leader
//! stays the leader, and the single changes that unseat it.
//!
//! Between two bends of the curves a lead is linear in the slider (in `1 / sum` for a share), so
//! the ends of the interval have a closed form. Diversity alone is not linear: there the sign
//! change is bracketed on a fine grid and bisected to 1e-9.

use crate::model::{Knowledge, Profile, Reading};

use super::answer::Answer;
use super::field::Field;
use super::inputs::Inputs;

/// What can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// Positions of the factor and of the quantity in it.
    Quantity { factor: usize, quantity: usize },
    /// Position of the factor whose weight is meant.
    Weight { factor: usize },
}

/// Where the leader stays the leader, in points from 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Hold {
    pub low: f64,
    pub high: f64,
    /// Who takes over below `low` and above `high`; `None` where the end of the slider is reached.
    pub below: Option<usize>,
    pub above: Option<usize>,
}

/// One change that unseats the leader.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    pub lever: Lever,
    pub from: f64,
    pub to: f64,
    /// Who leads after it.
    pub alternative: usize,
}

/// The sensitivity of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// `[factor][quantity]`; `None` while the factor is not known or nobody leads.
    pub quantities: Vec<Vec<Option<Hold>>>,
    /// `[factor]`.
    pub weights: Vec<Option<Hold>>,
    /// The smallest change first.
    pub flips: Vec<Flip>,
}

/// Points in each piece of a lead that is not linear.
const GRID: usize = 32;
/// Bisections of a bracket of at most 100 points, to under 1e-9.
pub(super) const BISECTIONS: usize = 40;
/// A share of nothing is not defined: the slider stops just before.
const ALMOST_NOTHING: f64 = 1e-6;

impl Sensitivity {
    pub fn new(knowledge: &Knowledge, profile: &Profile, inputs: &Inputs, answer: &Answer) -> Self {
        let Some(field) = Field::new(knowledge, profile, inputs, answer) else {
            return Self {
                quantities: knowledge
                    .factors
                    .iter()
                    .map(|factor| vec![None; factor.quantities.len()])
                    .collect(),
                weights: vec![None; knowledge.factors.len()],
                flips: Vec::new(),
            };
        };
        let quantities: Vec<Vec<Option<Hold>>> = (0..knowledge.factors.len())
            .map(|factor| {
                (0..knowledge.factors[factor].quantities.len())
                    .map(|quantity| field.hold(factor, quantity))
                    .collect()
            })
            .collect();
        let weights: Vec<Option<Hold>> = (0..knowledge.factors.len())
            .map(|factor| field.weight_hold(profile, factor))
            .collect();
        let flips = field.flips(profile, &quantities, &weights);
        Self {
            quantities,
            weights,
            flips,
        }
    }
}

impl Field<'_> {
    /// Where the leader stays along one slider.
    fn hold(&self, factor: usize, quantity: usize) -> Option<Hold> {
        if self.unknown[factor] {
            return None;
        }
        let path = Path::new(self, factor, quantity);
        let x0 = self.level(factor, quantity);
        let mut hold = Hold {
            low: 0.0,
            high: 100.0,
            below: None,
            above: None,
        };
        let up = path.stops.iter().copied().filter(|&x| x > x0);
        if let Some((x, rival)) = path.first_loss(x0, up) {
            (hold.high, hold.above) = (x, Some(self.rivals[rival]));
        }
        let down = path.stops.iter().rev().copied().filter(|&x| x < x0);
        if let Some((x, rival)) = path.first_loss(x0, down) {
            (hold.low, hold.below) = (x, Some(self.rivals[rival]));
        }
        Some(hold)
    }

    /// Where the leader stays along one weight: its lead has the sign of a straight line.
    fn weight_hold(&self, profile: &Profile, factor: usize) -> Option<Hold> {
        let raw: Vec<f64> = self
            .knowledge
            .factors
            .iter()
            .map(|f| profile.factors.get(&f.id).map_or(0.0, |input| input.weight))
            .collect();
        let now = raw[factor];
        let mut hold = Hold {
            low: 0.0,
            high: 100.0,
            below: None,
            above: None,
        };
        for rival in 0..self.rivals.len() {
            let slope = self.gaps[factor][rival];
            let rest: f64 = (0..raw.len())
                .filter(|&other| other != factor)
                .map(|other| raw[other] * self.gaps[other][rival])
                .sum();
            if slope == 0.0 {
                continue;
            }
            let root = -rest / slope;
            if slope < 0.0 && root >= now && root < hold.high {
                (hold.high, hold.above) = (root, Some(self.rivals[rival]));
            } else if slope > 0.0 && root <= now && root > hold.low {
                (hold.low, hold.below) = (root, Some(self.rivals[rival]));
            }
        }
        Some(hold)
    }

    fn flips(
        &self,
        profile: &Profile,
        quantities: &[Vec<Option<Hold>>],
        weights: &[Option<Hold>],
    ) -> Vec<Flip> {
        let mut flips = Vec::new();
        let mut add = |lever: Lever, from: f64, hold: &Option<Hold>| {
            let Some(hold) = hold else { return };
            // A whole number of points, just past the edge.
            if let Some(alternative) = hold.below {
                let to = (hold.low.ceil() - 1.0).max(0.0);
                flips.push(Flip {
                    lever,
                    from,
                    to,
                    alternative,
                });
            }
            if let Some(alternative) = hold.above {
                let to = (hold.high.floor() + 1.0).min(100.0);
                flips.push(Flip {
                    lever,
                    from,
                    to,
                    alternative,
                });
            }
        };
        for (factor, holds) in quantities.iter().enumerate() {
            for (quantity, hold) in holds.iter().enumerate() {
                let lever = Lever::Quantity { factor, quantity };
                add(lever, self.level(factor, quantity), hold);
            }
        }
        for (factor, hold) in weights.iter().enumerate() {
            let id = &self.knowledge.factors[factor].id;
            let from = profile.factors.get(id).map_or(0.0, |input| input.weight);
            add(Lever::Weight { factor }, from, hold);
        }
        flips.sort_by(|a, b| (a.to - a.from).abs().total_cmp(&(b.to - b.from).abs()));
        flips
    }
}

/// The leads along one slider, cut where a curve bends.
struct Path<'a, 'b> {
    field: &'a Field<'b>,
    factor: usize,
    quantity: usize,
    /// Where pieces end, rising, from one end of the slider to the other.
    stops: Vec<f64>,
    /// Sum of the other quantities: shares are linear in `1 / (x + rest)`.
    rest: f64,
    shares: bool,
    curved: bool,
}

impl<'a, 'b> Path<'a, 'b> {
    fn new(field: &'a Field<'b>, factor: usize, quantity: usize) -> Self {
        let description = &field.knowledge.factors[factor];
        let levels = &field.levels[factor];
        let id = &description.quantities[quantity].id;
        let rest = levels.quantities.iter().sum::<f64>() - levels.quantities[quantity];
        let mut path = Self {
            field,
            factor,
            quantity,
            stops: vec![0.0, 100.0],
            rest,
            shares: false,
            curved: false,
        };
        let level = |of: &str| {
            let position = description.quantities.iter().position(|q| q.id == of);
            position.map_or(0.0, |position| levels.quantities[position])
        };
        let mut stops = Vec::new();
        for response in &field.question.responses {
            if field.knowledge.measure_factor(response.measure_index) != factor {
                continue;
            }
            let bends = response
                .curves
                .iter()
                .flat_map(|curve| curve.points.iter().map(|point| point.0))
                .filter(|&m| m > 0.0 && m < 100.0);
            match &field.knowledge.measure(response.measure_index).reading {
                Reading::Level(read) if read == id => stops.extend(bends),
                Reading::Product { quantities, .. } if quantities.contains(id) => {
                    let others: f64 = quantities
                        .iter()
                        .filter(|other| *other != id)
                        .map(|other| level(other) / 100.0)
                        .product();
                    stops.extend(bends.map(|m| m / others));
                }
                Reading::Share(read) => {
                    path.shares = true;
                    if read == id {
                        stops.extend(bends.map(|m| m * rest / (100.0 - m)));
                    } else {
                        stops.extend(bends.map(|m| 100.0 * level(read) / m - rest));
                    }
                }
                Reading::Diversity => path.curved = true,
                _ => {}
            }
        }
        if (path.shares || path.curved) && rest == 0.0 {
            path.stops[0] = ALMOST_NOTHING;
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

    fn leads(&self, x: f64) -> Vec<f64> {
        self.field.leads_at(self.factor, self.quantity, x)
    }

    /// Going from `x0` through `stops`: where a rival first catches up, and which.
    fn first_loss(&self, x0: f64, stops: impl Iterator<Item = f64>) -> Option<(f64, usize)> {
        let mut from = (x0, self.leads(x0));
        for stop in stops {
            let to = (stop, self.leads(stop));
            let mut nearest: Option<(f64, usize)> = None;
            for rival in 0..to.1.len() {
                if to.1[rival] >= 0.0 {
                    continue;
                }
                let x = self.root(&from, &to, rival);
                if nearest.is_none_or(|(best, _)| (x - x0).abs() < (best - x0).abs()) {
                    nearest = Some((x, rival));
                }
            }
            if nearest.is_some() {
                return nearest;
            }
            from = to;
        }
        None
    }

    fn root(&self, from: &(f64, Vec<f64>), to: &(f64, Vec<f64>), rival: usize) -> f64 {
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
