//! Companies drawn at random, shared by the tests.

use attache::model::{Knowledge, Profile};
use rand::{Rng, RngExt};

/// A company drawn uniformly: every slider and every choice; equal weights, all departments.
pub fn draw(knowledge: &Knowledge, random: &mut impl Rng) -> Profile {
    let mut profile = Profile::new(knowledge, "2026-01-01");
    for factor in &knowledge.factors {
        let input = &mut profile.factors[&factor.id];
        for setting in input.quantities.values_mut() {
            setting.value = random.random_range(0.0..=100.0);
        }
        if let Some(choice) = &factor.choice {
            let option = random.random_range(0..choice.options.len());
            input.choice = choice.options[option].id.clone();
        }
    }
    profile
}

/// Draws weights too, and drops departments.
pub fn draw_any(knowledge: &Knowledge, random: &mut impl Rng) -> Profile {
    let mut profile = draw(knowledge, random);
    for input in profile.factors.values_mut() {
        input.weight = random.random_range(0.0..=100.0);
    }
    profile
        .departments
        .retain(|d| d.id == attache::model::GENERAL_MANAGEMENT || random.random_bool(0.7));
    profile
}
