//! The knowledge base: what Attache asks, what can be answered, and why.

use serde::Deserialize;
use siphasher::sip::SipHasher13;

use super::curve::{Curve, CurveTable};
use super::evolution::{EventKind, EvolutionRule};
use super::problem::Problems;
use super::text::Text;
use super::{migrate, problem, validate};

/// A validated knowledge base. See `assets/knowledge.ron` for the format.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Knowledge {
    pub format: u32,
    pub name: Text,
    pub sources: Vec<Source>,
    pub departments: Vec<DepartmentKind>,
    pub factors: Vec<Factor>,
    pub questions: Vec<Question>,
    pub coverage: CoverageRule,
    pub warnings: Vec<Warning>,
    pub evolution: EvolutionRule,
    /// Eight signs that tell this text from any other.
    #[serde(skip)]
    pub fingerprint: String,
    /// `(factor, measure)` positions of every measure, in file order; resolved at load.
    #[serde(skip)]
    pub(super) measures: Vec<(usize, usize)>,
}

/// A published work that curves and evidence refer to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    /// Year of publication, where it is known.
    pub year: Option<i32>,
    pub citation: String,
}

/// A department that a company usually has, and the themes that are its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartmentKind {
    pub id: String,
    pub label: Text,
    /// Quantity ids of the extensible factor.
    pub themes: Vec<String>,
}

/// One card on screen: quantities set by the user and measures derived from them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    pub id: String,
    pub label: Text,
    pub help: Text,
    /// The article's own words, in French.
    pub quote: String,
    #[serde(default)]
    pub choice: Option<Choice>,
    /// Whether the user may add quantities of the same nature (themes).
    #[serde(default)]
    pub extensible: bool,
    pub quantities: Vec<Quantity>,
    pub measures: Vec<Measure>,
}

/// A slider, 0 to 100.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    pub id: String,
    pub label: Text,
    /// The left end of the slider, in words.
    pub low: Text,
    /// The right end of the slider, in words.
    pub high: Text,
    pub default: f64,
}

/// A choice among named options that goes with a factor.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub label: Text,
    pub default: String,
    pub options: Vec<ChoiceOption>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    pub id: String,
    pub label: Text,
    /// The body outside the company that the option stands for, as named on the chart.
    pub outside: Option<Text>,
}

/// What response curves read, 0 to 100.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub id: String,
    pub label: Text,
    pub reading: Reading,
    /// Positions, in the factor, of the quantities that it reads; resolved at load.
    #[serde(skip)]
    pub(crate) reads: Vec<usize>,
}

/// How a measure is read from the quantities of its factor.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Reading {
    /// The quantity itself.
    Level(String),
    /// `a · b / 100 …`; silent unless the factor's choice is `only`, or while it is `unless`.
    Product {
        quantities: Vec<String>,
        #[serde(default)]
        only: Option<String>,
        #[serde(default)]
        unless: Option<String>,
    },
    /// The quantity's share of the factor's sum, in per cent; silent when the sum is zero.
    Share(String),
    /// Hill number of order 1 of the shares (M. O. Hill, 1973), scaled so that one theme alone
    /// gives 0 and all themes equal give 100; silent when the sum is zero.
    Diversity,
}

/// One of the questions that the engine answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub label: Text,
    /// Margin, in points of fit, under which the answer is too close to call.
    pub too_close: f64,
    pub alternatives: Vec<Alternative>,
    pub responses: Vec<Response>,
    /// The curves of the responses; filled at load.
    #[serde(skip)]
    pub table: CurveTable,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub id: String,
    pub label: Text,
    /// The alternative as part of the answer's sentence.
    pub phrase: Text,
    /// Department without which the alternative is impossible.
    pub department: Option<String>,
    pub evidence: Option<Evidence>,
    /// What the alternative puts in the departments of the chart.
    #[serde(default)]
    pub draws: Option<Members>,
    /// The title that the alternative gives to the function on the chart.
    #[serde(default)]
    pub title: Option<Text>,
    /// The body outside the company that the alternative adds to the chart.
    #[serde(default)]
    pub outside: Option<Text>,
}

/// Who takes part beside the function itself, on the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Members {
    /// Uncoordinated initiatives in the departments.
    Initiatives,
    /// One team under the function.
    Team,
    /// A correspondent in each department, tied to the function.
    Correspondents,
    /// Hubs in the departments whose themes matter most, tied to the function.
    Hubs,
    /// Every department takes part, tied to the function.
    Everyone,
}

/// A published finding to show beside an alternative.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub source: String,
    pub text: Text,
}

/// The curves of one measure, one per alternative that it speaks of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub measure: String,
    pub curves: Vec<Curve>,
    /// Position of `measure` among all measures, resolved at load.
    #[serde(skip)]
    pub measure_index: usize,
}

/// How heavy contact points are, and what holds them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageRule {
    /// Importance times posture, in per cent, from which a contact point counts as open.
    pub opens_from: f64,
    pub postures: Vec<Posture>,
    /// Capacity of any company, in the points in which loads are counted.
    pub base: f64,
    /// Capacity gained per point of a measure.
    pub gains: Vec<(String, f64)>,
    /// What each form multiplies the capacity by.
    pub forms: Vec<(String, f64)>,
    pub why: Text,
    #[serde(default)]
    pub basis: Basis,
}

/// A way of being there: a quantity of the strategy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posture {
    pub quantity: String,
    /// The posture in a few words, after the name of a theme.
    pub label: Text,
    /// Load per point of presence.
    pub effort: f64,
    /// A measure that makes it heavier: at 100 the load doubles.
    #[serde(default)]
    pub grows_with: Option<String>,
}

/// A warning and when it holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    pub id: String,
    pub when: Condition,
    pub text: Text,
    #[serde(default)]
    pub basis: Basis,
}

/// When a warning holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    /// The measure is above a limit.
    Above(String, f64),
    /// The measure is below a limit.
    Below(String, f64),
    /// The first measure is above the second.
    Exceeds(String, String),
    /// The measure has nothing to say.
    Silent(String),
    /// The question's leading answer is this alternative.
    Leads(String, String),
    /// A contact point would be open without anyone to hold it.
    Unattended,
}

/// What a curve rests on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Basis {
    /// Our own judgement, shown as such.
    #[default]
    Judgement,
    /// A sentence of the article, quoted in French.
    Article(String),
    /// A published source, by id.
    Evidence(String),
}

impl Knowledge {
    /// The text of the knowledge base that comes with the program: what to start one's own from.
    pub const BUILTIN: &str = include_str!("../../assets/knowledge.ron");

    /// The knowledge base that comes with the program.
    ///
    /// # Panics
    /// Never in a tested build: a test loads it.
    #[expect(clippy::panic, reason = "a test loads it")]
    pub fn builtin() -> Self {
        match Self::parse("knowledge.ron", Self::BUILTIN) {
            Ok(knowledge) => knowledge,
            Err(problems) => panic!("the built-in knowledge base is invalid: {problems:?}"),
        }
    }

    /// Reads and validates a knowledge base.
    ///
    /// # Errors
    /// Every problem found, each with `file`, line, column and field.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let (mut knowledge, text) =
            problem::read(file, text, &migrate::KNOWLEDGE, |base: &Self| base.format)?;
        validate::resolve(&mut knowledge).or_else(|flaws| flaws.place(file, &text))?;
        knowledge.fingerprint = fingerprint(&text);
        Ok(knowledge)
    }

    /// How many measures there are; measure indices run below it.
    pub fn measure_count(&self) -> usize {
        self.measures.len()
    }

    pub fn measure(&self, index: usize) -> &Measure {
        let (factor, measure) = self.measures[index];
        &self.factors[factor].measures[measure]
    }

    /// Index of the factor that a measure belongs to.
    pub fn measure_factor(&self, index: usize) -> usize {
        self.measures[index].0
    }

    pub fn measure_index(&self, id: &str) -> Option<usize> {
        (0..self.measures.len()).find(|&index| self.measure(index).id == id)
    }

    pub fn question(&self, id: &str) -> Option<(usize, &Question)> {
        self.questions
            .iter()
            .enumerate()
            .find(|(_, question)| question.id == id)
    }

    pub fn factor(&self, id: &str) -> Option<&Factor> {
        self.factors.iter().find(|factor| factor.id == id)
    }

    /// Positions of the factor of a quantity and of the quantity in it.
    pub fn quantity_position(&self, id: &str) -> Option<(usize, usize)> {
        self.factors.iter().enumerate().find_map(|(f, factor)| {
            let position = factor.quantities.iter().position(|q| q.id == id)?;
            Some((f, position))
        })
    }

    pub fn event(&self, id: &str) -> Option<&EventKind> {
        self.evolution.events.iter().find(|event| event.id == id)
    }

    pub fn department(&self, id: &str) -> Option<&DepartmentKind> {
        self.departments.iter().find(|kind| kind.id == id)
    }

    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}

/// The same for the same text, on every machine and for ever.
fn fingerprint(text: &str) -> String {
    let hash = SipHasher13::new().hash(text.as_bytes());
    format!("{:08x}", hash >> 32)
}

impl Factor {
    pub fn quantity(&self, id: &str) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| quantity.id == id)
    }

    /// Positions, in the factor, of the measures that a quantity takes part in.
    pub fn measures_of(&self, quantity: &str) -> impl Iterator<Item = usize> {
        self.measures
            .iter()
            .enumerate()
            .filter(move |(_, measure)| measure.reads(quantity))
            .map(|(position, _)| position)
    }
}

impl Choice {
    pub fn option(&self, id: &str) -> Option<&ChoiceOption> {
        self.options.iter().find(|option| option.id == id)
    }
}

impl Measure {
    /// Whether moving `quantity` moves this measure by its own curve.
    ///
    /// Diversity moves with every theme, but has a card line of its own.
    pub fn reads(&self, quantity: &str) -> bool {
        match &self.reading {
            Reading::Level(id) | Reading::Share(id) => id == quantity,
            Reading::Product { quantities, .. } => quantities.iter().any(|id| id == quantity),
            Reading::Diversity => false,
        }
    }

    /// The quantity whose slider a reason drawn from this measure leads to.
    pub fn leading_quantity(&self) -> Option<&str> {
        match &self.reading {
            Reading::Level(id) | Reading::Share(id) => Some(id),
            Reading::Product { quantities, .. } => quantities.first().map(String::as_str),
            Reading::Diversity => None,
        }
    }
}

impl Question {
    pub fn alternative(&self, id: &str) -> Option<(usize, &Alternative)> {
        self.alternatives
            .iter()
            .enumerate()
            .find(|(_, alternative)| alternative.id == id)
    }
}
