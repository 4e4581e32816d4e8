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
        // Unwatched, a signal ends the program at once, and the copy may be a second old.
        let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
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
}

#[cfg(not(unix))]
mod signals {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    pub fn watch(_come: Arc<AtomicBool>, _wake: impl Fn() + Send + 'static) {}
}
