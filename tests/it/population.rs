//! Companies like the known ones, in the mix of forms that surveys saw in 2010.

use attache::analysis::{Answers, Course, Inputs};
use attache::model::{Cases, Id, Knowledge, QuestionId, Scenario};
use rand::{Rng, RngExt};

use super::companies::draw_near;

/// Shares of the forms, in the order of the knowledge base, in per cent: Altimeter 2010, companies of
/// over 1,000 employees.
pub const FORMS_2010: [f64; 5] = [10.8, 28.8, 41.0, 18.0, 1.4];
/// The same in 2012, eight quarters later; Altimeter, "The State of Social Business 2013".
pub const FORMS_2012: [f64; 5] = [9.4, 29.1, 35.4, 23.6, 2.4];
/// From one survey to the other.
pub const EIGHT_QUARTERS: usize = 8;

/// The courses of some companies.
pub struct Population(pub Vec<Course>);

impl Population {
    /// About so many companies, followed for so many quarters. Each is like a known one (`draw_near`),
    /// with importances uniform on the simplex; they are drawn until every form has its share of 2010,
    /// and those of a form that has enough are passed over.
    pub fn draw(
        knowledge: &Knowledge,
        cases: &Cases,
        count: usize,
        quarters: usize,
        random: &mut impl Rng,
    ) -> Self {
        let mut left = FORMS_2010.map(|share| (share / 100.0 * count as f64).round() as usize);
        let mut courses = Vec::new();
        while left.iter().any(|&left| left > 0) {
            let company = draw(knowledge, cases, random);
            let inputs = Inputs::read(knowledge, &company);
            let answers = Answers::new(knowledge, inputs);
            let Some(form) = answers.form().chosen else {
                continue;
            };
            let left = &mut left[form.place()];
            if *left > 0 {
                *left -= 1;
                courses.push(Course::new(knowledge, &company, quarters, false));
            }
        }
        Self(courses)
    }

    /// The share of the companies of which something is true, in per cent.
    pub fn share(&self, holds: impl Fn(&Course) -> bool) -> f64 {
        let held = self.0.iter().filter(|course| holds(course)).count();
        100.0 * held as f64 / self.0.len() as f64
    }

    /// The share of each form in a quarter, in per cent.
    pub fn forms(&self, knowledge: &Knowledge, quarter: usize) -> [f64; 5] {
        let form = knowledge.always.form;
        std::array::from_fn(|a| {
            self.share(|c| c.moments[quarter].in_place[form] == Some(Id::new(a)))
        })
    }
}

fn draw(knowledge: &Knowledge, cases: &Cases, random: &mut impl Rng) -> Scenario {
    let mut company = draw_near(knowledge, cases, random);
    for input in company.factors.values_mut() {
        input.weight = -random.random_range(1e-9..1.0_f64).ln();
    }
    company
}

/// Whether a course comes back, on a question, to what it had left.
pub fn comes_back(course: &Course, question: QuestionId) -> bool {
    let mut left = Vec::new();
    let mut changes = course
        .changes
        .iter()
        .filter(|change| change.question == question);
    changes.any(|change| {
        left.push(change.from);
        left.contains(&change.to)
    })
}
