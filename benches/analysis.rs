//! The engine and its analyses. `benches/run.sh` runs this beside its numpy reference.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "not the program"
)]

use std::hint::black_box;

use attache::analysis::smaa::{Tally, WeightSamples};
use attache::analysis::{
    Answers, Comparables, Coverage, Evolution, Group, Inputs, Paths, Sampler, Sensitivity, Survey,
    for_and_against, smallest_joint, warnings,
};
use attache::model::{Cases, Knowledge, Opinion, Profile, Scenario};
use attache::store::examples;
use criterion::{Criterion, criterion_group, criterion_main};

const MILLION: usize = 1 << 20;
const ALTERNATIVES: usize = 4;
const FACTORS: usize = 7;

fn example() -> (Knowledge, Scenario) {
    let knowledge = Knowledge::builtin();
    let example = &examples()[0];
    let profile = Profile::parse(&knowledge, example.name, example.text).expect("an example");
    (knowledge, profile.scenarios.first)
}

/// All four questions with every reason for and against every alternative.
fn evaluation(criterion: &mut Criterion) {
    let (knowledge, scenario) = example();
    criterion.bench_function("evaluate four questions with explanations", |bencher| {
        bencher.iter(|| {
            let inputs = Inputs::read(&knowledge, black_box(&scenario));
            let answers = Answers::new(&knowledge, inputs);
            for answer in &answers.answers {
                black_box(for_and_against(
                    &knowledge,
                    &answers,
                    answer,
                    answer.ranking[0],
                ));
            }
            answers
        });
    });
}

/// A million kept weight samples, scored and ranked on two cores.
fn million(criterion: &mut Criterion) {
    let weights = WeightSamples::uniform(FACTORS, MILLION, 1);
    let values: Vec<f32> = (0..ALTERNATIVES * FACTORS)
        .map(|i| ((i * 37) % 41) as f32 / 41.0)
        .collect();
    let base = [0.0; ALTERNATIVES];
    let count = |range: std::ops::Range<usize>| {
        let mut tally = Tally::new(ALTERNATIVES, FACTORS);
        for start in range.step_by(4096) {
            tally.score(&weights, start..start + 4096, &base, &values);
        }
        tally
    };
    criterion.bench_function(
        "rank a million weight samples, 4 x 7, two cores",
        |bencher| {
            bencher.iter(|| {
                std::thread::scope(|scope| {
                    let half = scope.spawn(|| count(MILLION / 2..MILLION));
                    let mine = count(0..MILLION / 2);
                    (mine, half.join().expect("a count"))
                })
            });
        },
    );
}

fn analyses(criterion: &mut Criterion) {
    let (knowledge, scenario) = example();
    let inputs = Inputs::read(&knowledge, &scenario);
    let answers = Answers::new(&knowledge, inputs.clone());
    criterion.bench_function("sensitivity of every slider and weight", |bencher| {
        bencher.iter(|| Sensitivity::new(&knowledge, &scenario, &inputs, answers.attachment()));
    });
    criterion.bench_function("smallest joint change", |bencher| {
        bencher.iter(|| smallest_joint(&knowledge, &scenario, &inputs, answers.attachment()));
    });
    criterion.bench_function("coverage and warnings", |bencher| {
        bencher.iter(|| {
            let coverage = Coverage::new(&knowledge, &scenario, &answers);
            warnings(&knowledge, &answers, &coverage)
        });
    });
    criterion.bench_function("read the known organisations", |bencher| {
        bencher.iter(|| Comparables::new(&knowledge, Cases::builtin()));
    });
    let comparables = Comparables::new(&knowledge, Cases::builtin());
    criterion.bench_function("nearest known organisations", |bencher| {
        bencher.iter(|| comparables.nearest(black_box(&inputs)));
    });
    let sampler = Sampler::new(&knowledge, 1024, 1);
    criterion.bench_function("survey slice of 16 blocks, four questions", |bencher| {
        bencher.iter(|| {
            let mut survey = Survey::new(&knowledge, &scenario);
            survey.advance(&knowledge, &scenario, &sampler, 16);
            survey
        });
    });
    let survey = Survey::complete(&knowledge, &scenario, &sampler);
    criterion.bench_function("value of information of seven factors", |bencher| {
        bencher.iter(|| {
            survey.questions()[knowledge.always.attachment].value_of_information(&sampler)
        });
    });
}

/// Five years of one company, and of the thousand that could be it.
fn evolution(criterion: &mut Criterion) {
    let (knowledge, scenario) = example();
    criterion.bench_function("evolution over 20 quarters, frozen and free", |bencher| {
        bencher.iter(|| Evolution::new(&knowledge, black_box(&scenario), 20));
    });
    let sampler = Sampler::usual(&knowledge);
    criterion.bench_function("1,024 paths of 20 quarters, two cores", |bencher| {
        bencher.iter(|| Paths::complete(&knowledge, black_box(&scenario), &sampler, 20));
    });
    criterion.bench_function("one slice of paths of 20 quarters", |bencher| {
        bencher.iter(|| {
            let mut paths = Paths::new(&knowledge, 20);
            paths.advance(&knowledge, black_box(&scenario), &sampler);
            paths
        });
    });
}

/// A full room, of which each says something else.
fn room(criterion: &mut Criterion) {
    let (knowledge, scenario) = example();
    for count in [3, 200] {
        let opinions: Vec<Opinion> = (0..count)
            .map(|person| {
                let mut view = scenario.clone();
                let settings = view.factors.values_mut();
                let settings = settings.flat_map(|input| input.quantities.values_mut());
                for (place, setting) in settings.enumerate() {
                    setting.value = ((person * 37 + place * 53) % 101) as f64;
                }
                Opinion::new(view)
            })
            .collect();
        criterion.bench_function(&format!("the group of {count} opinions"), |bencher| {
            bencher.iter(|| Group::new(&knowledge, black_box(&scenario), &opinions));
        });
    }
}

criterion_group!(benches, evaluation, million, analyses, evolution, room);
criterion_main!(benches);
