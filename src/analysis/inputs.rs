//! Reads a scenario into dense numbers: normalised weights and measures.

use crate::model::{
    Alternative, AlternativeId, Contact, Department, DepartmentId, Factor, FactorId, FactorInput,
    GENERAL_MANAGEMENT, Knowledge, Levels, List, MeasureId, Part, QuestionId, Scenario,
};

/// Per question and alternative: whether the company has what the alternative needs.
pub(super) type Possible = List<QuestionId, List<AlternativeId, bool>>;

/// What the engine needs of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// One per factor, non-negative, summing to 1, or all 0 when every weight is 0. A factor that says
    /// nothing keeps its weight: fits then lie nearer to 50 and their bases.
    pub weights: List<FactorId, f64>,
    /// Per factor, where its sliders are; `None` while the factor is not known.
    pub levels: List<FactorId, Option<Levels>>,
    /// One per measure, 0-100; `None` where the measure has nothing to say.
    pub measures: List<MeasureId, Option<f64>>,
    /// Per question and alternative: whether the company has what the alternative needs.
    pub available: Possible,
    /// How many departments beside general management can take part.
    pub beside: usize,
}

impl Inputs {
    /// Reads a scenario; what it does not say of a factor leaves the factor’s measures silent.
    pub fn read(knowledge: &Knowledge, scenario: &Scenario) -> Self {
        let raw: List<FactorId, f64> = knowledge
            .factors
            .iter()
            .map(|factor| scenario.factors.get(&factor.id).map_or(0.0, |f| f.weight))
            .collect();
        let levels: List<FactorId, Option<Levels>> = knowledge
            .factors
            .iter()
            .map(|factor| {
                let input = scenario.factors.get(&factor.id)?;
                (!input.unknown).then(|| levels_of(factor, input))
            })
            .collect();
        let mut measures = List::default();
        for (factor, levels) in knowledge.factors.iter().zip(&levels) {
            match levels {
                Some(levels) => measures.extend(knowledge.read(factor, levels)),
                None => measures.extend(factor.measures.iter().map(|_| None)),
            }
        }
        Self {
            weights: normalise(&raw),
            levels,
            measures,
            available: available(knowledge, &scenario.departments),
            beside: beside(knowledge, &scenario.departments, &scenario.contacts),
        }
    }
}

/// Per question and alternative: whether a company with these departments has what the alternative
/// needs.
pub(super) fn available(knowledge: &Knowledge, departments: &[Department]) -> Possible {
    let hosts = |kind: DepartmentId| {
        let id = &knowledge.departments[kind].id;
        departments.iter().any(|d| d.id == *id && d.hosts)
    };
    let possible = |alternative: &Alternative| alternative.department.is_none_or(hosts);
    let questions = knowledge.questions.iter();
    questions
        .map(|question| question.alternatives.iter().map(possible).collect())
        .collect()
}

/// How many departments beside general management can take part: those that the knowledge base knows
/// by their themes, or that are to take part whatever these are: set so, or as a contact point is theirs.
pub(super) fn beside(
    knowledge: &Knowledge,
    departments: &[Department],
    contacts: &[Contact],
) -> usize {
    let takes_part = |department: &&Department| {
        contacts
            .iter()
            .any(|contact| contact.is_for(&department.id))
            || match department.part {
                Part::Always => true,
                Part::Never => false,
                Part::ByThemes => knowledge.department(&department.id).is_some(),
            }
    };
    let others = departments.iter().filter(|d| d.id != GENERAL_MANAGEMENT);
    others.filter(takes_part).count()
}

/// Weights over their sum; all 0 when the sum is.
pub(super) fn normalise(raw: &List<FactorId, f64>) -> List<FactorId, f64> {
    let total: f64 = raw.iter().sum();
    let scale = if total > 0.0 { 1.0 / total } else { 0.0 };
    raw.iter().map(|weight| weight * scale).collect()
}

/// The sliders of a factor as they are set.
pub(super) fn levels_of(factor: &Factor, input: &FactorInput) -> Levels {
    let quantities = factor.quantities.iter();
    let choice = factor.choice.as_ref();
    Levels {
        quantities: quantities
            .map(|quantity| input.value(&quantity.id))
            .collect(),
        extra: input.extra.iter().map(|theme| theme.value).collect(),
        choice: choice.and_then(|choice| choice.option_id(&input.choice)),
    }
}
