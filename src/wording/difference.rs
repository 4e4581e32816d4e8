//! What differs between two profiles or scenarios, in words: names for undo and redo, and for scenarios.

use jiff::civil::Date;

use super::Teller;
use crate::i18n::Value;
use crate::model::{Factor, FactorInput, Header, Opinion, Profile, Review, Scenario};

impl Teller<'_> {
    /// What changes from one profile to another, in a few words; `None` where nothing does.
    pub fn change_in_brief(self, before: &Profile, after: &Profile) -> Option<String> {
        self.noted(before, after).or_else(|| {
            let journal = before.header.journal != after.header.journal;
            journal.then(|| self.words.get("change-journal"))
        })
    }

    /// As [`Self::change_in_brief`]; `None` where only the journal differs, which notes nothing of
    /// itself.
    pub fn noted(self, before: &Profile, after: &Profile) -> Option<String> {
        let found = self.differences(before, after);
        let (first, more) = found.split_first()?;
        Some(if more.is_empty() {
            first.clone()
        } else {
            self.words.with(
                "change-and-more",
                &[
                    ("change", Value::from(first.as_str())),
                    ("count", more.len().into()),
                ],
            )
        })
    }

    /// Everything that differs, each in a few words.
    fn differences(self, before: &Profile, after: &Profile) -> Vec<String> {
        let mut found = self.header_changes(&before.header, &after.header);
        let (a, b) = (&before.scenarios, &after.scenarios);
        found.extend(self.scenario_changes(0, &a.first, &b.first));
        if before.opinions != after.opinions {
            let voices = self.voice_changes(&before.opinions, &after.opinions);
            if voices.is_empty() {
                let count = |profile: &Profile| profile.opinions.len().to_string();
                found.push(self.moved(
                    &self.words.get("change-opinions"),
                    &count(before),
                    &count(after),
                ));
            }
            found.extend(voices);
        }
        if a.count() == b.count() {
            for (index, (a, b)) in a.others.iter().zip(&b.others).enumerate() {
                found.extend(self.scenario_changes(index + 1, a, b));
            }
        } else {
            let key = if a.count() < b.count() {
                "change-scenario-added"
            } else {
                "change-scenario-removed"
            };
            found.push(self.words.get(key));
        }
        found
    }

    /// What voices count or answer otherwise than before, where nothing else of the opinions differs in
    /// number. Nobody is named who is not named in the room.
    fn voice_changes(self, before: &[Opinion], after: &[Opinion]) -> Vec<String> {
        let mut found = Vec::new();
        if before.len() != after.len() {
            return found;
        }
        for (a, b) in before.iter().zip(after) {
            let name = [("name", b.name())];
            if a.name() != b.name() || a.name().is_empty() {
                continue;
            }
            if a.voice != b.voice {
                let pair = (a.voice, b.voice);
                let digits = usize::from(pair.0.fract() != 0.0 || pair.1.fract() != 0.0);
                let number = |value| self.words.number(value, digits);
                let voice = self.words.with("change-voice", &name);
                found.push(self.moved(&voice, &number(pair.0), &number(pair.1)));
            }
            if !a.view.factors.keys().eq(b.view.factors.keys()) {
                found.push(self.words.with("change-role", &name));
            }
        }
        found
    }

    fn header_changes(self, before: &Header, after: &Header) -> Vec<String> {
        let mut found = Vec::new();
        if before.company != after.company {
            let name = |header| self.company_name(header);
            found.push(self.moved(&self.words.get("company-name"), &name(before), &name(after)));
        }
        if before.date != after.date {
            let day = |header: &Header| self.words.date(header.date);
            found.push(self.moved(&self.words.get("change-date"), &day(before), &day(after)));
        }
        if before.author != after.author {
            let name = self.words.get("company-author");
            found.push(self.moved(&name, &before.author, &after.author));
        }
        if before.notes != after.notes {
            found.push(self.words.get("company-notes"));
        }
        if before.brand != after.brand {
            found.push(self.words.get("change-brand"));
        }
        if before.description != after.description {
            found.push(self.words.get("change-description"));
        }
        let (a, b) = (before.review.as_ref(), after.review.as_ref());
        let on = |review: Option<&Box<Review>>| review.map(|review| review.on);
        if on(a) != on(b) {
            let day = |day: Option<Date>| {
                day.map_or_else(
                    || self.words.get("change-no-day"),
                    |day| self.words.date(day),
                )
            };
            let name = self.words.get("change-review");
            found.push(self.moved(&name, &day(on(a)), &day(on(b))));
        } else if a != b {
            found.push(self.words.get("change-foreseen"));
        }
        found
    }

    /// What differs in a scenario, its name included.
    fn scenario_changes(self, index: usize, before: &Scenario, after: &Scenario) -> Vec<String> {
        let mut found = Vec::new();
        if before.name != after.name {
            let name = |scenario| self.scenario_name(scenario, index);
            found.push(self.moved(
                &self.words.get("scenario-name"),
                &name(before),
                &name(after),
            ));
        }
        found.extend(self.content_changes(before, after));
        found
    }

    /// What differs between the contents of two scenarios; their names are not compared.
    pub fn content_changes(self, before: &Scenario, after: &Scenario) -> Vec<String> {
        let mut found = Vec::new();
        if before.departments != after.departments {
            let names = |profile| self.departments(profile);
            let (a, b) = (names(before), names(after));
            let new = b.iter().find(|name| !a.contains(name));
            let gone = a.iter().find(|name| !b.contains(name));
            found.push(match (gone, new) {
                (Some(gone), Some(new)) => format!("{gone} → {new}"),
                (None, Some(new)) => format!("+ {new}"),
                (Some(gone), None) => format!("− {gone}"),
                (None, None) => self.words.get("company-departments"),
            });
        }
        if before.weight_doubt != after.weight_doubt {
            let pair = (before.weight_doubt, after.weight_doubt);
            found.push(self.moved_number(&self.words.get("weight-doubt"), pair));
        }
        if before.by_order != after.by_order {
            found.push(self.words.get("by-order"));
        }
        for factor in &self.knowledge.factors {
            if let (Some(a), Some(b)) = (
                before.factors.get(&factor.id),
                after.factors.get(&factor.id),
            ) {
                self.factor_changes(factor, a, b, &mut found);
            }
        }
        if before.plan.pace != after.plan.pace {
            let pair = (before.plan.pace, after.plan.pace);
            found.push(self.moved_number(&self.words.get("plan-pace"), pair));
        }
        if before.plan.events != after.plan.events {
            found.push(self.words.get("change-events"));
        }
        self.contact_changes(before, after, &mut found);
        found
    }

    /// The name of the scenario at `index` of its profile, or the usual one.
    pub fn scenario_name(self, scenario: &Scenario, index: usize) -> String {
        match (scenario.name.trim(), index) {
            ("", 0) => self.words.get("scenario-first"),
            ("", _) => self.words.with("scenario-numbered", &[("number", index)]),
            _ => scenario.name.clone(),
        }
    }

    pub(super) fn moved(self, name: &str, from: &str, to: &str) -> String {
        self.words.with(
            "change-moved",
            &[("name", name), ("from", from), ("to", to)],
        )
    }

    /// With a decimal where the whole numbers could look the same.
    fn moved_number(self, name: &str, (from, to): (f64, f64)) -> String {
        let digits = usize::from((from - to).abs() < 1.0);
        let number = |value| self.words.number(value, digits);
        self.moved(name, &number(from), &number(to))
    }

    fn factor_changes(
        self,
        factor: &Factor,
        before: &FactorInput,
        after: &FactorInput,
        found: &mut Vec<String>,
    ) {
        let words = self.words;
        let lang = words.lang();
        let label = factor.label.get(lang);
        if before.weight != after.weight {
            let name = words.with("weight-of", &[("factor", label)]);
            found.push(self.moved_number(&name, (before.weight, after.weight)));
        }
        if before.unknown != after.unknown {
            found.push(words.with("unknown-of", &[("factor", label)]));
        }
        if let Some(choice) = &factor.choice {
            let label = choice.label.get(lang);
            let name = |id: &str| {
                choice
                    .option(id)
                    .map_or("", |option| option.label.get(lang))
            };
            let (from, to) = (name(&before.choice), name(&after.choice));
            if before.choice != after.choice {
                found.push(self.moved(label, from, to));
            } else if before.chosen != after.chosen {
                found.push(words.with("report-slider", &[("label", label), ("value", to)]));
            }
        }
        for quantity in &factor.quantities {
            let (Some(a), Some(b)) = (
                before.quantities.get(&quantity.id),
                after.quantities.get(&quantity.id),
            ) else {
                continue;
            };
            let name = quantity.label.get(lang);
            if a.value != b.value {
                found.push(self.moved_number(name, (a.value, b.value)));
            }
            if a.plus_minus != b.plus_minus {
                let name = words.with("doubt-of", &[("name", name)]);
                found.push(self.moved_number(&name, (a.plus_minus, b.plus_minus)));
            }
            if a.note != b.note {
                found.push(words.with("note-of", &[("name", name)]));
            }
        }
        if before.extra != after.extra {
            found.push(words.with("change-themes", &[("factor", label)]));
        }
    }
}
