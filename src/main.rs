//! Arguments, then the window or a headless verb.

// A double-click is to open a window, and no console behind it.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use attache::cli::{self, Outcome, Streams};
use attache::store::{Claims, Disk, Recovery, SettingsFile, SystemFonts};
use attache::ui::{self, Hands, Picker, Start};

fn main() -> ExitCode {
    let args = wild::args_os().skip(1);
    let (out, err) = (&mut io::stdout(), &mut io::stderr());
    let progress = err.is_terminal();
    let streams = Streams { out, err, progress };
    match cli::run(args, streams) {
        Outcome::Exit(status) => ExitCode::from(status),
        Outcome::Window {
            profile,
            lang,
            knowledge,
        } => {
            let start = Start {
                profile,
                knowledge,
                lang,
                settings: SettingsFile::of_user(),
                recovery: Recovery::of_user(),
                claims: Claims::of_user(),
                fonts: SystemFonts::of_computer(),
                disk: Disk::default(),
                picker: Picker::native(),
                watches: true,
                hands: Hands::native(),
                networks: attache::poll::networks,
                blocks: None,
            };
            match ui::run(start) {
                Ok(()) => ExitCode::SUCCESS,
                Err(refusal) => {
                    refusal.tell(lang, &mut io::stderr());
                    ExitCode::FAILURE
                }
            }
        }
    }
}
