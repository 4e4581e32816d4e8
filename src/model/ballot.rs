//! What one person answers in a ballot: one step, or that they do not know, of each thing that is asked.

use serde::{Deserialize, Serialize};

use super::knowledge::{FactorId, Knowledge, Quantity, STEPS, SliderAt};
use super::profile::{FactorInput, Opinion, Said, Scenario};

/// One of the things that a ballot asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Which option of a factor holds.
    Choice(FactorId),
    /// Where a slider is.
    Slider(SliderAt),
}

/// An answer to one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Vote {
    /// A step of a slider, from the lowest, or an option, from the first; 0 on.
    Step(usize),
    /// The person does not know.
    Unknown,
}

/// The answers of one person: none until one is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// One for each of [`items`], in the same order.
    votes: Vec<Option<Vote>>,
}

/// What a ballot asks, factor by factor: its choice, then each of its sliders.
pub fn items(knowledge: &Knowledge) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, factor) in knowledge.factors.pairs() {
        items.extend(factor.choice.iter().map(|_| Item::Choice(at)));
        let sliders = factor.quantities.ids();
        items.extend(sliders.map(|quantity| {
            Item::Slider(SliderAt {
                factor: at,
                quantity,
            })
        }));
    }
    items
}

impl Item {
    /// The factor that it belongs to.
    pub fn factor(self) -> FactorId {
        match self {
            Self::Choice(factor) => factor,
            Self::Slider(slider) => slider.factor,
        }
    }

    /// How many answers there are, that a person does not know left out.
    pub fn steps(self, knowledge: &Knowledge) -> usize {
        match self {
            Self::Choice(factor) => {
                let choice = knowledge.factors[factor].choice.as_ref();
                choice.map_or(0, |choice| choice.options.len())
            }
            Self::Slider(_) => STEPS,
        }
    }
}

impl Ballot {
    /// Nothing is answered.
    pub fn new(knowledge: &Knowledge) -> Self {
        Self {
            votes: vec![None; items(knowledge).len()],
        }
    }

    /// From an answer for each of [`items`]; `None` where their number is another, or an answer is none
    /// that the item has.
    pub fn of(knowledge: &Knowledge, votes: Vec<Option<Vote>>) -> Option<Self> {
        let items = items(knowledge);
        let fits = |(item, vote): (&Item, &Option<Vote>)| match vote {
            Some(Vote::Step(step)) => *step < item.steps(knowledge),
            Some(Vote::Unknown) | None => true,
        };
        let all = items.len() == votes.len() && items.iter().zip(&votes).all(fits);
        all.then_some(Self { votes })
    }

    /// The answer to the item at a place.
    pub fn vote(&self, place: usize) -> Option<Vote> {
        self.votes.get(place).copied().flatten()
    }

    /// Every answer, in the order of [`items`].
    pub fn votes(&self) -> &[Option<Vote>] {
        &self.votes
    }

    /// Answers the item at a place, or takes its answer back; a step that it does not have is none.
    pub fn answer(&mut self, knowledge: &Knowledge, place: usize, vote: Option<Vote>) {
        let mut votes = self.votes.clone();
        if let Some(own) = votes.get_mut(place) {
            *own = vote;
        }
        if let Some(answered) = Self::of(knowledge, votes) {
            *self = answered;
        }
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.votes.iter().all(Option::is_none)
    }

    /// The opinion of this person on a company, without a name, cast in the ballot of this number. What
    /// the company is beside the factors stays as it is, and so do the importances and the doubt about
    /// them. Factors of which nothing is answered are left to the others; of the others, what is not
    /// answered is not known.
    pub fn opinion(&self, knowledge: &Knowledge, company: &Scenario, round: u32) -> Opinion {
        let items = items(knowledge);
        let mut view = company.named("");
        // Whose themes are one's own is decided by the room, not in a ballot.
        view.contacts.clear();
        view.factors.clear();
        for (at, factor) in knowledge.factors.pairs() {
            let answered = items.iter().zip(&self.votes);
            let votes: Vec<(Item, Option<Vote>)> = answered
                .filter(|(item, _)| item.factor() == at)
                .map(|(item, vote)| (*item, *vote))
                .collect();
            if votes.iter().all(|(_, vote)| vote.is_none()) {
                continue;
            }
            let mut input = FactorInput::new(factor);
            if let Some(set) = company.factors.get(&factor.id) {
                input.weight = set.weight;
                input.extra.clone_from(&set.extra);
            }
            let choice = votes.iter().find_map(|(item, vote)| match (item, vote) {
                (Item::Choice(_), Some(Vote::Step(place))) => Some(*place),
                _ => None,
            });
            let mut options = factor.choice.iter().flat_map(|choice| &choice.options);
            if let Some(option) = choice.and_then(|place| options.nth(place)) {
                input.choose(factor, &option.id);
            }
            // An option is not known either where it alone was left.
            let unchosen = factor.choice.is_some() && choice.is_none();
            let speaking: Vec<&Quantity> = knowledge
                .speaking(at, &input.choice)
                .map(|quantity| &factor.quantities[quantity])
                .collect();
            for (item, vote) in &votes {
                let Item::Slider(slider) = item else { continue };
                let quantity = &factor.quantities[slider.quantity];
                // Of a slider that says nothing under the option, nothing is said.
                if !speaking.iter().any(|other| other.id == quantity.id) {
                    continue;
                }
                let said = match vote {
                    Some(Vote::Step(step)) => Said::Step {
                        step: *step,
                        exact: true,
                    },
                    Some(Vote::Unknown) | None => Said::Unknown,
                };
                input.say(&knowledge.steps, &speaking, quantity, said);
            }
            input.unknown |= unchosen;
            view.factors.insert(factor.id.clone(), input);
        }
        Opinion {
            round,
            ..Opinion::new(view)
        }
    }
}
