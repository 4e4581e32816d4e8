//! What the parts of a knowledge base's file refer to by name, and where that stands.

use super::check::{Check, Flawed};
use super::file::{self, File, Named};
use super::ids::{FactorId, MeasureId, QuantityId, SliderAt};
use super::source::{Basis, Evidence};
use crate::model::list::Id;

/// What the parts of a file can refer to.
pub struct Names<'a> {
    pub file: &'a File,
    /// The sliders of all factors.
    pub sliders: Vec<(&'a str, SliderAt)>,
    /// The measures of all factors.
    pub measures: Vec<(&'a str, MeasureId)>,
}

impl<'a> Names<'a> {
    pub fn of(file: &'a File) -> Self {
        let (mut sliders, mut measures) = (Vec::new(), Vec::new());
        for (factor, described) in file.factors.iter().enumerate() {
            for (quantity, slider) in described.quantities.iter().enumerate() {
                let at = SliderAt {
                    factor: FactorId::new(factor),
                    quantity: QuantityId::new(quantity),
                };
                sliders.push((slider.id(), at));
            }
            for measure in &described.measures {
                measures.push((measure.id(), MeasureId::new(measures.len())));
            }
        }
        Self {
            file,
            sliders,
            measures,
        }
    }

    /// The alternatives of the form; none where the question is missing.
    pub fn forms(&self) -> &'a [file::Alternative] {
        let mut questions = self.file.questions.iter();
        let form = questions.find(|question| question.id == "form");
        form.map_or(&[], |form| &form.alternatives)
    }

    pub fn slider(&self, check: &mut Check, id: &str) -> Result<SliderAt, Flawed> {
        check.one_of(id, self.sliders.iter().copied())
    }

    pub fn measure(&self, check: &mut Check, id: &str) -> Result<MeasureId, Flawed> {
        check.one_of(id, self.measures.iter().copied())
    }

    pub fn basis(&self, check: &mut Check, basis: &file::Basis) -> Result<Basis, Flawed> {
        Ok(match basis {
            file::Basis::Judgement => Basis::Judgement,
            file::Basis::Article(quote) => Basis::Article(check.plain("basis", quote)),
            file::Basis::Evidence(source) => {
                Basis::Evidence(check.known("basis", source, &self.file.sources)?)
            }
            file::Basis::Cases(cases) => Basis::Cases(*cases),
        })
    }

    pub fn evidence(
        &self,
        check: &mut Check,
        evidence: &file::Evidence,
    ) -> Result<Evidence, Flawed> {
        let text = check.text("text", &evidence.text);
        let source = check.known("source", &evidence.source, &self.file.sources)?;
        Ok(Evidence { source, text })
    }
}
