//! A meeting from start to end: the company is described, five phones vote, the ballots are counted and
//! discussed, the room decides, and leaves with its profile and a deck.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use super::bus::Bus;
use super::reader::{Reader, desktop};
use super::real_portal::{choose, dialog, start};
use super::{Window, program, until, xdotool};
use crate::poll::browser::{Browser, PHONES};
use crate::poll::room::ballot;
use attache::model::{Knowledge, Profile};
use attache::store::{Disk, Protected, read_profile};
use jiff::civil::date;
use zip::ZipArchive;

/// So many people are in the room.
const PEOPLE: usize = 5;

/// Where `ATTACHE_PICTURES` names a folder, leaves a picture of the screen there: those of the guide.
fn picture(window: &Window, name: &str) {
    if let Some(folder) = std::env::var_os("ATTACHE_PICTURES") {
        // The pointer is over nothing, and the survey has come to its end.
        window.xdotool(&["mousemove", "1279", "719"]);
        std::thread::sleep(std::time::Duration::from_secs(3));
        let to = Path::new(&folder).join(format!("meeting-{name}.png"));
        let taken = Command::new("scrot").arg("--overwrite").arg(to).status();
        assert!(taken.unwrap().success());
    }
}

#[test]
#[ignore = "needs an X display, dbus-daemon, at-spi2-core, xdg-desktop-portal-gtk, a network and Chromium"]
fn a_meeting_goes_from_the_first_question_to_the_deck() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("réunion.attache");
    let knowledge = Knowledge::builtin();
    let empty = Profile::new(&knowledge, date(2026, 11, 24));
    Disk::default()
        .write_profile(&path, &empty, Protected::Refuse)
        .unwrap();
    let session = Bus::at_home(folder.path());
    start(&session);
    let reader = Reader::new(&session);
    let attache = Path::new(env!("CARGO_BIN_EXE_attache"));
    let mut command = program::at_home(attache, &path, folder.path());
    command.env("DBUS_SESSION_BUS_ADDRESS", &session.address);
    let window = Window::run(command);

    // Describe: who they are, their departments, then every factor in five steps.
    window.key(&["F4"]);
    xdotool(&["type", "--delay", "40", "Ponant"]);
    window.key(&["Return", "Return"]);
    for (at, factor) in knowledge.factors.pairs() {
        let ask = factor.ask.as_ref().unwrap_or(&factor.label);
        reader.hears(&ask.fr.replace(['\u{a0}', '\u{202f}'], " "));
        let mut options = factor.choice.iter().flat_map(|choice| &choice.options);
        let chosen = options.nth(1).map(|option| option.id.clone());
        window.key(&vec!["2"; usize::from(chosen.is_some())]);
        let chosen = chosen.unwrap_or_default();
        let sliders = knowledge.speaking(at, &chosen).count();
        let steps: Vec<&str> = ["4", "2", "5"].into_iter().cycle().take(sliders).collect();
        window.key(&steps);
        if factor.id == "exposure" {
            picture(&window, "describe");
        }
        window.key(&["Return"]);
    }
    reader.hears("Votre réponse est prête");
    window.key(&["Return"]);
    reader.hears("Où rattacher la fonction");

    // The ballot: five phones scan the code, and nothing of the answer is heard meanwhile.
    window.key(&["ctrl+7"]);
    reader.press("Vote secret");
    reader.press("Voter sur les téléphones…");
    reader.press("Ouvrir le vote sur ce réseau");
    let told = reader.hears("Code à scanner pour voter : ");
    picture(&window, "phones");
    let link = told.split(" : ").last().unwrap().trim().to_owned();
    for person in 0..PEOPLE {
        let (_, size) = PHONES[person % PHONES.len()];
        let mut phone = Browser::new(size, "fr-FR", false);
        phone.open(&link);
        let (_, form) = ballot(&knowledge, 3 + person);
        phone.vote(&knowledge, &form);
        phone.touch("#send");
        phone.until("!document.getElementById('done').hidden");
    }
    let heard = reader.heard(desktop());
    let leaks = |name: &str| name.contains("Rattachement") || name.contains("cas simulés");
    assert!(!heard.iter().any(|(_, name, _)| leaks(name)));
    reader.press("Retour");
    reader.hears("5 bulletins déposés");
    picture(&window, "ballots");
    reader.press("Clore et dépouiller");
    reader.press("Dépouiller");

    // The reveal: what divides them, one thing at a time, and what holds for the group.
    reader.hears("Ce qui nous divise");
    reader.press("Suivant");
    reader.hears("Ce qui tient pour le groupe");
    picture(&window, "reveal");

    // Decide: from the opinion in the middle, which can be undone; then save, and leave with the deck.
    let described = read_profile(&knowledge, &path).unwrap();
    assert_eq!(described, empty, "nothing is written unasked");
    reader.press("Placer les curseurs sur l’avis du milieu");
    window.key(&["ctrl+s"]);
    let saved = until("not saved", || {
        let saved = read_profile(&knowledge, &path).ok()?;
        (saved != empty).then_some(saved)
    });
    window.key(&["ctrl+1"]);
    picture(&window, "decided");
    assert_eq!(saved.header.company, "Ponant");
    assert_eq!(saved.opinions.len(), PEOPLE);
    for opinion in &saved.opinions {
        assert_eq!((opinion.name(), opinion.round), ("", 1));
        assert_eq!(opinion.voice, 1.0);
    }
    let deck = folder.path().join("réunion.pptx");
    window.key(&["ctrl+shift+e"]);
    let shown = dialog("Exporter la présentation PowerPoint");
    choose(&shown, &deck);
    let bytes = until("no deck", || std::fs::read(&deck).ok());
    let archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let slides = archive
        .file_names()
        .flatten()
        .filter(|name| name.starts_with("ppt/slides/slide") && name.ends_with(".xml"));
    assert_eq!(slides.count(), 6);
}
