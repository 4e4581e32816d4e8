//! A process killed at any moment of a save leaves the old file or the new one, always whole.

#![cfg(unix)]

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use attache::model::{Knowledge, Profile};
use attache::store::{read_profile, write_profile};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const SAVES: usize = 1_000;
const PLACE: &str = "ATTACHE_SAVES_TO";

/// Two companies of very different lengths: a mixture of both would show.
fn versions() -> [Profile; 2] {
    let mut short = Profile::new(&Knowledge::builtin(), "2026-01-01");
    short.company = "Courte".to_owned();
    let mut long = short.clone();
    long.company = "Longue".to_owned();
    long.notes = "é".repeat(10_000);
    [short, long]
}

#[test]
fn a_thousand_kills_leave_a_whole_file_each_time() {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.attache.ron");
    let versions = versions();
    write_profile(&path, &versions[0]).unwrap();
    let mut random = Pcg64Mcg::seed_from_u64(9);
    let mut seen = [0, 0];
    for _ in 0..SAVES {
        let mut saver = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "kills::saves_until_it_is_killed",
                "--ignored",
                "--nocapture",
            ])
            .env(PLACE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // It has begun to save: the moment of the kill is drawn from the length of a few saves.
        let mut told = saver.stdout.take().unwrap();
        let mut line = Vec::new();
        while !line.ends_with(b"SAVING") {
            let mut byte = [0];
            told.read_exact(&mut byte).expect("a process that saves");
            line.push(byte[0]);
        }
        std::thread::sleep(Duration::from_micros(random.random_range(0..6_000)));
        saver.kill().unwrap();
        saver.wait().unwrap();
        let read = read_profile(&knowledge, &path).expect("a whole file");
        let which = versions.iter().position(|version| *version == read);
        seen[which.expect("one of the two, as it was written")] += 1;
    }
    println!("found after {SAVES} kills: {seen:?}");
    // Both are found: the kills did fall between saves.
    assert!(seen.iter().all(|&times| times > SAVES / 20), "{seen:?}");
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

#[test]
#[ignore = "run by the other test, which kills it"]
fn saves_until_it_is_killed() {
    let path = PathBuf::from(std::env::var_os(PLACE).expect("run by the other test"));
    let versions = versions();
    println!("SAVING");
    for version in versions.iter().cycle() {
        write_profile(&path, version).unwrap();
    }
}
