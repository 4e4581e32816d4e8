//! The whole answer as a web page: it says what the Markdown says, needs nothing and runs nothing, is
//! built for those who hear it, and keeps what people wrote as text.

use std::collections::HashSet;

use attache::analysis::{Findings, Paths, Sampler};
use attache::color::Rgb;
use attache::i18n::Words;
use attache::model::{Knowledge, Lang, Profile};
use attache::report::{html, markdown};
use attache::store::examples;
use attache::wording::Teller;
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

const STYLE: &str = include_str!("../../assets/report.css");

/// The web page of an example and its Markdown, after a change.
fn told(index: usize, lang: Lang, change: impl FnOnce(&mut Profile)) -> (String, String) {
    let knowledge = Knowledge::builtin();
    let example = &examples()[index];
    let mut profile = Profile::parse(&knowledge, example.name, example.text).unwrap();
    change(&mut profile);
    let (header, scenario) = (&profile.header, &profile.scenarios.first);
    let sampler = Sampler::new(&knowledge, 64, 1);
    let findings = Findings::new(&knowledge, scenario, &sampler);
    let paths = Paths::complete(&knowledge, scenario, &sampler, 20);
    let words = Words::new(lang);
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &[],
    };
    (
        html(teller, header, scenario, &findings, &paths),
        markdown(teller, header, scenario, &findings),
    )
}

/// Reads a page. Ours close every element, so that a reader of XML reads them as a browser does.
fn read(page: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(page, options).unwrap()
}

fn named<'a>(page: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    page.descendants()
        .filter(move |node| node.tag_name().name() == name)
}

fn text(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    let text: String = texts.filter_map(|node| node.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_web_page_says_all_that_the_markdown_says() {
    for lang in Lang::ALL {
        for index in [0, 3, 7] {
            let (page, markdown) = told(index, lang, |_| {});
            let page = read(&page);
            let said = text(page.root_element());
            let mut part = String::new();
            let mut count = 0;
            for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES) {
                match event {
                    Event::Text(text) => part.push_str(&text),
                    Event::SoftBreak => part.push(' '),
                    Event::End(
                        TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableCell,
                    ) => {
                        let words: Vec<&str> = part.split_whitespace().collect();
                        let words = words.join(" ");
                        assert!(said.contains(&words), "{lang:?} {index}: {words}");
                        count += 1;
                        part.clear();
                    }
                    _ => {}
                }
            }
            assert!(count > 100, "{count}");
        }
    }
}

#[test]
fn the_web_page_is_built_for_those_who_hear_it() {
    for lang in Lang::ALL {
        let (page, _) = told(0, lang, |_| {});
        let page = read(&page);
        assert_eq!(page.root_element().attribute("lang"), Some(lang.code()));
        assert!(!text(named(&page, "title").next().unwrap()).is_empty());
        // Headings go down a level at a time.
        let headings = page.descendants().filter_map(|node| {
            let level = node.tag_name().name().strip_prefix('h')?;
            level.parse::<u8>().ok()
        });
        let headings: Vec<u8> = headings.collect();
        assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1);
        assert_eq!(headings[0], 1);
        assert!(
            headings.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{headings:?}"
        );
        // No id twice, and whatever is referred to is there.
        let ids: Vec<&str> = page
            .descendants()
            .filter_map(|node| node.attribute("id"))
            .collect();
        let known: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len());
        for node in page.descendants() {
            let labels = node.attribute("aria-labelledby").unwrap_or_default();
            let leads = node
                .attribute("href")
                .map(|href| href.strip_prefix('#').unwrap());
            for id in labels.split_whitespace().chain(leads) {
                assert!(known.contains(id), "{id}");
            }
        }
        let drawings: Vec<Node<'_, '_>> = named(&page, "svg").collect();
        assert_eq!(drawings.len(), 4);
        for drawing in drawings {
            assert_eq!(drawing.attribute("role"), Some("img"));
            for name in ["title", "desc"] {
                let mut parts = drawing.children().filter(|node| node.has_tag_name(name));
                let told = parts.next().unwrap();
                assert!(!text(told).is_empty());
            }
        }
        let tables: Vec<Node<'_, '_>> = named(&page, "table").collect();
        assert_eq!(tables.len(), 4);
        for table in tables {
            let first = table.children().find(Node::is_element).unwrap();
            assert!(first.has_tag_name("caption"));
            for row in table.descendants().filter(|node| node.has_tag_name("tr")) {
                let cell = row.children().find(Node::is_element).unwrap();
                assert!(cell.has_tag_name("th"));
            }
            let heads = table.descendants().filter(|node| node.has_tag_name("th"));
            assert!(
                heads
                    .into_iter()
                    .all(|head| head.attribute("scope").is_some())
            );
        }
    }
}

/// Every element of a page, with the names of its attributes.
fn structure(page: &str) -> Vec<String> {
    let page = read(page);
    let elements = page.descendants().filter(Node::is_element);
    let elements = elements.filter(|node| node.tag_name().name() != "tspan");
    let told = elements.map(|node| {
        let attributes: Vec<&str> = node
            .attributes()
            .map(|attribute| attribute.name())
            .collect();
        format!("{} {attributes:?}", node.tag_name().name())
    });
    told.collect()
}

#[test]
fn nothing_is_fetched_nothing_runs_and_what_people_wrote_is_text() {
    let write = |profile: &mut Profile, text: &str| {
        let header = &mut profile.header;
        header.author = text.to_owned();
        header.notes = text.to_owned();
        header.description = [("fr".to_owned(), text.to_owned())].into();
        header.brand.client = text.to_owned();
        header.brand.confidentiality = text.to_owned();
        for input in profile.scenarios.first.factors.values_mut() {
            for setting in input.quantities.values_mut() {
                setting.note = text.to_owned();
            }
        }
    };
    let (plain, _) = told(0, Lang::Fr, |profile| write(profile, "Texte"));
    for nasty in [
        "<script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "</p></main></body>",
        "\" onmouseover=\"alert(1)",
        "'><svg onload=alert(1)>",
        "<!-- ",
        "]]>",
        "&lt;script&gt; &#x3c; &amp;",
        "javascript:alert(1)",
        "a\u{fffe}b\u{ffff}c\u{0}d\u{1b}",
        "a\u{202e}b\u{2066}c",
    ] {
        let (page, _) = told(0, Lang::Fr, |profile| write(profile, nasty));
        assert_eq!(structure(&page), structure(&plain), "{nasty:?}");
        assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{fffe}', '\u{0}']));
        let page = read(&page);
        let policy = named(&page, "meta").find_map(|meta| {
            let is_policy = meta.attribute("http-equiv") == Some("Content-Security-Policy");
            is_policy.then(|| meta.attribute("content").unwrap())
        });
        assert!(policy.unwrap().starts_with("default-src 'none';"));
        for node in page.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            let runs = [
                "script", "link", "iframe", "object", "embed", "form", "base", "a",
            ];
            let leads_out = node
                .attribute("href")
                .is_none_or(|href| !href.starts_with('#'));
            assert!(
                !runs.contains(&name) || (name == "a" && !leads_out),
                "{name}"
            );
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(!name.starts_with("on") && name != "style", "{name}");
                assert!(name != "src" || value.starts_with("data:image/"), "{value}");
            }
        }
    }
    // Neither does the style lead anywhere.
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains('<'));
}

/// The colours of a block of the style, by name.
fn colours(block: &str) -> impl Fn(&str) -> Option<Rgb> {
    move |name| {
        let (_, after) = block.split_once(&format!("--{name}:"))?;
        let value = after.split(';').next()?.trim().strip_prefix('#')?;
        // `#fff` is short for `#ffffff`.
        let long: String = if value.len() == 3 {
            value.chars().flat_map(|digit| [digit, digit]).collect()
        } else {
            value.to_owned()
        };
        Rgb::from_hex(&long)
    }
}

#[test]
fn the_web_page_is_read_by_day_and_by_night() {
    let blocks: Vec<&str> = STYLE.split(":root {").skip(1).collect();
    assert_eq!(blocks.len(), 3);
    for block in blocks {
        let block = block.split('}').next().unwrap();
        let colour = colours(block);
        let accent = colour("accent").or(Rgb::from_hex("#0b57a4")).unwrap();
        for ground in ["ground", "panel"].map(|name| colour(name).unwrap()) {
            for ink in [colour("text").unwrap(), colour("muted").unwrap(), accent] {
                let contrast = ink.contrast(ground);
                assert!(
                    contrast >= Rgb::LEAST_FOR_TEXT,
                    "{} on {}",
                    ink.hex(),
                    ground.hex()
                );
            }
        }
    }
}

#[test]
fn the_same_answer_makes_the_same_page() {
    assert_eq!(told(2, Lang::En, |_| {}), told(2, Lang::En, |_| {}));
}
