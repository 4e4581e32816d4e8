//! Minimises a function within a box: spectral projected gradient (Birgin, Martínez & Raydan, 2000).

const ROUNDS: usize = 200;
/// Values that a step must beat: the worst of the last few, so that steps may be long.
const MEMORY: usize = 8;
const STILL: f64 = 1e-5;

/// Where `f`, which gives its value and fills its gradient, is least from `start` on.
pub fn minimise(
    start: &[f64],
    bounds: &[(f64, f64)],
    f: impl Fn(&[f64], &mut [f64]) -> f64,
) -> Vec<f64> {
    let project = |x: f64, at: usize| x.clamp(bounds[at].0, bounds[at].1);
    let mut x: Vec<f64> = start
        .iter()
        .enumerate()
        .map(|(i, &v)| project(v, i))
        .collect();
    let mut gradient = vec![0.0; x.len()];
    let mut recent = vec![f(&x, &mut gradient)];
    let mut best = (recent[0], x.clone());
    let mut length = 0.1;
    for _ in 0..ROUNDS {
        let step: Vec<f64> = (0..x.len())
            .map(|i| project(x[i] - length * gradient[i], i) - x[i])
            .collect();
        if step.iter().all(|s| s.abs() < STILL) {
            break;
        }
        let slope: f64 = step.iter().zip(&gradient).map(|(s, g)| s * g).sum();
        let worst = recent.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut part = 1.0;
        let mut next = vec![0.0; x.len()];
        let (to, value) = loop {
            let to: Vec<f64> = x.iter().zip(&step).map(|(x, s)| x + part * s).collect();
            let value = f(&to, &mut next);
            if value <= worst + 1e-4 * part * slope || part < 1e-6 {
                break (to, value);
            }
            part /= 2.0;
        };
        let (mut moved, mut bent) = (0.0, 0.0);
        for i in 0..x.len() {
            let s = to[i] - x[i];
            moved += s * s;
            bent += s * (next[i] - gradient[i]);
        }
        length = if bent > 0.0 {
            (moved / bent).clamp(1e-4, 1e3)
        } else {
            1.0
        };
        x = to;
        gradient = next;
        if value < best.0 {
            best = (value, x.clone());
        }
        recent.push(value);
        if recent.len() > MEMORY {
            recent.remove(0);
        }
    }
    best.1
}
