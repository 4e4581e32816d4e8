//! Text widths, from the very font that the window and the exports use.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_segmentation::UnicodeSegmentation;

use super::scene::Weight;
use super::script::{Script, is_unseen};

/// The font files: Noto Sans, SIL Open Font License.
pub fn fonts(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
        Weight::Bold => include_bytes!("../../assets/fonts/NotoSans-Bold.ttf"),
    }
}

/// The fonts of symbols, emoji among them, that stand behind ours.
pub fn symbol_fonts() -> [&'static [u8]; 2] {
    [
        epaint_default_fonts::NOTO_EMOJI_REGULAR,
        epaint_default_fonts::EMOJI_ICON,
    ]
}

/// Whose fonts draw a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Ours, or none, for it is not seen.
    Ours,
    /// The font of symbols at this place.
    Symbols(usize),
    /// Those of the computer, where they have it.
    System,
}

/// Whose fonts draw a character.
pub fn hand(sign: char) -> Hand {
    if sign.is_ascii() || is_unseen(sign) || REGULAR.has(sign) {
        return Hand::Ours;
    }
    let symbols = SYMBOLS.iter().position(|font| font.has(sign));
    symbols.map_or(Hand::System, Hand::Symbols)
}

/// Advance widths, in ems, of the characters below 0x2100; others are looked up each time.
struct Widths {
    font: Option<FontRef<'static>>,
    table: Vec<Option<f32>>,
}

const TABLE: u32 = 0x2100;

static REGULAR: LazyLock<Widths> = LazyLock::new(|| Widths::new(fonts(Weight::Regular), TABLE));
static BOLD: LazyLock<Widths> = LazyLock::new(|| Widths::new(fonts(Weight::Bold), TABLE));
static SYMBOLS: LazyLock<[Widths; 2]> =
    LazyLock::new(|| symbol_fonts().map(|font| Widths::new(font, 0)));

impl Widths {
    fn new(font: &'static [u8], table: u32) -> Self {
        let mut widths = Self {
            font: FontRef::new(font).ok(),
            table: Vec::new(),
        };
        widths.table = (0..table)
            .map(|code| widths.measure(char::from_u32(code)?))
            .collect();
        widths
    }

    /// The width of a character that the font has.
    fn of(&self, c: char) -> Option<f32> {
        match self.table.get(c as usize) {
            Some(width) => *width,
            None => self.measure(c),
        }
    }

    fn has(&self, c: char) -> bool {
        self.of(c).is_some()
    }

    fn measure(&self, c: char) -> Option<f32> {
        let font = self.font.as_ref()?;
        let glyph = font.charmap().map(c)?;
        font.glyph_metrics(Size::new(1.0), LocationRef::default())
            .advance_width(glyph)
    }
}

/// The width, in ems, of a character that is drawn in a font of the computer. Which one is not known
/// here, so that a picture has the same layout everywhere: no name in common fonts is wider.
fn wide(sign: char) -> f32 {
    if Script::of(sign).is_square() {
        1.0
    } else if Script::of(sign) == Script::Emoji {
        1.3
    } else {
        0.75
    }
}

/// Width of one line of text at `size`, in the same unit as `size`.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let widths = match weight {
        Weight::Regular => &*REGULAR,
        Weight::Bold => &*BOLD,
    };
    let ours: Option<f32> = text.chars().map(|c| widths.of(c)).sum();
    let ems = ours.unwrap_or_else(|| {
        let letters = text.graphemes(true);
        letters.map(|letter| letter_width(letter, widths)).sum()
    });
    ems * size
}

/// The width, in ems, of a letter with all that is set above, below and within it.
fn letter_width(letter: &str, widths: &Widths) -> f32 {
    let signs = letter.chars().enumerate();
    let of = |(at, sign): (usize, char)| {
        let known = std::iter::once(widths).chain(&*SYMBOLS);
        match known.filter_map(|font| font.of(sign)).next() {
            _ if is_unseen(sign) && !sign.is_whitespace() => 0.0,
            Some(width) => width,
            // A mark stands with its letter; an emoji after another is drawn beside it.
            None if at > 0 && Script::of(sign) != Script::Emoji => 0.0,
            None => wide(sign),
        }
    };
    signs.map(of).sum()
}

/// Breaks a text into lines no wider than `room`, at spaces where it can, within words where it
/// must; past `most` lines the last one ends with an ellipsis.
pub fn wrap(text: &str, size: f32, weight: Weight, room: f32, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= room;
    let mut lines: Vec<String> = vec![String::new()];
    // A no-break space is white space, but not a place to break.
    for word in text
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
    {
        let last = lines.len() - 1;
        let joined = if lines[last].is_empty() {
            word.to_owned()
        } else {
            format!("{} {word}", lines[last])
        };
        if fits(&joined) {
            lines[last] = joined;
            continue;
        }
        if !lines[last].is_empty() {
            lines.push(String::new());
        }
        for letter in word.graphemes(true) {
            let last = lines.len() - 1;
            if !lines[last].is_empty() && !fits(&format!("{}{letter}", lines[last])) {
                lines.push(String::new());
            }
            let last = lines.len() - 1;
            lines[last].push_str(letter);
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_spaces_then_within_words_then_cuts() {
        let lines = |text, room, most| wrap(text, 10.0, Weight::Regular, room, most);
        assert_eq!(lines("un deux", 1000.0, 3), ["un deux"]);
        assert_eq!(
            lines("un deux", width("deux ", 10.0, Weight::Regular), 3),
            ["un", "deux"]
        );
        let cut = lines("anticonstitutionnellement", 40.0, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…'));
        for line in cut {
            assert!(width(&line, 10.0, Weight::Regular) <= 40.0, "{line}");
        }
        // The no-break space holds.
        assert_eq!(lines("a\u{a0}b", 11.0, 3).concat(), "a\u{a0}b");
    }
}
