//! In what order to open the contact points so that none is ever left unattended: what is held today stays
//! as long as the means suffice, the others open beside it.

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
    /// First quarter from which it is held to the end; `None` if the means never suffice. Today only what
    /// is held today.
    pub opens: Option<usize>,
    /// First quarter in which what is held today no longer is; `None` where it is not held today, or is to
    /// the end.
    pub until: Option<usize>,
    /// Per quarter, in the points of the coverage rule; 0 while it is not wanted, or closed by hand.
    pub loads: Vec<f64>,
    /// Who was named to hold it, from the quarter in which it is wanted to the end; what has an owner
    /// opens as soon as it is wanted, and what is left of the means is for the others.
    pub owner: Option<Owner>,
}

/// What the plan does with a contact point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Held today, to the end or until the means no longer suffice.
    Today,
    /// Opened once the means suffice to the end.
    Later,
    /// Kept closed.
    Never,
}

impl Place {
    /// In the order of time.
    pub const ALL: [Self; 3] = [Self::Today, Self::Later, Self::Never];
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
                            until: None,
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
        let today = course.moments.first().map(|moment| &moment.coverage);
        let is_held = |opening: &Opening| {
            let mut held = today.iter().flat_map(|coverage| &coverage.points);
            held.any(|point| opening.is(point) && point.is_held())
        };
        let wishes: Vec<Wish<'_>> = shared
            .iter()
            .map(|point| Wish {
                loads: &point.loads,
                is_held: is_held(point),
            })
            .collect();
        let mut terms = schedule(&wishes, &left).into_iter();
        for point in &mut points {
            let term = match point.owner {
                Some(_) => Some(Term {
                    opens: Some(point.wanted),
                    until: None,
                }),
                None => terms.next(),
            };
            (point.opens, point.until) = term.map_or((None, None), |term| (term.opens, term.until));
        }
        points.sort_by_key(|point| {
            let opens = point.opens.unwrap_or(usize::MAX);
            let begins = point.until.map_or(opens, |_| 0);
            (begins, point.until.is_some(), point.wanted)
        });
        Self { points, capacity }
    }
}

impl Opening {
    /// What the plan does with it.
    pub fn place(&self) -> Place {
        match (self.until, self.opens) {
            (Some(_), _) | (_, Some(0)) => Place::Today,
            (None, Some(_)) => Place::Later,
            (None, None) => Place::Never,
        }
    }

    /// Whether it is held in a quarter.
    pub fn is_open(&self, quarter: usize) -> bool {
        self.until.is_some_and(|until| quarter < until)
            || self.opens.is_some_and(|opens| opens <= quarter)
    }

    fn is(&self, point: &ContactPoint) -> bool {
        self.theme == point.theme && self.posture == point.posture
    }
}

/// A contact point that asks for a part of the means.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// Per quarter, 0 or more, in the points of the capacity.
    pub loads: &'a [f64],
    /// Whether it is held today.
    pub is_held: bool,
}

/// When the means suffice for a contact point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first quarter from which it can be held to the end; `None` if there is none.
    pub opens: Option<usize>,
    /// The first quarter in which what is held today no longer can be; `None` for what is not held today,
    /// or is to the end.
    pub until: Option<usize>,
}

/// For each point, in the order in which they are served, when it can be held beside those before it.
/// What is held today stays until the means no longer suffice; the others open in the next quarter at the
/// soonest, for today something heavier has the means. A point opens no sooner than it weighs something,
/// and once open to the end stays so.
///
/// The loads and the `capacity` are per quarter in the same points, 0 or more. What is open never weighs
/// more than the capacity, if what is held today does not. If any order opens all points to the end, so
/// does this one: opening a point later never harms another, and all can open together in the last quarter
/// if they can be open together at all.
pub fn schedule(wishes: &[Wish<'_>], capacity: &[f64]) -> Vec<Term> {
    let mut left = capacity.to_vec();
    wishes
        .iter()
        .map(|&Wish { loads, is_held }| {
            let never = Term {
                opens: None,
                until: None,
            };
            let Some(wanted) = loads.iter().position(|&load| load > 0.0) else {
                return never;
            };
            let soonest = wanted.max(usize::from(!is_held));
            let fits = |quarter: usize| loads[quarter] <= left[quarter] + EPSILON;
            let opens = (soonest..loads.len())
                .rev()
                .take_while(|&quarter| fits(quarter))
                .last();
            let until = is_held
                .then(|| (1..loads.len()).find(|&quarter| !fits(quarter)))
                .flatten();
            let held = until.map_or(0..0, |until| 0..until);
            for quarter in held.chain(opens.unwrap_or(loads.len())..loads.len()) {
                left[quarter] -= loads[quarter];
            }
            Term { opens, until }
        })
        .collect()
}
