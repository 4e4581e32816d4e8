//! What the open contact points ask for against what there is for them: a bar in hours a week, and the
//! fields in which the company says its own means.

use eframe::egui::{Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Board;
use crate::model::{MAX_HOURS, MAX_PEOPLE, Means};
use crate::ui::command::Command;
use crate::ui::paint::style::{TITLE, bold, color, palette, small};
use crate::ui::paint::widgets::{icon, labelled, number_field, number_named};
use crate::wording::told_hours;

/// Less of a load is an error of rounding.
const FAINT: f64 = 1e-6;
/// How high the bar is.
const BAR: f32 = 18.0;
/// The mark of the means goes over the bar by so much on either side.
const OVER: f32 = 6.0;
/// How wide the mark is, without and with its outline.
const MARK: (f32, f32) = (4.0, 8.0);

/// A mark with an outline and a head over the bar: seen on any of the colours, and by its shape alone.
fn mark(ui: &Ui, area: Rect) {
    let palette = palette(ui);
    let (painter, ink) = (ui.painter(), color(palette.text));
    painter.rect_filled(area, CornerRadius::ZERO, color(palette.ground));
    let edge = (MARK.1 - MARK.0) / 2.0;
    painter.rect_filled(area.shrink2(vec2(edge, 0.0)), CornerRadius::ZERO, ink);
    let head = Rect::from_min_size(area.left_top(), vec2(area.width(), OVER - 2.0));
    painter.rect_filled(head, CornerRadius::ZERO, ink);
}

impl Board<'_> {
    pub(super) fn load(&self, ui: &mut Ui) {
        let told = self.teller.workload(self.coverage);
        ui.label(bold(told).size(TITLE));
        self.bar(ui);
    }

    /// The load of what has an owner, of what the team holds and of what nobody does, one after another;
    /// a mark stands where the means end.
    fn bar(&self, ui: &mut Ui) {
        let (coverage, teller) = (self.coverage, self.teller);
        let (need, means) = (coverage.load(), coverage.capacity);
        let palette = palette(ui);
        let named: f64 = coverage
            .points
            .iter()
            .filter(|p| p.owner.is_some())
            .map(|p| p.load)
            .sum();
        let team = coverage.load_of(None);
        let parts = [
            ("contacts-part-named", named, palette.accent),
            ("contacts-part-team", team, palette.line),
            (
                "contacts-part-nobody",
                (need - named - team).max(0.0),
                palette.against,
            ),
        ];
        let size = vec2(ui.available_width(), BAR + 2.0 * OVER);
        let (area, response) = ui.allocate_exact_size(size, Sense::hover());
        let told = teller.workload(coverage);
        response.widget_info(|| labelled(Role::Meter, &told));
        let rail = area.shrink2(vec2(0.0, OVER));
        let most = need.max(means).max(f64::EPSILON);
        let at = |points: f64| rail.left() + (points / most) as f32 * rail.width();
        let corner = CornerRadius::same(4);
        let painter = ui.painter();
        painter.rect_filled(rail, corner, color(palette.control));
        let mut from = 0.0;
        for (_, load, ink) in parts {
            let part = Rect::from_min_max(
                pos2(at(from), rail.top()),
                pos2(at(from + load), rail.bottom()),
            );
            painter.rect_filled(part, CornerRadius::ZERO, color(ink));
            from += load;
        }
        painter.rect_stroke(
            rail,
            corner,
            Stroke::new(1.0, color(palette.line)),
            StrokeKind::Inside,
        );
        let half = MARK.1 / 2.0;
        let x = at(means).clamp(rail.left() + half, rail.right() - half);
        mark(
            ui,
            Rect::from_x_y_ranges(x - half..=x + half, area.y_range()),
        );
        ui.horizontal_wrapped(|ui| {
            let words = teller.words;
            // The last one is what the others leave of the whole: together they are what is told above.
            let mut left = told_hours(coverage, need);
            let mut shown = parts.into_iter().filter(|part| part.1 > FAINT).peekable();
            while let Some((key, load, ink)) = shown.next() {
                let hours = match shown.peek() {
                    Some(_) => told_hours(coverage, load).min(left),
                    None => left,
                };
                left -= hours;
                self.key(ui, color(ink), &words.get(key), hours);
            }
            let (area, _) = ui.allocate_exact_size(vec2(MARK.1, 20.0), Sense::hover());
            mark(ui, area);
            let told = format!(
                "{} {}",
                words.get("contacts-part-means"),
                teller.hours(coverage, means)
            );
            ui.label(small(ui, told));
        });
    }

    /// What a colour of the bar means.
    fn key(&self, ui: &mut Ui, ink: Color32, name: &str, hours: f64) {
        let (area, _) = ui.allocate_exact_size(vec2(11.0, 11.0), Sense::hover());
        ui.painter().rect_filled(area, CornerRadius::same(2), ink);
        let told = format!("{name} {}", self.teller.told_hours(hours));
        ui.label(small(ui, told));
        ui.add_space(4.0);
    }

    /// The company's own means.
    pub(super) fn fields(&mut self, ui: &mut Ui) {
        let (teller, words) = (self.teller, self.teller.words);
        let rule = &teller.knowledge.coverage;
        let lang = words.lang();
        let before = self.scenario.means;
        let mut means = before;
        ui.horizontal_wrapped(|ui| {
            // To the hundredth, so that people times hours are the means that are told.
            let told = told_hours(self.coverage, self.coverage.capacity);
            let estimate = self.coverage.people(told / self.coverage.per_point);
            let shown = before.people.unwrap_or((100.0 * estimate).round() / 100.0);
            let mut people = shown;
            let name = words.get("contacts-people");
            ui.label(&name);
            let field = number_field(&mut people, MAX_PEOPLE, words)
                .speed(0.02)
                .max_decimals(2);
            number_named(ui, field, &name);
            if people != shown {
                means.people = Some(people);
            }
            let mut hours = self.coverage.per_person;
            let shown = hours;
            let name = words.get("contacts-hours");
            ui.label(&name);
            let field = number_field(&mut hours, MAX_HOURS, words).range(1.0..=MAX_HOURS);
            number_named(ui, field, &name);
            if hours != shown {
                means.hours = Some(hours);
            }
            let mut why = vec![rule.why.get(lang).to_owned()];
            if let Some(hours) = &rule.hours.why {
                let basis = teller.basis(&rule.hours.basis);
                why.push(format!("{} {basis}", hours.get(lang)));
            }
            let source = teller.means_source(self.coverage);
            ui.label(small(ui, source)).on_hover_text(why.join("\n"));
            let again = words.get("contacts-estimate-again");
            if !before.is_usual() && icon(ui, "⟲", &again).clicked() {
                means = Means::default();
            }
        });
        if means != before {
            self.asked.push(Command::Means(means));
        }
    }
}
