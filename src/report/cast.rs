//! Which font draws which characters of a picture: those that ours lack are given to another one by
//! name, run by run, for a whole text in that font would change what ours can draw.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{
    Database, FaceInfo, Family, Language, Query, Source, Weight as Boldness,
};
use unicode_segmentation::UnicodeSegmentation;

use crate::draw::{Hand, Weight, fonts, hand, symbol_fonts};
use crate::store::{SystemFont, SystemFonts};

/// The fonts of most pictures.
static OURS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for font in [Weight::Regular, Weight::Bold].map(fonts) {
        database.load_font_source(Source::Binary(Arc::new(font)));
    }
    Arc::new(database)
});

/// The fonts of a picture, and the families of the characters that ours lack.
pub struct Cast {
    pub database: Arc<Database>,
    families: HashMap<char, String>,
}

/// The characters of a text that no font here draws, each once.
pub fn undrawn(text: &str, system: &SystemFonts) -> BTreeSet<char> {
    let found = system.find(&given_to(Hand::System, text), Weight::Regular);
    let lost = found.into_iter().filter(|(_, font)| font.is_none());
    lost.map(|(sign, _)| sign).collect()
}

fn given_to(whom: Hand, text: &str) -> BTreeSet<char> {
    text.chars().filter(|&sign| hand(sign) == whom).collect()
}

impl Cast {
    /// Finds the fonts for a picture. Where ours have everything they are alone, and the computer's are
    /// not looked at: such a picture is the same everywhere.
    pub fn new(svg: &str, system: &SystemFonts) -> Self {
        let mut cast = Self {
            database: OURS.clone(),
            families: HashMap::new(),
        };
        for (at, font) in symbol_fonts().into_iter().enumerate() {
            let signs = given_to(Hand::Symbols(at), svg);
            if !signs.is_empty() {
                cast.symbols(at, font, signs);
            }
        }
        let lacking = given_to(Hand::System, svg);
        let [regular, bold] =
            [Weight::Regular, Weight::Bold].map(|weight| system.find(&lacking, weight));
        let mut pairs: BTreeMap<[String; 2], String> = BTreeMap::new();
        for sign in lacking {
            let (Some(Some(regular)), Some(Some(bold))) = (regular.get(&sign), bold.get(&sign))
            else {
                continue;
            };
            let count = pairs.len();
            let family = pairs
                .entry([regular, bold].map(SystemFont::name))
                .or_insert_with(|| {
                    let family = format!("system-{count}");
                    cast.engage(regular.face(), &family, Boldness::NORMAL);
                    cast.engage(bold.face(), &family, Boldness::BOLD);
                    family
                });
            cast.families.insert(sign, family.clone());
        }
        cast
    }

    fn symbols(&mut self, at: usize, font: &'static [u8], signs: BTreeSet<char>) {
        let family = format!("symbols-{at}");
        let mut database = Database::new();
        database.load_font_source(Source::Binary(Arc::new(font)));
        for face in database.faces() {
            self.engage(face, &family, Boldness::NORMAL);
        }
        let signs = signs.into_iter().map(|sign| (sign, family.clone()));
        self.families.extend(signs);
    }

    /// Adds a font under a name by which nothing else is found.
    fn engage(&mut self, face: &FaceInfo, family: &str, weight: Boldness) {
        let families = vec![(family.to_owned(), Language::English_UnitedStates)];
        Arc::make_mut(&mut self.database).push_face_info(FaceInfo {
            families,
            weight,
            ..face.clone()
        });
    }

    /// The picture with its texts given to their fonts.
    pub fn dress<'a>(&self, svg: &'a str) -> Cow<'a, str> {
        if self.families.is_empty() {
            return Cow::Borrowed(svg);
        }
        let mut dressed = String::new();
        let mut rest = svg;
        while let Some((before, within)) = split_after(rest, "<text ") {
            let Some((head, after)) = split_after(within, ">") else {
                break;
            };
            let end = after.find("</text>").unwrap_or(after.len());
            let text = &after[..end];
            dressed.extend([before, head]);
            match self.placed(head, text) {
                Some(placed) => dressed.push_str(&placed),
                None => dressed.push_str(text),
            }
            rest = &after[end..];
        }
        dressed.push_str(rest);
        Cow::Owned(dressed)
    }

    /// A text run by run, each placed behind the former: what is placed is shaped alone, in its font.
    /// `None` where ours draw all of it.
    fn placed(&self, head: &str, text: &str) -> Option<String> {
        let runs = self.runs(text);
        if runs.iter().all(|run| run.family.is_none()) {
            return None;
        }
        let size: f32 = attribute(head, "font-size")?.parse().ok()?;
        let bold = attribute(head, "font-weight").is_some();
        let widths = runs.iter().map(|run| self.width(run, bold) * size);
        let widths: Vec<f32> = widths.collect();
        let mut x: f32 = attribute(head, "x")?.parse().ok()?;
        if attribute(head, "text-anchor") == Some("middle") {
            x -= widths.iter().sum::<f32>() / 2.0;
        }
        let mut placed = String::new();
        for (run, width) in runs.iter().zip(widths) {
            let family = run.family.unwrap_or(OUR_FAMILY);
            let _ = write!(
                placed,
                "<tspan x=\"{x:.2}\" text-anchor=\"start\" font-family=\"{family}\" \
                 xml:space=\"preserve\">{}</tspan>",
                run.text
            );
            x += width;
        }
        Some(placed)
    }

    /// The runs of a text, each in one font; what stands between two in the same is theirs.
    fn runs<'t>(&self, text: &'t str) -> Vec<Run<'_, 't>> {
        let mut runs: Vec<Run<'_, 't>> = Vec::new();
        let mut begin = 0;
        for (at, letter) in text.grapheme_indices(true) {
            let sign = letter.chars().next();
            let family = sign.and_then(|sign| self.families.get(&sign));
            let family = family.map(String::as_str);
            let end = at + letter.len();
            match runs.last_mut() {
                Some(last) if last.family == family => last.text = &text[begin..end],
                _ => {
                    begin = at;
                    runs.push(Run {
                        family,
                        text: letter,
                    });
                }
            }
            if let [.., first, between, last] = &runs[..]
                && first.family.is_some()
                && first.family == last.family
                && self.has_spaces(first.family, between.text)
            {
                begin = at - between.text.len() - first.text.len();
                let family = first.family;
                runs.truncate(runs.len() - 3);
                let text = &text[begin..end];
                runs.push(Run { family, text });
            }
        }
        runs
    }

    /// Whether a text is nothing but spaces, and a family has them.
    fn has_spaces(&self, family: Option<&str>, text: &str) -> bool {
        let of = |face: &rustybuzz::Face<'_>| text.chars().all(|c| face.glyph_index(c).is_some());
        text.chars().all(char::is_whitespace) && self.with_face(family, false, of) == Some(true)
    }

    /// The width of a run, in ems.
    fn width(&self, run: &Run<'_, '_>, bold: bool) -> f32 {
        let text = MARKS
            .iter()
            .fold(run.text.to_owned(), |text, (mark, meant)| {
                text.replace(mark, meant)
            });
        let shaped = self.with_face(run.family, bold, |face| {
            let mut buffer = rustybuzz::UnicodeBuffer::new();
            buffer.push_str(&text);
            let shaped = rustybuzz::shape(face, &[], buffer);
            let advances = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance);
            advances.sum::<i32>() as f32 / face.units_per_em() as f32
        });
        shaped.unwrap_or_default()
    }

    fn with_face<T>(
        &self,
        family: Option<&str>,
        bold: bool,
        act: impl FnOnce(&rustybuzz::Face<'_>) -> T,
    ) -> Option<T> {
        let id = self.database.query(&Query {
            families: &[Family::Name(family.unwrap_or(OUR_FAMILY))],
            weight: if bold {
                Boldness::BOLD
            } else {
                Boldness::NORMAL
            },
            ..Query::default()
        })?;
        self.database.with_face_data(id, |bytes, index| {
            rustybuzz::Face::from_slice(bytes, index).map(|face| act(&face))
        })?
    }
}

/// A part of a text that one font draws; ours where there is no family.
struct Run<'f, 't> {
    family: Option<&'f str>,
    text: &'t str,
}

const OUR_FAMILY: &str = "Noto Sans";
/// Marks of XML that stand for others, `&` last.
const MARKS: [(&str, &str); 4] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&amp;", "&"),
];

/// The value of an attribute of an element.
fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mark = format!("{name}=\"");
    let found = head.match_indices(&mark);
    let mut whole = found.filter(|(at, _)| *at == 0 || head[..*at].ends_with(' '));
    let value = &head[whole.next()?.0 + mark.len()..];
    value.split('"').next()
}

/// What stands before the end of the first `mark`, and after it.
fn split_after<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let at = text.find(mark)? + mark.len();
    Some(text.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cast() -> Cast {
        Cast::new(
            "<text x=\"1\">a 😀</text>",
            &SystemFonts::of_files(Vec::new()),
        )
    }

    #[test]
    fn runs_are_placed_one_after_the_other_and_our_texts_stay() {
        let cast = cast();
        let texts = |svg: &str| cast.dress(svg).into_owned();
        let ours = "<text x=\"1.0\" font-size=\"10.0\">a &lt; b</text>\n";
        assert_eq!(texts(ours), ours);
        let mixed = "<text x=\"1.0\" font-size=\"10.0\" text-anchor=\"start\">a 😀 😀 b</text>";
        let dressed = texts(mixed);
        let places: Vec<f32> = dressed
            .match_indices("<tspan x=\"")
            .map(|(at, mark)| {
                let rest = &dressed[at + mark.len()..];
                rest.split('"').next().unwrap().parse().unwrap()
            })
            .collect();
        assert_eq!(places.len(), 3, "{dressed}");
        assert_eq!(places[0], 1.0);
        assert!(places.is_sorted() && places[2] > 30.0, "{dressed}");
        // The space between two symbols is drawn with them.
        assert!(dressed.contains(">😀 😀</tspan>"), "{dressed}");
    }
}
