//! In what order to open the contact points so that none is ever left unattended.

use crate::model::{Owner, PostureId};

use super::super::coverage::{ContactPoint, Theme};
use super::super::scale::EPSILON;
use super::course::Course;

/// When a contact point is wanted, and when it can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// What is talked about.
    pub theme: Theme,
    /// How the company is there.
    pub posture: PostureId,
    /// First quarter in which the strategy wants it, and nobody has closed it.
    pub wanted: usize,
    /// First quarter from which it is held to the end; `None` if the means never suffice.
    pub opens: Option<usize>,
    /// Per quarter, in the points of the coverage rule; 0 while it is not wanted, or closed by hand.
    pub loads: Vec<f64>,
    /// Who was named to hold it, from the quarter in which it is wanted to the end; what has an owner
    /// opens as soon as it is wanted, and what is left of the means is for the others.
    pub owner: Option<Owner>,
}

/// The order of opening, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Openings {
    /// Every contact point that is wanted at some time.
    pub points: Vec<Opening>,
    /// Per quarter, in the points of the coverage rule.
    pub capacity: Vec<f64>,
}

impl Openings {
    /// Schedules the contact points of a course.
    pub fn new(course: &Course) -> Self {
        let capacity: Vec<f64> = course
            .moments
            .iter()
            .map(|moment| moment.coverage.capacity)
            .collect();
        let mut points: Vec<Opening> = Vec::new();
        for (quarter, moment) in course.moments.iter().enumerate() {
            // Within a quarter the heaviest come first: they are served first.
            for point in &moment.coverage.points {
                match points.iter_mut().find(|known| known.is(point)) {
                    Some(known) => {
                        known.loads[quarter] = point.load;
                        if known.owner != point.owner {
                            known.owner = None;
                        }
                    }
                    None => {
                        let mut loads = vec![0.0; capacity.len()];
                        loads[quarter] = point.load;
                        points.push(Opening {
                            theme: point.theme.clone(),
                            posture: point.posture,
                            wanted: quarter,
                            opens: None,
                            loads,
                            owner: point.owner.clone(),
                        });
                    }
                }
            }
        }
        let (owned, shared): (Vec<&Opening>, Vec<&Opening>) =
            points.iter().partition(|point| point.owner.is_some());
        let left = |(quarter, capacity): (usize, &f64)| {
            let taken: f64 = owned.iter().map(|point| point.loads[quarter]).sum();
            (capacity - taken).max(0.0)
        };
        let left: Vec<f64> = capacity.iter().enumerate().map(left).collect();
        let loads: Vec<&[f64]> = shared.iter().map(|point| point.loads.as_slice()).collect();
        let mut opens = schedule(&loads, &left).into_iter();
        for point in &mut points {
            point.opens = match point.owner {
                Some(_) => Some(point.wanted),
                None => opens.next().flatten(),
            };
        }
        points.sort_by_key(|point| (point.opens.unwrap_or(usize::MAX), point.wanted));
        Self { points, capacity }
    }
}

impl Opening {
    fn is(&self, point: &ContactPoint) -> bool {
        self.theme == point.theme && self.posture == point.posture
    }
}

/// For each point, in the order in which they are served, the first quarter from which it can be
/// held to the end beside those before it; `None` if there is none. A point opens no sooner than
/// it weighs something, and once open stays so.
///
/// `loads[point][quarter]` and `capacity[quarter]` are in the same points, 0 or more. What is open
/// never weighs more than the capacity. If any order opens all points, so does this one: opening a
/// point later never harms another, and all can open together in the last quarter if they can be
/// open together at all.
pub fn schedule(loads: &[&[f64]], capacity: &[f64]) -> Vec<Option<usize>> {
    let mut left = capacity.to_vec();
    loads
        .iter()
        .map(|load| {
            let wanted = load.iter().position(|&load| load > 0.0)?;
            let fits = |quarter: usize| load[quarter] <= left[quarter] + EPSILON;
            let held = (wanted..load.len())
                .rev()
                .take_while(|&quarter| fits(quarter))
                .last()?;
            for quarter in held..load.len() {
                left[quarter] -= load[quarter];
            }
            Some(held)
        })
        .collect()
}
