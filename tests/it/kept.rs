//! What a profile keeps beside its scenarios: the journal of its sessions, and the day of its review.

use attache::analysis::{Course, Reviewed};
use attache::i18n::Words;
use attache::model::{
    Entry, Header, Journal, Knowledge, Lang, MAX_JOURNAL, MAX_QUARTERS, ProblemKind as Kind,
    Profile, Review, Subject, Text,
};
use attache::store::examples;
use attache::wording::Teller;
use jiff::civil::{date, datetime};

fn entry(minute: i8, what: &str) -> Entry {
    Entry {
        at: datetime(2026, 11, 25, 9, minute, 0, 0),
        who: "Zoé".to_owned(),
        about: Subject::Factor("exposure".to_owned()),
        what: Text {
            fr: format!("{what} (fr)"),
            en: what.to_owned(),
        },
        why: String::new(),
    }
}

fn example(knowledge: &Knowledge) -> Profile {
    let example = &examples()[3];
    Profile::parse(knowledge, example.name, example.text).unwrap()
}

/// An example with a journal and a review.
fn kept(knowledge: &Knowledge) -> Profile {
    let mut profile = example(knowledge);
    profile.header.journal.add(entry(30, "Risk 40 → 60"));
    profile.header.journal.explain(0, "A \"crisis\"".to_owned());
    profile.header.review = Some(Box::new(Review {
        on: date(2027, 11, 25),
        from: date(2026, 11, 25),
        foreseen: profile.scenarios.first.clone(),
    }));
    profile
}

#[test]
fn what_is_kept_is_read_back_as_it_was_and_one_without_is_written_as_before() {
    let knowledge = Knowledge::builtin();
    let profile = kept(&knowledge);
    let text = profile.to_text().unwrap();
    let again = Profile::parse(&knowledge, "kept.ron", &text).unwrap();
    assert_eq!(again, profile);
    assert_eq!(again.to_text().unwrap(), text);
    let plain = examples()[3].text;
    assert_eq!(example(&knowledge).to_text().unwrap(), plain);
}

#[test]
fn what_is_wrong_with_it_is_placed() {
    let knowledge = Knowledge::builtin();
    let text = kept(&knowledge).to_text().unwrap();
    for (from, to, field) in [
        (
            "2026-11-25T09:30",
            "2026-11-25 09:30",
            "journal.entries[0].at",
        ),
        (
            "2026-11-25T09:30",
            "2026-11-25T09:30:05",
            "journal.entries[0].at",
        ),
        ("on: \"2027-11-25\"", "on: \"25/11/2027\"", "review.on"),
        (
            "from: \"2026-11-25\"",
            "from: \"2026-13-25\"",
            "review.from",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        let bad = text.replacen(from, to, 1);
        let problems = Profile::parse(&knowledge, "kept.ron", &bad).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].field, field);
        assert!(problems[0].line > 1);
        let kind = &problems[0].kind;
        assert!(matches!(kind, Kind::BadTime { .. } | Kind::BadDate { .. }));
    }
    // What was foreseen is held to the knowledge base as any scenario is.
    let at = text.find("review:").unwrap();
    let bad = format!(
        "{}{}",
        &text[..at],
        text[at..].replacen("\"risk\"", "\"risque\"", 1)
    );
    let problems = Profile::parse(&knowledge, "kept.ron", &bad).unwrap_err();
    assert!(
        problems.iter().any(|problem| {
            problem.field == "review.foreseen.factors.exposure.quantities.risque"
        })
    );
}

#[test]
fn the_oldest_entries_give_way_and_are_counted() {
    let mut journal = Journal::default();
    for number in 0..MAX_JOURNAL + 3 {
        journal.add(entry(30, &number.to_string()));
    }
    assert_eq!((journal.entries.len(), journal.left_out), (MAX_JOURNAL, 3));
    assert_eq!(journal.entries[0].what.en, "3");
    let knowledge = Knowledge::builtin();
    let mut profile = example(&knowledge);
    profile.header.journal = journal;
    assert!(Profile::parse(&knowledge, "full.ron", &profile.to_text().unwrap()).is_ok());
    let more = profile.header.journal.entries[0].clone();
    profile.header.journal.entries.push(more);
    let problems = Profile::parse(&knowledge, "over.ron", &profile.to_text().unwrap());
    let problems = problems.unwrap_err();
    assert!(matches!(problems[0].kind, Kind::TooMany { .. }));
}

#[test]
fn minutes_tell_when_what_who_and_why_by_days_in_either_language() {
    let knowledge = Knowledge::builtin();
    let mut journal = kept(&knowledge).header.journal;
    let mut later = entry(5, "Silos 3 → 4");
    (later.at, later.who) = (datetime(2026, 12, 1, 14, 5, 0, 0), String::new());
    journal.add(later);
    for (lang, days, first, second) in [
        (
            Lang::Fr,
            ["25 novembre 2026", "1er décembre 2026"],
            "9\u{a0}h\u{a0}30\u{a0}: Risk 40 → 60 (fr) (Zoé). Motif\u{a0}: A \"crisis\"",
            "14\u{a0}h\u{a0}05\u{a0}: Silos 3 → 4 (fr)",
        ),
        (
            Lang::En,
            ["25 November 2026", "1 December 2026"],
            "9:30: Risk 40 → 60 (Zoé). Reason: A \"crisis\"",
            "14:05: Silos 3 → 4",
        ),
    ] {
        let words = Words::new(lang);
        let teller = Teller {
            knowledge: &knowledge,
            words: &words,
            departments: &[],
        };
        let minutes = teller.minutes(&journal);
        assert_eq!([&minutes[0].day, &minutes[1].day], days);
        let lines = minutes.iter().flat_map(|day| &day.lines);
        let told: Vec<String> = lines.map(|line| teller.minute_line(line)).collect();
        assert_eq!(told, [first, second]);
        let text = teller.minutes_text("Hôpitaux du Val", &journal);
        assert!(text.contains(first) && text.contains("Hôpitaux du Val"));
        assert_eq!(teller.minutes_left_out(&journal), None);
    }
}

#[test]
fn a_day_falls_into_a_quarter_of_what_was_foreseen() {
    let knowledge = Knowledge::builtin();
    let review = kept(&knowledge).header.review.unwrap();
    for (day, quarter) in [
        (date(2025, 1, 1), 0),
        (date(2026, 11, 25), 0),
        (date(2027, 2, 24), 0),
        (date(2027, 2, 25), 1),
        (date(2027, 11, 25), 4),
        (date(2036, 11, 25), 40),
    ] {
        assert_eq!(review.quarter(day), quarter, "{day}");
    }
    assert!(review.is_due(date(2027, 11, 25)) && !review.is_due(date(2027, 11, 24)));
}

#[test]
fn what_came_as_foreseen_is_so_and_what_did_not_stands_out() {
    let knowledge = Knowledge::builtin();
    let foreseen = example(&knowledge).scenarios.first;
    let course = Course::new(&knowledge, &foreseen, MAX_QUARTERS, false);
    let mut now = course.scenario(&knowledge, 6);
    let reviewed = Reviewed::new(&knowledge, &foreseen, 6, &now);
    for drift in reviewed.drifts.iter().flat_map(|drift| &drift.sliders) {
        assert_eq!(drift.now, Some(drift.foreseen));
    }
    // The largest move comes first, and those that can have changed before the others.
    let can: Vec<bool> = reviewed
        .drifts
        .iter()
        .map(|drift| drift.can_have_changed)
        .collect();
    assert!(can.is_sorted_by(|a, b| a >= b), "{can:?}");
    assert_eq!(reviewed.drifts.len(), knowledge.factors.len());

    let agency = now.factors.get_mut("agency").unwrap();
    agency.quantities["weight"].value = (agency.quantities["weight"].value + 60.0) % 100.0;
    let reviewed = Reviewed::new(&knowledge, &foreseen, 6, &now);
    let first = &reviewed.drifts[0];
    assert_eq!(knowledge.factors[first.factor].id, "agency");
    assert!(first.can_have_changed);
    // Nobody knows any more: nothing is made up for now.
    now.factors["agency"].unknown = true;
    let reviewed = Reviewed::new(&knowledge, &foreseen, 6, &now);
    let agency = reviewed
        .drifts
        .iter()
        .find(|drift| drift.factor == first.factor);
    assert!(
        agency
            .unwrap()
            .sliders
            .iter()
            .all(|slider| slider.now.is_none())
    );
}

#[test]
fn the_next_steps_name_the_day_of_the_review() {
    use attache::analysis::{Evolution, Findings, Paths, Sampler};
    use attache::report::{self, Paper};
    let knowledge = Knowledge::builtin();
    let words = Words::new(Lang::En);
    let profile = kept(&knowledge);
    let scenario = &profile.scenarios.first;
    let teller = Teller {
        knowledge: &knowledge,
        words: &words,
        departments: &scenario.departments,
    };
    let findings = Findings::new(&knowledge, scenario, &Sampler::new(&knowledge, 2, 2));
    let evolution = Evolution::new(&knowledge, scenario, MAX_QUARTERS);
    let steps = teller
        .dated(&profile.header)
        .next_steps(&findings, &evolution);
    let last = steps.last().unwrap();
    assert_eq!(last.action, "Look at this answer again on 25 November 2027");
    let report = report::markdown(teller, &profile.header, scenario, &findings);
    assert!(report.contains("Review planned for 25 November 2027."));
    assert!(report.contains("## Record of decisions"));
    assert!(report.contains("9:30: Risk 40 → 60 (Zoé)"));
    let sampler = Sampler::new(&knowledge, 2, 2);
    let paths = Paths::complete(&knowledge, scenario, &sampler, MAX_QUARTERS);
    let page = |header: &Header| {
        let sheet = report::page(teller, header, scenario, &findings, &paths, Paper::Sheet);
        let blocks: Vec<String> = sheet.blocks.iter().map(report::Block::text).collect();
        (
            blocks.join(" "),
            report::html(teller, header, scenario, &findings, &paths),
        )
    };
    let (sheet, web) = page(&profile.header);
    assert!(
        sheet.contains("Review planned for 25 November 2027."),
        "{sheet}"
    );
    assert!(web.contains("Review planned for 25 November 2027."));
    assert!(web.contains("Record of decisions"));
    // Once that day has come, what was foreseen stands beside what is answered.
    let mut due = profile.header.clone();
    due.date = date(2027, 12, 1);
    let (sheet, web) = page(&due);
    let asks = "The review was planned for 25 November 2027.";
    assert!(sheet.contains(asks) && web.contains(asks), "{sheet}");
    let review = due.review.as_ref().unwrap();
    let found = Reviewed::new(
        &knowledge,
        &review.foreseen,
        review.quarter(due.date),
        scenario,
    );
    let compared = teller.reviewed(&found);
    assert_eq!(compared.len(), knowledge.questions.len());
    let report = report::markdown(teller, &due, scenario, &findings);
    for line in compared {
        assert!(report.contains(&line), "{line}");
    }
}
