//! What leaves the program: snapshots of the chart and of the report, and the chart's geometry.

use attache::analysis::{Findings, Sampler};
use attache::chart::{Place, Size, Structure, lay_out};
use attache::draw::Theme;
use attache::draw::{Item, Point, Rect, Scene, Shape};
use attache::i18n::Words;
use attache::model::{ExtraTheme, Header, Knowledge, Lang, Part, Profile, Scenario};
use attache::report::{self, Document, Paper, Picture, Subject, chart, markdown};
use attache::store::{SystemFonts, examples};
use attache::wording::Teller;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use resvg::usvg;

fn example(index: usize) -> (Knowledge, Header, Scenario) {
    let knowledge = Knowledge::builtin();
    let example = &examples()[index];
    let profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
    (knowledge, profile.header, profile.scenarios.first)
}

#[test]
fn markdown_says_the_whole_answer() {
    let (knowledge, header, scenario) = example(0);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let findings = Findings::new(&knowledge, &scenario, &Sampler::usual(&knowledge));
        let text = markdown(teller, &header, &scenario, &findings);
        insta::assert_snapshot!(format!("markdown_{}", lang.code()), text);
    }
}

#[test]
fn svg_draws_the_chart() {
    for (index, lang, theme) in [
        (0, Lang::Fr, Theme::Light),
        (3, Lang::En, Theme::Dark),
        (7, Lang::Fr, Theme::Light),
    ] {
        let (knowledge, header, scenario) = example(index);
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let findings = Findings::new(&knowledge, &scenario, &Sampler::usual(&knowledge));
        let drawn = chart(teller, &header, &scenario, &findings, theme);
        insta::assert_snapshot!(format!("svg_{index}"), drawn);
    }
}

#[test]
fn what_users_write_cannot_break_the_svg_or_the_markdown() {
    let (knowledge, mut header, scenario) = example(0);
    header.company = "<A & \"B\"> \u{7} * _x_ | # [y](z)".into();
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let findings = Findings::new(&knowledge, &scenario, &Sampler::new(&knowledge, 64, 1));
    let drawn = chart(teller, &header, &scenario, &findings, Theme::Light);
    assert!(drawn.contains("&lt;A &amp; &quot;B&quot;&gt;"));
    assert!(!drawn.contains('\u{7}'));
    let text = markdown(teller, &header, &scenario, &findings);
    assert!(
        text.starts_with("# \\<A \\& \"B\"\\> \u{7} \\* \\_x\\_ \\| \\# \\[y\\](z)\n"),
        "{text}"
    );
}

/// What opens and closes in a Markdown document, and how many lines each list and table has.
fn structure(markdown: &str) -> Vec<String> {
    Parser::new_ext(markdown, Options::all())
        .filter_map(|event| match event {
            Event::Text(_) | Event::SoftBreak => None,
            other => Some(format!("{other:?}")),
        })
        .collect()
}

#[test]
fn no_text_of_a_profile_changes_the_structure_of_the_markdown() {
    let (knowledge, header, scenario) = example(0);
    let words = Words::new(Lang::En);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let told = |nasty: &str| {
        let text = |plain: &str| if nasty.is_empty() { plain } else { nasty }.to_owned();
        let (mut header, mut scenario) = (header.clone(), scenario.clone());
        header.company = text("Company");
        header.author = text("Author");
        header.notes = text("Notes");
        header.description = [("en".to_owned(), text("Description"))].into();
        scenario.departments[1].name = text("Communications");
        for input in scenario.factors.values_mut() {
            for setting in input.quantities.values_mut() {
                setting.note = text("Note");
            }
        }
        let themes = scenario.factors.get_mut("themes").unwrap();
        themes.extra.push(ExtraTheme {
            value: 90.0,
            note: text("Note"),
            ..ExtraTheme::named(&text("Theme"))
        });
        let findings = Findings::new(&knowledge, &scenario, &Sampler::new(&knowledge, 64, 1));
        structure(&markdown(teller, &header, &scenario, &findings))
    };
    let plain = told("");
    assert!(plain.len() > 200);
    for nasty in [
        "~~~",
        "---",
        "===",
        "- a",
        "1. a",
        "2) a",
        "+ a",
        "# a",
        "> a",
        "    a",
        "a | b",
        ":-:",
        "<br>",
        "<!--",
        "&lt;",
        "$a$",
        "[a](b)",
        "**a",
        "`a",
        "a\n===",
        "a\r~~~\rb",
        "a  \nb",
        "\\",
    ] {
        assert_eq!(told(nasty), plain, "{nasty:?}");
    }
}

#[test]
fn what_xml_cannot_hold_keeps_no_picture_from_being_made() {
    let (knowledge, header, scenario) = example(0);
    let mut profile = Profile::new(&knowledge, header.date);
    profile.header.company = "A\u{fffe}B\u{ffff}C\u{1}\u{b}D\u{7f}\u{86}E".into();
    profile.scenarios.first = scenario;
    profile.scenarios.first.departments[1].name = "Com\u{ffff}munication".into();
    let words = Words::new(Lang::Fr);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let made = |document: Document| {
        let fonts = SystemFonts::of_files(Vec::new());
        let (subject, theme) = (Subject::first(&profile), Theme::Light);
        let made = report::document(teller, subject, theme, document, &fonts, |_| true);
        made.unwrap().bytes
    };
    let svg = String::from_utf8(made(Document::Chart(Picture::Svg))).unwrap();
    usvg::roxmltree::Document::parse(&svg).unwrap();
    assert!(svg.contains("Communication"), "{svg}");
    assert!(made(Document::Chart(Picture::Png)).starts_with(b"\x89PNG"));
    assert!(made(Document::Page(Paper::Slide, Picture::Pdf)).starts_with(b"%PDF"));
}

fn boxes(scene: &Scene) -> Vec<(&Item, Rect)> {
    let mut boxes = Vec::new();
    for item in &scene.items {
        if let Shape::Box { rect, .. } = item.shape
            && item.id != "frame"
        {
            boxes.push((item, rect));
        }
    }
    boxes
}

/// The straight parts of every line but the legend's.
fn segments(scene: &Scene) -> Vec<(&Item, Point, Point)> {
    let mut segments = Vec::new();
    for item in &scene.items {
        if let Shape::Line { points, .. } = &item.shape
            && !item.id.starts_with("legend")
        {
            segments.extend(points.windows(2).map(|pair| (item, pair[0], pair[1])));
        }
    }
    segments
}

/// Whether two upright or level segments cross inside both (meeting at an end is no crossing).
fn cross(a: (Point, Point), b: (Point, Point)) -> bool {
    const SLACK: f32 = 0.01;
    let upright = |s: (Point, Point)| (s.0.x - s.1.x).abs() < SLACK;
    let (v, h) = match (upright(a), upright(b)) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return false,
    };
    let inside = |x: f32, p: f32, q: f32| x > p.min(q) + SLACK && x < p.max(q) - SLACK;
    inside(v.0.x, h.0.x, h.1.x) && inside(h.0.y, v.0.y, v.1.y)
}

/// Whether the insides of two rectangles meet.
fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

fn sound(scene: &Scene) {
    let boxes = boxes(scene);
    for (index, (a, ra)) in boxes.iter().enumerate() {
        let (w, h) = (scene.width, scene.height);
        assert!(
            ra.x >= 0.0 && ra.y >= 0.0 && ra.right() <= w && ra.bottom() <= h,
            "{}",
            a.id
        );
        for (b, rb) in &boxes[index + 1..] {
            assert!(!overlap(ra, rb), "{} overlaps {}", a.id, b.id);
        }
    }
    // No dotted line leads nowhere.
    let ends = scene.items.iter().filter(|item| {
        item.id.starts_with("tie:") || item.id.starts_with("outside:") && item.id.ends_with(":tie")
    });
    assert_ne!(ends.count(), 1);
    let segments = segments(scene);
    for (index, (a, a0, a1)) in segments.iter().enumerate() {
        // No line runs through a box.
        for (unit, rect) in &boxes {
            let through = Rect::new(
                a0.x.min(a1.x),
                a0.y.min(a1.y),
                (a0.x - a1.x).abs(),
                (a0.y - a1.y).abs(),
            );
            let inner = Rect::new(rect.x + 0.1, rect.y + 0.1, rect.w - 0.2, rect.h - 0.2);
            let wide = Rect::new(
                through.x,
                through.y,
                through.w.max(0.01),
                through.h.max(0.01),
            );
            assert!(!overlap(&inner, &wide), "{} runs through {}", a.id, unit.id);
        }
        // No line crosses another, solid or dotted; they may meet.
        for (b, b0, b1) in &segments[index + 1..] {
            assert!(!cross((*a0, *a1), (*b0, *b1)), "{} crosses {}", a.id, b.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn charts_of_3_to_40_boxes_place_without_overlap_or_crossing(
        seed in any::<u64>(),
        own in 0_usize..36,
        width in 300.0..2000.0_f32,
        height in 300.0..2000.0_f32,
    ) {
        let knowledge = Knowledge::builtin();
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut scenario = crate::companies::draw_any(&knowledge, &mut random);
        for number in 0..own {
            let words = random.random_range(1..5);
            let name = vec!["Anticonstitutionnel"; words].join(" ");
            scenario.departments.push(attache::model::Department {
                id: format!("own{number}"),
                name,
                hosts: true,
                part: Part::Always,
            });
        }
        let findings = Findings::new(&knowledge, &scenario, &Sampler::new(&knowledge, 1, 1));
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        let words = Words::new(Lang::Fr);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let structure = Structure::new(teller, "", &scenario, answers, verdicts);
        sound(&lay_out(&structure, Size { width, height }));
    }
}

#[test]
fn a_clear_chart_shows_no_other_place_and_names_the_role_as_everywhere() {
    let mut clear = 0;
    let all = examples().len();
    for index in 0..2 * all {
        let (knowledge, _, mut scenario) = example(index % all);
        if index >= all {
            // Nothing counts: nothing can be told apart.
            let inputs = scenario.factors.values_mut();
            inputs.for_each(|input| input.weight = 0.0);
        }
        let words = Words::new(Lang::Fr);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let findings = Findings::new(&knowledge, &scenario, &Sampler::new(&knowledge, 64, 1));
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        let structure = Structure::new(teller, "", &scenario, answers, verdicts);
        let always = knowledge.always;
        let [attachment, role] = [always.attachment, always.role].map(|at| &verdicts.questions[at]);
        let chip = teller.chip(&answers.answers[always.role], role);
        if role.is_decided() {
            assert_eq!(structure.title, chip.answer);
        }
        let units = || structure.units.iter().chain([&structure.top]);
        let candidates = units()
            .filter(|unit| matches!(unit.place, Some(Place::Candidate { .. })))
            .count();
        let hosts = units()
            .filter(|unit| matches!(unit.place, Some(Place::Function { .. })))
            .count();
        if attachment.is_decided() {
            assert_eq!((candidates, hosts), (0, 1));
            clear += 1;
        } else {
            assert!(hosts > 1);
        }
        // The legend explains the dashes that there are, and no others.
        let dashed = match (attachment.is_decided(), structure.outside.is_empty()) {
            (true, true) => "",
            (true, false) => "hors de l’entreprise",
            (false, true) => "possible",
            (false, false) => "possible, ou hors de l’entreprise",
        };
        assert_eq!(structure.legend[2], dashed);
    }
    assert!(clear > 2 && clear < 2 * all, "{clear}");
}

#[test]
fn a_department_takes_part_as_its_themes_matter_or_as_it_is_set_by_hand() {
    let (knowledge, _, mut scenario) = example(0);
    let words = Words::new(Lang::En);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    let mut audit = attache::model::Department::new("own-1");
    audit.name = "Internal audit".into();
    scenario.departments.push(audit);
    let members = |scenario: &Scenario| -> Vec<String> {
        let findings = Findings::new(&knowledge, scenario, &Sampler::new(&knowledge, 64, 1));
        let form = findings.answers.form().chosen.unwrap();
        assert_eq!(knowledge.form().alternatives[form].id, "hub_and_spoke");
        let (answers, verdicts) = (&findings.answers, &findings.verdicts);
        let structure = Structure::new(teller, "", scenario, answers, verdicts);
        let members = structure.units.iter().filter(|unit| unit.member.is_some());
        members.map(|unit| unit.id.clone()).collect()
    };
    assert_eq!(
        members(&scenario),
        ["marketing", "web", "human_resources", "customer_service"]
    );
    // Its theme is off topic: it has nothing to bring.
    scenario.factors["themes"].quantities["employer_brand"].value = 5.0;
    assert_eq!(members(&scenario), ["marketing", "web", "customer_service"]);
    let mut set = |id: &str, part: Part| {
        let mut departments = scenario.departments.iter_mut();
        departments.find(|d| d.id == id).unwrap().part = part;
    };
    set("own-1", Part::Always);
    set("human_resources", Part::Always);
    set("marketing", Part::Never);
    let mut profile = Profile::new(&knowledge, jiff::civil::date(2026, 1, 1));
    profile.scenarios.first = scenario;
    let text = profile.to_text().unwrap();
    let read = Profile::parse(&knowledge, "p.ron", &text).unwrap();
    let scenario = &read.scenarios.first;
    assert_eq!(
        members(scenario),
        ["web", "human_resources", "customer_service", "own-1"]
    );
}
