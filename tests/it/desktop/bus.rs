//! A session bus of a test's own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A bus, ended with the test.
pub struct Bus {
    daemon: Child,
    pub address: String,
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

impl Bus {
    pub fn new() -> Self {
        Self::of(&mut Command::new("dbus-daemon"))
    }

    /// A bus whose services are at home in a folder.
    pub fn at_home(home: &Path) -> Self {
        Self::of(
            Command::new("dbus-daemon")
                .env("HOME", home)
                .env("XDG_RUNTIME_DIR", home)
                .env("XDG_CONFIG_HOME", home.join("config"))
                .env("XDG_CACHE_HOME", home.join("cache"))
                .env("XDG_DATA_HOME", home.join("data"))
                .env_remove("WAYLAND_DISPLAY"),
        )
    }

    fn of(daemon: &mut Command) -> Self {
        let mut daemon = daemon
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        let address = address.trim().to_owned();
        Self { daemon, address }
    }
}
