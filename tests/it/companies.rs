//! Companies drawn at random, shared by the tests.

use attache::model::{Cases, Knowledge, Scenario};
use rand::{Rng, RngExt};

/// A company drawn uniformly: every slider and every choice; equal weights, all departments.
pub fn draw(knowledge: &Knowledge, random: &mut impl Rng) -> Scenario {
    let mut scenario = Scenario::new(knowledge);
    for factor in &knowledge.factors {
        let input = &mut scenario.factors[&factor.id];
        for setting in input.quantities.values_mut() {
            setting.value = random.random_range(0.0..=100.0);
        }
        if let Some(choice) = &factor.choice {
            let option = random.random_range(0..choice.options.len());
            input.choice = choice.options.plain()[option].id.clone();
        }
    }
    scenario
}

/// Draws weights too, and drops departments.
pub fn draw_any(knowledge: &Knowledge, random: &mut impl Rng) -> Scenario {
    let mut scenario = draw(knowledge, random);
    for input in scenario.factors.values_mut() {
        input.weight = random.random_range(0.0..=100.0);
    }
    scenario
        .departments
        .retain(|d| d.id == attache::model::GENERAL_MANAGEMENT || random.random_bool(0.7));
    scenario
}

/// A company like a known one: each slider up to 15 points away.
pub fn draw_near(knowledge: &Knowledge, cases: &Cases, random: &mut impl Rng) -> Scenario {
    let case = &cases.cases[random.random_range(0..cases.cases.len())];
    let mut scenario = case.scenario(knowledge, None);
    let inputs = scenario.factors.values_mut();
    for setting in inputs.flat_map(|input| input.quantities.values_mut()) {
        let moved = setting.value + random.random_range(-15.0..=15.0);
        setting.value = moved.clamp(0.0, 100.0);
    }
    scenario
}
