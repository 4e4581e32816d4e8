//! What can go wrong with the file of the open work, each answered with a choice and nothing lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{fs, io};

use super::{
    press, profile_file, type_path, window_beside, window_on, window_on_disk, window_with,
};
use attache::model::{Knowledge, Lang};
use attache::store::{Claims, Disk, SettingsFile, WriteStep, read_profile};
use attache::ui::App;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

pub fn author_in(path: &Path) -> String {
    read_profile(&Knowledge::builtin(), path)
        .unwrap()
        .header
        .author
}

pub fn author(harness: &Harness<'_, App>) -> String {
    harness.state().profile().header.author.clone()
}

/// Changes the work as a person does: by typing a name.
pub fn sign(harness: &mut Harness<'_, App>, name: &str) {
    let closed = harness
        .query_by_role_and_label(Role::TextInput, "Author")
        .is_none();
    if closed {
        let company = harness.state().profile().header.company.clone();
        harness
            .get_by_role_and_label(Role::DisclosureTriangle, &company)
            .click();
        harness.run();
    }
    harness
        .get_by_role_and_label(Role::TextInput, "Author")
        .focus();
    harness.run();
    press(harness, Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::TextInput, "Author")
        .type_text(name);
    harness.run();
    assert_eq!(author(harness), name);
}

/// Types a day into its field.
pub fn type_date(harness: &mut Harness<'_, App>, field: &str, day: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .focus();
    harness.run();
    press(harness, Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .type_text(day);
    harness.run();
}

pub fn save(harness: &mut Harness<'_, App>) {
    press(harness, Modifiers::COMMAND, Key::S);
}

pub fn choose(harness: &mut Harness<'_, App>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run_steps(4);
}

pub fn says(harness: &Harness<'_, App>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// A window on a file that someone else changes while it is worked on here.
fn overtaken(folder: &Path) -> (Harness<'static, App>, PathBuf) {
    let path = profile_file(folder, "à deux.ron");
    let mut harness = window_on(Some(path.clone()), Lang::En);
    sign(&mut harness, "Mine");
    let text = fs::read_to_string(&path).unwrap();
    let theirs = text.replacen("author: \"Attache\"", "author: \"Theirs\"", 1);
    assert_ne!(theirs, text);
    fs::write(&path, &theirs).unwrap();
    save(&mut harness);
    assert!(says(&harness, "Someone else has changed this file"));
    assert_eq!(author_in(&path), "Theirs");
    (harness, path)
}

#[test]
fn a_profile_gets_the_extension_that_opens_it_and_writes_over_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("Site n.1.attache");
    fs::write(&other, "something else").unwrap();
    let mut harness = window_on(None, Lang::En);
    save(&mut harness);
    type_path(&mut harness, &folder.path().join("Site n.1"));
    // The name without its extension was free; the file that would be written is not.
    choose(&mut harness, "Cancel");
    assert_eq!(fs::read_to_string(&other).unwrap(), "something else");
    save(&mut harness);
    type_path(&mut harness, &folder.path().join("Site n.2"));
    assert!(folder.path().join("Site n.2.attache").exists());
    // Names with a former extension stay as they are given.
    for name in ["simple.ron", "ancien.attache.ron", "CRIE.ATTACHE"] {
        press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        type_path(&mut harness, &folder.path().join(name));
        assert!(folder.path().join(name).exists(), "{name}");
    }
}

/// The path that the window's own field offers.
fn offered(harness: &Harness<'_, App>) -> PathBuf {
    let field = harness.get_by_role_and_label(Role::TextInput, "Path of the file");
    field.value().unwrap().into()
}

#[test]
fn a_file_keeps_its_name_at_a_save_and_is_offered_the_new_extension_at_save_as() {
    let folder = tempfile::tempdir().unwrap();
    for (name, next) in [
        ("a.attache.ron", "a.attache"),
        ("b c.ron", "b c.attache"),
        ("D.RON", "D.attache"),
        ("e.attache", "e.attache"),
        ("n.1", "n.1.attache"),
    ] {
        let path = profile_file(folder.path(), name);
        let mut harness = window_on(Some(path.clone()), Lang::En);
        sign(&mut harness, "Mine");
        save(&mut harness);
        assert_eq!(author_in(&path), "Mine", "{name}");
        press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        assert_eq!(offered(&harness), folder.path().join(next));
        choose(&mut harness, "Cancel");
    }
    let made = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(made, 5, "nothing is renamed unasked");
    // What has no file yet is named after the company.
    let mut harness = window_on(None, Lang::En);
    save(&mut harness);
    let name = offered(&harness);
    assert_eq!(name.file_name().unwrap(), "banque-delorme.attache");
}

#[test]
fn settings_that_cannot_be_read_are_said_and_hold_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    fs::write(&path, "(lang: ").unwrap();
    let mut harness = window_with(SettingsFile::at(path), Lang::En);
    assert!(says(&harness, "The preferences could not be read"));
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    assert!(!harness.state().is_changed());
}

#[test]
fn a_file_changed_meanwhile_is_not_written_over_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, path) = overtaken(folder.path());
    choose(&mut harness, "Cancel");
    assert_eq!(author(&harness), "Mine");
    assert_eq!(author_in(&path), "Theirs");
    assert!(harness.state().is_changed());
    // Asked again as long as nothing is chosen.
    save(&mut harness);
    choose(&mut harness, "Keep mine");
    assert_eq!(author_in(&path), "Mine");
    assert!(!harness.state().is_changed());
    // Chosen once, it is settled.
    sign(&mut harness, "Mine again");
    save(&mut harness);
    assert_eq!(author_in(&path), "Mine again");
}

#[test]
fn the_version_of_someone_else_can_be_taken_and_one_s_own_had_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, path) = overtaken(folder.path());
    choose(&mut harness, "Take theirs");
    assert_eq!(author(&harness), "Theirs");
    assert!(!harness.state().is_changed());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(author(&harness), "Mine");
    save(&mut harness);
    assert_eq!(author_in(&path), "Mine");
}

#[test]
fn both_versions_can_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, path) = overtaken(folder.path());
    choose(&mut harness, "Save elsewhere…");
    let other = folder.path().join("à moi.attache");
    type_path(&mut harness, &other);
    assert_eq!(author_in(&path), "Theirs");
    assert_eq!(author_in(&other), "Mine");
    assert!(!harness.state().is_changed());
}

#[test]
fn a_file_that_is_gone_is_written_again_and_a_folder_that_is_gone_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("dossier");
    fs::create_dir(&inner).unwrap();
    let path = profile_file(&inner, "profil.ron");
    let mut harness = window_on(Some(path.clone()), Lang::En);
    fs::remove_file(&path).unwrap();
    sign(&mut harness, "Once");
    save(&mut harness);
    assert_eq!(author_in(&path), "Once");

    fs::remove_dir_all(&inner).unwrap();
    sign(&mut harness, "Twice");
    save(&mut harness);
    assert!(says(&harness, "This folder does not exist"));
    assert!(harness.state().is_changed());
    fs::create_dir(&inner).unwrap();
    choose(&mut harness, "Try again");
    assert_eq!(author_in(&path), "Twice");
    assert!(!harness.state().is_changed());
}

#[test]
fn closing_waits_for_a_save_that_found_another_place() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("dossier");
    fs::create_dir(&inner).unwrap();
    let path = profile_file(&inner, "profil.ron");
    let mut harness = window_on(Some(path), Lang::En);
    sign(&mut harness, "Mine");
    fs::remove_dir_all(&inner).unwrap();
    press(&mut harness, Modifiers::COMMAND, Key::Q);
    choose(&mut harness, "Save");
    assert!(says(&harness, "This folder does not exist"));
    assert!(!harness.state().is_leaving());
    choose(&mut harness, "Save elsewhere…");
    let other = folder.path().join("ailleurs.ron");
    type_path(&mut harness, &other);
    assert_eq!(author_in(&other), "Mine");
    assert!(harness.state().is_leaving());
}

#[test]
fn an_export_that_cannot_be_written_can_go_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::E);
    type_path(&mut harness, Path::new("/no-such-folder/x/chart.svg"));
    for _ in 0..400 {
        harness.step();
        if says(&harness, "This folder does not exist") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    choose(&mut harness, "Save elsewhere…");
    let path = folder.path().join("chart.svg");
    type_path(&mut harness, &path);
    for _ in 0..400 {
        harness.step();
        if path.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(fs::read_to_string(&path).unwrap().starts_with("<svg"));
}

#[test]
fn a_second_window_on_a_file_is_asked_and_neither_erases_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let claims = Claims::at(folder.path().join("open"));
    let path = profile_file(folder.path(), "profil.ron");
    let mut first = window_beside(path.clone(), &claims);
    assert!(!says(&first, "This profile is open already"));

    // Cancelled, the second window keeps what it had.
    let mut second = window_beside(path.clone(), &claims);
    assert!(says(&second, "This profile is open already"));
    choose(&mut second, "Cancel");
    assert_eq!(second.state().profile().header.company, "Banque Delorme");

    // A copy has no file to write over.
    let mut second = window_beside(path.clone(), &claims);
    choose(&mut second, "Open a copy");
    assert_eq!(second.state().profile().header.company, "Hôpitaux du Val");
    save(&mut second);
    let field = second.query_by_role_and_label(Role::TextInput, "Path of the file");
    assert!(field.is_some(), "a copy asks for a place");

    // Opened all the same, the second to save is told.
    let mut second = window_beside(path.clone(), &claims);
    choose(&mut second, "Open it anyway");
    sign(&mut second, "Second");
    save(&mut second);
    assert_eq!(author_in(&path), "Second");
    sign(&mut first, "First");
    save(&mut first);
    assert!(says(&first, "Someone else has changed this file"));
    assert_eq!(author_in(&path), "Second");

    // The window gone, its file is free; a link to it is the same file.
    drop(first);
    drop(second);
    let mut third = window_beside(path.clone(), &claims);
    assert!(!says(&third, "This profile is open already"));
    #[cfg(unix)]
    {
        let link = folder.path().join("lien.ron");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let fourth = window_beside(link, &claims);
        assert!(says(&fourth, "This profile is open already"));
    }
    // Another file opened, the first is free again.
    press(&mut third, Modifiers::COMMAND, Key::N);
    third.run();
    let fifth = window_beside(path, &claims);
    assert!(!says(&fifth, "This profile is open already"));
}

/// A disk on which a step of every write fails while the switch is on.
fn failing_while(switch: &Arc<AtomicBool>, wrong: WriteStep, error: io::ErrorKind) -> Disk {
    let switch = switch.clone();
    Disk::watched(move |step| {
        if step == wrong && switch.load(Ordering::Relaxed) {
            return Err(error.into());
        }
        Ok(())
    })
}

#[test]
fn a_disk_that_fills_up_is_said_and_saving_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "profil.ron");
    let before = fs::read(&path).unwrap();
    let full = Arc::new(AtomicBool::new(true));
    let disk = failing_while(&full, WriteStep::Write, io::ErrorKind::StorageFull);
    let mut harness = window_on_disk(path.clone(), disk);
    sign(&mut harness, "Mine");
    save(&mut harness);
    assert!(says(&harness, "The disk is full"));
    assert_eq!(fs::read(&path).unwrap(), before);
    choose(&mut harness, "Try again");
    assert!(says(&harness, "The disk is full"));
    full.store(false, Ordering::Relaxed);
    choose(&mut harness, "Try again");
    assert_eq!(author_in(&path), "Mine");
    assert!(!harness.state().is_changed());
}

#[test]
fn a_disk_that_is_read_only_is_said_and_saving_can_go_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "profil.ron");
    let locked = Arc::new(AtomicBool::new(true));
    let disk = failing_while(
        &locked,
        WriteStep::Create,
        io::ErrorKind::ReadOnlyFilesystem,
    );
    let mut harness = window_on_disk(path.clone(), disk);
    sign(&mut harness, "Mine");
    save(&mut harness);
    assert!(says(&harness, "You are not allowed to write here"));
    assert!(harness.state().is_changed());
    choose(&mut harness, "Save elsewhere…");
    locked.store(false, Ordering::Relaxed);
    let other = folder.path().join("ailleurs.ron");
    type_path(&mut harness, &other);
    assert_eq!(author_in(&other), "Mine");
    assert_ne!(author_in(&path), "Mine");
    assert!(!harness.state().is_changed());
}

#[test]
fn a_write_protected_file_is_written_over_only_once_someone_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "profil.ron");
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights.clone()).unwrap();
    let before = fs::read(&path).unwrap();
    let mut harness = window_on(Some(path.clone()), Lang::En);
    sign(&mut harness, "Mine");
    save(&mut harness);
    assert!(says(&harness, "This file is write-protected"));
    assert_eq!(fs::read(&path).unwrap(), before);
    choose(&mut harness, "Cancel");
    assert!(harness.state().is_changed());
    save(&mut harness);
    choose(&mut harness, "Write over it");
    assert_eq!(author_in(&path), "Mine");
    assert!(!harness.state().is_changed());
    assert_eq!(fs::metadata(&path).unwrap().permissions(), rights);
}

/// A name that Windows keeps for itself is said, and the work waits for a better one.
#[cfg(windows)]
#[test]
fn a_profile_is_not_saved_under_the_name_of_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_on(None, Lang::En);
    sign(&mut harness, "Mine");
    save(&mut harness);
    type_path(&mut harness, &folder.path().join("con"));
    assert!(says(&harness, "Windows keeps the name “con” for itself"));
    assert!(harness.state().is_changed());
    choose(&mut harness, "Save elsewhere…");
    // As the system copies a path.
    let path = folder.path().join("conseil.attache.ron");
    type_path(&mut harness, Path::new(&format!("\"{}\"", path.display())));
    assert_eq!(author_in(&path), "Mine");
    assert!(!harness.state().is_changed());
}

/// Runs a test of this file on a disk of its own, in a name space where it may be mounted.
#[cfg(target_os = "linux")]
fn on_a_disk(options: &str, then: &str, test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let profile = profile_file(folder.path(), "profil.ron");
    let disk = folder.path().join("disque");
    fs::create_dir(&disk).unwrap();
    let script = format!(
        "mount -t tmpfs -o {options} none \"$DISK\" && cp \"$PROFILE\" \"$DISK\" && {then} \
         exec \"$0\" --exact {test} --ignored --nocapture"
    );
    let run = std::process::Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &script])
        .arg(std::env::current_exe().unwrap())
        .env("DISK", &disk)
        .env("PROFILE", profile)
        .env("ELSEWHERE", folder.path().join("ailleurs.ron"))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stdout);
    let complained = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{told}\n{complained}");
    assert!(told.contains("1 passed"), "{told}\n{complained}");
}

#[cfg(target_os = "linux")]
fn variable(name: &str) -> PathBuf {
    std::env::var_os(name)
        .expect("run by another test, on a disk of its own")
        .into()
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "mounts a disk: needs unshare"]
fn a_full_disk_is_said_and_saving_can_be_tried_again() {
    on_a_disk("size=64k", "", "window::files::on_a_full_disk");
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by another test, on a disk of its own"]
fn on_a_full_disk() {
    let path = variable("DISK").join("profil.ron");
    let before = fs::read(&path).unwrap();
    let mut harness = window_on(Some(path.clone()), Lang::En);
    sign(&mut harness, "Mine");
    let filler = path.with_file_name("plein");
    let full = fs::write(&filler, vec![0; 1 << 20]).unwrap_err();
    assert_eq!(full.kind(), io::ErrorKind::StorageFull);
    save(&mut harness);
    assert!(says(&harness, "The disk is full"));
    assert_eq!(fs::read(&path).unwrap(), before);
    choose(&mut harness, "Try again");
    assert!(says(&harness, "The disk is full"));
    fs::remove_file(filler).unwrap();
    choose(&mut harness, "Try again");
    assert_eq!(author_in(&path), "Mine");
    let names = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(names, 1, "no litter");
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "mounts a disk: needs unshare"]
fn a_read_only_folder_is_said_and_saving_can_go_elsewhere() {
    on_a_disk(
        "size=1m",
        "mount -o remount,ro \"$DISK\" &&",
        "window::files::in_a_read_only_folder",
    );
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by another test, on a disk of its own"]
fn in_a_read_only_folder() {
    let path = variable("DISK").join("profil.ron");
    let mut harness = window_on(Some(path.clone()), Lang::En);
    sign(&mut harness, "Mine");
    save(&mut harness);
    assert!(says(&harness, "You are not allowed to write here"));
    assert!(harness.state().is_changed());
    choose(&mut harness, "Save elsewhere…");
    let other = variable("ELSEWHERE");
    type_path(&mut harness, &other);
    assert_eq!(author_in(&other), "Mine");
    assert_ne!(author_in(&path), "Mine");
    assert!(!harness.state().is_changed());
}
