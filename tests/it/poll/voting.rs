use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use attache::model::Knowledge;
use attache::poll::{Cast, Door};

use super::room::{Disk, Reply, Room, ballot, open, opening, raw};

#[test]
fn a_phone_votes_finds_its_answers_again_and_changes_them() {
    let knowledge = Knowledge::builtin();
    let room = Room::new();
    let device = room.device();
    let (first, form) = ballot(&knowledge, 4);
    let reply = room.post(&device, &form);
    assert_eq!((reply.status, reply.body.as_str()), (200, ""));
    let cast = |ballot| Cast {
        device: device.clone(),
        ballot,
    };
    assert_eq!(*room.disk.lock().unwrap(), [cast(first.clone())]);

    // Its answers are ticked, and nobody else's are.
    let cookie = format!("Cookie: theme=dark; attache={device}\r\n");
    let own = room.get(&room.path(), &cookie);
    let ticked = own.body.matches(" checked").count();
    assert_eq!(
        ticked,
        form.split('&').filter(|pair| !pair.ends_with('=')).count()
    );
    for pair in form.split('&').filter(|pair| !pair.ends_with('=')) {
        let (name, value) = pair.split_once('=').unwrap();
        let radio = format!("name=\"{name}\" value=\"{value}\" checked");
        assert!(own.body.contains(&radio), "{radio}");
    }
    assert_eq!(own.field("set-cookie"), None, "it keeps its name");
    let other = room.get(&room.path(), "");
    assert_eq!(other.body.matches(" checked").count(), 0);

    // What comes twice does nothing new, and what is new takes its place.
    room.post(&device, &form);
    assert_eq!(room.door.received(), 1);
    let (second, form) = ballot(&knowledge, 11);
    assert_eq!(room.post(&device, &form).status, 200);
    assert_eq!(room.door.received(), 1);
    assert_eq!(room.disk.lock().unwrap().last(), Some(&cast(second)));
    assert_eq!(room.post(&room.device(), &form).status, 200);
    assert_eq!(room.door.received(), 2);
}

#[test]
fn a_form_without_script_is_led_back_to_the_page_in_its_language() {
    let room = Room::new();
    let device = room.device();
    let at = room.at;
    let fields = format!(
        "Cookie: attache={device}\r\nOrigin: http://{at}\r\nAccept: text/html,*/*;q=0.8\r\n\
         Accept-Language: en-GB,en;q=0.9,fr;q=0.8\r\n"
    );
    let reply = room.post_with("q0=1&q1=u", &fields);
    assert_eq!(reply.status, 303);
    let there = reply.field("location").unwrap();
    assert_eq!(there, format!("{}?lang=en", room.path()));
    let page = room.get(there, &format!("Cookie: attache={device}\r\n"));
    assert!(page.body.contains("<html lang=\"en\""));
    assert_eq!(page.body.matches(" checked").count(), 2);
}

#[test]
fn the_language_is_the_one_asked_for_or_liked_or_that_of_the_window() {
    let room = Room::new();
    for (query, fields, lang) in [
        ("", "", "fr"),
        ("", "Accept-Language: en-GB,en;q=0.9\r\n", "en"),
        ("", "Accept-Language: de-DE, fr;q=0.5\r\n", "fr"),
        ("?lang=en", "Accept-Language: fr\r\n", "en"),
        ("?lang=xx", "Accept-Language: fr\r\n", "fr"),
    ] {
        let page = room.get(&format!("{}{query}", room.path()), fields);
        let begins = format!("<!doctype html>\n<html lang=\"{lang}\"");
        assert!(page.body.starts_with(&begins), "{query} {fields}");
    }
}

#[test]
fn the_typed_address_leads_to_the_page_however_it_is_typed() {
    let room = Room::new();
    let typed = room.keys.typed(room.at);
    let code = typed.rsplit('/').next().unwrap();
    assert_eq!(code.len(), 9);
    let plain = code.replace('-', "");
    let like = plain.replace('0', "O").replace('1', "l");
    for path in [code, &plain, &plain.to_uppercase(), &like] {
        let reply = room.get(&format!("/{path}"), "");
        assert_eq!(reply.status, 303, "{path}");
        assert_eq!(reply.field("location"), Some(room.path().as_str()));
        assert_eq!(reply.field("set-cookie"), None);
    }
    // It is a way to the page, and no more.
    let device = room.device();
    let fields = format!("Cookie: attache={device}\r\nContent-Length: 4\r\n");
    assert_eq!(
        room.ask(&format!("POST /{plain}"), &fields, "q0=1").status,
        404
    );
}

#[test]
fn nothing_is_acknowledged_before_it_is_kept() {
    let (begun, keeping) = mpsc::channel();
    let (let_go, held) = mpsc::channel::<()>();
    let room = Room::with(|opening| {
        opening.keep = Box::new(move |_| {
            begun.send(()).unwrap();
            held.recv().unwrap();
            Ok(())
        });
    });
    let device = room.device();
    let (at, path) = (room.at, room.path());
    let mut stream = TcpStream::connect(at).unwrap();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {at}\r\nCookie: attache={device}\r\nContent-Length: 4\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nq0=1"
    );
    stream.write_all(request.as_bytes()).unwrap();
    keeping.recv().unwrap();
    stream
        .set_read_timeout(Some(Duration::from_millis(100)))
        .unwrap();
    assert!(
        stream.read(&mut [0; 64]).is_err(),
        "it was answered too early"
    );
    assert_eq!(room.door.received(), 0);
    let_go.send(()).unwrap();
    stream.set_read_timeout(None).unwrap();
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).unwrap();
    assert_eq!(Reply::of(&reply).status, 200);
    assert_eq!(room.door.received(), 1);
}

#[test]
fn a_disk_that_fails_is_said_and_another_try_succeeds() {
    let full = Arc::new(Mutex::new(true));
    let room = Room::with(|opening| {
        let full = Arc::clone(&full);
        opening.keep = Box::new(move |_| match *full.lock().unwrap() {
            true => Err(std::io::ErrorKind::StorageFull.into()),
            false => Ok(()),
        });
    });
    let device = room.device();
    let reply = room.post(&device, "q0=1");
    assert_eq!(reply.status, 503);
    assert!(reply.body.contains("n’a pas pu enregistrer"));
    assert!(reply.body.contains("could not keep"));
    assert_eq!(room.door.received(), 0);
    *full.lock().unwrap() = false;
    assert_eq!(room.post(&device, "q0=1").status, 200);
    assert_eq!(room.door.received(), 1);
}

#[test]
fn a_program_that_was_killed_finds_its_ballots_and_its_phones_again() {
    let knowledge = Knowledge::builtin();
    let room = Room::new();
    let device = room.device();
    let (voted, form) = ballot(&knowledge, 9);
    room.post(&device, &form);
    let (keys, disk, path) = (room.keys.clone(), Disk::clone(&room.disk), room.path());
    // Nobody shuts the door: the program is gone.
    drop(room);
    let known = disk.lock().unwrap().clone();
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].ballot, voted);
    let mut again = opening(&keys, &disk);
    again.known = known;
    let door = Door::open(again).unwrap();
    let at = open(&door);
    let room = Room {
        door,
        keys,
        disk,
        at,
    };
    assert_eq!(room.path(), path);
    assert_eq!(room.door.received(), 1);
    let page = room.get(&path, &format!("Cookie: attache={device}\r\n"));
    assert!(page.body.contains(" data-own=\"1\""));
    assert!(page.body.contains(" checked"));
}

#[test]
fn as_many_devices_as_there_is_room_for_and_those_may_change_their_minds() {
    let room = Room::with(|opening| opening.most = 2);
    let devices = [room.device(), room.device(), room.device()];
    let voted = devices
        .each_ref()
        .map(|device| room.post(device, "q0=1").status);
    assert_eq!(voted, [200, 200, 507]);
    assert_eq!(room.post(&devices[0], "q0=2").status, 200);
    assert_eq!(room.door.received(), 2);
}

#[test]
fn of_two_hundred_phones_at_once_none_is_lost() {
    let knowledge = Knowledge::builtin();
    let room = Room::with(|opening| opening.limits.per_address = 512);
    let votes = thread::scope(|scope| {
        let phones: Vec<_> = (0..200)
            .map(|number| {
                let (room, knowledge) = (&room, &knowledge);
                scope.spawn(move || {
                    let device = room.device();
                    let (ballot, form) = ballot(knowledge, number + 1);
                    assert_eq!(room.post(&device, &form).status, 200);
                    Cast { device, ballot }
                })
            })
            .collect();
        let votes = phones.into_iter().map(|phone| phone.join().unwrap());
        votes.collect::<Vec<_>>()
    });
    assert_eq!(room.door.received(), 200);
    let mut kept = room.disk.lock().unwrap().clone();
    let mut votes = votes;
    for casts in [&mut kept, &mut votes] {
        casts.sort_by(|one, other| one.device.cmp(&other.device));
    }
    assert_eq!(kept, votes);
}

#[test]
fn a_device_and_an_address_are_heard_only_so_often() {
    let usual = attache::poll::Limits::default;
    let room = Room::with(|opening| opening.limits.ballots = usual().ballots);
    let device = room.device();
    let mut statuses = (0..30).map(|_| room.post(&device, "q0=1").status);
    assert!(statuses.any(|status| status == 429), "a device");
    assert_eq!(room.post(&room.device(), "q0=1").status, 200, "another one");

    let room = Room::with(|opening| opening.limits.requests = usual().requests);
    let mut statuses = (0..2_000).map(|_| room.get(&room.path(), "").status);
    assert!(statuses.any(|status| status == 429), "an address");
}

#[test]
fn a_head_that_comes_in_pieces_is_one_request() {
    let room = Room::new();
    let (at, path) = (room.at, room.path());
    let mut stream = TcpStream::connect(at).unwrap();
    for piece in [
        "GET ",
        &path,
        " HTTP/1.1\r\nHo",
        &format!("st: {at}\r\n"),
        "\r\n",
    ] {
        stream.write_all(piece.as_bytes()).unwrap();
        stream.flush().unwrap();
    }
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).unwrap();
    assert_eq!(Reply::of(&reply).status, 200);
    // One request a connection: the second is not heard.
    let twice = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n\r\n").repeat(2);
    let reply = String::from_utf8(raw(at, twice.as_bytes())).unwrap();
    assert_eq!(reply.matches("HTTP/1.1 200").count(), 1);
}
