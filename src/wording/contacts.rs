//! Contact points put into words: what they weigh in hours and people, who holds them, which are closed.

use super::{Dated, Teller};
use crate::analysis::{ContactPoint, Coverage, Theme};
use crate::i18n::{Season, Value};
use crate::model::{Contact, ContactState, ContactTheme, Owner, PostureId, Scenario};

/// From this many hours on, decimals say nothing.
const MANY_HOURS: f64 = 10.0;
/// Under so many people, one decimal would round much away.
const FEW_PEOPLE: f64 = 0.1;
/// Under so many, two would round all of it away.
const FEWEST_PEOPLE: f64 = 0.01;

/// Points of the coverage rule in hours as they are told: rounded once, and all that is derived from them
/// is derived from these, so that figures add up.
pub fn told_hours(coverage: &Coverage, points: f64) -> f64 {
    let hours = coverage.hours(points);
    let scale = 10_f64.powi(i32::from(digits(hours)));
    (scale * hours).round() / scale
}

/// How many decimals of so many hours are told: none that would be 0.
fn digits(hours: f64) -> u8 {
    u8::from(hours < MANY_HOURS && has_tenths(hours))
}

/// Whether a number, rounded to its tenths, has any.
fn has_tenths(value: f64) -> bool {
    (10.0 * value).round() % 10.0 != 0.0
}

impl<'a> Teller<'a> {
    /// A theme in a posture, such as « Service client, pour répondre ».
    pub fn contact_point(self, theme: &Theme, posture: PostureId) -> String {
        self.theme_to(&self.theme(theme), self.posture(posture))
    }

    fn theme_to(self, theme: &str, posture: &str) -> String {
        let args = [("theme", theme), ("posture", posture)];
        self.words.with("contact-point", &args)
    }

    /// The name of a theme.
    pub fn theme(self, theme: &Theme) -> String {
        match theme {
            Theme::Usual(slider) => {
                let label = &self.knowledge.quantity(*slider).label;
                label.get(self.words.lang()).to_owned()
            }
            Theme::Own { name, .. } if name.trim().is_empty() => self.words.get("theme-unnamed"),
            Theme::Own { name, .. } => name.clone(),
        }
    }

    /// A posture in a word or two: « publier ».
    pub fn posture(self, posture: PostureId) -> &'a str {
        let label = &self.knowledge.coverage.postures[posture].label;
        label.get(self.words.lang())
    }

    /// Contact points by theme: « Marque employeur (publier, répondre), Service client (répondre) ».
    fn by_theme<'b>(self, points: impl Iterator<Item = (&'b Theme, PostureId)>) -> String {
        let mut themes: Vec<(&Theme, Vec<PostureId>)> = Vec::new();
        for (theme, posture) in points {
            match themes.iter_mut().find(|(known, _)| *known == theme) {
                Some((_, postures)) => postures.push(posture),
                None => themes.push((theme, vec![posture])),
            }
        }
        let told = themes.into_iter().map(|(theme, mut postures)| {
            postures.sort_unstable();
            let postures: Vec<&str> = postures.into_iter().map(|at| self.posture(at)).collect();
            let args = [
                ("theme", self.theme(theme)),
                ("postures", postures.join(", ")),
            ];
            self.words.with("contact-points-of", &args)
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// The contact points that would be left unattended.
    pub fn unattended(self, coverage: &Coverage) -> String {
        self.by_theme(
            coverage
                .unattended()
                .map(|point| (&point.theme, point.posture)),
        )
    }

    /// How many would be: « 4 points de contact sans responsable »; `None` where none would.
    pub fn unattended_count(self, coverage: &Coverage) -> Option<String> {
        let count = coverage.unattended().count();
        (count > 0).then(|| {
            self.words
                .with("contacts-unattended-count", &[("count", count)])
        })
    }

    /// Points of the coverage rule in hours: « 4,2 h ».
    pub fn hours(self, coverage: &Coverage, points: f64) -> String {
        self.told_hours(told_hours(coverage, points))
    }

    /// Hours that are rounded already.
    pub fn told_hours(self, hours: f64) -> String {
        let args = [(
            "hours",
            self.words.number(hours, usize::from(digits(hours))),
        )];
        self.words.with("contact-hours", &args)
    }

    /// Points of the coverage rule in people: « 0,3 personne ».
    pub fn people(self, coverage: &Coverage, points: f64) -> String {
        let people = coverage.people(told_hours(coverage, points) / coverage.per_point);
        if people > 0.0 && people < FEWEST_PEOPLE {
            let least = self.words.number(FEWEST_PEOPLE, 2);
            return self.words.with("contact-people-fewer", &[("least", least)]);
        }
        let digits = if people > 0.0 && people < FEW_PEOPLE {
            2
        } else {
            usize::from(has_tenths(people))
        };
        let shown = self.words.number(people, digits);
        // The plural goes by the digits shown: 1.96 is told as 2.0.
        let value = Value::try_number(&format!("{people:.digits$}")).into_owned();
        let args = [("value", value), ("shown", shown.into())];
        self.words.with("contact-people", &args)
    }

    /// What the open contact points ask for and what there is for them: « Il faut 43 h par semaine,
    /// vous avez 33 h : il manque 0,3 personne. »
    pub fn workload(self, coverage: &Coverage) -> String {
        if coverage.points.is_empty() {
            return self.words.get("contacts-none");
        }
        // What is told is the difference of what is told.
        let [need, means] =
            [coverage.load(), coverage.capacity].map(|points| told_hours(coverage, points));
        let apart = (need - means).abs();
        // So little is no part of a person: hours say more.
        let apart = if coverage.people(apart / coverage.per_point) < FEW_PEOPLE {
            self.told_hours(apart)
        } else {
            self.people(coverage, apart / coverage.per_point)
        };
        let need_told = self.told_hours(need);
        if need.total_cmp(&means).is_eq() {
            return self.words.with("contacts-even", &[("need", need_told)]);
        }
        let args = [
            ("need", need_told),
            ("means", self.told_hours(means)),
            ("apart", apart),
        ];
        if need > means {
            self.words.with("contacts-short", &args)
        } else {
            self.words.with("contacts-enough", &args)
        }
    }

    /// Who says how large the means are.
    pub fn means_source(self, coverage: &Coverage) -> String {
        self.words.get(if coverage.own_means {
            "contacts-means-own"
        } else {
            "contacts-means-estimated"
        })
    }

    /// Who holds contact points, under the names that the company has for them.
    pub fn owner(self, scenario: &Scenario, owner: &Owner) -> String {
        let lang = self.words.lang();
        match owner {
            Owner::Function => self.words.get("contact-function"),
            Owner::Department(id) => {
                let own = scenario.departments.iter().find(|own| own.id == *id);
                self.department_name(id, own.map_or("", |own| own.name.as_str()))
            }
            Owner::Outside(id) => {
                let factor = self
                    .knowledge
                    .factors
                    .iter()
                    .find(|factor| factor.id == *id);
                if let Some(factor) = factor {
                    let input = scenario.factors.get(id);
                    let choice = factor.choice.as_ref();
                    let chosen = choice.and_then(|choice| choice.option(&input?.choice));
                    let body = chosen.and_then(|option| option.outside.as_ref());
                    return body.unwrap_or(&factor.label).get(lang).to_owned();
                }
                let mut brought = self.knowledge.sourcing().alternatives.iter();
                let body = brought
                    .find(|a| a.id == *id)
                    .and_then(|a| a.outside.as_ref());
                body.map_or(id.as_str(), |body| body.get(lang)).to_owned()
            }
        }
    }

    /// Who holds an open contact point, or that nobody does.
    pub fn holder(self, scenario: &Scenario, point: &ContactPoint) -> String {
        match &point.owner {
            Some(owner) => self.owner(scenario, owner),
            None if point.is_held() => self.words.get("contact-team"),
            None => self.words.get("nobody"),
        }
    }

    /// That what is not known opens no contact point; `None` where all of it is known.
    pub fn not_known(self, coverage: &Coverage) -> Option<String> {
        let lang = self.words.lang();
        let names: Vec<&str> = coverage
            .not_known
            .iter()
            .map(|&factor| self.knowledge.factors[factor].label.get(lang))
            .collect();
        let args = [("factors", names.join(", "))];
        (!names.is_empty()).then(|| self.words.with("coverage-not-known", &args))
    }

    /// What is decided otherwise of contact points, and of the means for them.
    pub(super) fn contact_changes(
        self,
        before: &Scenario,
        after: &Scenario,
        found: &mut Vec<String>,
    ) {
        let both = before.contacts.iter().chain(&after.contacts);
        let mut told: Vec<(&ContactTheme, &str)> = Vec::new();
        for Contact { theme, posture, .. } in both {
            let of = |scenario: &Scenario| self.decided(scenario, scenario.contact(theme, posture));
            let (from, to) = (of(before), of(after));
            if from != to && !told.contains(&(theme, posture)) {
                told.push((theme, posture));
                found.push(self.moved(&self.decided_point(after, theme, posture), &from, &to));
            }
        }
        let words = self.words;
        for (key, from, to) in [
            ("contacts-people", before.means.people, after.means.people),
            ("contacts-hours", before.means.hours, after.means.hours),
        ] {
            let said = |value: Option<f64>| {
                value.map_or_else(
                    || words.get("contacts-estimate"),
                    |value| words.number(value, 1),
                )
            };
            if from != to {
                found.push(self.moved(&words.get(key), &said(from), &said(to)));
            }
        }
    }

    /// A contact point as a profile refers to it.
    fn decided_point(self, scenario: &Scenario, theme: &ContactTheme, posture: &str) -> String {
        let lang = self.words.lang();
        let slider = |id: &str| self.knowledge.slider(id);
        let theme = match theme {
            ContactTheme::Usual(id) => {
                let label = slider(id).map(|at| self.knowledge.quantity(at).label.get(lang));
                label.unwrap_or(id).to_owned()
            }
            ContactTheme::Own(factor, place) => {
                let input = scenario.factors.get(factor);
                let own = input.and_then(|input| input.extra.get(*place));
                let name = own.map_or("", |own| own.name.trim());
                if name.is_empty() {
                    self.words.get("theme-unnamed")
                } else {
                    name.to_owned()
                }
            }
        };
        let mut postures = self.knowledge.coverage.postures.iter();
        let label = postures.find(|one| Some(one.slider) == slider(posture));
        self.theme_to(&theme, label.map_or(posture, |one| one.label.get(lang)))
    }

    /// What is decided of a contact point, in a few words.
    fn decided(self, scenario: &Scenario, state: Option<&ContactState>) -> String {
        match state {
            None => self.words.get("contact-by-strategy"),
            Some(ContactState::Open) => self.words.get("contact-team"),
            Some(ContactState::Held(owner)) => self.owner(scenario, owner),
            Some(ContactState::Closed { until: None }) => self.words.get("contact-closed"),
            Some(ContactState::Closed { until: Some(until) }) => {
                let args = [("quarter", until.to_string())];
                self.words.with("contact-closed-quarter", &args)
            }
        }
    }
}

impl Dated<'_> {
    /// When a contact point that is closed opens: « ouvre à l’été 2027 ».
    pub fn opens(self, until: Option<usize>) -> String {
        let words = self.teller.words;
        match until {
            Some(until) => {
                let args = [("in", self.when(until, Season::In))];
                words.with("contact-opens", &args)
            }
            None => words.get("contact-opens-never"),
        }
    }

    /// The contact points of today, a sentence a line: what they ask for, who holds them, which are closed
    /// until when, which nobody holds.
    pub fn contacts(self, scenario: &Scenario, coverage: &Coverage) -> Vec<String> {
        let Self { teller, .. } = self;
        let words = teller.words;
        let workload = teller.workload(coverage);
        let mut lines = vec![format!("{workload} {}", teller.means_source(coverage))];
        lines.extend(teller.not_known(coverage));
        for owner in coverage.owners() {
            let points = coverage.points.iter();
            let theirs = points.filter(|point| point.owner.as_ref() == Some(owner));
            let args = [
                ("owner", teller.owner(scenario, owner)),
                (
                    "points",
                    teller.by_theme(theirs.map(|p| (&p.theme, p.posture))),
                ),
                (
                    "hours",
                    teller.hours(coverage, coverage.load_of(Some(owner))),
                ),
            ];
            lines.push(words.with("contacts-held-by", &args));
        }
        let mut closed: Vec<Option<usize>> = Vec::new();
        let by_hand = coverage.shut.iter().filter(|shut| shut.by_hand);
        for shut in by_hand.clone() {
            if !closed.contains(&shut.until) {
                closed.push(shut.until);
            }
        }
        // Those that open soonest come first, those that never do last.
        closed.sort_by_key(|until| until.unwrap_or(usize::MAX));
        for until in closed {
            let points = by_hand.clone().filter(|shut| shut.until == until);
            let args = [
                (
                    "points",
                    teller.by_theme(points.map(|s| (&s.theme, s.posture))),
                ),
                ("opens", self.opens(until)),
            ];
            lines.push(words.with("contacts-closed", &args));
        }
        let unattended = teller.unattended(coverage);
        if !unattended.is_empty() {
            let args = [("points", unattended)];
            lines.push(words.with("contacts-unattended", &args));
        }
        lines
    }
}
