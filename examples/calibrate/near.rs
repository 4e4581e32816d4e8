//! How far known organisations are from each other, and how often near ones chose the same.

use attache::analysis::{Comparables, Inputs};
use attache::model::{Case, Cases, Knowledge};

/// Pairs to a line.
const PAIRS: usize = 200;

/// Prints what `near` of the cases rests on. Both of a pair were fitted on.
pub fn report(knowledge: &Knowledge, cases: &Cases) {
    let comparables = Comparables::new(knowledge, cases);
    let attachment = |case: &Case| case.answers.get("attachment").map(|known| known.is.clone());
    let mut nearest = Vec::new();
    let mut pairs = Vec::new();
    for case in &cases.cases {
        let inputs = Inputs::read(knowledge, &case.scenario(knowledge, None));
        let mut others = comparables.distances(&inputs);
        others.retain(|other| !std::ptr::eq(other.case, case));
        others.sort_by(|a, b| a.distance.total_cmp(&b.distance));
        nearest.push([0, 2, 4].map(|rank| others.get(rank).map_or(0.0, |it| it.distance)));
        let agrees = |other: &Case| attachment(other) == attachment(case);
        pairs.extend(others.iter().map(|it| (it.distance, agrees(it.case))));
    }
    println!("\n# distances, in points of fit");
    for (at, name) in ["nearest", "third", "fifth"].into_iter().enumerate() {
        let mut row: Vec<f64> = nearest.iter().map(|ranks| ranks[at]).collect();
        row.sort_by(f64::total_cmp);
        let share = |share: f64| row[((row.len() - 1) as f64 * share) as usize];
        let (low, half, high, most) = (share(0.1), share(0.5), share(0.9), share(1.0));
        println!("{name:<8} tenth {low:.1}, half {half:.1}, nine tenths {high:.1}, all {most:.1}");
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let share = |pairs: &[(f64, bool)]| {
        pairs.iter().filter(|(_, agrees)| *agrees).count() as f64 / pairs.len() as f64
    };
    println!("same attachment: {:.2} of all pairs", share(&pairs));
    for pairs in pairs.chunks(PAIRS) {
        let (from, to) = (pairs[0].0, pairs[pairs.len() - 1].0);
        println!("  {:.2} of those from {from:.1} to {to:.1}", share(pairs));
    }
}
