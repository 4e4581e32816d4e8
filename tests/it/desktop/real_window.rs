//! The real program in a real window, moved with real keys and a real mouse.
//!
//! These need an X display with `xdotool`; `.ci/run` gives them one and runs them.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::{Window, server, until, xdotool};
use attache::model::{Knowledge, Profile};
use attache::store::{examples, read_profile};

fn profile_in(folder: &Path) -> (PathBuf, Profile) {
    let path = folder.join("à l’essai.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let profile = read_profile(&Knowledge::builtin(), &path).unwrap();
    (path, profile)
}

/// The profile of the file, once it is another.
fn saved_anew(path: &Path, before: &Profile) -> Profile {
    until("not saved", || {
        let after = read_profile(&Knowledge::builtin(), path).ok()?;
        (after != *before).then_some(after)
    })
}

/// What differs between two profiles, as `factor.quantity` names.
fn moved(before: &Profile, after: &Profile) -> Vec<String> {
    let mut moved = Vec::new();
    for (factor, input) in &before.scenarios.first.factors {
        for (quantity, setting) in &input.quantities {
            if after.scenarios.first.factors[factor].quantities[quantity].value != setting.value {
                moved.push(format!("{factor}.{quantity}"));
            }
        }
    }
    moved
}

#[test]
#[ignore = "needs an X display"]
fn a_slider_moves_by_mouse_and_by_keyboard_and_the_file_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = profile_in(folder.path());
    let window = Window::open(&path, folder.path());
    // The first quantity of the first card, at the size in which the window opens.
    window.click(60, 432);
    window.titled(|title| title.starts_with("• "));
    window.key(&["Right", "Right", "Right"]);
    window.key(&["ctrl+s"]);
    window.titled(|title| !title.starts_with("• "));
    let after = read_profile(&Knowledge::builtin(), &path).unwrap();
    assert_eq!(moved(&before, &after), ["agency.history"]);
    let value = after.scenarios.first.factors["agency"].quantities["history"].value;
    assert!(value < 40.0 && value.fract() == 0.0, "{value}");

    // Taken back, however many steps that were, and saved again, the file is what it was.
    window.key(&["ctrl+z"; 4]);
    window.key(&["ctrl+s"]);
    until("not undone", || {
        let text = std::fs::read_to_string(&path).ok()?;
        (text == examples()[0].text).then_some(())
    });
}

#[test]
#[ignore = "needs an X display"]
fn without_a_system_dialog_a_path_is_typed_and_saved_to() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = profile_in(folder.path());
    let window = Window::open(&path, folder.path());
    window.key(&["ctrl+shift+s"]);
    sleep(Duration::from_millis(500));
    window.key(&["ctrl+a"]);
    let copy = folder.path().join("copie.ron");
    xdotool(&["type", "--delay", "20", &copy.display().to_string()]);
    window.key(&["Return"]);
    let saved = until("not saved", || {
        read_profile(&Knowledge::builtin(), &copy).ok()
    });
    assert_eq!(saved, before);
}

#[test]
#[ignore = "needs an X display"]
fn what_a_system_dialog_answers_is_saved_to() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let (path, before) = profile_in(folder.path());
    let copy = folder.path().join("choisi.ron");
    // Stands for the person and the dialog: answers after a while, as zenity does.
    let zenity = folder.path().join("zenity");
    std::fs::write(
        &zenity,
        format!("#!/bin/sh\n/bin/sleep 1\necho '{}'\n", copy.display()),
    )
    .unwrap();
    std::fs::set_permissions(&zenity, std::fs::Permissions::from_mode(0o755)).unwrap();
    let window = Window::open(&path, folder.path());
    window.key(&["ctrl+shift+s"]);
    let saved = until("not saved", || {
        read_profile(&Knowledge::builtin(), &copy).ok()
    });
    assert_eq!(saved, before);
}

#[test]
#[ignore = "needs an X display"]
fn closing_with_unsaved_work_keeps_the_window_until_it_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = profile_in(folder.path());
    let mut window = Window::open(&path, folder.path());
    window.click(60, 432);
    window.titled(|title| title.starts_with("• "));
    window.key(&["ctrl+q"]);
    sleep(Duration::from_millis(700));
    assert!(
        window.program.try_wait().unwrap().is_none(),
        "closed without asking"
    );
    // The second button throws the changes away.
    window.key(&["Tab", "Return"]);
    let status = until("still open", || window.program.try_wait().unwrap());
    assert!(status.success());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), examples()[0].text);
}

#[test]
#[ignore = "needs an X display"]
fn time_is_played_and_an_event_put_on_the_timeline() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = profile_in(folder.path());
    let window = Window::open(&path, folder.path());
    window.key(&["ctrl+5", "alt+Right", "alt+Right", "alt+Right", "F9"]);
    sleep(Duration::from_millis(1500));
    // The player is stopped where it stands, at the fourth quarter or beyond.
    window.key(&["F9"]);
    // The menu of events, and the crisis in it.
    window.click(660, 303);
    window.click(650, 455);
    sleep(Duration::from_millis(300));
    window.key(&["ctrl+s"]);
    let after = until("no event was saved", || {
        let after = read_profile(&Knowledge::builtin(), &path).ok()?;
        (after.scenarios.first.plan != before.scenarios.first.plan).then_some(after)
    });
    assert_eq!(after.scenarios.first.plan.events[0].event, "crisis");
    assert!(
        after.scenarios.first.plan.events[0].quarter >= 4,
        "{:?}",
        after.scenarios.first.plan
    );
}

#[test]
#[ignore = "needs an X display"]
fn a_presentation_is_led_with_a_remote_and_the_palette_saves() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = profile_in(folder.path());
    let mut window = Window::open(&path, folder.path());
    // Fourth slide, the ambition: its slider, then black and back, then out.
    window.key(&["F5", "Next", "Next", "Next"]);
    sleep(Duration::from_millis(700));
    window.click(100, 243);
    window.titled(|title| title.starts_with("• "));
    window.key(&["b", "b", "Prior", "Escape"]);
    sleep(Duration::from_millis(500));
    window.key(&["ctrl+k"]);
    sleep(Duration::from_millis(300));
    xdotool(&["type", "--delay", "60", "enregistrer"]);
    window.key(&["Return"]);
    let after = saved_anew(&path, &before);
    assert_eq!(moved(&before, &after), ["ambition.presence"]);
    assert!(window.program.try_wait().unwrap().is_none());
}

#[test]
#[ignore = "needs an X display"]
fn the_page_is_exported_to_a_typed_path() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = profile_in(folder.path());
    let window = Window::open(&path, folder.path());
    window.key(&["ctrl+shift+a"]);
    sleep(Duration::from_millis(500));
    let page = folder.path().join("page.pdf");
    window.key(&["ctrl+a"]);
    xdotool(&["type", "--delay", "40", &page.display().to_string()]);
    window.key(&["Return"]);
    let bytes = until("no page", || std::fs::read(&page).ok());
    assert!(bytes.starts_with(b"%PDF"));
}

#[test]
#[ignore = "needs an X display"]
fn work_killed_before_it_was_saved_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = profile_in(folder.path());
    let copies = folder.path().join(".local/share/attache/recovery");
    let kept = || {
        let entries = std::fs::read_dir(&copies).ok()?;
        entries
            .flatten()
            .find(|entry| entry.path().extension().is_some_and(|end| end == "ron"))
    };
    let mut window = Window::open(&path, folder.path());
    window.click(60, 432);
    window.titled(|title| title.starts_with("• "));
    until("no copy", kept);
    window.program.kill().unwrap();
    window.program.wait().unwrap();
    drop(window);
    assert_eq!(read_profile(&Knowledge::builtin(), &path).unwrap(), before);

    let window = Window::open(&path, folder.path());
    // The first button takes the work up again.
    window.key(&["Return"]);
    window.titled(|title| title.starts_with("• "));
    window.key(&["ctrl+s"]);
    let after = saved_anew(&path, &before);
    assert_eq!(moved(&before, &after), ["agency.history"]);
    until("the copy stays", || kept().is_none().then_some(()));
}

#[test]
#[ignore = "needs an X display"]
fn a_window_at_rest_paints_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = profile_in(folder.path());
    let window = Window::open(&path, folder.path());
    let number = window.id.parse().unwrap();
    // The survey sharpens first; then there must be an end to it.
    until("never at rest", || {
        (server::paints(number, Duration::from_secs(1)) == 0).then_some(())
    });
    assert_eq!(server::paints(number, Duration::from_secs(10)), 0);
    // What is counted is there to be counted.
    let hovering = std::thread::spawn({
        let id = window.id.clone();
        move || {
            for x in 0..10 {
                let x = (60 + 4 * x).to_string();
                xdotool(&["mousemove", "--window", &id, &x, "390"]);
                sleep(Duration::from_millis(50));
            }
        }
    });
    assert!(server::paints(number, Duration::from_secs(1)) > 0);
    hovering.join().unwrap();
}

#[test]
#[ignore = "needs an X display"]
fn files_dropped_by_another_program_open_and_a_bad_one_leaves_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = profile_in(folder.path());
    let window = Window::open(&path, folder.path());
    let number = window.id.parse().unwrap();
    let other = folder.path().join("à déposer (100 %).attache.ron");
    std::fs::write(&other, examples()[5].text).unwrap();
    server::drop_files(number, &[&other]);
    window.titled(|title| title.starts_with("Ville de Saint-Aubin"));
    let bad = folder.path().join("mauvais.ron");
    std::fs::write(&bad, "(format: 1,").unwrap();
    server::drop_files(number, &[&bad]);
    sleep(Duration::from_millis(500));
    window.key(&["Escape"]);
    window.titled(|title| title.starts_with("Ville de Saint-Aubin"));
}

#[test]
#[ignore = "needs an X display"]
fn a_wayland_that_is_gone_leaves_the_window_to_x11() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = profile_in(folder.path());
    let runtime = folder.path().join("run");
    std::fs::create_dir(&runtime).unwrap();
    // What a session that ended leaves behind: a socket where nobody listens.
    drop(std::os::unix::net::UnixListener::bind(runtime.join("wayland-0")).unwrap());
    for named in ["wayland-0", "absent"] {
        let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
        let mut command = super::program::at_home(attache, &path, folder.path());
        command
            .env("XDG_RUNTIME_DIR", &runtime)
            .env("WAYLAND_DISPLAY", named);
        let window = Window::run(command);
        window.titled(|title| title == "Banque Delorme — Attache");
    }
}

#[test]
#[ignore = "needs an X display"]
fn without_opengl_one_sentence_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = profile_in(folder.path());
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let run = super::program::at_home(attache, &path, folder.path())
        .env("LIBGL_DRIVERS_PATH", "/absent")
        .env("__EGL_VENDOR_LIBRARY_DIRS", "/absent")
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(1));
    let told = String::from_utf8(run.stderr).unwrap();
    // What the driver has to say is not ours.
    let ours: Vec<_> = told
        .lines()
        .filter(|line| !line.starts_with("libGL"))
        .collect();
    let [line] = ours[..] else { panic!("{told}") };
    assert!(
        line.starts_with("attache: Attache ne peut pas s’afficher ici\u{a0}: le pilote"),
        "{told}"
    );
}
