//! Work in parts, done by as many threads as the system gives: where it gives none, by this one alone.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// Works on each part, in this thread and up to so many in all; gives the results in the order of the parts.
pub(super) fn together<T: Send, R: Send>(
    threads: usize,
    parts: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let waiting = Mutex::new(parts.enumerate());
    let next = || {
        waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .next()
    };
    let help = || {
        let mut done = Vec::new();
        while let Some((place, part)) = next() {
            done.push((place, work(part)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads)
            .map_while(|_| thread::Builder::new().spawn_scoped(scope, help).ok())
            .collect();
        let mut done = help();
        for helper in helpers {
            match helper.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_however_many_threads_there_are() {
        let wanted: Vec<usize> = (0..200).map(|part| part * part).collect();
        for threads in [0, 1, 2, 7] {
            assert_eq!(together(threads, 0..200, |part| part * part), wanted);
        }
        assert_eq!(together(4, [].into_iter(), |part: usize| part), [0; 0]);
    }
}
