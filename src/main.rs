//! Arguments, then the window or a headless verb.

// A double-click is to open a window, and no console behind it.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

use attache::cli::{self, Outcome};
use attache::store::{Claims, Disk, Recovery, SettingsFile};
use attache::ui::{self, Picker, Start};

fn main() -> ExitCode {
    let args = std::env::args_os().skip(1);
    match cli::run(args, &mut std::io::stdout(), &mut std::io::stderr()) {
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
                disk: Disk::default(),
                picker: Picker::native(),
                blocks: None,
            };
            match ui::run(start) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => cli::no_window(lang, &error.to_string(), &mut std::io::stderr()),
            }
        }
    }
}
