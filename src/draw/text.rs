//! Text widths, from the very font that the window and the exports use.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::scene::Weight;

/// The font files: Noto Sans, SIL Open Font License.
pub fn fonts(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => notosans::REGULAR_TTF,
        Weight::Bold => notosans::BOLD_TTF,
    }
}

/// Advance widths, in ems, of the characters below 0x2100; others are looked up each time.
struct Widths {
    font: Option<FontRef<'static>>,
    table: Vec<f32>,
}

const TABLE: u32 = 0x2100;

static REGULAR: LazyLock<Widths> = LazyLock::new(|| Widths::new(Weight::Regular));
static BOLD: LazyLock<Widths> = LazyLock::new(|| Widths::new(Weight::Bold));

impl Widths {
    fn new(weight: Weight) -> Self {
        let mut widths = Self {
            font: FontRef::new(fonts(weight)).ok(),
            table: Vec::new(),
        };
        widths.table = (0..TABLE)
            .map(|code| char::from_u32(code).map_or(0.0, |c| widths.measure(c)))
            .collect();
        widths
    }

    fn of(&self, c: char) -> f32 {
        match self.table.get(c as usize) {
            Some(width) => *width,
            None => self.measure(c),
        }
    }

    fn measure(&self, c: char) -> f32 {
        // A character that the font lacks is drawn by a wider one.
        const FALLBACK: f32 = 1.0;
        let Some(font) = &self.font else {
            return FALLBACK;
        };
        font.charmap()
            .map(c)
            .and_then(|glyph| {
                font.glyph_metrics(Size::new(1.0), LocationRef::default())
                    .advance_width(glyph)
            })
            .unwrap_or(FALLBACK)
    }
}

/// Width of one line of text at `size`, in the same unit as `size`.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let widths = match weight {
        Weight::Regular => &*REGULAR,
        Weight::Bold => &*BOLD,
    };
    text.chars().map(|c| widths.of(c)).sum::<f32>() * size
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
        for c in word.chars() {
            let last = lines.len() - 1;
            if !lines[last].is_empty() && !fits(&format!("{}{c}", lines[last])) {
                lines.push(String::new());
            }
            let last = lines.len() - 1;
            lines[last].push(c);
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
