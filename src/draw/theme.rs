//! The one place for colours, used by the window and by the exports.

use super::scene::Ink;
use crate::color::Rgb;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    /// Black, white and yellow, for poor projectors and poor eyes.
    Contrast,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// What [`Theme::from_name`] knows.
    pub const NAMES: [&'static str; 3] = ["light", "dark", "contrast"];

    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            "contrast" => Some(Self::Contrast),
            _ => None,
        }
    }
}

/// The colours of a theme, by what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind the chart.
    pub ground: Rgb,
    /// Behind the cards and answers.
    pub panel: Rgb,
    /// A card.
    pub card: Rgb,
    /// What can be pressed or filled in.
    pub control: Rgb,
    pub control_hover: Rgb,
    pub text: Rgb,
    pub muted: Rgb,
    /// Borders and hierarchical lines.
    pub line: Rgb,
    /// Separators that carry no meaning.
    pub faint: Rgb,
    pub frame: Rgb,
    pub unit: Rgb,
    pub accent: Rgb,
    pub on_accent: Rgb,
    pub soft: Rgb,
    /// Reasons against, and warnings.
    pub against: Rgb,
    /// Behind a notice of what went wrong.
    pub notice: Rgb,
    /// What went well, and what is behind the words that tell it.
    pub good: Rgb,
    pub done: Rgb,
    /// Bands around lines, with text on them.
    pub series: [Rgb; 6],
    /// Areas that share a whole, from what holds most of it on, with text on them: one scale for all.
    pub shares: [Rgb; 6],
    /// Lines side by side, and text of their colour.
    pub strokes: [Rgb; 4],
}

const LIGHT: Palette = Palette {
    ground: Rgb(0xff, 0xff, 0xff),
    panel: Rgb(0xf1, 0xf4, 0xf7),
    card: Rgb(0xff, 0xff, 0xff),
    control: Rgb(0xe4, 0xe9, 0xef),
    control_hover: Rgb(0xd5, 0xdd, 0xe6),
    text: Rgb(0x16, 0x20, 0x2c),
    muted: Rgb(0x4d, 0x59, 0x68),
    line: Rgb(0x73, 0x7f, 0x8e),
    faint: Rgb(0xd3, 0xda, 0xe2),
    frame: Rgb(0xf6, 0xf8, 0xfa),
    unit: Rgb(0xff, 0xff, 0xff),
    accent: Rgb(0x0b, 0x57, 0xa4),
    on_accent: Rgb(0xff, 0xff, 0xff),
    soft: Rgb(0xdb, 0xe9, 0xf8),
    against: Rgb(0xa3, 0x47, 0x08),
    notice: Rgb(0xff, 0xf1, 0xd6),
    good: Rgb(0x1b, 0x6e, 0x38),
    done: Rgb(0xe3, 0xf4, 0xe7),
    series: [
        Rgb(0xc9, 0xde, 0xf5),
        Rgb(0xf9, 0xdf, 0xb4),
        Rgb(0xc8, 0xe9, 0xd0),
        Rgb(0xf5, 0xd0, 0xda),
        Rgb(0xdd, 0xd3, 0xf4),
        Rgb(0xcd, 0xe4, 0xe6),
    ],
    shares: [
        Rgb(0x8f, 0xbb, 0xe8),
        Rgb(0xb0, 0xd0, 0xf0),
        Rgb(0xcb, 0xe0, 0xf5),
        Rgb(0xdd, 0xea, 0xf8),
        Rgb(0xe9, 0xf1, 0xf9),
        Rgb(0xf2, 0xf6, 0xfb),
    ],
    strokes: [
        Rgb(0x0b, 0x57, 0xa4),
        Rgb(0xa3, 0x47, 0x08),
        Rgb(0x1b, 0x6e, 0x38),
        Rgb(0x8a, 0x2f, 0x5c),
    ],
};

const DARK: Palette = Palette {
    ground: Rgb(0x12, 0x16, 0x1d),
    panel: Rgb(0x18, 0x1e, 0x27),
    card: Rgb(0x20, 0x28, 0x33),
    control: Rgb(0x2d, 0x37, 0x45),
    control_hover: Rgb(0x3a, 0x46, 0x57),
    text: Rgb(0xee, 0xf2, 0xf6),
    muted: Rgb(0xb3, 0xbf, 0xcd),
    line: Rgb(0x87, 0x95, 0xa6),
    faint: Rgb(0x36, 0x41, 0x50),
    frame: Rgb(0x18, 0x1e, 0x27),
    unit: Rgb(0x25, 0x2e, 0x3b),
    accent: Rgb(0x74, 0xb8, 0xff),
    on_accent: Rgb(0x06, 0x14, 0x24),
    soft: Rgb(0x1d, 0x38, 0x57),
    against: Rgb(0xff, 0xaa, 0x5e),
    notice: Rgb(0x4a, 0x37, 0x12),
    good: Rgb(0x6f, 0xd6, 0x95),
    done: Rgb(0x16, 0x35, 0x22),
    series: [
        Rgb(0x1f, 0x41, 0x66),
        Rgb(0x5e, 0x46, 0x14),
        Rgb(0x1e, 0x50, 0x33),
        Rgb(0x60, 0x2c, 0x3f),
        Rgb(0x44, 0x36, 0x6e),
        Rgb(0x24, 0x4b, 0x50),
    ],
    shares: [
        Rgb(0x2b, 0x5f, 0x96),
        Rgb(0x26, 0x4f, 0x7a),
        Rgb(0x21, 0x42, 0x63),
        Rgb(0x1d, 0x36, 0x4f),
        Rgb(0x1a, 0x2c, 0x40),
        Rgb(0x18, 0x24, 0x32),
    ],
    strokes: [
        Rgb(0x74, 0xb8, 0xff),
        Rgb(0xff, 0xaa, 0x5e),
        Rgb(0x6f, 0xd6, 0x95),
        Rgb(0xf2, 0x9b, 0xc6),
    ],
};

const CONTRAST: Palette = Palette {
    ground: Rgb(0x00, 0x00, 0x00),
    panel: Rgb(0x00, 0x00, 0x00),
    card: Rgb(0x0a, 0x0a, 0x0a),
    control: Rgb(0x26, 0x26, 0x26),
    control_hover: Rgb(0x40, 0x40, 0x40),
    text: Rgb(0xff, 0xff, 0xff),
    muted: Rgb(0xe6, 0xe6, 0xe6),
    line: Rgb(0xff, 0xff, 0xff),
    faint: Rgb(0x8c, 0x8c, 0x8c),
    frame: Rgb(0x00, 0x00, 0x00),
    unit: Rgb(0x00, 0x00, 0x00),
    accent: Rgb(0xff, 0xe1, 0x00),
    on_accent: Rgb(0x00, 0x00, 0x00),
    soft: Rgb(0x33, 0x2e, 0x00),
    against: Rgb(0xff, 0xa8, 0x6b),
    notice: Rgb(0x33, 0x2e, 0x00),
    good: Rgb(0x66, 0xff, 0x99),
    done: Rgb(0x00, 0x2e, 0x14),
    series: [
        Rgb(0x00, 0x3d, 0x66),
        Rgb(0x5c, 0x3a, 0x00),
        Rgb(0x00, 0x4d, 0x26),
        Rgb(0x66, 0x1a, 0x33),
        Rgb(0x3d, 0x26, 0x73),
        Rgb(0x1a, 0x4d, 0x4d),
    ],
    shares: [
        Rgb(0x00, 0x4d, 0x80),
        Rgb(0x00, 0x3d, 0x66),
        Rgb(0x00, 0x2f, 0x4d),
        Rgb(0x00, 0x22, 0x38),
        Rgb(0x00, 0x18, 0x26),
        Rgb(0x00, 0x0f, 0x18),
    ],
    strokes: [
        Rgb(0xff, 0xe1, 0x00),
        Rgb(0x66, 0xcc, 0xff),
        Rgb(0x66, 0xff, 0x99),
        Rgb(0xff, 0xa3, 0xd1),
    ],
};

impl Palette {
    pub fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
            Theme::Contrast => CONTRAST,
        }
    }

    /// The colours of a theme with an accent of someone's own. It was chosen for white: other themes
    /// keep theirs.
    pub fn branded(theme: Theme, accent: Option<Rgb>) -> Self {
        let palette = Self::of(theme);
        let Some(accent) = accent.filter(|_| theme == Theme::Light) else {
            return palette;
        };
        let mut strokes = palette.strokes;
        strokes[0] = accent;
        Self {
            accent,
            soft: accent.tint(0.14),
            shares: [0.45, 0.32, 0.22, 0.15, 0.09, 0.05].map(|share| accent.tint(share)),
            strokes,
            // What is written in the accent must be read on everything that is behind it.
            panel: palette.ground,
            frame: palette.ground,
            ..palette
        }
    }

    /// The colour of an ink.
    pub fn ink(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Text => self.text,
            Ink::Muted => self.muted,
            Ink::Line => self.line,
            Ink::Ground => self.ground,
            Ink::Frame => self.frame,
            Ink::Box => self.unit,
            Ink::Accent => self.accent,
            Ink::OnAccent => self.on_accent,
            Ink::Soft => self.soft,
            Ink::Faint => self.faint,
            Ink::Share(rank) => self.shares[usize::from(rank).min(self.shares.len() - 1)],
            Ink::Against => self.against,
            Ink::Notice => self.notice,
            Ink::Series(index) => self.series[usize::from(index) % self.series.len()],
            Ink::Stroke(index) => self.strokes[usize::from(index) % self.strokes.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair of a text colour and a background that the program uses.
    fn text_pairs(palette: &Palette) -> Vec<(Rgb, Rgb)> {
        let grounds = [
            palette.ground,
            palette.panel,
            palette.card,
            palette.frame,
            palette.unit,
            palette.soft,
            palette.control,
            palette.control_hover,
            palette.notice,
            palette.done,
        ];
        let mut pairs = vec![
            (palette.on_accent, palette.accent),
            (palette.good, palette.done),
            (palette.against, palette.notice),
        ];
        let areas = palette.series.into_iter().chain(palette.shares);
        for ground in grounds.into_iter().chain(areas) {
            pairs.push((palette.text, ground));
        }
        for ground in [palette.ground, palette.panel, palette.card, palette.frame] {
            pairs.extend([
                (palette.muted, ground),
                (palette.accent, ground),
                (palette.against, ground),
            ]);
            pairs.extend(palette.strokes.map(|stroke| (stroke, ground)));
        }
        pairs
    }

    /// Every theme, and the light one with the palest accents that are taken.
    fn palettes() -> Vec<(Theme, Palette)> {
        let usual = Theme::ALL.map(|theme| (theme, Palette::of(theme)));
        let own = [
            "#767676", "#c2410c", "#008a00", "#000000", "#ff0000", "#0000ff",
        ];
        let own = own.into_iter().filter_map(Rgb::from_hex);
        let own = own.filter(|color| color.contrast(Rgb::WHITE) >= Rgb::LEAST_FOR_TEXT);
        let own = own.map(|color| (Theme::Light, Palette::branded(Theme::Light, Some(color))));
        usual.into_iter().chain(own).collect()
    }

    #[test]
    fn an_accent_of_ones_own_is_for_white_paper_alone() {
        let accent = Rgb::from_hex("#7a1f5c");
        let light = Palette::branded(Theme::Light, accent);
        assert_eq!(Some(light.accent), accent);
        assert_eq!(Palette::branded(Theme::Dark, accent), DARK);
        assert_eq!(Palette::branded(Theme::Light, None), LIGHT);
    }

    #[test]
    fn every_text_passes_wcag_aa() {
        for (theme, palette) in palettes() {
            for (text, ground) in text_pairs(&palette) {
                let ratio = text.contrast(ground);
                // High contrast keeps the stricter level, AAA.
                let least = if theme == Theme::Contrast { 7.0 } else { 4.5 };
                assert!(
                    ratio >= least,
                    "{theme:?}: {} on {}: {ratio:.2}",
                    text.hex(),
                    ground.hex()
                );
            }
            for ground in [palette.ground, palette.frame, palette.unit, palette.card] {
                // Lines and shapes that carry meaning.
                assert!(palette.line.contrast(ground) >= 3.0, "{theme:?}: line");
            }
        }
    }
}
