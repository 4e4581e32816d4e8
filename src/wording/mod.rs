//! Answers put into words, the same in the window, on the command line and in the reports.

mod difference;
mod evolution;

use crate::analysis::{
    Answer, Answers, ContactPoint, Coverage, Estimate, Flip, Inputs, JointFlip, Lever, Reason,
    Theme, Verdict, apart, dominances, for_and_against,
};
use crate::i18n::{Value, Words};
use crate::model::{
    Basis, Curve, Department, DepartmentId, Evidence, Header, Knowledge, MeasureId, Question,
    Reading, Reasons, Scenario, Source,
};

/// How many reasons are given for an alternative, and how many against it.
pub(crate) const TOLD_REASONS: usize = 3;

/// Puts findings into words: those of one knowledge base, in one language. Findings know factors,
/// questions and alternatives by their places in the knowledge base, which gives them their names;
/// the sentences around the names are those of the language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The knowledge base from which the findings were made.
    pub knowledge: &'a Knowledge,
    /// The sentences of the language.
    pub words: &'a Words,
}

/// The strongest reasons that speak for an alternative, or against it.
pub struct Side {
    pub title: String,
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

/// A source, with its year where it is known.
pub fn citation(source: &Source) -> String {
    match source.year {
        Some(year) => format!("{} ({year})", source.citation),
        None => source.citation.clone(),
    }
}

/// The text with its first letter large.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The text with its first letter small.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

impl Teller<'_> {
    /// All answers in one sentence, or a sentence that says that there is none.
    pub fn headline(self, answers: &Answers) -> String {
        let mut verdicts = answers.answers.iter().map(|answer| &answer.verdict);
        if verdicts.any(|verdict| *verdict == Verdict::Impossible) {
            return self.words.get("answer-impossible");
        }
        let knowledge = self.knowledge;
        self.words.with(
            "answer-sentence",
            &[
                (
                    "attachment",
                    self.phrase(knowledge.attachment(), answers.attachment()),
                ),
                ("form", self.phrase(knowledge.form(), answers.form())),
                ("role", self.phrase(knowledge.role(), answers.role())),
                (
                    "sourcing",
                    self.phrase(knowledge.sourcing(), answers.sourcing()),
                ),
            ],
        )
    }

    fn phrase(self, question: &Question, answer: &Answer) -> String {
        let phrases: Vec<&str> = answer
            .kept()
            .iter()
            .map(|&a| question.alternatives[a].phrase.get(self.words.lang()))
            .collect();
        let joined = self.words.either(&phrases);
        if answer.decided() {
            joined
        } else {
            self.words.with("answer-pending", &[("choices", joined)])
        }
    }

    /// The label of an alternative.
    pub fn label(self, question: &Question, alternative: usize) -> String {
        question.alternatives[alternative]
            .label
            .get(self.words.lang())
            .to_owned()
    }

    /// The label of the leader, or those too close to call as a choice: « A ou B »; a few words where
    /// no alternative is possible.
    pub fn kept(self, question: &Question, answer: &Answer) -> String {
        if answer.verdict == Verdict::Impossible {
            return self.words.get("verdict-impossible-short");
        }
        let labels: Vec<&str> = answer
            .kept()
            .iter()
            .map(|&a| question.alternatives[a].label.get(self.words.lang()))
            .collect();
        self.words.either(&labels)
    }

    /// Who leads and by how much, in one sentence.
    pub fn verdict(self, question: &Question, answer: &Answer) -> String {
        let words = self.words;
        let name = |alternative: usize| self.label(question, alternative);
        match (&answer.verdict, answer.margin()) {
            (Verdict::Impossible, _) => words.get("verdict-impossible"),
            (Verdict::Decided(best), None) => words.with("verdict-alone", &[("best", name(*best))]),
            (Verdict::Decided(best), Some(margin)) => words.with(
                "verdict-decided",
                &[
                    ("best", name(*best)),
                    ("second", name(answer.ranking[1])),
                    ("margin", words.points(margin, 1)),
                ],
            ),
            (Verdict::TooClose(close), _) if close.len() > 2 => words.with(
                "verdict-close-many",
                &[
                    ("choices", self.kept(question, answer)),
                    ("limit", words.points(question.too_close, 1)),
                ],
            ),
            (Verdict::TooClose(close), margin) => words.with(
                "verdict-close",
                &[
                    ("best", name(close[0])),
                    ("second", name(close[1])),
                    ("margin", words.points(margin.unwrap_or(0.0), 1)),
                    ("limit", words.number(question.too_close, 1)),
                ],
            ),
        }
    }

    /// The strongest reasons about an alternative; a side on which nothing speaks is left out.
    pub fn sides(self, answers: &Answers, answer: &Answer, alternative: usize) -> Vec<Side> {
        let question = &self.knowledge.questions[answer.question];
        let name = self.label(question, alternative);
        let (pros, cons) = for_and_against(self.knowledge, answers, answer, alternative);
        let mut sides = vec![
            Side {
                title: self.words.with("reasons-for", &[("name", name.as_str())]),
                speaks_for: true,
                reasons: pros,
            },
            Side {
                title: self
                    .words
                    .with("reasons-against", &[("name", name.as_str())]),
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
        departments: &[Department],
        answers: &Answers,
        answer: &Answer,
        alternative: usize,
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
                let host = host.map(|kind| self.department_named(kind, departments));
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

    /// A department within a sentence: the company's own name for it, or the usual one with its article.
    fn department_named(self, kind: DepartmentId, departments: &[Department]) -> String {
        let kind = &self.knowledge.departments[kind];
        let own = departments.iter().find(|own| own.id == kind.id);
        match own.map(|own| own.name.trim()) {
            None | Some("") => kind.named.get(self.words.lang()).to_owned(),
            Some(name) => name.to_owned(),
        }
    }

    /// Where the sliders are from which a measure is read, as they are named on their card.
    fn where_it_stands(self, inputs: &Inputs, measure: MeasureId) -> String {
        let measured = self.knowledge.measure(measure);
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
        let strength = self.basis(&Basis::Cases(question.cases));
        let times = self.words.number(curve.times, 1);
        let times = self.words.with("basis-times", &[("times", times)]);
        format!("{basis} {strength} {times}")
    }

    /// What a statement rests on, in words.
    pub fn basis(self, basis: &Basis) -> String {
        match basis {
            Basis::Judgement => self.words.get("basis-judgement"),
            Basis::Article(quote) => self
                .words
                .with("basis-article", &[("quote", quote.as_str())]),
            Basis::Evidence(source) => {
                let citation = citation(&self.knowledge.sources[*source]);
                self.words.with("basis-evidence", &[("citation", citation)])
            }
            Basis::Cases(cases) => {
                let cases = f64::from(*cases);
                self.words.with("basis-cases", &[("cases", cases)])
            }
        }
    }

    /// Where a published finding comes from, in words.
    pub fn evidence_source(self, evidence: &Evidence) -> String {
        self.basis(&Basis::Evidence(evidence.source))
    }

    /// The company's name, or words for one that has none.
    pub fn company_name(self, header: &Header) -> String {
        match header.company.trim() {
            "" => self.words.get("untitled"),
            company => company.to_owned(),
        }
    }

    /// The knowledge base by its name and fingerprint.
    pub fn knowledge_name(self) -> String {
        let name = self.knowledge.name.get(self.words.lang());
        format!("{name} ({})", self.knowledge.fingerprint)
    }

    /// The department names of a scenario, in its order.
    pub fn departments(self, scenario: &Scenario) -> Vec<String> {
        scenario
            .departments
            .iter()
            .map(|department| self.department_name(&department.id, &department.name))
            .collect()
    }

    /// A department's own name, or the usual one.
    pub fn department_name(self, id: &str, name: &str) -> String {
        if name.trim().is_empty() {
            self.knowledge.department(id).map_or_else(
                || id.to_owned(),
                |kind| kind.label.get(self.words.lang()).to_owned(),
            )
        } else {
            name.to_owned()
        }
    }

    /// In what share of the sampled cases an alternative comes first, with the standard error.
    pub fn leads(self, share: Estimate) -> String {
        self.words.with(
            "leads",
            &[
                ("share", self.words.number(100.0 * share.value, 0)),
                ("error", self.words.number(100.0 * share.error, 1)),
            ],
        )
    }

    /// The factor that it is most worth asking about, from the gain of each: what knowing it exactly
    /// would add to the chance of choosing the right attachment, 0 to 1. `None` where no gain is more
    /// than half a point and twice its standard error.
    pub fn next_question(self, gains: &[Estimate]) -> Option<String> {
        let best = (0..gains.len()).max_by(|&a, &b| gains[a].value.total_cmp(&gains[b].value))?;
        let Estimate { value: gain, error } = gains[best];
        // A gain within its own error may be none.
        (gain > 0.005 && gain > 2.0 * error).then(|| {
            self.words.with(
                "next-question",
                &[
                    (
                        "factor",
                        self.knowledge.factors[best]
                            .label
                            .get(self.words.lang())
                            .to_owned(),
                    ),
                    ("gain", self.words.points(100.0 * gain, 0)),
                    ("error", self.words.number(100.0 * error, 1)),
                ],
            )
        })
    }

    /// The name of a contact point: its theme and its posture.
    pub fn contact_point(self, point: &ContactPoint) -> String {
        self.theme_in_posture(&point.theme, point.posture)
    }

    /// A theme in a posture, such as « Service client : répondre ».
    fn theme_in_posture(self, theme: &Theme, posture: usize) -> String {
        let lang = self.words.lang();
        let theme = match theme {
            Theme::Usual { factor, quantity } => self.knowledge.factors[*factor].quantities
                [*quantity]
                .label
                .get(lang)
                .to_owned(),
            Theme::Own(name) if name.trim().is_empty() => self.words.get("theme-unnamed"),
            Theme::Own(name) => name.clone(),
        };
        let posture = self.knowledge.coverage.postures[posture].label.get(lang);
        self.words.with(
            "contact-point",
            &[("theme", theme), ("posture", posture.to_owned())],
        )
    }

    /// The names of the contact points that would be left unattended.
    pub fn unattended(self, coverage: &Coverage) -> String {
        let names: Vec<String> = coverage
            .unattended()
            .map(|point| self.contact_point(point))
            .collect();
        names.join(", ")
    }

    /// The name of a slider, or of the importance of a factor.
    fn lever(self, lever: Lever) -> String {
        let lang = self.words.lang();
        match lever {
            Lever::Quantity { factor, quantity } => self.knowledge.factors[factor].quantities
                [quantity]
                .label
                .get(lang)
                .to_owned(),
            Lever::Weight { factor } => {
                let factor = self.knowledge.factors[factor].label.get(lang);
                self.words.with("weight-of", &[("factor", factor)])
            }
        }
    }

    /// A single change that unseats the leader, in one sentence.
    pub fn flip(self, question: &Question, flip: &Flip) -> String {
        self.words.with(
            "flip",
            &[
                ("lever", self.lever(flip.lever)),
                ("from", self.words.number(flip.from, 0)),
                ("to", self.words.number(flip.to, 0)),
                ("name", self.label(question, flip.alternative)),
            ],
        )
    }

    /// Several changes together, in one sentence.
    pub fn joint_flip(self, question: &Question, joint: &JointFlip) -> String {
        self.words.with(
            "flip-joint",
            &[
                ("count", Value::from(joint.moves.len())),
                ("radius", self.words.points(joint.radius, 1).into()),
                ("name", self.label(question, joint.alternative).into()),
            ],
        )
    }

    /// Which alternatives are ahead of which others whatever the importances, a sentence for each.
    pub fn dominance(self, question: &Question, answer: &Answer) -> Vec<String> {
        let pairs = dominances(answer);
        let mut sentences = Vec::new();
        for &better in &answer.ranking {
            let worse: Vec<&str> = pairs
                .iter()
                .filter(|(over, _)| *over == better)
                .map(|(_, under)| question.alternatives[*under].label.get(self.words.lang()))
                .collect();
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

    /// What sets the first two apart, in one sentence; `None` where there is only one.
    pub fn set_apart(self, question: &Question, answer: &Answer) -> Option<String> {
        let words = self.words;
        let [first, second, ..] = answer.ranking[..] else {
            return None;
        };
        let lang = words.lang();
        let leads = apart(answer, first, second);
        let side = |wanted: f64| {
            let told: Vec<String> = leads
                .iter()
                .filter(|(_, lead)| lead * wanted > 0.05)
                .take(TOLD_REASONS)
                .map(|(factor, lead)| {
                    let name = self.knowledge.factors[*factor].label.get(lang);
                    format!("{name} ({})", words.signed(*lead, 1))
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
