//! Answers in five steps: what they set, and that describing a company by them changes no answer.

use attache::analysis::{Answers, Inputs};
use attache::model::{Knowledge, Problem, ProblemKind as Kind, Profile, STEPS, Said, Setting};
use attache::store::examples;

#[test]
fn every_example_described_in_five_steps_keeps_its_attachment() {
    let knowledge = Knowledge::builtin();
    for example in examples() {
        let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
        let fine = profile.scenarios.first;
        let mut coarse = fine.clone();
        for factor in &knowledge.factors {
            let input = &mut coarse.factors[&factor.id];
            let asked: Vec<_> = factor.quantities.iter().collect();
            for quantity in &factor.quantities {
                let said = input.said(&knowledge.steps, quantity);
                if matches!(said, Said::Step { .. }) {
                    input.say(&knowledge.steps, &asked, quantity, said);
                }
            }
        }
        let chosen = |scenario| {
            let answers = Answers::new(&knowledge, Inputs::read(&knowledge, scenario));
            answers.attachment().chosen
        };
        assert_eq!(chosen(&coarse), chosen(&fine), "{}", example.name);
    }
}

#[test]
fn what_is_said_of_a_slider_is_what_is_read_from_it() {
    let knowledge = Knowledge::builtin();
    let steps = &knowledge.steps;
    for factor in &knowledge.factors {
        let asked: Vec<_> = factor.quantities.iter().collect();
        let new = attache::model::FactorInput::new(factor);
        for quantity in &factor.quantities {
            let mut input = new.clone();
            assert_eq!(input.said(steps, quantity), Said::Nothing);
            for step in 0..STEPS {
                let said = Said::Step { step, exact: true };
                input.say(steps, &asked, quantity, said);
                assert_eq!(input.said(steps, quantity), said);
                assert!(input.is_described(factor));
            }
            input.say(steps, &asked, quantity, Said::Unknown);
            assert_eq!(input.said(steps, quantity), Said::Unknown);
            assert!(!input.is_described(factor));
            assert_eq!(input.unknown, asked.len() == 1);
            input.say(steps, &asked, quantity, Said::Nothing);
            assert_eq!(input.said(steps, quantity), Said::Nothing);
            assert!(!input.unknown);
        }
    }
}

#[test]
fn the_nearest_step_is_told_and_whether_it_is_just_that() {
    let knowledge = Knowledge::builtin();
    let quantity = knowledge.quantity(knowledge.slider("risk").unwrap());
    for (value, step, exact) in [
        (0.0, 0, true),
        (12.5, 0, false),
        (12.6, 1, false),
        (49.0, 2, false),
        (75.0, 3, true),
        (72.0, 3, false),
        (100.0, 4, true),
    ] {
        let said = Setting::new(value).said(&knowledge.steps, quantity);
        assert_eq!(said, Said::Step { step, exact }, "{value}");
    }
}

/// The one problem of the built-in base with something else in the place of `from`.
fn problem(from: &str, to: &str) -> Problem {
    let text = Knowledge::BUILTIN.replacen(from, to, 1);
    assert_ne!(text, Knowledge::BUILTIN, "{from}");
    let mut problems = Knowledge::parse("own.ron", &text).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

#[test]
fn steps_that_could_not_be_told_apart_are_refused_with_their_place() {
    let line = |of: &str| {
        let text = Knowledge::BUILTIN;
        1 + text[..text.find(of).unwrap()].matches('\n').count()
    };
    let values = "values: [0, 25, 50, 75, 100]";
    let found = problem(values, "values: [0, 25, 50, 100]");
    assert_eq!(
        (found.line, found.field.as_str()),
        (line(values), "steps.values")
    );
    assert_eq!(
        found.kind,
        Kind::WrongCount {
            found: 4,
            wanted: STEPS
        }
    );
    let found = problem(values, "values: [0, 25, 25, 75, 100]");
    assert_eq!(
        (found.line, found.field.as_str()),
        (line(values), "steps.values[2]")
    );
    let out = |found, low, high| Kind::OutOfRange { found, low, high };
    assert_eq!(found.kind, out(25.0, 26.0, 100.0));
    // With the usual doubt, the middle could not be told from a slider that nobody has touched.
    let found = problem("plus_minus: 12.5", "plus_minus: 10");
    assert_eq!(found.field, "steps.plus_minus");
    assert_eq!(found.kind, out(10.0, 10.5, 50.0));
    let found = problem("fr: \"C’est le début\"", "fr: \" \"");
    assert_eq!(found.field, "factors[0].quantities[0].steps[0].fr");
    assert_eq!(found.kind, Kind::EmptyText);
    let asked = "fr: \"Parle-t-on de vous en ligne\u{a0}?\"";
    let found = problem(asked, "fr: \"\"");
    assert_eq!(
        (found.line, found.field.as_str()),
        (line(asked), "factors[5].quantities[1].ask.fr")
    );
}
