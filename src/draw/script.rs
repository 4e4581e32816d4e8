//! Which writing a character belongs to, as far as fonts differ by it.

use std::borrow::Cow;

/// A writing for which fonts are made of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    /// Arabic, Persian, Urdu.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Thai.
    Thai,
    /// The writings of India.
    Indic,
    /// The characters of Chinese, which Japanese and Korean use as well.
    Han,
    /// The syllables of Japanese.
    Kana,
    /// The syllables of Korean.
    Hangul,
    /// Emoji.
    Emoji,
    /// Everything else.
    Other,
}

impl Script {
    /// The script of a character.
    pub fn of(sign: char) -> Self {
        match u32::from(sign) {
            0x0590..=0x05ff | 0xfb1d..=0xfb4f => Self::Hebrew,
            0x0600..=0x077f | 0x0860..=0x08ff | 0xfb50..=0xfdff | 0xfe70..=0xfefe => Self::Arabic,
            0x0900..=0x0dff => Self::Indic,
            0x0e00..=0x0e7f => Self::Thai,
            0x3040..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f => Self::Kana,
            0x1100..=0x11ff | 0x3130..=0x318f | 0xa960..=0xa97f | 0xac00..=0xd7ff => Self::Hangul,
            0x2e80..=0x303f
            | 0x3100..=0x312f
            | 0x31a0..=0x31ef
            | 0x3200..=0x9fff
            | 0xf900..=0xfaff
            | 0xfe30..=0xfe4f
            | 0xff00..=0xff65
            | 0xffe0..=0xffe6
            | 0x20000..=0x3ffff => Self::Han,
            0x2600..=0x27bf | 0x1f000..=0x1faff => Self::Emoji,
            _ => Self::Other,
        }
    }

    /// Whether its characters fill a square.
    pub fn is_square(self) -> bool {
        matches!(self, Self::Han | Self::Kana | Self::Hangul)
    }
}

/// Whether a character is never drawn: it only tells how its neighbours are.
pub fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || sign.is_whitespace()
        || matches!(u32::from(sign),
            0xad | 0x61c | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f
            | 0xfe00..=0xfe0f | 0xfeff | 0xe0000..=0xe0fff)
}

/// A line as it is seen by who draws words from left to right, each shaped in its own direction: words
/// that follow each other in a script that is written to the left change places.
pub fn as_seen(line: &str) -> Cow<'_, str> {
    let leftwards = |word: &str| {
        let first = word.chars().find(|sign| sign.is_alphabetic());
        matches!(first.map(Script::of), Some(Script::Arabic | Script::Hebrew))
    };
    if !line.split(' ').any(leftwards) {
        return Cow::Borrowed(line);
    }
    let mut words: Vec<&str> = line.split(' ').collect();
    for stretch in words.chunk_by_mut(|a, b| leftwards(a) == leftwards(b)) {
        if stretch.iter().all(|word| leftwards(word)) {
            stretch.reverse();
        }
    }
    Cow::Owned(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_written_to_the_left_change_places_and_no_others() {
        assert_eq!(as_seen("Łódź et Cie"), "Łódź et Cie");
        assert_eq!(as_seen("חברת החשמל"), "החשמל חברת");
        assert_eq!(as_seen("Delormeחברת החשמל"), "Delormeחברת החשמל");
        let mixed = "Pourquoi : חברת החשמל est ici, שלום";
        assert_eq!(as_seen(mixed), "Pourquoi : החשמל חברת est ici, שלום");
    }

    #[test]
    fn names_are_of_their_scripts() {
        for (name, script) in [
            ("شركة", Script::Arabic),
            ("חברה", Script::Hebrew),
            ("บริษัท", Script::Thai),
            ("株式会社", Script::Han),
            ("サンプル", Script::Kana),
            ("한국전력", Script::Hangul),
            ("🦊", Script::Emoji),
            ("Ελλάς Україна Łódź", Script::Other),
        ] {
            for sign in name.chars() {
                assert_eq!(Script::of(sign), script, "{sign}");
            }
        }
    }
}
