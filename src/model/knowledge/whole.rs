//! What the answers make together: which of them do not go together, and how sure is sure.

use super::ids::{AlternativeId, QuestionId};
use crate::model::text::Text;

/// Two alternatives, of two questions, that make no sense together.
#[derive(Clone, Debug, PartialEq)]
pub struct Incompatible {
    /// The two, each by its question.
    pub pair: [(QuestionId, AlternativeId); 2],
    /// One sentence that says why.
    pub why: Text,
}

/// From which share of the cases on an answer is settled, or fragile; below, it is open. Shares from
/// 0 to 1 of the cases in which the alternative comes first (first-rank acceptability in SMAA).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// From here on the answer is settled.
    pub settled: f64,
    /// From here on it is fragile; at least one half, so that what is not open leads the others.
    pub fragile: f64,
    /// Where the answer is open, what comes first at least this often beside the one that does most
    /// often is still in the running.
    pub contender: f64,
    /// Nothing is answered before this many factors are described.
    pub least_described: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            settled: 0.8,
            fragile: 0.5,
            contender: 0.5,
            least_described: 3,
        }
    }
}
