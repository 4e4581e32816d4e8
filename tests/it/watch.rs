//! What others do to a file is seen, what is done here is not.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

use attache::store::{Disk, Protected, Seen, Stamp, Watch};

struct Watched {
    watch: Watch,
    /// How often the window was woken.
    woken: Arc<AtomicUsize>,
}

impl Watched {
    fn new(path: &Path) -> Self {
        let woken = Arc::new(AtomicUsize::new(0));
        let counted = woken.clone();
        let wake = move || {
            counted.fetch_add(1, Ordering::Relaxed);
        };
        Self {
            watch: Watch::new(path, Stamp::of(path), Arc::new(wake)),
            woken,
        }
    }

    /// Waits until this is told: a machine takes the time that it takes, and may show a file half written.
    fn tells(&self, wanted: &Seen) {
        let started = Instant::now();
        while self.watch.next().as_ref() != Some(wanted) {
            assert!(started.elapsed() < Duration::from_secs(60), "{wanted:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn sees(&self, path: &Path) {
        self.tells(&Seen::Changed(Stamp::of(path)));
    }
}

/// Does it once it can be done.
fn again(attempt: impl Fn() -> std::io::Result<()>) {
    let started = Instant::now();
    while let Err(error) = attempt() {
        assert!(started.elapsed() < Duration::from_secs(60), "{error}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Writes a file at one stroke, as most programs do, and those that synchronise folders.
fn put(path: &Path, text: &str) {
    let other = path.with_file_name("à deux.tmp");
    fs::write(&other, text).unwrap();
    // Under Wine, as under Windows until 2017, not while the watch looks at the old one.
    again(|| fs::rename(&other, path));
}

/// A folder by the name that the system gives it, and a file in it.
fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(folder.path())
        .unwrap()
        .join("à deux.attache");
    fs::write(&path, "ours").unwrap();
    (folder, path)
}

#[test]
fn a_change_is_seen_however_it_is_written() {
    let (_folder, path) = place();
    let watched = Watched::new(&path);
    fs::write(&path, "in place").unwrap();
    watched.sees(&path);
    put(&path, "by another file");
    watched.sees(&path);
    fs::remove_file(&path).unwrap();
    fs::write(&path, "removed first").unwrap();
    watched.sees(&path);
    fs::write(&path, "ours").unwrap();
    watched.tells(&Seen::Same);
}

#[test]
fn what_is_written_here_and_what_changes_nothing_wakes_nobody() {
    let (_folder, path) = place();
    let mut watched = Watched::new(&path);
    let disk = Disk::default();
    for number in 0..5 {
        watched.watch.hold();
        let text = format!("ours, {number}");
        disk.write(&path, text.as_bytes(), Protected::Refuse)
            .unwrap();
        watched.watch.know(Stamp::of(&path));
    }
    fs::write(path.with_file_name("other.attache"), "a neighbour").unwrap();
    put(&path, "ours, 4");
    fs::read(&path).unwrap();
    watched.watch.look();
    put(&path, "theirs");
    watched.sees(&path);
    assert_eq!(watched.woken.load(Ordering::Relaxed), 1);
}

#[test]
fn a_file_that_is_renamed_or_gone_is_seen_and_so_is_its_return() {
    let (_folder, path) = place();
    let copy = path.with_file_name("copie.attache");
    fs::copy(&path, &copy).unwrap();
    let watched = Watched::new(&path);
    let renamed = path.with_file_name("nouveau nom.attache");
    // The thread has begun to watch once it tells something.
    fs::write(&path, "theirs").unwrap();
    watched.sees(&path);
    fs::write(&path, "ours").unwrap();
    watched.tells(&Seen::Same);
    fs::rename(&path, &renamed).unwrap();
    watched.tells(&Seen::Renamed(renamed.clone()));
    fs::rename(&renamed, &path).unwrap();
    watched.tells(&Seen::Same);
    // A copy that was there before is no new name.
    fs::remove_file(&path).unwrap();
    watched.tells(&Seen::Gone);
    fs::write(&path, "ours").unwrap();
    watched.tells(&Seen::Same);
    // A folder that is gone tells nothing; the window looks when it gets the focus.
    let folder = path.parent().unwrap();
    fs::remove_dir_all(folder).unwrap();
    watched.tells(&Seen::Gone);
    // Under Wine, as under Windows until 2017, once the watch has let the old one go.
    again(|| fs::create_dir(folder));
    fs::write(&path, "ours").unwrap();
    watched.watch.look();
    watched.tells(&Seen::Same);
}

/// Windows renames no folder that someone watches.
#[cfg(unix)]
#[test]
fn a_folder_that_is_renamed_takes_the_file_along() {
    let (folder, path) = place();
    let inner = path.with_file_name("dossier");
    fs::create_dir(&inner).unwrap();
    let path = inner.join("profil.attache");
    fs::write(&path, "ours").unwrap();
    let watched = Watched::new(&path);
    // The thread has begun to watch once it tells something.
    fs::write(&path, "theirs").unwrap();
    watched.sees(&path);
    fs::rename(&inner, folder.path().join("autre nom")).unwrap();
    watched.tells(&Seen::Gone);
    fs::rename(folder.path().join("autre nom"), &inner).unwrap();
    watched.watch.look();
    watched.sees(&path);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_watched() {
    let (_folder, path) = place();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("lien.attache");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let watched = Watched::new(&link);
    fs::write(&path, "theirs").unwrap();
    watched.sees(&path);
}
