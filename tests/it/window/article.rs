//! The article read in the window, where the cards quote it; and what is said of the program.

use attache::model::{Knowledge, Lang, ParagraphKind, article, passage};
use attache::ui::App;
use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{press, window_on};

/// A window of a usual size.
fn window(lang: Lang) -> Harness<'static, App> {
    let mut harness = window_on(None, lang);
    harness.set_size(egui::vec2(1280.0, 720.0));
    harness.run();
    harness
}

fn choose(harness: &mut Harness<'_, App>, menu: &str, item: &str) {
    harness.get_by_role_and_label(Role::Button, menu).click();
    harness.run();
    harness.get_by_label(item).click();
    harness.run();
}

/// Where a paragraph of the article stands.
fn place(harness: &Harness<'_, App>, text: &str) -> Option<Rect> {
    harness.query_by_label(text).map(|label| label.rect())
}

/// What the knowledge base says that the article says: the quotes of the factors, and what rests on
/// its word.
fn quotes() -> Vec<String> {
    let mut found = Vec::new();
    for key in ["Article(\"", "quote: \""] {
        for rest in Knowledge::BUILTIN.split(key).skip(1) {
            let mut said = String::new();
            let mut signs = rest.chars();
            loop {
                match signs.next().unwrap() {
                    '"' => break,
                    '\\' => said.extend(signs.next()),
                    sign => said.push(sign),
                }
            }
            found.push(said);
        }
    }
    found
}

#[test]
fn the_article_says_all_that_is_quoted_of_it() {
    let quotes = quotes();
    assert!(quotes.len() > 40, "{}", quotes.len());
    for quote in quotes {
        assert!(passage(&quote).is_some(), "not in the article: {quote}");
    }
}

#[test]
fn the_article_is_read_from_the_help_menu_in_french_in_both_languages() {
    let source = article().find(|p| p.kind == ParagraphKind::Source);
    let source = source.unwrap().text;
    let last = article().filter(|p| p.kind == ParagraphKind::Plain).last();
    let last = last.unwrap().text;
    for (lang, menu, item) in [
        (Lang::Fr, "Aide", "Lire l’article"),
        (Lang::En, "Help", "Read the article"),
    ] {
        let mut harness = window(lang);
        choose(&mut harness, menu, item);
        let screen = harness.ctx.content_rect();
        assert!(screen.contains_rect(place(&harness, source).unwrap()));
        // By keyboard to its end, and back.
        press(&mut harness, Modifiers::NONE, Key::End);
        harness.run();
        let end = place(&harness, last).unwrap();
        assert!(screen.contains_rect(end), "{end}");
        press(&mut harness, Modifiers::NONE, Key::PageUp);
        harness.run();
        assert!(place(&harness, last).unwrap().top() > end.top() + 100.0);
        press(&mut harness, Modifiers::NONE, Key::Home);
        harness.run();
        assert!(screen.contains_rect(place(&harness, source).unwrap()));
        press(&mut harness, Modifiers::NONE, Key::Escape);
        assert_eq!(place(&harness, source), None);
    }
}

#[test]
fn each_card_leads_to_its_words_in_the_article() {
    let knowledge = Knowledge::builtin();
    let mut harness = window_on(None, Lang::En);
    for factor in &knowledge.factors {
        let said = passage(&factor.quote).unwrap();
        let paragraph = article().nth(said.paragraph).unwrap().text;
        let name = format!("The article on: {}", factor.label.en);
        harness.get_by_label(&name).click();
        harness.run();
        let link = format!("Read in the article: {}", factor.label.en);
        harness.set_size(egui::vec2(1280.0, 600.0));
        harness.run();
        let link = harness.get_by_role_and_label(Role::Link, &link);
        link.click_accesskit();
        harness.run();
        let sheet = harness.ctx.content_rect().shrink(90.0);
        let place = place(&harness, paragraph).unwrap();
        assert!(sheet.intersects(place), "{}: {place}", factor.id);
        press(&mut harness, Modifiers::NONE, Key::Escape);
        harness.set_size(egui::vec2(1600.0, 4600.0));
        harness.run();
        harness.get_by_label(&name).click();
        harness.run();
    }
}

#[test]
fn what_the_program_is_can_be_read_and_copied() {
    let mut harness = window(Lang::Fr);
    choose(&mut harness, "Aide", "À propos d’Attache");
    let knowledge = Knowledge::builtin();
    let base = format!("{} ({})", knowledge.name.fr, knowledge.fingerprint);
    for told in [env!("CARGO_PKG_VERSION"), &base, "2026", "MIT License"] {
        harness.get_by_label(told);
    }
    harness.get_by_label("Copier").click();
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a text on the clipboard");
    assert!(copied.contains(&base) && copied.contains(env!("CARGO_PKG_VERSION")));
    // To the end of the licences by keyboard.
    press(&mut harness, Modifiers::NONE, Key::End);
    harness.run();
    assert!(harness.query_by_label("MIT License").is_none());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label(&base).is_none());
}
