use attache::i18n::{SOURCES, Words};
use attache::model::ballot::items;
use attache::model::{Knowledge, Lang};
use attache::poll::{Keys, Network, Qr, Sheet};
use attache::wording::Teller;

use super::room::{Room, loopback};

#[test]
fn the_page_is_small_and_loads_nothing() {
    let room = Room::new();
    let served = room.get(&room.path(), "").body;
    let file = Sheet::new(&Knowledge::builtin(), "", Lang::Fr).file("abc", Lang::Fr);
    for page in [&served, &file] {
        println!("{} bytes", page.len());
        assert!(page.len() < 60_000, "{} bytes", page.len());
        assert!(!page.contains("{{") && !page.contains("}}"));
        for outside in [
            "http://",
            "https://",
            " src=",
            "@import",
            "url(",
            "<link rel=\"style",
            " style=",
            " onclick=",
        ] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert_eq!(page.matches("<script").count(), 1);
    }
}

#[test]
fn all_is_said_in_both_languages_and_nothing_is_ticked() {
    let knowledge = Knowledge::builtin();
    let room = Room::new();
    let page = room.get(&room.path(), "").body;
    for (lang, source) in SOURCES {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let shown = |text: &str| {
            let text = text.replace('&', "&amp;").replace('"', "&quot;");
            let span = format!("<span lang=\"{}\">{text}</span>", lang.code());
            assert!(page.contains(&span), "{span}");
        };
        for item in items(&knowledge) {
            shown(&teller.asked_by(item));
            for answer in teller.answers_to(item) {
                shown(&answer);
            }
        }
        for factor in &knowledge.factors {
            shown(&teller.asked_of_factor(factor));
        }
        // Every sentence of the page but those that only stand in its place.
        let keys = source.lines().filter_map(|line| line.split_once(" = "));
        let keys = keys.filter(|(key, _)| key.starts_with("poll-") && *key != "poll-elsewhere");
        let keys: Vec<&str> = keys.map(|(key, _)| key).collect();
        assert!(keys.len() > 30);
        for key in keys {
            shown(&words.get(key));
        }
    }
    assert_eq!(
        page.matches("<span lang=\"fr\">").count(),
        page.matches("<span lang=\"en\">").count()
    );
    assert!(!page.contains(" checked"));
    let radios = page.matches("type=\"radio\"").count();
    let all: usize = items(&knowledge)
        .iter()
        .map(|item| item.steps(&knowledge) + 1)
        .sum();
    assert_eq!(radios, all);
    assert!(page.contains("Boulangeries Martin"));
}

#[test]
fn a_name_cannot_write_in_the_page() {
    let name = "<script>alert(1)</script> \"{{questions}}\" & Cie";
    let page = Sheet::new(&Knowledge::builtin(), name, Lang::Fr).file("abc", Lang::En);
    assert_eq!(page.matches("<script").count(), 1);
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;{{questions}}&quot; &amp; Cie")
    );
}

#[test]
fn the_code_on_screen_is_read_back_as_the_link() {
    let keys = Keys::new().unwrap();
    for network in [
        loopback(),
        Network {
            name: String::new(),
            address: [192, 168, 100, 200].into(),
        },
    ] {
        let link = keys.link((network.address, 65_535).into());
        let code = Qr::of(&link).unwrap();
        let side = code.side();
        // Small enough to be read from the last row.
        assert!(side <= 33 + 8, "{side}");
        const SCALE: usize = 5;
        let dark = |x: usize, y: usize| code.is_dark(x / SCALE, y / SCALE);
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
                if dark(x, y) { 0 } else { 255 }
            });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        assert_eq!(grids[0].decode().unwrap().1, link);
        let edge = (0..side).flat_map(|at| {
            [
                (at, 0),
                (at, 3),
                (0, at),
                (3, at),
                (at, side - 1),
                (side - 4, at),
            ]
        });
        for (column, row) in edge {
            assert!(
                !code.is_dark(column, row),
                "the quiet zone at {column}, {row}"
            );
        }
    }
}
