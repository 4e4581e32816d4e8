//! Where things stand in a knowledge base: what its parts refer to each other by once it is read.

/// Where a source stands in the knowledge base.
pub type SourceId = usize;
/// Where a department stands in the knowledge base.
pub type DepartmentId = usize;
/// Where a factor stands in the knowledge base.
pub type FactorId = usize;
/// Where a slider stands in its factor.
pub type QuantityId = usize;
/// Where an option stands in its factor's choice.
pub type OptionId = usize;
/// Where a measure stands among those of all factors.
pub type MeasureId = usize;
/// Where a question stands in the knowledge base.
pub type QuestionId = usize;
/// Where an alternative stands in its question.
pub type AlternativeId = usize;
/// Where a response stands in its question.
pub type ResponseId = usize;

/// Where a slider stands in the knowledge base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SliderAt {
    /// Its factor.
    pub factor: FactorId,
    /// Its place in the factor.
    pub quantity: QuantityId,
}
