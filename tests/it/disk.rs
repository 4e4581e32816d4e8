//! A file is written whole or not at all, keeps its rights, and nothing that is no file is replaced.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use attache::model::{Knowledge, ProblemKind as Kind};
use attache::store::{Disk, Protected, WriteStep, read_profile};

fn write(path: &Path, text: &str) -> Result<(), Kind> {
    let written = Disk::default().write(path, text.as_bytes(), Protected::Refuse);
    written.map_err(|problem| problem.kind)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_step_that_fails_leaves_the_old_file_and_no_litter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    for (error, kind) in [
        (io::ErrorKind::StorageFull, Kind::DiskFull),
        (io::ErrorKind::QuotaExceeded, Kind::DiskFull),
        (io::ErrorKind::ReadOnlyFilesystem, Kind::WritePermission),
        (io::ErrorKind::PermissionDenied, Kind::WritePermission),
        (io::ErrorKind::ResourceBusy, Kind::InUse),
        (io::ErrorKind::NetworkUnreachable, Kind::Away),
        (io::ErrorKind::InvalidFilename, Kind::BadName),
        // The folder is there.
        (io::ErrorKind::NotFound, Kind::Shielded),
    ] {
        for wrong in WriteStep::ALL {
            fs::write(&path, "old").unwrap();
            let disk = Disk::watched(move |step| {
                if step == wrong {
                    return Err(error.into());
                }
                Ok(())
            });
            let written = disk.write(&path, b"new", Protected::Refuse);
            if wrong == WriteStep::SyncFolder {
                // The file is there by then.
                assert_eq!(written, Ok(()));
                assert_eq!(fs::read_to_string(&path).unwrap(), "new");
            } else {
                assert_eq!(written.unwrap_err().kind, kind, "{wrong:?}");
                assert_eq!(fs::read_to_string(&path).unwrap(), "old", "{wrong:?}");
            }
            assert_eq!(names(folder.path()), ["profil.ron"], "{wrong:?}");
        }
    }
}

/// As a share does on a Mac.
#[test]
fn a_disk_that_cannot_say_when_bytes_have_reached_it_takes_them_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    for error in [io::ErrorKind::Unsupported, io::ErrorKind::InvalidInput] {
        for wrong in WriteStep::ALL {
            fs::write(&path, "old").unwrap();
            let disk = Disk::watched(move |step| {
                if step == wrong {
                    return Err(error.into());
                }
                Ok(())
            });
            let written = disk.write(&path, b"new", Protected::Refuse);
            let taken = matches!(wrong, WriteStep::Sync | WriteStep::SyncFolder);
            assert_eq!(written.is_ok(), taken, "{wrong:?}");
            let held = fs::read_to_string(&path).unwrap();
            assert_eq!(held, if taken { "new" } else { "old" }, "{wrong:?}");
            assert_eq!(names(folder.path()), ["profil.ron"], "{wrong:?}");
        }
    }
}

#[test]
fn a_write_that_failed_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    let full = Arc::new(AtomicBool::new(true));
    let still = full.clone();
    let disk = Disk::watched(move |step| {
        if step == WriteStep::Write && still.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    });
    let problem = disk.write(&path, b"new", Protected::Refuse).unwrap_err();
    assert_eq!(problem.kind, Kind::DiskFull);
    assert!(names(folder.path()).is_empty());
    full.store(false, Ordering::Relaxed);
    disk.write(&path, b"new", Protected::Refuse).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
}

#[test]
fn a_file_that_another_program_holds_for_a_moment_is_replaced_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    for held in 1..=5 {
        fs::write(&path, "old").unwrap();
        let tried = Arc::new(AtomicUsize::new(0));
        let counted = tried.clone();
        let disk = Disk::watched(move |step| {
            let busy = step == WriteStep::Rename && counted.fetch_add(1, Ordering::Relaxed) < held;
            if busy {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            Ok(())
        });
        disk.write(&path, b"new", Protected::Refuse).unwrap();
        assert_eq!(tried.load(Ordering::Relaxed), held + 1);
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(folder.path()), ["profil.ron"]);
    }
}

/// A move from another disk would be a copy, which can stop half-way.
#[test]
fn what_is_written_first_lies_beside_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    fs::write(&path, "old").unwrap();
    let (beside, seen) = (folder.path().to_owned(), Arc::new(AtomicUsize::new(0)));
    let counted = seen.clone();
    let disk = Disk::watched(move |step| {
        if step == WriteStep::Sync {
            let new = names(&beside).into_iter().find(|name| name != "profil.ron");
            assert_eq!(
                fs::read_to_string(beside.join(new.unwrap())).unwrap(),
                "new"
            );
            counted.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    });
    disk.write(&path, b"new", Protected::Refuse).unwrap();
    assert_eq!(seen.load(Ordering::Relaxed), 1);
    assert_eq!(names(folder.path()), ["profil.ron"]);

    // No other folder for temporary files is asked for, whatever the system says of it.
    let profile = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles/ville.attache.ron");
    let page = folder.path().join("page.pdf");
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    for variable in ["TMPDIR", "TMP", "TEMP"] {
        command.env(variable, folder.path().join("absent"));
    }
    let done = command
        .args(["export", profile, "--to"])
        .arg(&page)
        .status();
    assert!(done.unwrap().success());
    assert_eq!(names(folder.path()), ["page.pdf", "profil.ron"]);
}

#[test]
fn a_name_of_more_letters_than_the_disk_takes_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let long = "n".repeat(300);
    assert_eq!(write(&folder.path().join(&long), "x"), Err(Kind::BadName));
    let problems = read_profile(&Knowledge::builtin(), &folder.path().join(&long));
    assert_eq!(problems.unwrap_err()[0].kind, Kind::NotFound);
    // A file where a folder would have to be.
    let file = folder.path().join("profil.ron");
    fs::write(&file, "old").unwrap();
    assert_eq!(write(&file.join("a.ron"), "x"), Err(Kind::NoFolder));
    let problems = read_profile(&Knowledge::builtin(), &file.join("a.ron"));
    assert_eq!(problems.unwrap_err()[0].kind, Kind::NotFound);
}

#[test]
fn folders_are_no_files_and_no_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(write(folder.path(), "x"), Err(Kind::IsFolder));
    let nowhere = folder.path().join("absent/profil.ron");
    assert_eq!(write(&nowhere, "x"), Err(Kind::NoFolder));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_file_marked_as_read_only_is_replaced_only_where_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.ron");
    fs::write(&path, "old").unwrap();
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights.clone()).unwrap();
    assert_eq!(write(&path, "new"), Err(Kind::WriteProtected));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    let disk = Disk::default();
    disk.write(&path, b"new", Protected::Replace).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    // It stays marked.
    assert_eq!(fs::metadata(&path).unwrap().permissions(), rights);
}

#[cfg(windows)]
mod windows {
    use std::fs::File;
    use std::os::windows::fs::OpenOptionsExt;
    use std::thread;
    use std::time::Duration;

    use super::*;

    /// Nobody else may open the file.
    const ALONE: u32 = 0;
    /// Others may read it, as most viewers allow.
    const OTHERS_READ: u32 = 1;
    /// Others may read and write it, but not move it.
    const OTHERS_WRITE: u32 = 3;

    fn hold(path: &Path, share: u32) -> File {
        let mut options = File::options();
        options.read(true).share_mode(share).open(path).unwrap()
    }

    #[test]
    fn a_file_open_in_another_program_is_said_to_be_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.pdf");
        for share in [ALONE, OTHERS_READ, OTHERS_WRITE] {
            fs::write(&path, "old").unwrap();
            let held = hold(&path, share);
            assert_eq!(write(&path, "new"), Err(Kind::InUse), "{share}");
            drop(held);
            assert_eq!(fs::read_to_string(&path).unwrap(), "old");
            assert_eq!(names(folder.path()), ["page.pdf"]);
            write(&path, "new").unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        }
    }

    #[test]
    fn a_file_that_a_scanner_holds_for_a_moment_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profil.ron");
        fs::write(&path, "old").unwrap();
        let held = hold(&path, OTHERS_READ);
        let scanner = thread::spawn(move || {
            thread::sleep(Duration::from_millis(30));
            drop(held);
        });
        write(&path, "new").unwrap();
        scanner.join().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn a_profile_that_nobody_else_may_read_is_said_to_be_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profil.ron");
        fs::copy("profiles/ville.attache.ron", &path).unwrap();
        let held = hold(&path, ALONE);
        let problems = read_profile(&Knowledge::builtin(), &path).unwrap_err();
        assert_eq!(problems[0].kind, Kind::InUse);
        drop(held);
        read_profile(&Knowledge::builtin(), &path).unwrap();
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, chown, symlink};
    use std::os::unix::net::UnixListener;

    use rustix::fs::{XattrFlags, getxattr, listxattr, setxattr};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    #[test]
    fn a_file_keeps_its_mode_whatever_the_mask_of_the_process() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        let profile = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles/ville.attache.ron");
        for mask in ["022", "077", "000"] {
            for wanted in [0o664, 0o666, 0o660, 0o646, 0o620, 0o600, 0o755] {
                fs::write(&path, "old").unwrap();
                fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).unwrap();
                let done = Command::new("sh")
                    .args(["-c", &format!("umask {mask}; exec \"$0\" \"$@\"")])
                    .args([env!("CARGO_BIN_EXE_attache"), "export", profile, "--to"])
                    .arg(&path)
                    .status()
                    .unwrap();
                assert!(done.success());
                assert!(fs::metadata(&path).unwrap().len() > 100);
                assert_eq!(mode(&path), wanted, "{wanted:o} under {mask}");
                fs::remove_file(&path).unwrap();
            }
        }
    }

    #[test]
    fn a_file_keeps_its_group() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profil.ron");
        fs::write(&path, "old").unwrap();
        // Any group will do for the administrator; for others, the last of their own.
        let own = Command::new("id").arg("-G").output().unwrap().stdout;
        let own = String::from_utf8(own).unwrap();
        for group in own.split_whitespace().map(|id| id.parse().unwrap()) {
            chown(&path, None, Some(group)).unwrap();
        }
        let _ = chown(&path, Some(4242), Some(4242));
        let before = fs::metadata(&path).unwrap();
        write(&path, "new").unwrap();
        let after = fs::metadata(&path).unwrap();
        assert_ne!(before.ino(), after.ino(), "another file");
        assert_eq!(
            (before.uid(), before.gid(), before.mode()),
            (after.uid(), after.gid(), after.mode())
        );
    }

    /// Names and values; none where the disk of the tests has no attributes.
    fn attributes(path: &Path) -> Vec<(Vec<u8>, Vec<u8>)> {
        let mut list = vec![0; 4096];
        let length = listxattr(path, &mut list[..]).unwrap_or(0);
        let names = list[..length].split(|&byte| byte == 0);
        let mut found: Vec<_> = names
            .filter(|name| !name.is_empty())
            .map(|name| {
                let mut value = vec![0; 4096];
                let length = getxattr(path, name, &mut value[..]).unwrap();
                value.truncate(length);
                (name.to_owned(), value)
            })
            .collect();
        found.sort();
        found
    }

    /// A list of access: of whom an entry is, what they may do, and who that is.
    fn access(entries: &[(u16, u16, u32)]) -> Vec<u8> {
        let mut bytes = 2_u32.to_le_bytes().to_vec();
        for (tag, rights, id) in entries {
            bytes.extend(tag.to_le_bytes());
            bytes.extend(rights.to_le_bytes());
            bytes.extend(id.to_le_bytes());
        }
        bytes
    }

    const NOBODY: u32 = u32::MAX;

    /// The owner, one more person, the group, the most that any of these have, and the others.
    fn with(person: u32) -> Vec<u8> {
        access(&[
            (0x01, 6, NOBODY),
            (0x02, 6, person),
            (0x04, 4, NOBODY),
            (0x10, 6, NOBODY),
            (0x20, 0, NOBODY),
        ])
    }

    #[test]
    fn a_file_keeps_its_attributes_and_its_list_of_access_and_gets_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profil.ron");
        fs::write(&path, "old").unwrap();
        let set = |path: &Path, name: &str, value: &[u8]| {
            // Where the disk has no attributes, none is to be found before and none after.
            let _ = setxattr(path, name, value, XattrFlags::empty());
        };
        set(&path, "user.comment", "été".as_bytes());
        set(&path, "system.posix_acl_access", &with(12_345));
        let before = (attributes(&path), mode(&path));
        write(&path, "new").unwrap();
        assert_eq!((attributes(&path), mode(&path)), before);

        // What the folder gives to its new files is not for one that was there.
        let plain = folder.path().join("simple.ron");
        fs::write(&plain, "old").unwrap();
        let before = (attributes(&plain), mode(&plain));
        set(folder.path(), "system.posix_acl_default", &with(54_321));
        write(&plain, "new").unwrap();
        assert_eq!((attributes(&plain), mode(&plain)), before);
    }

    /// A file that is shared by its list of access alone, saved by someone who cannot give it back to its
    /// owner.
    #[test]
    #[ignore = "needs the administrator"]
    fn whoever_could_read_a_shared_file_still_can_after_someone_else_has_saved_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (path, profile, program) = (at("page.md"), at("p.ron"), at("attache"));
        let ours = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles/ville.attache.ron");
        fs::copy(ours, &profile).unwrap();
        fs::copy(env!("CARGO_BIN_EXE_attache"), &program).unwrap();
        chown(folder.path(), Some(4243), Some(4243)).unwrap();
        let name = "system.posix_acl_access";
        let saved = |list: &[u8]| {
            fs::write(&path, "old").unwrap();
            chown(&path, Some(4242), Some(4242)).unwrap();
            setxattr(&path, name, list, XattrFlags::empty()).unwrap();
            let done = Command::new("setpriv")
                .args(["--reuid=4243", "--regid=4243", "--clear-groups", "--"])
                .arg(&program)
                .arg("export")
                .arg(&profile)
                .arg("--to")
                .arg(&path)
                .status();
            assert!(done.unwrap().success());
            assert!(fs::metadata(&path).unwrap().len() > 100);
            assert_eq!(fs::metadata(&path).unwrap().uid(), 4243);
            let attributes = attributes(&path);
            fs::remove_file(&path).unwrap();
            attributes
        };
        // Who owned it and whose group had it are named now; the new group may do what anyone may.
        let wanted = access(&[
            (0x01, 6, NOBODY),
            (0x02, 6, 4242),
            (0x02, 6, 4243),
            (0x04, 0, NOBODY),
            (0x08, 4, 4242),
            (0x10, 6, NOBODY),
            (0x20, 0, NOBODY),
        ]);
        assert_eq!(saved(&with(4243)), [(name.into(), wanted)]);
    }

    #[test]
    fn links_are_followed_whether_their_file_is_there_or_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("d")).unwrap();
        fs::write(at("there.ron"), "old").unwrap();
        symlink("there.ron", at("to there.ron")).unwrap();
        symlink("d/new.ron", at("to new.ron")).unwrap();
        symlink(at("to new.ron"), at("d/through two.ron")).unwrap();
        symlink("../absent/x.ron", at("d/to no folder.ron")).unwrap();
        for (link, file) in [
            ("to there.ron", "there.ron"),
            ("d/through two.ron", "d/new.ron"),
            ("to new.ron", "d/new.ron"),
        ] {
            write(&at(link), link).unwrap();
            assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink());
            assert!(fs::symlink_metadata(at(file)).unwrap().is_file());
            assert_eq!(fs::read_to_string(at(file)).unwrap(), link);
        }
        assert_eq!(write(&at("d/to no folder.ron"), "x"), Err(Kind::NoFolder));
        symlink("b", at("a")).unwrap();
        symlink("a", at("b")).unwrap();
        let circle = write(&at("a"), "x").unwrap_err();
        assert!(matches!(circle, Kind::WriteFailed { .. }), "{circle:?}");
        for link in ["d/to no folder.ron", "a", "b"] {
            assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink());
        }
    }

    #[test]
    fn another_name_of_a_file_keeps_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profil.ron");
        let other = folder.path().join("copie de sûreté.ron");
        fs::write(&path, "old").unwrap();
        fs::hard_link(&path, &other).unwrap();
        // As editors do: whole or not at all matters more than that both names lead to one file.
        write(&path, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_to_string(&other).unwrap(), "old");
        assert_eq!(fs::metadata(&path).unwrap().nlink(), 1);
    }

    #[test]
    fn what_is_no_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("tube.md");
        let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        let socket = folder.path().join("prise.md");
        let _listener = UnixListener::bind(&socket).unwrap();
        let link = folder.path().join("lien.md");
        symlink("tube.md", &link).unwrap();
        for path in [&pipe, &socket, &link] {
            for protected in [Protected::Refuse, Protected::Replace] {
                let problem = Disk::default().write(path, b"x", protected).unwrap_err();
                assert_eq!(problem.kind, Kind::NotAFile, "{}", path.display());
            }
        }
        assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
        assert!(
            fs::symlink_metadata(&socket)
                .unwrap()
                .file_type()
                .is_socket()
        );
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(names(folder.path()).len(), 3);
    }
}
