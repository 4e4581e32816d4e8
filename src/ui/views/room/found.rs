//! What the opinions say together, computed when they change: in the frame where they are few, in a
//! thread where they are many.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::Context;

use crate::analysis::{Group, heard_in};
use crate::model::{Knowledge, Opinion, Scenario};
use crate::ui::document::Document;

/// Up to so many opinions are counted within a frame.
const FEW: usize = 3;

/// The opinions that counted at one time.
pub struct Heard {
    /// The last ballot among them; 0 where there was none.
    pub round: u32,
    pub opinions: Vec<Opinion>,
    /// What they say; `None` of less than two.
    pub group: Option<Group>,
}

/// What there is to show.
pub struct Found {
    scenario: Scenario,
    /// Every opinion of the profile.
    all: Vec<Opinion>,
    pub now: Heard,
    /// As it was after the ballot before, where there was one.
    pub before: Option<Heard>,
}

#[derive(Default)]
pub struct Finder {
    found: Option<Found>,
    coming: Option<Receiver<Found>>,
}

impl Finder {
    /// What is known of the opinions that are there now.
    pub fn found(&self, document: &Document) -> Option<&Found> {
        let found = self.found.as_ref();
        found.filter(|found| found.all == document.profile.opinions)
    }

    /// Brings what is known up to date with the scenario and the opinions.
    pub fn follow(&mut self, ctx: &Context, knowledge: &Knowledge, document: &Document) {
        if let Some(coming) = &self.coming {
            match coming.try_recv() {
                Ok(found) => self.found = Some(found),
                Err(TryRecvError::Disconnected) => {}
                Err(TryRecvError::Empty) => return,
            }
            self.coming = None;
        }
        let (scenario, opinions) = (document.scenario(), &document.profile.opinions);
        let known = self.found.as_mut().filter(|found| found.all == *opinions);
        let is_known = known.is_some();
        if known.is_some_and(|found| found.looks_from(knowledge, scenario)) {
            return;
        }
        // What is known stays on the screen while a slider moves.
        if opinions.len() <= FEW && !is_known {
            self.found = Some(Found::new(knowledge, scenario, opinions));
            return;
        }
        let (send, coming) = channel();
        self.coming = Some(coming);
        let (ctx, knowledge) = (ctx.clone(), knowledge.clone());
        let (scenario, opinions) = (scenario.clone(), opinions.clone());
        std::thread::spawn(move || {
            // The window may be gone by now.
            let _ = send.send(Found::new(&knowledge, &scenario, &opinions));
            ctx.request_repaint();
        });
    }
}

impl Found {
    fn new(knowledge: &Knowledge, scenario: &Scenario, all: &[Opinion]) -> Self {
        let mut rounds: Vec<u32> = all.iter().map(|opinion| opinion.round).collect();
        rounds.sort_unstable();
        rounds.dedup();
        rounds.retain(|round| *round > 0);
        let heard = |round: u32| {
            let opinions = heard_in(all, round);
            Heard {
                round,
                group: Group::new(knowledge, scenario, &opinions),
                opinions,
            }
        };
        let last = rounds.pop();
        Self {
            scenario: scenario.clone(),
            all: all.to_vec(),
            now: heard(last.unwrap_or_default()),
            before: rounds.pop().map(heard),
        }
    }

    /// Looks from what the company has become; `false` where that changes what the opinions say, for
    /// nobody answers some factor.
    fn looks_from(&mut self, knowledge: &Knowledge, scenario: &Scenario) -> bool {
        if self.scenario == *scenario {
            return true;
        }
        let heard = [Some(&mut self.now), self.before.as_mut()];
        for Heard {
            group, opinions, ..
        } in heard.into_iter().flatten()
        {
            let said = |factor: &str| opinions.iter().any(|opinion| opinion.answers(factor));
            if !knowledge.factors.iter().all(|factor| said(&factor.id)) {
                return false;
            }
            if let Some(group) = group {
                group.look_from(knowledge, scenario, opinions);
            }
        }
        self.scenario.clone_from(scenario);
        true
    }
}
