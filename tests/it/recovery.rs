//! Copies of unsaved work: kept while a window lives, found once it died, gone once it closed.

use std::path::Path;
use std::time::{Duration, Instant};

use attache::model::{Knowledge, Profile};
use attache::store::{Lost, Recovery, Stamp};

fn profile(company: &str) -> Profile {
    let mut profile = Profile::new(&Knowledge::builtin(), "2026-01-01");
    profile.company = company.to_owned();
    profile
}

fn copies(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, |entries| {
        let ends = entries.flatten().map(|entry| entry.path());
        ends.filter(|path| path.extension().is_some_and(|end| end == "ron"))
            .count()
    })
}

fn wait(what: &str, done: impl Fn() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn found(folder: &Path) -> Vec<Lost> {
    Recovery::at(folder.to_owned()).lost()
}

#[test]
fn the_copy_of_a_living_window_is_not_offered_and_that_of_a_dead_one_is() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut window = Recovery::at(folder.to_owned());
    let original = Path::new("/somewhere/été 1.ron");
    for number in 0..50 {
        window.keep(
            Some((original, Stamp::default())),
            &profile(&format!("Version {number}")),
        );
    }
    wait("no copy", || copies(folder) == 1);
    assert!(found(folder).is_empty());
    window.keep_now(Some((original, Stamp::default())), &profile("The last one"));
    let lost = found(folder);
    assert_eq!(lost.len(), 1);
    let expected = (original.to_owned(), Stamp::default());
    assert_eq!(lost[0].original, Some(expected));
    let read = Profile::parse(&Knowledge::builtin(), "copy", &lost[0].text).unwrap();
    assert_eq!(read, profile("The last one"));
    lost[0].discard();
    assert_eq!(copies(folder), 0);
}

#[test]
fn a_window_that_closes_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Recovery::at(folder.path().to_owned());
    window.keep(None, &profile("A"));
    window.finish();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    // So does one whose work was saved meanwhile.
    let mut window = Recovery::at(folder.path().to_owned());
    window.keep(None, &profile("B"));
    window.forget();
    wait("the copy stays", || copies(folder.path()) == 0);
}

#[test]
fn work_taken_up_is_never_without_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    Recovery::at(folder.to_owned()).keep_now(None, &profile("Lost"));
    let lost = found(folder).remove(0);
    let mut window = Recovery::at(folder.to_owned());
    window.take_over(None, &profile("Lost"), Some(lost));
    wait("two copies", || {
        assert!(copies(folder) >= 1);
        found(folder).is_empty() && copies(folder) == 1
    });
}

#[test]
fn what_is_no_copy_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("work-a.ron", "not a copy"),
        ("work-b.ron", "(original: None, text: 3)"),
        ("notes.txt", "mine"),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    assert!(found(folder.path()).is_empty());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}
