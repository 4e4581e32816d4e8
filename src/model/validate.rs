//! Holds a knowledge base to its own rules and resolves its references.

use std::collections::HashSet;

use super::curve::{Curve, Direction};
use super::knowledge::{Basis, Condition, Factor, Knowledge, Question, Reading};
use super::locate::Step;
use super::problem::{Flaw, Flaws, ProblemKind, length, too_many};
use super::text::Text;
use super::validate_evolution;
use super::{MAX_ALTERNATIVES, MAX_DEPARTMENTS, MAX_FACTORS, MAX_ITEMS, MAX_TEXT};

/// No honest number of a coverage rule is larger.
const MOST: f64 = 1e6;

/// Checks everything, then fills the indices.
///
/// # Errors
/// Every flaw found, in file order.
pub fn resolve(knowledge: &mut Knowledge) -> Result<(), Flaws> {
    let mut check = Check::default();
    check.sizes(knowledge);
    // The other checks look each thing up in the lists: those must be of a size to do so.
    if check.flaws.is_empty() {
        check.knowledge(knowledge);
    }
    if !check.flaws.is_empty() {
        return Err(check.flaws);
    }

    knowledge.measures = knowledge
        .factors
        .iter()
        .enumerate()
        .flat_map(|(f, factor)| (0..factor.measures.len()).map(move |m| (f, m)))
        .collect();
    for factor in &mut knowledge.factors {
        for measure in &mut factor.measures {
            measure.reads = (0..factor.quantities.len())
                .filter(|&position| measure.reads(&factor.quantities[position].id))
                .collect();
        }
    }
    validate_evolution::resolve(knowledge);
    let ids: Vec<String> = (0..knowledge.measure_count())
        .map(|index| knowledge.measure(index).id.clone())
        .collect();
    let factors: Vec<usize> = (0..ids.len())
        .map(|measure| knowledge.measure_factor(measure))
        .collect();
    for question in &mut knowledge.questions {
        let alternatives: Vec<_> = question.alternatives.iter().map(|a| a.id.clone()).collect();
        for response in &mut question.responses {
            response.measure_index = ids
                .iter()
                .position(|id| *id == response.measure)
                .unwrap_or_default();
            for curve in &mut response.curves {
                curve.alternative = alternatives
                    .iter()
                    .position(|id| *id == curve.to)
                    .unwrap_or_default();
            }
            let measure = response.measure_index;
            question.table.responses.push((measure, factors[measure]));
            for curve in &response.curves {
                question.table.add(curve);
            }
        }
    }
    Ok(())
}

fn path_to(path: &[Step], name: &str) -> Vec<Step> {
    [path, &[Step::key(name)]].concat()
}

/// The path walked so far and what was found wrong on it.
#[derive(Default)]
pub(super) struct Check {
    path: Vec<Step>,
    flaws: Flaws,
}

impl Check {
    pub(super) fn within(&mut self, step: Step, inner: impl FnOnce(&mut Self)) {
        self.path.push(step);
        inner(self);
        self.path.pop();
    }

    fn field(&mut self, name: &str, inner: impl FnOnce(&mut Self)) {
        self.within(Step::key(name), inner);
    }

    pub(super) fn each<'a, T>(
        &mut self,
        name: &str,
        items: &'a [T],
        mut inner: impl FnMut(&mut Self, &'a T),
    ) {
        self.field(name, |check| {
            for (index, item) in items.iter().enumerate() {
                check.within(Step::Index(index), |check| inner(check, item));
            }
        });
    }

    fn flaw(&mut self, kind: ProblemKind) {
        self.flaws.push(Flaw::new(self.path.clone(), kind));
    }

    fn duplicate(&mut self, id: &str) {
        let found = id.to_owned();
        self.flaw(ProblemKind::Duplicate { found });
    }

    fn size(&mut self, name: &str, found: usize, most: usize) {
        if found > most {
            let flaw = too_many(path_to(&self.path, name), found, most);
            self.flaws.push(flaw);
        }
    }

    /// Every list that others refer to.
    fn sizes(&mut self, knowledge: &Knowledge) {
        let (factors, questions) = (&knowledge.factors, &knowledge.questions);
        self.size("sources", knowledge.sources.len(), MAX_ITEMS);
        self.size("departments", knowledge.departments.len(), MAX_DEPARTMENTS);
        self.size("factors", factors.len(), MAX_FACTORS);
        self.size("questions", questions.len(), MAX_ITEMS);
        self.size("events", knowledge.evolution.events.len(), MAX_ITEMS);
        self.each("factors", factors, |check, factor| {
            let options = factor.choice.as_ref().map_or(0, |c| c.options.len());
            check.size("quantities", factor.quantities.len(), MAX_ITEMS);
            check.size("measures", factor.measures.len(), MAX_ITEMS);
            check.size("choice", options, MAX_ITEMS);
        });
        self.each("questions", questions, |check, question| {
            check.size(
                "alternatives",
                question.alternatives.len(),
                MAX_ALTERNATIVES,
            );
        });
    }

    /// A text in one language, such as a citation.
    fn plain(&mut self, name: &str, text: &str) {
        let path = || path_to(&self.path, name);
        length(path, text, MAX_TEXT, &mut self.flaws);
    }

    pub(super) fn text(&mut self, name: &str, text: &Text) {
        self.field(name, |check| {
            for (lang, wording) in [("fr", &text.fr), ("en", &text.en)] {
                if wording.trim().is_empty() {
                    check.field(lang, |check| check.flaw(ProblemKind::EmptyText));
                }
                check.plain(lang, wording);
            }
        });
    }

    pub(super) fn number(&mut self, name: &str, value: f64, low: f64, high: f64) {
        self.field(name, |check| check.number_here(value, low, high));
    }

    pub(super) fn number_here(&mut self, value: f64, low: f64, high: f64) {
        if !(low..=high).contains(&value) {
            let found = value;
            self.flaw(ProblemKind::OutOfRange { found, low, high });
        }
    }

    pub(super) fn known<'a>(
        &mut self,
        name: &str,
        id: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        self.field(name, |check| check.known_here(id, known));
    }

    pub(super) fn known_here<'a>(&mut self, id: &str, known: impl IntoIterator<Item = &'a str>) {
        let known: Vec<_> = known.into_iter().collect();
        if !known.contains(&id) && !self.flaws.are_enough() {
            self.flaw(ProblemKind::UnknownId {
                found: id.to_owned(),
                expected: known.into_iter().map(str::to_owned).collect(),
            });
        }
    }

    pub(super) fn unique<'a>(&mut self, name: &str, ids: impl IntoIterator<Item = &'a str>) {
        let mut seen = HashSet::new();
        let ids: Vec<_> = ids.into_iter().collect();
        self.field(name, |check| {
            if ids.is_empty() {
                check.flaw(ProblemKind::EmptyList);
            }
            for (index, id) in ids.into_iter().enumerate() {
                if !seen.insert(id) {
                    check.within(Step::Index(index), |check| check.duplicate(id));
                }
            }
        });
    }

    fn knowledge(&mut self, knowledge: &Knowledge) {
        self.text("name", &knowledge.name);
        self.unique("sources", knowledge.sources.iter().map(|s| s.id.as_str()));
        self.unique(
            "departments",
            knowledge.departments.iter().map(|d| d.id.as_str()),
        );
        self.unique("factors", knowledge.factors.iter().map(|f| f.id.as_str()));
        self.unique(
            "questions",
            knowledge.questions.iter().map(|q| q.id.as_str()),
        );
        self.each("sources", &knowledge.sources, |check, source| {
            check.plain("citation", &source.citation);
        });
        let themes: Vec<_> = knowledge
            .factors
            .iter()
            .filter(|factor| factor.extensible)
            .flat_map(|factor| &factor.quantities)
            .map(|quantity| quantity.id.as_str())
            .collect();
        self.each("departments", &knowledge.departments, |check, kind| {
            check.text("label", &kind.label);
            for theme in &kind.themes {
                check.known("themes", theme, themes.iter().copied());
            }
        });
        let mut measures = HashSet::new();
        self.each("factors", &knowledge.factors, |check, factor| {
            check.factor(factor);
            check.each("measures", &factor.measures, |check, measure| {
                if !measures.insert(measure.id.as_str()) {
                    check.duplicate(&measure.id);
                }
            });
        });
        for id in ["attachment", "form", "role", "sourcing"] {
            if knowledge.question(id).is_none() {
                self.field("questions", |check| {
                    let id = id.to_owned();
                    check.flaw(ProblemKind::MissingQuestion { id });
                });
            }
        }
        self.each("questions", &knowledge.questions, |check, question| {
            check.question(knowledge, question, &measures);
        });
        self.field("coverage", |check| check.coverage(knowledge, &measures));
        self.unique("warnings", knowledge.warnings.iter().map(|w| w.id.as_str()));
        self.each("warnings", &knowledge.warnings, |check, warning| {
            check.text("text", &warning.text);
            check.basis(knowledge, &warning.basis);
            check.field("when", |check| {
                check.condition(knowledge, &warning.when, &measures);
            });
        });
        self.field("evolution", |check| check.evolution(knowledge));
    }

    pub(super) fn basis(&mut self, knowledge: &Knowledge, basis: &Basis) {
        match basis {
            Basis::Judgement => {}
            Basis::Article(quote) => self.plain("basis", quote),
            Basis::Evidence(source) => {
                let sources = knowledge.sources.iter().map(|s| s.id.as_str());
                self.known("basis", source, sources);
            }
        }
    }

    fn coverage(&mut self, knowledge: &Knowledge, measures: &HashSet<&str>) {
        let rule = &knowledge.coverage;
        self.text("why", &rule.why);
        self.basis(knowledge, &rule.basis);
        self.number("opens_from", rule.opens_from, 0.0, 100.0);
        self.number("base", rule.base, 0.0, MOST);
        let quantities: Vec<&str> = knowledge
            .factors
            .iter()
            .flat_map(|factor| factor.quantities.iter().map(|q| q.id.as_str()))
            .collect();
        self.each("postures", &rule.postures, |check, posture| {
            check.text("label", &posture.label);
            check.known("quantity", &posture.quantity, quantities.iter().copied());
            // A load of nothing cannot be shared out.
            check.number("effort", posture.effort, 0.001, MOST);
            if let Some(measure) = &posture.grows_with {
                check.known("grows_with", measure, measures.iter().copied());
            }
        });
        self.each("gains", &rule.gains, |check, (measure, points)| {
            check.known_here(measure, measures.iter().copied());
            check.number_here(*points, 0.0, MOST);
        });
        let forms: Vec<&str> = knowledge
            .question("form")
            .iter()
            .flat_map(|(_, form)| form.alternatives.iter().map(|a| a.id.as_str()))
            .collect();
        self.each("forms", &rule.forms, |check, (form, factor)| {
            check.known_here(form, forms.iter().copied());
            check.number_here(*factor, 0.0, MOST);
        });
    }

    fn condition(
        &mut self,
        knowledge: &Knowledge,
        condition: &Condition,
        measures: &HashSet<&str>,
    ) {
        match condition {
            Condition::All(conditions) | Condition::Any(conditions) => {
                for condition in conditions {
                    self.condition(knowledge, condition, measures);
                }
            }
            Condition::Above(measure, limit) | Condition::Below(measure, limit) => {
                self.known_here(measure, measures.iter().copied());
                self.number_here(*limit, 0.0, 100.0);
            }
            Condition::Exceeds(more, less) => {
                self.known_here(more, measures.iter().copied());
                self.known_here(less, measures.iter().copied());
            }
            Condition::Silent(measure) => self.known_here(measure, measures.iter().copied()),
            Condition::Leads(question, alternative) => match knowledge.question(question) {
                Some((_, question)) => {
                    let ids = question.alternatives.iter().map(|a| a.id.as_str());
                    self.known_here(alternative, ids);
                }
                None => {
                    let ids = knowledge.questions.iter().map(|q| q.id.as_str());
                    self.known_here(question, ids);
                }
            },
            Condition::Unattended => {}
        }
    }

    fn factor(&mut self, factor: &Factor) {
        self.text("label", &factor.label);
        self.text("help", &factor.help);
        self.plain("quote", &factor.quote);
        let quantities = || factor.quantities.iter().map(|q| q.id.as_str());
        self.unique("quantities", quantities());
        self.each("quantities", &factor.quantities, |check, quantity| {
            check.text("label", &quantity.label);
            check.text("low", &quantity.low);
            check.text("high", &quantity.high);
            check.number("default", quantity.default, 0.0, 100.0);
        });
        let options: Vec<_> = factor
            .choice
            .iter()
            .flat_map(|choice| choice.options.iter().map(|option| option.id.as_str()))
            .collect();
        if let Some(choice) = &factor.choice {
            self.field("choice", |check| {
                check.text("label", &choice.label);
                check.unique("options", options.iter().copied());
                check.known("default", &choice.default, options.iter().copied());
                check.each("options", &choice.options, |check, option| {
                    check.text("label", &option.label);
                });
            });
        }
        self.each("measures", &factor.measures, |check, measure| {
            check.text("label", &measure.label);
            check.field("reading", |check| match &measure.reading {
                Reading::Level(id) | Reading::Share(id) => {
                    check.within(Step::Index(0), |check| check.known_here(id, quantities()));
                }
                Reading::Product {
                    quantities: read,
                    only,
                    unless,
                } => {
                    for id in read {
                        check.known("quantities", id, quantities());
                    }
                    for (name, option) in [("only", only), ("unless", unless)] {
                        if let Some(option) = option {
                            check.known(name, option, options.iter().copied());
                        }
                    }
                }
                Reading::Diversity => {}
            });
        });
    }

    fn question(&mut self, knowledge: &Knowledge, question: &Question, measures: &HashSet<&str>) {
        self.text("label", &question.label);
        self.number("too_close", question.too_close, 0.0, 100.0);
        let alternatives = || question.alternatives.iter().map(|a| a.id.as_str());
        let sources = || knowledge.sources.iter().map(|s| s.id.as_str());
        self.unique("alternatives", alternatives());
        self.each(
            "alternatives",
            &question.alternatives,
            |check, alternative| {
                check.text("label", &alternative.label);
                check.text("phrase", &alternative.phrase);
                if let Some(department) = &alternative.department {
                    let known = knowledge.departments.iter().map(|d| d.id.as_str());
                    check.known("department", department, known);
                }
                if let Some(evidence) = &alternative.evidence {
                    check.field("evidence", |check| {
                        check.text("text", &evidence.text);
                        check.known("source", &evidence.source, sources());
                    });
                }
            },
        );
        self.unique(
            "responses",
            question.responses.iter().map(|r| r.measure.as_str()),
        );
        self.each("responses", &question.responses, |check, response| {
            check.known("measure", &response.measure, measures.iter().copied());
            check.unique("curves", response.curves.iter().map(|c| c.to.as_str()));
            check.each("curves", &response.curves, |check, curve| {
                check.known("to", &curve.to, alternatives());
                check.text("why", &curve.why);
                check.basis(knowledge, &curve.basis);
                check.field("points", |check| check.points(curve));
            });
        });
    }

    fn points(&mut self, curve: &Curve) {
        let points = &curve.points;
        let ends = [points.first(), points.last()].map(|end| end.map(|p| p.0));
        if points.len() < 2 || ends != [Some(0.0), Some(100.0)] {
            return self.flaw(ProblemKind::CurveEnds);
        }
        for (index, &(x, y)) in points.iter().enumerate() {
            self.within(Step::Index(index), |check| {
                if !x.is_finite() || !y.is_finite() || !(-1.0..=1.0).contains(&y) {
                    check.flaw(ProblemKind::CurveValue { found: y });
                }
                let Some(&(x0, y0)) = index.checked_sub(1).map(|before| &points[before]) else {
                    return;
                };
                if x <= x0 {
                    check.flaw(ProblemKind::CurveOrder);
                }
                let falls = match curve.direction {
                    Direction::Up => y < y0,
                    Direction::Down => y > y0,
                };
                if falls {
                    let to = curve.to.clone();
                    check.flaw(ProblemKind::NotMonotone { to });
                }
            });
        }
    }
}
