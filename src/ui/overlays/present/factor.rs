//! One factor: what it is, in the article's own words, and its sliders, which the room can move.

use eframe::egui::{
    Align, Layout, Panel, RichText, ScrollArea, Slider, SliderClamping, Ui, WidgetInfo,
};

use super::stage::Sizes;
use crate::i18n::Words;
use crate::model::{FactorId, FactorInput, Knowledge};
use crate::ui::paint::style::{self, bold, color, palette};

/// Share of the width of a slide.
const WIDTH: f32 = 0.34;

/// The factor on the left of its slide.
pub struct Sheet<'a> {
    pub knowledge: &'a Knowledge,
    pub words: &'a Words,
    pub at: FactorId,
    pub sizes: Sizes,
    /// Whether its values are still hidden: only their sliders are shown.
    pub hidden: bool,
    /// Whether nobody can move them here.
    pub still: bool,
}

impl Sheet<'_> {
    pub fn show(&self, ui: &mut Ui, input: &mut FactorInput) {
        Panel::left("slide factor")
            .resizable(false)
            .exact_size(WIDTH * ui.max_rect().width())
            .frame(style::ground(ui).inner_margin(self.sizes.margin()))
            .show(ui, |ui| self.inside(ui, input));
    }

    fn inside(&self, ui: &mut Ui, input: &mut FactorInput) {
        let Self {
            knowledge,
            words,
            at,
            sizes,
            hidden,
            still: fixed,
        } = *self;
        if fixed {
            still(ui);
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let (lang, factor) = (words.lang(), &knowledge.factors[at]);
            ui.label(bold(factor.label.get(lang)).size(sizes.by(30.0)));
            ui.label(RichText::new(factor.help.get(lang)).size(sizes.small()));
            let quote = words.with("article-says", &[("quote", factor.quote.as_str())]);
            let ink = color(palette(ui).muted);
            ui.label(
                RichText::new(quote)
                    .size(sizes.small())
                    .color(ink)
                    .italics(),
            );
            if let Some(choice) = &factor.choice {
                ui.add_space(sizes.by(10.0));
                ui.label(bold(choice.label.get(lang)).size(sizes.by(19.0)));
                ui.horizontal_wrapped(|ui| {
                    for option in &choice.options {
                        let text = RichText::new(option.label.get(lang)).size(sizes.small());
                        ui.selectable_value(&mut input.choice, option.id.clone(), text);
                    }
                });
            }
            ui.spacing_mut().slider_rail_height = sizes.by(9.0);
            for quantity in knowledge.speaking(at, &input.choice).collect::<Vec<_>>() {
                let quantity = &factor.quantities[quantity];
                if let Some(setting) = input.quantities.get_mut(&quantity.id) {
                    let name = quantity.label.get(lang);
                    let ends = (quantity.low.get(lang), quantity.high.get(lang));
                    slider(ui, name, &mut setting.value, ends, words, sizes, hidden);
                }
            }
        });
    }
}

/// A slider under its name, between its ends in words.
fn slider(
    ui: &mut Ui,
    name: &str,
    value: &mut f64,
    (low, high): (&str, &str),
    words: &Words,
    sizes: Sizes,
    hidden: bool,
) {
    ui.add_space(sizes.by(10.0));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let shown = words.number(*value, 0);
        let title = if hidden {
            name.to_owned()
        } else {
            words.with("report-slider", &[("label", name), ("value", &shown)])
        };
        ui.label(bold(title).size(sizes.by(19.0)));
        ui.spacing_mut().interact_size.y = sizes.by(30.0);
        ui.spacing_mut().slider_width = ui.available_width();
        ui.visuals_mut().selection.bg_fill = color(palette(ui).accent);
        let slider = ui.add(
            Slider::new(value, 0.0..=100.0)
                .integer()
                .clamping(SliderClamping::Edits)
                .show_value(false),
        );
        slider.widget_info(|| WidgetInfo::slider(true, *value, name));
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(|ui| {
            let end = |text: &str| RichText::new(text).size(sizes.by(15.0));
            ui.label(end(low));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(end(high))
            });
        });
    });
}

/// What comes can be seen, and not be moved.
pub fn still(ui: &mut Ui) {
    ui.visuals_mut().disabled_alpha = 1.0;
    ui.disable();
}
