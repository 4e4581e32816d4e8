//! Known organisations that are like the company: what they did, and their sliders beside ours.

use eframe::egui::collapsing_header::{CollapsingState, paint_default_icon};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Button, CursorIcon, FontFamily, FontId, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape,
    Stroke, Ui, pos2, vec2,
};

use crate::analysis::{Comparable, Inputs};
use crate::draw::Palette;
use crate::model::Case;
use crate::ui::paint::style::{SMALL, bold_family, card, color, palette, small};
use crate::ui::paint::widgets::labelled;
use crate::wording::Teller;

const NAME: f32 = SMALL + 1.0;
/// The room that the sign takes which says whether a row is unfolded.
const SIGN: f32 = 14.0;
/// The height of a rail.
const RAIL: f32 = 12.0;

/// Shows a card with those that are near, and nothing where none is.
pub fn show(ui: &mut Ui, teller: Teller<'_>, inputs: &Inputs, near: &[Comparable<'_>]) {
    let Some(first) = near.first() else {
        return;
    };
    card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(small(ui, teller.words.get("comparables-title")));
        for comparable in near {
            ui.add_space(2.0);
            Row {
                teller,
                inputs,
                case: comparable.case,
            }
            .show(ui);
        }
        let note = first.note.get(teller.words.lang());
        let help = teller.words.get("comparables-help");
        ui.label(small(ui, format!("{help} {note}")));
    });
}

/// One organisation.
struct Row<'a> {
    teller: Teller<'a>,
    inputs: &'a Inputs,
    case: &'a Case,
}

impl Row<'_> {
    fn show(&self, ui: &mut Ui) {
        let id = Id::unique(("comparable", &self.case.organisation, &self.case.year));
        let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, false);
        let response = self.head(ui, state.openness(ui.ctx()));
        if response.clicked() {
            state.toggle(ui);
        }
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_expanded(state.is_open());
        });
        state.show_body_unindented(ui, |ui| self.sliders(ui));
        state.store(ui.ctx());
    }

    /// Who, when and what, on a button that unfolds the sliders; the source for who asks.
    fn head(&self, ui: &mut Ui, openness: f32) -> Response {
        let who = self.teller.comparable(self.case);
        let did = self.teller.comparable_did(self.case);
        let source = self.teller.comparable_source(self.case);
        let mut text = LayoutJob::default();
        for (part, family) in [
            (who.as_str(), bold_family()),
            ("\n", FontFamily::Proportional),
            (did.as_str(), FontFamily::Proportional),
        ] {
            let font = FontId::new(NAME, family);
            text.append(part, 0.0, TextFormat::simple(font, color(palette(ui).text)));
        }
        let row = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let first_line =
                ui.fonts_mut(|fonts| fonts.row_height(&FontId::new(NAME, bold_family())));
            let (sign, _) = ui.allocate_exact_size(vec2(SIGN, first_line), Sense::hover());
            let button = ui.add(Button::new(text).frame(false).wrap());
            let of_sign = Response {
                rect: Rect::from_center_size(sign.center(), vec2(SIGN, SIGN)).shrink(2.0),
                ..button.clone()
            };
            paint_default_icon(ui, openness, &of_sign);
            button
        });
        let button = row.inner;
        let told = format!("{who}. {did} {source}");
        button.widget_info(|| labelled(Role::DisclosureTriangle, &told));
        button
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(source)
    }

    fn sliders(&self, ui: &mut Ui) {
        let Self {
            teller,
            inputs,
            case,
        } = *self;
        let lang = teller.words.lang();
        let source = Some(teller.comparable_source(case));
        let read = teller.comparable_read(case);
        let lacks = teller.comparable_lacks(case, inputs);
        for told in [source, read, lacks].into_iter().flatten() {
            ui.label(small(ui, told));
        }
        self.legend(ui);
        let factors = teller.knowledge.factors.pairs().zip(&inputs.levels);
        for ((at, factor), levels) in factors {
            let Some(levels) = levels else {
                continue;
            };
            let ours = levels.choice.zip(factor.choice.as_ref());
            let ours = ours.map(|(option, choice)| choice.options[option].id.as_str());
            let choice = ours.and_then(|ours| teller.comparable_choice(case, at, ours));
            if let Some(choice) = choice {
                ui.label(small(ui, choice));
            }
            for (quantity, &ours) in factor.quantities.iter().zip(&levels.quantities) {
                if let Some(theirs) = case.level(&quantity.id) {
                    let name = quantity.label.get(lang);
                    ui.label(small(ui, teller.comparable_slider(name, ours, theirs)));
                    rail(ui, ours, theirs);
                }
            }
        }
    }
    /// Which mark is whose.
    fn legend(&self, ui: &mut Ui) {
        let words = self.teller.words;
        let palette = palette(ui);
        ui.horizontal_wrapped(|ui| {
            for (whose, mark) in [
                (words.get("comparable-ours"), disc as Mark),
                (words.get("comparable-theirs"), rhomb),
            ] {
                let (place, _) = ui.allocate_exact_size(vec2(RAIL, RAIL), Sense::hover());
                mark(ui.painter(), place.center(), &palette);
                ui.label(small(ui, whose));
            }
        });
    }
}

/// Two marks on one rail, 0 to 100. What they say stands above in words.
fn rail(ui: &mut Ui, ours: f64, theirs: f64) {
    let size = vec2(ui.available_width(), RAIL);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let palette = palette(ui);
    let painter = ui.painter();
    let inner = area.shrink2(vec2(RAIL / 2.0, 0.0));
    let y = inner.center().y;
    let at = |value: f64| {
        let share = (value / 100.0).clamp(0.0, 1.0) as f32;
        pos2(inner.left() + share * inner.width(), y)
    };
    painter.hline(inner.x_range(), y, Stroke::new(1.5, color(palette.line)));
    disc(painter, at(ours), &palette);
    rhomb(painter, at(theirs), &palette);
}

/// Paints what stands for a company on a rail.
type Mark = fn(&Painter, Pos2, &Palette);

/// Ours: within the other mark where both stand at the same place.
fn disc(painter: &Painter, at: Pos2, palette: &Palette) {
    painter.circle_filled(at, RAIL / 2.0 - 2.5, color(palette.accent));
}

/// Theirs.
fn rhomb(painter: &Painter, at: Pos2, palette: &Palette) {
    let reach = RAIL / 2.0 - 0.5;
    let corners = [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)];
    let corners = corners.map(|(x, y)| at + vec2(x, y)).to_vec();
    let pen = Stroke::new(1.5, color(palette.text));
    painter.add(Shape::closed_line(corners, pen));
}
