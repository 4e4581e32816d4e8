#![no_main]
//! Any bytes, said to the ballot on phones.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, LazyLock};
use std::thread::sleep;
use std::time::Duration;

use attache::model::{Knowledge, Lang};
use attache::poll::{Door, Keys, Limits, Network, Opening, Rate, Sheet, Status};

#[path = "../checks.rs"]
mod checks;

static DOOR: LazyLock<(Door, SocketAddr)> = LazyLock::new(|| {
    let network = Network {
        name: "lo".to_owned(),
        address: Ipv4Addr::LOCALHOST,
    };
    let own = network.clone();
    let rate = Rate {
        burst: 1e9,
        per_second: 1e9,
    };
    let door = Door::open(Opening {
        sheet: Sheet::new(&Knowledge::builtin(), "", Lang::Fr),
        keys: Keys::new().expect("the system has random bytes"),
        network,
        networks: Box::new(move || Ok(vec![own.clone()])),
        ports: Vec::new(),
        keep: Box::new(|_| Ok(())),
        known: Vec::new(),
        most: 10_000,
        changed: Arc::new(|| {}),
        limits: Limits {
            requests: rate,
            guesses: rate,
            ballots: rate,
            ..Limits::default()
        },
    });
    let door = door.expect("it opens on the loopback");
    loop {
        if let Status::Open(address) = door.status() {
            return (door, address.at);
        }
        sleep(Duration::from_millis(1));
    }
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::request(DOOR.1, bytes));
