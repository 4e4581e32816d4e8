//! The value model of the engine with the strength of its curves fitted: chances are the softmax of
//! `base_a + scale · Σ_f reach_f · Σ_c times_c · curve_c / swing_f`.

use attache::model::{AlternativeId, FactorId, Id, List};

use super::descent::minimise;
use super::score::{Predictions, folds};
use super::task::{Corner, Task};

/// Penalties on a curve's departure from the judgement, the simplest fit first.
pub const PENALTIES: [f64; 4] = [3.0, 1.0, 0.3, 0.1];
/// On the departure of a starting value from the surveys.
const BASE_PENALTY: f64 = 1.0;
/// On the scale: the facts behind the cases were gathered by someone who knew how they ended, so that chances
/// had better be modest.
const SCALE_PENALTY: f64 = 0.75;
/// Holds the swing of each factor near that of the judgement, which nothing else does.
const GAUGE: f64 = 1.0;
/// What a second defensible reading counts for, in training.
const OTHER: f64 = 0.3;

pub struct Fit {
    /// By curve.
    pub times: Vec<f64>,
    /// By alternative, in nats.
    pub bases: List<AlternativeId, f64>,
    /// Nats that a factor of reach 1 makes from one end to the other.
    pub scale: f64,
}

/// The simplest penalty whose loss in cross-validation is within one standard error of the least.
pub fn choose(task: &Task, cases: &[usize]) -> f64 {
    let truth: Vec<AlternativeId> = cases.iter().map(|&case| task.truth[case]).collect();
    let losses: Vec<Vec<f64>> = PENALTIES
        .iter()
        .map(|&penalty| {
            let mut sum = vec![0.0; cases.len()];
            for (train, test) in folds(&truth, 1000) {
                let of = |part: &[usize]| part.iter().map(|&i| cases[i]).collect::<Vec<_>>();
                let fit = Fit::new(task, &of(&train), penalty);
                let part: Vec<AlternativeId> = test.iter().map(|&i| truth[i]).collect();
                let lost = fit.predict(task, &of(&test), None).losses(&part);
                for (&i, loss) in test.iter().zip(lost) {
                    sum[i] += loss;
                }
            }
            sum
        })
        .collect();
    let total = |losses: &Vec<f64>| losses.iter().sum::<f64>();
    let Some(best) = losses.iter().min_by(|a, b| total(a).total_cmp(&total(b))) else {
        return PENALTIES[0];
    };
    let count = cases.len() as f64;
    let near = losses.iter().position(|losses| {
        let apart: Vec<f64> = losses.iter().zip(best).map(|(a, b)| a - b).collect();
        let mean = apart.iter().sum::<f64>() / count;
        let spread: f64 = apart.iter().map(|d| (d - mean).powi(2)).sum();
        mean <= (spread / (count * (count - 1.0))).sqrt()
    });
    near.map_or(PENALTIES[0], |at| PENALTIES[at])
}

impl Fit {
    pub fn new(task: &Task, cases: &[usize], penalty: f64) -> Self {
        let (curves, alternatives) = (task.places.len(), task.survey.len());
        let judged = swings(task, &vec![1.0; curves]);
        let mut start = vec![1.0; curves];
        start.extend(&task.survey);
        start.push(0.5);
        let mut bounds: Vec<(f64, f64)> = task.places.iter().map(|place| place.bounds).collect();
        bounds.extend(vec![(-10.0, 10.0); alternatives]);
        bounds.push((-3.0, 3.0));
        let targets: Vec<List<_, f64>> = cases.iter().map(|&case| target(task, case)).collect();
        let found = minimise(&start, &bounds, |x, gradient| {
            loss(task, cases, &targets, &judged, penalty, x, gradient)
        });
        Self {
            times: found[..curves].to_vec(),
            bases: found[curves..curves + alternatives]
                .iter()
                .copied()
                .collect(),
            scale: found[curves + alternatives].exp(),
        }
    }

    pub fn predict(&self, task: &Task, cases: &[usize], rater: Option<usize>) -> Predictions {
        let swings = swings(task, &self.times);
        let strengths: Vec<f64> = (0..task.places.len())
            .map(|k| {
                let factor = task.places[k].factor;
                self.scale * task.reach[factor] * self.times[k] / swings[factor].width
            })
            .collect();
        let rows = &task.reading(rater).curves;
        Predictions::of(cases, |case| {
            chances(task, case, &rows[case], &strengths, self.bases.clone())
        })
    }
}

fn target(task: &Task, case: usize) -> List<AlternativeId, f64> {
    let mut target = List::like(&task.survey, 0.0);
    target[task.truth[case]] = 1.0;
    if let Some(other) = task.other[case] {
        target[task.truth[case]] -= OTHER;
        target[other] += OTHER;
    }
    target
}

/// The chances of a case, from the base of each alternative.
fn chances(
    task: &Task,
    case: usize,
    row: &[f64],
    strengths: &[f64],
    mut scores: List<AlternativeId, f64>,
) -> List<AlternativeId, f64> {
    for ((place, value), strength) in task.places.iter().zip(row).zip(strengths) {
        scores[place.alternative] += strength * value;
    }
    softmax(&mut scores, &task.available[case]);
    scores
}

/// Scores into chances; what is not available has none.
pub fn softmax(scores: &mut List<AlternativeId, f64>, available: &List<AlternativeId, bool>) {
    let open = |(score, &open): (&f64, &bool)| if open { *score } else { f64::NEG_INFINITY };
    let most = scores
        .iter()
        .zip(available)
        .map(open)
        .fold(f64::NEG_INFINITY, f64::max);
    let mut sum = 0.0;
    for (score, &available) in scores.iter_mut().zip(available) {
        *score = if available {
            (*score - most).exp()
        } else {
            0.0
        };
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

/// The swing of one factor, and how it grows with the strength of each curve.
struct Swing {
    width: f64,
    slopes: Vec<(usize, f64)>,
}

/// The widest swing of the lead of one alternative over another, as the engine has it.
fn swings(task: &Task, times: &[f64]) -> List<FactorId, Swing> {
    let of = |corners: &Vec<Corner>| {
        let values: Vec<List<AlternativeId, f64>> = corners
            .iter()
            .map(|corner| {
                let mut values = List::like(&task.survey, 0.0);
                for &(curve, value) in corner {
                    values[task.places[curve].alternative] += times[curve] * value;
                }
                values
            })
            .collect();
        let mut swing = Swing {
            width: 1e-9,
            slopes: Vec::new(),
        };
        let mut widest = None;
        for a in task.survey.ids() {
            for b in task.survey.ids().take_while(|&b| b < a) {
                let lead = |&corner: &usize| values[corner][a] - values[corner][b];
                let order = |x: &usize, y: &usize| lead(x).total_cmp(&lead(y));
                let all = || 0..values.len();
                if let (Some(low), Some(high)) = (all().min_by(order), all().max_by(order)) {
                    let width = lead(&high) - lead(&low);
                    if width > swing.width {
                        swing.width = width;
                        widest = Some((a, b, low, high));
                    }
                }
            }
        }
        let Some((a, b, low, high)) = widest else {
            return swing;
        };
        for (corner, sign) in [(high, 1.0), (low, -1.0)] {
            for &(curve, value) in &corners[corner] {
                let side = match task.places[curve].alternative {
                    of if of == a => sign,
                    of if of == b => -sign,
                    _ => continue,
                };
                swing.slopes.push((curve, side * value));
            }
        }
        swing
    };
    task.corners.iter().map(of).collect()
}

/// The penalised loss at `x` (times, bases, logarithm of the scale), and its gradient.
fn loss(
    task: &Task,
    cases: &[usize],
    targets: &[List<AlternativeId, f64>],
    judged: &List<FactorId, Swing>,
    penalty: f64,
    x: &[f64],
    gradient: &mut [f64],
) -> f64 {
    let (curves, alternatives) = (task.places.len(), task.survey.len());
    let (times, rest) = x.split_at(curves);
    let bases: List<AlternativeId, f64> = rest[..alternatives].iter().copied().collect();
    let scale = rest[alternatives].exp();
    let swings = swings(task, times);
    // The strength of a curve, and that of the judgement at the same reach.
    let gains: Vec<f64> = (0..curves)
        .map(|k| {
            let factor = task.places[k].factor;
            scale * task.reach[factor] / swings[factor].width
        })
        .collect();
    let relative = |factor: FactorId| swings[factor].width / judged[factor].width;
    let strengths: Vec<f64> = (0..curves).map(|k| times[k] * gains[k]).collect();
    gradient.fill(0.0);
    let mut by_strength = vec![0.0; curves];
    let mut loss = 0.0;
    for (&case, target) in cases.iter().zip(targets) {
        let row = &task.mean.curves[case];
        let chances = chances(task, case, row, &strengths, bases.clone());
        for a in bases.ids() {
            if target[a] > 0.0 {
                loss -= target[a] * chances[a].max(1e-12).ln();
            }
            gradient[curves + a.place()] += chances[a] - target[a];
        }
        for (k, place) in task.places.iter().enumerate() {
            by_strength[k] += row[k] * (chances[place.alternative] - target[place.alternative]);
        }
    }
    // Strengths depend on times directly, through the swing, and on the scale.
    let mut by_width = List::like(&task.reach, 0.0);
    for k in 0..curves {
        let factor = task.places[k].factor;
        gradient[k] += by_strength[k] * gains[k];
        by_width[factor] -= by_strength[k] * strengths[k] / swings[factor].width;
        gradient[curves + alternatives] += by_strength[k] * strengths[k];
        // Departure from the judgement, at equal reach.
        let times = times[k] / relative(factor);
        loss += penalty / 2.0 * (times - 1.0).powi(2);
        gradient[k] += penalty * (times - 1.0) / relative(factor);
        by_width[factor] -= penalty * (times - 1.0) * times / swings[factor].width;
    }
    for (factor, swing) in swings.pairs() {
        if swing.slopes.is_empty() {
            continue;
        }
        let off = relative(factor) - 1.0;
        loss += GAUGE / 2.0 * off * off;
        by_width[factor] += GAUGE * off / judged[factor].width;
        for &(curve, slope) in &swing.slopes {
            gradient[curve] += by_width[factor] * slope;
        }
    }
    for a in bases.ids() {
        let off = bases[a] - task.survey[a];
        loss += BASE_PENALTY / 2.0 * off * off;
        gradient[curves + a.place()] += BASE_PENALTY * off;
    }
    loss += SCALE_PENALTY / 2.0 * scale * scale;
    gradient[curves + alternatives] += SCALE_PENALTY * scale * scale;
    loss
}
