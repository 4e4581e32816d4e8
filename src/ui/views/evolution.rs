//! The view "evolution": the timeline with its player, the plan, the chart as it will be, and the
//! course of every factor.

use eframe::egui::{
    Button, CornerRadius, FontId, Label, Rect, Role, Sense, Shape, Slider, SliderClamping, Ui,
    WidgetInfo, lerp, pos2, vec2,
};

use crate::analysis::{Course, Verdicts};
use crate::chart::plots::{self, Area, Line, Plot, Timeline};
use crate::chart::{Loop, Structure, loop_diagram};
use crate::i18n::Season;
use crate::model::{
    Factor, FactorId, Header, MAX_EVENTS, MAX_PACE, MAX_QUARTERS, Plan, PlannedEvent, QuestionId,
    Scenario, SliderAt,
};
use crate::ui::analyses::Trajectory;
use crate::ui::command::Command;
use crate::ui::paint::date::date_field;
use crate::ui::paint::glide::Glide;
use crate::ui::paint::scene::View;
use crate::ui::paint::scroll::scroll;
use crate::ui::paint::style::{SMALL, bold, color, palette, small};
use crate::ui::paint::widgets::{icon, labelled, number_field, number_named};
use crate::ui::player::Player;
use crate::ui::views::chart;
use crate::wording::{Dated, Teller, capital};

/// Share of the height for the chart, and its least height in points.
const CHART: f32 = 0.5;
const CHART_LEAST: f32 = 290.0;
/// How many pushes the loop tells, and the least height of its diagram, so that what is below stays
/// where it is while time runs.
const TOLD_PUSHES: usize = 4;
const LOOP_LEAST: f32 = 190.0;
const AREA_HEIGHT: f32 = 150.0;
const COURSE_HEIGHT: f32 = 118.0;
/// Two plots side by side from this width on.
const TWO_COLUMNS: f32 = 520.0;
/// Room for the season looked at.
const SEASON: f32 = 124.0;
const MARKERS: f32 = 22.0;
/// Of the field for the day of the review.
const DAY: f32 = 96.0;

pub struct EvolutionView<'a> {
    pub teller: Teller<'a>,
    pub header: &'a Header,
    pub trajectory: &'a Trajectory,
    /// How sure the answers are in the quarter looked at.
    pub verdicts: &'a Verdicts,
    pub player: &'a mut Player,
    pub glide: &'a mut Glide,
    /// Today's scenario.
    pub scenario: &'a Scenario,
    /// The day of the review while it is typed.
    pub typed: &'a mut Option<String>,
    pub asked: &'a mut Vec<Command>,
}

impl EvolutionView<'_> {
    /// Shows the view; the plan may be changed.
    pub fn show(&mut self, ui: &mut Ui, plan: &mut Plan) {
        self.timeline(ui, plan);
        self.plan(ui, plan);
        self.review(ui);
        let height = (CHART * ui.available_height()).max(CHART_LEAST);
        scroll(ui, |ui| {
            self.turning(ui);
            self.chart(ui, height);
            self.turn(ui);
            self.plots(ui);
        });
    }

    /// Where the loop ends.
    fn turning(&self, ui: &mut Ui) {
        let (teller, dated) = (self.teller, self.dated());
        let (knowledge, words) = (teller.knowledge, teller.words);
        let (told, later) = dated.turning(&self.trajectory.evolution);
        ui.label(bold(told))
            .on_hover_text(knowledge.evolution.why.get(words.lang()));
        if let Some(later) = later {
            ui.label(small(ui, later));
        }
    }

    /// The loop in the quarter looked at, under the chart that it changes.
    fn turn(&self, ui: &mut Ui) {
        let (teller, dated) = (self.teller, self.dated());
        let (knowledge, words) = (teller.knowledge, teller.words);
        let moment = self.player.moment(&self.trajectory.evolution);
        let in_place = knowledge
            .questions
            .iter()
            .zip(&moment.in_place)
            .filter_map(|(question, &a)| Some(teller.label(question, a?)))
            .collect();
        let mut pushes = teller.pushes(moment);
        pushes.truncate(TOLD_PUSHES);
        let moves = if pushes.is_empty() {
            words.get("course-no-push")
        } else {
            words.get("course-pushes")
        };
        let call = teller.call(moment);
        let told = match pushes.as_slice() {
            [] => moves.trim_end_matches('.').to_owned(),
            pushes => pushes.join(", "),
        };
        let args = [("pushes", told), ("calls", call.clone())];
        let described = words.with("course-loop-described", &args);
        pushes.insert(0, moves);
        let season = capital(&dated.when(self.player.quarter(), Season::Named));
        let told = Loop {
            organisation: (words.get("course-organisation"), in_place),
            pushes,
            company: (words.get("course-company"), vec![season]),
            calls: vec![call],
        };
        let scene = loop_diagram(&told, ui.available_width());
        let size = vec2(scene.width, scene.height.max(LOOP_LEAST));
        let (area, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &described));
        View::new(&scene, area, 1.0, palette(ui)).draw(&ui.painter_at(area), &scene);
        ui.add_space(4.0);
    }

    /// The chart as it will be.
    fn chart(&mut self, ui: &mut Ui, height: f32) {
        let evolution = &self.trajectory.evolution;
        let moment = self.player.moment(evolution);
        let company = evolution
            .course
            .scenario(self.teller.knowledge, self.player.quarter());
        let name = &self.header.company;
        let structure = Structure::new(self.teller, name, &company, &moment.answers, self.verdicts);
        let size = vec2(ui.available_width(), height);
        ui.allocate_ui(size, |ui| {
            ui.set_min_size(size);
            ui.set_max_size(size);
            chart::show(
                ui,
                self.teller,
                &structure,
                self.verdicts,
                self.glide,
                false,
            );
        });
    }

    /// Speaks of the course by the seasons that the date of the profile gives it.
    fn dated(&self) -> Dated<'_> {
        self.teller.since(self.header.date)
    }

    fn course(&self) -> &Course {
        &self.trajectory.evolution.course
    }

    /// The player, and a slider over the quarters with what happens marked above it.
    fn timeline(&mut self, ui: &mut Ui, plan: &Plan) {
        let words = self.teller.words;
        ui.horizontal(|ui| {
            let (sign, key) = if self.player.is_playing() {
                ("⏸", "course-pause")
            } else {
                ("▶", "course-play")
            };
            let name = words.get(key);
            let button = ui.add(Button::new(sign).min_size(vec2(32.0, 28.0)));
            button.widget_info(|| labelled(Role::Button, &name));
            let time = ui.input(|input| input.time);
            if button.on_hover_text(&name).clicked() {
                self.player.play_or_pause(time);
            }
            let quarter = self.player.quarter();
            let told = capital(&self.dated().when(quarter, Season::Named));
            ui.add_sized([SEASON, 28.0], Label::new(bold(told)));
            ui.vertical(|ui| {
                let (strip, _) =
                    ui.allocate_exact_size(vec2(ui.available_width(), MARKERS), Sense::hover());
                ui.spacing_mut().slider_width = ui.available_width();
                let mut at = quarter;
                let slider = Slider::new(&mut at, 0..=MAX_QUARTERS).show_value(false);
                let response = ui.add(slider);
                let name = words.get("course-quarter");
                response.widget_info(|| WidgetInfo::slider(true, at as f64, &name));
                if at != quarter {
                    self.player.go(at);
                }
                self.markers(ui, strip, response.rect, plan);
            });
        });
    }

    /// Triangles where the organisation changes, dots where something is planned, names of years.
    fn markers(&self, ui: &Ui, strip: Rect, rail: Rect, plan: &Plan) {
        // The handle of a slider is this far from the ends of its rail, as egui draws it.
        let radius = rail.height() / 2.5;
        let x = |quarter: usize| {
            let share = quarter as f32 / MAX_QUARTERS as f32;
            lerp(rail.left() + radius..=rail.right() - radius, share)
        };
        let palette = palette(ui);
        let painter = ui.painter();
        let years = self.dated().years(MAX_QUARTERS).into_iter();
        let years: Vec<_> = years
            .map(|(quarter, text)| {
                let font = FontId::proportional(SMALL - 2.0);
                let text = painter.layout_no_wrap(text, font, color(palette.muted));
                let left = (x(quarter) - text.size().x / 2.0).max(strip.left());
                (left, text)
            })
            .collect();
        let spans: Vec<(f32, f32)> = years
            .iter()
            .map(|(left, text)| (*left, left + text.size().x))
            .collect();
        for place in plots::even(&spans) {
            let (left, text) = &years[place];
            painter.galley(pos2(*left, strip.top()), text.clone(), color(palette.muted));
        }
        for change in &self.course().changes {
            let (x, y) = (x(change.quarter), strip.bottom() + 1.0);
            let points = vec![pos2(x - 5.0, y - 8.0), pos2(x + 5.0, y - 8.0), pos2(x, y)];
            let ink = color(palette.accent);
            painter.add(Shape::convex_polygon(points, ink, (0.0, ink)));
        }
        for planned in &plan.events {
            let at = pos2(x(planned.quarter), rail.bottom() - 1.0);
            let dot = Rect::from_center_size(at, vec2(7.0, 7.0));
            painter.rect_filled(dot, CornerRadius::ZERO, color(palette.against));
        }
    }

    /// The company's own pace, and what is planned.
    fn plan(&self, ui: &mut Ui, plan: &mut Plan) {
        let words = self.teller.words;
        ui.horizontal_wrapped(|ui| {
            let name = words.get("plan-pace");
            ui.label(&name).on_hover_text(words.get("plan-pace-help"));
            ui.spacing_mut().slider_width = 90.0;
            let slider = Slider::new(&mut plan.pace, 0.0..=MAX_PACE)
                .step_by(1.0)
                .clamping(SliderClamping::Edits)
                .show_value(false);
            let response = ui.add(slider);
            response.widget_info(|| WidgetInfo::slider(true, plan.pace, &name));
            let number_name = words.with("number-of", &[("name", name.as_str())]);
            let number = number_field(&mut plan.pace, MAX_PACE, words).suffix("\u{a0}%");
            number_named(ui, number, &number_name);
            let quarter = self.player.quarter().max(1);
            let args = [("in", self.dated().when(quarter, Season::In))];
            ui.add_enabled_ui(plan.events.len() < MAX_EVENTS, |ui| {
                ui.menu_button(words.with("plan-add", &args), |ui| {
                    for event in &self.teller.knowledge.evolution.events {
                        if ui.button(event.label.get(words.lang())).clicked() {
                            plan.events.push(PlannedEvent {
                                quarter,
                                event: event.id.clone(),
                            });
                            plan.events.sort_by_key(|planned| planned.quarter);
                            ui.close();
                        }
                    }
                });
            });
            let mut removed = None;
            for (index, planned) in plan.events.iter().enumerate() {
                let Some(event) = self.teller.knowledge.event(&planned.event) else {
                    continue;
                };
                let event = event.label.get(words.lang());
                let told = self.dated().plan_event(planned.quarter, event);
                let name = words.with("plan-remove", &[("event", told.as_str())]);
                let button = ui.button(format!("{told}  ×"));
                button.widget_info(|| labelled(Role::Button, &name));
                let hint = words.get("plan-remove-help");
                if button.on_hover_text(hint).clicked() {
                    removed = Some(index);
                }
            }
            if let Some(index) = removed {
                plan.events.remove(index);
            }
        });
    }

    /// When to look again at the answer.
    fn review(&mut self, ui: &mut Ui) {
        let words = self.teller.words;
        let Some(review) = self.header.review.as_deref() else {
            let day = self.dated().review_day(self.course());
            let args = [("day", words.date(day))];
            let button = ui.button(words.with("review-set", &args));
            if button.on_hover_text(words.get("review-set-help")).clicked() {
                self.asked.push(Command::ReviewOn(Some(day)));
            }
            return;
        };
        ui.horizontal_wrapped(|ui| {
            let name = words.get("review-day");
            ui.label(self.teller.review_planned(review.on));
            let typed = date_field(ui, words, &name, review.on, DAY, self.typed);
            self.asked
                .extend(typed.map(|day| Command::ReviewOn(Some(day))));
            if ui.button(words.get("review-open")).clicked() {
                self.asked.push(Command::ShowReview);
            }
            if ui.button(words.get("review-calendar")).clicked() {
                self.asked.push(Command::ExportCalendar);
            }
            // What was foreseen is worth keeping as it was once the day has come.
            if review.foreseen != *self.scenario && review.on > self.header.date {
                let keep = ui.button(words.get("review-keep"));
                if keep.on_hover_text(words.get("review-keep-help")).clicked() {
                    self.asked.push(Command::ReviewOn(Some(review.on)));
                }
            }
            if icon(ui, "×", &words.get("review-remove")).clicked() {
                self.asked.push(Command::ReviewOn(None));
            }
        });
    }

    fn plots(&mut self, ui: &mut Ui) {
        let knowledge = self.teller.knowledge;
        let now = self.player.quarter();
        let mut changes: Vec<usize> = self.course().changes.iter().map(|c| c.quarter).collect();
        changes.dedup();
        let timeline = Timeline {
            now,
            last: MAX_QUARTERS,
            changes,
            ticks: self.dated().years(MAX_QUARTERS),
        };
        let room = ui.available_width();
        let columns = if room >= TWO_COLUMNS { 2 } else { 1 };
        let gap = ui.spacing().item_spacing.x;
        let width = (room - gap * (columns - 1) as f32) / columns as f32;
        ui.label(small(ui, self.teller.words.get("course-shares-help")));
        let mut asked = None;
        let trajectory = self.trajectory;
        for row in trajectory.paths.judged().chunks(columns) {
            ui.horizontal_top(|ui| {
                for &question in row {
                    let (plot, told) = self.areas(question, &timeline, (width, AREA_HEIGHT));
                    asked = asked.or(show_plot(ui, &plot, &told));
                }
            });
        }
        ui.label(small(ui, self.teller.words.get("course-sliders-help")));
        let factors: Vec<FactorId> = knowledge.factors.ids().collect();
        for row in factors.chunks(columns) {
            ui.horizontal_top(|ui| {
                for &factor in row {
                    let (plot, told) = self.lines(factor, &timeline, (width, COURSE_HEIGHT));
                    asked = asked.or(show_plot(ui, &plot, &told));
                }
            });
        }
        if let Some(quarter) = asked {
            self.player.go(quarter);
        }
    }

    /// How often each alternative comes first, and the same in words for the quarter looked at.
    fn areas(&self, index: QuestionId, timeline: &Timeline, size: (f32, f32)) -> (Plot, String) {
        let words = self.teller.words;
        let question = &self.teller.knowledge.questions[index];
        let paths = &self.trajectory.paths;
        let areas: Vec<Area> = question
            .alternatives
            .ids()
            .map(|alternative| Area {
                label: self.teller.label(question, alternative),
                shares: paths.shares(index, alternative),
            })
            .collect();
        let told: Vec<String> = areas
            .iter()
            .map(|area| {
                format!(
                    "{} {}",
                    area.label,
                    words.percent(area.shares[timeline.now])
                )
            })
            .collect();
        let title = question.label.get(words.lang());
        let told = self.described(title, timeline.now, &told);
        (plots::areas(title, &areas, timeline, size), told)
    }

    /// The sliders of a factor, and the same in words for the quarter looked at.
    fn lines(&self, at: FactorId, timeline: &Timeline, size: (f32, f32)) -> (Plot, String) {
        let words = self.teller.words;
        let factor: &Factor = &self.teller.knowledge.factors[at];
        let paths = &self.trajectory.paths;
        let mut lines = Vec::new();
        for (place, quantity) in factor.quantities.pairs() {
            let slider = SliderAt {
                factor: at,
                quantity: place,
            };
            let Some(values) = self.course().levels(slider) else {
                continue;
            };
            let band = (0..=timeline.last)
                .filter_map(|quarter| paths.band(self.teller.knowledge, slider, quarter))
                .collect();
            lines.push(Line {
                label: quantity.label.get(words.lang()).to_owned(),
                values,
                band,
                seen: None,
            });
        }
        let told: Vec<String> = lines
            .iter()
            .map(|line| {
                format!(
                    "{} {}",
                    line.label,
                    words.number(line.values[timeline.now], 0)
                )
            })
            .collect();
        let title = factor.label.get(words.lang());
        let told = self.described(title, timeline.now, &told);
        (plots::lines(title, &lines, timeline, size), told)
    }

    fn described(&self, title: &str, quarter: usize, told: &[String]) -> String {
        let args = [
            ("title", title.to_owned()),
            ("of", self.dated().when(quarter, Season::Named)),
            ("values", told.join(", ")),
        ];
        self.teller.words.with("course-described", &args)
    }
}

/// Shows a plot; a press or a drag on it leads to a quarter.
fn show_plot(ui: &mut Ui, plot: &Plot, told: &str) -> Option<usize> {
    let size = vec2(plot.scene.width, plot.scene.height);
    let (area, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, told));
    if ui.is_rect_visible(area) {
        View::new(&plot.scene, area, 1.0, palette(ui)).draw(&ui.painter_at(area), &plot.scene);
    }
    let pointer = response.on_hover_text(told).interact_pointer_pos()?;
    let share = (pointer.x - area.left() - plot.span.0) / (plot.span.1 - plot.span.0).max(1.0);
    Some((share.clamp(0.0, 1.0) * MAX_QUARTERS as f32).round() as usize)
}
