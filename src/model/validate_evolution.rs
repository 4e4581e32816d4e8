//! Holds the evolution section of a knowledge base to its own rules.

use super::evolution::{EventChange, EvolutionRule};
use super::knowledge::Knowledge;
use super::locate::Step;
use super::validate::Check;

/// No honest effect moves a slider faster than this in a quarter, in points.
const MOST_A_QUARTER: f64 = 25.0;

impl Check {
    pub(super) fn evolution(&mut self, knowledge: &Knowledge) {
        let rule = &knowledge.evolution;
        self.text("why", &rule.why);
        self.basis(knowledge, &rule.basis);
        self.number("fading", rule.fading, 0.0, 100.0);
        self.effects(knowledge, rule);
        self.unique("events", rule.events.iter().map(|event| event.id.as_str()));
        self.each("events", &rule.events, |check, event| {
            check.text("label", &event.label);
            check.each("changes", &event.changes, |check, change| {
                check.change(knowledge, change);
            });
        });
        self.each("stages", &rule.stages, |check, stage| {
            check.text("label", &stage.label);
            check.alternative("form", knowledge, "form", &stage.form);
            check.each("evidence", &stage.evidence, |check, evidence| {
                check.text("text", &evidence.text);
                let sources = knowledge.sources.iter().map(|s| s.id.as_str());
                check.known("source", &evidence.source, sources);
            });
        });
    }

    fn effects(&mut self, knowledge: &Knowledge, rule: &EvolutionRule) {
        self.each("effects", &rule.effects, |check, effect| {
            check.text("why", &effect.why);
            check.basis(knowledge, &effect.basis);
            check.known("quantity", &effect.quantity, quantities(knowledge));
            check.number("points", effect.points, -MOST_A_QUARTER, MOST_A_QUARTER);
            if let Some((question, alternative)) = &effect.of {
                check.alternative("of", knowledge, question, alternative);
            }
        });
    }

    fn alternative(&mut self, field: &str, knowledge: &Knowledge, question: &str, id: &str) {
        match knowledge.question(question) {
            Some((_, question)) => {
                self.known(
                    field,
                    id,
                    question.alternatives.iter().map(|a| a.id.as_str()),
                );
            }
            None => self.known(
                field,
                question,
                knowledge.questions.iter().map(|q| q.id.as_str()),
            ),
        }
    }

    fn change(&mut self, knowledge: &Knowledge, change: &EventChange) {
        match change {
            EventChange::Add(quantity, points) | EventChange::Shock(quantity, points) => {
                self.known_here(quantity, quantities(knowledge));
                self.within(Step::Index(1), |check| {
                    check.number_here(*points, -100.0, 100.0);
                });
            }
            EventChange::Set(quantity, value) => {
                self.known_here(quantity, quantities(knowledge));
                self.within(Step::Index(1), |check| {
                    check.number_here(*value, 0.0, 100.0);
                });
            }
            EventChange::Choose(factor, option) => match knowledge.factor(factor) {
                Some(factor) => {
                    let options = factor.choice.iter().flat_map(|choice| &choice.options);
                    self.known_here(option, options.map(|option| option.id.as_str()));
                }
                None => {
                    let factors = knowledge.factors.iter().map(|factor| factor.id.as_str());
                    self.known_here(factor, factors);
                }
            },
            EventChange::Create(department) | EventChange::Close(department) => {
                let known = knowledge.departments.iter().map(|kind| kind.id.as_str());
                self.known_here(department, known);
            }
        }
    }
}

/// Finds what the effects speak of; every id is known by now.
pub(super) fn resolve(knowledge: &mut Knowledge) {
    let mut effects = std::mem::take(&mut knowledge.evolution.effects);
    for effect in &mut effects {
        effect.source = effect.of.as_ref().and_then(|(question, alternative)| {
            let (position, question) = knowledge.question(question)?;
            let (alternative, _) = question.alternative(alternative)?;
            Some((position, alternative))
        });
        effect.target = knowledge
            .quantity_position(&effect.quantity)
            .unwrap_or_default();
    }
    knowledge.evolution.effects = effects;
}

fn quantities(knowledge: &Knowledge) -> impl Iterator<Item = &str> {
    knowledge
        .factors
        .iter()
        .flat_map(|factor| factor.quantities.iter().map(|q| q.id.as_str()))
}
