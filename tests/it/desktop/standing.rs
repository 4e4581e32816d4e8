//! A window opens as it was closed.

use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use super::{Window, program, until, xdotool};
use attache::store::{Settings, SettingsFile, WindowPlace, examples};

/// Left, top, width and height of a window, in pixels.
fn geometry(window: &Window) -> [i32; 4] {
    let told = xdotool(&["getwindowgeometry", "--shell", &window.id]);
    ["X=", "Y=", "WIDTH=", "HEIGHT="].map(|name| {
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap().parse().unwrap()
    })
}

fn open(path: &Path, folder: &Path) -> Window {
    Window::open(path, folder)
}

/// Ends a window as a person does, and waits for its end.
fn close(mut window: Window) {
    window.focus();
    window.key(&["ctrl+q"]);
    until("it does not close", || window.program.try_wait().unwrap());
}

#[test]
#[ignore = "needs an X display and xdotool"]
fn a_window_opens_where_and_as_it_was_closed_and_on_a_screen_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.attache");
    std::fs::write(&path, examples()[0].text).unwrap();
    let first = open(&path, folder.path());
    xdotool(&["windowsize", "--sync", &first.id, "1000", "600"]);
    xdotool(&["windowmove", "--sync", &first.id, "120", "60"]);
    until("it does not move", || {
        (geometry(&first) == [120, 60, 1000, 600]).then_some(())
    });
    sleep(Duration::from_millis(500));
    close(first);
    let second = open(&path, folder.path());
    assert_eq!(geometry(&second), [120, 60, 1000, 600]);
    close(second);
    // As left by a screen that is not there any more.
    let home = program::at_home(Path::new("true"), &path, folder.path());
    let settings = settings_of(&home);
    let (kept, _) = settings.load();
    let place = WindowPlace {
        position: Some((5000, 90)),
        ..kept.window.unwrap()
    };
    settings.save(&Settings {
        window: Some(place),
        ..kept
    });
    let third = open(&path, folder.path());
    let [x, y, width, height] = geometry(&third);
    assert_eq!((y, width, height), (90, 1000, 600));
    assert!((0..=920).contains(&x), "{x}");
    close(third);
}

#[test]
#[ignore = "needs an X display and xdotool"]
fn a_window_hides_no_other_of_the_same_person() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.attache");
    std::fs::write(&path, examples()[0].text).unwrap();
    let other = folder.path().join("autre.attache");
    std::fs::write(&other, examples()[1].text).unwrap();
    let first = open(&path, folder.path());
    xdotool(&["windowsize", "--sync", &first.id, "1000", "600"]);
    xdotool(&["windowmove", "--sync", &first.id, "120", "60"]);
    until("it does not move", || {
        (geometry(&first) == [120, 60, 1000, 600]).then_some(())
    });
    sleep(Duration::from_millis(500));
    close(first);
    let first = open(&path, folder.path());
    let second = open(&other, folder.path());
    assert_eq!(geometry(&first), [120, 60, 1000, 600]);
    assert_eq!(geometry(&second), [152, 92, 1000, 600]);
    // The place is free again once nobody stands there.
    close(first);
    close(second);
    let settings = settings_of(&program::at_home(Path::new("true"), &path, folder.path()));
    let (kept, _) = settings.load();
    let place = kept.window.map(|kept| WindowPlace {
        position: Some((120, 60)),
        ..kept
    });
    settings.save(&Settings {
        window: place,
        ..kept
    });
    let again = open(&path, folder.path());
    assert_eq!(geometry(&again), [120, 60, 1000, 600]);
    close(again);
}

/// The settings of the program that a command would start.
fn settings_of(command: &Command) -> SettingsFile {
    let home = command
        .get_envs()
        .find(|(name, _)| *name == "XDG_CONFIG_HOME")
        .and_then(|(_, value)| value)
        .unwrap();
    SettingsFile::at(Path::new(home).join("attache/settings.ron"))
}
