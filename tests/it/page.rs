//! The one-page report: everything on the page, nothing over its edge or over something else, and a
//! PDF that other programs read. Needs `pdftotext`, `pdffonts` and `pdftoppm` (poppler-utils).

use std::path::Path;
use std::process::Command;

use attache::analysis::{Findings, Paths, Sampler};
use attache::draw::Theme;
use attache::draw::{Anchor, Label, Point, Scene, Shape};
use attache::i18n::Words;
use attache::model::{Knowledge, Lang, Profile};
use attache::report::{self, Document, DocumentError, Paper, Picture, page};
use attache::store::examples;

fn run(program: &str, args: &[&str]) -> String {
    let run = Command::new(program)
        .args(args)
        .output()
        .unwrap_or_else(|error| panic!("{program} (package poppler-utils): {error}"));
    assert!(run.status.success(), "{program}: {run:?}");
    String::from_utf8_lossy(&run.stdout).into_owned()
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
            for paper in Paper::ALL {
                let scene = page(
                    &knowledge, header, scenario, &findings, &paths, &words, paper,
                );
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
    let theme = Theme::Light;
    let (header, scenario) = (&profile.header, &profile.scenarios.first);
    let made = report::document(
        &knowledge,
        header,
        scenario,
        &words,
        theme,
        document,
        |_| true,
    );
    std::fs::write(&path, made.unwrap()).unwrap();
    path.display().to_string()
}

#[test]
fn the_pdf_has_one_page_of_the_right_size_with_embedded_fonts_and_text_that_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    for (paper, size) in [
        (Paper::Sheet, "595 x 842 pts"),
        (Paper::Slide, "960 x 540 pts"),
    ] {
        let document = Document::Page(paper, Picture::Pdf);
        let path = written(folder.path(), "page.pdf", document, Lang::Fr);
        let info = run("pdfinfo", &[&path]);
        assert!(info.contains("Pages:           1"), "{info}");
        assert!(info.contains(size), "{info}");
        assert!(info.contains("Banque Delorme"), "{info}");
        let fonts = run("pdffonts", &[&path]);
        assert_eq!(
            fonts
                .lines()
                .filter(|line| line.contains("NotoSans"))
                .count(),
            2,
            "{fonts}"
        );
        for line in fonts.lines().skip(2) {
            // Embedded, a subset, with a map to Unicode.
            assert!(line.contains("yes yes yes"), "{line}");
        }
        let text = run("pdftotext", &["-layout", &path, "-"]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [
            "Banque Delorme",
            "2026-11-24",
            "Directeur",
            "Correspondant",
            "Communication devance Direction générale de",
            "Ce qui changerait la réponse",
            "Sur cinq ans",
            "Altimeter Group",
        ] {
            assert!(text.contains(said), "no “{said}” in {text}");
        }
        let picture = folder.path().join("seen");
        let picture = picture.display().to_string();
        run(
            "pdftoppm",
            &["-r", "50", "-png", "-singlefile", &path, &picture],
        );
        let seen = std::fs::metadata(format!("{picture}.png")).unwrap();
        assert!(seen.len() > 10_000, "an empty page");
    }
}

#[test]
fn the_page_speaks_english_too() {
    let folder = tempfile::tempdir().unwrap();
    let document = Document::Page(Paper::Sheet, Picture::Pdf);
    let path = written(folder.path(), "page.pdf", document, Lang::En);
    let text = run("pdftotext", &["-layout", &path, "-"]);
    assert!(
        text.contains("Over five years") && text.contains("Head of social"),
        "{text}"
    );
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
    let mut steps = 0;
    let step = |_| {
        steps += 1;
        steps < 3
    };
    let (header, scenario) = (&profile.header, &profile.scenarios.first);
    let theme = Theme::Light;
    let made = report::document(&knowledge, header, scenario, &words, theme, what, step);
    assert!(matches!(made, Err(DocumentError::Stopped)));
    assert_eq!(steps, 3);
}
