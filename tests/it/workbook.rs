//! The workbook, read back with another program's eyes.

use std::io::Cursor;

use attache::analysis::{Findings, Paths, Sampler};
use attache::draw::Theme;
use attache::i18n::Words;
use attache::model::{Knowledge, Lang, MAX_QUARTERS, Opinion, Profile};
use attache::report::{self, Document, Subject, workbook};
use attache::store::{SystemFonts, examples, parse_opinions};
use attache::wording::Teller;
use calamine::{Data, Range, Reader, Xlsx};

type Book = Xlsx<Cursor<Vec<u8>>>;

fn bytes(profile: &Profile, lang: Lang) -> Vec<u8> {
    let knowledge = Knowledge::builtin();
    let scenario = &profile.scenarios.first;
    let teller = Teller {
        knowledge: &knowledge,
        words: &Words::new(lang),
        departments: &scenario.departments,
    };
    // A start of the survey says as much of the sheets as all of it.
    let sampler = Sampler::usual_start(&knowledge, 32);
    let findings = Findings::new(&knowledge, scenario, &sampler);
    let paths = Paths::complete(&knowledge, scenario, &sampler, MAX_QUARTERS);
    workbook(teller, Subject::first(profile), &findings, &paths).unwrap()
}

fn open(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn sheet(book: &mut Book, words: &Words, key: &str) -> Range<Data> {
    book.worksheet_range(&words.get(key)).unwrap()
}

fn example(index: usize) -> Profile {
    let example = &examples()[index];
    Profile::parse(&Knowledge::builtin(), example.name, example.text).unwrap()
}

fn number(data: &Data) -> f64 {
    match data {
        Data::Float(number) => *number,
        Data::Int(number) => *number as f64,
        other => panic!("{other:?} is no number"),
    }
}

/// The values under a header.
fn column<'a>(range: &'a Range<Data>, header: &str) -> Vec<&'a Data> {
    let place = range.rows().next().unwrap();
    let place = place
        .iter()
        .position(|cell| *cell == Data::String(header.to_owned()));
    let place = place.unwrap_or_else(|| panic!("no column {header}"));
    range.rows().skip(1).map(|row| &row[place]).collect()
}

#[test]
fn every_sheet_has_a_header_that_stays_in_both_languages() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut book = open(bytes(&example(0), lang));
        let names = book.sheet_names();
        let keys = [
            "sheet-brief",
            "sheet-answers",
            "sheet-sliders",
            "sheet-weights",
            "sheet-fits",
            "sheet-ranks",
            "sheet-turns",
            "sheet-holds",
            "contacts-title",
            "sheet-course",
            "sheet-levels",
            "opinions-sheet",
        ];
        assert_eq!(names, keys.map(|key| words.get(key)));
        for name in names {
            let range = book.worksheet_range(&name).unwrap();
            let header = range.rows().next().unwrap();
            for title in header {
                assert!(
                    matches!(title, Data::String(text) if !text.contains('{')),
                    "{name}"
                );
            }
            assert!(
                range.height() > 1 || name == words.get("opinions-sheet"),
                "{name}"
            );
        }
    }
}

#[test]
fn the_parts_of_a_fit_sum_to_it() {
    let knowledge = Knowledge::builtin();
    let words = Words::new(Lang::En);
    let mut book = open(bytes(&example(0), Lang::En));
    let fits = sheet(&mut book, &words, "sheet-fits");
    let alternatives = knowledge
        .questions
        .iter()
        .map(|question| question.alternatives.len());
    assert_eq!(fits.height(), 1 + alternatives.sum::<usize>());
    for row in fits.rows().skip(1) {
        let parts = &row[3..4 + knowledge.factors.len()];
        let sum: f64 = parts.iter().map(number).sum();
        assert!((sum - number(&row[2])).abs() < 1e-9, "{row:?}");
    }
}

#[test]
fn shares_are_numbers_and_those_of_a_rank_sum_to_one() {
    let knowledge = Knowledge::builtin();
    let words = Words::new(Lang::En);
    let mut book = open(bytes(&example(0), Lang::En));
    let ranks = sheet(&mut book, &words, "sheet-ranks");
    let first = column(&ranks, &words.with("sheet-rank", &[("rank", 1)]));
    let errors = column(&ranks, &words.with("sheet-rank-error", &[("rank", 1)]));
    let of_attachments = knowledge.attachment().alternatives.len();
    let told: Vec<f64> = first[..of_attachments]
        .iter()
        .filter(|cell| ***cell != Data::Empty)
        .map(|cell| number(cell))
        .collect();
    assert!((told.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{told:?}");
    assert!(
        errors
            .iter()
            .filter(|cell| ***cell != Data::Empty)
            .all(|cell| number(cell) < 5.0)
    );

    let course = sheet(&mut book, &words, "sheet-course");
    assert_eq!(course.height(), 2 + MAX_QUARTERS);
    let quarters = column(&course, &words.get("sheet-quarter"));
    let counted = quarters.iter().map(|cell| number(cell));
    assert!(counted.eq((0..=MAX_QUARTERS).map(|quarter| quarter as f64)));
    assert!(
        column(&course, &words.get("sheet-begins"))
            .iter()
            .all(|cell| { matches!(cell, Data::DateTime(_)) })
    );
}

#[test]
fn sliders_stand_there_with_their_doubt_and_their_note() {
    let mut profile = example(0);
    let knowledge = Knowledge::builtin();
    let slider = knowledge.sliders().next().unwrap();
    let factor = &knowledge.factors[slider.factor];
    let input = profile.scenarios.first.factors.get_mut(&factor.id).unwrap();
    let setting = input
        .quantities
        .get_mut(&knowledge.quantity(slider).id)
        .unwrap();
    (setting.value, setting.plus_minus) = (61.5, 7.0);
    setting.note = "=1+1".into();
    profile.header.company = "=HYPERLINK(\"x\")".into();
    profile.header.notes = "+cmd|' /C calc'!A0\u{1}\u{ffff}".into();
    let words = Words::new(Lang::Fr);
    let mut book = open(bytes(&profile, Lang::Fr));
    let sliders = sheet(&mut book, &words, "sheet-sliders");
    assert_eq!(number(column(&sliders, &words.get("sheet-value"))[0]), 61.5);
    assert_eq!(number(column(&sliders, &words.get("sheet-doubt"))[0]), 7.0);
    // A text stays one, whatever it begins with.
    let note = column(&sliders, &words.get("sheet-note"))[0];
    assert_eq!(*note, Data::String("=1+1".into()));
    let brief = sheet(&mut book, &words, "sheet-brief");
    let told = column(&brief, &words.get("sheet-content"));
    assert!(told.contains(&&Data::String("=HYPERLINK(\"x\")".into())));
    assert!(told.contains(&&Data::String("+cmd|' /C calc'!A0".into())));
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        let written = formulas
            .used_cells()
            .filter(|(_, _, text)| !text.is_empty());
        assert_eq!(written.count(), 0, "{name}");
    }
}

#[test]
fn a_factor_that_nobody_knows_has_words_for_its_sliders() {
    let mut profile = example(0);
    let input = &mut profile.scenarios.first.factors[0];
    input.unknown = true;
    let count = input.quantities.len();
    let words = Words::new(Lang::En);
    let mut book = open(bytes(&profile, Lang::En));
    let sliders = sheet(&mut book, &words, "sheet-sliders");
    let values = column(&sliders, &words.get("sheet-value"));
    for value in &values[..count] {
        assert_eq!(**value, Data::String(words.get("unknown")));
    }
    number(values[count]);
}

#[test]
fn the_same_answer_gives_the_same_bytes() {
    let profile = example(1);
    assert!(bytes(&profile, Lang::Fr) == bytes(&profile, Lang::Fr));
    // The day in it is that of the profile.
    let mut older = profile.clone();
    older.header.date = "1850-01-01".parse().unwrap();
    let words = Words::new(Lang::Fr);
    let mut book = open(bytes(&older, Lang::Fr));
    let brief = sheet(&mut book, &words, "sheet-brief");
    let told = column(&brief, &words.get("sheet-content"));
    let day = words.date(older.header.date);
    assert!(told.contains(&&Data::String(day)), "{told:?}");
}

#[test]
fn opinions_are_read_again_as_they_were_and_nobody_unnamed_gets_a_name() {
    let knowledge = Knowledge::builtin();
    let mut profile = example(0);
    let company = profile.scenarios.first.clone();
    let mut opinion = company.named("Camille");
    opinion.factors[0].quantities[0].value = 12.5;
    opinion.factors[1].unknown = true;
    let mut part = company.named("");
    part.factors.shift_remove_index(2);
    let setting = &mut part.factors["exposure"].quantities["risk"];
    (setting.value, setting.plus_minus) = (50.0, 50.0);
    profile.opinions = [opinion.clone(), part].map(Opinion::new).into();
    let plain = profile.opinions.clone();
    for lang in Lang::ALL {
        let written = bytes(&profile, lang);
        let read = parse_opinions(&knowledge, "o.xlsx", "xlsx", written, &company, 2).unwrap();
        assert_eq!(read, profile.opinions, "{lang:?}");
    }
    // Voices and ballots have columns of their own, where there is something to tell of them.
    for (voice, round, columns) in [(1.0, 0, 0), (2.5, 0, 1), (1.0, 2, 1), (0.5, 1, 2)] {
        profile.opinions.clone_from(&plain);
        profile.opinions[0].voice = voice;
        profile.opinions[1].round = round;
        for lang in Lang::ALL {
            let written = bytes(&profile, lang);
            let mut book = open(written.clone());
            let range = sheet(&mut book, &Words::new(lang), "opinions-sheet");
            assert_eq!(range.width(), 1 + columns + knowledge.sliders().count());
            let read = parse_opinions(&knowledge, "o.xlsx", "xlsx", written, &company, 2);
            assert_eq!(read.unwrap(), profile.opinions, "{lang:?}");
        }
    }
}

#[test]
fn the_questionnaire_can_be_filled_in_and_says_so_while_it_is_empty() {
    let knowledge = Knowledge::builtin();
    let profile = example(0);
    let company = &profile.scenarios.first;
    for lang in Lang::ALL {
        let teller = Teller {
            knowledge: &knowledge,
            words: &Words::new(lang),
            departments: &[],
        };
        let subject = Subject::first(&profile);
        let fonts = SystemFonts::of_files(Vec::new());
        let what = Document::Questionnaire;
        let made = report::document(teller, subject, Theme::Light, what, &fonts, |_| true);
        let made = made.unwrap().bytes;
        let mut book = open(made.clone());
        let range = book.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(range.width(), 1 + knowledge.sliders().count());
        let read = parse_opinions(&knowledge, "q.xlsx", "xlsx", made, company, 40);
        let problems = read.unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].kind, attache::model::ProblemKind::NoOpinions);
    }
}

/// How long the largest example takes: told, for a clock is nothing to hold to.
#[test]
#[ignore = "measures; run by hand with --release"]
fn how_long_the_largest_example_takes() {
    let knowledge = Knowledge::builtin();
    let longest = examples()
        .iter()
        .max_by_key(|example| example.text.len())
        .unwrap();
    let profile = Profile::parse(&knowledge, longest.name, longest.text).unwrap();
    let teller = Teller {
        knowledge: &knowledge,
        words: &Words::new(Lang::Fr),
        departments: &[],
    };
    let fonts = SystemFonts::of_files(Vec::new());
    let begun = std::time::Instant::now();
    let what = Document::Workbook;
    let subject = Subject::first(&profile);
    let made = report::document(teller, subject, Theme::Light, what, &fonts, |_| true);
    println!(
        "{}: {:?}, {} bytes",
        longest.name,
        begun.elapsed(),
        made.unwrap().bytes.len()
    );
}
