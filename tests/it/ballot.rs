//! The secret ballot without its window: what an answer says of the company, and the urn that keeps
//! ballots from one person to the next.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use attache::model::ballot::{Ballot, Item, Vote, items};
use attache::model::{FactorInput, Knowledge, Opinion, ProblemKind, Scenario};
use attache::store::{Disk, Poll, Urn, WriteStep};

fn knowledge() -> Knowledge {
    Knowledge::builtin()
}

/// The place of a slider among what is asked.
fn place(knowledge: &Knowledge, factor: &str, quantity: &str) -> usize {
    let at = |item: &Item| match item {
        Item::Slider(slider) => {
            knowledge.factors[slider.factor].id == factor
                && knowledge.quantity(*slider).id == quantity
        }
        Item::Choice(_) => false,
    };
    items(knowledge).iter().position(at).unwrap()
}

fn choice(knowledge: &Knowledge, factor: &str) -> usize {
    let at = |item: &Item| match item {
        Item::Choice(at) => knowledge.factors[*at].id == factor,
        Item::Slider(_) => false,
    };
    items(knowledge).iter().position(at).unwrap()
}

fn answered(knowledge: &Knowledge, votes: &[(usize, Vote)]) -> Ballot {
    let mut ballot = Ballot::new(knowledge);
    for (place, vote) in votes {
        ballot.answer(knowledge, *place, Some(*vote));
    }
    ballot
}

/// A ballot that says one step of the risk: told from others by it.
fn of_risk(knowledge: &Knowledge, step: usize) -> Ballot {
    answered(
        knowledge,
        &[(place(knowledge, "exposure", "risk"), Vote::Step(step))],
    )
}

fn opinion(knowledge: &Knowledge, ballot: &Ballot) -> Opinion {
    ballot.opinion(knowledge, &Scenario::new(knowledge), 3)
}

fn input<'a>(opinion: &'a Opinion, factor: &str) -> &'a FactorInput {
    &opinion.view.factors[factor]
}

#[test]
fn a_ballot_asks_every_choice_and_every_slider_once_factor_by_factor() {
    let knowledge = knowledge();
    let items = items(&knowledge);
    let sliders: Vec<_> = knowledge.sliders().collect();
    let asked: Vec<_> = items
        .iter()
        .filter_map(|item| match item {
            Item::Slider(slider) => Some(*slider),
            Item::Choice(_) => None,
        })
        .collect();
    assert_eq!(asked, sliders);
    let choices = knowledge.factors.iter().filter(|it| it.choice.is_some());
    assert_eq!(items.len(), sliders.len() + choices.count());
    let factors: Vec<_> = items.iter().map(|item| item.factor()).collect();
    assert!(factors.is_sorted());
    for item in &items {
        let steps = match item {
            Item::Choice(at) => knowledge.factors[*at]
                .choice
                .as_ref()
                .unwrap()
                .options
                .len(),
            Item::Slider(_) => 5,
        };
        assert_eq!(item.steps(&knowledge), steps);
    }
}

#[test]
fn only_answers_that_there_are_make_a_ballot() {
    let knowledge = knowledge();
    let none = vec![None; items(&knowledge).len()];
    assert_eq!(
        Ballot::of(&knowledge, none.clone()),
        Some(Ballot::new(&knowledge))
    );
    assert_eq!(Ballot::of(&knowledge, none[1..].to_vec()), None);
    let risk = place(&knowledge, "exposure", "risk");
    for (vote, fits) in [
        (Vote::Step(0), true),
        (Vote::Step(4), true),
        (Vote::Step(5), false),
        (Vote::Unknown, true),
    ] {
        let mut votes = none.clone();
        votes[risk] = Some(vote);
        assert_eq!(Ballot::of(&knowledge, votes).is_some(), fits, "{vote:?}");
        let mut ballot = Ballot::new(&knowledge);
        ballot.answer(&knowledge, risk, Some(vote));
        assert_eq!(ballot.vote(risk), fits.then_some(vote));
        ballot.answer(&knowledge, risk, None);
        assert!(ballot.is_empty());
    }
}

#[test]
fn what_is_answered_is_said_what_is_left_is_left_and_the_rest_is_not_known() {
    let knowledge = knowledge();
    let ballot = answered(
        &knowledge,
        &[
            (place(&knowledge, "exposure", "risk"), Vote::Step(4)),
            (place(&knowledge, "ambition", "presence"), Vote::Unknown),
        ],
    );
    let opinion = opinion(&knowledge, &ballot);
    assert_eq!((opinion.name(), opinion.voice, opinion.round), ("", 1.0, 3));
    let answered: Vec<&str> = opinion.view.factors.keys().map(String::as_str).collect();
    assert_eq!(answered, ["ambition", "exposure"]);
    let exposure = input(&opinion, "exposure");
    assert!(!exposure.unknown);
    let risk = &exposure.quantities["risk"];
    assert_eq!(
        (risk.value, risk.plus_minus),
        (100.0, knowledge.steps.plus_minus)
    );
    // The other slider of the factor: anything.
    let others = exposure.quantities.iter().filter(|(id, _)| *id != "risk");
    for (id, setting) in others {
        assert_eq!((setting.value, setting.plus_minus), (50.0, 50.0), "{id}");
    }
    assert!(input(&opinion, "ambition").unknown);
}

#[test]
fn a_choice_decides_which_sliders_say_something() {
    let knowledge = knowledge();
    let (trade, weight) = (
        choice(&knowledge, "agency"),
        place(&knowledge, "agency", "weight"),
    );
    let agency = |votes: &[(usize, Vote)]| {
        let ballot = answered(&knowledge, votes);
        opinion(&knowledge, &ballot).view.factors["agency"].clone()
    };
    // No agency: known, and nothing more to say.
    let none = agency(&[(trade, Vote::Step(0))]);
    assert_eq!((none.choice.as_str(), none.unknown), ("none", false));
    let digital = agency(&[(trade, Vote::Step(3)), (weight, Vote::Step(1))]);
    assert_eq!(
        (digital.choice.as_str(), digital.unknown),
        ("digital", false)
    );
    assert_eq!(digital.value("weight"), knowledge.steps.values[1]);
    assert_eq!(digital.value("history"), 50.0);
    assert!(agency(&[(trade, Vote::Unknown)]).unknown);
    // How much it weighs says nothing as long as nobody knows what it is.
    assert!(agency(&[(weight, Vote::Step(4))]).unknown);
}

#[test]
fn what_the_company_is_beside_the_factors_stays_and_its_sliders_tell_nothing() {
    let knowledge = knowledge();
    let mut company = Scenario::new(&knowledge);
    company.departments.truncate(3);
    company.weight_doubt = 12.0;
    company.factors["exposure"].weight = 80.0;
    let ballot = of_risk(&knowledge, 1);
    let said = ballot.opinion(&knowledge, &company, 1);
    assert_eq!(said.view.departments, company.departments);
    assert_eq!(
        (said.view.weight_doubt, said.view.by_order),
        (12.0, company.by_order)
    );
    assert_eq!(input(&said, "exposure").weight, 80.0);
    // Whatever the chair has set, the same is said.
    for setting in company
        .factors
        .values_mut()
        .flat_map(|input| input.quantities.values_mut())
    {
        setting.value = 7.0;
    }
    assert_eq!(ballot.opinion(&knowledge, &company, 1), said);
}

fn poll(knowledge: &Knowledge) -> Poll {
    Poll {
        company: "Hôpitaux du Val".into(),
        knowledge: knowledge.fingerprint.clone(),
        round: 1,
        scenario: 0,
    }
}

fn urn(folder: Option<&Path>, most: usize) -> Urn {
    Urn::open(folder, Disk::default(), poll(&knowledge()), most).unwrap()
}

fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap().flatten();
    let paths = all.map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|it| it == end))
        .collect()
}

/// What was said of the risk, in the order of the ballots.
fn risks(knowledge: &Knowledge, ballots: &[Ballot]) -> Vec<usize> {
    let risk = place(knowledge, "exposure", "risk");
    let step = |ballot: &Ballot| match ballot.vote(risk) {
        Some(Vote::Step(step)) => step,
        other => panic!("{other:?}"),
    };
    ballots.iter().map(step).collect()
}

#[test]
fn a_device_that_votes_again_replaces_its_own_ballot_and_nobody_elses() {
    let knowledge = knowledge();
    let folder = tempfile::tempdir().unwrap();
    let mut urn = urn(Some(folder.path()), 10);
    let device = |name: &str| Some(name.to_owned());
    for (name, step) in [(device("a"), 0), (device("b"), 1), (None, 2), (None, 2)] {
        urn.put(name, of_risk(&knowledge, step)).unwrap();
    }
    urn.put(device("a"), of_risk(&knowledge, 4)).unwrap();
    assert_eq!(urn.len(), 4);
    assert_eq!(urn.cast_by("a"), Some(&of_risk(&knowledge, 4)));
    assert_eq!(urn.cast_by("c"), None);
    let (ballots, spent) = urn.take();
    let mut said = risks(&knowledge, &ballots);
    said.sort_unstable();
    assert_eq!(said, [1, 2, 2, 4]);
    // It is over: nothing more is cast. Whoever has the ballots says when nothing is left on the disk.
    assert!(urn.put(None, of_risk(&knowledge, 0)).is_err());
    assert!(urn.is_empty());
    drop(urn);
    assert!(Urn::left(folder.path()).is_empty());
    spent.discard();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_full_urn_takes_no_more_and_all_that_come_together_or_none() {
    let knowledge = knowledge();
    let mut urn = urn(None, 3);
    assert!(!urn.is_kept());
    let ballots = |count: usize| vec![(None, of_risk(&knowledge, 0)); count];
    urn.put_all(ballots(2)).unwrap();
    assert!(urn.put_all(ballots(2)).is_err());
    assert_eq!(urn.len(), 2);
    urn.put_all(ballots(1)).unwrap();
    assert!(urn.put(None, of_risk(&knowledge, 0)).is_err());
    assert_eq!(urn.take().0.len(), 3);
}

/// How far ballots stand on the average from where they would stand in the order of casting.
fn displaced(order: &[usize]) -> f64 {
    let apart = order.iter().enumerate();
    let apart = apart.map(|(at, &cast)| at.abs_diff(cast) as f64);
    apart.sum::<f64>() / order.len() as f64
}

#[test]
fn neither_the_disk_nor_the_count_knows_the_order_of_casting() {
    let knowledge = knowledge();
    let folder = tempfile::tempdir().unwrap();
    // Told apart by two sliders: 25 ballots that all differ.
    let density = items(&knowledge)
        .iter()
        .enumerate()
        .filter(|(_, item)| knowledge.factors[item.factor()].id == "exposure")
        .map(|(place, _)| place)
        .find(|&it| it != place(&knowledge, "exposure", "risk"))
        .unwrap();
    let numbered = |number: usize| {
        let risk = place(&knowledge, "exposure", "risk");
        let votes = [
            (risk, Vote::Step(number / 5)),
            (density, Vote::Step(number % 5)),
        ];
        answered(&knowledge, &votes)
    };
    let number = |votes: &[Option<Vote>]| match (
        votes[place(&knowledge, "exposure", "risk")],
        votes[density],
    ) {
        (Some(Vote::Step(five)), Some(Vote::Step(one))) => 5 * five + one,
        other => panic!("{other:?}"),
    };
    // 25 in their order are displaced by 0, by chance by 8.3 on the average: of ten orders all are
    // displaced by more than 4 but once in many millions.
    for _ in 0..5 {
        let mut urn = urn(Some(folder.path()), 40);
        for at in 0..25 {
            urn.put(None, numbered(at)).unwrap();
        }
        let text = fs::read_to_string(&files(folder.path(), "urn")[0]).unwrap();
        #[derive(serde::Deserialize)]
        struct Kept {
            ballots: Vec<Votes>,
        }
        #[derive(serde::Deserialize)]
        struct Votes {
            votes: Vec<Option<Vote>>,
        }
        let kept: Kept = ron::from_str(&text).unwrap();
        let on_disk: Vec<usize> = kept.ballots.iter().map(|it| number(&it.votes)).collect();
        let counted: Vec<usize> = urn.take().0.iter().map(|it| number(it.votes())).collect();
        for order in [&on_disk, &counted] {
            assert!(displaced(order) > 4.0, "{order:?}");
            let mut sorted = order.clone();
            sorted.sort_unstable();
            assert!(sorted.into_iter().eq(0..25));
        }
        assert_ne!(on_disk, counted);
    }
}

#[test]
fn the_ballots_of_a_window_that_died_are_found_once_and_those_of_a_living_one_are_not() {
    let knowledge = knowledge();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut living = urn(Some(folder), 10);
    // Of an urn in which nothing is there is nothing to offer.
    drop(urn(Some(folder), 10));
    assert!(Urn::left(folder).is_empty());
    for step in [0, 1, 3] {
        living.put(None, of_risk(&knowledge, step)).unwrap();
    }
    living
        .put(Some("a".into()), of_risk(&knowledge, 2))
        .unwrap();
    assert!(Urn::left(folder).is_empty());
    drop(living);
    let mut left = Urn::left(folder);
    assert_eq!(left.len(), 1);
    // Whoever has found it holds it.
    assert!(Urn::left(folder).is_empty());
    let left = left.remove(0);
    assert_eq!(left.content, Ok((poll(&knowledge), 4)));
    let mut again = left.reopen(&knowledge, Disk::default(), 10).unwrap();
    assert!(again.is_kept());
    assert_eq!(again.cast_by("a"), Some(&of_risk(&knowledge, 2)));
    again.put(Some("a".into()), of_risk(&knowledge, 4)).unwrap();
    let (ballots, spent) = again.take();
    let mut said = risks(&knowledge, &ballots);
    said.sort_unstable();
    assert_eq!(said, [0, 1, 3, 4]);
    // Nobody has said that they are kept elsewhere by now: they are offered once more.
    drop((again, spent));
    let left = Urn::left(folder).remove(0);
    assert_eq!(left.content, Ok((poll(&knowledge), 4)));
    left.discard();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn ballots_that_cannot_be_read_are_refused_whole_and_stay_until_they_are_discarded() {
    let knowledge = knowledge();
    let folder = tempfile::tempdir().unwrap();
    let mut whole = urn(Some(folder.path()), 10);
    whole.put(None, of_risk(&knowledge, 1)).unwrap();
    drop(whole);
    let path = files(folder.path(), "urn").remove(0);
    let text = fs::read_to_string(&path).unwrap();
    let other = text.replace(&knowledge.fingerprint, "0123456789abcdef");
    let step = text.replacen("Step(1)", "Step(9)", 1);
    let cut = text[..text.len() / 2].to_owned();
    let newer = text.replacen("format:1", "format:2,more:()", 1);
    let longer = text.replacen("votes:[None", "votes:[None,None", 1);
    for bad in [&other, &step, &cut, &newer, &longer] {
        assert_ne!(*bad, text);
        fs::write(&path, bad).unwrap();
        let left = Urn::left(folder.path()).remove(0);
        let problem = match left.content {
            Err(ref problem) => problem.clone(),
            Ok(_) => left.reopen(&knowledge, Disk::default(), 10).unwrap_err().1,
        };
        let kind = match bad == &newer {
            true => ProblemKind::NewerFormat { found: 2, known: 1 },
            false => ProblemKind::NoUrn,
        };
        assert_eq!(problem.kind, kind, "{bad}");
        assert_eq!(fs::read_to_string(&path).unwrap(), *bad);
    }
    Urn::left(folder.path()).remove(0).discard();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_ballot_that_cannot_be_written_does_not_count_and_loses_none_of_the_others() {
    let knowledge = knowledge();
    for step in [
        WriteStep::Create,
        WriteStep::Write,
        WriteStep::Sync,
        WriteStep::Rename,
    ] {
        let folder = tempfile::tempdir().unwrap();
        let fails = Arc::new(AtomicBool::new(false));
        let failing = fails.clone();
        let disk = Disk::watched(
            move |at| match failing.load(Ordering::SeqCst) && at == step {
                true => Err(io::ErrorKind::StorageFull.into()),
                false => Ok(()),
            },
        );
        let mut urn = Urn::open(Some(folder.path()), disk, poll(&knowledge), 10).unwrap();
        urn.put(None, of_risk(&knowledge, 0)).unwrap();
        fails.store(true, Ordering::SeqCst);
        let error = urn.put(None, of_risk(&knowledge, 1)).unwrap_err();
        assert_eq!(Urn::trouble(&error).kind, ProblemKind::DiskFull, "{step:?}");
        assert_eq!(urn.len(), 1);
        fails.store(false, Ordering::SeqCst);
        urn.put(None, of_risk(&knowledge, 2)).unwrap();
        drop(urn);
        let left = Urn::left(folder.path()).remove(0);
        let mut urn = left.reopen(&knowledge, Disk::default(), 10).unwrap();
        let mut said = risks(&knowledge, &urn.take().0);
        said.sort_unstable();
        assert_eq!(said, [0, 2]);
    }
}

#[test]
fn many_cast_at_once_and_none_is_lost() {
    let knowledge = knowledge();
    let folder = tempfile::tempdir().unwrap();
    let shared = Arc::new(Mutex::new(urn(Some(folder.path()), 400)));
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (shared, knowledge) = (shared.clone(), &knowledge);
            scope.spawn(move || {
                for number in 0..25 {
                    let device = Some(format!("{thread}-{number}"));
                    let mut urn = shared.lock().unwrap();
                    urn.put(device, of_risk(knowledge, number % 5)).unwrap();
                }
            });
        }
    });
    let mut said = risks(&knowledge, &shared.lock().unwrap().take().0);
    said.sort_unstable();
    let each = |step: usize| said.iter().filter(|it| **it == step).count();
    assert_eq!([0, 1, 2, 3, 4].map(each), [20; 5]);
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_computer_reads_the_ballots() {
    use std::os::unix::fs::PermissionsExt;
    let knowledge = knowledge();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("ballots");
    let mut urn = urn(Some(&folder), 10);
    urn.put(None, of_risk(&knowledge, 1)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&files(&folder, "urn")[0]), 0o600);
}
