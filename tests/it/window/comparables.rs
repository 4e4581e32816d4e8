//! The card of known organisations: said, unfolded and folded by keyboard, silent where none is near.

use super::{press, window_on};
use attache::i18n::Words;
use attache::model::{Cases, Knowledge, Lang};
use attache::store::examples;
use attache::ui::App;
use attache::wording::Teller;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

fn says(harness: &Harness<'_, App>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// A window whose thread has read the cases.
fn window(example: &str, lang: Lang) -> (tempfile::TempDir, Harness<'static, App>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    let example = examples().iter().find(|it| it.name == example).unwrap();
    std::fs::write(&path, example.text).unwrap();
    let mut harness = window_on(Some(path), lang);
    let leads = match lang {
        Lang::Fr => "arrive premier dans ",
        Lang::En => "comes first in ",
    };
    for _ in 0..200 {
        if says(&harness, leads) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.run();
    }
    assert!(says(&harness, leads), "the survey has come");
    (folder, harness)
}

#[test]
fn a_near_organisation_unfolds_its_sliders_beside_ours_by_keyboard() {
    let knowledge = Knowledge::builtin();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let (_folder, mut harness) = window("banque-sous-surveillance.attache.ron", lang);
        assert!(says(&harness, &words.get("comparables-title")));
        assert!(says(&harness, Cases::builtin().note.get(lang)));
        let case = Cases::builtin().cases.iter();
        let case = case.clone().find(|it| it.organisation == "SNCF").unwrap();
        let slider = |harness: &Harness<'_, App>, id: &str| {
            let at = knowledge.slider(id).unwrap();
            let factor = &knowledge.factors[at.factor];
            let ours = harness.state().scenario().factors[&factor.id].value(id);
            let name = knowledge.quantity(at).label.get(lang);
            teller.comparable_slider(name, ours, case.level(id).unwrap())
        };
        let risk = slider(&harness, "risk");
        assert!(!says(&harness, &risk));
        let row = |harness: &Harness<'_, App>| {
            let who = teller.comparable(case);
            let found = harness.get_by(|node| {
                let label = node.label().unwrap_or_default();
                node.role() == Role::DisclosureTriangle && label.starts_with(&who)
            });
            let label = found.accesskit_node().label().unwrap();
            assert!(label.contains(&teller.comparable_did(case)), "{label}");
            assert!(label.contains(case.source.get(lang)), "{label}");
            found.focus();
            found.accesskit_node().data().is_expanded()
        };
        assert_eq!(row(&harness), Some(false));
        harness.run();
        press(&mut harness, Modifiers::NONE, Key::Space);
        for id in ["risk", "history", "scattered", "marketing"] {
            let told = slider(&harness, id);
            assert!(says(&harness, &told), "{told}");
        }
        assert_eq!(row(&harness), Some(true));
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert!(!says(&harness, &risk));
        assert!(!harness.state().is_changed());
    }
}

#[test]
fn nothing_is_said_where_none_is_near() {
    let words = Words::new(Lang::En);
    let (_folder, harness) = window("pure-player.attache.ron", Lang::En);
    assert!(!says(&harness, &words.get("comparables-title")));
}
