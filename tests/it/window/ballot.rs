//! The secret ballot in its window: one after the other, and nothing of anybody for the next.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{begin, contents, dropped, press, usual, window_on};
use crate::recovery::full_while;
use attache::model::{Knowledge, Lang, Opinion, Subject};
use attache::store::{Disk, Recovery, read_profile};
use attache::ui::{App, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// A window with something unsaved, so that there are copies of the work.
fn window(folder: &Path) -> Harness<'static, App> {
    let mut harness = begin(start(folder));
    harness
        .get_by_role_and_label(Role::Slider, "Silos")
        .set_value_accesskit(33.0);
    harness.run_steps(90);
    harness
}

fn start(folder: &Path) -> Start {
    Start {
        recovery: Recovery::at(folder.join("copies"), Disk::default()),
        ..usual()
    }
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_role_and_label(Role::Button, label).click();
    harness.run();
}

fn key(harness: &mut Harness<'_, App>, key: Key) {
    press(harness, Modifiers::NONE, key);
}

fn begin_ballot(harness: &mut Harness<'_, App>) {
    press(harness, Modifiers::COMMAND, Key::Num7);
    click(harness, "Secret ballot");
    harness.get_by_label("How do you see this company?");
}

const RISK: &str = "Could a crisis break out over you?";

/// Goes to the question about the exposure.
fn to_exposure(harness: &mut Harness<'_, App>) {
    click(harness, "I vote");
    for _ in 0..20 {
        if harness.query_by_label(RISK).is_some() {
            return;
        }
        click(harness, "Leave to the others");
    }
    panic!("nothing is asked about the risk");
}

/// A turn from start to end, in which only the risk is answered: 1 is the first step, 0 "I don’t know".
fn vote(harness: &mut Harness<'_, App>, digit: Key) {
    to_exposure(harness);
    key(harness, digit);
    finish(harness);
    click(harness, "Cast my ballot");
}

/// On to the review.
fn finish(harness: &mut Harness<'_, App>) {
    for _ in 0..20 {
        if harness.query_by_label("Your answers").is_some() {
            return;
        }
        click(harness, "Continue");
    }
    panic!("no review");
}

fn count(harness: &mut Harness<'_, App>) {
    click(harness, "Close and count");
    click(harness, "Count");
    harness.run_steps(4);
}

/// Everything that a screen reader can tell of the window, and what has the focus.
fn tree(harness: &Harness<'_, App>) -> Vec<String> {
    let root = harness.root();
    let nodes = root.children_recursive();
    let told = nodes.map(|node| {
        let node = node.accesskit_node();
        format!(
            "{:?} {:?} {:?} {:?} {} {}",
            node.role(),
            node.label(),
            node.value(),
            node.description(),
            node.is_disabled(),
            node.is_focused()
        )
    });
    told.collect()
}

fn risks(opinions: &[Opinion]) -> Vec<f64> {
    let said = opinions
        .iter()
        .map(|it| it.view.factors["exposure"].value("risk"));
    let mut said: Vec<f64> = said.collect();
    said.sort_by(f64::total_cmp);
    said
}

/// Every file under a folder, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            // What a write is about to rename may be gone by now.
            if let Ok(bytes) = std::fs::read(&path) {
                found.insert(path.display().to_string(), bytes);
            }
        }
    }
    found
}

/// Waits until the copies of the work are written.
fn settle(harness: &mut Harness<'_, App>, copies: &Path) {
    harness.run_steps(90);
    let is_there = || {
        let names: Vec<String> = files(copies).into_keys().collect();
        names.iter().any(|name| name.ends_with(".ron"))
            && !names.iter().any(|name| name.ends_with(".tmp"))
    };
    // The thread that writes them is told at once, and flushes to the disk.
    let mut seen = None;
    for _ in 0..400 {
        std::thread::sleep(std::time::Duration::from_millis(25));
        let now = files(copies);
        if is_there() && seen.as_ref() == Some(&now) {
            return;
        }
        seen = Some(now);
    }
    panic!("no copy of the work");
}

#[test]
fn each_begins_with_nothing_chosen_and_no_answer_is_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    begin_ballot(&mut harness);
    let unseen = |harness: &Harness<'_, App>| {
        for told in ["comes first", "Recommended", "File", "Edit", "Silos", "%"] {
            let seen = harness.query_all_by_label_contains(told).count();
            assert_eq!(seen, 0, "{told}");
        }
        assert_eq!(harness.query_all_by_role(Role::Slider).count(), 0);
    };
    unseen(&harness);
    for _ in 0..2 {
        to_exposure(&mut harness);
        unseen(&harness);
        let answers: Vec<_> = harness.query_all_by_role(Role::RadioButton).collect();
        // Two sliders of five steps, and that one does not know.
        assert_eq!(answers.len(), 12);
        for answer in &answers {
            let node = answer.accesskit_node();
            assert!(node.toggled() != Some(egui::accesskit::Toggled::True));
            assert!(!node.is_focused(), "{:?}", node.label());
        }
        key(&mut harness, Key::Num4);
        let chosen = harness
            .query_all_by_role(Role::RadioButton)
            .map(|it| it.accesskit_node().toggled())
            .filter(|it| *it == Some(egui::accesskit::Toggled::True));
        assert_eq!(chosen.count(), 1);
        finish(&mut harness);
        harness.get_by_label_contains("Exposure: Level of risk: ");
        click(&mut harness, "Cast my ballot");
        unseen(&harness);
    }
    assert!(harness.state().profile().opinions.is_empty());
}

#[test]
fn nothing_of_a_voter_is_there_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    // Two rooms in which all is the same but what the first voter says.
    let seen: Vec<Vec<Vec<String>>> = [Key::Num1, Key::Num5, Key::Num0]
        .into_iter()
        .enumerate()
        .map(|(room, said)| {
            let mut harness = window(&folder.path().join(room.to_string()));
            begin_ballot(&mut harness);
            vote(&mut harness, said);
            let mut seen = vec![tree(&harness)];
            click(&mut harness, "I vote");
            seen.push(tree(&harness));
            // The way back is not the way to them.
            for _ in 0..3 {
                key(&mut harness, Key::Backspace);
                press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
            }
            seen.push(tree(&harness));
            click(&mut harness, "Leave to the others");
            seen.push(tree(&harness));
            seen
        })
        .collect();
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
}

#[test]
fn undo_palette_save_and_the_other_keys_of_the_window_do_nothing_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    let before = harness.state().profile().clone();
    begin_ballot(&mut harness);
    vote(&mut harness, Key::Num5);
    let screen = tree(&harness);
    let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    for (modifiers, key) in [
        (Modifiers::COMMAND, Key::Z),
        (shift, Key::Z),
        (Modifiers::COMMAND, Key::Y),
        (Modifiers::COMMAND, Key::K),
        (Modifiers::COMMAND, Key::S),
        (shift, Key::S),
        (Modifiers::COMMAND, Key::J),
        (Modifiers::COMMAND, Key::N),
        (Modifiers::COMMAND, Key::O),
        (Modifiers::COMMAND, Key::D),
        (Modifiers::COMMAND, Key::Num1),
        (Modifiers::NONE, Key::F1),
        (Modifiers::NONE, Key::F4),
        (Modifiers::NONE, Key::F5),
        (Modifiers::NONE, Key::F7),
        (Modifiers::NONE, Key::F8),
        (Modifiers::NONE, Key::Escape),
    ] {
        press(&mut harness, modifiers, key);
        assert_eq!(tree(&harness), screen, "{modifiers:?} {key:?}");
        assert_eq!(*harness.state().profile(), before);
    }
    // The language is each person's own.
    key(&mut harness, Key::F2);
    harness.get_by_label("Comment voyez-vous cette entreprise\u{a0}?");
}

#[test]
fn what_is_dropped_is_refused_with_a_sentence_and_the_turn_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = super::profile_file(folder.path(), "other.ron");
    let mut harness = window(folder.path());
    let before = harness.state().profile().clone();
    begin_ballot(&mut harness);
    to_exposure(&mut harness);
    key(&mut harness, Key::Num2);
    harness.input_mut().dropped_files.push(dropped(&path));
    harness.run();
    harness.get_by_label_contains("Not during a secret ballot.");
    assert_eq!(*harness.state().profile(), before);
    finish(&mut harness);
    click(&mut harness, "Cast my ballot");
    harness.get_by_label("One ballot cast");
}

#[test]
fn no_file_holds_anything_of_a_turn_before_it_is_cast_and_copies_of_the_work_never_do() {
    let folder = tempfile::tempdir().unwrap();
    let copies = folder.path().join("copies");
    let mut harness = window(folder.path());
    begin_ballot(&mut harness);
    settle(&mut harness, &copies);
    let before = files(&copies);
    let work = |files: &BTreeMap<String, Vec<u8>>| -> Vec<(String, Vec<u8>)> {
        let all = files.clone().into_iter();
        all.filter(|(path, _)| path.ends_with(".ron")).collect()
    };
    assert_eq!(work(&before).len(), 1, "no copy of the work");
    to_exposure(&mut harness);
    key(&mut harness, Key::Num5);
    finish(&mut harness);
    settle(&mut harness, &copies);
    assert_eq!(files(&copies), before);
    click(&mut harness, "Cast my ballot");
    settle(&mut harness, &copies);
    let after = files(&copies);
    assert_eq!(work(&after), work(&before));
    let urns: Vec<_> = after
        .iter()
        .filter(|(path, _)| path.ends_with(".urn"))
        .collect();
    assert_eq!(urns.len(), 1);
    // Another window offers nothing of it, and knows of nothing.
    let beside = begin(start(folder.path()));
    assert_eq!(
        beside
            .query_all_by_label_contains("ballot was not counted")
            .count(),
        0
    );
    for _ in 0..2 {
        vote(&mut harness, Key::Num1);
    }
    count(&mut harness);
    harness.run_steps(90);
    let left: Vec<String> = files(&copies).into_keys().collect();
    assert!(
        left.iter().all(|path| !path.contains("ballots")),
        "{left:?}"
    );
}

#[test]
fn three_ballots_at_least_are_counted_and_not_one_of_them_has_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    let before = contents(&harness);
    begin_ballot(&mut harness);
    for (cast, wanting) in [
        (0, "3 more ballots"),
        (1, "2 more ballots"),
        (2, "One more ballot"),
    ] {
        let told = format!("{wanting} before any can be counted.");
        harness.get_by_label(&told);
        let counts = harness.get_by_role_and_label(Role::Button, "Close and count");
        assert!(counts.accesskit_node().is_disabled(), "{cast}");
        vote(&mut harness, [Key::Num5, Key::Num1, Key::Num2][cast]);
    }
    // Whoever asks by mistake loses nothing.
    click(&mut harness, "Close and count");
    click(&mut harness, "Go on with the ballot");
    harness.get_by_label("3 ballots cast");
    count(&mut harness);
    let counted = harness.state().profile().clone();
    let steps = Knowledge::builtin().steps.values;
    assert_eq!(risks(&counted.opinions), [steps[0], steps[1], steps[4]]);
    for opinion in &counted.opinions {
        assert_eq!((opinion.name(), opinion.round, opinion.voice), ("", 1, 1.0));
        assert_eq!(opinion.view.factors.len(), 1);
    }
    assert_eq!(counted.scenarios, before.scenarios);
    // The count is one step; nobody's name is in the journal, nor anybody's answer.
    let entry = counted.header.journal.entries.last().unwrap();
    assert_eq!(
        (entry.about.clone(), entry.who.as_str()),
        (Subject::Room, "")
    );
    assert_eq!(entry.what.en, "Opinions gathered 0 → 3");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(contents(&harness), before);
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(*harness.state().profile(), counted);
    // What is removed is the ballot, and not somebody's vote.
    harness.get_by_role_and_label(
        Role::Button,
        "Remove the opinion: Secret ballot, round 1: 3 ballots",
    );
    let singly = harness
        .query_all_by_label_contains("Remove the opinion: Opinion")
        .count();
    assert_eq!(singly, 0);
    assert_eq!(harness.query_all_by_label_contains("far from").count(), 0);
}

#[test]
fn a_ballot_that_is_cancelled_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    let before = harness.state().profile().clone();
    begin_ballot(&mut harness);
    vote(&mut harness, Key::Num3);
    vote(&mut harness, Key::Num4);
    click(&mut harness, "Cancel the ballot");
    harness.get_by_label_contains("2 ballots cast will be destroyed unread");
    click(&mut harness, "Destroy them all");
    assert_eq!(*harness.state().profile(), before);
    harness.get_by_label_contains("Ballot cancelled: nothing of it was kept.");
    let left: Vec<String> = files(&folder.path().join("copies")).into_keys().collect();
    assert!(
        left.iter().all(|path| !path.contains("ballots")),
        "{left:?}"
    );
    assert!(
        !harness
            .state()
            .profile()
            .opinions
            .iter()
            .any(|it| it.round > 0)
    );
}

#[test]
fn a_turn_that_is_given_up_leaves_nothing_and_an_empty_one_is_not_cast() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    begin_ballot(&mut harness);
    let invited = tree(&harness);
    // With nothing answered the way out asks nothing.
    click(&mut harness, "I vote");
    key(&mut harness, Key::Escape);
    assert_eq!(tree(&harness), invited);
    to_exposure(&mut harness);
    key(&mut harness, Key::Num5);
    key(&mut harness, Key::Escape);
    harness.get_by_label_contains("Give up your turn?");
    click(&mut harness, "Go on voting");
    harness.get_by_label(RISK);
    key(&mut harness, Key::Escape);
    click(&mut harness, "Give up");
    assert_eq!(tree(&harness), invited);
    click(&mut harness, "I vote");
    finish(&mut harness);
    harness.get_by_label("Answer one question at least.");
    let cast = harness.get_by_role_and_label(Role::Button, "Cast my ballot");
    assert!(cast.accesskit_node().is_disabled());
}

#[test]
fn answers_are_given_by_keys_alone_corrected_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    begin_ballot(&mut harness);
    for digit in [Key::Num2, Key::Num4, Key::Num1] {
        // From the invitation to the invitation: the focus is always where the next key is meant.
        key(&mut harness, Key::Enter);
        while harness.query_by_label(RISK).is_none() {
            key(&mut harness, Key::Enter);
        }
        key(&mut harness, Key::Questionmark);
        key(&mut harness, Key::ArrowUp);
        key(&mut harness, digit);
        while harness.query_by_label("Your answers").is_none() {
            key(&mut harness, Key::Enter);
        }
        // Back from the review to a factor, and from there to the review again.
        harness
            .get_by_label_contains("Exposure: Level of risk: ")
            .click();
        harness.run();
        harness.get_by_label(RISK);
        click(&mut harness, "Continue");
        harness.get_by_label("Your answers");
        key(&mut harness, Key::Enter);
        harness.get_by_role_and_label(Role::Button, "I vote");
    }
    harness.get_by_label("3 ballots cast");
    // One who takes back what they said leaves it to the others.
    to_exposure(&mut harness);
    key(&mut harness, Key::Num5);
    click(&mut harness, "Leave to the others");
    finish(&mut harness);
    harness.get_by_label("Answer one question at least.");
    click(&mut harness, "Give up");
    count(&mut harness);
    let steps = Knowledge::builtin().steps.values;
    let opinions = &harness.state().profile().opinions;
    assert_eq!(risks(opinions), [steps[0], steps[1], steps[3]]);
}

#[test]
fn the_ballots_of_a_program_that_died_are_offered_and_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = super::profile_file(folder.path(), "hôpital.ron");
    let open = || {
        begin(Start {
            profile: Some(path.clone()),
            ..start(folder.path())
        })
    };
    let mut harness = open();
    begin_ballot(&mut harness);
    vote(&mut harness, Key::Num2);
    vote(&mut harness, Key::Num3);
    // In the middle of a turn, of which nothing is kept.
    to_exposure(&mut harness);
    key(&mut harness, Key::Num5);
    drop(harness);
    // Another company is open: it is not offered as that one's, and not lost.
    let mut other = begin(start(folder.path()));
    other.get_by_label_contains("2 ballots wait in the urn.");
    click(&mut other, "Go on with the ballot");
    other.get_by_label_contains("Open that profile first");
    click(&mut other, "Later");
    assert!(
        other
            .query_by_label("How do you see this company?")
            .is_none()
    );
    other.input_mut().dropped_files.push(dropped(&path));
    other.run_steps(4);
    other.get_by_label_contains("2 ballots wait in the urn.");
    click(&mut other, "Later");
    drop(other);
    let mut harness = open();
    click(&mut harness, "Go on with the ballot");
    harness.run_steps(4);
    harness.get_by_label("2 ballots cast");
    vote(&mut harness, Key::Num1);
    count(&mut harness);
    let steps = Knowledge::builtin().steps.values;
    let opinions = &harness.state().profile().opinions;
    assert_eq!(risks(opinions), [steps[0], steps[1], steps[2]]);
    drop(harness);
    // It was counted: there is nothing to offer any more.
    let harness = open();
    assert_eq!(
        harness
            .query_all_by_label_contains("wait in the urn")
            .count(),
        0
    );
}

#[test]
fn what_was_counted_stays_in_the_urn_until_it_is_copied_or_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = super::profile_file(folder.path(), "hôpital.ron");
    let full = Arc::new(AtomicBool::new(false));
    let open = || {
        begin(Start {
            profile: Some(path.clone()),
            recovery: Recovery::at(folder.path().join("copies"), full_while(&full)),
            ..usual()
        })
    };
    let urns = || {
        files(folder.path())
            .into_keys()
            .filter(|path| path.ends_with(".urn"))
    };
    let mut harness = open();
    begin_ballot(&mut harness);
    for digit in [Key::Num1, Key::Num2, Key::Num3] {
        vote(&mut harness, digit);
    }
    // No copy can be written, and the program dies.
    full.store(true, Ordering::Relaxed);
    count(&mut harness);
    harness.run_steps(90);
    assert_eq!(harness.state().profile().opinions.len(), 3);
    drop(harness);
    assert_eq!(urns().count(), 1);
    let mut harness = open();
    harness.get_by_label_contains("3 ballots wait in the urn.");
    click(&mut harness, "Go on with the ballot");
    harness.run_steps(4);
    harness.get_by_label("3 ballots cast");
    count(&mut harness);
    harness.run_steps(90);
    assert_eq!(urns().count(), 1);
    // The file itself can be written.
    super::files::save(&mut harness);
    harness.run_steps(90);
    drop(harness);
    assert_eq!(urns().count(), 0);
    let saved = read_profile(&Knowledge::builtin(), &path).unwrap();
    assert_eq!(saved.opinions.len(), 3);
}

#[test]
fn ballots_that_are_not_wanted_any_more_are_destroyed() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = begin(start(folder.path()));
    begin_ballot(&mut harness);
    vote(&mut harness, Key::Num2);
    drop(harness);
    let mut harness = begin(start(folder.path()));
    click(&mut harness, "Destroy them all");
    drop(harness);
    let left: Vec<String> = files(folder.path()).into_keys().collect();
    assert!(
        left.iter().all(|path| !path.contains("ballots")),
        "{left:?}"
    );
}

#[test]
fn ballots_of_a_later_program_are_refused_and_stay() {
    let folder = tempfile::tempdir().unwrap();
    let ballots = folder.path().join("copies").join("ballots");
    std::fs::create_dir_all(&ballots).unwrap();
    let path = ballots.join("ballot-x.urn");
    std::fs::write(&path, "(format: 2, sealed: true)").unwrap();
    let mut harness = begin(start(folder.path()));
    harness.get_by_label_contains("cannot be taken up again");
    harness.get_by_label_contains("newer");
    assert!(harness.query_by_label("Go on with the ballot").is_none());
    click(&mut harness, "Later");
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text, "(format: 2, sealed: true)");
}

#[test]
fn closing_asks_about_the_work_and_the_ballot_waits() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    begin_ballot(&mut harness);
    vote(&mut harness, Key::Num2);
    let close = |harness: &mut Harness<'_, App>| {
        let root = harness.input_mut().viewports.entry(egui::ViewportId::ROOT);
        root.or_default().events.push(egui::ViewportEvent::Close);
        harness.step();
    };
    close(&mut harness);
    harness.run_steps(4);
    harness.get_by_label("Do not save");
    click(&mut harness, "Cancel");
    harness.run_steps(4);
    harness.get_by_label_contains("One ballot waits in the urn.");
    click(&mut harness, "Go on with the ballot");
    harness.run_steps(4);
    harness.get_by_label("One ballot cast");
    // Where nothing outlives the program, it is not closed over the ballots.
    let mut harness = window_on(None, Lang::En);
    begin_ballot(&mut harness);
    vote(&mut harness, Key::Num2);
    close(&mut harness);
    harness.run_steps(4);
    harness.get_by_label_contains("Closing the window would lose the ballots");
    harness.get_by_label("One ballot cast");
}

#[test]
fn a_second_ballot_stands_beside_the_first_and_counts_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path());
    begin_ballot(&mut harness);
    for said in [Key::Num1, Key::Num5, Key::Num5] {
        vote(&mut harness, said);
    }
    count(&mut harness);
    let told = "Level of risk";
    harness.get_by_label_contains("What divides us");
    assert!(harness.query_all_by_label_contains(told).count() > 0);
    click(&mut harness, "Second secret ballot");
    harness.run_steps(2);
    harness.get_by_label_contains("Secret ballot, round 2");
    for said in [Key::Num2, Key::Num3, Key::Num3] {
        vote(&mut harness, said);
    }
    count(&mut harness);
    // Six opinions are counted in another thread.
    for _ in 0..2000 {
        harness.step();
        if harness.query_by_label("Round 2").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    harness.get_by_label("Round 1");
    harness.get_by_label("Round 2");
    let rounds: Vec<u32> = harness
        .state()
        .profile()
        .opinions
        .iter()
        .map(|it| it.round)
        .collect();
    assert_eq!(rounds, [1, 1, 1, 2, 2, 2]);
    let dots = |end: &str| {
        let found = harness.query_all_by_role(Role::Image);
        let told = found.filter_map(|it| it.accesskit_node().label());
        let told: Vec<String> = told.filter(|it| it.contains("No: ")).collect();
        assert!(told.iter().any(|it| it.contains(end)), "{told:?}");
    };
    // Each vote is a dot: one for the first step and two for the last, then one and two in the middle.
    dots("No: 1");
    dots("Unlikely: 1");
    click(
        &mut harness,
        "Remove the opinion: Secret ballot, round 2: 3 ballots",
    );
    assert_eq!(harness.state().profile().opinions.len(), 3);
}

#[test]
fn voices_and_roles_are_set_openly_told_beside_the_answer_and_undone() {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    for name in ["Marketing", "Anne"] {
        let field = "Name (optional)";
        harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        harness.run();
        harness.event(egui::Event::Text(name.to_owned()));
        harness.run();
        click(&mut harness, "Save this opinion");
    }
    harness.run_steps(30);
    assert_eq!(harness.query_all_by_label_contains("Voices: ").count(), 0);
    harness.get_by_label("Voices and roles").click();
    harness.run_steps(20);
    harness
        .get_by_role_and_label(Role::SpinButton, "Weight of the voice: Marketing")
        .set_value_accesskit(2.0);
    harness.run_steps(90);
    assert_eq!(harness.state().profile().opinions[0].voice, 2.0);
    harness.get_by_label("Voices: Marketing × 2");
    click(&mut harness, "Anne: answers everything");
    harness
        .get_by_role_and_label(Role::CheckBox, "Exposure")
        .click();
    harness.run();
    let anne = &harness.state().profile().opinions[1];
    assert!(!anne.answers("exposure") && anne.answers("agency"));
    let said = harness.state().profile().opinions[0].view.clone();
    harness.key_press(Key::Escape);
    harness.run_steps(90);
    harness.get_by_label_contains("Voices: Marketing × 2 · Anne (answers: ");
    let journal = &harness.state().profile().header.journal.entries;
    let noted: Vec<&str> = journal.iter().map(|entry| entry.what.en.as_str()).collect();
    assert_eq!(
        noted[noted.len() - 2..],
        ["Voice of Marketing 1 → 2", "Role of Anne"]
    );
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(harness.state().profile().opinions[1].answers("exposure"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().profile().opinions[0].voice, 1.0);
    assert_eq!(harness.state().profile().opinions[0].view, said);
}

/// What is told and what can be pressed, where it stands.
fn told(harness: &Harness<'_, App>) -> Vec<(String, egui::Rect)> {
    let all = [Role::Label, Role::Button].into_iter();
    let all = all.flat_map(|role| harness.query_all_by_role(role));
    let named = all.filter_map(|node| {
        let found = node.accesskit_node();
        let name = found.label().or_else(|| found.value())?;
        Some((name, node.rect()))
    });
    named.filter(|(name, _)| !name.is_empty()).collect()
}

#[test]
fn nothing_on_the_invitation_lies_over_anything_else_and_all_of_it_is_seen() {
    for lang in [Lang::Fr, Lang::En] {
        for size in [
            vec2(1280.0, 720.0),
            vec2(853.0, 480.0),
            vec2(1920.0, 1080.0),
        ] {
            let mut harness = window_on(None, lang);
            harness.set_size(size);
            press(&mut harness, Modifiers::COMMAND, Key::Num7);
            let ballot = match lang {
                Lang::Fr => "Vote secret",
                Lang::En => "Secret ballot",
            };
            click(&mut harness, ballot);
            harness.run_steps(4);
            let told = told(&harness);
            // The title, what is asked, two ways of three parts, the count, the secret, the ends.
            assert!(told.len() >= 16, "{told:?}");
            let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size);
            for (at, (name, place)) in told.iter().enumerate() {
                assert!(window.contains_rect(*place), "{name}: {place:?} {size:?}");
                for (other, there) in &told[at + 1..] {
                    let over = place.shrink(0.5).intersects(there.shrink(0.5));
                    assert!(!over, "{name} and {other} in {size:?}");
                }
            }
        }
    }
}

#[test]
fn the_answers_of_each_stay_within_the_view_however_long_a_name_is() {
    let mut harness = window_on(None, Lang::En);
    harness.set_size(vec2(1280.0, 720.0));
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    for name in ["Marie-Françoise de la Tour", "The communications director"] {
        let field = "Name (optional)";
        harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        harness.run();
        harness.event(egui::Event::Text(name.to_owned()));
        harness.run();
        click(&mut harness, "Save this opinion");
    }
    harness.run_steps(30);
    // There the panel of the answer begins, in a window as wide as this.
    let end = 975.0;
    let named: Vec<_> = harness
        .get_all_by_label("The communications director")
        .collect();
    let row = named[0].rect();
    let in_row: Vec<_> = told(&harness)
        .into_iter()
        .filter(|(_, place)| place.y_range().contains(row.center().y))
        .filter(|(_, place)| place.left() >= row.left() && place.left() < end)
        .collect();
    // The name and four answers.
    assert_eq!(in_row.len(), 5, "{in_row:?}");
    for (name, place) in in_row {
        assert!(place.right() < end, "{name}: {place:?} {end}");
    }
}
