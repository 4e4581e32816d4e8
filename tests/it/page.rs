//! The one-page report: everything on the page, nothing over its edge or over something else, and a
//! PDF whose pages, fonts and text another reader finds. What poppler adds is run by `.ci/run`.

use std::path::Path;
use std::process::Command;

use attache::analysis::{Findings, Paths, Sampler};
use attache::draw::Theme;
use attache::draw::{Anchor, Label, Point, Scene, Shape};
use attache::i18n::Words;
use attache::model::{Knowledge, Lang, Profile};
use attache::report::{self, Document, DocumentError, Paper, Picture, page};
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
                let scene = page(teller, header, scenario, &findings, &paths, paper);
                let texts = texts(&scene);
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
                for key in ["report-changes", "report-evolution", "company-notes"] {
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
    let (header, scenario) = (&profile.header, &profile.scenarios.first);
    let fonts = SystemFonts::of_files(Vec::new());
    let made = report::document(teller, header, scenario, theme, document, &fonts, |_| true);
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
            "Net : Communication, en tête dans",
            "Ce qui changerait la réponse",
            "Sur cinq ans",
            "Altimeter Group",
        ] {
            assert!(text.contains(&bare(said)), "no “{said}” in {text}");
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
    let (header, scenario) = (&profile.header, &profile.scenarios.first);
    let theme = Theme::Light;
    let fonts = SystemFonts::of_files(Vec::new());
    let made = report::document(teller, header, scenario, theme, what, &fonts, step);
    assert!(matches!(made, Err(DocumentError::Stopped)));
    assert_eq!(steps, 3);
}
