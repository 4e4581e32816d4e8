use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use attache::model::ballot::Vote;
use attache::poll::Limits;
use rand::{Rng, RngExt, SeedableRng};
use rand_pcg::Pcg64;

use super::room::{Reply, Room, raw};

/// Every field of an answer, in the order of names, without what is drawn for it.
fn fields(reply: &Reply) -> Vec<String> {
    let mut fields: Vec<String> = reply
        .fields
        .iter()
        .filter(|(name, _)| name != "content-length" && name != "set-cookie")
        .map(|(name, value)| {
            let mut parts = value.split("'nonce-");
            let first = parts.next().unwrap().to_owned();
            let rest = parts.map(|part| format!("'nonce{}", &part[part.find('\'').unwrap()..]));
            format!("{name}: {}", first + &rest.collect::<String>())
        })
        .collect();
    fields.sort();
    fields
}

#[test]
fn every_answer_has_these_fields_and_no_others() {
    let room = Room::new();
    let policy = "content-security-policy: default-src 'none'; script-src 'nonce'; style-src 'nonce'; \
                  img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                  frame-ancestors 'none'";
    let nothing = "content-security-policy: default-src 'none'; frame-ancestors 'none'";
    let all = |policy: &str, other: &[&str]| {
        let mut fields = vec![
            "cache-control: no-store",
            "connection: close",
            policy,
            "cross-origin-resource-policy: same-origin",
            "referrer-policy: same-origin",
            "x-content-type-options: nosniff",
            "x-frame-options: DENY",
        ];
        fields.extend(other);
        fields.sort_unstable();
        fields.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let html = ["content-type: text/html; charset=utf-8"];
    let page = room.get(&room.path(), "");
    assert_eq!(fields(&page), all(policy, &html));
    assert_eq!(fields(&room.get("/", "")), all(policy, &html));
    let device = room.device();
    assert_eq!(fields(&room.post(&device, "q0=1")), all(nothing, &[]));
    let cookie = page.field("set-cookie").unwrap();
    let (value, rest) = cookie.split_once("; ").unwrap();
    assert_eq!(value.len(), "attache=".len() + 26);
    let path = room.path();
    assert_eq!(
        rest,
        format!("Path={path}; Max-Age=86400; HttpOnly; SameSite=Lax")
    );
}

#[test]
fn whatever_is_not_here_is_answered_alike() {
    let room = Room::new();
    let (path, at) = (room.path(), room.at);
    let wrong = room.get("/", "");
    assert_eq!(wrong.status, 404);
    // A style has a mark that is drawn for each answer.
    let told = |reply: &Reply| {
        let start = reply.body.find("nonce=\"").unwrap() + 7;
        let mark = &reply.body[start..start + 26];
        (reply.status, fields(reply), reply.body.replace(mark, ""))
    };
    let mut nearly = path.clone();
    let last = nearly.pop().unwrap();
    nearly.push(if last == 'a' { 'b' } else { 'a' });
    let replies = [
        room.get(&nearly, ""),
        room.get(&path[..path.len() - 1], ""),
        room.get(&format!("{path}/"), ""),
        room.get(&format!("{path}/mine"), ""),
        room.get(&path.to_uppercase(), ""),
        room.get("/favicon.ico", ""),
        room.get("/..%2f..%2fetc%2fpasswd", ""),
        room.get("/../../Cargo.toml", ""),
        room.get("/C:/Windows/win.ini", ""),
        room.ask(&format!("PUT {path}"), "", ""),
        room.ask(&format!("OPTIONS {path}"), "", ""),
        room.ask(&format!("DELETE {path}"), "", ""),
        room.ask(&format!("POST {nearly}"), "Content-Length: 4\r\n", "q0=1"),
        room.ask("GET /", "", ""),
        room.ask(&format!("GET http://evil.example{path}"), "", ""),
        room.ask(&format!("GET {path}"), "Host: evil.example\r\n", ""),
        Reply::of(&raw(
            at,
            format!("GET {path} HTTP/1.1\r\nHost: evil.example\r\n\r\n").as_bytes(),
        )),
        Reply::of(&raw(
            at,
            format!(
                "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
                at.port()
            )
            .as_bytes(),
        )),
        Reply::of(&raw(at, format!("GET {path} HTTP/1.1\r\n\r\n").as_bytes())),
    ];
    for (place, reply) in replies.iter().enumerate() {
        assert_eq!(told(reply), told(&wrong), "{place}");
    }
    assert!(!wrong.body.contains(&path[1..]));
}

#[test]
fn whoever_guesses_is_not_heard_any_more() {
    let room = Room::with(|opening| opening.limits.guesses = Limits::default().guesses);
    let mut guesses = 0;
    loop {
        match room.get(&format!("/guess-{guesses}"), "").status {
            404 => guesses += 1,
            status => {
                assert_eq!(status, 429);
                break;
            }
        }
        assert!(guesses < 10_000);
    }
    assert!(guesses >= 20, "{guesses}");
}

#[test]
fn other_pages_cannot_vote() {
    let room = Room::new();
    let device = room.device();
    let at = room.at;
    let cookie = format!("Cookie: attache={device}\r\n");
    for (fields, status) in [
        ("Origin: http://evil.example\r\n".to_owned(), 403),
        ("Origin: null\r\n".to_owned(), 403),
        (format!("Origin: https://{at}\r\n"), 403),
        (format!("Origin: http://{at}.evil.example\r\n"), 403),
        ("Sec-Fetch-Site: cross-site\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: same-site\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: none\r\n".to_owned(), 403),
        (
            format!("Origin: http://{at}\r\nSec-Fetch-Site: same-origin\r\n"),
            200,
        ),
        // Browsers of a few years ago.
        (String::new(), 200),
    ] {
        let reply = room.post_with("q0=1", &format!("{cookie}{fields}"));
        assert_eq!(reply.status, status, "{fields}");
    }
}

#[test]
fn what_is_no_ballot_is_refused_and_nothing_of_it_is_kept() {
    let room = Room::new();
    let device = room.device();
    for (body, status) in [
        ("", 422),
        ("q0=&q1=", 422),
        ("q0", 422),
        ("q0=9", 400),
        ("q0=-1", 400),
        ("q0=1.0", 400),
        ("q0=99999999999999999999999999", 400),
        ("q0=1&q0=1", 400),
        ("q999=1", 400),
        ("q18446744073709551616=1", 400),
        ("q=1", 400),
        ("name=Claire", 400),
        ("q0=1&lang=fr", 400),
        ("{\"q0\":1}", 400),
        ("q0=%", 400),
        ("q0=%f0%28%8c%28", 400),
    ] {
        assert_eq!(room.post(&device, body).status, status, "{body}");
    }
    for name in [
        "",
        "x",
        "ABCDEFGHJKMNPQRSTVWXYZ0123",
        "../../../../../../../etc/p",
        "uuuuuuuuuuuuuuuuuuuuuuuuuu",
    ] {
        assert_eq!(room.post(name, "q0=1").status, 403, "{name}");
    }
    assert_eq!(room.post_with("q0=1", "").status, 403);
    let typed = |kind: &str| {
        let fields =
            format!("Cookie: attache={device}\r\nContent-Type: {kind}\r\nContent-Length: 4\r\n");
        room.ask(&format!("POST {}", room.path()), &fields, "q0=1")
            .status
    };
    assert_eq!(typed("text/plain"), 415);
    assert_eq!(typed("multipart/form-data; boundary=q0"), 415);
    assert_eq!(room.door.received(), 0);
    assert!(room.disk.lock().unwrap().is_empty());
    assert_eq!(
        typed("application/x-www-form-urlencoded; charset=utf-8"),
        200
    );
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let room = Room::new();
    let device = room.device();
    let large = format!("q0={}", "1".repeat(20_000));
    // What is still being sent may cut the answer short.
    assert!(matches!(room.post(&device, &large).status, 413 | 0));
    let chunk = format!("800\r\n{}\r\n", "q".repeat(0x800)).repeat(5);
    let fields = format!(
        "Cookie: attache={device}\r\nTransfer-Encoding: chunked\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n"
    );
    let post = format!("POST {}", room.path());
    assert!(matches!(room.ask(&post, &fields, &chunk).status, 413 | 0));
    // A length that is promised is not waited for.
    let fields = format!(
        "Cookie: attache={device}\r\nContent-Length: 1000000000000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n"
    );
    assert_eq!(room.ask(&post, &fields, "").status, 413);
    let field = format!("X-Long: {}\r\n", "x".repeat(20_000));
    assert!(matches!(room.get(&room.path(), &field).status, 431 | 0));
    let many: String = (0..100).map(|at| format!("X-{at}: 1\r\n")).collect();
    assert!(matches!(room.get(&room.path(), &many).status, 431 | 0));
    assert_eq!(room.door.received(), 0);
    assert_eq!(room.post(&device, "q0=1").status, 200);
}

#[test]
fn half_open_connections_and_slow_ones_do_not_keep_others_out() {
    let room = Room::with(|opening| {
        let limits = &mut opening.limits;
        (limits.connections, limits.per_address) = (8, 8);
        (limits.head, limits.body) = (Duration::from_millis(300), Duration::from_millis(300));
        limits.whole = Duration::from_millis(900);
    });
    let device = room.device();
    let (at, path) = (room.at, room.path());
    let begun = [
        String::new(),
        "GET ".to_owned(),
        format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n"),
        format!(
            "POST {path} HTTP/1.1\r\nHost: {at}\r\nCookie: attache={device}\r\nContent-Length: 9\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\nq0="
        ),
    ];
    // Every place is taken, twice over.
    let held: Vec<TcpStream> = (0..16)
        .map(|number| {
            let mut stream = TcpStream::connect(at).unwrap();
            let _said = stream.write_all(begun[number % begun.len()].as_bytes());
            stream
        })
        .collect();
    // A phone tries until it is heard; the room ends by itself what says nothing.
    let heard = (0..10_000).any(|_| {
        std::thread::sleep(Duration::from_millis(5));
        room.post(&device, "q0=1").status == 200
    });
    assert!(heard);
    drop(held);
}

#[test]
fn a_phone_that_does_not_read_its_page_holds_nobody_up() {
    let room = Room::new();
    let (at, path) = (room.at, room.path());
    let held: Vec<TcpStream> = (0..10)
        .map(|_| {
            let mut stream = TcpStream::connect(at).unwrap();
            let request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n\r\n");
            stream.write_all(request.as_bytes()).unwrap();
            stream
        })
        .collect();
    assert_eq!(room.post(&room.device(), "q0=1").status, 200);
    drop(held);
}

#[test]
fn any_bytes_are_answered_or_cut_and_the_room_goes_on() {
    let room = Room::new();
    let device = room.device();
    let (at, path) = (room.at, room.path());
    let seeds = [
        format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n\r\n"),
        format!("GET {path}?lang=en HTTP/1.0\r\nHost: {at}\r\nCookie: attache={device}\r\n\r\n"),
        format!(
            "POST {path} HTTP/1.1\r\nHost: {at}\r\nCookie: attache={device}\r\nContent-Length: 9\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\nq0=1&q1=u"
        ),
        format!(
            "POST {path} HTTP/1.1\r\nHost: {at}\r\nCookie: attache={device}\r\n\
             Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n\
             4\r\nq0=1\r\n0\r\n\r\n"
        ),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
    ];
    let mut random = Pcg64::seed_from_u64(16);
    for _ in 0..3_000 {
        let seed = &seeds[random.random_range(0..seeds.len())];
        let bytes = spoilt(&mut random, seed.as_bytes());
        crate::hostile::checks::request(at, &bytes);
    }
    assert_eq!(room.post(&device, "q0=2").status, 200);
    let last = room.disk.lock().unwrap().last().cloned().unwrap();
    assert_eq!(last.device, device);
    assert_eq!(last.ballot.votes()[0], Some(Vote::Step(2)));
}

/// A request with a few bytes changed, taken out, put in, or said twice.
fn spoilt(random: &mut impl Rng, seed: &[u8]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..random.random_range(0..6) {
        if bytes.is_empty() {
            break;
        }
        let at = random.random_range(0..bytes.len());
        let to = random.random_range(at..bytes.len().min(at + 40));
        match random.random_range(0..5) {
            0 => bytes[at] = random.random(),
            1 => bytes.insert(at, b"\r\n :;=%&\0\xff"[random.random_range(0..10)]),
            2 => drop(bytes.drain(at..to)),
            3 => bytes.truncate(at),
            _ => {
                let piece = bytes[at..to].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}
