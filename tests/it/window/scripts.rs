//! Names in every script, in the window: fonts are found for them while it goes on, and it says so
//! where there are none.

use attache::model::Lang;
use attache::store::SystemFonts;
use attache::ui::{App, Start};
use egui::accesskit::Role;
use egui::epaint::text::MissingGlyphPolicy;
use egui::{FontFamily, FontId};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{begin, usual};
use crate::scripts::{SAMPLES, fonts};

fn window(fonts: SystemFonts) -> Harness<'static, App> {
    let harness = begin(Start {
        lang: Some(Lang::Fr),
        fonts,
        ..usual()
    });
    let policy = MissingGlyphPolicy::Tofu;
    harness.ctx.set_missing_glyph_policy(policy);
    harness
}

fn name_company(harness: &mut Harness<'_, App>, name: &str) {
    harness
        .get_by_role_and_label(Role::DisclosureTriangle, "Banque Delorme")
        .click();
    harness.run();
    let field = |harness: &Harness<'_, App>| {
        let field = harness.get_by_role_and_label(Role::TextInput, "Entreprise");
        field.focus();
    };
    field(harness);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Entreprise")
        .type_text(&format!(" {name}"));
    harness.run();
}

/// Steps until something is there: a thread has to find it first.
fn wait(harness: &mut Harness<'_, App>, what: &str, there: impl Fn(&Harness<'_, App>) -> bool) {
    for _ in 0..600 {
        harness.step();
        if there(harness) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{what}");
}

fn draws(harness: &Harness<'_, App>, name: &str) -> bool {
    let families = [FontFamily::Proportional, FontFamily::Name("bold".into())];
    families.into_iter().all(|family| {
        let font = FontId::new(15.0, family);
        let letters: String = name.split_whitespace().collect();
        harness
            .ctx
            .fonts_mut(|fonts| fonts.has_glyphs(&font, &letters))
    })
}

#[test]
fn names_of_every_script_are_drawn_once_fonts_are_found() {
    for sample in SAMPLES {
        let mut harness = window(fonts());
        assert!(!draws(&harness, sample.name));
        name_company(&mut harness, sample.name);
        wait(&mut harness, sample.name, |harness| {
            draws(harness, sample.name)
        });
        // Whatever the order on the screen, a screen reader reads the name as it is written.
        let written = harness.state().profile().header.company.clone();
        let seen = attache::draw::as_seen(&written);
        assert!(
            harness.query_all_by_label(&written).count() > 1,
            "{written}"
        );
        assert!(seen == written || harness.query_by_label(&seen).is_none());
        let told = harness.query_by_label_contains("Aucune police");
        assert!(told.is_none(), "{}", sample.name);
    }
}

#[test]
fn what_no_font_has_is_said_until_someone_closes_it() {
    let said = "Aucune police de cet ordinateur";
    let mut harness = window(SystemFonts::of_files(Vec::new()));
    name_company(&mut harness, "שלום");
    wait(&mut harness, "said", |harness| {
        harness.query_by_label_contains(said).is_some()
    });
    harness.get_by_label_contains("hébreu");
    harness.get_by_label("Fermer").click();
    harness.run();
    assert!(harness.query_by_label_contains(said).is_none());
}
