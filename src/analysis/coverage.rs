//! Contact points, theme by posture: what each would weigh, who holds it, and whether anyone is there to.

use crate::model::{
    AlternativeId, ContactState, ContactTheme, Department, FactorId, FactorInput, Id, Knowledge,
    MeasureId, Owner, Posture, PostureId, Scenario, SliderAt,
};

use super::answer::Answers;
use super::scale::EPSILON;

/// One theme in one posture, open.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactPoint {
    /// What is talked about.
    pub theme: Theme,
    /// How the company is there.
    pub posture: PostureId,
    /// In the points of the coverage rule.
    pub load: f64,
    /// How much of the load the capacity reaches, from 0 to 1.
    pub served: f64,
    /// Who was named to hold it; `None` where it is left to whoever has time.
    pub owner: Option<Owner>,
}

impl ContactPoint {
    /// Whether somebody holds it: someone named, or else the capacity reaches it whole.
    pub fn is_held(&self) -> bool {
        self.owner.is_some() || self.served >= 1.0 - EPSILON
    }
}

/// One theme in one posture, not open.
#[derive(Clone, Debug, PartialEq)]
pub struct Shut {
    /// What is talked about.
    pub theme: Theme,
    /// How the company would be there.
    pub posture: PostureId,
    /// What it would weigh if it were open, in the points of the coverage rule.
    pub load: f64,
    /// Whether it was closed by hand; otherwise the strategy does not want it.
    pub by_hand: bool,
    /// The quarter from which it is no longer closed by hand; `None` for good.
    pub until: Option<usize>,
}

/// A usual theme or one of the users' own, each known by its place: names may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Theme {
    /// A slider of the knowledge base.
    Usual(SliderAt),
    /// A theme that the users added.
    Own {
        /// Position of the factor.
        factor: FactorId,
        /// Position among the themes that the users added to it.
        theme: usize,
        /// Its name, for those who read.
        name: String,
    },
}

impl Theme {
    /// Where it stands among the themes: in the order of the factors, the usual ones before the users' own.
    pub fn order(&self) -> (usize, bool, usize) {
        match self {
            Self::Usual(slider) => (slider.factor.place(), false, slider.quantity.place()),
            Self::Own { factor, theme, .. } => (factor.place(), true, *theme),
        }
    }

    /// As a profile refers to it.
    pub fn written(&self, knowledge: &Knowledge) -> ContactTheme {
        match self {
            Self::Usual(slider) => ContactTheme::Usual(knowledge.quantity(*slider).id.clone()),
            Self::Own { factor, theme, .. } => {
                ContactTheme::Own(knowledge.factors[*factor].id.clone(), *theme)
            }
        }
    }
}

/// The contact points of a scenario against the capacity.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// What the company can hold, in the points of the coverage rule.
    pub capacity: f64,
    /// Whether the company itself says so, rather than the rule.
    pub own_means: bool,
    /// Hours a week for each point.
    pub per_point: f64,
    /// Hours of one person in a week.
    pub per_person: f64,
    /// Those that are open, the heaviest first.
    pub points: Vec<ContactPoint>,
    /// Those that are not.
    pub shut: Vec<Shut>,
    /// Positions of the factors that would open some if they were known: what is not known opens
    /// nothing.
    pub not_known: Vec<FactorId>,
}

/// Where a company is: what contact points depend on beside sliders and what is decided by hand.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    pub form: Option<AlternativeId>,
    pub departments: &'a [Department],
    pub quarter: usize,
}

impl Coverage {
    /// The coverage today, under the form that is answered.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, answers: &Answers) -> Self {
        let standing = Standing {
            form: answers.form().chosen,
            departments: &scenario.departments,
            quarter: 0,
        };
        Self::standing(knowledge, scenario, answers, standing)
    }

    /// The coverage of a company on its way.
    pub(super) fn standing(
        knowledge: &Knowledge,
        scenario: &Scenario,
        answers: &Answers,
        standing: Standing<'_>,
    ) -> Self {
        let rule = &knowledge.coverage;
        let per_point = rule.hours.per_point;
        let per_person = scenario.means.hours.unwrap_or(rule.hours.per_person);
        let own = scenario.means.people;
        let capacity = own.map_or_else(
            || estimated(knowledge, answers, standing.form),
            |people| people * per_person / per_point,
        );
        let opens = |factor: FactorId| {
            let postures = &mut rule.postures.iter();
            knowledge.factors[factor].extensible
                || postures.any(|posture| posture.slider.factor == factor)
        };
        let factors = knowledge.factors.ids();
        let mut coverage = Self {
            capacity,
            own_means: own.is_some(),
            per_point,
            per_person,
            points: Vec::new(),
            shut: Vec::new(),
            not_known: factors
                .filter(|&f| opens(f) && known(knowledge, scenario, f).is_none())
                .collect(),
        };
        let themes = themes(knowledge, scenario);
        for (at, posture) in rule.postures.pairs() {
            let Some(input) = known(knowledge, scenario, posture.slider.factor) else {
                continue;
            };
            let level = input.value(&knowledge.quantity(posture.slider).id);
            for (theme, importance) in &themes {
                let weighed = Weighed {
                    theme: theme.clone(),
                    posture: at,
                    presence: importance * level / 100.0,
                    effort: effort(posture, answers),
                };
                coverage.place(knowledge, scenario, standing, weighed);
            }
        }
        coverage.serve();
        coverage
    }

    /// Puts a theme in a posture among those that are open, or among the others.
    fn place(
        &mut self,
        knowledge: &Knowledge,
        scenario: &Scenario,
        standing: Standing<'_>,
        found: Weighed,
    ) {
        let rule = &knowledge.coverage;
        let wanted = found.presence >= rule.opens_from;
        // Who keeps open what the strategy does not want is there at least as much as where it begins to.
        let load = found.presence.max(rule.opens_from) * found.effort;
        let Weighed { theme, posture, .. } = found;
        let slider = rule.postures[posture].slider;
        let decided = scenario.contact(&theme.written(knowledge), &knowledge.quantity(slider).id);
        let (by_hand, until, owner) = match decided {
            Some(ContactState::Open) => (Some(true), None, None),
            Some(ContactState::Held(owner)) if is_there(knowledge, scenario, standing, owner) => {
                (Some(true), None, Some(owner.clone()))
            }
            Some(ContactState::Closed { until })
                if until.is_none_or(|until| standing.quarter < until) =>
            {
                (Some(false), *until, None)
            }
            Some(ContactState::Held(_) | ContactState::Closed { .. }) | None => (None, None, None),
        };
        if by_hand.unwrap_or(wanted) {
            self.points.push(ContactPoint {
                theme,
                posture,
                load,
                served: 0.0,
                owner,
            });
        } else {
            self.shut.push(Shut {
                theme,
                posture,
                load,
                by_hand: by_hand.is_some(),
                until,
            });
        }
    }

    /// Shares the capacity out: what has an owner is held first, then what weighs most; what is left has
    /// nobody.
    fn serve(&mut self) {
        self.points.sort_by(|a, b| b.load.total_cmp(&a.load));
        let mut left = self.capacity;
        for owned in [true, false] {
            let points = self.points.iter_mut();
            for point in points.filter(|point| point.owner.is_some() == owned) {
                let taken = point.load.min(left);
                point.served = if point.load > 0.0 {
                    taken / point.load
                } else {
                    1.0
                };
                left -= taken;
            }
        }
    }

    /// The sum of the loads.
    pub fn load(&self) -> f64 {
        self.points.iter().map(|point| point.load).sum()
    }

    /// The sum of the loads of what an owner was named for; of what was left to whoever has time, as much
    /// as the capacity reaches.
    pub fn load_of(&self, owner: Option<&Owner>) -> f64 {
        let points = self.points.iter();
        let theirs = points.filter(|point| point.owner.as_ref() == owner);
        let reached = |point: &ContactPoint| owner.map_or(point.served, |_| 1.0);
        theirs.map(|point| point.load * reached(point)).sum()
    }

    /// Points of the coverage rule in hours a week.
    pub fn hours(&self, points: f64) -> f64 {
        points * self.per_point
    }

    /// Points of the coverage rule in full-time people.
    pub fn people(&self, points: f64) -> f64 {
        self.hours(points) / self.per_person
    }

    /// The points that would be open without anyone to hold them whole.
    pub fn unattended(&self) -> impl Iterator<Item = &ContactPoint> {
        self.points.iter().filter(|point| !point.is_held())
    }

    /// Everyone who was named to hold a point, in the order of the points, each once.
    pub fn owners(&self) -> Vec<&Owner> {
        let mut owners: Vec<&Owner> = Vec::new();
        for owner in self.points.iter().filter_map(|point| point.owner.as_ref()) {
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        owners
    }
}

/// A theme in a posture before anything is decided of it.
struct Weighed {
    theme: Theme,
    posture: PostureId,
    /// How much the company is to be there, 0 to 100.
    presence: f64,
    /// Load per point of that.
    effort: f64,
}

/// Load per point of presence, with what it grows with.
fn effort(posture: &Posture, answers: &Answers) -> f64 {
    let measure = |measure: MeasureId| answers.inputs.measures[measure];
    let growth = posture.grows_with.and_then(measure);
    posture.effort * growth.map_or(1.0, |value| 1.0 + value / 100.0)
}

/// The capacity by the rule.
fn estimated(knowledge: &Knowledge, answers: &Answers, form: Option<AlternativeId>) -> f64 {
    let rule = &knowledge.coverage;
    let mut capacity = rule.base;
    for (gained, points) in &rule.gains {
        capacity += points * answers.inputs.measures[*gained].unwrap_or(0.0);
    }
    let factor = rule.forms.iter().find(|(of, _)| Some(*of) == form);
    capacity * factor.map_or(1.0, |(_, factor)| *factor)
}

/// A factor as it is set, where it is known.
fn known<'a>(
    knowledge: &Knowledge,
    scenario: &'a Scenario,
    factor: FactorId,
) -> Option<&'a FactorInput> {
    let input = scenario.factors.get(&knowledge.factors[factor].id);
    input.filter(|input| !input.unknown)
}

/// Every theme, usual and own, and its importance, 0 to 100.
fn themes(knowledge: &Knowledge, scenario: &Scenario) -> Vec<(Theme, f64)> {
    let mut themes = Vec::new();
    for (at, factor) in knowledge.factors.pairs() {
        let Some(input) = known(knowledge, scenario, at).filter(|_| factor.extensible) else {
            continue;
        };
        for (quantity, description) in factor.quantities.pairs() {
            let slider = SliderAt {
                factor: at,
                quantity,
            };
            let theme = Theme::Usual(slider);
            themes.push((theme, input.value(&description.id)));
        }
        for (theme, own) in input.extra.iter().enumerate() {
            let theme = Theme::Own {
                factor: at,
                theme,
                name: own.name.clone(),
            };
            themes.push((theme, own.value));
        }
    }
    themes
}

/// Whether an owner is there: a department that exists, a body that the company has chosen. Advisers are,
/// for who gives them something to hold has them.
fn is_there(
    knowledge: &Knowledge,
    scenario: &Scenario,
    standing: Standing<'_>,
    owner: &Owner,
) -> bool {
    match owner {
        Owner::Function => true,
        Owner::Department(id) => standing.departments.iter().any(|own| own.id == *id),
        Owner::Outside(id) => {
            let factor = knowledge.factors.iter().find(|factor| factor.id == *id);
            let Some(choice) = factor.and_then(|factor| factor.choice.as_ref()) else {
                return true;
            };
            let input = scenario.factors.get(id);
            let chosen = input.and_then(|input| choice.option(&input.choice));
            chosen.is_some_and(|option| option.outside.is_some())
        }
    }
}
