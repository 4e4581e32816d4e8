//! What a change of a profile is about.

use super::content::Profile;
use super::journal::Subject;
use super::scenario::Scenario;

impl Subject {
    /// What the changes from one state of a profile to another are about: the first of several.
    pub fn of(before: &Profile, after: &Profile) -> Self {
        if before.opinions != after.opinions {
            return Self::Room;
        }
        if before.scenarios.count() != after.scenarios.count() {
            return Self::Scenarios;
        }
        let mut pairs = before.scenarios.iter().zip(after.scenarios.iter());
        pairs
            .find_map(|(before, after)| Self::within(before, after))
            .unwrap_or(Self::Company)
    }

    /// `None` where the scenarios do not differ.
    fn within(before: &Scenario, after: &Scenario) -> Option<Self> {
        if before.name != after.name {
            return Some(Self::Scenarios);
        }
        if before.departments != after.departments {
            return Some(Self::Company);
        }
        let mut weighed =
            before.weight_doubt != after.weight_doubt || before.by_order != after.by_order;
        for (id, now) in &after.factors {
            let Some(then) = before.factors.get(id).filter(|then| *then != now) else {
                continue;
            };
            let mut same = then.clone();
            same.weight = now.weight;
            if same != *now {
                return Some(Self::Factor(id.clone()));
            }
            weighed = true;
        }
        if weighed {
            return Some(Self::Importances);
        }
        if before.plan != after.plan {
            return Some(Self::Plan);
        }
        (before.contacts != after.contacts || before.means != after.means).then_some(Self::Contacts)
    }
}
