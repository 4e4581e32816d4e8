//! A door on the loopback, and what a phone says to it.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use attache::model::ballot::{Ballot, Vote, items};
use attache::model::{Knowledge, Lang};
use attache::poll::{Cast, Door, Keys, Limits, Network, Opening, Rate, Sheet, Status};

/// Long enough that only what never comes is given up.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// What was kept, as another would find it on the disk.
pub type Disk = Arc<Mutex<Vec<Cast>>>;

pub struct Room {
    pub door: Door,
    pub keys: Keys,
    pub disk: Disk,
    pub at: SocketAddr,
}

pub fn loopback() -> Network {
    Network {
        name: "lo".to_owned(),
        address: Ipv4Addr::LOCALHOST,
    }
}

/// As many requests as a test likes, and networks looked at all the time.
pub fn limits() -> Limits {
    let rate = Rate {
        burst: 1e9,
        per_second: 1e9,
    };
    Limits {
        requests: rate,
        guesses: rate,
        ballots: rate,
        look_every: Duration::from_millis(5),
        ..Limits::default()
    }
}

pub fn opening(keys: &Keys, disk: &Disk) -> Opening {
    let disk = Arc::clone(disk);
    Opening {
        sheet: Sheet::new(&Knowledge::builtin(), "Boulangeries Martin", Lang::Fr),
        keys: keys.clone(),
        network: loopback(),
        networks: Box::new(|| Ok(vec![loopback()])),
        // Of ports with a name, one that a test lets go is another's at once.
        ports: Vec::new(),
        keep: Box::new(move |casts| {
            disk.lock().unwrap().extend(casts.iter().cloned());
            Ok(())
        }),
        known: Vec::new(),
        most: 400,
        changed: Arc::new(|| {}),
        limits: limits(),
    }
}

impl Room {
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    pub fn with(change: impl FnOnce(&mut Opening)) -> Self {
        let (keys, disk) = (Keys::new().unwrap(), Disk::default());
        let mut opening = opening(&keys, &disk);
        change(&mut opening);
        let door = Door::open(opening).unwrap();
        let at = open(&door);
        Self {
            door,
            keys,
            disk,
            at,
        }
    }

    /// The path of the page.
    pub fn path(&self) -> String {
        let link = self.keys.link(self.at);
        let (_, path) = link.split_once("//").unwrap();
        path[path.find('/').unwrap()..].to_owned()
    }

    /// What is answered to a request with these fields beside its host, and this body.
    pub fn ask(&self, first: &str, fields: &str, body: &str) -> Reply {
        let at = self.at;
        Reply::of(&raw(
            at,
            format!("{first} HTTP/1.1\r\nHost: {at}\r\n{fields}\r\n{body}").as_bytes(),
        ))
    }

    pub fn get(&self, path: &str, fields: &str) -> Reply {
        self.ask(&format!("GET {path}"), fields, "")
    }

    /// A ballot of this device, as a form sends it.
    pub fn post(&self, device: &str, body: &str) -> Reply {
        self.post_with(
            body,
            &format!("Cookie: attache={device}\r\nOrigin: http://{}\r\n", self.at),
        )
    }

    pub fn post_with(&self, body: &str, fields: &str) -> Reply {
        let length = body.len();
        let kind = "application/x-www-form-urlencoded";
        let fields = format!("Content-Type: {kind}\r\nContent-Length: {length}\r\n{fields}");
        self.ask(&format!("POST {}", self.path()), &fields, body)
    }

    /// A phone opens the page: the name that it is given.
    pub fn device(&self) -> String {
        let reply = self.get(&self.path(), "");
        assert_eq!(reply.status, 200);
        let cookie = reply.field("set-cookie").unwrap();
        let (_, value) = cookie.split_once("attache=").unwrap();
        value[..value.find(';').unwrap()].to_owned()
    }
}

/// The address of a door once it is open.
pub fn open(door: &Door) -> SocketAddr {
    match wait(door, |status| matches!(status, Status::Open(_))) {
        Status::Open(address) => address.at,
        other => panic!("{other:?}"),
    }
}

/// How a door stands once it stands as wanted.
pub fn wait(door: &Door, wanted: impl Fn(&Status) -> bool) -> Status {
    let start = Instant::now();
    loop {
        let status = door.status();
        if wanted(&status) {
            return status;
        }
        assert!(start.elapsed() < PATIENCE, "still {status:?}");
        thread::sleep(Duration::from_millis(2));
    }
}

/// Sends bytes, and gives all that comes back; nothing where the connection is cut.
pub fn raw(at: SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    // It may have been answered, and shut, before all was said.
    let _said = stream.write_all(bytes);
    let mut reply = Vec::new();
    match stream.read_to_end(&mut reply) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::ConnectionReset => {}
        Err(error) => panic!("{error}"),
    }
    reply
}

#[derive(Debug, PartialEq)]
pub struct Reply {
    /// 0 where nothing was answered.
    pub status: u16,
    pub fields: Vec<(String, String)>,
    pub body: String,
}

impl Reply {
    pub fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let mut lines = head.lines();
        let first = lines.next().unwrap_or_default();
        let status = first.split(' ').nth(1).map_or(0, |s| s.parse().unwrap());
        let fields = lines.map(|line| line.split_once(": ").unwrap());
        Self {
            status,
            fields: fields
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect(),
            body: body.to_owned(),
        }
    }

    pub fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        fields.find_map(|(of, value)| (of == name).then_some(value.as_str()))
    }
}

/// A ballot in which each item has the answer of a number, and the form that sends it.
pub fn ballot(knowledge: &Knowledge, number: usize) -> (Ballot, String) {
    let items = items(knowledge);
    let vote = |place: usize| {
        let steps = items[place].steps(knowledge);
        match (number / 7 + place * (number + 3)) % (steps + 2) {
            step if step < steps => Some(Vote::Step(step)),
            step => (step == steps).then_some(Vote::Unknown),
        }
    };
    let votes: Vec<Option<Vote>> = (0..items.len()).map(vote).collect();
    let form = votes.iter().enumerate().map(|(place, vote)| match vote {
        None => format!("q{place}="),
        Some(Vote::Unknown) => format!("q{place}=u"),
        Some(Vote::Step(step)) => format!("q{place}={step}"),
    });
    let form = form.collect::<Vec<_>>().join("&");
    (Ballot::of(knowledge, votes).unwrap(), form)
}
