//! Factors: what is asked of a company, and what is measured of what it says.

use super::direction::Direction;
use super::ids::{FactorId, MeasureId, OptionId, QuantityId, SliderAt};
use super::reading::Reading;
use super::steps::STEPS;
use crate::model::limits::GENERAL_MANAGEMENT;
use crate::model::list::List;
use crate::model::text::Text;

/// A department that a company usually has, and the themes that are its own.
#[derive(Clone, Debug, PartialEq)]
pub struct DepartmentKind {
    /// Its name in files.
    pub id: String,
    /// Its usual name.
    pub label: Text,
    /// The same within a sentence, with its article.
    pub named: Text,
    /// Sliders of a factor to which the users may add themes.
    pub themes: Vec<SliderAt>,
}

impl DepartmentKind {
    /// Whether it is general management, under which all others are.
    pub fn is_top(&self) -> bool {
        self.id == GENERAL_MANAGEMENT
    }
}

/// One card on screen: quantities set by the user and measures derived from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Its name in files.
    pub id: String,
    /// Its name on screen.
    pub label: Text,
    /// What it is, in a sentence or two.
    pub help: Text,
    /// The article's own words, in French.
    pub quote: String,
    /// What is asked of it, as one would aloud; `None` where its name has to do.
    pub ask: Option<Text>,
    /// A choice among named options, where the factor has one.
    pub choice: Option<Choice>,
    /// Whether the user may add quantities of the same nature (themes).
    pub extensible: bool,
    /// Its sliders.
    pub quantities: List<QuantityId, Quantity>,
    /// Its measures, among those of all factors.
    pub measures: Vec<MeasureId>,
}

/// A slider, 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its name in files.
    pub id: String,
    /// Its name on screen.
    pub label: Text,
    /// The left end of the slider, in words.
    pub low: Text,
    /// The right end of the slider, in words.
    pub high: Text,
    /// Where it stands in a new profile, 0 to 100.
    pub default: f64,
    /// Which way any company is the better for; `None` where neither way is better.
    pub better: Option<Direction>,
    /// What is asked of it, as one would aloud; `None` where its name has to do.
    pub ask: Option<Text>,
    /// Answers in five steps, the lowest first; `None` where those of all sliders, or its ends, do.
    pub steps: Option<[Text; STEPS]>,
}

/// A choice among named options that goes with a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its name in the file.
    pub id: String,
    /// Its name on screen.
    pub label: Text,
    /// What is chosen in a new profile.
    pub default: OptionId,
    /// One or more.
    pub options: List<OptionId, ChoiceOption>,
    /// The slider of the factor that says how much the body outside weighs that an option stands for,
    /// as told beside it on the chart; `None` where nothing is told.
    pub weight: Option<QuantityId>,
}

/// One of the options of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// Its name in files.
    pub id: String,
    /// Its name on screen.
    pub label: Text,
    /// The body outside the company that the option stands for, as named on the chart.
    pub outside: Option<Text>,
}

/// What response curves read, 0 to 100: an attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name in the file; no other factor has one of the same.
    pub id: String,
    /// Its name on screen.
    pub label: Text,
    /// The factor whose sliders it reads.
    pub factor: FactorId,
    /// How it reads them.
    pub reading: Reading,
}

impl Factor {
    /// The slider of this id.
    pub fn quantity(&self, id: &str) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| quantity.id == id)
    }
}

impl Choice {
    /// The option of this id.
    pub fn option(&self, id: &str) -> Option<&ChoiceOption> {
        self.options.iter().find(|option| option.id == id)
    }

    /// Where the option of this id stands.
    pub fn option_id(&self, id: &str) -> Option<OptionId> {
        self.options.position(|option| option.id == id)
    }
}
