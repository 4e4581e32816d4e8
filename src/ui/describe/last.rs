//! The end: what was described and what was not, how much each factor counts, and the way to the
//! answer.

use eframe::egui::{Align, Button, Label, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use super::flow::Screen;
use super::parts::Page;
use crate::ui::analyses::Analyses;
use crate::ui::asking::ring;
use crate::ui::command::Command;
use crate::ui::document::Document;
use crate::ui::paint::style::{color, palette};

pub fn show(
    ui: &mut Ui,
    page: &mut Page<'_>,
    document: &mut Document,
    analyses: &Analyses,
    asked: &mut Vec<Command>,
) {
    let (knowledge, words) = (page.teller.knowledge, page.teller.words);
    let wanting = analyses.verdicts.wanting;
    let question = if wanting > 0 {
        words.with("headline-wanting", &[("count", wanting)])
    } else {
        words.get("describe-last")
    };
    page.question(ui, &question, &words.get("describe-last-help"));
    for (at, factor) in knowledge.factors.pairs() {
        let input = document.scenario().factors.get(&factor.id);
        let key = match input {
            Some(input) if input.unknown => "unknown",
            Some(input) if input.is_described(factor) => "describe-told",
            _ => "describe-left",
        };
        if line(
            ui,
            page,
            factor.label.get(words.lang()),
            &words.get(key),
            key,
        ) {
            page.to(Screen::Factor(at));
        }
    }
    ui.add_space(page.measures.between());
    let mut weights = document
        .scenario()
        .factors
        .values()
        .map(|input| input.weight);
    let first = weights.next();
    let even = weights.all(|weight| Some(weight) == first);
    page.muted(
        ui,
        &words.get(if even {
            "describe-even"
        } else {
            "describe-uneven"
        }),
    );
    ui.add_space(4.0);
    let weigh = words.get(Command::WeighFactors.row().name);
    if page.secondary(ui, &weigh).clicked() {
        asked.push(Command::WeighFactors);
    }
}

/// A factor and what was said of it; `true` where someone wants to go there.
fn line(ui: &mut Ui, page: &mut Page<'_>, label: &str, state: &str, key: &str) -> bool {
    let measures = page.measures;
    let palette = palette(ui);
    let mut clicked = false;
    ui.horizontal(|ui| {
        ui.set_min_height(measures.control() * 0.72);
        let mark = match key {
            "describe-told" => "✔",
            "unknown" => "?",
            _ => "·",
        };
        let size = vec2(18.0, measures.control() * 0.6);
        let text = RichText::new(mark)
            .size(measures.row())
            .color(color(palette.accent));
        ui.add_sized(size, Label::new(text));
        let text = RichText::new(label).size(measures.row());
        let response = ui.add(Button::new(text).frame_when_inactive(false));
        let told = format!("{label}. {state}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
        ring(ui, &response);
        page.buttons.push(response.id);
        clicked = response.clicked();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let ink = color(palette.muted);
            ui.label(RichText::new(state).size(measures.text()).color(ink));
        });
    });
    clicked
}
