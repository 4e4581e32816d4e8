//! Where things stand in a knowledge base: what its parts refer to each other by once it is read.

use crate::model::list::ids;

ids! {
    /// A source of the knowledge base.
    SourceId;
    /// A usual department of the knowledge base.
    DepartmentId;
    /// A factor of the knowledge base.
    FactorId;
    /// A slider of a factor.
    QuantityId;
    /// An option of a factor's choice.
    OptionId;
    /// A measure, among those of all factors.
    MeasureId;
    /// A question of the knowledge base.
    QuestionId;
    /// An alternative of a question.
    AlternativeId;
    /// A response of a question.
    ResponseId;
    /// A posture of the coverage rule.
    PostureId;
    /// A warning of the knowledge base.
    WarningId;
    /// A stage of maturity.
    StageId;
}

/// A slider of the knowledge base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SliderAt {
    /// Its factor.
    pub factor: FactorId,
    /// Its place in the factor.
    pub quantity: QuantityId,
}
