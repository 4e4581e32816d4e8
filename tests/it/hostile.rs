//! Files that no honest program wrote: the corpus of the fuzzer, and what is too large to check in.

#[path = "../../fuzz/checks.rs"]
pub mod checks;

use std::fs;
use std::path::Path;

use attache::i18n::Words;
use attache::model::{CellAt, Knowledge, Lang, Opinion, ProblemKind as Kind, Problems, Profile};
use attache::store::{
    Disk, Protected, Settings, SettingsFile, examples, parse_opinions, read_knowledge, read_profile,
};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::problems::is;

fn corpus(of: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(of);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 20, "{}: {}", folder.display(), files.len());
    for file in files {
        // Told on a failure.
        println!("{}", file.display());
        check(&fs::read(&file).unwrap());
    }
}

#[test]
fn the_corpus_of_profiles_is_answered() {
    corpus("profile", checks::profile);
    for example in examples() {
        checks::profile(example.text.as_bytes());
    }
}

#[test]
fn the_corpus_of_knowledge_bases_is_answered() {
    corpus("knowledge", checks::knowledge);
    checks::knowledge(Knowledge::BUILTIN.as_bytes());
}

/// What is put into a table to break its reading.
const SPLINTERS: [&str; 16] = [
    "<row r=\"4294967295\">",
    "<c r=\"XFD1048576\" t=\"n\"><v>1</v></c>",
    "<c r=\"A0\"><v>1</v></c>",
    "<c t=\"s\"><v>99999999999</v></c>",
    "<c t=\"e\"><v>#REF!</v></c>",
    "<c t=\"d\"><v>2026-01-01</v></c>",
    "<c s=\"99999999999\"><v>NaN</v></c>",
    "<c><f t=\"shared\" si=\"0\" ref=\"A1:XFD1048576\">A1</f><v>1e999</v></c>",
    "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
    "<dimension ref=\"A1:XFD1048576\"/>",
    "<sst uniqueCount=\"18446744073709551615\">",
    "<!DOCTYPE x [<!ENTITY e \"eeee\">]>",
    "&e;&#xFFFFFFFF;&lt;",
    "\"\"\",;\t\r\n",
    "1e308,-0,inf,NaN",
    "\u{feff}\u{0}\u{202e}",
];

/// Bytes with a few accidents.
fn mangled(bytes: &[u8], random: &mut Pcg64Mcg) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..random.random_range(1..6) {
        let at = random.random_range(0..=bytes.len());
        let end = (at + random.random_range(0..40)).min(bytes.len());
        match random.random_range(0..4) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let splinter = SPLINTERS[random.random_range(0..SPLINTERS.len())];
                bytes.splice(at..at, splinter.bytes());
            }
            _ => bytes[at..end]
                .iter_mut()
                .for_each(|byte| *byte ^= 1 << random.random_range(0..8)),
        }
    }
    bytes
}

#[test]
fn tables_after_accidents_are_read_or_refused() {
    let knowledge = Knowledge::builtin();
    let labels = knowledge
        .sliders()
        .map(|it| knowledge.quantity(it).label.fr.clone());
    let labels: Vec<String> = labels.collect();
    let csv = format!(
        "Nom;{}\nAnne;{}",
        labels.join(";"),
        "45,5;".repeat(labels.len())
    );
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, &labels).unwrap();
    sheet.write_row(1, 0, vec![45.5; labels.len()]).unwrap();
    let book = book.save_to_buffer().unwrap();
    let header: String = (0..)
        .zip(&labels)
        .map(|(column, label)| {
            let at = CellAt { row: 0, column };
            format!(
                "<c r=\"{}\" t=\"inlineStr\"><is><t>{label}</t></is></c>",
                at.name()
            )
        })
        .collect();
    let xml = format!(
        "<worksheet><sheetData><row r=\"1\">{header}</row>\
         <row r=\"2\"><c r=\"A2\"><v>45</v></c></row></sheetData></worksheet>"
    );
    let mut random = Pcg64Mcg::seed_from_u64(2026);
    for round in 0..300 {
        // Told on a failure.
        println!("{round}");
        checks::csv(&mangled(csv.as_bytes(), &mut random));
        checks::xlsx(&mangled(&book, &mut random));
        checks::xlsx(&mangled(xml.as_bytes(), &mut random));
    }
    // What was broken was whole.
    for (end, bytes) in [
        ("csv", csv.into_bytes()),
        ("xlsx", book),
        ("xlsx", checks::folded(xml.as_bytes())),
    ] {
        let company = Profile::new(&knowledge, Default::default()).scenarios.first;
        assert_eq!(
            parse_opinions(&knowledge, "t", end, bytes, &company, 1)
                .unwrap()
                .len(),
            1
        );
    }
}

#[test]
fn ranges_that_run_backwards_or_beyond_every_sheet_are_refused() {
    let knowledge = Knowledge::builtin();
    let company = Profile::new(&knowledge, Default::default()).scenarios.first;
    let first = knowledge.sliders().next().unwrap();
    let label = knowledge.quantity(first).label.get(Lang::En);
    let sheet = |range: &str, cell: &str| {
        format!(
            "<worksheet><dimension ref='{range}'/><sheetData>\
             <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{label}</t></is></c></row>\
             <row r=\"2\"><c r=\"{cell}\"><v>45</v></c></row></sheetData></worksheet>"
        )
    };
    let read = |xml: &str| {
        let book = checks::folded(xml.as_bytes());
        parse_opinions(&knowledge, "t", "xlsx", book, &company, 1).is_ok()
    };
    assert!(read(&sheet("A1:B2", "A2")) && read(&sheet("A1", "a2")));
    for (range, cell) in [
        ("B2:A1", "A2"),
        ("h1:B2", "A2"),
        ("A1:ZZZZZZZ9", "A2"),
        ("A1:B99999999999", "A2"),
        ("A1:B2", "AAAAAAAAAA2"),
        ("A1:B2", "A99999999999"),
    ] {
        let xml = sheet(range, cell);
        assert!(!read(&xml), "{range} {cell}");
        checks::xlsx(xml.as_bytes());
    }
}

#[test]
fn the_corpus_of_templates_is_used_or_refused() {
    corpus("template", checks::template);
}

#[test]
fn the_least_knowledge_base_is_one() {
    let text = include_str!("../../fuzz/corpus/knowledge/least.ron");
    Knowledge::parse("least.ron", text).unwrap();
}

fn profile(text: &str) -> Result<Profile, Problems> {
    Profile::parse(&Knowledge::builtin(), "p.ron", text)
}

/// What is wrong first, all of it in sentences that can be read.
fn first(problems: &Problems) -> &Kind {
    for problem in problems {
        for lang in Lang::ALL {
            let sentence = Words::new(lang).problem(problem);
            assert!(sentence.chars().count() < 2_000, "{sentence}");
        }
    }
    &problems[0].kind
}

#[test]
fn long_lists_and_long_texts_are_refused_at_once() {
    let good = examples()[0].text;
    let put = |from: &str, to: String| {
        let text = good.replacen(from, &to, 1);
        assert_ne!(text, good, "{from}");
        profile(&text).unwrap_err()
    };
    let many = "(id: \"a\"), ".repeat(200_000);
    let departments = put("departments: [", format!("departments: [{many}"));
    assert!(is!(Kind::TooMany { .. })(first(&departments)));
    assert_eq!(departments.len(), 1);

    let many: String = (0..80_000)
        .map(|n| format!("\"f{n}\": (weight: 1, quantities: {{}}),"))
        .collect();
    let factors = put("factors: {", format!("factors: {{{many}"));
    assert!(is!(Kind::UnknownId { .. })(first(&factors)));
    assert_eq!(factors.len(), 21);
    let count = 80_000 - 20;
    assert_eq!(factors[20].kind, Kind::Others { count });

    let long = "é".repeat(201);
    let company = put(
        "company: \"Banque Delorme\"",
        format!("company: \"{long}\""),
    );
    assert!(is!(Kind::TooLong { .. })(first(&company)));
    assert_eq!(company[0].field, "company");
    let fitting = good.replacen("Banque Delorme", &"é".repeat(200), 1);
    assert!(profile(&fitting).is_ok());

    let long = "x".repeat(2_000_000);
    let unknown = put("\"exposure\": (", format!("\"{long}\": ("));
    assert!(is!(Kind::UnknownId { .. })(first(&unknown)));
}

#[test]
fn long_lists_of_a_knowledge_base_are_refused_at_once() {
    let put = |from: &str, to: String| {
        let text = Knowledge::BUILTIN.replacen(from, &to, 1);
        assert_ne!(text, Knowledge::BUILTIN, "{from}");
        Knowledge::parse("k.ron", &text).unwrap_err()
    };
    let many: String = (0..60_000)
        .map(|n| format!("(id: \"s{n}\", year: None, citation: \"\"),"))
        .collect();
    let sources = put("sources: [", format!("sources: [{many}"));
    assert!(is!(Kind::TooMany { .. })(first(&sources)));
    assert_eq!(sources[0].field, "sources");

    let many = "Above(\"x\", 1), ".repeat(150_000);
    let condition = put("when: All([", format!("when: All([{many}"));
    assert!(is!(Kind::UnknownId { .. })(first(&condition)));

    let text = "x".repeat(10_001);
    let long = put("fr: \"La volonté de", format!("fr: \"{text} de"));
    assert!(is!(Kind::TooLong { .. })(first(&long)));
}

#[test]
fn deep_nesting_is_refused_without_a_deep_stack() {
    for open in ["(", "[", "{", "Some(", "All([", "/*"] {
        let deep = open.repeat(4_000_000 / open.len());
        assert!(profile(&deep).is_err());
        assert!(Knowledge::parse("k.ron", &deep).is_err());
    }
    // Where the format allows it to begin with.
    let text = Knowledge::BUILTIN.replacen(
        "when: All([",
        &format!("when: {}", "All([".repeat(9_000)),
        1,
    );
    let problems = Knowledge::parse("k.ron", &text).unwrap_err();
    assert!(is!(Kind::TooDeep)(first(&problems)));
}

#[test]
fn numbers_that_are_none_are_refused() {
    let good = examples()[0].text;
    for bad in ["NaN", "inf", "-inf", "1e309", "-0.01", "100.001"] {
        let text = good.replacen("(value: 92.0", &format!("(value: {bad}"), 1);
        assert_ne!(text, good);
        assert!(
            is!(Kind::OutOfRange { .. })(first(&profile(&text).unwrap_err())),
            "{bad}"
        );
    }
}

#[test]
fn keys_given_twice_are_refused_everywhere() {
    let good = examples()[0].text;
    for (from, to) in [
        ("format: 1,", "format: 1, format: 1,"),
        ("company: ", "company: \"x\", company: "),
        ("\"risk\": ", "\"risk\": (value: 1), \"risk\": "),
        ("\"fr\": ", "\"fr\": \"x\", \"fr\": "),
    ] {
        let text = good.replacen(from, to, 1);
        assert_ne!(text, good, "{from}");
        assert!(
            is!(Kind::Duplicate { .. })(first(&profile(&text).unwrap_err())),
            "{from}"
        );
    }
}

#[test]
fn other_encodings_and_large_files_are_refused_unread() {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let good = examples()[0].text;
    let wide: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe], wide.as_slice()].concat();
    let latin: Vec<u8> = good.chars().map(|c| u32::from(c) as u8).collect();
    for (name, bytes) in [
        ("utf16.ron", &wide),
        ("bom16.ron", &marked),
        ("latin1.ron", &latin),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let problems = read_profile(&knowledge, &path).unwrap_err();
        // UTF-16 without a mark is valid UTF-8 where it is all ASCII: its zeros are not RON.
        let known = is!(Kind::NotUtf8 | Kind::Unexpected { .. } | Kind::ExpectedSymbol { .. });
        assert!(known(first(&problems)), "{name}: {}", problems[0]);
    }
    let path = folder.path().join("cent mégaoctets.ron");
    fs::File::create(&path)
        .unwrap()
        .set_len(100_000_000)
        .unwrap();
    for problems in [
        read_profile(&knowledge, &path).unwrap_err(),
        read_knowledge(&path).unwrap_err(),
    ] {
        assert!(is!(Kind::TooLarge { .. })(first(&problems)));
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_in_circles_are_refused() {
    use std::os::unix::fs::symlink;
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    symlink(at("absent"), at("nowhere")).unwrap();
    symlink(at("b"), at("a")).unwrap();
    symlink(at("a"), at("b")).unwrap();
    symlink("/dev/zero", at("endless")).unwrap();
    symlink(folder.path(), at("folder")).unwrap();
    let cases: [(&str, crate::problems::Is); _] = [
        ("nowhere", is!(Kind::NotFound)),
        ("a", is!(Kind::ReadFailed { .. })),
        ("endless", is!(Kind::NotAFile)),
        ("folder", is!(Kind::IsFolder)),
    ];
    for (name, expected) in cases {
        let problems = read_profile(&knowledge, &at(name)).unwrap_err();
        assert!(expected(first(&problems)), "{name}: {}", problems[0]);
    }
}

#[test]
fn paths_with_accents_spaces_and_quotes_are_read_and_written() {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("Société « L’Été »/à l'œuvre & co");
    fs::create_dir_all(&deep).unwrap();
    let path = deep.join("profil n° 1 (été) 100 %.attache.ron");
    let profile = Profile::parse(&knowledge, "p.ron", examples()[2].text).unwrap();
    let disk = Disk::default();
    disk.write_profile(&path, &profile, Protected::Refuse)
        .unwrap();
    assert_eq!(read_profile(&knowledge, &path).unwrap(), profile);
}

#[test]
fn settings_that_cannot_be_read_are_left_aside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    let settings = SettingsFile::at(path.clone());
    assert_eq!(settings.load(), (Settings::default(), false), "none yet");
    let many = "\"/a\", ".repeat(1_000);
    for (text, unreadable) in [
        ("(".to_owned(), true),
        ("\0\0\0\0".to_owned(), true),
        ("(zoom: \"large\")".to_owned(), true),
        ("(".repeat(1_000_000), true),
        ("(zoom: Some(NaN))".to_owned(), false),
        (format!("(recent: [{many}])"), false),
        ("(from_a_later_version: 1)".to_owned(), false),
    ] {
        fs::write(&path, &text).unwrap();
        let (read, found) = settings.load();
        assert_eq!(found, unreadable, "{text:.40}");
        assert!(read.zoom.is_none() && read.recent.len() <= 10);
    }
    fs::write(&path, b"(lang: \xe9)").unwrap();
    assert_eq!(settings.load(), (Settings::default(), true));
    fs::File::create(&path)
        .unwrap()
        .set_len(100_000_000)
        .unwrap();
    assert_eq!(settings.load(), (Settings::default(), true));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(settings.load(), (Settings::default(), true));
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let knowledge = Knowledge::builtin();
    let mut profile = Profile::parse(&knowledge, "p.ron", examples()[0].text).unwrap();
    for input in profile.scenarios.first.factors.values_mut() {
        for setting in input.quantities.values_mut() {
            setting.note = "é".repeat(10_000);
        }
    }
    for _ in 0..20 {
        let opinion = Opinion::new(profile.scenarios.first.named("x"));
        profile.opinions.push(opinion);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profil.attache.ron");
    let problem = Disk::default()
        .write_profile(&path, &profile, Protected::Refuse)
        .unwrap_err();
    assert!(is!(Kind::TooLarge { .. })(&problem.kind));
    assert!(!path.exists());
}
