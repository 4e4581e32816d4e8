//! Type, spacing and colours of the window; the colours themselves come from `draw`.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, RichText, Stroke,
    TextStyle, ThemePreference, Ui, vec2,
};

use crate::draw::{Palette, Rgb, Theme, Weight, fonts};
use crate::store::ThemeChoice;

/// The answer, to be read from the back of the room: the largest that fits in two lines.
pub const HEADLINES: [f32; 7] = [32.0, 28.0, 24.0, 22.0, 20.0, 18.0, 16.0];
pub const HEADLINE_LEAST: f32 = 14.0;
pub const TITLE: f32 = 17.0;
pub const BODY: f32 = 15.0;
pub const SMALL: f32 = 13.0;

pub const GAP: f32 = 8.0;
pub const MARGIN: i8 = 12;
pub const CORNER: u8 = 6;

/// The bold face; egui has families, not weights.
pub fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Fonts and styles of both themes. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(font_definitions());
    // Where the system has no say: a board sees light.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (of, theme) in [
        (egui::Theme::Light, Theme::Light),
        (egui::Theme::Dark, Theme::Dark),
    ] {
        ctx.style_mut_of(of, |style| {
            style.text_styles = [
                (TextStyle::Heading, FontId::new(TITLE, bold_family())),
                (TextStyle::Body, FontId::new(BODY, FontFamily::Proportional)),
                (
                    TextStyle::Button,
                    FontId::new(BODY, FontFamily::Proportional),
                ),
                (
                    TextStyle::Small,
                    FontId::new(SMALL, FontFamily::Proportional),
                ),
                (
                    TextStyle::Monospace,
                    FontId::new(SMALL, FontFamily::Monospace),
                ),
            ]
            .into();
            style.spacing.item_spacing = vec2(GAP, 6.0);
            style.spacing.button_padding = vec2(8.0, 3.0);
            style.spacing.interact_size.y = 24.0;
            style.spacing.slider_rail_height = 6.0;
            style.spacing.scroll.floating = false;
            style.spacing.scroll.bar_width = 8.0;
            style.spacing.scroll.foreground_color = false;
            colour(&mut style.visuals, &Palette::of(theme));
        });
    }
}

fn font_definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    for (name, weight) in [("noto", Weight::Regular), ("noto-bold", Weight::Bold)] {
        let data = FontData::from_static(fonts(weight));
        definitions
            .font_data
            .insert(name.to_owned(), Arc::new(data));
    }
    // The fonts that come with egui stay behind ours, for their symbols.
    let fallback = definitions
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let family = |first: &str| {
        std::iter::once(first.to_owned())
            .chain(fallback.iter().cloned())
            .collect::<Vec<_>>()
    };
    let regular = family("noto");
    let bold = family("noto-bold");
    definitions
        .families
        .insert(FontFamily::Proportional, regular);
    definitions.families.insert(bold_family(), bold);
    definitions
}

fn colour(visuals: &mut egui::Visuals, palette: &Palette) {
    let text = color(palette.text);
    visuals.override_text_color = Some(text);
    visuals.weak_text_color = Some(color(palette.muted));
    visuals.panel_fill = color(palette.panel);
    visuals.window_fill = color(palette.card);
    visuals.window_stroke = Stroke::new(1.0, color(palette.line));
    visuals.extreme_bg_color = color(palette.ground);
    visuals.faint_bg_color = color(palette.panel);
    visuals.hyperlink_color = color(palette.accent);
    visuals.selection.bg_fill = color(palette.soft);
    visuals.selection.stroke = Stroke::new(2.0, color(palette.accent));
    visuals.slider_trailing_fill = true;
    let widgets = &mut visuals.widgets;
    for (widget, fill, border) in [
        (&mut widgets.noninteractive, palette.faint, palette.faint),
        (&mut widgets.inactive, palette.control, palette.line),
        (&mut widgets.hovered, palette.control_hover, palette.accent),
        (&mut widgets.active, palette.control_hover, palette.accent),
        (&mut widgets.open, palette.control_hover, palette.accent),
    ] {
        widget.bg_fill = color(fill);
        widget.weak_bg_fill = color(fill);
        widget.bg_stroke = Stroke::new(1.0, color(border));
        widget.fg_stroke = Stroke::new(1.5, text);
        widget.corner_radius = CornerRadius::same(CORNER);
        widget.expansion = 0.0;
    }
    visuals.widgets.noninteractive.bg_fill = color(palette.panel);
}

pub fn color(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// The palette of the theme in use.
pub fn palette(ui: &Ui) -> Palette {
    Palette::of(theme(ui))
}

pub fn theme(ui: &Ui) -> Theme {
    let visuals = ui.visuals();
    if !visuals.dark_mode {
        Theme::Light
    } else if visuals.panel_fill == color(Palette::of(Theme::Contrast).panel) {
        Theme::Contrast
    } else {
        Theme::Dark
    }
}

/// Gives the window its theme. egui knows light and dark only: high contrast takes the place of dark.
pub fn dress(ctx: &egui::Context, choice: ThemeChoice) {
    let dark = if choice == ThemeChoice::Contrast {
        Theme::Contrast
    } else {
        Theme::Dark
    };
    ctx.style_mut_of(egui::Theme::Dark, |style| {
        colour(&mut style.visuals, &Palette::of(dark));
    });
    ctx.set_theme(match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark | ThemeChoice::Contrast => ThemePreference::Dark,
    });
}

pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).family(bold_family())
}

pub fn small(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .size(SMALL)
        .color(color(palette(ui).muted))
}

/// A frame without a border, filled with the colour behind the chart.
pub fn ground(ui: &Ui) -> egui::Frame {
    egui::Frame::new()
        .fill(color(palette(ui).ground))
        .inner_margin(MARGIN)
}

/// Whether what comes next can wait for the second frame: the window is there sooner when its first
/// frame lays out only what it shows.
pub fn can_wait(ui: &Ui) -> bool {
    let waits = ui.ctx().cumulative_frame_nr() == 0 && ui.cursor().top() > ui.clip_rect().bottom();
    if waits {
        ui.ctx().request_repaint();
    }
    waits
}

/// A raised surface on a panel.
pub fn card(ui: &Ui) -> egui::Frame {
    let palette = palette(ui);
    egui::Frame::new()
        .fill(color(palette.card))
        .stroke(Stroke::new(1.0, color(palette.faint)))
        .corner_radius(CornerRadius::same(CORNER + 2))
        .inner_margin(MARGIN)
}
