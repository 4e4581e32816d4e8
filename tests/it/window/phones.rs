//! A secret ballot on phones and by mail, opened from the window.

use std::net::{SocketAddr, TcpStream};
use std::thread::sleep;
use std::time::{Duration, Instant};

use attache::model::ballot_code::{self, Sent};
use attache::model::{Knowledge, Lang};
use attache::ui::App;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{press, window_on};
use crate::poll::room::{PATIENCE, Reply, ballot, raw};

/// Steps enough for what was done to be shown: an open door may wake the window at any time, so that it
/// never is at rest for sure.
fn rest(harness: &mut Harness<'_, App>) {
    harness.run_steps(6);
}

fn click(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    rest(harness);
}

/// Lets frames pass until something is shown, which another thread brings about.
fn wait(harness: &mut Harness<'_, App>, shown: impl Fn(&Harness<'_, App>) -> bool) {
    let start = Instant::now();
    while !shown(harness) {
        assert!(start.elapsed() < PATIENCE);
        sleep(Duration::from_millis(5));
        rest(harness);
    }
}

fn booth() -> Harness<'static, App> {
    let mut harness = window_on(None, Lang::En);
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Num7);
    click(&mut harness, "Secret ballot");
    click(&mut harness, "Vote on phones…");
    harness
}

/// The address that is scanned, and where the window listens.
fn opened(harness: &mut Harness<'_, App>) -> (String, SocketAddr) {
    click(harness, "Open the ballot on this network");
    let scan = "Code to scan in order to vote: ";
    wait(harness, |harness| {
        harness.query_by_label_contains(scan).is_some()
    });
    let code = harness.get_by_label_contains(scan);
    let told = code.accesskit_node().label().unwrap();
    let link = told.strip_prefix(scan).unwrap();
    let (host, path) = link
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    (format!("/{path}"), host.parse().unwrap())
}

/// A phone opens the page and votes.
fn vote(at: SocketAddr, path: &str, form: &str) -> u16 {
    let page = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n\r\n");
    let page = Reply::of(&raw(at, page.as_bytes()));
    let cookie = page.field("set-cookie").unwrap().split(';').next().unwrap();
    let length = form.len();
    let post = format!(
        "POST {path} HTTP/1.1\r\nHost: {at}\r\nCookie: {cookie}\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}"
    );
    Reply::of(&raw(at, post.as_bytes())).status
}

#[test]
fn phones_vote_into_the_urn_and_the_door_goes_with_the_ballot() {
    let knowledge = Knowledge::builtin();
    let mut harness = booth();
    harness.get_by_label_contains("unencrypted");
    harness.get_by_role_and_label(Role::RadioButton, "Other network: 127.0.0.1 (lo)");
    let (path, at) = opened(&mut harness);
    harness.get_by_label_contains("One ballot per browser");
    for number in 1..4 {
        assert_eq!(vote(at, &path, &ballot(&knowledge, number).1), 200);
    }
    wait(&mut harness, |harness| {
        harness
            .query_by_label("3 ballots received from phones")
            .is_some()
    });
    // On the invitation they count like those of this screen.
    click(&mut harness, "Back");
    click(&mut harness, "The code for phones");
    click(&mut harness, "Back");
    click(&mut harness, "Close and count");
    click(&mut harness, "Count");
    let opinions = &harness.state().profile().opinions;
    assert_eq!(opinions.len(), 3);
    let start = Instant::now();
    while TcpStream::connect(at).is_ok() {
        assert!(start.elapsed() < PATIENCE);
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_code_is_as_high_as_the_window_and_nothing_lies_over_it() {
    for (width, height) in [(1280.0, 720.0), (853.0, 480.0), (1920.0, 1080.0)] {
        let mut harness = booth();
        harness.set_size(egui::vec2(width, height));
        rest(&mut harness);
        opened(&mut harness);
        rest(&mut harness);
        let scan = "Code to scan in order to vote: ";
        let code = harness.get_by_label_contains(scan).rect();
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, height));
        assert!(window.contains_rect(code), "{code:?}");
        assert!(code.height() > 0.9 * height, "{code:?} of {height}");
        for beside in [
            "Scan the code, or type this address",
            "Back",
            "Close to phones",
        ] {
            let place = harness.get_by_label(beside).rect();
            assert!(place.left() > code.right(), "{beside}: {place:?} {code:?}");
            assert!(window.contains_rect(place), "{beside}: {place:?}");
        }
    }
}

#[test]
fn codes_that_come_by_mail_are_taken_once_and_told_apart() {
    let knowledge = Knowledge::builtin();
    let mut harness = booth();
    let (_, at) = opened(&mut harness);
    let host = format!("{at}/");
    // The address to type, beside the code to scan, which says the other one.
    let told = harness
        .get_all_by_label_contains(&host)
        .map(|node| node.accesskit_node())
        .filter(|node| node.role() != Role::Image)
        .find_map(|node| node.label().or(node.value()))
        .unwrap();
    let short = told.rsplit('/').next().unwrap().replace('-', "");
    let code = |number: usize, page: &str| {
        let sent = Sent {
            page: page.to_owned(),
            ballot: ballot(&knowledge, number).0,
        };
        ballot_code::write(&knowledge, &short, &sent)
    };
    let first = code(1, "22222");
    let mut wrong = first.clone();
    let last = wrong.pop().unwrap();
    wrong.push(if last == '0' { '1' } else { '0' });
    let other = ballot_code::write(
        &knowledge,
        "00000000",
        &Sent {
            page: "33333".to_owned(),
            ballot: ballot(&knowledge, 1).0,
        },
    );
    for (text, told) in [
        ("bonjour".to_owned(), "This is no code of a ballot"),
        (wrong, "One character of the code is wrong"),
        (other, "This code answers another ballot."),
        (first.clone(), "One ballot put into the urn."),
        (first.clone(), "This ballot is in the urn already"),
        (code(2, "22222"), "One ballot put into the urn."),
        (
            format!("{}\n{}", code(3, "44444"), code(4, "55555")),
            "2 ballots put into the urn.",
        ),
        // A mail has broken it over two lines.
        (
            code(5, "66666").replacen(' ', "\n", 3),
            "One ballot put into the urn.",
        ),
    ] {
        let name = "Codes received, one per line";
        let field = harness.get_by_role_and_label(Role::TextInput, name);
        field.focus();
        rest(&mut harness);
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        rest(&mut harness);
        let field = harness.get_by_role_and_label(Role::TextInput, name);
        field.type_text(&text);
        rest(&mut harness);
        click(&mut harness, "Put into the urn");
        assert!(
            harness.query_by_label_contains(told).is_some(),
            "{text}: {told}"
        );
    }
    // Who has changed their mind has one ballot.
    click(&mut harness, "Back");
    click(&mut harness, "Close and count");
    click(&mut harness, "Count");
    assert_eq!(harness.state().profile().opinions.len(), 4);
}
