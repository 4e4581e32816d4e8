//! Weights from an order of importance.

/// The weights of `count` factors of which only the order is known, the most important first; they sum
/// to 1. They are the mean of all weights that stand in that order: rank-order centroid weights
/// (Barron & Barrett, *Management Science* 42(11), 1996).
pub fn rank_order_centroid(count: usize) -> Vec<f64> {
    let n = count as f64;
    let tail = |rank: usize| (rank..=count).map(|k| 1.0 / k as f64).sum::<f64>() / n;
    (1..=count).map(tail).collect()
}
