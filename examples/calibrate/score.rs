//! How good predictions are, and on which cases they are tried.

use std::collections::BTreeSet;
use std::fmt;

use attache::model::{AlternativeId, List};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

const FOLDS: usize = 5;
/// A prediction is never charged for less than this chance.
const LEAST: f64 = 1e-3;

/// A case, and the chances of its alternatives.
type Row = (usize, List<AlternativeId, f64>);

/// Chances of the alternatives, by case.
#[derive(Clone)]
pub struct Predictions {
    rows: Vec<Row>,
}

impl Predictions {
    pub const fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// By case, as `row` has it.
    pub fn of(cases: &[usize], row: impl Fn(usize) -> List<AlternativeId, f64>) -> Self {
        Self {
            rows: cases.iter().map(|&case| (case, row(case))).collect(),
        }
    }

    pub fn extend(&mut self, part: Self) {
        self.rows.extend(part.rows);
    }

    pub fn in_order(mut self) -> Self {
        self.rows.sort_by_key(|(case, _)| *case);
        self
    }

    /// Those of some cases, given that all are there in order.
    pub fn only(&self, cases: &[usize]) -> Self {
        Self {
            rows: cases.iter().map(|&case| self.rows[case].clone()).collect(),
        }
    }

    /// Loss of each row, in nats.
    pub fn losses(&self, truth: &[AlternativeId]) -> Vec<f64> {
        let loss = |(row, &truth): (&Row, &AlternativeId)| -row.1[truth].max(LEAST).ln();
        self.rows.iter().zip(truth).map(loss).collect()
    }
}

/// The mean of four scores over cases.
#[derive(Clone, Copy, Default)]
pub struct Scores {
    first: f64,
    two: f64,
    loss: f64,
    brier: f64,
}

impl Scores {
    /// Rows and truths stand in the same order.
    pub fn of(predictions: &Predictions, truth: &[AlternativeId]) -> Self {
        let mut sum = Self::default();
        let share = 1.0 / truth.len() as f64;
        for ((_, row), &truth) in predictions.rows.iter().zip(truth) {
            let above = row.iter().filter(|&&p| p > row[truth]).count();
            sum.first += share * f64::from(u8::from(above == 0));
            sum.two += share * f64::from(u8::from(above < 2));
            let square =
                |(a, p): (AlternativeId, &f64)| (p - f64::from(u8::from(a == truth))).powi(2);
            sum.brier += share * row.pairs().map(square).sum::<f64>();
        }
        sum.loss = predictions.losses(truth).iter().sum::<f64>() * share;
        sum
    }

    pub fn mean(rounds: &[Predictions], truth: &[AlternativeId]) -> Self {
        let mut mean = Self::default();
        for round in rounds {
            let scores = Self::of(round, truth);
            let share = 1.0 / rounds.len() as f64;
            mean.first += share * scores.first;
            mean.two += share * scores.two;
            mean.loss += share * scores.loss;
            mean.brier += share * scores.brier;
        }
        mean
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "first {:4.1} %  first two {:4.1} %  log loss {:.3}  Brier {:.3}",
            100.0 * self.first,
            100.0 * self.two,
            self.loss,
            self.brier
        )
    }
}

/// Pairs of training and test cases, in which each answer has its share of every fold.
pub fn folds(truth: &[AlternativeId], seed: u64) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut fold_of = vec![0; truth.len()];
    let mut next = 0;
    for answer in truth.iter().copied().collect::<BTreeSet<_>>() {
        let mut mine: Vec<usize> = (0..truth.len()).filter(|&i| truth[i] == answer).collect();
        mine.shuffle(&mut random);
        for case in mine {
            fold_of[case] = next % FOLDS;
            next += 1;
        }
    }
    (0..FOLDS)
        .map(|fold| (0..truth.len()).partition(|&case| fold_of[case] != fold))
        .collect()
}

/// A range of said chances: how often the first-named was right there.
pub struct Bin {
    low: f64,
    high: f64,
    cases: f64,
    said: f64,
    right: f64,
}

impl fmt::Display for Bin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:3.0}-{:3.0} %: said {:4.1} %, right {:4.1} % ({:.1} cases a round)",
            100.0 * self.low,
            100.0 * self.high,
            100.0 * self.said / self.cases,
            100.0 * self.right / self.cases,
            self.cases
        )
    }
}

/// Said and right, for the alternative named first, by what was said; empty ranges are left out.
pub fn reliability(rounds: &[Predictions], truth: &[AlternativeId]) -> Vec<Bin> {
    let ends = [0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
    let mut bins: Vec<Bin> = ends
        .windows(2)
        .map(|ends| Bin {
            low: ends[0],
            high: ends[1],
            cases: 0.0,
            said: 0.0,
            right: 0.0,
        })
        .collect();
    let share = 1.0 / rounds.len() as f64;
    for round in rounds {
        for ((_, row), &truth) in round.rows.iter().zip(truth) {
            let said = row.iter().copied().fold(0.0, f64::max);
            if let Some(bin) = bins.iter_mut().find(|bin| said <= bin.high) {
                bin.cases += share;
                bin.said += share * said;
                bin.right += share * f64::from(u8::from(row[truth] >= said));
            }
        }
    }
    bins.retain(|bin| bin.cases > 0.0);
    bins
}
