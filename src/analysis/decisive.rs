//! What moving one slider, or one importance, comes to: the first whole point at which something else
//! is answered, by the samples of the survey, or at which the choice opens.

use crate::model::{AlternativeId, Knowledge, Scenario};

use super::answer::Answers;
use super::inputs::Inputs;
use super::robustness::{Preference, QuestionSurvey, SLICE, Sampler, count};
use super::sensitivity::{Lever, Sensitivity};
use super::verdict::verdict_on;
use super::whole::Coherence;

/// How many changes are told.
pub const TOLD_TURNS: usize = 3;

/// A change of one lever after which the attachment is answered otherwise, or no longer.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What is moved.
    pub lever: Lever,
    /// Where it stands, 0 to 100.
    pub from: f64,
    /// A whole number of points, the first in its direction: every slice of the survey says the same
    /// there, so that whoever moves the lever never sees another answer.
    pub to: f64,
    /// What is answered there, settled or fragile; `None` where the choice opens.
    pub answered: Option<AlternativeId>,
}

/// The smallest changes that turn the attachment: those that give another answer first, each by its
/// distance; where fewer than `TOLD_TURNS` do, or no slider does, those as well that change what leads
/// and open the choice, without ever deciding it. Counted in slices.
#[derive(Clone, Debug)]
pub struct Turns {
    found: Vec<Turn>,
    /// What is answered today.
    today: Option<AlternativeId>,
    roads: Vec<Road>,
    wanted: Wanted,
    trial: Option<Trial>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wanted {
    Answers,
    Openings,
    Nothing,
}

/// One lever in one direction.
#[derive(Clone, Debug)]
struct Road {
    lever: Lever,
    from: f64,
    /// 1 or -1.
    step: f64,
    /// The next whole point to try.
    next: f64,
    /// Whether something else was chosen at any point so far, however open the choice.
    turns: bool,
}

/// A whole point that is tried.
#[derive(Clone, Debug)]
struct Trial {
    road: usize,
    scenario: Scenario,
    answers: Answers,
    survey: QuestionSurvey,
    /// How many blocks are counted.
    done: usize,
}

impl Road {
    fn new(lever: Lever, from: f64, step: f64) -> Self {
        let mut road = Self {
            lever,
            from,
            step,
            next: 0.0,
            turns: false,
        };
        road.begin();
        road
    }

    /// Goes back to the whole point next to where the lever stands.
    fn begin(&mut self) {
        self.next = if self.step > 0.0 {
            self.from.floor() + 1.0
        } else {
            self.from.ceil() - 1.0
        };
    }

    fn distance(&self) -> f64 {
        (self.next - self.from).abs()
    }

    fn is_open(&self) -> bool {
        (0.0..=100.0).contains(&self.next)
    }
}

impl Turns {
    /// Nothing is counted yet; nothing is looked for before there is an answer.
    pub(super) fn new(
        knowledge: &Knowledge,
        scenario: &Scenario,
        answers: &Answers,
        sensitivity: &Sensitivity,
    ) -> Self {
        let answer = answers.attachment();
        let coherence = Coherence {
            knowledge,
            beside: answers.inputs.beside,
        };
        let is_answered = scenario.described(knowledge) >= knowledge.certainty.least_described;
        let mut roads = Vec::new();
        if !is_answered || answer.ranking.len() < 2 {
            // There is nothing to turn.
        } else if answer.leader().is_none() || coherence.binds(answer.question) {
            // The answer need not be what leads: any lever may turn it.
            let sliders = knowledge
                .sliders()
                .filter(|slider| answers.inputs.levels[slider.factor].is_some())
                .map(Lever::Slider);
            let levers = sliders.chain(knowledge.factors.ids().map(Lever::Weight));
            for lever in levers {
                let from = lever.of(knowledge, scenario);
                let both = from
                    .into_iter()
                    .flat_map(|from| [(from, 1.0), (from, -1.0)]);
                roads.extend(both.map(|(from, step)| Road::new(lever, from, step)));
            }
        } else {
            // What leads is answered: no nearer point turns it.
            roads.extend(sensitivity.flips.iter().map(|flip| Road {
                next: flip.to,
                ..Road::new(flip.lever, flip.from, (flip.to - flip.from).signum())
            }));
        }
        Self {
            found: Vec::new(),
            today: answer.chosen,
            roads,
            wanted: Wanted::Answers,
            trial: None,
        }
    }

    /// Those found so far.
    pub fn found(&self) -> &[Turn] {
        &self.found
    }

    /// Whether there is no more to count.
    pub fn is_complete(&self) -> bool {
        self.wanted == Wanted::Nothing
    }

    /// Counts about so many more blocks of one question. `is_decided` says whether the attachment is
    /// answered today: a choice that is open cannot open.
    pub(super) fn advance(
        &mut self,
        knowledge: &Knowledge,
        scenario: &Scenario,
        sampler: &Sampler,
        is_decided: bool,
        blocks: usize,
    ) {
        let mut counted = 0;
        while counted < blocks && !self.is_complete() {
            let Some(trial) = self.trial.take().or_else(|| {
                let road = self.nearest()?;
                Some(self.trial(knowledge, scenario, road))
            }) else {
                self.go_on(is_decided);
                continue;
            };
            counted += self.judge(knowledge, sampler, trial);
        }
    }

    /// The road whose next point is the nearest; `None` where no more are wanted.
    fn nearest(&self) -> Option<usize> {
        let enough = self.found.len() >= TOLD_TURNS;
        let is_slider = |lever: Lever| matches!(lever, Lever::Slider(_));
        if enough && self.found.iter().any(|turn| is_slider(turn.lever)) {
            return None;
        }
        (0..self.roads.len())
            .filter(|&road| self.roads[road].is_open())
            .filter(|&road| !enough || is_slider(self.roads[road].lever))
            .min_by(|&a, &b| {
                self.roads[a]
                    .distance()
                    .total_cmp(&self.roads[b].distance())
            })
    }

    /// Goes on to what is wanted next.
    fn go_on(&mut self, is_decided: bool) {
        self.wanted = match self.wanted {
            Wanted::Answers if is_decided => {
                let found = &self.found;
                self.roads
                    .retain(|road| road.turns && found.iter().all(|turn| turn.lever != road.lever));
                self.roads.iter_mut().for_each(Road::begin);
                Wanted::Openings
            }
            _ => Wanted::Nothing,
        };
    }

    fn trial(&self, knowledge: &Knowledge, scenario: &Scenario, at: usize) -> Trial {
        let mut scenario = scenario.clone();
        let road = &self.roads[at];
        road.lever.set(knowledge, &mut scenario, road.next);
        let inputs = Inputs::read(knowledge, &scenario);
        Trial {
            road: at,
            survey: QuestionSurvey::new(&scenario, &inputs, knowledge.always.attachment),
            answers: Answers::new(knowledge, inputs),
            scenario,
            done: 0,
        }
    }

    /// Counts one more slice at a point, if it may be what is wanted; gives how many blocks.
    fn judge(&mut self, knowledge: &Knowledge, sampler: &Sampler, mut trial: Trial) -> usize {
        let chosen = trial.answers.attachment().chosen;
        let wants_answer = self.wanted == Wanted::Answers;
        let road = &mut self.roads[trial.road];
        if wants_answer {
            if chosen == self.today {
                road.next += road.step;
                return 1;
            }
            road.turns = true;
        }
        let at = knowledge.always.attachment;
        let end = (trial.done + SLICE).min(sampler.blocks());
        let counted = trial.done..end;
        let survey = [(at, &mut trial.survey)];
        let preference = Preference::of(&trial.scenario, &trial.answers.inputs);
        count(
            knowledge,
            &trial.scenario,
            &preference,
            sampler,
            counted,
            survey,
        );
        let blocks = end - trial.done;
        trial.done = end;
        let verdict = verdict_on(knowledge, &trial.answers, at, &trial.survey);
        if verdict.is_decided() != wants_answer {
            road.next += road.step;
        } else if end < sampler.blocks() {
            self.trial = Some(trial);
        } else {
            self.found.push(Turn {
                lever: road.lever,
                from: road.from,
                to: road.next,
                answered: chosen.filter(|_| wants_answer),
            });
            self.roads.remove(trial.road);
        }
        blocks
    }
}
