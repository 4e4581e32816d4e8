//! Fits the strength of the curves on known organisations, and says how well that does on others.
//!
//! `cargo run --release --example calibrate` prints, for each question that the cases answer, what
//! is named first and among the first two, log loss, Brier score and reliability: in sample, in
//! ten times five-fold cross-validation with the penalty chosen within each training set, and for
//! three baselines; then how far the cases are from each other. With `--write` the fit replaces the one in `assets/knowledge.ron`.
//!
//! What is fitted is little: one multiplier a curve, drawn to 1 and never turning the judgement's
//! direction; one starting value an alternative, drawn to what surveys say; one scale a question.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program for the terminal that reads and writes files of the source"
)]

mod baselines;
mod descent;
mod model;
mod near;
mod score;
mod task;
mod write;

use std::error::Error;

use attache::model::{AlternativeId, Cases, Knowledge};

use baselines::{Commonest, Judgement, Ridge};
use model::{Fit, PENALTIES, choose};
use score::{Predictions, Scores, folds};
use task::Task;

/// The questions that the cases answer, and what surveys say of their alternatives, in the order of
/// the knowledge base: the attachment from Altimeter 2010 and 2013 and Ragan 2012, the form from
/// Altimeter 2010 and 2012; no survey has the roles.
const SURVEYS: [(&str, &[f64]); 3] = [
    ("attachment", &[0.10, 0.32, 0.42, 0.16]),
    ("form", &[0.10, 0.29, 0.38, 0.21, 0.02]),
    ("role", &[0.25, 0.25, 0.25, 0.25]),
];

/// Times that the cases are cut into folds.
const ROUNDS: u64 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let knowledge = Knowledge::builtin();
    let cases = Cases::parse(&knowledge, "cases.ron", Cases::BUILTIN)
        .map_err(|problems| format!("{problems:?}"))?;
    let mut fits = Vec::new();
    for (id, survey) in SURVEYS {
        let task =
            Task::new(&knowledge, &cases, id, survey).ok_or_else(|| format!("no question {id}"))?;
        fits.push(report(&task));
    }
    near::report(&knowledge, &cases);
    if std::env::args().any(|arg| arg == "--write") {
        write::write(&knowledge, &fits)?;
    }
    Ok(())
}

/// Prints everything about one question, and gives the fit on all cases.
fn report(task: &Task) -> (String, Fit, usize) {
    let all: Vec<usize> = (0..task.count()).collect();
    println!("\n# {} ({} organisations)", task.id, task.count());
    let held_out = |name: &str, predict: &dyn Fn(&[usize], &[usize]) -> Predictions| {
        let [rounds] = cross_validate(task, |train, test| [predict(train, test)]);
        println!("{name:<44} {}", Scores::mean(&rounds, &task.truth));
    };
    held_out("always the commonest", &|train, test| {
        Commonest::new(task, train).predict(test)
    });
    held_out("judgement alone, factors averaged", &|train, test| {
        Judgement::new(task, train).predict(task, test)
    });
    held_out("ridge logistic, penalty chosen within", &|train, test| {
        Ridge::chosen(task, train).predict(task, test)
    });
    for penalty in PENALTIES {
        held_out(&format!("this model, penalty {penalty}"), &|train, test| {
            Fit::new(task, train, penalty).predict(task, test, None)
        });
    }
    let [chosen, first, second] = cross_validate(task, |train, test| {
        let fit = Fit::new(task, train, choose(task, train));
        [None, Some(0), Some(1)].map(|rater| fit.predict(task, test, rater))
    });
    for (name, rounds) in [
        ("this model, penalty chosen within", &chosen),
        ("  the same, tried on rater 1 alone", &first),
        ("  the same, tried on rater 2 alone", &second),
    ] {
        println!("{name:<44} {}", Scores::mean(rounds, &task.truth));
    }
    let sure = task.sure();
    let strict: Vec<Predictions> = chosen.iter().map(|p| p.only(&sure)).collect();
    let truth: Vec<AlternativeId> = sure.iter().map(|&case| task.truth[case]).collect();
    println!(
        "{:<44} {}",
        "  the same, sure ones alone",
        Scores::mean(&strict, &truth)
    );
    println!("  when it says … it is right (cross-validated):");
    for bin in score::reliability(&chosen, &task.truth) {
        println!("    {bin}");
    }
    let penalty = choose(task, &all);
    let fit = Fit::new(task, &all, penalty);
    let in_sample = fit.predict(task, &all, None);
    let scores = Scores::of(&in_sample, &task.truth);
    println!("{:<44} {scores}", format!("in sample, penalty {penalty}"));
    (task.id.clone(), fit, task.count())
}

/// The predictions of each round of five folds, for each of several readings.
fn cross_validate<const N: usize>(
    task: &Task,
    predict: impl Fn(&[usize], &[usize]) -> [Predictions; N],
) -> [Vec<Predictions>; N] {
    let mut rounds = [const { Vec::new() }; N];
    for round in 0..ROUNDS {
        let mut predictions = [const { Predictions::new() }; N];
        for (train, test) in folds(&task.truth, round) {
            for (all, part) in predictions.iter_mut().zip(predict(&train, &test)) {
                all.extend(part);
            }
        }
        for (rounds, predictions) in rounds.iter_mut().zip(predictions) {
            rounds.push(predictions.in_order());
        }
    }
    rounds
}
