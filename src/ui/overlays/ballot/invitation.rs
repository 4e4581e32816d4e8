//! Between two turns: what is asked, the ways to vote beside each other, how many have voted and what always
//! holds. Below it the ballot ends.

use eframe::egui::accesskit::Live;
use eframe::egui::emath::GuiRounding;
use eframe::egui::{
    Align, Button, Color32, FontFamily, FontId, Frame, Label, Layout, Rect, Response, RichText,
    Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::page::{Deed, Invitation, Outcome, Page};
use crate::model::MIN_BALLOTS;
use crate::ui::asking::{Measures, muted_ink, primary, quiet, ring};
use crate::ui::paint::style::{bold, bold_family, color, palette};

/// Between the ways to vote.
const GAP: f32 = 20.0;
/// What always holds.
const RULES: [&str; 3] = [
    "ballot-rule-hidden",
    "ballot-rule-nameless",
    "ballot-rule-least",
];

pub(super) fn show(ui: &mut Ui, page: &mut Page<'_>, invitation: &mut Invitation) {
    let area = ScrollArea::vertical().id_salt("invitation");
    area.auto_shrink(false)
        .show(ui, |ui| inside(ui, page, invitation));
}

fn inside(ui: &mut Ui, page: &mut Page<'_>, invitation: &mut Invitation) {
    let (words, measures) = (page.teller.words, page.measures);
    ui.add_space(0.5 * measures.between());
    let asked = bold(words.get("ballot-asked")).size(measures.question());
    ui.add(Label::new(asked).wrap());
    let count = page.teller.knowledge.factors.len();
    page.muted(ui, words.with("ballot-asked-help", &[("count", count)]));
    ui.add_space(measures.between());
    let thanks = matches!(invitation, Invitation::Open { thanks: true, .. });
    let here = Way {
        title: words.get("ballot-here"),
        told: words.get(match thanks {
            true => "ballot-thanks",
            false => "ballot-here-help",
        }),
    };
    let elsewhere = Way {
        title: words.get("phones-title"),
        told: words.get("ballot-elsewhere-help"),
    };
    let width = (ui.available_width() - GAP) / 2.0;
    let height = here.height(ui, measures, width);
    let height = height.max(elsewhere.height(ui, measures, width));
    let size = vec2(2.0 * width + GAP, height);
    let (both, _) = ui.allocate_exact_size(size, Sense::hover());
    let left = Rect::from_min_size(both.min, vec2(width, height)).round_ui();
    let right = left.translate(vec2(both.right() - left.right(), 0.0));
    let asks = matches!(invitation, Invitation::Ending { .. });
    let vote = words.get("ballot-vote");
    let begins = match invitation {
        Invitation::Open { begins, .. } => std::mem::take(begins),
        Invitation::Ending { .. } => false,
    };
    here.show(ui, measures, left, !asks, |ui| {
        let vote = primary(ui, measures, &vote);
        if begins {
            vote.request_focus();
        }
        if vote.clicked() {
            page.deed = Some(Deed::Begin);
        }
    });
    let key = match page.open {
        true => "phones-way-open",
        false => "phones-way",
    };
    let phones = words.get(key);
    elsewhere.show(ui, measures, right, !asks, |ui| {
        if secondary(ui, measures, &phones, true).clicked() {
            page.deed = Some(Deed::Phones);
        }
    });
    ui.add_space(measures.between());
    ui.spacing_mut().item_spacing.x = GAP;
    ui.columns(2, |columns| {
        counted(&mut columns[0], page);
        rules(&mut columns[1], page);
    });
}

/// A way to vote.
struct Way {
    title: String,
    told: String,
}

impl Way {
    /// How high its card is, of this width.
    fn height(&self, ui: &Ui, measures: Measures, width: f32) -> f32 {
        let inner = width - 2.0 * measures.between();
        let high = |text: &str, size: f32, family: FontFamily| {
            let font = FontId::new(size, family);
            let painter = ui.painter();
            let galley = painter.layout(text.to_owned(), font, Color32::PLACEHOLDER, inner);
            galley.size().y
        };
        let title = high(&self.title, measures.row(), bold_family());
        let told = high(&self.told, measures.text(), FontFamily::Proportional);
        let gaps = 3.0 * measures.between() + ui.spacing().item_spacing.y;
        (title + told + gaps + measures.control()).ceil()
    }

    /// Its card, with what leads there at the foot.
    fn show(
        &self,
        ui: &mut Ui,
        measures: Measures,
        area: Rect,
        enabled: bool,
        way: impl FnOnce(&mut Ui),
    ) {
        card(ui, measures, area, |ui| {
            ui.add(Label::new(bold(&self.title).size(measures.row())).wrap());
            let told = RichText::new(&self.told).size(measures.text());
            let label = ui.add(Label::new(told.color(muted_ink(ui))).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(Live::Polite);
            });
            let room = ui.available_rect_before_wrap();
            let (_, foot) = room.split_top_bottom_at_y(room.bottom() - measures.control());
            let layout = Layout::left_to_right(Align::Center);
            let mut ui = ui.new_child(UiBuilder::new().max_rect(foot).layout(layout));
            ui.add_enabled_ui(enabled, way);
        });
    }
}

/// A part of the row of ways.
pub(super) fn card(ui: &mut Ui, measures: Measures, area: Rect, inside: impl FnOnce(&mut Ui)) {
    let palette = palette(ui);
    let pen = Stroke::new(1.0, color(palette.line));
    let frame = Frame::new().fill(color(palette.card)).stroke(pen);
    let painter = ui.painter();
    let kind = StrokeKind::Inside;
    painter.rect(area, 12, frame.fill, pen, kind);
    let margin = vec2(measures.between(), measures.between());
    let layout = Layout::top_down(Align::Min);
    let place = UiBuilder::new().max_rect(area.shrink2(margin));
    let mut inner = ui.new_child(place.layout(layout));
    inside(&mut inner);
}

/// How many have voted, here and elsewhere.
fn counted(ui: &mut Ui, page: &Page<'_>) {
    let (words, measures) = (page.teller.words, page.measures);
    let told = words.with("ballot-count-told", &[("count", page.count)]);
    let number = bold(page.count.to_string()).size(2.0 * measures.question());
    let ink = color(palette(ui).accent);
    ui.spacing_mut().item_spacing.y = 0.0;
    // The words below it say the number as well.
    let label = ui.add(Label::new(number.color(ink)));
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    let ballots = words.with("ballot-cast-so-far", &[("count", page.count)]);
    ui.add(Label::new(RichText::new(ballots).size(measures.row())).wrap());
}

/// What holds for every ballot.
fn rules(ui: &mut Ui, page: &Page<'_>) {
    let (words, measures) = (page.teller.words, page.measures);
    ui.spacing_mut().item_spacing = vec2(8.0, 0.25 * measures.between());
    ui.label(bold(words.get("ballot-rules")).size(measures.row()));
    for rule in RULES {
        ui.horizontal_top(|ui| {
            let size = vec2(0.9 * measures.text(), 1.5 * measures.text());
            let (area, _) = ui.allocate_exact_size(size, Sense::hover());
            let ink = color(palette(ui).accent);
            let dot = pos2(area.left() + 4.0, area.top() + 0.65 * measures.text());
            ui.painter().circle_filled(dot, 3.0, ink);
            let text = RichText::new(words.get(rule)).size(measures.text());
            ui.add(Label::new(text).wrap());
        });
    }
}

/// The ways to end the ballot, or the question whether it is to end.
pub(super) fn ways(ui: &mut Ui, page: &mut Page<'_>, invitation: &mut Invitation) {
    let (words, measures) = (page.teller.words, page.measures);
    match invitation {
        Invitation::Open { .. } => {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let wanting = MIN_BALLOTS.saturating_sub(page.count);
                let count = secondary(ui, measures, &words.get("ballot-count"), wanting == 0);
                let why = words.with("ballot-wanting", &[("count", wanting)]);
                if count.clicked() {
                    page.deed = Some(Deed::Ask(Outcome::Count));
                }
                if wanting > 0 {
                    ui.add_space(8.0);
                    let text = RichText::new(&why).size(measures.text());
                    ui.add(Label::new(text.color(muted_ink(ui))));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let cancel = words.get("ballot-cancel");
                    if quiet(ui, measures, &cancel, true).clicked() {
                        page.deed = Some(Deed::Ask(Outcome::Cancel));
                    }
                });
            });
        }
        Invitation::Ending { how, begins } => {
            let args = [("count", page.count)];
            let (question, yes) = match how {
                Outcome::Count => {
                    let question = words.with("ballot-count-sure", &args);
                    (question, words.get("ballot-count-yes"))
                }
                Outcome::Cancel => {
                    let question = words.with("ballot-cancel-sure", &args);
                    (question, words.get("ballot-cancel-yes"))
                }
            };
            let no = words.get("ballot-go-on");
            let begins = std::mem::take(begins);
            let (stays, ends) = (Deed::Stay, Deed::End(*how));
            sure(ui, page, &question, (&no, stays), (&yes, ends), begins);
        }
    }
}

/// A question at the foot of a screen: what changes nothing comes first, and has the focus.
pub(super) fn sure(
    ui: &mut Ui,
    page: &mut Page<'_>,
    question: &str,
    (no, stays): (&str, Deed),
    (yes, ends): (&str, Deed),
    begins: bool,
) {
    let measures = page.measures;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let stay = primary(ui, measures, no);
        if begins {
            stay.request_focus();
        }
        if stay.clicked() {
            page.deed = Some(stays);
        }
        if secondary(ui, measures, yes, true).clicked() {
            page.deed = Some(ends);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = bold(question).size(measures.row());
            let label = ui.add(Label::new(text).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(Live::Polite);
            });
        });
    });
}

/// A button beside the main one.
pub(super) fn secondary(ui: &mut Ui, measures: Measures, text: &str, enabled: bool) -> Response {
    let label = RichText::new(text).size(measures.row());
    let button = Button::new(label).min_size(vec2(0.0, measures.control()));
    let response = ui.add_enabled(enabled, button);
    ring(ui, &response);
    response
}
