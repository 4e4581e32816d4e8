//! The six slides: the answer, why, how solid, contact points, the road, what to do next. Each has a
//! sentence for its title, and says the rest in its notes.

use super::canvas::{Canvas, Form, Paint, Para, Set, Table, height};
use super::chart::{Bars, parts};
use super::org;
use super::package::{PackageError, Part};
use super::road;
use super::story::Story;
use super::workbook::Bar;
use crate::analysis::{FAINT, TOLD_TURNS, apart};
use crate::chart::Structure;
use crate::draw::{Dash, Ink, Rect, Stroke, Weight, wrap};
use crate::model::{AlternativeId, Brand};
use crate::report::page::joined;
use crate::wording::{Dated, Side, Step, capital};

/// Sizes of type, the largest that fits; none is smaller.
const SIZES: [f32; 8] = [20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0];
const LEAST: f32 = 12.0;
/// Tables and steps are set in no larger type than this.
const LARGE: f32 = 16.0;
const HEADING: f32 = 15.0;
/// The size of a title, and those of a long one.
const TITLE: f32 = 24.0;
const LONG_TITLES: [f32; 3] = [22.0, 20.0, 18.0];
/// The same in the type of a template.
const FOREIGN_TITLES: [f32; 10] = [40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0];
const TITLE_LEADING: f32 = 1.2;
/// The share of the width for a chart, and what is between it and the text.
const CHART: f32 = 0.5;
/// The same of the org chart, whose type is to be read.
const ORG: f32 = 0.69;
/// No chart takes more of the width where there is little of it.
const NARROW: f32 = 0.6;
const GAP: f32 = 28.0;
/// The most bars of a chart.
const MOST_BARS: usize = 8;
/// The height of a bar with its air.
const BAR: f32 = 88.0;
/// No row of a table is given more air than this, above and below.
const AIR: f32 = 9.0;

type Draw = fn(&Told<'_>, &mut Canvas<'_>) -> Result<Vec<Part>, PackageError>;

pub const SLIDES: [Draw; 6] = [answer, why, solid, contacts, ahead, next];

/// What is told, and on which day.
pub struct Told<'a> {
    story: Story<'a>,
    dated: Dated<'a>,
}

impl<'a> Told<'a> {
    pub fn new(story: Story<'a>) -> Self {
        Self {
            story,
            dated: story.teller.dated(story.header),
        }
    }

    /// The sentence over a slide, by its place.
    pub fn title(&self, slide: usize) -> String {
        let Story {
            teller,
            findings,
            evolution,
            ..
        } = self.story;
        if findings.verdicts.wanting > 0 {
            return teller.headline(&findings.verdicts);
        }
        capital(&match slide {
            0 => teller.deck_answer(findings),
            1 => teller.deck_why(findings),
            2 => teller.deck_solid(findings),
            3 => self.dated.deck_contacts(evolution),
            4 => self.dated.deck_road(evolution),
            _ => self.dated.deck_next(evolution),
        })
    }

    pub fn foot(&self) -> String {
        let (teller, header) = (self.story.teller, self.story.header);
        let args = [
            ("company", teller.company_name(header)),
            ("date", teller.words.date(header.date)),
        ];
        let about = teller.words.with("deck-page-of", &args);
        let Brand {
            client,
            confidentiality,
            ..
        } = &header.brand;
        joined(&[&about, client, confidentiality])
    }

    /// What can be said to a slide, by its place.
    pub fn notes(&self, slide: usize) -> Vec<String> {
        let Story {
            teller,
            header,
            scenario,
            findings,
            evolution,
        } = self.story;
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        let mut lines = Vec::new();
        match slide {
            0 => {
                lines.push(teller.sentence(verdicts));
                lines.extend(teller.because(answers, verdicts));
                lines.extend(teller.turns(verdicts, &findings.turns));
                lines.push(teller.words.get("report-not-fixed"));
                let notes = header.notes.lines().map(str::trim);
                lines.extend(notes.filter(|line| !line.is_empty()).map(str::to_owned));
            }
            1 => {
                for (side, reasons) in self.sides() {
                    lines.push(side.title);
                    lines.extend(
                        reasons
                            .into_iter()
                            .map(|(why, basis)| format!("{why} {basis}")),
                    );
                }
                lines.extend(teller.aside(answers.attachment()));
                lines.extend(teller.benchmarks().map(|age| format!("{age}.")));
            }
            2 => {
                for (answer, verdict) in answers.answers.iter().zip(&verdicts.questions) {
                    let question = &teller.knowledge.questions[answer.question];
                    let label = question.label.get(teller.words.lang());
                    lines.push(format!("{label} {}", teller.verdict(answer, verdict)));
                    lines.extend(teller.aside(answer));
                }
                lines.extend(findings.turns.found().iter().map(|turn| teller.turn(turn)));
                let joint = findings.joint.as_ref();
                lines.extend(joint.and_then(|j| teller.joint_flip(answers.attachment(), j)));
            }
            3 => {
                lines.extend(self.dated.contacts(scenario, &findings.coverage));
                let end = evolution.course.quarters();
                let points = evolution.openings.points.iter();
                lines.extend(points.map(|point| self.dated.opening(point, end)));
            }
            4 => lines.extend(self.dated.evolution(evolution)),
            _ => {
                lines.extend(teller.review_found(header, scenario));
                for step in self.dated.next_steps(findings, evolution) {
                    lines.push(step.action);
                    lines.extend(step.details);
                }
                let sources = teller.knowledge.sources.iter();
                let sources: Vec<String> = sources.map(|s| teller.citation(s)).collect();
                let args = [("sources", sources.join(" · "))];
                lines.push(teller.words.with("page-sources", &args));
            }
        }
        lines
    }

    /// The strongest reasons on each side, in words, with what they rest on.
    fn sides(&self) -> Vec<(Side, Vec<(String, String)>)> {
        let Story {
            teller, findings, ..
        } = self.story;
        let (answers, answer) = (&findings.answers, findings.answers.attachment());
        let Some((best, rival)) = self.leaders() else {
            return Vec::new();
        };
        let verdict = &findings.verdicts.questions[teller.knowledge.always.attachment];
        let mut sides = teller.sides(answers, answer, best);
        if !verdict.is_decided() || sides.iter().all(|side| side.speaks_for) {
            // What argues against it is what speaks for the next.
            let rivals = rival.map(|rival| teller.sides(answers, answer, rival));
            sides.extend(rivals.into_iter().flatten());
            sides.retain(|side| side.speaks_for);
        }
        let told = sides.into_iter().map(|side| {
            let reasons = side.reasons.iter();
            let reasons = reasons.map(|reason| {
                let told = teller.reason(answers, answer, side.about, reason);
                (told.why, told.basis)
            });
            let reasons = reasons.collect();
            (side, reasons)
        });
        told.collect()
    }

    /// What is answered, or leads while nothing is, and what it is compared with.
    fn leaders(&self) -> Option<(AlternativeId, Option<AlternativeId>)> {
        let findings = self.story.findings;
        if findings.verdicts.wanting > 0 {
            return None;
        }
        let at = self.story.teller.knowledge.always.attachment;
        let (answer, verdict) = (
            findings.answers.attachment(),
            &findings.verdicts.questions[at],
        );
        let best = *verdict.kept.first()?;
        let mut others = answer
            .ranking
            .iter()
            .copied()
            .filter(|&other| other != best);
        let rival = verdict.kept.get(1).copied().or_else(|| others.next());
        Some((best, rival))
    }

    fn title_on(&self, canvas: &mut Canvas<'_>, slide: usize) {
        let title = self.title(slide);
        let design = canvas.design;
        let (first, others) = if design.is_own {
            (TITLE, &LONG_TITLES[..])
        } else {
            (design.points(design.title_size), &FOREIGN_TITLES[..])
        };
        let room = design.title_room();
        let fits = |size: &f32| {
            let lines = wrap(&title, *size, Weight::Bold, room.w, usize::MAX).len();
            lines as f32 * size * TITLE_LEADING <= room.h
        };
        let size = (!fits(&first)).then(|| {
            let mut smaller = others.iter().copied().filter(|size| *size < first);
            let least = others.last().copied().unwrap_or(first).min(first);
            smaller.find(fits).unwrap_or(least)
        });
        canvas.title(&title, size);
    }

    /// Says that there is no answer yet; whether that is so.
    fn waits(&self, canvas: &mut Canvas<'_>) -> bool {
        let words = self.story.teller.words;
        if self.story.findings.verdicts.wanting == 0 {
            return false;
        }
        let paras = [
            Para::new(words.get("answer-none-yet"), SIZES[0]).bold(),
            Para::new(words.get("answer-none-yet-help"), SIZES[0]),
        ];
        let name = words.get("answer-none-yet");
        canvas.text(&name, canvas.design.body(), &paras, Set::Top);
        true
    }
}

/// Sets paragraphs in the largest type in which they fit; what fits in none is left to the notes.
fn fitted(
    canvas: &mut Canvas<'_>,
    name: &str,
    room: Rect,
    set: Set,
    paras: impl Fn(f32) -> Vec<Para>,
) -> f32 {
    let most = canvas.design.counted(room.h);
    let fits = |size: &f32| height(&paras(*size), room.w) <= most;
    let size = SIZES.into_iter().find(fits).unwrap_or(LEAST);
    let mut told = paras(size);
    while told.len() > 1 && height(&told, room.w) > most {
        told.pop();
    }
    // A heading with nothing under it says nothing.
    while told.len() > 1 && told.last().is_some_and(|last| last.weight == Weight::Bold) {
        told.pop();
    }
    canvas.text(name, room, &told, set);
    height(&told, room.w)
}

/// The two parts of a slide: for a chart, and for text.
fn halves(canvas: &Canvas<'_>, share: f32) -> (Rect, Rect) {
    let body = canvas.design.body();
    // Beside its height a narrow slide has less room for the text.
    let share = if body.w < 2.0 * body.h {
        share.min(NARROW)
    } else {
        share
    };
    if body.h > body.w {
        // Upright: one over the other.
        let chart = share * body.h;
        let below = body.y + chart + GAP;
        return (
            Rect::new(body.x, body.y, body.w, chart),
            Rect::new(body.x, below, body.w, body.bottom() - below),
        );
    }
    let chart = share * body.w;
    (
        Rect::new(body.x, body.y, chart, body.h),
        Rect::new(body.x + chart + GAP, body.y, body.w - chart - GAP, body.h),
    )
}

/// A heading over paragraphs.
fn heading(text: String, size: f32) -> Para {
    Para::new(text, size.max(HEADING))
        .bold()
        .ink(Ink::Accent)
        .after(0.35 * size)
}

fn answer(told: &Told<'_>, canvas: &mut Canvas<'_>) -> Result<Vec<Part>, PackageError> {
    let Story {
        teller,
        header,
        scenario,
        findings,
        ..
    } = told.story;
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    told.title_on(canvas, 0);
    let (left, right) = halves(canvas, ORG);
    let structure = Structure::new(teller, &header.company, scenario, answers, verdicts);
    let args = [("answer", teller.sentence(verdicts))];
    let described = teller.words.with("chart-described", &args);
    org::draw(canvas, teller.words, &structure, &described, left);
    let words = teller.words;
    let because = teller.because(answers, verdicts);
    let turns = teller.turns(verdicts, &findings.turns);
    let chips = teller.chips(answers, verdicts);
    let name = words.get("present-slide-answer");
    fitted(canvas, &name, right, Set::Left, |size| {
        let mut paras = Vec::new();
        let mut part = |key: &str, lines: Vec<String>| {
            if let Some((last, others)) = lines.split_last() {
                paras.push(heading(words.get(key), size));
                let others = others.iter().map(|line| Para::new(line, size));
                paras.extend(others);
                paras.push(Para::new(last, size).after(1.1 * size));
            }
        };
        let because = because.as_deref().map(after_colon);
        part("present-slide-because", because.into_iter().collect());
        part("report-changes", turns.clone().into_iter().collect());
        let lines = chips.iter().map(|chip| teller.chip_line(chip)).collect();
        part("deck-others", lines);
        paras
    });
    Ok(Vec::new())
}

/// « Pourquoi : » is said by the heading.
fn after_colon(text: &str) -> String {
    let rest = text.split_once(':').map_or(text, |(_, rest)| rest);
    capital(rest.trim())
}

fn why(told: &Told<'_>, canvas: &mut Canvas<'_>) -> Result<Vec<Part>, PackageError> {
    let Story {
        teller, findings, ..
    } = told.story;
    told.title_on(canvas, 1);
    if told.waits(canvas) {
        return Ok(Vec::new());
    }
    let (left, right) = halves(canvas, CHART);
    let words = teller.words;
    let answer = findings.answers.attachment();
    let question = teller.knowledge.attachment();
    let mut made = Vec::new();
    if let Some((best, Some(rival))) = told.leaders() {
        let mut leads = apart(answer, best, rival);
        leads.retain(|(_, lead)| lead.abs() >= FAINT);
        leads.truncate(MOST_BARS);
        leads.sort_by(|a, b| b.1.total_cmp(&a.1));
        let args = [
            ("best", teller.label(question, best)),
            ("second", teller.label(question, rival)),
        ];
        let bars: Vec<Bar> = leads
            .iter()
            .map(|&(factor, lead)| Bar {
                name: teller.knowledge.factors[factor]
                    .label
                    .get(words.lang())
                    .to_owned(),
                value: rounded(lead, 1),
            })
            .collect();
        let values = values(told, &bars, 1);
        let shown = Bars {
            series: words.with("deck-lead", &args),
            bars,
            digits: 1,
        };
        let args = [
            ("best", teller.label(question, best)),
            ("second", teller.label(question, rival)),
            ("values", values),
        ];
        let described = words.with("deck-lead-described", &args);
        made.extend(bar_chart(canvas, 1, left, &shown, &described)?);
    }
    let sides = told.sides();
    let name = words.get("present-slide-because");
    fitted(canvas, &name, right, Set::Top, |size| {
        let mut paras = Vec::new();
        for (side, reasons) in &sides {
            paras.push(heading(side.title.clone(), size));
            let sign = if side.speaks_for { "+" } else { "–" };
            for (at, (why, _)) in reasons.iter().enumerate() {
                let after = if at + 1 == reasons.len() { 1.1 } else { 0.5 };
                paras.push(Para::new(why, size).sign(sign).after(after * size));
            }
        }
        paras
    });
    Ok(made)
}

/// A number as a chart shows it, so that its cells hold no more than is meant.
fn rounded(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}

/// The bars in words.
fn values(told: &Told<'_>, bars: &[Bar], digits: usize) -> String {
    let words = told.story.teller.words;
    let each = bars.iter().map(|bar| {
        let args = [
            ("name", bar.name.clone()),
            ("value", words.number(bar.value, digits)),
        ];
        words.with("deck-value", &args)
    });
    each.collect::<Vec<_>>().join(", ")
}

/// A chart under its title, as high as its bars ask for.
fn bar_chart(
    canvas: &mut Canvas<'_>,
    number: usize,
    room: Rect,
    shown: &Bars,
    described: &str,
) -> Result<[Part; 2], PackageError> {
    let title = [Para::new(&shown.series, HEADING).bold().ink(Ink::Accent)];
    let over = height(&title, room.w);
    let tall = (BAR * shown.bars.len() as f32).min(room.h - over);
    let top = room.y;
    let rect = Rect::new(room.x, top, room.w, over);
    canvas.text(&shown.series, rect, &title, Set::Top);
    let parts = parts(number, shown, canvas.design, canvas.lang)?;
    let rect = Rect::new(room.x, top + over, room.w, tall);
    canvas.chart(&shown.series, described, rect, &parts[0].name);
    Ok(parts)
}

fn solid(told: &Told<'_>, canvas: &mut Canvas<'_>) -> Result<Vec<Part>, PackageError> {
    let Story {
        teller, findings, ..
    } = told.story;
    told.title_on(canvas, 2);
    if told.waits(canvas) {
        return Ok(Vec::new());
    }
    let (left, right) = halves(canvas, CHART);
    let words = teller.words;
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let at = teller.knowledge.always.attachment;
    let (answer, question) = (answers.attachment(), teller.knowledge.attachment());
    let survey = &findings.survey.questions()[at];
    let mut bars: Vec<Bar> = answer
        .ranking
        .iter()
        .filter_map(|&a| {
            Some(Bar {
                name: teller.label(question, a),
                value: rounded(100.0 * survey.acceptability(a, 0)?.value, 0),
            })
        })
        .collect();
    bars.sort_by(|a, b| b.value.total_cmp(&a.value));
    let chips = teller.chips(answers, verdicts);
    let mut made = Vec::new();
    if !bars.is_empty() {
        let args = [("values", values(told, &bars, 0))];
        let described = words.with("deck-share-described", &args);
        let shown = Bars {
            series: words.get("deck-share"),
            bars,
            digits: 0,
        };
        made.extend(bar_chart(canvas, 2, left, &shown, &described)?);
    }
    let mut turns: Vec<String> = findings
        .turns
        .found()
        .iter()
        .map(|t| teller.turn(t))
        .collect();
    turns.truncate(TOLD_TURNS);
    turns.extend(teller.no_turn(verdicts, &findings.turns));
    let joint = findings.joint.as_ref();
    turns.extend(joint.and_then(|joint| teller.joint_flip(answer, joint)));
    let gains = findings.information.as_ref();
    let doubt = gains.and_then(|gains| teller.next_question(gains));
    let name = words.get("present-slide-turns");
    fitted(canvas, &name, right, Set::Top, |size| {
        let mut paras = vec![heading(words.get("report-changes"), size)];
        for (at, turn) in turns.iter().enumerate() {
            let after = if at + 1 == turns.len() { 1.1 } else { 0.5 };
            paras.push(Para::new(turn, size).sign("•").after(after * size));
        }
        if let Some(doubt) = &doubt {
            paras.push(heading(words.get("next-find-out"), size));
            paras.push(Para::new(doubt, size).after(1.1 * size));
        }
        if !chips.is_empty() {
            paras.push(heading(words.get("deck-others"), size));
            let lines = chips.iter().map(|chip| teller.chip_line(chip));
            paras.extend(lines.map(|line| Para::new(line, size).sign("•").after(0.4 * size)));
        }
        paras
    });
    Ok(made)
}

fn contacts(told: &Told<'_>, canvas: &mut Canvas<'_>) -> Result<Vec<Part>, PackageError> {
    let Story {
        teller,
        scenario,
        findings,
        evolution,
        ..
    } = told.story;
    told.title_on(canvas, 3);
    if told.waits(canvas) {
        return Ok(Vec::new());
    }
    let words = teller.words;
    let body = canvas.design.body();
    let coverage = &findings.coverage;
    let mut lead = vec![Para::new(teller.workload(coverage), 15.0).after(4.0)];
    lead.extend(
        teller
            .not_known(coverage)
            .map(|told| Para::new(told, LEAST).ink(Ink::Muted)),
    );
    let over = height(&lead, body.w) + 4.0;
    let name = words.get("contacts-title");
    canvas.text(
        &name,
        Rect::new(body.x, body.y, body.w, over),
        &lead,
        Set::Top,
    );
    let rows = told.dated.contact_rows(scenario, coverage, evolution);
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let head = |key: &str, size: f32| Para::new(words.get(key), size).bold().ink(Ink::OnAccent);
    let table = |size: f32, most: usize| Table {
        over: Table::OVER,
        widths: [0.5, 0.29, 0.21].map(|share| share * body.w).to_vec(),
        heads: ["deck-point", "deck-when", "deck-owner"]
            .map(|key| head(key, size))
            .to_vec(),
        rows: rows[..most]
            .iter()
            .map(|row| {
                let is_now = row.place == crate::analysis::Place::Today;
                let set = |text: &str| {
                    let para = Para::new(text, size);
                    if is_now { para } else { para.ink(Ink::Muted) }
                };
                let when = set(&row.when);
                let when = if is_now { when.bold() } else { when };
                vec![set(&row.point), when, set(&row.who)]
            })
            .collect(),
    };
    let more_height = 20.0;
    let room = canvas.design.counted(body.h) - over;
    let fits = |size: &f32| table(*size, rows.len()).height() <= room;
    let mut sizes = SIZES.into_iter().skip_while(|size| *size > LARGE);
    let (mut table, left) = match sizes.find(fits) {
        Some(size) => (table(size, rows.len()), 0),
        None => {
            let told = (1..=rows.len())
                .rev()
                .find(|&most| table(LEAST, most).height() <= room - more_height)
                .unwrap_or(1);
            (table(LEAST, told), rows.len() - told)
        }
    };
    if left == 0 {
        // What is left over is shared by the rows.
        let spare = (room - table.height()) / (2 * (table.rows.len() + 1)) as f32;
        table.over += spare.clamp(0.0, AIR - Table::OVER);
    }
    let args = [("title", told.title(3))];
    let described = words.with("deck-table-described", &args);
    let at = (body.x, body.y + over);
    canvas.table(&name, &described, at, &table);
    if left > 0 {
        let text = words.with("deck-rows-more", &[("count", left)]);
        let para = [Para::new(&text, LEAST).ink(Ink::Muted)];
        // Under the last row, however high it becomes.
        let y = body.bottom() - more_height + 3.0;
        canvas.text(
            &text,
            Rect::new(body.x, y, body.w, more_height - 3.0),
            &para,
            Set::Top,
        );
    }
    Ok(Vec::new())
}

fn ahead(told: &Told<'_>, canvas: &mut Canvas<'_>) -> Result<Vec<Part>, PackageError> {
    told.title_on(canvas, 4);
    if told.waits(canvas) {
        return Ok(Vec::new());
    }
    road::draw(canvas, told.story, told.dated, &told.title(4));
    Ok(Vec::new())
}

/// The disc with the number of a step, and what is beside it.
const DISC: f32 = 28.0;
const BESIDE: f32 = 12.0;
/// Between two steps.
const BETWEEN: f32 = 9.0;
/// The box with the day of the review.
const REVIEW: f32 = 34.0;

fn next(told: &Told<'_>, canvas: &mut Canvas<'_>) -> Result<Vec<Part>, PackageError> {
    let Story {
        findings,
        evolution,
        ..
    } = told.story;
    told.title_on(canvas, 5);
    if told.waits(canvas) {
        return Ok(Vec::new());
    }
    let body = canvas.design.body();
    let steps = told.dated.next_steps(findings, evolution);
    let width = body.w - DISC - BESIDE;
    // In smaller type at first, then with fewer details: what is left out is in the notes.
    let sizes = SIZES.into_iter().skip_while(|size| *size > LARGE);
    let tried = sizes.map(|size| (size, usize::MAX));
    let tried = tried.chain([(LEAST, 2), (LEAST, 1), (LEAST, 0)]);
    let set = |step: &Step, (size, most): (f32, usize)| {
        let mut paras = vec![Para::new(&step.action, size + 1.0).bold().after(2.0)];
        let details = step.details.iter().take(most);
        paras.extend(details.map(|line| Para::new(line, size).ink(Ink::Muted).after(2.0)));
        paras
    };
    let tall = |paras: &[Para]| height(paras, width).max(DISC) + BETWEEN;
    let all = |how| steps.iter().map(|step| set(step, how)).collect::<Vec<_>>();
    let needs = |how| all(how).iter().map(|paras| tall(paras)).sum::<f32>();
    let room = canvas.design.counted(body.h) - REVIEW - BETWEEN;
    let how = tried.into_iter().find(|&how| needs(how) <= room);
    let how = how.unwrap_or((LEAST, 0));
    let spare = ((room - needs(how)) / steps.len().max(1) as f32).clamp(0.0, 14.0);
    let mut y = body.y;
    for (at, paras) in all(how).iter().enumerate() {
        let number = (at + 1).to_string();
        let disc = Form {
            name: &number,
            told: "",
            geometry: "ellipse",
            radius: 0.0,
            rect: Rect::new(body.x, y, DISC, DISC),
            paint: Paint::filled(Ink::Accent),
            set: Set::Middle,
            inset: 0.0,
        };
        let text = [Para::new(&number, 13.0).bold().ink(Ink::OnAccent)];
        canvas.shape(&disc, &text);
        let step = tall(paras);
        let x = body.x + DISC + BESIDE;
        let single = paras.len() == 1;
        let rect = Rect::new(x, y + if single { 0.0 } else { 4.0 }, width, step - BETWEEN);
        let set = if single { Set::Left } else { Set::Top };
        canvas.text(&steps[at].action, rect, paras, set);
        y += step + spare;
    }
    let review = told.dated.deck_review(evolution);
    let form = Form {
        name: &review,
        told: "",
        geometry: "roundRect",
        radius: 6.0,
        rect: Rect::new(body.x, body.bottom() - REVIEW, body.w, REVIEW),
        paint: Paint {
            fill: Some(Ink::Soft),
            stroke: Some(Stroke {
                ink: Ink::Accent,
                width: 1.0,
                dash: Dash::Solid,
            }),
            opacity: 1.0,
        },
        set: Set::Middle,
        inset: 4.0,
    };
    canvas.shape(&form, &[Para::new(&review, HEADING).bold()]);
    Ok(Vec::new())
}
