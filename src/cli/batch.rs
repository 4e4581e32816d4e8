//! Many profiles on all cores, told in the order in which they were given.

use std::ops::ControlFlow;
use std::sync::mpsc::sync_channel;
use std::thread;

/// How many results of one core may wait to be told.
const AHEAD: usize = 16;

/// Works on each item, on all cores, and tells the results in order until it is told to stop; then
/// no further item is begun.
pub(super) fn in_order<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut tell: impl FnMut(R) -> ControlFlow<()>,
) {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let lanes = cores.min(items.len());
    let work = &work;
    thread::scope(|scope| {
        let coming: Vec<_> = (0..lanes)
            .map(|lane| {
                let (send, results) = sync_channel(AHEAD);
                let begun = thread::Builder::new().spawn_scoped(scope, move || {
                    for item in items.iter().skip(lane).step_by(lanes) {
                        if send.send(work(item)).is_err() {
                            // Nobody listens any more.
                            return;
                        }
                    }
                });
                begun.ok().map(|_| results)
            })
            .collect();
        for (place, item) in items.iter().enumerate() {
            let result = match &coming[place % lanes] {
                // A lane without a result has panicked, which goes on when the scope ends.
                Some(lane) => match lane.recv() {
                    Ok(result) => result,
                    Err(_) => return,
                },
                // The system gives no thread for it: this one does that work.
                None => work(item),
            };
            if tell(result).is_break() {
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_order_from_every_core() {
        let items: Vec<usize> = (0..500).collect();
        let seen = Mutex::new(BTreeSet::new());
        let mut told = Vec::new();
        let work = |&item: &usize| {
            let thread = format!("{:?}", thread::current().id());
            seen.lock().unwrap().insert(thread);
            // The earlier ones take longer.
            let long: usize = (0..(500 - item) * 100).sum();
            (item, long)
        };
        in_order(&items, work, |(item, _)| {
            told.push(item);
            ControlFlow::Continue(())
        });
        assert_eq!(told, items);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        assert_eq!(seen.into_inner().unwrap().len(), cores.min(500));
        in_order(&[], |_: &usize| (), |()| panic!("nothing to tell"));
    }

    #[test]
    fn nothing_is_begun_once_it_is_told_to_stop() {
        let items = vec![(); 100_000];
        let begun = AtomicUsize::new(0);
        let mut told = 0;
        let work = |&(): &()| begun.fetch_add(1, Ordering::Relaxed);
        in_order(&items, work, |_| {
            told += 1;
            if told == 3 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        let cores = thread::available_parallelism().map_or(1, usize::from);
        // Of each core: those that wait, one that cannot, and one that was under way.
        let most = told + cores * (AHEAD + 2);
        assert!(begun.into_inner() <= most);
    }
}
