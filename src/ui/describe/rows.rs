//! The rows of answers of a factor: what each shows as answered, which is read from the sliders, and
//! what an answer sets.

use crate::model::{
    Factor, FactorId, FactorInput, Knowledge, Quantity, QuantityId, STEPS, Said, Scenario,
};
use crate::ui::asking::Pressed;
use crate::ui::document::Document;
use crate::ui::session::Session;

/// A row of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Choice,
    Slider(QuantityId),
    /// A theme of the company's own, by its place.
    Theme(usize),
}

/// The rows of a factor: a slider that says nothing under the option that is chosen has none.
pub fn of(knowledge: &Knowledge, scenario: &Scenario, at: FactorId) -> Vec<Row> {
    let factor = &knowledge.factors[at];
    let Some(input) = scenario.factors.get(&factor.id) else {
        return Vec::new();
    };
    let choice = factor.choice.iter().map(|_| Row::Choice);
    let sliders = knowledge.speaking(at, &input.choice).map(Row::Slider);
    let themes = (0..input.extra.len()).map(Row::Theme);
    choice.chain(sliders).chain(themes).collect()
}

impl Row {
    /// How many segments it has, that nobody knows included.
    pub fn segments(self, knowledge: &Knowledge, at: FactorId) -> usize {
        match self {
            Self::Choice => {
                let choice = knowledge.factors[at].choice.as_ref();
                choice.map_or(0, |choice| choice.options.len()) + 1
            }
            Self::Slider(_) | Self::Theme(_) => STEPS + 1,
        }
    }

    /// Which segment is shown as chosen, and whether what is set is just that.
    pub fn chosen(
        self,
        knowledge: &Knowledge,
        factor: &Factor,
        input: &FactorInput,
    ) -> Option<(usize, bool)> {
        let said = match self {
            Self::Choice => {
                let choice = factor.choice.as_ref()?;
                if input.unknown {
                    return Some((choice.options.len(), true));
                }
                let place = choice.options.iter().position(|o| o.id == input.choice)?;
                return input.is_chosen(factor).then_some((place, true));
            }
            Self::Slider(quantity) => input.said(&knowledge.steps, &factor.quantities[quantity]),
            Self::Theme(place) => input.said_of_theme(&knowledge.steps, place),
        };
        match said {
            Said::Nothing => None,
            Said::Unknown => Some((STEPS, true)),
            Said::Step { step, exact } => Some((step, exact)),
        }
    }

    /// The segment that is shown as chosen, or else the first.
    pub fn shown(self, knowledge: &Knowledge, scenario: &Scenario, at: FactorId) -> usize {
        let factor = &knowledge.factors[at];
        let input = scenario.factors.get(&factor.id);
        let chosen = input.and_then(|input| self.chosen(knowledge, factor, input));
        chosen.map_or(0, |(segment, _)| segment)
    }
}

/// Answers a row, as one step of what can be undone; gives the row that comes next. `None` where the
/// row has no such answer.
pub fn answer(
    session: &Session,
    document: &mut Document,
    at: FactorId,
    row: usize,
    pressed: Pressed,
) -> Option<usize> {
    let knowledge = &session.knowledge;
    let factor = &knowledge.factors[at];
    let answered = *of(knowledge, document.scenario(), at).get(row)?;
    document.keep(session);
    let input = document.scenario_mut().factors.get_mut(&factor.id)?;
    let steps = &knowledge.steps;
    let asked: Vec<&Quantity> = knowledge
        .speaking(at, &input.choice)
        .map(|quantity| &factor.quantities[quantity])
        .collect();
    let said = match pressed {
        Pressed::Unknown => Said::Unknown,
        Pressed::Segment(step) => Said::Step { step, exact: true },
    };
    match (answered, pressed) {
        (Row::Choice, Pressed::Unknown) => input.unknown = true,
        (Row::Choice, Pressed::Segment(place)) => {
            let option = factor.choice.as_ref()?.options.iter().nth(place)?;
            input.choose(factor, &option.id);
        }
        (Row::Slider(at), _) => input.say(steps, &asked, &factor.quantities[at], said),
        (Row::Theme(place), _) => input.say_of_theme(steps, &asked, place, said),
    }
    document.keep(session);
    Some(row + 1)
}

/// Whether nothing was said of a factor.
pub fn are_silent(factor: &Factor, scenario: &Scenario) -> bool {
    let input = scenario.factors.get(&factor.id);
    input.is_none_or(|input| !input.unknown && !input.is_described(factor))
}
