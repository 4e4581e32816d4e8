//! Why an alternative leads or lags, put into words.

use super::{TOLD_REASONS, Teller, capital, small};
use crate::analysis::{Answer, Answers, Inputs, Reason, apart, dominances, for_and_against};
use crate::model::{AlternativeId, Basis, Curve, MeasureId, Question, Reading, Reasons};

/// The strongest reasons that speak for an alternative, or against it.
pub struct Side {
    pub title: String,
    pub about: AlternativeId,
    pub speaks_for: bool,
    pub reasons: Vec<Reason>,
}

/// What a reason says.
#[derive(Default)]
pub struct ReasonWords {
    /// A fact about the company with where its sliders are, and what follows from it.
    pub why: String,
    /// Article, published evidence or judgement.
    pub basis: String,
}

impl Teller<'_> {
    /// The strongest reasons about an alternative; a side on which nothing speaks is left out.
    pub fn sides(
        self,
        answers: &Answers,
        answer: &Answer,
        alternative: AlternativeId,
    ) -> Vec<Side> {
        let question = &self.knowledge.questions[answer.question];
        let name = self.label(question, alternative);
        let (pros, cons) = for_and_against(self.knowledge, answers, answer, alternative);
        let mut sides = vec![
            Side {
                title: self.words.with("reasons-for", &[("name", name.as_str())]),
                about: alternative,
                speaks_for: true,
                reasons: pros,
            },
            Side {
                title: self
                    .words
                    .with("reasons-against", &[("name", name.as_str())]),
                about: alternative,
                speaks_for: false,
                reasons: cons,
            },
        ];
        sides.retain(|side| !side.reasons.is_empty());
        for side in &mut sides {
            side.reasons.truncate(TOLD_REASONS);
        }
        sides
    }

    /// Words for a reason about `alternative` in a company with these departments.
    pub fn reason(
        self,
        answers: &Answers,
        answer: &Answer,
        alternative: AlternativeId,
        reason: &Reason,
    ) -> ReasonWords {
        let lang = self.words.lang();
        let question = &self.knowledge.questions[answer.question];
        let curves = &question.responses[reason.response].curves;
        let Some(curve) = curves.iter().find(|curve| curve.to == alternative) else {
            return ReasonWords::default();
        };
        let why = match &curve.reasons {
            None => curve.why.get(lang).to_owned(),
            Some(reasons) => {
                let host = question.alternatives[alternative].department;
                let host = host.map(|kind| self.department_named(kind));
                let sentence = reasons.get(reason.standing).get(lang);
                let value = self.where_it_stands(&answers.inputs, reason.measure);
                let sentence = sentence.replace(Reasons::VALUE, &value);
                // Last, since what users write may hold anything.
                capital(&sentence.replace(Reasons::HOST, &host.unwrap_or_default()))
            }
        };
        let basis = self.curve_basis(question, curve);
        ReasonWords { why, basis }
    }

    /// Where the sliders are from which a measure is read, as they are named on their card.
    fn where_it_stands(self, inputs: &Inputs, measure: MeasureId) -> String {
        let measured = &self.knowledge.measures[measure];
        let factor = &self.knowledge.factors[measured.factor];
        let levels = inputs.levels[measured.factor].as_ref();
        let value = inputs.measures[measure].unwrap_or(0.0);
        match (&measured.reading, levels) {
            (Reading::Share(_), _) => self.words.percent(value / 100.0),
            (Reading::Product { quantities, .. }, Some(levels)) => {
                let sliders = quantities.iter().map(|&quantity| {
                    let name = factor.quantities[quantity].label.get(self.words.lang());
                    let value = self.words.number(levels.quantities[quantity], 0);
                    let args = [("name", small(name)), ("value", value)];
                    self.words.with("value-slider", &args)
                });
                sliders.collect::<Vec<_>>().join(" × ")
            }
            (Reading::Diversity, Some(levels)) => {
                let themes = levels.quantities.iter().chain(&levels.extra);
                let middle = measured.reading.middle(0);
                let count = themes.filter(|&&theme| theme >= middle).count();
                self.words.with("value-themes", &[("count", count)])
            }
            _ => self.words.number(value, 0),
        }
    }

    /// What a curve rests on, in words: its direction, and its strength where it was fitted.
    pub fn curve_basis(self, question: &Question, curve: &Curve) -> String {
        let basis = self.basis(&curve.basis);
        if question.cases == 0 {
            return basis;
        }
        let args = [
            ("cases", question.cases.to_string()),
            ("times", self.words.number(curve.times, 1)),
        ];
        let strength = self.words.with("basis-times", &args);
        format!("{basis} {strength}")
    }

    /// What a statement rests on, in words.
    pub fn basis(self, basis: &Basis) -> String {
        match basis {
            Basis::Judgement => self.words.get("basis-judgement"),
            Basis::Article(quote) => self
                .words
                .with("basis-article", &[("quote", quote.as_str())]),
            Basis::Evidence(source) => {
                let citation = self.citation(&self.knowledge.sources[*source]);
                self.words.with("basis-evidence", &[("citation", citation)])
            }
            Basis::Cases(cases) => {
                let cases = f64::from(*cases);
                self.words.with("basis-cases", &[("cases", cases)])
            }
        }
    }

    /// Which alternatives are ahead of which others whatever the importances, a sentence for each.
    pub fn dominance(self, question: &Question, answer: &Answer) -> Vec<String> {
        let pairs = dominances(answer);
        let mut sentences = Vec::new();
        for &better in &answer.ranking {
            let worse: Vec<String> = pairs
                .iter()
                .filter(|(over, _)| *over == better)
                .map(|(_, under)| self.label(question, *under))
                .collect();
            let worse: Vec<&str> = worse.iter().map(String::as_str).collect();
            if !worse.is_empty() {
                sentences.push(self.words.with(
                    "dominates",
                    &[
                        ("better", self.label(question, better)),
                        ("worse", self.words.all(&worse)),
                    ],
                ));
            }
        }
        sentences
    }

    /// What sets two alternatives apart, in one sentence; `None` where nothing does.
    pub fn set_apart(
        self,
        question: &Question,
        answer: &Answer,
        first: AlternativeId,
        second: AlternativeId,
    ) -> Option<String> {
        let words = self.words;
        let lang = words.lang();
        let leads = apart(answer, first, second);
        let side = |wanted: f64| {
            let told: Vec<String> = leads
                .iter()
                .filter(|(_, lead)| lead * wanted > 0.05)
                .take(TOLD_REASONS)
                .map(|(factor, lead)| {
                    let name = self.knowledge.factors[*factor].label.get(lang);
                    format!("{} ({})", small(name), words.signed(lead * wanted, 1))
                })
                .collect();
            let told: Vec<&str> = told.iter().map(String::as_str).collect();
            if told.is_empty() {
                words.get("nothing")
            } else {
                words.all(&told)
            }
        };
        Some(words.with(
            "set-apart",
            &[
                ("first", self.label(question, first)),
                ("second", self.label(question, second)),
                ("pros", side(1.0)),
                ("cons", side(-1.0)),
            ],
        ))
    }
}
