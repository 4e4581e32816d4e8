//! Ends that nobody is asked about: a signal, as at a logout, the end of the X server, that of a Wayland
//! compositor. The work is offered at the next start.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::{Window, program, until, xdotool};
use attache::model::{Knowledge, Profile};
use attache::store::{Disk, Protected, Recovery, examples, read_profile};
use jiff::civil::date;

/// Another program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A company without a name, in a file.
fn nameless(folder: &Path) -> PathBuf {
    let path = folder.join("profil.ron");
    let profile = Profile::new(&Knowledge::builtin(), date(2026, 11, 24));
    Disk::default()
        .write_profile(&path, &profile, Protected::Refuse)
        .unwrap();
    path
}

/// The unsaved work that waits for the next start.
fn copy_in(folder: &Path) -> Option<Profile> {
    let copies = folder.join(".local/share/attache/recovery");
    let lost = Recovery::at(copies, Disk::default()).lost().pop()?;
    Profile::parse(&Knowledge::builtin(), "copy", &lost.text).ok()
}

/// The program, hearing every signal however the tests were started: by `nohup`, they do not hear one
/// themselves. `through` is what is to start it.
fn hearing(through: &[&str], path: &Path, folder: &Path) -> Command {
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let plain = program::at_home(attache, path, folder);
    let mut command = Command::new("/usr/bin/env");
    command
        .arg("--default-signal=HUP,INT,TERM")
        .args(through)
        .arg(attache)
        .args(plain.get_args())
        .current_dir(folder);
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// Names the company, with unsaved keystrokes of the last moment.
fn name(window: &Window) {
    window.key(&["F4"]);
    // A busy window has no field yet when the first keys come.
    until("not named", || {
        window.key(&["ctrl+a"]);
        window.xdotool(&["type", "--delay", "40", "Ponant"]);
        sleep(Duration::from_millis(300));
        let title = window.xdotool(&["getwindowname", &window.id]);
        (title == "• Ponant — Attache").then_some(())
    });
}

/// At the next start, the named work is offered, taken up and saved.
fn is_offered(path: &Path, folder: &Path) {
    let window = Window::open(path, folder);
    window.key(&["Return"]);
    window.titled(|title| title == "• Ponant — Attache");
    window.key(&["ctrl+s"]);
    window.titled(|title| title == "Ponant — Attache");
    let saved = read_profile(&Knowledge::builtin(), path).unwrap();
    assert_eq!(saved.header.company, "Ponant");
    until("the copy stays", || copy_in(folder).is_none().then_some(()));
}

#[test]
#[ignore = "needs an X display"]
fn a_signal_ends_the_window_unasked_and_leaves_the_newest_work() {
    for signal in ["-TERM", "-HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let path = nameless(folder.path());
        let mut window = Window::run(hearing(&[], &path, folder.path()));
        name(&window);
        let pid = window.program.id().to_string();
        let told = Command::new("kill").args([signal, &pid]).status().unwrap();
        assert!(told.success());
        let status = until("still open", || window.program.try_wait().unwrap());
        assert!(status.success(), "{status}");
        let copy = copy_in(folder.path()).expect("a copy");
        assert_eq!(copy.header.company, "Ponant");
        is_offered(&path, folder.path());
    }
}

#[test]
#[ignore = "needs an X display"]
fn a_signal_ends_a_window_without_unsaved_work_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = nameless(folder.path());
    let mut window = Window::open(&path, folder.path());
    name(&window);
    window.key(&["ctrl+s"]);
    window.titled(|title| title == "Ponant — Attache");
    let pid = window.program.id().to_string();
    Command::new("kill").arg(&pid).status().unwrap();
    let status = until("still open", || window.program.try_wait().unwrap());
    assert!(status.success(), "{status}");
    let copies = folder.path().join(".local/share/attache/recovery");
    assert_eq!(std::fs::read_dir(copies).unwrap().count(), 0);
}

/// As `nohup` starts a program, which is not to end with its terminal.
#[test]
#[ignore = "needs an X display"]
fn a_signal_that_the_program_was_started_not_to_hear_ends_nothing() {
    for (kept, ends) in [("HUP", "TERM"), ("INT", "HUP")] {
        let folder = tempfile::tempdir().unwrap();
        let path = nameless(folder.path());
        let traps = format!("trap '' {kept}; exec \"$0\" \"$@\"");
        let shell = ["/bin/sh", "-c", &traps];
        let mut window = Window::run(hearing(&shell, &path, folder.path()));
        let pid = window.program.id().to_string();
        let tell = |signal: &str| {
            Command::new("kill")
                .args([&format!("-{signal}"), &pid])
                .status()
        };
        assert!(tell(kept).unwrap().success());
        // It still does what it is told.
        name(&window);
        assert_eq!(window.program.try_wait().unwrap(), None);
        assert!(tell(ends).unwrap().success());
        let status = until("still open", || window.program.try_wait().unwrap());
        assert!(status.success(), "{status}");
        assert_eq!(
            copy_in(folder.path()).expect("a copy").header.company,
            "Ponant"
        );
    }
}

#[test]
#[ignore = "needs an X display and Xvfb"]
fn the_end_of_the_x_server_leaves_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = nameless(folder.path());
    let mut server = Running(
        Command::new("Xvfb")
            // Between two programs it would begin anew, and turn away who comes just then.
            .args(["-displayfd", "1", "-screen", "0", "1280x720x24", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap(),
    );
    let mut number = String::new();
    BufReader::new(server.0.stdout.take().unwrap())
        .read_line(&mut number)
        .unwrap();
    let display = format!(":{}", number.trim());
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let command = program::at_home(attache, &path, folder.path());
    let mut window = Window::run_on(Some(&display), command);
    name(&window);
    // Nobody tells the program: what it has by then is what it copied while it was used.
    until("no copy", || {
        let copies = folder.path().join(".local/share/attache/recovery");
        let copies = std::fs::read_dir(copies).ok()?.flatten();
        copies
            .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
            .any(|text| text.contains("Ponant"))
            .then_some(())
    });
    server.0.kill().unwrap();
    let status = until("still there", || window.program.try_wait().unwrap());
    assert!(!status.success(), "{status}");
    is_offered(&path, folder.path());
}

#[test]
#[ignore = "needs an X display and weston"]
fn the_end_of_the_wayland_compositor_leaves_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let runtime = folder.path().join("run");
    std::fs::create_dir(&runtime).unwrap();
    std::fs::set_permissions(&runtime, std::fs::Permissions::from_mode(0o700)).unwrap();
    // One window at a time, as large as the screen; the keys are those of the display at hand.
    let mut weston = Running(
        Command::new("weston")
            .args(["--backend=x11-backend.so", "--shell=kiosk-shell.so"])
            .args(["--use-pixman", "--no-config", "--socket=attache"])
            .args(["--width=1280", "--height=720"])
            .env("XDG_RUNTIME_DIR", &runtime)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap(),
    );
    let screen = until("no compositor", || {
        let found = xdotool(&["search", "--onlyvisible", "--class", "weston"]);
        let there = runtime.join("attache").exists();
        there.then(|| found.lines().last().map(str::to_owned))?
    });
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let mut window = Running(
        program::at_home(attache, &path, folder.path())
            .env_remove("DISPLAY")
            .env("XDG_RUNTIME_DIR", &runtime)
            .env("WAYLAND_DISPLAY", "attache")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    // Another scenario is unsaved work. The window says nothing of when it hears keys.
    let recovery = folder.path().join(".local/share/attache/recovery");
    until("no copy", || {
        xdotool(&["windowfocus", &screen]);
        xdotool(&["key", "ctrl+d"]);
        sleep(Duration::from_millis(900));
        let mut entries = std::fs::read_dir(&recovery).ok()?.flatten();
        entries
            .any(|entry| entry.path().extension().is_some_and(|end| end == "ron"))
            .then_some(())
    });
    weston.0.kill().unwrap();
    let status = until("still there", || window.0.try_wait().unwrap());
    assert_eq!(status.code(), Some(1));
    let mut told = String::new();
    let mut stderr = window.0.stderr.take().unwrap();
    stderr.read_to_string(&mut told).unwrap();
    assert!(told.contains("attache: l’écran a été fermé"), "{told}");
    assert!(!told.contains(".rs:"), "{told}");
    let copy = copy_in(folder.path()).expect("a copy");
    assert!(!copy.scenarios.others.is_empty());

    let window = Window::open(&path, folder.path());
    window.key(&["Return"]);
    window.titled(|title| title.starts_with("• "));
    window.key(&["ctrl+s"]);
    window.titled(|title| !title.starts_with("• "));
    let saved = read_profile(&Knowledge::builtin(), &path).unwrap();
    assert_eq!(saved, copy);
}
