//! A colour, and how well it is read on another.

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    pub const WHITE: Self = Self(0xff, 0xff, 0xff);
    /// The least contrast of a text with what is behind it (WCAG 2.2, AA).
    pub const LEAST_FOR_TEXT: f64 = 4.5;

    /// As in a web page: `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Reads `#rrggbb`, in either case, with or without its sign.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let all = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = all.to_be_bytes();
        Some(Self(red, green, blue))
    }

    /// So much of it on white, from 0 to 1.
    pub fn tint(self, share: f32) -> Self {
        let mix = |channel: u8| {
            let (own, white) = (f32::from(channel), 255.0);
            (white + (own - white) * share).round() as u8
        };
        Self(mix(self.0), mix(self.1), mix(self.2))
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let black = Rgb(0, 0, 0);
        assert!((black.contrast(Rgb::WHITE) - 21.0).abs() < 1e-9);
        assert!((Rgb::WHITE.contrast(Rgb::WHITE) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_colour_is_read_as_it_is_written_and_nothing_else_is() {
        let color = Rgb(0x0b, 0x57, 0xa4);
        assert_eq!(Rgb::from_hex(&color.hex()), Some(color));
        assert_eq!(Rgb::from_hex(" 0B57A4 "), Some(color));
        for wrong in ["", "#", "#0b57a", "#0b57a40", "bleu", "#+b57a4", "#0b57à"] {
            assert_eq!(Rgb::from_hex(wrong), None, "{wrong}");
        }
        assert_eq!(color.tint(1.0), color);
        assert_eq!(color.tint(0.0), Rgb::WHITE);
    }
}
