//! What each factor says of each alternative: `v_f,a`, the sum of the curves of those measures of the
//! factor that the question reads and that have something to say, over the swing of the factor in that
//! question.

use crate::model::{AlternativeId, FactorId, Id, List, MeasureId, Question, ResponseId};

/// The part of one response in `v_f,a`, which is the sum of its parts.
pub(super) struct Part {
    pub response: ResponseId,
    pub factor: FactorId,
    pub alternative: AlternativeId,
    /// In [-1, 1] for a reach of 1.
    pub value: f64,
}

/// Tells every part of what a factor says on a question.
#[inline]
pub(super) fn each_part(
    question: &Question,
    factor: FactorId,
    measure: impl Fn(MeasureId) -> Option<f64>,
    mut tell: impl FnMut(Part),
) {
    let table = &question.table;
    for term in table.terms(factor) {
        if let Some(x) = measure(term.measure) {
            tell(Part {
                response: term.response,
                factor,
                alternative: term.alternative,
                value: table.value(term, x),
            });
        }
    }
}

/// Tells every part of what all factors say on a question.
#[inline]
pub(super) fn every_part(
    question: &Question,
    measures: &List<MeasureId, Option<f64>>,
    mut tell: impl FnMut(Part),
) {
    for factor in question.table.factors() {
        each_part(question, factor, |measure| measures[measure], &mut tell);
    }
}

/// Adds `base_a + v_f,a` of every factor and alternative to `out[a · factors + f]`.
#[inline]
pub(super) fn add_factor_values(
    question: &Question,
    measures: &List<MeasureId, Option<f64>>,
    out: &mut [f64],
) {
    let factors = question.table.factors().len();
    add_bases(question, out.chunks_mut(factors));
    every_part(question, measures, |part| {
        out[part.alternative.place() * factors + part.factor.place()] += part.value;
    });
}

/// Adds its base to what every factor says of an alternative: weights sum to 1, so that the sum over
/// factors holds it once.
#[inline]
pub(super) fn add_bases<'a, Row>(question: &Question, rows: impl IntoIterator<Item = Row>)
where
    Row: IntoIterator<Item = &'a mut f64>,
{
    for (row, alternative) in rows.into_iter().zip(&question.alternatives) {
        for value in row {
            *value += alternative.base;
        }
    }
}
