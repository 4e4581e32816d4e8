//! Answers in five steps: where each puts a slider, for those who would rather answer in words.

use crate::model::limits::USUAL_DOUBT;
use crate::model::text::Text;

/// How many steps an answer in words has.
pub const STEPS: usize = 5;

/// Where answers in five steps put a slider.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The value of each step, 0 to 100, from the lowest to the highest.
    pub values: [f64; STEPS],
    /// How far a slider may be off that was set by a step, in points. Never the usual doubt: an answer
    /// at the middle is then told from a slider that nobody has touched.
    pub plus_minus: f64,
    /// The words of the steps where a slider has none of its own; `None` where the ends of the slider
    /// have to do.
    pub words: Option<[Text; STEPS]>,
}

impl Steps {
    /// The least doubt of a step, in points.
    pub(super) const LEAST_DOUBT: f64 = USUAL_DOUBT + 0.5;

    /// The step that is nearest to a value, of two equally near the lower; 0 is the lowest step.
    pub fn nearest(&self, value: f64) -> usize {
        let mut nearest = 0;
        for (step, at) in self.values.iter().enumerate() {
            if (at - value).abs() < (self.values[nearest] - value).abs() {
                nearest = step;
            }
        }
        nearest
    }
}

impl Default for Steps {
    /// Each as far from the next, with a doubt that reaches half of the way to it.
    fn default() -> Self {
        Self {
            values: [0.0, 25.0, 50.0, 75.0, 100.0],
            plus_minus: 12.5,
            words: None,
        }
    }
}
