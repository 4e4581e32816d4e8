//! The one-page report: everything on the page, nothing over its edge or over something else, and a
//! tagged PDF whose pages, fonts, text and structure another reader finds. What poppler adds is run by
//! `.ci/run`.

use std::path::Path;
use std::process::Command;

use attache::analysis::{Findings, Paths, Sampler};
use attache::draw::Theme;
use attache::draw::{Anchor, Label, Point, Scene, Shape};
use attache::i18n::Words;
use attache::model::{Accent, Brand, Knowledge, Lang, Logo, Profile};
use attache::report::{
    self, Block, Document, DocumentError, Paper, Picture, Role, Sheet, Subject, page,
};
use attache::store::{SystemFonts, examples};
use attache::wording::Teller;
use lopdf::{Dictionary, Object};

/// The text of a page without its white space: every glyph is placed by itself.
fn text_of(pdf: &lopdf::Document) -> String {
    bare(&pdf.extract_text(&[1]).unwrap())
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The fonts of a page, each with the description of its outlines.
fn fonts_of(pdf: &lopdf::Document) -> Vec<(&Dictionary, &Dictionary)> {
    let page = pdf.get_pages()[&1];
    let followed = |from: &Dictionary, key: &[u8]| {
        let found = from.get(key).unwrap();
        pdf.dereference(found).unwrap().1.clone()
    };
    pdf.get_page_fonts(page)
        .unwrap()
        .into_values()
        .map(|font| {
            let descendants = followed(font, b"DescendantFonts");
            let of = descendants.as_array().unwrap()[0].as_reference().unwrap();
            let described = pdf.get_dictionary(of).unwrap().get(b"FontDescriptor");
            let described = described.unwrap().as_reference().unwrap();
            (font, pdf.get_dictionary(described).unwrap())
        })
        .collect()
}

/// Every text of a scene with the middle of its line.
fn texts(scene: &Scene) -> Vec<(Label, Point)> {
    let mut found = Vec::new();
    for item in &scene.items {
        match &item.shape {
            Shape::Text(label) => found.push((label.clone(), label.at)),
            Shape::Box { rect, labels, .. } => {
                let centre = rect.center();
                for label in labels {
                    let at = Point {
                        x: centre.x + label.at.x,
                        y: centre.y + label.at.y,
                    };
                    found.push((label.clone(), at));
                }
            }
            Shape::Line { .. } | Shape::Band { .. } => {}
        }
    }
    found
}

#[test]
fn every_example_fits_on_both_papers_in_both_languages() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 64, 1);
    for example in examples() {
        let mut profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
        profile.header.notes = "Une note assez longue pour passer à la ligne. ".repeat(8);
        let Profile {
            header, scenarios, ..
        } = &profile;
        let scenario = &scenarios.first;
        let findings = Findings::new(&knowledge, scenario, &sampler);
        let paths = Paths::complete(&knowledge, scenario, &sampler, 20);
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let teller = Teller {
                knowledge: &knowledge,
                words: &words,
                departments: &[],
            };
            for paper in Paper::ALL {
                let sheet = page(teller, header, scenario, &findings, &paths, paper);
                let scene = sheet.scene();
                let texts = texts(&scene);
                readable(&sheet, paper, example.name);
                for (label, at) in &texts {
                    let width = attache::draw::width(&label.text, label.size, label.weight);
                    let left = match label.anchor {
                        Anchor::Start => at.x,
                        Anchor::Middle => at.x - width / 2.0,
                    };
                    let about = format!("{} {lang:?} {paper:?}: {}", example.name, label.text);
                    assert!(left >= 0.0 && left + width <= scene.width, "{about}");
                    assert!(
                        at.y > 0.0 && at.y + label.size / 2.0 < scene.height,
                        "{about}"
                    );
                }
                // Lines that begin at the same place do not touch.
                let starts = texts
                    .iter()
                    .filter(|(label, _)| label.anchor == Anchor::Start);
                let starts: Vec<_> = starts.collect();
                for (index, (a, at)) in starts.iter().enumerate() {
                    for (b, other) in &starts[index + 1..] {
                        let apart = (at.y - other.y).abs();
                        assert!(
                            (at.x - other.x).abs() > 1.0 || apart >= 0.45 * (a.size + b.size),
                            "{} {paper:?}: {} over {}",
                            example.name,
                            a.text,
                            b.text
                        );
                    }
                }
                // Everything is there: nothing had to be left out.
                let all: Vec<&str> = texts.iter().map(|(label, _)| label.text.as_str()).collect();
                let keys: &[&str] = match paper {
                    Paper::Sheet => &[
                        "report-changes",
                        "report-evolution",
                        "report-sliders",
                        "page-company",
                        "contacts-title",
                        "company-notes",
                    ],
                    Paper::Slide => &["slide-why", "report-changes", "slide-how"],
                };
                for key in keys {
                    assert!(
                        all.contains(&words.get(key).as_str()),
                        "{} {key}",
                        example.name
                    );
                }
                assert!(!all.contains(&"…"), "{} {lang:?} {paper:?}", example.name);
            }
        }
    }
}

/// Nothing that is read from afar, or printed, is too small; nothing is cut; and no day has a code beside
/// it.
fn readable(sheet: &Sheet, paper: Paper, name: &str) {
    let least = match paper {
        Paper::Sheet => 5.5,
        Paper::Slide => 12.0,
    };
    for block in &sheet.blocks {
        if matches!(block.role, Role::Figure(_)) {
            let chart = block.items.iter().flat_map(|item| match &item.shape {
                Shape::Box { labels, .. } => &labels[..],
                Shape::Text(label) => std::slice::from_ref(label),
                _ => &[],
            });
            // The chart of a sheet is read from near.
            for label in chart.filter(|_| paper == Paper::Slide) {
                let (size, text) = (label.size, &label.text);
                assert!(size >= least, "{name} {paper:?}: {size} {text}");
            }
            continue;
        }
        for (item, line) in block.lines() {
            let Shape::Text(label) = &item.shape else {
                continue;
            };
            assert!(
                label.size >= least,
                "{name} {paper:?}: {} {line}",
                label.size
            );
            assert!(!line.ends_with('…'), "{name} {paper:?}: {line}");
        }
    }
    let about = sheet.blocks.iter().map(Block::text);
    let about = about.filter(|text| text.contains("2026") && text.len() < 80);
    for text in about {
        assert!(!text.contains('('), "{text}");
    }
}

#[test]
fn a_sheet_is_filled_and_a_slide_is_mostly_chart() {
    let knowledge = Knowledge::builtin();
    let sampler = Sampler::new(&knowledge, 64, 1);
    for example in examples() {
        let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
        let scenario = &profile.scenarios.first;
        let findings = Findings::new(&knowledge, scenario, &sampler);
        let paths = Paths::complete(&knowledge, scenario, &sampler, 20);
        let words = Words::new(Lang::Fr);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let header = &profile.header;
        let sheet = page(teller, header, scenario, &findings, &paths, Paper::Sheet);
        // How far down the two columns reach: both most of the way to the foot.
        let texts = texts(&sheet.scene());
        let foot = sheet.blocks.last().unwrap().top();
        for left in [true, false] {
            let own = texts
                .iter()
                .filter(|(_, at)| (at.x < sheet.width / 2.0) == left);
            let lowest = own.map(|(_, at)| at.y).filter(|y| *y < foot);
            let lowest = lowest.fold(0.0, f32::max);
            assert!(lowest > 0.86 * foot, "{}: {lowest} of {foot}", example.name);
        }
        let slide = page(teller, header, scenario, &findings, &paths, Paper::Slide);
        let charts: Vec<&Block> = slide
            .blocks
            .iter()
            .filter(|block| matches!(block.role, Role::Figure(_)))
            .collect();
        assert_eq!(charts.len(), 1);
        // The texts beside it begin where it has ended.
        let beside = texts_of_blocks(&slide, "slide-why", &words);
        assert!((0.58..0.66).contains(&(beside / slide.width)), "{beside}");
    }
}

/// Where the block of a sentence begins, from the left.
fn texts_of_blocks(sheet: &Sheet, key: &str, words: &Words) -> f32 {
    let wanted = words.get(key);
    let mut found = sheet.blocks.iter().filter(|block| block.text() == wanted);
    let (item, _) = found.next().unwrap().lines().next().unwrap();
    match &item.shape {
        Shape::Text(label) => label.at.x,
        _ => unreachable!("a text"),
    }
}

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"40\">\
    <rect width=\"120\" height=\"40\" fill=\"#7a1f5c\"/></svg>";

fn brand() -> Brand {
    Brand {
        client: "Cabinet <Durand> & fils".into(),
        confidentiality: "Diffusion restreinte".into(),
        accent: Some(Accent::read("#7a1f5c").unwrap()),
        logo: Some(Logo::of_file(LOGO.as_bytes()).unwrap()),
    }
}

fn made(document: &Document, lang: Lang, change: impl FnOnce(&mut Profile)) -> Vec<u8> {
    let knowledge = Knowledge::builtin();
    let example = &examples()[0];
    let mut profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
    change(&mut profile);
    let words = Words::new(lang);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let subject = Subject::first(&profile);
    let fonts = SystemFonts::of_files(Vec::new());
    let (theme, document) = (Theme::Light, document.clone());
    let made = report::document(teller, subject, theme, document, &fonts, |_| true);
    made.unwrap().bytes
}

/// The texts between the tags, with one space between words.
fn words_of(markup: &str) -> String {
    let texts = markup
        .split('<')
        .filter_map(|it| Some(it.split_once('>')?.1));
    let words: Vec<&str> = texts.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

#[test]
fn the_marks_are_on_everything_that_leaves_the_program() {
    for document in [
        Document::Chart(Picture::Svg),
        Document::Page(Paper::Sheet, Picture::Svg),
        Document::Page(Paper::Slide, Picture::Svg),
        Document::Html,
    ] {
        let with = made(&document, Lang::Fr, |profile| {
            profile.header.brand = brand();
        });
        let with = String::from_utf8(with).unwrap();
        let without = String::from_utf8(made(&document, Lang::Fr, |_| {})).unwrap();
        // What is written may go on in the next line.
        let (told, untold) = (words_of(&with), words_of(&without));
        for mark in ["Cabinet &lt;Durand&gt; &amp; fils", "Diffusion restreinte"] {
            assert!(told.contains(mark), "{document:?} {mark}");
            assert!(!untold.contains(mark), "{document:?} {mark}");
        }
        for mark in ["#7a1f5c", "data:image/svg+xml;base64,"] {
            assert!(with.contains(mark), "{document:?} {mark}");
            assert!(!without.contains(mark), "{document:?} {mark}");
        }
    }
    let markdown = made(&Document::Markdown, Lang::Fr, |profile| {
        profile.header.brand = brand();
    });
    assert!(
        String::from_utf8(markdown)
            .unwrap()
            .contains("\nDiffusion restreinte\n")
    );
}

/// A dictionary that another one refers to, or holds.
fn below<'a>(pdf: &'a lopdf::Document, of: &'a Dictionary, key: &str) -> &'a Dictionary {
    let found = of.get(key.as_bytes()).unwrap();
    pdf.dereference(found).unwrap().1.as_dict().unwrap()
}

/// The elements of the structure of a document in the order in which it is read, each with the text that
/// is read in its place.
fn elements(pdf: &lopdf::Document) -> Vec<(String, Option<String>)> {
    fn walk(pdf: &lopdf::Document, node: &Object, found: &mut Vec<(String, Option<String>)>) {
        match pdf.dereference(node).unwrap().1 {
            Object::Array(nodes) => nodes.iter().for_each(|node| walk(pdf, node, found)),
            Object::Dictionary(element) => {
                if let Ok(kind) = element.get(b"S").and_then(Object::as_name) {
                    let alt = element.get(b"Alt").ok();
                    let alt = alt.map(|alt| lopdf::decode_text_string(alt).unwrap());
                    found.push((String::from_utf8_lossy(kind).into_owned(), alt));
                }
                if let Ok(kids) = element.get(b"K") {
                    walk(pdf, kids, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let root = below(pdf, pdf.catalog().unwrap(), "StructTreeRoot");
    walk(pdf, root.get(b"K").unwrap(), &mut found);
    found
}

#[test]
fn the_pdf_is_tagged_for_those_who_hear_it_and_for_those_who_keep_it() {
    for (document, lang) in [
        (Document::Page(Paper::Sheet, Picture::Pdf), Lang::Fr),
        (Document::Page(Paper::Slide, Picture::Pdf), Lang::En),
        (Document::Chart(Picture::Pdf), Lang::Fr),
    ] {
        let bytes = made(&document, lang, |profile| {
            profile.header.author = "Zoé".into();
            profile.header.brand = brand();
        });
        let pdf = lopdf::Document::load_mem(&bytes).unwrap();
        let catalog = pdf.catalog().unwrap();
        let marked = below(&pdf, catalog, "MarkInfo").get(b"Marked").unwrap();
        assert!(marked.as_bool().unwrap());
        let spoken = lopdf::decode_text_string(catalog.get(b"Lang").unwrap()).unwrap();
        assert_eq!(spoken, lang.code());
        let shown = below(&pdf, catalog, "ViewerPreferences").get(b"DisplayDocTitle");
        assert!(shown.unwrap().as_bool().unwrap());
        let about = below(&pdf, &pdf.trailer, "Info");
        for (key, value) in [("Title", "Banque Delorme"), ("Author", "Zoé")] {
            let told = lopdf::decode_text_string(about.get(key.as_bytes()).unwrap()).unwrap();
            assert_eq!(told, value, "{document:?}");
        }
        let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
        let metadata = pdf.get_object(metadata).unwrap().as_stream().unwrap();
        let metadata = metadata.get_plain_content().unwrap();
        let metadata = String::from_utf8(metadata).unwrap();
        for rule in ["pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<"] {
            assert!(metadata.contains(rule), "{rule}: {metadata}");
        }
        let found = elements(&pdf);
        let kinds: Vec<&str> = found.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(
            kinds.iter().filter(|kind| **kind == "H1").count(),
            1,
            "{kinds:?}"
        );
        let first = |wanted: &str| kinds.iter().position(|kind| *kind == wanted);
        assert!(
            first("H2").is_none_or(|place| first("H1") < Some(place)),
            "{kinds:?}"
        );
        // Every picture says what it is, the chart in a sentence.
        let alts: Vec<&String> = found
            .iter()
            .filter(|(kind, _)| kind == "Figure")
            .map(|(_, alt)| alt.as_ref().unwrap())
            .collect();
        assert!(
            alts.len() >= 2 && alts.iter().any(|alt| *alt == "Logo"),
            "{alts:?}"
        );
        assert!(alts.iter().any(|alt| alt.len() > 60), "{alts:?}");
    }
}

#[test]
fn what_no_font_has_keeps_no_pdf_from_being_made_nor_from_being_tagged() {
    let bytes = made(
        &Document::Page(Paper::Sheet, Picture::Pdf),
        Lang::Fr,
        |profile| {
            profile.header.company = "\u{4e2d}\u{fffe}\u{e000} & Cie".into();
        },
    );
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    assert!(elements(&pdf).iter().any(|(kind, _)| kind == "H1"));
}

fn written(folder: &Path, name: &str, document: Document, lang: Lang) -> String {
    let knowledge = Knowledge::builtin();
    let example = &examples()[0];
    let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
    let path = folder.join(name);
    let words = Words::new(lang);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let theme = Theme::Light;
    let subject = Subject::first(&profile);
    let fonts = SystemFonts::of_files(Vec::new());
    let made = report::document(teller, subject, theme, document, &fonts, |_| true);
    std::fs::write(&path, made.unwrap().bytes).unwrap();
    path.display().to_string()
}

#[test]
fn the_pdf_has_one_page_of_the_right_size_with_embedded_fonts_and_text_that_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    for (paper, size) in [
        (Paper::Sheet, [595.0, 842.0]),
        (Paper::Slide, [960.0, 540.0]),
    ] {
        let path = written(
            folder.path(),
            "page.pdf",
            Document::Page(paper, Picture::Pdf),
            Lang::Fr,
        );
        let pdf = lopdf::Document::load(path).unwrap();
        let pages = pdf.get_pages();
        assert_eq!(pages.len(), 1);
        let page = pdf.get_dictionary(pages[&1]).unwrap();
        let corners = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let corners: Vec<f32> = corners.iter().map(|at| at.as_float().unwrap()).collect();
        assert_eq!(corners, [0.0, 0.0, size[0], size[1]]);
        let about = pdf.trailer.get(b"Info").and_then(Object::as_reference);
        let about = pdf.get_dictionary(about.unwrap()).unwrap();
        let title = lopdf::decode_text_string(about.get(b"Title").unwrap()).unwrap();
        assert_eq!(title, "Banque Delorme");
        let fonts = fonts_of(&pdf);
        assert_eq!(fonts.len(), 2);
        for (font, outlines) in fonts {
            let name = String::from_utf8_lossy(font.get(b"BaseFont").unwrap().as_name().unwrap());
            // Embedded, a subset, with a map to Unicode.
            let (subset, family) = name.split_once('+').unwrap();
            assert!(
                subset.len() == 6 && family.starts_with("NotoSans"),
                "{name}"
            );
            assert!(outlines.has(b"FontFile2"), "{outlines:?}");
            assert!(font.has(b"ToUnicode"), "{font:?}");
        }
        let text = text_of(&pdf);
        for said in [
            "Banque Delorme",
            "24 novembre 2026",
            "Responsable haut placé",
            "Correspondant",
            "Ce qui changerait la réponse",
        ] {
            assert!(text.contains(&bare(said)), "no “{said}” in {text}");
        }
        for said in [
            "Net : Communication, en tête dans",
            "Sur cinq ans",
            "Altimeter Group",
            "Les curseurs",
            "Une banque de détail",
        ] {
            assert_eq!(
                text.contains(&bare(said)),
                paper == Paper::Sheet,
                "“{said}” in {text}"
            );
        }
    }
}

#[test]
fn the_page_speaks_english_too() {
    let folder = tempfile::tempdir().unwrap();
    let document = Document::Page(Paper::Sheet, Picture::Pdf);
    let path = written(folder.path(), "page.pdf", document, Lang::En);
    let text = text_of(&lopdf::Document::load(path).unwrap());
    for said in ["Over five years", "Senior leader"] {
        assert!(text.contains(&bare(said)), "no “{said}” in {text}");
    }
}

/// Another reader finds the same fonts and words, in lines, and sees a page that is not blank.
#[test]
#[ignore = "needs poppler-utils"]
fn poppler_reads_and_draws_the_pdf() {
    let folder = tempfile::tempdir().unwrap();
    let run = |program: &str, args: &[&str]| {
        let run = Command::new(program).args(args).output().unwrap();
        assert!(run.status.success(), "{program}: {run:?}");
        String::from_utf8_lossy(&run.stdout).into_owned()
    };
    for paper in Paper::ALL {
        let path = written(
            folder.path(),
            "page.pdf",
            Document::Page(paper, Picture::Pdf),
            Lang::Fr,
        );
        let fonts = run("pdffonts", &[&path]);
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert_eq!(rows.len(), 2, "{fonts}");
        for row in rows {
            assert!(
                row.contains("NotoSans") && row.contains("yes yes yes"),
                "{row}"
            );
        }
        let text = run("pdftotext", &["-layout", &path, "-"]);
        assert!(text.contains("Ce qui changerait la réponse"), "{text}");
        // The structure, as a screen reader is given it: the title, then headings and paragraphs.
        let told = run("pdfinfo", &["-struct-text", &path]);
        let title = told.find("H1").unwrap();
        let heading = told.find("H2").unwrap();
        assert!(title < heading && told.contains("Figure"), "{told}");
        assert!(told.contains("Banque Delorme"), "{told}");
        let about = run("pdfinfo", &[&path]);
        assert!(about.contains("Tagged:          yes"), "{about}");
        let picture = folder.path().join("seen").display().to_string();
        run(
            "pdftoppm",
            &["-r", "50", "-png", "-singlefile", &path, &picture],
        );
        let seen = std::fs::metadata(format!("{picture}.png")).unwrap();
        assert!(seen.len() > 10_000, "a blank page");
    }
}

#[test]
fn the_picture_is_as_large_as_said_and_not_empty() {
    let folder = tempfile::tempdir().unwrap();
    let document = Document::Page(Paper::Slide, Picture::Png);
    let path = written(folder.path(), "slide.png", document, Lang::Fr);
    let bytes = std::fs::read(path).unwrap();
    assert_eq!(&bytes[1..4], b"PNG");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (2880, 1620));
    assert!(bytes.len() > 50_000);
}

#[test]
fn an_export_told_to_stop_stops() {
    let knowledge = Knowledge::builtin();
    let example = &examples()[0];
    let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
    let what = Document::Page(Paper::Sheet, Picture::Pdf);
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let mut steps = 0;
    let step = |_| {
        steps += 1;
        steps < 3
    };
    let subject = Subject::first(&profile);
    let theme = Theme::Light;
    let fonts = SystemFonts::of_files(Vec::new());
    let made = report::document(teller, subject, theme, what, &fonts, step);
    assert!(matches!(made, Err(DocumentError::Stopped)));
    assert_eq!(steps, 3);
}
