//! The networks that this computer is on, by names that people know.

use std::io;
use std::net::{IpAddr, Ipv4Addr};

use if_addrs::IfOperStatus;

/// What a network is, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NetworkKind {
    /// Shared by this very computer.
    Shared,
    /// Without a cable.
    Wifi,
    /// With a cable.
    Cable,
    /// Another one.
    Other,
    /// Within the computer: machines and containers in it, tunnels to elsewhere.
    Virtual,
}

/// A network, and the address of this computer in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// What the system calls it.
    pub name: String,
    /// The address of this computer.
    pub address: Ipv4Addr,
}

impl Network {
    /// What it is.
    pub fn kind(&self) -> NetworkKind {
        // What Windows and macOS give a computer that shares its connection.
        let shares = [
            Ipv4Addr::new(192, 168, 137, 1),
            Ipv4Addr::new(192, 168, 2, 1),
        ];
        if shares.contains(&self.address) {
            return NetworkKind::Shared;
        }
        let name = self.name.to_lowercase();
        let begins = |names: &[&str]| names.iter().any(|known| name.starts_with(known));
        let holds = |names: &[&str]| names.iter().any(|known| name.contains(known));
        if holds(&["virtual", "vethernet", "vmware", "docker", "vpn", "wsl"])
            || begins(&["veth", "virbr", "br-", "vmnet", "tun", "tap", "utun", "wg"])
        {
            NetworkKind::Virtual
        } else if holds(&["wi-fi", "wifi", "wireless", "sans fil", "wlan"]) || begins(&["wl"]) {
            NetworkKind::Wifi
        } else if holds(&["ethernet"]) || begins(&["eth", "en"]) && !cfg!(target_os = "macos") {
            NetworkKind::Cable
        } else {
            NetworkKind::Other
        }
    }

    /// Whether the address is one that the internet does not lead to.
    pub fn is_private(&self) -> bool {
        let [a, b, ..] = self.address.octets();
        // What providers give to many (RFC 6598), and this computer itself.
        self.address.is_private() || self.address.is_loopback() || a == 100 && b & 0xc0 == 64
    }
}

/// Says which networks there are.
pub type Networks = fn() -> io::Result<Vec<Network>>;

/// The networks that a phone can be on as well, the likeliest first. Only addresses of four numbers are
/// told: they can be typed.
pub fn networks() -> io::Result<Vec<Network>> {
    let found = if_addrs::get_if_addrs()?.into_iter();
    let up = found.filter(|found| {
        let down = matches!(
            found.oper_status,
            IfOperStatus::Down | IfOperStatus::NotPresent
        );
        !down && !found.is_p2p() && !found.is_loopback() && !found.is_link_local()
    });
    let mut networks: Vec<Network> = up
        .filter_map(|found| match found.ip() {
            IpAddr::V4(address) if !address.is_unspecified() => Some(Network {
                name: found.name,
                address,
            }),
            _ => None,
        })
        .collect();
    networks.sort_by_key(Network::kind);
    Ok(networks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_told_by_what_systems_call_them() {
        let kind = |name: &str| {
            let address = Ipv4Addr::new(192, 168, 1, 20);
            let name = name.to_owned();
            Network { name, address }.kind()
        };
        for name in [
            "Wi-Fi",
            "Wi-Fi 2",
            "wlp2s0",
            "wlan0",
            "Connexion réseau sans fil",
        ] {
            assert_eq!(kind(name), NetworkKind::Wifi, "{name}");
        }
        assert_eq!(kind("Ethernet 3"), NetworkKind::Cable);
        assert_eq!(kind("vEthernet (WSL)"), NetworkKind::Virtual);
        assert_eq!(kind("docker0"), NetworkKind::Virtual);
        assert_eq!(kind("Connexion au réseau local* 10"), NetworkKind::Other);
        let shared = Network {
            name: "Connexion au réseau local* 10".to_owned(),
            address: Ipv4Addr::new(192, 168, 137, 1),
        };
        assert_eq!(shared.kind(), NetworkKind::Shared);
    }

    #[test]
    fn an_address_of_the_internet_is_told_from_one_of_the_house() {
        let private = |address| {
            let name = String::new();
            Network { name, address }.is_private()
        };
        for (a, b) in [(10, 0), (172, 16), (192, 168), (100, 64), (127, 0)] {
            assert!(private(Ipv4Addr::new(a, b, 1, 1)), "{a}.{b}");
        }
        for (a, b) in [(8, 8), (172, 32), (100, 128), (193, 168)] {
            assert!(!private(Ipv4Addr::new(a, b, 1, 1)), "{a}.{b}");
        }
    }
}
