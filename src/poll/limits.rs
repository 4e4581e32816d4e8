//! What a device, an address and all of them may ask.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::{Duration, Instant};

/// Callers that are remembered.
const REMEMBERED: usize = 4_096;

/// What is allowed. The usual is meant for a room of a few hundred phones.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Time for the head of a request.
    pub head: Duration,
    /// Time for its body.
    pub body: Duration,
    /// Time for all of it, the answer included.
    pub whole: Duration,
    /// Connections at once.
    pub connections: usize,
    /// Connections at once from one address.
    pub per_address: usize,
    /// Requests of one address.
    pub requests: Rate,
    /// Requests of one address for what is not here.
    pub guesses: Rate,
    /// Ballots of one device.
    pub ballots: Rate,
    /// How often the networks of the computer are looked at.
    pub look_every: Duration,
}

/// So many at once, then so many a second.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// At once.
    pub burst: f64,
    /// A second, after that.
    pub per_second: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(5),
            body: Duration::from_secs(5),
            whole: Duration::from_secs(15),
            connections: 512,
            per_address: 16,
            requests: Rate {
                burst: 60.0,
                per_second: 5.0,
            },
            guesses: Rate {
                burst: 20.0,
                per_second: 1.0 / 3.0,
            },
            ballots: Rate {
                burst: 10.0,
                per_second: 0.5,
            },
            look_every: Duration::from_secs(2),
        }
    }
}

/// What each caller has left (a bucket of tokens each).
pub(super) struct Buckets<K> {
    rate: Rate,
    left: HashMap<K, (f64, Instant)>,
}

impl<K: Hash + Eq> Buckets<K> {
    pub fn new(rate: Rate) -> Self {
        Self {
            rate,
            left: HashMap::new(),
        }
    }

    /// Whether this caller has one left.
    pub fn has(&self, caller: &K, now: Instant) -> bool {
        self.left(caller, now) >= 1.0
    }

    /// Takes one from this caller; `false` where none is left, or too many are remembered.
    pub fn take(&mut self, caller: K, now: Instant) -> bool {
        if self.left.len() >= REMEMBERED && !self.left.contains_key(&caller) {
            let Rate { burst, per_second } = self.rate;
            self.left.retain(|_, (left, since)| {
                *left + per_second * now.saturating_duration_since(*since).as_secs_f64() < burst
            });
            if self.left.len() >= REMEMBERED {
                return false;
            }
        }
        let left = self.left(&caller, now);
        let taken = left >= 1.0;
        let left = if taken { left - 1.0 } else { left };
        self.left.insert(caller, (left, now));
        taken
    }

    fn left(&self, caller: &K, now: Instant) -> f64 {
        let Rate { burst, per_second } = self.rate;
        self.left.get(caller).map_or(burst, |(left, since)| {
            let passed = now.saturating_duration_since(*since).as_secs_f64();
            (left + per_second * passed).min(burst)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_comes_back_with_time_and_never_exceeds_the_burst() {
        let rate = Rate {
            burst: 2.0,
            per_second: 0.5,
        };
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut buckets = Buckets::new(rate);
        assert!(buckets.take(1, at(0)) && buckets.take(1, at(0)));
        assert!(!buckets.take(1, at(1)));
        assert!(buckets.take(2, at(1)), "another caller is not concerned");
        assert!(buckets.take(1, at(2)));
        assert!(!buckets.has(&1, at(3)) && buckets.has(&1, at(4)));
        assert!(buckets.take(1, at(600)) && buckets.take(1, at(600)));
        assert!(!buckets.take(1, at(600)));
    }

    #[test]
    fn many_callers_are_forgotten_when_they_have_all_back() {
        let rate = Rate {
            burst: 1.0,
            per_second: 1.0,
        };
        let start = Instant::now();
        let mut buckets = Buckets::new(rate);
        for caller in 0..REMEMBERED {
            assert!(buckets.take(caller, start));
        }
        assert!(!buckets.take(REMEMBERED, start), "no room for another");
        assert!(buckets.take(REMEMBERED, start + Duration::from_secs(1)));
        assert_eq!(buckets.left.len(), 1);
    }
}
