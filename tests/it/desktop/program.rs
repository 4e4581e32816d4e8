//! How the program is started to be watched.

use std::path::Path;
use std::process::Command;

/// The program on a profile, in French, at home in a folder: no dialog but what is put there.
pub fn at_home(program: &Path, profile: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .arg(profile)
        .args(["--lang", "fr"])
        .env("PATH", home)
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env_remove("XDG_RUNTIME_DIR")
        .env_remove("XDG_DATA_HOME")
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("HOME", home)
        .current_dir(home);
    command
}
