//! Everything that the engine says of the scenario that is looked at, recomputed in the frame in which it
//! changes; the survey alone goes on over the next frames, and sharpens while the window rests.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use eframe::egui::{Context, ViewportId};

use crate::analysis::{
    Answers, Comparable, Comparables, Evolution, Findings, Paths, SLICE, Sampler, Survey, Verdicts,
};
use crate::model::{Cases, Knowledge, MAX_QUARTERS, Scenario};

/// Blocks of one question counted in one frame: as many as a slice of four.
const SEARCHED: usize = 4 * SLICE;
/// What is only told in a sentence waits a moment, so that the window rests in between.
const BREATH: Duration = Duration::from_millis(1);

pub struct Analyses {
    /// What the findings are about.
    scenario: Arc<Scenario>,
    /// Another allocation whenever they change while somebody else holds them.
    findings: Arc<Findings>,
    /// The known organisations that are near, once they were read.
    near: Vec<Comparable<'static>>,
    /// The company over time, only while the view of the evolution is shown.
    trajectory: Option<Trajectory>,
    /// The samples at hand: one slice until all are drawn.
    sampler: Sampler,
    prepared: Prepared,
}

/// The company over time.
pub struct Trajectory {
    pub evolution: Arc<Evolution>,
    pub paths: Paths,
    /// The quarter looked at.
    ahead: Option<Ahead>,
}

/// A quarter of the course, and how sure the answers are by then.
struct Ahead {
    quarter: usize,
    verdicts: Verdicts,
}

/// What takes longer than a frame and is made in another thread, once the window is shown.
enum Prepared {
    /// Not begun: there is no window yet. The number of blocks to draw, the usual one if `None`.
    Later(Option<usize>),
    /// Being made in another thread.
    Coming(Receiver<Made>),
    Here(Comparables<'static>),
}

/// What that thread makes.
struct Made {
    /// The known organisations.
    comparables: Comparables<'static>,
    /// All samples of the survey.
    sampler: Sampler,
}

impl Deref for Analyses {
    type Target = Findings;

    fn deref(&self) -> &Findings {
        &self.findings
    }
}

impl Analyses {
    /// Begins; `blocks` of samples will be drawn, the usual number if `None`.
    pub fn new(knowledge: &Knowledge, scenario: &Scenario, blocks: Option<usize>) -> Self {
        let sampler = draw(knowledge, blocks, SLICE);
        Self {
            scenario: Arc::new(scenario.clone()),
            findings: Arc::new(Findings::begin(knowledge, scenario, &sampler, SLICE)),
            near: Vec::new(),
            trajectory: None,
            sampler,
            prepared: Prepared::Later(blocks),
        }
    }

    /// What the findings are about.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The findings and what they are about, to be kept by who shows them later.
    pub fn shared(&self) -> (Arc<Scenario>, Arc<Findings>) {
        (self.scenario.clone(), self.findings.clone())
    }

    /// The known organisations that are near, the nearest first; none before they were read.
    pub fn near(&self) -> &[Comparable<'static>] {
        &self.near
    }

    /// The company over time, if it was asked for.
    pub fn trajectory(&self) -> Option<&Trajectory> {
        self.trajectory.as_ref()
    }

    /// How sure the answers are in the quarter looked at, today where none is.
    pub fn verdicts_then(&self) -> &Verdicts {
        let trajectory = self.trajectory.as_ref();
        let ahead = trajectory.and_then(|trajectory| trajectory.ahead.as_ref());
        ahead.map_or(&self.findings.verdicts, |ahead| &ahead.verdicts)
    }

    /// How sure the answers to another scenario are, by the first samples.
    pub fn judge(&self, knowledge: &Knowledge, scenario: &Scenario, answers: &Answers) -> Verdicts {
        let mut survey = Survey::new(knowledge, scenario);
        survey.advance(knowledge, scenario, &self.sampler, SLICE);
        Verdicts::new(knowledge, scenario, answers, &survey)
    }

    /// Brings the findings up to date with the scenario, and the company over time if a quarter of it is
    /// looked at; then counts one more slice of the paths or of the survey, or else of what turns the
    /// answer. How long to wait for the next; `None` where nothing is left to count.
    pub fn follow(
        &mut self,
        ctx: &Context,
        knowledge: &Knowledge,
        scenario: &Scenario,
        quarter: Option<usize>,
    ) -> Option<Duration> {
        if *self.scenario != *scenario {
            self.scenario = Arc::new(scenario.clone());
            let findings = Findings::begin(knowledge, scenario, &self.sampler, SLICE);
            self.findings = Arc::new(findings);
            self.trajectory = None;
            self.compare();
        }
        match quarter {
            None => self.trajectory = None,
            Some(quarter) => self.look_ahead(knowledge, quarter),
        }
        match &self.prepared {
            Prepared::Later(blocks) => {
                if ctx.cumulative_frame_nr() > 0 {
                    self.prepared = Prepared::Coming(prepare(ctx, knowledge, *blocks));
                    // The thread asks for a frame once it is done.
                    return None;
                }
                Some(Duration::ZERO)
            }
            Prepared::Coming(coming) => match coming.try_recv() {
                Ok(made) => {
                    self.sampler = made.sampler;
                    self.prepared = Prepared::Here(made.comparables);
                    self.compare();
                    Some(Duration::ZERO)
                }
                Err(_) => None,
            },
            Prepared::Here(_) => match &mut self.trajectory {
                Some(trajectory) if !trajectory.paths.is_complete(&self.sampler) => {
                    let paths = &mut trajectory.paths;
                    paths.advance(knowledge, scenario, &self.sampler);
                    Some(Duration::ZERO)
                }
                _ => self.sharpen(knowledge),
            },
        }
    }

    fn compare(&mut self) {
        if let Prepared::Here(comparables) = &self.prepared {
            self.near = comparables.nearest(&self.findings.answers.inputs);
        }
    }

    /// Counts one more slice of the survey, or of what turns the answer once that is complete.
    fn sharpen(&mut self, knowledge: &Knowledge) -> Option<Duration> {
        let (scenario, sampler) = (&self.scenario, &self.sampler);
        let known = &self.findings;
        let counted = known.survey.is_complete(sampler) && known.information.is_some();
        if counted && known.turns.is_complete() {
            return None;
        }
        let findings = Arc::make_mut(&mut self.findings);
        if findings.sharpen(knowledge, scenario, sampler, SLICE) {
            return Some(Duration::ZERO);
        }
        let more = findings.find_turns(knowledge, scenario, sampler, SEARCHED);
        more.then_some(BREATH)
    }

    /// Follows the company over time, and judges the quarter looked at.
    fn look_ahead(&mut self, knowledge: &Knowledge, quarter: usize) {
        let mut trajectory = self.trajectory.take().unwrap_or_else(|| Trajectory {
            evolution: Arc::new(Evolution::new(knowledge, &self.scenario, MAX_QUARTERS)),
            paths: Paths::new(knowledge, MAX_QUARTERS),
            ahead: None,
        });
        let known = trajectory.ahead.as_ref().map(|ahead| ahead.quarter);
        if quarter == 0 {
            trajectory.ahead = None;
        } else if known != Some(quarter) {
            let course = &trajectory.evolution.course;
            let then = course.scenario(knowledge, quarter);
            let verdicts = self.judge(knowledge, &then, &course.moments[quarter].answers);
            trajectory.ahead = Some(Ahead { quarter, verdicts });
        }
        self.trajectory = Some(trajectory);
    }
}

/// The samples, or at most the first `most` blocks of them.
fn draw(knowledge: &Knowledge, blocks: Option<usize>, most: usize) -> Sampler {
    match blocks {
        Some(blocks) => Sampler::new(knowledge, blocks.min(most), 1),
        None => Sampler::usual_start(knowledge, most),
    }
}

/// Reading the cases and drawing all samples takes longer than a frame: the window does not wait.
fn prepare(ctx: &Context, knowledge: &Knowledge, blocks: Option<usize>) -> Receiver<Made> {
    let (send, coming) = channel();
    let (ctx, knowledge) = (ctx.clone(), knowledge.clone());
    std::thread::spawn(move || {
        let made = Made {
            comparables: Comparables::new(&knowledge, Cases::builtin()),
            sampler: draw(&knowledge, blocks, usize::MAX),
        };
        // The window may be gone by now.
        let _ = send.send(made);
        ctx.request_repaint_of(ViewportId::ROOT);
    });
    coming
}
