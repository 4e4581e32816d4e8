//! Copies of unsaved work: kept while a window lives, found once it died, gone once it closed.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use attache::model::{Knowledge, ProblemKind, Profile};
use attache::store::{Disk, Former, Lost, Recovery, Settings, SettingsFile, Stamp, WriteStep};
use jiff::civil::date;

fn profile(company: &str) -> Profile {
    let mut profile = Profile::new(&Knowledge::builtin(), date(2026, 1, 1));
    profile.header.company = company.to_owned();
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

fn kept_in(folder: &Path) -> Recovery {
    Recovery::at(folder.to_owned(), Disk::default())
}

fn found(folder: &Path) -> Vec<Lost> {
    kept_in(folder).lost()
}

#[test]
fn the_copy_of_a_living_window_is_not_offered_and_that_of_a_dead_one_is() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut window = kept_in(folder);
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
    let mut window = kept_in(folder.path());
    window.keep(None, &profile("A"));
    window.finish();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    // So does one whose work was saved meanwhile.
    let mut window = kept_in(folder.path());
    window.keep(None, &profile("B"));
    window.forget();
    wait("the copy stays", || copies(folder.path()) == 0);
}

#[test]
fn work_taken_up_is_never_without_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    kept_in(folder).keep_now(None, &profile("Lost"));
    let lost = found(folder).remove(0);
    let mut window = kept_in(folder);
    window.supersede(Former::Lost(lost));
    window.keep(None, &profile("Lost"));
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

#[test]
fn a_window_that_ends_without_a_word_leaves_its_newest_copy() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_in(folder.path());
    for number in 0..20 {
        window.keep(None, &profile(&format!("Version {number}")));
    }
    drop(window);
    let lost = found(folder.path());
    assert_eq!(lost.len(), 1);
    assert!(lost[0].text.contains("Version 19"));
}

/// A disk on which nothing can be written while the switch is on.
pub fn full_while(switch: &Arc<AtomicBool>) -> Disk {
    let switch = switch.clone();
    Disk::watched(move |step| {
        if step == WriteStep::Write && switch.load(Ordering::Relaxed) {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        Ok(())
    })
}

#[test]
fn a_copy_that_cannot_be_written_is_told_until_one_can() {
    let folder = tempfile::tempdir().unwrap();
    let full = Arc::new(AtomicBool::new(true));
    let mut window = Recovery::at(folder.path().to_owned(), full_while(&full));
    let woken = Arc::new(AtomicUsize::new(0));
    let count = woken.clone();
    window.wake_by(move || {
        count.fetch_add(1, Ordering::Relaxed);
    });
    let woken = || woken.load(Ordering::Relaxed);
    window.keep(None, &profile("A"));
    wait("not told", || woken() == 1);
    let trouble = window.trouble().map(|problem| problem.kind.clone());
    assert_eq!(trouble, Some(ProblemKind::DiskFull));
    assert!(window.trouble().is_some(), "it stays");
    full.store(false, Ordering::Relaxed);
    window.keep(None, &profile("B"));
    wait("not told that all is well again", || woken() == 2);
    assert_eq!(window.trouble(), None);

    // Work that was saved needs no copy.
    full.store(true, Ordering::Relaxed);
    window.keep(None, &profile("C"));
    wait("not told again", || woken() == 3);
    window.forget();
    wait("still told", || woken() == 4);
    assert_eq!(window.trouble(), None);
}

#[test]
fn a_folder_that_cannot_be_made_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").unwrap();
    let mut window = Recovery::at(file.join("recovery"), Disk::default());
    window.keep(None, &profile("A"));
    assert!(window.trouble().is_some());
    window.forget();
    assert_eq!(window.trouble(), None);
}

#[test]
fn work_too_large_for_a_copy_that_can_be_read_again_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_in(folder.path());
    let mut work = profile("A");
    work.header.notes = "x".repeat(5_000_000);
    window.keep(None, &work);
    let mut found = None;
    let started = Instant::now();
    while found.is_none() {
        assert!(started.elapsed() < Duration::from_secs(20), "not told");
        found = window.trouble().map(|problem| problem.kind.clone());
    }
    assert!(matches!(found, Some(ProblemKind::TooLarge { .. })));
}

#[test]
fn work_taken_up_and_saved_before_its_copy_was_made_is_not_offered_again() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    kept_in(folder).keep_now(None, &profile("Lost"));
    let lost = found(folder).remove(0);
    // There is no copy of this window to be removed when the work is saved.
    let full = Arc::new(AtomicBool::new(true));
    let mut window = Recovery::at(folder.to_owned(), full_while(&full));
    window.supersede(Former::Lost(lost));
    window.keep(None, &profile("Lost"));
    let started = Instant::now();
    while window.trouble().is_none() {
        assert!(started.elapsed() < Duration::from_secs(20), "not told");
    }
    assert_eq!(copies(folder), 1);
    window.forget();
    wait("offered again", || copies(folder) == 0);
}

#[cfg(unix)]
#[test]
fn copies_and_settings_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let copies = folder.path().join("data/recovery");
    // As an earlier version made it.
    std::fs::create_dir_all(&copies).unwrap();
    std::fs::set_permissions(&copies, std::fs::Permissions::from_mode(0o755)).unwrap();
    kept_in(&copies).keep_now(None, &profile("A"));
    assert_eq!(mode(&copies), 0o700);
    let mut seen = 0;
    for entry in std::fs::read_dir(&copies).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
        seen += 1;
    }
    assert_eq!(seen, 1);
    let settings = folder.path().join("config/attache/settings.ron");
    SettingsFile::at(settings.clone()).save(&Settings::default());
    assert_eq!(mode(&settings), 0o600);
    assert_eq!(mode(settings.parent().unwrap()), 0o700);
}

#[test]
fn names_that_are_not_unicode_are_kept_by_their_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    #[cfg(unix)]
    let odd: std::ffi::OsString =
        std::os::unix::ffi::OsStringExt::from_vec(b"/r\xe9union/\xff.attache.ron".to_vec());
    // Half of a character.
    #[cfg(windows)]
    let odd: std::ffi::OsString =
        std::os::windows::ffi::OsStringExt::from_wide(&[0x63, 0x3a, 0x5c, 0xd83d, 0x2e, 0x72]);
    let odd = Path::new(&odd);
    kept_in(folder).keep_now(Some((odd, Stamp::default())), &profile("A"));
    let lost = found(folder);
    assert_eq!(lost[0].original, Some((odd.to_owned(), Stamp::default())));

    let path = folder.join("settings.ron");
    let file = SettingsFile::at(path.clone());
    let settings = Settings {
        recent: vec![odd.to_owned(), "/été.ron".into()],
        knowledge: Some(odd.to_owned()),
        ..Settings::default()
    };
    file.save(&settings);
    assert_eq!(file.load(), (settings, false));
    // A name that is a text is written as one.
    assert!(
        std::fs::read_to_string(path)
            .unwrap()
            .contains("\"/été.ron\"")
    );
}
