//! What opinions can be discussed: each slider and each choice on which they differ, those that change
//! the answer first.

use std::cmp::Ordering;

use crate::analysis::Group;
use crate::model::ballot::Item;
use crate::model::{AlternativeId, Knowledge};

/// Something on which opinions differ.
pub struct Point {
    pub item: Item,
    /// The largest move of the lead of the attachment, in points of fit.
    pub effect: f64,
    /// Whether the answer changes with it.
    pub decides: bool,
    /// For each step or option that was said, what would lead with it, all else at the middle opinion.
    pub leaders: Vec<(usize, Option<AlternativeId>)>,
}

impl Point {
    /// Everything on which a group differs.
    pub fn all(knowledge: &Knowledge, group: &Group) -> Vec<Self> {
        let sliders = group.spreads.iter().map(|spread| {
            let mut leaders: Vec<(usize, Option<AlternativeId>)> = Vec::new();
            for (value, leader) in &spread.leaders {
                let step = (knowledge.steps.nearest(*value), *leader);
                if !leaders.contains(&step) {
                    leaders.push(step);
                }
            }
            Self {
                item: Item::Slider(spread.slider),
                effect: spread.effect,
                decides: spread.decides,
                leaders,
            }
        });
        let choices = group.choices.iter().map(|choice| Self {
            item: Item::Choice(choice.factor),
            effect: choice.effect,
            decides: choice.decides,
            leaders: choice.leaders.clone(),
        });
        let mut all: Vec<Self> = sliders.chain(choices).collect();
        all.sort_by(|a, b| {
            let (a, b) = ((a.decides, a.effect), (b.decides, b.effect));
            b.partial_cmp(&a).unwrap_or(Ordering::Equal)
        });
        all
    }

    /// The answers that are possible with it, each with the steps or options that lead to it.
    pub fn answers(&self) -> Vec<(Option<AlternativeId>, Vec<usize>)> {
        let mut found: Vec<(Option<AlternativeId>, Vec<usize>)> = Vec::new();
        for (step, leader) in &self.leaders {
            match found.iter_mut().find(|(other, _)| other == leader) {
                Some((_, steps)) => steps.push(*step),
                None => found.push((*leader, vec![*step])),
            }
        }
        found
    }
}
