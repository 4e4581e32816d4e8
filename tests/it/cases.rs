//! Known organisations: what they hold, how wrong files are refused, what the engine makes of them.

use crate::problems::{Is, is};
use attache::analysis::{Answers, Inputs};
use attache::model::{
    AlternativeId, Cases, FactorId, Knowledge, List, ProblemKind as Kind, QuestionId, Scenario,
};

fn builtin(knowledge: &Knowledge) -> Cases {
    Cases::parse(knowledge, "cases.ron", Cases::BUILTIN).unwrap()
}

#[test]
fn every_known_organisation_has_an_attachment_and_two_raters() {
    let knowledge = Knowledge::builtin();
    let cases = builtin(&knowledge);
    for question in ["attachment", "form", "role"] {
        let answered = cases
            .cases
            .iter()
            .filter(|case| case.answers.contains_key(question))
            .count();
        let (_, question) = knowledge.question(question).unwrap();
        assert_eq!(answered, question.cases as usize, "{}", question.id);
    }
    for case in &cases.cases {
        assert!(
            case.answers.contains_key("attachment"),
            "{}",
            case.organisation
        );
        assert_eq!(case.raters.len(), 2, "{}", case.organisation);
    }
}

#[test]
fn a_case_is_a_company_with_the_mean_of_its_raters() {
    let knowledge = Knowledge::builtin();
    let cases = builtin(&knowledge);
    let renault = &cases.cases[0];
    let level = |rater: Option<usize>| {
        let scenario = renault.scenario(&knowledge, rater);
        assert_eq!(scenario.factors["agency"].choice, "advertising");
        assert!(scenario.can_host("web") && scenario.can_host("general_management"));
        scenario.factors["themes"].quantities["corporate_brand"].value
    };
    assert_eq!(
        (level(Some(0)), level(Some(1)), level(None)),
        (70.0, 80.0, 75.0)
    );
}

/// Changes of the built-in text, and what must be said of each, where.
const WRONG: [(&str, &str, &str, Is); 8] = [
    (
        "format: 1",
        "format: 9",
        "format",
        is!(Kind::NewerFormat { .. }),
    ),
    (
        "organisation: \"Renault\"",
        "organisation: \" \"",
        "cases[0].organisation",
        is!(Kind::EmptyText),
    ),
    (
        "is: \"web\", or",
        "is: \"webb\", or",
        "cases[0].answers.attachment.is",
        is!(Kind::UnknownId { .. }),
    ),
    (
        "\"form\": (is",
        "\"forms\": (is",
        "cases[0].answers.forms",
        is!(Kind::UnknownId { .. }),
    ),
    (
        "\"agency\": \"advertising\"",
        "\"agency\": \"television\"",
        "cases[0].raters[0].choices.agency",
        is!(Kind::UnknownId { .. }),
    ),
    (
        "\"history\": 90",
        "\"history\": 101",
        "cases[0].raters[0].sliders.history",
        is!(Kind::OutOfRange { .. }),
    ),
    (
        "\"history\": 90, ",
        "",
        "cases[0].raters[0].sliders",
        is!(Kind::MissingId { .. }),
    ),
    (
        "[\"general_management\", ",
        "[",
        "cases[0].departments",
        is!(Kind::MissingId { .. }),
    ),
];

#[test]
fn wrong_cases_are_refused_with_their_line_and_field() {
    let knowledge = Knowledge::builtin();
    for (right, wrong, field, kind) in WRONG {
        let text = Cases::BUILTIN.replacen(right, wrong, 1);
        let problems = Cases::parse(&knowledge, "mine.ron", &text).unwrap_err();
        let problem = &problems[0];
        assert_eq!(
            (problem.file.as_str(), problem.field.as_str()),
            ("mine.ron", field)
        );
        assert!(kind(&problem.kind), "{problem}");
        assert!(problem.line > 0, "{problem}");
    }
    let twice = Cases::BUILTIN.replacen("\"O2 (Telefónica UK)\"", "\"Renault\"", 1);
    let twice = twice.replacen("year: \"2013\"", "year: \"2011–2013\"", 1);
    let problems = Cases::parse(&knowledge, "mine.ron", &twice).unwrap_err();
    assert!(matches!(problems[0].kind, Kind::Duplicate { .. }));
}

/// What known organisations did is named first, or among the first two, at least this often: what
/// the calibration reached on them, less a little. How it does on others is printed by
/// `cargo run --release --example calibrate`.
const FOUND: [(&str, f64, f64); 3] = [
    ("attachment", 0.66, 0.85),
    ("form", 0.58, 0.82),
    ("role", 0.58, 0.92),
];

#[test]
fn the_answers_are_those_of_the_calibration() {
    let knowledge = Knowledge::builtin();
    let cases = builtin(&knowledge);
    for (id, first, two) in FOUND {
        let (mut count, mut firsts, mut twos) = (0.0, 0.0, 0.0);
        for case in &cases.cases {
            let Some(known) = case.answers.get(id) else {
                continue;
            };
            let scenario = case.scenario(&knowledge, None);
            let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &scenario));
            let (index, question) = knowledge.question(id).unwrap();
            let answer = &answers.answers[index];
            let (truth, _) = question.alternative(&known.is).unwrap();
            count += 1.0;
            firsts += f64::from(u8::from(answer.ranking[0] == truth));
            twos += f64::from(u8::from(answer.ranking[..2].contains(&truth)));
        }
        println!("{id}: {:.3} {:.3}", firsts / count, twos / count);
        assert!(firsts / count >= first && twos / count >= two, "{id}");
    }
}

/// The widest move of the lead of one alternative over another while a factor's sliders and its
/// choice go from end to end, by what the engine answers.
fn swing(knowledge: &Knowledge, question: QuestionId, factor: FactorId) -> f64 {
    let described = &knowledge.factors[factor];
    let alternatives = &knowledge.questions[question].alternatives;
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    let mut leads: List<AlternativeId, List<AlternativeId, _>> =
        List::like(alternatives, List::like(alternatives, none));
    let options: Vec<&str> = match &described.choice {
        Some(choice) => choice
            .options
            .iter()
            .map(|option| option.id.as_str())
            .collect(),
        None => vec![""],
    };
    for option in options {
        for corner in 0..1_u32 << described.quantities.len() {
            let mut scenario = Scenario::new(knowledge);
            let input = &mut scenario.factors[&described.id];
            input.choice = option.to_owned();
            for (at, setting) in input.quantities.values_mut().enumerate() {
                setting.value = if corner >> at & 1 == 1 { 100.0 } else { 0.0 };
            }
            let inputs = Inputs::read(knowledge, &scenario);
            let weight = inputs.weights[factor];
            let answers = Answers::new(knowledge, inputs);
            let given = &answers.answers[question].contributions;
            for a in alternatives.ids() {
                for b in alternatives.ids() {
                    let lead = (given[a][factor] - given[b][factor]) / weight;
                    let (low, high) = &mut leads[a][b];
                    (*low, *high) = (low.min(lead), high.max(lead));
                }
            }
        }
    }
    leads
        .iter()
        .flatten()
        .map(|(low, high)| high - low)
        .fold(0.0, f64::max)
}

#[test]
fn equal_importances_reach_equally_far_however_many_measures_a_factor_has() {
    let knowledge = Knowledge::builtin();
    for (asked, question) in knowledge.questions.pairs() {
        for (at, factor) in knowledge.factors.pairs() {
            // What known organisations weigh double is written down as such.
            let reach = question.reach.iter().find(|reach| reach.factor == at);
            let wanted = reach.map_or(1.0, |reach| reach.times);
            let found = swing(&knowledge, asked, at);
            assert!(
                (found - wanted).abs() < 1e-9,
                "{} {}: {found}",
                question.id,
                factor.id
            );
        }
    }
}
