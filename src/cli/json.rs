//! What the verbs say to programs: one object a line, ids rather than names. The types are the
//! schema; keys come in the order of the alphabet.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::{
    Answer, Certainty, Change, Comparable, Evolution, Findings, Flip, Hold, Lever, Opening, Paths,
    QuestionSurvey, Rest, Sensitivity, Theme, Verdict, points,
};
use crate::model::{
    AlternativeId, Case, Knowledge, Known, Lang, List, Owner, PostureId, Question, Scenario,
};

/// What is said of each, by its id.
type ById<'a, T> = BTreeMap<&'a str, T>;

/// A line of `evaluate`: the answers, what changes them, and what to beware of.
#[derive(Serialize)]
struct Evaluated<'a> {
    profile: &'a str,
    /// The smallest changes of one slider or weight after which the attachment is answered otherwise,
    /// for certain enough; or, with nothing `recommended`, after which it is open.
    turns: Vec<Move<'a>>,
    /// Smallest change of one slider or weight, for each that changes what leads as the attachment.
    flips: Vec<Move<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    joint_flip: Option<Joint<'a>>,
    holds: Holding<'a>,
    /// By factor: what knowing it exactly would add to the chance of choosing the right attachment.
    information: ById<'a, Gained>,
    /// Those that are open, the heaviest first.
    contact_points: Vec<Touched<'a>>,
    closed_points: Vec<Closed<'a>>,
    workload: Workload,
    /// What can be held of their loads, in the same points.
    capacity: f64,
    warnings: Vec<&'a str>,
    /// Known organisations that are near, the nearest first.
    comparables: Vec<Compared<'a>>,
    /// How many factors are still to be described before the window would answer.
    wanting: usize,
    /// 0 to 100.
    weight_doubt: f64,
    #[serde(flatten)]
    questions: ById<'a, Answered<'a>>,
}

/// One change of one slider, or of a weight where there is no `quantity`.
#[derive(Serialize)]
struct Move<'a> {
    factor: &'a str,
    quantity: Option<&'a str>,
    from: f64,
    to: f64,
    recommended: Option<&'a str>,
}

/// Where the attachment that leads stays in the lead.
#[derive(Serialize)]
struct Holding<'a> {
    /// By slider; none of a factor that is not known, and none at all where nobody leads.
    sliders: ById<'a, Stable<'a>>,
    /// By factor.
    weights: ById<'a, Stable<'a>>,
}

/// An interval, 0 to 100, and what takes the lead beyond each of its ends.
#[derive(Serialize)]
struct Stable<'a> {
    low: f64,
    high: f64,
    below: Option<&'a str>,
    above: Option<&'a str>,
}

/// A contact point.
#[derive(Serialize)]
struct Touched<'a> {
    theme: &'a str,
    posture: &'a str,
    load: f64,
    /// How much of the load somebody is there for, 0 to 1.
    held: f64,
    hours: f64,
    /// Who was named to hold it.
    owner: Option<Owned<'a>>,
    unattended: bool,
}

/// Who holds a contact point.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Owned<'a> {
    Function,
    Department(&'a str),
    Outside(&'a str),
}

impl<'a> From<&'a Owner> for Owned<'a> {
    fn from(owner: &'a Owner) -> Self {
        match owner {
            Owner::Function => Self::Function,
            Owner::Department(id) => Self::Department(id),
            Owner::Outside(id) => Self::Outside(id),
        }
    }
}

/// A contact point that was closed by hand.
#[derive(Serialize)]
struct Closed<'a> {
    theme: &'a str,
    posture: &'a str,
    /// The quarter from which it no longer is; none for good.
    until: Option<usize>,
}

/// What the contact points ask for and what there is for them, in hours a week.
#[derive(Serialize)]
struct Workload {
    needed: f64,
    available: f64,
    hours_of_a_person: f64,
    /// Whether the company says what is available, rather than the rule.
    own_means: bool,
}

/// Sliders that change what leads if all move by at most `radius` points.
#[derive(Serialize)]
struct Joint<'a> {
    radius: f64,
    moves: Vec<Move<'a>>,
}

/// A known organisation: what it did, which is not to say what it should have done.
#[derive(Serialize)]
struct Compared<'a> {
    organisation: &'a str,
    /// A year or years.
    year: &'a str,
    /// Whether the source gives the year only roughly.
    about: bool,
    source: &'a str,
    /// In points of fit; 0 for a company that is the same in all that speaks of the attachment.
    distance: f64,
    /// What it did, by question.
    did: ById<'a, Did<'a>>,
    /// 0 to 100, by slider: our reading of public sources.
    sliders: ById<'a, f64>,
}

/// What a known organisation did, on one question.
#[derive(Serialize)]
struct Did<'a> {
    is: &'a str,
    /// Another alternative that the source can be read as.
    or: Option<&'a str>,
    /// Whether the source tells it; otherwise it is our reading.
    told: bool,
}

/// The answer to a question.
#[derive(Serialize)]
struct Answered<'a> {
    /// What goes best with the other answers.
    recommended: Option<&'a str>,
    certainty: Sure,
    /// In what share of the cases the first of `kept` comes first.
    share: f64,
    /// What remains in the running, first most often first: one unless the answer is open.
    kept: Vec<&'a str>,
    /// What would be better for this question alone, but does not go with the other answers.
    set_aside: Option<&'a str>,
    /// Whether even the best has more against it than for it.
    none_fits: bool,
    /// In points of fit.
    margin: Option<f64>,
    alternatives: Vec<Fitted<'a>>,
}

/// How sure an answer is.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Sure {
    Settled,
    Fragile,
    Open,
}

impl From<Certainty> for Sure {
    fn from(certainty: Certainty) -> Self {
        match certainty {
            Certainty::Settled => Self::Settled,
            Certainty::Fragile => Self::Fragile,
            Certainty::Open => Self::Open,
        }
    }
}

/// An alternative of a question.
#[derive(Serialize)]
struct Fitted<'a> {
    id: &'a str,
    available: bool,
    /// 0 to 100, 50 neutral.
    fit: f64,
    /// In points of fit: what it has before anything is known of the company.
    base: f64,
    /// In points of fit; with 50 and the base they sum to the fit.
    contributions: ById<'a, f64>,
    /// Share of the cases in which it takes each rank, the first one first.
    acceptability: Vec<f64>,
    /// Of each of those shares.
    standard_error: Vec<f64>,
    /// Share of the weights at which it leads, were they the central ones of its own.
    confidence: Option<f64>,
    central_weights: Option<Vec<f64>>,
    /// Share of the cases in which it leads each other one.
    pairwise: ById<'a, f64>,
}

/// The value of partial perfect information, as a chance from 0 to 1.
#[derive(Serialize)]
struct Gained {
    gain: f64,
    standard_error: f64,
}

/// The answers for a program.
pub(super) fn findings(
    knowledge: &Knowledge,
    name: &str,
    scenario: &Scenario,
    findings: &Findings,
    near: &[Comparable<'_>],
) -> String {
    let moves = |flips: &[Flip]| {
        let moves = flips.iter().map(|flip| {
            Move::new(
                knowledge,
                flip.lever,
                (flip.from, flip.to),
                Some(flip.alternative),
            )
        });
        moves.collect::<Vec<_>>()
    };
    let turns = findings.turns.found().iter();
    let turns =
        turns.map(|turn| Move::new(knowledge, turn.lever, (turn.from, turn.to), turn.answered));
    let gains = findings.information.iter().flat_map(List::pairs);
    let gains = gains.map(|(at, estimate)| {
        let gained = Gained {
            gain: estimate.value,
            standard_error: estimate.error,
        };
        (knowledge.factors[at].id.as_str(), gained)
    });
    let questions = findings.answers.answers.iter().map(|answer| {
        let question = &knowledge.questions[answer.question];
        let survey = &findings.survey.questions()[answer.question];
        let verdict = &findings.verdicts.questions[answer.question];
        let answered = Answered::new(knowledge, question, answer, verdict, survey);
        (question.id.as_str(), answered)
    });
    line(&Evaluated {
        profile: name,
        turns: turns.collect(),
        flips: moves(&findings.sensitivity.flips),
        joint_flip: findings.joint.as_ref().map(|joint| Joint {
            radius: joint.radius,
            moves: moves(&joint.moves),
        }),
        holds: Holding::new(knowledge, &findings.sensitivity),
        information: gains.collect(),
        contact_points: findings
            .coverage
            .points
            .iter()
            .map(|point| Touched {
                theme: theme(knowledge, &point.theme),
                posture: posture(knowledge, point.posture),
                load: point.load,
                held: point.served,
                hours: findings.coverage.hours(point.load),
                owner: point.owner.as_ref().map(Owned::from),
                unattended: !point.is_held(),
            })
            .collect(),
        closed_points: findings
            .coverage
            .shut
            .iter()
            .filter(|shut| shut.by_hand)
            .map(|shut| Closed {
                theme: theme(knowledge, &shut.theme),
                posture: posture(knowledge, shut.posture),
                until: shut.until,
            })
            .collect(),
        workload: Workload {
            needed: findings.coverage.hours(findings.coverage.load()),
            available: findings.coverage.hours(findings.coverage.capacity),
            hours_of_a_person: findings.coverage.per_person,
            own_means: findings.coverage.own_means,
        },
        capacity: findings.coverage.capacity,
        warnings: findings
            .warnings
            .iter()
            .map(|&index| knowledge.warnings[index].id.as_str())
            .collect(),
        comparables: near
            .iter()
            .map(|comparable| Compared::new(knowledge, comparable))
            .collect(),
        wanting: findings.verdicts.wanting,
        weight_doubt: scenario.weight_doubt,
        questions: questions.collect(),
    })
}

impl<'a> Move<'a> {
    fn new(
        knowledge: &'a Knowledge,
        lever: Lever,
        (from, to): (f64, f64),
        recommended: Option<AlternativeId>,
    ) -> Self {
        let alternatives = &knowledge.attachment().alternatives;
        let (factor, slider) = match lever {
            Lever::Slider(slider) => (slider.factor, Some(slider)),
            Lever::Weight(factor) => (factor, None),
        };
        Self {
            factor: &knowledge.factors[factor].id,
            quantity: slider.map(|slider| knowledge.quantity(slider).id.as_str()),
            from,
            to,
            recommended: recommended.map(|alternative| alternatives[alternative].id.as_str()),
        }
    }
}

impl<'a> Holding<'a> {
    fn new(knowledge: &'a Knowledge, sensitivity: &Sensitivity) -> Self {
        let alternatives = &knowledge.attachment().alternatives;
        let id = |alternative: AlternativeId| alternatives[alternative].id.as_str();
        let stable = |hold: &Hold| Stable {
            low: hold.low,
            high: hold.high,
            below: hold.below.map(id),
            above: hold.above.map(id),
        };
        let sliders = knowledge.sliders().filter_map(|slider| {
            let hold = &sensitivity.quantities[slider.factor][slider.quantity];
            let id = knowledge.quantity(slider).id.as_str();
            Some((id, stable(hold.as_ref()?)))
        });
        let weights = sensitivity.weights.pairs().filter_map(|(factor, hold)| {
            let id = knowledge.factors[factor].id.as_str();
            Some((id, stable(hold.as_ref()?)))
        });
        Self {
            sliders: sliders.collect(),
            weights: weights.collect(),
        }
    }
}

/// The id of a theme; of the users' own, its name.
fn theme<'a>(knowledge: &'a Knowledge, theme: &'a Theme) -> &'a str {
    match theme {
        Theme::Usual(slider) => &knowledge.quantity(*slider).id,
        Theme::Own { name, .. } => name,
    }
}

fn posture(knowledge: &Knowledge, at: PostureId) -> &str {
    &knowledge
        .quantity(knowledge.coverage.postures[at].slider)
        .id
}

impl<'a> Compared<'a> {
    fn new(knowledge: &'a Knowledge, comparable: &Comparable<'a>) -> Self {
        let case: &'a Case = comparable.case;
        let did = |known: &'a Known| Did {
            is: &known.is,
            or: known.or.as_deref(),
            told: known.told,
        };
        let quantities = knowledge.factors.iter().flat_map(|f| &f.quantities);
        Self {
            organisation: &case.organisation,
            year: &case.year,
            about: case.about,
            source: case.source.get(Lang::En),
            distance: comparable.distance,
            did: case
                .answers
                .iter()
                .map(|(question, known)| (question.as_str(), did(known)))
                .collect(),
            sliders: quantities
                .filter_map(|quantity| Some((quantity.id.as_str(), case.level(&quantity.id)?)))
                .collect(),
        }
    }
}

impl<'a> Answered<'a> {
    fn new(
        knowledge: &'a Knowledge,
        question: &'a Question,
        answer: &Answer,
        verdict: &Verdict,
        survey: &QuestionSurvey,
    ) -> Self {
        let id = |alternative: AlternativeId| question.alternatives[alternative].id.as_str();
        let aside = answer.ranking.first().filter(|_| answer.aside.is_some());
        Self {
            recommended: answer.chosen.map(id),
            certainty: verdict.certainty.into(),
            share: verdict.share.value,
            kept: verdict.kept.iter().map(|&a| id(a)).collect(),
            set_aside: aside.map(|&best| id(best)),
            none_fits: verdict.none_fits,
            margin: answer.margin(),
            alternatives: question
                .alternatives
                .ids()
                .map(|alternative| Fitted::new(knowledge, question, answer, survey, alternative))
                .collect(),
        }
    }
}

impl<'a> Fitted<'a> {
    fn new(
        knowledge: &'a Knowledge,
        question: &'a Question,
        answer: &Answer,
        survey: &QuestionSurvey,
        alternative: AlternativeId,
    ) -> Self {
        let id = |alternative: AlternativeId| question.alternatives[alternative].id.as_str();
        let ranks: Vec<_> = (0..answer.ranking.len())
            .filter_map(|rank| survey.acceptability(alternative, rank))
            .collect();
        let others = question
            .alternatives
            .ids()
            .filter(|&other| other != alternative);
        Self {
            id: id(alternative),
            available: answer.available[alternative],
            fit: answer.fit(alternative),
            base: points(answer.bases[alternative]),
            contributions: knowledge
                .factors
                .iter()
                .zip(&answer.contributions[alternative])
                .map(|(factor, value)| (factor.id.as_str(), points(*value)))
                .collect(),
            acceptability: ranks.iter().map(|share| share.value).collect(),
            standard_error: ranks.iter().map(|share| share.error).collect(),
            confidence: survey.confidence(alternative),
            central_weights: survey
                .central_weights(alternative)
                .map(|weights| weights.into_iter().collect()),
            pairwise: others
                .filter_map(|other| Some((id(other), survey.pairwise(alternative, other)?)))
                .collect(),
        }
    }
}

/// A line of `evolve`: the course by quarters, of which 0 is today.
#[derive(Serialize)]
struct Evolved<'a> {
    profile: &'a str,
    /// In per cent of the usual pace.
    pace: f64,
    events: Vec<Planned<'a>>,
    /// How many companies were followed.
    paths: usize,
    quarters: Vec<Quarter<'a>>,
    changes: Vec<Changed<'a>>,
    rest: Rested,
    /// What keeping today's choice costs, by question.
    frozen: ById<'a, Frozen<'a>>,
    openings: Vec<Opened<'a>>,
}

#[derive(Serialize)]
struct Planned<'a> {
    quarter: usize,
    event: &'a str,
}

#[derive(Serialize)]
struct Quarter<'a> {
    quarter: usize,
    stage: Option<&'a str>,
    /// By slider.
    levels: ById<'a, Level>,
    capacity: f64,
    load: f64,
    #[serde(flatten)]
    questions: ById<'a, Placed<'a>>,
}

/// A slider, and the band of four companies in five.
#[derive(Serialize)]
struct Level {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

/// What is in place, and what would be better.
#[derive(Serialize)]
struct Placed<'a> {
    in_place: Option<&'a str>,
    recommended: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    acceptability: ById<'a, Share>,
}

#[derive(Serialize)]
struct Share {
    share: f64,
    standard_error: f64,
}

#[derive(Serialize)]
struct Changed<'a> {
    quarter: usize,
    question: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    impossible: bool,
    /// In points of fit.
    lead: f64,
    drivers: Vec<Driven<'a>>,
}

/// A measure that moved the lead.
#[derive(Serialize)]
struct Driven<'a> {
    measure: &'a str,
    before: Option<f64>,
    now: Option<f64>,
    points: f64,
}

/// Where the loop ends.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Rested {
    Fixed { organisation: usize, sliders: usize },
    Cycle { from: usize, period: usize },
    Open,
}

#[derive(Serialize)]
struct Frozen<'a> {
    /// The first quarter in which today's choice is no longer right.
    fails: Option<usize>,
    /// By quarter, in points of fit.
    loss: &'a [f64],
}

/// A contact point: the quarter from which it is wanted, and that in which it can open.
#[derive(Serialize)]
struct Opened<'a> {
    theme: &'a str,
    posture: &'a str,
    wanted: usize,
    opens: Option<usize>,
    until: Option<usize>,
    owner: Option<Owned<'a>>,
}

/// The course for a program.
pub(super) fn evolution(
    knowledge: &Knowledge,
    name: &str,
    scenario: &Scenario,
    evolution: &Evolution,
    paths: &Paths,
) -> String {
    let course = &evolution.course;
    let freeze = &evolution.freeze;
    let events = scenario.plan.events.iter().map(|planned| Planned {
        quarter: planned.quarter,
        event: &planned.event,
    });
    let changes = course.changes.iter();
    let openings = evolution.openings.points.iter();
    line(&Evolved {
        profile: name,
        pace: scenario.plan.pace,
        events: events.collect(),
        paths: paths.count(),
        quarters: (0..course.moments.len())
            .map(|quarter| Quarter::new(knowledge, evolution, paths, quarter))
            .collect(),
        changes: changes
            .map(|found| Changed::new(knowledge, found))
            .collect(),
        rest: match evolution.rest {
            Rest::Fixed {
                organisation,
                sliders,
            } => Rested::Fixed {
                organisation,
                sliders,
            },
            Rest::Cycle { from, period } => Rested::Cycle { from, period },
            Rest::Open => Rested::Open,
        },
        frozen: knowledge
            .questions
            .iter()
            .zip(freeze.fails.iter().zip(&freeze.losses))
            .map(|(question, (&fails, loss))| (question.id.as_str(), Frozen { fails, loss }))
            .collect(),
        openings: openings
            .map(|point| Opened::new(knowledge, point))
            .collect(),
    })
}

impl<'a> Quarter<'a> {
    fn new(knowledge: &'a Knowledge, evolution: &Evolution, paths: &Paths, quarter: usize) -> Self {
        let moment = &evolution.course.moments[quarter];
        let stage = moment.stage(knowledge);
        let mut levels = BTreeMap::new();
        for slider in knowledge.sliders() {
            let (low, high) = paths.band(knowledge, slider, quarter).unzip();
            let value = moment.level(slider);
            let id = knowledge.quantity(slider).id.as_str();
            levels.insert(id, Level { value, low, high });
        }
        let questions = knowledge.questions.pairs().map(|(index, question)| {
            let id = |alternative: AlternativeId| question.alternatives[alternative].id.as_str();
            let answer = &moment.answers.answers[index];
            let acceptability = question.alternatives.ids().filter_map(|alternative| {
                let share = paths.acceptability(index, alternative, quarter)?;
                let told = Share {
                    share: share.value,
                    standard_error: share.error,
                };
                Some((id(alternative), told))
            });
            let placed = Placed {
                in_place: moment.in_place[index].map(id),
                recommended: answer.chosen.map(id),
                acceptability: acceptability.collect(),
            };
            (question.id.as_str(), placed)
        });
        Self {
            quarter,
            stage: stage.map(|stage| {
                let form = knowledge.evolution.stages[stage].form;
                knowledge.form().alternatives[form].id.as_str()
            }),
            levels,
            capacity: moment.coverage.capacity,
            load: moment.coverage.load(),
            questions: questions.collect(),
        }
    }
}

impl<'a> Changed<'a> {
    fn new(knowledge: &'a Knowledge, change: &Change) -> Self {
        let question = &knowledge.questions[change.question];
        let id = |alternative: AlternativeId| question.alternatives[alternative].id.as_str();
        let drivers = change.drivers.iter().map(|driver| Driven {
            measure: &knowledge.measures[driver.measure].id,
            before: driver.before,
            now: driver.now,
            points: driver.points,
        });
        Self {
            quarter: change.quarter,
            question: &question.id,
            from: change.from.map(id),
            to: change.to.map(id),
            impossible: change.impossible,
            lead: change.lead,
            drivers: drivers.collect(),
        }
    }
}

impl<'a> Opened<'a> {
    fn new(knowledge: &'a Knowledge, point: &'a Opening) -> Self {
        Self {
            theme: theme(knowledge, &point.theme),
            posture: posture(knowledge, point.posture),
            wanted: point.wanted,
            opens: point.opens,
            until: point.until,
            owner: point.owner.as_ref().map(Owned::from),
        }
    }
}

/// An object on one line. It has nothing that could not be written: its keys are texts.
fn line(object: &impl Serialize) -> String {
    // By way of a value, whose keys are in order.
    serde_json::to_value(object).unwrap_or_default().to_string()
}
