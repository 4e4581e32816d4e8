//! The presentation, slide by slide, through the window's accessibility tree and what it paints.

use super::{press, window_on};
use attache::model::{Knowledge, Lang};
use attache::store::examples;
use attache::ui::App;
use egui::accesskit::Role;
use egui::epaint::{ClippedShape, Shape};
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

pub(super) const SLIDES: usize = 14;

/// A presentation of an example, whose text may be altered, on a screen of a laptop.
fn presenting(example: &str, lang: Lang, alter: impl Fn(&str) -> String) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profile.ron");
    let found = examples().iter().find(|e| e.name.contains(example));
    std::fs::write(&path, alter(found.unwrap().text)).unwrap();
    let mut harness = window_on(Some(path), lang);
    harness.set_size(vec2(1280.0, 720.0));
    press(&mut harness, Modifiers::NONE, Key::F5);
    // The survey, the years to come, and what would turn the answer are counted meanwhile.
    harness.run_steps(60);
    harness
}

fn as_it_is(text: &str) -> String {
    text.to_owned()
}

/// Everything that can be read of the screen, by eyes or by a screen reader.
fn texts(harness: &Harness<'_, App>) -> Vec<String> {
    let mut found = Vec::new();
    for node in harness.query_all_by(|_| true) {
        let node = node.accesskit_node();
        found.extend(node.label());
        found.extend(node.value());
    }
    for (text, _) in painted(harness) {
        found.push(text);
    }
    found
}

/// The texts that are painted, each with its smallest type.
pub(super) fn painted(harness: &Harness<'_, App>) -> Vec<(String, f32)> {
    painted_in(&harness.output().shapes)
}

pub(super) fn painted_in(shapes: &[ClippedShape]) -> Vec<(String, f32)> {
    fn add(shape: &Shape, found: &mut Vec<(String, f32)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, found)),
            Shape::Text(text) => {
                let sections = text.galley.job.sections.iter();
                let least = sections.map(|s| s.format.font_id.size).reduce(f32::min);
                let text = text.galley.job.text.clone();
                found.extend(least.map(|size| (text, size)));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in shapes {
        add(&clipped.shape, &mut found);
    }
    found
}

fn go(harness: &mut Harness<'_, App>, slide: usize) {
    press(harness, Modifiers::NONE, Key::Home);
    for _ in 1..slide {
        press(harness, Modifiers::NONE, Key::PageDown);
    }
    harness.run_steps(60);
    harness.get_by_label_contains(&format!("({slide} of {SLIDES})"));
}

#[test]
fn the_slides_tell_the_story_in_order() {
    let mut harness = presenting("editeur", Lang::En, as_it_is);
    for (slide, title, told) in [
        (
            1,
            "The answer",
            "Recommended home, by a narrow margin: Digital / web",
        ),
        (2, "Why", "The case for Digital / web"),
        (
            3,
            "The agency",
            "Recommended home, by a narrow margin: Digital / web",
        ),
        (10, "How solid is it?", "Digital / web: 7"),
        (
            11,
            "Who handles the contact points?",
            "Every open contact point is handled",
        ),
        (
            12,
            "How the organisation will evolve",
            "Role: Single expert → Coordinator",
        ),
        (
            13,
            "What would change our mind",
            "Marketing and products: from 40 to 98, and the answer becomes Marketing.",
        ),
        (
            14,
            "And now?",
            "Decide on a function attached to the web team",
        ),
    ] {
        go(&mut harness, slide);
        harness.get_by_label(&format!("{title} ({slide} of {SLIDES})"));
        let all = texts(&harness);
        assert!(
            all.iter().any(|text| text.contains(told)),
            "slide {slide} does not say {told}: {all:#?}"
        );
    }
    // What to do rests on what was found: the next change is years away, so that the year counts.
    let all = texts(&harness).join("\n");
    assert!(all.contains("Review this answer in autumn 2027"), "{all}");
    assert!(
        all.contains("“Coordinator” replaces “Single expert”"),
        "{all}"
    );
    assert!(all.contains("references"), "{all}");
}

/// Holds the texts of a slide to say nothing of the answer.
pub(super) fn tell_nothing(texts: &[String], knowledge: &Knowledge, slide: usize) {
    // Names of answers that nothing else on a slide of a factor says.
    let answers: Vec<String> = knowledge
        .questions
        .iter()
        .flat_map(|question| &question.alternatives)
        .map(|alternative| alternative.label.en.clone())
        .chain(["Org chart.", "dvised", "Decide", "cases in 100"].map(str::to_owned))
        .collect();
    let factor = slide
        .checked_sub(3)
        .and_then(|at| knowledge.factors.plain().get(at));
    // What a factor is, and its sliders, are asked and not answered.
    let asked: Vec<&str> = factor.map_or_else(Vec::new, |factor| {
        let ends = factor.quantities.iter();
        let ends = ends.flat_map(|q| [&q.label.en, &q.low.en, &q.high.en]);
        let choices = factor.choice.iter().flat_map(|choice| &choice.options);
        let choices = choices.map(|option| &option.label.en);
        let texts = [&factor.label.en, &factor.help.en].into_iter();
        texts
            .chain(ends)
            .chain(choices)
            .map(String::as_str)
            .collect()
    });
    for text in texts {
        let is_asked = asked.iter().any(|asked| text.contains(asked));
        let is_asked = is_asked || text.starts_with("The article");
        let told = answers.iter().find(|answer| text.contains(answer.as_str()));
        assert!(
            is_asked || told.is_none(),
            "slide {slide} says {told:?}: {text}"
        );
    }
}

#[test]
fn while_it_hides_no_slide_shows_a_trace_of_the_answer() {
    let mut harness = presenting("hospitalier", Lang::En, as_it_is);
    press(&mut harness, Modifiers::NONE, Key::H);
    let knowledge = harness.state().knowledge().clone();
    for slide in 1..=SLIDES {
        go(&mut harness, slide);
        let hidden = texts(&harness);
        tell_nothing(&hidden, &knowledge, slide);
        assert!(
            hidden
                .iter()
                .any(|text| text == "The answer waits: R reveals it.")
        );
        press(&mut harness, Modifiers::NONE, Key::R);
        harness.run_steps(3);
        let shown = texts(&harness);
        let named = |text: &String| text.contains("General management");
        assert!(shown.iter().any(named), "slide {slide} stays hidden");
        assert!(
            !shown
                .iter()
                .any(|text| text == "The answer waits: R reveals it.")
        );
    }
}

#[test]
fn digits_keys_and_clicks_lead_through_the_slides() {
    let mut harness = presenting("editeur", Lang::En, as_it_is);
    let at = |harness: &Harness<'_, App>| {
        let step = format!("of {SLIDES})");
        let told = harness.get_by_label_contains(&step);
        let told = told.accesskit_node();
        let told = told.label().or(told.value()).unwrap();
        let number = told.rsplit_once('(').unwrap().1;
        number.split(' ').next().unwrap().parse::<usize>().unwrap()
    };
    for (key, slide) in [
        (Key::Space, 2),
        (Key::ArrowDown, 3),
        (Key::Backspace, 2),
        (Key::ArrowUp, 1),
        (Key::End, 14),
        (Key::PageDown, 14),
        (Key::Num7, 7),
        (Key::Home, 1),
    ] {
        press(&mut harness, Modifiers::NONE, key);
        assert_eq!(at(&harness), slide, "{key:?}");
    }
    // Two digits in a row are one number; after a moment the next digit begins another.
    harness.run_steps(120);
    harness.key_press(Key::Num1);
    harness.key_press(Key::Num2);
    harness.run();
    assert_eq!(at(&harness), 12);
    harness.run_steps(120);
    press(&mut harness, Modifiers::NONE, Key::Num1);
    harness.run_steps(120);
    press(&mut harness, Modifiers::NONE, Key::Num3);
    assert_eq!(at(&harness), 3);
    // On a French keyboard the key of 6 writes a hyphen.
    harness.run_steps(120);
    harness.event(egui::Event::Key {
        key: Key::Minus,
        physical_key: Some(Key::Num6),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    assert_eq!(at(&harness), 6);
    // A click beside the sliders goes on.
    harness.drag_at(egui::pos2(900.0, 400.0));
    harness.run_steps(1);
    harness.drop_at(egui::pos2(900.0, 400.0));
    harness.run_steps(2);
    assert_eq!(at(&harness), 7);
    press(&mut harness, Modifiers::NONE, Key::F5);
    assert!(
        harness
            .query_by_label_contains(&format!("of {SLIDES})"))
            .is_none()
    );
}

#[test]
fn the_ring_around_the_pointer_goes_once_the_mouse_rests_and_then_nothing_is_painted() {
    let mut harness = presenting("editeur", Lang::En, as_it_is);
    let ring = |harness: &Harness<'_, App>| {
        let mut shapes = harness.output().shapes.iter();
        shapes.any(|clipped| {
            matches!(&clipped.shape, Shape::Circle(circle)
                if circle.radius == 18.0 && circle.stroke.color.a() > 0)
        })
    };
    harness.hover_at(egui::pos2(600.0, 300.0));
    harness.run_steps(2);
    assert!(ring(&harness));
    harness.get_by_role_and_label(Role::Button, "Leave (Escape)");
    // A minute in steps of a quarter of a second at the most.
    harness.run_steps(240);
    assert!(!ring(&harness));
    let leave = harness.query_by_role_and_label(Role::Button, "Leave (Escape)");
    assert!(leave.is_none());
    assert!(!harness.ctx.has_requested_repaint());
    harness.hover_at(egui::pos2(610.0, 300.0));
    harness.run_steps(2);
    assert!(ring(&harness));
}

#[test]
fn an_open_choice_is_read_from_the_back_of_the_room_and_never_cut() {
    let fewer = |text: &str| text.replace("        (id: \"human_resources\"),\n", "");
    let skilled = |text: &str| {
        let (now, then) = ("\"skills\": (value: 45.0)", "\"skills\": (value: 100.0)");
        assert!(text.contains(now));
        text.replace(now, then)
    };
    // Beside the sliders of a factor two open answers leave a little less room.
    for (what, ambition, alter, slides) in [
        (
            "the attachment",
            "82.0",
            as_it_is as fn(&str) -> String,
            &[1, 3, 4][..],
        ),
        ("with fewer departments", "82.0", fewer, &[1, 3, 4]),
        ("the sourcing as well", "95.0", skilled, &[1]),
    ] {
        for (lang, open) in [
            (Lang::Fr, "le choix reste ouvert"),
            (Lang::En, "the choice remains open"),
        ] {
            let mut harness = presenting("hospitalier", lang, |text| {
                alter(text).replace("value: 95.0", &format!("value: {ambition}"))
            });
            harness.get_by_label_contains(open);
            for &slide in slides {
                press(&mut harness, Modifiers::NONE, Key::Home);
                for _ in 1..slide {
                    press(&mut harness, Modifiers::NONE, Key::PageDown);
                }
                harness.run_steps(60);
                let texts = painted(&harness);
                assert!(texts.len() > 10);
                for (text, size) in texts {
                    assert!(
                        size >= 14.0,
                        "{what}, {lang:?}, slide {slide}: {text} at {size}"
                    );
                    assert!(
                        !text.ends_with('…'),
                        "{what}, {lang:?}, slide {slide}: {text}"
                    );
                }
            }
        }
    }
}

#[test]
fn slides_of_text_grow_to_their_room_and_rails_tell_their_numbers() {
    let mut harness = presenting("editeur", Lang::En, as_it_is);
    let size = |harness: &Harness<'_, App>, start: &str| {
        let texts = painted(harness).into_iter();
        let mut found = texts.filter(|(text, _)| text.starts_with(start));
        found.next().unwrap_or_else(|| panic!("no {start}")).1
    };
    // What is told at 23 points, or smaller at 17, where a slide is full.
    for (slide, start, usual) in [
        (2, "The case for Digital / web", 24.0),
        (10, "Digital / web: 7", 23.0),
        (14, "Decide on a function", 23.0),
        (14, "Next change expected", 17.0),
    ] {
        go(&mut harness, slide);
        let size = size(&harness, start);
        assert!(size > 1.04 * usual, "slide {slide}, {start}: {size}");
    }
    go(&mut harness, 13);
    let texts = painted(&harness);
    for number in ["0", "100", "40", "98"] {
        let told = texts.iter().any(|(text, _)| text == number);
        assert!(told, "{number} stands on no rail: {texts:?}");
    }
}

#[test]
fn every_year_to_come_is_named_under_the_line() {
    for lang in Lang::ALL {
        let mut harness = presenting("reseau", lang, as_it_is);
        press(&mut harness, Modifiers::NONE, Key::Home);
        for _ in 1..12 {
            press(&mut harness, Modifiers::NONE, Key::PageDown);
        }
        harness.run_steps(60);
        let painted: Vec<String> = painted(&harness)
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        for year in 2027..=2031 {
            assert!(
                painted.contains(&year.to_string()),
                "{lang:?} {year}: {painted:?}"
            );
        }
    }
}
