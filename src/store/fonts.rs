//! The fonts of this computer, for the characters that ours lack. They are looked for only once such
//! a character is to be drawn, for that takes time.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::Read;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use resvg::usvg::fontdb::{Database, FaceInfo, Source, Stretch, Style};
use skrifa::{FontRef, MetadataProvider};

use crate::draw::{Script, Weight};

/// Bytes of the largest font that is read: those that hold all of China's characters have some 20
/// million.
const MAX_FONT: u64 = 64 * 1024 * 1024;

/// What a font file holds.
pub type FontBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A font of this computer.
#[derive(Clone)]
pub struct SystemFont {
    /// With its bytes.
    face: FaceInfo,
    bytes: FontBytes,
}

impl SystemFont {
    /// A name that no other font has.
    pub fn name(&self) -> String {
        format!("{} {}", self.face.post_script_name, self.face.index)
    }

    /// The whole file.
    pub fn bytes(&self) -> FontBytes {
        self.bytes.clone()
    }

    /// Which font of the file it is.
    pub fn index(&self) -> u32 {
        self.face.index
    }

    /// The font as pictures are made with it.
    pub(crate) fn face(&self) -> &FaceInfo {
        &self.face
    }
}

/// The fonts in which characters are found that ours lack.
#[derive(Clone)]
pub struct SystemFonts(Arc<LazyLock<Mutex<Shelf>, Fill>>);

/// Reads the fonts.
type Fill = Box<dyn FnOnce() -> Mutex<Shelf> + Send>;

impl SystemFonts {
    /// The fonts of this computer. They are read when one is first asked for.
    pub fn of_computer() -> Self {
        Self::read_by(|| {
            let mut database = Database::new();
            database.load_system_fonts();
            database
        })
    }

    /// The fonts in these files.
    pub fn of_files(files: Vec<Vec<u8>>) -> Self {
        Self::read_by(move || {
            let mut database = Database::new();
            for file in files {
                database.load_font_data(file);
            }
            database
        })
    }

    fn read_by(read: impl FnOnce() -> Database + Send + 'static) -> Self {
        let shelf = || Mutex::new(Shelf::new(read()));
        Self(Arc::new(LazyLock::new(Box::new(shelf))))
    }

    /// A font for each of these characters, `None` for those that no font has. What one text says is
    /// asked for together, so that one font serves all of it. May take long: not for the thread
    /// that paints the window.
    pub fn find(
        &self,
        signs: &BTreeSet<char>,
        weight: Weight,
    ) -> BTreeMap<char, Option<SystemFont>> {
        if signs.is_empty() {
            return BTreeMap::new();
        }
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Han is written in each of its languages with other strokes: the letters that only one has come first.
        let mut order: Vec<char> = signs.iter().copied().collect();
        order.sort_by_key(|&sign| Script::of(sign) == Script::Han);
        let found = order
            .into_iter()
            .map(|sign| (sign, shelf.find(sign, weight)));
        found.collect()
    }
}

/// The fonts, and what was found in them.
struct Shelf {
    database: Database,
    /// The fonts that serve already.
    chosen: Vec<(Weight, SystemFont)>,
    found: HashMap<(Weight, char), Option<SystemFont>>,
}

impl Shelf {
    fn new(database: Database) -> Self {
        Self {
            database,
            chosen: Vec::new(),
            found: HashMap::new(),
        }
    }

    fn find(&mut self, sign: char, weight: Weight) -> Option<SystemFont> {
        if let Some(found) = self.found.get(&(weight, sign)) {
            return found.clone();
        }
        let serves = |(of, font): &&(Weight, SystemFont)| {
            *of == weight && has((*font.bytes).as_ref(), font.index(), sign)
        };
        let found = match self.chosen.iter().find(serves) {
            Some((_, font)) => Some(font.clone()),
            None => self.choose(sign, weight),
        };
        self.found.insert((weight, sign), found.clone());
        found
    }

    /// The best of the fonts that have a character, which serves from now on.
    fn choose(&mut self, sign: char, weight: Weight) -> Option<SystemFont> {
        let mut faces: Vec<&FaceInfo> = self.database.faces().collect();
        faces.sort_by_cached_key(|face| rank(face, Script::of(sign), weight));
        let font = faces.into_iter().find_map(|face| {
            let seen = |bytes: &[u8], index| has(bytes, index, sign);
            self.database
                .with_face_data(face.id, seen)
                .filter(|has| *has)?;
            whole(face)
        })?;
        self.chosen.push((weight, font.clone()));
        Some(font)
    }
}

/// Whether a font can draw a character, by an outline.
fn has(bytes: &[u8], index: u32, sign: char) -> bool {
    let Ok(font) = FontRef::from_index(bytes, index) else {
        return false;
    };
    let glyph = font.charmap().map(sign);
    glyph.is_some_and(|glyph| glyph.to_u32() != 0 && font.outline_glyphs().get(glyph).is_some())
}

/// A font with all its bytes, in memory: a file that someone replaces would change under our hands.
fn whole(face: &FaceInfo) -> Option<SystemFont> {
    let bytes: FontBytes = match &face.source {
        Source::Binary(bytes) | Source::SharedFile(_, bytes) => bytes.clone(),
        Source::File(path) => {
            let mut bytes = Vec::new();
            let file = File::open(path).ok()?;
            file.take(MAX_FONT).read_to_end(&mut bytes).ok()?;
            Arc::new(bytes)
        }
    };
    let face = FaceInfo {
        source: Source::Binary(bytes.clone()),
        ..face.clone()
    };
    Some(SystemFont { face, bytes })
}

/// Families that are made for a script, or for its language, by parts of their names.
fn made_for(script: Script) -> &'static [&'static str] {
    match script {
        Script::Kana => &[" JP", "Hiragino", "Yu Gothic", "Meiryo", "MS Gothic", "IPA"],
        Script::Hangul => &[" KR", "Malgun", "Apple SD Gothic", "Nanum", "Gulim"],
        Script::Han => &[" SC", "PingFang", "YaHei", "WenQuanYi", "SimHei", "SimSun"],
        Script::Arabic => &["Sans Arabic", "Segoe UI", "Geeza Pro"],
        _ => &[],
    }
}

/// Families without serifs, which go with ours.
const PLAIN: [&str; 9] = [
    "Noto Sans",
    "Segoe UI",
    "Leelawadee UI",
    "Arial",
    "Helvetica",
    "Tahoma",
    "DejaVu Sans",
    "Sans",
    "Gothic",
];
/// Families that have a sign for everything, and tell nothing.
const EMPTY: [&str; 4] = ["LastResort", "Last Resort", "Adobe Blank", "Unifont"];

/// The least is the best: made for the script, without serifs, of the right weight.
fn rank(face: &FaceInfo, script: Script, weight: Weight) -> impl Ord + use<> {
    let family = face.families.first().map_or("", |(name, _)| name.as_str());
    let among = |names: &[&str]| {
        let place = names.iter().position(|name| family.contains(name));
        place.unwrap_or(names.len())
    };
    let wanted = match weight {
        Weight::Regular => 400,
        Weight::Bold => 700,
    };
    (
        among(&EMPTY) < EMPTY.len(),
        (face.style != Style::Normal, face.stretch != Stretch::Normal),
        face.monospaced,
        (among(made_for(script)), among(&PLAIN)),
        face.weight.0.abs_diff(wanted),
        (family.to_owned(), face.post_script_name.clone(), face.index),
    )
}
