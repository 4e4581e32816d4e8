//! The smallest change of several sliders at once that unseats the leader, by linear programmes.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome};

use crate::model::{Knowledge, Scenario};

use super::answer::Answer;
use super::field::Field;
use super::inputs::Inputs;
use super::sensitivity::{BISECTIONS, Flip, Lever};

/// Changes that together unseat the leader, the largest of them as small as can be (a Chebyshev
/// radius).
#[derive(Clone, Debug, PartialEq)]
pub struct JointFlip {
    /// The largest change, in points of the sliders.
    pub radius: f64,
    /// The sliders that move, each from where it is to where it must be.
    pub moves: Vec<Flip>,
    /// Who leads once they have moved.
    pub alternative: usize,
}

/// The smallest change of several sliders at once, by a linear programme: no slider moves by more
/// than `radius`, and `radius` is least. Leads are linear piece by piece, so the programme is
/// solved again where its solution lands, and the change kept is one that truly unseats the leader.
pub fn smallest_joint(
    knowledge: &Knowledge,
    scenario: &Scenario,
    inputs: &Inputs,
    answer: &Answer,
) -> Option<JointFlip> {
    const ROUNDS: usize = 2;
    let field = Field::new(knowledge, scenario, inputs, answer)?;
    let levers = field.levers();
    let start: Vec<f64> = levers.iter().map(|&(f, q)| field.level(f, q)).collect();
    let mut best: Option<(f64, Vec<f64>, usize)> = None;
    for rival in 0..field.rivals.len() {
        let mut at = start.clone();
        for _ in 0..ROUNDS {
            let Some(target) = field.programme(&levers, &start, &at, rival) else {
                break;
            };
            if let Some(point) = field.first_flip(&levers, &start, &target) {
                let radius = distance(&start, &point);
                if best.as_ref().is_none_or(|(least, _, _)| radius < *least) {
                    let leads = field.leads(&levers, &point);
                    let alternative = field.rivals[lowest(&leads)];
                    best = Some((radius, point, alternative));
                }
            }
            at = target;
        }
    }
    let (radius, point, alternative) = best?;
    let moves = levers
        .iter()
        .zip(start.iter().zip(&point))
        .filter(|(_, (from, to))| (*to - *from).abs() > 1e-9)
        .map(|(&(factor, quantity), (&from, &to))| Flip {
            lever: Lever::Quantity { factor, quantity },
            from,
            to,
            alternative,
        })
        .collect();
    Some(JointFlip {
        radius,
        moves,
        alternative,
    })
}

fn distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter()
        .zip(b)
        .map(|(a, b)| (a - b).abs())
        .fold(0.0, f64::max)
}

fn lowest(values: &[f64]) -> usize {
    (0..values.len())
        .min_by(|&a, &b| values[a].total_cmp(&values[b]))
        .unwrap_or_default()
}

impl Field<'_> {
    /// Solves: least `radius` such that, to first order at `at`, `rival` catches up.
    fn programme(
        &self,
        levers: &[(usize, usize)],
        start: &[f64],
        at: &[f64],
        rival: usize,
    ) -> Option<Vec<f64>> {
        const STEP: f64 = 1e-4;
        let mut levels = self.levels.clone();
        for (&(factor, quantity), &x) in levers.iter().zip(at) {
            levels[factor].quantities[quantity] = x;
        }
        let here = self.leads(levers, at)[rival];
        let gaps: Vec<f64> = (0..levels.len())
            .map(|factor| self.factor_gaps(factor, &levels[factor])[rival])
            .collect();
        let slopes: Vec<f64> = levers
            .iter()
            .map(|&(factor, quantity)| {
                let x = levels[factor].quantities[quantity];
                // Within the slider, and towards its middle where it stands at an end.
                let step = if x > 50.0 { -STEP } else { STEP };
                let mut moved = levels[factor].clone();
                moved.quantities[quantity] = x + step;
                let gap = self.factor_gaps(factor, &moved)[rival] - gaps[factor];
                self.weights[factor] * gap / step
            })
            .collect();
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let radius = problem.add_var(1.0, (0.0, 100.0));
        let mut terms = Vec::with_capacity(levers.len());
        let mut rest = here;
        for ((slope, &x0), &x) in slopes.iter().zip(start).zip(at) {
            let target = problem.add_var(0.0, (0.0, 100.0));
            let farther = [(target, 1.0), (radius, -1.0)];
            problem.add_constraint(farther, ComparisonOp::Le, x0);
            let nearer = [(target, 1.0), (radius, 1.0)];
            problem.add_constraint(nearer, ComparisonOp::Ge, x0);
            terms.push((target, *slope));
            rest -= slope * x;
        }
        problem.add_constraint(terms.as_slice(), ComparisonOp::Le, -rest);
        let SolveOutcome::Solution(solution) = problem.solve().ok()? else {
            return None;
        };
        Some(terms.iter().map(|(target, _)| solution[*target]).collect())
    }

    /// On the way from `start` to `target` and a little further: the first point at which the
    /// leader is caught up with.
    fn first_flip(
        &self,
        levers: &[(usize, usize)],
        start: &[f64],
        target: &[f64],
    ) -> Option<Vec<f64>> {
        let point = |t: f64| -> Vec<f64> {
            start
                .iter()
                .zip(target)
                .map(|(from, to)| (from + t * (to - from)).clamp(0.0, 100.0))
                .collect()
        };
        // Past equality, so that somebody leads.
        let lost = |t: f64| {
            self.leads(levers, &point(t))
                .iter()
                .any(|&lead| lead < -1e-8)
        };
        let mut high = [1.0 + 1e-6, 1.1, 1.5, 2.0].into_iter().find(|&t| lost(t))?;
        let mut low = 0.0;
        for _ in 0..BISECTIONS {
            let middle = (low + high) / 2.0;
            if lost(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(point(high))
    }
}
