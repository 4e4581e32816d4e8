//! A process killed at any step of a save leaves the old file or the new one, always whole, and
//! which of the two is known.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use attache::model::{Knowledge, Profile};
use attache::store::{Disk, Protected, WriteStep, read_profile};
use jiff::civil::date;

/// On Windows, and under Wine the more, a process takes long to start.
const KILLS: usize = if cfg!(windows) { 120 } else { 1_000 };
/// How many processes save and are killed at the same time.
const TOGETHER: usize = 4;
const PLACE: &str = "ATTACHE_SAVES_TO";
const STOPS: &str = "ATTACHE_STOPS_BEFORE";
const MARK: &str = "STOPPED";

/// Two companies of very different lengths: a mixture of both would show.
fn versions() -> [Profile; 2] {
    let mut short = Profile::new(&Knowledge::builtin(), date(2026, 1, 1));
    short.header.company = "Courte".to_owned();
    let mut long = short.clone();
    long.header.company = "Longue".to_owned();
    long.header.notes = "é".repeat(10_000);
    [short, long]
}

#[test]
fn kills_at_each_step_leave_the_file_that_the_step_tells() {
    std::thread::scope(|scope| {
        for worker in 0..TOGETHER {
            scope.spawn(move || kill_many(worker));
        }
    });
}

/// Every so manieth kill, in a folder of one's own.
fn kill_many(worker: usize) {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.attache.ron");
    let [short, long] = versions();
    let disk = Disk::default();
    for kill in (worker..KILLS).step_by(TOGETHER) {
        let step = kill % WriteStep::ALL.len();
        disk.write_profile(&path, &short, Protected::Refuse)
            .unwrap();
        kill_at(&path, step);
        let read = read_profile(&knowledge, &path).expect("a whole file");
        let renamed = WriteStep::ALL[step] == WriteStep::SyncFolder;
        let expected = if renamed { &long } else { &short };
        assert_eq!(
            read.header.company,
            expected.header.company,
            "{:?}",
            WriteStep::ALL[step]
        );
        assert_eq!(read, *expected, "{:?}", WriteStep::ALL[step]);
    }
    // What a killed save leaves is hidden, and no save takes it for a profile.
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(
            entry.path() == path || (name.starts_with(".attache-") && name.ends_with(".tmp")),
            "{name}"
        );
    }
}

/// Starts a process that saves and stops before a step, and kills it there.
fn kill_at(path: &Path, step: usize) {
    let mut saver = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kills::saves_until_it_is_killed"])
        .args(["--ignored", "--nocapture"])
        .env(PLACE, path)
        .env(STOPS, step.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut told = saver.stdout.take().unwrap();
    let mut line = Vec::new();
    while !line.ends_with(MARK.as_bytes()) {
        let mut byte = [0];
        told.read_exact(&mut byte)
            .expect("a process that has stopped at its step");
        line.push(byte[0]);
    }
    saver.kill().unwrap();
    saver.wait().unwrap();
}

#[test]
#[ignore = "run by the other test, which kills it"]
fn saves_until_it_is_killed() {
    let path = PathBuf::from(std::env::var_os(PLACE).expect("run by the other test"));
    let stop = std::env::var(STOPS).unwrap().parse::<usize>().unwrap();
    let [_, long] = versions();
    let disk = Disk::watched(move |step| {
        if step == WriteStep::ALL[stop] {
            println!("{MARK}");
            loop {
                std::thread::park();
            }
        }
        Ok(())
    });
    let _ = disk.write_profile(&path, &long, Protected::Refuse);
}
