//! The interval in which each slider may lie, and draws from it: uniform on the value and its doubt on
//! either side, cut at 0 and 100.

use crate::model::{FactorId, Knowledge, Levels, List, MAX_EXTRA_THEMES, MeasureId, Scenario};

use super::inputs::levels_of;

/// The interval of each slider; those of a factor that is not known may be anywhere from 0 to 100.
pub(super) struct Bounds {
    /// Per factor: its levels at their lowest and their width; the users' own themes at the end.
    factors: List<FactorId, (Levels, Vec<f64>)>,
}

impl Bounds {
    pub fn of(knowledge: &Knowledge, scenario: &Scenario) -> Self {
        let interval = |value: f64, doubt: f64| {
            let low = (value - doubt).max(0.0);
            (low, (value + doubt).min(100.0) - low)
        };
        let factors = knowledge
            .factors
            .iter()
            .map(|factor| {
                let Some(input) = scenario.factors.get(&factor.id) else {
                    let levels = Levels {
                        quantities: List::like(&factor.quantities, 0.0),
                        extra: Vec::new(),
                        choice: None,
                    };
                    return (levels, vec![0.0; factor.quantities.len()]);
                };
                let mut levels = levels_of(factor, input);
                let doubts = factor.quantities.iter().map(|quantity| {
                    let doubt = input
                        .quantities
                        .get(&quantity.id)
                        .map_or(0.0, |setting| setting.plus_minus);
                    // Not known: anything.
                    if input.unknown { 100.0 } else { doubt }
                });
                let doubts: Vec<f64> = doubts
                    .chain(input.extra.iter().map(|theme| {
                        if input.unknown {
                            100.0
                        } else {
                            theme.plus_minus
                        }
                    }))
                    .collect();
                let mut widths = Vec::with_capacity(doubts.len());
                let all = levels.quantities.iter_mut().chain(&mut levels.extra);
                for (level, doubt) in all.zip(doubts) {
                    let (low, width) = interval(*level, doubt);
                    *level = low;
                    widths.push(width);
                }
                (levels, widths)
            })
            .collect();
        Self { factors }
    }

    /// The sliders at one draw of uniform numbers, factor by factor.
    pub fn levels(&self, uniform: &[f64]) -> List<FactorId, Levels> {
        let mut slots = uniform;
        self.factors
            .iter()
            .map(|(low, widths)| {
                let (mine, rest) = slots.split_at(low.quantities.len() + MAX_EXTRA_THEMES);
                slots = rest;
                let mut levels = low.clone();
                let all = levels.quantities.iter_mut().chain(&mut levels.extra);
                for ((level, width), u) in all.zip(widths).zip(mine) {
                    *level += width * u;
                }
                levels
            })
            .collect()
    }

    /// The measures at one draw of uniform numbers.
    pub fn draw(&self, knowledge: &Knowledge, uniform: &[f64]) -> List<MeasureId, Option<f64>> {
        let mut measures = List::default();
        for (factor, levels) in knowledge.factors.iter().zip(self.levels(uniform)) {
            measures.extend(knowledge.read(factor, &levels));
        }
        measures
    }
}
