//! The view "why": each factor's exact contribution to each alternative, against their mean.

use std::sync::Arc;

use eframe::egui::{
    Align2, FontFamily, FontId, Galley, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

use crate::analysis::Answer;
use crate::draw::{self, Weight};
use crate::model::{AlternativeId, FactorId, Question, QuestionId};
use crate::ui::analyses::Analyses;
use crate::ui::paint::scroll::scroll_in;
use crate::ui::paint::style::{BODY, SMALL, bold, bold_family, color, palette, small};
use crate::ui::paint::widgets::labelled;
use crate::wording::Teller;

/// Height of a factor's row.
const ROW: f32 = 38.0;
/// Above and below a bar.
const BAR_EDGE: f32 = 7.0;
/// Share of the width that names the factors.
const NAMES: f32 = 0.24;
/// Size of the names of the alternatives, and the least that each of their columns takes.
const HEAD: f32 = SMALL - 0.5;
const LEAST: f32 = 72.0;

/// What a row of the table is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    /// What is there before anything is known of the company.
    Base,
    Factor(FactorId),
    Total,
}

/// Which question is explained.
#[derive(Default)]
pub struct Why {
    /// The attachment until another is chosen.
    question: Option<QuestionId>,
}

impl Why {
    pub fn show(&mut self, ui: &mut Ui, teller: Teller<'_>, analyses: &Analyses) {
        let (knowledge, words) = (teller.knowledge, teller.words);
        let lang = words.lang();
        let mut asked = self.question.unwrap_or(knowledge.always.attachment);
        ui.horizontal_wrapped(|ui| {
            for (at, question) in knowledge.questions.pairs() {
                let short = ui.selectable_value(&mut asked, at, question.short.get(lang));
                let label = question.label.get(lang);
                short.widget_info(|| WidgetInfo::selected(Role::Button, true, at == asked, label));
                short.on_hover_text(label);
            }
        });
        self.question = Some(asked);
        let answer = &analyses.answers.answers[asked];
        let question = &knowledge.questions[asked];
        scroll_in(ScrollArea::both().auto_shrink(false), ui, |ui| {
            ui.label(small(ui, words.get("why-help")));
            Table {
                teller,
                analyses,
                question,
                answer,
            }
            .show(ui);
            ui.add_space(8.0);
            ui.label(teller.lead(answer));
            let told = match answer.ranking[..] {
                [first, second, ..] => teller.set_apart(question, answer, first, second),
                _ => None,
            };
            for line in told.into_iter().chain(teller.aside(answer)) {
                ui.label(line);
            }
            for sentence in teller.dominance(question, answer) {
                ui.label(sentence);
            }
        });
    }
}

struct Table<'a> {
    teller: Teller<'a>,
    analyses: &'a Analyses,
    question: &'a Question,
    answer: &'a Answer,
}

/// One cell: what the base or a factor adds to an alternative, or all together.
struct Cell<'a> {
    place: Rect,
    /// Of the row.
    name: &'a str,
    row: Row,
    alternative: AlternativeId,
    /// Points of fit over the mean of the alternatives.
    points: f64,
    /// Points of the longest bar.
    most: f64,
}

impl Table<'_> {
    fn show(&self, ui: &mut Ui) {
        let answer = self.answer;
        if answer.ranking.is_empty() {
            return;
        }
        let factors = self.teller.knowledge.factors.ids();
        let points = |factor: FactorId| {
            let of = move |&a: &AlternativeId| (a, answer.factor_points(a, factor));
            answer.ranking.iter().map(of).collect::<Vec<_>>()
        };
        let bases: Vec<(AlternativeId, f64)> = answer
            .ranking
            .iter()
            .map(|&a| (a, answer.base_points(a)))
            .collect();
        let most = factors
            .flat_map(points)
            .chain(bases.iter().copied())
            .map(|(_, points)| points.abs())
            .fold(1.0, f64::max);
        self.heads(ui);
        if self.question.cases > 0 {
            let name = self.teller.words.get("why-base");
            self.row(ui, &name, Row::Base, &bases, most);
        }
        for (factor, description) in self.teller.knowledge.factors.pairs() {
            let name = description.label.get(self.teller.words.lang());
            let cells = points(factor);
            self.row(ui, name, Row::Factor(factor), &cells, most);
        }
        let totals: Vec<(AlternativeId, f64)> = answer
            .ranking
            .iter()
            .map(|&a| (a, answer.over_mean(a, |a| answer.fit(a))))
            .collect();
        let widest = totals.iter().map(|(_, t)| t.abs()).fold(most, f64::max);
        ui.separator();
        self.row(
            ui,
            &self.teller.words.get("why-total"),
            Row::Total,
            &totals,
            widest,
        );
    }

    /// How wide the table is: all the room there is, or as much as every name needs.
    fn width(&self, ui: &Ui) -> f32 {
        let words = self.answer.ranking.iter().flat_map(|&alternative| {
            let label = &self.question.alternatives[alternative].label;
            label.get(self.teller.words.lang()).split(' ')
        });
        let word = words
            .map(|word| draw::width(word, HEAD, Weight::Bold))
            .fold(LEAST, f32::max);
        let columns = self.answer.ranking.len() as f32;
        let needed = columns * (word + 8.0) / (1.0 - NAMES);
        ui.available_width().max(needed)
    }

    /// The names of the alternatives, best first.
    fn heads(&self, ui: &mut Ui) {
        let width = self.width(ui);
        let column = width * (1.0 - NAMES) / self.answer.ranking.len() as f32;
        let ink = color(palette(ui).text);
        let names: Vec<Arc<Galley>> = self
            .answer
            .ranking
            .iter()
            .map(|&alternative| {
                let label = &self.question.alternatives[alternative].label;
                let label = label.get(self.teller.words.lang()).to_owned();
                let font = FontId::new(HEAD, bold_family());
                let job = LayoutJob::simple(label, font, ink, column - 6.0);
                ui.painter().layout_job(job)
            })
            .collect();
        let tallest = names.iter().map(|name| name.size().y).fold(BODY, f32::max);
        let (area, _) = ui.allocate_exact_size(vec2(width, tallest + 4.0), Sense::hover());
        for (position, galley) in names.into_iter().enumerate() {
            let centre = area.left() + width * NAMES + column * (position as f32 + 0.5);
            let at = pos2(
                centre - galley.size().x / 2.0,
                area.bottom() - galley.size().y,
            );
            ui.painter().galley(at, galley, ink);
        }
    }

    fn row(&self, ui: &mut Ui, name: &str, row: Row, cells: &[(AlternativeId, f64)], most: f64) {
        let palette = palette(ui);
        let width = self.width(ui);
        let (area, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        let family = if row == Row::Total {
            bold_family()
        } else {
            FontFamily::Proportional
        };
        let ink = color(palette.text);
        let middle = area.center().y;
        let job = LayoutJob::simple(
            name.to_owned(),
            FontId::new(SMALL + 1.0, family),
            ink,
            width * NAMES - 6.0,
        );
        let galley = ui.painter().layout_job(job);
        let at = pos2(area.left(), middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        let column = width * (1.0 - NAMES) / cells.len() as f32;
        for (position, &(alternative, points)) in cells.iter().enumerate() {
            let left = area.left() + width * NAMES + column * position as f32;
            let cell = Rect::from_min_size(
                pos2(left + 3.0, area.top() + 3.0),
                vec2(column - 6.0, ROW - 6.0),
            );
            let cell = Cell {
                place: cell,
                name,
                row,
                alternative,
                points,
                most,
            };
            self.cell(ui, &cell);
        }
    }

    fn cell(&self, ui: &mut Ui, cell: &Cell<'_>) {
        let &Cell {
            place,
            name,
            row,
            alternative,
            points,
            most,
        } = cell;
        let palette = palette(ui);
        let words = self.teller.words;
        let painter = ui.painter();
        let centre = place.center().x;
        painter.vline(centre, place.y_range(), (1.0, color(palette.line)));
        let reach = (points / most) as f32 * place.width() / 2.0;
        // Left and right of the middle, with its sign: colour only repeats it.
        let bar = Rect::from_two_pos(
            pos2(centre, place.top() + BAR_EDGE),
            pos2(centre + reach, place.bottom() - BAR_EDGE),
        );
        let ink = color(if points < 0.0 {
            palette.against
        } else {
            palette.accent
        });
        painter.rect_filled(bar, 2, ink);
        // On the free side of the middle, where no bar is.
        let (side, align) = if points < 0.0 {
            (4.0, Align2::LEFT_CENTER)
        } else {
            (-4.0, Align2::RIGHT_CENTER)
        };
        painter.text(
            pos2(centre + side, place.center().y),
            align,
            words.signed(points, 1),
            FontId::new(SMALL - 1.0, FontFamily::Proportional),
            ink,
        );
        let label = self.teller.label(self.question, alternative);
        let id = ui.scope_id().with(("why", name, alternative));
        let response = ui.interact(place, id, Sense::hover());
        let told = words.with(
            "why-cell",
            &[
                ("factor", name.to_owned()),
                ("name", label),
                ("points", words.signed(points, 1)),
            ],
        );
        response.widget_info(|| labelled(Role::Meter, &told));
        let factor = match row {
            Row::Factor(factor) => factor,
            Row::Base => {
                let cases = f64::from(self.question.cases);
                response.on_hover_text(words.with("why-base-help", &[("cases", cases)]));
                return;
            }
            Row::Total => return,
        };
        response.on_hover_ui(|ui| {
            ui.set_max_width(380.0);
            ui.label(bold(told.clone()));
            let reach = self.question.reach.iter();
            for reach in reach.filter(|reach| reach.factor == factor) {
                ui.label(small(ui, reach.why.get(words.lang())));
                ui.label(small(ui, self.teller.basis(&reach.basis)).italics());
            }
            for response in &self.question.responses {
                let measure = &self.teller.knowledge.measures[response.measure];
                if measure.factor != factor {
                    continue;
                }
                let Some(x) = self.analyses.answers.inputs.measures[response.measure] else {
                    continue;
                };
                let curve = response.curves.iter().find(|c| c.to == alternative);
                let Some(curve) = curve else {
                    continue;
                };
                let head = words.with(
                    "why-curve",
                    &[
                        ("measure", measure.label.get(words.lang()).to_owned()),
                        ("value", words.number(x, 0)),
                        (
                            "partial",
                            words.signed(self.question.scales[factor] * curve.at(x), 2),
                        ),
                    ],
                );
                ui.label(head);
                ui.label(small(ui, curve.why.get(words.lang())));
                ui.label(small(ui, self.teller.curve_basis(self.question, curve)).italics());
            }
        });
    }
}
