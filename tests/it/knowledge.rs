//! Knowledge bases of one's own: what they may order and name as they like works, what they must
//! have is said.

use attache::analysis::{Answers, Coverage, Evolution, Findings, Inputs, Sampler};
use attache::chart::Structure;
use attache::i18n::Words;
use attache::model::{Knowledge, Lang, ProblemKind as Kind, Profile, Scenario};
use attache::report;
use attache::store::examples;
use attache::wording::Teller;

fn parse(text: &str) -> Knowledge {
    Knowledge::parse("own.ron", text).unwrap()
}

/// The built-in knowledge base with something else in the place of every `from`.
fn with(from: &str, to: &str) -> Knowledge {
    let text = Knowledge::BUILTIN.replace(from, to);
    assert_ne!(text, Knowledge::BUILTIN, "{from}");
    parse(&text)
}

/// The text of the built-in base around its questions, and each of them.
fn questions() -> (&'static str, Vec<&'static str>, &'static str) {
    let text = Knowledge::BUILTIN;
    let begin = text.find("    questions: [\n").unwrap() + "    questions: [\n".len();
    let end = begin + text[begin..].find("    ],\n    // Decided by").unwrap();
    let each: Vec<&str> = text[begin..end].split_inclusive("\n        ),\n").collect();
    assert_eq!(each.len(), 4);
    (&text[..begin], each, &text[end..])
}

fn with_questions(each: &[&str]) -> Knowledge {
    let (before, _, after) = questions();
    parse(&[before, &each.concat(), after].concat())
}

fn answers(knowledge: &Knowledge, scenario: &Scenario) -> Answers {
    Answers::new(knowledge, Inputs::read(knowledge, scenario))
}

fn example(knowledge: &Knowledge, place: usize) -> Profile {
    Profile::parse(knowledge, "example.ron", examples()[place].text).unwrap()
}

#[test]
fn the_weight_told_of_an_agency_is_the_slider_that_the_base_names() {
    let words = Words::new(Lang::En);
    let detail = |knowledge: &Knowledge, scenario: &Scenario| {
        let teller = Teller {
            knowledge,
            words: &words,
            departments: &[],
        };
        let findings = Findings::new(knowledge, scenario, &Sampler::new(knowledge, 8, 1));
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        let structure = Structure::new(teller, "Company", scenario, answers, verdicts);
        let agency = structure.outside.iter().find(|body| body.id == "agency");
        agency.unwrap().detail.clone()
    };
    let hired = |knowledge: &Knowledge, weight: &str| {
        let mut scenario = Scenario::new(knowledge);
        let agency = &mut scenario.factors["agency"];
        agency.choice = "advertising".into();
        agency.quantities[weight].value = 73.0;
        scenario
    };
    let built_in = Knowledge::builtin();
    let told = "weight 73 of 100";
    assert_eq!(detail(&built_in, &hired(&built_in, "weight")), told);
    // Whatever it is called.
    let renamed = with("\"weight\"", "\"hold\"");
    assert_eq!(detail(&renamed, &hired(&renamed, "hold")), told);
    // Nothing is said of a weight that the base does not name.
    let silent = with("                weight: Some(\"weight\"),\n", "");
    assert_eq!(detail(&silent, &hired(&silent, "weight")), "");
}

#[test]
fn a_weight_that_is_no_slider_of_its_factor_is_refused() {
    let good = Knowledge::BUILTIN;
    let bad = good.replace("weight: Some(\"weight\")", "weight: Some(\"presence\")");
    assert_ne!(bad, good);
    let problems = Knowledge::parse("own.ron", &bad).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].field, "factors[0].choice.weight");
    let expected = ["history", "weight"].map(str::to_owned).to_vec();
    let found = "presence".to_owned();
    assert_eq!(problems[0].kind, Kind::UnknownId { found, expected });
    let line = 1 + good[..good.find("weight: Some").unwrap()]
        .matches('\n')
        .count();
    assert_eq!(problems[0].line, line);
}

#[test]
fn a_base_without_a_question_or_department_that_every_company_needs_is_refused() {
    let (_, each, _) = questions();
    for (missing, id) in ["attachment", "form", "role", "sourcing"]
        .into_iter()
        .enumerate()
    {
        let mut others = each.clone();
        others.remove(missing);
        let (before, _, after) = questions();
        let text = [before, &others.concat(), after].concat();
        let problems = Knowledge::parse("own.ron", &text).unwrap_err();
        let id = id.to_owned();
        assert!(
            problems
                .iter()
                .any(|p| p.kind == Kind::MissingQuestion { id: id.clone() })
        );
    }
    let lines = Knowledge::BUILTIN.split_inclusive('\n');
    let text: String = lines
        .filter(|line| !line.starts_with("        (id: \"general_management\", label: "))
        .collect();
    assert_ne!(text, Knowledge::BUILTIN);
    let problems = Knowledge::parse("own.ron", &text).unwrap_err();
    let id = "general_management".to_owned();
    assert_eq!(problems[0].field, "departments");
    assert_eq!(problems[0].kind, Kind::MissingId { id });
    for lang in Lang::ALL {
        let told = Words::new(lang).problem(&problems[0]);
        assert!(told.contains("general_management"), "{told}");
    }
}

/// What is told of a company, and how its attachment is judged.
fn told(knowledge: &Knowledge, place: usize) -> (Vec<String>, Vec<u64>) {
    let profile = example(knowledge, place);
    let scenario = &profile.scenarios.first;
    let sampler = Sampler::new(knowledge, 32, 7);
    let findings = Findings::new(knowledge, scenario, &sampler);
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge,
        words: &words,
        departments: &[],
    };
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let structure = Structure::new(teller, "Société", scenario, answers, verdicts);
    let evolution = Evolution::new(knowledge, scenario, 8);
    let stages = evolution.course.moments.iter();
    let stages: Vec<_> = stages.map(|moment| moment.stage(knowledge)).collect();
    let sentences = vec![
        teller.sentence(&findings.verdicts),
        format!("{structure:?}"),
        format!("{:?} {:?}", findings.sensitivity, findings.information),
        format!("{:?} {:?} {stages:?}", findings.coverage, findings.warnings),
    ];
    let values = &findings.answers.attachment().values;
    (
        sentences,
        values.iter().map(|value| value.to_bits()).collect(),
    )
}

#[test]
fn the_order_of_the_questions_is_the_bases_own() {
    let (_, each, _) = questions();
    let usual = Knowledge::builtin();
    for turn in 1..4 {
        let mut turned = each.clone();
        turned.rotate_left(turn);
        let turned = with_questions(&turned);
        assert_ne!(turned.questions.iter().next().unwrap().id, "attachment");
        assert_eq!(turned.attachment().id, "attachment");
        for place in [0, 3, 7] {
            assert_eq!(
                told(&usual, place),
                told(&turned, place),
                "turned by {turn}"
            );
        }
    }
}

#[test]
fn a_base_with_five_questions_answers_them_all() {
    let (_, mut each, _) = questions();
    let fifth = each[3].replacen("\"sourcing\"", "\"pace\"", 1);
    each.insert(1, &fifth);
    let five = with_questions(&each);
    assert_eq!(five.questions.len(), 5);
    let profile = example(&five, 2);
    let scenario = &profile.scenarios.first;
    let all = answers(&five, scenario);
    assert_eq!(all.answers.len(), 5);
    let (pace, _) = five.question("pace").unwrap();
    // The fifth asks what the question asks that it was made from.
    assert_eq!(all.answers[pace].values, all.sourcing().values);
    assert_eq!(told(&Knowledge::builtin(), 2), told(&five, 2));
    let coverage = Coverage::new(&five, scenario, &all);
    assert!(coverage.capacity > 0.0);
    let sampler = Sampler::new(&five, 8, 1);
    let findings = Findings::new(&five, scenario, &sampler);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &five,
            words: &words,
            departments: &[],
        };
        let text = report::markdown(teller, &profile.header, scenario, &findings);
        let asked = five
            .questions
            .iter()
            .map(|question| question.label.get(lang));
        for label in asked {
            assert!(text.contains(label), "{label}");
        }
    }
}
