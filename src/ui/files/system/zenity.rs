//! zenity, which shows dialogs for programs that have none.

use std::env;
use std::ffi::OsString;
use std::io::{self, Read};
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::ui::files::errand::{Picked, Purpose, Request};
use crate::ui::files::recall::Recall;

/// zenity ends in the same way when someone cancels and when it cannot show a dialog. Nobody cancels
/// within this time.
const FASTEST_PERSON: Duration = Duration::from_millis(300);

pub fn is_there() -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|dir| dir.join("zenity").exists())
}

/// Asks for a file, for a window of X11 if it is one, and waits for the answer.
pub fn ask(request: &Request, parent: Option<u32>, recall: &Recall) -> Picked {
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
        if request.purpose.takes_several() {
            zenity.args(["--multiple", "--separator", "\n"]);
        }
    } else {
        start.push(&request.name);
        zenity.args(["--save", "--confirm-overwrite"]);
    }
    if !start.as_os_str().is_empty() {
        zenity.arg("--filename").arg(start);
    }
    if let Some(window) = parent {
        zenity.env("WINDOWID", window.to_string());
    }
    let asked = Instant::now();
    match waited_for(zenity, recall) {
        Ok(output) => answer(output, request.purpose, asked.elapsed()),
        Err(_) => Picked::Unavailable,
    }
}

/// What the program prints until it ends, by itself or because it is taken back.
fn waited_for(mut program: Command, recall: &Recall) -> io::Result<Output> {
    let mut child = program
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let printing = child.stdout.take();
    let child = Arc::new(Mutex::new(child));
    let running = child.clone();
    recall.by(move || {
        let _ = held(&running).kill();
    });
    let mut stdout = Vec::new();
    if let Some(mut printing) = printing {
        printing.read_to_end(&mut stdout)?;
    }
    Ok(Output {
        status: held(&child).wait()?,
        stdout,
        stderr: Vec::new(),
    })
}

fn held(child: &Mutex<Child>) -> MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(output: Output, purpose: Purpose, after: Duration) -> Picked {
    match output.status.code() {
        Some(0) if purpose.takes_several() => {
            let lines = output.stdout.split(|&byte| byte == b'\n');
            let paths = lines.filter(|line| !line.is_empty());
            Picked::Paths(paths.map(|line| path(line.to_vec())).collect())
        }
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
    OsString::from_vec(printed).into()
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
            answer(output, Purpose::Open, after)
        };
        // As the system tells an exit status, or the signal that ended a program.
        assert_eq!(
            ended(0, "/tmp/a b.ron\n", later),
            Picked::Path("/tmp/a b.ron".into())
        );
        let several = Output {
            status: ExitStatus::from_raw(0),
            stdout: "/tmp/a b.ron\n/tmp/c.ron\n".into(),
            stderr: Vec::new(),
        };
        assert_eq!(
            answer(several, Purpose::AddOpinions, later),
            Picked::Paths(vec!["/tmp/a b.ron".into(), "/tmp/c.ron".into()])
        );
        assert_eq!(ended(1 << 8, "", later), Picked::Cancelled);
        assert_eq!(ended(1 << 8, "", at_once), Picked::Unavailable);
        assert_eq!(ended(255 << 8, "", later), Picked::Unavailable);
        assert_eq!(ended(15, "", later), Picked::Unavailable);
    }
}
