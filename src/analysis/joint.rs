//! The smallest change of several sliders at once that unseats the leader.
//!
//! Where no slider moves by more than `r`, each has an interval, and a lead is a sum over factors
//! that have no slider in common: it is least where each factor's part is. A part is least at ends
//! of the intervals, at bends of its curves, or where shares reach a bend. The least lead falls as
//! `r` grows; the radius is where the first of them is lost.

use crate::model::{
    AlternativeId, FactorId, Knowledge, Levels, List, QuantityId, Reading, Scenario, SliderAt,
};

use super::answer::Answer;
use super::field::{Field, Term};
use super::inputs::Inputs;
use super::scale::EPSILON;
use super::sensitivity::{Flip, Lever};

/// Changes that together unseat the leader, the largest of them as small as can be (a Chebyshev
/// radius).
#[derive(Clone, Debug, PartialEq)]
pub struct JointFlip {
    /// The largest change, in points of the sliders.
    pub radius: f64,
    /// The sliders that move, each from where it is to where it must be.
    pub moves: Vec<Flip>,
    /// Who leads once they have moved.
    pub alternative: AlternativeId,
}

/// A lead under this is lost: somebody else leads, and not by a rounding.
const LOST: f64 = -2.0 * EPSILON;
/// What has nothing to say yet, a mix or themes all at zero, speaks from so many points on: one, as
/// for a change of one slider, for any less would be no strategy.
const FIRST_WORD: f64 = 1.0;
/// The first radius that is tried, and by how much it grows until the lead is lost.
const FIRST_RADIUS: f64 = 4.0;
const GROWTH: f64 = 3.0;
/// To how many points a radius is found.
const PRECISION: f64 = 1e-7;
/// Combinations of choices that are all tried.
const ALL: usize = 1024;
/// Steps towards the least part along each slider, once it is about known; each half as wide as the
/// one before.
const STEPS: i32 = 4;

/// The smallest change of several sliders at once: no slider moves by more than `radius`, and
/// `radius` is least, as far as trying finds it where diversity is read: never less than it must be.
/// A mix or themes all at zero begin with a whole point. The engine has confirmed that another leads then. `None` where the leader
/// leads wherever the sliders are.
pub fn smallest_joint(
    knowledge: &Knowledge,
    scenario: &Scenario,
    inputs: &Inputs,
    answer: &Answer,
) -> Option<JointFlip> {
    let field = Field::new(knowledge, scenario, inputs, answer)?;
    let search = Search::new(&field);
    let mut point = field.levels.clone();
    let mut best: Option<JointFlip> = None;
    // The nearest rival first: it spares the others most of the search.
    let mut rivals: Vec<usize> = (0..field.rivals.len()).collect();
    let now = field.leads(&point);
    rivals.sort_by(|&a, &b| now[a].total_cmp(&now[b]));
    for rival in rivals {
        let limit = best.as_ref().map_or(100.0, |best| best.radius);
        let Some(radius) = search.radius(rival, limit, &mut point) else {
            continue;
        };
        search.least_lead(rival, radius, &mut point);
        let first = field.first(&field.leads(&point));
        if let Some(alternative) = first.filter(|&first| first != field.leader) {
            best = Some(JointFlip {
                radius,
                moves: search.moves(&point, alternative),
                alternative,
            });
        }
    }
    best
}

/// How a factor's part of a lead depends on its sliders.
enum Part {
    /// No slider of it counts: it is not known, or has no weight.
    Still,
    /// Each of these terms reads sliders of its own.
    Apart(Vec<usize>),
    /// The sliders are read together.
    Together,
}

/// Where a slider may be tried.
#[derive(Clone, Copy)]
enum Choice {
    At(f64),
    /// At this share of the sum, 0 to 1, wherever the others are.
    Share(f64),
}

struct Search<'a> {
    field: &'a Field<'a>,
    /// Per factor.
    parts: List<FactorId, Part>,
}

impl<'a> Search<'a> {
    fn new(field: &'a Field<'a>) -> Self {
        let parts = field.levels.ids().map(|factor| Part::of(field, factor));
        Self {
            field,
            parts: parts.collect(),
        }
    }

    /// The least radius, up to `limit`, at which the lead over a rival can be lost.
    fn radius(&self, rival: usize, limit: f64, point: &mut List<FactorId, Levels>) -> Option<f64> {
        let mut over = |radius: f64| self.least_lead(rival, radius, point) - LOST;
        let mut low = (0.0, over(0.0));
        let mut high = (FIRST_RADIUS.min(limit), 0.0);
        loop {
            high.1 = over(high.0);
            if high.1 < 0.0 {
                break;
            }
            if high.0 >= limit {
                return None;
            }
            low = high;
            high.0 = (high.0 * GROWTH).min(limit);
        }
        // The lead falls in straight pieces, and may jump: the secant, and now and then the middle.
        // An end that stays counts for less and less.
        let mut reached = high.1;
        let mut step = 0;
        while high.0 - low.0 > PRECISION && reached < -EPSILON {
            step += 1;
            let share = if step % 4 == 0 {
                0.5
            } else {
                low.1 / (low.1 - high.1)
            };
            let margin = PRECISION / 2.0;
            let middle = low.0 + share * (high.0 - low.0);
            let middle = middle.clamp(low.0 + margin, high.0 - margin);
            let lead = over(middle);
            if lead < 0.0 {
                high = (middle, lead);
                reached = lead;
                low.1 /= 2.0;
            } else {
                low = (middle, lead);
                high.1 /= 2.0;
            }
        }
        Some(high.0)
    }

    /// The least lead over a rival where no slider moves by more than `radius`; leaves the sliders
    /// there in `point`.
    fn least_lead(&self, rival: usize, radius: f64, point: &mut List<FactorId, Levels>) -> f64 {
        let parts = self.parts.pairs().zip(point);
        let of = |((factor, part), levels): ((FactorId, &Part), &mut Levels)| {
            let here = Place {
                field: self.field,
                factor,
                rival,
                radius,
            };
            let gap = match part {
                Part::Still => self.field.gaps[factor][rival],
                Part::Apart(terms) => here.apart(terms, &mut levels.quantities),
                Part::Together => here.together(levels),
            };
            self.field.weights[factor] * gap
        };
        parts.map(of).sum()
    }

    /// The sliders that are elsewhere at `point`.
    fn moves(&self, point: &List<FactorId, Levels>, alternative: AlternativeId) -> Vec<Flip> {
        let mut moves = Vec::new();
        for (factor, levels) in point.pairs() {
            for (quantity, &to) in levels.quantities.pairs() {
                let slider = SliderAt { factor, quantity };
                let from = self.field.level(slider);
                if to != from {
                    let lever = Lever::Slider(slider);
                    moves.push(Flip {
                        lever,
                        from,
                        to,
                        alternative,
                    });
                }
            }
        }
        moves
    }
}

impl Part {
    fn of(field: &Field<'_>, factor: FactorId) -> Self {
        if field.unknown[factor] || field.weights[factor] <= 0.0 {
            return Self::Still;
        }
        let levels = &field.levels[factor];
        let terms = &field.terms[factor];
        let mut read = List::like(&levels.quantities, false);
        let mut speaking = Vec::new();
        for (index, term) in terms.iter().enumerate() {
            match term.measure.reading {
                Reading::Share(_) | Reading::Diversity => return Self::Together,
                Reading::Level(_) | Reading::Product { .. } => {}
            }
            if term.measure.reading.of(levels).is_some() {
                speaking.push(index);
                for &quantity in term.measure.reading.sliders() {
                    if std::mem::replace(&mut read[quantity], true) {
                        return Self::Together;
                    }
                }
            }
        }
        Self::Apart(speaking)
    }
}

/// One factor's part of the lead over one rival, within a radius.
struct Place<'a> {
    field: &'a Field<'a>,
    factor: FactorId,
    rival: usize,
    radius: f64,
}

impl Place<'_> {
    /// The interval of a slider that stands at `from`.
    fn interval(&self, from: f64) -> (f64, f64) {
        let (low, high) = (from - self.radius, from + self.radius);
        (low.max(0.0), high.min(100.0))
    }

    /// The least part where each term is on its own.
    fn apart(&self, terms: &[usize], sliders: &mut List<QuantityId, f64>) -> f64 {
        let from = &self.field.levels[self.factor].quantities;
        sliders.clone_from(from);
        let mut sum = self.field.bases[self.rival];
        for &term in terms {
            let term = &self.field.terms[self.factor][term];
            let line = &term.leads[self.rival];
            let measure = |of: &dyn Fn(f64) -> f64| -> f64 {
                let sliders = term.measure.reading.sliders().iter();
                100.0 * sliders.map(|&q| of(from[q]) / 100.0).product::<f64>()
            };
            let low = measure(&|from| self.interval(from).0);
            let high = measure(&|from| self.interval(from).1);
            let now = measure(&|from| from);
            let (least, at) = line.lowest(low, high, now);
            sum += least;
            if at != now {
                // All the way, or as far as the bend is.
                let far = |from: f64| {
                    let (low, high) = self.interval(from);
                    if at < now { low } else { high }
                };
                let end = measure(&far);
                let share = if at == end {
                    1.0
                } else if let [_] = term.measure.reading.sliders() {
                    (at - now) / (end - now)
                } else {
                    let part = |t: f64| measure(&|from| from + t * (far(from) - from));
                    bisect(|t| (part(t) < at) == (now < at))
                };
                for &q in term.measure.reading.sliders() {
                    sliders[q] = from[q] + share * (far(from[q]) - from[q]);
                }
            }
        }
        sum
    }

    /// The least part where the sliders are read together, as far as trying finds it; no more than
    /// what moving any one slider gives.
    fn together(&self, levels: &mut Levels) -> f64 {
        let from = &self.field.levels[self.factor];
        levels.clone_from(from);
        let mut trial = Trial {
            place: self,
            choices: List::like(&from.quantities, Vec::new()),
            least: self.field.gap(self.factor, self.rival, from),
            best: levels,
            levels: from.clone(),
        };
        let terms = &self.field.terms[self.factor];
        let dumb = |term: &Term<'_>| {
            let reading = &term.measure.reading;
            (reading.is_share() || reading.is_diversity()) && reading.of(from).is_none()
        };
        if self.radius < FIRST_WORD && terms.iter().any(dumb) {
            return trial.least;
        }
        let from = &from.quantities;
        for (quantity, choices) in from.ids().zip(&mut trial.choices) {
            let (low, high) = self.interval(from[quantity]);
            choices.extend([Choice::At(low), Choice::At(high)]);
            // Shares are the same however low all sliders are.
            if low < FIRST_WORD && FIRST_WORD < high {
                choices.push(Choice::At(FIRST_WORD));
            }
            let mine = |term: &&Term<'_>| *term.measure.reading.sliders() == [quantity];
            for term in terms.iter().filter(mine) {
                let line = &term.leads[self.rival];
                match term.measure.reading {
                    Reading::Share(_) => {
                        let bends = line.bends(0.0, 100.0);
                        choices.extend(bends.map(|share| Choice::Share(share / 100.0)));
                    }
                    _ => choices.extend(line.bends(low, high).map(Choice::At)),
                }
            }
        }
        trial.one_alone();
        trial.all_alike();
        let combinations = trial.choices.iter().map(Vec::len);
        let combinations = combinations.fold(1, usize::saturating_mul);
        if combinations <= ALL {
            trial.each_combination(combinations);
        } else {
            trial.each_in_turn();
        }
        if terms
            .iter()
            .any(|term| self.calls_for_more(term, trial.best))
        {
            trial.settle();
        }
        trial.least
    }

    /// Whether more diversity would lower the part.
    fn calls_for_more(&self, term: &Term<'_>, levels: &Levels) -> bool {
        let line = &term.leads[self.rival];
        let reading = &term.measure.reading;
        let now = reading.of(levels).filter(|_| reading.is_diversity());
        now.is_some_and(|now| line.at(now) < line.at(now - 1.0))
    }
}

/// The sliders of a factor that are read together, tried here and there.
struct Trial<'a> {
    place: &'a Place<'a>,
    /// Per slider.
    choices: List<QuantityId, Vec<Choice>>,
    /// The least part so far, and where it is.
    least: f64,
    best: &'a mut Levels,
    levels: Levels,
}

impl Trial<'_> {
    /// Each slider at each of its choices, all others where they stand.
    fn one_alone(&mut self) {
        let from = &self.place.field.levels[self.place.factor];
        for slider in self.choices.ids() {
            for pick in 0..self.choices[slider].len() {
                self.levels.clone_from(from);
                if let Choice::At(x) = self.choices[slider][pick] {
                    self.levels.quantities[slider] = x;
                    self.note();
                }
            }
        }
    }

    fn each_combination(&mut self, combinations: usize) {
        let mut picks = List::like(&self.choices, 0);
        for _ in 0..combinations {
            self.choose(&picks);
            for (pick, choices) in picks.iter_mut().zip(&self.choices) {
                *pick += 1;
                if *pick < choices.len() {
                    break;
                }
                *pick = 0;
            }
        }
    }

    /// One slider after another takes the choice that is best beside the others', until none gains.
    fn each_in_turn(&mut self) {
        let mut picks = List::like(&self.choices, 0);
        let mut changed = true;
        while changed {
            changed = false;
            for slider in picks.ids() {
                let mut best = picks[slider];
                for pick in 0..self.choices[slider].len() {
                    picks[slider] = pick;
                    if self.choose(&picks) {
                        best = pick;
                        changed = true;
                    }
                }
                picks[slider] = best;
            }
        }
    }

    /// Diversity is no straight line: the least part may lie between all choices. Each slider goes to
    /// the bottom of the parabola through what is found around it.
    fn settle(&mut self) {
        let from = &self.place.field.levels[self.place.factor].quantities;
        for step in 0..STEPS {
            for (slider, from) in from.pairs() {
                let (low, high) = self.place.interval(*from);
                let width = (high - low) / 4.0 / 2.0_f64.powi(step);
                let x = self.best.quantities[slider].clamp(low + width, high - width);
                self.levels.clone_from(self.best);
                let [before, here, after] = [x - width, x, x + width].map(|x| {
                    self.levels.quantities[slider] = x;
                    let Place {
                        field,
                        factor,
                        rival,
                        ..
                    } = *self.place;
                    field.gap(factor, rival, &self.levels)
                });
                let bend = before - 2.0 * here + after;
                if bend > EPSILON {
                    let bottom = x + width * (before - after) / (2.0 * bend);
                    self.levels.quantities[slider] = bottom.clamp(low, high);
                    self.note();
                }
            }
        }
    }

    /// All sliders as alike as can be: where themes are most diverse.
    fn all_alike(&mut self) {
        let from = &self.place.field.levels[self.place.factor].quantities;
        let intervals: Vec<(f64, f64)> = from.iter().map(|&x| self.place.interval(x)).collect();
        let lows = intervals.iter().map(|interval| interval.0);
        let highs = intervals.iter().map(|interval| interval.1);
        let mean = from.iter().sum::<f64>() / from.len() as f64;
        for level in [lows.fold(0.0, f64::max), highs.fold(100.0, f64::min), mean] {
            for (slider, (low, high)) in self.levels.quantities.iter_mut().zip(&intervals) {
                *slider = level.clamp(*low, *high);
            }
            self.note();
        }
    }

    /// Tries a combination of choices; whether it is the best so far.
    fn choose(&mut self, picks: &List<QuantityId, usize>) -> bool {
        let (mut fixed, mut shares) = (0.0, 0.0);
        for (choices, &pick) in self.choices.iter().zip(picks) {
            match choices[pick] {
                Choice::At(x) => fixed += x,
                Choice::Share(share) => shares += share,
            }
        }
        if shares >= 1.0 || shares > 0.0 && fixed <= 0.0 {
            return false;
        }
        let total = fixed / (1.0 - shares);
        let from = &self.place.field.levels[self.place.factor].quantities;
        for ((slider, choices), &pick) in self.choices.pairs().zip(picks) {
            self.levels.quantities[slider] = match choices[pick] {
                Choice::At(x) => x,
                Choice::Share(share) => {
                    let (low, high) = self.place.interval(from[slider]);
                    if !(low..=high).contains(&(share * total)) {
                        return false;
                    }
                    share * total
                }
            };
        }
        self.note()
    }

    /// Whether the sliders are where the part is least so far; kept if so.
    fn note(&mut self) -> bool {
        let Place {
            field,
            factor,
            rival,
            ..
        } = *self.place;
        let part = field.gap(factor, rival, &self.levels);
        let better = part < self.least - EPSILON * EPSILON;
        if better {
            self.least = part;
            self.best.quantities.clone_from(&self.levels.quantities);
        }
        better
    }
}

/// Where between 0 and 1 `before` ends.
fn bisect(before: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..f64::MANTISSA_DIGITS {
        let middle = (low + high) / 2.0;
        if before(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
