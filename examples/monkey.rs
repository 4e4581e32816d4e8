//! Half an hour of clicks, drags, keys, words, drops and sizes at random, on the real window.
//! Usage: `xvfb-run -s "-screen 0 1920x1080x24 -noreset" cargo run --release --example monkey --
//! PROGRAM [MINUTES] [SEED]`. It fails on a panic, on memory that grows by 5 % or more, and on a
//! profile that cannot be read in the end.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "not the program"
)]

#[path = "../tests/it/desktop/program.rs"]
mod program;
#[path = "../tests/it/desktop/server.rs"]
mod server;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use attache::model::Knowledge;
use attache::store::{examples, read_profile};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Caches, glyphs and histories fill first.
const WARM_UP: f64 = 0.2;
const SIZE: [u32; 2] = [1280, 720];
const MOST_GROWTH: f64 = 0.05;

/// Every shortcut but the one that quits and those that start other programs, and what people press in
/// fields.
const KEYS: [&str; 54] = [
    "Tab",
    "shift+Tab",
    "Return",
    "space",
    "Escape",
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "Prior",
    "Next",
    "BackSpace",
    "Delete",
    "F1",
    "F2",
    "F3",
    "F5",
    "F6",
    "F8",
    "F10",
    "F11",
    "ctrl+d",
    "ctrl+e",
    "ctrl+n",
    "ctrl+o",
    "ctrl+shift+e",
    "ctrl+j",
    "ctrl+r",
    "ctrl+s",
    "ctrl+z",
    "ctrl+shift+z",
    "ctrl+a",
    "ctrl+c",
    "ctrl+x",
    "ctrl+v",
    "ctrl+k",
    "ctrl+1",
    "ctrl+2",
    "ctrl+3",
    "ctrl+4",
    "ctrl+5",
    "ctrl+6",
    "ctrl+7",
    "ctrl+plus",
    "ctrl+minus",
    "ctrl+0",
    "alt+Left",
    "alt+Right",
    "ctrl+shift+n",
    "ctrl+shift+s",
    "b",
    "9",
];
const WORDS: [&str; 8] = [
    "Été",
    "œuvre",
    "50",
    "-1",
    "Zoé & Cie",
    "((((",
    "\"guillemets\"",
    "deux mots",
];

fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1);
    let program = PathBuf::from(args.next().ok_or("which program?")?);
    let minutes: f64 = args.next().map_or(Ok(30.0), |minutes| minutes.parse())?;
    let seed = args.next().map_or(Ok(1), |seed| seed.parse())?;
    let home = tempfile::tempdir()?;
    let report = Monkey {
        program: fs::canonicalize(program)?,
        home: home.path().to_owned(),
        random: Pcg64Mcg::seed_from_u64(seed),
        tool: Tool::new()?,
    }
    .run(Duration::from_secs_f64(60.0 * minutes))?;
    println!("seed {seed}, {minutes} minutes: {report}");
    Ok(())
}

/// One `xdotool` that reads its commands as they come.
struct Tool(Child);

impl Tool {
    fn new() -> Outcome<Self> {
        let child = Command::new("xdotool")
            .arg("-")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self(child))
    }

    fn say(&mut self, line: &str) -> Outcome<()> {
        let input = self.0.stdin.as_mut().ok_or("xdotool is gone")?;
        writeln!(input, "{line}")?;
        input.flush()?;
        Ok(())
    }
}

impl Drop for Tool {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Monkey {
    program: PathBuf,
    home: PathBuf,
    random: Pcg64Mcg,
    tool: Tool,
}

/// One running window.
struct Life {
    child: Child,
    window: u32,
    began: Instant,
    /// Resident memory in KiB, at the usual size.
    memory: Vec<(Duration, u64)>,
}

impl Monkey {
    fn run(&mut self, time: Duration) -> Outcome<String> {
        let files = self.files()?;
        let began = Instant::now();
        let mut life = self.start(&files[0])?;
        let (mut actions, mut drops, mut lives) = (0_u64, 0_u64, 1);
        let mut worst_growth = f64::MIN;
        let mut sampled = Instant::now();
        while began.elapsed() < time {
            if let Some(status) = life.child.try_wait()? {
                // A click can find the way out: that is no failure, but a panic is.
                if !status.success() {
                    return Err(format!("ended with {status} after {actions} actions").into());
                }
                worst_growth = worst_growth.max(growth(&life).unwrap_or(f64::MIN));
                life = self.start(&files[0])?;
                lives += 1;
            }
            if self.random.random_bool(0.01) {
                let count = self.random.random_range(1..=3);
                let dropped: Vec<&Path> = (0..count)
                    .filter_map(|_| files.choose(&mut self.random).map(PathBuf::as_path))
                    .collect();
                server::drop_files(life.window, &dropped);
                drops += 1;
            } else {
                self.act(&life)?;
            }
            actions += 1;
            sleep(Duration::from_millis(self.random.random_range(5..60)));
            if sampled.elapsed() > Duration::from_secs(10) {
                sampled = Instant::now();
                self.size(life.window, SIZE)?;
                sleep(Duration::from_millis(800));
                life.memory.push((life.began.elapsed(), resident(&life)?));
            }
        }
        worst_growth = worst_growth.max(growth(&life).ok_or("no life was long enough")?);
        let (first, last) = ends(&life).ok_or("no life was long enough")?;
        let saved = self.save(&mut life)?;
        life.child.kill()?;
        life.child.wait()?;
        let errors = fs::read_to_string(self.home.join("errors"))?;
        if errors.contains("panicked") {
            return Err(errors.into());
        }
        if worst_growth >= MOST_GROWTH {
            return Err(format!("memory grew by {:.1} %", 100.0 * worst_growth).into());
        }
        Ok(format!(
            "{actions} actions, {drops} drops, {lives} windows; {first} to {last} KiB, at most \
             {:+.1} %; the profile of {saved:?} is valid",
            100.0 * worst_growth
        ))
    }

    /// Good profiles, bad ones, and what is none.
    fn files(&self) -> Outcome<Vec<PathBuf>> {
        let mut files = Vec::new();
        for (name, text) in [
            ("à nous.attache.ron", examples()[0].text),
            ("ville.ron", examples()[5].text),
            ("réseau.attache.ron", examples()[7].text),
            ("coupé.ron", &examples()[1].text[..400]),
            ("autre.txt", "rien"),
        ] {
            let path = self.home.join(name);
            fs::write(&path, text)?;
            files.push(path);
        }
        Ok(files)
    }

    fn start(&mut self, profile: &Path) -> Outcome<Life> {
        let errors = fs::File::options()
            .create(true)
            .append(true)
            .open(self.home.join("errors"))?;
        let child = program::at_home(&self.program, profile, &self.home)
            .stderr(errors)
            .spawn()?;
        let pid = child.id().to_string();
        let began = Instant::now();
        let window = loop {
            let found = Command::new("xdotool")
                .args([
                    "search",
                    "--onlyvisible",
                    "--pid",
                    &pid,
                    "--name",
                    "Attache",
                ])
                .output()?;
            let found = String::from_utf8(found.stdout)?;
            if let Some(window) = found.lines().last() {
                break window.parse()?;
            }
            if began.elapsed() > Duration::from_secs(60) {
                return Err("no window".into());
            }
            sleep(Duration::from_millis(50));
        };
        self.tool.say(&format!("windowfocus {window}"))?;
        Ok(Life {
            child,
            window,
            began: Instant::now(),
            memory: Vec::new(),
        })
    }

    fn size(&mut self, window: u32, [width, height]: [u32; 2]) -> Outcome<()> {
        self.tool
            .say(&format!("windowsize {window} {width} {height}"))
    }

    fn point(&mut self) -> [u32; 2] {
        SIZE.map(|side| self.random.random_range(0..side))
    }

    fn act(&mut self, life: &Life) -> Outcome<()> {
        let [x, y] = self.point();
        let go = format!("mousemove --window {} {x} {y}", life.window);
        match self.random.random_range(0..100) {
            0..45 => {
                self.tool.say(&format!("{go} mousedown 1"))?;
                sleep(Duration::from_millis(40));
                self.tool.say("mouseup 1")
            }
            45..60 => {
                let [to_x, to_y] = self.point();
                self.tool.say(&format!("{go} mousedown 1"))?;
                sleep(Duration::from_millis(40));
                self.tool
                    .say(&format!("mousemove --window {} {to_x} {to_y}", life.window))?;
                sleep(Duration::from_millis(40));
                self.tool.say("mouseup 1")
            }
            60..70 => {
                let button = self.random.random_range(4..6);
                self.tool.say(&format!("{go} click --repeat 3 {button}"))
            }
            70..94 => {
                let key = KEYS.choose(&mut self.random).copied().unwrap_or("Escape");
                self.tool.say(&format!("key {key}"))
            }
            94..98 => {
                let word = WORDS.choose(&mut self.random).copied().unwrap_or("x");
                self.tool.say(&format!("type --delay 5 '{word}'"))
            }
            _ => {
                let size = [900..1920, 560..1080].map(|side| self.random.random_range(side));
                self.size(life.window, size)
            }
        }
    }

    /// Saves what is open, as a person does after all that; gives its company.
    fn save(&mut self, life: &mut Life) -> Outcome<String> {
        self.size(life.window, SIZE)?;
        for _ in 0..6 {
            self.tool.say("key Escape")?;
            sleep(Duration::from_millis(300));
        }
        let path = self.home.join("fin.attache.ron");
        self.tool.say("key ctrl+shift+s")?;
        sleep(Duration::from_millis(800));
        self.tool.say("key ctrl+a")?;
        self.tool
            .say(&format!("type --delay 20 '{}'", path.display()))?;
        self.tool.say("key Return")?;
        let began = Instant::now();
        while !path.exists() {
            if began.elapsed() > Duration::from_secs(20) {
                return Err("nothing was saved in the end".into());
            }
            sleep(Duration::from_millis(100));
        }
        let read = read_profile(&Knowledge::builtin(), &path);
        Ok(read
            .map_err(|problems| format!("{problems:?}"))?
            .header
            .company)
    }
}

fn resident(life: &Life) -> Outcome<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", life.child.id()))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(kib.ok_or("no memory is told")?.parse()?)
}

/// The medians of the first and of the last fifth after the warm-up.
fn ends(life: &Life) -> Option<(u64, u64)> {
    let end = life.memory.last()?.0;
    let warm: Vec<u64> = life
        .memory
        .iter()
        .filter(|(when, _)| *when >= end.mul_f64(WARM_UP))
        .map(|(_, kib)| *kib)
        .collect();
    let part = warm.len() / 5;
    if part < 2 {
        return None;
    }
    let median = |part: &[u64]| {
        let mut sorted = part.to_vec();
        sorted.sort_unstable();
        sorted[sorted.len() / 2]
    };
    Some((median(&warm[..part]), median(&warm[warm.len() - part..])))
}

fn growth(life: &Life) -> Option<f64> {
    let (first, last) = ends(life)?;
    Some(last as f64 / first as f64 - 1.0)
}
