//! What the presenter can say of a slide: what it rests on, and what was noted.

use super::slide::Slide;
use super::stage::Stage;
use crate::analysis::{Lever, for_and_against};
use crate::model::{FactorId, Header};
use crate::wording::Dated;

/// The notes of a slide, a paragraph a line.
pub fn of(stage: &Stage<'_>, slide: Slide, header: &Header) -> Vec<String> {
    let (teller, findings) = (stage.teller, stage.findings);
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let noted = || lines(&header.notes);
    if verdicts.wanting > 0 {
        return noted();
    }
    let mut told = Vec::new();
    match slide {
        Slide::Answer => {
            told.push(teller.sentence(verdicts));
            told.extend(teller.because(answers, verdicts));
            told.extend(teller.turns(verdicts, &findings.turns));
            told.push(teller.words.get("report-not-fixed"));
            told.extend(noted());
        }
        Slide::Because => {
            let answer = answers.attachment();
            let kept = &verdicts.questions[teller.knowledge.always.attachment].kept;
            let best = kept.first();
            let sides = best.map(|&best| teller.sides(answers, answer, best));
            for side in sides.into_iter().flatten() {
                told.push(side.title);
                for reason in &side.reasons {
                    let words = teller.reason(answers, answer, side.about, reason);
                    told.push(format!("{} {}", words.why, words.basis));
                }
            }
            told.extend(teller.benchmarks().map(|age| format!("{age}.")));
        }
        Slide::Factor(at) => told.extend(factor(stage, at)),
        Slide::Solid => {
            for (answer, verdict) in answers.answers.iter().zip(&verdicts.questions) {
                let question = &teller.knowledge.questions[answer.question];
                let label = question.label.get(teller.words.lang());
                told.push(format!("{label} {}", teller.verdict(answer, verdict)));
                told.extend(teller.aside(answer));
            }
            let gains = findings.information.as_ref();
            told.extend(gains.and_then(|gains| teller.next_question(gains)));
        }
        Slide::Contacts => {
            let dated = teller.since(stage.about.from);
            told.extend(dated.contacts(stage.scenario, &findings.coverage));
        }
        Slide::Evolution => {
            let dated = teller.since(stage.about.from);
            told.extend(
                stage
                    .evolution
                    .map(|it| dated.evolution(it))
                    .unwrap_or_default(),
            );
        }
        Slide::Turns => {
            told.extend(teller.turns(verdicts, &findings.turns));
            let gains = findings.information.as_ref();
            told.extend(gains.and_then(|gains| teller.next_question(gains)));
        }
        Slide::Next => {
            let dated = Dated {
                review: stage.about.review,
                ..teller.since(stage.about.from)
            };
            told.extend(stage.evolution.map(|it| dated.deck_review(it)));
            told.extend(noted());
        }
    }
    told
}

/// Of a factor: what someone noted on its sliders, what would turn the answer, and
/// what it says for or against it.
fn factor(stage: &Stage<'_>, at: FactorId) -> Vec<String> {
    let (teller, scenario) = (stage.teller, stage.scenario);
    let factor = &teller.knowledge.factors[at];
    let mut told = Vec::new();
    if let Some(input) = scenario.factors.get(&factor.id) {
        for quantity in teller.knowledge.speaking(at, &input.choice) {
            let quantity = &factor.quantities[quantity];
            let setting = input.quantities.get(&quantity.id);
            let name = quantity.label.get(teller.words.lang());
            let notes = setting
                .map(|setting| lines(&setting.note))
                .unwrap_or_default();
            told.extend(notes.iter().map(|note| {
                let args = [("slider", name), ("note", note.as_str())];
                teller.words.with("presenter-noted", &args)
            }));
        }
    }
    let turns = stage.findings.turns.found().iter();
    let turns = turns.filter(|turn| match turn.lever {
        Lever::Slider(slider) => slider.factor == at,
        Lever::Weight(factor) => factor == at,
    });
    told.extend(turns.map(|turn| teller.turn(turn)));
    let answers = &stage.findings.answers;
    let answer = answers.attachment();
    let kept = &stage.findings.verdicts.questions[teller.knowledge.always.attachment].kept;
    if let Some(&best) = kept.first() {
        let (pros, cons) = for_and_against(teller.knowledge, answers, answer, best);
        let mut reasons = pros.into_iter().chain(cons).collect::<Vec<_>>();
        reasons.retain(|reason| teller.knowledge.measures[reason.measure].factor == at);
        told.extend(reasons.iter().map(|reason| {
            let words = teller.reason(answers, answer, best, reason);
            format!("{} {}", words.why, words.basis)
        }));
    }
    told
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
