//! The real program in a real window, moved with real keys, a real mouse and real drops.

#[cfg(target_os = "linux")]
mod bus;
mod describe;
mod ending;
#[cfg(target_os = "linux")]
mod meeting;
#[cfg(target_os = "linux")]
mod portal;
mod program;
#[cfg(target_os = "linux")]
mod reader;
#[cfg(target_os = "linux")]
mod real_portal;
mod real_window;
#[cfg(target_os = "linux")]
mod screen_reader;
mod server;
mod standing;
#[cfg(target_os = "linux")]
mod two_screens;

use std::path::Path;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A running window, ended with the test.
pub struct Window {
    pub program: Child,
    pub id: String,
    /// The display that it is on, where that is not the usual one.
    display: Option<String>,
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

pub fn xdotool(args: &[&str]) -> String {
    xdotool_on(None, args)
}

/// On a display of its own, if it is one.
fn xdotool_on(display: Option<&str>, args: &[&str]) -> String {
    let mut command = Command::new("xdotool");
    command.envs(display.map(|display| ("DISPLAY", display)));
    let run = command.args(args).output().unwrap();
    String::from_utf8(run.stdout).unwrap().trim().to_owned()
}

/// Tries until it works: a window takes the time that it takes.
pub fn until<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(done) = attempt() {
            return done;
        }
        assert!(started.elapsed() < Duration::from_secs(60), "{what}");
        sleep(Duration::from_millis(100));
    }
}

impl Window {
    pub fn open(profile: &Path, folder: &Path) -> Self {
        let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
        Self::run(program::at_home(attache, profile, folder))
    }

    pub fn run(command: Command) -> Self {
        Self::run_on(None, command)
    }

    /// On a display of its own, if it is one.
    pub fn run_on(display: Option<&str>, mut command: Command) -> Self {
        command.envs(display.map(|display| ("DISPLAY", display)));
        let program = command.spawn().unwrap();
        let pid = program.id().to_string();
        let id = until("no window", || {
            let found = xdotool_on(
                display,
                &["search", "--all", "--pid", &pid, "--name", "Attache"],
            );
            found.lines().last().map(str::to_owned)
        });
        let display = display.map(str::to_owned);
        let window = Self {
            program,
            id,
            display,
        };
        window.titled(|title| title.ends_with("— Attache"));
        window.focus();
        window.settle();
        window
    }

    pub fn xdotool(&self, args: &[&str]) -> String {
        xdotool_on(self.display.as_deref(), args)
    }

    pub fn focus(&self) {
        until("no focus", || {
            self.xdotool(&["windowfocus", "--sync", &self.id]);
            (self.xdotool(&["getwindowfocus"]) == self.id).then_some(())
        });
    }

    /// Waits until the window has done with what it heard: for a while no thread of the program wants a
    /// processor, or two seconds have gone by, for one that is never at rest.
    pub fn settle(&self) {
        let threads = format!("/proc/{}/task", self.program.id());
        let is_busy = || {
            let threads = std::fs::read_dir(&threads).ok()?.flatten();
            let states = threads.filter_map(|thread| {
                let stat = std::fs::read_to_string(thread.path().join("stat")).ok()?;
                // After the name, which ends with a bracket: `R` runs, or would.
                stat.rsplit(") ").next()?.chars().next()
            });
            Some(states.into_iter().any(|state| state == 'R'))
        };
        let (started, mut rests) = (Instant::now(), 0);
        while rests < 8 && started.elapsed() < Duration::from_secs(2) {
            sleep(Duration::from_millis(25));
            rests = if is_busy() == Some(true) {
                0
            } else {
                rests + 1
            };
        }
    }

    /// Waits for the title to be as wanted.
    pub fn titled(&self, wanted: impl Fn(&str) -> bool) {
        until("no such title", || {
            wanted(&self.xdotool(&["getwindowname", &self.id])).then_some(())
        });
    }

    pub fn key(&self, keys: &[&str]) {
        for key in keys {
            // Without `--window`: such events are marked as sent by a program, and not listened to.
            self.xdotool(&["key", key]);
            self.settle();
        }
    }

    pub fn click(&self, x: u32, y: u32) {
        let (x, y) = (x.to_string(), y.to_string());
        self.xdotool(&["mousemove", "--window", &self.id, &x, &y]);
        self.settle();
        // A person holds the button for more than one frame.
        self.xdotool(&["mousedown", "1"]);
        self.settle();
        self.xdotool(&["mouseup", "1"]);
        self.settle();
    }
}
