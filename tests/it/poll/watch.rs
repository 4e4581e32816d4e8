use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use attache::poll::{Door, Keys, Network, Status};

use super::room::{Disk, Room, loopback, open, opening, wait};

#[test]
fn a_network_that_goes_is_said_and_waited_for() {
    let there = Arc::new(Mutex::new(vec![loopback()]));
    let room = Room::with(|opening| {
        let there = Arc::clone(&there);
        opening.networks = Box::new(move || Ok(there.lock().unwrap().clone()));
    });
    let device = room.device();
    assert_eq!(room.post(&device, "q0=1").status, 200);
    let other = Network {
        name: "other".to_owned(),
        ..loopback()
    };
    *there.lock().unwrap() = vec![other.clone()];
    wait(&room.door, |status| *status == Status::Gone);
    assert!(TcpStream::connect(room.at).is_err());
    *there.lock().unwrap() = vec![other, loopback()];
    let at = open(&room.door);
    // The address is as it was, unless another program has taken the port meanwhile.
    let room = Room { at, ..room };
    let page = room.get(&room.path(), &format!("Cookie: attache={device}\r\n"));
    assert!(page.body.contains(" checked"), "it finds its own");
    assert_eq!(room.door.received(), 1);
}

/// On macOS the loopback has one address alone.
#[cfg(not(target_os = "macos"))]
#[test]
fn a_network_that_comes_back_under_another_address_is_followed() {
    let second = Network {
        address: Ipv4Addr::new(127, 0, 0, 2),
        ..loopback()
    };
    let there = Arc::new(Mutex::new(vec![loopback()]));
    let room = Room::with(|opening| {
        let there = Arc::clone(&there);
        opening.networks = Box::new(move || Ok(there.lock().unwrap().clone()));
    });
    let (before, path) = (room.at, room.path());
    *there.lock().unwrap() = vec![second.clone()];
    let moved = wait(&room.door, |status| match status {
        Status::Open(address) => address.network == second,
        _ => false,
    });
    let Status::Open(address) = moved else {
        panic!("{moved:?}")
    };
    assert_eq!(address.at.ip(), Ipv4Addr::new(127, 0, 0, 2));
    let room = Room {
        at: address.at,
        ..room
    };
    assert_eq!(room.path(), path, "the same names");
    assert_eq!(room.post(&room.device(), "q0=1").status, 200);
    assert!(TcpStream::connect(before).is_err());
}

#[test]
fn a_list_of_networks_that_fails_shuts_nothing() {
    let fails = Arc::new(Mutex::new(false));
    let looked = Arc::new(Mutex::new(0));
    let room = Room::with(|opening| {
        let (fails, looked) = (Arc::clone(&fails), Arc::clone(&looked));
        opening.networks = Box::new(move || {
            *looked.lock().unwrap() += 1;
            match *fails.lock().unwrap() {
                true => Err(std::io::ErrorKind::Other.into()),
                false => Ok(vec![loopback()]),
            }
        });
    });
    *fails.lock().unwrap() = true;
    let before = *looked.lock().unwrap();
    wait(&room.door, |_| *looked.lock().unwrap() > before + 2);
    assert!(matches!(room.door.status(), Status::Open(_)));
    assert_eq!(room.post(&room.device(), "q0=1").status, 200);
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let listen = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = |listener: &TcpListener| listener.local_addr().unwrap().port();
    let (taken, free) = (listen(), listen());
    let ports = vec![port(&taken), port(&free)];
    drop(free);
    let room = Room::with(|opening| opening.ports.clone_from(&ports));
    assert_ne!(room.at.port(), ports[0]);
    // Another program may have been quicker.
    let is_next = room.at.port() == ports[1];
    assert!(is_next || TcpListener::bind((Ipv4Addr::LOCALHOST, ports[1])).is_err());
    assert_eq!(room.post(&room.device(), "q0=1").status, 200);
    drop(taken);
}

#[test]
fn a_door_that_is_shut_frees_its_port_and_answers_nobody() {
    let room = Room::new();
    let (at, device) = (room.at, room.device());
    assert_eq!(room.post(&device, "q0=1").status, 200);
    room.door.shut();
    assert!(TcpStream::connect(at).is_err());
    let next = TcpListener::bind(at);
    // What was answered lingers with the system for a minute, which Unix lets others pass over.
    assert!(next.is_ok() || cfg!(windows), "{next:?}");
}

#[test]
fn a_door_never_opens_on_all_networks() {
    let everywhere = Network {
        name: "any".to_owned(),
        address: Ipv4Addr::UNSPECIFIED,
    };
    let mut opening = opening(&Keys::new().unwrap(), &Disk::default());
    opening.network = everywhere.clone();
    opening.networks = Box::new(move || Ok(vec![everywhere.clone()]));
    let door = Door::open(opening).unwrap();
    wait(&door, |status| matches!(status, Status::Refused(_)));
}
