//! The knowledge base: what Attache asks, what can be answered, and why.

use std::ops::Deref;
use std::sync::Arc;

use super::coverage::{CoverageRule, Warning};
use super::factor::{DepartmentKind, Factor, Measure, Quantity};
use super::ids::{
    DepartmentId, FactorId, MeasureId, OptionId, QuantityId, QuestionId, SliderAt, SourceId,
    WarningId,
};
use super::question::Question;
use super::reading::Levels;
use super::rule::{EventKind, EvolutionRule};
use super::source::Source;
use super::steps::Steps;
use super::whole::{Incompatible, Thresholds};
use crate::model::list::List;
use crate::model::text::Text;

/// A knowledge base, read from a file and sound: whatever one part of it says of another is there.
///
/// It is made by [`Knowledge::parse`] alone, never changes, and costs nothing to clone.
#[derive(Clone, Debug)]
pub struct Knowledge(Arc<Content>);

/// What a knowledge base holds, each list in the order of the file.
#[derive(Debug)]
pub struct Content {
    /// What it calls itself.
    pub name: Text,
    /// Eight signs that tell the text of this base from any other.
    pub fingerprint: String,
    /// What curves and evidence refer to.
    pub sources: List<SourceId, Source>,
    /// The departments that companies usually have, general management among them.
    pub departments: List<DepartmentId, DepartmentKind>,
    /// What is asked of a company.
    pub factors: List<FactorId, Factor>,
    /// The measures of all factors, factor by factor.
    pub measures: List<MeasureId, Measure>,
    /// What is answered.
    pub questions: List<QuestionId, Question>,
    /// Where the four questions stand that every base has.
    pub always: FourQuestions,
    /// From when an answer is settled, fragile or open.
    pub certainty: Thresholds,
    /// Where answers in five steps put a slider.
    pub steps: Steps,
    /// What does not go together.
    pub incompatible: Vec<Incompatible>,
    /// How heavy contact points are, and what holds them.
    pub coverage: CoverageRule,
    /// What to warn of, and when.
    pub warnings: List<WarningId, Warning>,
    /// How companies evolve.
    pub evolution: EvolutionRule,
}

/// The questions that every knowledge base asks, whatever else it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FourQuestions {
    /// Which department the function reports to.
    pub attachment: QuestionId,
    /// In what form the company takes part.
    pub form: QuestionId,
    /// Who holds the function.
    pub role: QuestionId,
    /// Where that person comes from.
    pub sourcing: QuestionId,
}

impl Deref for Knowledge {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

impl Knowledge {
    pub(super) fn new(content: Content) -> Self {
        Self(Arc::new(content))
    }
}

impl Content {
    /// The question which department the function reports to.
    pub fn attachment(&self) -> &Question {
        &self.questions[self.always.attachment]
    }

    /// The question in what form the company takes part.
    pub fn form(&self) -> &Question {
        &self.questions[self.always.form]
    }

    /// The question who holds the function.
    pub fn role(&self) -> &Question {
        &self.questions[self.always.role]
    }

    /// The question where that person comes from.
    pub fn sourcing(&self) -> &Question {
        &self.questions[self.always.sourcing]
    }

    /// The measure of this id.
    pub fn measure(&self, id: &str) -> Option<MeasureId> {
        self.measures.position(|measure| measure.id == id)
    }

    /// The measures that read a slider by itself.
    pub fn measures_of(&self, slider: SliderAt) -> impl Iterator<Item = MeasureId> {
        let measures = self.factors[slider.factor].measures.iter().copied();
        measures.filter(move |&at| {
            let reading = &self.measures[at].reading;
            reading.sliders().contains(&slider.quantity)
        })
    }

    /// The sliders of a factor that have something to say while the option of this id is chosen: without
    /// an agency, how much it weighs says nothing.
    pub fn speaking(&self, factor: FactorId, choice: &str) -> impl Iterator<Item = QuantityId> {
        let of = &self.factors[factor];
        let chosen = of.choice.as_ref().and_then(|of| of.option_id(choice));
        let sliders = of.quantities.ids();
        sliders.filter(move |&quantity| !self.is_silent(SliderAt { factor, quantity }, chosen))
    }

    /// Whether a slider has nothing to say under an option of its factor's choice: all that reads it is
    /// then silent.
    fn is_silent(&self, slider: SliderAt, chosen: Option<OptionId>) -> bool {
        let mut measures = self.measures_of(slider).peekable();
        measures.peek().is_some()
            && measures.all(|at| self.measures[at].reading.is_silent_under(chosen))
    }

    /// The measures of a factor whose sliders stand at `levels`, each 0 to 100, or `None` where it has
    /// nothing to say.
    #[inline]
    pub fn read(&self, factor: &Factor, levels: &Levels) -> impl Iterator<Item = Option<f64>> {
        let measures = factor.measures.iter();
        measures.map(|&measure| self.measures[measure].reading.of(levels))
    }

    /// The question of this id, and where it stands.
    pub fn question(&self, id: &str) -> Option<(QuestionId, &Question)> {
        self.questions
            .pairs()
            .find(|(_, question)| question.id == id)
    }

    /// The factor of this id.
    pub fn factor(&self, id: &str) -> Option<&Factor> {
        self.factors.iter().find(|factor| factor.id == id)
    }

    /// Every slider, factor by factor.
    pub fn sliders(&self) -> impl Iterator<Item = SliderAt> {
        self.factors.pairs().flat_map(|(factor, of)| {
            let quantities = of.quantities.ids();
            quantities.map(move |quantity| SliderAt { factor, quantity })
        })
    }

    /// The first slider of this id.
    pub fn slider(&self, id: &str) -> Option<SliderAt> {
        self.factors.pairs().find_map(|(factor, of)| {
            let quantity = of.quantities.position(|q| q.id == id)?;
            Some(SliderAt { factor, quantity })
        })
    }

    /// A slider by its place.
    pub fn quantity(&self, slider: SliderAt) -> &Quantity {
        &self.factors[slider.factor].quantities[slider.quantity]
    }

    /// Who can work with the function from outside: the ids of the factors that choose such a body, then
    /// those of the alternatives of the sourcing that bring one.
    pub fn bodies_outside(&self) -> Vec<&str> {
        let choices = self.factors.iter().filter(|factor| {
            let choice = factor.choice.as_ref();
            choice.is_some_and(|choice| choice.options.iter().any(|o| o.outside.is_some()))
        });
        let brought = self.sourcing().alternatives.iter();
        let brought = brought.filter(|alternative| alternative.outside.is_some());
        let choices = choices.map(|factor| factor.id.as_str());
        choices.chain(brought.map(|a| a.id.as_str())).collect()
    }

    /// The kind of event of this id.
    pub fn event(&self, id: &str) -> Option<&EventKind> {
        self.evolution.events.iter().find(|event| event.id == id)
    }

    /// The usual department of this id.
    pub fn department(&self, id: &str) -> Option<&DepartmentKind> {
        self.departments.iter().find(|kind| kind.id == id)
    }
}
