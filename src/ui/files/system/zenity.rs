//! zenity, which shows dialogs for programs that have none.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use crate::ui::files::errand::{Picked, Request};

/// zenity ends in the same way when someone cancels and when it cannot show a dialog. Nobody cancels
/// within this time.
const FASTEST_PERSON: Duration = Duration::from_millis(300);

pub fn is_there() -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|dir| dir.join("zenity").exists())
}

pub fn ask(request: &Request) -> Picked {
    let mut zenity = Command::new("zenity");
    zenity
        .arg("--file-selection")
        .args(["--title", &request.title]);
    for (name, ends) in &request.filters {
        let patterns: Vec<String> = ends.iter().map(|end| format!("*.{end}")).collect();
        zenity
            .arg("--file-filter")
            .arg(format!("{name} | {}", patterns.join(" ")));
    }
    // zenity takes a path for a folder if it ends with a slash.
    let mut start = request.folder.clone().unwrap_or_default();
    if request.purpose.opens() {
        start.push("");
    } else {
        start.push(&request.name);
        zenity.args(["--save", "--confirm-overwrite"]);
    }
    if !start.as_os_str().is_empty() {
        zenity.arg("--filename").arg(start);
    }
    let asked = Instant::now();
    match zenity.output() {
        Ok(output) => answer(output, asked.elapsed()),
        Err(_) => Picked::Unavailable,
    }
}

fn answer(output: Output, after: Duration) -> Picked {
    match output.status.code() {
        Some(0) => Picked::Path(path(output.stdout)),
        Some(1) if after >= FASTEST_PERSON => Picked::Cancelled,
        _ => Picked::Unavailable,
    }
}

/// The path in what was printed: all of it but the end of the line.
fn path(mut printed: Vec<u8>) -> PathBuf {
    if printed.last() == Some(&b'\n') {
        printed.pop();
    }
    let name: OsString = std::os::unix::ffi::OsStringExt::from_vec(printed);
    name.into()
}

pub fn alert(text: &str) {
    let mut zenity = Command::new("zenity");
    // Without it, there is nobody to tell.
    let _ = zenity
        .args([
            "--error",
            "--no-markup",
            "--title",
            "Attache",
            "--text",
            text,
        ])
        .output();
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    use super::*;

    #[test]
    fn a_failure_of_any_delay_is_not_taken_for_someone_who_cancels() {
        let (at_once, later) = (Duration::ZERO, Duration::from_secs(40));
        let ended = |code: i32, printed: &str, after| {
            let output = Output {
                status: ExitStatus::from_raw(code),
                stdout: printed.into(),
                stderr: Vec::new(),
            };
            answer(output, after)
        };
        // As the system tells an exit status, or the signal that ended a program.
        assert_eq!(
            ended(0, "/tmp/a b.ron\n", later),
            Picked::Path("/tmp/a b.ron".into())
        );
        assert_eq!(ended(1 << 8, "", later), Picked::Cancelled);
        assert_eq!(ended(1 << 8, "", at_once), Picked::Unavailable);
        assert_eq!(ended(255 << 8, "", later), Picked::Unavailable);
        assert_eq!(ended(15, "", later), Picked::Unavailable);
    }
}
