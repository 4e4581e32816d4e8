//! What is wished while work is unsaved, whoever answers for the file: it goes on after a save that
//! succeeded, and is forgotten after anything else.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::files::{author_in, choose, save, says, sign};
use super::{begin, contents, dropped, press, profile_file, type_path, usual, window_answered};
use attache::i18n::short_date;
use attache::store::{Claims, Disk, Recovery, WriteStep};
use attache::ui::{App, Picked, Picker, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

fn quit(harness: &mut Harness<'_, App>) {
    press(harness, Modifiers::COMMAND, Key::Q);
}

fn company(harness: &Harness<'_, App>) -> String {
    harness.state().profile().header.company.clone()
}

/// Steps until something is there: a thread has to do it first.
pub fn wait(harness: &mut Harness<'_, App>, what: &str, there: impl Fn(&Harness<'_, App>) -> bool) {
    for _ in 0..600 {
        harness.step();
        if there(harness) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{what}");
}

#[test]
fn closing_goes_on_once_the_system_s_dialog_has_told_where_to_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("à moi.ron");
    let mut harness = window_answered(None, vec![Picked::Path(path.clone())]);
    sign(&mut harness, "Mine");
    quit(&mut harness);
    choose(&mut harness, "Save");
    assert_eq!(author_in(&path), "Mine");
    assert!(harness.state().is_leaving());
}

#[test]
fn every_wish_goes_on_once_the_work_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let other = profile_file(folder.path(), "autre.ron");
    type Wish = (&'static str, fn(&mut Harness<'_, App>, &Path), &'static str);
    let wishes: [Wish; 4] = [
        (
            "new",
            |harness, _| press(harness, Modifiers::COMMAND, Key::N),
            "",
        ),
        (
            "open",
            |harness, _| press(harness, Modifiers::COMMAND, Key::O),
            "Hôpitaux du Val",
        ),
        (
            "drop",
            |harness, other| {
                harness.input_mut().dropped_files.push(dropped(other));
                harness.run();
            },
            "Hôpitaux du Val",
        ),
        (
            "example",
            |harness, _| {
                harness
                    .get_by_role_and_label(Role::Button, "Examples")
                    .click();
                harness.run();
                harness.get_by_label("Ville de Saint-Aubin").click();
                harness.run();
            },
            "Ville de Saint-Aubin",
        ),
    ];
    for (name, wish, opens) in wishes {
        let path = folder.path().join(format!("{name}.ron"));
        let answers = vec![Picked::Path(path.clone()), Picked::Path(other.clone())];
        let mut harness = window_answered(None, answers);
        sign(&mut harness, name);
        wish(&mut harness, &other);
        choose(&mut harness, "Save");
        assert_eq!(author_in(&path), name);
        assert_eq!(company(&harness), opens, "{name}");
        assert!(!harness.state().is_changed());
    }
}

#[test]
fn a_wish_is_forgotten_when_the_dialog_is_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("à moi.ron");
    let chart = folder.path().join("carte.svg");
    std::fs::write(&chart, "").unwrap();
    let answers = vec![Picked::Cancelled, Picked::Path(path.clone())];
    let mut harness = window_answered(None, answers);
    sign(&mut harness, "Mine");
    quit(&mut harness);
    choose(&mut harness, "Save");
    assert!(harness.state().is_changed());
    assert!(!harness.state().is_leaving());
    // Saved later for its own sake, and a file replaced: neither closes the window.
    save(&mut harness);
    assert_eq!(author_in(&path), "Mine");
    press(&mut harness, Modifiers::COMMAND, Key::E);
    press(&mut harness, Modifiers::COMMAND, Key::E);
    type_path(&mut harness, &chart);
    choose(&mut harness, "Replace");
    wait(&mut harness, "not exported", |harness| {
        says(harness, "Exported: ")
    });
    assert!(!harness.state().is_leaving());
}

#[test]
fn a_wish_is_forgotten_when_the_save_fails_and_nobody_insists() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nulle part/profil.ron");
    let path = folder.path().join("profil.ron");
    let answers = vec![Picked::Path(nowhere), Picked::Path(path.clone())];
    let mut harness = window_answered(None, answers);
    sign(&mut harness, "Mine");
    quit(&mut harness);
    choose(&mut harness, "Save");
    assert!(says(&harness, "This folder does not exist"));
    choose(&mut harness, "Cancel");
    save(&mut harness);
    assert_eq!(author_in(&path), "Mine");
    assert!(!harness.state().is_leaving());
}

#[test]
fn a_silent_dialog_holds_nothing_up_and_the_path_can_be_typed_instead() {
    let folder = tempfile::tempdir().unwrap();
    for again in [false, true] {
        let mut harness = window_answered(None, Vec::new());
        save(&mut harness);
        // The dialog is there, and whoever does not see it comes back to the window.
        for focused in [false, true] {
            harness.input_mut().focused = focused;
            harness.step();
        }
        assert!(says(&harness, "A file dialog of the system is open."));
        // The window goes on meanwhile, by its keys as well.
        press(&mut harness, Modifiers::COMMAND, Key::Num2);
        assert!(says(&harness, "Why"));
        sign(&mut harness, "Meanwhile");
        press(&mut harness, Modifiers::COMMAND, Key::Z);
        assert!(!harness.state().is_changed());
        sign(&mut harness, "Meanwhile");
        // By the button, or by asking once more.
        if again {
            save(&mut harness);
        } else {
            choose(&mut harness, "Type the path instead");
        }
        assert!(!says(&harness, "A file dialog of the system is open."));
        let path = folder.path().join(format!("{again}.ron"));
        type_path(&mut harness, &path);
        assert_eq!(author_in(&path), "Meanwhile");
    }
}

/// A window whose dialog of the system answers when the test says so.
fn waiting() -> (std::sync::mpsc::Sender<Picked>, Harness<'static, App>) {
    let (tell, told) = std::sync::mpsc::channel();
    let harness = begin(Start {
        picker: Picker::scripted(told),
        ..usual()
    });
    (tell, harness)
}

fn path_field(harness: &Harness<'_, App>) -> bool {
    let field = harness.query_by_role_and_label(Role::TextInput, "Path of the file");
    field.is_some()
}

/// Lets seconds go by in the window: four frames each.
fn pass(harness: &mut Harness<'_, App>, seconds: f32) {
    for _ in 0..(seconds * 4.0) as usize {
        harness.step();
    }
}

#[test]
fn a_path_can_be_typed_where_no_dialog_has_appeared_after_three_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tapé.ron");
    let (tell, mut harness) = waiting();
    sign(&mut harness, "Mine");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    pass(&mut harness, 2.5);
    assert!(!path_field(&harness));
    pass(&mut harness, 1.5);
    assert!(path_field(&harness));
    type_path(&mut harness, &path);
    assert_eq!(author_in(&path), "Mine");
    // Nobody waits for the dialog any more.
    let late = folder.path().join("trop tard.ron");
    tell.send(Picked::Path(late.clone())).unwrap();
    pass(&mut harness, 1.0);
    assert!(!late.exists());
}

#[test]
fn a_dialog_that_appears_late_is_obeyed_while_nothing_else_was_answered() {
    let folder = tempfile::tempdir().unwrap();
    for wait in [false, true] {
        let late = folder.path().join(format!("tard {wait}.ron"));
        let (tell, mut harness) = waiting();
        sign(&mut harness, "Mine");
        quit(&mut harness);
        choose(&mut harness, "Save");
        pass(&mut harness, 4.0);
        assert!(path_field(&harness));
        if wait {
            // It is offered once.
            choose(&mut harness, "Keep waiting");
            pass(&mut harness, 4.0);
            assert!(!path_field(&harness));
        }
        tell.send(Picked::Path(late.clone())).unwrap();
        pass(&mut harness, 0.5);
        assert_eq!(author_in(&late), "Mine");
        assert!(!path_field(&harness));
        assert!(harness.state().is_leaving());
    }
}

#[test]
fn a_late_failure_or_cancel_leaves_the_path_field_and_its_cancel_gives_all_up() {
    let folder = tempfile::tempdir().unwrap();
    for (picked, name) in [
        (Picked::Unavailable, "échec.ron"),
        (Picked::Cancelled, "annulé.ron"),
    ] {
        let (tell, mut harness) = waiting();
        sign(&mut harness, "Mine");
        save(&mut harness);
        save(&mut harness);
        assert!(path_field(&harness), "asked again, at once");
        tell.send(picked).unwrap();
        pass(&mut harness, 0.5);
        assert!(path_field(&harness));
        assert!(!says(&harness, "Keep waiting"));
        let path = folder.path().join(name);
        type_path(&mut harness, &path);
        assert_eq!(author_in(&path), "Mine");
    }
    let (tell, mut harness) = waiting();
    save(&mut harness);
    save(&mut harness);
    choose(&mut harness, "Cancel");
    let late = folder.path().join("trop tard.ron");
    tell.send(Picked::Path(late.clone())).unwrap();
    pass(&mut harness, 1.0);
    assert!(!late.exists());
    assert!(!says(&harness, "A file dialog of the system is open."));
}

#[test]
fn a_dialog_that_has_taken_the_keyboard_may_take_its_time() {
    let (_tell, mut harness) = waiting();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    pass(&mut harness, 1.0);
    harness.input_mut().focused = false;
    pass(&mut harness, 1.0);
    // Back in the window, with the dialog beside it.
    harness.input_mut().focused = true;
    pass(&mut harness, 10.0);
    assert!(!path_field(&harness));
    assert!(says(&harness, "A file dialog of the system is open."));
}

#[test]
fn a_dialog_that_fails_is_no_cancel_and_an_answer_given_up_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    let mut harness = window_answered(None, vec![Picked::Unavailable]);
    sign(&mut harness, "Mine");
    quit(&mut harness);
    choose(&mut harness, "Save");
    type_path(&mut harness, &path);
    assert_eq!(author_in(&path), "Mine");
    assert!(harness.state().is_leaving());

    // Another profile is opened meanwhile: it is not saved under the former one's name.
    let (tell, told) = std::sync::mpsc::channel();
    let late = folder.path().join("trop tard.ron");
    let mut harness = begin(Start {
        picker: Picker::scripted(told),
        ..usual()
    });
    save(&mut harness);
    let other = profile_file(folder.path(), "autre.ron");
    harness.input_mut().dropped_files.push(dropped(&other));
    harness.run();
    tell.send(Picked::Path(late.clone())).unwrap();
    harness.run_steps(4);
    assert_eq!(company(&harness), "Hôpitaux du Val");
    assert!(!late.exists());
}

#[test]
fn the_outcome_of_every_export_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let chart = folder.path().join("carte.svg");
    let second = folder.path().join("carte 2.svg");
    let answers = vec![
        Picked::Path("/no-such-folder/x/carte.svg".into()),
        Picked::Path(chart.clone()),
        Picked::Path(second.clone()),
    ];
    // Nothing is written before all three are asked for.
    let asked = Arc::new(AtomicBool::new(false));
    let gate = asked.clone();
    let disk = Disk::watched(move |_| {
        while !gate.load(Ordering::Relaxed) {
            std::thread::yield_now();
        }
        Ok(())
    });
    let (tell, told) = std::sync::mpsc::channel();
    for answer in answers {
        tell.send(answer).unwrap();
    }
    let mut harness = begin(Start {
        disk,
        picker: Picker::scripted(told),
        ..usual()
    });
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
        harness.run_steps(4);
    }
    assert!(says(&harness, "2 more documents follow"));
    asked.store(true, Ordering::Relaxed);
    wait(&mut harness, "the first was dropped", |harness| {
        says(harness, "This folder does not exist")
    });
    press(&mut harness, Modifiers::NONE, Key::Escape);
    wait(&mut harness, "the last was dropped", |harness| {
        says(harness, "Exported: ") && second.exists()
    });
    assert!(chart.exists());
}

#[test]
fn a_window_that_ends_unasked_leaves_the_copy_and_one_that_asked_does_not() {
    let copies = |folder: &Path| Recovery::at(folder.to_owned(), Disk::default()).lost();
    let end = |harness: &mut Harness<'_, App>| {
        eframe::App::on_exit(harness.state_mut(), None);
    };
    let opened = |folder: &Path| {
        let path = profile_file(folder, "profil.ron");
        let mut harness = begin(Start {
            profile: Some(path.clone()),
            recovery: Recovery::at(folder.join("copies"), Disk::default()),
            ..usual()
        });
        sign(&mut harness, "Mine");
        (harness, path)
    };
    // The compositor ends, or the session: nobody was asked.
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, path) = opened(folder.path());
    end(&mut harness);
    let lost = copies(&folder.path().join("copies"));
    assert_eq!(lost.len(), 1);
    assert!(lost[0].text.contains("Mine"));
    assert_eq!(lost[0].original.as_ref().unwrap().0, path);
    // Someone is asked, and does not want it.
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, _) = opened(folder.path());
    quit(&mut harness);
    choose(&mut harness, "Do not save");
    end(&mut harness);
    assert!(copies(&folder.path().join("copies")).is_empty());
    // It is saved.
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, _) = opened(folder.path());
    save(&mut harness);
    end(&mut harness);
    assert!(copies(&folder.path().join("copies")).is_empty());
}

#[test]
fn work_that_is_found_again_is_saved_to_its_own_file_and_over_nobody_else_s() {
    for changed_meanwhile in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let path = profile_file(folder.path(), "profil.ron");
        let copies = folder.path().join("copies");
        let start = |profile| Start {
            profile,
            recovery: Recovery::at(copies.clone(), Disk::default()),
            ..usual()
        };
        let mut harness = begin(start(Some(path.clone())));
        sign(&mut harness, "Mine");
        let mine = harness.state().profile().clone();
        eframe::App::on_exit(harness.state_mut(), None);
        drop(harness);
        if changed_meanwhile {
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&path, format!("// theirs\n{text}")).unwrap();
        }
        let mut harness = begin(start(None));
        choose(&mut harness, "Reopen it");
        assert_eq!(harness.state().profile(), &mine);
        assert!(harness.state().is_changed());
        save(&mut harness);
        if changed_meanwhile {
            assert_ne!(author_in(&path), "Mine");
            assert!(says(&harness, "Someone else has changed this file"));
            continue;
        }
        assert_eq!(author_in(&path), "Mine");
        assert!(!harness.state().is_changed());
        eframe::App::on_exit(harness.state_mut(), None);
        drop(harness);
        assert!(Recovery::at(copies, Disk::default()).lost().is_empty());
    }
}

#[test]
fn work_is_found_again_under_its_whole_path() {
    let folder = tempfile::tempdir_in("target").unwrap();
    let relative: PathBuf = Path::new("target").join(folder.path().file_name().unwrap());
    let path = profile_file(&relative, "profil.ron");
    assert!(path.is_relative());
    let copies = relative.join("copies");
    let mut harness = begin(Start {
        profile: Some(path.clone()),
        recovery: Recovery::at(copies.clone(), Disk::default()),
        ..usual()
    });
    sign(&mut harness, "Mine");
    eframe::App::on_exit(harness.state_mut(), None);
    let lost = Recovery::at(copies, Disk::default()).lost().remove(0);
    let (original, _) = lost.original.unwrap();
    assert_eq!(original, std::path::absolute(path).unwrap());
}

#[test]
fn a_file_is_this_window_s_under_whatever_name() {
    let folder = tempfile::tempdir_in("target").unwrap();
    let relative: PathBuf = Path::new("target").join(folder.path().file_name().unwrap());
    let path = profile_file(&relative, "profil.ron");
    let mut harness = begin(Start {
        profile: Some(path.clone()),
        claims: Claims::at(relative.join("open")),
        ..usual()
    });
    let whole = std::path::absolute(&path).unwrap();
    let link = relative.join("lien.ron");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&whole, &link).unwrap();
    let roundabout = relative
        .join("../")
        .join(folder.path().file_name().unwrap())
        .join("profil.ron");
    // Elsewhere a link takes rights that not everyone has.
    let names = [whole, roundabout, link];
    let names = &names[..if cfg!(unix) { 3 } else { 2 }];
    for name in names {
        harness.input_mut().dropped_files.push(dropped(name));
        harness.run();
        assert!(!says(&harness, "This profile is open already"), "{name:?}");
        assert_eq!(company(&harness), "Hôpitaux du Val");
    }
    // And it stays so: another window is told.
    let other = begin(Start {
        profile: Some(path),
        claims: Claims::at(relative.join("open")),
        ..usual()
    });
    assert!(says(&other, "This profile is open already"));
}

#[test]
fn work_without_a_copy_is_said_quietly_until_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let full = Arc::new(AtomicBool::new(true));
    let switch = full.clone();
    let disk = Disk::watched(move |step| {
        if step == WriteStep::Write && switch.load(Ordering::Relaxed) {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        Ok(())
    });
    let mut harness = begin(Start {
        recovery: Recovery::at(folder.path().join("copies"), disk),
        ..usual()
    });
    let said = |harness: &Harness<'_, App>| says(harness, "There is no safety copy");
    assert!(!said(&harness));
    sign(&mut harness, "Mine");
    wait(&mut harness, "nothing is said", said);
    // It hinders nothing, and stays.
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    harness.run();
    assert!(said(&harness));
    full.store(false, Ordering::Relaxed);
    sign(&mut harness, "Mine again");
    wait(&mut harness, "it is still said", |harness| !said(harness));
}

#[test]
fn a_date_half_typed_stays_with_its_profile() {
    let folder = tempfile::tempdir().unwrap();
    let other = profile_file(folder.path(), "autre.ron");
    let mut harness = begin(usual());
    sign(&mut harness, "Mine");
    save(&mut harness);
    type_path(&mut harness, &folder.path().join("à moi.ron"));
    let name = "Date (day/month/year)";
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("1/12/20".to_owned()));
    harness.run();
    let typed = |harness: &Harness<'_, App>| {
        use egui_kittest::kittest::NodeT;
        let field = harness.get_by_role_and_label(Role::TextInput, name);
        field.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(typed(&harness), "1/12/20");
    assert!(!harness.state().is_changed());
    harness.input_mut().dropped_files.push(dropped(&other));
    harness.run();
    let date = harness.state().profile().header.date;
    assert_eq!(typed(&harness), short_date(date));
    assert!(!says(&harness, "Write the date as"));
}

#[test]
fn undo_in_the_path_field_is_the_fields_own() {
    let mut harness = window_answered(None, vec![Picked::Unavailable]);
    sign(&mut harness, "Mine");
    let work = contents(&harness);
    press(&mut harness, Modifiers::COMMAND, Key::O);
    choose(&mut harness, "Do not save");
    wait(&mut harness, "the field is shown", |harness| {
        harness
            .query_by_role_and_label(Role::TextInput, "Path of the file")
            .is_some()
    });
    let typed = |harness: &Harness<'_, App>| {
        let field = harness.get_by_role_and_label(Role::TextInput, "Path of the file");
        field.accesskit_node().value().unwrap_or_default()
    };
    harness
        .get_by_role_and_label(Role::TextInput, "Path of the file")
        .focus();
    harness.run();
    let before = typed(&harness);
    harness
        .get_by_role_and_label(Role::TextInput, "Path of the file")
        .type_text("abc");
    harness.run();
    assert_ne!(typed(&harness), before);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(typed(&harness), before);
    assert_eq!(contents(&harness), work);
}
