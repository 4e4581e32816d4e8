//! Examples to start from: a card each, by sector.

use eframe::egui::{
    Button, CentralPanel, CursorIcon, Id, Label, Rect, RichText, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, vec2,
};

use super::flow::Step;
use crate::draw::{Weight, wrap};
use crate::i18n::Words;
use crate::model::Header;
use crate::store::{Sector, examples};
use crate::ui::asking::Measures;
use crate::ui::asking::{muted_ink, ring};
use crate::ui::command::Command;
use crate::ui::paint::style::{self, bold, color, palette};
use crate::ui::paint::widgets::labelled;
use crate::ui::session::Session;

/// The least width of a card, in points.
const CARD: f32 = 250.0;
const GAP: f32 = 14.0;
/// Between the border of a card and what is in it.
const INSIDE: Vec2 = vec2(16.0, 12.0);

pub fn show(
    ui: &mut Ui,
    session: &Session,
    begins: bool,
    buttons: &mut Vec<Id>,
    asked: &mut Vec<Command>,
) -> Option<Step> {
    let words = &session.words;
    let mut step = None;
    let room = ui.available_size();
    let measures = Measures::of(room.x, room.y);
    CentralPanel::default()
        .frame(style::ground(ui).inner_margin(measures.wide(room.x)))
        .show(ui, |ui| {
            let back = words.get("describe-back");
            let text = RichText::new(&back)
                .size(measures.text())
                .color(muted_ink(ui));
            let response = ui.add(Button::new(text).frame_when_inactive(false));
            ring(ui, &response);
            buttons.push(response.id);
            if response.clicked() {
                step = Some(Step::Back);
            }
            ui.label(bold(words.get("like-title")).size(measures.question()));
            let help = RichText::new(words.get("like-help")).size(measures.text());
            ui.add(Label::new(help.color(muted_ink(ui))).wrap());
            ui.add_space(measures.between());
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let first = cards(ui, session, measures, buttons, asked);
                if let Some(first) = first.filter(|_| begins) {
                    ui.memory_mut(|memory| memory.request_focus(first));
                }
            });
        });
    step
}

/// The cards of a sector stand together under its name; sectors share a row where they have room. Gives
/// the first card.
fn cards(
    ui: &mut Ui,
    session: &Session,
    measures: Measures,
    buttons: &mut Vec<Id>,
    asked: &mut Vec<Command>,
) -> Option<Id> {
    let before = buttons.len();
    let words = &session.words;
    let width = ui.available_width() - GAP;
    let columns = (((width + GAP) / (CARD + GAP)) as usize).clamp(1, 4);
    let across = (width - GAP * (columns - 1) as f32) / columns as f32;
    let card = Vec2::new(across, height(session, measures, across));
    let name = 2.0 * measures.row();
    let (mut column, mut top) = (0, 0.0);
    // Whether the row has names of sectors above it.
    let mut named = true;
    let corner = ui.cursor().min;
    for sector in Sector::ALL {
        let of: Vec<usize> = (0..examples().len())
            .filter(|&place| examples()[place].sector == sector)
            .collect();
        if column > 0 && (column + of.len() > columns || !named) {
            (column, top) = (0, top + name + card.y + GAP);
        }
        named = true;
        let at = |column: usize, top: f32| corner + vec2(column as f32 * (card.x + GAP), top);
        let title = Rect::from_min_size(at(column, top), vec2(card.x, name));
        let mut title = ui.new_child(UiBuilder::new().max_rect(title));
        title.label(bold(sector_name(words, sector)).size(measures.text()));
        for place in of {
            if column == columns {
                (column, top) = (0, top + card.y + GAP);
                named = false;
            }
            let area = Rect::from_min_size(at(column, top + name), card);
            column += 1;
            let Some(Some(header)) = session.examples().get(place) else {
                continue;
            };
            if self::card(ui, words, measures, area, header, buttons) {
                asked.push(Command::Adapt(place));
            }
        }
    }
    // So much is scrolled.
    let whole = Rect::from_min_size(corner, vec2(width, top + name + card.y + GAP));
    ui.allocate_rect(whole, Sense::hover());
    buttons.get(before).copied()
}

/// The height in which every story has room.
fn height(session: &Session, measures: Measures, across: f32) -> f32 {
    let lang = session.words.lang();
    let stories = session.examples().iter().flatten();
    let lines = stories.map(|header| {
        let story = story(header.description(lang));
        let room = across - 2.0 * INSIDE.x - 2.0;
        wrap(story, measures.text(), Weight::Regular, room, 9).len()
    });
    let lines = lines.max().unwrap_or(1) as f32;
    2.0 * INSIDE.y + 1.4 * measures.row() + 1.45 * measures.text() * lines + 6.0
}

fn sector_name(words: &Words, sector: Sector) -> String {
    words.get(match sector {
        Sector::Consumer => "sector-consumer",
        Sector::Services => "sector-services",
        Sector::Public => "sector-public",
        Sector::Industry => "sector-industry",
        Sector::Charity => "sector-charity",
    })
}

/// One example: who it is, and its story in one line.
fn card(
    ui: &mut Ui,
    words: &Words,
    measures: Measures,
    area: Rect,
    header: &Header,
    buttons: &mut Vec<Id>,
) -> bool {
    let story = story(header.description(words.lang()));
    let id = ui.scope_id().with(("example", &header.company));
    let response = ui.interact(area, id, Sense::click());
    let told = format!("{}. {story}", header.company);
    response.widget_info(|| labelled(Role::Button, &told));
    let palette = palette(ui);
    let lit = response.hovered() || response.has_focus();
    let pen = match lit {
        true => Stroke::new(2.0, color(palette.accent)),
        false => Stroke::new(1.0, color(palette.faint)),
    };
    ui.painter()
        .rect(area, 10, color(palette.frame), pen, StrokeKind::Inside);
    let place = UiBuilder::new().max_rect(area.shrink2(INSIDE));
    let mut inner = ui.new_child(place);
    inner.set_clip_rect(area.intersect(ui.clip_rect()));
    let name = bold(&header.company).size(measures.row());
    inner.add(Label::new(name).truncate().selectable(false));
    let story = RichText::new(story).size(measures.text());
    let story = story.color(muted_ink(ui));
    inner.add(Label::new(story).wrap().selectable(false));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    ring(ui, &response);
    buttons.push(response.id);
    response.clicked()
}

/// What a description begins with: who it is about, in a line.
fn story(description: &str) -> &str {
    let ends = [". ", "\u{a0}: ", ": "];
    let end = ends.iter().filter_map(|end| description.find(end)).min();
    &description[..end.unwrap_or(description.len())]
}
