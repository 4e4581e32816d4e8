//! The review: the day has come to look at the answer again. What was foreseen is drawn against what is
//! true now, the factors that can have changed are gone through, and the next day is set.

use eframe::egui::{Context, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use jiff::civil::Date;

use super::reading;
use crate::analysis::{Course, Drift, Reviewed};
use crate::chart::plots::{self, Line, Timeline};
use crate::model::{FactorId, Header, MAX_QUARTERS, Review, Scenario};
use crate::ui::command::Command;
use crate::ui::document::Document;
use crate::ui::paint::scene::View;
use crate::ui::paint::style::{BODY, GAP, TITLE, bold, palette, small};
use crate::ui::paint::widgets::primary;
use crate::wording::Teller;

const WIDTH: f32 = 900.0;
/// Of the course of a factor, beside its numbers.
const PLOT: (f32, f32) = (500.0, 128.0);

/// The review while it is looked at.
pub struct Look {
    today: Date,
    /// What it is about, and what was found of that.
    found: Option<(Review, Scenario, Found)>,
}

struct Found {
    reviewed: Reviewed,
    /// What is foreseen from now on.
    next: Course,
}

impl Look {
    /// Begins on a day.
    pub fn new(today: Date) -> Self {
        Self { today, found: None }
    }

    /// Shows the review; `true` once it is to be closed.
    pub fn show(
        &mut self,
        ctx: &Context,
        teller: Teller<'_>,
        document: &Document,
        asked: &mut Vec<Command>,
    ) -> bool {
        let header = &document.profile.header;
        let Some(review) = header.review.as_deref() else {
            return true;
        };
        self.follow(teller, review, document.scenario());
        let Some((.., found)) = &self.found else {
            return true;
        };
        let words = teller.words;
        reading::sheet(ctx, "review", WIDTH, |ui| {
            let title = if review.is_due(self.today) {
                teller.review_asks(review.on)
            } else {
                teller.review_planned(review.on)
            };
            ui.label(bold(title).size(TITLE));
            let args = [("day", words.date(review.from))];
            ui.label(small(ui, words.with("review-help", &args)));
            ui.add_space(GAP);
            let height = (ctx.content_rect().height() - 250.0).max(120.0);
            let mut again = ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false)
                .show(ui, |ui| {
                    reading::move_by_keys(ui, height - 2.0 * BODY);
                    ui.set_width(ui.available_width() - 12.0);
                    for line in teller.reviewed(&found.reviewed) {
                        ui.label(line);
                    }
                    ui.add_space(GAP);
                    factors(ui, teller, review, &found.reviewed)
                })
                .inner;
            ui.add_space(GAP);
            ui.horizontal_wrapped(|ui| {
                let through: Vec<FactorId> = found
                    .reviewed
                    .changing()
                    .map(|drift| drift.factor)
                    .collect();
                if !through.is_empty() {
                    let args = [("count", through.len())];
                    if primary(ui, &words.with("review-through", &args)).clicked() {
                        again = Some(through);
                    }
                }
                self.days(ui, teller, header, &found.next, asked);
                let close = ui.button(words.get("review-later")).clicked();
                let leaves = again.is_some();
                asked.extend(again.map(Command::DescribeAgain));
                close || leaves
            })
            .inner
        })
    }

    /// The day of the profile, and that of the next review.
    fn days(
        &self,
        ui: &mut Ui,
        teller: Teller<'_>,
        header: &Header,
        next: &Course,
        asked: &mut Vec<Command>,
    ) {
        let words = teller.words;
        if header.date != self.today {
            let told = ui.button(words.get("review-date"));
            let help = words.get("review-date-help");
            if told.on_hover_text(help).clicked() {
                asked.push(Command::DateOn(self.today));
            }
        }
        let day = teller.since(self.today).review_day(next);
        let planned = header.review.as_ref().map(|review| review.on);
        if planned != Some(day) {
            let args = [("day", words.date(day))];
            let button = ui.button(words.with("review-next", &args));
            if button
                .on_hover_text(words.get("review-next-help"))
                .clicked()
            {
                asked.push(Command::ReviewOn(Some(day)));
            }
        }
    }

    /// Brings what was found up to date with the profile.
    fn follow(&mut self, teller: Teller<'_>, review: &Review, now: &Scenario) {
        let known = self.found.as_ref();
        if known.is_some_and(|(of, with, _)| of == review && with == now) {
            return;
        }
        let knowledge = teller.knowledge;
        let quarter = review.quarter(self.today);
        let found = Found {
            reviewed: Reviewed::new(knowledge, &review.foreseen, quarter, now),
            next: Course::new(knowledge, now, MAX_QUARTERS, false),
        };
        self.found = Some((review.clone(), now.clone(), found));
    }
}

/// Every factor that can have changed, then the names of the others; gives those that someone wants to
/// describe again.
fn factors(
    ui: &mut Ui,
    teller: Teller<'_>,
    review: &Review,
    reviewed: &Reviewed,
) -> Option<Vec<FactorId>> {
    let words = teller.words;
    let mut again = None;
    for drift in reviewed.changing() {
        let label = teller.knowledge.factors[drift.factor]
            .label
            .get(words.lang());
        ui.push_id(label, |ui| {
            ui.horizontal_top(|ui| {
                let gap = ui.spacing().item_spacing.x;
                let room = ui.available_width();
                let plot = (PLOT.0.min(0.58 * room), PLOT.1);
                course(ui, teller, review, reviewed, drift, plot);
                ui.vertical(|ui| {
                    ui.set_width(room - plot.0 - gap);
                    for slider in &drift.sliders {
                        ui.label(small(ui, teller.slider_drift(slider)));
                    }
                    let args = [("factor", label)];
                    let name = words.with("review-again-of", &args);
                    let button = ui.button(words.get("review-again"));
                    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                    if button.clicked() {
                        again = Some(vec![drift.factor]);
                    }
                });
            });
            ui.add_space(GAP);
        });
    }
    let others = reviewed
        .drifts
        .iter()
        .filter(|drift| !drift.can_have_changed);
    let others: Vec<FactorId> = others.map(|drift| drift.factor).collect();
    if !others.is_empty() {
        ui.label(words.get("review-others"));
        ui.horizontal_wrapped(|ui| {
            for factor in others {
                let label = teller.knowledge.factors[factor].label.get(words.lang());
                let name = words.with("review-again-of", &[("factor", label)]);
                let button = ui.button(label);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                if button.clicked() {
                    again = Some(vec![factor]);
                }
            }
        });
    }
    again
}

/// The course that was foreseen for a factor, and where its sliders are now.
fn course(
    ui: &mut Ui,
    teller: Teller<'_>,
    review: &Review,
    reviewed: &Reviewed,
    drift: &Drift,
    size: (f32, f32),
) {
    let words = teller.words;
    let knowledge = teller.knowledge;
    let title = knowledge.factors[drift.factor].label.get(words.lang());
    let mut lines = Vec::new();
    for slider in &drift.sliders {
        let label = knowledge.quantity(slider.slider).label.get(words.lang());
        lines.push(Line {
            label: label.to_owned(),
            values: reviewed.course.levels(slider.slider).unwrap_or_default(),
            band: Vec::new(),
            seen: slider.now.map(|now| (reviewed.quarter, now)),
        });
    }
    let mut changes: Vec<usize> = reviewed.course.changes.iter().map(|c| c.quarter).collect();
    changes.dedup();
    let timeline = Timeline {
        now: reviewed.quarter,
        last: MAX_QUARTERS,
        changes,
        ticks: teller.since(review.from).years_from_a_day(MAX_QUARTERS),
    };
    let plot = plots::lines(title, &lines, &timeline, size);
    let told = drift.sliders.iter().map(|it| teller.slider_drift(it));
    let told = words.with(
        "review-plot",
        &[
            ("title", title.to_owned()),
            ("sliders", told.collect::<Vec<_>>().join(", ")),
        ],
    );
    let (area, response) = ui.allocate_exact_size(vec2(size.0, size.1), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    View::new(&plot.scene, area, 1.0, palette(ui)).draw(&ui.painter_at(area), &plot.scene);
}
