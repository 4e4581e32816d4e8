//! What must hold for any bytes given to the readers. The fuzz targets and `tests/it/hostile.rs` share it.

use std::io::{Cursor, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::LazyLock;

use attache::analysis::{Answers, Evolution, Findings, Inputs, Sampler};
use attache::draw::Theme;
use attache::i18n::Words;
use attache::model::{
    Comments, Knowledge, Lang, MAX_OPINIONS, Problem, Problems, Profile, Scenario,
};
use attache::report;
use attache::report::pptx::{Story, Template, pptx};
use attache::store::{decode, parse_opinions};
use attache::wording::Teller;

static BUILTIN: LazyLock<Knowledge> = LazyLock::new(Knowledge::builtin);
static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| Lang::ALL.map(Words::new));

/// Characters of the longest sentence that a person could be asked to read.
const LONGEST: usize = 4_000;

/// A profile is refused with a sentence for each problem, or read, answered and written back as it was,
/// with the comments that are in it or without.
#[allow(dead_code, reason = "each fuzz target uses one of them")]
pub fn profile(bytes: &[u8]) {
    let Some(profile) = read(bytes, |text| Profile::parse(&BUILTIN, "f.ron", text)) else {
        return;
    };
    let text = profile.to_text().expect("a valid profile can be written");
    let again = Profile::parse(&BUILTIN, "f.ron", &text).expect("what was written can be read");
    assert_eq!(again, profile);
    let written = decode("f.ron", bytes.to_vec()).expect("what was read is a text");
    let commented = Comments::of(&written).put_into(text);
    let again = Profile::parse(&BUILTIN, "f.ron", &commented).expect("comments can be read over");
    assert_eq!(again, profile);
    finite(&BUILTIN, &profile.scenarios.first);
}

/// A knowledge base is refused with a sentence for each problem, or everything works with it.
#[allow(dead_code, reason = "each fuzz target uses one of them")]
pub fn knowledge(bytes: &[u8]) {
    let Some(knowledge) = read(bytes, |text| Knowledge::parse("f.ron", text)) else {
        return;
    };
    let profile = Profile::new(&knowledge, Default::default());
    let text = profile.to_text().expect("a new profile can be written");
    Profile::parse(&knowledge, "f.ron", &text).expect("a new profile is a valid one");
    let Profile {
        header, scenarios, ..
    } = profile;
    let scenario = &scenarios.first;
    finite(&knowledge, scenario);
    let sampler = Sampler::new(&knowledge, 1, 1);
    let findings = Findings::new(&knowledge, scenario, &sampler);
    Evolution::new(&knowledge, scenario, 4);
    for words in WORDS.iter() {
        let teller = Teller {
            knowledge: &knowledge,
            words,
            departments: &scenario.departments,
        };
        report::markdown(teller, &header, scenario, &findings);
        report::chart(teller, &header, scenario, &findings, Theme::Light);
    }
}

/// A template is refused with a sentence, or a presentation is made with it that is a template again.
#[allow(dead_code, reason = "each fuzz target uses one of them")]
pub fn template(bytes: &[u8]) {
    let template = match Template::read("f.potx", bytes) {
        Ok(template) => template,
        Err(problem) => return told(&problem),
    };
    let (profile, findings, evolution) = &*NEW;
    for words in WORDS.iter() {
        let scenario = &profile.scenarios.first;
        let story = Story {
            teller: Teller {
                knowledge: &BUILTIN,
                words,
                departments: &scenario.departments,
            },
            header: &profile.header,
            scenario,
            findings,
            evolution,
        };
        let made = pptx(story, Some(&template)).expect("a presentation can be packed");
        Template::read("g.pptx", &made).expect("what was written can be read");
    }
}

/// A company of which nothing is known, with all that is found of it.
static NEW: LazyLock<(Profile, Findings, Evolution)> = LazyLock::new(|| {
    let profile = Profile::new(&BUILTIN, Default::default());
    let scenario = &profile.scenarios.first;
    let findings = Findings::new(&BUILTIN, scenario, &Sampler::new(&BUILTIN, 1, 1));
    let evolution = Evolution::new(&BUILTIN, scenario, 4);
    (profile, findings, evolution)
});

/// A table of opinions is refused with a sentence for each problem, or read: then each is an opinion
/// that a profile can hold.
#[allow(dead_code, reason = "each fuzz target uses one of them")]
pub fn csv(bytes: &[u8]) {
    opinions("csv", bytes);
}

/// The same of a workbook. As few bytes are a folded folder, those that are none are taken for its
/// sheet.
#[allow(dead_code, reason = "each fuzz target uses one of them")]
pub fn xlsx(bytes: &[u8]) {
    opinions("xlsx", bytes);
    opinions("xlsx", &folded(bytes));
}

fn opinions(end: &str, bytes: &[u8]) {
    let mut profile = Profile::new(&BUILTIN, Default::default());
    let company = profile.scenarios.first.clone();
    let file = format!("f.{end}");
    match parse_opinions(&BUILTIN, &file, end, bytes.to_vec(), &company, MAX_OPINIONS) {
        Ok(opinions) => {
            assert!(!opinions.is_empty());
            profile.opinions = opinions;
            let text = profile.to_text().expect("opinions can be written");
            let again = Profile::parse(&BUILTIN, "f.ron", &text).expect("and read");
            assert_eq!(again, profile);
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            problems.iter().for_each(told);
        }
    }
}

/// The least workbook, with this as its sheet, and as its texts and styles where it is any.
pub fn folded(sheet: &[u8]) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let root = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" \
         Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns:r=\"{office}\"><sheets>\
         <sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let of_book = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" \
         Type=\"{office}/worksheet\" Target=\"sheet.xml\"/></Relationships>"
    );
    let mut parts = vec![
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", of_book.as_bytes()),
        ("xl/sheet.xml", sheet),
    ];
    // Without these a workbook is one as well.
    for (name, root) in [
        ("xl/sharedStrings.xml", "<sst"),
        ("xl/styles.xml", "<styleSheet"),
    ] {
        if sheet
            .windows(root.len())
            .any(|part| part == root.as_bytes())
        {
            parts.push((name, sheet));
        }
    }
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = zip::write::SimpleFileOptions::default();
        to.start_file(name, options).expect("a part");
        to.write_all(part).expect("its bytes");
    }
    to.finish().expect("a folder").into_inner()
}

fn read<T>(bytes: &[u8], parse: impl FnOnce(&str) -> Result<T, Problems>) -> Option<T> {
    let read = decode("f.ron", bytes.to_vec())
        .map_err(|problem| vec![problem])
        .and_then(|text| parse(&text));
    match read {
        Ok(read) => Some(read),
        Err(problems) => {
            assert!(!problems.is_empty());
            problems.iter().for_each(told);
            None
        }
    }
}

fn told(problem: &Problem) {
    for words in WORDS.iter() {
        let sentence = words.problem(problem);
        assert!(!sentence.contains("problem-"), "{problem}");
        assert!(sentence.chars().count() < LONGEST, "{problem}");
    }
}

fn finite(knowledge: &Knowledge, scenario: &Scenario) {
    let answers = Answers::new(knowledge, Inputs::read(knowledge, scenario));
    for answer in &answers.answers {
        for &alternative in &answer.ranking {
            assert!(answer.fit(alternative).is_finite());
        }
    }
}

/// Whoever listens there answers a request with one of the answers that the ballot has, or cuts it; and
/// answers the next one.
#[allow(dead_code, reason = "each fuzz target uses one of them")]
pub fn request(at: SocketAddr, bytes: &[u8]) {
    let mut stream = TcpStream::connect(at).expect("it still listens");
    // What is cut may be cut at any time.
    let _said = stream.write_all(bytes);
    let _shut = stream.shutdown(Shutdown::Write);
    let mut reply = Vec::new();
    let _read = stream.read_to_end(&mut reply);
    if reply.is_empty() {
        return;
    }
    let head = String::from_utf8_lossy(&reply);
    let mut words = head.split(' ');
    let version = words.next().unwrap_or_default();
    assert!(version == "HTTP/1.1" || version == "HTTP/1.0", "{head}");
    let status = words.next().unwrap_or_default();
    let known = [
        "200", "303", "400", "403", "404", "408", "413", "414", "415", "422", "429", "431", "503",
        "507",
    ];
    assert!(known.contains(&status), "{head}");
}
