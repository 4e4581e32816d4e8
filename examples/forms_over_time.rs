//! What becomes of the companies of 2010: the forms eight quarters later, against the survey of 2012,
//! and how they differ after five years.
//!
//! `cargo run --release --example forms_over_time` draws companies like the known ones, each slider up
//! to 15 points away and importances uniform on the simplex, until today's forms have the mix of 2010,
//! and follows each of them alone, with no event planned. The path of another knowledge base can follow.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program for the terminal"
)]

#[path = "../tests/it/companies.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod companies;
#[path = "../tests/it/population.rs"]
mod population;

use std::collections::HashMap;
use std::error::Error;

use attache::analysis::{Change, Course, Rest};
use attache::model::{AlternativeId, Cases, Knowledge, MAX_QUARTERS, SliderAt};
use population::{EIGHT_QUARTERS, FORMS_2010, FORMS_2012, Population, comes_back};
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

const COMPANIES: usize = 4000;

fn main() -> Result<(), Box<dyn Error>> {
    let knowledge = match std::env::args().nth(1) {
        Some(path) => Knowledge::parse(&path, &std::fs::read_to_string(&path)?)
            .map_err(|problems| format!("{problems:?}"))?,
        None => Knowledge::builtin(),
    };
    let cases = Cases::parse(&knowledge, "cases.ron", Cases::BUILTIN)
        .map_err(|problems| format!("{problems:?}"))?;
    let mut random = Pcg64Mcg::seed_from_u64(2010);
    let all = Population::draw(&knowledge, &cases, COMPANIES, MAX_QUARTERS, &mut random);

    let quarters = [0, EIGHT_QUARTERS, MAX_QUARTERS];
    let forms = quarters.map(|quarter| all.forms(&knowledge, quarter));
    println!("{COMPANIES} companies\n");
    println!("form                     2010   Q0    Q8   2012  apart  Q20");
    for (a, form) in knowledge.form().alternatives.iter().enumerate() {
        println!(
            "{:<22} {:>6.1} {:>5.1} {:>5.1} {:>5.1} {:>+5.1} {:>5.1}",
            form.id,
            FORMS_2010[a],
            forms[0][a],
            forms[1][a],
            FORMS_2012[a],
            forms[1][a] - FORMS_2012[a],
            forms[2][a]
        );
    }
    moves(&knowledge, &all);
    println!("\nquestion, alternative     Q0    Q8   Q20   left by Q20");
    for (index, question) in knowledge.questions.pairs() {
        for (a, alternative) in question.alternatives.pairs() {
            let at = |q: usize| all.share(|c| c.moments[q].in_place[index] == Some(a));
            let had = |c: &Course| c.moments[0].in_place[index] == Some(a);
            let leaves = |c: &Course| c.changes.iter().any(|change| change.question == index);
            println!(
                "{:<10} {:<18} {:>5.1} {:>5.1} {:>5.1} {:>5.1}",
                question.id,
                alternative.id,
                at(0),
                at(EIGHT_QUARTERS),
                at(MAX_QUARTERS),
                100.0 * all.share(|c| had(c) && leaves(c)) / at(0)
            );
        }
    }
    println!("\nslider                 mean ± sd at Q0, Q8, Q20");
    for (f, factor) in knowledge.factors.pairs() {
        for (q, quantity) in factor.quantities.pairs() {
            let slider = SliderAt {
                factor: f,
                quantity: q,
            };
            let told = quarters.map(|quarter| {
                let (mean, sd) = spread(&all, |c| {
                    c.moments[quarter].level(slider).expect("all is known")
                });
                format!("{mean:>4.0} ± {sd:<3.0}")
            });
            println!("{:<20} {}", quantity.id, told.join(" "));
        }
    }
    whole(&knowledge, &all);
    Ok(())
}

/// From which form to which one, in eight quarters.
fn moves(knowledge: &Knowledge, all: &Population) {
    println!("\nfrom (row) to (column) in eight quarters, per cent of all");
    let form = knowledge.always.form;
    let forms = &knowledge.form().alternatives;
    for from in forms.ids() {
        let row = forms.ids().map(|to| {
            let share = all.share(|c| {
                c.moments[0].in_place[form] == Some(from)
                    && c.moments[EIGHT_QUARTERS].in_place[form] == Some(to)
            });
            format!("{share:>6.1}")
        });
        let id = &knowledge.form().alternatives[from].id;
        println!("{id:<22} {}", row.collect::<Vec<_>>().join(" "));
    }
}

fn spread(all: &Population, of: impl Fn(&Course) -> f64) -> (f64, f64) {
    let mean = |of: &dyn Fn(&Course) -> f64| -> f64 {
        all.0.iter().map(of).sum::<f64>() / all.0.len() as f64
    };
    let middle = mean(&of);
    (middle, mean(&|c| (of(c) - middle).powi(2)).sqrt())
}

/// How the loop ends, for every tenth company: that takes a hundred years of each.
fn ends(knowledge: &Knowledge, all: &Population) {
    let some = all.0.iter().step_by(10);
    let rests: Vec<Rest> = some
        .map(|course| Rest::of(knowledge, &course.scenario(knowledge, 0)))
        .collect();
    let share = |is: &dyn Fn(&Rest) -> bool| {
        100.0 * rests.iter().filter(|rest| is(rest)).count() as f64 / rests.len() as f64
    };
    println!(
        "settle, go round, neither            {:.1} {:.1} {:.1}",
        share(&|rest| matches!(rest, Rest::Fixed { .. })),
        share(&|rest| matches!(rest, Rest::Cycle { .. })),
        share(&|rest| matches!(rest, Rest::Open))
    );
}

/// How companies move, and how they differ in the end.
fn whole(knowledge: &Knowledge, all: &Population) {
    let form = knowledge.always.form;
    let any = all.share(|c| !c.changes.is_empty());
    let mean = spread(all, |c| c.changes.len() as f64).0;
    println!("\nby quarter {MAX_QUARTERS}, per cent of all companies");
    println!("reorganise at all                    {any:.1} ({mean:.2} changes a company)");
    let by = |holds: &dyn Fn(&Change) -> bool| all.share(|c| c.changes.iter().any(holds));
    println!(
        "change their form                    {:.1}",
        by(&|x| x.question == form)
    );
    println!(
        "… to a less mature one               {:.1}",
        by(&|x| x.question == form && x.to < x.from)
    );
    println!(
        "come back to a form                  {:.1}",
        all.share(|c| comes_back(c, form))
    );
    println!(
        "come back on some question           {:.1}",
        all.share(|c| knowledge.questions.ids().any(|q| comes_back(c, q)))
    );
    ends(knowledge, all);
    let culture = knowledge.slider("social_culture").expect("a slider");
    let first_and_last = |c: &Course| {
        let levels = c.levels(culture).expect("known");
        levels[MAX_QUARTERS] - levels[0]
    };
    println!(
        "culture lower than today by 2        {:.1}",
        all.share(|c| first_and_last(c) < -2.0)
    );
    println!(
        "culture higher than today by 2       {:.1}",
        all.share(|c| first_and_last(c) > 2.0)
    );
    for quarter in [0, EIGHT_QUARTERS, MAX_QUARTERS] {
        let mut ends: HashMap<Vec<Option<AlternativeId>>, f64> = HashMap::new();
        for course in &all.0 {
            let whole = course.moments[quarter].in_place.iter().copied().collect();
            *ends.entry(whole).or_default() += 1.0 / all.0.len() as f64;
        }
        let entropy: f64 = ends.values().map(|share| -share * share.ln()).sum();
        let most = ends.values().copied().fold(0.0, f64::max);
        println!(
            "whole organisations at Q{quarter:<2}           {} kinds, as many as {:.0} equal ones, the commonest {:.1}",
            ends.len(),
            entropy.exp(),
            100.0 * most
        );
    }
}
