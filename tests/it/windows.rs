//! Names, paths and files as Windows has them, and what the program for Windows says of itself.

use std::fs;
use std::path::{Component, Path, PathBuf, Prefix};
use std::process::{Command, Output};

use attache::model::{Knowledge, ProblemKind as Kind};
use attache::store::{Claims, Disk, Hold, Place, Protected, Settings, read_profile};

const PROFILE: &str = include_str!("../../profiles/ville.attache.ron");

fn write(path: &Path, text: &str) -> Result<(), Kind> {
    let written = Disk::default().write(path, text.as_bytes(), Protected::Refuse);
    written.map_err(|problem| problem.kind)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.collect()
}

fn attache(args: &[&str], lang: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(["--lang", lang]).args(args).output().unwrap()
}

/// What was complained of, with plain spaces.
fn complaint(run: &Output) -> String {
    let told = str::from_utf8(&run.stderr).unwrap();
    told.replace('\u{a0}', " ")
}

#[test]
fn names_of_devices_are_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let full = fs::canonicalize(folder.path()).unwrap();
    for (name, device) in [
        ("CON", "CON"),
        ("nul", "nul"),
        ("aux.attache", "aux"),
        ("COM1.md", "COM1"),
        ("lpt9.pdf", "lpt9"),
        ("prn.attache.ron", "prn"),
    ] {
        // As it is typed, as the window keeps it, and as Windows would even write it.
        for path in [
            folder.path().join(name),
            Place::new(folder.path().join(name)).into(),
            full.join(name),
        ] {
            let found = match write(&path, "x") {
                Err(Kind::ReservedName { found }) => found,
                other => panic!("{}: {other:?}", path.display()),
            };
            assert!(found.eq_ignore_ascii_case(device), "{found}");
        }
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn names_that_windows_would_change_or_refuse_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let full = fs::canonicalize(folder.path()).unwrap();
    for name in ["profil.", "profil.attache ", "profil.attache."] {
        assert_eq!(write(&folder.path().join(name), "x"), Err(Kind::NameEnd));
        assert_eq!(write(&full.join(name), "x"), Err(Kind::NameEnd));
    }
    for (name, sign) in [
        ("plan : 2027.attache", ":"),
        ("où ?.md", "?"),
        ("a*.md", "*"),
    ] {
        let found = sign.to_owned();
        let refused = write(&folder.path().join(name), "x");
        assert_eq!(refused, Err(Kind::NameSign { found }), "{name}");
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_name_that_is_refused_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("ville.attache.ron");
    fs::write(&profile, PROFILE).unwrap();
    let profile = profile.display().to_string();
    for (name, lang, sentence) in [
        (
            "aux.md",
            "fr",
            "Windows réserve le nom « aux » à son propre usage : choisissez-en un autre.",
        ),
        (
            "aux.md",
            "en",
            "Windows keeps the name “aux” for itself: choose another one.",
        ),
        (
            "a|b.md",
            "fr",
            "Sous Windows, un nom de fichier ne peut pas contenir « | » : choisissez-en un autre.",
        ),
    ] {
        let to = folder.path().join(name).display().to_string();
        let run = attache(&["export", &profile, "--to", &to], lang);
        assert_eq!(run.status.code(), Some(1));
        assert!(complaint(&run).contains(sentence), "{}", complaint(&run));
        assert!(!complaint(&run).contains("os error"), "{}", complaint(&run));
    }
    // And nobody waits for what a device has to say.
    for name in ["CON", "NUL", "COM1", "aux.ron"] {
        let problems = read_profile(&Knowledge::builtin(), Path::new(name)).unwrap_err();
        assert_eq!(problems[0].kind, Kind::NotAFile, "{name}");
    }
    for name in ["où ?.ron", "profiles\\*.absent", "profil:.ron"] {
        let problems = read_profile(&Knowledge::builtin(), Path::new(name)).unwrap_err();
        assert_eq!(problems[0].kind, Kind::NotFound, "{name}");
    }
}

/// A folder whose path is longer than what Windows once took.
fn deep(folder: &Path) -> PathBuf {
    let mut deep = folder.to_owned();
    while deep.as_os_str().len() < 300 {
        deep.push("un dossier dont le nom est long");
    }
    fs::create_dir_all(&deep).unwrap();
    deep
}

#[test]
fn paths_longer_than_260_characters_are_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let deep = deep(folder.path());
    let path = deep.join("profil.attache");
    write(&path, "old").unwrap();
    write(&path, PROFILE).unwrap();
    assert_eq!(names(&deep), ["profil.attache"]);
    read_profile(&Knowledge::builtin(), &path).unwrap();

    // Wine cannot tell the full name of such a file: there no window knows of another on it.
    let claims = Claims::at(folder.path().join("open"));
    let named = fs::canonicalize(&path).is_ok();
    let first = claims.claim(&path);
    assert_eq!(matches!(first, Hold::Ours(_)), named);
    assert_eq!(matches!(claims.claim(&path), Hold::Elsewhere), named);

    let (profile, to) = (path.display().to_string(), deep.join("page.pdf"));
    let run = attache(
        &["export", &profile, "--to", &to.display().to_string()],
        "fr",
    );
    assert!(run.status.success(), "{}", complaint(&run));
    assert!(fs::read(&to).unwrap().starts_with(b"%PDF"));
    // The program itself may be started with such a path, and from such a folder.
    let run = attache(&["check", &profile], "fr");
    assert!(run.status.success(), "{}", complaint(&run));
}

#[test]
fn names_that_differ_by_case_are_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let one = folder.path().join("Été.attache");
    let other = folder.path().join("ÉTÉ.ATTACHE");
    write(&one, "old").unwrap();
    write(&other, PROFILE).unwrap();
    assert_eq!(names(folder.path()).len(), 1);
    assert_eq!(fs::read_to_string(&one).unwrap(), PROFILE);
    assert_eq!(Place::new(&one), Place::new(&other));

    let claims = Claims::at(folder.path().join("open"));
    let Hold::Ours(claim) = claims.claim(&one) else {
        panic!("not claimed");
    };
    assert!(claims.is_of(&claim, &other));
    assert!(matches!(claims.claim(&other), Hold::Elsewhere));

    let mut settings = Settings::default();
    settings.remember(&one);
    settings.remember(&folder.path().join("autre.attache"));
    settings.remember(&other);
    assert_eq!(settings.recent.len(), 2);
    assert_eq!(settings.recent[0], other);
}

/// The same place by its name in the network, as an administrator has it on every Windows.
fn shared(path: &Path) -> PathBuf {
    let mut parts = path.components();
    let Some(Component::Prefix(prefix)) = parts.next() else {
        panic!("no drive: {}", path.display());
    };
    let drive = match prefix.kind() {
        Prefix::Disk(drive) | Prefix::VerbatimDisk(drive) => char::from(drive),
        other => panic!("{other:?}"),
    };
    let rest = parts.as_path().strip_prefix("\\").unwrap();
    PathBuf::from(format!("\\\\localhost\\{drive}$")).join(rest)
}

#[test]
#[ignore = "needs the share of a drive, which only administrators have"]
fn files_of_a_share_are_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let network = shared(folder.path());
    let path = network.join("À plusieurs.attache");
    write(&path, "old").unwrap();
    write(&path, PROFILE).unwrap();
    assert_eq!(names(folder.path()), ["À plusieurs.attache"]);
    read_profile(&Knowledge::builtin(), &path).unwrap();

    let claims = Claims::at(folder.path().join("open"));
    assert!(matches!(claims.claim(&path), Hold::Ours(_)));
    let long = deep(&network).join("profil.attache");
    write(&long, PROFILE).unwrap();
    write(&long, PROFILE).unwrap();
    read_profile(&Knowledge::builtin(), &long).unwrap();
    // In the form that has no limit.
    let verbatim = path
        .display()
        .to_string()
        .replacen("\\\\", "\\\\?\\UNC\\", 1);
    write(Path::new(&verbatim), PROFILE).unwrap();
    read_profile(&Knowledge::builtin(), Path::new(&verbatim)).unwrap();
    let to = network.join("page.pdf").display().to_string();
    let run = attache(&["export", &verbatim, "--to", &to], "fr");
    assert!(run.status.success(), "{}", complaint(&run));
}

#[test]
fn both_programs_say_what_they_are_and_what_they_expect() {
    let manifest = include_bytes!("../../packaging/windows/attache.manifest");
    for program in [
        env!("CARGO_BIN_EXE_attache"),
        env!("CARGO_BIN_EXE_attache-console"),
    ] {
        let bytes = fs::read(program).unwrap();
        let place = |wanted: &[u8]| bytes.windows(wanted.len()).position(|part| part == wanted);
        assert!(place(manifest).is_some(), "{program}: no manifest");
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (begin, end): (Vec<u8>, Vec<u8>) = (wide("VS_VERSION_INFO"), wide("VarFileInfo"));
        let told = &bytes[place(&begin).unwrap()..];
        let has = |wanted: &[u8]| {
            told[..4096]
                .windows(wanted.len())
                .any(|part| part == wanted)
        };
        assert!(has(&end), "{program}: more is told than is read");
        for (name, value) in [
            ("ProductName", "Attache"),
            ("FileDescription", "Attache"),
            ("CompanyName", "The Attache authors"),
            ("ProductVersion", env!("CARGO_PKG_VERSION")),
        ] {
            let (name, value): (Vec<u8>, Vec<u8>) = (wide(name), wide(value));
            // Between the two, an end and what brings the value to a multiple of four.
            let told = [2, 4]
                .iter()
                .any(|&gap| has(&[name.as_slice(), &vec![0; gap], &value, &[0, 0]].concat()));
            assert!(told, "{program}: {}", String::from_utf8_lossy(&name));
        }
    }
}
