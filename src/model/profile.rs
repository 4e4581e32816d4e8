//! A profile: one company at one time, as set by the people in the room.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::evolution::{MAX_EVENTS, MAX_PACE, MAX_QUARTERS, Plan};
use super::knowledge::{Factor, Knowledge};
use super::locate::Step;
use super::problem::{self, Flaw, Flaws, ProblemKind, Problems, length, too_many};
use super::text::Lang;
use super::{FORMAT, GENERAL_MANAGEMENT, MAX_NAME, MAX_TEXT, migrate, unique};

/// How far a slider may be off unless it is said otherwise, in points.
pub const USUAL_DOUBT: f64 = 10.0;
/// How many departments a chart can have, the general management included.
pub const MAX_DEPARTMENTS: usize = 41;
/// How many scenarios can stand beside the first.
pub const MAX_SCENARIOS: usize = 7;
/// How many opinions a profile can gather.
pub const MAX_OPINIONS: usize = 40;
/// How many themes of their own the users can add.
pub const MAX_EXTRA_THEMES: usize = 8;

/// Everything that a profile file holds, in the order in which it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub format: u32,
    pub company: String,
    /// ISO 8601 calendar date, such as `2026-11-24`.
    pub date: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// What kind of company it is and why its answer is right, by language code.
    #[serde(
        default,
        skip_serializing_if = "IndexMap::is_empty",
        deserialize_with = "unique::map"
    )]
    pub description: IndexMap<String, String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// How far the weights are in doubt, 0 to 100: 0 takes them as they are, 100 takes any weights.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_doubt: f64,
    /// The departments that exist, in the order of the chart; general management is always there.
    pub departments: Vec<Department>,
    /// By factor id.
    #[serde(deserialize_with = "unique::map")]
    pub factors: IndexMap<String, FactorInput>,
    /// The company's own pace, and what is planned.
    #[serde(default, skip_serializing_if = "Plan::is_usual")]
    pub plan: Plan,
    /// Name of the first scenario, which is all of the above; empty for the usual name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scenario: String,
    /// The other scenarios.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scenarios: Vec<Scenario>,
    /// What the people in the room think, each under a name or none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Scenario>,
}

/// Another way in which the same company could be, or is seen by someone: what [`Profile`] holds of
/// the first. The fields stand there again because a file that names unknown fields is refused,
/// which serde cannot do for a shared part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub name: String,
    /// As in [`Profile`].
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_doubt: f64,
    pub departments: Vec<Department>,
    #[serde(deserialize_with = "unique::map")]
    pub factors: IndexMap<String, FactorInput>,
    #[serde(default, skip_serializing_if = "Plan::is_usual")]
    pub plan: Plan,
}

/// A department of the company; `name` replaces the usual label where it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it may host the function, where the knowledge base has it as a possible place.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub hosts: bool,
}

impl Department {
    /// A department under its usual name, which may host the function.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: String::new(),
            hosts: true,
        }
    }
}

/// One card: its weight and its sliders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorInput {
    /// Importance of the factor, 0 to 100; only the proportions between factors count.
    pub weight: f64,
    /// Option id; empty where the factor has no choice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub choice: String,
    /// Nobody in the room knows: the factor then says nothing, and may be anything.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unknown: bool,
    /// By quantity id.
    #[serde(deserialize_with = "unique::map")]
    pub quantities: IndexMap<String, Setting>,
    /// Themes that the users added; they count in the diversity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<ExtraTheme>,
}

/// One slider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// 0 to 100.
    pub value: f64,
    /// How far the value may be off on either side, 0 to 100.
    #[serde(default = "usual_doubt", skip_serializing_if = "is_usual_doubt")]
    pub plus_minus: f64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A theme of the company's own; its value is taken to be off by the usual doubt at most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraTheme {
    pub name: String,
    /// 0 to 100.
    pub value: f64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Setting {
    pub fn new(value: f64) -> Self {
        Self {
            value,
            plus_minus: USUAL_DOUBT,
            note: String::new(),
        }
    }
}

impl FactorInput {
    /// The factor with every slider at its default.
    pub fn new(factor: &Factor) -> Self {
        Self {
            weight: 50.0,
            choice: factor
                .choice
                .as_ref()
                .map(|choice| choice.default.clone())
                .unwrap_or_default(),
            unknown: false,
            quantities: factor
                .quantities
                .iter()
                .map(|quantity| (quantity.id.clone(), Setting::new(quantity.default)))
                .collect(),
            extra: Vec::new(),
        }
    }

    /// The value of a quantity; 0 for one that does not exist.
    pub fn value(&self, quantity: &str) -> f64 {
        self.quantities
            .get(quantity)
            .map_or(0.0, |setting| setting.value)
    }
}

impl Profile {
    /// A profile at the defaults, with every usual department.
    pub fn new(knowledge: &Knowledge, date: &str) -> Self {
        Self {
            format: FORMAT,
            company: String::new(),
            date: date.to_owned(),
            author: String::new(),
            description: IndexMap::new(),
            notes: String::new(),
            weight_doubt: whole(),
            departments: knowledge
                .departments
                .iter()
                .map(|kind| Department::new(&kind.id))
                .collect(),
            factors: knowledge
                .factors
                .iter()
                .map(|factor| (factor.id.clone(), FactorInput::new(factor)))
                .collect(),
            plan: Plan::default(),
            scenario: String::new(),
            scenarios: Vec::new(),
            opinions: Vec::new(),
        }
    }

    /// Puts another scenario in the place of the first, and the first in its place; the same call
    /// puts them back. Nothing happens for one that does not exist.
    pub fn swap_scenario(&mut self, index: usize) {
        let Some(other) = self.scenarios.get_mut(index) else {
            return;
        };
        std::mem::swap(&mut self.scenario, &mut other.name);
        std::mem::swap(&mut self.weight_doubt, &mut other.weight_doubt);
        std::mem::swap(&mut self.departments, &mut other.departments);
        std::mem::swap(&mut self.factors, &mut other.factors);
        std::mem::swap(&mut self.plan, &mut other.plan);
    }

    /// The first scenario under another name.
    pub fn as_scenario(&self, name: &str) -> Scenario {
        Scenario {
            name: name.to_owned(),
            weight_doubt: self.weight_doubt,
            departments: self.departments.clone(),
            factors: self.factors.clone(),
            plan: self.plan.clone(),
        }
    }

    /// Reads and validates a profile.
    ///
    /// # Errors
    /// Every problem found, each with `file`, line, column and field.
    pub fn parse(knowledge: &Knowledge, file: &str, text: &str) -> Result<Self, Problems> {
        let (mut profile, text) =
            problem::read(file, text, &migrate::PROFILE, |profile: &Self| {
                profile.format
            })?;
        profile.flaws(knowledge).place(file, &text)?;
        put_in_order(knowledge, &mut profile.factors);
        for scenario in profile.scenarios.iter_mut().chain(&mut profile.opinions) {
            put_in_order(knowledge, &mut scenario.factors);
        }
        Ok(profile)
    }

    /// The profile as a file: readable, stable, one value a line.
    ///
    /// # Errors
    /// Only where RON cannot hold a value, which validation excludes.
    pub fn to_text(&self) -> Result<String, ron::Error> {
        let config = ron::ser::PrettyConfig::new()
            .new_line("\n")
            .indentor("    ")
            .compact_structs(false);
        let body = ron::ser::to_string_pretty(self, config)?;
        // A slider stays on one line: `"risk": (value: 80.0, note: "…")`.
        Ok(format!(
            "// Attache\n{}\n",
            plain_spaces(&fold_leaves(&body))
        ))
    }

    pub fn has_department(&self, id: &str) -> bool {
        self.departments
            .iter()
            .any(|department| department.id == id)
    }

    /// Whether the function may be attached to a department.
    pub fn can_host(&self, id: &str) -> bool {
        self.departments
            .iter()
            .any(|department| department.id == id && department.hosts)
    }

    /// The description in `lang`, or in the other language where only that one is written.
    pub fn description(&self, lang: Lang) -> &str {
        [lang, lang.other()]
            .iter()
            .find_map(|lang| self.description.get(lang.code()))
            .map_or("", String::as_str)
    }

    fn flaws(&self, knowledge: &Knowledge) -> Flaws {
        let mut flaws = Flaws::default();
        let key = Step::key;
        for (field, text, most) in [
            ("company", &self.company, MAX_NAME),
            ("author", &self.author, MAX_NAME),
            ("notes", &self.notes, MAX_TEXT),
            ("scenario", &self.scenario, MAX_NAME),
        ] {
            length(|| vec![key(field)], text, most, &mut flaws);
        }
        if self.date.parse::<jiff::civil::Date>().is_err() {
            let found = self.date.clone();
            flaws.push(Flaw::new([key("date")], ProblemKind::BadDate { found }));
        }
        for (code, text) in &self.description {
            let path = || vec![key("description"), key(code)];
            length(path, text, MAX_TEXT, &mut flaws);
            if Lang::from_code(code).is_none() {
                let known = Lang::ALL.map(Lang::code);
                flaws.push(unknown(path(), code, known));
            }
        }
        let first = Content {
            at: Vec::new(),
            weight_doubt: self.weight_doubt,
            departments: &self.departments,
            factors: &self.factors,
            plan: &self.plan,
        };
        first.flaws(knowledge, &mut flaws);
        for (list, scenarios, most) in [
            ("scenarios", &self.scenarios, MAX_SCENARIOS),
            ("opinions", &self.opinions, MAX_OPINIONS),
        ] {
            if scenarios.len() > most {
                flaws.push(too_many(vec![key(list)], scenarios.len(), most));
                continue;
            }
            for (index, scenario) in scenarios.iter().enumerate() {
                let name = || vec![key(list), Step::Index(index), key("name")];
                length(name, &scenario.name, MAX_NAME, &mut flaws);
                let other = Content {
                    at: vec![key(list), Step::Index(index)],
                    weight_doubt: scenario.weight_doubt,
                    departments: &scenario.departments,
                    factors: &scenario.factors,
                    plan: &scenario.plan,
                };
                other.flaws(knowledge, &mut flaws);
            }
        }
        flaws
    }
}

fn put_in_order(knowledge: &Knowledge, factors: &mut IndexMap<String, FactorInput>) {
    let position = |id: &str| knowledge.factors.iter().position(|f| f.id == id);
    factors.sort_by(|a, _, b, _| position(a).cmp(&position(b)));
    for factor in &knowledge.factors {
        let Some(input) = factors.get_mut(&factor.id) else {
            continue;
        };
        let position = |id: &str| factor.quantities.iter().position(|q| q.id == id);
        input
            .quantities
            .sort_by(|a, _, b, _| position(a).cmp(&position(b)));
    }
}

/// What each scenario holds, and where it stands in the file.
struct Content<'a> {
    at: Vec<Step>,
    weight_doubt: f64,
    departments: &'a [Department],
    factors: &'a IndexMap<String, FactorInput>,
    plan: &'a Plan,
}

impl Content<'_> {
    fn path(&self, rest: &[Step]) -> Vec<Step> {
        [&self.at, rest].concat()
    }

    fn flaws(&self, knowledge: &Knowledge, flaws: &mut Flaws) {
        let key = Step::key;
        self.department_flaws(knowledge, flaws);
        range(self.path(&[key("weight_doubt")]), self.weight_doubt, flaws);
        for id in self.factors.keys() {
            if knowledge.factor(id).is_none() {
                let known = knowledge.factors.iter().map(|f| f.id.as_str());
                flaws.push(unknown(self.path(&[key("factors"), key(id)]), id, known));
            }
        }
        for factor in &knowledge.factors {
            match self.factors.get(&factor.id) {
                Some(input) => {
                    let at = self.path(&[key("factors"), key(&factor.id)]);
                    factor_flaws(&at, factor, input, flaws);
                }
                None => flaws.push(missing(self.path(&[key("factors")]), &factor.id)),
            }
        }
        self.plan_flaws(knowledge, flaws);
    }

    fn plan_flaws(&self, knowledge: &Knowledge, flaws: &mut Flaws) {
        let key = Step::key;
        let plan = self.path(&[key("plan")]);
        let field = |rest: &[Step]| [plan.as_slice(), rest].concat();
        within(
            field(&[key("pace")]),
            self.plan.pace,
            (0.0, MAX_PACE),
            flaws,
        );
        let events = &self.plan.events;
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
        let exists = |id: &str| self.departments.iter().any(|other| other.id == id);
        if !exists(GENERAL_MANAGEMENT) {
            flaws.push(missing(departments.clone(), GENERAL_MANAGEMENT));
        }
        if self.departments.len() > MAX_DEPARTMENTS {
            let found = self.departments.len();
            return flaws.push(too_many(departments, found, MAX_DEPARTMENTS));
        }
        for (index, department) in self.departments.iter().enumerate() {
            let path = [departments.as_slice(), &[Step::Index(index)]].concat();
            let name = || [path.as_slice(), &[Step::key("name")]].concat();
            length(name, &department.name, MAX_NAME, flaws);
            if self.departments[..index]
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

/// Puts each innermost `( … )` on one line.
fn fold_leaves(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines() {
        let closes = line.trim_start().starts_with(')');
        let open = out.iter().rposition(|before| before.ends_with('('));
        if let (true, Some(open)) = (closes, open)
            && out[open + 1..].iter().all(|inner| {
                inner.ends_with(',') && !inner.trim_start().starts_with([')', ']', '}'])
            })
        {
            let fields: Vec<_> = out[open + 1..].iter().map(|field| field.trim()).collect();
            let folded = format!(
                "{}{}{}",
                out[open],
                fields.join(" ").trim_end_matches(','),
                line.trim_start()
            );
            out.truncate(open);
            out.push(folded);
        } else {
            out.push(line.to_owned());
        }
    }
    out.join("\n")
}

/// Writes the no-break spaces of French typography as themselves rather than as escapes.
fn plain_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let spaces = [("\\u{a0}", '\u{a0}'), ("\\u{202f}", '\u{202f}')];
        if let Some((escape, space)) = spaces.iter().find(|(escape, _)| rest.starts_with(escape)) {
            out.push(*space);
            rest = &rest[escape.len()..];
        } else {
            // An escape is at least two characters, the second of which may be a backslash too.
            let end = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    out + rest
}

// What is not written in a file where it is as usual.

fn whole() -> f64 {
    100.0
}

fn is_whole(doubt: &f64) -> bool {
    *doubt == whole()
}

fn usual_doubt() -> f64 {
    USUAL_DOUBT
}

fn is_usual_doubt(doubt: &f64) -> bool {
    *doubt == USUAL_DOUBT
}

fn is_false(value: &bool) -> bool {
    !value
}

fn yes() -> bool {
    true
}

fn is_true(value: &bool) -> bool {
    *value
}
