//! Taking back a question that the system's dialog asks: nobody waits for its answer any more.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Shared by who asked and by the thread that waits for the dialog.
#[derive(Clone, Default)]
pub struct Recall(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    taken_back: bool,
    /// Takes away the dialog that is open.
    close: Option<Box<dyn FnOnce() + Send>>,
}

#[cfg_attr(
    any(windows, target_os = "macos"),
    allow(dead_code, reason = "dialogs there cannot be taken away")
)]
impl Recall {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether an answer is still wanted.
    pub fn is_wanted(&self) -> bool {
        !self.state().taken_back
    }

    /// From now on the dialog is taken away by `close`; at once, where it is not wanted any more.
    pub fn by(&self, close: impl FnOnce() + Send + 'static) {
        let mut state = self.state();
        if !state.taken_back {
            state.close = Some(Box::new(close));
            return;
        }
        drop(state);
        close();
    }

    /// Takes the question back.
    pub fn take_back(&self) {
        let mut state = self.state();
        state.taken_back = true;
        let close = state.close.take();
        drop(state);
        if let Some(close) = close {
            close();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::Recall;

    #[test]
    fn a_dialog_goes_whether_it_appears_before_or_after_it_is_taken_back() {
        for early in [false, true] {
            let (recall, (tell, closed)) = (Recall::default(), channel());
            let by = {
                let recall = recall.clone();
                move || recall.by(move || tell.send(()).unwrap())
            };
            assert!(recall.is_wanted());
            if early {
                recall.take_back();
                by();
            } else {
                by();
                assert!(closed.try_recv().is_err());
                recall.take_back();
            }
            assert!(!recall.is_wanted());
            assert_eq!(closed.try_iter().count(), 1);
        }
    }
}
