//! The processor time of one whole frame while a slider is dragged: layout, every analysis,
//! tessellation; no screen. Prints the median and the 99th percentile of each view, and of both windows of a
//! presentation on two screens.

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
use attache::ui::{App, Hands, Picker, Screen, Screens, Seen, Start, install};
use egui::{
    Event, FullOutput, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, ViewportId,
    ViewportInfo, pos2, vec2,
};

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
        tell(name, drag(key, departments));
    }
    let (presenter, room) = drag_apart();
    tell("the presenter's window", presenter);
    tell("the room's window beside it", room);
}

fn tell(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "frame while dragging, {name}: median {:.2} ms, p99 {:.2} ms, worst {:.2} ms",
        millis(at(0.5)),
        millis(at(0.99)),
        millis(at(1.0))
    );
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A window of an example, in whose chart `more` departments stand.
fn window(ctx: &egui::Context, more: usize) -> App {
    install(ctx);
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
        hands: Hands::native(),
        fonts: SystemFonts::of_files(Vec::new()),
        networks: || Ok(Vec::new()),
        blocks: None,
    };
    App::new(ctx, start)
}

fn press(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

fn grab(pos: Pos2) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    }
}

fn input(frame: u32, events: Vec<Event>) -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0))),
        time: Some(f64::from(frame) / 60.0),
        events,
        ..Default::default()
    }
}

/// Times a frame of a window.
fn time(
    ctx: &egui::Context,
    input: RawInput,
    show: impl FnMut(&mut egui::Ui),
) -> (Duration, FullOutput) {
    let begun = Instant::now();
    let mut output = ctx.run_ui(input, show);
    let shapes = std::mem::take(&mut output.shapes);
    let shapes = ctx.tessellate(shapes, output.pixels_per_point);
    let spent = begun.elapsed();
    std::hint::black_box(shapes);
    output.textures_delta.clear();
    (spent, output)
}

/// Drags the first slider to and fro and times each frame; `more` departments stand on the chart.
fn drag(view: Key, more: usize) -> Vec<Duration> {
    let ctx = egui::Context::default();
    let mut app = window(&ctx, more);
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
            events.push(press(view, Modifiers::COMMAND));
        }
        if frame == WARM_UP / 2 {
            events.push(grab(rail(frame)));
        }
        let (spent, _) = time(&ctx, input(frame, events), |ui| app.show(ui));
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

/// Drags the first slider of a slide in the presenter's window, and times the frames of both.
fn drag_apart() -> (Vec<Duration>, Vec<Duration>) {
    let ctx = egui::Context::default();
    ctx.set_embed_viewports(false);
    let mut app = window(&ctx, 0);
    app.sees(Screens::by(|| {
        let screens = [0.0, 1280.0].map(|left| Screen {
            name: format!("at {left}"),
            left,
            top: 0.0,
            width: 1280.0,
            height: 720.0,
            scale: 1.0,
        });
        Seen {
            screens: screens.to_vec(),
            own: Some(0),
            can_move: true,
        }
    }));
    let (mut presenter, mut room) = (Vec::new(), Vec::new());
    // The rail of the first slider of the strategy.
    let rail = |frame: u32| -> Pos2 {
        let swing = (f64::from(frame) / 40.0).sin() as f32;
        pos2(210.0 + 150.0 * swing, 646.0)
    };
    let mut before = app.profile().clone();
    let mut moved = 0;
    for frame in 0..WARM_UP + FRAMES {
        let mut events = vec![Event::PointerMoved(rail(frame))];
        match frame {
            2 => events.push(press(Key::F5, Modifiers::NONE)),
            4 => events.push(press(Key::Num7, Modifiers::NONE)),
            _ if frame == WARM_UP / 2 => events.push(grab(rail(frame))),
            _ => {}
        }
        let (spent, output) = time(&ctx, input(frame, events), |ui| app.show(ui));
        let (at, measures) = (frame, frame >= WARM_UP);
        if measures {
            presenter.push(spent);
            moved += u32::from(*app.profile() != before);
            before = app.profile().clone();
        } else {
            std::thread::sleep(Duration::from_millis(2));
        }
        let apart = output.viewport_output.iter();
        let apart = apart.filter(|(id, _)| **id != ViewportId::ROOT);
        for (&id, window) in apart {
            let Some(show) = &window.viewport_ui_cb else {
                continue;
            };
            if !ctx.has_requested_repaint_for(&id) {
                continue;
            }
            let mut input = input(at, Vec::new());
            input.viewport_id = id;
            input.viewports.insert(id, ViewportInfo::default());
            let (spent, _) = time(&ctx, input, |ui| show(ui));
            if measures {
                room.push(spent);
            }
        }
    }
    assert!(
        moved > FRAMES / 4 && room.len() > FRAMES as usize / 4,
        "the slider did not follow: {moved} moves, {} frames of the room",
        room.len()
    );
    (presenter, room)
}
