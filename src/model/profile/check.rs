//! Holds a profile to the knowledge base that it is to be answered with.

use super::contacts::{Contact, ContactState, ContactTheme, Owner};
use super::content::{Header, Profile};
use super::journal::{Journal, Subject};
use super::scenario::{FactorInput, Scenario};
use crate::model::knowledge::{Factor, Knowledge};
use crate::model::limits::{
    GENERAL_MANAGEMENT, MAX_CONTACTS, MAX_DEPARTMENTS, MAX_EVENTS, MAX_EXTRA_THEMES, MAX_HOURS,
    MAX_JOURNAL, MAX_NAME, MAX_OPINIONS, MAX_PACE, MAX_PEOPLE, MAX_QUARTERS, MAX_SCENARIOS,
    MAX_TEXT, MAX_VOICE, MIN_VOICE,
};
use crate::model::problem::ProblemKind;
use crate::model::read::locate::Step;
use crate::model::read::{Flaw, Flaws, length, too_many};
use crate::model::text::Lang;

/// Tells everything that is wrong with a profile, at its place in the file.
pub(super) fn check(knowledge: &Knowledge, profile: &Profile, flaws: &mut Flaws) {
    let key = Step::key;
    header(&profile.header, flaws);
    let first = &profile.scenarios.first;
    length(|| vec![key("scenario")], &first.name, MAX_NAME, flaws);
    Content {
        at: Vec::new(),
        scenario: first,
    }
    .flaws(knowledge, flaws);
    if let Some(review) = &profile.header.review {
        named(
            knowledge,
            vec![key("review"), key("foreseen")],
            &review.foreseen,
            flaws,
        );
    }
    let others = &profile.scenarios.others;
    if let Some(places) = listed("scenarios", others.len(), MAX_SCENARIOS, flaws) {
        for (at, scenario) in places.zip(others) {
            named(knowledge, at, scenario, flaws);
        }
    }
    let opinions = &profile.opinions;
    if let Some(places) = listed("opinions", opinions.len(), MAX_OPINIONS, flaws) {
        for (at, opinion) in places.zip(opinions) {
            let voice = [at.as_slice(), &[key("voice")]].concat();
            within(voice, opinion.voice, (MIN_VOICE, MAX_VOICE), flaws);
            let view = Content {
                at,
                scenario: &opinion.view,
            };
            view.name_flaws(flaws);
            view.flaws_of_what_is_said(knowledge, flaws);
        }
    }
}

/// The place of each item of a list that is no longer than it may be.
fn listed(
    list: &'static str,
    count: usize,
    most: usize,
    flaws: &mut Flaws,
) -> Option<impl Iterator<Item = Vec<Step>> + use<>> {
    if count > most {
        flaws.push(too_many(vec![Step::key(list)], count, most));
        return None;
    }
    Some((0..count).map(move |index| vec![Step::key(list), Step::Index(index)]))
}

/// A scenario that has its name beside its content.
fn named(knowledge: &Knowledge, at: Vec<Step>, scenario: &Scenario, flaws: &mut Flaws) {
    let content = Content { at, scenario };
    content.name_flaws(flaws);
    content.flaws(knowledge, flaws);
}

fn journal(journal: &Journal, flaws: &mut Flaws) {
    let list = ["journal", "entries"].map(Step::key);
    if journal.entries.len() > MAX_JOURNAL {
        return flaws.push(too_many(list.into(), journal.entries.len(), MAX_JOURNAL));
    }
    for (index, entry) in journal.entries.iter().enumerate() {
        let path = |rest: &[&'static str]| {
            let rest = rest.iter().copied().map(Step::key);
            let at = list.iter().cloned().chain([Step::Index(index)]);
            at.chain(rest).collect()
        };
        let about = match &entry.about {
            Subject::Factor(id) => id.as_str(),
            _ => "",
        };
        length(|| path(&["who"]), &entry.who, MAX_NAME, flaws);
        length(|| path(&["about"]), about, MAX_NAME, flaws);
        length(|| path(&["what", "fr"]), &entry.what.fr, MAX_TEXT, flaws);
        length(|| path(&["what", "en"]), &entry.what.en, MAX_TEXT, flaws);
        length(|| path(&["why"]), &entry.why, MAX_TEXT, flaws);
    }
}

fn header(header: &Header, flaws: &mut Flaws) {
    let key = Step::key;
    journal(&header.journal, flaws);
    for (field, text, most) in [
        ("company", &header.company, MAX_NAME),
        ("author", &header.author, MAX_NAME),
        ("notes", &header.notes, MAX_TEXT),
    ] {
        length(|| vec![key(field)], text, most, flaws);
    }
    for (code, text) in &header.description {
        let path = || vec![key("description"), key(code)];
        length(path, text, MAX_TEXT, flaws);
        if Lang::from_code(code).is_none() {
            flaws.push(unknown(path(), code, Lang::ALL.map(Lang::code)));
        }
    }
}

/// A scenario, and where it stands in the file.
struct Content<'a> {
    at: Vec<Step>,
    scenario: &'a Scenario,
}

impl Content<'_> {
    fn path(&self, rest: &[Step]) -> Vec<Step> {
        [&self.at, rest].concat()
    }

    fn name_flaws(&self, flaws: &mut Flaws) {
        let name = || self.path(&[Step::key("name")]);
        length(name, &self.scenario.name, MAX_NAME, flaws);
    }

    fn flaws(&self, knowledge: &Knowledge, flaws: &mut Flaws) {
        self.flaws_of_what_is_said(knowledge, flaws);
        for factor in &knowledge.factors {
            if !self.scenario.factors.contains_key(&factor.id) {
                flaws.push(missing(self.path(&[Step::key("factors")]), &factor.id));
            }
        }
    }

    fn flaws_of_what_is_said(&self, knowledge: &Knowledge, flaws: &mut Flaws) {
        let key = Step::key;
        self.department_flaws(knowledge, flaws);
        range(
            self.path(&[key("weight_doubt")]),
            self.scenario.weight_doubt,
            flaws,
        );
        for id in self.scenario.factors.keys() {
            if knowledge.factor(id).is_none() {
                let known = knowledge.factors.iter().map(|f| f.id.as_str());
                flaws.push(unknown(self.path(&[key("factors"), key(id)]), id, known));
            }
        }
        for factor in &knowledge.factors {
            if let Some(input) = self.scenario.factors.get(&factor.id) {
                let at = self.path(&[key("factors"), key(&factor.id)]);
                factor_flaws(&at, factor, input, flaws);
            }
        }
        self.plan_flaws(knowledge, flaws);
        self.contact_flaws(knowledge, flaws);
        let means = self.scenario.means;
        for (field, found, limits) in [
            ("people", means.people, (0.0, MAX_PEOPLE)),
            ("hours", means.hours, (1.0, MAX_HOURS)),
        ] {
            if let Some(found) = found {
                within(self.path(&[key("means"), key(field)]), found, limits, flaws);
            }
        }
    }

    fn contact_flaws(&self, knowledge: &Knowledge, flaws: &mut Flaws) {
        let contacts = &self.scenario.contacts;
        let list = self.path(&[Step::key("contacts")]);
        if contacts.len() > MAX_CONTACTS {
            return flaws.push(too_many(list, contacts.len(), MAX_CONTACTS));
        }
        for (index, contact) in contacts.iter().enumerate() {
            let at = [list.as_slice(), &[Step::Index(index)]].concat();
            let field = |name| [at.as_slice(), &[Step::key(name)]].concat();
            let same =
                |other: &Contact| other.theme == contact.theme && other.posture == contact.posture;
            if contacts[..index].iter().any(same) {
                let found = contact.posture.clone();
                flaws.push(Flaw::new(at.clone(), ProblemKind::Duplicate { found }));
            }
            self.theme_flaws(knowledge, &contact.theme, field("theme"), flaws);
            let postures = knowledge.coverage.postures.iter();
            let mut known = postures.map(|posture| knowledge.quantity(posture.slider).id.as_str());
            if !known.clone().any(|id| id == contact.posture) {
                flaws.push(unknown(field("posture"), &contact.posture, &mut known));
            }
            match &contact.state {
                ContactState::Held(owner) => {
                    self.owner_flaws(knowledge, owner, field("state"), flaws);
                }
                ContactState::Closed { until: Some(until) } => {
                    let last = MAX_QUARTERS as f64;
                    within(field("state"), *until as f64, (1.0, last), flaws);
                }
                ContactState::Open | ContactState::Closed { until: None } => {}
            }
        }
    }

    /// Only factors that hold themes have any: those to which the users can add some.
    fn theme_flaws(
        &self,
        knowledge: &Knowledge,
        theme: &ContactTheme,
        path: Vec<Step>,
        flaws: &mut Flaws,
    ) {
        let factors = || knowledge.factors.iter().filter(|factor| factor.extensible);
        match theme {
            ContactTheme::Usual(id) => {
                let themes = factors().flat_map(|factor| &factor.quantities);
                let mut known = themes.map(|theme| theme.id.as_str());
                if !known.clone().any(|theme| theme == id) {
                    flaws.push(unknown(path, id, &mut known));
                }
            }
            ContactTheme::Own(id, place) => {
                let mut known = factors().map(|factor| factor.id.as_str());
                if !known.clone().any(|factor| factor == id) {
                    return flaws.push(unknown(path, id, &mut known));
                }
                let own = self.scenario.factors.get(id);
                let count = own.map_or(0, |input| input.extra.len());
                if *place >= count {
                    let names = (0..count).map(|place| place.to_string());
                    let known: Vec<String> = names.collect();
                    let known = known.iter().map(String::as_str);
                    flaws.push(unknown(path, &place.to_string(), known));
                }
            }
        }
    }

    fn owner_flaws(
        &self,
        knowledge: &Knowledge,
        owner: &Owner,
        path: Vec<Step>,
        flaws: &mut Flaws,
    ) {
        match owner {
            Owner::Function => {}
            Owner::Department(id) => {
                if !self.scenario.has_department(id) {
                    let own = self.scenario.departments.iter();
                    flaws.push(unknown(path, id, own.map(|own| own.id.as_str())));
                }
            }
            Owner::Outside(id) => {
                let known = knowledge.bodies_outside();
                if !known.contains(&id.as_str()) {
                    flaws.push(unknown(path, id, known));
                }
            }
        }
    }

    fn plan_flaws(&self, knowledge: &Knowledge, flaws: &mut Flaws) {
        let key = Step::key;
        let plan = self.path(&[key("plan")]);
        let field = |rest: &[Step]| [plan.as_slice(), rest].concat();
        within(
            field(&[key("pace")]),
            self.scenario.plan.pace,
            (0.0, MAX_PACE),
            flaws,
        );
        let events = &self.scenario.plan.events;
        if events.len() > MAX_EVENTS {
            flaws.push(too_many(field(&[key("events")]), events.len(), MAX_EVENTS));
        }
        for (index, planned) in events.iter().enumerate() {
            let of = |name| field(&[key("events"), Step::Index(index), key(name)]);
            let last = MAX_QUARTERS as f64;
            within(of("quarter"), planned.quarter as f64, (1.0, last), flaws);
            if knowledge.event(&planned.event).is_none() {
                let events = knowledge.evolution.events.iter();
                let known = events.map(|event| event.id.as_str());
                flaws.push(unknown(of("event"), &planned.event, known));
            }
        }
    }

    fn department_flaws(&self, knowledge: &Knowledge, flaws: &mut Flaws) {
        let departments = self.path(&[Step::key("departments")]);
        let exists = |id: &str| self.scenario.departments.iter().any(|other| other.id == id);
        if !exists(GENERAL_MANAGEMENT) {
            flaws.push(missing(departments.clone(), GENERAL_MANAGEMENT));
        }
        if self.scenario.departments.len() > MAX_DEPARTMENTS {
            let found = self.scenario.departments.len();
            return flaws.push(too_many(departments, found, MAX_DEPARTMENTS));
        }
        for (index, department) in self.scenario.departments.iter().enumerate() {
            let path = [departments.as_slice(), &[Step::Index(index)]].concat();
            let name = || [path.as_slice(), &[Step::key("name")]].concat();
            length(name, &department.name, MAX_NAME, flaws);
            if self.scenario.departments[..index]
                .iter()
                .any(|before| before.id == department.id)
            {
                let found = department.id.clone();
                flaws.push(Flaw::new(path.clone(), ProblemKind::Duplicate { found }));
            }
            if department.name.trim().is_empty() && knowledge.department(&department.id).is_none() {
                let id = department.id.clone();
                flaws.push(Flaw::new(path, ProblemKind::UnnamedDepartment { id }));
            }
        }
    }
}

fn factor_flaws(base: &[Step], factor: &Factor, input: &FactorInput, flaws: &mut Flaws) {
    let key = Step::key;
    let path = |rest: &[Step]| [base, rest].concat();
    range(path(&[key("weight")]), input.weight, flaws);
    match &factor.choice {
        Some(choice) if choice.option(&input.choice).is_none() => {
            let known = choice.options.iter().map(|o| o.id.as_str());
            flaws.push(unknown(path(&[key("choice")]), &input.choice, known));
        }
        None if !input.choice.is_empty() => {
            flaws.push(unknown(path(&[key("choice")]), &input.choice, []));
        }
        _ => {}
    }
    for (id, setting) in &input.quantities {
        let here = path(&[key("quantities"), key(id)]);
        if factor.quantity(id).is_none() {
            let known = factor.quantities.iter().map(|q| q.id.as_str());
            flaws.push(unknown(here, id, known));
        } else {
            let field = |name| [here.as_slice(), &[key(name)]].concat();
            range(field("value"), setting.value, flaws);
            range(field("plus_minus"), setting.plus_minus, flaws);
            length(|| field("note"), &setting.note, MAX_TEXT, flaws);
        }
    }
    for quantity in &factor.quantities {
        if !input.quantities.contains_key(&quantity.id) {
            flaws.push(missing(path(&[key("quantities")]), &quantity.id));
        }
    }
    let most = if factor.extensible {
        MAX_EXTRA_THEMES
    } else {
        0
    };
    if input.extra.len() > most {
        flaws.push(too_many(path(&[key("extra")]), input.extra.len(), most));
    }
    for (index, theme) in input.extra.iter().enumerate() {
        let field = |name| path(&[key("extra"), Step::Index(index), key(name)]);
        length(|| field("name"), &theme.name, MAX_NAME, flaws);
        range(field("value"), theme.value, flaws);
        range(field("plus_minus"), theme.plus_minus, flaws);
        length(|| field("note"), &theme.note, MAX_TEXT, flaws);
    }
}

fn range(path: Vec<Step>, value: f64, flaws: &mut Flaws) {
    within(path, value, (0.0, 100.0), flaws);
}

fn within(path: Vec<Step>, value: f64, (low, high): (f64, f64), flaws: &mut Flaws) {
    if !(low..=high).contains(&value) {
        let kind = ProblemKind::OutOfRange {
            found: value,
            low,
            high,
        };
        flaws.push(Flaw::new(path, kind));
    }
}

fn unknown<'a>(
    path: impl IntoIterator<Item = Step>,
    found: &str,
    expected: impl IntoIterator<Item = &'a str>,
) -> Flaw {
    let kind = ProblemKind::UnknownId {
        found: found.to_owned(),
        expected: expected.into_iter().map(str::to_owned).collect(),
    };
    Flaw::new(path, kind)
}

fn missing(path: impl IntoIterator<Item = Step>, id: &str) -> Flaw {
    let id = id.to_owned();
    Flaw::new(path, ProblemKind::MissingId { id })
}
