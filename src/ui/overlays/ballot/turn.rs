//! One person's turn: what they have answered so far and where they are. It is dropped whole when the
//! ballot is cast or the turn given up, so that nothing of it is left.

use crate::model::ballot::{Ballot, Item, Vote, items};
use crate::model::{FactorId, Knowledge};
use crate::ui::asking::{Cursor, Pressed};

/// One screen of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Factor(FactorId),
    /// One's own answers in words, before they are cast.
    Review,
}

pub struct Turn {
    pub ballot: Ballot,
    pub step: Step,
    pub cursor: Cursor,
    /// Whether someone is asked if the turn is to be given up.
    pub leaving: bool,
    /// Whether the screen was come to from the review, and leads back to it.
    from_review: bool,
}

impl Turn {
    /// Nothing is answered.
    pub fn new(knowledge: &Knowledge) -> Self {
        let first = knowledge.factors.ids().next();
        Self {
            ballot: Ballot::new(knowledge),
            step: first.map_or(Step::Review, Step::Factor),
            cursor: Cursor::start(),
            leaving: false,
            from_review: false,
        }
    }

    /// What a factor asks, row by row: its choice, then the sliders that say something under the option
    /// that is chosen. Each with its place among the items of a ballot.
    pub fn rows(&self, knowledge: &Knowledge, at: FactorId) -> Vec<(usize, Item)> {
        let factor = &knowledge.factors[at];
        let items: Vec<(usize, Item)> = items(knowledge)
            .into_iter()
            .enumerate()
            .filter(|(_, item)| item.factor() == at)
            .collect();
        let chosen = items.iter().find_map(|(place, item)| match item {
            Item::Choice(_) => Some(self.ballot.vote(*place)),
            Item::Slider(_) => None,
        });
        let option = match chosen {
            // There is nothing to choose.
            None => Some(""),
            Some(Some(Vote::Step(step))) => {
                let mut options = factor.choice.iter().flat_map(|choice| &choice.options);
                options.nth(step).map(|option| option.id.as_str())
            }
            Some(Some(Vote::Unknown) | None) => None,
        };
        let speaks = |item: &Item| match item {
            Item::Choice(_) => true,
            Item::Slider(slider) => option.is_some_and(|option| {
                let mut speaking = knowledge.speaking(at, option);
                speaking.any(|quantity| quantity == slider.quantity)
            }),
        };
        items.into_iter().filter(|(_, item)| speaks(item)).collect()
    }

    /// Answers a row of the factor that is shown, and goes to the next.
    pub fn answer(&mut self, knowledge: &Knowledge, row: usize, pressed: Pressed) {
        let Step::Factor(at) = self.step else { return };
        let Some(&(place, item)) = self.rows(knowledge, at).get(row) else {
            return;
        };
        let vote = match pressed {
            Pressed::Unknown => Vote::Unknown,
            Pressed::Segment(step) if step < item.steps(knowledge) => Vote::Step(step),
            Pressed::Segment(_) => return,
        };
        self.ballot.answer(knowledge, place, Some(vote));
        self.cursor.to(row + 1);
    }

    /// Takes back what was answered of a factor: it is left to the others.
    pub fn clear(&mut self, knowledge: &Knowledge, at: FactorId) {
        for (place, item) in items(knowledge).into_iter().enumerate() {
            if item.factor() == at {
                self.ballot.answer(knowledge, place, None);
            }
        }
    }

    /// Whether something of a factor is answered.
    pub fn answers(&self, knowledge: &Knowledge, at: FactorId) -> bool {
        let rows = self.rows(knowledge, at);
        rows.iter()
            .any(|(place, _)| self.ballot.vote(*place).is_some())
    }

    pub fn to(&mut self, step: Step) {
        self.from_review = self.step == Step::Review && step != Step::Review;
        self.step = step;
        self.cursor = Cursor::start();
    }

    pub fn next(&mut self, knowledge: &Knowledge) {
        let Step::Factor(at) = self.step else { return };
        let mut after = knowledge.factors.ids().skip_while(|other| *other != at);
        let following = after.nth(1).filter(|_| !self.from_review);
        self.to(following.map_or(Step::Review, Step::Factor));
    }

    /// Whether there is a screen before this one.
    pub fn has_before(&self, knowledge: &Knowledge) -> bool {
        self.before(knowledge).is_some()
    }

    pub fn back(&mut self, knowledge: &Knowledge) {
        if let Some(step) = self.before(knowledge) {
            self.to(step);
            self.from_review = false;
        }
    }

    fn before(&self, knowledge: &Knowledge) -> Option<Step> {
        let mut ids = knowledge.factors.ids();
        match self.step {
            Step::Factor(_) if self.from_review => Some(Step::Review),
            Step::Factor(at) => {
                let before = ids.take_while(|other| *other != at).last();
                before.map(Step::Factor)
            }
            Step::Review => ids.next_back().map(Step::Factor),
        }
    }

    /// Gives the turn up, or asks about it first where something was answered.
    pub fn leave(&mut self) -> bool {
        self.leaving = !self.ballot.is_empty();
        self.cursor.moved = true;
        !self.leaving
    }
}
