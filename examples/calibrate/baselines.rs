//! What the model has to beat.

use attache::model::{AlternativeId, Id, List};

use super::descent::minimise;
use super::model::softmax;
use super::score::{Predictions, folds};
use super::task::Task;

fn shares(task: &Task, train: &[usize]) -> List<AlternativeId, f64> {
    let count = |a| train.iter().filter(|&&case| task.truth[case] == a).count();
    task.survey
        .ids()
        .map(|a| (count(a) as f64 + 0.5).ln())
        .collect()
}

/// Says what most of the training cases did, whatever the company.
pub struct Commonest(List<AlternativeId, f64>);

impl Commonest {
    pub fn new(task: &Task, train: &[usize]) -> Self {
        Self(shares(task, train))
    }

    pub fn predict(&self, cases: &[usize]) -> Predictions {
        Predictions::of(cases, |_| {
            let mut row = self.0.clone();
            softmax(&mut row, &List::like(&self.0, true));
            row
        })
    }
}

/// The curves as they were judged, each factor the mean of its measures, with nothing fitted but the
/// scale that makes chances of values.
pub struct Judgement(f64);

impl Judgement {
    pub fn new(task: &Task, train: &[usize]) -> Self {
        let scales = (0..60).map(|step| 1.15_f64.powi(step) / 4.0);
        let truth: Vec<AlternativeId> = train.iter().map(|&case| task.truth[case]).collect();
        let loss =
            |scale: f64| -> f64 { Self(scale).predict(task, train).losses(&truth).iter().sum() };
        let best = scales.min_by(|a, b| loss(*a).total_cmp(&loss(*b)));
        Self(best.unwrap_or(1.0))
    }

    pub fn predict(&self, task: &Task, cases: &[usize]) -> Predictions {
        Predictions::of(cases, |case| {
            let mut row = List::like(&task.survey, 0.0);
            for (k, place) in task.places.iter().enumerate() {
                let value = task.mean.curves[case][k] / task.speaking[case][k];
                row[place.alternative] += self.0 * value / task.reach.len() as f64;
            }
            softmax(&mut row, &task.available[case]);
            row
        })
    }
}

/// Multinomial logistic regression on the plain sliders and options, each drawn to have no effect.
pub struct Ridge {
    centre: Vec<f64>,
    spread: Vec<f64>,
    /// `[alternative · (sliders + 1) + slider]`, the constant last.
    slopes: Vec<f64>,
}

const PENALTIES: [f64; 4] = [3.0, 10.0, 30.0, 100.0];

impl Ridge {
    /// With the penalty that does best in five folds of the training cases.
    pub fn chosen(task: &Task, train: &[usize]) -> Self {
        let truth: Vec<AlternativeId> = train.iter().map(|&case| task.truth[case]).collect();
        let parts = folds(&truth, 77);
        let loss = |penalty: f64| -> f64 {
            let of = |part: &[usize]| part.iter().map(|&i| train[i]).collect::<Vec<_>>();
            let lost = parts.iter().map(|(fit, test)| {
                let part: Vec<AlternativeId> = test.iter().map(|&i| truth[i]).collect();
                let ridge = Self::new(task, &of(fit), penalty);
                ridge
                    .predict(task, &of(test))
                    .losses(&part)
                    .iter()
                    .sum::<f64>()
            });
            lost.sum()
        };
        let best = PENALTIES
            .into_iter()
            .min_by(|a, b| loss(*a).total_cmp(&loss(*b)));
        Self::new(task, train, best.unwrap_or(PENALTIES[0]))
    }

    fn new(task: &Task, train: &[usize], penalty: f64) -> Self {
        let rows: Vec<&Vec<f64>> = train.iter().map(|&case| &task.mean.sliders[case]).collect();
        let (width, count) = (rows[0].len(), rows.len() as f64);
        let mean = |at: usize| rows.iter().map(|row| row[at]).sum::<f64>() / count;
        let centre: Vec<f64> = (0..width).map(mean).collect();
        let spread = (0..width).map(|at| {
            let squares = rows.iter().map(|row| (row[at] - centre[at]).powi(2));
            (squares.sum::<f64>() / count).sqrt().max(1e-6)
        });
        let mut ridge = Self {
            spread: spread.collect(),
            centre,
            slopes: Vec::new(),
        };
        let all: Vec<Vec<f64>> = rows.iter().map(|row| ridge.standard(row)).collect();
        let size = task.survey.len() * (width + 1);
        let bounds = vec![(-50.0, 50.0); size];
        ridge.slopes = minimise(&vec![0.0; size], &bounds, |x, gradient| {
            gradient.fill(0.0);
            let mut loss = 0.0;
            for (&case, row) in train.iter().zip(&all) {
                let chances = chances(x, row, &task.available[case]);
                loss -= chances[task.truth[case]].max(1e-12).ln();
                for (a, chance) in chances.pairs() {
                    let off = chance - f64::from(u8::from(a == task.truth[case]));
                    for (at, value) in row.iter().enumerate() {
                        gradient[a.place() * row.len() + at] += off * value;
                    }
                }
            }
            for at in (0..size).filter(|at| at % (width + 1) != width) {
                loss += penalty / 2.0 * x[at] * x[at];
                gradient[at] += penalty * x[at];
            }
            loss
        });
        ridge
    }

    fn standard(&self, row: &[f64]) -> Vec<f64> {
        let scaled = row.iter().zip(&self.centre).zip(&self.spread);
        let mut row: Vec<f64> = scaled.map(|((x, mean), sd)| (x - mean) / sd).collect();
        row.push(1.0);
        row
    }

    pub fn predict(&self, task: &Task, cases: &[usize]) -> Predictions {
        Predictions::of(cases, |case| {
            let row = self.standard(&task.mean.sliders[case]);
            chances(&self.slopes, &row, &task.available[case])
        })
    }
}

fn chances(
    slopes: &[f64],
    row: &[f64],
    available: &List<AlternativeId, bool>,
) -> List<AlternativeId, f64> {
    let dot = |slopes: &[f64]| slopes.iter().zip(row).map(|(s, x)| s * x).sum();
    let mut scores: List<_, f64> = slopes.chunks(row.len()).map(dot).collect();
    softmax(&mut scores, available);
    scores
}
