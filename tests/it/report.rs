//! What leaves the program: snapshots of the chart and of the report, and the chart's geometry.

use attache::analysis::{Answers, Findings, Inputs, Sampler};
use attache::chart::{Size, Structure, lay_out};
use attache::draw::Theme;
use attache::draw::{Item, Point, Rect, Scene, Shape};
use attache::i18n::Words;
use attache::model::{Header, Knowledge, Lang, Profile, Scenario};
use attache::report::{chart, markdown};
use attache::store::examples;
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

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
        let findings = Findings::new(&knowledge, &scenario, &Sampler::usual(&knowledge));
        let text = markdown(&knowledge, &header, &scenario, &findings, &words);
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
        let drawn = chart(&knowledge, &header.company, &scenario, &words, theme);
        insta::assert_snapshot!(format!("svg_{index}"), drawn);
    }
}

#[test]
fn what_users_write_cannot_break_the_svg_or_the_markdown() {
    let (knowledge, mut header, scenario) = example(0);
    header.company = "<A & \"B\"> \u{7} * _x_ | # [y](z)".into();
    let words = Words::new(Lang::Fr);
    let findings = Findings::new(&knowledge, &scenario, &Sampler::new(&knowledge, 64, 1));
    let drawn = chart(&knowledge, &header.company, &scenario, &words, Theme::Light);
    assert!(drawn.contains("&lt;A &amp; &quot;B&quot;&gt;"));
    assert!(!drawn.contains('\u{7}'));
    let text = markdown(&knowledge, &header, &scenario, &findings, &words);
    assert!(
        text.starts_with("# \\<A & \"B\"\\> \u{7} \\* \\_x\\_ \\| \\# \\[y\\](z)\n"),
        "{text}"
    );
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
            });
        }
        let answers = Answers::new(&knowledge, Inputs::read(&knowledge, &scenario));
        let words = Words::new(Lang::Fr);
        let structure = Structure::new(&knowledge, "", &scenario, &answers, &words);
        sound(&lay_out(&structure, Size { width, height }));
    }
}
