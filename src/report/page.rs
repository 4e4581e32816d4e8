//! The one-page report: the chart, the answer and its margin, the reasons, what would change it,
//! what comes over time, warnings, notes and sources, on a sheet or on a slide.

use crate::analysis::{Comparable, Comparables, Evolution, Findings, Paths, TOLD_TURNS};
use crate::chart::plots::{self, Area, Timeline};
use crate::chart::{Size, Structure, lay_out};
use crate::draw::{
    Anchor, Dash, Ink, Item, Label, Point, Rect, Scene, Shape, Stroke, Weight, wrap,
};
use crate::model::{Cases, Condition, Header, MAX_QUARTERS, Scenario, WarningId};
use crate::wording::Teller;

const MARGIN: f32 = 34.0;
const GAP: f32 = 18.0;
const COMPANY: f32 = 20.0;
const HEADING: f32 = 10.5;
const BODY: f32 = 8.8;
const SMALL: f32 = 7.4;
const LEADING: f32 = 1.32;
/// The chart is never drawn larger than this.
const LARGEST_CHART: f32 = 1.0;
const PLOT_HEIGHT: f32 = 78.0;
/// The plot is laid out in a larger room and reduced by this factor, type and all.
const PLOT_SCALE: f32 = 0.66;
/// Sizes of type tried in turn, as shares of those above; what does not fit in the last is left out.
const SCALES: [f32; 6] = [1.0, 0.94, 0.88, 0.82, 0.76, 0.7];
const TOLD_CHANGES: usize = 4;
const TOLD_COMPARABLES: usize = 3;
const TOLD_NOTES: usize = 6;

/// The size and shape of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, upright.
    Sheet,
    /// 16:9, for a projector.
    Slide,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::Sheet, Self::Slide];

    /// What [`Paper::from_name`] knows.
    pub const NAMES: [&'static str; 2] = ["a4", "16x9"];

    /// By its name on the command line: `a4` or `16x9`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "a4" => Some(Self::Sheet),
            "16x9" => Some(Self::Slide),
            _ => None,
        }
    }

    /// Width and height in points.
    fn size(self) -> (f32, f32) {
        match self {
            Self::Sheet => (595.0, 842.0),
            Self::Slide => (960.0, 540.0),
        }
    }
}

/// Composes the page, in the largest type in which everything fits; of the known organisations that are
/// near, all but the nearest give way to the size of the type.
pub fn page(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    paths: &Paths,
    paper: Paper,
) -> Scene {
    let evolution = Evolution::new(teller.knowledge, scenario, MAX_QUARTERS);
    let comparables = Comparables::new(teller.knowledge, Cases::builtin());
    let near = comparables.nearest(&findings.answers.inputs);
    let compose = |scale: f32, told: usize| {
        let mut page = Page {
            teller,
            header,
            scenario,
            findings,
            evolution: &evolution,
            paths,
            near: &near[..told],
            scale,
            items: Vec::new(),
        };
        let complete = page.compose(paper);
        (page.items, complete)
    };
    let most = near.len().min(TOLD_COMPARABLES);
    let told = || (most.min(1)..=most).rev();
    let mut items = Vec::new();
    for (scale, told) in SCALES
        .into_iter()
        .flat_map(|scale| told().map(move |told| (scale, told)))
    {
        let (composed, complete) = compose(scale, told);
        items = composed;
        if complete {
            break;
        }
    }
    let (width, height) = paper.size();
    Scene {
        width,
        height,
        items,
    }
}

/// A column that fills from the top; what does not fit is left out, and an ellipsis says so.
struct Column {
    x: f32,
    y: f32,
    w: f32,
    bottom: f32,
    /// Whether something was left out.
    full: bool,
}

impl Column {
    fn new(x: f32, y: f32, w: f32, bottom: f32) -> Self {
        Self {
            x,
            y,
            w,
            bottom,
            full: false,
        }
    }
}

struct Page<'a> {
    teller: Teller<'a>,
    header: &'a Header,
    scenario: &'a Scenario,
    findings: &'a Findings,
    evolution: &'a Evolution,
    paths: &'a Paths,
    near: &'a [Comparable<'static>],
    /// The size of the type in the columns, as a share of the usual one.
    scale: f32,
    items: Vec<Item>,
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Type {
    size: f32,
    weight: Weight,
    ink: Ink,
    most: usize,
}

const PLAIN: Type = Type {
    size: BODY,
    weight: Weight::Regular,
    ink: Ink::Text,
    most: 4,
};
const QUIET: Type = Type {
    size: SMALL,
    ink: Ink::Muted,
    ..PLAIN
};
const STRONG: Type = Type {
    size: HEADING,
    weight: Weight::Bold,
    ink: Ink::Accent,
    most: 1,
};

impl Page<'_> {
    /// Fills the page; tells whether everything fitted.
    fn compose(&mut self, paper: Paper) -> bool {
        let (width, height) = paper.size();
        let inner = width - 2.0 * MARGIN;
        let scale = std::mem::replace(&mut self.scale, 1.0);
        let mut head = Column::new(MARGIN, MARGIN, inner, height - MARGIN);
        self.head(&mut head);
        let foot = self.foot(MARGIN, height - MARGIN * 0.7, inner);
        self.scale = scale;
        let half = (inner - GAP) / 2.0;
        let top = head.y + 6.0;
        let columns = match paper {
            Paper::Sheet => {
                let chart = Rect::new(MARGIN, top, inner, 0.3 * height);
                self.chart(chart);
                let below = chart.bottom() + GAP * 0.7;
                [
                    Column::new(MARGIN, below, half, foot),
                    Column::new(MARGIN + half + GAP, below, half, foot),
                ]
            }
            Paper::Slide => {
                let third = (inner - half - 2.0 * GAP) / 2.0;
                self.chart(Rect::new(MARGIN, top, half, foot - top));
                let left = MARGIN + half + GAP;
                [
                    Column::new(left, top, third, foot),
                    Column::new(left + third + GAP, top, third, foot),
                ]
            }
        };
        let [mut left, mut right] = columns;
        self.margins(&mut left);
        self.changes(&mut left);
        self.contacts(&mut left);
        self.warnings(&mut left);
        self.notes(&mut left);
        self.reasons(&mut right);
        self.evolution(&mut right);
        let roomier = if left.y < right.y {
            &mut left
        } else {
            &mut right
        };
        self.comparables(roomier);
        !left.full && !right.full
    }

    fn add(&mut self, id: String, shape: Shape) {
        self.items.push(Item {
            id,
            opacity: 1.0,
            shape,
        });
    }

    /// Sets a text, line by line; nothing more is set in a column once something did not fit.
    fn text(&mut self, column: &mut Column, text: &str, set: Type) {
        if column.full || text.trim().is_empty() {
            return;
        }
        let set = Type {
            size: set.size * self.scale,
            ..set
        };
        let lines = wrap(text, set.size, set.weight, column.w, set.most);
        let step = set.size * LEADING;
        if column.y + lines.len() as f32 * step > column.bottom {
            column.full = true;
            if column.y + step <= column.bottom {
                self.line(column, "…", set);
            }
            return;
        }
        for line in lines {
            self.line(column, &line, set);
        }
        column.y += set.size * 0.3;
    }

    fn line(&mut self, column: &mut Column, text: &str, set: Type) {
        let step = set.size * LEADING;
        let label = Label {
            at: Point {
                x: column.x,
                y: column.y + step / 2.0,
            },
            anchor: Anchor::Start,
            size: set.size,
            weight: set.weight,
            ink: set.ink,
            text: text.to_owned(),
        };
        column.y += step;
        self.add(format!("text {}", self.items.len()), Shape::Text(label));
    }

    /// Sets a heading if at least one line can follow it.
    fn heading(&mut self, column: &mut Column, text: &str) {
        column.y += BODY * 0.4 * self.scale;
        if column.y + (HEADING + BODY) * LEADING * self.scale > column.bottom {
            column.full = true;
        }
        self.text(column, text, STRONG);
    }

    fn head(&mut self, column: &mut Column) {
        let words = self.teller.words;
        let company = Type {
            size: COMPANY,
            weight: Weight::Bold,
            ink: Ink::Text,
            most: 1,
        };
        self.text(column, &self.teller.company_name(self.header), company);
        let mut about = vec![words.date(self.header.date)];
        if !self.header.author.trim().is_empty() {
            about.push(self.header.author.trim().to_owned());
        }
        if !self.scenario.name.trim().is_empty() {
            about.push(self.scenario.name.trim().to_owned());
        }
        about.push(self.teller.knowledge_name());
        self.text(
            column,
            &about.join(" · "),
            Type {
                size: BODY,
                ..QUIET
            },
        );
        let answer = Type {
            size: 14.0,
            weight: Weight::Bold,
            ink: Ink::Accent,
            most: 4,
        };
        let (answers, verdicts) = (&self.findings.answers, &self.findings.verdicts);
        self.text(column, &self.teller.headline(verdicts), answer);
        let because = self.teller.because(answers, verdicts);
        let turns = self.teller.turns(verdicts, &self.findings.turns);
        let told: Vec<String> = because.into_iter().chain(turns).collect();
        self.text(column, &told.join(" "), PLAIN);
        let chips = self.teller.chips(answers, verdicts);
        let chips: Vec<String> = chips
            .iter()
            .map(|chip| self.teller.chip_line(chip))
            .collect();
        self.text(column, &chips.join(" · "), PLAIN);
        self.text(column, &words.get("report-not-fixed"), QUIET);
    }

    /// Sets the sources at the bottom; gives the height at which they begin.
    fn foot(&mut self, x: f32, bottom: f32, w: f32) -> f32 {
        let sources = self.teller.knowledge.sources.iter();
        let citations: Vec<String> = sources.map(|s| self.teller.citation(s)).collect();
        let args = [("sources", citations.join(" · "))];
        let told = self.teller.words.with("page-sources", &args);
        let age = self.teller.benchmarks();
        let age = age.map(|age| format!("{age}. ")).unwrap_or_default();
        let text = format!("{age}{told}");
        let lines = wrap(&text, SMALL, Weight::Regular, w, 4);
        let top = bottom - lines.len() as f32 * SMALL * LEADING;
        let mut column = Column::new(x, top, w, bottom + 1.0);
        self.text(&mut column, &text, QUIET);
        let stroke = Stroke {
            ink: Ink::Faint,
            width: 0.7,
            dash: Dash::Solid,
        };
        let points = [x, x + w].map(|x| Point { x, y: top - 4.0 }).to_vec();
        self.add("foot".into(), Shape::Line { points, stroke });
        top - 8.0
    }

    fn chart(&mut self, room: Rect) {
        let structure = Structure::new(
            self.teller,
            &self.header.company,
            self.scenario,
            &self.findings.answers,
            &self.findings.verdicts,
        );
        let scene = lay_out(
            &structure,
            Size {
                width: room.w,
                height: room.h,
            },
        );
        self.items
            .extend(scene.placed(room, LARGEST_CHART, "chart "));
    }

    fn margins(&mut self, column: &mut Column) {
        let words = self.teller.words;
        for answer in &self.findings.answers.answers {
            let question = &self.teller.knowledge.questions[answer.question];
            self.heading(column, question.label.get(words.lang()));
            let verdict = &self.findings.verdicts.questions[answer.question];
            self.text(column, &self.teller.verdict(answer, verdict), PLAIN);
            if let Some(aside) = self.teller.aside(answer) {
                self.text(column, &aside, QUIET);
            }
            let survey = &self.findings.survey.questions()[answer.question];
            let leads: Vec<String> = answer
                .ranking
                .iter()
                .filter_map(|&a| {
                    let share = survey.acceptability(a, 0)?.value;
                    let label = self.teller.label(question, a);
                    Some(format!("{label} {}", words.percent(share)))
                })
                .collect();
            // The others are told by their verdict: the page is full.
            if answer.question == self.teller.knowledge.always.attachment {
                let args = [("leads", leads.join(", "))];
                self.text(column, &words.with("page-leads", &args), QUIET);
            }
        }
    }

    fn reasons(&mut self, column: &mut Column) {
        let answers = &self.findings.answers;
        let answer = answers.attachment();
        let Some(best) = answer.chosen else {
            return;
        };
        for side in self.teller.sides(answers, answer, best) {
            self.heading(column, &side.title);
            for reason in &side.reasons {
                let told = self.teller.reason(answers, answer, best, reason);
                self.text(column, &told.why, PLAIN);
            }
        }
    }

    fn changes(&mut self, column: &mut Column) {
        let words = self.teller.words;
        self.heading(column, &words.get("report-changes"));
        let (turns, verdicts) = (&self.findings.turns, &self.findings.verdicts);
        for turn in turns.found().iter().take(TOLD_TURNS) {
            self.text(column, &self.teller.turn(turn), PLAIN);
        }
        if let Some(none) = self.teller.no_turn(verdicts, turns) {
            self.text(column, &none, PLAIN);
        }
        let gains = self.findings.information.as_ref();
        if let Some(next) = gains.and_then(|gains| self.teller.next_question(gains)) {
            let line = words.with("report-next", &[("next", next)]);
            self.text(column, &line, PLAIN);
        }
    }

    fn comparables(&mut self, column: &mut Column) {
        let Some(first) = self.near.first() else {
            return;
        };
        let words = self.teller.words;
        self.heading(column, &words.get("comparables-title"));
        for comparable in self.near {
            let told = self.teller.comparable_line(comparable.case);
            let source = self.teller.comparable_source(comparable.case);
            let set = Type {
                size: SMALL,
                ..PLAIN
            };
            self.text(column, &format!("{told} {source}"), set);
        }
        let note = first.note.get(words.lang());
        let told = format!("{} {note}", words.get("comparables-help"));
        self.text(column, &told, QUIET);
    }

    fn evolution(&mut self, column: &mut Column) {
        let (words, evolution, paths) = (self.teller.words, self.evolution, self.paths);
        let dated = self.teller.since(self.header.date);
        self.heading(column, &words.get("report-evolution"));
        let told = dated.changes(&evolution.course);
        for line in told.iter().take(TOLD_CHANGES) {
            self.text(column, line, PLAIN);
        }
        self.text(column, &dated.ending(evolution), PLAIN);
        if column.full || column.y + PLOT_HEIGHT > column.bottom {
            column.full = true;
            return;
        }
        let index = self.teller.knowledge.always.attachment;
        let question = self.teller.knowledge.attachment();
        let areas: Vec<Area> = question
            .alternatives
            .ids()
            .map(|alternative| Area {
                label: self.teller.label(question, alternative),
                shares: paths.shares(index, alternative),
            })
            .collect();
        let timeline = Timeline {
            now: 0,
            last: MAX_QUARTERS,
            changes: evolution.course.changes.iter().map(|c| c.quarter).collect(),
            ticks: dated.years(MAX_QUARTERS),
        };
        let title = words.get("page-shares");
        let size = (column.w / PLOT_SCALE, PLOT_HEIGHT / PLOT_SCALE);
        let plot = plots::areas(&title, &areas, &timeline, size);
        let room = Rect::new(column.x, column.y, column.w, PLOT_HEIGHT);
        self.items.extend(plot.scene.placed(room, 1.0, "plot "));
        column.y += PLOT_HEIGHT + 4.0;
    }

    fn contacts(&mut self, column: &mut Column) {
        let words = self.teller.words;
        self.heading(column, &words.get("contacts-title"));
        let dated = self.teller.since(self.header.date);
        for line in dated.contacts(self.scenario, &self.findings.coverage) {
            self.text(column, &line, PLAIN);
        }
    }

    /// Those that the contact points do not tell already.
    fn warnings(&mut self, column: &mut Column) {
        let told =
            |at: &&WarningId| self.teller.knowledge.warnings[**at].when != Condition::Unattended;
        let warnings: Vec<WarningId> = self
            .findings
            .warnings
            .iter()
            .filter(told)
            .copied()
            .collect();
        if warnings.is_empty() {
            return;
        }
        let words = self.teller.words;
        self.heading(column, &words.get("report-warnings"));
        for index in warnings {
            let warning = &self.teller.knowledge.warnings[index];
            self.text(column, warning.text.get(words.lang()), PLAIN);
        }
    }

    fn notes(&mut self, column: &mut Column) {
        let notes = self.header.notes.trim();
        if notes.is_empty() {
            return;
        }
        self.heading(column, &self.teller.words.get("company-notes"));
        let set = Type {
            most: TOLD_NOTES,
            ..PLAIN
        };
        self.text(column, notes, set);
    }
}
