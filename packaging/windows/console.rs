//! `attache.com`: what someone who types `attache` in a terminal of Windows starts. There a program
//! has either a window or a console; this one has the console, runs the program beside it, and
//! passes on what that says and how it ends. Shells look for `.com` before `.exe`.

use std::env;
use std::io::{self, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::thread;

fn main() -> ExitCode {
    match run() {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            let _ = writeln!(io::stderr(), "attache{}: {error}", env::consts::EXE_SUFFIX);
            ExitCode::FAILURE
        }
    }
}

/// Runs the program to its end; gives its exit status.
fn run() -> io::Result<u8> {
    let mut program = env::current_exe()?;
    program.set_file_name(format!("attache{}", env::consts::EXE_SUFFIX));
    let mut running = Command::new(program)
        .args(env::args_os().skip(1))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let err = running.stderr.take();
    let complaints = thread::spawn(move || pass_on(err, io::stderr()));
    pass_on(running.stdout.take(), io::stdout());
    let _ = complaints.join();
    let status = running.wait()?.code();
    Ok(status.and_then(|code| code.try_into().ok()).unwrap_or(1))
}

/// Passes on what is said as it comes. Where nobody listens any more, the program is told so by a
/// pipe without an end.
fn pass_on(from: Option<impl Read>, mut to: impl Write) {
    if let Some(mut from) = from {
        let _ = io::copy(&mut from, &mut to).and_then(|_| to.flush());
    }
}
