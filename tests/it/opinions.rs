//! Opinions read from tables: what people write is read, what is wrong is told cell by cell.

use std::io::{Cursor, Write};

use attache::i18n::Words;
use attache::model::{
    CellAt, CellProblem as Wrong, Knowledge, Lang, Opinion, Problem, ProblemKind as Kind, Problems,
    Profile, Scenario,
};
use attache::store::{examples, parse_opinions, read_opinions};
use encoding_rs::WINDOWS_1252;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const ROOM: usize = 40;

fn company() -> Scenario {
    let example = &examples()[0];
    let profile = Profile::parse(&Knowledge::builtin(), example.name, example.text).unwrap();
    profile.scenarios.first
}

fn read(end: &str, bytes: Vec<u8>) -> Result<Vec<Scenario>, Problems> {
    let file = format!("avis.{end}");
    let read = parse_opinions(&Knowledge::builtin(), &file, end, bytes, &company(), ROOM);
    for problem in read.as_ref().err().into_iter().flatten() {
        for lang in Lang::ALL {
            let told = Words::new(lang).problem(problem);
            assert!(told.contains(&file) && !told.contains("problem-"), "{told}");
        }
    }
    Ok(read?.into_iter().map(|opinion| opinion.view).collect())
}

/// The cells at fault, by their names.
fn wrong(problems: &[Problem]) -> Vec<(String, Wrong)> {
    let cells = problems.iter().map(|problem| match &problem.kind {
        Kind::Cell { at, what, .. } => (at.name(), (**what).clone()),
        other => panic!("{other:?}"),
    });
    cells.collect()
}

/// The labels of the first factor of two sliders or more, and its place among the factors.
fn factor() -> (String, [String; 2], Lang) {
    let knowledge = Knowledge::builtin();
    let factor = knowledge
        .factors
        .iter()
        .find(|factor| factor.quantities.len() > 1)
        .unwrap();
    let labels: Vec<String> = factor
        .quantities
        .iter()
        .map(|it| it.label.fr.clone())
        .collect();
    let [one, two, ..] = &labels[..] else {
        unreachable!()
    };
    (factor.id.clone(), [one.clone(), two.clone()], Lang::Fr)
}

fn value(opinion: &Scenario, label: &str) -> f64 {
    let knowledge = Knowledge::builtin();
    let slider = knowledge
        .sliders()
        .find(|&it| knowledge.quantity(it).label.fr == label);
    opinion.setting(&knowledge, slider.unwrap()).unwrap().value
}

#[test]
fn csv_is_read_whatever_its_signs_and_its_letters() {
    let (_, [one, two], _) = factor();
    let quoted = [&one, &two].map(|label| format!("\"{label}\""));
    let french = format!("Nom;{one};{two}\r\nHélène;12,5;40\r\n;;7\r\n");
    let tabs = format!(
        "{two}\tNAME\t  {}  \n40\tHélène\t12.5\n7\t\t\n",
        one.to_uppercase()
    );
    let commas = format!(
        "name,{},{}\n\n\"Hélène\",\"12,5\",40 %\n,,7",
        quoted[0], quoted[1]
    );
    let windows = WINDOWS_1252.encode(&french).0.into_owned();
    let marked = [b"\xef\xbb\xbf", french.as_bytes()].concat();
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(tabs.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (end, bytes) in [
        ("csv", french.clone().into_bytes()),
        ("csv", windows),
        ("csv", marked),
        ("tsv", tabs.clone().into_bytes()),
        ("txt", wide),
        ("csv", commas.into_bytes()),
    ] {
        let read = read(end, bytes).unwrap();
        let names: Vec<&str> = read.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Hélène", ""]);
        assert_eq!((value(&read[0], &one), value(&read[0], &two)), (12.5, 40.0));
        // An empty cell is no opinion: the company stays as it is described.
        assert_eq!(
            (value(&read[1], &one), value(&read[1], &two)),
            (value(&company(), &one), 7.0)
        );
    }
}

#[test]
fn a_factor_without_a_word_is_left_to_the_others_and_one_that_is_not_asked_is_as_the_company() {
    let (id, [one, _], _) = factor();
    let knowledge = Knowledge::builtin();
    let other = knowledge
        .sliders()
        .find(|it| knowledge.factors[it.factor].id != id)
        .unwrap();
    let asked = &knowledge.factors[other.factor].id;
    let text = format!("{};{one}\n50;\n;\n", knowledge.quantity(other).id);
    let read = read("csv", text.into_bytes()).unwrap();
    assert_eq!(read.len(), 1);
    assert!(!read[0].factors.contains_key(&id));
    assert!(!read[0].factors[asked].unknown);
    let company = company();
    for (factor, input) in &company.factors {
        if *factor != id && factor != asked {
            assert_eq!(read[0].factors[factor], *input);
        }
    }
}

#[test]
fn a_question_mark_is_that_a_person_does_not_know() {
    let (id, [one, two], _) = factor();
    let text = format!("{one};{two}\n?; ? \n?;40\n?;\n");
    let read = read("csv", text.into_bytes()).unwrap();
    let unknown: Vec<bool> = read.iter().map(|it| it.factors[&id].unknown).collect();
    assert_eq!(unknown, [true, false, true]);
    assert_eq!((value(&read[1], &one), value(&read[1], &two)), (50.0, 40.0));
    // Of a factor that is not known the sliders stay where the company has them.
    assert_eq!(value(&read[0], &one), value(&company(), &one));
}

#[test]
fn voices_and_ballots_are_read_where_they_are_told() {
    let (_, [one, _], _) = factor();
    let read = |text: String| {
        let knowledge = Knowledge::builtin();
        parse_opinions(
            &knowledge,
            "a.csv",
            "csv",
            text.into_bytes(),
            &company(),
            ROOM,
        )
    };
    let text = format!("Nom;Voix;Tour;{one}\nAnne;2,5;;40\n;;2;50\nB;;;60\n");
    let told = read(text).unwrap();
    let told: Vec<(&str, f64, u32)> = told
        .iter()
        .map(|it| (it.name(), it.voice, it.round))
        .collect();
    assert_eq!(told, [("Anne", 2.5, 0), ("", 1.0, 2), ("B", 1.0, 0)]);
    let text = format!("name;voice;round;{one}\nA;0;1,5;1\nB;11;-1;1\nC;x;y;1\n");
    let found = wrong(&read(text).unwrap_err());
    let cells: Vec<&str> = found.iter().map(|(cell, _)| cell.as_str()).collect();
    assert_eq!(cells, ["B2", "C2", "B3", "C3", "B4", "C4"]);
    for (cell, what) in &found {
        match cell.starts_with('B') {
            true => assert!(matches!(what, Wrong::NoVoice { .. }), "{what:?}"),
            false => assert!(matches!(what, Wrong::NoRound { .. }), "{what:?}"),
        }
    }
}

#[test]
fn every_wrong_cell_is_told_at_once_and_nothing_is_read() {
    let (_, [one, two], _) = factor();
    let long = "x".repeat(201);
    let text = format!(
        "Nom;{one};{two};Courriel;{two};\nA;=1+1;101;a@b;;\n{long};50;-1;;;9\nB;45;oui;;;\n"
    );
    let problems = read("csv", text.into_bytes()).unwrap_err();
    let found = |text: &str| text.to_owned();
    assert_eq!(
        wrong(&problems),
        [
            (
                "D1".into(),
                Wrong::UnknownColumn {
                    found: found("Courriel")
                }
            ),
            ("E1".into(), Wrong::ColumnTwice { found: two.clone() }),
            ("F3".into(), Wrong::NoHeader),
            (
                "B2".into(),
                Wrong::NotANumber {
                    found: found("=1+1")
                }
            ),
            (
                "C2".into(),
                Wrong::OutOfRange {
                    found: found("101")
                }
            ),
            ("A3".into(), Wrong::LongName { most: 200 }),
            ("C3".into(), Wrong::OutOfRange { found: found("-1") }),
            (
                "C4".into(),
                Wrong::NotANumber {
                    found: found("oui")
                }
            ),
        ]
    );
    let told = Words::new(Lang::Fr).problem(&problems[4]);
    assert!(
        told.contains("avis.csv") && told.contains("Cellule C2") && told.contains("101"),
        "{told}"
    );
}

#[test]
fn rows_of_a_csv_are_counted_as_spreadsheets_count_them() {
    let (_, [one, _], _) = factor();
    let text = format!("Nom;{one}\n\n\"Anne\nMarie\";x\r\n\n\nB;y\n");
    let problems = read("csv", text.into_bytes()).unwrap_err();
    let cells: Vec<String> = wrong(&problems).into_iter().map(|(cell, _)| cell).collect();
    assert_eq!(cells, ["B3", "B6"]);
}

#[test]
fn tables_that_say_nothing_are_told_why() {
    let (_, [one, _], _) = factor();
    let kind = |end: &str, bytes: Vec<u8>| read(end, bytes).unwrap_err().remove(0).kind;
    assert_eq!(kind("csv", Vec::new()), Kind::NoOpinions);
    assert_eq!(
        kind("csv", format!("Nom;{one}\nA;\n").into_bytes()),
        Kind::NoOpinions
    );
    assert!(matches!(
        kind("csv", b"Nom\nA\n".to_vec()),
        Kind::NoSliders { .. }
    ));
    assert_eq!(kind("csv", b"\0\0\0".to_vec()), Kind::NotATable);
    assert_eq!(kind("xlsx", b"no workbook".to_vec()), Kind::NotATable);
    assert_eq!(kind("ods", b"PK".to_vec()), Kind::OtherTable);
    let rows = "5\n".repeat(ROOM + 1);
    let full = kind("csv", format!("{one}\n{rows}").into_bytes());
    assert_eq!(
        full,
        Kind::OpinionsFull {
            found: ROOM + 1,
            room: ROOM
        }
    );
    let wide = ";".repeat(600);
    assert!(matches!(
        kind("csv", wide.into_bytes()),
        Kind::LargeTable { .. }
    ));
    let tall = "\n".repeat(3_000) + "x;y\n";
    assert!(matches!(
        kind("csv", tall.into_bytes()),
        Kind::LargeTable { .. }
    ));
    assert!(matches!(
        kind("csv", vec![b'x'; 5 << 20]),
        Kind::TooLarge { .. }
    ));
}

/// A workbook whose first sheet is made so.
fn book(make: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Réponses").unwrap();
    make(sheet);
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_as_it_is_shown() {
    let (_, [one, two], _) = factor();
    let bytes = book(|sheet| {
        sheet.write_string(0, 0, &one).unwrap();
        sheet.write_string(0, 1, &two).unwrap();
        let share = Format::new().set_num_format("0 %");
        sheet.write_number_with_format(1, 0, 0.45, &share).unwrap();
        // Of a formula, its result.
        sheet
            .write_formula(1, 1, Formula::new("20*2").set_result("40"))
            .unwrap();
        sheet.write_string(2, 0, "12,5").unwrap();
    });
    let read = read("xlsx", bytes).unwrap();
    assert_eq!((value(&read[0], &one), value(&read[0], &two)), (45.0, 40.0));
    assert_eq!(value(&read[1], &one), 12.5);
}

#[test]
fn what_a_workbook_has_instead_of_numbers_is_told_cell_by_cell() {
    let (_, [one, two], _) = factor();
    let bytes = book(|sheet| {
        sheet.write_string(0, 0, &one).unwrap();
        sheet.write_string(0, 1, &two).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 1, 2).unwrap();
        let look = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_datetime_with_format(1, 0, &day, &look).unwrap();
        sheet.write_boolean(1, 1, true).unwrap();
        sheet
            .write_formula(2, 0, Formula::new("1/0").set_result("#DIV/0!"))
            .unwrap();
        sheet.merge_range(3, 0, 4, 0, "7", &Format::new()).unwrap();
    });
    let problems = read("xlsx", bytes).unwrap_err();
    let found = wrong(&problems);
    let cells: Vec<&str> = found.iter().map(|(cell, _)| cell.as_str()).collect();
    assert_eq!(cells, ["A4", "A2", "B2", "A3"], "{found:?}");
    assert_eq!(found[0].1, Wrong::Merged);
    assert_eq!(found[1].1, Wrong::Day);
    assert!(matches!(&found[2].1, Wrong::NotANumber { .. }));
    assert!(
        matches!(&found[3].1, Wrong::NotANumber { found } if found.contains("DIV/0")),
        "{found:?}"
    );
    let told = Words::new(Lang::En).problem(&problems[1]);
    assert!(told.contains("“Réponses”") && told.contains("A2"), "{told}");
}

/// The parts of a workbook, put together anew after `change`.
fn rezipped(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut file = from.by_index(place).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut part).unwrap();
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        to.start_file(&name, options).unwrap();
        to.write_all(&change(&name, part)).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn workbooks_that_no_honest_program_wrote_are_refused() {
    let (_, [one, _], _) = factor();
    let good = book(|sheet| {
        sheet.write_string(0, 0, &one).unwrap();
        sheet.write_number(1, 0, 5).unwrap();
    });
    assert_eq!(
        read("xlsx", rezipped(&good, |_, part| part)).unwrap().len(),
        1
    );
    let changed = |of: &str, from: &str, to: &str| {
        let (of, from, to) = (of.to_owned(), from.to_owned(), to.to_owned());
        rezipped(&good, move |name, part| {
            if name != of {
                return part;
            }
            let text = String::from_utf8(part).unwrap();
            assert!(text.contains(&from), "{text}");
            text.replacen(&from, &to, 1).into_bytes()
        })
    };
    let strings = "xl/sharedStrings.xml";
    let sheet = "xl/worksheets/sheet1.xml";
    let kind = |bytes: Vec<u8>| read("xlsx", bytes).unwrap_err().remove(0).kind;
    // It says that it holds more texts than there is memory.
    let boast = changed(
        strings,
        "uniqueCount=\"1\"",
        "uniqueCount=\"9999999999999\"",
    );
    assert_eq!(kind(boast), Kind::NotATable);
    // It refers to what lies outside.
    let entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst";
    assert_eq!(kind(changed(strings, "<sst", entity)), Kind::NotATable);
    // It unfolds to more than there is room for.
    let bomb = rezipped(&good, |name, mut part| {
        if name == sheet {
            part.resize(64 << 20, b' ');
        }
        part
    });
    assert!(bomb.len() < 1 << 20);
    assert_eq!(kind(bomb), Kind::Unfolds { most: 32 });
    // A cell far away.
    let far = changed(sheet, "r=\"A2\"", "r=\"XFD1048576\"");
    assert!(matches!(kind(far), Kind::LargeTable { .. }));
    // Parts that end in the middle, and a file that does.
    let cut = rezipped(&good, |name, mut part| {
        if name == sheet {
            part.truncate(part.len() / 2);
        }
        part
    });
    read("xlsx", cut).unwrap_err();
    for end in [0, 1, 30, good.len() / 2, good.len() - 1] {
        assert_eq!(kind(good[..end].to_vec()), Kind::NotATable);
    }
    // Names that lead outside the folder: nothing is unfolded to a disk.
    let mut to = ZipWriter::new_append(Cursor::new(good.clone())).unwrap();
    to.start_file(
        "../../../tmp/attache-was-here",
        SimpleFileOptions::default(),
    )
    .unwrap();
    to.write_all(b"x").unwrap();
    assert_eq!(
        read("xlsx", to.finish().unwrap().into_inner())
            .unwrap()
            .len(),
        1
    );
    assert!(!std::path::Path::new("/tmp/attache-was-here").exists());
}

#[test]
fn cells_are_named_as_spreadsheets_name_them() {
    for (row, column, name) in [
        (0, 0, "A1"),
        (6, 2, "C7"),
        (0, 25, "Z1"),
        (9, 26, "AA10"),
        (0, 701, "ZZ1"),
        (0, 702, "AAA1"),
    ] {
        assert_eq!(CellAt { row, column }.name(), name);
    }
}

#[test]
fn a_profile_is_the_opinion_of_its_author() {
    let knowledge = Knowledge::builtin();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.attache.ron");
    std::fs::write(&path, examples()[0].text).unwrap();
    let read = read_opinions(&knowledge, &path, &company(), ROOM).unwrap();
    let profile = Profile::parse(&knowledge, "a", examples()[0].text).unwrap();
    let named = company().named(profile.header.author.trim());
    assert_eq!(read, [Opinion::new(named)]);
}
