//! The knowledge base that comes with the program keeps its promises.

use attache::analysis::{Answer, Answers, Inputs, Verdict};
use attache::model::{Knowledge, Profile};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// A company drawn uniformly: every slider, every choice, equal weights, all departments.
fn draw(knowledge: &Knowledge, random: &mut Pcg64Mcg) -> Profile {
    let mut profile = Profile::new(knowledge, "2026-01-01");
    for factor in &knowledge.factors {
        let input = &mut profile.factors[&factor.id];
        for setting in input.quantities.values_mut() {
            setting.value = random.random_range(0.0..=100.0);
        }
        if let Some(choice) = &factor.choice {
            let option = random.random_range(0..choice.options.len());
            input.choice = choice.options[option].id.clone();
        }
    }
    profile
}

#[test]
fn every_alternative_has_its_companies() {
    const COMPANIES: usize = 10_000;
    let knowledge = Knowledge::builtin();
    let mut random = Pcg64Mcg::seed_from_u64(2026);
    let mut wins: Vec<Vec<usize>> = knowledge
        .questions
        .iter()
        .map(|question| vec![0; question.alternatives.len()])
        .collect();
    let mut close = vec![0; knowledge.questions.len()];
    for _ in 0..COMPANIES {
        let profile = draw(&knowledge, &mut random);
        let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &profile));
        for answer in &answers.answers {
            wins[answer.question][answer.ranking[0]] += 1;
            close[answer.question] += usize::from(!answer.decided());
        }
    }
    for (question, wins) in knowledge.questions.iter().zip(&wins) {
        for (alternative, &won) in question.alternatives.iter().zip(wins) {
            let share = won as f64 / COMPANIES as f64;
            println!("{} {} {share:.3}", question.id, alternative.id);
            let least = if question.id == "attachment" { 0.10 } else { 0.03 };
            assert!((least..=0.50).contains(&share), "{}: {share}", alternative.id);
        }
    }
    println!("close {close:?}");
    let _ = |a: &Answer| matches!(a.verdict, Verdict::Impossible);
}
