//! The end of the session, as systems tell it to programs: by a signal. The window then closes and asks
//! nothing, for nobody would be there to answer; the copy of unsaved work stays, and is the newest.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the end has come.
#[derive(Default)]
pub struct Ending(Arc<AtomicBool>);

impl Ending {
    /// Watches for the end from now on; `wake` is called, from another thread, when it comes.
    pub fn watch(wake: impl Fn() + Send + 'static) -> Self {
        let come = Arc::new(AtomicBool::new(false));
        signals::watch(come.clone(), wake);
        Self(come)
    }

    pub fn has_come(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

#[cfg(unix)]
mod signals {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// How long the window has to end by itself.
    const PATIENCE: Duration = Duration::from_secs(5);

    pub fn watch(come: Arc<AtomicBool>, wake: impl Fn() + Send + 'static) {
        // What whoever started the program has it not hear, as `nohup` does, stays unheard.
        #[expect(clippy::disallowed_methods, reason = "the system's own words are few")]
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let unheard = unheard(&status);
        let heard = [SIGHUP, SIGINT, SIGTERM]
            .into_iter()
            .filter(|signal| unheard >> (signal - 1) & 1 == 0);
        // Unwatched, a signal ends the program at once, and the copy may be a second old.
        let Ok(mut signals) = Signals::new(heard) else {
            return;
        };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                come.store(true, Ordering::Relaxed);
                wake();
                std::thread::sleep(PATIENCE);
                let _ = emulate_default_handler(signal);
            }
        });
    }

    /// The signals that a program ignores from its start, the first one in the last bit, as Linux tells of
    /// it; other systems tell nothing.
    fn unheard(status: &str) -> u64 {
        let mut lines = status.lines();
        let told = lines.find_map(|line| line.strip_prefix("SigIgn:"));
        told.and_then(|told| u64::from_str_radix(told.trim(), 16).ok())
            .unwrap_or(0)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn what_a_program_is_started_not_to_hear_is_known() {
            let status = |told: &str| format!("SigBlk:\tffff\n{told}\nSigCgt:\tffff\n");
            let told = |text: &str| unheard(&status(text));
            assert_eq!(
                told("SigIgn:\t0000000000001001"),
                1 << (SIGHUP - 1) | 1 << 12
            );
            assert_eq!(told("SigIgn:\t0000000000000002"), 1 << (SIGINT - 1));
            assert_eq!(told("SigIgn:\t0000000000004000"), 1 << (SIGTERM - 1));
            assert_eq!(told("SigIgn:\t0000000000000000"), 0);
            assert_eq!(told("SigIgn: -"), 0);
            assert_eq!(unheard(""), 0);
        }
    }
}

#[cfg(not(unix))]
mod signals {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    pub fn watch(_come: Arc<AtomicBool>, _wake: impl Fn() + Send + 'static) {}
}
