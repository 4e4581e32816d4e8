//! What each factor says of each alternative: `v_f,a`, the sum of the curves of those measures of the
//! factor that the question reads and that have something to say, over the swing of the factor in that
//! question.

use pulp::{Arch, Simd, WithSimd};

use crate::model::{
    AlternativeId, FactorId, Id, Knowledge, List, MAX_ALTERNATIVES, MeasureId, Question,
    QuestionId, ResponseId,
};

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

/// Companies that are answered side by side.
pub(super) const ABREAST: usize = 8;

/// One number for each of the companies side by side.
pub(super) type Abreast = [f64; ABREAST];

/// What companies side by side are, and what follows for each.
#[derive(Default)]
pub(super) struct Rows {
    /// Per measure; not a number where it has nothing to say.
    pub measures: List<MeasureId, Abreast>,
    /// Per question: `base_a + v_f,a` at `[a · factors + f]`, as [`add_factor_values`] has it.
    pub factor_values: List<QuestionId, Vec<Abreast>>,
    /// Per question: what each alternative is worth.
    pub worth: List<QuestionId, [Abreast; MAX_ALTERNATIVES]>,
}

impl Rows {
    /// Answers every question for all of them, to the last bit as for one.
    pub fn weigh(&mut self, knowledge: &Knowledge, weights: &List<FactorId, f64>) {
        self.factor_values.resize(knowledge.questions.len());
        self.worth.resize(knowledge.questions.len());
        let (factor_values, worth) = (self.factor_values.iter_mut(), self.worth.iter_mut());
        let arch = Arch::new();
        for (question, (values, worth)) in knowledge.questions.iter().zip(factor_values.zip(worth))
        {
            values.resize(question.alternatives.len() * weights.len(), [0.0; ABREAST]);
            arch.dispatch(Weighing {
                question,
                weights: weights.plain(),
                measures: &self.measures,
                values,
                worth,
            });
        }
    }
}

/// One question for companies side by side, for the widest instructions that the processor has.
struct Weighing<'a> {
    question: &'a Question,
    weights: &'a [f64],
    measures: &'a List<MeasureId, Abreast>,
    values: &'a mut [Abreast],
    worth: &'a mut [Abreast; MAX_ALTERNATIVES],
}

impl WithSimd for Weighing<'_> {
    type Output = ();

    // In the order of [`add_factor_values`], products and sums apart, so that nothing is rounded in
    // another way.
    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let factors = self.weights.len();
        let zero = simd.splat_f64s(0.0);
        let bases = self.question.alternatives.iter().map(|a| 0.0 + a.base);
        for (rows, base) in self.values.chunks_exact_mut(factors).zip(bases) {
            rows.fill([base; ABREAST]);
        }
        let table = &self.question.table;
        for factor in table.factors() {
            for term in table.terms(factor) {
                let [first, rest @ ..] = table.pieces(term) else {
                    continue;
                };
                let row = term.alternative.place() * factors + factor.place();
                let (out, _) = S::as_mut_simd_f64s(&mut self.values[row]);
                let (measures, _) = S::as_simd_f64s(&self.measures[term.measure]);
                for (out, &x) in out.iter_mut().zip(measures) {
                    let mut from = simd.splat_f64s(first.x);
                    let mut y = simd.splat_f64s(first.y);
                    let mut slope = simd.splat_f64s(first.slope);
                    for piece in rest {
                        let begins = simd.splat_f64s(piece.x);
                        let past = simd.greater_than_f64s(x, begins);
                        from = simd.select_f64s(past, begins, from);
                        y = simd.select_f64s(past, simd.splat_f64s(piece.y), y);
                        slope = simd.select_f64s(past, simd.splat_f64s(piece.slope), slope);
                    }
                    let rise = simd.mul_f64s(slope, simd.sub_f64s(x, from));
                    let value = simd.add_f64s(y, rise);
                    let speaks = simd.equal_f64s(x, x);
                    *out = simd.add_f64s(*out, simd.select_f64s(speaks, value, zero));
                }
            }
        }
        for (rows, worth) in self.values.chunks_exact(factors).zip(self.worth) {
            *worth = [0.0; ABREAST];
            let (worth, _) = S::as_mut_simd_f64s(worth);
            for (row, &weight) in rows.iter().zip(self.weights) {
                let weight = simd.splat_f64s(weight);
                let (row, _) = S::as_simd_f64s(row);
                for (worth, &value) in worth.iter_mut().zip(row) {
                    *worth = simd.add_f64s(*worth, simd.mul_f64s(value, weight));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_side_by_side_are_answered_as_each_alone_to_the_last_bit() {
        let knowledge = Knowledge::builtin();
        let weights: List<FactorId, f64> = (0..knowledge.factors.len())
            .map(|factor| 1.0 / (factor + 2) as f64)
            .collect();
        let mut rows = Rows::default();
        rows.measures.resize(knowledge.measures.len());
        // Every measure at its ends, at bends, between them and silent, in other lanes each time.
        for turn in 0..101 {
            let measure = |lane: usize, measure: usize| {
                let at = (lane * 31 + measure * 17 + turn * 7) % 212;
                (at <= 200).then_some(at as f64 / 2.0)
            };
            for (place, row) in rows.measures.iter_mut().enumerate() {
                *row = std::array::from_fn(|lane| measure(lane, place).unwrap_or(f64::NAN));
            }
            rows.weigh(&knowledge, &weights);
            for lane in 0..ABREAST {
                let alone = (0..knowledge.measures.len()).map(|place| measure(lane, place));
                let alone: List<MeasureId, Option<f64>> = alone.collect();
                for (id, question) in knowledge.questions.pairs() {
                    let mut values = vec![0.0; question.alternatives.len() * weights.len()];
                    add_factor_values(question, &alone, &mut values);
                    let mine = rows.factor_values[id].iter().map(|row| row[lane]);
                    assert!(
                        mine.map(f64::to_bits)
                            .eq(values.iter().map(|v| v.to_bits()))
                    );
                    for (row, worth) in values.chunks(weights.len()).zip(&rows.worth[id]) {
                        let sum: f64 = row.iter().zip(&weights).map(|(v, w)| v * w).sum();
                        assert_eq!(sum.to_bits(), worth[lane].to_bits());
                    }
                }
            }
        }
    }
}
