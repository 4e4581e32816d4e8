//! The processor time of one whole frame while a slider is dragged: layout, every analysis,
//! tessellation; no screen. Prints the median and the 99th percentile of each view.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "not the program"
)]

use std::time::{Duration, Instant};

use attache::model::{Department, Knowledge, Lang, Profile};
use attache::store::{Claims, Disk, Recovery, SettingsFile, SystemFonts, examples};
use attache::ui::{App, Hands, Picker, Start, install};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2};

const FRAMES: u32 = 600;
/// Frames before the measure: fonts are drawn, samples arrive.
const WARM_UP: u32 = 120;

fn main() {
    for (name, key, departments) in [
        ("chart", Key::Num1, 0),
        ("why", Key::Num2, 0),
        ("how sure", Key::Num3, 0),
        ("evolution", Key::Num4, 0),
        ("chart of 40 boxes", Key::Num1, 34),
    ] {
        let mut times = drag(key, departments);
        times.sort_unstable();
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        println!(
            "frame while dragging, {name}: median {:.2} ms, p99 {:.2} ms, worst {:.2} ms",
            millis(at(0.5)),
            millis(at(0.99)),
            millis(at(1.0))
        );
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Drags the first slider to and fro and times each frame; `more` departments stand on the chart.
fn drag(view: Key, more: usize) -> Vec<Duration> {
    let ctx = egui::Context::default();
    install(&ctx);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("profile.ron");
    let knowledge = Knowledge::builtin();
    let example = &examples()[0];
    let mut profile = Profile::parse(&knowledge, "profile", example.text).expect("an example");
    for number in 0..more {
        let mut department = Department::new(&format!("own-{number}"));
        department.name = format!("Department {number}");
        profile.scenarios.first.departments.push(department);
    }
    std::fs::write(&path, profile.to_text().expect("a text")).expect("a file");
    let start = Start {
        profile: Some(path),
        lang: Some(Lang::Fr),
        settings: SettingsFile::default(),
        knowledge: None,
        recovery: Recovery::default(),
        claims: Claims::default(),
        disk: Disk::default(),
        picker: Picker::in_app(),
        watches: false,
        networks: || Ok(Vec::new()),
        hands: Hands::native(),
        fonts: SystemFonts::of_files(Vec::new()),
        blocks: None,
    };
    let mut app = App::new(&ctx, start);
    let mut times = Vec::new();
    // The rail of the first quantity, at the size in which the window opens.
    let rail = |frame: u32| -> Pos2 {
        let swing = (f64::from(frame) / 40.0).sin() as f32;
        pos2(170.0 + 120.0 * swing, 432.0)
    };
    let mut before = app.profile().clone();
    let mut moved = 0;
    for frame in 0..WARM_UP + FRAMES {
        let mut events = vec![Event::PointerMoved(rail(frame))];
        if frame == 2 {
            events.push(Event::Key {
                key: view,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::COMMAND,
            });
        }
        if frame == WARM_UP / 2 {
            events.push(Event::PointerButton {
                pos: rail(frame),
                button: PointerButton::Primary,
                pressed: true,
                modifiers: Modifiers::NONE,
            });
        }
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0))),
            time: Some(f64::from(frame) / 60.0),
            events,
            ..Default::default()
        };
        let begun = Instant::now();
        let output = ctx.run_ui(input, |ui| app.show(ui));
        let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
        let spent = begun.elapsed();
        std::hint::black_box(shapes);
        if frame >= WARM_UP {
            times.push(spent);
            moved += u32::from(*app.profile() != before);
            before = app.profile().clone();
        } else {
            // The samples are drawn in another thread.
            std::thread::sleep(Duration::from_millis(2));
        }
    }
    assert!(
        moved > FRAMES / 4,
        "the slider did not follow: {moved} moves"
    );
    times
}
