//! How quickly a whole room is served: phones that open the ballot and vote at the same moment, each from
//! an address of its own, while what they cast is written to a disk. Only Linux has that many addresses
//! of its own:
//!
//! ```sh
//! cargo run --release --example poll_load -- 200
//! ```

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "an example prints what it finds, or stops"
)]

use std::error::Error;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use attache::model::{Knowledge, Lang};
use attache::poll::{Door, Keys, Limits, Network, Opening, PORTS, Sheet, Status};
use tokio::net::TcpSocket;
use tokio::runtime::Builder;
use tokio::task::JoinSet;

/// Both requests of one phone: how long the page took, and the ballot.
type Times = (Duration, Duration);

fn main() -> Result<(), Box<dyn Error>> {
    let count: u32 = std::env::args().nth(1).map_or(Ok(200), |n| n.parse())?;
    let knowledge = Knowledge::builtin();
    let folder = tempfile::TempDir::new()?;
    let path = folder.path().join("ballots");
    let network = Network {
        name: "lo".to_owned(),
        address: Ipv4Addr::LOCALHOST,
    };
    let keys = Keys::new()?;
    let own = network.clone();
    let door = Door::open(Opening {
        sheet: Sheet::new(&knowledge, "", Lang::Fr),
        keys: keys.clone(),
        network,
        networks: Box::new(move || Ok(vec![own.clone()])),
        ports: PORTS.to_vec(),
        keep: Box::new(move |casts| {
            // As much as a disk has to do: it is written and flushed.
            let mut file = std::fs::OpenOptions::new()
                .append(true)
                .create(true)
                .open(&path)?;
            for cast in casts {
                writeln!(file, "{} {:?}", cast.device, cast.ballot)?;
            }
            file.sync_all()
        }),
        known: Vec::new(),
        most: 10_000,
        changed: Arc::new(|| {}),
        limits: Limits::default(),
    })?;
    let at = loop {
        match door.status() {
            Status::Open(address) => break address.at,
            Status::Refused(trouble) => return Err(format!("{trouble:?}").into()),
            _ => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let link = keys.link(at);
    let runtime = Builder::new_current_thread().enable_all().build()?;
    for round in 1..=5 {
        let begun = Instant::now();
        let times = runtime.block_on(room(count, at, link.clone()))?;
        let lasted = begun.elapsed();
        let lost = count as usize - times.len();
        println!(
            "round {round}: {count} phones in {} ms, {lost} lost",
            lasted.as_millis()
        );
        for (name, mut list) in [
            ("page", times.iter().map(|t| t.0).collect::<Vec<_>>()),
            ("ballot", times.iter().map(|t| t.1).collect()),
        ] {
            list.sort();
            let part = |share: f64| {
                let at = ((list.len() as f64 - 1.0) * share).round() as usize;
                list.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
            };
            println!(
                "  {name}: median {:.1} ms, p99 {:.1} ms, most {:.1} ms",
                part(0.5),
                part(0.99),
                part(1.0)
            );
        }
        // Every address has its own allowance back.
        std::thread::sleep(Duration::from_secs(1));
    }
    println!("kept: {} ballots", door.received());
    door.shut();
    Ok(())
}

/// All phones at once; those that got an answer to both requests.
async fn room(count: u32, at: SocketAddr, link: String) -> Result<Vec<Times>, Box<dyn Error>> {
    let path = Arc::new(
        link.split_once("//")
            .map_or("", |(_, rest)| rest)
            .to_owned(),
    );
    let mut phones = JoinSet::new();
    for number in 0..count {
        let path = Arc::clone(&path);
        phones.spawn(async move {
            let [.., c, d] = (number + 2).to_be_bytes();
            let own = SocketAddr::from(([127, 0, c, d], 0));
            phone(own, at, &path).await
        });
    }
    let mut times = Vec::new();
    while let Some(phone) = phones.join_next().await {
        times.extend(phone?.ok());
    }
    Ok(times)
}

async fn phone(own: SocketAddr, at: SocketAddr, link: &str) -> io::Result<Times> {
    let path = link.find('/').map_or("/", |start| &link[start..]);
    let begun = Instant::now();
    let page = ask(
        own,
        at,
        format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n\r\n"),
    )
    .await?;
    let opened = begun.elapsed();
    let device = page
        .split_once("attache=")
        .and_then(|(_, rest)| rest.split(';').next())
        .ok_or(io::ErrorKind::InvalidData)?;
    let body = "q0=1&q1=2&q2=u&q3=4&q4=0&q5=1&q6=&q7=2";
    let begun = Instant::now();
    let reply = ask(
        own,
        at,
        format!(
            "POST {path} HTTP/1.1\r\nHost: {at}\r\nCookie: attache={device}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ),
    )
    .await?;
    if !reply.starts_with("HTTP/1.1 200") {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok((opened, begun.elapsed()))
}

/// One request, and all that is answered.
async fn ask(own: SocketAddr, at: SocketAddr, request: String) -> io::Result<String> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(own)?;
    let stream = socket.connect(at).await?;
    let mut left = request.as_bytes();
    while !left.is_empty() {
        stream.writable().await?;
        match stream.try_write(left) {
            Ok(written) => left = &left[written..],
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    let mut reply = Vec::new();
    let mut part = [0; 16 * 1024];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut part) {
            Ok(0) => {
                return String::from_utf8(reply)
                    .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error));
            }
            Ok(read) => reply.extend_from_slice(&part[..read]),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
}
