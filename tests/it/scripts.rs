//! Names in every script: documents draw them in the fonts of the computer, for which the tests bring
//! their own, and say so where none has them.

use std::collections::BTreeSet;
use std::sync::Arc;

use attache::draw::{self, Theme, Weight};
use attache::i18n::Words;
use attache::model::{Knowledge, Lang, Profile};
use attache::report::{self, Document, Made, Paper, Picture, Subject};
use attache::store::{SystemFonts, examples};
use attache::wording::Teller;
use lopdf::content::Content;
use resvg::usvg::{self, fontdb};

/// A font with a few letters of a script, a name in it, and what the script is called.
pub struct Sample {
    pub font: &'static [u8],
    pub name: &'static str,
    pub script: &'static str,
}

macro_rules! sample {
    ($file:literal, $name:literal, $script:literal) => {
        Sample {
            font: include_bytes!(concat!("fonts/", $file, ".ttf")),
            name: $name,
            script: $script,
        }
    };
}

pub const SAMPLES: [Sample; 6] = [
    sample!("arabic", "شركة الاتصالات", "arabe"),
    sample!("hebrew", "חברת החשמל", "hébreu"),
    sample!("thai", "บริษัทไทย", "thaï"),
    sample!("chinese", "中国电力公司", "chinois ou japonais"),
    sample!("korean", "한국전력공사", "coréen"),
    sample!(
        "japanese",
        "株式会社サンプル",
        "chinois ou japonais, japonais"
    ),
];

/// A computer that has all of them.
pub fn fonts() -> SystemFonts {
    SystemFonts::of_files(SAMPLES.iter().map(|sample| sample.font.to_vec()).collect())
}

/// A computer that has none.
fn no_fonts() -> SystemFonts {
    SystemFonts::of_files(Vec::new())
}

const CHART: Document = Document::Chart(Picture::Png);
const PAGE: Document = Document::Page(Paper::Sheet, Picture::Pdf);

/// A document on a company of that name, whose departments have these.
fn made(name: &str, departments: &[&str], document: Document, fonts: &SystemFonts) -> Made {
    let knowledge = Knowledge::builtin();
    let example = &examples()[0];
    let mut profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
    profile.header.company = name.into();
    let scenario = &mut profile.scenarios.first;
    for (department, name) in scenario.departments.iter_mut().zip(departments) {
        department.name = (*name).into();
    }
    let teller = Teller {
        knowledge: &knowledge,
        words: &Words::new(Lang::Fr),
        departments: &[],
    };
    let (subject, theme) = (Subject::first(&profile), Theme::Light);
    report::document(teller, subject, theme, document, fonts, |_| true).unwrap()
}

fn signs(text: &str) -> BTreeSet<char> {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// The text of a page, and how many of its glyphs are the box that stands for a missing one.
fn read(bytes: &[u8]) -> (String, usize) {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let page = pdf.get_pages()[&1];
    let content = Content::decode(&pdf.get_page_content(page)).unwrap();
    let shown = content.operations.iter();
    let shown = shown.filter(|operation| matches!(operation.operator.as_str(), "Tj" | "TJ"));
    let texts = shown.flat_map(|operation| &operation.operands);
    let texts = texts.flat_map(|operand| match operand {
        lopdf::Object::Array(parts) => parts.iter().collect(),
        one => vec![one],
    });
    let codes = texts.filter_map(|text| text.as_str().ok());
    let boxes = codes.flat_map(|codes| codes.chunks(2));
    let boxes = boxes.filter(|code| **code == [0, 0]).count();
    // What a glyph does not say by itself stands beside it.
    let beside = content.operations.iter().flat_map(|it| &it.operands);
    let beside = beside.filter_map(|operand| operand.as_dict().ok()?.get(b"ActualText").ok());
    let beside: String = beside
        .map(|text| lopdf::decode_text_string(text).unwrap())
        .collect();
    (pdf.extract_text(&[1]).unwrap() + &beside, boxes)
}

#[test]
fn names_of_every_script_are_drawn_in_their_fonts() {
    let names = SAMPLES.map(|sample| sample.name);
    // Beside our letters and a symbol, too.
    let company = format!("SARL {} {} 😀", names[0], names[2]);
    let page = made(&company, &names, PAGE, &fonts());
    assert_eq!(page.undrawn, BTreeSet::new());
    let (text, boxes) = read(&page.bytes);
    assert_eq!(boxes, 0, "{text}");
    for name in names.into_iter().chain([company.as_str()]) {
        assert!(signs(&text).is_superset(&signs(name)), "{name} in {text}");
    }
    let chart = made(&company, &names, CHART, &fonts());
    assert_eq!(chart.undrawn, BTreeSet::new());
    let boxes = made(&company, &names, CHART, &no_fonts());
    assert!(chart.bytes != boxes.bytes);
}

#[test]
fn what_no_font_has_is_named_with_its_script() {
    let words = Words::new(Lang::Fr);
    for Sample { name, script, .. } in SAMPLES {
        let undrawn = report::undrawn(name, &no_fonts());
        assert_eq!(undrawn, signs(name));
        let told = report::tell_undrawn(&words, &undrawn);
        assert!(told.contains(&format!("({script})")), "{told}");
        assert!(signs(&told).is_superset(&signs(name)), "{told}");
    }
    let name = SAMPLES[0].name;
    let page = made(name, &[], PAGE, &no_fonts());
    assert_eq!(page.undrawn, signs(name));
    let (_, boxes) = read(&page.bytes);
    assert!(boxes > 0);
    // An SVG is drawn by whoever looks at it, and Markdown as well.
    for document in [Document::Chart(Picture::Svg), Document::Markdown] {
        let made = made(name, &[], document, &no_fonts());
        assert_eq!(made.undrawn, BTreeSet::new());
    }
}

#[test]
fn a_document_that_our_fonts_can_draw_is_the_same_on_every_computer() {
    let ours = "Société Łódź, Ελλάς, Україна, Đặng ≥ 2 → ½";
    for document in [CHART, PAGE] {
        let here = made(ours, &[], document.clone(), &fonts());
        let there = made(ours, &[], document.clone(), &no_fonts());
        assert!(here.bytes == there.bytes, "{document:?}");
        assert_eq!(here.undrawn, BTreeSet::new());
    }
    // And an SVG always, for it holds no fonts.
    let names = SAMPLES.map(|sample| sample.name);
    let svg = |fonts| made(names[0], &names, Document::Chart(Picture::Svg), fonts).bytes;
    assert!(svg(&fonts()) == svg(&no_fonts()));
}

#[test]
fn room_is_left_for_names_of_every_script() {
    for Sample { font, name, .. } in SAMPLES {
        let mut database = fontdb::Database::new();
        database.load_font_data(font.to_vec());
        let family = database.faces().next().unwrap().families[0].0.clone();
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
             <text y='5' font-size='100' font-family='{family}'>{}</text></svg>",
            name.replace(' ', "")
        );
        let options = usvg::Options {
            fontdb: Arc::new(database),
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_str(&svg, &options).unwrap();
        let drawn = tree.root().abs_bounding_box().width();
        let reckoned = draw::width(&name.replace(' ', ""), 100.0, Weight::Regular);
        assert!(
            drawn <= reckoned && reckoned < 2.0 * drawn,
            "{name}: {drawn} in {reckoned}"
        );
    }
}
