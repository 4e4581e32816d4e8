//! Deciding of contact points, and taking away what something may be decided of.

use super::contacts::{Contact, ContactState, ContactTheme};
use super::scenario::Scenario;

impl Scenario {
    /// What is decided of a contact point; `None` where nothing is.
    pub fn contact(&self, theme: &ContactTheme, posture: &str) -> Option<&ContactState> {
        let mut decided = self.contacts.iter();
        let found = decided.find(|one| one.theme == *theme && one.posture == posture)?;
        Some(&found.state)
    }

    /// Decides of a contact point; `None` leaves it as the strategy has it.
    pub fn decide(&mut self, theme: ContactTheme, posture: &str, state: Option<ContactState>) {
        let is = |one: &Contact| one.theme == theme && one.posture == posture;
        let place = self.contacts.iter().position(is);
        match (place, state) {
            (Some(place), Some(state)) => self.contacts[place].state = state,
            (Some(place), None) => {
                self.contacts.remove(place);
            }
            (None, Some(state)) => self.contacts.push(Contact {
                theme,
                posture: posture.to_owned(),
                state,
            }),
            (None, None) => {}
        }
    }

    /// Brings what is decided of contact points to a later day: closures come nearer, and end.
    pub fn let_pass(&mut self, quarters: usize) {
        self.contacts.retain_mut(|one| match &mut one.state {
            ContactState::Closed { until: Some(until) } => {
                *until = until.saturating_sub(quarters);
                *until > 0
            }
            _ => true,
        });
    }

    /// Takes a department away, and with it what it was to hold.
    pub fn remove_department(&mut self, id: &str) {
        self.departments.retain(|department| department.id != id);
        self.contacts.retain(|one| !one.is_for(id));
    }

    /// Takes away a theme that the users added to a factor, by its place, and what was decided of it;
    /// those behind it move up.
    pub fn remove_theme(&mut self, factor: &str, place: usize) {
        let Some(input) = self.factors.get_mut(factor) else {
            return;
        };
        if place >= input.extra.len() {
            return;
        }
        input.extra.remove(place);
        self.contacts.retain_mut(|one| match &mut one.theme {
            ContactTheme::Own(of, at) if of == factor => {
                let stays = *at != place;
                *at -= usize::from(*at > place);
                stays
            }
            ContactTheme::Own(..) | ContactTheme::Usual(_) => true,
        });
    }
}
