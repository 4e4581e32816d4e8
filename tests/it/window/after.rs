//! What follows an export: what can be done with the document, and that every outcome is told.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};

use super::files::{choose, says};
use super::wishes::wait;
use super::{begin, press, type_path, usual};
use attache::store::{Disk, WriteStep};
use attache::ui::{App, Deed, Handed, Hands, Picked, Picker, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// A window whose system does with documents what a test says, and tells of it.
fn window_handing(
    handed: impl Fn(Deed) -> Handed + Send + Sync + 'static,
) -> (Harness<'static, App>, Receiver<(Deed, PathBuf)>) {
    let (tell, told) = channel();
    let hands = Hands::by(move |deed, path| {
        tell.send((deed, path.to_owned())).unwrap();
        handed(deed)
    });
    let start = Start { hands, ..usual() };
    (begin(start), told)
}

fn export_page(harness: &mut Harness<'_, App>, to: &Path) {
    press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    type_path(harness, to);
    let name = to.file_name().unwrap().to_string_lossy().into_owned();
    wait(harness, "not exported", |harness| {
        says(harness, "Exported: ") && says(harness, &name)
    });
}

#[test]
fn a_document_is_opened_shown_in_its_folder_and_printed() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.pdf");
    let (mut harness, told) = window_handing(|deed| match deed {
        Deed::Print => Handed::InViewer,
        Deed::Open | Deed::Reveal => Handed::Done,
    });
    export_page(&mut harness, &page);
    for (button, deed) in [
        ("Open", Deed::Open),
        ("Show in its folder", Deed::Reveal),
        ("Print", Deed::Print),
    ] {
        choose(&mut harness, button);
        assert_eq!(told.recv().unwrap(), (deed, page.clone()));
    }
    wait(&mut harness, "not told where to print", |harness| {
        says(harness, "open in your PDF reader")
    });
    // Of the page it is still told: it was not what somebody closed.
    assert!(says(&harness, "page.pdf"));
    let close = harness.get_all_by_role_and_label(Role::Button, "Close");
    close.into_iter().next().unwrap().click();
    harness.run();
    assert!(!says(&harness, "page.pdf"));
}

#[test]
fn only_a_pdf_is_printed_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, _told) = window_handing(|_| Handed::Done);
    export_page(&mut harness, &folder.path().join("page.png"));
    let button = |name| {
        harness
            .query_by_role_and_label(Role::Button, name)
            .is_some()
    };
    assert!(button("Open") && button("Show in its folder"));
    assert!(!button("Print"));
}

#[test]
fn what_the_system_cannot_do_is_said_in_plain_words() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.pdf");
    let (mut harness, _told) = window_handing(|_| Handed::Unable);
    export_page(&mut harness, &page);
    for (button, says_so) in [
        ("Open", "No program on this computer opened"),
        ("Show in its folder", "The folder could not be shown"),
        ("Print", "could not be printed"),
    ] {
        choose(&mut harness, button);
        wait(&mut harness, button, |harness| says(harness, says_so));
    }
    std::fs::remove_file(&page).unwrap();
    choose(&mut harness, "Open");
    wait(&mut harness, "gone", |harness| {
        says(harness, "is not there any more")
    });
}

#[test]
fn ctrl_p_prints_the_page_from_a_place_of_its_own() {
    let (mut harness, told) = window_handing(|_| Handed::Done);
    press(&mut harness, Modifiers::COMMAND, Key::P);
    wait(&mut harness, "not printed", |harness| {
        says(harness, "on its way to the printer")
    });
    let (deed, path) = told.recv().unwrap();
    assert_eq!(deed, Deed::Print);
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    // It is no export, and leaves nothing behind.
    assert!(!says(&harness, "Exported"));
    drop(harness);
    assert!(!path.exists());
}

#[test]
fn the_last_document_is_at_hand_by_the_keyboard_once_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.pdf");
    let (mut harness, told) = window_handing(|_| Handed::Done);
    let find = |harness: &mut Harness<'_, App>| {
        press(harness, Modifiers::COMMAND, Key::K);
        harness.event(egui::Event::Text(
            "document exported last in its folder".to_owned(),
        ));
        harness.run();
        press(harness, Modifiers::NONE, Key::Enter);
    };
    find(&mut harness);
    assert!(told.try_recv().is_err());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    export_page(&mut harness, &page);
    find(&mut harness);
    assert_eq!(told.recv().unwrap(), (Deed::Reveal, page));
}

/// Three charts are exported at once, and the disk is full for the second.
fn second_of_three_fails(folder: &Path) -> (Harness<'static, App>, [PathBuf; 3]) {
    let names = ["un.svg", "deux.svg", "trois.svg"].map(|name| folder.join(name));
    let (tell, told) = channel();
    for name in &names {
        tell.send(Picked::Path(name.clone())).unwrap();
    }
    let written = AtomicUsize::new(0);
    let disk = Disk::watched(move |step| {
        let full = step == WriteStep::Write && written.fetch_add(1, Ordering::Relaxed) == 1;
        match full {
            true => Err(std::io::ErrorKind::StorageFull.into()),
            false => Ok(()),
        }
    });
    let mut harness = begin(Start {
        disk,
        picker: Picker::scripted(told),
        ..usual()
    });
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
        harness.run_steps(4);
    }
    wait(&mut harness, "the failure is not said", |harness| {
        says(harness, "could not be saved")
    });
    (harness, names)
}

#[test]
fn a_failure_is_told_between_two_successes_and_hidden_by_none() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, [first, second, third]) = second_of_three_fails(folder.path());
    assert!(says(&harness, "un.svg") && says(&harness, "deux.svg"));
    // The third is made meanwhile; it is told once somebody has answered for the second.
    wait(&mut harness, "the third is not made", |_| third.exists());
    harness.run_steps(4);
    assert!(says(&harness, "could not be saved") && !says(&harness, "trois.svg"));
    choose(&mut harness, "Try again");
    wait(&mut harness, "not all are told", |harness| {
        ["un.svg", "deux.svg", "trois.svg"].iter().all(|name| {
            harness
                .query_all_by_label_contains(name)
                .any(|_| says(harness, "Exported: "))
        })
    });
    assert!([first, second, third].iter().all(|path| path.exists()));
}

#[test]
fn what_failed_is_exported_elsewhere_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, [_, second, _]) = second_of_three_fails(folder.path());
    let company = harness.state().profile().header.company.clone();
    choose(&mut harness, "Save elsewhere…");
    // The dialog of the system is silent: the path is typed.
    choose(&mut harness, "Type the path instead");
    let other = folder.path().join("ailleurs.svg");
    type_path(&mut harness, &other);
    wait(&mut harness, "not exported elsewhere", |_| other.exists());
    assert!(!second.exists());
    assert!(std::fs::read_to_string(&other).unwrap().contains(&company));
}

#[test]
fn a_failure_whose_question_gave_way_is_asked_about_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, [_, second, _]) = second_of_three_fails(folder.path());
    let bad = folder.path().join("faux.attache.ron");
    std::fs::write(&bad, "(").unwrap();
    harness.input_mut().dropped_files.push(super::dropped(&bad));
    harness.run();
    assert!(says(&harness, "could not be opened"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    wait(&mut harness, "the failure is forgotten", |harness| {
        says(harness, "could not be saved")
    });
    choose(&mut harness, "Try again");
    wait(&mut harness, "not made in the end", |_| second.exists());
}

#[test]
fn a_page_that_cannot_be_made_for_the_printer_can_be_kept_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("page.pdf");
    let count = Arc::new(AtomicUsize::new(0));
    let seen = count.clone();
    let disk = Disk::watched(move |step| {
        let first = step == WriteStep::Create && seen.fetch_add(1, Ordering::Relaxed) == 0;
        match first {
            true => Err(std::io::ErrorKind::StorageFull.into()),
            false => Ok(()),
        }
    });
    let mut harness = begin(Start { disk, ..usual() });
    press(&mut harness, Modifiers::COMMAND, Key::P);
    wait(&mut harness, "the failure is not said", |harness| {
        says(harness, "could not be saved")
    });
    choose(&mut harness, "Save elsewhere…");
    type_path(&mut harness, &kept);
    wait(&mut harness, "not kept", |harness| {
        says(harness, "Exported: ")
    });
    assert!(kept.exists());
    assert!(count.load(Ordering::Relaxed) > 1);
}
