//! The presentation, read back: its archive, its shapes, what ties them, its words; and what templates
//! may be.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use attache::analysis::{Evolution, Findings, Sampler};
use attache::chart::{Place, Structure};
use attache::draw::Rgb;
use attache::i18n::Words;
use attache::model::{Accent, Brand, Knowledge, Lang, Logo, Problem, ProblemKind, Profile, Review};
use attache::report::pptx::{Story, Template, pptx};
use attache::store::examples;
use attache::wording::{Kind, Teller};
use jiff::civil::{Date, date};
use resvg::usvg::roxmltree::{Document, Node};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::problems::is;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Parts = BTreeMap<String, Vec<u8>>;

fn unpack(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(parts.insert(name, bytes).is_none());
    }
    parts
}

fn pack(parts: &Parts) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(&**name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn text<'p>(parts: &'p Parts, name: &str) -> &'p str {
    let found = parts.get(name).unwrap_or_else(|| panic!("no part {name}"));
    std::str::from_utf8(found).unwrap()
}

/// The deck of an example, and the words of its chart.
fn deck(example: usize, lang: Lang, template: Option<&Template>) -> (Vec<u8>, Vec<String>) {
    deck_of(&profile(example), lang, template)
}

fn profile(example: usize) -> Profile {
    let example = &examples()[example];
    Profile::parse(&Knowledge::builtin(), example.name, example.text).unwrap()
}

fn deck_of(profile: &Profile, lang: Lang, template: Option<&Template>) -> (Vec<u8>, Vec<String>) {
    let knowledge = Knowledge::builtin();
    let scenario = &profile.scenarios.first;
    let findings = Findings::new(&knowledge, scenario, &Sampler::usual_start(&knowledge, 16));
    let evolution = Evolution::new(&knowledge, scenario, 20);
    let words = Words::new(lang);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &scenario.departments,
    };
    let company = &profile.header.company;
    let structure = Structure::new(
        teller,
        company,
        scenario,
        &findings.answers,
        &findings.verdicts,
    );
    // Whoever has a part; who has none gives way where there is no room.
    let mut told = vec![company.trim().to_owned(), structure.title.clone()];
    told.extend(structure.details);
    told.extend(structure.outside.into_iter().map(|body| body.label));
    for unit in structure.units.into_iter().chain([structure.top]) {
        let hosts = matches!(unit.place, Some(Place::Function { .. }));
        if hosts || unit.member.is_some() {
            told.push(unit.label);
        }
        told.extend(unit.member.map(|member| member.label));
    }
    let story = Story {
        teller,
        header: &profile.header,
        scenario,
        findings: &findings,
        evolution: &evolution,
    };
    (pptx(story, template).unwrap(), told)
}

/// The relationships of a part: what they are called, what they lead to, and whether that is outside.
fn rels(parts: &Parts, of: &str) -> Vec<(String, String, bool)> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let file = format!("{folder}/_rels/{name}.rels");
    let Some(found) = parts.get(file.trim_start_matches('/')) else {
        return Vec::new();
    };
    let document = Document::parse(std::str::from_utf8(found).unwrap()).unwrap();
    let all = document.root_element().children().filter(Node::is_element);
    all.map(|rel| {
        let outside = rel.attribute("TargetMode") == Some("External");
        let target = rel.attribute("Target").unwrap();
        let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
        for step in target.split('/') {
            match step {
                ".." => assert!(path.pop().is_some(), "{of}: {target}"),
                step => path.push(step),
            }
        }
        (
            rel.attribute("Id").unwrap().to_owned(),
            path.join("/"),
            outside,
        )
    })
    .collect()
}

/// Every part is of a known kind and is reached from the root; nothing is asked for that is not there,
/// and no part refers to what it does not ask for.
fn holds_together(parts: &Parts) {
    let types = Document::parse(text(parts, "[Content_Types].xml")).unwrap();
    let known: BTreeSet<&str> = types
        .descendants()
        .filter_map(|node| node.attribute("PartName"))
        .collect();
    for part in parts
        .keys()
        .filter(|name| !name.ends_with(".rels") && !name.starts_with('['))
    {
        assert!(known.contains(&*format!("/{part}")), "{part} is of no kind");
    }
    assert!(known.iter().all(|part| parts.contains_key(&part[1..])));
    let mut reached = BTreeSet::new();
    let mut next = vec![String::new()];
    while let Some(part) = next.pop() {
        let rels = rels(parts, &part);
        for (_, to, outside) in &rels {
            assert!(!outside, "{part} leads outside: {to}");
            assert!(parts.contains_key(to), "{part} asks for {to}");
            if reached.insert(to.clone()) {
                next.push(to.clone());
            }
        }
        if part.ends_with(".xml") {
            let xml = text(parts, &part);
            let document = Document::parse(xml).unwrap_or_else(|error| panic!("{part}: {error}"));
            for attribute in document.descendants().flat_map(|node| node.attributes()) {
                if attribute.namespace() == Some(RELATIONS) {
                    let id = attribute.value();
                    assert!(rels.iter().any(|(known, ..)| known == id), "{part}: {id}");
                }
            }
        }
    }
    for part in parts
        .keys()
        .filter(|name| !name.ends_with(".rels") && !name.starts_with('['))
    {
        assert!(reached.contains(part), "nothing leads to {part}");
    }
}

fn named<'a, 'i>(of: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    of.descendants().find(|node| node.tag_name().name() == name)
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// Where a shape is, and how it is turned.
struct Frame {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
    turned: bool,
    flips: (bool, bool),
}

impl Frame {
    fn of(shape: Node<'_, '_>) -> Self {
        let at = named(shape, "xfrm").unwrap();
        let (off, ext) = (named(at, "off").unwrap(), named(at, "ext").unwrap());
        let set = |name: &str| at.attribute(name) == Some("1");
        Self {
            x: number(off, "x"),
            y: number(off, "y"),
            w: number(ext, "cx"),
            h: number(ext, "cy"),
            turned: at.attribute("rot").is_some_and(|rot| {
                assert_eq!(rot, "5400000");
                true
            }),
            flips: (set("flipH"), set("flipV")),
        }
    }

    /// The middle of a side, as office programs count the sites of a box.
    fn site(&self, site: &str) -> (f64, f64) {
        let (x, y) = (self.x + self.w / 2.0, self.y + self.h / 2.0);
        match site {
            "0" => (x, self.y),
            "1" => (self.x, y),
            "2" => (x, self.y + self.h),
            "3" => (self.x + self.w, y),
            other => panic!("no site {other}"),
        }
    }

    /// Where a point of the ready-made geometry comes to stand: mirrored, then turned about the middle.
    fn seen(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let x = if self.flips.0 { self.w - x } else { x } - self.w / 2.0;
        let y = if self.flips.1 { self.h - y } else { y } - self.h / 2.0;
        let (x, y) = if self.turned { (-y, x) } else { (x, y) };
        (self.x + self.w / 2.0 + x, self.y + self.h / 2.0 + y)
    }
}

/// The points of a connector, by the definitions of ECMA-376 (presetShapeDefinitions).
fn way(connector: Node<'_, '_>) -> Vec<(f64, f64)> {
    let frame = Frame::of(connector);
    let geometry = named(connector, "prstGeom").unwrap();
    let bends: Vec<f64> = geometry
        .descendants()
        .filter_map(|gd| {
            gd.attribute("fmla")?
                .strip_prefix("val ")?
                .parse::<f64>()
                .ok()
        })
        .map(|bend| bend / 100_000.0)
        .collect();
    let (w, h) = (frame.w, frame.h);
    let points = match (geometry.attribute("prst").unwrap(), &bends[..]) {
        ("straightConnector1", []) => vec![(0.0, 0.0), (w, h)],
        ("bentConnector2", []) => vec![(0.0, 0.0), (w, 0.0), (w, h)],
        ("bentConnector3", [a]) => vec![(0.0, 0.0), (w * a, 0.0), (w * a, h), (w, h)],
        ("bentConnector4", [a, b]) => {
            vec![(0.0, 0.0), (w * a, 0.0), (w * a, h * b), (w, h * b), (w, h)]
        }
        ("bentConnector5", [a, b, c]) => vec![
            (0.0, 0.0),
            (w * a, 0.0),
            (w * a, h * b),
            (w * c, h * b),
            (w * c, h),
            (w, h),
        ],
        other => panic!("{other:?}"),
    };
    points.into_iter().map(|point| frame.seen(point)).collect()
}

/// Whether a stretch passes through the inside of a box.
fn crosses(frame: &Frame, a: (f64, f64), b: (f64, f64)) -> bool {
    // Two points of air: lines end at sides.
    const AIR: f64 = 25_400.0;
    let (left, right) = (a.0.min(b.0), a.0.max(b.0));
    let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
    right > frame.x + AIR
        && left < frame.x + frame.w - AIR
        && bottom > frame.y + AIR
        && top < frame.y + frame.h - AIR
}

#[test]
fn the_archive_holds_together_and_every_line_holds_two_boxes() {
    for example in 0..examples().len() {
        let lang = Lang::ALL[example % 2];
        let (bytes, told) = deck(example, lang, None);
        let parts = unpack(&bytes);
        holds_together(&parts);
        let slide = Document::parse(text(&parts, "ppt/slides/slide1.xml")).unwrap();
        let boxes: BTreeMap<&str, (Node<'_, '_>, Frame)> = slide
            .descendants()
            .filter(|node| node.tag_name().name() == "sp")
            .filter(|node| named(*node, "xfrm").is_some())
            .map(|node| {
                let id = named(node, "cNvPr").unwrap().attribute("id").unwrap();
                (id, (node, Frame::of(node)))
            })
            .collect();
        let mut held = 0;
        let mut groups: BTreeMap<&str, &str> = BTreeMap::new();
        let lines = slide
            .descendants()
            .filter(|n| n.tag_name().name() == "cxnSp");
        for line in lines.filter(|line| named(*line, "stCxn").is_some()) {
            let points = way(line);
            let ends = [("stCxn", points[0]), ("endCxn", points[points.len() - 1])];
            for (end, at) in ends {
                let end = named(line, end).unwrap();
                let (shape, frame) = &boxes[end.attribute("id").unwrap()];
                let geometry = named(*shape, "prstGeom").unwrap();
                let is_joint = geometry.attribute("prst") == Some("rect");
                assert!(is_joint || geometry.attribute("prst") == Some("roundRect"));
                let site = frame.site(end.attribute("idx").unwrap());
                let far = (at.0 - site.0).abs().max((at.1 - site.1).abs());
                assert!(far < 13_000.0, "{}: {far} EMU", examples()[example].name);
            }
            for pair in points.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                let straight = (a.0 - b.0).abs() < 3.0 || (a.1 - b.1).abs() < 3.0;
                assert!(straight || points.len() == 2, "{a:?} {b:?}");
                for (shape, frame) in boxes.values() {
                    let kind = named(*shape, "prstGeom").unwrap().attribute("prst");
                    let name = named(*shape, "cNvPr").unwrap().attribute("name");
                    let is_box = kind == Some("roundRect") && name != Some("frame");
                    assert!(!is_box || !crosses(frame, a, b), "through {name:?}");
                }
            }
            let [from, to] =
                ["stCxn", "endCxn"].map(|end| named(line, end).unwrap().attribute("id").unwrap());
            let (from, to) = (find(&mut groups, from), find(&mut groups, to));
            groups.insert(from, to);
            held += 1;
        }
        assert!(held >= 3, "{held}");
        // Whoever follows the lines comes from any box to any other.
        let is_box = |shape: Node<'_, '_>| {
            let kind = named(shape, "prstGeom").unwrap().attribute("prst");
            let name = named(shape, "cNvPr").unwrap().attribute("name");
            kind == Some("roundRect") && name != Some("frame")
        };
        let all = boxes.iter().filter(|(_, (shape, _))| is_box(*shape));
        let all: BTreeSet<&str> = all.map(|(id, _)| find(&mut groups, id)).collect();
        assert_eq!(all.len(), 1, "{}: {all:?}", examples()[example].name);
        let said = slide_text(&slide);
        for text in told {
            assert!(said.contains(&text), "{text:?} is not on the slide");
        }
    }
}

/// What stands for all that is held together with something.
fn find<'a>(groups: &mut BTreeMap<&'a str, &'a str>, id: &'a str) -> &'a str {
    let mut at = id;
    while let Some(next) = groups.get(at).filter(|next| **next != at) {
        at = next;
    }
    at
}

fn slide_text(slide: &Document<'_>) -> Vec<String> {
    let paragraphs = slide.descendants().filter(|n| n.tag_name().name() == "p");
    let paragraphs = paragraphs.filter(|n| n.tag_name().namespace().unwrap().contains("drawingml"));
    paragraphs
        .map(|paragraph| {
            let runs = paragraph
                .descendants()
                .filter(|n| n.tag_name().name() == "t");
            runs.filter_map(|run| run.text()).collect()
        })
        .collect()
}

#[test]
fn every_text_is_large_enough_tagged_and_within_the_slide() {
    for (example, lang, tag) in [(0, Lang::Fr, "fr-FR"), (3, Lang::En, "en-GB")] {
        let (bytes, _) = deck(example, lang, None);
        let parts = unpack(&bytes);
        let slides = parts
            .iter()
            .filter(|(name, _)| name.starts_with("ppt/slides/slide"));
        let slides: Vec<_> = slides.collect();
        assert_eq!(slides.len(), 6);
        for (name, xml) in slides {
            let document = Document::parse(std::str::from_utf8(xml).unwrap()).unwrap();
            let mut ids = BTreeSet::new();
            for node in document.descendants() {
                match node.tag_name().name() {
                    "rPr" => {
                        let tagged = node.attribute("lang").unwrap();
                        let is_field = node.parent_element().unwrap().tag_name().name() == "fld";
                        assert!(tagged == tag || is_field, "{name}: {tagged}");
                        if let Some(size) = node.attribute("sz") {
                            let size: i64 = size.parse().unwrap();
                            assert!(size >= 1200, "{name}: {size}");
                        }
                    }
                    "cNvPr" => assert!(ids.insert(node.attribute("id").unwrap())),
                    "graphicFrame" => {
                        let told = named(node, "cNvPr").unwrap().attribute("descr");
                        assert!(told.is_some_and(|told| told.len() > 20), "{name}");
                    }
                    _ => {}
                }
                let is_shape = matches!(node.tag_name().name(), "sp" | "graphicFrame" | "cxnSp");
                if is_shape && named(node, "ext").is_some_and(|e| e.attribute("cx").is_some()) {
                    let frame = Frame::of(node);
                    let (cx, cy) = (frame.x + frame.w / 2.0, frame.y + frame.h / 2.0);
                    let (w, h) = match frame.turned {
                        true => (frame.h, frame.w),
                        false => (frame.w, frame.h),
                    };
                    let inside = cx - w / 2.0 >= 0.0
                        && cy - h / 2.0 >= 0.0
                        && cx + w / 2.0 <= 12_192_000.0
                        && cy + h / 2.0 <= 6_858_000.0;
                    assert!(
                        inside,
                        "{name}: {:?}",
                        named(node, "cNvPr").unwrap().attribute("name")
                    );
                }
            }
            let title = &slide_text(&document)[0];
            assert!(title.split(' ').count() >= 4, "{name}: {title}");
            let notes = name.replace("slides/slide", "notesSlides/notesSlide");
            let notes = Document::parse(text(&parts, &notes)).unwrap();
            let said: usize = slide_text(&notes).iter().map(String::len).sum();
            assert!(said > 100, "{name}: {said}");
        }
    }
}

/// The least type that a deck asks for, in hundredths of a point, on slides and in their charts.
fn least_type(parts: &Parts) -> i64 {
    let shown = parts.iter().filter(|(name, _)| {
        name.starts_with("ppt/slides/slide") || name.starts_with("ppt/charts/chart")
    });
    let mut found = Vec::new();
    for (_, xml) in shown {
        let document = Document::parse(std::str::from_utf8(xml).unwrap()).unwrap();
        for node in document.descendants() {
            if matches!(node.tag_name().name(), "rPr" | "defRPr") {
                found.extend(
                    node.attribute("sz")
                        .map(|size| size.parse::<i64>().unwrap()),
                );
            }
        }
    }
    assert!(found.len() > 50, "{}", found.len());
    found.into_iter().min().unwrap()
}

#[test]
fn no_deck_asks_for_type_under_twelve_points() {
    for example in 0..examples().len() {
        for lang in Lang::ALL {
            let parts = unpack(&deck(example, lang, None).0);
            assert!(
                least_type(&parts) >= 1200,
                "{} {lang:?}",
                examples()[example].name
            );
        }
    }
    // The slide of an older projector is narrower, and as high.
    let template = read(&foreign()).unwrap();
    let parts = unpack(&deck(0, Lang::Fr, Some(&template)).0);
    assert!(least_type(&parts) >= 1200);
}

#[test]
fn who_is_left_out_of_the_chart_is_counted_on_the_slide() {
    let mut profile = profile(0);
    let first = &mut profile.scenarios.first;
    for number in 1..=30 {
        let mut own = first.departments[1].clone();
        own.id = format!("own_{number}");
        own.name = format!("Direction {number}");
        first.departments.push(own);
    }
    let text = profile.to_text().unwrap();
    let profile = Profile::parse(&Knowledge::builtin(), "large.ron", &text).unwrap();
    let (bytes, told) = deck_of(&profile, Lang::Fr, None);
    let parts = unpack(&bytes);
    let said = slide_text(&slides(&parts)[0]);
    for text in told {
        assert!(said.contains(&text), "{text:?} is not on the slide");
    }
    let is_own = |line: &&String| {
        let number = line.strip_prefix("Direction ");
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    };
    assert_eq!(said.iter().filter(is_own).count(), 0, "{said:?}");
    let note = said
        .iter()
        .find(|line| line.ends_with("sans rôle ne sont pas montrées"));
    assert!(note.unwrap().starts_with("30 "), "{note:?}");
    assert!(least_type(&parts) >= 1200);
    // Nobody is left out of a chart that has room.
    let parts = unpack(&deck(0, Lang::Fr, None).0);
    assert!(
        !slide_text(&slides(&parts)[0])
            .concat()
            .contains("sans rôle")
    );
}

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"40\">\
    <rect width=\"120\" height=\"40\" fill=\"#7a1f5c\"/></svg>";

/// An example with marks, and a review on a day.
fn marked(on: Date) -> Profile {
    let mut profile = profile(0);
    profile.header.brand = Brand {
        client: "Cabinet <Durand> & fils".into(),
        confidentiality: "Diffusion restreinte".into(),
        accent: Some(Accent::read("#7a1f5c").unwrap()),
        logo: Some(Logo::of_file(LOGO.as_bytes()).unwrap()),
    };
    profile.header.review = Some(Box::new(Review {
        on,
        from: date(2025, 11, 25),
        foreseen: profile.scenarios.first.clone(),
    }));
    profile
}

fn slides(parts: &Parts) -> Vec<Document<'_>> {
    let names = (1..=6).map(|number| format!("ppt/slides/slide{number}.xml"));
    names
        .map(|name| Document::parse(text(parts, &name)).unwrap())
        .collect()
}

#[test]
fn the_marks_are_on_every_slide() {
    let profile = marked(date(2028, 6, 5));
    let own = unpack(&deck_of(&profile, Lang::Fr, None).0);
    holds_together(&own);
    let theme = Document::parse(text(&own, "ppt/theme/theme1.xml")).unwrap();
    let color = |name: &str| {
        let slot = named(theme.root_element(), name).unwrap();
        let hex = named(slot, "srgbClr").unwrap().attribute("val").unwrap();
        Rgb::from_hex(hex).unwrap()
    };
    assert_eq!(color("accent1").hex(), "#7a1f5c");
    // What is written in the accent, on it, and at the foot, can be read.
    for name in ["accent1", "dk2"] {
        assert!(
            color(name).contrast(color("lt1")) >= Rgb::LEAST_FOR_TEXT,
            "{name}"
        );
    }
    assert!(text(&own, "ppt/slideLayouts/slideLayout1.xml").contains("\"tx2\""));
    // A template has colours of its own, and keeps them; one without a foot is given the marks as well.
    let mut bare = foreign();
    let layout = "ppt/slideLayouts/slideLayout1.xml";
    let without = text(&bare, layout).replace("type=\"ftr\"", "type=\"dt\"");
    bare.insert(layout.to_owned(), without.into_bytes());
    for template in [foreign(), bare] {
        let template = read(&template).unwrap();
        let foreign = unpack(&deck_of(&profile, Lang::Fr, Some(&template)).0);
        holds_together(&foreign);
        assert!(text(&foreign, "ppt/theme/theme1.xml").contains("00AA44"));
        for parts in [&own, &foreign] {
            for slide in slides(parts) {
                let said = slide_text(&slide);
                let foot = said
                    .iter()
                    .find(|line| line.contains("Diffusion restreinte"));
                let foot = foot.unwrap();
                assert!(foot.contains("Cabinet <Durand> & fils"), "{foot}");
                let picture = named(slide.root_element(), "pic").unwrap();
                let frame = Frame::of(picture);
                assert!((frame.w / frame.h - 3.0).abs() < 0.02);
                assert!(frame.y > 0.85 * 6_858_000.0 && frame.y + frame.h <= 6_858_000.0);
                assert_eq!(
                    named(picture, "cNvPr").unwrap().attribute("descr"),
                    Some("Logo")
                );
            }
            assert!(parts["ppt/media/logo.png"].starts_with(b"\x89PNG"));
        }
    }
    let plain = unpack(&deck(0, Lang::Fr, None).0);
    assert!(!plain.contains_key("ppt/media/logo.png"));
    assert!(!text(&plain, "ppt/theme/theme1.xml").contains("7A1F5C"));
}

#[test]
fn the_last_slide_names_the_day_of_the_review() {
    let last = |on: Date, lang: Lang| {
        let parts = unpack(&deck_of(&marked(on), lang, None).0);
        let slide = slides(&parts)
            .pop()
            .map(|slide| slide_text(&slide))
            .unwrap();
        let notes = Document::parse(text(&parts, "ppt/notesSlides/notesSlide6.xml")).unwrap();
        (slide.join(" | "), slide_text(&notes).join(" | "))
    };
    let (slide, _) = last(date(2028, 6, 5), Lang::Fr);
    assert!(slide.starts_with("Décider maintenant, et revoir cette réponse le 5 juin 2028 |"));
    assert!(slide.contains("Revue prévue le 5 juin 2028"), "{slide}");
    assert!(!slide.contains("Revue proposée"), "{slide}");
    // Once that day has come, it was planned: what was foreseen is told beside what is answered.
    let (slide, notes) = last(date(2026, 6, 5), Lang::En);
    assert!(
        slide.contains("The review was planned for 5 June 2026"),
        "{slide}"
    );
    assert!(notes.contains("foreseen"), "{notes}");
    let parts = unpack(&deck(0, Lang::En, None).0);
    let slide = slides(&parts)
        .pop()
        .map(|slide| slide_text(&slide))
        .unwrap();
    assert!(slide.join(" ").contains("Proposed review: "));
}

#[test]
fn contact_points_that_open_together_are_told_once() {
    let knowledge = Knowledge::builtin();
    let words = Words::new(Lang::Fr);
    let mut together = 0;
    for example in 0..examples().len() {
        let profile = profile(example);
        let scenario = &profile.scenarios.first;
        let evolution = Evolution::new(&knowledge, scenario, 20);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &scenario.departments,
        };
        let found = teller
            .dated(&profile.header)
            .happenings(scenario, &evolution);
        let openings = found.iter().filter(|it| it.kind == Kind::Opening);
        let told: Vec<(usize, &str)> = openings.map(|it| (it.quarter, it.told.as_str())).collect();
        let mut quarters = BTreeMap::new();
        for point in &evolution.openings.points {
            if let Some(opens) = point.opens.filter(|&opens| opens > 0) {
                let name = teller.contact_point(&point.theme, point.posture);
                quarters.entry(opens).or_insert_with(Vec::new).push(name);
            }
        }
        assert_eq!(told.len(), quarters.len(), "{told:?}");
        for ((quarter, line), (opens, names)) in told.iter().zip(&quarters) {
            assert_eq!(quarter, opens);
            assert!(
                names.iter().take(4).all(|name| line.contains(name)),
                "{line}"
            );
            together += usize::from(names.len() > 1);
        }
    }
    assert!(together > 0);
}

#[test]
fn a_chart_shows_what_its_workbook_holds() {
    let (bytes, _) = deck(0, Lang::Fr, None);
    let parts = unpack(&bytes);
    for number in [1, 2] {
        let chart = text(&parts, &format!("ppt/charts/chart{number}.xml"));
        let chart = Document::parse(chart).unwrap();
        let cached = |of: &str| -> Vec<String> {
            let cache = named(chart.root_element(), of).unwrap();
            let values = cache.descendants().filter(|n| n.tag_name().name() == "v");
            values.filter_map(|v| Some(v.text()?.to_owned())).collect()
        };
        let (names, values) = (cached("cat"), cached("val"));
        assert!(names.len() >= 2 && names.len() == values.len());
        let book = &parts[&format!("ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")];
        let book = unpack(book);
        holds_together(&book);
        let sheet = Document::parse(text(&book, "xl/worksheets/sheet1.xml")).unwrap();
        let cell = |at: String| {
            let mut cells = sheet.descendants().filter(|n| n.tag_name().name() == "c");
            let cell = cells.find(|cell| cell.attribute("r") == Some(&at)).unwrap();
            let value = named(cell, "t").or(named(cell, "v")).unwrap();
            value.text().unwrap_or_default().to_owned()
        };
        for (at, (name, value)) in names.iter().zip(&values).enumerate() {
            assert_eq!(cell(format!("A{}", at + 2)), *name);
            assert_eq!(cell(format!("B{}", at + 2)), *value);
        }
    }
}

#[test]
fn the_same_deck_has_the_same_bytes() {
    let (first, _) = deck(2, Lang::En, None);
    let (second, _) = deck(2, Lang::En, None);
    assert!(first == second);
    let mut archive = ZipArchive::new(Cursor::new(&first)).unwrap();
    for at in 0..archive.len() {
        let file = archive.by_index(at).unwrap();
        let date = file.last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (1980, 1, 1));
    }
}

/// A presentation of somebody else's, made of ours: 4:3, in green and another font, with a slide, a
/// picture, a link to outside, and something that moves.
fn foreign() -> Parts {
    let mut parts = unpack(&deck(0, Lang::Fr, None).0);
    let mut put = |name: &str, changes: &[(&str, &str)]| {
        let mut changed = text(&parts, name).to_owned();
        for (from, to) in changes {
            assert!(changed.contains(from), "{name}: {from}");
            changed = changed.replacen(from, to, 1);
        }
        parts.insert(name.to_owned(), changed.into_bytes());
    };
    put(
        "ppt/theme/theme1.xml",
        &[("0B57A4", "00AA44"), ("\"Arial\"", "\"Georgia\"")],
    );
    put(
        "ppt/presentation.xml",
        &[(
            "cx=\"12192000\" cy=\"6858000\"",
            "cx=\"9144000\" cy=\"6858000\"",
        )],
    );
    let picture = "<p:pic><p:nvPicPr><p:cNvPr id=\"90\" name=\"Logo\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>\
         <p:blipFill><a:blip r:embed=\"rId7\"/><a:stretch/></p:blipFill><p:spPr/></p:pic>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"91\" name=\"Lien\"><a:hlinkClick r:id=\"rId8\"/></p:cNvPr>\
         <p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>\
         <p:graphicFrame><p:tags r:id=\"rId9\"/></p:graphicFrame></p:spTree>";
    put(
        "ppt/slideLayouts/slideLayout1.xml",
        &[
            ("</p:spTree>", picture),
            (
                "</p:clrMapOvr>",
                "</p:clrMapOvr><p:timing><p:tnLst/></p:timing>",
            ),
        ],
    );
    let office = RELATIONS;
    put(
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        &[(
            "</Relationships>",
            &format!(
                "<Relationship Id=\"rId7\" Type=\"{office}/image\" Target=\"../media/logo.png\"/>\
                 <Relationship Id=\"rId8\" Type=\"{office}/hyperlink\" \
                 Target=\"https://example.org/\" TargetMode=\"External\"/>\
                 <Relationship Id=\"rId9\" Type=\"{office}/tags\" Target=\"../tags/tag1.xml\"/>\
                 </Relationships>"
            ),
        )],
    );
    parts.insert(
        "ppt/media/logo.png".to_owned(),
        b"\x89PNG\r\n\x1a\n".to_vec(),
    );
    parts
}

fn read(parts: &Parts) -> Result<Template, Problem> {
    Template::read("modele.potx", &pack(parts))
}

#[test]
fn a_template_gives_its_masters_and_nothing_else() {
    let template = read(&foreign()).unwrap();
    let (bytes, _) = deck(1, Lang::En, Some(&template));
    let parts = unpack(&bytes);
    holds_together(&parts);
    let theme = text(&parts, "ppt/theme/theme1.xml");
    assert!(theme.contains("00AA44") && theme.contains("Georgia"));
    assert!(text(&parts, "ppt/presentation.xml").contains("cx=\"9144000\""));
    let layout = text(&parts, "ppt/slideLayouts/slideLayout1.xml");
    assert!(layout.contains("r:embed=\"rId7\""));
    for gone in ["hlinkClick", "graphicFrame", "timing"] {
        assert!(!layout.contains(gone), "{gone}");
    }
    assert_eq!(parts["ppt/media/image1.png"], b"\x89PNG\r\n\x1a\n");
    let slides = parts
        .keys()
        .filter(|name| name.starts_with("ppt/slides/slide"));
    assert_eq!(slides.count(), 6);
    // The slides of the template were those of another company.
    let all: String = parts
        .values()
        .map(|part| String::from_utf8_lossy(part))
        .collect();
    assert!(!all.contains("Banque Delorme"));
    // Nothing hangs over its narrower slide.
    for slide in 1..=6 {
        let slide = Document::parse(text(&parts, &format!("ppt/slides/slide{slide}.xml"))).unwrap();
        let all = slide
            .descendants()
            .filter(|n| matches!(n.tag_name().name(), "sp" | "graphicFrame"));
        for shape in all.filter(|shape| named(*shape, "off").is_some()) {
            let frame = Frame::of(shape);
            assert!(frame.x + frame.w <= 9_144_000.0 && frame.y + frame.h <= 6_858_000.0);
        }
    }
}

#[test]
fn a_template_that_cannot_be_trusted_is_refused_in_words() {
    let with = |name: &str, bytes: &[u8]| {
        let mut parts = foreign();
        parts.insert(name.to_owned(), bytes.to_vec());
        read(&parts)
    };
    let without = |name: &str| {
        let mut parts = foreign();
        parts.remove(name).unwrap();
        read(&parts)
    };
    let master = "ppt/slideMasters/slideMaster1.xml";
    let spaces = [
        b"<a>".to_vec(),
        vec![b' '; 7 * 1024 * 1024],
        b"</a>".to_vec(),
    ]
    .concat();
    let zeros = vec![0; 30 * 1024 * 1024];
    let entities = b"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    let many = format!("<a>{}</a>", "<b/>".repeat(500_000));
    let long = vec![0; 33 * 1024 * 1024];
    let cases: [(Result<Template, Problem>, crate::problems::Is); 12] = [
        (Template::read("m", b""), is!(ProblemKind::NotADeck)),
        (
            Template::read("m", b"PK\x03\x04 and then nothing"),
            is!(ProblemKind::NotADeck),
        ),
        // A password turns the file into another kind of archive.
        (
            Template::read("m", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            is!(ProblemKind::NotADeck),
        ),
        (
            Template::read("m", &long),
            is!(ProblemKind::TooLarge { .. }),
        ),
        (
            with("../../evil.xml", b""),
            is!(ProblemKind::DeckName { .. }),
        ),
        (
            with("ppt\\evil.xml", b""),
            is!(ProblemKind::DeckName { .. }),
        ),
        (with(master, &spaces), is!(ProblemKind::DeckInflates { .. })),
        (
            with("ppt/media/logo.png", &zeros),
            is!(ProblemKind::DeckInflates { .. }),
        ),
        (
            with(master, entities),
            is!(ProblemKind::DeckEntities { .. }),
        ),
        (
            with(master, many.as_bytes()),
            is!(ProblemKind::DeckInflates { .. } | ProblemKind::DeckBroken { .. }),
        ),
        (
            with(master, b"<p:sldMaster"),
            is!(ProblemKind::DeckBroken { .. }),
        ),
        (without(master), is!(ProblemKind::DeckBroken { .. })),
    ];
    for (at, (read, expected)) in cases.into_iter().enumerate() {
        let problem = read.unwrap_err();
        assert!(expected(&problem.kind), "{at}: {problem}");
        for lang in Lang::ALL {
            let told = Words::new(lang).problem(&problem);
            assert!(told.chars().count() > 20, "{told}");
        }
    }
    assert!(without("ppt/theme/theme1.xml").is_err());
    assert!(without("ppt/presentation.xml").is_err());
}
