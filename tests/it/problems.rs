//! Asks what kind of problem one is, whatever it carries.

use attache::model::ProblemKind;

/// Whether a problem is of an expected kind.
pub type Is = fn(&ProblemKind) -> bool;

/// The question for a pattern.
macro_rules! is {
    ($($kind:tt)+) => {
        (|kind| matches!(kind, $($kind)+)) as crate::problems::Is
    };
}

pub(crate) use is;
