//! What the verbs say to programs: one object a line, ids rather than names.

use serde_json::{Map, Value as Json, json};

use crate::analysis::{
    Answer, Change, Estimate, Evolution, Findings, Flip, Lever, Opening, Paths, QuestionSurvey,
    Rest, Theme, points,
};
use crate::model::{Knowledge, Question, Scenario};

/// The answers for a program: one object on one line.
pub(super) fn findings(
    knowledge: &Knowledge,
    name: &str,
    scenario: &Scenario,
    findings: &Findings,
) -> Json {
    let mut object = Map::new();
    object.insert("profile".into(), json!(name));
    let flips: Vec<Json> = findings
        .sensitivity
        .flips
        .iter()
        .map(|found| flip(knowledge, found))
        .collect();
    object.insert("flips".into(), Json::Array(flips));
    if let Some(joint) = &findings.joint {
        let moves: Vec<Json> = joint
            .moves
            .iter()
            .map(|found| flip(knowledge, found))
            .collect();
        let joint = json!({"radius": joint.radius, "moves": moves});
        object.insert("joint_flip".into(), joint);
    }
    let warnings: Vec<&str> = findings
        .warnings
        .iter()
        .map(|&index| knowledge.warnings[index].id.as_str())
        .collect();
    object.insert("warnings".into(), json!(warnings));
    object.insert("weight_doubt".into(), json!(scenario.weight_doubt));
    for answer in &findings.answers.answers {
        let question = &knowledge.questions[answer.question];
        let survey = &findings.survey.questions()[answer.question];
        object.insert(
            question.id.clone(),
            answer_json(knowledge, question, answer, survey),
        );
    }
    Json::Object(object)
}

/// One change of one slider or weight; ids rather than names.
fn flip(knowledge: &Knowledge, flip: &Flip) -> Json {
    let (Lever::Quantity { factor, .. } | Lever::Weight { factor }) = flip.lever;
    let factor = &knowledge.factors[factor];
    let quantity = match flip.lever {
        Lever::Quantity { quantity, .. } => Some(factor.quantities[quantity].id.as_str()),
        Lever::Weight { .. } => None,
    };
    let alternative = knowledge
        .question("attachment")
        .map(|(_, question)| question.alternatives[flip.alternative].id.as_str());
    json!({
        "factor": factor.id,
        "quantity": quantity,
        "from": flip.from,
        "to": flip.to,
        "recommended": alternative,
    })
}

fn answer_json(
    knowledge: &Knowledge,
    question: &Question,
    answer: &Answer,
    survey: &QuestionSurvey,
) -> Json {
    let id = |alternative: usize| question.alternatives[alternative].id.as_str();
    let alternatives: Vec<Json> = (0..question.alternatives.len())
        .map(|alternative| {
            // Contributions in points of fit; with the 50 of the affine map they sum to the fit.
            let contributions: Map<String, Json> = knowledge
                .factors
                .iter()
                .zip(&answer.contributions[alternative])
                .map(|(factor, value)| (factor.id.clone(), json!(points(*value))))
                .collect();
            let ranks: Vec<Estimate> = (0..answer.ranking.len())
                .filter_map(|rank| survey.acceptability(alternative, rank))
                .collect();
            // Share of the cases in which this one leads each other.
            let wins: Map<String, Json> = (0..question.alternatives.len())
                .filter(|&other| other != alternative)
                .filter_map(|other| {
                    let share = survey.pairwise(alternative, other)?;
                    Some((id(other).to_owned(), json!(share)))
                })
                .collect();
            json!({
                "id": id(alternative),
                "pairwise": wins,
                "central_weights": survey.central_weights(alternative),
                "available": answer.available[alternative],
                "fit": answer.fit(alternative),
                "acceptability": ranks.iter().map(|share| share.value).collect::<Vec<_>>(),
                "standard_error": ranks.iter().map(|share| share.error).collect::<Vec<_>>(),
                "confidence": survey.confidence(alternative),
                "contributions": contributions,
            })
        })
        .collect();
    json!({
        "recommended": answer.leader().map(id),
        "decided": answer.decided(),
        "close": if answer.decided() {
            Vec::new()
        } else {
            answer.kept().iter().map(|&a| id(a)).collect()
        },
        "margin": answer.margin(),
        "alternatives": alternatives,
    })
}

/// The course for a program: one object on one line; quarters count from today.
pub(super) fn evolution(
    knowledge: &Knowledge,
    name: &str,
    scenario: &Scenario,
    evolution: &Evolution,
    paths: &Paths,
) -> Json {
    let course = &evolution.course;
    let quarters: Vec<Json> = (0..course.moments.len())
        .map(|quarter| moment(knowledge, evolution, paths, quarter))
        .collect();
    let changes: Vec<Json> = course
        .changes
        .iter()
        .map(|found| change(knowledge, found))
        .collect();
    let rest = match evolution.rest {
        Rest::Fixed {
            organisation,
            sliders,
        } => json!({"fixed": {"organisation": organisation, "sliders": sliders}}),
        Rest::Cycle { from, period } => json!({"cycle": {"from": from, "period": period}}),
        Rest::Open => json!("open"),
    };
    let openings: Vec<Json> = evolution
        .openings
        .points
        .iter()
        .map(|point| opening(knowledge, point))
        .collect();
    let frozen: Map<String, Json> = knowledge
        .questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let lost = json!({
                "fails": evolution.freeze.fails[index],
                "loss": evolution.freeze.losses[index],
            });
            (question.id.clone(), lost)
        })
        .collect();
    let events: Vec<Json> = scenario
        .plan
        .events
        .iter()
        .map(|planned| json!({"quarter": planned.quarter, "event": planned.event}))
        .collect();
    json!({
        "profile": name,
        "pace": scenario.plan.pace,
        "events": events,
        "paths": paths.count(),
        "quarters": quarters,
        "changes": changes,
        "rest": rest,
        "frozen": frozen,
        "openings": openings,
    })
}

fn moment(knowledge: &Knowledge, evolution: &Evolution, paths: &Paths, quarter: usize) -> Json {
    let moment = &evolution.course.moments[quarter];
    let mut object = Map::new();
    object.insert("quarter".into(), json!(quarter));
    let stage = moment.stage(knowledge);
    let stage = stage.map(|stage| knowledge.evolution.stages[stage].form.as_str());
    object.insert("stage".into(), json!(stage));
    let mut levels = Map::new();
    for (f, factor) in knowledge.factors.iter().enumerate() {
        for (q, quantity) in factor.quantities.iter().enumerate() {
            let band = paths.band(knowledge, f, q, quarter);
            let level = json!({
                "value": moment.level(f, q),
                "low": band.map(|band| band.0),
                "high": band.map(|band| band.1),
            });
            levels.insert(quantity.id.clone(), level);
        }
    }
    object.insert("levels".into(), Json::Object(levels));
    object.insert("capacity".into(), json!(moment.coverage.capacity));
    object.insert("load".into(), json!(moment.coverage.load()));
    for (index, question) in knowledge.questions.iter().enumerate() {
        let id = |alternative: usize| question.alternatives[alternative].id.as_str();
        let answer = &moment.answers.answers[index];
        let acceptability: Map<String, Json> = (0..question.alternatives.len())
            .filter_map(|a| {
                let share = paths.acceptability(index, a, quarter)?;
                let found = json!({"share": share.value, "standard_error": share.error});
                Some((id(a).to_owned(), found))
            })
            .collect();
        let mut found = Map::new();
        found.insert("in_place".into(), json!(moment.in_place[index].map(id)));
        found.insert("recommended".into(), json!(answer.leader().map(id)));
        found.insert("decided".into(), json!(answer.decided()));
        if !acceptability.is_empty() {
            found.insert("acceptability".into(), Json::Object(acceptability));
        }
        object.insert(question.id.clone(), Json::Object(found));
    }
    Json::Object(object)
}

fn change(knowledge: &Knowledge, change: &Change) -> Json {
    let question = &knowledge.questions[change.question];
    let id = |alternative: usize| question.alternatives[alternative].id.as_str();
    let drivers: Vec<Json> = change
        .drivers
        .iter()
        .map(|driver| {
            json!({
                "measure": knowledge.measure(driver.measure).id,
                "before": driver.before,
                "now": driver.now,
                "points": driver.points,
            })
        })
        .collect();
    json!({
        "quarter": change.quarter,
        "question": question.id,
        "from": change.from.map(id),
        "to": change.to.map(id),
        "impossible": change.impossible,
        "lead": change.lead,
        "drivers": drivers,
    })
}

fn opening(knowledge: &Knowledge, point: &Opening) -> Json {
    let theme = match &point.theme {
        Theme::Usual { factor, quantity } => {
            knowledge.factors[*factor].quantities[*quantity].id.as_str()
        }
        Theme::Own(name) => name.as_str(),
    };
    json!({
        "theme": theme,
        "posture": knowledge.coverage.postures[point.posture].quantity,
        "wanted": point.wanted,
        "opens": point.opens,
    })
}
